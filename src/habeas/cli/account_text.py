"""Accounts for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text

from habeas.cli.account_sheet import event_facts, headline
from habeas.cli.ledger import Page, styled
from habeas.cli.printable import printable
from habeas.cli.sheet import Difference, Library, Part, Pointer, Row, Section, Sheet, Sum
from habeas.cli.wording import date_words, shortened
from habeas.model.accounts import Account
from habeas.model.reports import Report


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


def report_lines(reports: Sequence[Report], library: Library, page: Page) -> list[Text]:
    """The numbered list that pointers refer to, one line a report, and how to follow them."""
    dot = f" {page.glyphs.dot} "
    lines: list[Text] = []
    for report in reports:
        number = f"{library.number(report.id)} " if len(library.reports) > 1 else ""
        source = dot.join(_source(report))
        room = max(12, page.body_width - len(number) - len(source) - len(dot))
        title = shortened(printable(report.title), room, page.glyphs.ellipsis)
        line = styled(number, "label")
        line.append(title)
        line.append(f"{dot}{source}", style="quiet")
        lines += page.wrapped(line, page.body_width)
    lines += page.wrapped(
        styled(_how_to_follow(library, page.glyphs.dash), "quiet"), page.body_width
    )
    return page.labelled("Reports", lines)


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


def _source(report: Report) -> list[str]:
    known = (report.publisher, report.file or report.url)
    return [
        *(printable(part) for part in known if part),
        date_words(report.published, "no date"),
    ]


def _pointer(pointer: Pointer, library: Library, dash: str) -> str:
    span = f"{pointer.start}{dash}{pointer.end}"
    return f"{pointer.report}:{span}" if len(library.reports) > 1 else span


def _section(section: Section, library: Library, page: Page) -> list[Text]:
    lines: list[Text] = []
    for row in section.rows:
        if isinstance(row, Sum):
            lines += _sum(row, library, page)
        elif isinstance(row, Difference):
            lines += _difference(row, library, page)
        else:
            lines += _row(row, library, page)
    return lines


def _row(row: Row, library: Library, page: Page) -> list[Text]:
    matter = styled(row.strong, "strong")
    between = " " if row.strong and row.rest and not row.rest.startswith(",") else ""
    matter.append(f"{between}{row.rest}")
    pointer = _pointer(row.pointers[0], library, page.glyphs.dash) if row.pointers else ""
    if len(row.pointers) > 1:
        # The claims of a finding stand above it, each with its own pointer.
        pointer = ""
    lines = page.entry(matter, row.voice, pointer, depth=row.depth)
    for note in row.notes:
        lines += page.note(note, depth=row.depth)
    return lines


def _sum(row: Sum, library: Library, page: Page) -> list[Text]:
    parts = sorted(row.parts, key=lambda part: -part.number)
    words = f"{row.total.words} = {' + '.join(part.words for part in parts)}"
    lines = _part(styled(words, "strong"), row.total, library, page)
    lines.append(page.bar([part.number for part in parts]))
    for place, part in enumerate(parts):
        matter = styled(f"{page.shade(place)} ", "accent")
        lines += _part(matter.append(part.words, style="strong"), part, library, page)
    return lines


def _part(matter: Text, part: Part, library: Library, page: Page) -> list[Text]:
    return page.entry(matter, part.voice, _pointer(part.pointer, library, page.glyphs.dash))


def _difference(row: Difference, library: Library, page: Page) -> list[Text]:
    cells = [
        [
            styled(part.words, "strong"),
            Text(part.voice),
            styled(_pointer(part.pointer, library, page.glyphs.dash), "quiet"),
        ]
        for part in row.parts
    ]
    return [*page.wrapped(Text(row.explanation), page.body_width), *page.side_by_side(cells)]
