"""Which acts a sentence names: the words of the lexicon, and how they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from habeas.claims.russian.clauses import clause_of, is_predicate
from habeas.claims.russian.frames import Frame, Mode, Scene
from habeas.claims.russian.lemmas import parses, plain
from habeas.claims.russian.lexicon import russian
from habeas.claims.russian.parsing import Word
from habeas.claims.russian.patients import find_patients
from habeas.claims.russian.people import People
from habeas.claims.russian.quantities import COUNTED_ACTS
from habeas.model.claims import Act

_SHORT = 8
"""Words of a sentence so short that its bare number can only go on with what was told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trigger:
    act: Act
    mode: Mode
    place: int


def find_frames(scene: Scene) -> tuple[Frame, ...]:
    """The acts on people that a sentence names, in order; empty where it names none.

    A word names an act only where the sentence has people it can be done to:
    "выпустили альбом" frees nobody.
    """
    frames: list[Frame] = []
    for trigger in _triggers(scene):
        clause = clause_of(scene.clauses, trigger.place)
        if clause < 0:
            continue
        frame = Frame(act=trigger.act, mode=trigger.mode, trigger=trigger.place, clause=clause)
        found = find_patients(frame, scene, frames)
        if found is not None and not _means_another_thing(found, scene):
            frames.append(found)
    frames = _without_shadows(frames)
    frames += _told_by_nouns(scene, frames)
    frames += _listed(scene, frames)
    frames += _part_states(scene, frames)
    return tuple(sorted(frames, key=lambda f: f.trigger))


def _triggers(scene: Scene) -> Iterator[_Trigger]:
    words = scene.sentence.words
    for word in words:
        if word.is_mark or word.entity == "PER":
            continue
        told = _phrase(scene, word) or _word(word)
        if told is not None:
            act, mode = told
            if act is Act.ARREST and word.lemma == "арестовать" and _is_for_days(scene, word):
                act = Act.SENTENCE
            yield _Trigger(act=act, mode=mode, place=word.i)


def _is_for_days(scene: Scene, word: Word) -> bool:
    """ "арестован на 15 суток": what a court gives, and no arrest."""
    after = scene.sentence.words[word.i : word.i + 9]
    return any(w.lemma == "сутки" for w in after)


def _means_another_thing(frame: Frame, scene: Scene) -> bool:
    """ "отпустил игрока в аренду"; "взял" somebody, but "взяли под стражу" only of people."""
    words = scene.sentence.words
    near = words[max(frame.trigger - 4, 0) : frame.trigger + 6]
    if any(w.lemma in russian().words["elsewhere"] for w in near):
        return True
    trigger = words[frame.trigger]
    around = [
        w.lemma for w in (words[frame.trigger - 1], *words[frame.trigger : frame.trigger + 2])
    ]
    if trigger.lemma == "обмен" and around[0] == "в" and around[-1] == "на":
        return True
    lists = russian().words
    if trigger.lemma in lists["returning"] | lists["conveying"] and frame.act is Act.RELEASE:
        captives = lists["captives"] | lists["freed"]
        phrase = (w for p in frame.patients for w in words[p.first : p.last + 1])
        member = any(p.is_member for p in frame.patients)
        return not member and not any(w.lemma in captives for w in phrase)
    if trigger.lemma in russian().words["seizing"] and frame.mode is Mode.OBJECT:
        first = frame.patients[0]
        if first.name is not None or first.is_pronoun:
            return trigger.feats.get("Number") != "Plur"
        return first.count is None or trigger.lemma == "взять"
    return False


def _word(word: Word) -> tuple[Act, Mode] | None:
    """What a word names by itself."""
    if word.pos == "NOUN":
        act = _by_noun().get(word.lemma)
        return (act, Mode.NOUN) if act is not None else None
    lemma = verb_lemma(word)
    if lemma is None:
        return None
    if lemma in _by_own():
        return _by_own()[lemma], Mode.SUBJECT
    act = _by_verb().get(lemma)
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
            if _parts(scene, word, other):
                continue
            return act, mode_of(word) if mode is Mode.OBJECT else mode
    return None


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


def _told_by_nouns(scene: Scene, frames: list[Frame]) -> Iterator[Frame]:
    """ "25 задержанных", "1187 политзаключённых": people counted by what was done to them."""
    taken = {p.first for f in frames for p in f.patients}
    for people in scene.people:
        at = clause_of(scene.clauses, people.head)
        if people.first in taken or at < 0:
            continue
        predicate = scene.clauses[at].predicate
        if people.count is None and _are_none(scene, people, predicate):
            yield Frame(
                act=Act.HOLD, mode=Mode.SUBJECT, trigger=people.head, clause=at, patients=(people,)
            )
        if people.count is None or people.preposition == "из":
            continue
        noun = people.count.noun
        act = _act_of_noun(scene.sentence.words[noun]) if noun is not None else None
        if act is None and _is_a_stock(scene, people, predicate):
            act = Act.HOLD
        if act is None or not _only_numbers(scene, predicate):
            continue
        yield Frame(act=act, mode=Mode.STATE, trigger=people.head, clause=at, patients=(people,))


def _is_a_stock(scene: Scene, people: People, predicate: int | None) -> bool:
    """ "число политзаключённых выросло до 1265", "политзаключённых стало 1265"."""
    if people.count is None or people.count.noun is not None or predicate is None:
        return False
    words = scene.sentence.words
    if words[predicate].lemma not in russian().words["numbering"] or people.first < predicate:
        return False
    before = words[max(people.first - 8, 0) : people.first]
    return any(w.lemma in russian().words["stock"] and w.case == "Gen" for w in before)


