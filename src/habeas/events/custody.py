"""Who is in custody on a day, by all accounts."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.events.windows import publication
from habeas.model.claims import FREEING, Act, Claim, Stance
from habeas.model.dates import EdtfDate
from habeas.model.events import Custody
from habeas.model.people import Person
from habeas.model.reports import Report
from habeas.people import fold_spelling

_BEGINS = frozenset({Act.ARREST, Act.REARREST})
_STATES = frozenset({Act.HOLD, Act.TRANSFER})
_ENDS_KNOWLEDGE = frozenset({Act.DISAPPEAR, Act.DIE})
_SPEAK_OF_CUSTODY = FREEING | _BEGINS | _STATES | _ENDS_KNOWLEDGE
_TOLD = frozenset({Stance.REPORTED, Stance.CONFIRMED, Stance.ESTIMATED})


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyStep:
    """One thing said of one person's custody.

    Attributes:
        claim: Id of the claim.
        act: What is said to have happened.
        earliest, latest: Days it can mean, inclusive; None where unknown.
        until: Last day a detention is said to have lasted; None where not said.
        voice: Whose account it is.
        denied: True where the voice denies that it happened.
    """

    claim: str
    act: Act
    earliest: date | None
    latest: date | None
    voice: str
    until: date | None = None
    denied: bool = False

    @property
    def leaves(self) -> Custody:
        """What a person is after it; UNKNOWN after a disappearance or a death."""
        if self.act in FREEING:
            return Custody.FREE
        return Custody.UNKNOWN if self.act in _ENDS_KNOWLEDGE else Custody.HELD


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What one claim says of the custody of whomever it names.

    Attributes:
        report: Id of its report.
        step: What is said.
        frees: True where somebody is said to have left detention.
        has_no_day: True where it says that somebody was held or moved, and not when.
    """

    report: str
    step: CustodyStep
    frees: bool
    has_no_day: bool


def custody_on(
    day: date,
    claims: Iterable[Claim],
    people: Iterable[Person],
    known_at: date | None = None,
    reports: Iterable[Report] = (),
) -> dict[str, Custody]:
    """Say for each person whether they are in custody at the end of a day.

    Only what is said to have happened counts: an announced, promised, expected or
    demanded release frees nobody, and a charge or a sentence alone holds nobody (it
    can be suspended, or passed in absence). See `settle_custody` for imprecise dates.

    Args:
        day: Local calendar day, taken at its end.
        claims: In any order; those that name nobody are passed over.
        people: Whose custody is asked for.
        known_at: Leave out what reports published, or else retrieved, after this day
            say. A report without either day counts as known.
        reports: The reports of the claims. What a claim without a date of its own
            tells has happened by the day its report was published, a release at most
            three days before; without its report its date is unknown.

    Returns:
        Person id → custody, for every person; UNKNOWN where nothing is said.
    """
    by_report = {report.id: report for report in reports}
    by_id = {claim.id: claim for claim in claims if _known(by_report.get(claim.report), known_at)}
    return {
        person.id: settle_custody(day, _steps_of(person, by_id, by_report)) for person in people
    }


def custody_over(
    days: Sequence[date],
    claims: Iterable[Claim],
    people: Iterable[Person],
    reports: Iterable[Report] = (),
) -> tuple[Counter[Custody], ...]:
    """Count persons by their custody at the end of each of some days, as `custody_on` says it.

    Args:
        days: Ascending.
        claims: In any order.
        people: Who is counted.
        reports: The reports of the claims.

    Returns:
        One count for each day, in which everybody has one place.
    """
    return count_over(days, Counter(custody_steps_by(people, claims, reports)))


def count_over(
    days: Sequence[date], told: Mapping[tuple[CustodyStep, ...], int]
) -> tuple[Counter[Custody], ...]:
    """Count as `custody_over` does, from what is said of persons and of how many it is said."""
    counts: tuple[Counter[Custody], ...] = tuple(Counter() for _ in days)
    for steps, persons in told.items():
        turns = sorted(_turns(steps))
        known: dict[int, Custody] = {}
        for day, count in zip(days, counts, strict=True):
            # Between two turns no day differs from another, so that one stands for all.
            stretch = bisect_right(turns, day)
            if stretch not in known:
                known[stretch] = settle_custody(day, steps)
            count[known[stretch]] += persons
    return counts


