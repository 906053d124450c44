"""Which words a claim rests on: the clause that tells it, and no more."""

from __future__ import annotations

from habeas.claims.russian.acts.frames import Frame, Mode, Scene
from habeas.claims.russian.lexicon import word_list
from habeas.claims.russian.parse.clauses import Opening
from habeas.claims.russian.parse.parsing import Word

_LEADING = word_list("claims", "passages.leading")
_KEPT = frozenset({"«", "("})


def find_passage(
    frame: Frame, scene: Scene, demand: int | None, left_out: frozenset[int]
) -> tuple[int, int]:
    """First and last place (inclusive) of the words that tell an act.

    Args:
        frame: The act.
        scene: Its sentence.
        demand: Place of the word that asks for it, or None.
        left_out: Places of words that belong to nobody's claim.
    """
    first, last = frame.span if frame.span is not None else _around(frame, scene)
    if demand is not None:
        # "Освободить его требуют родные": the verb of asking may also come last.
        first, last = (demand, last) if demand <= last else (first, demand)
    listed = _list(frame, scene) if frame.span is None else None
    if listed is not None:
        first, last = listed
    return _trimmed(scene, min(first, last), max(first, last), left_out)


def _around(frame: Frame, scene: Scene) -> tuple[int, int]:
    clause = scene.clauses[frame.clause]
    first, last = clause.first, _end(frame, scene)
    if frame.mode is Mode.THING and frame.thing is not None:
        return min(first, frame.thing[0]), max(clause.last, frame.thing[1])
    if frame.is_shared and frame.patients:
        patient = frame.patients[0]
        if clause.opening is not Opening.MAIN and clause.opening is not Opening.THAT:
            return patient.first, max(clause.last, patient.last)
        if patient.first > clause.last:
            return first, next(c.last for c in scene.clauses if c.holds(patient.head))
        if patient.count is not None:
            before = next((c for c in scene.clauses if c.holds(patient.head)), clause)
            return min(before.first, first), last
    return first, last


def _end(frame: Frame, scene: Scene) -> int:
    """The end of a clause with the participle or relative clause that closes its last phrase."""
    last = scene.clauses[frame.clause].last
    for follows in scene.clauses[frame.clause + 1 :]:
        closes = follows.opening in (Opening.PARTICIPLE, Opening.RELATIVE)
        if not closes or follows.first - last > 2:
            break
        last = follows.last
    return last


def _list(frame: Frame, scene: Scene) -> tuple[int, int] | None:
    """The whole of "44 человека: 31 …, девять …" for each of its parts; None elsewhere."""
    words = scene.sentence.words
    colon = next((w.i for w in words if w.text == ":"), None)
    if colon is None or not frame.patients or frame.patients[0].count is None:
        return None
    counted = [p for p in scene.people if p.count is not None]
    before = [p for p in counted if p.last < colon]
    after = [p for p in counted if p.first > colon]
    if not before or not after or frame.patients[0] not in (before[-1], *after):
        return None
    whole = before[-1].count
    assert whole is not None
    most = whole.quantity.high
    if most is None or not all(p.count and (p.count.quantity.low or 0) <= most for p in after):
        return None
    start = next((c.first for c in scene.clauses if c.holds(before[-1].head)), None)
    return (start, scene.clauses[-1].last) if start is not None else None


def _trimmed(scene: Scene, first: int, last: int, left_out: frozenset[int]) -> tuple[int, int]:
    words = scene.sentence.words
    while first < last and (first in left_out or _is_edge(words[first], words, leading=True)):
        first += 1
    while last > first and (last in left_out or _is_edge(words[last], words, leading=False)):
        last -= 1
    inside = words[first : last + 1]
    if sum(w.text == "«" for w in inside) > sum(w.text == "»" for w in inside):
        if words[first].text == "«":
            first += 1
        elif last + 1 < len(words) and words[last + 1].text == "»":
            last += 1
    elif words[last].text == "»" and not any(w.text == "«" for w in inside):
        last -= 1
    while last > first and words[last].is_mark and words[last].text not in '»"”)':
        last -= 1
    return first, last


def _is_edge(word: Word, words: tuple[Word, ...], *, leading: bool) -> bool:
    if word.is_mark:
        return word.text not in ("«" if leading else "»", "(" if leading else ")", "“", "”", '"')
    if not leading or word.lemma not in _LEADING:
        return False
    after = words[word.i + 1] if word.i + 1 < len(words) else word
    return word.lemma != "при" or after.lemma == "это"
