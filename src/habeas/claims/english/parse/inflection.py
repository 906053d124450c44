"""Lemmas → the words of a text that the parser takes for their forms.

The parser finds lemmas by the tables of its lemmatizer: exceptions ("held" is "hold") and endings
("-ing", "-ied"). They are read here backwards, without loading the parser, so that no second list
of irregular verbs has to be kept, and a lemma's forms are those that the parser knows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from habeas.claims.english.parse.language_model import english_folder

_TABLES = "lemmatizer/lookups/lookups.bin"
_COMPARATIVE = frozenset({"er", "est"})
"""Endings of adjectives, by which no act is told; "holder" is no form of "hold"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tables:
    """The lemmatizer's tables of all classes of words, turned round.

    Attributes:
        irregular: Forms of a lemma that follow no ending.
        endings: Pairs of the ending of a form and the ending of its lemma.
    """

    irregular: Mapping[str, frozenset[str]]
    endings: frozenset[tuple[str, str]]


def surface_forms(lemmas: Iterable[str]) -> frozenset[str]:
    """The lemmas and every word that could be a form of one, lower case.

    A word of any class counts, and endings are put on without asking whether the word
    exists ("freeed"): what is asked for is that no form is missing.

    Raises:
        OSError: The package that carries the model is not installed whole.
    """
    tables = _tables()
    forms: set[str] = set()
    for lemma in lemmas:
        forms.add(lemma)
        forms |= tables.irregular.get(lemma, frozenset())
        forms.update(
            lemma[: len(lemma) - len(new)] + old
            for old, new in tables.endings
            if lemma.endswith(new)
        )
    return frozenset(forms)


@cache
def _tables() -> _Tables:
    import srsly  # type: ignore[import-untyped]

    stored = srsly.read_msgpack(english_folder() / _TABLES)
    irregular: defaultdict[str, set[str]] = defaultdict(set)
    for exceptions in stored["lemma_exc"].values():
        for form, lemmas in exceptions.items():
            for lemma in lemmas:
                irregular[lemma].add(form)
    endings = {(old, new) for rules in stored["lemma_rules"].values() for old, new in rules}
    endings = {pair for pair in endings if pair[0].isalpha() and pair[0] not in _COMPARATIVE}
    return _Tables(
        irregular={lemma: frozenset(forms) for lemma, forms in irregular.items()},
        endings=frozenset(endings),
    )
