"""What is a sanction: by its name, by what it restricts, by what was told before."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import child, children, prepositional_objects
from habeas.claims.english.parse.trees import neighbour, sentence_of
from habeas.claims.english.people.people import is_human

_NEAR = 60
"""Words before a pronoun among which the sanctions it stands for are looked for."""
_PARTS = word_list("acts", "measures.parts")
_CAPTIVE = word_list("acts", "measures.captive")
_BARE = word_list("acts", "measures.bare")
_PRONOUNS = word_list("acts", "measures.pronouns")


def is_sanction(token: Token) -> bool:
    """True for sanctions, and for restrictions that are said to be on trade and the like."""
    lemma = token.lemma_.lower()
    if lemma in english().words["sanctions"]:
        return True
    if lemma in _PARTS:
        return any(is_sanction(t) for t in prepositional_objects(token, "of"))
    if lemma in english().words["restricted"] and token.i + 1 < sentence_of(token).end:
        # The parser often takes "bans" of "the visa bans" for a verb.
        after = neighbour(token, 1)
        return after.tag_ == "VBZ" and after.lemma_.lower() in english().words["restrictions"]
    if lemma not in english().words["restrictions"]:
        return False
    if any(t.lower_ in ("her", "his") for t in token.children):
        return False  # "her travel ban": what a court at home forbids her
    if lemma in english().words["on_goods"] and _is_on_foreign_goods(token):
        return True
    described = {t.lemma_.lower() for t in token.subtree}
    # "lift the ban on flights": the parser often hangs "on" under the verb.
    end = token.right_edge.i + 1
    if end < sentence_of(token).end and token.doc[end].lower_ in ("on", "against"):
        described |= {t.lemma_.lower() for t in token.doc[end].subtree}
    return bool(described & english().words["restricted"])


def _is_on_foreign_goods(token: Token) -> bool:
    """ "the tariff on Lao electricity", "the boycott of Arden's flour"."""
    things = prepositional_objects(token, "on", "of", "against")
    return any(
        below.ent_type_ in ("NORP", "GPE") and below.dep_ in ("amod", "compound", "poss")
        for thing in things
        if not is_human(thing)
        for below in thing.children
    )


def is_sanctions_list(token: Token) -> bool:
    """True for a list of those sanctioned, of those denied entry or of sponsors of terror."""
    lemma = token.lemma_.lower()
    if lemma == "blacklist":
        return True
    if lemma not in ("list", "listing", "register"):
        return False
    about = {t.lemma_.lower() for t in token.subtree}
    bare = all(t.dep_ == "det" or t.tag_ == "PRP$" for t in token.children)
    listed = about & (english().words["sanctions"] | english().words["listed"])
    return bool(listed) or (bare and tells_of_sanctions(token.doc))


def is_bare_measure(token: Token) -> bool:
    """ "no measure will be lifted": of which only the text around says what it is."""
    if token.lemma_.lower() not in english().words["restrictions"]:
        return False
    alone = all(t.lower_ in _BARE or t.dep_ in ("prep", "relcl", "acl") for t in token.children)
    on = any(t.lower_ in ("on", "against") for t in children(token, "prep"))
    return alone and not on and tells_of_sanctions(token.doc)


def stands_for_sanctions(token: Token) -> bool:
    """True for "they will be lifted" and "nothing has been lifted" after sanctions were told."""
    some = token.lower_ in _PRONOUNS and child(token, "prep") is None
    if not some and not (token.lower_ in ("one", "ones") and child(token, "det") is not None):
        return False
    before = token.doc[max(0, token.i - _NEAR) : token.i]
    return any(t.pos_ in ("NOUN", "PROPN") and is_sanction(t) for t in reversed(before))


def tells_of_sanctions(doc: Doc) -> bool:
    """True where a text names sanctions anywhere; asked of it once."""
    kept: bool | None = doc.user_data.get("habeas sanctions")
    if kept is None:
        names = english().words["sanctions"] | english().words["delisting"]
        kept = any(t.lemma_.lower() in names for t in doc)
        kept = kept or any(t.pos_ == "NOUN" and is_sanction(t) for t in doc)
        doc.user_data["habeas sanctions"] = kept
    return kept


def tells_of_detention(doc: Doc) -> bool:
    """True where a text tells of prisons, captives or arrests anywhere; asked of it once."""
    kept: bool | None = doc.user_data.get("habeas detention")
    if kept is None:
        words = english().words
        names = words["detention"] | words["captives"] | _CAPTIVE
        kept = any(t.lemma_.lower() in names for t in doc)
        doc.user_data["habeas detention"] = kept
    return kept
