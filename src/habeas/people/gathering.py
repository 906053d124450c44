"""What the claims of persons tell of them beside their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from habeas.model.claims import FREEING, Act, Claim, Stance
from habeas.model.dates import EdtfDate
from habeas.model.people import Person
from habeas.model.reports import Report
from habeas.people.descriptions import Described, descriptions_of
from habeas.people.evidence import Age, ListRow, Particulars, Undergone
from habeas.people.evidence.sexed import sexes_told
from habeas.people.spellings import fold_spelling

_DONE = frozenset({Stance.REPORTED, Stance.CONFIRMED})
_UNDERGONE = FREEING | {
    Act.ARREST,
    Act.REARREST,
    Act.CHARGE,
    Act.SENTENCE,
    Act.HOLD,
    Act.TRANSFER,
    Act.DIE,
    Act.DISAPPEAR,
}
_WORDS = "words"
_OF_ROWS = (
    "names",
    "births",
    "ages",
    "sexes",
    "nationalities",
    "places",
    "occupations",
    "charges",
    "case_numbers",
    "undergone",
    "lists",
)

type Fact = tuple[str, Any]
"""A field of `Particulars`, or the words in place of a name, and one value of it."""


def gather_particulars(
    people: Iterable[Person], claims: Iterable[Claim], reports: Iterable[Report] = ()
) -> dict[str, Particulars]:
    """Gather what claims tell of the persons they name.

    An age counts for the time between the act it is told with and the day the report
    was published. Acts that are denied, demanded or still to come tell nothing.

    Args:
        people: In any order.
        claims: Those in which the persons are mentioned, and others, in any order.
        reports: For days of publication, and for which claims are rows of one list.

    Returns:
        Person id → what is told; every person has an entry.
    """
    told = Sources(claims, reports)
    return {person.id: told.particulars_of(person) for person in people}


class Sources:
    """Claims, reports and rows of lists, by what tells of whom; each row is read once."""

    def __init__(self, claims: Iterable[Claim], reports: Iterable[Report] = ()) -> None:
        """Take what tells of persons; see `gather_particulars`."""
        claims = tuple(claims)
        self._claims = {claim.id: claim for claim in claims}
        self._reports = {report.id: report for report in reports}
        self._starts: dict[str, set[int]] = {}
        for claim in self._claims.values():
            self._starts.setdefault(claim.report, set()).add(claim.passage.start)
        self._described = {each.mention: each.told for each in descriptions_of(claims)}
        self._rows: dict[str, dict[int, Particulars]] = {}

    def particulars_of(self, person: Person) -> Particulars:
        """What is told of one person."""
        return particulars_of_facts(person.names, self._facts(person))

    def _facts(self, person: Person) -> Iterator[Fact]:
        spellings = {fold_spelling(key.name) for key in person.mentions}
        for key in {key.claim for key in person.mentions} & self._claims.keys():
            claim = self._claims[key]
            report = self._reports.get(claim.report)
            yield from facts_of_everybody(claim)
            for name, facts in facts_by_name(claim, report):
                if fold_spelling(name) in spellings:
                    yield from facts
            if report is not None and report.is_table:
                yield from facts_of_row(self._row(claim, report))
        for mention in person.mentions:
            if mention in self._described:
                claim = self._claims[mention.claim]
                report = self._reports.get(claim.report)
                yield from facts_of_description(self._described[mention], claim, report)

    def _row(self, claim: Claim, report: Report) -> Particulars:
        """What the row of a list tells in columns of which no claim is made."""
        if report.id not in self._rows:
            self._rows[report.id] = rows_told(report, self._starts[report.id])
        return row_told(claim, report, self._rows[report.id])


def particulars_of_facts(names: tuple[str, ...], facts: Iterable[Fact]) -> Particulars:
    """What is told of one person, sorted, so that the order in which it is told says nothing.

    Args:
        names: Spellings; who is named nowhere else stays without a name.
        facts: In any order, and any number of times.
    """
    told: defaultdict[str, set[Any]] = defaultdict(set)
    for kind, value in facts:
        told[kind].add(value)
    others = sorted(told["names"]) if names else ()
    sexes = {*told["sexes"], *sexes_told((*told["occupations"], *told[_WORDS]))}
    return Particulars(
        names=tuple(dict.fromkeys((*names, *others))),
        births=tuple(sorted(told["births"], key=str)),
        ages=tuple(sorted(told["ages"], key=lambda age: (age.years, str(age.on)))),
        sexes=tuple(sorted(sexes)),
        nationalities=tuple(sorted(told["nationalities"])),
        places=tuple(sorted(told["places"])),
        occupations=tuple(sorted(told["occupations"])),
        charges=tuple(sorted(told["charges"])),
        case_numbers=tuple(sorted(told["case_numbers"])),
        undergone=tuple(
            sorted(told["undergone"], key=lambda u: (u.act, str(u.when), u.place or ""))
        ),
        lists=tuple(sorted(told["lists"], key=lambda row: (row.list, row.row))),
    )


def facts_of_everybody(claim: Claim) -> Iterator[Fact]:
    """What a claim tells of everybody whom it names."""
    for charge in claim.charges:
        yield "charges", charge
    if claim.act in _UNDERGONE and claim.stance in _DONE:
        when = claim.when.edtf if claim.when is not None else None
        yield "undergone", Undergone(act=claim.act, when=when, place=claim.place)


def facts_by_name(claim: Claim, report: Report | None) -> Iterator[tuple[str, Sequence[Fact]]]:
    """What a claim tells of whoever bears each of its names, by the name as written."""
    for mention in claim.names:
        facts: list[Fact] = [("occupations", role) for role in mention.roles]
        if mention.age is not None:
            facts.append(("ages", Age(years=mention.age, on=_told_for(claim, report))))
        if mention.nationality is not None:
            facts.append(("nationalities", mention.nationality))
        if facts:
            yield mention.name, facts


def facts_of_description(
    described: Described, claim: Claim, report: Report | None
) -> Iterator[Fact]:
    """What a claim tells of somebody without a name."""
    if described.age is not None:
        yield "ages", Age(years=described.age, on=_told_for(claim, report))
    if described.nationality:
        yield "nationalities", described.nationality
    if len(claim.nationalities) == 1:
        yield "nationalities", claim.nationalities[0]
    if described.place:
        yield "places", described.place
    if described.occupation:
        yield "occupations", described.occupation
    yield _WORDS, claim.group or ""


def facts_of_row(row: Particulars) -> Iterator[Fact]:
    """What a row of a list tells, the other names in it too, of which no claim is made."""
    for kind in _OF_ROWS:
        for value in getattr(row, kind):
            yield kind, value


def rows_told(report: Report, starts: Collection[int]) -> dict[int, Particulars]:
    """Where each of some rows of a list begins → what it tells."""
    from habeas.people.lists.rows import RowReader
    from habeas.people.lists.tables import placed_people

    reader = RowReader(where="", digest=report.id, on=report.published)
    return {
        start: person.particulars for start, person in placed_people(report.text, reader, starts)
    }


def row_told(claim: Claim, report: Report, rows: Mapping[int, Particulars]) -> Particulars:
    """What the row tells in which a claim stands, of those that `rows_told` gives."""
    own = ListRow(list=report.id, row=str(claim.passage.start))
    return rows.get(claim.passage.start, Particulars(lists=(own,)))


def _told_for(claim: Claim, report: Report | None) -> EdtfDate | None:
    """The span an age can be of: from the act to the publication, as far as both are known."""
    published = report.published if report is not None else None
    happened = claim.when.edtf if claim.when is not None else None
    dates = [date for date in (happened, published) if date is not None]
    days = [day for date in dates for day in (date.earliest, date.latest) if day is not None]
    if not days or any(date.earliest is None or date.latest is None for date in dates):
        return None
    if min(days) == max(days):
        return EdtfDate.of_day(min(days))
    return EdtfDate.parse(f"{min(days)}/{max(days)}")
