"""From a report's text to parsed Russian sentences whose offsets are the report's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from habeas.claims.lines import blank, blocks, unwrap, without_noise
from habeas.claims.long_texts import without_distant_lines
from habeas.claims.russian.parse.language_model import Analysis, load_russian
from habeas.claims.russian.parse.lemmas import all_lemmas, guessed_feats, lemma_of, verb_feats
from habeas.claims.russian.people.name_forms import KIN
from habeas.claims.russian.screen import russian_screen
from habeas.claims.turns import Turn, blank_labels
from habeas.model.reports import Report

LONGEST_SENTENCE = 160
"""Words after which a sentence is cut. Longer runs are tables or noise."""

_HEADING = 8
"""Words of a line without a full stop that may be the heading of a list."""
_LABEL = re.compile(
    r"^[ \t]*(?:\[\d{1,2}:\d{2}(?::\d{2})?\]|[*_]{0,2}\d{1,2}[:.]\d{2}[*_]{0,2}(?=[ \t]+[«А-ЯЁ])"
    r"|\d{1,3}/(?:\d{1,3})?|[•*▪●⚡❗–—-]+|\d{1,3}[.)])[ \t]+"
    r"|^[А-ЯЁ][А-ЯЁа-яё .'-]{1,40}, \d{1,2} [а-яё]{3,8}(?: \d{4}(?: г\.| года)?)?"
    r"(?:[.,]? ?[/(][^()/\n]{1,40}[)/])?[.,]?[ ]*(?:[-–—]+|\.)[ ]",
    re.MULTILINE,
)
"""What opens a line without being part of its sentence: a time stamp, a thread
number, a bullet, a dateline."""
_GROUPED = re.compile(r"(?<![\d.,/№-])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d/])")
"""Digits in groups of three: one word, whatever stands between the groups."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word or mark of a sentence.

    Attributes:
        i: Its place in the sentence.
        text: As written; the digits of a number without the blanks between them.
        start, end: Characters of `Report.text`, end exclusive.
        lemma: Dictionary form, small letters, `е` for `ё`.
        pos, feats, head, rel: As in `Analysis`.
        entity: `PER`, `LOC` or `ORG` where it is part of a name, else "".
        begins: True for the first word of a name.
    """

    i: int
    text: str
    start: int
    end: int
    lemma: str
    pos: str
    feats: Mapping[str, str]
    head: int
    rel: str
    entity: str
    begins: bool

    @property
    def case(self) -> str:
        """`Nom`, `Gen`, …; "" where it has none."""
        return self.feats.get("Case", "")

    @property
    def is_mark(self) -> bool:
        """True for punctuation."""
        return not any(sign.isalnum() for sign in self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A parsed sentence: words, and the text they stand in.

    Attributes:
        words: Its words, in order; never empty.
        text: The whole `Report.text`.
        after_break: True where a line begins with it.
    """

    words: tuple[Word, ...]
    text: str
    after_break: bool
    _children: tuple[tuple[int, ...], ...] = field(repr=False)

    @property
    def start(self) -> int:
        """Its first character in the report."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """The character after its last."""
        return self.words[-1].end

    def written(self, first: int, last: int) -> str:
        """The words from place `first` to place `last` (inclusive), as the report writes them."""
        return self.text[self.words[first].start : self.words[last].end]

    def below(self, place: int) -> list[Word]:
        """The words that hang on the word at a place, in order."""
        return [self.words[n] for n in self._children[place]]

    def subtree(self, place: int) -> list[int]:
        """Places of a word and all that hangs on it, rising; a circle is walked once."""
        seen = {place}
        waiting = [place]
        while waiting:
            for n in self._children[waiting.pop()]:
                if n not in seen:
                    seen.add(n)
                    waiting.append(n)
        return sorted(seen)

    def above(self, place: int) -> Iterator[Word]:
        """The word that a word hangs on, the one above that, and so on to the root."""
        seen = {place}
        head = self.words[place].head
        while 0 <= head < len(self.words) and head not in seen:
            seen.add(head)
            yield self.words[head]
            head = self.words[head].head


@dataclass(frozen=True, slots=True, kw_only=True)
class _Token:
    text: str
    start: int
    end: int


def parse_report(
    report: Report, worth: frozenset[str] | None, turns: Sequence[Turn] = ()
) -> Iterator[Sentence]:
    """Parse a report sentence by sentence, in text order.

    Args:
        report: The report.
        worth: Dictionary forms. A sentence that has none of them, and no
            number, is not parsed and is left out; None parses every one.
        turns: The turns of a conversation; their labels are no words of its sentences.

    A sentence ends where its line does. Invisible and control characters are
    parsed as spaces, and a line break inside a wrapped paragraph too. Of a long
    text only what is near a possible claim is parsed.

    Raises:
        TextTooLong, WrongRussianModel: See there.
    """
    text = without_distant_lines(without_noise(report.text), russian_screen())
    text = unwrap(blank(_LABEL, blank_labels(text, turns)))
    listing = False
    for start, end in blocks(text):
        sentences = []
        for first, tokens in _sentences(text, start, end):
            is_worth = _is_worth(tokens, worth)
            listing = (is_worth and _lists(tokens, first=first)) or (
                listing and _is_item(tokens, first=first)
            )
            if is_worth or listing:
                sentences.append((first, tokens))
        yield from _parsed(sentences, report.text)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[bool, list[_Token]]]:
    from razdel import sentenize, tokenize

    at = start
    for line in text[start:end].split("\n"):
        first = True
        for sentence in sentenize(line):
            numbers = list(_GROUPED.finditer(sentence.text))
            begin = at + sentence.start
            tokens = [
                _Token(text=t.text, start=begin + t.start, end=begin + t.stop)
                for t in tokenize(sentence.text)
                if not any(m.start() < t.stop and t.start < m.end() for m in numbers)
            ]
            tokens += [
                _Token(
                    text="".join(filter(str.isdigit, m[0])),
                    start=begin + m.start(),
                    end=begin + m.end(),
                )
                for m in numbers
            ]
            tokens.sort(key=lambda t: t.start)
            for cut in range(0, len(tokens), LONGEST_SENTENCE):
                yield first, tokens[cut : cut + LONGEST_SENTENCE]
                first = False
        at += len(line) + 1


def _lists(tokens: Sequence[_Token], *, first: bool) -> bool:
    """ "На свободу вышли:", "Задержанные на марше": the lines after it may only be names."""
    heads = first and len(tokens) <= _HEADING and tokens[-1].text not in (".", "!", "?", "…")
    return heads or tokens[-1].text == ":"


def _is_item(tokens: Sequence[_Token], *, first: bool) -> bool:
    """True for a line that begins as a name does."""
    names = [t.text[:1].isupper() for t in tokens if t.text.isalpha()]
    return first and len(names) > 1 and names[0] and any(names[1:4])


def _is_worth(tokens: Sequence[_Token], worth: frozenset[str] | None) -> bool:
    if worth is None:
        return bool(tokens)
    # A row of figures tells of nobody: a number counts people only beside a word.
    if not any(t.text.isalpha() and len(t.text) > 1 for t in tokens):
        return False
    return any(t.text[0].isdigit() or not worth.isdisjoint(all_lemmas(t.text)) for t in tokens)


def _parsed(sentences: list[tuple[bool, list[_Token]]], text: str) -> Iterator[Sentence]:
    model = load_russian()
    # Sentences of like length together: the model pads each batch to its longest.
    by_length = sorted(range(len(sentences)), key=lambda n: len(sentences[n][1]))
    texts = [[t.text for t in sentences[n][1]] for n in by_length]
    read = zip(model.name_tags(texts), model.analyses(texts), strict=True)
    found = dict(zip(by_length, read, strict=True))
    for n, (first, tokens) in enumerate(sentences):
        tags, analyses = found[n]
        words = [
            _word(i, *parts) for i, parts in enumerate(zip(tokens, tags, analyses, strict=True))
        ]
        yield _tied(_repaired(words), text, first=first)


def _word(i: int, token: _Token, tag: str, analysis: Analysis) -> Word:
    verbal = verb_feats(token.text)
    known = analysis.pos in ("VERB", "AUX") and (
        analysis.feats.get("VerbForm") == "Part" or ("VerbForm", "Part") not in verbal
    )
    if verbal and not known:
        analysis = replace(analysis, pos="VERB", feats=dict(verbal))
        tag = ""
    feats = analysis.feats
    if analysis.pos in ("ADJ", "NOUN", "PROPN", "DET") and not feats:
        feats = dict(guessed_feats(token.text, analysis.pos))
    return Word(
        i=i,
        text=token.text,
        start=token.start,
        end=token.end,
        lemma=lemma_of(token.text, analysis.pos),
        pos=analysis.pos,
        feats=feats,
        head=analysis.head,
        rel=analysis.rel,
        entity=tag[2:],
        begins=tag.startswith("B-"),
    )


def _repaired(words: list[Word]) -> list[Word]:
    """Initials belong to the name beside them, which the model at times cuts off."""
    for i, word in enumerate(words[1:], start=1):
        if word.text in KIN and words[i - 1].entity == "PER":
            words[i] = replace(
                word, pos="PROPN", feats=words[i - 1].feats, entity="PER", begins=False
            )
    for i in range(len(words) - 1):
        if not _is_initial(words[i]) or words[i + 1].text != ".":
            continue
        before = words[i - 1] if i else None
        after = words[i + 2] if i + 2 < len(words) else None
        if before is not None and before.entity == "PER":
            words[i] = replace(words[i], entity="PER", begins=False)
            words[i + 1] = replace(words[i + 1], entity="PER", begins=False)
        elif after is not None and (
            after.entity == "PER"
            or (_is_initial(after) and i + 4 < len(words) and words[i + 4].entity == "PER")
        ):
            words[i] = replace(words[i], entity="PER", begins=True)
            words[i + 1] = replace(words[i + 1], entity="PER", begins=False)
            words[i + 2] = replace(after, entity="PER", begins=False)
    return words


def _is_initial(word: Word) -> bool:
    return len(word.text) == 1 and word.text.isupper()


def _tied(words: list[Word], text: str, *, first: bool) -> Sentence:
    below: list[list[int]] = [[] for _ in words]
    for word in words:
        if 0 <= word.head < len(words) and word.head != word.i:
            below[word.head].append(word.i)
    return Sentence(
        words=tuple(words),
        text=text,
        after_break=first,
        _children=tuple(tuple(places) for places in below),
    )
