"""States and their peoples, as English reports name them.

Names come from CLDR (through Babel); short forms, adjectives and nouns for
people from `data/demonyms.tsv`. A word that two states share (`Congo`,
`Korean`, `Dominican`) names neither.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from habeas.claims.english.parse.spans import span_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

type Form = Literal["name", "adjective", "people"]

_DATA = files("habeas.claims") / "data"
_REMEMBERED = 4_096
"""Words kept in the form they are compared in, and with their state: a text repeats them."""

# A dotted abbreviation, `St.`, a run of letters and digits with their accents, or `&`.
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W\d_]\.[^\W\d_](?![^\W_])|St\.|(?:[^\W_]|[\u0300-\u036f])+|&"
)
_BETWEEN_WORDS = re.compile(r"[ \t\xa0\u202f'’()–-]{0,3}")
_BETWEEN_WORDS_OR_COMMA = re.compile(r"[ \t\xa0\u202f'’()–,-]{0,3}")
_SMALL_WORDS = frozenset({"and", "of", "the", "d", "s", "la"})
_ARTICLES = frozenset({"the", "a", "an"})
_ORDINARY_WORDS = frozenset(
    "brits|chad|china|dane|emirates|guinea|holy see|jersey|kiwi|kiwis|lett|pole|poles|polish"
    "|reunion|scots|swede|swedes|tico|turkey|us".split("|")
)
_PREPOSITIONS = frozenset(
    "about against at by for from in inside into near of on outside to toward towards with".split()
)
_OF_LANGUAGE = frozenset("language languages speaking speaker speakers".split())
_OF_PLACE = frozenset("of in from".split())
_LANGUAGE_VERBS = frozenset("speak learn teach understand".split())
_LANGUAGE_PREPOSITIONS = frozenset("in into from".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundState:
    """A state or people that a text mentions.

    Attributes:
        start, end: Characters of `doc.text`, end exclusive.
        code: ISO 3166-1 alpha-2; `XK` for Kosovo.
        form: `name` (Belarus), `adjective` (Belarusian authorities) or
            `people` (six Lithuanians, the British).
    """

    start: int
    end: int
    code: str
    form: Form


class _Word(NamedTuple):  # made for every word of a text, which a dataclass is slow at
    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """What one run of words means; no code where it is shared or no state at all."""

    code: str | None
    forms: frozenset[Form]
    is_abbreviation: bool
    is_state: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    entry: _Entry
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Organs:
    state: frozenset[tuple[str, ...]]
    private: frozenset[tuple[str, ...]]
    named: dict[tuple[str, ...], str]


@lru_cache(maxsize=_REMEMBERED)
def state_code(words: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a state or people written alone.

    Case is ignored, except for words that are ordinary English in small
    letters (`us`, `polish`, `turkey`). An article and a possessive ending do
    not matter.

    Returns:
        None for unknown words, for words that two states share, and for
        phrases that say more than the state ("citizens of Belarus").

    >>> state_code("the United States"), state_code("Belarussian"), state_code("Poles")
    ('US', 'BY', 'PL')
    """
    found = _split(words)
    if found and found[0].key == "the":
        found = found[1:]
    if len(found) > 1 and found[-1].key == "s" and words[found[-1].start - 1] in "'’":
        found = found[:-1]
    entry = _entries().get(tuple(word.key for word in found))
    if entry is None or (words.islower() and " ".join(w.key for w in found) in _ORDINARY_WORDS):
        return None
    return entry.code


@lru_cache(maxsize=_REMEMBERED)
def begins_a_state(word: str) -> bool:
    """False where `state_code` knows no words that begin with this one, alone or with others."""
    found = _split(word)
    return not found or found[0].key in _beginnings()


@cache
def _beginnings() -> frozenset[str]:
    return frozenset({"the", *(words[0] for words in _entries() if words)})


def find_states(doc: Doc, part: Span | None = None) -> tuple[FoundState, ...]:
    """States and peoples in a parsed text, longest match first, in text order.

    Words inside a person's name (`Michael Jordan`), names of languages ("in
    Russian") and names of other things (`Gulf of Mexico`) are not states.

    Args:
        doc: Parsed English.
        part: The part of it in which to look; None for all of it.
    """
    text, offset = (doc.text, 0) if part is None else (part.text, part.start_char)
    words = _split(text)
    found = []
    for match in _matches(text, words):
        code = match.entry.code
        if code is None or not _is_written_as_a_name(text, words, match):
            continue
        start, end = offset + words[match.first].start, offset + words[match.last].end
        span = span_of(doc, start, end)
        if _is_of_a_person(span, match, words) or _is_pronoun(span):
            continue
        form = _form(span, match.entry.forms)
        if form != "name" and _is_language(span, words, match):
            continue
        found.append(FoundState(start=start, end=end, code=code, form=form))
    return tuple(found)


