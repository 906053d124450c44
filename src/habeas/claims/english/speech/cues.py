"""Words by which somebody says, thinks, wants or judges; see `data/cues.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The lists of `data/cues.toml`, as lemmas.

    Attributes:
        no_speech, intending, asking, judging, speaking, quoting: Verbs, by what is their content.
        prepositions: Those that bring in what is spoken about.
        saying, light: Nouns of saying, and verbs that hand their subject to one.
        feeling: Adjectives of somebody's mind.
        accounts, by: "in the view of": the nouns and the prepositions.
        hearsay: "reportedly".
    """

    no_speech: frozenset[str]
    intending: frozenset[str]
    asking: frozenset[str]
    judging: frozenset[str]
    speaking: frozenset[str]
    quoting: frozenset[str]
    prepositions: frozenset[str]
    saying: frozenset[str]
    light: frozenset[str]
    feeling: frozenset[str]
    accounts: frozenset[str]
    by: frozenset[str]
    hearsay: frozenset[str]


@cache
def cues() -> Cues:
    """The cues; read once."""
    path = files("habeas.claims.english") / "data" / "cues.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    verbs, nouns, according = data["verbs"], data["nouns"], data["according"]
    return Cues(
        **{name: frozenset(lemmas) for name, lemmas in verbs.items()},
        saying=frozenset(nouns["saying"]),
        light=frozenset(nouns["light"]),
        feeling=frozenset(data["adjectives"]["feeling"]),
        accounts=frozenset(according["nouns"]),
        by=frozenset(according["prepositions"]),
        hearsay=frozenset(data["adverbs"]["hearsay"]),
    )
