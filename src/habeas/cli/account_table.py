"""Voices by whom they count: a row for each voice, a column for each kind of people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.accounts.populations import Population
from habeas.accounts.voices import is_unsourced
from habeas.cli.account_figures import number_of, voice_names
from habeas.cli.printable import printable
from habeas.cli.sheet import Library, Table
from habeas.cli.wording import ACT_WORDS, COUNTED_WORDS, count_words, state_names
from habeas.model.accounts import Account, Figure
from habeas.model.claims import Claim

_FREED = "freed"
_HELD = "still held"
_FOREIGN = "foreign"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One figure in its place."""

    claim: Claim
    column: str
    words: str

    @property
    def number(self) -> float:
        return number_of(self.claim) or 0.0


def figure_tables(account: Account, library: Library) -> list[Table]:
    """The table of an account; none where a list of the figures says as much.

    A cell holds each figure that the voice gives, the greatest first. Reports that repeat
    a figure without a source have no row of their own.
    """
    told = [*_told(account.figures, _FREED, library), *_told(account.held, _HELD, library)]
    for figure in account.counted:
        act = library.claims[figure.claim].act
        told += _told([figure], COUNTED_WORDS.get(act, ACT_WORDS[act]), library)
    sourced = {(one.column, one.words) for one in told if not is_unsourced(one.claim)}
    told = [
        one for one in told if not is_unsourced(one.claim) or (one.column, one.words) not in sourced
    ]
    names = voice_names((one.claim for one in told), library)
    columns = _ranked(told)
    rows: dict[str, dict[str, list[_Told]]] = {}
    for one in told:
        rows.setdefault(names[one.claim.id], {}).setdefault(one.column, []).append(one)
    if len(columns) < 2 or len(rows) < 2:
        return []
    return [
        Table(
            columns=columns,
            rows=tuple(
                (voice, tuple(_cell(cells.get(column, ())) for column in columns))
                for voice, cells in rows.items()
            ),
        )
    ]


def _told(figures: Sequence[Figure], people: str, library: Library) -> Iterator[_Told]:
    for figure in figures:
        claim = library.claims[figure.claim]
        if claim.count is not None:
            column = column_words(figure.population, people)
            yield _Told(claim=claim, column=column, words=count_words(claim.count))


def _ranked(told: Sequence[_Told]) -> tuple[str, ...]:
    """Everybody freed and everybody held first, then whom the greatest figures count."""
    greatest: dict[str, float] = {}
    for one in told:
        greatest[one.column] = max(one.number, greatest.get(one.column, 0.0))
    whole = {_FREED: 0, _HELD: 1}
    return tuple(sorted(greatest, key=lambda name: (whole.get(name, 2), -greatest[name])))


def _cell(told: Sequence[_Told]) -> str:
    ranked = sorted(told, key=lambda one: -one.number)
    return ", ".join(dict.fromkeys(one.words for one in ranked))


def column_words(population: Population, people: str) -> str:
    """Whom a column counts, shortly: `to Lithuania`, `women`, `still held`."""
    words = [_singled(attribute, value) for attribute, value in population]
    if not words:
        return people
    return ", ".join(words if people == _FREED else [*words, people])


def _singled(attribute: str, value: str) -> str:
    is_state = len(value) == 2 and value.isupper()
    shown = state_names([value])[0] if is_state else printable(value)
    if attribute == "destination":
        return f"to {shown}"
    if attribute == "citizenship":
        return "foreigners" if value == _FOREIGN else f"citizens of {shown}"
    if attribute == "place":
        return f"in {shown}"
    return shown
