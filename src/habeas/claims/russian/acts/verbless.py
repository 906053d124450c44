"""People told of without a verb of their act: counted by it, listed, said to be in a state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from habeas.claims.russian.acts.frames import Frame, Mode, Scene
from habeas.claims.russian.figures.quantities import COUNTED_ACTS
from habeas.claims.russian.lexicon import act_by_noun, act_by_own, act_by_verb, russian, word_list
from habeas.claims.russian.lists.lists import joined
from habeas.claims.russian.parse.clauses import clause_of
from habeas.claims.russian.parse.lemmas import parses, plain
from habeas.claims.russian.parse.parsing import Word
from habeas.claims.russian.people.people import People
from habeas.model.claims import Act

_TELLING = frozenset({"о", "об", "по", "про"})
_OPENING = frozenset({"среди", "число", "список", "из", "имя", "фамилия", "перечень"})
_JOINING = word_list("acts", "verbless.joining")
_SHORT = 8
"""Words of a sentence so short that its bare number can only go on with what was told."""


def told_by_nouns(scene: Scene, frames: list[Frame]) -> Iterator[Frame]:
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
        act = act_of_noun(scene.sentence.words[noun]) if noun is not None else None
        if act is None and _is_a_stock(scene, people, predicate):
            act = Act.HOLD
        if act is None or not _only_numbers(scene, predicate):
            continue
        if predicate is not None and _is_what_they_are(scene, people, predicate):
            continue
        yield Frame(act=act, mode=Mode.STATE, trigger=people.head, clause=at, patients=(people,))


def _is_what_they_are(scene: Scene, people: People, predicate: int) -> bool:
    """ "одна осуждённая является матерью": what somebody is, and no figure."""
    word = scene.sentence.words[predicate]
    return word.lemma in ("являться", "считаться") and people.first < predicate


def _is_a_stock(scene: Scene, people: People, predicate: int | None) -> bool:
    """ "число политзаключённых выросло до 1265", "политзаключённых стало 1265"."""
    if people.count is None or people.count.noun is not None:
        return False
    words = scene.sentence.words
    if predicate is not None and (
        words[predicate].lemma not in russian().words["numbering"] or people.first < predicate
    ):
        return False
    before = words[max(people.first - 8, 0) : people.first]
    return any(_is_stock(words, w) and w.case == "Gen" for w in before)


def _is_stock(words: Sequence[Word], word: Word) -> bool:
    """ "политзаключённых", and "политических" with no noun after it."""
    alone = word.lemma == "политический" and words[word.i + 1].case != word.case
    return alone or word.lemma in russian().words["stock"]


def _are_none(scene: Scene, people: People, predicate: int | None) -> bool:
    """ "политических заключённых у нас нет"."""
    if predicate is None or scene.sentence.words[people.head].lemma not in russian().words["stock"]:
        return False
    word = scene.sentence.words[predicate]
    near = {w.lemma for w in scene.sentence.words[max(predicate - 1, 0) : predicate + 1]}
    free = people.case in ("Gen", "Acc", "Loc") and not people.preposition
    return free and (word.lemma == "нет" or {"не", "быть"} <= near)


def act_of_noun(noun: Word) -> Act | None:
    """The act that people are called by: "задержанных", "политзаключённых"."""
    if noun.lemma in russian().words["stock"]:
        return Act.HOLD
    if noun.lemma in COUNTED_ACTS:
        return act_by_noun()[noun.lemma]
    for parse in parses(noun.text):
        if parse.tag.POS == "PRTF" and parse.tag.voice == "pssv":
            return act_by_verb().get(plain(parse.normal_form))
        if parse.tag.POS == "PRTF" and plain(parse.normal_form) in ("выйти", "освободиться"):
            return Act.RELEASE
    return None


def _only_numbers(scene: Scene, predicate: int | None) -> bool:
    """True where the verb of a clause only says that so many are there, or who says so."""
    if predicate is None:
        return True
    word = scene.sentence.words[predicate]
    if word.lemma == "идти":
        return any(
            w.lemma == "речь" for w in scene.sentence.words[max(predicate - 2, 0) : predicate]
        )
    return word.lemma in russian().words["numbering"] or word.lemma in russian().speech


def listed(scene: Scene, frames: list[Frame]) -> Iterator[Frame]:
    """ "Среди помилованных восемь женщин", "из них 23 — на границе", "МВД говорит о 40"."""
    taken = {p.first for f in frames for p in f.patients}
    for at, clause in enumerate(scene.clauses):
        told = _group_told(scene, at)
        if told is None and not _only_numbers(scene, clause.predicate):
            continue
        people = [p for p in scene.within(at) if p.first not in taken and _can_be_listed(p)]
        if not people:
            continue
        people = [p for p in people if not p.is_pronoun] or people
        state = _state_named(scene, at)
        named = told or _group_named(scene, at) or state
        if people[0].is_pronoun and (state is None or clause.predicate is not None):
            continue
        by_name = [p for p in people if p.name is not None]
        by_name = by_name if _gives_names(scene, at, by_name) else []
        people = by_name or people
        first = people[0].head
        if named is not None:
            yield replace(named, clause=at, patients=tuple(people), trigger=first)
        elif going := by_name or _going_on(scene, people, clause.predicate):
            yield Frame(
                act=Act.HOLD, mode=Mode.INHERITED, trigger=first, clause=at, patients=tuple(going)
            )


def part_states(scene: Scene, frames: list[Frame]) -> Iterator[Frame]:
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


def _going_on(scene: Scene, people: Sequence[People], predicate: int | None) -> list[People]:
    """Those that go on with what was told, and the names listed after them."""
    going: list[People] = []
    for one in people:
        listed = bool(going) and one.name is not None and joined(going[-1], one, scene)
        if listed or _goes_on(scene, one, predicate):
            going.append(one)
    return going


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
        return len(words) <= _SHORT or _is_alone(scene, people)
    saying = words[predicate].lemma in russian().speech or words[predicate].lemma == "прийтись"
    return saying and 0 < people.first - predicate <= 3


def _gives_names(scene: Scene, at: int, named: Sequence[People]) -> bool:
    """ "имена пятерых у нас есть: …", "фамилии известны: …"."""
    first = scene.clauses[at].first
    words = scene.sentence.words[first : named[0].first] if named else ()
    plural = any(
        w.lemma in ("имя", "фамилия") and w.feats.get("Number") == "Plur" for w in words[:4]
    )
    return plural and any(w.text in (":", "—", "–") for w in words)


def _is_alone(scene: Scene, people: People) -> bool:
    """ "…, а по версии полиции — 30": a clause that has no more than a figure."""
    at = clause_of(scene.clauses, people.head)
    words = [w for w in scene.sentence.words if scene.clauses[at].holds(w.i) and not w.is_mark]
    return all(people.first <= w.i <= people.last or w.lemma in _JOINING for w in words)


def _can_be_listed(people: People) -> bool:
    if people.name is not None:
        about = people.case == "Loc" and (people.is_member or not people.preposition)
        return about or people.case in ("Nom", "", "Acc")
    if people.is_pronoun:
        return people.case == "Nom" and not people.preposition
    if people.count is None:
        return False
    stands = not people.preposition or people.is_member or people.preposition in _TELLING
    return stands and people.case in ("", "Nom", "Acc", "Loc")


def _group_named(scene: Scene, at: int) -> Frame | None:
    """The act of "среди задержанных", "в числе освобождённых", "список помилованных:"."""
    clause = scene.clauses[at]
    words = scene.sentence.words
    for word in words[clause.first : clause.last + 1]:
        opened = {w.lemma for w in words[max(word.i - 3, 0) : word.i]}
        heads = word.i == clause.first and word.feats.get("Number") == "Plur"
        group = _OPENING & opened or heads
        act = act_of_noun(word) if group and word.case else None
        if act is not None:
            return Frame(act=act, mode=Mode.STATE, trigger=word.i, clause=at)
    return None


def _group_told(scene: Scene, at: int) -> Frame | None:
    """The act of "среди тех, кого выпустили, X и Y"."""
    clause = scene.clauses[at]
    words = scene.sentence.words
    if clause.first < 3 or clause.predicate is None or words[clause.first].lemma != "кто":
        return None
    before = [w.lemma for w in words[clause.first - 3 : clause.first - 1]]
    if before[1] != "тот" or before[0] not in ("среди", "число", "из"):
        return None
    verb = words[clause.predicate]
    act = act_by_verb().get(verb.lemma) or act_by_own().get(verb.lemma)
    act = Act.RELEASE if verb.lemma == "выйти" else act
    return Frame(act=act, mode=Mode.STATE, trigger=verb.i, clause=at) if act else None


def _state_named(scene: Scene, at: int) -> Frame | None:
    """ "За решёткой 1187 человек", "на свободе семеро из двадцати двух"."""
    clause = scene.clauses[at]
    words = scene.sentence.words
    speaks = clause.predicate is not None and words[clause.predicate].lemma in russian().speech
    for word in words[clause.first + 1 : clause.last + 1]:
        before = words[word.i - 1].lemma
        if not clause.holds(word.i):
            continue
        if speaks and before not in ("за", "под"):
            continue
        if word.lemma in russian().words["detention"] and before in ("в", "за", "под"):
            return Frame(act=Act.HOLD, mode=Mode.STATE, trigger=word.i, clause=at)
        home = word.text.lower() == "дома" and before in ("уже", "снова", "теперь", "наконец")
        if home and not scene.of_detention:
            continue
        if home or (word.lemma in ("свобода", "воля") and before == "на"):
            return Frame(act=Act.RELEASE, mode=Mode.STATE, trigger=word.i, clause=at)
    return None
