"""A frame: one word that names an act, and who does it to whom, in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Span, Token

from habeas.claims.english.parse.trees import neighbour
from habeas.model.claims import Act

_LEADING = frozenset({"under", "after", "following", "according"})
"""Prepositions of "which" that lead to a happening; "grounds on which" asks why."""
_SEEING = frozenset({"see", "watch", "witness", "order"})


TRIGGERS = "habeas_triggers"
"""Key of `doc.user_data` for the indices of the words that name an act."""


class Form(StrEnum):
    """How the sentence brings the act in."""

    CLAUSE = "clause"
    PARTICIPLE = "participle"
    NOUN = "noun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some of the people that a frame counts: "ten of them women", "two each from Latvia and …".

    Attributes:
        number: The word that counts them.
        described: Head of what they are said to be ("women"), or None.
        origin: Head of where they come from or are, where each is counted apart, or None.
    """

    number: Token
    described: Token | None = None
    origin: Token | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One naming of an act.

    Attributes:
        act: The act named.
        trigger: The word that names it.
        clause: The verb whose clause tells it; for a participle or a relative
            clause that verb, for a noun the verb that governs the noun.
        form: How it is brought in.
        patients: Heads of the phrases it is done to, in text order.
        agent: Head of the phrase that does it, or None.
        thing: Head of what is eased or withheld; None for acts on people.
        parts: Counted parts of the people it is done to, in text order.
        refers_back: True where the people are told as some of a group told
            before ("fourteen of them are …"); the act is then that group's.
        group: Head of the group that these are some of, where it is told
            ("among the 26 are …"), or None.
        restates: True for a figure given for what was told before ("the ministry
            says 75"); the act is then that of the count before it.
        teller: Head of the phrase that gives the figure, for a verb that does
            ("puts the number at"), or None.
        described: Head of what these people are said to be, or None.
        presumes: True where the words tell the act only of people already told
            as held or freed ("she came home", "two are still there").
        echoes: True where the act is that of the claim before ("so was her brother").
        rests: True for words that count people only right after a count, a question or
            a heading that says of what ("63 now").
        words: All words of it, where no clause tells it; else None.
    """

    act: Act
    trigger: Token
    clause: Token
    form: Form
    patients: tuple[Token, ...] = ()
    agent: Token | None = None
    thing: Token | None = None
    parts: tuple[Part, ...] = ()
    refers_back: bool = False
    group: Token | None = None
    restates: bool = False
    teller: Token | None = None
    described: Token | None = None
    presumes: bool = False
    echoes: bool = False
    rests: bool = False
    words: Span | None = None


def form_of(verb: Token) -> Form:
    """PARTICIPLE for a verb that modifies a noun ("the 14 freed in June"), else CLAUSE.

    "The fact that five left prison", "a deal under which five left" and "saw five
    freed" tell it in a clause of their own.
    """
    if any(t.dep_ == "mark" for t in verb.children) or is_seen(verb) or opens_under_which(verb):
        return Form.CLAUSE
    if _is_whole_clause(verb):
        return Form.CLAUSE
    return Form.PARTICIPLE if verb.dep_ in ("acl", "amod", "relcl") else Form.CLAUSE


def _is_whole_clause(verb: Token) -> bool:
    """ "A reminder: 60 people were arrested": a clause that the parser hangs under a noun."""
    own = {t.dep_ for t in verb.lefts if t.tag_ not in ("WP", "WDT")}
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and own >= {"nsubjpass", "auxpass"}


def is_told_in_passing(verb: Token) -> bool:
    """ "the brothers, who have been in prison since June, …": told of them, and not which."""
    first = verb.left_edge
    if verb.dep_ != "relcl" or first.lower_ not in ("who", "whom") or first.i == 0:
        return False
    return neighbour(first, -1).text == ","


def is_seen(verb: Token) -> bool:
    """True for "saw 20 prisoners released": the participle tells what happened."""
    seen = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.dep_ == "dobj"
    return seen and verb.head.head.lemma_ in _SEEING


def opens_under_which(verb: Token) -> bool:
    """True for "under which 52 were freed": it says nothing of who the 52 are."""
    return verb.dep_ == "relcl" and fronted_which(verb) is not None


def fronted_which(verb: Token) -> Token | None:
    """The preposition of "under which" before a verb that has a subject of its own."""
    own = [t for t in verb.lefts if t.dep_ in ("nsubj", "nsubjpass") and t.tag_[0] != "W"]
    for prep in verb.lefts if own else ():
        if prep.lower_ in _LEADING and any(t.lower_ == "which" for t in prep.subtree):
            return prep
    return None
