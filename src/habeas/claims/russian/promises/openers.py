"""Words that open a condition: "если …", "после того, как …", "в обмен на …"."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from habeas.claims.russian.parse.lemmas import plain
from habeas.claims.russian.parse.parsing import Sentence, Word

_DATA = files("habeas.claims.russian") / "data"
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "DET", "NUM", "ADP", "PRON"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Opener:
    """Words that open a condition.

    Attributes:
        first, last: Places of its words, inclusive; a comma may lie between.
        is_clause: True where a clause follows, False where a noun phrase does.
        is_timed: True where it is a condition only of what is still to come.
    """

    first: int
    last: int
    is_clause: bool
    is_timed: bool


def opener_at(words: Sequence[Word], at: int) -> Opener | None:
    """The opener that begins at a place of some words, the longest; None where none does.

    Args:
        words: Words of one sentence, in order, all of them or a run.
        at: Index into `words`.
    """
    if at >= len(words):
        return None
    for run, is_clause, is_timed in _openers().get(plain(words[at].text), ()):
        last = _match(words, at, run)
        if last is not None:
            return Opener(
                first=words[at].i, last=words[last].i, is_clause=is_clause, is_timed=is_timed
            )
    return _whenever(words, at)


def _whenever(words: Sequence[Word], at: int) -> Opener | None:
    """ "стоит им признать вину, и …"."""
    word = words[at]
    if plain(word.text) != "стоит":
        return None
    after = words[at + 1 : at + 4]
    given = any(w.case == "Dat" for w in after)
    done = any(w.feats.get("VerbForm") == "Inf" for w in words[at + 1 : at + 8])
    if not (given and done):
        return None
    return Opener(first=word.i, last=word.i, is_clause=True, is_timed=False)


def _match(words: Sequence[Word], at: int, run: Sequence[str]) -> int | None:
    place = at
    for n, wanted in enumerate(run):
        if n and place < len(words) and words[place].text == ",":
            place += 1
        if place >= len(words) or plain(words[place].text) != wanted:
            return None
        place += 1
    return place - 1


def inner_marks(sentence: Sentence) -> frozenset[int]:
    """Places of the commas inside an opener: "после того, как"."""
    found: set[int] = set()
    for n in range(len(sentence.words)):
        opener = opener_at(sentence.words, n)
        if opener is not None and opener.is_clause:
            found |= {w.i for w in sentence.words[opener.first : opener.last + 1] if w.text == ","}
    return frozenset(found)


def condition_phrases(words: Sequence[Word]) -> Iterator[tuple[Opener, int]]:
    """Openers that a noun phrase follows, each with the place of the phrase's last word."""
    after = 0
    for n, word in enumerate(words):
        if n < after:
            continue
        opener = opener_at(words, n)
        if opener is None or opener.is_clause:
            continue
        last = _end_of_phrase(words, opener)
        if last > opener.last:
            yield opener, last
            after = last - word.i + n + 1


def _end_of_phrase(words: Sequence[Word], opener: Opener) -> int:
    """The last word of the noun phrase after an opener: no subject and no verb belongs to it."""
    offset = words[0].i
    start = opener.last + 1 - offset
    at = start
    while at < len(words) and _is_inside(words, at, start):
        at += 1
    while at > start and (words[at - 1].pos in ("ADP", "CCONJ", "ADV") or words[at - 1].is_mark):
        if words[at - 1].text in '»"':
            break
        at -= 1
    return at - 1 + offset


def _is_inside(words: Sequence[Word], at: int, start: int) -> bool:
    word = words[at]
    if word.text in '«»"“”„':
        return True
    if word.is_mark:
        return False
    if word.rel.startswith("nsubj") and word.case in ("Nom", "") and at > start:
        return False
    if word.pos == "VERB":
        return word.feats.get("VerbForm") == "Part" and bool(word.case)
    if word.pos in _INSIDE or word.entity:
        return word.case != "Nom" or word.text.isdigit()
    return word.pos in ("CCONJ", "ADV", "PART") and word.lemma not in ("а", "но")


@cache
def _openers() -> dict[str, tuple[tuple[tuple[str, ...], bool, bool], ...]]:
    """Openers by their first word, longest first: words, clause or phrase, timed or firm."""
    tables = tomllib.loads((_DATA / "conditions.toml").read_text(encoding="utf-8"))
    found: dict[str, list[tuple[tuple[str, ...], bool, bool]]] = {}
    for kind, lists in tables.items():
        for firmness, runs in lists.items():
            for run in runs:
                words = tuple(run.split())
                found.setdefault(words[0], []).append(
                    (words, kind == "clauses", firmness == "timed")
                )
    return {first: tuple(sorted(runs, key=lambda r: -len(r[0]))) for first, runs in found.items()}
