"""What is said to have become of a person besides leaving detention: released is not free."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from habeas.accounts import wording
from habeas.events.actors import named_state
from habeas.model.accounts import Finding
from habeas.model.claims import Act, Claim
from habeas.model.reports import Report

DEPORTED = "deported"
EXCHANGED = "exchanged"
CONDITIONAL = "released on conditions"
TO = "{fate} to {place}"
BY_ACCOUNT = "{fate} ({speakers})"

_FATES = {
    Act.EXILE: DEPORTED,
    Act.EXCHANGE: EXCHANGED,
    Act.CONDITIONAL_RELEASE: CONDITIONAL,
}


def fates_of(
    claims: Iterable[Claim], state: str | None, reports: Mapping[str, Report]
) -> tuple[Finding, ...]:
    """Say where one person was sent, or on what terms they left, and by whose account.

    Args:
        claims: Claims of release that name the person, in order of report and passage.
        state: Who freed them; a release to another state is told as its destination.
            Where it is None, a place may as well be where they were held, and only
            deportations have a destination.
        reports: By id.

    Returns:
        Each fate once, in order: "deported to Lithuania (Viasna)". A destination that a
        deportation tells is not told again. Empty for a plain release.
    """
    told: dict[str, list[Claim]] = {}
    deported_to = set()
    taken: list[tuple[str, Claim]] = []
    for claim in claims:
        abroad = claim.place if named_state(claim.place) not in (None, state) else None
        fate = _FATES.get(claim.act)
        if fate is not None:
            if claim.act is Act.EXILE and claim.place:
                deported_to.add(claim.place.casefold())
                fate = TO.format(fate=fate, place=claim.place)
            told.setdefault(fate, []).append(claim)
        elif abroad is not None and state is not None:
            taken.append((abroad, claim))
    for place, claim in taken:
        if place.casefold() not in deported_to:
            told.setdefault(wording.TAKEN_TO.format(place=place), []).append(claim)
    if any(fate.startswith(f"{DEPORTED} ") for fate in told):
        # The same thing told with less.
        told.pop(DEPORTED, None)
    return tuple(
        Finding(
            explanation=BY_ACCOUNT.format(
                fate=fate, speakers=wording.speakers_words(group, reports)
            ),
            claims=tuple(c.id for c in group),
        )
        for fate, group in told.items()
    )
