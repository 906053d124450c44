"""People whom a report tells of without a name: "a 34-year-old journalist from Hrodna"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from habeas.claims.list_vocabulary import means
from habeas.claims.states import state_code
from habeas.model.claims import FREEING, Act, Claim, Stance
from habeas.model.people import Judgement, MentionKey
from habeas.people.spellings import mention_id

NAME_WITHHELD = "name withheld"
"""What somebody is called of whom nothing but an act is told, as in a row of a list."""

_UNDERGO = FREEING | {
    Act.ARREST,
    Act.REARREST,
    Act.CHARGE,
    Act.SENTENCE,
    Act.HOLD,
    Act.TRANSFER,
    Act.DIE,
    Act.DISAPPEAR,
}
_TOLD = frozenset({Stance.REPORTED, Stance.CONFIRMED, Stance.ANNOUNCED})
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_CYRILLIC = re.compile(r"[а-яёіў]", re.IGNORECASE)
_SUFFIXES = ("ist", "woman", "worker", "keeper", "holder")
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What a description says of a person.

    Attributes:
        age: Whole years; None where not told.
        place: Where from, as written; None where not told.
        nationality: ISO 3166-1 alpha-2; None where not told.
        occupation: What they are, as written, in small letters; empty where not told.
    """

    age: int | None = None
    place: str | None = None
    nationality: str | None = None
    occupation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """One person without a name, as one claim tells of them.

    Attributes:
        mention: The claim, and the words in place of a name.
        report: Id of the report.
        start: Where in its text the words stand; claims about the same words are about
            the same person.
        after: What follows them in the passage.
    """

    mention: MentionKey
    report: str
    start: int
    after: str

    @property
    def told(self) -> Described:
        """What the words say of the person."""
        return read_description(self.mention.name, self.after)


def described_in(claim: Claim) -> Description | None:
    """The one person a claim tells of without a name; None where there is none, or several.

    That is a row of a list whose name is withheld, or a single noun for people that an
    indefinite article, an age or a word on the withheld name makes somebody new: "the
    journalist" is told of before, and "journalists" are counted, not told apart. What is
    denied, demanded or only expected brings forth nobody.
    """
    if claim.names or claim.act not in _UNDERGO or claim.stance not in _TOLD:
        return None
    if claim.count is not None and not (claim.count.is_exact and claim.count.low == 1):
        return None
    group = (claim.group or "")[:_LONGEST].strip()
    if not group:
        return _withheld_row(claim)
    at = claim.passage.exact.find(group)
    before = claim.passage.prefix + claim.passage.exact[: max(at, 0)]
    after = claim.passage.exact[at + len(group) :] if at >= 0 else ""
    # In this order: what is somebody new is told cheaply, a Russian noun needs its dictionary.
    if not _is_somebody_new(group, before, after, claim) or not _is_one_person(group):
        return None
    return Description(
        mention=MentionKey(claim=claim.id, name=" ".join(group.split())),
        report=claim.report,
        start=claim.passage.start + max(at, 0),
        after=after[:_LONGEST],
    )


def descriptions_of(claims: Iterable[Claim]) -> tuple[Description, ...]:
    """Everybody whom claims tell of without a name, one for each claim, in their order.

    Left out where a claim of the same report names somebody of that age: "a 34-year-old
    woman" after "Ana Perez, 34" is she.
    """
    told = list(claims)
    named_ages = {
        (claim.report, mention.age) for claim in told for mention in claim.names if mention.named
    }
    found = [description for claim in told if (description := described_in(claim)) is not None]
    return tuple(
        each
        for each in found
        if each.told.age is None or (each.report, each.told.age) not in named_ages
    )


def judgements_on_named(
    judgements: Iterable[Judgement], claims: Iterable[Claim]
) -> tuple[Judgement, ...]:
    """Leave out judgements that say who somebody without a name is.

    What goes out must not tell whom a report keeps unnamed, whoever found it out.
    """
    return judgements_beside(judgements, unnamed_in(claims))


def judgements_beside(
    judgements: Iterable[Judgement], unnamed: Collection[str]
) -> tuple[Judgement, ...]:
    """Judgements about none of some mentions; see `judgements_on_named`."""
    return tuple(j for j in judgements if j.left not in unnamed and j.right not in unnamed)


