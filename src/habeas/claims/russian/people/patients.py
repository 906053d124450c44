"""To whom it is done: the people that stand where a frame's word wants them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.claims.russian.acts.frames import Frame, Mode, Scene
from habeas.claims.russian.figures.quantities import is_human
from habeas.claims.russian.lists.lists import WANTED, first_of_list, with_others
from habeas.claims.russian.parse.clauses import Opening
from habeas.claims.russian.parse.lemmas import parses
from habeas.claims.russian.people.people import People

_ANDS = frozenset({"и", "а", "но", "затем", "потом"})
_IN_ROW = frozenset({"третий", "второй", "четвертый", "пятый", "последний"})
_REACH = 3
"""Words that may stand between a noun of an act and the people it is done to."""


def find_patients(frame: Frame, scene: Scene, before: Sequence[Frame]) -> Frame | None:
    """The frame with its people; None where the sentence has none that fit.

    Args:
        frame: The frame, still without people.
        scene: Its sentence.
        before: Frames of the sentence already found, in order.
    """
    if frame.mode is Mode.PARTICIPLE:
        return _of_participle(frame, scene)
    if frame.mode is Mode.NOUN:
        return _of_noun(frame, scene)
    if frame.mode is Mode.OBJECT and _takes_a_pronoun(frame, scene):
        return None
    relative = _antecedent(frame, scene)
    if relative is not None:
        return replace(frame, patients=(relative,), is_shared=True)
    people = with_others(_nearest(frame, scene), frame, scene)
    if people:
        return replace(frame, patients=people)
    apart = _set_off(frame, scene)
    if apart is not None:
        return replace(frame, patients=(apart,), is_shared=True)
    return _shared(frame, scene, before)


def _takes_a_pronoun(frame: Frame, scene: Scene) -> bool:
    """ "призвали помиловать их": those told before, whoever they are."""
    after = scene.sentence.words[frame.trigger + 1 : frame.trigger + 2]
    return (
        bool(after)
        and after[0].text.lower() in ("их", "всех", "себя")
        and len(scene.sentence.words) - frame.trigger <= 3
    )


def _fits(people: People, frame: Frame, scene: Scene) -> bool:
    if frame.mode is Mode.DATIVE and people.case in ("", "Gen") and people.first > 0:
        return scene.sentence.words[people.first - 1].lemma == "отношение"
    if frame.mode is Mode.DATIVE and people.case == "Ins" and not people.preposition:
        return any(p.tag.case == "datv" for p in parses(scene.sentence.words[people.head].text))
    if people.case not in WANTED[frame.mode] or (people.preposition and not people.is_member):
        return False
    if people.case == "Gen" and people.count is None:
        head = scene.sentence.words[people.head].head
        negated = _is_negated(frame, scene)
        return (
            head == frame.trigger
            or (negated and frame.mode is Mode.SUBJECT)
            or (
                frame.mode is Mode.OBJECT
                and people.name is not None
                and _stands_free(people, scene)
            )
        )
    return True


def _stands_free(people: People, scene: Scene) -> bool:
    """False for "адвоката Зорина задержали" read as the lawyer of somebody: a noun owns it."""
    head = scene.sentence.words[people.head].head
    return head < 0 or scene.sentence.words[head].pos not in ("NOUN", "PROPN")


def _is_negated(frame: Frame, scene: Scene) -> bool:
    words = scene.sentence.words[max(frame.trigger - 3, 0) : frame.trigger]
    return any(w.lemma in ("не", "нет", "ни") for w in words)


def _nearest(frame: Frame, scene: Scene) -> People | None:
    """The one the tree hangs on the act's word, else the nearest on the likelier side."""
    fit = [p for p in scene.within(frame.clause) if _fits(p, frame, scene)]
    fit = [p for p in fit if p.is_sure or abs(p.head - frame.trigger) <= 4 or p.is_member]
    fit = [p for p in fit if not p.is_member] or fit
    fit = [p for p in fit if p.count or p.name or p.is_pronoun] or fit
    run = next(r for r in scene.clauses[frame.clause].parts if r[0] <= frame.trigger <= r[1])
    fit = [p for p in fit if run[0] <= p.head <= run[1]] or fit
    after = [p for p in fit if p.first > frame.trigger]
    before = [p for p in fit if p.last < frame.trigger]
    if frame.mode is Mode.OBJECT:
        acting = next((p for p in before if p.case == "Nom"), None)
        objects = [p for p in before if p is not acting]
        found = next(iter(after or objects[::-1]), None)
        return first_of_list(found, before, scene) if found in objects else found
    if frame.mode is Mode.SUBJECT:
        tied = [
            p for p in fit if scene.sentence.words[p.head].head == frame.trigger and p.case == "Nom"
        ]
        nominative = [p for p in before if p.case != "Gen"]
        found = next(iter(tied or nominative[::-1] or after or before), None)
        return first_of_list(found, before, scene) if found in before else found
    return next(iter(fit), None)


