"""The words of Russian reports, read once from the data files beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

from habeas.model.claims import Act, Stance

_DATA = files("habeas.claims.russian") / "data"

type Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActWords:
    """Dictionary forms that name one act; see `data/acts.toml` for what each list means."""

    verbs: frozenset[str]
    own: frozenset[str]
    phrases: frozenset[Pair]
    done: frozenset[Pair]
    nouns: frozenset[str]
    to: frozenset[Pair]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Numerals and hedges; see `data/numbers.toml`.

    Attributes:
        values: Plain numerals.
        collective: Numerals that count people ("двое").
        packs: Nouns that are numbers ("сотня").
        halves: "полтора".
        vague: Words that only say a least.
        before: Hedges by the words that stand before a number, longest first.
        after: Hedges by the words that stand after a number, longest first.
        traps: Words after which a number counts nothing.
        places: Words after which a number alone counts nothing.
    """

    values: Mapping[str, int]
    collective: Mapping[str, int]
    packs: Mapping[str, int]
    halves: Mapping[str, float]
    vague: Mapping[str, int]
    before: tuple[tuple[tuple[str, ...], str], ...]
    after: tuple[tuple[tuple[str, ...], str], ...]
    traps: frozenset[str]
    places: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All word lists of the Russian reader.

    Attributes:
        acts: Words of each act.
        words: Named lists of `acts.toml`, e.g. `demanding`.
        speech: Stance each speech verb lends.
        governing: Stance a word lends to the act below it.
        over: Stance a noun lends to an infinitive after it.
        attribution: Named lists of `speech.toml`.
        people: Nouns for people.
        numbers: Numerals.
    """

    acts: Mapping[Act, ActWords]
    words: Mapping[str, frozenset[str]]
    speech: Mapping[str, Stance]
    governing: Mapping[str, Stance]
    over: Mapping[str, Stance]
    attribution: Mapping[str, frozenset[str]]
    people: frozenset[str]
    numbers: Numbers


_STANCES = {
    "report": Stance.REPORTED,
    "confirm": Stance.CONFIRMED,
    "announce": Stance.ANNOUNCED,
    "deny": Stance.DENIED,
    "estimate": Stance.ESTIMATED,
    "expect": Stance.EXPECTED,
    "promise": Stance.PROMISED,
}


@cache
def russian() -> Lexicon:
    """The Russian lexicon; read once."""
    acts = _toml("acts.toml")
    speech = _toml("speech.toml")
    words = {name: frozenset(lemmas) for name, lemmas in acts.pop("words").items()}
    return Lexicon(
        acts={Act(name): _act_words(table) for name, table in acts.items()},
        words=words,
        speech=_by_stance(speech["verbs"]),
        governing=_by_stance(speech["governing"]),
        over=_by_stance(speech["over"]),
        attribution={name: frozenset(found) for name, found in speech["attribution"].items()},
        people=frozenset(_lines("people_nouns.txt")) | words["stock"],
        numbers=_numbers(_toml("numbers.toml")),
    )


@cache
def telling_words() -> frozenset[str]:
    """Dictionary forms one of which a sentence must have to name an act or its people."""
    lexicon = russian()
    found: set[str] = set()
    for words in lexicon.acts.values():
        found |= words.verbs | words.own | words.nouns
        found |= {verb for verb, _ in words.phrases | words.done | words.to}
    names = ("stock", "detention", "sanctions", "meeting", "meeting_nouns", "demanding", "telling")
    found |= {f"{verb}ся" for verb in lexicon.words["undergone"]}
    for name in (*names, "refusing", "conveying", "freed"):
        found |= lexicon.words[name]
    found |= lexicon.words["falsehoods"] | {
        "срок",
        "список",
        "свобода",
        "речь",
        "воля",
        "свободный",
        "формула",
        "формат",
        "обменяться",
        "поменяться",
    }
    for name in ("missions", "aid", "visitors"):
        found |= word_list("acts", f"concessions.{name}")
    found |= {"дипломатический", "дипотношение"}
    numbers = lexicon.numbers
    found |= {*numbers.collective, *numbers.packs, *numbers.vague}
    return frozenset(found | set(lexicon.speech) | lexicon.people)


@cache
def act_by_verb() -> Mapping[str, Act]:
    """The act each verb names of itself, done to its object."""
    return {verb: act for act, words in russian().acts.items() for verb in words.verbs}


@cache
def act_by_own() -> Mapping[str, Act]:
    """The act each verb names of itself, undergone by its subject."""
    return {verb: act for act, words in russian().acts.items() for verb in words.own}


@cache
def act_by_noun() -> Mapping[str, Act]:
    """The act each noun names."""
    return {noun: act for act, words in russian().acts.items() for noun in words.nouns}


def _act_words(table: Mapping[str, Any]) -> ActWords:
    pairs = {
        name: frozenset((str(pair[0]), str(pair[1])) for pair in table[name])
        | frozenset(_crossed(table.get("cross", ()), name))
        for name in ("phrases", "done", "to")
    }
    words = {name: frozenset(map(str, table[name])) for name in ("verbs", "own", "nouns")}
    return ActWords(
        verbs=words["verbs"],
        own=words["own"],
        nouns=words["nouns"],
        phrases=pairs["phrases"],
        done=pairs["done"],
        to=pairs["to"],
    )


def _crossed(rows: Iterable[Mapping[str, str]], name: str) -> Iterator[Pair]:
    """Each verb of a row with each of its nouns."""
    for row in rows:
        if row["as"] == name:
            yield from product(row["verbs"].split(), row["nouns"].split())


def _runs(hedges: Mapping[str, Iterable[str]]) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Runs of words with their kind, longest first."""
    runs = [(tuple(words.split()), kind) for kind, listed in hedges.items() for words in listed]
    return tuple(sorted(runs, key=lambda one: -len(one[0])))


def _numbers(tables: Mapping[str, Any]) -> Numbers:
    return Numbers(
        values=tables["values"],
        collective=tables["collective"],
        packs=tables["packs"],
        halves=tables["halves"],
        vague=tables["vague"],
        before=_runs(tables["hedges"]),
        after=_runs(tables["after"]),
        traps=frozenset(tables["trap"]["before"]),
        places=frozenset(tables["trap"]["places"]),
    )


def _by_stance(table: Mapping[str, list[str]]) -> dict[str, Stance]:
    # Earlier keys of the file win, so that a word listed twice keeps its first sense.
    stances: dict[str, Stance] = {}
    for name, lemmas in table.items():
        for lemma in lemmas:
            stances.setdefault(lemma, _STANCES[name])
    return stances


def _toml(name: str) -> dict[str, Any]:
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
