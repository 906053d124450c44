"""Lists without a verb: "Freed: A, B and C", "Still inside: dozens of people"."""

from __future__ import annotations

from spacy.strings import get_string_id
from spacy.tokens import Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.acts.membership import participles
from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import coordinated, is_verb
from habeas.claims.english.parse.trees import sentence_of, words_of
from habeas.claims.english.people.people import is_human, is_named, named_head
from habeas.model.claims import Act

_ACTS = (Act.RELEASE, Act.PARDON, Act.EXILE, Act.ARREST, Act.SENTENCE, Act.HOLD)
_COLON = get_string_id(":")
_LONGEST_LABEL = 6
"""Words before the colon; a longer opening is a sentence, not a label."""


def find_listing(token: Token) -> Frame | None:
    """The frame of a labelled list, told at the root of its sentence; else None."""
    if token.dep_ != "ROOT":
        return None
    doc, start = token.doc, token.left_edge.i
    end = min(start + _LONGEST_LABEL + 1, token.right_edge.i + 1)
    colon = next((doc[i] for i in range(start, end) if doc[i].orth == _COLON), None)
    if colon is None or colon.i == start:
        return None
    sentence = sentence_of(token)
    label = [t for t in sentence if t.i < colon.i]
    act = _act_of_label(label)
    if act is None:
        return _labelled_part(token, label, colon) or _named_state(token, label, colon)
    heads = [t for t in (token, *token.children) if t.i > colon.i and _names_people(t)]
    people = tuple(p for head in heads for p in coordinated(head) if is_human(p))
    if not people:
        return None
    return Frame(act=act, trigger=token, clause=token, form=Form.CLAUSE, patients=people)


def _named_state(root: Token, label: list[Token], colon: Token) -> Frame | None:
    """ "Ana Sol: still in prison.", "Pavel Zorin: free." """
    if (
        not is_named(named_head(root))
        or root not in label
        or any(is_verb(t) for t in words_of(sentence_of(root)))
    ):
        return None
    act = _act_of_label([t for t in words_of(sentence_of(root)) if t.i > colon.i])
    if act is None and any(
        t.lower_ in ("free", "home") for t in words_of(sentence_of(root)) if t.i > colon.i
    ):
        act = Act.RELEASE
    if act is None or len(sentence_of(root)) > colon.i - sentence_of(root).start + _LONGEST_LABEL:
        return None
    return Frame(act=act, trigger=root, clause=root, form=Form.CLAUSE, patients=(root,))


def _labelled_part(root: Token, label: list[Token], colon: Token) -> Frame | None:
    """ "Civilians: 1,108": so many of those counted before, by what they are."""
    after = [t for t in words_of(sentence_of(root)) if t.i > colon.i and not t.is_space]
    number = after[0] if after else None
    if number is None or not number.like_num or any(not t.is_punct for t in after[1:]):
        return None
    kind = next((t for t in label if is_human(t) and t.tag_ == "NNS"), None)
    if kind is None or any(is_verb(t) for t in label):
        return None
    return Frame(
        act=Act.HOLD,
        trigger=root,
        clause=root,
        form=Form.CLAUSE,
        patients=(number,),
        refers_back=True,
        described=kind,
        group=number,
    )


def _names_people(token: Token) -> bool:
    aside = token.dep_ in ("punct", "prep", "cc", "advmod")
    if token.dep_ == "attr":  # "in prison: 40 people, of whom 12 are men" lists no men
        counted = [t for t in token.head.lefts if t.dep_ == "nsubj" and t.like_num]
        aside = bool(counted)
    return token.like_num or not (is_verb(token) or aside)


def _act_of_label(label: list[Token]) -> Act | None:
    for word in label:
        for act in _ACTS:
            if word.lower_ in participles(act) or word.lower_ in english().acts[act].adjectives:
                return act
    if label and len(label) < 4 and label[0].tag_ in ("NNS", "NNPS"):
        for act in (Act.RELEASE, Act.PARDON, Act.ARREST):  # "Arrests: 31"
            if label[0].lemma_.lower() in english().acts[act].nouns:
                return act
    said = {word.lower_ for word in label}
    if said & english().words["detention"] and said & english().words["confining"]:
        return Act.HOLD
    if said & {"inside", "held"} or {"still", "in"} <= said:
        return Act.HOLD
    if "out" in said:
        return Act.RELEASE
    return None
