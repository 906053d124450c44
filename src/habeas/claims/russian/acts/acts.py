"""Which acts a sentence names: the words of the lexicon, and how they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from habeas.claims.russian.acts.exchanges import exchanges
from habeas.claims.russian.acts.frames import Frame, Mode, Scene
from habeas.claims.russian.acts.verbless import listed, part_states, told_by_nouns
from habeas.claims.russian.lexicon import act_by_noun, act_by_own, act_by_verb, russian
from habeas.claims.russian.lists.items import items
from habeas.claims.russian.parse.clauses import clause_of, is_predicate
from habeas.claims.russian.parse.lemmas import parses, plain
from habeas.claims.russian.parse.parsing import Word
from habeas.claims.russian.people.patients import find_patients
from habeas.claims.russian.people.standins import left_unsaid
from habeas.claims.russian.time import is_time_word
from habeas.model.claims import Act

_STOPPING = frozenset({"задержать", "задерживать", "задержание"})
"""What the police do: for days too it is no sentence."""
_JOINING = frozenset({"и", "а", "но", "затем", "потом", "или"})
_IN_TURN = frozenset({"первый", "второй", "третий", "последний", "следующий"})
_NEAR = 12
"""Words after an arrest within which its days are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trigger:
    act: Act
    mode: Mode
    place: int
    is_phrase: bool


def find_frames(scene: Scene) -> tuple[Frame, ...]:
    """The acts on people that a sentence names, in order; empty where it names none.

    A word names an act only where the sentence has people it can be done to:
    "выпустили альбом" frees nobody.
    """
    frames: list[Frame] = []
    waiting: list[Frame] = []
    unsaid: list[Frame] = []
    for trigger in _triggers(scene):
        clause = clause_of(scene.clauses, trigger.place)
        if clause < 0:
            continue
        frame = Frame(act=trigger.act, mode=trigger.mode, trigger=trigger.place, clause=clause)
        found = find_patients(frame, scene, frames)
        if found is None and trigger.mode is Mode.OBJECT:
            waiting.append(frame)
        if found is None:
            unsaid += filter(None, [left_unsaid(frame, scene)])
        again = any(f.trigger == trigger.place for f in frames)
        if found is not None and not again and not _means_another_thing(found, scene, trigger):
            frames.append(found)
    frames += _given_later(scene, waiting, frames)
    frames = _without_shadows(frames)
    frames += told_by_nouns(scene, frames)
    frames += listed(scene, frames)
    frames += part_states(scene, frames)
    frames += items(scene, frames)
    frames += exchanges(scene, frames)
    if not frames:
        frames += unsaid
    return tuple(sorted(frames, key=lambda f: f.trigger))


def _triggers(scene: Scene) -> Iterator[_Trigger]:
    words = scene.sentence.words
    for word in words:
        if word.is_mark or word.entity == "PER":
            continue
        phrase = _phrase(scene, word)
        told = phrase or _word(word) or _going_out(scene, word) or _free(scene, word)
        if told is not None:
            act, mode = told
            if act is Act.ARREST and word.lemma not in _STOPPING and _is_for_days(scene, word):
                act = Act.SENTENCE
            if mode is Mode.NOUN and act is Act.ARREST and _is_extended(scene, word):
                act = Act.HOLD
            yield _Trigger(act=act, mode=mode, place=word.i, is_phrase=phrase is not None)
            if act is Act.RELEASE and phrase is None and word.lemma in russian().words["seizing"]:
                yield _Trigger(act=Act.ARREST, mode=mode, place=word.i, is_phrase=False)


def _going_out(scene: Scene, word: Word) -> tuple[Act, Mode] | None:
    """ "Вышли трое", "ещё двое выйдут завтра": out of where, the text has told before."""
    finite = word.feats.get("VerbForm") == "Fin"
    if word.lemma not in ("выйти", "выходить") or not finite or not scene.of_detention:
        return None
    at = clause_of(scene.clauses, word.i)
    if at < 0:
        return None
    people = [p for p in scene.within(at) if p.count or p.name or p.is_pronoun]
    told = {n for p in people for n in range(p.first, p.last + 1)}
    first, last = next(p for p in scene.clauses[at].parts if p[0] <= word.i <= p[1])
    for other in scene.sentence.words[first : last + 1]:
        if other.i == word.i or other.is_mark or other.i in told or other.text.isdigit():
            continue
        when = is_time_word(other.lemma) or other.lemma in _IN_TURN
        if not when and other.pos not in ("ADV", "PART", "CCONJ"):
            return None
    return (Act.RELEASE, Mode.SUBJECT) if people else None


