"""Parts of a count: "ten of them women", "of whom 14 are Uzbeks", "two each from A and B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Form, Frame, Part
from habeas.claims.english.parse.grammar import (
    CLAUSE_LABELS,
    child,
    children,
    coordinated,
    is_verb,
    prepositional_objects,
)
from habeas.claims.english.parse.trees import neighbour, sentence_of
from habeas.claims.english.people.people import is_human
from habeas.claims.states import state_code
from habeas.model.claims import Act

_ON_PEOPLE = frozenset({Act.PARDON, Act.RELEASE, Act.EXILE, Act.ARREST, Act.SENTENCE, Act.HOLD})
_BACK = frozenset({"them", "whom", "these", "those"})
_NO_COUNTS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "QUANTITY"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def with_parts(frames: Sequence[Frame]) -> list[Frame]:
    """Give each frame that counts people the parts its sentence breaks them into.

    A frame that only told such a part ("of whom 14 are Uzbeks") is left out:
    the part has the act of the whole.
    """
    if not any(_counts(frame) for frame in frames):
        return list(frames)
    acting = {frame.trigger.i for frame in frames if not frame.refers_back}
    taken = {
        t.i
        for frame in frames
        if frame.parts or not (frame.refers_back or frame.clause.tag_ == "VBG")
        for t in (
            *(_number_of(p) or p for p in frame.patients),
            *(part.number for part in frame.parts),
        )
    }
    numbers: set[int] = set()
    found: list[Frame] = []
    for frame in frames:
        parts = tuple(_parts(frame, acting, taken)) if _counts(frame) else ()
        numbers |= {part.number.i for part in parts}
        taken |= numbers
        found.append(replace(frame, parts=(*frame.parts, *parts)) if parts else frame)
    return [
        frame
        for frame in found
        if not (frame.refers_back and numbers & {t.i for p in frame.patients for t in _around(p)})
    ]


def _around(head: Token) -> list[Token]:
    return [head, *head.children]


def _counts(frame: Frame) -> bool:
    return (
        frame.act in _ON_PEOPLE
        and frame.form is not Form.PARTICIPLE
        and not frame.refers_back
        and any(_number_of(t) is not None for t in frame.patients)
    )


def _number_of(head: Token) -> Token | None:
    return head if head.like_num else child(head, "nummod")


def _parts(frame: Frame, acting: set[int], taken: set[int]) -> Iterator[Part]:
    first = next(t for t in frame.patients if _number_of(t) is not None)
    sentence = sentence_of(first)
    colon = next((t.i for t in sentence if t.text == ":" and t.i > first.i), None)
    follows = colon is not None and colon > frame.trigger.i
    for number in sentence.doc[first.i + 1 : sentence.end]:
        if not number.like_num or number.ent_type_ in _NO_COUNTS or number.i in taken:
            continue
        if _is_inner(number):
            continue
        listed = follows and colon is not None and number.i > colon
        if _is_shared_out(number):
            yield from _each(number)
        elif (_is_of_them(number) or _is_among(number) or listed) and not _has_own_act(
            number, acting
        ):
            described = _described(number)
            if listed and described is None and not _is_of_them(number):
                continue
            yield Part(number=number, described=described)


def _is_inner(number: Token) -> bool:
    """True for all but the last word of a number ("twenty" in "twenty-three")."""
    return number.dep_ == "compound" and number.head.like_num


def _is_of_them(number: Token) -> bool:
    """ "ten of them", "of whom 14"."""
    if any(t.lower_ in _BACK for t in prepositional_objects(number, "of")):
        return True
    doc = number.doc
    before = doc[max(number.i - 4, 0) : number.i]
    words = [t.lower_ for t in before]
    return any(words[n : n + 2] == ["of", "whom"] for n in range(len(words) - 1)) or (
        _joins_a_relative(number)
    )


def _is_among(number: Token) -> bool:
    """ "the 29, among them six women, are held"."""
    first = number.left_edge.i
    return number.doc[max(first - 2, 0) : first].text.lower() in ("among them", "among whom")


def _joins_a_relative(number: Token) -> bool:
    """ "of whom 14 are Uzbeks and five are Afghans": the second."""
    verb = number.head
    if verb.dep_ != "conj" or not is_verb(verb) or not is_verb(verb.head):
        return False
    return any(
        t.lower_ == "whom"
        for who in [verb.head, *children(verb.head, "nsubj", "nsubjpass")]
        for t in prepositional_objects(who, "of")
    )


def _is_shared_out(number: Token) -> bool:
    return neighbour(number, 1).lower_ == "each"


def _each(number: Token) -> Iterator[Part]:
    """ "two each from Latvia, Poland and Germany": two, three times."""
    heads = [number, neighbour(number, 1)]
    origins = [t for h in heads for t in prepositional_objects(h, "from", "in", "to")]
    origins = [n for o in origins for n in (prepositional_objects(o, "of") or [o])]
    each = [t for o in origins for t in coordinated(o) if t.pos_ == "PROPN"]
    each += [
        t for o in origins for t in children(o, "appos") if state_code(t.text) and t not in each
    ]
    for origin in each:
        yield Part(number=number, origin=origin)


def _has_own_act(number: Token, acting: set[int]) -> bool:
    """True where the number is the subject of a clause that tells something else of them."""
    head = number.head if number.dep_ == "nummod" else number
    verb = head.head
    if head.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj") or not is_verb(verb):
        return False
    if verb.i < number.i or verb.tag_ == "VBG":
        return False
    if verb.i in acting:
        return True
    own = verb.dep_ in CLAUSE_LABELS and (
        verb.tag_ in _FINITE or any(t.tag_ in _FINITE for t in verb.children if t.dep_ == "aux")
    )
    return own and not _tells_of_whom(verb) and not _joins_a_relative(number)


def _tells_of_whom(verb: Token) -> bool:
    return any(t.lower_ == "whom" for t in verb.subtree)


def _described(number: Token) -> Token | None:
    """ "ten of them women", "five are Afghans", "six Lithuanians", "five Spanish"."""
    if number.dep_ == "nummod":
        head = number.head
        return head if is_human(head) or state_code(head.text) is not None else None
    verb = number.head
    if number.dep_ == "nsubj" and is_verb(verb):
        complements = children(verb, "attr", "acomp") if verb.lemma_ == "be" else []
        return next((t for t in complements if is_human(t) or state_code(t.text)), None)
    after = number.right_edge.i + 1
    if after < len(number.doc) and number.doc[after].pos_ in ("NOUN", "PROPN", "ADJ"):
        beside = number.doc[after]
        return beside if is_human(beside) or state_code(beside.text) else None
    return None
