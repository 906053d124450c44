"""What a row tells of a person beside the name, as particulars."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from habeas.claims.list_vocabulary import acts_of, country_of, means
from habeas.model.claims import FREEING, Act
from habeas.model.dates import EdtfDate
from habeas.people.evidence import Age, ListRow, Particulars, Sex, Undergone
from habeas.people.lists.listed import Cell
from habeas.reports.dates import read_date

_SEVERAL = re.compile(r"\s*[;|\n]\s*")
_AGE = re.compile(r"\D{0,12}(1[01]\d|\d{1,2})(?!\d)")
_LIKE_A_DATE = re.compile(r"[\d./\-–: ?~%]{1,30}")
_SEXES = {
    Sex.FEMALE: frozenset(
        "f female woman w ж жен женский женщина жаночы кабета m.f femenino mujer femme féminin"
        " weiblich kadın أنثى زن 女 nữ".split()
    ),
    Sex.MALE: frozenset(
        "m male man м муж мужской мужчина мужчынскі masculino hombre homme masculin männlich"
        " erkek ذكر مرد 男 nam".split()
    ),
}
_DATED = {
    "arrest-date": Act.ARREST,
    "sentence-date": Act.SENTENCE,
    "release-date": Act.RELEASE,
    "death-date": Act.DIE,
}
_MOST_WORDS = 500

type Report = Callable[[str, str, Cell], None]
"""Takes what is wrong, the remedy, and the cell."""


@dataclass(slots=True)
class Told:
    """The cells of one row by what they hold, and where to tell what is wrong with them."""

    cells: Sequence[Cell]
    report: Report
    _by_kind: dict[str, list[Cell]] = field(init=False)

    def __post_init__(self) -> None:
        self._by_kind = {}
        for cell in self.cells:
            if cell.kind is not None and not means(cell.text, "no"):
                self._by_kind.setdefault(cell.kind, []).append(cell)

    def of(self, kind: str) -> list[Cell]:
        """The cells of one kind, in the order of the row."""
        return self._by_kind.get(kind, [])

    def parts(self, kind: str) -> tuple[str, ...]:
        """The values of cells that may hold several, each once."""
        found = (part[:_MOST_WORDS] for cell in self.of(kind) for part in _SEVERAL.split(cell.text))
        return tuple(dict.fromkeys(part for part in found if part))

    def dates(self, kind: str) -> list[EdtfDate]:
        """The dates of one kind; what is none is told."""
        read = []
        for cell in self.of(kind):
            for text in filter(None, _SEVERAL.split(cell.text)):
                if means(text, "yes"):
                    continue
                when = read_date(text)
                if when is not None:
                    read.append(when)
                    continue
                # Only what looks like a date is repeated: a shifted cell may hold a name.
                shown = f"{text!r} is" if _LIKE_A_DATE.fullmatch(text) else "a text that is"
                self.report(f"{shown} not one date", "write 2024, 2024-02 or 2024-02-29", cell)
        return read


def particulars_of(
    told: Told, names: tuple[str, ...], place: ListRow, on: EdtfDate | None
) -> Particulars:
    """Gather what a row tells.

    Args:
        told: The row.
        names: Its spellings.
        place: The list and row it stands in.
        on: Day the list is of, for which ages are right; None where it does not say.
    """
    return Particulars(
        names=names,
        births=tuple(dict.fromkeys(told.dates("birth-date"))),
        ages=tuple(Age(years=years, on=on) for years in _ages(told)),
        sexes=_sexes(told),
        nationalities=_nationalities(told),
        places=_places(told),
        occupations=told.parts("role"),
        charges=told.parts("charges"),
        case_numbers=told.parts("case-number"),
        undergone=_undergone(told),
        lists=(place,),
    )


def _ages(told: Told) -> list[int]:
    ages = []
    for cell in told.of("age"):
        years = _AGE.match(cell.text)
        if years is None:
            told.report("an age that is not a number", "write whole years: 34", cell)
        else:
            ages.append(int(years[1]))
    return ages


def _sexes(told: Told) -> tuple[Sex, ...]:
    found: dict[Sex, None] = {}
    for cell in told.of("sex"):
        word = cell.text.strip(" .").casefold()
        for sex, words in _SEXES.items():
            if word in words:
                found[sex] = None
    return tuple(found)


def _nationalities(told: Told) -> tuple[str, ...]:
    codes: dict[str, None] = {}
    for cell in told.of("citizenship"):
        # As a whole first: some names of countries hold a comma.
        whole = country_of(cell.text)
        for part in (cell.text,) if whole else re.split(r"\s*[;|,/]\s*", cell.text[:_MOST_WORDS]):
            code = country_of(part) if part else None
            if code is not None:
                codes[code] = None
            elif part:
                told.report(
                    "a country that is not known",
                    "write its two-letter code (ISO 3166) or its name",
                    cell,
                )
    return tuple(codes)


def _places(told: Told) -> tuple[str, ...]:
    # Without an act a "place" is where somebody is from; with one it is where it was done.
    loose = () if told.of("status") else told.parts("place")
    return tuple(dict.fromkeys((*told.parts("residence"), *loose)))


def _undergone(told: Told) -> tuple[Undergone, ...]:
    found = [
        Undergone(act=act, when=when) for kind, act in _DATED.items() for when in told.dates(kind)
    ]
    found += [
        Undergone(act=Act.HOLD, place=cell.text[:_MOST_WORDS]) for cell in told.of("facility")
    ]
    places = [cell.text[:_MOST_WORDS] for cell in told.of("place")]
    acts = [act for cell in told.of("status") for act in acts_of(cell.text)[:1]]
    days = told.dates("date") if acts else []
    if acts and (days or places):
        act = acts[0]
        if act in FREEING and any(each.act is Act.RELEASE for each in found) and not places:
            return tuple(found)
        found.append(
            Undergone(act=act, when=next(iter(days), None), place=next(iter(places), None))
        )
    return tuple(dict.fromkeys(found))
