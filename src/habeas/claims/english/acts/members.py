"""People named as some of a group told before: "one of them, Ana Sol, …", "the others are A and B".

The parser hangs such names anywhere, so they are found as they stand on the page: words that point
back to a group, and names beside them. The act is that of the group.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.acts.membership import act_of_group
from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import clause_head, is_verb
from habeas.claims.english.parse.trees import lowers_of, neighbour, sentence_of
from habeas.claims.english.people.name_lists import Name, joins, names_of
from habeas.claims.english.people.people import is_human
from habeas.model.claims import Act

_ONES = frozenset("one another two three both some several".split())
_ORDERED = word_list("acts", "members.ordered")
_REST = frozenset({"others", "rest", "other", "remaining"})
_BACK = frozenset({"them", "whom", "these", "those"})
_TRIGGERS = _ONES | _ORDERED | _REST | _BACK | {"they", "among"}
_BE = frozenset({"is", "are", "was", "were"})
_ROLE = frozenset({"DET", "ADJ", "NOUN", "NUM", "PROPN", "PRON", "PUNCT", "PART"})


def find_members(sentence: Span, frames: Sequence[Frame]) -> list[Frame]:
    """Frames of the names that a sentence gives to people of a group, in text order.

    Args:
        sentence: The sentence.
        frames: What it tells already; a name of theirs is left to them.
    """
    if not lowers_of(sentence) & _TRIGGERS:
        return []
    names = names_of(sentence)
    back = (f for f in frames if f.refers_back)
    taken = {t.i for f in back for p in f.patients for t in p.subtree}
    found = []
    for at, name in enumerate(names):
        group = None if name.head.i in taken else _group_beside(name, sentence)
        if group is None or _has_its_own_act(name, group, frames):
            continue
        told = _act_told(group)
        chain = chain_of(names[at:])
        found.append(
            Frame(
                act=told or Act.RELEASE,
                trigger=name.head,
                clause=clause_head(name.head),
                form=Form.CLAUSE,
                patients=tuple(one.head for one in chain),
                refers_back=told is None,
                group=group,
            )
        )
        break
    return found


def chain_of(names: Sequence[Name]) -> list[Name]:
    """The first of some names, and those of them that stand in one list with it."""
    chain = [names[0]]
    for other in names[1:]:
        if not joins(chain[-1], other):
            break
        chain.append(other)
    return chain


def _group_beside(name: Name, sentence: Span) -> Token | None:
    """The word for the group that a name is given to; None where it is given to none."""
    doc = name.head.doc
    after = [t for t in doc[name.end : sentence.end] if not t.is_space][:6]
    if _are_among_them(after):
        return next(t for t in after if t.lower_ in _BACK)
    start = role_start(name)
    before = list(doc[sentence.start : start])
    return _before(before)


def role_start(name: Name) -> int:
    """Where a name begins, the role before it included."""
    doc, start = name.head.doc, name.start
    while start > sentence_of(name.head).start and _is_of_role(doc[start - 1]):
        start -= 1
    return start


def _before(before: Sequence[Token]) -> Token | None:
    """The group in "one of them, …", "among them …", "the others are …", "they are …"."""
    if not before:
        return None
    last = before[-1]
    if last.lower_ in ("them", "whom") and len(before) > 1:
        return last if before[-2].lower_ in ("of", "among") and _singles(before[:-2]) else None
    if last.text == "," and len(before) > 1:
        return _set_off(before[:-1])
    if last.lower_ in _BE and len(before) > 1:
        subject = before[:-1]
        return subject[-1] if _points_back(subject) else None
    return None


def _singles(words: Sequence[Token]) -> bool:
    """True for "one of" and "among" as no object: "…, among them", "one of them the teacher"."""
    return not words or words[-1].lower_ in _ONES or words[-1].text in (",", "-", "–", "—", "(")


def _set_off(words: Sequence[Token]) -> Token | None:
    """ "One of them, Ana Sol, …", "one of those freed, councillor Ana Sol, …"."""
    of = next((t for t in reversed(words[-4:]) if t.lower_ == "of"), None)
    if of is not None and of.i > words[0].i and neighbour(of, -1).lower_ in _ONES:
        group = neighbour(of, 1)
        pointed = group.lower_ in _BACK or group.lower_ == "the"
        if pointed and (group.lower_ != "the" or act_of_group(words[-1]) is not None):
            return group if group.lower_ != "the" else words[-1]
        return None
    return None


def _points_back(words: Sequence[Token]) -> bool:
    """ "they", "the others", "one", "another", "the second", at the beginning of a clause."""
    last = words[-1].lower_
    opens = len(words) == 1 or not words[-2].is_alpha or words[-2].lower_ in ("the", "and", "but")
    if last == "they":
        return len(words) == 1
    named = last in _REST | _ORDERED and len(words) > 1 and words[-2].lower_ == "the"
    return opens and (named or last in ("one", "another"))


def _are_among_them(after: Sequence[Token]) -> bool:
    """ ", … among them" right after a name, or after its age or role."""
    text = [t.lower_ for t in after]
    at = next((n for n, word in enumerate(text) if word == "among"), None)
    if at is None or at + 1 >= len(text) or text[at + 1] not in ("them", "those"):
        return False
    return not any(is_verb(t) for t in after[:at])


def _is_of_role(token: Token) -> bool:
    if token.text in (",", ":", ";", "(", ")") or token.lower_ in _TRIGGERS:
        return False
    return token.pos_ in _ROLE and token.lower_ not in english().words["including"]


def _has_its_own_act(name: Name, group: Token, frames: Sequence[Frame]) -> bool:
    """ "One of them, Ana Sol, was arrested in May": told of her, and not of the group."""
    if group.i > name.start:
        return False
    return any(
        frame.trigger.i > name.head.i and any(name.head in p.subtree for p in frame.patients)
        for frame in frames
    )


def _act_told(group: Token) -> Act | None:
    """The act that the group's own words name ("one of those freed")."""
    if group.lower_ in ("those", "these"):
        return act_of_group(group)
    if group.lower_ not in ("them", "whom"):
        return act_of_group(group) if is_human(group) else None
    before = reversed(group.doc[sentence_of(group).start : group.i])
    return next((act for t in before if t.lower_ == "those" and (act := act_of_group(t))), None)
