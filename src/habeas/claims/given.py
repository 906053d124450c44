"""Claims that anybody gives, in the claims format with all left out that can be.

What habeas writes itself is read by `read_claims_document`, which takes every key and
every offset at its word. Here only what a claim cannot do without must be there, and
one bad claim costs no other.
"""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from habeas.claims.completing import REPORT_KEYS, completed, completed_claim
from habeas.claims.document_fields import Field, InvalidClaims
from habeas.claims.format import FORMAT, MAX_CHARACTERS, Quote, quotes_of, read_claim, text_of
from habeas.claims.identity import claim_id
from habeas.model.claims import Claim
from habeas.model.dates import EdtfDate
from habeas.model.problems import Problem
from habeas.model.reports import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a document of claims gives.

    Attributes:
        reports: Those of the document, in its order, then those only referred to.
        claims: Those that can be read, in the order of the document.
        problems: One for each claim or value that cannot; `what` begins with its path
            in the document, e.g. `claims[3].count.low`.
    """

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]


def read_given_claims(data: object, *, name: str) -> Given:
    """Read claims that anybody wrote.

    A claim needs `act`, `stance` and a `passage` with its words; a count needs a number
    or its words. What else is left out is taken as not said. A passage, name, speaker,
    day or condition may be a plain string, a count a plain number. Passages without
    `start` are laid below the others, a line each. A report may lack all but its `id`,
    and one that is only referred to is known by that; claims without a report are those
    of the only report, or of one called `name`.

    Args:
        data: As `json.load` returns it: a document of the claims format, a line of
            `habeas read --output`, or a list of claims.
        name: What to call the report of claims that name none.

    Raises:
        InvalidClaims: It is no document of claims, or its texts are too long together.
    """
    reading = _Reading(name=name, document=_document(data))
    reading.read_reports()
    claims = reading.with_wholes(reading.read_claims())
    quotes = reading.fitting(claims)
    texts = {key: text_of(_end(told), told) for key, told in quotes.items()}
    return Given(
        reports=tuple(replace(r, text=texts.get(r.id, "")) for r in reading.reports.values()),
        claims=tuple(claim for claim, _ in claims.values()),
        problems=tuple(reading.problems),
    )


type _Claims = dict[str, tuple[Claim, Field]]
"""Claims by id, each with its place in the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A claim of the document with every key, and the report it is of."""

    place: Field
    made: dict[str, Any]
    report: str


def _document(data: object) -> Mapping[str, Any]:
    if isinstance(data, list):
        data = {"claims": data}
    if not isinstance(data, dict) or "claims" not in data:
        raise InvalidClaims(
            what="the document has no 'claims'",
            remedy=f'write {{"format": "{FORMAT}", "reports": […], "claims": […]}}',
        )
    if "report" in data and "reports" not in data:
        return {"reports": [data["report"]] if data["report"] else [], "claims": data["claims"]}
    if data.get("format", FORMAT) != FORMAT:
        raise InvalidClaims(
            what=f"the document is not of the format {FORMAT}", remedy="give claims of version 1"
        )
    return {"reports": data.get("reports") or [], "claims": data["claims"]}


@dataclass(slots=True)
class _Reading:
    """A document while it is read: its reports, and what was wrong so far."""

    name: str
    document: Mapping[str, Any]
    reports: dict[str, Report] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """What cannot be read becomes a problem, and the rest goes on."""
        try:
            yield
        except InvalidClaims as error:
            self.problems.append(Problem(what=error.what, where=error.where, remedy=error.remedy))

    def read_reports(self) -> None:
        for place in Field(path="reports", value=self.document["reports"]).items():
            with self._telling():
                made = completed(place, REPORT_KEYS)
                key = Field(path=f"{place.path}.id", value=made["id"]).words()
                if key in self.reports:
                    place.fail("has the id of an earlier report", "write each report once")
                self.reports[key] = self._report(key, place, made)

    def _report(self, key: str, place: Field, made: Mapping[str, Any]) -> Report:
        """A report; of its values one that cannot be read is left out."""

        def value[T](name: str, read: Callable[[Field], T], missing: T) -> T:
            if made[name] is not None:
                with self._telling():
                    return read(Field(path=f"{place.path}.{name}", value=made[name]))
            return missing

        file = value("file", Field.text, "")
        published: EdtfDate | None = value("published", Field.edtf, None)
        return Report(
            id=key,
            file=file or None,
            url=value("url", Field.text, "") or None,
            media_type=mimetypes.guess_type(file, strict=False)[0] or "text/plain",
            language=value("language", Field.text, "und"),
            title=value("title", Field.text, ""),
            publisher=value("publisher", Field.text, "") or None,
            published=published,
            retrieved=None,
            text="",
        )

    def read_claims(self) -> _Claims:
        entries = []
        lone = next(iter(self.reports)) if len(self.reports) == 1 else None
        listed = bool(self.reports)
        for place in Field(path="claims", value=self.document["claims"]).items():
            with self._telling():
                made = completed_claim(place)
                if made["report"] is None and listed and lone is None:
                    place.fail("lacks 'report'", "say by its id which of the reports it is of")
                report = Field(path=f"{place.path}.report", value=made["report"] or lone)
                entries.append(_Entry(place=place, made=made, report=self._home(report)))
        claims: _Claims = {}
        for entry in _laid(entries):
            with self._telling():
                claim = _claim(entry)
                if claim.id in claims:
                    entry.place.fail("has the id of an earlier claim", "write each claim once")
                claims[claim.id] = (claim, entry.place)
        return claims

    def _home(self, report: Field) -> str:
        """The id of a claim's report; one that is not listed is known by its id alone."""
        if report.value is None:
            told = json.dumps(self.document["claims"], sort_keys=True, default=str)
            key, title = sha256(told.encode("utf-8", "surrogatepass")).hexdigest(), self.name
        else:
            key = title = report.words()
        if key not in self.reports:
            entry = {**REPORT_KEYS, "id": key, "title": title}
            self.reports[key] = self._report(key, report, entry)
        return key

    def with_wholes(self, claims: _Claims) -> _Claims:
        """All claims; one that is part of what is not there, or of itself, as part of none."""
        kept = dict(claims)
        for id_, (claim, place) in claims.items():
            seen = {id_}
            whole = claim.part_of
            while whole is not None and whole in claims and whole not in seen:
                seen.add(whole)
                whole = claims[whole][0].part_of
            if whole is not None:
                kept[id_] = (replace(claim, part_of=None), place)
                with self._telling():
                    place.fail(
                        "is part of a claim that is not there, or of itself; it is kept as no part",
                        "write the id of another claim as part_of, or null",
                    )
        return kept

    def fitting(self, claims: _Claims) -> dict[str, list[Quote]]:
        """What is quoted of each report; removes from `claims` what contradicts another."""
        quotes: dict[str, list[Quote]] = {}
        for claim, place in claims.values():
            quotes.setdefault(claim.report, []).extend(quotes_of(claim, place))
        self.check_size(quotes)
        for report, told in quotes.items():
            try:
                text_of(_end(told), told)
            except InvalidClaims:
                here = {id_: one for id_, one in claims.items() if one[0].report == report}
                quotes[report] = self._first_come(here, claims)
        return quotes

    def _first_come(self, here: _Claims, claims: _Claims) -> list[Quote]:
        """What is quoted of one report, the first claim of a place being right."""
        quotes: list[Quote] = []
        letters: dict[int, str] = {}
        for id_, (claim, place) in here.items():
            told = list(quotes_of(claim, place))
            new = {at + n: letter for at, words, _ in told for n, letter in enumerate(words)}
            if min(at for at, _, _ in told) < 0 or any(
                letters.get(at, letter) != letter for at, letter in new.items()
            ):
                del claims[id_]
                with self._telling():
                    place.fail(
                        "and an earlier claim give different words for one place of the report",
                        "check both, or leave start and end out",
                    )
            else:
                letters.update(new)
                quotes += told
        return quotes

    def check_size(self, quotes: Mapping[str, Sequence[Quote]]) -> None:
        total = sum(_end(told) for told in quotes.values())
        if total > MAX_CHARACTERS:
            raise InvalidClaims(
                what=f"the reports have {total:,} characters together",
                remedy=f"split the file: at most {MAX_CHARACTERS:,} at a time",
            )


