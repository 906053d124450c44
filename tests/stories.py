"""A notation for reports and their claims that a monitor can read.

A story is a few lines. `report PUBLISHER[, DAY]` begins a report (`report list X` a list
of people); every other line is one claim of it, and the words the claim rests on::

    report Daily Example, 2025-12-13
    Belta (state-media): pardon 123 detainees, announced, by Belarus
    Viasna (rights-group): hold 1,197 people
    Daily Example > Ministry: release 9 civilians, to Lithuania, of LT BY, part of 123
    release Maria Example & Ales Example, on 2025-12-12

Speakers stand before the colon, outermost first; without one the report itself speaks.
After the act: a count with its group, or names joined by `&` (a nationality in brackets:
`Ana Example (LT)`), or a group. Counts are hedged as reports hedge them ("nearly 200",
"dozens", "between 50 and 80"), "a further 25" and "another 12" too; "cases" and "families"
are counted in units of their own. Then, in any order: a
stance, `by STATE`, `on EDTF`, `to PLACE`, `of CODES`, `part of COUNT` (an earlier claim of
the story), `about THING`, `if CONDITION`, `for CHARGE & CHARGE`.

Every line is a paragraph of its own; one that begins with `+` goes on in the sentence of
the line before it, one that begins with `++` in its paragraph.

Everyone in the stories is invented unless a test says where a public fact comes from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from hashlib import sha256

from habeas.claims.identity import claim_id
from habeas.model.claims import (
    Act,
    Claim,
    Condition,
    Mention,
    Quantity,
    Speaker,
    SpeakerKind,
    Stance,
    TimeMention,
    Unit,
)
from habeas.model.dates import EdtfDate
from habeas.model.reports import Report

_NUMBER = r"\d[\d,]*"
_HEDGES: dict[str, tuple[int | None, int | None]] = {
    # What is added to the number for the least and for the most that is allowed.
    "more than": (1, None),
    "over": (1, None),
    "at least": (0, None),
    "no fewer than": (0, None),
    "up to": (None, 0),
    "as many as": (None, 0),
    "at most": (None, 0),
    "no more than": (None, 0),
    "fewer than": (None, -1),
    "under": (None, -1),
    "nearly": (None, -1),
    "almost": (None, -1),
    "close to": (None, -1),
    "about": (None, None),
    "around": (None, None),
    "some": (None, None),
    "roughly": (None, None),
    "an estimated": (None, None),
    "between": (0, 0),
    "only": (0, 0),
    "a total of": (0, 0),
}
_VAGUE = {
    "several": 2,
    "a handful": 2,
    "a few": 2,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
}
_HEDGED = (
    rf"(?:(?P<hedge>{'|'.join(_HEDGES)}) )?(?P<number>{_NUMBER})(?: and (?P<second>{_NUMBER}))?"
)
_COUNT = re.compile(
    rf"(?:(?:a )?further |another |an additional )?"
    rf"(?:{_HEDGED}|(?P<vague>{'|'.join(_VAGUE)})(?: of)?\b)"
)
_UNITS = {
    "cases": Unit.CASES,
    "verdicts": Unit.CASES,
    "families": Unit.GROUPS,
    "groups": Unit.GROUPS,
}
_NAME = re.compile(r"(?P<name>[^(]+?)(?: \((?:(?P<nationality>[A-Z]{2})|(?P<age>\d+))\))?")
_SPEAKER = re.compile(r"(?P<name>[^(]+?)(?: \((?P<kind>[a-z-]+)\))?$")
_STANCES = {stance.value: stance for stance in Stance}
_ACTS = tuple(sorted((act.value for act in Act), key=len, reverse=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports and claims, as the lines give them."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]

    def claim(self, words: str) -> Claim:
        """The only claim whose line holds these words."""
        (found,) = (c for c in self.claims if words in c.passage.exact)
        return found


def tell(text: str) -> Story:
    """Read a story."""
    blocks: list[list[str]] = []
    for line in filter(None, (raw.strip() for raw in text.splitlines())):
        if line.startswith("report "):
            blocks.append([line])
        elif blocks:
            blocks[-1].append(line)
        else:
            blocks.append(["report Daily Example", line])
    reports, claims = [], list[Claim]()
    for block in blocks:
        text, lines = _set(block)
        report = _report(block, text)
        reports.append(report)
        for start, line in lines:
            claims.append(_claim(line, report, start, claims))
    return Story(reports=tuple(reports), claims=tuple(claims))


def quantity(words: str, unit: Unit = Unit.PEOPLE) -> Quantity:
    """Read a count such as `123`, `more than 100`, `about 1,000`, `several`."""
    match = _COUNT.fullmatch(words)
    if match is None:
        raise ValueError(f"{words!r} is no count")
    if match["number"] is None:
        low = _VAGUE[match["vague"]]
        return Quantity(low=low, high=None, about=None, words=words, unit=unit)
    number = int(match["number"].replace(",", ""))
    last = int((match["second"] or match["number"]).replace(",", ""))
    least, most = _HEDGES[match["hedge"] or "only"]
    return Quantity(
        low=None if least is None else number + least,
        high=None if most is None else last + most,
        about=float(number) if least is None and most is None else None,
        words=words,
        unit=unit,
    )


def _set(block: list[str]) -> tuple[str, list[tuple[int, str]]]:
    """The text of a report, and where in it each claim's line begins."""
    text, lines = block[0], []
    for line in block[1:]:
        plus = len(line) - len(line.lstrip("+"))
        text += ("\n", ", ", ". ")[plus]
        words = line[plus:].strip()
        lines.append((len(text), words))
        text += words
    return text, lines


