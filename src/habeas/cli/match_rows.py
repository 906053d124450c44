"""Two lists side by side as a table with a line for each finding, for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from habeas.cli.printable import printable
from habeas.model.people import Band
from habeas.people.lists import ListedPerson, Pair, SideBySide

_FORMULA = ("=", "+", "-", "@")
TWICE_IN_A = "twice in A"
TWICE_IN_B = "twice in B"

_OWN = ("finding", "score", "rivals", "evidence")
_OF_A_SIDE = ("row", "id", "name", "other names")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line: what was found, and the rows it is about.

    Attributes:
        kind: `same`, `probable`, `possible`, `only in A`, `anonymous in B`, `twice in A`, ….
        left, right: The rows, each None where the finding is not about that side. Of
            those that stand twice on one list both are rows of that list.
        pair: Score and evidence; None where only one row is meant.
    """

    kind: str
    left: ListedPerson | None
    right: ListedPerson | None
    pair: Pair | None = None


def findings(found: SideBySide) -> Iterator[Finding]:
    """Every finding, the surest first."""
    for pair in found.pairs:
        yield _of_pair(str(pair.band), pair)
    for person in found.only_left:
        yield Finding(kind="only in A", left=person, right=None)
    for person in found.only_right:
        yield Finding(kind="only in B", left=None, right=person)
    for person in found.anonymous_left:
        yield Finding(kind="anonymous in A", left=person, right=None)
    for person in found.anonymous_right:
        yield Finding(kind="anonymous in B", left=None, right=person)
    for pair in found.twice_left:
        yield _of_pair(TWICE_IN_A, pair)
    for pair in found.twice_right:
        yield _of_pair(TWICE_IN_B, pair)


def headline(found: SideBySide) -> list[str]:
    """How many findings there are of each kind; kinds that are rare only where there are any."""
    anonymous = len(found.anonymous_left) + len(found.anonymous_right)
    twice = len(found.twice_left) + len(found.twice_right)
    numbers = [
        *((len(found.of_band(band)), band.value) for band in Band if band is not Band.DIFFERENT),
        (len(found.only_left), "only in A"),
        (len(found.only_right), "only in B"),
        (anonymous, "without a name"),
        (twice, "perhaps listed twice"),
    ]
    always = {"same", "probable", "possible", "only in A", "only in B"}
    return [f"{number:,} {words}" for number, words in numbers if number or words in always]


def evidence_of(pair: Pair) -> tuple[str, ...]:
    """What speaks for and against a pair, and what else a person should know of it."""
    told = [printable(sentence) for sentence in pair.evidence]
    if pair.has_one_id:
        told.append(f"Both rows have the id {printable(pair.left.id or '')}.")
    if pair.rivals:
        rows = "another row is" if pair.rivals == 1 else f"{pair.rivals} other rows are"
        told.append(f"A person must look: {rows} as likely or nearly so.")
    elif pair.band is Band.POSSIBLE:
        told.append("A person must look.")
    return tuple(told)


def table(found: SideBySide) -> tuple[list[str], list[list[str]]]:
    """Headers, and a row of cells for each finding; every cell safe in a terminal.

    Columns of the lists follow those of ours, each once and only where it is filled,
    as `A: <header>` and `B: <header>`. Of two rows of one list the first stands under A
    whichever list it is, the second under B, and their columns are left out.
    """
    listed = list(findings(found))
    kept = [_kept(found.left.people), _kept(found.right.people)]
    headers = [
        *_OWN,
        *(f"{column} {side}" for side in "AB" for column in _OF_A_SIDE),
        *(f"{side}: {header}" for side, some in zip("AB", kept, strict=True) for header in some),
    ]
    rows = []
    for one in listed:
        cells = [one.kind, *_scored(one.pair)]
        cells += [*_person(one.left), *_person(one.right)]
        is_twice = one.kind in (TWICE_IN_A, TWICE_IN_B)
        for person, some in zip((one.left, one.right), kept, strict=True):
            cells += _columns(None if is_twice else person, some)
        rows.append([printable(cell) for cell in cells])
    return [printable(header) for header in headers], rows


def without_formula(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: those that begin like one get an apostrophe.

    >>> without_formula("=1+1"), without_formula("-"), without_formula("Ada Marr")
    ("'=1+1", '-', 'Ada Marr')
    """
    return f"'{cell}" if cell.startswith(_FORMULA) and len(cell) > 1 else cell


def _of_pair(kind: str, pair: Pair) -> Finding:
    return Finding(kind=kind, left=pair.left, right=pair.right, pair=pair)


def _scored(pair: Pair | None) -> list[str]:
    if pair is None:
        return ["", "", ""]
    score = f"{pair.score:.4f}" if pair.match is not None else ""
    return [score, str(pair.rivals), " ".join(evidence_of(pair))]


def _person(person: ListedPerson | None) -> list[str]:
    if person is None:
        return ["", "", "", ""]
    place = f"{person.sheet}:{person.row}" if person.sheet else str(person.row)
    name = person.names[0] if person.names else person.words
    return [place, person.id or "", name, "; ".join(person.names[1:])]


def _kept(people: Iterable[ListedPerson]) -> list[str]:
    headers = (cell.header for person in people for cell in person.cells)
    return list(dict.fromkeys(headers))


def _columns(person: ListedPerson | None, headers: Sequence[str]) -> list[str]:
    values: dict[str, list[str]] = {}
    for cell in person.cells if person is not None else ():
        values.setdefault(cell.header, []).append(cell.text)
    return ["; ".join(values.get(header, ())) for header in headers]
