"""Accounts as Markdown that a reporter can paste: every figure with its voice and its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.cli.account_sheet import event_facts, headline
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
from habeas.cli.wording import date_words
from habeas.model.accounts import Account
from habeas.model.reports import Report

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~!])")
_LEADING = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def markdown_of(sheets: Sequence[Sheet], rest: Sequence[Account], library: Library) -> str:
    """Accounts in full, others in short, and the reports with the words they are cited for.

    Text of the reports is escaped, so that it cannot add links, pictures or HTML.
    """
    notes = Notes(library)
    lines: list[str] = []
    for sheet in sheets:
        lines += _sheet(sheet, notes)
    if rest:
        lines += ["## Other events", ""]
        lines += [_short(account, library) for account in rest]
        lines.append("")
    lines += ["## Reports", ""]
    lines += [
        f"{number}. {_report(one, library.copied(one.id))}"
        for number, one in enumerate(library.reports.values(), 1)
    ]
    lines += ["", *notes.lines()]
    return "\n".join(lines).rstrip() + "\n"


class Notes:
    """Footnotes, one for each place that is pointed to, numbered as they come."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._numbers: dict[Pointer, int] = {}

    def mark(self, pointers: Sequence[Pointer]) -> str:
        """The marks of footnotes to these places."""
        for pointer in pointers:
            self._numbers.setdefault(pointer, len(self._numbers) + 1)
        return "".join(f"[^{self._numbers[pointer]}]" for pointer in pointers)

    def lines(self) -> list[str]:
        """The footnotes: the words, and where they stand."""
        reports = list(self._library.reports.values())
        made = []
        for pointer, number in self._numbers.items():
            words = escaped(reports[pointer.report - 1].text[pointer.start : pointer.end])
            place = f"report {pointer.report}, characters {pointer.start} to {pointer.end}"
            made.append(f"[^{number}]: “{words}” ({place})")
        return made


def escaped(text: str) -> str:
    """Text on one line that Markdown shows as it is.

    >>> escaped("![x](http://a) <b>")
    '\\\\!\\\\[x\\\\](http://a) \\\\<b\\\\>'
    """
    line = _SPECIAL.sub(r"\\\1", printable(text))
    return _LEADING.sub(r"\1\\\2", line)


def _sheet(sheet: Sheet, notes: Notes) -> list[str]:
    lines = [f"# {escaped(sheet.title)}", ""]
    lines += [f"*{escaped(' · '.join(sheet.facts))}*", ""]
    lines += [f"**{escaped(' · '.join(sheet.headline))}**", ""]
    for block in sheet.blocks:
        for section in block:
            lines += [f"## {section.label}", "", *_section(section, notes), ""]
    return lines


def _section(section: Section, notes: Notes) -> list[str]:
    return [line for item in section.rows for line in _item(item, notes)]


def _item(item: Item, notes: Notes) -> list[str]:
    if isinstance(item, Sum):
        parts = " + ".join(_part(part, notes) for part in item.parts)
        return [f"- {_part(item.total, notes)} = {parts}"]
    if isinstance(item, Sentence):
        marks = notes.mark([each for voice in item.voices for each in voice.pointers])
        below = [
            f"  - {'Assumed: ' if note.id else ''}{escaped(note.words)}" for note in item.notes
        ]
        return [f"- {escaped(item.words)}{marks}", *below]
    if isinstance(item, Steps):
        return [f"- {step.label}: **{escaped(step.words)}**" for step in item.steps]
    if isinstance(item, Table):
        return _table(item)
    return _row(item, notes)


def _table(table: Table) -> list[str]:
    rows = [("", *table.columns), *((voice, *cells) for voice, cells in table.rows)]
    lines = [f"| {' | '.join(escaped(cell) for cell in row)} |" for row in rows]
    return [lines[0], f"|---|{'---:|' * len(table.columns)}", *lines[1:]]


def _row(row: Row, notes: Notes) -> list[str]:
    strong = f"**{escaped(row.strong)}**" if row.strong else ""
    between = " " if strong and row.rest and not row.rest.startswith(",") else ""
    indent = "  " * row.depth
    matter = f"{strong}{between}{escaped(row.rest)}{_voices(row.voices, notes)}"
    return [f"{indent}- {matter}", *(f"{indent}  - {escaped(note)}" for note in row.notes)]


def _part(part: Part, notes: Notes) -> str:
    return f"**{escaped(part.words)}** {escaped(part.rest)}{_voices(part.voices, notes)}"


def _voices(voices: Sequence[Voice], notes: Notes) -> str:
    said = [f"{escaped(voice.words)}{notes.mark(voice.pointers)}" for voice in voices]
    return f" ({'; '.join(said)})" if said else ""


def _short(account: Account, library: Library) -> str:
    facts = " · ".join((event_facts(account)[0], *headline(account, library)))
    return f"- {escaped(account.event.title)}: {escaped(facts)}"


def _report(report: Report, copied: str) -> str:
    known = [report.title, report.publisher, report.file, report.url]
    parts = [escaped(part) for part in known if part]
    return ", ".join([*parts, date_words(report.published, "no date"), *filter(None, [copied])])