def _antecedent(frame: Frame, scene: Scene) -> People | None:
    """Whom "который" stands for, where that is who the act is done to."""
    clause = scene.clauses[frame.clause]
    if clause.opening is not Opening.RELATIVE:
        return None
    words = scene.sentence.words
    which = next((w for w in words[clause.first : clause.last + 1] if w.lemma == "который"), None)
    if which is None or which.i > clause.first + 1 or words[which.i - 1].pos == "ADP":
        return None
    wanted = {
        Mode.SUBJECT: ("Nom",),
        Mode.OBJECT: ("Acc", "Gen"),
        Mode.DATIVE: ("Dat",),
    }.get(frame.mode, ())
    if which.case not in wanted:
        return None
    before = [p for p in scene.people if p.last < clause.first]
    return before[-1] if before and clause.first - before[-1].last <= _REACH else None


def _set_off(frame: Frame, scene: Scene) -> People | None:
    """ "третий, Павел Зорин, отпущен": a name between commas before the verb of a clause."""
    words = scene.sentence.words
    first = scene.clauses[frame.clause].first
    if frame.mode is not Mode.SUBJECT or frame.trigger - first > 1:
        return None
    for people in scene.people:
        apart = people.name is not None and people.case == "Nom" and people.last == first - 2
        if apart and people.first > 1 and words[people.first - 1].text == ",":
            before = words[people.first - 2]
            return people if before.case == "Nom" or before.lemma in _IN_ROW else None
    return None


def _shared(frame: Frame, scene: Scene, before: Sequence[Frame]) -> Frame | None:
    """ "12 человек задержали и доставили в отдел": the people of the clause before."""
    if frame.mode is Mode.DATIVE:
        return None
    if not before:
        return _of_clause_before(frame, scene)
    last = before[-1]
    main = scene.clauses[frame.clause]
    if frame.clause - last.clause > 2 or main.opening not in (Opening.MAIN, Opening.THAT):
        return None
    if last.mode is Mode.NOUN or (frame.mode is Mode.SUBJECT) != (
        last.mode in (Mode.SUBJECT, Mode.STATE)
    ):
        return None
    if _has_subject(frame, scene):
        return None
    if frame.clause == last.clause and last.trigger == frame.trigger:
        return None
    return replace(frame, patients=last.patients[:1], is_shared=True)


def _has_subject(frame: Frame, scene: Scene) -> bool:
    """True where a clause tells of somebody itself: "все они отпущены"."""
    clause = scene.clauses[frame.clause]
    words = scene.sentence.words[clause.first : clause.last + 1]
    pronouns = any(
        w.lemma in ("они", "весь", "все", "он", "она") and clause.holds(w.i) for w in words
    )
    return pronouns or any(p.case == "Nom" for p in scene.within(frame.clause))


def _of_clause_before(frame: Frame, scene: Scene) -> Frame | None:
    """ "Двоих допросили и отпустили": whom a verb that names no act was done to."""
    if frame.clause == 0 or scene.sentence.words[
        scene.clauses[frame.clause].first
    ].lemma not in _ANDS | {"где"}:
        return None
    if _has_subject(frame, scene):
        return None
    earlier = replace(frame, clause=frame.clause - 1)
    found = [
        p for p in scene.within(earlier.clause) if _fits(p, earlier, scene) and p.case != "Gen"
    ]
    found = [
        p for p in found if p.is_sure and (p.count or p.name or p.is_pronoun or p.case == "Nom")
    ]
    return replace(frame, patients=(found[0],), is_shared=True) if found else None


def _of_participle(frame: Frame, scene: Scene) -> Frame | None:
    """The noun a participle stands before or after, or itself where it is the noun."""
    words = scene.sentence.words
    at = frame.trigger
    inside = next((p for p in scene.people if p.first <= at <= p.last), None)
    if inside is not None:
        oblique = inside.name is not None and inside.case in ("Dat", "Ins")
        if (inside.count is None and inside.name is None) or oblique or inside.preposition == "из":
            return None
        return replace(frame, patients=(inside,))
    clause = scene.clauses[frame.clause]
    if clause.opening is Opening.PARTICIPLE and clause.first > 1:
        before = [p for p in scene.people if p.last == clause.first - 2]
        if before and (before[-1].name is not None) and words[at].case not in ("Dat", "Ins"):
            return replace(frame, patients=(before[-1],), is_shared=True)
    after = [
        p
        for p in scene.people
        if at < p.first <= at + 4 and (p.count is not None or p.name is not None)
    ]
    between = words[at + 1 : after[0].first] if after else ()
    if after and not any(is_human(w) or w.is_mark for w in between):
        return replace(frame, patients=(after[0],))
    return None


def _of_noun(frame: Frame, scene: Scene) -> Frame | None:
    """ "освобождение 52 заключённых", "приговор троим", "задержание Ивана Зорина"."""
    at = frame.trigger
    words = scene.sentence.words
    dative = words[at].lemma == "приговор"
    for people in scene.within(frame.clause):
        if not at < people.first <= at + (_REACH if people.count is None else 2 * _REACH):
            continue
        between = words[at + 1 : people.first]
        if any(w.is_mark or w.pos == "VERB" for w in between):
            break
        apart = any(w.pos in ("ADP", "NOUN") for w in between)
        if apart and (people.count is None or between[0].pos != "ADP"):
            break
        if people.case in ("", "Gen", "Dat" if dative else "Gen") and not people.preposition:
            first = replace(frame, patients=(people,))
            return replace(first, patients=with_others(people, first, scene))
    return None