def _end(quotes: Iterable[Quote]) -> int:
    return max((start + len(words) for start, words, _ in quotes), default=0)


def _laid(entries: Sequence[_Entry]) -> Iterator[_Entry]:
    """The claims, each with its offsets; those without any come below all others."""
    below: dict[str, int] = {}
    for entry in entries:
        passage = entry.made["passage"]
        if isinstance(passage["start"], int) and 0 <= passage["start"] <= MAX_CHARACTERS:
            end = passage["start"] + len(str(passage["exact"])) + _MARGIN
            below[entry.report] = max(below.get(entry.report, 0), end)
    for entry in entries:
        made, passage = dict(entry.made), dict(entry.made["passage"])
        words = passage["exact"] if isinstance(passage["exact"], str) else ""
        if passage["start"] is None:
            start = below.get(entry.report, 0)
            before = "\n" if start else ""
            passage |= {"start": start, "end": start + len(words), "prefix": before}
            passage["suffix"] = "\n"
            below[entry.report] = start + len(words) + 1
        elif passage["end"] is None and isinstance(passage["start"], int):
            passage["end"] = passage["start"] + len(words)
        condition = made["condition"]
        if isinstance(condition, dict) and condition.get("start") is None:
            made["condition"] = _placed(condition, passage, entry, below)
        yield replace(entry, made={**made, "passage": passage})


_MARGIN = 64
"""Characters below the last passage that its context may take."""


def _placed(
    condition: Mapping[str, Any], passage: Mapping[str, Any], entry: _Entry, below: dict[str, int]
) -> dict[str, Any]:
    """A condition with offsets: within its passage, else below all others."""
    place = Field(path=f"{entry.place.path}.condition", value=condition)
    words = completed(place, {"words": None, "start": None, "end": None})["words"]
    text = words if isinstance(words, str) else ""
    at = str(passage["exact"]).find(text)
    if at != -1 and isinstance(passage["start"], int):
        start = passage["start"] + at
    else:
        start = below.get(entry.report, 0)
        below[entry.report] = start + len(text) + 1
    return {"words": words, "start": start, "end": start + len(text)}


def _claim(entry: _Entry) -> Claim:
    made = {**entry.made, "report": entry.report, "id": entry.made["id"] or "?"}
    claim = read_claim(Field(path=entry.place.path, value=made))
    if claim.passage.end > MAX_CHARACTERS:
        entry.place.fail("lies too far down its report", "count start and end in characters")
    if entry.made["id"] is not None:
        return claim
    return replace(claim, id=claim_id(claim.passage, claim.act, entry.place.path))