def _are_none(scene: Scene, people: People, predicate: int | None) -> bool:
    """ "политических заключённых у нас нет"."""
    if predicate is None or scene.sentence.words[people.head].lemma not in russian().words["stock"]:
        return False
    word = scene.sentence.words[predicate]
    near = {w.lemma for w in scene.sentence.words[max(predicate - 1, 0) : predicate + 1]}
    free = people.case in ("Gen", "Acc", "Loc") and not people.preposition
    return free and (word.lemma == "нет" or {"не", "быть"} <= near)


def _act_of_noun(noun: Word) -> Act | None:
    if noun.lemma in russian().words["stock"]:
        return Act.HOLD
    if noun.lemma in COUNTED_ACTS:
        return _by_noun()[noun.lemma]
    for parse in parses(noun.text):
        if parse.tag.POS == "PRTF" and parse.tag.voice == "pssv":
            return _by_verb().get(plain(parse.normal_form))
    return None


def _only_numbers(scene: Scene, predicate: int | None) -> bool:
    """True where the verb of a clause only says that so many are there, or who says so."""
    if predicate is None:
        return True
    word = scene.sentence.words[predicate]
    return word.lemma in russian().words["numbering"] or word.lemma in russian().speech


def _listed(scene: Scene, frames: list[Frame]) -> Iterator[Frame]:
    """ "Среди помилованных восемь женщин", "из них 23 — на границе", "МВД говорит о 40"."""
    taken = {p.first for f in frames for p in f.patients}
    for at, clause in enumerate(scene.clauses):
        if not _only_numbers(scene, clause.predicate):
            continue
        people = [p for p in scene.within(at) if p.first not in taken and _can_be_listed(p)]
        if not people:
            continue
        named = _group_named(scene, at) or _state_named(scene, at)
        first = people[0].head
        if named is not None:
            yield replace(named, clause=at, patients=tuple(people), trigger=first)
        elif going := [p for p in people if _goes_on(scene, p, clause.predicate)]:
            yield Frame(
                act=Act.HOLD, mode=Mode.INHERITED, trigger=first, clause=at, patients=tuple(going)
            )


def _part_states(scene: Scene, frames: list[Frame]) -> Iterator[Frame]:
    """ "…, 12 из них под стражей": a part of a clause that has its own state."""
    taken = {p.first for f in frames for p in f.patients}
    words = scene.sentence.words
    detained = russian().words["detention"]
    for at, clause in enumerate(scene.clauses):
        if clause.predicate is None:
            continue
        for first, last in clause.parts[1:]:
            inside = [
                p for p in scene.within(at) if first <= p.head <= last and p.count is not None
            ]
            inside = [p for p in inside if p.first not in taken]
            state = next((w for w in words[first + 1 : last + 1] if w.lemma in detained), None)
            if state is None or not inside or words[state.i - 1].lemma not in ("в", "за", "под"):
                continue
            yield Frame(
                act=Act.HOLD, mode=Mode.STATE, trigger=state.i, clause=at, patients=tuple(inside)
            )


def _goes_on(scene: Scene, people: People, predicate: int | None) -> bool:
    """True for people that can only be some of those told before, or another figure for them."""
    if people.is_member:
        return True
    if people.count is None:
        return False
    return people.is_sure or _gives_a_figure(scene, people, predicate)


def _gives_a_figure(scene: Scene, people: People, predicate: int | None) -> bool:
    """ "МВД говорит о семистах", "адвокаты насчитали 19", "в Перми 19"."""
    words = scene.sentence.words
    if predicate is None:
        return len(words) <= _SHORT
    saying = words[predicate].lemma in russian().speech or words[predicate].lemma == "прийтись"
    return saying and 0 < people.first - predicate <= 3


def _can_be_listed(people: People) -> bool:
    if people.name is not None:
        return people.case in ("Nom", "", "Acc")
    if people.count is None:
        return False
    stands = not people.preposition or people.is_member or people.preposition in ("о", "об", "по")
    return stands and people.case in ("", "Nom", "Acc", "Loc")


def _group_named(scene: Scene, at: int) -> Frame | None:
    """The act of "среди задержанных", "в числе освобождённых", "список помилованных:"."""
    clause = scene.clauses[at]
    words = scene.sentence.words
    for word in words[clause.first : clause.last + 1]:
        opened = {w.lemma for w in words[max(word.i - 3, 0) : word.i]}
        group = {"среди", "число", "список", "из"} & opened or word.i == clause.first
        act = _act_of_noun(word) if group and word.case else None
        if act is not None:
            return Frame(act=act, mode=Mode.STATE, trigger=word.i, clause=at)
    return None


def _state_named(scene: Scene, at: int) -> Frame | None:
    """ "За решёткой 1187 человек", "на свободе семеро из двадцати двух"."""
    clause = scene.clauses[at]
    words = scene.sentence.words
    if clause.predicate is not None and words[clause.predicate].lemma in russian().speech:
        return None
    for word in words[clause.first + 1 : clause.last + 1]:
        before = words[word.i - 1].lemma
        if not clause.holds(word.i):
            continue
        if word.lemma in russian().words["detention"] and before in ("в", "за", "под"):
            return Frame(act=Act.HOLD, mode=Mode.STATE, trigger=word.i, clause=at)
        if word.lemma in ("свобода", "воля") and before == "на":
            return Frame(act=Act.RELEASE, mode=Mode.STATE, trigger=word.i, clause=at)
    return None


@cache
def _by_verb() -> Mapping[str, Act]:
    return {verb: act for act, words in russian().acts.items() for verb in words.verbs}


@cache
def _by_own() -> Mapping[str, Act]:
    return {verb: act for act, words in russian().acts.items() for verb in words.own}


@cache
def _by_noun() -> Mapping[str, Act]:
    return {noun: act for act, words in russian().acts.items() for noun in words.nouns}


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
