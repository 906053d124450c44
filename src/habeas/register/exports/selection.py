"""What somebody asks for of an Edition: names in any script, acts, places, days, speakers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from habeas.model.claims import Act, Claim, SpeakerKind
from habeas.people import fold_spelling
from habeas.register.edition_search import EditionSearch
from habeas.register.exports.outgoing import Chosen

if TYPE_CHECKING:
    from habeas.model.dates import EdtfDate
    from habeas.register.exports.outgoing import Outgoing


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is asked for; of each kind any one is enough, and every kind that is given counts.

    Attributes:
        name: A name or a part of one, in any script; empty for everybody, and claims that
            name nobody.
        acts: What is said to have been done; empty for all.
        places: Words that stand in the place; empty for all.
        since, until: Days, inclusive; a claim without a day counts by its report's.
        kinds: Kinds of speaker in the chain; empty for all.
    """

    name: str = ""
    acts: frozenset[Act] = frozenset()
    places: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    kinds: frozenset[SpeakerKind] = frozenset()

    @property
    def is_everything(self) -> bool:
        """True where nothing in particular is asked for."""
        return self == Selection()


def choose(going: Outgoing, selection: Selection) -> Chosen:
    """Find what is asked for: claims, their reports, and whom of those sought they name.

    A claim that counts some of others ("14 of the 52") brings along the one it is part of.
    """
    sought = _sought(going, selection.name)
    named = None if sought is None else frozenset().union(*sought.values())
    claims: set[str] = set()
    parts: dict[str, str] = {}
    for claim in going.claims():
        if claim.part_of is not None:
            parts[claim.id] = claim.part_of
        if (named is None or claim.id in named) and _is_asked_for(claim, selection, going):
            claims.add(claim.id)
    for claim_id in tuple(claims):
        whole = parts.get(claim_id)
        while whole is not None and whole not in claims:
            claims.add(whole)
            whole = parts.get(whole)
    reports = {claim.report for claim in going.claims() if claim.id in claims}
    people = {
        person.id
        for person in going.people()
        if (sought is None or person.id in sought)
        and any(key.claim in claims for key in person.mentions)
    }
    return Chosen(reports=frozenset(reports), claims=frozenset(claims), people=frozenset(people))


def _sought(going: Outgoing, name: str) -> dict[str, frozenset[str]] | None:
    """Persons with such a name, each with the claims that name them; None where none is sought."""
    if not name.strip():
        return None
    places = EditionSearch(going.file).people(name).places
    return {
        person.id: frozenset(key.claim for key in person.mentions)
        for person in going.file.people_at(places).values()
    }


def _is_asked_for(claim: Claim, selection: Selection, going: Outgoing) -> bool:
    if selection.acts and claim.act not in selection.acts:
        return False
    if selection.kinds and not any(each.kind in selection.kinds for each in claim.speakers):
        return False
    if selection.places and not _is_in(claim.place, selection.places):
        return False
    if selection.since is None and selection.until is None:
        return True
    when = claim.when.edtf if claim.when is not None else going.heads[claim.report].published
    return when is not None and _is_between(when, selection)


def _is_in(place: str | None, places: tuple[str, ...]) -> bool:
    told = fold_spelling(place or "")
    return any(fold_spelling(each) in told for each in places)


def _is_between(when: EdtfDate, selection: Selection) -> bool:
    """True where some day that a date can mean lies between the days asked for."""
    early = selection.until and when.earliest and when.earliest > selection.until
    late = selection.since and when.latest and when.latest < selection.since
    return not (early or late)
