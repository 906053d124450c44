"""States in Russian words, whatever the case: «Беларуси», «в Литву», «МВД Беларуси»."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from habeas.claims.russian.parse.lemmas import all_lemmas
from habeas.claims.russian.people.peoples import may_be_of_a_state, state_of_people, state_of_word

_WORD = re.compile(r"[а-яё]+(?:-[а-яё]+)*", re.IGNORECASE)
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_NO_ORGAN = frozenset({"бывший", "экс", "правозащитник", "правозащитный", "оппозиция"})
_SMALL = frozenset({"в", "во", "на", "из", "республика"})


@lru_cache(maxsize=8192)
def russian_state(words: str) -> str | None:
    """The state that a Russian phrase is, or whose organ it names.

    Args:
        words: A place or who acts, as written.

    Returns:
        ISO 3166-1 alpha-2; None where no state or more than one is named, and where the
        phrase is of something else in a state («правозащитники Беларуси»).

    >>> russian_state("в Литву"), russian_state("Президент Беларуси"), russian_state("Минск")
    ('LT', 'BY', None)
    """
    if not _CYRILLIC.search(words):
        return None
    names, peoples, rest = set[str](), set[str](), set[str]()
    for word in _WORD.findall(words):
        lemmas = all_lemmas(word)
        is_name = word[0].isupper()
        code = next((c for lemma in lemmas if (c := state_of_word(lemma))), None)
        people = next((c for lemma in lemmas if (c := state_of_people(lemma))), None)
        if code is not None and is_name:
            names.add(code)
        elif people is not None:
            peoples.add(people)
        elif not lemmas & _SMALL:
            rest |= lemmas
    if len(names | peoples) != 1 or rest & _NO_ORGAN:
        return None
    (found,) = names | peoples
    is_alone = bool(names) and not rest
    return found if is_alone or rest & _organs() else None


def russian_states(text: str) -> frozenset[str]:
    """The states that a Russian text names by name, adjective or people."""
    if not _CYRILLIC.search(text):
        return frozenset()
    found = set()
    for word in filter(may_be_of_a_state, set(_WORD.findall(text))):
        for lemma in all_lemmas(word):
            code = state_of_word(lemma) if word[0].isupper() else None
            found.add(code or state_of_people(lemma))
    return frozenset(code for code in found if code is not None)


@cache
def _organs() -> frozenset[str]:
    path = files("habeas.claims.russian") / "data" / "state_organs.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
