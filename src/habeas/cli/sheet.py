"""An account as rows to be shown: the same for the terminal and for Markdown.

Every row that shows a value carries the voice that says it and pointers to its words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from habeas.model.claims import Claim
from habeas.model.reports import Copy, Likeness, Report
from habeas.people.short_names import fullest_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """Where the words are: report by its number in the list, characters from start to end."""

    report: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who says something and how they stand to it, with every place where they say it."""

    words: str
    pointers: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of an account.

    Attributes:
        strong: The figure or name it is about; may be empty.
        rest: What is said about it.
        voices: By whose accounts; empty for what habeas itself works out.
        notes: Lines that belong to it: nationalities, a condition.
        depth: 1 for a part of the row before it, else 0.
    """

    strong: str = ""
    rest: str = ""
    voices: tuple[Voice, ...] = ()
    notes: tuple[str, ...] = ()
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One figure of a sum: `114`, whom it counts (`civilians to Ukraine`), who says it."""

    number: float
    words: str
    rest: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Figures that add up to another; the arithmetic has been checked."""

    total: Part
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A line below a sentence; of an assumption the id by which a user can reject it."""

    words: str
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A whole sentence on several claims; who says what it rests on stands below it."""

    words: str
    voices: tuple[Voice, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One bar of a waterfall.

    Attributes:
        label: What is counted: `announced`, `named`.
        words: The number, in words.
        start: Where the bar begins, in people.
        sure: How far it surely reaches, inclusive of `start`.
        perhaps: How far it may reach.
        is_missing: True for those of whom nothing else is known.
    """

    label: str
    words: str
    start: float
    sure: float
    perhaps: float
    is_missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """Bars on one scale, each beginning where another ends: from a word to a name."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Voices down, whom they count across; an empty cell is nothing said.

    Attributes:
        columns: Headings, whom the figures of a column count.
        rows: Each voice with a cell for each column.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


type Item = Row | Sum | Sentence | Steps | Table
"""What can stand in a section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Rows under one label. Sections of one block stand close together."""

    label: str
    rows: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One account, ready to be shown.

    Attributes:
        title: The event.
        facts: State, place, day, how many reports and claims.
        headline: The figures that matter, in one line.
        blocks: Sections that belong together, in order; none is empty.
    """

    title: str
    facts: tuple[str, ...]
    headline: tuple[str, ...]
    blocks: tuple[tuple[Section, ...], ...]


class Library:
    """Claims and reports by id, and the number each report is cited by."""

    def __init__(self, reports: Sequence[Report], claims: Sequence[Claim]) -> None:
        self.reports: Mapping[str, Report] = {report.id: report for report in reports}
        self.claims: Mapping[str, Claim] = {claim.id: claim for claim in claims}
        self._numbers = {report.id: number for number, report in enumerate(reports, start=1)}
        speakers: dict[str, list[str]] = {}
        for claim in claims:
            speakers.setdefault(claim.report, []).extend(s.name for s in claim.speakers)
        self._full_names = {key: fullest_names(names) for key, names in speakers.items()}

    def number(self, report: str) -> int:
        """The number a report is cited by, from 1."""
        return self._numbers[report]

    def copied(self, report: str) -> str:
        """What a report copies, in words: `copy of 3`; empty where it copies none.

        >>> Library([], []).copied("one")
        ''
        """
        copy = self._copies.get(report)
        if copy is None:
            return ""
        verb = "revises" if copy.likeness is Likeness.REVISION else "copy of"
        return f"{verb} {self.number(copy.of)}"

    @cached_property
    def _copies(self) -> Mapping[str, Copy]:
        from habeas.reports.copies import find_copies

        return {copy.report: copy for copy in find_copies(self.reports.values())}

    def full_name(self, report: str, speaker: str) -> str:
        """The fullest name that a report gives to one who speaks in it."""
        return self._full_names.get(report, {}).get(speaker, speaker)

    def pointer(self, claim: str) -> Pointer:
        """Where the words of a claim are."""
        passage = self.claims[claim].passage
        return Pointer(report=self.number(passage.report), start=passage.start, end=passage.end)
