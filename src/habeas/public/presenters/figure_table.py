"""Speakers by whom they count: one row for each voice, one column for each kind of people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from habeas.model.accounts import Bounds
from habeas.model.claims import Stance
from habeas.public.presenters import wording
from habeas.public.presenters.derived import by_whole
from habeas.public.presenters.folding import folded
from habeas.public.presenters.voices import voices_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from habeas.model.accounts import Bound
    from habeas.public.presenters.claims import ClaimLine
    from habeas.public.presenters.figures import FigureGroup
    from habeas.public.presenters.folding import Folded
    from habeas.public.presenters.shelf import Population
    from habeas.public.presenters.voices import Voice

FIRST_ROWS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class CellFigure:
    """A figure in a cell and its words; `stance` is empty where it is said to have happened."""

    text: str
    href: str
    stance: str
    is_soft: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one voice says of one kind of people; empty where it says nothing.

    `column` is the heading again, for screens too narrow for a table.
    """

    column: str
    figures: tuple[CellFigure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRow:
    """One voice and its figures, a cell for each column."""

    voice: Voice
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureTable:
    """Voices by kinds of people.

    Attributes:
        columns: Headings: everyone first, then the kinds with the greatest figures.
        rows: In the order of the figures.
        together: What all claims together allow of each column; empty texts where that is
            not known, no texts at all where nothing is.
    """

    columns: tuple[str, ...]
    rows: Folded[SpeakerRow]
    together: tuple[Cell, ...]

    @property
    def tells_more(self) -> bool:
        """True where a table says more than a list: several voices, several columns."""
        return len(self.columns) > 1 and len(self.rows) > 1


def figure_table(groups: Sequence[FigureGroup], bounds: Iterable[Bound]) -> FigureTable:
    """Arrange figures that stand in groups of one number and one kind of people each."""
    heads = {group.people: group.population or _("everyone") for group in groups}
    people = {line.id: group for group in groups for line in group.lines}
    voices = voices_of(line for group in groups for line in group.lines)
    rows = [
        SpeakerRow(
            voice=voice,
            cells=tuple(
                Cell(column=head, figures=_figures(voice, of, people)) for of, head in heads.items()
            ),
        )
        for voice in voices
    ]
    return FigureTable(
        columns=tuple(heads.values()),
        rows=folded(rows, first=FIRST_ROWS),
        together=_together(heads, bounds),
    )


def _figures(
    voice: Voice, of: Population, people: Mapping[str, FigureGroup]
) -> tuple[CellFigure, ...]:
    """The figures of one voice of one kind of people, each number once."""
    together: dict[str, list[ClaimLine]] = {}
    for line in voice.lines:
        if people[line.id].people == of:
            together.setdefault(line.figure, []).append(line)
    return tuple(
        CellFigure(
            text=text,
            href=same[0].words_href,
            stance=_stance(same),
            is_soft=people[same[0].id].is_about or people[same[0].id].is_open,
        )
        for text, same in together.items()
    )


def _stance(lines: Sequence[ClaimLine]) -> str:
    """How the speaker stands to it; empty for what is simply said to have happened."""
    stances = tuple(dict.fromkeys(line.stance for line in lines))
    return "" if stances == (str(wording.STANCES[Stance.REPORTED]),) else ", ".join(stances)


def _together(heads: Mapping[Population, str], bounds: Iterable[Bound]) -> tuple[Cell, ...]:
    known = {bound.population: bound for bound in next(iter(by_whole(bounds)), ())}
    if not known.keys() & heads.keys():
        return ()
    return tuple(
        Cell(column=head, figures=(_derived(known[of]),) if of in known else ())
        for of, head in heads.items()
    )


def _derived(bound: Bound) -> CellFigure:
    text = wording.bounds(Bounds(low=bound.low, high=bound.high))
    return CellFigure(text=text, href="#follows", stance="", is_soft=True)
