"""Lists of people: who stands beside the first one that an act is done to."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.claims.russian.acts.frames import Frame, Mode, Scene
from habeas.claims.russian.figures.quantities import is_human
from habeas.claims.russian.parse.clauses import is_predicate
from habeas.claims.russian.parse.lemmas import CASES
from habeas.claims.russian.parse.parsing import Word
from habeas.claims.russian.people.name_forms import can_stand
from habeas.claims.russian.people.people import People
from habeas.claims.russian.speech.owners import is_kin

WANTED = {
    Mode.OBJECT: frozenset({"", "Acc", "Gen"}),
    Mode.SUBJECT: frozenset({"", "Nom", "Gen"}),
    Mode.DATIVE: frozenset({"Dat"}),
    Mode.NOUN: frozenset({"", "Gen"}),
}
"""The cases in which the people of an act may stand, by where they stand."""
_JOINTS = frozenset(
    {"и", ",", "а", "также", "еще", "или", "(", ")", "—", "–", ":", ";", "«", "»", "плюс"}
)
_LINKS = frozenset({",", ";", ":", "(", ")", "и", "также", "—", "–"})
_LONGEST = 14
"""Words between two names of a list, at most: what one of them is told to be."""


def first_of_list(found: People | None, before: Sequence[People], scene: Scene) -> People | None:
    """ "шестеро литовцев и двое граждан Латвии вышли": the first of those joined before a verb."""
    for people in reversed(before):
        if found is not None and people.last < found.first and _beside(people, found, scene):
            alike = (people.count is None) == (found.count is None)
            owned = people.case == "Gen" and found.case != "Acc"
            found = people if alike and not owned else found
    return found


def _beside(left: People, right: People, scene: Scene) -> bool:
    between = scene.sentence.words[left.last + 1 : right.first]
    return bool(between) and all(w.lemma in ("и", ",", "а", "также", "еще") for w in between)


def with_others(first: People | None, frame: Frame, scene: Scene) -> tuple[People, ...]:
    """Those named or counted beside the first: lists, parts, "ещё двоих"."""
    if first is None:
        return ()
    found = [first]
    for people in [*scene.within(frame.clause), *_in_gaps(frame, scene)]:
        if people.first <= found[-1].last or people.first == first.first:
            continue
        beside = joined(found[-1], people, scene)
        if people.count is not None:
            sure = people.is_sure and _is_part(people, found[0], frame)
            part = (people.is_member or beside) and first.count is not None
            part = part or (first.count is not None and _after_dash(people, scene))
            part = part or (people.is_sure and _ends_list(people, scene))
            wanted = sure or part
        else:
            listed = beside and _agrees(people, found, scene)
            wanted = people.name is not None and (
                listed or people.is_member or _with_gap(people, frame, scene)
            )
        if wanted:
            found.append(people)
    return tuple(_without_group(found, scene))


def _in_gaps(frame: Frame, scene: Scene) -> list[People]:
    """The people of "…, а Анну Соль — на 10": clauses after an act that leave out its verb."""
    words = scene.sentence.words
    found: list[People] = []
    for at in range(frame.clause + 1, len(scene.clauses)):
        clause = scene.clauses[at]
        if clause.predicate is not None or words[clause.first].lemma != "а":
            break
        found += [p for p in scene.within(at) if p.name is not None]
    return found


def _with_gap(people: People, frame: Frame, scene: Scene) -> bool:
    """ "Анне Соль дали два года, Павлу Зорину — три": the dash stands for the verb."""
    words = scene.sentence.words
    before = words[people.first - 1] if people.first else None
    after = words[people.last + 1] if people.last + 1 < len(words) else None
    opens = before is not None and (before.text in (",", ";") or before.lemma == "а")
    apart = opens and after is not None
    if not apart or after is None or after.text not in ("—", "–"):
        return False
    names = [w.text for w in words[people.first : people.last + 1] if w.entity == "PER"]
    cases = ("Acc", "Gen") if frame.mode is Mode.OBJECT else WANTED[frame.mode]
    return any(case and can_stand(names, CASES[case]) for case in cases)


def _without_group(found: list[People], scene: Scene) -> list[People]:
    """ "защитников сквера — Анну Соль и Павла Зорина": only those named."""
    group, named = found[0], found[1:2]
    if _are_all_named(found, scene):
        return found[1:]
    if len(found) == len([group, *named]) and is_kin(scene.sentence.words[group.head]):
        between = scene.sentence.words[group.last + 1 : named[0].first] if named else ()
        if group.count is None and [w.text for w in between] == [","]:
            return found[1:]
    if group.count is not None or group.name is not None or not named or named[0].name is None:
        return found
    between = scene.sentence.words[group.last + 1 : named[0].first]
    return found[1:] if any(w.text in ("—", "–", ":") for w in between) else found


def _are_all_named(found: Sequence[People], scene: Scene) -> bool:
    """ "двоих журналистов — Анну Соль и Павла Зорина": as many names as are counted."""
    group, others = found[0], found[1:]
    if group.count is None or not others or any(p.name is None for p in others):
        return False
    between = scene.sentence.words[group.last + 1 : others[0].first]
    told = group.count.quantity
    return (
        told.low == told.high == len(others)
        and not group.is_member
        and any(w.text in ("—", "–", ":") for w in between[:1])
    )


def _after_dash(people: People, scene: Scene) -> bool:
    """ "освобождены 104 человека, условно-досрочно — шесть"."""
    words = scene.sentence.words
    before = words[people.first - 1] if people.first else None
    after = words[people.last + 1] if people.last + 1 < len(words) else None
    closes = after is None or after.is_mark
    return before is not None and before.text in ("—", "–") and closes


def _ends_list(people: People, scene: Scene) -> bool:
    """ "Анна Соль, её муж и ещё трое"."""
    before = [w.lemma for w in scene.sentence.words[max(people.first - 2, 0) : people.first]]
    return "и" in before and "еще" in before and not people.preposition


def _is_part(people: People, first: People, frame: Frame) -> bool:
    if people.preposition and not people.is_member:
        return False
    if people.is_member or first.count is None:
        return people.case in WANTED[frame.mode] and first.name is None
    return people.case in ("", first.case, "Acc", "Nom")


def joined(left: People, right: People, scene: Scene) -> bool:
    """True where only joining words, and who the two are, stand between two phrases."""
    between = _without_brackets(scene.sentence.words[left.last + 1 : right.first])
    if all(w.lemma in _JOINTS or w.text in _JOINTS for w in between):
        return bool(between)
    last = max((n for n, w in enumerate(between) if _links(w)), default=None)
    if last is None or len(between) > _LONGEST or any(map(is_predicate, between)):
        return False
    if any(w.entity == "PER" and not _is_aside(between, n, last) for n, w in enumerate(between)):
        return False
    role = between[last + 1 :]
    return not role or _is_role(role, right, scene)


def _without_brackets(words: Sequence[Word]) -> Sequence[Word]:
    """Words with what closes in brackets left out where it tells of nobody else by name."""
    opened = next((n for n, w in enumerate(words) if w.text == "("), None)
    closed = next((n for n, w in enumerate(words) if w.text == ")"), None)
    if opened is None or closed is None or closed < opened:
        return words
    inside = words[opened : closed + 1]
    if any(w.entity == "PER" for w in inside) or closed + 1 == len(words):
        return words
    return [*words[:opened], *words[closed + 1 :]]


def _is_aside(between: Sequence[Word], n: int, last: int) -> bool:
    """A name that only tells who another is: "глава штаба Зорина", or a town in brackets."""
    if n > last:
        return between[n].case == "Gen"
    return 0 < n < len(between) - 1 and between[n - 1].text + between[n + 1].text == "()"


def _links(word: Word) -> bool:
    return word.text in _LINKS or word.lemma in _LINKS


def _is_role(words: Sequence[Word], of: People, scene: Scene) -> bool:
    """ "заместитель директора" before a name: who the name is, and not whose."""
    if all(w.lemma in ("он", "она", "они", "его", "ее", "их") for w in words):
        return True
    head = next((w for w in words if is_human(w)), None)
    if head is None or words[0].pos == "ADP":
        return False
    name = scene.sentence.words[of.last]
    owned = head.case == "Nom" or name.text.endswith(("ой", "ы", "и"))
    if of.case == "Gen" and owned:
        return False
    return all(w.pos not in ("ADP", "VERB", "ADV") or w.lemma in ("по", "в") for w in words)


def _agrees(people: People, found: Sequence[People], scene: Scene) -> bool:
    """True where a name's case fits the list; after "и" or a comma alone the parser errs in it."""
    if people.case in (found[0].case, "") or people.case not in ("Dat", "Ins"):
        return True
    return found[-1].name is not None and _beside(found[-1], people, scene)
