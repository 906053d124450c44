"""Which claims are one voice, so that a story printed forty times is not forty voices.

And which claims repeat a voice without naming it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from habeas.accounts.printing import with_printed
from habeas.events.actors import acting_state
from habeas.model.accounts import UNDECIDED, Decisions
from habeas.model.claims import Claim, SpeakerKind
from habeas.model.reports import Report
from habeas.people import fold_spelling
from habeas.people.judging import join
from habeas.people.short_names import short_forms

_NAME = "name:"
_REACTING = re.compile(
    r"\b(?:welcom|prais|hail|applaud|celebrat|condemn|criticis|criticiz|denounc|deplor|regret)",
    re.IGNORECASE,
)


def voices_of(
    claims: Iterable[Claim],
    reports: Mapping[str, Report],
    state: str | None,
    decisions: Decisions = UNDECIDED,
) -> dict[str, str]:
    """Say for each claim whose account it is.

    A claim is its innermost speaker's, whoever quotes them; where nobody is named, its
    publisher's. One voice are: all organs of one state with its state media; and a name
    and a longer form of it ("Example", "Ida Example"). What several reports print in the
    same words is one voice, that of the first; and so is what one who printed them says
    of the same elsewhere. Whatever else they say is their own.

    Args:
        claims: In any order.
        reports: By id.
        state: The state that acts; state media that name no state speak for it.
        decisions: Its `copies` are copies and revisions of a text, in which words may differ
            a little; None for none.

    Returns:
        Claim id → voice; equal strings are one voice.
    """
    listed = list(claims)
    voices = {c.id: _voice(c, reports.get(c.report), state) for c in listed}
    names = {v.removeprefix(_NAME) for v in voices.values() if v.startswith(_NAME)}
    edges = [(f"{_NAME}{one}", f"{_NAME}{other}") for one, other in short_forms(names)]
    groups = join(sorted(set(voices.values())), edges)
    canonical = {voice: min(group) for group in groups for voice in group}
    own = {key: canonical[voice] for key, voice in voices.items()}
    return with_printed(own, listed, reports, decisions)


def is_unsourced(claim: Claim) -> bool:
    """True for what a report tells without a source, or only reacts to.

    "Belarus pardoned 123", and no word on who says so; "Monitor welcomes the pardon of
    123": neither has counted anybody, and where a named voice gives the same figure it
    is that voice's.
    """
    return not claim.speakers or _REACTING.search(claim.speakers[-1].cue) is not None


def _voice(claim: Claim, report: Report | None, state: str | None) -> str:
    if claim.speakers:
        speaker = claim.speakers[-1]
        own = acting_state(speaker.name)
        if own is None and speaker.kind is SpeakerKind.STATE_MEDIA:
            own = state
        return f"state:{own}" if own is not None else f"name:{fold_spelling(speaker.name)}"
    if report is not None and report.publisher:
        return f"{_NAME}{fold_spelling(report.publisher)}"
    return f"report:{claim.report}"
