"""What readers gather of an entry, and the entry they make of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from habeas.claims.list_vocabulary import country_of
from habeas.model.dates import EdtfDate
from habeas.model.problems import Problem
from habeas.model.sanctions import EntityKind, ListedEntity, ListedName, NameKind
from habeas.people.names.scripts import script_of

MOST_PROBLEMS = 100
"""Problems that are told one by one."""

_LICENCE = re.compile(r"\bgeneral\s+licen[cs]e", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.;])\s+(?=[A-Z(])")
_NO_COUNTRY = frozenset({"", "undetermined", "unknown", "none", "na", "n/a"})
_RANKS = {kind: rank for rank, kind in enumerate(NameKind)}


@dataclass(slots=True, kw_only=True)
class Notices:
    """What could not be used so far.

    Attributes:
        where: How messages call the file.
        told: At most `MOST_PROBLEMS`.
        untold: How many more there are.
    """

    where: str
    told: list[Problem] = field(default_factory=list)
    untold: int = 0

    def add(self, what: str, place: str, remedy: str) -> None:
        """Tell of one value; never of what stands in it."""
        if len(self.told) < MOST_PROBLEMS:
            self.told.append(Problem(what=what, where=f"{self.where}, {place}", remedy=remedy))
        else:
            self.untold += 1

    def problems(self) -> tuple[Problem, ...]:
        """Everything told, and how much more there was."""
        more = Problem(
            what=f"{self.untold:,} more values that could not be used",
            where=self.where,
            remedy="see those above",
        )
        return (*self.told, more) if self.untold else tuple(self.told)


@dataclass(slots=True, kw_only=True)
class Draft:
    """An entry while it is read; sets, since the order in a file tells nothing."""

    id: str
    kind: EntityKind
    place: str
    notices: Notices
    names: dict[str, NameKind] = field(default_factory=dict)
    births: set[EdtfDate] = field(default_factory=set)
    nationalities: set[str] = field(default_factory=set)
    programs: set[str] = field(default_factory=set)
    provisions: set[str] = field(default_factory=set)
    legal_bases: set[str] = field(default_factory=set)
    listed_on: set[EdtfDate] = field(default_factory=set)
    notes: set[str] = field(default_factory=set)

    def add_name(self, kind: NameKind, *parts: str | None) -> None:
        """Add a spelling; one that is given twice is of the weightier kind."""
        text = " ".join(word for part in parts for word in (part or "").split())
        if text and _RANKS[kind] <= _RANKS[self.names.get(text, NameKind.WEAK_ALIAS)]:
            self.names[text] = kind

    def add_birth(self, found: EdtfDate | None, written: str | None) -> None:
        """Add a birth date; one that is written and not understood is told."""
        self._add_day(self.births, found, written, "a birth date that is no date")

    def add_listing(self, found: EdtfDate | None, written: str | None) -> None:
        """Add a day of listing; one that is written and not understood is told."""
        self._add_day(self.listed_on, found, written, "a day of listing that is no date")

    def add_country(self, name: str | None) -> None:
        """Add a nationality, by its code where it is a country known."""
        if name and name.strip().casefold() not in _NO_COUNTRY:
            self.nationalities.add(_code_of(name.strip()))

    def finish(self) -> ListedEntity:
        """The entry; what it has several of stands sorted."""
        notes = tuple(sorted(self.notes))
        return ListedEntity(
            id=self.id,
            kind=self.kind,
            names=tuple(_listed(self.names)),
            birth_dates=tuple(sorted(self.births, key=str)),
            nationalities=tuple(sorted(self.nationalities)),
            programs=tuple(sorted(self.programs)),
            provisions=tuple(sorted(self.provisions)),
            legal_bases=tuple(sorted(self.legal_bases)),
            listed_on=tuple(sorted(self.listed_on, key=str)),
            notes=notes,
            licences=tuple(licences_in(notes)),
            place=self.place,
        )

    def _add_day(
        self, days: set[EdtfDate], found: EdtfDate | None, written: str | None, what: str
    ) -> None:
        if found is not None:
            days.add(found)
        elif written and written.strip():
            self.notices.add(what, self.place, "look it up at the source")


def add_text(texts: set[str], *parts: str | None) -> None:
    """Add words to a set, spaces made even; nothing where there are none."""
    text = " ".join(word for part in parts for word in (part or "").split())
    if text:
        texts.add(text)


def licences_in(notes: Iterable[str]) -> Iterator[str]:
    """The sentences that speak of a general licence, each once.

    >>> list(licences_in(["Blocked. General License 13 applies. See the notice."]))
    ['General License 13 applies.']
    """
    found = dict.fromkeys(
        sentence.strip()
        for note in notes
        if _LICENCE.search(note)
        for sentence in _SENTENCE_END.split(note)
        if _LICENCE.search(sentence)
    )
    yield from found


def _listed(names: dict[str, NameKind]) -> list[ListedName]:
    listed = [
        ListedName(kind=kind, text=text, script=script_of(text)) for text, kind in names.items()
    ]
    # A name in Latin letters before the same in others, since it is the one to call it by.
    return sorted(listed, key=lambda name: (_RANKS[name.kind], name.script != "Latn", name.text))


@lru_cache(maxsize=4096)
def _code_of(name: str) -> str:
    return country_of(name) or name
