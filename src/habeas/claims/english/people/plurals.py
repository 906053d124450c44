"""Whom "they", "them" and "their" stand for: people claimed before, or only spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.details import people_words, phrase_words
from habeas.claims.english.drafting import Draft
from habeas.claims.english.figures.quantities import read_quantity
from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import child, coordinated
from habeas.claims.english.parse.trees import sentence_of
from habeas.claims.english.people.name_lists import names_listed_with
from habeas.claims.english.people.people import (
    PAIRS,
    is_close,
    is_human,
    is_named,
    named_head,
    named_mention,
    read_mention,
)
from habeas.model.claims import FREEING, Act, Claim, Mention, Stance

_THEY = frozenset({"they", "them", "their"})
_ON_PEOPLE = frozenset(
    {
        Act.RELEASE,
        Act.CONDITIONAL_RELEASE,
        Act.PARDON,
        Act.EXCHANGE,
        Act.EXILE,
        Act.HOLD,
        Act.ARREST,
        Act.REARREST,
        Act.SENTENCE,
        Act.CHARGE,
        Act.TRANSFER,
        Act.DISAPPEAR,
        Act.DEMAND_RELEASE,
    }
)
_MANY = ("s", "people", "men", "women", "children")
_WHEN = frozenset({"when", "since", "after", "before", "as", "while", "until"})


def with_antecedents(draft: Draft, before: Sequence[Claim]) -> list[Draft]:
    """The drafts that one whose people are only "they" stands for, in text order.

    One for each person named where those meant are named, else one for their
    group; never a count, which is told where it stands. Any other draft, and
    one of whom nothing is known, comes back alone.

    Args:
        draft: The draft.
        before: Finished claims of the report, in text order.
    """
    person, claim = draft.person, draft.claim
    if person is None or not _stands_for_several(person) or claim.names:
        return [draft]
    if claim.count is not None and person.lower_ not in PAIRS:
        return [draft]
    begins = _sentence_before(draft)
    near = [c for c in before if c.passage.start >= begins]
    here = sentence_of(person)
    told = _spoken_of(person, here.start) or _told_in(near, claim)
    if told is None and here.start > 0:
        told = _spoken_of(person, here.doc[here.start - 1].sent.start)
    told = told or []
    if _only_sets_the_scene(draft) or claim.count is not None:
        told = [one for one in told if isinstance(one, Mention)]
    if not told:
        return [draft]
    return [
        replace(
            draft,
            claim=replace(claim, names=(one,), group=None, count=None)
            if isinstance(one, Mention)
            else replace(claim, group=one),
        )
        for one in told
    ]


def _stands_for_several(person: Token) -> bool:
    """ "they", "the couple", "the pair": people told by name before."""
    if person.lower_ in _THEY:
        return True
    bare = [t.lower_ for t in person.children] == ["the"]
    return bare and person.lower_ in PAIRS | {"brothers", "sisters", "spouses"}


def _sentence_before(draft: Draft) -> int:
    """An offset in the report no later than where the sentence before begins."""
    assert draft.person is not None
    sentence = draft.person.sent
    start = draft.claim.passage.start - max(sentence.text.find(draft.claim.passage.exact), 0)
    if sentence.start == 0:
        return start
    return start - len(sentence.doc[sentence.start - 1].sent.text) - 1


def _told_in(before: Sequence[Claim], claim: Claim) -> list[Mention | str] | None:
    """The people of the last words that claim something of several; None where none do.

    Empty where those words tell the same of the same people.
    """
    about = [c for c in before if c.act in _ON_PEOPLE and (c.names or c.group)]
    for last in reversed(about):
        alike = [c for c in about if c.act is last.act]
        names = list({n.name: n for c in alike for n in c.names if n.named}.values())
        groups = [c for c in alike if c.passage == last.passage and not c.names and _is_many(c)]
        if len(names) + len(groups) > 1 or groups:
            repeats = _tells_again(last, claim)
            several: list[Mention | str] = [
                Mention(name=n.name, nationality=n.nationality) for n in names
            ]
            told = [] if repeats or len(names) > 1 else [c.group for c in groups[:1] if c.group]
            return several + told
    return None


def _tells_again(last: Claim, claim: Claim) -> bool:
    """ "40 men were freed. They walked out at noon": the same act once more."""
    if last.act in FREEING and claim.act in FREEING:
        return claim.stance is not Stance.DENIED
    return last.act is claim.act and last.stance is claim.stance


def _only_sets_the_scene(draft: Draft) -> bool:
    """ "… when they were taken", "they went home": no news of people whom nobody has named."""
    clause = draft.frame.clause
    opening = {t.lower_ for t in clause.children if t.dep_ in ("mark", "advmod") and t.i < clause.i}
    return draft.frame.presumes or (clause.dep_ == "advcl" and bool(opening & _WHEN))


def _is_many(claim: Claim) -> bool:
    if claim.count is not None:
        return claim.count.low is None or claim.count.low > 1
    words = (claim.group or "").split()
    return any(word.lower().endswith(_MANY) for word in words[:3])


def _spoken_of(pronoun: Token, start: int) -> list[Mention | str] | None:
    """The last several people between a token and the pronoun of whom something is said."""
    for token in reversed(pronoun.doc[start : pronoun.i]):
        if token.dep_ == "attr" and (listed := _listed_as_charged(token)):
            return listed
        if token.dep_ not in ("nsubj", "nsubjpass"):
            continue
        names = [read_mention(t) for t in coordinated(token) if is_named(named_head(t))]
        if len(names) > 1:
            return list(names)
        if _could_be_held(token) and token.tag_ in ("NNS", "NNPS") and not names:
            told = read_quantity(token)
            words = people_words(token, after=told.end) if told else phrase_words(token)
            return [words] if words else None
    return None


def _listed_as_charged(last: Token) -> list[Mention | str]:
    """ "Those charged with him are Ana Sol and Pavel Zorin": the people that a clause lists."""
    verb = last.head
    group = child(verb, "nsubj")
    if verb.lemma_ not in ("be", "include") or group is None or not is_human(group):
        return []
    if not any(t.dep_ in ("acl", "relcl") for t in group.children):
        return []
    name = named_head(last)
    if not is_named(name):
        return []
    frame = Frame(act=Act.HOLD, trigger=verb, clause=verb, form=Form.CLAUSE)
    names = [named_mention(t, described=t) for t in names_listed_with(name, frame)]
    return list(names) if len(names) > 1 else []


def _could_be_held(token: Token) -> bool:
    """False for those who arrest, who speak, and who are told by whose they are."""
    if not is_human(token) or token.head.lemma_ in english().speech:
        return False
    if token.lemma_.lower() in english().words["arresting"] or is_close(token):
        return False
    return child(token, "neg") is None and token.pos_ in ("NOUN", "PROPN")
