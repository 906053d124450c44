"""The word lists by which parts of a name are told, as sets of keys.

Data: honorifics.toml, particles.toml, patronymics.toml, family_names.toml, given_names.toml,
burmese.toml.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from habeas.people.names.folding import fold_diacritics
from habeas.people.names.readings import tables

_NOT_IN_KEY = str.maketrans("", "", ".'\u200c\u200d")


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """The form in which a word is looked up: folded, without full stops and apostrophes."""
    return fold_diacritics(word).translate(_NOT_IN_KEY)


@cache
def titles(name: str) -> frozenset[str]:
    """Titles of one list of honorifics.toml, of several words with spaces between them."""
    return _keys(_table("honorifics")[name])


@cache
def longest_title() -> int:
    """How many words the longest title has."""
    lists = ("before", "before_two", "after", "after_two")
    return max(title.count(" ") + 1 for name in lists for title in titles(name))


@cache
def title_heads() -> frozenset[str]:
    """First words of all titles that stand before a name."""
    lists = ("before", "before_two", "before_with_stop")
    words = {title.split(" ")[0] for name in lists for title in titles(name)}
    return frozenset(words | titles_before_given().keys())


@cache
def title_tails() -> frozenset[str]:
    """Last words of all titles and suffixes that stand after a name."""
    lists = (titles("after"), titles("after_two"), suffixes())
    return frozenset(title.split(" ")[-1] for names in lists for title in names)


@cache
def titles_before_given() -> dict[str, frozenset[str]]:
    """Titles that are one only before a given name of some languages, and those names."""
    rows = _table("honorifics")["before_given"]
    return {
        word_key(title): frozenset().union(*(given_names(language) for language in languages))
        for title, languages in rows.items()
    }


@cache
def suffixes() -> frozenset[str]:
    """Junior and its like."""
    return _keys(_table("honorifics")["suffixes"]["words"])


@cache
def attached_titles(script: str, place: str) -> tuple[tuple[str, int], ...]:
    """Titles written together with a name, the longest first, and how many letters must be left."""
    rows = [
        (title, row["left"])
        for row in _table("honorifics")["attached"]
        if (row["script"], row["place"]) == (script, place)
        for title in row["titles"]
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


@cache
def particles(name: str) -> frozenset[str]:
    """Keys of one list of particles.toml."""
    return _keys(_table("particles")[name])


@cache
def patronymic_endings() -> tuple[tuple[str, str, str], ...]:
    """(ending, `sure`, `shared` or `whole`, gender), the longest first."""
    rows = {
        (word_key(ending), row["kind"], row["gender"])
        for row in _table("patronymics")["endings"]
        for ending in row["endings"]
    }
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row)))


@cache
def not_patronymics() -> frozenset[str]:
    """Names that end like father's names."""
    return _keys(_table("patronymics")["others"]["words"])


@cache
def icelandic() -> tuple[tuple[str, ...], frozenset[str]]:
    """Endings of Icelandic sons, and letters that only Icelanders use."""
    row = _table("patronymics")["icelandic"]
    return tuple(row["endings"]), frozenset(row["letters"])


@cache
def family_names(language: str) -> frozenset[str]:
    """Family names of one language as they are spelled in Latin letters."""
    return _keys(_table("family_names")[language]["names"])


@cache
def family_endings(language: str) -> tuple[str, ...]:
    """Endings of family names of Spanish or Portuguese."""
    return tuple(_table("family_names")[language]["endings"])


@cache
def endings_of_family_names(script: str) -> tuple[str, ...]:
    """Endings that family names of a script have and given names hardly; often none."""
    return tuple(sorted(_keys(_table("family_names")["endings"].get(script, ()))))


@cache
def given_names(language: str) -> frozenset[str]:
    """Given names of one list of given_names.toml."""
    row = _table("given_names")[language]
    return _keys((row if isinstance(row, str) else row["names"]).split())


@cache
def all_given_names() -> frozenset[str]:
    """Given names of all lists."""
    return frozenset().union(*(given_names(language) for language in _table("given_names")))


def is_given(key: str) -> bool:
    """Say whether a word is a known given name, or two of them with a hyphen."""
    known = all_given_names()
    return key in known or ("-" in key and all(half in known for half in key.split("-")))


@cache
def burmese(name: str) -> frozenset[str]:
    """Syllables of Burmese names (`evident`, `common`), or their titles (`alone`, `titles`)."""
    if name in {"alone", "titles"}:
        return _keys(_table("honorifics")["burmese"][name])
    return _keys(_table("burmese")[name])


@cache
def chinese_family_names() -> frozenset[str]:
    """Chinese family names in pinyin, and as they are spelled in Hong Kong and overseas."""
    spelled: set[str] = set()
    for forms, row in tables.rows("chinese_surnames").items():
        spelled |= {word for word in row.replace("\t", " ").split() if word != "-" and forms}
    return _keys(spelled)


@cache
def _table(name: str) -> dict[str, Any]:
    path = files("habeas.people.names") / "data" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(" ".join(map(word_key, word.split())) for word in words)
