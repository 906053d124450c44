"""Sentences that the parser takes for the wrong ones: "46 people arrested in May have been freed".

News English leaves out "who were"; the parser then often takes the participle for the verb of
the sentence and hangs the true verb below it.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from habeas.claims.english.grammar import child
from habeas.claims.english.lexicon import english
from habeas.model.claims import Act

_BELOW = frozenset({"advcl", "conj", "ccomp", "xcomp", "dep", "relcl", "parataxis", "acl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


def turn_back(doc: Doc) -> None:
    """Hang each participle that was taken for a verb under the noun it describes; in place.

    Only participles that name an act are looked at ("arrested", "rounded up"),
    each with a subject before it and a finite verb without one after it, with
    neither comma nor conjunction between.
    """
    lemmas = english().participial
    for token in doc:
        if token.lower_ == "free" and token.dep_ == "amod":
            _free_them(token)
        elif token.dep_ == "xcomp" and token.tag_ == "VBN" and token.lemma_ in lemmas:
            _free_the_held(token)
        if (
            token.tag_ in ("VBD", "VBN")
            and token.lemma_ in lemmas
            and token.dep_ not in ("acl", "relcl")
        ):
            true = _true_verb(token)
            if true is not None:
                _swap(token, true)


def _free_them(free: Token) -> None:
    """ "calls on them to free journalist Ana Sol": a verb, not what she is."""
    to = free.nbor(-1) if free.i else free
    whom = to.head and next((t for t in to.children if t.dep_ == "pobj"), None)
    if to.lower_ != "to" or to.dep_ != "prep" or whom is None or to.head.pos_ != "VERB":
        return
    if whom.ent_type_ != "PERSON" and whom.lemma_.lower() not in english().people:
        return
    free.head, free.dep_, free.pos_, free.tag_ = to.head, "xcomp", "VERB", "VB"
    free.lemma_ = "free"
    whom.head, whom.dep_ = free, "dobj"
    to.head, to.dep_, to.pos_, to.tag_ = free, "aux", "PART", "TO"


def _free_the_held(held: Token) -> None:
    """ "released detained journalist Ana Sol": of the two, the first is the verb."""
    verb, whom = held.head, child(held, "dobj")
    freeing = english().acts[Act.RELEASE].verbs | english().acts[Act.PARDON].verbs
    if verb.lemma_ not in freeing or held.i != verb.i + 1 or whom is None:
        return
    for token in list(held.children):
        token.head = verb
    held.head, held.dep_ = whom, "amod"


def _true_verb(participle: Token) -> Token | None:
    """The verb of which the participle's subject is the subject in truth."""
    who = child(participle, *_SUBJECTS)
    if who is None or who.i > participle.i or who.pos_ == "PRON":
        return None
    if child(participle, "dobj", "aux", "auxpass", "neg") is not None:
        return None
    above = participle.head
    if participle.dep_ == "advcl" and above.i > participle.i and _is_bare(above):
        return above  # "five leaders, arrested in May, are out"
    for below in participle.rights:
        if below.dep_ == "advcl":
            _give_back_time(participle, below)
        if below.dep_ in _BELOW and below.pos_ in ("VERB", "AUX") and _stands_alone(below):
            return below
    return None


def _give_back_time(participle: Token, below: Token) -> None:
    """ "arrested since the coup are still held": "the coup" is no subject of "are held"."""
    mark = child(below, "mark")
    wrong = child(below, *_SUBJECTS)
    if mark is None or wrong is None or mark.lower_ not in ("since", "after", "before"):
        return
    opens = next((t for t in below.lefts if t.dep_ in ("aux", "auxpass")), below)
    plural = opens.tag_ == "VBP" and opens.lower_ in ("are", "have")
    if not plural or wrong.tag_ not in ("NN", "NNP") or wrong.i < mark.i:
        return  # a clause of its own: "arrested after the coup was over"
    mark.head, mark.dep_ = participle, "prep"
    wrong.head, wrong.dep_ = mark, "pobj"


def _is_bare(verb: Token) -> bool:
    """True for a finite verb that has no subject of its own."""
    if child(verb, *_SUBJECTS, "expl") is not None or verb.pos_ not in ("VERB", "AUX"):
        return False
    opens = next((t for t in verb.lefts if t.dep_ in ("aux", "auxpass")), verb)
    return opens.tag_ in _FINITE


def _stands_alone(verb: Token) -> bool:
    """True for a finite verb with no subject, no conjunction and no comma before it."""
    if child(verb, *_SUBJECTS, "mark", "expl") is not None:
        return False
    first = verb.left_edge
    before = first.nbor(-1)
    if before.is_punct or before.dep_ == "cc" or before.pos_ in ("CCONJ", "SCONJ"):
        return False
    opens = next((t for t in verb.lefts if t.dep_ in ("aux", "auxpass")), verb)
    return opens.tag_ in _FINITE and all(t.pos_ != "SCONJ" for t in verb.lefts)


def _swap(participle: Token, true: Token) -> None:
    """Make the true verb the head of the clause; every step leaves a tree."""
    who = child(participle, *_SUBJECTS)
    if who is None:
        return
    dep, above = participle.dep_, participle.head
    outer = [t for t in participle.children if t.i < who.i or t.i > true.i]
    for token in (who, *outer):
        token.head = true
    if above.i != true.i:
        true.head = true if above.i == participle.i else above
        true.dep_ = dep
    participle.head = who
    participle.dep_ = "acl"
    participle.tag_ = "VBN"
    passive = child(true, "auxpass") is not None
    who.dep_ = "nsubjpass" if passive else "nsubj"
