"""Which words a Russian sentence must hold before any rule of this analyser reads a claim in it.

Each clue stands for the finders named beside it, and asks for less than they do: for their words
in any form that the dictionary gives them, participles among the forms of their verbs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from habeas.claims.russian.lexicon import russian, word_list
from habeas.claims.russian.parse.lemmas import parses, plain
from habeas.claims.screening import NUMBER, Clue, Screen

_NEGATIONS = frozenset({"не", "ни", "без", "нет", "никто", "нельзя"})
_QUESTIONS = word_list("claims", "screen.questions")
_BACK = frozenset("них среди остальные остальных еще ещё".split())


@cache
def russian_screen() -> Screen:
    """The screen for Russian texts; made once."""
    return Screen(tuple(russian_clues()), charset="cp1251")


def surface_forms(lemmas: Iterable[str]) -> frozenset[str]:
    """The words and every form that the dictionary gives them, small letters, with `е` and `ё`."""
    forms: set[str] = set()
    for lemma in lemmas:
        forms.add(lemma)
        for parse in parses(lemma) if " " not in lemma else ():
            if plain(parse.normal_form) == lemma:
                words = {one.word for one in parse.lexeme}
                forms |= words | {plain(word) for word in words}
    return frozenset(forms)


def russian_clues() -> Iterator[Clue]:
    """All clues of Russian; together they ask for no more than its rules do."""
    yield from _acts()
    yield from _things()
    yield from _concessions()
    yield Clue(all_of=(_BACK | {NUMBER},), goes_on=True)


def _acts() -> Iterator[Clue]:
    """`acts.find_frames`."""
    words = russian().words
    alone = set(words["stock"] | words["detention"])
    verbs: defaultdict[str, set[str]] = defaultdict(set)
    for named in russian().acts.values():
        alone |= named.verbs | named.own | named.nouns
        for verb, noun in named.phrases | named.done | named.to:
            verbs[noun].add(verb)
    alone |= {f"{verb}ся" for verb in words["undergone"]}
    yield Clue(all_of=(surface_forms(alone),))
    for noun, beside in sorted(verbs.items()):
        if noun not in alone:
            yield Clue(all_of=(surface_forms({noun}), surface_forms(beside)))
    swapped = surface_forms({"обменяться", "обмениваться", "поменяться"})
    yield Clue(all_of=(swapped, surface_forms(words["captives"])))
    brought = surface_forms(words["returning"] | words["conveying"])
    yield Clue(all_of=(surface_forms(words["captives"] | words["freed"]), brought))
    yield Clue(all_of=(surface_forms(words["seizing"]),))


def _concessions() -> Iterator[Clue]:
    """`concessions.find_concessions`."""

    def forms(*names: str) -> frozenset[str]:
        named = (word_list("acts", f"concessions.{name}") for name in names)
        return surface_forms(lemma for lemmas in named for lemma in lemmas)

    yield Clue(all_of=(forms("opening", "restoring"), forms("missions", "relations")))
    yield Clue(all_of=(forms("giving", "promising"), forms("aid", "amounts")))
    yield Clue(all_of=(forms("letting"), forms("visitors")))


def _things() -> Iterator[Clue]:
    """`things.find_things`."""
    words = russian().words
    changing = ("easing", "easing_nouns", "imposing", "imposing_nouns")
    changes = surface_forms(lemma for name in changing for lemma in words[name])
    yield Clue(all_of=(surface_forms(words["sanctions"]), changes))
    yield Clue(all_of=(surface_forms(words["thawing"]), surface_forms(words["frozen"])))
    yield Clue(all_of=(surface_forms(words["lists"]), surface_forms({"список"}), changes))
    yield Clue(all_of=(surface_forms(words["meeting"]),))
    held = surface_forms(words["holding_talks"])
    yield Clue(all_of=(surface_forms(words["meeting_nouns"]), held))
    untold = surface_forms(words["information"] | {"кто", "какой"}) | _QUESTIONS
    refusing = surface_forms(words["refusing"])
    telling = surface_forms(words["telling"])
    yield Clue(all_of=(refusing, untold))
    yield Clue(all_of=(surface_forms({"неизвестный", "неизвестно"}), untold))
    yield Clue(all_of=(_NEGATIONS, telling, untold))
