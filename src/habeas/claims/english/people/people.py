"""Who: the people a phrase names or describes, with their roles."""

from __future__ import annotations

from typing import cast

from spacy.tokens import Doc, Token

from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import children, prepositional_objects
from habeas.claims.english.parse.trees import neighbour, once, sentence_of
from habeas.claims.english.people.roles import (
    is_role,
    role_before,
    role_text,
    roles_after,
    state_in,
)
from habeas.claims.states import state_code
from habeas.model.claims import Mention

_PRONOUNS = word_list("people", "people.pronouns")
_COUNTING = word_list("people", "people.counting")
PAIRS = frozenset({"couple", "pair", "duo", "trio"})
"""People told together by how many they are: "the couple were freed"."""
_SUFFIXES = tuple(
    "ist ian eer woman man ee worker keeper teacher student seller trader singer dweller goer "
    "fighter owner soldier farmer".split()
)
_NOBODY = word_list("people", "people.nobody")
_NOT_PEOPLE = frozenset({"DATE", "MONEY", "PERCENT", "TIME", "QUANTITY", "ORDINAL", "LAW", "EVENT"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_CLOSE = word_list("people", "people.close")
_MISTAKEN = frozenset({"", "ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART", "PERSON"})
_PERSONS = "habeas_words_of_persons"
_PARTICLES = word_list("people", "people.particles")
OFFICES = word_list("people", "people.offices")
"""Lemmas of nouns for people told by an office."""


_BODIES = frozenset({"junta", "leadership", "opposition", "mission", "family"})
"""Words for bodies that meet somebody as people do."""
INSTITUTIONS = word_list("people", "people.institutions")


@once
def is_human(token: Token) -> bool:
    """True where a phrase with this head stands for people, named, counted or described."""
    if any(is_named(name) for name in children(token, "appos")):
        return True
    if _is_proper(token) and not token.like_num:
        return _is_human_name(token) or is_office(token)
    if token.like_num or token.pos_ == "NUM" or token.tag_ == "CD":
        some_of = any(is_human(t) for t in prepositional_objects(token, "of") if not t.like_num)
        return some_of or token.ent_type_ not in _NOT_PEOPLE or _is_last_of_them(token)
    lemma = token.lemma_.lower()
    if lemma in PAIRS:
        below = prepositional_objects(token, "of")
        alone = not below and [t.lower_ for t in token.lefts] == ["the"]
        return alone or any(is_human(t) for t in below)
    if lemma in _COUNTING:
        below = prepositional_objects(token, "of")
        return any(is_human(t) for t in below) or (
            not below and (token.pos_ != "NOUN" or lemma not in ("total", "number", "most"))
        )
    if token.pos_ in ("PRON", "DET", "ADJ") or token.lower_ == "none":
        return token.lower_ in _PRONOUNS or lemma in english().people
    if token.pos_ != "NOUN":
        return False
    if lemma in english().people or lemma in OFFICES:
        return True
    return lemma.endswith(_SUFFIXES) and lemma not in _NOBODY


def is_participant(token: Token) -> bool:
    """True where a phrase with this head can be one side of a meeting."""
    if token.lemma_.lower() in _BODIES and token.pos_ == "NOUN":
        return True
    nobody = token.lower_ in ("those", "all", "i", "me")
    return is_human(token) and token.pos_ != "NUM" and not nobody


def _is_last_of_them(number: Token) -> bool:
    """ "the last 12 were freed", which the recogniser takes for a time."""
    beside = number.doc[max(number.i - 1, 0)]
    alone = number.i + 1 < len(number.doc) and neighbour(number, 1).ent_iob_ != "I"
    return beside.lower_ in ("last", "first", "next", "remaining") and alone


def is_captive_or_named(token: Token) -> bool:
    """True for "the detainees" and for a person named: those whom visits to prisons are paid."""
    return token.lemma_.lower() in english().words["captives"] or is_named(named_head(token))


def is_office(token: Token) -> bool:
    """True for somebody told by an office: "the ambassador of Qatar"."""
    return token.lemma_.lower() in OFFICES


def is_close(token: Token) -> bool:
    """True for somebody told by whose they are: "relatives of", "her lawyer"."""
    return token.lemma_.lower() in _CLOSE


@once
def is_named(token: Token) -> bool:
    """True where the phrase gives a proper name of one person."""
    return _is_proper(token) and _is_human_name(token) and token.ent_type_ != "NORP"


def could_be_name(token: Token) -> bool:
    """True for a proper name that, standing among names of persons, is one more of them.

    A recogniser trained on news takes many names for firms or places; a list
    of persons says better what they are.
    """
    if token.pos_ != "PROPN" or not token.text[:1].isupper() or _has_determiner(token):
        return False
    if token.lower_ in INSTITUTIONS or _is_short_form(token):
        return False
    return token.ent_type_ in _MISTAKEN and state_code(token.text) is None


def _is_short_form(token: Token) -> bool:
    """ "(NLD)": the letters of a body in brackets."""
    bracketed = neighbour(token, -1).text in ("(", "[")
    return bracketed and token.is_upper and len(token) > 1


def _is_proper(token: Token) -> bool:
    """True for a proper noun, and for the last word of a name that the tagger took for another."""
    if token.is_lower and token.ent_iob_ != "I":
        return False
    if token.pos_ == "PROPN":
        return True
    ends = token.i + 1 == len(token.doc) or neighbour(token, 1).ent_iob_ != "I"
    return token.ent_type_ == "PERSON" and ends and token.ent_iob_ == "I" and token.is_title


def _is_human_name(token: Token) -> bool:
    if token.like_num or (state_code(token.text) is not None and token.ent_type_ != "NORP"):
        return False
    if token.ent_type_ == "PERSON":
        return True
    if token.lower_ in INSTITUTIONS:
        return False
    if token.ent_type_ == "NORP":
        return token.tag_ == "NNPS" or any(t.dep_ == "nummod" for t in token.children)
    if state_code(token.text) is not None or token.ent_type_ in _NOT_PEOPLE:
        return False
    if token.ent_type_ in _PLACES:
        return len(name_tokens(token)) > 1 or token.text in _words_of_persons(token.doc)
    named = [t for t in children(token, "compound") if t.i == token.i - 1]
    return not _has_determiner(token) or any(t.ent_type_ == "PERSON" for t in named)


def _words_of_persons(doc: Doc) -> frozenset[str]:
    """Words that stand in the name of a person anywhere in the text; kept with its parse."""
    words = doc.user_data.get(_PERSONS)
    if words is None:
        words = frozenset(t.text for t in doc if t.ent_type_ == "PERSON")
        doc.user_data[_PERSONS] = words
    return cast("frozenset[str]", words)


def _has_determiner(token: Token) -> bool:
    return any(t.dep_ == "det" for t in token.children)


def named_head(head: Token) -> Token:
    """The proper name of a phrase that is described first or after.

    "the envoy, Ana Sol," and "Ana Sol, an envoy, who …" both give "Sol"; a
    phrase without a name gives its own head.
    """
    office = is_office(head) or head.lower_ in english().people
    if is_named(head) and not office:
        return head
    beside = [name for name in children(head, "appos") if is_named(name)]
    if beside:
        return min(beside, key=lambda name: abs(name.left_edge.i - head.i))
    if is_named(head):
        return head
    if head.dep_ == "appos" and is_named(head.head):
        return head.head
    # "the wife of Pavel Zorin, Ana Sol," hangs the second name under the first.
    within = [n for t in prepositional_objects(head, "of") for n in children(t, "appos")]
    if head.tag_ == "NN" and (named := [n for n in within if n.ent_type_ == "PERSON"]):
        return named[0]
    return head


def name_tokens(head: Token) -> list[Token]:
    """The tokens of the proper name that ends at `head`, titles left out."""
    tokens = [t for t in head.subtree if _is_part_of_name(t, head)]
    run: list[Token] = []
    for token in reversed(tokens):
        if run and run[-1].i - token.i > 1 and not _joined(token, run[-1]):
            break
        run.append(token)
    run.reverse()
    if head.ent_type_ == "PERSON":
        foreign = [n for n, t in enumerate(run[:-1]) if not _is_of_person(t)]
        run = run[foreign[-1] + 1 :] if foreign else run
    while (further := _before_name(run[0])) is not None:
        run = [further, *run]
    while len(run) > 1 and _is_title(run[0].lower_.rstrip(".")):
        run = run[1:]
    opens = run[0].i == sentence_of(head).start or neighbour(run[0], -1).is_space
    if opens and len(run) > 2 and _is_trade(run[0]):
        run = run[1:]  # "Schoolteacher Ana Sol", its capital that of the sentence
    return run


def _is_title(word: str) -> bool:
    """True for "mr", and for "mps" before several names."""
    return word in english().titles or word.removesuffix("s") in english().titles


def _is_trade(token: Token) -> bool:
    """ "Schoolteacher", by a word for people or the end of one ("schoolteacher": "teacher")."""
    word = token.lower_
    people = english().people
    return word in people or any(word.endswith(w) for w in people if len(w) > 5)


def _is_of_person(token: Token) -> bool:
    """False for what the recogniser leaves before a name and is no part of it: "MP Ana Sol"."""
    if token.ent_type_ == "PERSON" or _is_initial(token):
        return True
    word = token.lower_
    known = word in english().titles or word in english().people or word in OFFICES
    described = token.ent_type_ != "" or token.lemma_.lower() in english().people
    return not (known or described or token.is_upper or word.endswith(_SUFFIXES))


def _before_name(first: Token) -> Token | None:
    """What stands before a name and is still part of it: an initial, or "Salma bint"."""
    if first.i == 0:
        return None
    before = neighbour(first, -1)
    if _is_initial(before):
        return before
    linked = before.lower_ in _PARTICLES and before.is_lower and before.i > 0
    return (
        before
        if linked and neighbour(before, -1).pos_ == "PROPN"
        else (before if first.lower_ in _PARTICLES and before.pos_ == "PROPN" else None)
    )


def _is_initial(token: Token) -> bool:
    return len(token.text) == 2 and token.text[0].isupper() and token.text[1] == "."


def _is_part_of_name(token: Token, head: Token) -> bool:
    if token.i > head.i:
        return False
    return token.i == head.i or (
        token.pos_ == "PROPN" and token.dep_ in ("compound", "nmod", "flat", "poss", "det", "amod")
    )


def _joined(left: Token, right: Token) -> bool:
    """A hyphen between two words of a name, or the quotation mark of a nickname."""
    mark = neighbour(left, 1)
    hyphen = mark.text in ("-", "‑", "–") and not left.whitespace_
    return right.i - left.i == 2 and (hyphen or mark.is_quote)


@once
def read_mention(head: Token) -> Mention:
    """The person a phrase names or describes, with roles and nationality.

    A name comes without its titles; a person who is only described ("a U.S.
    envoy") is named by the description.
    """
    name = named_head(head)
    if not is_named(name):
        return Mention(name=describe(head), named=False)
    return named_mention(name, described=head)


def named_mention(head: Token, *, described: Token) -> Mention:
    """The person whose proper name ends at `head`, with roles and nationality.

    Args:
        head: Last word of the name.
        described: Head of the phrase that describes them; the name where none does.
    """
    tokens = name_tokens(head)
    name = head.doc[tokens[0].i : tokens[-1].i + 1].text
    found = [*role_before(head, tokens[0]), *roles_after(head)]
    office = described if head is not described else head.head
    if head.dep_ == "appos" and _is_role_of(office, tokens[0]):
        found.append(role_text(office, before=tokens[0]))
    roles = tuple(role for role in dict.fromkeys(found) if is_role(role))
    nationality = next((c for role in roles if (c := state_in(role)) is not None), None)
    return Mention(name=name, roles=roles, nationality=nationality)


def _is_role_of(office: Token, first: Token) -> bool:
    """True for one person's role with no other name between it and theirs."""
    if office.pos_ != "NOUN" or office.tag_ == "NNS" or not is_human(office):
        return False
    between = office.doc[office.i + 1 : first.i]
    return not any(t.ent_type_ == "PERSON" for t in between) or office.head != first.head


def describe(head: Token) -> str:
    """The phrase up to its head, without articles: "a U.S. envoy" → "U.S. envoy"."""
    tokens = [t for t in head.subtree if head.left_edge.i <= t.i <= head.i]
    while tokens and (tokens[0].dep_ in ("det", "poss") or tokens[0].is_punct):
        if tokens[0].tag_ == "NNS":
            break  # "prisoners' families"
        tokens = tokens[1:]
    office = next((t for t in head.rights if t.lower_ == "of" and t.i == head.i + 1), None)
    of_somebody = office is not None and (is_office(head) or is_close(head))
    last = office.right_edge if office is not None and of_somebody else head
    return head.doc[tokens[0].i : last.i + 1].text if tokens else head.text
