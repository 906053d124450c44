"""By which word an act is asked for: "called for", "renewed its appeal to", "must be freed"."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.acts.wishes import is_wish
from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import (
    auxiliaries,
    child,
    children,
    is_negated,
    is_verb,
    prepositional_objects,
)
from habeas.claims.english.parse.trees import neighbour, sentence_of
from habeas.claims.english.speech.speakers import governing_verb
from habeas.model.claims import CONCEDING, Act

_ASKED_FOR = (
    Act.RELEASE,
    Act.CONDITIONAL_RELEASE,
    Act.PARDON,
    Act.EASE_SANCTIONS,
    Act.IMPOSE_SANCTIONS,
    *CONCEDING,
)
_PLAIN = frozenset({"ask", "tell", "want", "beg"})
_BELOW = ("xcomp", "ccomp", "advcl", "acl", "conj", "pcomp", "relcl")
_COURTESIES = frozenset({"please", "just", "so", "now", "and"})
_DUE = frozenset({"time", "remedy"})


def find_demand(frame: Frame) -> Token | None:
    """The word by which somebody asks for the act: "called for the release of", "its call to"."""
    if frame.act not in _ASKED_FOR:
        return None
    verb = frame.clause
    if frame.form is not Form.NOUN:
        let = verb.dep_ == "ccomp" and verb.head.lemma_ == "let" and is_wish(verb.head)
        wished = let or (frame.trigger == verb and is_wish(verb))
        if asks_by_modal(verb) and verb.dep_ == "xcomp":
            return verb.head
        if wished or asks_by_modal(verb) or _is_imperative(verb) or _is_due(verb):
            return verb
    return asking_word(frame)


def asking_word(frame: Frame) -> Token | None:
    """The word of asking that governs an act: "demanded the arrest of", "asked them to free"."""
    if frame.form is not Form.NOUN:
        return _asker_above(frame.clause)
    demanding = english().words["demanding"]
    if (noun := _asking_noun(frame.trigger)) is not None:
        return noun
    if frame.trigger.lemma_.lower() == "freedom" and _is_a_slogan(frame.trigger):
        return frame.trigger
    governor, preposition = governing_verb(frame.trigger)
    asks = preposition == "for" and governor.lemma_ in english().words["asking_for"]
    listed = governor.lemma_.lower() in demanding and preposition in ("", "for", "on", "that")
    if is_verb(governor) and (asks or listed) and not is_negated(governor):
        return governor
    if governor.lemma_ not in english().words["bringing_about"]:
        return None
    return _asker_above(governor)


def _is_a_slogan(noun: Token) -> bool:
    """ "Freedom for Ana Sol!", also on a placard."""
    opens = noun.i == sentence_of(noun).start or neighbour(noun, -1).is_quote
    return opens and (noun.dep_ == "ROOT" or noun.i > sentence_of(noun).start)


def asks_by_modal(verb: Token) -> bool:
    """ "must be freed", "ought to be freed", "needs to be let go"."""
    if any(t.lower_ in ("must", "should") for t in auxiliaries(verb)):
        return not is_negated(verb)
    above = verb.head
    return (
        verb.dep_ == "xcomp"
        and above.lower_ in ("ought", "need", "needs", "deserve", "deserves")
        and not is_negated(above)
    )


def is_infinitive(verb: Token) -> bool:
    """True for "to free"."""
    to = any(t.lower_ == "to" and t.dep_ == "aux" for t in verb.children)
    return verb.tag_ == "VB" and to


def is_subjunctive(verb: Token) -> bool:
    """ "demanded that they be freed", "demanded that he free them"."""
    if verb.tag_ == "VBN" and not auxiliaries(verb):
        return verb.head.lemma_ in ("want", "like", "see")
    if any(t.dep_ == "auxpass" and t.lower_ == "be" for t in verb.children):
        return not any(t.tag_ == "MD" for t in verb.children)
    return verb.tag_ == "VB" and not auxiliaries(verb)


def asker_of(word: Token) -> Token | None:
    """Whose a noun of asking is: "the union's call for", "renewed its appeal", "a plea by"."""
    owner = child(word, "poss")
    if owner is not None and owner.tag_ != "PRP$":
        return owner
    by = prepositional_objects(word, "by", "from")
    if by:
        return by[0]
    verb = word.head
    made = word.dep_ == "dobj" and verb.lemma_ in english().words["voicing_demands"]
    return child(verb, "nsubj") if made else None


def _asking_noun(noun: Token) -> Token | None:
    """The noun of asking above the noun of an act: "calls for the release of"."""
    above = noun.head
    while above.dep_ in ("prep", "pobj", "conj", "cc") and above.pos_ in ("ADP", "NOUN"):
        if above.pos_ == "NOUN" and above.lemma_.lower() in english().words["asking_nouns"]:
            return above
        if above.pos_ == "NOUN" and above.dep_ == "pobj" and above.lemma_ not in ("end", "demand"):
            return None
        above = above.head
    if above.pos_ == "NOUN" and above.lemma_.lower() in english().words["asking_nouns"]:
        led = [t for t in children(above, "prep") if t.lower_ in ("for", "of", "to")]
        return above if any(t.is_ancestor(noun) for t in led) else None
    filed = [
        t for t in children(above, "dobj") if t.lemma_.lower() in english().words["asking_nouns"]
    ]
    if filed and any(t.is_ancestor(noun) for t in children(above, "prep") if t.lower_ == "for"):
        return filed[0]
    if above.lemma_ in ("grow", "mount", "increase", "multiply") and noun.i > above.i:
        return next(
            (t for t in children(above, "nsubj") if t.lemma_ in english().words["asking_nouns"]),
            None,
        )
    return None


def _asker_above(verb: Token) -> Token | None:
    """The verb or noun of asking of which a verb is the infinitive or the subjunctive."""
    words = english().words
    verb = _before_sharing(verb)
    while verb.dep_ in _BELOW and verb.head != verb:
        infinitive = is_infinitive(verb) or is_subjunctive(verb) or _follows_for(verb)
        verb = verb.head
        if not infinitive:
            break
        asking = verb.lemma_.lower() in words["demanding"] | words["asking_to"] | _PLAIN
        if is_verb(verb) and asking and not is_negated(verb):
            return verb
        noun = verb.head if verb.pos_ == "ADP" else verb
        if noun.pos_ == "NOUN" and noun.lemma_.lower() in words["asking_nouns"]:
            return noun
    return None


def _follows_for(verb: Token) -> bool:
    """ "asked for Ana Sol to be freed"."""
    return any(t.lower_ == "for" for t in children(verb, "mark", "prep")) and any(
        t.lower_ == "to" for t in auxiliaries(verb)
    )


def _before_sharing(verb: Token) -> Token:
    """The verb whose place in the sentence a verb shares or is held under.

    "called on them to drop the charges and release", "asked to ensure that five are freed".
    """
    while is_verb(verb.head):
        shares = verb.dep_ == "conj" and verb.tag_ == "VB" and child(verb, "aux", "auxpass") is None
        shares = shares and child(verb, "nsubj", "nsubjpass") is None
        ensured = verb.dep_ == "ccomp" and verb.head.lemma_ in english().words["bringing_about"]
        if not shares and not (ensured and is_infinitive(verb.head)):
            break
        verb = verb.head
    return verb


def _is_imperative(verb: Token) -> bool:
    """ "Free them all", "Please let her go": an order that opens its sentence or a quotation."""
    bare = verb.tag_ == "VB" and not auxiliaries(verb) and child(verb, "nsubj") is None
    after_colon = verb.i > sentence_of(verb).start and neighbour(verb, -1).text == ":"
    if not bare or not (after_colon or verb.dep_ in ("ROOT", "ccomp")):
        return False
    before = [t for t in verb.doc[sentence_of(verb).start : verb.i] if not t.is_space]
    while before and before[-1].lower_ in _COURTESIES:
        before = before[:-1]
    return not before or before[-1].is_quote or before[-1].text == ":"


def _is_due(verb: Token) -> bool:
    """ "it is time to free her", "high time that she was freed", "the remedy is to release her"."""
    above = verb.head
    if verb.dep_ in ("acl", "relcl", "ccomp", "advcl") and above.lemma_ == "time":
        return above.head.lemma_ == "be" and not is_negated(above.head)
    if verb.dep_ not in ("xcomp", "ccomp", "advcl") or above.lemma_ != "be":
        return False
    told = [*children(above, "attr", "nsubj")]
    return any(t.lemma_ in _DUE for t in told) and not is_negated(above)
