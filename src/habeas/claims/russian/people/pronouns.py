"""Whom "он", "они", "осуждённый" and a verb with nobody beside it stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from habeas.claims.russian.acts.frames import Mode
from habeas.claims.russian.drafting import Draft
from habeas.claims.russian.lexicon import word_list
from habeas.claims.russian.people.names import gender_of
from habeas.model.claims import Act, Claim, Mention

_THE_ONE = word_list("people", "pronouns.the_one")
"""Nouns that mean whoever the case is about."""
_OF_ANYBODY = word_list("people", "pronouns.of_anybody")
"""Nouns that open a clause and then mean whoever was named before."""
_MYSELF = frozenset({"я", "меня", "мне"})
_SEVERAL = word_list("people", "pronouns.several")
_TWO = 2
_FRONT = 3
"""Words before a noun that still opens its sentence: "Из-под стражи журналистка освобождена"."""
_CLOSE = 400
"""Characters between a pronoun and the people it means, at most, where no claim names them."""
_NEAR = 300
"""The same for a verb that leaves out whom it means."""
_FAR = 800
"""The same where a claim names them."""
_ROLE = 2_500
"""The same where the noun is what the text said the person is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """Somebody the text names who gives nobody the floor.

    Attributes:
        name: The name in the nominative.
        start: Its first character in the report.
        roles: Words of what the text says they are, small letters, `е` for `ё`.
    """

    name: str
    start: int
    roles: frozenset[str] = frozenset()


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
    if people.is_unsaid:
        return _unsaid(draft, claim, before)
    if people.is_pronoun and group in _MYSELF:
        return (claim,)
    if (people.is_pronoun and group in _SEVERAL) or _are_those(draft, before):
        return _each(claim, before, needed=people.is_pronoun)
    if people.is_pronoun:
        return _of_pronoun(draft, claim, before, mentioned)
    if draft.noun and draft.form in ("masc", "femn"):
        return (_of_noun(draft, claim, before, mentioned),)
    if draft.form in ("masc", "femn") and group in _THE_ONE:
        return (_of_noun(replace(draft, noun=group), claim, before, mentioned),)
    return (claim,)


def _unsaid(draft: Draft, claim: Claim, before: Sequence[Claim]) -> tuple[Claim, ...]:
    """ "Через час отпустили": the one person that the claim before is about, else nobody."""
    last = next(filter(_tells_people, reversed(before)), None)
    if last is None or not 0 <= claim.passage.start - last.passage.end <= _NEAR:
        return ()
    together = [c for c in before if c.passage.start == last.passage.start and c.act is last.act]
    names = {n.name: n for c in together for n in c.names}
    if last.count is not None or len(names) > 1:
        return ()
    if not names:
        return (replace(claim, group=last.group),) if last.group and len(together) == 1 else ()
    (name,) = names.values()
    if draft.form and gender_of(name.name) not in (draft.form, None):
        return ()
    return (_named(claim, name.name, name.nationality),)


def _of_pronoun(
    draft: Draft, claim: Claim, before: Sequence[Claim], mentioned: Sequence[Mentioned]
) -> tuple[Claim, ...]:
    told = _last_told(before, draft.form, claim.passage.start)
    beside = _last_mentioned(mentioned, draft.form, claim.passage.start)
    earlier = told is not None and told.passage.end < draft.sentence
    if earlier and beside is not None and beside.start >= draft.sentence:
        return (_named(claim, beside.name, None),)
    if told is not None and told.names:
        first = told.names[0]
        return (_named(claim, first.name, first.nationality),)
    if told is not None and told.group:
        return (replace(claim, group=told.group),)
    known = _last_mentioned(mentioned, draft.form, claim.passage.start)
    return (_named(claim, known.name, None),) if known is not None else ()


def _of_noun(
    draft: Draft, claim: Claim, before: Sequence[Claim], mentioned: Sequence[Mentioned]
) -> Claim:
    """ "Активистку отпустили": whom the text called so, else the last person told of."""
    at = claim.passage.start
    for person in reversed(mentioned):
        if at - person.start > _ROLE:
            break
        if person.start < at and draft.noun in person.roles:
            return _named(claim, person.name, None)
    if draft.noun in _THE_ONE or (draft.noun in _OF_ANYBODY and _opens(draft)):
        told = _last_told(before, draft.form, at)
        if told is not None and told.names:
            return _named(claim, told.names[0].name, told.names[0].nationality)
    if draft.noun in _THE_ONE and not any(map(_tells_people, before)):
        known = _last_mentioned(mentioned, draft.form, at)
        return _named(claim, known.name, None) if known is not None else claim
    return claim


def _opens(draft: Draft) -> bool:
    modes = (Mode.SUBJECT, Mode.OBJECT, Mode.DATIVE)
    most = _FRONT if draft.frame.mode is Mode.SUBJECT else 1
    return draft.people is not None and draft.people.first <= most and draft.frame.mode in modes


def _named(claim: Claim, name: str, nationality: str | None) -> Claim:
    return replace(claim, names=(Mention(name=name, nationality=nationality),), group=None)


def _are_those(draft: Draft, before: Sequence[Claim]) -> bool:
    """ "эти люди", "обоих мужчин", "супругов": nouns for those that a claim named together."""
    if draft.form != "plur" or not draft.noun or draft.people is None or not before:
        return False
    points = draft.people.first < draft.people.head
    return points or (draft.noun in ("супруг", "брат", "сестра") and _opens(draft))


def _each(claim: Claim, before: Sequence[Claim], *, needed: bool) -> tuple[Claim, ...]:
    """One claim for each of those named together last; the claim itself after a count of them."""
    alone = () if needed else (claim,)
    last = next(filter(_tells_people, reversed(before)), None)
    if last is None or not 0 <= claim.passage.start - last.passage.end <= _CLOSE:
        return alone
    together = [c for c in before if c.passage.start == last.passage.start and c.act is last.act]
    named = {n.name: n for c in together if c.count is None for n in c.names}
    if len(named) >= _TWO:
        return tuple(_named(claim, n.name, n.nationality) for n in named.values())
    return (claim,) if any(c.count is not None or c.group for c in together) else alone


def _tells_people(claim: Claim) -> bool:
    told = claim.names or claim.group or claim.count is not None
    return bool(told) and claim.act not in (Act.MEET, Act.WITHHOLD)


def _last_told(before: Sequence[Claim], gender: str, at: int) -> Claim | None:
    """The last claim on one person whose gender the pronoun does not contradict.

    Somebody only described is not passed over for the name before: the pronoun
    would then put a wrong person in prison.
    """
    for claim in reversed(before):
        if at - claim.passage.end > _FAR:
            return None
        if not _tells_people(claim) or claim.count is not None:
            continue
        if gender and claim.names and gender_of(claim.names[0].name) not in (gender, None):
            continue
        return claim
    return None


def _last_mentioned(mentioned: Sequence[Mentioned], gender: str, at: int) -> Mentioned | None:
    """Whoever was named last close by and has the pronoun's gender for certain."""
    for person in reversed(mentioned):
        if at - person.start > _CLOSE:
            return None
        if gender and person.start < at and gender_of(person.name) == gender:
            return person
    return None
