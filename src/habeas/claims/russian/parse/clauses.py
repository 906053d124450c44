"""The clauses of a sentence, found by its marks and verbs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from habeas.claims.russian.lexicon import russian, word_list
from habeas.claims.russian.parse.parsing import Sentence, Word
from habeas.claims.russian.promises.openers import inner_marks, opener_at

_BREAKS = frozenset({",", ";", ":", "—", "–", "-", "(", ")", "…"})
_JOINING = frozenset({"и", "а", "но", "или", "либо", "однако"})
_OPENING = word_list("parse", "clauses.opening")
_PREDICATIVES = word_list("parse", "clauses.predicatives")
_SHORT = 2
"""Words of a run that is too short to be a clause with "пока"."""


class Opening(StrEnum):
    """How a clause begins."""

    MAIN = "main"
    THAT = "that"
    CONDITION = "condition"
    RELATIVE = "relative"
    PARTICIPLE = "participle"
    ASIDE = "aside"


_BETWEEN = frozenset({Opening.RELATIVE, Opening.PARTICIPLE, Opening.ASIDE})
"""How clauses open that may part another in two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A run of words around one predicate, or a run without any.

    Attributes:
        first, last: Places of its words, inclusive; other clauses may lie between.
        parts: Its runs of words, as first and last place, in order.
        predicate: Place of its predicate; None where it has none.
        opening: How it begins.
        above: Index of the clause that it is inside of or follows; -1 for none.
    """

    first: int
    last: int
    parts: tuple[tuple[int, int], ...]
    predicate: int | None
    opening: Opening
    above: int = -1

    def holds(self, place: int) -> bool:
        """True where a word is one of its own."""
        return any(first <= place <= last for first, last in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    first: int
    last: int
    predicate: int | None
    opening: Opening
    joins: bool
    mark: str


def find_clauses(sentence: Sentence, left_out: frozenset[int]) -> tuple[Clause, ...]:
    """The clauses of a sentence in the order of their first words.

    Args:
        sentence: The sentence.
        left_out: Places of words that belong to no clause: who says so.
    """
    clauses: list[Clause] = []
    waiting: _Run | None = None
    for run in _runs(sentence, left_out):
        if run.predicate is None and run.opening is Opening.MAIN:
            at = _open_for(clauses, run, sentence)
            if waiting is None and at is not None:
                clauses[at] = _with(clauses[at], run)
            elif waiting is None:
                waiting = run
                clauses.append(_new(run, len(clauses) - 1))
            else:
                clauses[-1] = _with(clauses[-1], run)
            continue
        if run.mark == "(" and run.predicate is not None:
            clauses.append(_new(replace(run, opening=Opening.ASIDE), len(clauses) - 1))
            continue
        if run.opening in (Opening.RELATIVE, Opening.PARTICIPLE):
            clauses.append(_new(run, len(clauses) - 1))
            continue
        if run.mark in ("и", "или") and clauses and clauses[-1].opening is Opening.CONDITION:
            clauses.append(_new(replace(run, opening=Opening.CONDITION), len(clauses) - 1))
            continue
        goes_on = not run.joins and run.opening is Opening.MAIN and not _speaks(run, sentence)
        lacking = _lacking(clauses) if goes_on else None
        if lacking is not None:
            clauses[lacking] = replace(_with(clauses[lacking], run), predicate=run.predicate)
        else:
            clauses.append(_new(run, len(clauses) - 1))
        waiting = None
    return tuple(clauses)


def _open_for(clauses: list[Clause], run: _Run, sentence: Sentence) -> int | None:
    """The clause that a run without predicate goes on with; None where it begins one."""
    begins = (run.joins and run.mark in (",", ";")) or run.mark == ";"
    if not clauses or (begins and not _goes_on_naming(run, sentence)):
        return None
    for at in range(len(clauses) - 1, -1, -1):
        over = clauses[at].opening in (Opening.PARTICIPLE, Opening.ASIDE)
        if over and at > 0 and run.mark in (",", ")"):
            continue
        return at
    return len(clauses) - 1


def _goes_on_naming(run: _Run, sentence: Sentence) -> bool:
    """ "; политик Павел Зорин", ", а также Анна Соль": the next of a list of names."""
    words = sentence.words[run.first : run.last + 1]
    named = any(w.entity == "PER" for w in words)
    counted = any(w.text.isdigit() or w.pos == "NUM" for w in words)
    adds = [w.lemma for w in words[:2]] == ["а", "также"] or not run.joins
    return named and adds and not counted


def _speaks(run: _Run, sentence: Sentence) -> bool:
    """ ", сообщил министр": who says it, and no part of what is said."""
    words = sentence.words[run.first : run.last + 1]
    if any(w.feats.get("VerbForm") == "Inf" for w in words):
        return False
    first, last = words[0], words[-1]
    told = any(w.case == "Nom" or w.lemma == "в" for w in words)
    return (
        run.mark == ","
        and told
        and any(
            w.feats.get("VerbForm") == "Fin" and w.lemma in russian().speech for w in (first, last)
        )
    )


def _lacking(clauses: list[Clause]) -> int | None:
    """The latest clause that still waits for its predicate, relative ones between left aside."""
    for at in range(len(clauses) - 1, -1, -1):
        waits = clauses[at].opening in (Opening.MAIN, Opening.CONDITION)
        if clauses[at].predicate is None and waits:
            return at
        if clauses[at].opening not in _BETWEEN:
            return None
    return None


def _new(run: _Run, above: int) -> Clause:
    return Clause(
        first=run.first,
        last=run.last,
        parts=((run.first, run.last),),
        predicate=run.predicate,
        opening=run.opening,
        above=above,
    )


def _with(clause: Clause, run: _Run) -> Clause:
    return replace(clause, last=run.last, parts=(*clause.parts, (run.first, run.last)))


def _runs(sentence: Sentence, left_out: frozenset[int]) -> Iterator[_Run]:
    """Runs of words between marks, cut again before a joining word that begins a predicate."""
    mark = ""
    run: list[Word] = []
    inner = inner_marks(sentence)
    for word in sentence.words:
        if word.i in inner:
            run.append(word)
            continue
        gap = word.i in left_out
        if gap or (word.text in _BREAKS and not _is_inside_word(sentence, word)):
            yield from _cut(sentence, run, mark)
            run, mark = [], word.text if not gap else mark
        elif run or not (word.is_mark and word.text not in '«"“„'):
            run.append(word)
    yield from _cut(sentence, run, mark)


def _is_inside_word(sentence: Sentence, mark: Word) -> bool:
    """True for the hyphen of "40-60" and "врио-министр", and a dash between two numbers."""
    before = sentence.words[mark.i - 1] if mark.i else None
    after = sentence.words[mark.i + 1] if mark.i + 1 < len(sentence.words) else None
    if before is None or after is None:
        return False
    return mark.text in ("-", "–") and (before.end == mark.start or after.start == mark.end)


def _cut(sentence: Sentence, run: list[Word], mark: str) -> Iterator[_Run]:
    if not run:
        return
    heads = [w.i for w in run if is_predicate(w)]
    start = 0
    first = opener_at(run, 0)
    for n, word in enumerate(run[1:], start=1):
        if first is not None and word.i <= first.last:
            continue
        opener = opener_at(run, n)
        if opener is not None and opener.is_clause and any(h > word.i for h in heads):
            yield _run(run[start:n], mark)
            start, mark = n, ","
            continue
        if word.lemma in _JOINING:
            before = [h for h in heads if run[start].i <= h < word.i]
            after = [h for h in heads if h > word.i]
            again = any(w.lemma in _JOINING and w.i < after[0] for w in run[n + 1 :] if after)
            if before and after and not again:
                yield _run(run[start:n], mark)
                start, mark = n, word.lemma
    yield _run(run[start:], mark)


def _run(words: list[Word], mark: str) -> _Run:
    joins = words[0].lemma in _JOINING
    body = words[1:] if joins and len(words) > 1 else words
    finite = [w.i for w in body if is_predicate(w)]
    opening = _opening(body, finite, mark)
    predicate = finite[0] if finite else None
    if opening is Opening.PARTICIPLE:
        predicate = body[0].i if predicate is None else predicate
    return _Run(
        first=words[0].i,
        last=words[-1].i,
        predicate=predicate,
        opening=opening,
        joins=joins,
        mark=mark,
    )


def _opens_condition(words: list[Word], finite: list[int], mark: str) -> bool:
    """ "если …", "как только …" of what is still to come, "пока …" beside another clause."""
    opener = opener_at(words, 0)
    if opener is not None and opener.is_clause:
        told = [w for w in words if w.i in finite]
        past = any(w.feats.get("Tense") == "Past" for w in told)
        return not (opener.is_timed and past)
    negated = bool(finite) and any(w.lemma == "не" for w in words)
    return words[0].lemma == "пока" and (negated or (mark == "," and len(words) > _SHORT))


def _opening(words: list[Word], finite: list[int], mark: str) -> Opening:
    lemmas = [w.lemma for w in words[:3]]
    if "который" in lemmas[:2] or (len(lemmas) > 2 and lemmas[2] == "который"):
        return Opening.RELATIVE if finite else Opening.MAIN
    if _opens_condition(words, finite, mark):
        return Opening.CONDITION
    if lemmas[0] in _OPENING:
        return Opening.THAT
    if not finite and words[0].pos == "VERB" and words[0].feats.get("VerbForm") in ("Part", "Conv"):
        return Opening.PARTICIPLE
    return Opening.MAIN


def is_predicate(word: Word) -> bool:
    """True for a finite verb, a short participle ("задержаны"), an infinitive, "нет", "нельзя"."""
    if word.lemma in _PREDICATIVES and word.pos != "PROPN":
        return True
    if word.pos in ("VERB", "AUX"):
        form = word.feats.get("VerbForm", "")
        return form in ("Fin", "Inf", "") or (form == "Part" and not word.case)
    return word.pos == "ADJ" and word.feats.get("Variant") == "Short"


def clause_of(clauses: tuple[Clause, ...], place: int) -> int:
    """Index of the clause that holds a word; -1 where none does."""
    return next((n for n, clause in enumerate(clauses) if clause.holds(place)), -1)