def _report(block: list[str], text: str) -> Report:
    publisher, _, day = block[0].removeprefix("report ").partition(", ")
    is_list = publisher.startswith("list ")
    return Report(
        id=sha256(text.encode()).hexdigest(),
        file="story.csv" if is_list else "story.txt",
        url=None,
        media_type="text/csv" if is_list else "text/plain",
        language="en",
        title=block[1] if len(block) > 1 else block[0],
        publisher=publisher.removeprefix("list "),
        published=EdtfDate.parse(day) if day else None,
        retrieved=None,
        text=text,
    )


def _claim(line: str, report: Report, start: int, before: list[Claim]) -> Claim:
    body = line
    speakers: tuple[Speaker, ...] = ()
    head, colon, rest = line.partition(": ")
    if colon and not head.startswith(_ACTS):
        speakers, body = tuple(_speaker(name) for name in head.split(" > ")), rest
    first, *qualifiers = re.split(r", (?!\d)", body)
    act = next(a for a in _ACTS if first == a or first.startswith(a + " "))
    start += len(line) - len(body)
    passage = report.passage(start, start + len(body))
    claim = Claim(
        id=claim_id(passage, Act(act), line),
        report=report.id,
        act=Act(act),
        stance=Stance.REPORTED,
        passage=passage,
        speakers=speakers,
    )
    claim = _subject(claim, first.removeprefix(act).strip())
    for qualifier in qualifiers:
        claim = _qualify(claim, qualifier, before)
    return claim


def _subject(claim: Claim, words: str) -> Claim:
    if not words:
        return claim
    match = _COUNT.match(words)
    if match:
        group = words[match.end() :].strip() or None
        unit = next((u for word, u in _UNITS.items() if word in (group or "")), Unit.PEOPLE)
        return replace(claim, count=quantity(match.group(), unit), group=group)
    if words[0].isupper() or not words.isascii():
        return replace(claim, names=tuple(_mention(name) for name in words.split(" & ")))
    return replace(claim, group=words)


def _mention(words: str) -> Mention:
    match = _NAME.fullmatch(words)
    if match is None:
        raise ValueError(f"{words!r} is no name")
    age = int(match["age"]) if match["age"] else None
    return Mention(name=match["name"], nationality=match["nationality"], age=age)


def _qualify(claim: Claim, words: str, before: list[Claim]) -> Claim:
    key, _, value = words.partition(" ")
    match key:
        case "by":
            return replace(claim, by=value)
        case "on":
            return replace(claim, when=TimeMention(edtf=EdtfDate.parse(value), words=value))
        case "when":
            edtf = EdtfDate.parse("XXXX")
            return replace(claim, when=TimeMention(edtf=edtf, words=value))
        case "to" | "in":
            return replace(claim, place=value)
        case "of":
            return replace(claim, nationalities=tuple(value.split()))
        case "part":
            wanted = value.removeprefix("of ")
            whole = [c for c in before if c.count is not None and c.count.words == wanted]
            return replace(claim, part_of=whole[-1].id)
        case "about":
            return replace(claim, object=value)
        case "if":
            at = claim.passage.start + claim.passage.exact.index(words)
            return replace(claim, condition=Condition(words=words, start=at, end=at + len(words)))
        case "for":
            return replace(claim, charges=tuple(value.split(" & ")))
        case _:
            return replace(claim, stance=_STANCES[words])


def _speaker(text: str) -> Speaker:
    match = _SPEAKER.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is no speaker")
    kind = SpeakerKind(match["kind"]) if match["kind"] else SpeakerKind.UNKNOWN
    return Speaker(name=match["name"], kind=kind, cue="said")
