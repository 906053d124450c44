"""Releases asked for without a word for release: "wants them home", "let my brother go"."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.parse.grammar import children, coordinated, is_negated
from habeas.claims.english.parse.trees import neighbour, sentence_of
from habeas.claims.english.people.people import is_human
from habeas.model.claims import Act

WISHING_VERBS = frozenset({"want", "let", "bring", "send"})
_LEAVING = frozenset({"come", "return", "walk", "be", "get"})
_OUT = frozenset({"home", "out", "back", "free"})


def find_wish(token: Token) -> Frame | None:
    """The frame of "want … home" or an imperative "let … go", else None."""
    if not is_wish(token):
        return None
    if token.lemma_ == "want":
        told = [t for t in token.subtree if t.lower_ in _OUT]
        whom = [t for t in children(token, "dobj") if _has_out(token) or _has_out(t)]
        for clause in children(token, "ccomp"):
            if clause.lower_ in _OUT or _has_out(clause):
                whom += children(clause, "nsubj")
        return _frame(token, whom) if told else None
    if token.lemma_ in ("bring", "send"):
        return _frame(token, children(token, "dobj") if _has_out(token) else [])
    going = [
        t
        for t in children(token, "ccomp")
        if t.lemma_ == "go" or (t.lemma_ in _LEAVING and _has_out(t))
    ]
    return _frame(token, [t for clause in going for t in children(clause, "nsubj")])


def is_wish(verb: Token) -> bool:
    """True for "want", and for "let" and "bring … home" as an order."""
    if verb.lemma_ == "want":
        return True
    with_doer = children(verb, "nsubj", "nsubjpass", "aux", "auxpass")
    if verb.lemma_ not in WISHING_VERBS or verb.tag_ != "VB" or with_doer:
        return False
    after_colon = verb.i > sentence_of(verb).start and neighbour(verb, -1).text == ":"
    return (verb.dep_ == "ROOT" or after_colon) and (verb.lemma_ == "let" or _has_out(verb))


def _has_out(verb: Token) -> bool:
    places = children(verb, "advmod", "prt", "acomp", "oprd", "prep")
    return any(t.lower_ in _OUT and not list(t.children) for t in places)


def _frame(verb: Token, whom: list[Token]) -> Frame | None:
    patients = tuple(t for head in whom for t in coordinated(head) if is_human(t))
    if not patients or is_negated(verb):
        return None
    return Frame(act=Act.RELEASE, trigger=verb, clause=verb, form=Form.CLAUSE, patients=patients)
