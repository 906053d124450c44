"""How the speaker stands to the act: done, announced, promised, hoped for, denied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.claims.russian.acts.denials import denied_after
from habeas.claims.russian.acts.frames import Frame, Mode, Scene
from habeas.claims.russian.lexicon import russian, word_list
from habeas.claims.russian.parse.clauses import Clause, Opening
from habeas.claims.russian.parse.lemmas import parses
from habeas.claims.russian.parse.parsing import Word
from habeas.claims.russian.promises.conditions import is_conditional
from habeas.claims.russian.speech.voices import Voice
from habeas.model.claims import CONCEDING, FREEING, Act, Stance

_OUGHT = frozenset(
    {"должный", "надо", "нужно", "необходимо", "следовать", "обязанный", "необходимый"}
)
_AWAITING = frozenset({"ожидаться", "предполагаться", "планироваться", "вероятно", "возможный"})
_ASKING = word_list("promises", "stances.asking")
_NEGATIONS = frozenset({"не", "ни", "никто", "нет"})
_ABOUT = frozenset({"о", "об", "про"})
_UNTOLD = word_list("promises", "stances.untold")
_DECIDING = word_list("promises", "stances.deciding")
_HEDGES = word_list("promises", "stances.hedges")
_OF_STATES = CONCEDING | {Act.EASE_SANCTIONS}
_WILL = frozenset({"будет", "будут", "буду", "будем", "будете"})
_OPEN = (Stance.CONFIRMED, Stance.ESTIMATED, Stance.EXPECTED, Stance.PROMISED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the words around an act make of it.

    Attributes:
        act: The act; `demand-release` where a release is asked for.
        stance: The stance.
        demand: Place of the word that asks, or None.
    """

    act: Act
    stance: Stance
    demand: int | None = None


def find_standing(frame: Frame, scene: Scene, voices: Sequence[Voice]) -> Standing | None:
    """The standing of an act; None where the sentence does not say that it is so.

    Questions, conditions, purposes ("для освобождения") and things left unsaid
    claim nothing.
    """
    clause = scene.clauses[frame.clause]
    words = scene.sentence.words
    if words[-1].text == "?" or clause.opening is Opening.CONDITION:
        return None
    if any(v.is_denied and v.stance is not Stance.DENIED for v in voices):
        return None
    opener = words[clause.first].lemma
    if (
        words[clause.first].pos == "ADP"
        and words[min(clause.first + 1, clause.last)].lemma == "какой"
    ):
        return None
    if clause.opening is Opening.THAT and opener in _ASKING and not _tells_where(frame, scene):
        return None
    demand = _demand(frame, scene)
    if demand is not None or opener == "чтобы":
        if demand is None or frame.act not in FREEING or _is_negated(scene, demand):
            return None
        return Standing(act=Act.DEMAND_RELEASE, stance=Stance.DEMANDED, demand=demand)
    denied = denied_after(frame, scene)
    if frame.mode is Mode.NOUN and not (denied or _is_told(frame, scene)):
        return None
    if frame.mode is Mode.THING and _is_presupposed(frame, scene):
        return None
    if is_conditional(scene, frame.trigger):
        return None
    if frame.act is Act.WITHHOLD:
        ahead = any(w.text.lower() in _WILL for w in words)
        return Standing(act=frame.act, stance=Stance.ANNOUNCED if ahead else Stance.REPORTED)
    own = Stance.DENIED if denied else _own(frame, scene)
    if _is_awaited(frame, scene):
        own = Stance.EXPECTED
    return Standing(act=frame.act, stance=_under(own, frame, voices))


def _tells_where(frame: Frame, scene: Scene) -> bool:
    """ "вызвали в отдел, где задержали", "среди тех, кого отпустили": the clause asks nothing."""
    clause = scene.clauses[frame.clause]
    if frame.mode is Mode.STATE and scene.sentence.words[clause.first - 2].lemma == "тот":
        return True
    if scene.sentence.words[clause.first].lemma != "где" or frame.clause == 0:
        return False
    above = scene.clauses[frame.clause - 1].predicate
    lexicon = russian()
    asking = lexicon.words["telling"] | lexicon.speech.keys() | {"неизвестный", "неизвестно"}
    return above is not None and scene.sentence.words[above].lemma not in asking


def _is_awaited(frame: Frame, scene: Scene) -> bool:
    """ "…, как ожидается, …", "ожидается, что …": expected, whoever says so."""
    words = scene.sentence.words
    clause = scene.clauses[frame.clause]
    if clause.opening is Opening.THAT and frame.clause > 0:
        above = scene.clauses[frame.clause - 1].predicate
        if above is not None and words[above].lemma in _AWAITING:
            return True
    return any(
        w.lemma in ("ожидаться", "предполагаться") and words[w.i - 1].lemma == "как"
        for w in words[1:]
    )


