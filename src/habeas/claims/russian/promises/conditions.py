"""What a promise hangs on: "если …", "при условии, что …", "в обмен на …"."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.claims.russian.acts.frames import Frame, Scene
from habeas.claims.russian.parse.clauses import Clause, Opening
from habeas.claims.russian.promises.openers import condition_phrases, opener_at
from habeas.model.claims import Act, Stance

_TO_COME = frozenset({Stance.ANNOUNCED, Stance.EXPECTED, Stance.PROMISED})
_FAR = 3
"""Clauses that may lie between an act and what it hangs on."""
_FOLLOWING = frozenset({Opening.CONDITION, Opening.RELATIVE, Opening.PARTICIPLE})


def find_condition(frame: Frame, scene: Scene, stance: Stance) -> tuple[int, int] | None:
    """First and last place (inclusive) of the condition of an act; None where it has none."""
    ahead = stance in _TO_COME
    if not ahead and not (stance is Stance.REPORTED or frame.act is Act.EASE_SANCTIONS):
        return None
    found = [*_clauses(frame, scene, ahead=ahead), *_phrases(frame, scene, ahead=ahead)]
    found += _ventures(frame, scene) if ahead else ()
    return min(found, key=lambda span: _distance(span, frame.trigger), default=None)


def _distance(span: tuple[int, int], place: int) -> tuple[int, int]:
    """How far a condition stands from its act; of two as far, the one after it."""
    first, last = span
    return (first - place, 0) if first > place else (place - last, 1)


def _clauses(frame: Frame, scene: Scene, *, ahead: bool) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(scene.clauses):
        if not _opens(scene, at, ahead=ahead):
            at += 1
            continue
        end = _end_of_group(scene, at)
        beside = frame.clause - end <= _FAR if frame.clause > end else at - frame.clause < _FAR
        if not at <= frame.clause <= end and beside:
            yield scene.clauses[at].first, _plain_end(scene, scene.clauses[end].last)
        at = end + 1


def _opens(scene: Scene, at: int, *, ahead: bool) -> bool:
    clause = scene.clauses[at]
    if clause.opening is Opening.CONDITION:
        return True
    word = scene.sentence.words[clause.first]
    return ahead and word.lemma == "когда" and clause.opening is Opening.THAT


def _end_of_group(scene: Scene, at: int) -> int:
    """The last of the clauses that belong to a condition: "если X и Y, который Z"."""
    end = at
    while end + 1 < len(scene.clauses):
        follows, clause = scene.clauses[end + 1], scene.clauses[end]
        bare = clause.last - clause.first <= 2 and follows.opening is Opening.THAT
        if follows.first < clause.last or not (follows.opening in _FOLLOWING or bare):
            break
        if follows.opening is Opening.CONDITION and not _joins(scene, follows):
            break
        end += 1
    return end


def _joins(scene: Scene, clause: Clause) -> bool:
    return scene.sentence.words[clause.first].lemma in ("и", "или")


def _phrases(frame: Frame, scene: Scene, *, ahead: bool) -> Iterator[tuple[int, int]]:
    words = scene.sentence.words
    for opener, last in condition_phrases(words):
        here = any(scene.clauses[frame.clause].holds(n) for n in range(opener.first, last + 1))
        near = here or abs(frame.trigger - opener.first) <= 2 * _FAR
        if opener.is_timed and not ahead:
            continue
        if near and not opener.first <= frame.trigger <= last:
            yield opener.first, _after_colon(scene, last)
    yield from _failing(frame, scene)


def _failing(frame: Frame, scene: Scene) -> Iterator[tuple[int, int]]:
    """ "санкции не снимут, пока …", "без освобождения узников"."""
    words = scene.sentence.words
    clause = scene.clauses[frame.clause]
    for word in words[clause.first : clause.last]:
        if word.lemma == "без" and words[word.i + 1].lemma in ("освобождение", "прекращение"):
            last = word.i + 1
            while clause.holds(last + 1) and words[last + 1].case == "Gen":
                last += 1
            if not word.i <= frame.trigger <= last:
                yield word.i, last


def _after_colon(scene: Scene, last: int) -> int:
    """ "при одном условии: …": what the colon opens."""
    words = scene.sentence.words
    if last + 2 < len(words) and words[last + 1].text == ":":
        return _plain_end(scene, words[-1].i)
    return last


def _ventures(frame: Frame, scene: Scene) -> Iterator[tuple[int, int]]:
    """ "подпишут договор — отпустим всех", "отпустите врачей, и мы снимем блокаду"."""
    if frame.clause == 0:
        return
    before, clause = scene.clauses[frame.clause - 1], scene.clauses[frame.clause]
    words = scene.sentence.words
    if before.predicate is None or before.opening is not Opening.MAIN or clause.predicate is None:
        return
    verb, mark = words[before.predicate], words[max(clause.first - 1, 0)]
    asks = verb.feats.get("Mood") == "Imp"
    opens = words[clause.first].lemma == "и" or mark.text in ("—", "–", "-")
    future = verb.feats.get("Tense") == "Fut" and mark.text in ("—", "–", "-")
    if (asks and opens) or future:
        yield before.first, _plain_end(scene, before.last)


def is_conditional(scene: Scene, place: int) -> bool:
    """True for a word inside a condition: "в обмен на освобождение заложников"."""
    words = scene.sentence.words
    inside = any(o.first <= place <= last for o, last in condition_phrases(words))
    return inside or any(
        opener_at(words, clause.first) is not None
        for clause in scene.clauses
        if clause.opening is Opening.CONDITION and clause.holds(place)
    )


def _plain_end(scene: Scene, last: int) -> int:
    words = scene.sentence.words
    while last > 0 and words[last].is_mark and words[last].text not in "»)":
        last -= 1
    return last
