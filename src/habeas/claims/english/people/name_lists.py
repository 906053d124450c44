"""Lists of names as they stand on the page: "the editor, A, her deputy, B, and two others".

A parser trained on news hangs the later names of a list anywhere. The marks between two names tell
more: a comma or "and", a role before the name, an age or a description set off after it, and no
verb. So a list is read from the surface, and the parse only says where it may not go.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.lexicon import word_list
from habeas.claims.english.parse.grammar import is_under, is_verb
from habeas.claims.english.parse.trees import neighbour, once_a_span, sentence_of, words_of
from habeas.claims.english.people.people import could_be_name
from habeas.claims.states import state_code

_JOINING = frozenset({"and", "&", "or", "plus"})
_PARTING = frozenset({",", ";", "(", ")", "-", "–", "—", "--", "/"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VB", "WP", "WDT", "WP$", "WRB"})
_BEFORE_ROLE = frozenset({"DET", "ADJ", "NOUN", "NUM", "PROPN", "PRON", "ADV", "PART", "PUNCT"})
_BESIDE_NAMES = frozenset({"", "ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART", "PERSON"})
_BODIES = word_list("people", "name_lists.bodies")
_LEAST = 3
"""Names that make a list without "and"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name of a sentence: its tokens `start` to `end` (exclusive) of the text."""

    head: Token
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gap:
    """What stands between two names of a list: whether "and" does, and where the role begins."""

    joins: bool
    role: int


def names_listed_with(name: Token, frame: Frame) -> list[Token]:
    """Heads of the names in the same list as one name, itself included, in text order.

    A list ends where another clause begins: at a name that speaks, acts or
    follows a preposition of its own.
    """
    names = names_of(sentence_of(name))
    at = next((n for n, one in enumerate(names) if one.start <= name.i < one.end), None)
    if at is None:
        return [name]
    chain = _chain(names, at)
    here = next(n for n, one in enumerate(chain) if one is names[at])
    first, last = here, here
    while first > 0 and _belongs(chain[first - 1], name, frame):
        first -= 1
    while last + 1 < len(chain) and _belongs(chain[last + 1], name, frame):
        last += 1
    if first and _follows_governor(chain[first], name):
        first = here
    kept = chain[first : last + 1]
    if frame.clause.dep_ == "acl" and frame.clause.tag_ == "VBN" and frame.clause.i > name.i:
        kept = [one for one in kept if one.start < frame.clause.i]  # "A, held in May, and B"
    return [one.head for one in kept] if _is_list(kept, sentence_of(name)) else [name]


def names_beside(head: Token, frame: Frame) -> list[Token]:
    """Names that spell out a group: "three men (A, B and C)", "two were freed: A and B".

    Args:
        head: Head of the phrase that stands for the group.
        frame: The act; a colon after its clause opens the list too.

    Returns:
        Empty where the names after the group are somebody else.
    """
    names = names_of(sentence_of(head))
    following = [n for n, one in enumerate(names) if one.start > head.i]
    if not following:
        return []
    first = names[following[0]]
    if not (_opens_list(head, first) or _follows_colon(frame, first)):
        return []
    chain = _chain(names, following[0])
    kept = [one for one in chain if one.start >= first.start]
    if any(_acts_elsewhere(one, frame) for one in kept):
        return []
    return [one.head for one in kept]


def joins(left: Name, right: Name) -> bool:
    """True for two neighbouring names of one list."""
    return _gap(left, right) is not None


def names_of(sentence: Span) -> list[Name]:
    """The names of a sentence, each once, in text order."""
    doc = sentence.doc
    return [Name(head=doc[end - 1], start=start, end=end) for start, end in _places(sentence)]


@once_a_span
def _places(sentence: Span) -> tuple[tuple[int, int], ...]:
    """Where the names of a sentence stand, as tokens (end exclusive)."""
    found: list[tuple[int, int]] = []
    start, end = sentence.start, sentence.end
    index, doc, words = start, sentence.doc, words_of(sentence)
    while index < end:
        stop = index
        first = words[index - start]
        while not first.is_punct and stop < end and _continues(words[stop - start], first):
            stop += 1
        if stop == index:
            index += 1
            continue
        stop = _before_dash(doc, index, stop)
        while stop > index and (doc[stop - 1].text in ":;," or doc[stop - 1].is_space):
            stop -= 1
        if stop > index and _is_person(doc[index:stop]):
            found.append((index, stop))
        index = max(stop, index + 1)
    return tuple(found)


def _before_dash(doc: Doc, start: int, stop: int) -> int:
    """Where a name ends that the recogniser went on with over a dash ("Ana Sol - released")."""
    dashes = (i for i in range(start + 1, stop) if doc[i].text in ("-", "–", "—"))
    return next((i for i in dashes if doc[i - 1].whitespace_), stop)


def _continues(token: Token, first: Token) -> bool:
    """True for a token that goes on with the name that began at `first`."""
    if token.tag_ == "POS":
        return False
    if token.ent_type_ == "PERSON":
        return token.i == first.i or token.ent_iob_ == "I" or first.ent_type_ != "PERSON"
    if token.is_punct and token.text not in ("-", "’", "'"):
        return False
    if token.text in ("-", "’", "'"):
        after = neighbour(token, 1) if token.i + 1 < len(token.doc) else token
        return token.i > first.i and not token.whitespace_ and after.pos_ == "PROPN"
    return token.pos_ == "PROPN" and token.ent_type_ in _BESIDE_NAMES


def _is_person(span: Span) -> bool:
    last = span[-1]
    if len(span) == 1 and (last.is_lower or state_code(last.text) is not None):
        return False  # "114 civilians, Belarusians as well as Ukrainians"
    before = span.doc[span.start - 1] if span.start > sentence_of(last).start else None
    if before is not None and before.lower_ in _BODIES:
        return False  # "the movement Open Door"
    if any(t.ent_type_ == "PERSON" for t in span):
        return True
    if before is not None and (before.pos_ == "ADP" or before.dep_ == "det"):
        return False
    first = last
    while first.dep_ == "conj" and first.head.pos_ == "PROPN":
        first = first.head  # "Unity and Progress Party executives"
    modifies = first.dep_ in ("compound", "amod", "nmod", "poss") and first.head.i > last.i
    return not modifies and state_code(span.text) is None and could_be_name(last)


def _chain(names: Sequence[Name], at: int) -> list[Name]:
    """The names that stand in one list with a name, in text order."""
    chain = [names[at]]
    for step in (-1, 1):
        edge, n = names[at], at + step
        while 0 <= n < len(names):
            left, right = (names[n], edge) if step < 0 else (edge, names[n])
            gap = _gap(left, right)
            if gap is not None:
                chain.insert(0 if step < 0 else len(chain), names[n])
                edge = names[n]
            elif _breaks(left, right):
                break
            n += step
    return chain


def _breaks(left: Name, right: Name) -> bool:
    """True where a verb or the end of a statement parts two names."""
    between = left.head.doc[left.end : right.start]
    return any(t.tag_ in _FINITE or t.text in (":", ".", "?", "!") for t in between)


def _gap(left: Name, right: Name) -> _Gap | None:
    """What joins two neighbouring names of a list; None where they stand in none."""
    doc = left.head.doc
    between = list(doc[left.end : right.start])
    if not between or _breaks(left, right) or between[0].tag_ == "POS":
        return None
    marks = [t for t in between if t.lower_ in _JOINING or t.text in _PARTING]
    if not marks or (right.end < len(doc) and doc[right.end].tag_ == "POS"):
        return None
    role = [t for t in between if t.i > marks[-1].i]
    if any(t.pos_ not in _BEFORE_ROLE for t in role):
        return None
    opens = [t for t in between if t.i < marks[0].i]
    if opens and opens[0].pos_ != "ADP":
        return None
    return _Gap(joins=any(t.lower_ in _JOINING for t in marks), role=marks[-1].i + 1)


def _is_list(names: Sequence[Name], sentence: Span) -> bool:
    if len(names) < 2:
        return False
    gaps = [_gap(one, other) for one, other in pairwise(names)]
    if any(gap is not None and gap.joins for gap in gaps) or len(names) >= _LEAST:
        return True
    after = [t for t in words_of(sentence) if t.i >= names[-1].end][:2]
    return any(t.lower_ in _JOINING for t in after)


def _belongs(one: Name, name: Token, frame: Frame) -> bool:
    if frame.agent is not None and is_under(one.head, frame.agent):
        return False
    return not _acts_elsewhere(one, frame, beside=name)


def _acts_elsewhere(one: Name, frame: Frame, *, beside: Token | None = None) -> bool:
    """True for the subject of another verb: "…, A said", "freed A and B fled"."""
    who = one.head
    while who.dep_ in ("compound", "conj", "appos") and who.head.i >= one.start and who.i < one.end:
        who = who.head
    if frame.form is Form.NOUN and _is_office_of_another(who, frame):
        return True
    if who.dep_ not in ("nsubj", "nsubjpass") or not is_verb(who.head):
        return False
    verb = who.head
    if verb in (frame.trigger, frame.clause) or is_under(frame.trigger, verb):
        return verb not in (frame.trigger, frame.clause) and _speaks(verb, frame)
    return beside is None or beside.head != verb


def _is_office_of_another(who: Token, frame: Frame) -> bool:
    """ "after the release of five, the president, A, said": whoever says it is none of the five."""
    office = who.head if who.dep_ == "appos" else who
    acts = office.dep_ in ("nsubj", "nsubjpass") and is_verb(office.head)
    return acts and not is_under(office, frame.trigger)


def _speaks(verb: Token, frame: Frame) -> bool:
    """True for a verb above the act whose subject is not who it is done to."""
    return frame.clause.dep_ in ("ccomp", "advcl", "parataxis") and verb != frame.clause


def _follows_governor(first: Name, name: Token) -> bool:
    """True where the first name hangs on a word before it that the act's own name does not."""
    if name.dep_ not in ("nsubj", "nsubjpass"):
        return False
    before = first.start - 1
    doc = first.head.doc
    while before >= 0 and doc[before].pos_ in _BEFORE_ROLE and not doc[before].is_punct:
        before -= 1
    return before >= sentence_of(name).start and doc[before].pos_ in ("ADP", "VERB", "AUX")


def _opens_list(head: Token, first: Name) -> bool:
    """True where names follow a group at once: "the journalists, A and B"."""
    doc = head.doc
    between = list(doc[head.i + 1 : first.start])
    marks = [t for t in between if t.text in _PARTING or t.text == ":"]
    if not marks:
        return False
    if first.head.dep_ == "appos" and first.head.head == head:
        return True
    before = [t for t in between if t.i < marks[0].i]
    after = [t for t in between if t.i > marks[0].i and t not in marks]
    described = all(is_under(t, head) and t.tag_ not in _FINITE for t in before)
    return described and all(t.pos_ in _BEFORE_ROLE for t in after)


def _follows_colon(frame: Frame, first: Name) -> bool:
    """ "Five left detention: the former deputy A, …": a list after the whole clause."""
    doc = frame.trigger.doc
    between = list(doc[frame.trigger.i + 1 : first.start])
    colon = next((t for t in reversed(between) if t.text == ":"), None)
    if colon is None:
        return False
    role = [t for t in between if t.i > colon.i]
    before = [t for t in between if t.i < colon.i]
    return all(t.pos_ in _BEFORE_ROLE for t in role) and not any(t.tag_ in _FINITE for t in before)
