"""The words of English reports, read once from the data files beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from habeas.model.claims import Act, Stance

_DATA = files("habeas.claims.english") / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActWords:
    """Lemmas that name one act."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]
    phrases: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All word lists of the English reader.

    Attributes:
        acts: Words of each act.
        words: Named lists of `acts.toml`, e.g. `demanding`.
        speech: Stance each speech verb lends.
        voicing_verbs, voicing_nouns: "expressed" + "optimism".
        governing: Stance a verb or adjective lends to its complement verb.
        nominal: Stance a verb lends to a noun of the act that it governs.
        deciding: Stance a noun lends to its infinitive ("an order to free").
        modals: Stance of modal verbs.
        attribution: Named lists of `speech.toml`.
        people: Lemmas of nouns for people.
        participial: Lemmas whose participles describe people ("those arrested").
        titles, evaluative: Words of a role that are no part of name or role.
        courtesies: Titles that say nothing of a person ("mr"), without full stop.
    """

    acts: Mapping[Act, ActWords]
    words: Mapping[str, frozenset[str]]
    speech: Mapping[str, Stance]
    voicing_verbs: frozenset[str]
    voicing_nouns: Mapping[str, Stance]
    governing: Mapping[str, Stance]
    nominal: Mapping[str, Stance]
    deciding: Mapping[str, Stance]
    modals: Mapping[str, Stance]
    attribution: Mapping[str, frozenset[str]]
    people: frozenset[str]
    participial: frozenset[str]
    titles: frozenset[str]
    evaluative: frozenset[str]
    courtesies: frozenset[str]


_STANCES = {
    "report": Stance.REPORTED,
    "confirm": Stance.CONFIRMED,
    "announce": Stance.ANNOUNCED,
    "deny": Stance.DENIED,
    "estimate": Stance.ESTIMATED,
    "expect": Stance.EXPECTED,
    "promise": Stance.PROMISED,
    "demand": Stance.DEMANDED,
}


@cache
def english() -> Lexicon:
    """The English lexicon; read once."""
    acts = _toml("acts.toml")
    speech = _toml("speech.toml")
    roles = _toml("roles.toml")
    voicing = speech["voicing"]
    return Lexicon(
        acts={Act(name): _act_words(table) for name, table in acts.items() if name != "words"},
        words={name: frozenset(lemmas) for name, lemmas in acts["words"].items()},
        speech=_by_stance(speech["verbs"]),
        voicing_verbs=frozenset(voicing["verbs"]),
        voicing_nouns=_by_stance({k: v for k, v in voicing.items() if k != "verbs"}),
        governing=_by_stance(speech["governing"]),
        nominal=_by_stance(speech["nominal"]),
        deciding=_by_stance(speech["deciding"]),
        modals=_by_stance(speech["modals"]),
        attribution={name: frozenset(words) for name, words in speech["attribution"].items()},
        people=frozenset(_lines("people_nouns.txt")),
        participial=frozenset(
            lemma
            for name in ("arrest", "hold", "sentence", "release", "pardon")
            for lemma in (*acts[name]["verbs"], *(pair[0] for pair in acts[name]["phrases"]))
        )
        | frozenset(acts["words"]["accusing"]),
        titles=frozenset(roles["titles"]),
        evaluative=frozenset(roles["evaluative"]),
        courtesies=frozenset(roles["courtesies"]),
    )


def _act_words(table: Mapping[str, list[str] | list[list[str]]]) -> ActWords:
    return ActWords(
        verbs=frozenset(map(str, table["verbs"])),
        nouns=frozenset(map(str, table["nouns"])),
        adjectives=frozenset(map(str, table["adjectives"])),
        phrases=frozenset((str(pair[0]), str(pair[1])) for pair in table["phrases"]),
    )


def _by_stance(table: Mapping[str, list[str]]) -> dict[str, Stance]:
    # Earlier keys of the file win, so that a lemma listed twice keeps its first sense.
    stances: dict[str, Stance] = {}
    for name, lemmas in table.items():
        for lemma in lemmas:
            stances.setdefault(lemma, _STANCES[name])
    return stances


def _toml(name: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))


def _lines(name: str) -> list[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def word_list(concern: str, name: str) -> frozenset[str]:
    """A list of `data/words/`, small letters.

    Args:
        concern: The file, which is named as the package that asks.
        name: Its table and list: `module.list`.
    """
    table, key = name.split(".")
    return frozenset(_words_of(concern)[table][key])


@cache
def _words_of(concern: str) -> dict[str, dict[str, list[str]]]:
    path = _DATA / "words" / f"{concern}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
