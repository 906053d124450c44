"""Further counts of one verb: "freed 40 on Monday and another 30 on Tuesday"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.figures.fragments import is_other_than_people
from habeas.claims.english.lexicon import word_list
from habeas.claims.english.parse.grammar import child, is_verb
from habeas.claims.english.parse.trees import sentence_of
from habeas.claims.english.people.people import is_human
from habeas.model.claims import Act

_ON_PEOPLE = frozenset({Act.PARDON, Act.RELEASE, Act.EXILE, Act.ARREST, Act.SENTENCE, Act.HOLD})
_HEDGES = word_list("figures", "gapping.hedges")
_JOINING = frozenset({"and", ",", ";", "with", "plus", "or", "—", "–"})
_FURTHER = frozenset({"another", "further", "additional", "more", "others"})
_ENDS = word_list("figures", "gapping.ends")
_AFTER = word_list("figures", "gapping.after")


def with_further_counts(frames: Sequence[Frame]) -> list[Frame]:
    """Give each frame the counts that go on after its first in the same clause."""
    if not frames:
        return []
    taken = {t.i for f in frames for p in f.patients for t in (p, *p.children)}
    taken |= {part.number.i for f in frames for part in f.parts}
    triggers = {f.trigger.i for f in frames}
    found = []
    for frame in frames:
        further = tuple(_further(frame, taken, triggers)) if _counts(frame) else ()
        taken |= {t.i for t in further}
        found.append(replace(frame, patients=(*frame.patients, *further)) if further else frame)
    return found


def _counts(frame: Frame) -> bool:
    if frame.act not in _ON_PEOPLE or frame.form is Form.PARTICIPLE or frame.words is not None:
        return False
    return any(_number_of(t) is not None for t in frame.patients)


def _number_of(head: Token) -> Token | None:
    return head if head.like_num else child(head, "nummod")


def _further(frame: Frame, taken: set[int], triggers: set[int]) -> Iterator[Token]:
    counted = [n for t in frame.patients if (n := _number_of(t)) is not None]
    first = counted[-1]
    doc, end = first.doc, sentence_of(first).end
    for number in doc[first.i + 1 : end]:
        if is_verb(number) and number.i not in triggers and number.i > frame.trigger.i:
            return
        if not number.like_num or is_other_than_people(number) or _is_inner(number, first):
            continue
        if number.i in taken or _is_of_a_thing(number) or not _goes_on(number, first):
            return  # "212 people, 192 in Paris and 20 in Lyon": parts of the first
        yield number


def _is_inner(number: Token, first: Token) -> bool:
    """ "twenty" in "twenty-three", and the words of the first number itself."""
    return number.head.like_num and (number.dep_ == "compound" or number.head == first)


def _is_of_a_thing(number: Token) -> bool:
    """ "in two cars"; "in Gora nine" is a number that the parser hung on the name before it."""
    if number.dep_ not in ("compound", "nummod") or is_human(number.head):
        return False
    return number.head.like_num or number.head.i > number.i


def _goes_on(number: Token, first: Token) -> bool:
    doc, at = number.doc, number.i - 1
    said: set[str] = set()
    while at > first.i and doc[at].lower_ in _HEDGES:
        said.add(doc[at].lower_)
        at -= 1
    after = doc[number.i + 1] if number.i + 1 < len(doc) else None
    if after is None or at <= first.i:
        return False
    if after.pos_ in ("NOUN", "PROPN") and not is_human(after):
        return False
    further = bool(said & _FURTHER) or after.lower_ in _FURTHER
    joined = doc[at].lower_ in _JOINING
    if not joined:
        # "…, in Gora nine": a place and its own count
        return doc[at].pos_ == "PROPN" and _opens_place(doc[at], first)
    placed = any(t.dep_ == "prep" for t in doc[first.i + 1 : at + 1])
    if after.lower_ == "to" and _leads_to(first, number):
        return doc[at].lower_ in _JOINING
    if further and (after.lower_ in _AFTER or after.is_punct or is_human(after)):
        return True
    return placed and after.lower_ in _AFTER and doc[at].lower_ in ("and", ",")


def _leads_to(first: Token, number: Token) -> bool:
    """ "four were sentenced to six years, and eight to two": each to a term or a place."""
    doc = number.doc
    following = doc[number.i + 2 : number.i + 5]
    before = doc[first.i + 1 : number.i]
    led = any(t.lower_ == "to" and t.dep_ == "prep" for t in before)
    return led and any(t.like_num or t.lemma_ in _ENDS for t in following)


def _opens_place(place: Token, first: Token) -> bool:
    """ ", in Gora": right after a comma or "and"."""
    start = place.i
    while start > first.i and place.doc[start - 1].pos_ == "PROPN":
        start -= 1
    if place.doc[start - 1].lower_ not in ("in", "at"):
        return False
    return place.doc[start - 2].lower_ in _JOINING
