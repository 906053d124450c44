"""What a promise hangs on: "если …", "при условии, что …", "в обмен на …"."""

from __future__ import annotations

from habeas.claims.russian.clauses import Opening
from habeas.claims.russian.frames import Frame, Scene

_OPENERS = (
    ("при", "условие"),
    ("в", "обмен", "на"),
    ("в", "случай"),
    ("взамен",),
    ("в", "зависимость"),
    ("только", "после"),
    ("лишь", "после"),
    ("в", "ответ", "на"),
)


def find_condition(frame: Frame, scene: Scene) -> tuple[int, int] | None:
    """First and last place (inclusive) of the condition of an act; None where it has none."""
    beside = range(max(frame.clause - 1, 0), min(frame.clause + 3, len(scene.clauses)))
    for at in beside:
        clause = scene.clauses[at]
        if clause.opening is Opening.CONDITION and at != frame.clause:
            return clause.first, _with_that(scene, at)
    clause = scene.clauses[frame.clause]
    words = scene.sentence.words
    for word in words[clause.first : clause.last + 1]:
        for run in _OPENERS:
            lemmas = tuple(w.lemma for w in words[word.i : word.i + len(run)])
            if lemmas == run and clause.holds(word.i) and not word.i <= frame.trigger <= word.i + 5:
                part = next(last for first, last in clause.parts if first <= word.i <= last)
                return (word.i, _plain_end(scene, part)) if word.i > frame.trigger else None
    return None


def _with_that(scene: Scene, at: int) -> int:
    """The end of "при условии, что …": the clause it opens belongs to it."""
    follows = scene.clauses[at + 1] if at + 1 < len(scene.clauses) else None
    clause = scene.clauses[at]
    if follows is not None and clause.last - clause.first <= 2 and follows.opening is Opening.THAT:
        return _plain_end(scene, follows.last)
    return _plain_end(scene, clause.last)


def _plain_end(scene: Scene, last: int) -> int:
    words = scene.sentence.words
    while last > 0 and words[last].is_mark and words[last].text not in "»)":
        last -= 1
    return last