def state_of(words: str) -> str | None:
    """The state whose organ a phrase names: "Belarusian authorities" is BY's.

    The state owns the organ; where the organ sits does not matter ("the U.S.
    Embassy in Vilnius" is US's). A state's bare name stands for the state.

    Returns:
        None where no state is named, or where the phrase is no organ of it
        ("Belarusian rights groups", "the former U.S. ambassador").

    >>> state_of("Lithuania's foreign ministry"), state_of("the ambassador of Poland to Belarus")
    ('LT', 'PL')
    """
    found = _split(words)
    while found and found[0].key in _ARTICLES:
        found = found[1:]
    keys = [word.key for word in found]
    organs = _organs()
    for match in _matches(words, found):
        if match.entry.code is None or not _is_written_as_a_name(words, found, match):
            continue
        alone = match.first == 0 and all(key == "s" for key in keys[match.last + 1 :])
        if (alone and "name" in match.entry.forms) or _owns_an_organ(keys, match, organs):
            return match.entry.code
    for run, code in organs.named.items():
        at = _position(keys, frozenset({run}), 0) if run[0] in keys else None
        if at is not None and _position(keys[:at], organs.private, 0) is None:
            return code
    return None


@lru_cache(maxsize=4096)
def state_name(code: str, language: str = "en") -> str:
    """The CLDR name of a state; the code itself where CLDR has none.

    Args:
        code: ISO 3166-1 alpha-2, or `XK`.
        language: ISO 639-1 code or CLDR locale, e.g. `ru`, `pt_BR`; an
            unknown one gives English.
    """
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return str(locale.territories.get(code, code))


def _split(text: str) -> list[_Word]:
    return [_Word(_fold(match.group()), *match.span()) for match in _WORD.finditer(text)]


@lru_cache(maxsize=_REMEMBERED)
def _fold(word: str) -> str:
    if word.isascii():
        bare = word.casefold().replace(".", "")
    else:
        plain = unicodedata.normalize("NFKD", word).casefold()
        bare = "".join(c for c in plain if not unicodedata.combining(c)).replace(".", "")
    return {"&": "and", "st": "saint"}.get(bare, bare)


def _matches(text: str, words: Sequence[_Word]) -> Iterator[_Match]:
    """Longest entries, left to right, without overlap."""
    at = 0
    while at < len(words):
        match = _longest(text, words, at)
        if match is None:
            at += 1
        else:
            yield match
            at = match.last + 1


def _longest(text: str, words: Sequence[_Word], first: int) -> _Match | None:
    for length in _lengths().get(words[first].key, ()):
        run = words[first : first + length]
        entry = _entries().get(tuple(word.key for word in run))
        if entry is None or len(run) < length:
            continue
        between = _BETWEEN_WORDS if entry.is_state else _BETWEEN_WORDS_OR_COMMA
        gaps = (text[a.end : b.start] for a, b in pairwise(run))
        if all(between.fullmatch(gap) for gap in gaps):
            return _Match(entry=entry, first=first, last=first + length - 1)
    return None


def _is_written_as_a_name(text: str, words: Sequence[_Word], match: _Match) -> bool:
    run = words[match.first : match.last + 1]
    if match.entry.is_abbreviation:
        return all(text[word.start : word.end].isupper() for word in run)
    return all(text[w.start].isupper() or w.key in _SMALL_WORDS for w in run)


def _is_of_a_person(span: Span, match: _Match, words: Sequence[_Word]) -> bool:
    if all(token.ent_type_ != "PERSON" for token in span):
        return False
    doc, first, last = span.doc, span.start, span.end - 1
    goes_on_before = doc[first].ent_iob_ == "I"
    goes_on_after = last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I"
    is_whole = not goes_on_before and not goes_on_after
    if " ".join(word.key for word in words[match.first : match.last + 1]) in _also_names():
        return not (is_whole and span.root.head.lower_ in _OF_PLACE)
    return not (is_whole or (not goes_on_before and "adjective" in match.entry.forms))