def turning_days(
    claims: Iterable[Claim], people: Iterable[Person], reports: Iterable[Report] = ()
) -> tuple[date, date] | None:
    """First and last day on which the custody of any of some persons may change; None if never."""
    return turning_days_of(custody_steps_by(people, claims, reports))


def turning_days_of(told: Iterable[Iterable[CustodyStep]]) -> tuple[date, date] | None:
    """The same from what is said of each person."""
    first, last = date.max, date.min
    for steps in told:
        for step in steps:
            for turn in (step.earliest, step.latest, step.until):
                if turn is not None:
                    first, last = min(first, turn), max(last, turn)
    return (first, last) if first <= last else None


def custody_steps(
    person: Person, claims: Iterable[Claim], reports: Iterable[Report] = ()
) -> tuple[CustodyStep, ...]:
    """What claims say of one person's custody, for `settle_custody`.

    Args:
        person: Who.
        claims: In any order.
        reports: The reports of the claims.
    """
    by_report = {report.id: report for report in reports}
    by_id = {claim.id: claim for claim in claims}
    return _steps_of(person, by_id, by_report)


def custody_steps_by(
    people: Iterable[Person], claims: Iterable[Claim], reports: Iterable[Report] = ()
) -> Iterator[tuple[CustodyStep, ...]]:
    """The same of each of some persons, in their order."""
    by_report = {report.id: report for report in reports}
    by_id = {claim.id: claim for claim in claims}
    return (_steps_of(person, by_id, by_report) for person in people)


def turning_points(steps: Iterable[CustodyStep]) -> tuple[date, ...]:
    """Days, ascending, from each of which on the answer may be another than the day before."""
    return tuple(sorted(_turns(steps)))


def settle_custody(day: date, steps: Collection[CustodyStep]) -> Custody:
    """Say whether one person is in custody at the end of a day.

    An imprecise date counts as every day it could mean, so the answer is HELD or
    FREE only where no reading of the dates says otherwise. A date that holds a
    sharper one of the same act is taken for the same happening.

    Args:
        day: Local calendar day, taken at its end.
        steps: What is said of a single person, in any order.

    Returns:
        DISPUTED where one voice denies, or contradicts by what it says of a later
        or the same day, what another says. UNKNOWN where nothing is reported by
        `day`, or where the order of an arrest and a release cannot be told.
    """
    said = _sharpest([s for s in steps if not s.denied])
    last = [s for s in said if _can_be_last(s, said, day)]
    if not last:
        return Custody.UNKNOWN
    if any(_contradicted(s, steps, said) for s in last):
        return Custody.DISPUTED
    # Before the first thing said nobody knows, so a reading in which none has happened counts.
    can_be_before_all = all(s.latest is None or s.latest > day for s in said)
    answers = {s.leaves for s in last}
    if can_be_before_all or len(answers) > 1:
        return Custody.UNKNOWN
    return answers.pop()


def _turns(steps: Iterable[CustodyStep]) -> set[date]:
    """Days from which on an answer may be another than the day before."""
    told = {day for s in steps for day in (s.earliest, s.latest, s.until) if day and day < date.max}
    return told | {day + timedelta(days=1) for day in told}


def _known(report: Report | None, known_at: date | None) -> bool:
    if report is None or known_at is None:
        return True
    date_ = report.published or report.retrieved
    return date_ is None or date_.latest is None or date_.latest <= known_at


def saying_of(claim: Claim, report: Report | None) -> Saying | None:
    """What a claim says of custody; None where it says nothing of it, or not that it happened.

    Args:
        claim: Any claim.
        report: Its report; None where that is not known.
    """
    if claim.act not in _SPEAK_OF_CUSTODY:
        return None
    is_told = claim.stance in _TOLD
    if not is_told and claim.stance is not Stance.DENIED:
        return None
    return Saying(
        report=claim.report,
        step=_step(claim, report),
        frees=is_told and claim.act in FREEING,
        has_no_day=claim.act in _STATES and claim.when is None,
    )


def steps_said(sayings: Iterable[Saying]) -> tuple[CustodyStep, ...]:
    """What is said of the custody of one person, in order.

    A report that tells of a release says of the time before it, where it says
    without a date that the person was held.
    """
    said = tuple(sayings)
    freed_in = {each.report for each in said if each.frees}
    return tuple(each.step for each in said if not (each.has_no_day and each.report in freed_in))


