"""Exchanges of captives told by their numbers: "205 на 205", "обменялись 80 пленными"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from habeas.claims.russian.acts.frames import Frame, Mode, Scene
from habeas.claims.russian.figures.numerals import Number, number_at
from habeas.claims.russian.figures.quantities import Counted
from habeas.claims.russian.lexicon import word_list
from habeas.claims.russian.parse.clauses import clause_of
from habeas.claims.russian.parse.parsing import Word
from habeas.claims.russian.people.people import People
from habeas.model.claims import Act, Quantity, Unit

_SWAPPING = frozenset({"обменяться", "обмениваться", "поменяться", "меняться"})
_SWAP = frozenset({"обмен", "обменять", "формула", "формат", "пропорция", "соотношение", "размен"})
_TALKED = word_list("acts", "exchanges.talked")
"""Words beside which an exchange is only spoken of."""


def exchanges(scene: Scene, frames: Sequence[Frame]) -> Iterator[Frame]:
    """Those freed by an exchange that a sentence tells by its numbers, in order."""
    words = scene.sentence.words
    lemmas = {w.lemma for w in words}
    if not scene.of_captives or not lemmas & (_SWAP | _SWAPPING) or lemmas & _TALKED:
        return
    taken = {n for f in _told(frames) for p in f.patients for n in range(p.first, p.last + 1)}
    people = [*_by_formula(words), *_swapped(scene)]
    for one in people:
        at = clause_of(scene.clauses, one.first)
        if at >= 0 and one.first not in taken:
            yield Frame(
                act=Act.RELEASE, mode=Mode.STATE, trigger=one.head, clause=at, patients=(one,)
            )


def _told(frames: Sequence[Frame]) -> Iterator[Frame]:
    """The frames whose people are told to be free or held; an exchange alone frees nobody yet."""
    return (f for f in frames if f.act is not Act.EXCHANGE)


def _by_formula(words: Sequence[Word]) -> Iterator[People]:
    """ "205 на 205", "двоих на пятерых": each side once, and both sides once if they are equal."""
    for word in words[1:-1]:
        if word.lemma != "на":
            continue
        right = number_at(words, word.i + 1)
        left = next(
            (
                n
                for start in range(max(word.i - 3, 0), word.i)
                if (n := number_at(words, start)) is not None and n.last == word.i - 1
            ),
            None,
        )
        if left is None or right is None or left.is_vague or right.is_vague:
            continue
        yield _counted(words, left)
        if left.low != right.low:
            yield _counted(words, right)


def _counted(words: Sequence[Word], number: Number) -> People:
    written = words[number.first : number.last + 1]
    quantity = Quantity(
        low=int(number.low),
        high=int(number.low),
        about=None,
        words=" ".join(w.text for w in written),
        unit=Unit.PEOPLE,
    )
    counted = Counted(
        quantity=quantity, first=number.first, last=number.last, noun=None, is_sure=True
    )
    return People(
        first=number.first,
        last=number.last,
        head=number.last,
        case="",
        preposition="",
        count=counted,
    )


def _swapped(scene: Scene) -> Iterator[People]:
    """ "обменялись 80 пленными", "обменялись по 146 военных"."""
    verbs = [w.i for w in scene.sentence.words if w.lemma in _SWAPPING]
    for people in scene.people:
        if people.count is None or not people.is_sure or not verbs:
            continue
        if people.case == "Ins" or people.preposition == "по":
            yield people
