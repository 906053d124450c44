"""Figures told beside arrests and releases that are of other people: of a crowd, of cases heard."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Frame
from habeas.claims.english.acts.membership import act_of_group
from habeas.claims.english.figures.quantities import read_quantity
from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import child, children, subject
from habeas.claims.english.people.people import is_human
from habeas.model.claims import Act, Claim

_CALLING = frozenset({"organiser", "organizer", "promoter", "marcher"})
"""Who counts those who came, and not those who were taken."""
_NUMBERS = frozenset({"number", "figure", "total", "tally", "count", "toll", "estimate"})
_RELATIVE = frozenset({"which", "whom", "that"})
_RECENT = 6
_MOST_APART = 50
"""Two figures for the same people differ by less."""


def is_of_others(verb: Token) -> bool:
    """ "the organisers spoke of 5,000", "the crowd, which police put at 700"."""
    who = subject(verb)
    if who is not None and who.lemma_.lower() in _CALLING:
        return True
    if verb.lemma_ == "hear" and not any(t.lower_ == "of" for t in verb.children):
        return True  # "the court heard 14": so many cases or witnesses
    if verb.dep_ != "relcl" or not any(t.lower_ in _RELATIVE for t in children(verb, "dobj")):
        return False
    return not _is_of_taken(verb.head)


def _is_of_taken(noun: Token) -> bool:
    """True for numbers, for acts and for people told by an act: "arrests, which they put at 40"."""
    if noun.like_num or noun.lemma_.lower() in _NUMBERS | english().words["captives"]:
        return True
    if any(noun.lemma_.lower() in words.nouns for words in english().acts.values()):
        return True
    return act_of_group(noun) is not None


def points_at_others(frame: Frame, before: Sequence[Claim]) -> bool:
    """ "he has 74 clients, and 31 of them are under 18": of people of whom no act was told.

    Args:
        frame: A frame of some of the people told before.
        before: The claims before it.
    """
    if frame.group is None or frame.group.lower_ != "them":
        return False
    for noun in reversed(
        frame.trigger.doc[frame.trigger.sent.start : frame.patients[0].left_edge.i]
    ):
        if noun.tag_ == "NNS" and child(noun, "nummod") is not None and is_human(noun):
            told = read_quantity(noun)
            counts = [c.count.words for c in before if c.count is not None]
            return told is not None and told.quantity.words not in counts
    return False


def is_too_far_off(claim: Claim, before: Sequence[Claim]) -> bool:
    """True for a bare figure that is no other count of the people counted last.

    Args:
        claim: The claim of the bare figure.
        before: The claims before it.
    """
    counted = [c for c in before if c.count is not None and c.act is not Act.HOLD][-_RECENT:]
    most = max((_least(c) for c in counted), default=0)
    return most > 0 and _least(claim) > _MOST_APART * most


def _least(claim: Claim) -> float:
    count = claim.count
    if count is None:
        return 0
    return count.low or count.about or count.high or 0