def _steps_of(
    person: Person, claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> tuple[CustodyStep, ...]:
    named = [claims[key] for key in {m.claim: None for m in person.mentions} if key in claims]
    sayings = (saying_of(claim, reports.get(claim.report)) for claim in named)
    return steps_said(each for each in sayings if each is not None)


def _step(claim: Claim, report: Report | None) -> CustodyStep:
    voice = claim.speakers[-1].name if claim.speakers else claim.report
    earliest, latest, until = _days(claim, report)
    return CustodyStep(
        claim=claim.id,
        act=claim.act,
        earliest=earliest,
        latest=latest,
        until=until,
        voice=fold_spelling(voice),
        denied=claim.stance is Stance.DENIED,
    )


def _days(claim: Claim, report: Report | None) -> tuple[date | None, date | None, date | None]:
    """Earliest and latest day of an act, and the last day of a detention that has ended."""
    published = report.published.latest if report and report.published else None
    if claim.when is None:
        about = publication(report) if claim.act in FREEING else None
        return about.first if about else None, published, None
    edtf = claim.when.edtf
    if claim.act in _STATES and "/" in edtf.text:
        start = _start(edtf)
        return start.earliest, start.latest, None if edtf.is_open else edtf.latest
    latest = edtf.latest if edtf.latest is not None else published
    return edtf.earliest, latest, None


def _start(edtf: EdtfDate) -> EdtfDate:
    text = edtf.text.partition("/")[0]
    return EdtfDate.parse("XXXX" if text in ("", "..") else text)


def _sharpest(steps: Sequence[CustodyStep]) -> list[CustodyStep]:
    """Leave out a step whose days hold those of another, sharper one of the same effect."""
    kinds: dict[tuple[Custody, bool], list[CustodyStep]] = defaultdict(list)
    for step in steps:
        kinds[step.leaves, step.act in _STATES].append(step)
    kept = []
    for same in kinds.values():
        kept += [s for s in same if not any(_is_sharper(o, s) for o in same)]
    return kept


def _is_sharper(one: CustodyStep, other: CustodyStep) -> bool:
    starts = other.earliest is None or (one.earliest is not None and one.earliest >= other.earliest)
    ends = other.latest is None or (one.latest is not None and one.latest <= other.latest)
    same = (one.earliest, one.latest) == (other.earliest, other.latest)
    return starts and ends and not same


def _can_be_last(step: CustodyStep, said: Sequence[CustodyStep], day: date) -> bool:
    """True where some reading of all dates makes this the last thing by the end of a day."""
    if step.earliest is not None and step.earliest > day:
        return False
    if step.until is not None and step.until < day:
        return False
    when = min(step.latest or day, day)
    return all(
        other is step
        or other.earliest is None
        or other.earliest <= when
        or other.latest is None
        or other.latest > day
        for other in said
    )


def _contradicted(
    step: CustodyStep, steps: Iterable[CustodyStep], said: Sequence[CustodyStep]
) -> bool:
    """True where another voice says that what leaves a person so did not happen."""
    for other in steps:
        if other.voice == step.voice:
            continue
        if other.denied and other.leaves is step.leaves and _overlap(step, other):
            return True
    if step.act not in _STATES:
        return any(
            s.act in _STATES
            and s.voice != step.voice
            and step.leaves is Custody.FREE
            and _is_same_day(step, s)
            for s in said
        )
    return any(
        s.leaves is Custody.FREE
        and s.voice != step.voice
        and _follows(step, s)
        and not any(b.act in _BEGINS and _follows(b, s) for b in said)
        for s in said
    )


def _overlap(one: CustodyStep, other: CustodyStep) -> bool:
    starts_late = one.earliest and other.latest and one.earliest > other.latest
    ends_early = one.latest and other.earliest and one.latest < other.earliest
    return not (starts_late or ends_early)


def _is_same_day(one: CustodyStep, other: CustodyStep) -> bool:
    return one.latest is not None and (one.earliest == one.latest == other.earliest == other.latest)


def _follows(later: CustodyStep, earlier: CustodyStep) -> bool:
    """True where one is certainly not before the other."""
    return (
        later.earliest is not None
        and earlier.latest is not None
        and later.earliest >= earlier.latest
    )
