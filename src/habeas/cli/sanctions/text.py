"""What changed between two editions, for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from habeas.cli.ledger import Page, styled
from habeas.cli.printable import isolated, printable
from habeas.cli.sanctions.editions import Edition
from habeas.cli.sanctions.output import counts
from habeas.cli.wording import shortened
from habeas.model.sanctions import (
    ChangeKind,
    EntryChange,
    Field,
    FieldChange,
    ListDifference,
    ListedEntity,
)

MOST_SHOWN = 20
"""Entries of each kind that are shown, unless all are asked for."""

_LONGEST = 160
_FIELDS = {
    Field.SCHEMA: "kind",
    Field.NAME: "name",
    Field.ALIAS: "alias",
    Field.PREVIOUS_NAME: "previous name",
    Field.WEAK_ALIAS: "weak alias",
    Field.BIRTH_DATE: "birth date",
    Field.NATIONALITY: "nationality",
    Field.PROGRAM: "programme",
    Field.PROVISIONS: "measure",
    Field.REASON: "legal basis",
    Field.LISTING_DATE: "day of listing",
    Field.NOTES: "remarks",
    Field.LICENCE: "general licence",
}


def difference_lines(
    old: Edition, new: Edition, difference: ListDifference, page: Page, *, everything: bool
) -> list[Text]:
    """One comparison: its head, then what was listed, changed and delisted."""
    dot = f" {page.glyphs.dot} "
    title = f"{printable(new.title)}, {printable(old.told_day)} to {printable(new.told_day)}"
    sizes = [f"{len(edition.found.entities):,}" for edition in (old, new)]
    head = dot.join(f"{count:,} {kind}" for kind, count in counts(difference).items())
    lines = [
        *page.across(styled(title, "strong")),
        *page.across(styled(f"{sizes[0]} entries, then {sizes[1]}", "quiet")),
        page.rule(),
        *page.across(styled(head, "label")),
    ]
    for kind in ChangeKind:
        changes = [change for change in difference.changes if change.kind is kind]
        lines += _section(kind, changes, page, everything=everything)
    return [*lines, Text()]


def _section(
    kind: ChangeKind, changes: Sequence[EntryChange], page: Page, *, everything: bool
) -> list[Text]:
    lines: list[Text] = []
    shown = changes if everything else changes[:MOST_SHOWN]
    for place, change in enumerate(shown):
        body = _entry(change, page, everything=everything)
        lines += [Text(), *page.labelled("" if place else kind.value.capitalize(), body)]
    if len(changes) > len(shown):
        rest = f"and {len(changes) - len(shown):,} more; --all shows them"
        lines += [Text(), *page.labelled("", page.entry(styled(rest, "quiet")))]
    return lines


def _entry(change: EntryChange, page: Page, *, everything: bool) -> list[Text]:
    entity = change.entity
    dot = f" {page.glyphs.dot} "
    about = [entity.kind.value.lower(), *map(printable, entity.programs), f"id {entity.id}"]
    matter = styled(isolated(printable(entity.name)), "strong")
    lines = page.entry(matter)
    lines += page.note(dot.join(map(printable, about)))
    for each in change.fields:
        if each.field is not Field.LICENCE:
            lines += _field(each, page, everything=everything)
    if change.kind is ChangeKind.LISTED:
        lines += _facts(entity, page)
    for words, licences in (
        ("no longer a general licence", change.revoked),
        ("general licence", change.licences),
    ):
        for licence in licences:
            quoted = f"{page.glyphs.open_quote}{printable(licence)}{page.glyphs.close_quote}"
            lines += page.note(f"{words}: {quoted}")
    lines += page.note(f"at {printable(entity.place)}")
    return lines


def _facts(entity: ListedEntity, page: Page) -> list[Text]:
    facts = {
        "born": ", ".join(map(str, entity.birth_dates)),
        "listed": ", ".join(map(str, entity.listed_on)),
        "by": "; ".join(map(printable, entity.legal_bases)),
    }
    told = [f"{label} {text}" for label, text in facts.items() if text]
    return page.note(f" {page.glyphs.dot} ".join(told)) if told else []


def _field(change: FieldChange, page: Page, *, everything: bool) -> list[Text]:
    lines: list[Text] = []
    for words, values in (("no longer", change.removed), ("now", change.added)):
        for value in values:
            text = printable(value)
            shown = text if everything else shortened(text, _LONGEST, page.glyphs.ellipsis)
            lines += page.note(f"{_FIELDS[change.field]} {words}: {isolated(shown)}")
    return lines
