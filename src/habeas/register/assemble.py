"""The register as an Edition: withheld names first, everything else derived afterwards."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from habeas.model.accounts import Account
from habeas.model.claims import Claim
from habeas.model.decisions import (
    AssumptionDecision,
    ClaimDecision,
    EntryDecision,
    LinkDecision,
)
from habeas.model.editions import Edition
from habeas.model.listings import DatedList
from habeas.model.people import Judgement, PartKind, Person, ProposedMatch, Verdict
from habeas.model.reports import Copy, Report
from habeas.register.bearing import Bearing
from habeas.register.deciding import (
    DecidedClaims,
    carried_judgements,
    decide_claims,
    decided_accounts,
    without_left_out,
)
from habeas.register.likeness import Likeness
from habeas.register.redact import redact, redact_judgements
from habeas.register.ruled import Moves, ruled_entries, ruled_links
from habeas.register.veil import Veil, parts_of

MAY_BE = 0.1
"""Least score, of names alone, at which somebody may be a protected person.

Far below what is proposed: a stranger withheld can be brought back by a judgement, a
name published cannot be taken back.
"""


_MAY_BE_FAMILY = frozenset({PartKind.UNKNOWN, PartKind.PATRONYMIC})


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What the register holds at one moment.

    Attributes:
        reports: In any order.
        claims: Claims of those reports as they were read, in any order.
        judgements: What people decided about persons.
        claim_decisions: What people decided about claims, of each claim one.
        assumption_decisions: What people decided about assumptions, of each one.
        link_decisions: What people decided about links of promises, of each one, in order.
        entry_decisions: What people decided about entries of lists that promises may mean.
        apart: Pairs of reports of which neither copies the other, though they read so.
        lists: Editions of lists of sanctions, by list and day.
        protected: Names that must not be published, in any spelling; whoever
            bears or may bear one of them is withheld.
        blanked: Ids of reports in which words are hidden already, so that nothing may
            tell which report it is.
    """

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    judgements: tuple[Judgement, ...] = ()
    claim_decisions: tuple[ClaimDecision, ...] = ()
    assumption_decisions: tuple[AssumptionDecision, ...] = ()
    link_decisions: tuple[LinkDecision, ...] = ()
    entry_decisions: tuple[EntryDecision, ...] = ()
    apart: frozenset[frozenset[str]] = frozenset()
    lists: Iterable[DatedList] = ()
    protected: tuple[str, ...] = ()
    blanked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRecords:
    """What of the records may be shown: withheld names were taken out before all else.

    Claims that a person rejected or corrected are not among it; their corrections are.

    Attributes:
        reports: By id.
        claims: In order of report and passage.
        judgements: On persons and mentions that are left.
        people: By name.
        withheld: How many persons are left out.
        rejected: How many claims are left out because a person rejected them.
        claim_ids: Id of a claim in the records → its id here, where it changed.
        corrections: Ids of those of `claims` that stand for one that was corrected.
        moves: How ids of the records read here: of reports, and of claims with corrections.
        apart: As in `Records`, by the ids here.
        veil: What took the names out, for whatever else goes out with this.
    """

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    judgements: tuple[Judgement, ...]
    people: tuple[Person, ...]
    withheld: int
    rejected: int
    claim_ids: Mapping[str, str]
    moves: Moves
    corrections: tuple[str, ...] = ()
    apart: frozenset[frozenset[str]] = frozenset()
    veil: Veil = field(default=Veil(names=frozenset()), repr=False)


