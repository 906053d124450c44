"""Which condition of a sentence an act hangs on, and which acts are only conditions.

The conditions themselves are found by `openers`.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.acts.sanctions import find_easing
from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import (
    antecedent,
    auxiliaries,
    child,
    children,
    is_under,
    is_verb,
)
from habeas.claims.english.parse.trees import neighbour, sentence_of
from habeas.claims.english.promises.conditions import FoundCondition, find_condition
from habeas.claims.english.promises.openers import FINITE, HINGING, TYING, conditions_of
from habeas.model.claims import FREEING, Act, Stance

_OPEN = frozenset({Stance.PROMISED, Stance.ANNOUNCED, Stance.EXPECTED, Stance.DEMANDED})
_FREED = frozenset({"release", "freeing", "freedom"})
_RETURNED = word_list("promises", "hinges.returned")
_POINTING = frozenset({"this", "that", "it", "which", "both"})
_STAYING = frozenset({"stay", "remain", "stand", "keep"})
_TEMPORAL = frozenset({"once", "until", "as", "pending"})
_GIVEN = frozenset({"in", "contingent", "conditional", "conditioned", "subject", "dependent"})
_OF_REFUSALS = word_list("promises", "hinges.of_refusals")
_OF_SANCTIONS = frozenset({Act.EASE_SANCTIONS, Act.IMPOSE_SANCTIONS})


def condition_for(frame: Frame, stance: Stance) -> FoundCondition | None:
    """The condition that the sentence of a frame sets for it; None where it sets none.

    What is already done hangs only on what was given for it ("in exchange
    for"), not on "if" or "once". A condition belongs to the last act before
    it, and one that opens its sentence to the first after it.
    """
    if stance is Stance.DENIED:
        return _of_refusal(frame)
    if stance not in _OPEN and stance is not Stance.REPORTED and stance is not Stance.CONFIRMED:
        return None
    sentence = sentence_of(frame.trigger)
    ahead = stance in _OPEN or (frame.form is not Form.NOUN and _is_present(frame.clause))
    own = [
        found
        for found, of_done in conditions_of(sentence)
        if (of_done or ahead) and _belongs(found, frame)
    ]
    if own:
        # A bare "in return" points back; what the sentence spells out says more, and most
        # of all what the clause itself does ("is contingent on …, and is to be followed …").
        told = [one for one in own if not _is_bare(one)] or own
        return next((one for one in told if is_under(one.root, frame.clause)), told[0])
    if (price := _price(frame)) is not None:
        return price
    hung = find_condition(frame.clause)
    given = hung is not None and hung.first.lower_ in _GIVEN
    return hung if stance in _OPEN or given else None


def _of_refusal(frame: Frame) -> FoundCondition | None:
    """ "will not lift them until …": on what a refusal ends; None for what is not done."""
    ahead = any(t.tag_ == "MD" or t.lower_ == "to" for t in auxiliaries(frame.clause))
    refused = frame.clause.lemma_ in english().words["excluding"] | _STAYING
    if not ahead and not refused:
        return None
    for found, _ in conditions_of(sentence_of(frame.trigger)):
        limits = found.first.lower_ in _OF_REFUSALS or neighbour(found.first, -1).lower_ == "but"
        if limits and not _is_bare(found) and _belongs(found, frame):
            return found
    return None


def stance_on(frame: Frame, stance: Stance, condition: FoundCondition) -> Stance:
    """The stance of an act that hangs on a condition.

    What is told as the case "if", "once" or "for each" is a promise, and so is a
    release that hangs on what somebody else does. One that only waits for papers
    or a judge is announced.
    """
    if stance is Stance.REPORTED and condition.first.lower_ not in _GIVEN:
        ahead = Stance.ANNOUNCED if frame.act in _OF_SANCTIONS else Stance.PROMISED
        return ahead if _is_present(frame.clause) else stance
    return stance_under(frame.act, stance, condition)


def stance_under(act: Act, stance: Stance, condition: FoundCondition) -> Stance:
    """The stance of an announced release under a condition; any other stays as it is."""
    if stance is not Stance.ANNOUNCED or act not in FREEING:
        return stance
    words = {t.lemma_.lower() for t in _words(condition)}
    return stance if words & english().words["procedural"] else Stance.PROMISED


def _is_present(verb: Token) -> bool:
    """ "comes off", "is lifted": no past and no perfect."""
    words = children(verb, "aux", "auxpass") or [verb]
    return words[0].tag_ in ("VBZ", "VBP") and words[0].lemma_ != "have"


def _is_bare(found: FoundCondition) -> bool:
    return len(_words(found)) == 2 and found.last.lower_ in ("return", "exchange")


def is_hypothetical(frame: Frame) -> bool:
    """True for an act that the sentence only names as what would have to happen.

    "Once" and "until" with a past tense tell what happened; every other
    condition leaves it open.
    """
    if _is_in(frame, _price_of(frame.trigger)):
        return True
    auxiliary = {t.lower_ for t in auxiliaries(frame.clause)}
    for found, _ in conditions_of(sentence_of(frame.trigger)):
        if {"would", "have"} <= auxiliary and not _is_in(frame, found):
            return True  # "would have been lifted if …": it was not
        if _is_in(frame, found):
            if found.first.lower_ == "while":
                return False  # "not while she is in prison": she is
            told = found.first.lower_ in _TEMPORAL and not _is_under_would(found)
            return not (told and any(t.tag_ == "VBD" for t in _words(found)))
    return False


def _is_under_would(found: FoundCondition) -> bool:
    """ "said it would lift them once five were freed": the past tense tells of days to come."""
    above = found.first.head.head if found.first.dep_ in ("mark", "advmod") else found.first.head
    return any(t.lower_ == "would" for t in above.children)


def condition_of_doing(verb: Token) -> FoundCondition | None:
    """The condition of "it will do so only if …"; None for any other clause."""
    if verb.lemma_ != "do" or not any(t.lower_ == "so" for t in verb.children):
        return None
    for found, _ in conditions_of(sentence_of(verb)):
        if found.first.i > verb.i:
            return found
    return None


def _words(found: FoundCondition) -> Span:
    return found.first.doc[found.first.i : found.last.i + 1]


def _is_in(frame: Frame, found: FoundCondition | None) -> bool:
    return found is not None and found.first.i <= frame.trigger.i <= found.last.i


def _price_of(noun: Token) -> FoundCondition | None:
    """The price that a noun stands in, where it is what sanctions are offered for."""
    prep = noun.head
    verb = prep.head
    if prep.lower_ != "for" or noun.lemma_ not in _RETURNED or find_easing(verb) is None:
        return None
    return FoundCondition(first=prep, last=noun.right_edge, root=prep)


def _belongs(found: FoundCondition, frame: Frame) -> bool:
    first, last, trigger = found.first.i, found.last.i, frame.trigger.i
    if first <= trigger <= last:
        return False
    if found.root.lemma_ in TYING:
        who = child(found.root, "dobj", "nsubjpass")
        return who is not None and is_under(frame.trigger, who)
    if found.root.lemma_ in HINGING and is_verb(found.root) and found.root.tag_ != "VBG":
        who = child(found.root, "nsubj", "csubj", "nsubjpass")
        if who is not None and who.lower_ in _POINTING and who.i > trigger:
            return True  # "…, but that depends on the vote"
        return who is not None and is_under(frame.trigger, antecedent(who))
    if found.first.lower_ == "pending" and _is_told_of_whom(found, frame):
        return False
    doc = frame.trigger.doc
    between = doc[trigger + 1 : first] if trigger < first else doc[last + 1 : trigger]
    if any(t.text == ";" for t in between):
        return False
    return not any(_tells_apart(t, frame) for t in between)


def _is_told_of_whom(found: FoundCondition, frame: Frame) -> bool:
    """ "ordered the release of a man who has been held pending trial": that he was held."""
    clauses = [t for t in found.first.ancestors if t.dep_ in ("relcl", "acl")]
    return any(not is_under(frame.trigger, t) for t in clauses)


def _tells_apart(token: Token, frame: Frame) -> bool:
    """True for the verb of another statement between an act and a condition."""
    if token.tag_ not in FINITE:
        return False
    set_off = (
        token.i > 1 and neighbour(token, -2).text == "," and neighbour(token, -1).dep_ == "nsubj"
    )
    if token.lemma_.lower() in english().speech and (token.dep_ != "conj" or set_off):
        return False
    verb = token.head if token.dep_ in ("aux", "auxpass") else token
    if verb in (frame.clause, frame.trigger) or is_under(frame.trigger, verb):
        return False
    if verb.lemma_ == "make" and neighbour(verb, 1).lower_ in _POINTING:
        return False  # "…, but made this dependent on the vote"
    below = ("relcl", "acl", "advcl", "pcomp", "ccomp", "xcomp", "dobj", "csubj")
    return not (verb.dep_ in below and is_under(verb, frame.clause))


def _price(frame: Frame) -> FoundCondition | None:
    """ "offered to lift sanctions for the release of": what is wanted for it."""
    if frame.act not in _OF_SANCTIONS | FREEING:
        return None
    for prep in frame.trigger.children:
        noun = child(prep, "pobj") if prep.dep_ == "prep" and prep.lower_ == "for" else None
        if noun is None or noun.lemma_ not in _RETURNED:
            continue
        if frame.act in _OF_SANCTIONS or noun.lemma_ not in _FREED:  # "scheduled for release"
            return FoundCondition(first=prep, last=noun.right_edge, root=prep)
    return None
