"""What the claims of persons tell of them beside their names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from habeas.model.claims import FREEING, Act, Claim, Mention, Stance
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
    by_id = {claim.id: claim for claim in claims}
    described = {each.mention: each.told for each in descriptions_of(by_id.values())}
    sources = {report.id: report for report in reports}
    gathered = {}
    for person in people:
        told = _Told()
        spellings = {fold_spelling(key.name) for key in person.mentions}
        for key in {key.claim for key in person.mentions}:
            if key in by_id:
                _take(told, by_id[key], spellings, sources.get(by_id[key].report))
        for mention in person.mentions:
            if mention in described:
                claim = by_id[mention.claim]
                _take_described(told, described[mention], claim, sources.get(claim.report))
        gathered[person.id] = told.particulars(person.names)
    return gathered


@dataclass(slots=True)
class _Told:
    """Collects values, each once, in the order in which claims give them."""

    ages: set[Age] = field(default_factory=set)
    nationalities: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    occupations: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    charges: set[str] = field(default_factory=set)
    undergone: set[Undergone] = field(default_factory=set)
    lists: set[ListRow] = field(default_factory=set)

    def particulars(self, names: tuple[str, ...]) -> Particulars:
        """What was collected, sorted, so that the order of claims says nothing."""
        return Particulars(
            names=names,
            ages=tuple(sorted(self.ages, key=lambda age: (age.years, str(age.on)))),
            sexes=sexes_told((*self.occupations, *self.words)),
            nationalities=tuple(sorted(self.nationalities)),
            places=tuple(sorted(self.places)),
            occupations=tuple(sorted(self.occupations)),
            charges=tuple(sorted(self.charges)),
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
    if report is not None and report.is_table:
        told.lists.add(ListRow(list=report.id, row=str(claim.passage.start)))


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