def assemble_edition(records: Records, *, title: str, as_of: date, known_at: datetime) -> Edition:
    """Make the public copy of a register.

    Names to withhold are taken out of reports and claims first. People, matches
    and accounts are then derived from what is left, so that none of them, and no
    id, ever depended on a withheld name. Withheld persons go on counting among
    the unnamed. Nor does an Edition say who somebody is whom a report does not name.
    Claims that a person rejected are left out and counted; corrections stand for the
    claims they correct, and assumptions that a person rejected do not hold.

    Args:
        records: What the register knows.
        title: Name of the register, shown on every page.
        as_of: Day it answers for, inclusive; accounts of later events are left out.
        known_at: Moment up to which `records` were taken in, with a time zone.

    Returns:
        An Edition, empty of accounts where nothing happened by `as_of`. Its
        `withheld` counts the persons of the records who are left out.
    """
    from habeas.people import propose_matches
    from habeas.people.gathering import gather_particulars
    from habeas.register.custody_counts import custody_counts
    from habeas.register.edition_copies import copies_in
    from habeas.register.edition_ties import ties_told
    from habeas.register.listed import listed_in
    from habeas.reports.copies import find_copies

    public = open_records(records)
    reports, claims, people = public.reports, public.claims, public.people
    copies = find_copies(reports)
    ties = ties_told(reports, claims)
    entries = ruled_entries(records.entry_decisions, public.moves, claims)
    listed = listed_in(claims, public.veil, records.lists, entries, as_of)
    told = gather_particulars(people, claims, reports)
    return Edition(
        title=title,
        as_of=as_of,
        known_at=known_at,
        reports=reports,
        claims=claims,
        people=people,
        matches=propose_matches(people, public.judgements, told),
        accounts=_accounts_by(as_of, public, records.assumption_decisions, copies),
        withheld=public.withheld,
        rejected=public.rejected,
        corrections=public.corrections,
        ties=ties,
        ruled_links=ruled_links(records.link_decisions, public.moves, claims, ties),
        lists=listed.editions,
        listings=listed.listings,
        copies=copies_in((report.id for report in reports), copies, public.apart),
        custody=custody_counts(claims, people, reports, as_of=as_of),
    )


def _accounts_by(
    as_of: date,
    public: OpenRecords,
    decisions: Sequence[AssumptionDecision],
    copies: tuple[Copy, ...],
) -> tuple[Account, ...]:
    """Accounts of what may have begun by a day."""
    from habeas.accounts import accounts_of

    made = decided_accounts(
        lambda decided: accounts_of(
            public.reports, public.claims, replace(decided, apart=public.apart, copies=copies)
        ),
        public.judgements,
        decisions,
        public.claim_ids,
    )
    return tuple(each for each in made if (first := began(each)) is None or first <= as_of)


def open_records(records: Records) -> OpenRecords:
    """Take withheld names out of reports and claims, and derive the persons from what is left."""
    from habeas.people import propose_matches_of, resolve_people
    from habeas.people.descriptions import judgements_on_named

    decided = decide_claims(records.claims, records.reports, records.claim_decisions)
    judged = carried_judgements(records.judgements, decided)
    # The words of a claim that is left out still stand in its report, so that it counts here.
    everyone = resolve_people(decided.claims, judged)
    bearers = bearers_of(everyone, records.protected)
    # Who may be a protected person is asked only where there is one: it takes a while.
    matches = propose_matches_of(everyone, bearers, least=MAY_BE) if bearers else ()
    withheld = withheld_people(everyone, records, matches)
    hidden = frozenset((*records.protected, *names_of(withheld)))
    public = [person for person in everyone if person not in withheld]
    veil = Veil(names=hidden, spared=frozenset(names_of(public)))
    redacted = redact(records.reports, decided.claims, veil, records.blanked)
    mentions = [key for person in everyone for key in person.mentions]
    public_judgements = judgements_on_named(judged, decided.claims)
    judgements = redact_judgements(public_judgements, mentions, redacted)
    claims = without_left_out(redacted.claims, decided, redacted.claim_ids)
    corrected = {redacted.claim_ids.get(key, key) for key in decided.corrections.values()}
    return OpenRecords(
        reports=redacted.reports,
        claims=claims,
        judgements=judgements,
        people=resolve_people(claims, judgements),
        withheld=sum(1 for person in withheld if _is_told(person, decided)),
        rejected=len(decided.rejected),
        claim_ids=redacted.claim_ids,
        corrections=tuple(claim.id for claim in claims if claim.id in corrected),
        moves=moves_of(decided.corrections, redacted.claim_ids, redacted.report_ids),
        apart=frozenset(
            frozenset(redacted.report_ids.get(key, key) for key in pair) for pair in records.apart
        ),
        veil=veil,
    )


def moves_of(
    corrections: Mapping[str, str], claim_ids: Mapping[str, str], report_ids: Mapping[str, str]
) -> Moves:
    """How ids read in what goes out, by what was corrected and then redacted."""

    def stands_for(key: str) -> str:
        while key in corrections:
            key = corrections[key]
        return claim_ids.get(key, key)

    changed = (*corrections, *claim_ids)
    return Moves(claims={key: stands_for(key) for key in changed}, reports=dict(report_ids))


