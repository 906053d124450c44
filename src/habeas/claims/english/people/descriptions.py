"""What a sentence says an organisation is: "the Cell Door Project, a rights group, …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.strings import get_string_id
from spacy.tokens import Span, Token

from habeas.claims.english.parse.grammar import child, is_verb
from habeas.claims.english.parse.trees import words_of
from habeas.claims.speaker_kinds import speaker_kind
from habeas.model.claims import Speaker, SpeakerKind

_DESCRIBING = frozenset({"appos", "relcl", "compound"})
_BRACKET = get_string_id("(")


def find_described(sentence: Span) -> list[Speaker]:
    """Those a sentence describes, with the kind that the description says, in text order.

    The noun of a description stands beside the name: "the group" later in the
    text is of the same kind. A clause ("which tracks arrests") tells only of
    rights groups, as the words of such clauses are theirs alone.
    """
    found: list[Speaker] = []
    shortened: list[Speaker] = []
    for token in words_of(sentence):
        label = token.dep_
        if label in _DESCRIBING:
            found += _described(token)
        elif token.orth == _BRACKET:
            shortened += _shortened(token)
    return found + shortened


def _shortened(bracket: Token) -> Iterator[Speaker]:
    """ "the Association for Sailors (AFS)": "AFS" is later of the same kind."""
    doc, at = bracket.doc, bracket.i
    if at == 0 or at + 2 >= len(doc) or doc[at + 2].text != ")" or not doc[at + 1].is_upper:
        return
    head = doc[at - 1]
    while head.dep_ in ("compound", "pobj", "prep", "dobj", "relcl", "acl", "nmod", "conj"):
        if head.head.pos_ not in ("PROPN", "ADP", "NOUN") and head.text.islower():
            break
        if is_verb(head.head) and not head.head.text[:1].isupper():
            break
        head = head.head
    kind = speaker_kind(doc[head.left_edge.i : at].text)
    if kind is not SpeakerKind.UNKNOWN:
        yield Speaker(name=doc[at + 1].text, kind=kind, cue="")


def _described(token: Token) -> Iterator[Speaker]:
    if token.dep_ == "appos":
        kind = speaker_kind(_words(token))
        if kind is not SpeakerKind.UNKNOWN and token.head.pos_ == "PROPN" and not token.ent_type_:
            yield Speaker(name=token.head.text, kind=kind, cue="")
            yield Speaker(name=token.lemma_, kind=kind, cue="")
        elif token.pos_ == "PROPN":
            yield from _before_a_name(token, token.head)
    elif token.dep_ == "relcl" and token.head.pos_ == "PROPN":
        kind = speaker_kind(_words(token))
        if kind is SpeakerKind.RIGHTS_GROUP and child(token, "nsubj") is not None:
            yield Speaker(name=token.head.text, kind=kind, cue="")
            yield Speaker(name="group", kind=kind, cue="")
    elif token.dep_ == "compound" and token.pos_ == "NOUN" and token.head.pos_ == "PROPN":
        yield from _before_a_name(token.head, token)


def _before_a_name(name: Token, description: Token) -> Iterator[Speaker]:
    """ "the newspaper Mirror of the Delta", "the judiciary's spokesman, Ana Sol"."""
    first, last = min(name.i, description.i), max(name.i, description.i)
    start = min(name.left_edge.i, description.left_edge.i, first)
    words = name.doc[start : last + 1].text if description.i < name.i else _words(description)
    kind = speaker_kind(words)
    if kind is not SpeakerKind.UNKNOWN and description.i < name.i:
        yield Speaker(name=name.text, kind=kind, cue="")
        yield Speaker(name=description.lemma_, kind=kind, cue="")


def _words(head: Token) -> str:
    return head.doc[head.left_edge.i : head.right_edge.i + 1].text
