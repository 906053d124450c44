"""What is said to have become of a person besides leaving detention: released is not free."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

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
    """Say what else became of one person, and by whose account.

    Args:
        claims: Claims of release that name the person, in order of report and passage.
        state: Who freed them, or None.
        reports: By id.

    Returns:
        What `fates_told` gives, with who says it: "deported to Lithuania (Viasna)".
    """
    return tuple(
        Finding(
            explanation=BY_ACCOUNT.format(
                fate=fate, speakers=wording.speakers_words(group, reports)
            ),
            claims=tuple(c.id for c in group),
        )
        for fate, group in fates_told(claims, state).items()
    )


def fates_told(claims: Iterable[Claim], state: str | None) -> dict[str, list[Claim]]:
    """Where one person was sent, or on what terms they left, and the claims that say so.

    Args:
        claims: Claims of release that name the person, in order of report and passage.
        state: Who freed them; a release to another state is told as its destination.
            Where it is None, a place may as well be where they were held, and only
            deportations have a destination.

    Returns:
        Each fate once, in order; a destination that a deportation tells is not told
        again. Empty for a plain release.
    """
    listed = list(claims)
    deported_to = {c.place.casefold() for c in listed if c.act is Act.EXILE and c.place}
    told: dict[str, list[Claim]] = {}
    for claim in listed:
        fate = _fate(claim, state, deported_to)
        if fate is not None:
            told.setdefault(fate, []).append(claim)
    return told


def _fate(claim: Claim, state: str | None, deported_to: Collection[str]) -> str | None:
    if claim.act is Act.EXILE and claim.place:
        return TO.format(fate=DEPORTED, place=claim.place)
    if claim.act is Act.EXILE and deported_to:
        return None  # the same, told with less
    if claim.act in _FATES:
        return _FATES[claim.act]
    destination = named_state(claim.place)
    if claim.place is None or state is None or destination in (None, state):
        return None
    is_told = claim.place.casefold() in deported_to
    return None if is_told else wording.TAKEN_TO.format(place=claim.place)
