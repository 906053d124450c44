"""Who criticises or welcomes what: "condemned the arrest of", "hailed the amnesty"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import (
    agent,
    children,
    is_verb,
    prepositional_objects,
    undergoers,
)
from habeas.claims.states import state_of
from habeas.model.claims import Act

_AT = ("at", "over", "about", "for", "by")


def find_opinion(token: Token) -> Frame | None:
    """The frame of a verb by which somebody blames or praises what is done to prisoners.

    None where the verb is about something else ("praised the cook"): what it
    speaks of must be an act, a measure or a word of `contested`.
    """
    if not is_verb(token):
        return None
    lemma = token.lemma_.lower()
    for act in (Act.CRITICISE, Act.WELCOME):
        words = english().acts[act]
        voiced = [t for t in children(token, "dobj") if (lemma, t.lemma_.lower()) in words.phrases]
        if lemma not in words.verbs and not voiced:
            continue
        things = undergoers(token) if not voiced else []
        reasons = [t for a in (token, *things, *voiced) for t in prepositional_objects(a, *_AT)]
        thing = next((t for t in (*things, *reasons) if _is_contested(t)), None)
        who = agent(token)
        if thing is None or who is None:
            return None
        blamed = next((t for t in things if _is_state(t)), None)
        return Frame(
            act=act,
            trigger=token,
            clause=token,
            form=Form.CLAUSE,
            agent=who,
            thing=blamed or thing,
        )
    return None


@cache
def opinion_verbs() -> frozenset[str]:
    """Lemmas of every verb at which `find_opinion` can find anything."""
    both = (english().acts[Act.CRITICISE], english().acts[Act.WELCOME])
    return frozenset().union(*(w.verbs | {verb for verb, _ in w.phrases} for w in both))


def _is_contested(thing: Token) -> bool:
    return thing.lemma_.lower() in english().words["contested"]


def _is_state(thing: Token) -> bool:
    return thing.pos_ == "PROPN" and state_of(" ".join(t.text for t in thing.subtree)) is not None