def records_that_hold(records: Records) -> Records:
    """The records after what people decided about claims, for whoever decides further.

    Returns:
        With the claims that hold, corrections in place of what they correct, and judgements
        carried along; no decision about a claim is left in them.
    """
    decided = decide_claims(records.claims, records.reports, records.claim_decisions)
    return replace(
        records,
        claims=without_left_out(decided.claims, decided, {}),
        judgements=carried_judgements(records.judgements, decided),
        claim_decisions=(),
    )


def withheld_people(
    people: Iterable[Person], records: Records, matches: Iterable[ProposedMatch]
) -> tuple[Person, ...]:
    """Who must be left out: the protected, and everyone who may be one of them.

    That is whoever bears a protected name in any spelling, whoever a machine
    proposes as the same person, and whoever shares the family name, unless a
    person judged the two different.

    Returns:
        In the order of `people`; empty where nothing is protected.
    """
    if not records.protected and not any(person.protected for person in people):
        return ()
    everyone = tuple(people)
    bearers = bearers_of(everyone, records.protected)
    names = {name for person in everyone if person.id in bearers for name in person.names}
    families = Likeness(_families((*records.protected, *names)))
    proposed = {
        side
        for match in matches
        for side, other in ((match.left, match.right), (match.right, match.left))
        if other in bearers
    }
    apart = _judged_apart(everyone, bearers, records.judgements)
    return tuple(
        person
        for person in everyone
        if person.id in bearers
        or (person.id not in apart and (person.id in proposed or _shares_family(person, families)))
    )


def bearers_of(people: Iterable[Person], protected: Collection[str]) -> frozenset[str]:
    """Ids of the protected: those marked so, and whoever bears a protected name in any spelling."""
    bearing = Bearing(protected)
    return frozenset(
        person.id for person in people if person.protected or bearing.is_borne_by(person)
    )


def names_borne(records: Records, names: Collection[str]) -> tuple[str, ...]:
    """Every spelling of whoever bears one of some names, by all that was claimed and judged."""
    from habeas.people import resolve_people

    decided = decide_claims(records.claims, records.reports, records.claim_decisions)
    everyone = resolve_people(decided.claims, carried_judgements(records.judgements, decided))
    bearing = Bearing(names)
    return tuple(names_of(person for person in everyone if bearing.is_borne_by(person)))


def _is_told(person: Person, decided: DecidedClaims) -> bool:
    """True where a claim that goes out tells of a person."""
    return any(mention.claim not in decided.left_out for mention in person.mentions)


def names_of(people: Iterable[Person]) -> list[str]:
    """Every spelling of some persons."""
    return [name for person in people for name in person.names]


def _families(names: Iterable[str]) -> frozenset[str]:
    """Words of family names, folded; of a name that does not tell them, the last that may be one.

    "Maryna Kalinovska" and "Kalinovska Maryna" are of one family, and it is not Maryna's.
    """
    return frozenset(word for name in names for word in _family_words(name))


def _family_words(name: str) -> tuple[str, ...]:
    from habeas.people.names.parts import take_apart

    parts = take_apart(name)
    told = [word for part in parts if part.kind is PartKind.FAMILY for word in parts_of(part.text)]
    if told:
        return tuple(told)
    left = [word for part in parts if part.kind in _MAY_BE_FAMILY for word in parts_of(part.text)]
    return tuple(left[-1:]) or parts_of(name)[-1:]


def _shares_family(person: Person, families: Likeness) -> bool:
    return any(families.holds(word) for name in person.names for word in parts_of(name))


def _judged_apart(
    people: Iterable[Person], bearers: frozenset[str], judgements: Iterable[Judgement]
) -> set[str]:
    """Ids of persons whom a judgement tells from every protected person it compares them with."""
    from habeas.people.spellings import ids_of

    owners = {each: person.id for person in people for each in ids_of(person)}
    last: dict[frozenset[str | None], Verdict] = {}
    for judgement in sorted(judgements, key=lambda each: each.at):
        pair = frozenset((owners.get(judgement.left), owners.get(judgement.right)))
        last[pair] = judgement.verdict
    different = (pair for pair, verdict in last.items() if verdict is Verdict.DIFFERENT)
    return {each for pair in different if pair & bearers for each in pair - bearers if each}


def began(account: Account) -> date | None:
    """The first day on which what an account tells of can have begun; None where not known."""
    when = account.event.when
    return None if when is None else when.earliest
