"""Whom "he" and "she" can mean beside the people of claims: who was named last as a topic.

A report often names somebody in a sentence that claims nothing ("Nobody sings for the editor Ana
Sol. She has been in prison since May."). Such a person is a topic, unless they speak, judge or
act for others in that sentence. What the words before a name say of its gender ("Mr", "his
wife") keeps a pronoun from meaning the wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.strings import get_string_id
from spacy.tokens import Span, Token

from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import child, is_verb
from habeas.claims.english.parse.trees import neighbour, sentence_of, words_of
from habeas.claims.english.people.people import is_named, read_mention
from habeas.model.claims import Mention, Speaker

_PERSON = get_string_id("PERSON")
_FEMALE = word_list("people", "topics.female")
_MALE = word_list("people", "topics.male")
_SHE = frozenset({"she", "her"})
_HE = frozenset({"he", "him", "his"})
_ACTING_FOR = word_list("people", "topics.acting_for")
_SOUGHT = frozenset({"year", "month", "sentence", "term", "charge", "verdict", "case"})
"""What is asked for, brought or passed on the accused."""
_NEAR = 2
"""Sentences that a topic stays one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Somebody whom a sentence names.

    Attributes:
        mention: The person.
        start: Where the sentence begins in the report.
        number: The number of the sentence in the report.
        gender: "f" or "m" where the words beside the name say it, else None.
        leads: False for those who speak, judge or act for others there.
    """

    mention: Mention
    start: int
    number: int
    gender: str | None = None
    leads: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The people a report has named up to a sentence.

    Attributes:
        topics: They, in text order.
        number: The number of the sentence.
        floor: Who holds the floor there, or None.
    """

    topics: Sequence[Topic] = ()
    number: int = 0
    floor: Speaker | None = None


def find_topics(sentence: Span, *, start: int, number: int) -> Iterator[Topic]:
    """The people a sentence names, the one a pronoun most likely means last.

    Args:
        sentence: The sentence.
        start: Its first character in the report.
        number: How many sentences the report has before it.
    """
    named = [t for t in words_of(sentence) if _is_name(t)]
    for token in sorted(named, key=lambda t: (_weight(t), -t.i)):
        mention = replace(read_mention(token), roles=())
        yield Topic(
            mention=mention,
            start=start,
            number=number,
            gender=_gender(token),
            leads=_leads(token),
        )


def topic_for(pronoun: Token, topics: Sequence[Topic], now: int) -> Topic | None:
    """The latest topic that a pronoun can mean, of the sentences just before; else None.

    Args:
        pronoun: "he", "she" or a form of them.
        topics: Those of the report so far, as `find_topics` yields them.
        now: The number of the pronoun's sentence.
    """
    for topic in reversed(topics):
        if now - topic.number > _NEAR:
            return None
        if topic.leads and topic.number < now and fits(pronoun, topic.mention.name, topics):
            return topic
    return None


def fits(pronoun: Token, name: str, topics: Sequence[Topic]) -> bool:
    """False where the text has said that somebody is of the other gender."""
    wanted = "f" if pronoun.lower_ in _SHE else "m" if pronoun.lower_ in _HE else ""
    last = name.rsplit(maxsplit=1)[-1]
    said = (t.gender for t in topics if t.gender and _is_called(t, last))
    known = next(said, None)
    return not wanted or known is None or known == wanted


def _is_called(topic: Topic, last: str) -> bool:
    name = topic.mention.name
    return name.endswith(last) and name.split()[-1] == last


def fits_description(pronoun: Token, group: str) -> bool:
    """False for "she" of "her brother", and for "he" of "a nun"."""
    words = set(group.lower().split())
    other = _MALE if pronoun.lower_ in _SHE else _FEMALE if pronoun.lower_ in _HE else frozenset()
    return not words & other


def told_by_pronoun(pronoun: Token, mention: Mention, *, start: int, number: int) -> Topic:
    """What a pronoun has told of the gender of whom it meant; no topic by itself.

    Args:
        pronoun: The word that stood for the person.
        mention: The person.
        start: Where its sentence begins in the report.
        number: The number of the sentence.
    """
    gender = "f" if pronoun.lower_ in _SHE else "m" if pronoun.lower_ in _HE else None
    return Topic(mention=mention, start=start, number=number, gender=gender, leads=False)


def _is_name(token: Token) -> bool:
    return token.ent_type == _PERSON and token.dep_ != "compound" and is_named(token)


def _leads(token: Token) -> bool:
    head = token.head
    after = neighbour(token, 1).text if token.i + 1 < sentence_of(token).end else ""
    if (
        after == ","
        and token.left_edge.i == sentence_of(token).start
        and sentence_of(token)[-1].text == "?"
    ):
        return False  # "Mr Sol, where is your son?"
    if token.dep_ in ("nsubj", "nsubjpass") and head.lemma_ in english().speech:
        quoted = any(t.is_quote for t in words_of(sentence_of(token)))
        if quoted or child(head, "ccomp", "parataxis") is not None or head.dep_ == "parataxis":
            return False
    if token.dep_ == "pobj" and head.lower_ in ("by", "to") and head.dep_ in ("agent", "dative"):
        return False
    if is_whereto(token):
        return False
    if _is_done_to(token):
        return True
    if any(t.lower_ in ("former", "ex") for t in token.subtree):
        return True
    around = {t.lemma_.lower() for t in token.lefts if t.pos_ in ("NOUN", "PROPN")}
    around |= {t.lemma_.lower() for t in token.children if t.dep_ == "appos"}
    around |= {head.lemma_.lower()} if token.dep_ == "appos" else set()
    return not around & _ACTING_FOR


def is_whereto(name: Token) -> bool:
    """ "news from Oran": one word after "from" that the recogniser took for a person."""
    alone = name.left_edge == name
    return alone and name.dep_ == "pobj" and name.head.lower_ in ("from", "in", "at", "near")


def _is_done_to(name: Token) -> bool:
    """ "asked for 18 months for the lawyer Ana Sol": nobody's lawyer, and the one in court."""
    if any(t.dep_ == "poss" for t in (*name.lefts, *name.head.lefts)):
        return False
    top = name.head if name.dep_ == "appos" else name
    against = top.dep_ == "pobj" and top.head.lower_ in ("for", "against", "on")
    return against and any(t.lemma_ in _SOUGHT for t in words_of(sentence_of(name)))


def _weight(token: Token) -> int:
    """Subjects are meant before objects, and those before whoever else is named."""
    order = {"nsubj": 3, "nsubjpass": 3, "dobj": 2, "poss": 2, "ROOT": 2, "appos": 1}
    return order.get(token.dep_, 1)


def _gender(name: Token) -> str | None:
    first = name.left_edge
    words = [
        t for t in name.doc[max(first.i - 1, sentence_of(name).start) : name.i] if t.i < name.i
    ]
    words += [t for t in name.children if t.dep_ == "appos" and child(t, "poss") is not None]
    words += [name.head] if name.dep_ == "appos" and not is_verb(name.head) else []
    for word in words:
        said = word.lower_.rstrip(".")
        if said in _FEMALE:
            return "f"
        if said in _MALE:
            return "m"
    return None