def _demand(frame: Frame, scene: Scene) -> int | None:
    """The word that asks for the act, in its clause or the one that "чтобы" hangs on."""
    if frame.mode in (Mode.PARTICIPLE, Mode.STATE, Mode.INHERITED):
        return None
    clause = scene.clauses[frame.clause]
    words = scene.sentence.words
    lexicon = russian().words
    asking = lexicon["demanding"] | lexicon["demands"]
    trigger = words[frame.trigger]
    if frame.act in FREEING and is_imperative(trigger):
        return trigger.i
    for word in words[clause.first : frame.trigger]:
        if not clause.holds(word.i):
            continue
        governs = frame.mode is Mode.NOUN or trigger.feats.get("VerbForm") == "Inf"
        if word.lemma in asking and governs:
            return word.i
        if word.lemma in _OUGHT and frame.act in FREEING and governs | (frame.mode is Mode.SUBJECT):
            return word.i
    above = _infinitive_before(frame, scene)
    if above is not None:
        return next((w.i for w in words[above.first : clause.first] if w.lemma in asking), None)
    if words[clause.first].lemma == "чтобы" and frame.clause > 0:
        above = scene.clauses[frame.clause - 1]
        for word in words[above.first : clause.first]:
            if word.lemma in asking:
                return word.i
    return None


def _is_presupposed(frame: Frame, scene: Scene) -> bool:
    """ "после отмены санкций", "в связи со снятием запрета": what is told already."""
    words = scene.sentence.words
    if words[frame.trigger].pos != "NOUN":
        return False
    before = [w for w in words[max(frame.trigger - 2, 0) : frame.trigger] if w.pos == "ADP"]
    return bool(before) and before[-1].lemma in _UNTOLD | {"после", "с", "со", "при", "благодаря"}


def _infinitive_before(frame: Frame, scene: Scene) -> Clause | None:
    """The clause whose verb governs "… не преследовать и отпустить" too; None elsewhere."""
    words = scene.sentence.words
    clause = scene.clauses[frame.clause]
    bare = words[frame.trigger].feats.get("VerbForm") == "Inf" and clause.predicate == frame.trigger
    joins = words[clause.first].lemma in ("и", "или", "а")
    return scene.clauses[frame.clause - 1] if bare and joins and frame.clause > 0 else None


def _governor(frame: Frame, scene: Scene) -> Word:
    """The predicate that an act hangs on; its own word where it hangs on none."""
    words = scene.sentence.words
    clause = _infinitive_before(frame, scene) or scene.clauses[frame.clause]
    return words[clause.predicate if clause.predicate is not None else frame.trigger]


def is_imperative(word: Word) -> bool:
    """True for "отпустите", which the dictionary must know as a command too."""
    commands = any(p.tag.mood == "impr" for p in parses(word.text))
    return commands and (word.feats.get("Mood") == "Imp" or word.feats.get("Person") == "2")


def _is_told(frame: Frame, scene: Scene) -> bool:
    """False for an act that a noun only speaks of: "переговоры об освобождении"."""
    clause = scene.clauses[frame.clause]
    words = scene.sentence.words
    before = words[max(frame.trigger - 2, 0) : frame.trigger]
    preposition = next((w.lemma for w in reversed(before) if w.pos == "ADP"), "")
    if preposition in _UNTOLD:
        return False
    if preposition in _ABOUT:
        around = [w.lemma for w in words[clause.first : frame.trigger] if clause.holds(w.i)]
        after = [w.lemma for w in words[frame.trigger : clause.last + 1] if clause.holds(w.i)]
        speech = dict(russian().speech) | {"известный": Stance.REPORTED}
        return not _DECIDING.isdisjoint(around) or not speech.keys().isdisjoint({*around, *after})
    return True


def _own(frame: Frame, scene: Scene) -> Stance:
    """Stance by the clause's own words: negation, tense, governing verbs."""
    clause = scene.clauses[frame.clause]
    words = [w for w in scene.sentence.words if clause.holds(w.i)]
    trigger = scene.sentence.words[frame.trigger]
    stance = Stance.REPORTED
    if _is_of_nobody(frame, scene, words):
        return Stance.DENIED
    if frame.mode is Mode.STATE and clause.predicate is None:
        return Stance.DENIED if _is_no_longer(frame, scene) else stance
    if _is_negated(scene, frame.trigger):
        return Stance.DENIED
    if frame.act in _OF_STATES and _is_under_way(trigger):
        stance = Stance.ANNOUNCED
    if frame.act in CONCEDING and trigger.lemma in russian().governing:
        return russian().governing[trigger.lemma]  # "пообещал кредит"
    predicate = _governor(frame, scene)
    if _is_future(trigger, words) or (
        frame.mode is not Mode.PARTICIPLE and _is_future(predicate, words)
    ):
        stance = Stance.PROMISED if frame.act in _OF_STATES else Stance.ANNOUNCED
    by_noun = _by_noun(frame, scene)
    if by_noun is not None:
        stance = Stance.DENIED if _is_negated(scene, predicate.i) else by_noun
    elif predicate.i != trigger.i and frame.mode is not Mode.PARTICIPLE:
        governed = russian().governing.get(predicate.lemma)
        if predicate.lemma == "смочь" and predicate.feats.get("Tense") == "Past":
            governed = None
        if governed is not None and _governs(predicate, trigger, frame):
            stance = Stance.DENIED if _is_negated(scene, predicate.i) else governed
    if stance is Stance.REPORTED and _is_uncertain(words):
        stance = Stance.EXPECTED
    return stance