def _is_pronoun(span: Span) -> bool:
    return len(span) == 1 and span[0].pos_ == "PRON"


def _is_language(span: Span, words: Sequence[_Word], match: _Match) -> bool:
    after = words[match.last + 1 : match.last + 2]
    if after and after[0].key in _OF_LANGUAGE:
        return True
    last = span[-1]
    if last.tag_ in ("NNS", "NNPS") or any(child.dep_ == "det" for child in last.children):
        return False
    head = last.head
    if last.dep_ == "dobj":
        return head.lemma_.lower() in _LANGUAGE_VERBS
    return last.dep_ == "pobj" and head.lower_ in _LANGUAGE_PREPOSITIONS


def _form(span: Span, forms: frozenset[Form]) -> Form:
    """Tell adjective from people where one word is both (`the British`)."""
    if "name" in forms:
        return "name"
    if len(forms) == 1:
        return next(iter(forms))
    last = span[-1]
    if last.dep_ in ("amod", "compound", "nmod") and last.head.i > last.i:
        return "adjective"
    return "adjective" if last.pos_ == "ADJ" and last.dep_ in ("acomp", "attr") else "people"


def _owns_an_organ(keys: Sequence[str], match: _Match, organs: _Organs) -> bool:
    if _position(keys[: match.first], organs.private, 0) is not None:
        return False
    before = [key for key in keys[: match.first] if key in _PREPOSITIONS]
    nearest = before[-1] if before else None
    after = _position(keys, organs.state, match.last + 1)
    if after is not None and nearest != "to":
        between = keys[match.last + 1 : after]
        private = _position(between, organs.private, 0)
        if private is None and not _PREPOSITIONS.intersection(between):
            return True
    if nearest not in ("of", "from") or "name" not in match.entry.forms:
        return False
    return _position(keys[: match.first], organs.state, 0) is not None


def _position(keys: Sequence[str], runs: frozenset[tuple[str, ...]], start: int) -> int | None:
    """Where the first of the runs begins at or after `start`."""
    longest = max(map(len, runs))
    for at in range(start, len(keys)):
        if any(tuple(keys[at : at + n]) in runs for n in range(1, longest + 1)):
            return at
    return None


@cache
def _entries() -> dict[tuple[str, ...], _Entry]:
    from babel import Locale

    names = Locale("en").territories
    entries: dict[tuple[str, ...], _Entry] = {}
    for line in _lines("not_states.txt"):
        _add(
            entries,
            line,
            _Entry(code=None, forms=frozenset(), is_abbreviation=False, is_state=False),
        )
    for line in _lines("demonyms.tsv")[1:]:
        code, others, adjectives, person, people = line.split("\t")
        columns: tuple[tuple[Form, str], ...] = (
            ("name", f"{names[code]}|{others}"),
            ("adjective", adjectives),
            ("people", f"{person}|{people}"),
        )
        for form, cell in columns:
            for words in filter(None, cell.split("|")):
                short = words.replace(".", "").isupper() and len(words) <= 7
                entry = _Entry(
                    code=code, forms=frozenset({form}), is_abbreviation=short, is_state=True
                )
                _add(entries, words, entry)
    return entries


def _add(entries: dict[tuple[str, ...], _Entry], words: str, entry: _Entry) -> None:
    key = tuple(word.key for word in _split(words))
    known = entries.get(key)
    if known is not None:
        entry = _Entry(
            code=entry.code if entry.code == known.code else None,
            forms=entry.forms | known.forms,
            is_abbreviation=entry.is_abbreviation and known.is_abbreviation,
            is_state=entry.is_state and known.is_state,
        )
    entries[key] = entry


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Lengths of the entries that begin with a word, longest first."""
    lengths: dict[str, set[int]] = {}
    for key in _entries():
        lengths.setdefault(key[0], set()).add(len(key))
    return {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}


@cache
def _also_names() -> frozenset[str]:
    return frozenset(
        " ".join(word.key for word in _split(line)) for line in _lines("states_also_names.txt")
    )


@cache
def _organs() -> _Organs:
    state, private, named = set(), set(), {}
    for line in _lines("state_organs.tsv")[1:]:
        kind, words = line.split("\t")
        key = tuple(word.key for word in _split(words))
        if kind == "organ":
            state.add(key)
        elif kind == "private":
            private.add(key)
        else:
            named[key] = kind
    return _Organs(state=frozenset(state), private=frozenset(private), named=named)


def _lines(name: str) -> list[str]:
    text = (_DATA / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
