"""What else states promise each other: «вновь открыть посольство», «предоставить Минску кредит».

Each needs its thing by name, as the object of its verb; aid needs a state that gets it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from habeas.claims.russian.acts.frames import Frame, Mode, Scene
from habeas.claims.russian.acts.things import phrase_of
from habeas.claims.russian.lexicon import word_list
from habeas.claims.russian.parse.parsing import Word
from habeas.claims.russian.people.peoples import is_state
from habeas.model.claims import Act

_MISSIONS = word_list("acts", "concessions.missions")
_OPENING = word_list("acts", "concessions.opening")
_RESTORING = word_list("acts", "concessions.restoring")
_RELATIONS = word_list("acts", "concessions.relations")
_GIVING = word_list("acts", "concessions.giving")
_PROMISING = word_list("acts", "concessions.promising")
_AID = word_list("acts", "concessions.aid")
_AMOUNTS = word_list("acts", "concessions.amounts")
_LETTING = word_list("acts", "concessions.letting")
_VISITORS = word_list("acts", "concessions.visitors")
_WORK = word_list("acts", "concessions.work")
_OTHER_AID = word_list("acts", "concessions.other_aid")
_CURRENCIES = word_list("acts", "concessions.currencies")
_RECIPIENTS = word_list("acts", "concessions.recipients")
_ELSEWHERE = word_list("acts", "concessions.elsewhere")
_DONE_TO = frozenset({"obj", "nsubj:pass"})
_NEAR = 3
"""Words after an amount within which its currency stands."""


def find_concessions(scene: Scene) -> Iterator[Frame]:
    """Embassies opened, aid given and observers let in, in order; at most one for a clause."""
    words = scene.sentence.words
    for at, clause in enumerate(scene.clauses):
        own = [w for w in words[clause.first : clause.last + 1] if clause.holds(w.i)]
        for verb in own:
            if verb.pos != "VERB" or _only_describes(verb):
                continue
            told = _told_by(verb, own)
            if told is not None:
                act, thing = told
                yield Frame(
                    act=act,
                    mode=Mode.THING,
                    trigger=verb.i,
                    clause=at,
                    thing=_whole(phrase_of(scene, at, thing), own),
                )
                break


def _whole(phrase: tuple[int, int], own: Sequence[Word]) -> tuple[int, int]:
    """«20 миллионов евро»: the amount before a currency belongs to it."""
    first, last = phrase
    before = {w.i: w for w in own}
    while (word := before.get(first - 1)) is not None and (
        word.pos == "NUM" or word.lemma in _AMOUNTS
    ):
        first -= 1
    return first, last


def _only_describes(verb: Word) -> bool:
    """«открытое в мае посольство»: which one is meant; «посольство открыто» tells of it."""
    long = verb.feats.get("VerbForm") == "Part" and verb.feats.get("Variant") != "Short"
    return long or verb.feats.get("VerbForm") == "Conv"


def _told_by(verb: Word, own: Sequence[Word]) -> tuple[Act, Word] | None:
    things = [w for w in own if w.head == verb.i and w.rel in _DONE_TO]
    if verb.lemma in _OPENING | _RESTORING:
        thing = next((t for t in things if _is_opened(t, verb, own)), None)
        return (Act.OPEN_EMBASSY, thing) if thing is not None else None
    if verb.lemma in _GIVING | _PROMISING:
        thing = next((t for t in things if _is_aid(t, own)), None)
        return (Act.GIVE_AID, thing) if thing is not None and _has_recipient(own) else None
    if verb.lemma in _LETTING:
        # «допустить в тюрьмы наблюдателей»: the parser hangs them under the prisons.
        things = things or [w for w in own if w.i > verb.i and w.feats.get("Animacy") == "Anim"]
        thing = next((t for t in things if t.lemma in _VISITORS), None)
        inward = any(w.lemma in ("в", "во", "к") for w in own if w.i > verb.i)
        elsewhere = any(w.lemma in _ELSEWHERE for w in own)
        there = thing is not None and inward and not elsewhere
        return (Act.GRANT_ACCESS, thing) if thing is not None and there else None
    return None


def _is_opened(thing: Word, verb: Word, own: Sequence[Word]) -> bool:
    """«открыть посольство», «возобновить работу посольства», «восстановить дипотношения»."""
    below = [w for w in own if w.head == thing.i]
    if thing.lemma in _RELATIONS:
        named = thing.lemma == "дипотношение" or any(w.lemma == "дипломатический" for w in below)
        return named and verb.lemma in _RESTORING
    if thing.lemma in _WORK:
        return any(w.lemma in _MISSIONS and w.case == "Gen" for w in below)
    return thing.lemma in _MISSIONS and verb.lemma in _OPENING


def _is_aid(thing: Word, own: Sequence[Word]) -> bool:
    if thing.lemma in _AID:
        return not any(w.head == thing.i and w.lemma in _OTHER_AID for w in own)
    after = [w.lemma for w in own if thing.i < w.i <= thing.i + _NEAR]
    amount = thing.lemma in _AMOUNTS or thing.lemma in _CURRENCIES
    return amount and not _CURRENCIES.isdisjoint({thing.lemma, *after})


def _has_recipient(own: Sequence[Word]) -> bool:
    return any(w.case == "Dat" and (is_state(w.lemma) or w.lemma in _RECIPIENTS) for w in own)
