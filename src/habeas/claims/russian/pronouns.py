"""Whom "он", "они" and "осуждённый" stand for: the people told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from habeas.claims.russian.drafting import Draft
from habeas.claims.russian.frames import Mode
from habeas.claims.russian.names import gender_of
from habeas.model.claims import Act, Claim, Mention

_THE_ONE = frozenset(
    {
        "осужденный",
        "осужденная",
        "обвиняемый",
        "обвиняемая",
        "подсудимый",
        "подсудимая",
        "задержанный",
        "задержанная",
    }
)
_BY_TRADE = frozenset(
    "активист активистка журналист журналистка блогер политик правозащитник правозащитница".split()
)
"""Nouns that open a sentence and then mean whoever was named before."""
_MYSELF = frozenset({"я", "меня", "мне"})
_SEVERAL = frozenset({"они", "их", "им", "ими", "все они", "оба", "обе"})
_CLOSE = 400
"""Characters between a pronoun and the people it means, at most, where no claim names them."""
_FAR = 800
"""The same where a claim names them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """Somebody the text names who gives nobody the floor.

    Attributes:
        name: The name in the nominative.
        start: Its first character in the report.
    """

    name: str
    start: int


def with_persons(
    draft: Draft, claim: Claim, before: Sequence[Claim], mentioned: Sequence[Mentioned]
) -> tuple[Claim, ...]:
    """The claim with the person that a pronoun or "осуждённый" stands for, one for each of several.

    The claim itself where it has no pronoun; none where nobody was told it can mean.
    """
    people = draft.people
    if people is None or people.name is not None or people.count is not None:
        return (claim,)
    group = (claim.group or "").lower().replace("ё", "е")
    if people.is_pronoun and group in _MYSELF:
        return (claim,)
    if people.is_pronoun and group in _SEVERAL:
        return _each(claim, before)
    stands = group in _THE_ONE or (group in _BY_TRADE and _opens(draft))
    if people.is_pronoun or stands:
        told = _last_told(before, group, claim.passage.start)
        if told is not None and told.names:
            first = told.names[0]
            return (_named(claim, first.name, first.nationality),)
        if people.is_pronoun:
            known = _last_mentioned(mentioned, group, claim.passage.start)
            if told is not None and told.group:
                return (replace(claim, group=told.group),)
            return (_named(claim, known.name, None),) if known is not None else ()
    return (claim,)


def _opens(draft: Draft) -> bool:
    return draft.people is not None and draft.people.first <= 1 and draft.frame.mode is Mode.SUBJECT


def _named(claim: Claim, name: str, nationality: str | None) -> Claim:
    return replace(claim, names=(Mention(name=name, nationality=nationality),), group=None)


def _each(claim: Claim, before: Sequence[Claim]) -> tuple[Claim, ...]:
    """One claim for each of those named together last; the claim itself after a count of them."""
    last = next((c for c in reversed(before) if c.act is not Act.MEET), None)
    if last is None or not 0 <= claim.passage.start - last.passage.end <= _CLOSE:
        return ()
    together = [c for c in before if c.passage.start == last.passage.start and c.act is last.act]
    named = {n.name: n for c in together if c.count is None for n in c.names}
    if len(named) > 1:
        return tuple(_named(claim, n.name, n.nationality) for n in named.values())
    return (claim,) if any(c.count is not None or c.group for c in together) else ()


def _last_told(before: Sequence[Claim], pronoun: str, at: int) -> Claim | None:
    """The last claim on one person whose gender the pronoun does not contradict.

    Somebody only described is not passed over for the name before: the pronoun
    would then put a wrong person in prison.
    """
    gender = _gender(pronoun)
    for claim in reversed(before):
        if at - claim.passage.end > _FAR:
            return None
        if claim.act is Act.MEET or claim.count is not None:
            continue
        if gender and claim.names and gender_of(claim.names[0].name) not in (gender, None):
            continue
        return claim
    return None


def _last_mentioned(mentioned: Sequence[Mentioned], pronoun: str, at: int) -> Mentioned | None:
    """Whoever was named last close by and has the pronoun's gender for certain."""
    gender = _gender(pronoun)
    for person in reversed(mentioned):
        if at - person.start > _CLOSE:
            return None
        if gender is not None and person.start < at and gender_of(person.name) == gender:
            return person
    return None


def _gender(pronoun: str) -> str | None:
    if pronoun in ("она", "ее", "ей"):
        return "femn"
    return "masc" if pronoun in ("он", "его", "ему", "им") else None