def _free(scene: Scene, word: Word) -> tuple[Act, Mode] | None:
    """ "Игорь Малин свободен", where the report tells of detention; no "свободен от"."""
    short = word.lemma == "свободный" and word.feats.get("Variant") == "Short"
    after = scene.sentence.words[word.i + 1 : word.i + 2]
    if not short or not scene.of_detention or any(w.lemma in ("от", "в") for w in after):
        return None
    return Act.RELEASE, Mode.SUBJECT


def _is_extended(scene: Scene, word: Word) -> bool:
    """ "Арест Зорина продлили": held for longer, and no arrest."""
    clause = scene.clauses[clause_of(scene.clauses, word.i)]
    return any(
        w.lemma in ("продлить", "продлевать") and clause.holds(w.i)
        for w in scene.sentence.words[clause.first : clause.last + 1]
    )


def _given_later(
    scene: Scene, waiting: Sequence[Frame], frames: Sequence[Frame]
) -> Iterator[Frame]:
    """ "Власти арестовали, а потом осудили 12 человек": the people stand with the later verb."""
    for frame in waiting:
        later = next((f for f in frames if f.trigger > frame.trigger and not f.is_shared), None)
        if later is None or later.mode is not Mode.OBJECT or later.clause - frame.clause > 1:
            continue
        first = scene.sentence.words[scene.clauses[later.clause].first]
        told = [p for p in later.patients if p.count is not None or p.name is not None]
        if later.act is frame.act:
            continue
        if told and (later.clause == frame.clause or first.lemma in _JOINING):
            yield replace(frame, patients=tuple(told), is_shared=True)


def _is_for_days(scene: Scene, word: Word) -> bool:
    """ "арестован на 15 суток": what a court gives, and no arrest."""
    after = scene.sentence.words[word.i : word.i + _NEAR]
    return any(w.lemma == "сутки" for w in after)


def _means_another_thing(frame: Frame, scene: Scene, by: _Trigger) -> bool:
    """ "отпустил игрока в аренду"; "взял" somebody, but "взяли под стражу" only of people."""
    words = scene.sentence.words
    near = words[max(frame.trigger - 4, 0) : frame.trigger + 6]
    if any(w.lemma in russian().words["elsewhere"] for w in near):
        return True
    captives = russian().words["captives"]
    told = any(w.lemma in captives for p in frame.patients for w in words[p.first : p.last + 1])
    homing = words[frame.trigger].lemma in russian().words["homing"]
    if homing and not scene.of_detention and not told:
        return True
    trigger = words[frame.trigger]
    around = [
        w.lemma for w in (words[frame.trigger - 1], *words[frame.trigger : frame.trigger + 2])
    ]
    if trigger.lemma == "обмен" and around[0] == "в" and around[-1] == "на":
        return True
    lists = russian().words
    moved = trigger.lemma in lists["returning"] | lists["conveying"] and not by.is_phrase
    if moved and frame.act is Act.RELEASE:
        captives = lists["captives"] | lists["freed"]
        counted = any(p.count is not None and p.is_sure for p in frame.patients)
        if scene.of_captives and counted and trigger.lemma in lists["returning"]:
            return False
        phrase = (w for p in frame.patients for w in words[p.first : p.last + 1])
        member = any(p.is_member for p in frame.patients)
        return not member and not any(w.lemma in captives for w in phrase)
    if by.is_phrase:
        return False
    if trigger.lemma in ("простить", "прощать"):
        return not scene.of_detention or not any(p.count is not None for p in frame.patients)
    if trigger.lemma in lists["seizing"] and frame.mode is Mode.OBJECT:
        first = frame.patients[0]
        if first.name is not None or first.is_pronoun:
            return trigger.feats.get("Number") != "Plur"
        return first.count is None or trigger.lemma == "взять"
    return False


