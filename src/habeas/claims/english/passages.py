"""Which words a claim rests on: the clause that tells it, and no more."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span, Token

from habeas.claims.english.acts.frames import TRIGGERS, Form, Frame, fronted_which, is_seen
from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import (
    child,
    children,
    is_contrast,
    is_under,
    is_verb,
    phrase_head,
    subtree_without,
)
from habeas.claims.english.parse.trees import neighbour, sentence_of, words_of
from habeas.claims.english.people.people import is_human
from habeas.claims.english.speech.speakers import governing_verb, is_background
from habeas.claims.english.speech.voice import is_speech
from habeas.model.claims import Act

_ACCUSING = frozenset({"accuse", "charge", "convict"})
_AFTERTHOUGHTS = frozenset({"after", "as", "because", "since", "so", "while"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl")


def find_passage(frame: Frame, top: Token, outside: Iterable[Token]) -> tuple[int, int]:
    """Start and end (exclusive), in characters of `doc.text`, of the telling clause.

    Args:
        frame: The act.
        top: The highest verb of its clause.
        outside: Roots of what stands in the clause but belongs to nobody's
            claim: attributions and conditions.
    """
    if frame.words is not None:
        return frame.words.start_char, frame.words.end_char
    left_out = {t.i for t in outside}
    trigger = None
    order = _ordering_verb(frame)
    without = frame.act is Act.WITHHOLD and frame.clause.dep_ == "pcomp"
    if order is not None:
        left_out |= _edges(order, frame)
        tokens = subtree_without(order, left_out)
    elif without:
        tokens = list(frame.clause.head.subtree)
    elif frame.form is Form.PARTICIPLE:
        tokens = [t for t in _phrase_of(frame) if t.i not in left_out]
    elif frame.form is Form.NOUN and frame.patients and is_background(frame.trigger):
        tokens = list(frame.trigger.subtree)
    elif frame.form is Form.NOUN and _is_cut_off(
        top, left_out
    ):  # "the release of five depends on …"
        tokens = [t for t in phrase_head(frame.trigger).subtree if t.i not in left_out]
    elif frame.form is Form.NOUN and frame.trigger.i > top.i:
        tokens = _governed(frame, top, left_out)
    else:
        trigger = frame.trigger
        tokens = _clause_of(frame, _above_parts(top, frame), left_out)
    # A parse can hang the whole clause under what is left out; the act's own word remains.
    words = [t for t in tokens if not t.is_space] or [frame.trigger]
    return _span(words, left_out, trigger=trigger)


def _ordering_verb(frame: Frame) -> Token | None:
    """The verb of "signed a decree freeing nine", "reached a deal to free nine", "saw nine freed".

    The clause tells whose decree it is, and so belongs to the claim.
    """
    noun = frame.clause.head
    if is_seen(frame.clause):
        return noun.head
    if frame.clause.dep_ == "ccomp" and noun.lemma_ == "have" and frame.clause.tag_ == "VBN":
        return noun  # "had two ministers arrested"
    if frame.clause.dep_ not in ("acl", "relcl") or frame.clause.tag_ not in ("VBG", "VB"):
        return None
    ordered = noun.lemma_.lower() in english().words["ordering"] and noun.dep_ == "dobj"
    active = ordered and is_verb(noun.head) and child(noun.head, "nsubj") is not None
    return noun.head if active and noun.head.dep_ in ("ROOT", "conj", "ccomp") else None


def _clause_of(frame: Frame, head: Token, left_out: set[int]) -> list[Token]:
    """The words of a clause without its edges, which are added to `left_out`."""
    left_out |= _edges(head, frame)
    if head != frame.clause:  # "asked that they be freed and that nobody be harmed"
        left_out |= {t.i for t in children(frame.clause, "conj") if child(t, *_SUBJECTS, "mark")}
    end = _beginning_of_next(frame, left_out)
    own = [t for t in subtree_without(head, left_out) if t.i < end]
    tokens = [*own, *_shared_subject(head, frame)]
    if frame.refers_back:
        first = frame.patients[0].left_edge.i
        if frame.described is not None:
            first = min(first, frame.described.left_edge.i)
        colon = max(
            (t.i for t in words_of(sentence_of(head)) if t.text == ":" and t.i < first), default=-1
        )
        tokens = [t for t in tokens if t.i > colon]
    return tokens


def _is_cut_off(top: Token, left_out: set[int]) -> bool:
    """True for the verb of a condition, and for the "is" of "is conditional on"."""
    return top.i in left_out or (top.lemma_ == "be" and top.i + 1 in left_out)


def _beginning_of_next(frame: Frame, left_out: set[int]) -> int:
    """Where the next of several verbs begins: what the parser hangs above it is its own as well."""
    doc = frame.trigger.doc
    joined = [doc[i] for i in left_out if doc[i].dep_ == "conj" and is_verb(doc[i])]
    starts = [t.left_edge.i for t in joined if t.left_edge.i > frame.trigger.i]
    told = [t.i for t in (*frame.patients, *(part.number for part in frame.parts))]
    after = [i for i in starts if all(i > t for t in told)]
    return min(after, default=len(doc))


def _above_parts(top: Token, frame: Frame) -> Token:
    """The verb over all clauses that a count is broken into ("eight are …, five are …")."""
    numbers = [part.number for part in frame.parts]
    while top.head != top and not all(is_under(number, top) for number in numbers):
        top = top.head
    return top


def _phrase_of(frame: Frame) -> list[Token]:
    """The noun phrase a participle or relative clause modifies, whole."""
    noun = frame.patients[0] if frame.clause not in frame.patients else frame.clause
    if frame.clause.dep_ in ("relcl", "acl", "amod"):
        noun = frame.clause.head
    top = phrase_head(noun)
    beyond = {
        t.i
        for aside in frame.clause.subtree
        if aside.dep_ == "appos" and aside.i > frame.trigger.i and not is_human(aside.head)
        for t in aside.subtree
    }
    end = max(frame.clause.right_edge.i, noun.i)
    return [t for t in top.subtree if t.i <= end and t.i not in beyond]


def _governed(frame: Frame, top: Token, left_out: set[int]) -> list[Token]:
    """From the governing clause's beginning to the end of the act's own phrase."""
    last = frame.trigger.right_edge
    governor, _ = governing_verb(frame.trigger)
    for below in governor.rights:
        adverbial = below.dep_ in ("prep", "npadvmod", "advmod")
        follows = below.left_edge.i == last.i + 1 and below.i not in left_out
        if adverbial and follows:
            last = below.right_edge
    left_out |= _edges(top, frame)
    tokens = [t for t in subtree_without(top, left_out) if t.i <= last.i]
    return [*tokens, *_shared_subject(top, frame)]


def _edges(head: Token, frame: Frame) -> set[int]:
    """Roots around a clause that are not part of it: "that", "but …", a dash, an aside."""
    second = _ACCUSING | english().words["conveying"]
    roots: set[int] = set()
    for below in head.children:
        opens = below.dep_ in ("mark", "cc", "preconj") or (
            below.dep_ == "advmod" and below.tag_ == "WRB" and below.i < head.i
        )
        continues = below.lemma_ in second and child(below, "nsubj", "nsubjpass") is None
        parts = below.dep_ == "conj" and is_verb(below) and not continues
        inside = [frame.clause, *(part.number for part in frame.parts)]
        told = any(is_under(t, below) for t in inside)
        apart = (parts or is_contrast(below)) and not told
        comments = below.dep_ == "advcl" and _opens_with_when(below) and below.i > frame.trigger.i
        if opens or apart or comments or (below.dep_ == "parataxis" and not told):
            roots.add(below.i)
    if frame.clause is not head:  # "undertook to free five and to name the others"
        roots |= {
            t.i
            for t in children(frame.clause, "conj")
            if is_verb(t) and t.lemma_ not in second and child(t, "aux") is not None
        }
    if head.dep_ == "relcl" and (which := fronted_which(head)) is not None:
        roots.add(which.i)
    told_on = {below.i for verb in {head, frame.clause} for below in verb.rights}
    roots |= {i for i in told_on if _comments(head.doc[i], frame)}
    kept = {*frame.patients, *(part.number for part in frame.parts)}
    after = (t for t in words_of(sentence_of(frame.trigger)) if t.i > frame.trigger.i)
    roots |= {t.i for t in after if t.dep_ == "appos" and not is_human(t.head) and t not in kept}
    return roots


def _comments(below: Token, frame: Frame) -> bool:
    """True for what follows a clause and tells something else: ", marking the end of …".

    Only after a comma: a clause without one ("after the court found no
    evidence") belongs to what is told. Why something is withheld belongs to it too.
    """
    first = below.left_edge
    if below.i < frame.trigger.i or frame.act is Act.WITHHOLD or first.i < 1:
        return False
    told = [frame.clause, *frame.patients, *(part.number for part in frame.parts)]
    if any(is_under(t, below) for t in told):
        return False
    if neighbour(first, -1).text != ",":
        return first.lower_ == "so" and below.dep_ == "advcl" and child(below, "aux") is not None
    if below.dep_ == "prep":
        inner = child(below, "pcomp")
        return inner is not None and (below.lower_ == "without" or is_speech(inner))
    if below.dep_ != "advcl":
        return False
    if first.lower_ in ("whatever", "however", "whoever"):
        return True
    if below.tag_ == "VBG" and child(below, *_SUBJECTS) is None:
        second = english().words["conveying"] | _ACCUSING
        return below.lemma_ not in second and not is_human(first)
    finite = child(below, *_SUBJECTS) is not None and below.tag_ != "VBN"
    opens = any(t.dep_ in ("mark", "advmod") and t.lower_ in _AFTERTHOUGHTS for t in below.lefts)
    return opens and (finite or child(below, "auxpass") is not None)


def _opens_with_when(clause: Token) -> bool:
    first = clause.left_edge
    return first.lower_ == "when" and neighbour(first, -1).text == ","


def _shared_subject(head: Token, frame: Frame) -> list[Token]:
    """The subject of the verb before, where the act is done to it ("… and released")."""
    if head.dep_ != "conj" or child(head, "nsubj", "nsubjpass") is not None:
        return []
    counted = any(p.like_num or child(p, "nummod") is not None for p in frame.patients)
    before = head.head
    while not _names_an_act(before) and before.dep_ == "conj":
        before = before.head
    if _names_an_act(before) and not counted:
        return []
    if counted and not _names_an_act(before) and all(p.i > head.i for p in frame.patients):
        doer = None if _begins_at_verb(head) else next(iter(children(before, *_SUBJECTS)), None)
        return list(doer.subtree) if doer is not None else []
    return [
        t
        for p in frame.patients
        if p.i < head.i and sentence_of(p) == sentence_of(head)
        for t in p.subtree
    ]


def _begins_at_verb(verb: Token) -> bool:
    """ "… and calls for the release of", "… and promised to": these words begin with the verb."""
    return is_speech(verb) or verb.lemma_.lower() in english().words["demanding"]


def _names_an_act(verb: Token) -> bool:
    if verb.i in verb.doc.user_data.get(TRIGGERS, ()):
        return True
    return any(verb.lemma_.lower() in words.verbs for words in english().acts.values())


def _span(
    tokens: list[Token], left_out: set[int], *, trigger: Token | None = None
) -> tuple[int, int]:
    doc = tokens[0].doc
    indices = sorted({t.i for t in tokens})
    first, last = indices[0], indices[-1]
    outside = {t.i for i in left_out for t in doc[i].subtree if first <= t.i <= last} - set(indices)
    while first < last and (doc[first].is_space or first in outside or _is_edge(doc[first])):
        first += 1
    if first > 0 and doc[first - 1].lower_ == "between" and doc[first].like_num:
        first -= 1
    if trigger is not None:
        parted = [i for i in range(first, trigger.i) if doc[i].text in ("--", "—", ";")]
        # Two dashes set an aside off: "five members — three of them women — were held".
        paired = len(parted) == 2 and all(doc[i].text != ";" for i in parted)
        first = parted[-1] + 1 if parted and not paired else first
    for index in range((trigger.i if trigger is not None else first) + 1, last + 1):
        if doc[index].text in ("--", "—", ";"):
            last = index - 1
            break
    while last > first and (doc[last].is_space or last in outside or _is_edge(doc[last])):
        last -= 1
    if last + 1 < len(doc) and _closes_quotation(doc[last + 1], doc[first : last + 1]):
        last += 1
    return doc[first].idx, doc[last].idx + len(doc[last])


def _closes_quotation(token: Token, words: Span) -> bool:
    """True for the quotation mark that ends what was quoted inside the words."""
    marks = sum(1 for t in words if t.is_quote)
    return token.is_quote and marks % 2 == 1


def _is_edge(token: Token) -> bool:
    if token.text == ")" or token.text == "(":
        return False
    return token.is_punct or token.dep_ == "cc"
