"""Did it happen? Whether a text tells what a predicate says as fact, by grammar alone."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import auxiliaries, child, children, is_negated, is_verb
from habeas.claims.english.parse.trees import sentence_of, words_of
from habeas.claims.english.promises.conditions import is_conditional
from habeas.claims.english.speech.cues import cues

_UNREAL = frozenset(
    "will shall wo 'll ’ll would 'd could may might can ca should must ought".split()
)
_WITHOUT = frozenset({"without", "instead", "before", "against", "than"})
_SHARED = frozenset({"conj", "xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp", "csubj"})
_PRESENT = frozenset({"VB", "VBP", "VBZ", "VBG", "VBN"})
_REASONS = frozenset({"as", "because", "since", "although", "though", "while", "whereas"})
_WHETHER = frozenset({"whether", "if"})
_PASSING_ON = word_list("promises", "factuality.passing_on")
_STRIVING = frozenset({"look", "strive", "aspire"})
"""Verbs before an infinitive that is not done yet: "looking to move"."""
_FAR_FROM = word_list("promises", "factuality.far_from")
"""Adjectives that leave open, or deny, what their infinitive says."""
_PERCEIVED = word_list("promises", "factuality.perceived")
_VENTURED = word_list("promises", "factuality.ventured")
"""Words whose "of", "to" or "about" brings in what is not done: "serious about moving"."""
_ENJOYED = word_list("promises", "factuality.enjoyed")
_INFINITIVE = frozenset({"to", "ta", "na"})
_CAUSING = word_list("promises", "factuality.causing")


def is_fact(predicate: Token) -> bool:
    """Say whether the text tells a predicate as something that happened or is so.

    False under negation, modals and the future, in questions of yes or no,
    orders, conditions and purposes, and as the wish, plan, demand or doubt of
    somebody. What a speaker merely says or thinks is told as fact, and so is
    what a question with "what", "who" or "why" takes for granted.
    """
    if _is_open_question(predicate) or _is_thing(predicate):
        return False
    verb = predicate
    for _ in words_of(sentence_of(predicate)):
        if _is_unreal(verb):
            return False
        if verb.dep_ not in _SHARED:
            return True
        settled = _settled(verb)
        if settled is not None:
            return settled
        verb = _verb_above(verb)
    return True


def _is_thing(predicate: Token) -> bool:
    """True for part of a name or of a compound ("the opening price"): it tells no happening."""
    return predicate.dep_ == "compound" or (predicate.dep_ == "pobj" and predicate.tag_[0] == "N")


def _settled(verb: Token) -> bool | None:
    """What the word above a clause makes of it; None where that stands or falls with the verb
    above."""
    above = verb.head
    if verb.dep_ == "pcomp":
        return False if above.lower_ in _WITHOUT or _is_ventured(above) else None
    if verb.dep_ == "csubj":
        return None
    if verb.dep_ == "conj":
        return True if child(verb, "nsubj", "nsubjpass") is not None else None
    if verb.dep_ in ("relcl", "acl"):
        return not _has_to(verb) or above.lemma_.lower() in _ENJOYED
    if verb.dep_ == "advcl":
        reason = any(t.dep_ == "mark" and t.lower_ in _REASONS for t in verb.children)
        return None if verb.tag_ in _PRESENT and not _has_past(verb) and not reason else True
    if verb.dep_ == "ccomp":
        return _is_told(verb, above)
    return _governed(verb, above)


def _is_told(verb: Token, above: Token) -> bool | None:
    """False for what is wished, doubted, asked, or not thought: "I don't think they know"."""
    lemma = above.lemma_.lower()
    if lemma in ("hope", "wish", "want", "doubt", "demand", "fear", "suggest", "let", "expect"):
        return False
    if lemma in ("think", "believe", "expect", "suppose") and is_negated(above):
        return False
    if lemma in _CAUSING and verb.tag_ == "VB":
        return None
    opens = verb.left_edge.lower_
    return opens not in _WHETHER and not _is_bare(verb)


def _governed(verb: Token, above: Token) -> bool | None:
    """What a verb or adjective makes of its infinitive or participle."""
    lemma = above.lemma_.lower()
    words = english().words
    if above.pos_ == "ADJ":
        return False if _has_to(verb) and _is_open(above, verb) else None
    if lemma in _PASSING_ON:
        return False if _would(above) else None
    if _has_to(verb) and (lemma in _STRIVING or any(t.lower_ == "ta" for t in verb.lefts)):
        return False  # also of "got ta go"
    wanted = lemma in cues().intending | cues().asking | words["demanding"] | words["refusing"]
    if wanted or lemma in english().governing or lemma in ("try", "need", "fail", "attempt", "be"):
        return False
    return False if lemma == "have" and _has_to(verb) and above.tag_ not in ("VBD", "VBN") else None


def _is_open(adjective: Token, verb: Token) -> bool:
    """ "unable to", "too good to", "eager to"; not "glad to hear", which was heard."""
    lemma = adjective.lemma_.lower()
    if any(t.lower_ == "too" for t in adjective.children) or lemma in _FAR_FROM:
        return True
    volition = lemma in cues().feeling or lemma in english().governing
    return volition and verb.lemma_ not in _PERCEIVED


def _is_ventured(preposition: Token) -> bool:
    """ "thinking of moving", "serious about it", "the likelihood of": not done so far."""
    above = preposition.head
    return bool({above.lemma_.lower(), above.lower_} & _VENTURED)


def _verb_above(verb: Token) -> Token:
    for above in verb.ancestors:
        if is_verb(above) or above.dep_ == "ROOT":
            return above
    return sentence_of(verb).root


def _is_unreal(verb: Token) -> bool:
    if is_negated(verb) or is_conditional(verb) or _is_order(verb):
        return True
    modal = any(t.lower_ in _UNREAL for t in auxiliaries(verb))
    if modal and not (verb.lemma_ in ("like", "love", "say", "argue", "suggest") and _would(verb)):
        return True
    if verb.dep_ == "ROOT" and _has_to(verb):
        return True  # "How to apply"
    going = verb.lemma_ == "go" and verb.tag_ == "VBG" and child(verb, "xcomp") is not None
    return going and _has_to(child(verb, "xcomp"))


def _would(verb: Token) -> bool:
    """ "would like", "would argue": politeness, not doubt."""
    return any(t.lower_ in ("would", "'d", "’d") for t in auxiliaries(verb))


def _is_open_question(predicate: Token) -> bool:
    """True in a question that takes nothing for granted: without "what", "who", "why"."""
    sentence = sentence_of(predicate)
    if not sentence.text.rstrip().endswith("?"):
        return False
    if any(t.dep_ in ("relcl", "acl", "advcl", "ccomp") for t in (predicate, *predicate.ancestors)):
        return False
    return not any(t.tag_ in ("WP", "WRB", "WDT") for t in sentence)


def _is_order(verb: Token) -> bool:
    bare = _is_bare(verb) and not auxiliaries(verb) and child(verb, "nsubj") is None
    if verb.dep_ == "conj":
        return bare and verb.head.tag_ != "VB"
    return bare and verb.dep_ in ("ROOT", "ccomp", "parataxis", "advcl", "dep")


def _is_bare(verb: Token) -> bool:
    return verb.tag_ == "VB" and not any(t.lower_ != "to" for t in auxiliaries(verb))


def _has_to(verb: Token | None) -> bool:
    return verb is not None and any(t.lower_ in _INFINITIVE for t in children(verb, "aux"))


def _has_past(verb: Token) -> bool:
    return any(t.tag_ == "VBD" for t in auxiliaries(verb))