def _word(word: Word) -> tuple[Act, Mode] | None:
    """What a word names by itself."""
    if word.pos == "NOUN":
        act = act_by_noun().get(word.lemma)
        return (act, Mode.NOUN) if act is not None else None
    lemma = verb_lemma(word)
    if lemma is None:
        return None
    if lemma in act_by_own():
        return act_by_own()[lemma], Mode.SUBJECT
    act = act_by_verb().get(lemma)
    if act is None and lemma.removesuffix("ся") in russian().words["undergone"]:
        return act_by_verb()[lemma.removesuffix("ся")], Mode.SUBJECT
    lists = russian().words
    if act is None and lemma in lists["returning"] | lists["conveying"]:
        mode = Mode.SUBJECT if lemma in lists["arriving"] else mode_of(word)
        return Act.RELEASE, mode
    if act is None and lemma in russian().words["seizing"] and mode_of(word) is Mode.OBJECT:
        act = Act.ARREST
    return (act, mode_of(word)) if act is not None else None


def verb_lemma(word: Word) -> str | None:
    """The infinitive of a verb or participle; None for another word."""
    if word.pos in ("VERB", "AUX"):
        return word.lemma
    if word.pos not in ("ADJ", "NOUN"):
        return None
    found = (p for p in parses(word.text) if p.tag.POS in ("PRTF", "PRTS"))
    first = next(found, None)
    if first is None or (word.pos == "NOUN" and first.tag.POS == "PRTF"):
        return None
    return plain(first.normal_form)


def mode_of(word: Word) -> Mode:
    """Where the people of a verb stand, by its form."""
    form, voice = word.feats.get("VerbForm", ""), word.feats.get("Voice", "")
    is_short = word.feats.get("Variant") == "Short" or (form == "Part" and not word.case)
    if is_short or (word.pos == "ADJ" and not word.case):
        return Mode.SUBJECT
    if form == "Part" or word.pos == "ADJ":
        return Mode.PARTICIPLE
    if voice in ("Pass", "Mid") and plain(word.text).endswith(("ся", "сь")):
        return Mode.SUBJECT
    return Mode.OBJECT


def _phrase(scene: Scene, word: Word) -> tuple[Act, Mode] | None:
    """What a verb names together with a noun of its clause."""
    lemma = verb_lemma(word)
    pairs = _by_phrase().get(lemma or "")
    if not pairs:
        return None
    at = clause_of(scene.clauses, word.i)
    if at < 0:
        return None
    clause = scene.clauses[at]
    for other in scene.sentence.words:
        if other.i != word.i and clause.holds(other.i) and other.lemma in pairs:
            act, mode = pairs[other.lemma]
            if _parts(scene, word, other) or _is_who(word, other):
                continue
            return act, mode_of(word) if mode is Mode.OBJECT else mode
    return None


def _is_who(verb: Word, noun: Word) -> bool:
    """ "назвал политзаключённых преступниками": no "признать политзаключёнными"."""
    stock = noun.lemma in russian().words["stock"] and verb.lemma in russian().words["deeming"]
    return stock and not any(p.tag.case == "ablt" for p in parses(noun.text))


def _parts(scene: Scene, verb: Word, noun: Word) -> bool:
    """True where another predicate stands between a verb and a noun, which is then not its own."""
    low, high = sorted((verb.i, noun.i))
    between = scene.sentence.words[low + 1 : high]
    return any(is_predicate(w) and w.lemma not in ("быть", "мочь") for w in between)


def _without_shadows(frames: list[Frame]) -> list[Frame]:
    """Only whom it was done to: "61 задержанного отпустили" tells a release, no arrest."""
    finite = [f for f in frames if f.mode not in (Mode.PARTICIPLE, Mode.NOUN)]
    kept = []
    for frame in frames:
        told = [p for other in finite if other is not frame for p in other.patients]
        shadowed = frame.mode is Mode.PARTICIPLE and any(p in told for p in frame.patients)
        if not shadowed:
            kept.append(frame)
    return kept


@cache
def _by_phrase() -> Mapping[str, Mapping[str, tuple[Act, Mode]]]:
    found: dict[str, dict[str, tuple[Act, Mode]]] = {}
    for act, words in russian().acts.items():
        for pairs, mode in (
            (words.phrases, Mode.SUBJECT),
            (words.done, Mode.OBJECT),
            (words.to, Mode.DATIVE),
        ):
            for verb, noun in pairs:
                found.setdefault(verb, {}).setdefault(noun, (act, mode))
    return found
