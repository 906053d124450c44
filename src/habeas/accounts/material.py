"""The claims of an event, sorted, counted and weighed, before they are arranged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from habeas.accounts.agreement import credit_sources
from habeas.accounts.families import Family, as_held, families_of
from habeas.accounts.figures import Count, count_of
from habeas.accounts.joining import Together, weigh_families
from habeas.accounts.list_comparison import compare_lists
from habeas.accounts.naming import named_people, names_of
from habeas.accounts.over_time import revisions_of
from habeas.accounts.sorting import SortedClaims, sort_claims
from habeas.accounts.voices import voices_of
from habeas.events.lists import is_list
from habeas.model.accounts import AccountPerson, Decisions, ListComparison, Revision
from habeas.model.claims import Claim
from habeas.model.events import Event
from habeas.model.people import Alert, Judgement, Person, ProposedMatch
from habeas.model.reports import Report
from habeas.people import propose_matches
from habeas.people.alerts import alerts_within
from habeas.people.gathering import Sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """The claims of an event, read and counted, before they are arranged."""

    listed: SortedClaims
    freed: Sequence[Count]
    held: Sequence[Count]
    counted: Sequence[Count]
    families: Sequence[Family]
    together: Together
    people: Sequence[AccountPerson]
    matches: Sequence[ProposedMatch]
    alerts: Sequence[Alert]
    revisions: tuple[Revision, ...]
    lists: tuple[ListComparison, ...]


def material_of(
    told: Sequence[Claim],
    event: Event,
    people: Sequence[Person],
    reports: Mapping[str, Report],
    decisions: Decisions,
) -> Material:
    """Read and count the claims of an event, and weigh their figures.

    Args:
        told: The claims of the event, in its order.
        event: The event.
        people: Persons, others than those named in it as well.
        reports: By id.
        decisions: What people decided or suppose.
    """
    listed = sort_claims(told)
    voices = voices_of(told, reports, event.by, decisions)
    named = named_people(listed.freeing, people, reports, voices, acting_voice(event))
    ids = {p.person for p in named}
    here = [person for person in people if person.id in ids]
    sources = _sources(told, here, reports)
    matches = _matches(here, sources, decisions.judgements)
    freed, held, counted = (
        credit_sources([count_of(c, voices[c.id], event.by) for c in each if c.count is not None])
        for each in (listed.freeing, listed.held, listed.counted)
    )
    held = [as_held(count) for count in held]
    freed = [_marked(count, reports) for count in freed]
    revisions, replaced = _revised([*freed, *held, *counted], reports, voices)
    apart = frozenset(c.claim.id for c in freed if c.is_row) | replaced
    kept = [[c for c in each if c.claim.id not in apart] for each in (freed, held, counted)]
    families = families_of(kept[0], kept[1], kept[2], reports)
    by_id = {c.id: c for c in told}
    names = names_of(named, matches, by_id, freed, (voices, event.by))
    return Material(
        listed=listed,
        freed=freed,
        held=held,
        counted=counted,
        families=families,
        together=weigh_families(families, names, by_id, reports, (event.by, decisions.rejected)),
        people=named,
        matches=matches,
        alerts=tuple(alerts_within(here, sources, decisions.judgements)),
        revisions=revisions,
        lists=compare_lists(listed.freeing, here, matches, reports),
    )


def _revised(
    counts: Sequence[Count], reports: Mapping[str, Report], voices: Mapping[str, str]
) -> tuple[tuple[Revision, ...], frozenset[str]]:
    populations = {c.claim.id: c.population for c in counts}
    figures = [c.claim for c in counts if not c.is_row]
    return revisions_of(figures, reports, voices, populations)


def _marked(count: Count, reports: Mapping[str, Report]) -> Count:
    """A row of a list counts one more person, and is no figure of all."""
    is_row = count.exact == 1 and is_list(reports.get(count.claim.report))
    return replace(count, is_row=is_row) if is_row else count


def acting_voice(event: Event) -> str | None:
    """The voice of the state that acts."""
    return f"state:{event.by}" if event.by is not None else None


def _matches(
    here: Sequence[Person], sources: Sources, judgements: Sequence[Judgement]
) -> tuple[ProposedMatch, ...]:
    if len(here) < 2:
        return ()
    particulars = {person.id: sources.particulars_of(person) for person in here}
    return propose_matches(here, judgements, particulars)


def _sources(
    told: Sequence[Claim], people: Iterable[Person], reports: Mapping[str, Report]
) -> Sources:
    """What tells of some persons: of the many rows of a list no others are read."""
    keys = {mention.claim for person in people for mention in person.mentions}
    own = [claim for claim in told if claim.id in keys]
    if not all(claim.names for claim in own):
        # Whether somebody is told of without a name hangs on who is named beside.
        own = list(told)
    return Sources(own, [reports[key] for key in {c.report for c in own} if key in reports])
