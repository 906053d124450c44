"""Accounts for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text

from habeas.cli.account_blocks import sentence_lines, steps_lines, table_lines
from habeas.cli.account_sheet import event_facts, headline
from habeas.cli.ledger import Page, Said, styled
from habeas.cli.printable import printable
from habeas.cli.sheet import (
    Item,
    Library,
    Part,
    Pointer,
    Row,
    Section,
    Sentence,
    Sheet,
    Steps,
    Sum,
    Table,
    Voice,
)
from habeas.cli.wording import counted, shortened
from habeas.model.accounts import Account
from habeas.model.reports import Report

MOST_VOICES = 4
"""Voices told of one row; the rest is counted."""

MOST_PLACES = 3
"""Places told of one voice below a sentence; the rest is counted."""

MOST_CUT = 24
"""Columns that a title keeps, however long the rest of its line is."""


def longest_pointer(library: Library) -> int:
    """Columns of the longest pointer into these reports."""
    pointers = (library.pointer(id_) for id_ in library.claims)
    return max((len(_pointer(one, library, "-")) for one in pointers), default=0)


def sheet_lines(sheet: Sheet, library: Library, page: Page) -> list[Text]:
    """One account, complete but for the list of reports."""
    dot = f" {page.glyphs.dot} "
    lines = [
        *page.across(styled(sheet.title, "strong")),
        *page.across(styled(dot.join(sheet.facts), "quiet")),
        page.rule(),
        *page.across(styled(dot.join(sheet.headline), "label")),
    ]
    for block in sheet.blocks:
        lines.append(Text())
        for section in block:
            lines += page.labelled(section.label, _section(section, library, page))
    return lines


def what_if_hint(sheets: Iterable[Sheet], library: Library) -> str:
    """How to see what follows without a claim or an assumption, by those that are shown."""
    items = [item for one in sheets for block in one.blocks for each in block for item in each.rows]
    sentences = [item for item in items if isinstance(item, Sentence)]
    ids = [note.id for one in sentences for note in one.notes if note.id]
    spoken = [one for one in sentences if one.notes and one.voices]
    if not spoken:
        return ""
    place = spoken[0].voices[-1].pointers[0]
    claim = f"{place.report}:{place.start}" if len(library.reports) > 1 else f"{place.start}"
    told = f"--aside {claim} shows what follows without that claim"
    return f"{told}, --reject {ids[0]} without that assumption." if ids else f"{told}."


def report_lines(
    reports: Sequence[Report], library: Library, page: Page, hint: str = ""
) -> list[Text]:
    """The numbered list that pointers refer to, how to follow them, and another hint."""
    lines: list[Text] = []
    for report in reports:
        number = f"{library.number(report.id)} " if len(library.reports) > 1 else ""
        copied = library.copied(report.id)
        lines += page.wrapped(_report(report, number, copied, page), page.body_width)
    for told in filter(None, (_how_to_follow(library, page.glyphs.dash), hint)):
        lines += page.wrapped(styled(told, "quiet"), page.body_width)
    return page.labelled("Reports", lines)


def _report(report: Report, number: str, copied: str, page: Page) -> Text:
    """One line: the title as far as there is room, then publisher, file, day and what it copies."""
    dot = f" {page.glyphs.dot} "
    title = printable(report.title)
    day = report.published.text if report.published else "no date"
    source = [printable(part) for part in (report.publisher, report.file or report.url) if part]
    room = page.body_width - len(number)
    least = min(len(title), MOST_CUT)
    # The voice of a row is mostly the publisher, so the title gives way first.
    tails = [dot.join(["", *some, day, *filter(None, [copied])]) for some in (source, source[-1:])]
    tail = next((one for one in tails if room - len(one) >= least), tails[-1])
    line = styled(number, "label")
    line.append(shortened(title, max(least, room - len(tail)), page.glyphs.ellipsis))
    return line.append(tail, style="quiet")


def short_lines(accounts: Iterable[Account], library: Library, page: Page) -> list[Text]:
    """Other events, two lines each: the title, then the day and the figures."""
    dot = f" {page.glyphs.dot} "
    lines: list[Text] = []
    for account in accounts:
        title = shortened(printable(account.event.title), page.body_width, page.glyphs.ellipsis)
        facts = dot.join((event_facts(account)[0], *headline(account, library)))
        lines += page.wrapped(Text(title), page.body_width)
        lines += page.note(facts)
    return page.labelled("Other", lines) if lines else []


def _how_to_follow(library: Library, dash: str) -> str:
    if len(library.reports) > 1:
        return f"2:72{dash}213: report 2, characters 72 to 213; see habeas read."
    return f"72{dash}213: characters 72 to 213; see habeas read."


def _pointer(pointer: Pointer, library: Library, dash: str) -> str:
    span = f"{pointer.start}{dash}{pointer.end}"
    return f"{pointer.report}:{span}" if len(library.reports) > 1 else span


def _section(section: Section, library: Library, page: Page) -> list[Text]:
    """The rows of a section; their voices begin in one column."""
    rows = [row for row in section.rows if isinstance(row, Row | Sum)]
    at = page.column_for([each for row in rows for each in _entries(row, library, page)])
    return [line for item in section.rows for line in _item(item, library, page, at)]


def _item(item: Item, library: Library, page: Page, at: int) -> list[Text]:
    if isinstance(item, Sentence):
        return sentence_lines(item, _pointed(item.voices, library, page), page)
    if isinstance(item, Steps):
        return steps_lines(item, page)
    if isinstance(item, Table):
        return table_lines(item, page)
    lines: list[Text] = []
    for place, (matter, said, depth) in enumerate(_entries(item, library, page)):
        lines += page.entry(matter, said, depth=depth, at=at)
        if isinstance(item, Sum) and place == 0:
            lines.append(page.bar([part.number for part in _by_size(item)]))
    if isinstance(item, Row):
        lines += [line for note in item.notes for line in page.note(note, depth=item.depth)]
    return lines


def _entries(row: Row | Sum, library: Library, page: Page) -> list[tuple[Text, Said, int]]:
    """What a row sets in columns: matter, voices, depth."""
    if isinstance(row, Row):
        matter = styled(row.strong, "strong")
        between = " " if row.strong and row.rest and not row.rest.startswith(",") else ""
        matter.append(f"{between}{row.rest}")
        return [(matter, _said(row.voices, library, page), row.depth)]
    parts = _by_size(row)
    terms = " + ".join(f"{part.number:,.0f}" for part in parts)
    # The total has its own row, with its voices, among the figures.
    made: list[tuple[Text, Said, int]] = [
        (styled(f"{row.total.number:,.0f} = {terms}", "strong"), (), 0)
    ]
    for place, part in enumerate(parts):
        matter = styled(f"{page.shade(place)} ", "accent").append(part.words, style="strong")
        matter.append(f" {part.rest}" if part.rest else "")
        made.append((matter, _said(part.voices, library, page), 0))
    return made


def _by_size(row: Sum) -> list[Part]:
    return sorted(row.parts, key=lambda part: -part.number)


def _said(voices: Sequence[Voice], library: Library, page: Page) -> list[tuple[str, str]]:
    """Each voice with a pointer to the first place, and in how many places it says so."""
    said = [
        (_voice(voice, page), _pointer(voice.pointers[0], library, page.glyphs.dash))
        for voice in voices[:MOST_VOICES]
    ]
    if more := len(voices) - len(said):
        said.append((f"and {counted(more, 'more voice')}", ""))
    return said


def _pointed(voices: Sequence[Voice], library: Library, page: Page) -> list[tuple[str, str]]:
    """Each voice with pointers to the places where it says so, as far as there are not many."""
    said = []
    for voice in voices:
        places = [_pointer(one, library, page.glyphs.dash) for one in voice.pointers]
        # One more place takes no more room than to say that there is one.
        shown = places if len(places) <= MOST_PLACES + 1 else places[:MOST_PLACES]
        more = f" and {len(places) - len(shown)} more" if len(places) > len(shown) else ""
        said.append((voice.words, ", ".join(shown) + more))
    return said


def _voice(voice: Voice, page: Page) -> str:
    times = len(voice.pointers)
    return voice.words if times == 1 else f"{voice.words} {page.glyphs.times}{times}"
