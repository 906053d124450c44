"""What is a sanction: by its name, by what it restricts, by what was told before."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from habeas.claims.english.grammar import child, children, prepositional_objects
from habeas.claims.english.lexicon import english

_NEAR = 60
"""Words before a pronoun among which the sanctions it stands for are looked for."""
_PARTS = frozenset("most rest some part last half all bulk remainder many".split())
_BARE = frozenset("no any all such the these those some other further remaining last every".split())
_PRONOUNS = frozenset("it they them none nothing some most all neither both these those".split())


def is_sanction(token: Token) -> bool:
    """True for sanctions, and for restrictions that are said to be on trade and the like."""
    lemma = token.lemma_.lower()
    if lemma in english().words["sanctions"]:
        return True
    if lemma in _PARTS:
        return any(is_sanction(t) for t in prepositional_objects(token, "of"))
    if lemma in english().words["restricted"] and token.i + 1 < token.sent.end:
        # The parser often takes "bans" of "the visa bans" for a verb.
        after = token.nbor(1)
        return after.tag_ == "VBZ" and after.lemma_.lower() in english().words["restrictions"]
    if lemma not in english().words["restrictions"]:
        return False
    described = {t.lemma_.lower() for t in token.subtree}
    # "lift the ban on flights": the parser often hangs "on" under the verb.
    end = token.right_edge.i + 1
    if end < token.sent.end and token.doc[end].lower_ in ("on", "against"):
        described |= {t.lemma_.lower() for t in token.doc[end].subtree}
    return bool(described & english().words["restricted"])


def is_sanctions_list(token: Token) -> bool:
    """True for a list of those sanctioned, of those denied entry or of sponsors of terror."""
    lemma = token.lemma_.lower()
    if lemma == "blacklist":
        return True
    if lemma not in ("list", "listing", "register"):
        return False
    about = {t.lemma_.lower() for t in token.subtree}
    bare = all(t.dep_ == "det" for t in token.children)
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
    if token.lower_ not in _PRONOUNS or child(token, "prep") is not None:
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
