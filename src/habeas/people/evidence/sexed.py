"""Sex as the words of a description give it: "businesswoman", «журналистка»."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from habeas.people.evidence.particulars import Sex

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 500


def sexes_told(words: Iterable[str]) -> tuple[Sex, ...]:
    """What words such as "actress" or "father" say, from `data/sexed_words.tsv`.

    Words that are used of both ("journalist", «учитель») say nothing, and names are
    not looked at.

    >>> sexes_told(["34-year-old businesswoman"])
    (<Sex.FEMALE: 'female'>,)
    """
    told = {
        _sexed_words()[word]
        for phrase in words
        for word in _WORD.findall(phrase[:_LONGEST].casefold())
        if word in _sexed_words()
    }
    return tuple(sorted(told))


@cache
def _sexed_words() -> dict[str, Sex]:
    source = files("habeas.people.evidence") / "data" / "sexed_words.tsv"
    rows = (line.split("\t") for line in source.read_text(encoding="utf-8").splitlines())
    return {
        word: Sex(row[0])
        for row in rows
        if len(row) == 2 and not row[0].startswith("#")
        for word in row[1].split()
    }