def _is_of_nobody(frame: Frame, scene: Scene, words: Sequence[Word]) -> bool:
    """ "никого не отпустили", "никто не вышел", "освобождённых нет"."""
    if any(
        p.head < len(scene.sentence.words) and scene.sentence.words[p.head].lemma in ("никто", "ни")
        for p in frame.patients
    ):
        return True
    return any(w.lemma == "нет" for w in words) and frame.mode is Mode.SUBJECT


def _is_no_longer(frame: Frame, scene: Scene) -> bool:
    """ "40 человек больше не за решёткой"."""
    words = scene.sentence.words
    clause = scene.clauses[frame.clause]
    detention = russian().words["detention"]
    return any(
        w.lemma in detention and words[w.i - 2].lemma == "не"
        for w in words[clause.first + 2 : clause.last + 1]
        if clause.holds(w.i)
    )


def _is_uncertain(words: Sequence[Word]) -> bool:
    """ "возможно, отпустят", "освобождение возможно лишь …"."""
    return any(
        w.lemma in ("возможно", "вероятно", "видимо")
        or (w.lemma == "возможный" and w.feats.get("Variant") == "Short")
        for w in words
    )


def _by_noun(frame: Frame, scene: Scene) -> Stance | None:
    """ "дал слово освободить", "взяло обязательство отпустить": a noun over the infinitive."""
    words = scene.sentence.words
    if words[frame.trigger].feats.get("VerbForm") != "Inf":
        return None
    for word in reversed(words[max(frame.trigger - 3, 0) : frame.trigger]):
        if word.lemma in russian().over:
            return russian().over[word.lemma]
        if word.is_mark or word.pos == "VERB":
            return None
    return None


def _is_under_way(trigger: Word) -> bool:
    """ "мы снимаем ограничения": decided, and not yet done."""
    feats = trigger.feats
    return feats.get("Tense") == "Pres" and feats.get("VerbForm") == "Fin"


def _governs(predicate: Word, trigger: Word, frame: Frame) -> bool:
    is_infinitive = trigger.feats.get("VerbForm") == "Inf"
    passive = trigger.feats.get("VerbForm") == "Part" and predicate.lemma == "мочь"
    return is_infinitive or passive or frame.mode is Mode.NOUN


def _is_negated(scene: Scene, place: int) -> bool:
    words = scene.sentence.words
    for word in reversed(words[max(place - 3, 0) : place]):
        if word.lemma in ("не", "ни"):
            after = words[word.i + 1]
            hedges = after.lemma in _HEDGES
            return not hedges
        if word.is_mark or word.pos in ("NOUN", "PROPN"):
            return False
    behind = [w.lemma for w in words[place + 1 : place + 3]]
    return behind == ["не", "быть"]


def _is_future(word: Word, words: Sequence[Word]) -> bool:
    if word.feats.get("Tense") == "Fut" or _is_only_future(word):
        return True
    return any(w.text.lower() in _WILL for w in words)


def _is_only_future(word: Word) -> bool:
    """«впустит», which the parser takes for a past: the dictionary knows it as a future."""
    if word.feats.get("VerbForm") != "Fin":
        return False
    tenses = {p.tag.tense for p in parses(word.text) if p.tag.POS == "VERB"}
    return tenses == {"futr"}


def _under(own: Stance, frame: Frame, voices: Sequence[Voice]) -> Stance:
    for voice in voices:
        if voice.stance is Stance.DENIED:
            return Stance.DENIED
        if own is Stance.REPORTED and voice.stance in _OPEN:
            own = voice.stance
        elif (
            own is Stance.REPORTED and voice.stance is Stance.ANNOUNCED and frame.mode is Mode.NOUN
        ):
            own = Stance.ANNOUNCED
        elif own is Stance.ANNOUNCED and voice.stance in (Stance.PROMISED, Stance.EXPECTED):
            own = voice.stance
    return own
