"""States and their peoples, as Russian reports name them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from habeas.claims.russian.parse.lemmas import is_in_dictionary, plain
from habeas.claims.russian.parse.parsing import Sentence

_DATA = files("habeas.claims.russian") / "data"
_ENDING = 5
_OF_COMPARISONS = ("", "по", "наи")


def nationalities(sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    """ISO 3166-1 alpha-2 of the states and peoples among the words at some places, in order.

    Args:
        sentence: The sentence.
        first, last: Places of the first word and of the last, inclusive.
    """
    lemmas = [word.lemma for word in sentence.words[first : last + 1]]
    found = []
    for n, lemma in enumerate(lemmas):
        code = _peoples().get(lemma) or _names().get(lemma)
        code = code or _names().get(" ".join(lemmas[n : n + 2]))
        if code is not None:
            found.append(code)
    return tuple(dict.fromkeys(found))


def is_of_a_people(lemma: str) -> bool:
    """True for a noun for somebody of a people: "литовец"."""
    return lemma in _people()


def state_of_word(lemma: str) -> str | None:
    """The state that a name in one word is: "литва" is LT."""
    return _names().get(lemma)


def state_of_people(lemma: str) -> str | None:
    """The state of an adjective or of a noun for somebody of a people: "литовский" is LT's."""
    return _peoples().get(lemma)


def is_state(lemma: str) -> bool:
    """True for the name of a state in one word: "литва"."""
    return lemma in _names()


def may_be_of_a_state(word: str) -> bool:
    """False where no dictionary form that a word can have is one of a state or of a people.

    To a word that it lacks, the dictionary (pymorphy3) gives the forms of words with the same
    last letters, at most five; what stands before these stays but for the first letters of a
    comparison. That tells most names of persons in much less time than their forms.
    """
    if "-" in word or is_in_dictionary(word):
        return True
    bare, beginnings = plain(word), _beginnings()
    return any(
        bare.startswith(prefix) and bare[len(prefix) : -_ENDING] in beginnings
        for prefix in _OF_COMPARISONS
    )


@cache
def _beginnings() -> frozenset[str]:
    """What a name of a state, or a word for a people, can begin with."""
    words = _names().keys() | _peoples().keys()
    return frozenset(word[:end] for word in words for end in range(len(word) + 1))


@cache
def _names() -> dict[str, str]:
    """Codes by names: small letters, `е` for `ё`."""
    from babel import Locale

    territories = Locale("ru").territories
    found = {
        str(name).lower().replace("ё", "е"): code
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha()
    }
    for code, names, _, _ in _rows():
        found.update(dict.fromkeys(filter(None, names.split("|")), code))
    return found


@cache
def _peoples() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, _, adjectives, people in _rows():
        words = filter(None, f"{adjectives}|{people}".split("|"))
        found.update(dict.fromkeys(words, code))
    return found


@cache
def _people() -> frozenset[str]:
    return frozenset(word for *_, people in _rows() for word in people.split("|") if word)


@cache
def _rows() -> tuple[tuple[str, str, str, str], ...]:
    lines = (_DATA / "demonyms.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return tuple((row[0], row[1], row[2], row[3]) for row in rows)
