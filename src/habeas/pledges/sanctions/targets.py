"""Whom of a list a pledge means: proposed with reasons, decided by a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from habeas.model.sanctions import EntityKind, ListedEntity, ListedName, NameKind, TargetProposal
from habeas.people.names.scripts import script_of
from habeas.pledges.sanctions.organizations import Word, sounds, without_forms, words_of

LEAST_LIKENESS = 0.85
"""Least share of letters in common at which a name that is no organisation's own is proposed."""

MOST_PROPOSED = 10
"""Entries proposed for one pledge, the likeliest."""

_LEAST_LETTERS = 5
_MOST_WORDS = 8
_PERSON_CANDIDATES = 20
_PERSON_LIKENESS = 60.0
_ALIKE = 0.05
_KINDS = {
    NameKind.NAME: "its name",
    NameKind.ALIAS: "another name of it",
    NameKind.PREVIOUS_NAME: "an earlier name of it",
    NameKind.WEAK_ALIAS: "a weak alias of it",
}


class Promised(Protocol):
    """A Pledge or a Claim: what is promised, about what."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def object(self) -> str | None:
        """What it is about, in the words of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """Words of an object that can be a name; `within` is the longer name they stand in."""

    text: str
    start: int
    end: int
    sound: str
    words: int
    within: str

    def holds(self, other: _Span) -> bool:
        """True where the other's words are some of these, and not all."""
        inside = self.start <= other.start and other.end <= self.end
        return inside and other.words < self.words

    def meets(self, other: _Span) -> bool:
        """True where both have a word in common."""
        return self.start < other.end and other.start < self.end

    @property
    def is_proper(self) -> bool:
        """True where the first and the last word are written like a name."""
        words = self.text.split()
        return _is_capital(words[0].lstrip("«“\"'")) and _is_capital(words[-1].lstrip("«“\"'"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """One name of one entry, ready to be compared."""

    entity: ListedEntity
    name: ListedName
    sound: str
    words: int
    has_form: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hit:
    listed: _Listed
    span: _Span
    likeness: float
    reason: str


def propose_targets(
    promised: Iterable[Promised], entities: Iterable[ListedEntity]
) -> tuple[TargetProposal, ...]:
    """Propose the entries of a list that pledges speak of; links nothing.

    What in the object of a pledge is written as a name is compared with every name of
    every entry: names of organisations, ships and aircraft by how they are read in Latin
    letters, without legal forms (LLC, ОАО); names of persons by the matcher of names.
    "Exports of potash" names nobody, though an entry may trade in it.

    Args:
        promised: Pledges or claims; those without an object propose nothing.
        entities: Of one or several lists, in any order.

    Returns:
        By pledge in the order given; of each at most `MOST_PROPOSED`, the likeliest
        first, then by id.
    """
    listed = [name for entity in entities for name in _names(entity)]
    index = _Index(listed)
    return tuple(proposal for each in promised if each.object for proposal in _propose(each, index))


class _Index:
    """All names, by how they are read."""

    def __init__(self, listed: Sequence[_Listed]) -> None:
        self.others = [each for each in listed if each.entity.kind is not EntityKind.PERSON]
        self.people = [each for each in listed if each.entity.kind is EntityKind.PERSON]
        self.by_sound: Mapping[str, list[_Listed]] = defaultdict(list)
        for each in self.others:
            self.by_sound[each.sound].append(each)
        self._sounds = [each.sound for each in self.others]
        self._person_sounds = [each.sound for each in self.people]
        # Many promises are about the same few words.
        self._alike: dict[str, list[tuple[_Listed, float]]] = {}
        self._persons: dict[str, list[tuple[_Listed, float, str]]] = {}

    def alike(self, span: _Span) -> list[tuple[_Listed, float]]:
        """Names that are read nearly so, but not quite."""
        if span.sound not in self._alike:
            self._alike[span.sound] = list(self._find_alike(span))
        return self._alike[span.sound]

    def persons(self, span: _Span) -> list[tuple[_Listed, float, str]]:
        """Persons whom a name can mean, how surely, and why."""
        if span.text not in self._persons:
            self._persons[span.text] = list(self._find_persons(span))
        return self._persons[span.text]

    def _find_alike(self, span: _Span) -> Iterator[tuple[_Listed, float]]:
        from rapidfuzz import fuzz, process

        found = process.extract(
            span.sound,
            self._sounds,
            scorer=fuzz.ratio,
            score_cutoff=100 * LEAST_LIKENESS,
            limit=None,
        )
        for _, score, place in found:
            sound = self.others[place].sound
            if sound != span.sound and _digits(sound) == _digits(span.sound):
                yield self.others[place], score / 100

    def _find_persons(self, span: _Span) -> Iterator[tuple[_Listed, float, str]]:
        near = self._persons_near(_sorted(span))
        if not near:
            return
        from habeas.people.comparison import compare_names
        from habeas.people.comparison.compare import THRESHOLD

        for listed in near:
            match = compare_names(span.text, listed.name.text)
            if match.probability >= THRESHOLD:
                yield listed, match.probability, match.reason

    def _persons_near(self, span: _Span) -> list[_Listed]:
        from rapidfuzz import fuzz, process

        found = process.extract(
            span.sound,
            self._person_sounds,
            scorer=fuzz.token_sort_ratio,
            score_cutoff=_PERSON_LIKENESS,
            limit=_PERSON_CANDIDATES,
        )
        return [self.people[place] for _, _, place in found]


def _names(entity: ListedEntity) -> Iterator[_Listed]:
    for name in entity.names:
        words = words_of(name.text)
        if entity.kind is EntityKind.PERSON:
            yield _Listed(
                entity=entity,
                name=name,
                sound=" ".join(sorted(word.sound for word in words)),
                words=len(words),
                has_form=False,
            )
            continue
        bare = without_forms(words)
        if bare:
            yield _Listed(
                entity=entity,
                name=name,
                sound=sounds(bare),
                words=len(bare),
                has_form=len(bare) < len(words),
            )


def _propose(promised: Promised, index: _Index) -> list[TargetProposal]:
    best: dict[str, _Hit] = {}
    hits = list(_hits(promised.object or "", index))
    whole = [hit.span for hit in hits if hit.likeness == 1.0]
    for hit in hits:
        # "Potash" within "Vorstadt Potash Company", which is on the list, is nobody else.
        if any(span.holds(hit.span) for span in whole):
            continue
        if hit.likeness < 1.0 and any(span.meets(hit.span) for span in whole):
            continue
        known = best.get(hit.listed.entity.id)
        if known is None or _weight(hit) < _weight(known):
            best[hit.listed.entity.id] = hit
    chosen = sorted(best.values(), key=_weight)[:MOST_PROPOSED]
    return [
        TargetProposal(
            promised=promised.id,
            words=hit.span.text,
            entity=hit.listed.entity,
            name=hit.listed.name,
            likeness=round(hit.likeness, 4),
            reasons=(hit.reason,),
            doubts=tuple(_doubts(hit, chosen)),
        )
        for hit in chosen
    ]


def _hits(text: str, index: _Index) -> Iterator[_Hit]:
    for span in _spans(text):
        for listed in index.by_sound.get(span.sound, ()):
            if _may_be_said(span, listed):
                yield _Hit(listed=listed, span=span, likeness=1.0, reason=_same(span, listed))
        if len(span.sound) >= _LEAST_LETTERS and span.is_proper:
            for listed, likeness in index.alike(span):
                if listed.name.kind is not NameKind.WEAK_ALIAS:
                    reason = (
                        f"“{span.text}” is read nearly like {_KINDS[listed.name.kind]}, "
                        f"“{listed.name.text}”."
                    )
                    yield _Hit(listed=listed, span=span, likeness=likeness, reason=reason)
        if span.words > 1 and span.is_proper:
            for listed, likeness, reason in index.persons(span):
                yield _Hit(listed=listed, span=span, likeness=likeness, reason=reason)


def _sorted(span: _Span) -> _Span:
    """The same words in the order of the alphabet, as names of persons are kept."""
    ordered = " ".join(sorted(word.sound for word in words_of(span.text)))
    return replace(span, sound=ordered)


def _spans(text: str) -> Iterator[_Span]:
    """Runs of words of an object that can be a name: some word in it is written like one."""
    words = words_of(text)
    seen: set[str] = set()
    for run in _runs(words, text):
        for first in range(len(run)):
            for last in range(first + 1, min(first + _MOST_WORDS, len(run)) + 1):
                part = run[first:last]
                if not any(_is_capital(word.text) for word in part):
                    continue
                bare = without_forms(part)
                sound = sounds(bare)
                shown = text[part[0].start : part[-1].end]
                if sound in seen or len(bare) < len(part):
                    continue
                seen.add(sound)
                yield _Span(
                    text=shown,
                    start=part[0].start,
                    end=part[-1].end,
                    sound=sound,
                    words=len(bare),
                    within=_longer(run, first, last, text),
                )


def _longer(run: Sequence[Word], first: int, last: int, text: str) -> str:
    """The longer name that some words stand in, as capitals tell; empty where there is none."""
    left, right = first, last
    while left and _is_cased_capital(run[left - 1].text):
        left -= 1
    while right < len(run) and _is_cased_capital(run[right].text):
        right += 1
    whole = without_forms(run[left:right])
    return text[whole[0].start : whole[-1].end] if len(whole) > last - first else ""


def _runs(words: Sequence[Word], text: str) -> Iterator[list[Word]]:
    """Words with nothing between them that parts a sentence."""
    run: list[Word] = list(words[:1])
    for before, word in pairwise(words):
        between = text[before.end : word.start]
        if any(sign in between for sign in ",;:()/"):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _is_capital(word: str) -> bool:
    # Scripts without capitals write names like everything else.
    return word[:1].isupper() or not (word[:1].islower() or word[:1].isupper())


def _is_cased_capital(word: str) -> bool:
    return word[:1].isupper()


def _may_be_said(span: _Span, listed: _Listed) -> bool:
    """A short name must be written as it is on the list: an acronym, not a word."""
    return len(span.sound) >= _LEAST_LETTERS or span.text.isupper()


def _digits(sound: str) -> str:
    return "".join(filter(str.isdigit, sound))


def _same(span: _Span, listed: _Listed) -> str:
    kind, name = _KINDS[listed.name.kind], listed.name.text
    if listed.has_form:
        return f"“{span.text}” is {kind}, “{name}”, without its legal form."
    if span.text.casefold() == name.casefold():
        return f"“{span.text}” is {kind}."
    return f"“{span.text}” is read like {kind}, “{name}”."


def _doubts(hit: _Hit, chosen: Sequence[_Hit]) -> Iterator[str]:
    rivals = sum(
        1
        for other in chosen
        if other is not hit
        and other.span.meets(hit.span)
        and abs(other.likeness - hit.likeness) < _ALIKE
    )
    if rivals:
        yield f"{rivals} other {'entry has' if rivals == 1 else 'entries have'} a name as like it."
    if hit.listed.name.kind is NameKind.WEAK_ALIAS:
        yield "The list itself calls this name weak: others may have it."
    if hit.listed.name.kind is NameKind.PREVIOUS_NAME:
        yield "It has another name now."
    if hit.span.within:
        yield f"The words stand within a longer name, “{hit.span.within}”."
    if hit.listed.words == 1 and hit.span.words == 1 and len(hit.span.sound) <= _LEAST_LETTERS:
        yield "The name is one short word."


def _weight(hit: _Hit) -> tuple[float, int, bool, int, str, str, str]:
    kinds = list(NameKind)
    listed = hit.listed
    return (
        -hit.likeness,
        -hit.span.words,
        listed.name.script != script_of(hit.span.text),
        kinds.index(listed.name.kind),
        listed.entity.id,
        listed.name.text,
        hit.span.text,
    )
