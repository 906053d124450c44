"""What would go out, what differs from what is out, and what is kept back and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from habeas.desk.presenters.restrictions import Line, lines_of
from habeas.model.editions import ChangeKind, RecordKind
from habeas.model.publishing import ProposalState
from habeas.model.restrictions import Level, Viewer
from habeas.register.edition_file import NotAnEdition
from habeas.store.edition_files import edition_place, opened_edition
from habeas.store.gate import gate_for
from habeas.store.history import load_shown_restrictions
from habeas.store.records import load_protected
from habeas.store.restricting import load_restrictions

if TYPE_CHECKING:
    from habeas.model.editions import EditionSummary
    from habeas.model.publishing import Proposal
    from habeas.register.edition_file import EditionFile
    from habeas.store.gate import Gate

MOST_SHOWN = 50
"""Of what differs, by name; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How many of a kind the Edition would hold, and how many the last one holds."""

    kind: str
    now: int
    before: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What differs of one kind.

    Attributes:
        kind: In a word.
        added, changed, removed: Names or titles, at most `MOST_SHOWN` of each.
        numbers: How many were added, changed and removed.
    """

    kind: str
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    numbers: tuple[int, int, int]

    @property
    def is_nothing(self) -> bool:
        """True where nothing of the kind differs."""
        return not any(self.numbers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One line of the check list: what is kept back, and why."""

    count: int
    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A proposed Edition beside the last one.

    Attributes:
        held: Numbers, by kind.
        differences: By kind; empty where there is no Edition to compare with.
        compared: True where there is one.
        checks: What is kept back and why, as far as the viewer may know.
        restricted: Restrictions that the viewer may see.
    """

    held: tuple[Held, ...]
    differences: tuple[Difference, ...]
    compared: bool
    checks: tuple[Check, ...]
    restricted: tuple[Line, ...]


def preview_of(proposal: Proposal, draft: Path, viewer: Viewer) -> Preview:
    """What somebody is shown before a proposed Edition goes out.

    Raises:
        NotAnEdition: The draft is damaged.
    """
    gate = gate_for(viewer)
    with opened_edition(draft) as now:
        try:
            with opened_edition(edition_place()) as before:
                differences = _differences(now, before, gate)
                held = _held(now.summary, before.summary)
        except NotAnEdition:
            differences, held = (), _held(now.summary, None)
    made = [
        each
        for each in load_shown_restrictions(viewer)
        if each.stands and each.restriction.level is not Level.PUBLIC
    ]
    return Preview(
        held=held,
        differences=differences,
        compared=bool(differences),
        checks=_checks(proposal),
        restricted=lines_of(made, viewer),
    )


def state_words(proposal: Proposal) -> str:
    """What may be done with a proposal, in words."""
    return {
        ProposalState.WAITING: _("waits for a second person"),
        ProposalState.READY: _("may be published"),
        ProposalState.PUBLISHED: _("published"),
        ProposalState.VOID: _("void: the register has changed since"),
    }[proposal.state]


def _held(now: EditionSummary, before: EditionSummary | None) -> tuple[Held, ...]:
    names = (
        (_("People"), "people"),
        (_("Accounts"), "accounts"),
        (_("Claims"), "claims"),
        (_("Reports"), "reports"),
    )
    return tuple(
        Held(
            kind=name,
            now=getattr(now, field),
            before=None if before is None else getattr(before, field),
        )
        for name, field in names
    )


def _differences(now: EditionFile, before: EditionFile, gate: Gate) -> tuple[Difference, ...]:
    told: dict[tuple[RecordKind, ChangeKind], list[str]] = defaultdict(list)
    for each in now.changes():
        told[each.kind, each.change].append(each.id)
    people_gone = sorted(set(before.person_ids()) - set(now.person_ids()))
    accounts_gone = sorted(set(before.account_ids()) - set(now.account_ids()))
    return (
        _difference(
            _("People"),
            [_people(now, told[RecordKind.PERSON, change], gate) for change in ChangeKind]
            + [_people(before, people_gone, gate)],
            [len(told[RecordKind.PERSON, change]) for change in ChangeKind] + [len(people_gone)],
        ),
        _difference(
            _("Accounts"),
            [_accounts(now, told[RecordKind.ACCOUNT, change], gate) for change in ChangeKind]
            + [_accounts(before, accounts_gone, gate)],
            [len(told[RecordKind.ACCOUNT, change]) for change in ChangeKind] + [len(accounts_gone)],
        ),
        _claims(now, before, gate),
    )


def _difference(kind: str, names: Sequence[tuple[str, ...]], numbers: Sequence[int]) -> Difference:
    return Difference(
        kind=kind,
        added=names[0],
        changed=names[1],
        removed=names[2],
        numbers=(numbers[0], numbers[1], numbers[2]),
    )


def _claims(now: EditionFile, before: EditionFile, gate: Gate) -> Difference:
    """Claims that only one of the two has, in their words."""
    new, old = set(now.claim_ids()), set(before.claim_ids())
    added, removed = sorted(new - old), sorted(old - new)
    return _difference(
        _("Claims"),
        [_words(now, added, gate), (), _words(before, removed, gate)],
        [len(added), 0, len(removed)],
    )


def _words(edition: EditionFile, ids: Sequence[str], gate: Gate) -> tuple[str, ...]:
    found = edition.claims(ids[:MOST_SHOWN])
    return tuple(gate.text(found[each].passage.exact) for each in ids[:MOST_SHOWN])


def _people(edition: EditionFile, ids: Sequence[str], gate: Gate) -> tuple[str, ...]:
    found = edition.people_by_id(ids[:MOST_SHOWN])
    return tuple(sorted(gate.text(person.name) for person in found.values()))


def _accounts(edition: EditionFile, ids: Sequence[str], gate: Gate) -> tuple[str, ...]:
    found = edition.accounts_by_id(ids[:MOST_SHOWN])
    return tuple(gate.text(account.event.title) for account in found.values())


def _checks(proposal: Proposal) -> tuple[Check, ...]:
    standing = [
        each.restriction
        for each in load_restrictions()
        if each.stands and each.restriction.level is not Level.PUBLIC
    ]
    kinds = Counter(each.kind.value for each in standing)
    protected = len(load_protected())
    lines = (
        Check(
            count=protected,
            what=ngettext("protected name", "protected names", protected),
            why=_("somebody decided that it must not be published"),
        ),
        Check(
            count=proposal.withheld,
            what=ngettext("person left out", "people left out", proposal.withheld),
            why=_("they bear, or may bear, a protected or restricted name; they still count"),
        ),
        Check(
            count=proposal.rejected,
            what=ngettext("claim left out", "claims left out", proposal.rejected),
            why=_("a person rejected it"),
        ),
        *_restricted(kinds),
    )
    return tuple(line for line in lines if line.count)


def _restricted(kinds: Counter[str]) -> Iterable[Check]:
    why = _("it is not for everybody")
    reports, claims, people = kinds["report"], kinds["claim"], kinds["person"]
    yield Check(
        count=reports,
        what=ngettext("restricted report", "restricted reports", reports),
        why=why,
    )
    yield Check(
        count=claims, what=ngettext("restricted claim", "restricted claims", claims), why=why
    )
    yield Check(
        count=people, what=ngettext("restricted person", "restricted people", people), why=why
    )
    yield Check(
        count=kinds["sealed"],
        what=ngettext("sealed record", "sealed records", kinds["sealed"]),
        why=_("it is encrypted, for named people"),
    )
