"""The two sides of a tie: what their words speak of, and which claims they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from habeas.model.claims import CONCEDING, FREEING, SANCTIONING, Act, Claim
from habeas.model.pledges import Tie, TieSide

MAY_TIE = re.compile(
    r"\b(?:in (?:exchange|return|reward)|exchanged?|swap\w*|trad(?:e|ed|ing)|barter\w*|"
    r"quid pro quo|bargain\w*|deals?|agreement|rewards?|payment|price|"
    r"unrelated|unconnected|independent(?:ly)?|related|linked|tied|connected|"
    r"nothing to do with|no (?:link|connection|relation)|"
    r"в обмен|взамен|обмен\w*|сделк\w+|не связан\w*)\b",
    re.IGNORECASE,
)
"""Words without which nothing is tied, in any language that is read."""

_POINTING_CUES = re.compile(
    r"\b(?:in (?:return|exchange)|an? (?:\w+ )?(?:exchange|swap|trade|deal|bargain)|quid pro quo|"
    r"взамен)\b",
    re.IGNORECASE,
)
"""Those that can tie what another sentence tells."""
_SENTENCE = re.compile(r"[^.!?\n]+")

_SPEAKING_OF: tuple[tuple[Act, re.Pattern[str]], ...] = (
    (Act.RELEASE, re.compile(
        r"\b(?:releas\w*|free|freed|frees|freeing|freedom|pardon\w*|amnest\w*|clemency|liberat\w*|"
        r"prisoners?|detainees?|hostages?|captives?|"
        r"освобо\w+|помилов\w+|амнист\w+|заключ[её]нн\w+|узник\w+)\b", re.IGNORECASE)),
    (Act.EASE_SANCTIONS, re.compile(
        r"\b(?:sanction\w*|embargo\w*|restrictions?|waivers?|delist\w*|blacklist\w*|"
        r"list of [\w ]*sponsors|санкци\w+|эмбарго|ограничени\w+)\b", re.IGNORECASE)),
    (Act.OPEN_EMBASSY, re.compile(
        r"\b(?:embass(?:y|ies)|consulates?|diplomatic (?:relations|ties)|посольств\w+|"
        r"консульств\w+|генконсульств\w+|дипотношени\w+)\b", re.IGNORECASE)),
    (Act.GIVE_AID, re.compile(
        r"\b(?:loans?|aid|кредит\w*|гуманитарн\w+ помощ\w+)\b", re.IGNORECASE)),
    (Act.MEET, re.compile(r"\b(?:visits?|visited|визит\w*)\b", re.IGNORECASE)),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class TiedSpan:
    """A tie, and the characters of its report where its sides stand; None where elsewhere."""

    tie: Tie
    given: tuple[int, int] | None
    got: tuple[int, int] | None


def may_tie(text: str) -> bool:
    """True where a sentence of a text has words that tie, and of what can be tied."""
    if MAY_TIE.search(text) is None:
        return False
    return any(
        _POINTING_CUES.search(sentence) or acts_in(sentence)
        for match in _SENTENCE.finditer(text)
        if MAY_TIE.search(sentence := match.group())
    )


def acts_in(words: str) -> tuple[Act, ...]:
    """What words speak of, one act of each kind: a release, an easing, a visit."""
    return tuple(sorted(act for act, pattern in _SPEAKING_OF if pattern.search(words)))


def with_claims(tied: Iterable[TiedSpan], claims: Sequence[Claim]) -> tuple[Tie, ...]:
    """The ties, in text order, with the claims that each side makes."""
    found = {}
    for one in tied:
        tie = one.tie
        within = [
            claim
            for claim in claims
            if tie.passage.start <= claim.passage.start < tie.passage.end
            and claim.report == tie.report
        ]
        given = [c for c in within if _share(c, one.given) > _share(c, one.got)]
        got = [c for c in within if _share(c, one.got) > _share(c, one.given)]
        found[tie.id] = replace(tie, given=_side(tie.given, given), got=_side(tie.got, got))
    return tuple(sorted(found.values(), key=_place))


def _place(tie: Tie) -> tuple[int, int, str]:
    """Where the words that tie stand, as far as a passage that holds them twice tells."""
    return tie.passage.start, tie.passage.exact.find(tie.cue), tie.id


def _share(claim: Claim, span: tuple[int, int] | None) -> int:
    """How many characters of a claim stand in a span."""
    if span is None:
        return 0
    passage = claim.passage
    return max(0, min(passage.end, span[1]) - max(passage.start, span[0]))


def _side(side: TieSide, claims: Sequence[Claim]) -> TieSide:
    """A side with its claims: releases and what is traded for them; the rest is beside it."""
    own = [c for c in claims if c.act in FREEING or c.act in _TRADED]
    acts = {Act.RELEASE if c.act in FREEING else c.act for c in own}
    return replace(side, acts=tuple(sorted(acts or side.acts)), claims=tuple(c.id for c in own))


_TRADED = SANCTIONING | CONCEDING | {Act.MEET}