def unnamed_in(claims: Iterable[Claim]) -> frozenset[str]:
    """Ids of the mentions of those whom reports tell of without a name.

    Args:
        claims: All claims of some reports.
    """
    return frozenset(mention_id(each.mention) for each in descriptions_of(claims))


@lru_cache(maxsize=16_384)
def read_description(name: str, after: str = "") -> Described:
    """Read age, place, nationality and occupation out of a description.

    Args:
        name: The description.
        after: What follows it in its sentence, where age and place may stand.

    >>> read_description("34-year-old Lithuanian journalist", " from Hrodna")
    Described(age=34, place='Hrodna', nationality='LT', occupation='journalist')
    """
    nothing = _lists()["anybody"] | _lists()["indefinite"]
    age = _first("age", name) or _first("age", after)
    place = _first("from", name + after)
    citizen = _first("citizen", name + after)
    nationality = state_code(citizen.strip()) if citizen is not None else None
    kept: list[str] = []
    for word in _what_they_are(name):
        is_name = word[:1].isupper()
        nationality = nationality or (state_code(word) if is_name else None)
        if not is_name and not any(c.isdigit() for c in word):
            kept.append(word)
    return Described(
        age=int(age) if age is not None else None,
        place=place.strip() if place is not None else None,
        nationality=nationality,
        occupation=" ".join(w for w in kept if w not in nothing),
    )


def _withheld_row(claim: Claim) -> Description | None:
    """A row of a list that counts one and names nobody; not "one of them" of a text."""
    if claim.count is None:
        return None
    name = " ".join(claim.count.words.split())
    if name and not means(name, "withheld"):
        return None
    if not any(c.isalpha() for c in name):
        name = NAME_WITHHELD
    return Description(
        mention=MentionKey(claim=claim.id, name=name),
        report=claim.report,
        start=claim.passage.start,
        after="",
    )


def _is_somebody_new(group: str, before: str, after: str, claim: Claim) -> bool:
    last = _WORD.findall(before.casefold())[-1:]
    first = _WORD.findall(group.casefold())[:1]
    indefinite = _lists()["indefinite"]
    if claim.count is not None or any(word in indefinite for word in (*last, *first)):
        return True
    if any(p.search(after + claim.passage.suffix) for p in _patterns("withheld")):
        return True
    # Russian has no articles; an age is what tells somebody new.
    return bool(_CYRILLIC.search(group)) and _first("age", group) is not None


def _is_one_person(group: str) -> bool:
    words = _what_they_are(group)
    if not words:
        return False
    if _CYRILLIC.search(words[-1]):
        return any(map(_is_russian_person, words))
    from habeas.claims.english.lexicon import english

    last = words[-1].casefold()
    if last in _lists()["several"]:
        return False
    return last in english().people or last.endswith(_SUFFIXES)


def _is_russian_person(word: str) -> bool:
    from habeas.claims.russian.lexicon import russian
    from habeas.claims.russian.parse.lemmas import parses, plain

    best = next(iter(parses(word.casefold())), None)
    if best is None or best.tag.number != "sing" or best.tag.POS not in ("NOUN", "PRTF"):
        return False
    lemma = plain(best.normal_form)
    people = russian().people - _lists()["several"]
    return lemma in people or plain(word.casefold()) in people


def _what_they_are(words: str) -> list[str]:
    """The words of a description up to what is told of the person besides."""
    kept: list[str] = []
    for match in _WORD.finditer(words[:_LONGEST]):
        ended = match.group().casefold() in _lists()["ends"] or "," in words[: match.start()]
        if ended and kept:
            break
        kept.append(match.group())
    return kept


def _first(kind: str, words: str) -> str | None:
    for pattern in _patterns(kind):
        match = pattern.search(words[: 2 * _LONGEST])
        if match is not None:
            return match[1]
    return None


@cache
def _data() -> dict[str, list[str]]:
    source = files("habeas.people") / "data" / "descriptions.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in _data().items()}


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    cased = name == "from"
    return tuple(re.compile(p, 0 if cased else re.IGNORECASE) for p in _data()[name])
