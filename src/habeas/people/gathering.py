"""What the claims of persons tell of them beside their names."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from habeas.model.claims import FREEING, Act, Claim, Mention, Stance
from habeas.model.dates import EdtfDate
from habeas.model.people import Person
from habeas.model.reports import Report
from habeas.people.descriptions import Described, descriptions_of
from habeas.people.evidence import Age, ListRow, Particulars, Sex, Undergone
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
        told = _Told()
        spellings = {fold_spelling(key.name) for key in person.mentions}
        for key in sorted({key.claim for key in person.mentions} & self._claims.keys()):
            claim = self._claims[key]
            report = self._reports.get(claim.report)
            _take(told, claim, spellings, report)
            if report is not None and report.is_table:
                told.add(self._row(claim, report))
        for mention in person.mentions:
            if mention in self._described:
                claim = self._claims[mention.claim]
                report = self._reports.get(claim.report)
                _take_described(told, self._described[mention], claim, report)
        return told.particulars(person.names)

    def _row(self, claim: Claim, report: Report) -> Particulars:
        """What the row of a list tells in columns of which no claim is made."""
        if report.id not in self._rows:
            self._rows[report.id] = _rows_of(report, self._starts[report.id])
        own = ListRow(list=report.id, row=str(claim.passage.start))
        return self._rows[report.id].get(claim.passage.start, Particulars(lists=(own,)))


def _rows_of(report: Report, starts: Collection[int]) -> dict[int, Particulars]:
    """Where each of some rows of a list begins → what it tells."""
    from habeas.people.lists.rows import RowReader
    from habeas.people.lists.tables import placed_people

    reader = RowReader(where="", digest=report.id, on=report.published)
    return {
        start: person.particulars for start, person in placed_people(report.text, reader, starts)
    }


@dataclass(slots=True)
class _Told:
    """Collects values, each once, in the order in which claims give them."""

    names: set[str] = field(default_factory=set)
    births: set[EdtfDate] = field(default_factory=set)
    ages: set[Age] = field(default_factory=set)
    sexes: set[Sex] = field(default_factory=set)
    nationalities: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    occupations: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    charges: set[str] = field(default_factory=set)
    case_numbers: set[str] = field(default_factory=set)
    undergone: set[Undergone] = field(default_factory=set)
    lists: set[ListRow] = field(default_factory=set)

    def add(self, row: Particulars) -> None:
        """Take over what a row tells, the other names in it too, of which no claim is made."""
        self.names.update(row.names)
        self.births.update(row.births)
        self.ages.update(row.ages)
        self.sexes.update(row.sexes)
        self.nationalities.update(row.nationalities)
        self.places.update(row.places)
        self.occupations.update(row.occupations)
        self.charges.update(row.charges)
        self.case_numbers.update(row.case_numbers)
        self.undergone.update(row.undergone)
        self.lists.update(row.lists)

    def particulars(self, names: tuple[str, ...]) -> Particulars:
        """What was collected, sorted, so that the order of claims says nothing."""
        return Particulars(
            # Who is named nowhere else stays without a name.
            names=tuple(dict.fromkeys((*names, *sorted(self.names)))) if names else (),
            births=tuple(sorted(self.births, key=str)),
            ages=tuple(sorted(self.ages, key=lambda age: (age.years, str(age.on)))),
            sexes=tuple(sorted({*self.sexes, *sexes_told((*self.occupations, *self.words))})),
            nationalities=tuple(sorted(self.nationalities)),
            places=tuple(sorted(self.places)),
            occupations=tuple(sorted(self.occupations)),
            charges=tuple(sorted(self.charges)),
            case_numbers=tuple(sorted(self.case_numbers)),
            undergone=tuple(
                sorted(self.undergone, key=lambda u: (u.act, str(u.when), u.place or ""))
            ),
            lists=tuple(sorted(self.lists, key=lambda row: (row.list, row.row))),
        )


def _take(told: _Told, claim: Claim, spellings: set[str], report: Report | None) -> None:
    for mention in claim.names:
        if fold_spelling(mention.name) in spellings:
            _take_mention(told, mention, claim, report)
    told.charges.update(claim.charges)
    if claim.act in _UNDERGONE and claim.stance in _DONE:
        when = claim.when.edtf if claim.when is not None else None
        told.undergone.add(Undergone(act=claim.act, when=when, place=claim.place))


def _take_mention(told: _Told, mention: Mention, claim: Claim, report: Report | None) -> None:
    if mention.age is not None:
        told.ages.add(Age(years=mention.age, on=_told_for(claim, report)))
    if mention.nationality is not None:
        told.nationalities.add(mention.nationality)
    told.occupations.update(mention.roles)


def _take_described(told: _Told, described: Described, claim: Claim, report: Report | None) -> None:
    if described.age is not None:
        told.ages.add(Age(years=described.age, on=_told_for(claim, report)))
    told.nationalities.update(filter(None, [described.nationality]))
    if len(claim.nationalities) == 1:
        told.nationalities.update(claim.nationalities)
    told.places.update(filter(None, [described.place]))
    told.occupations.update(filter(None, [described.occupation]))
    told.words.add(claim.group or "")


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
