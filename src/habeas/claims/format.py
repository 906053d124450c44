"""The claims format, version 1: what `habeas read --format json` prints.

One object, `{"format": "habeas-claims/1", "reports": […], "claims": […]}`, described by
docs/reference/habeas-claims-1.schema.json. Offsets count Unicode characters.
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterable, Mapping, Sequence

from habeas.claims.document_fields import Field, InvalidClaims
from habeas.model.claims import (
    Act,
    Claim,
    Condition,
    Mention,
    Quantity,
    Speaker,
    SpeakerKind,
    Stance,
    Term,
    TermKind,
    TimeMention,
    Unit,
)
from habeas.model.reports import Passage, Report

__all__ = [
    "FORMAT",
    "InvalidClaims",
    "claims_document",
    "quotes_of",
    "read_claim",
    "read_claims_document",
    "text_of",
]

FORMAT = "habeas-claims/1"

MAX_CHARACTERS = 500_000_000
"""Characters that all reports of a document may have together; texts are kept in memory."""

type Quote = tuple[int, str, Field]
"""Where words begin in a report, the words, and who quotes them."""

_BLANK = " "
_DURATION = (r"P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?", "an ISO 8601 duration such as P5Y or P1Y6M")
_ARTICLE = re.compile(r"(?:a[ldnrstz]|ash|el|ul|d|ben|bin|ould)[-'’][^\W\d_]")
"""The lower-case beginning of a surname: "al-Sayegh", "d'Almeida"."""
_STATE = (r"[A-Z]{2}", "a state as two capital letters (ISO 3166-1 alpha-2)")


def claims_document(reports: Iterable[Report], claims: Iterable[Claim]) -> dict[str, object]:
    """Write reports and their claims as one document of plain JSON values.

    Order is kept, every key is always there, and what is absent is `None` or `[]`.
    Of the reports' texts only the passages are in it.
    """
    return {
        "format": FORMAT,
        "reports": [_write_report(report) for report in reports],
        "claims": [write_claim(claim) for claim in claims],
    }


def write_claim(claim: Claim) -> dict[str, object]:
    """Write one claim as the plain JSON values of the format."""
    return {
        "id": claim.id,
        "report": claim.report,
        "act": claim.act.value,
        "stance": claim.stance.value,
        "count": None if claim.count is None else _write_count(claim.count),
        "group": claim.group,
        "names": [
            {
                "name": one.name,
                "roles": list(one.roles),
                "nationality": one.nationality,
                "age": one.age,
            }
            for one in claim.names
        ],
        "nationalities": list(claim.nationalities),
        "part_of": claim.part_of,
        "by": claim.by,
        "object": claim.object,
        "charges": list(claim.charges),
        "term": None if claim.term is None else _write_term(claim.term),
        "place": claim.place,
        "when": None
        if claim.when is None
        else {"edtf": claim.when.edtf.text, "words": claim.when.words},
        "condition": None
        if claim.condition is None
        else {
            "words": claim.condition.words,
            "start": claim.condition.start,
            "end": claim.condition.end,
        },
        "speakers": [
            {"name": one.name, "kind": one.kind.value, "cue": one.cue} for one in claim.speakers
        ],
        "passage": {
            "start": claim.passage.start,
            "end": claim.passage.end,
            "exact": claim.passage.exact,
            "prefix": claim.passage.prefix,
            "suffix": claim.passage.suffix,
        },
    }


def _write_report(report: Report) -> dict[str, object]:
    return {
        "id": report.id,
        "file": report.file,
        "url": report.url,
        "title": report.title,
        "publisher": report.publisher,
        "published": report.published.text if report.published else None,
        "language": report.language,
        "length": len(report.text),
    }


def _write_term(term: Term) -> dict[str, object]:
    return {"kind": term.kind.value, "duration": term.duration, "words": term.words}


def _write_count(count: Quantity) -> dict[str, object]:
    about: float | None = count.about
    if about is not None and about.is_integer():
        about = int(about)
    return {
        "low": count.low,
        "high": count.high,
        "about": about,
        "words": count.words,
        "unit": count.unit.value,
    }


def read_claims_document(data: object) -> tuple[tuple[Report, ...], tuple[Claim, ...]]:
    """Read a document back: the inverse of `claims_document`.

    The text of each report has its full length, so that every offset is right; it
    holds the quoted words with their context, and blanks where the document does not
    tell. `media_type` is taken from the file name and `retrieved` is None. Of a
    mention it does not say whether it names or describes: one that ends in a word
    with a small letter ("U.S. envoy") is taken as a description.

    Args:
        data: The document as `json.load` returns it.

    Raises:
        InvalidClaims: The document is not of this format, or contradicts itself: it
            refers to a report or claim that is missing, uses an id twice, quotes
            outside a report, or gives two different texts for one place of a report.
    """
    parts = Field(path="", value=data).fields("format", "reports", "claims")
    if parts["format"].value != FORMAT:
        parts["format"].fail(f"is not {FORMAT!r}", "give a file that habeas read --format json")
    entries = _unique(parts["reports"].items(), "report")
    fields = _unique(parts["claims"].items(), "claim")
    claims = tuple(read_claim(field) for field in fields.values())
    _check_references(claims, list(fields.values()), entries)
    quotes: dict[str, list[Quote]] = {id_: [] for id_ in entries}
    for claim, field in zip(claims, fields.values(), strict=True):
        quotes[claim.report].extend(quotes_of(claim, field))
    _check_size(entries)
    reports = tuple(_read_report(entry, quotes[id_]) for id_, entry in entries.items())
    return reports, claims


def _unique(fields: Sequence[Field], kind: str) -> dict[str, Field]:
    found: dict[str, Field] = {}
    for field in fields:
        if not isinstance(field.value, dict) or "id" not in field.value:
            field.fail("is not an object with an 'id'", f"write one object for each {kind}")
        name = Field(path=f"{field.path}.id", value=field.value["id"])
        if name.words() in found:
            name.fail(f"is the id of an earlier {kind} too", f"write each {kind} once")
        found[name.words()] = field
    return found


def _check_references(
    claims: Sequence[Claim], fields: Sequence[Field], reports: Mapping[str, Field]
) -> None:
    ids = {claim.id for claim in claims}
    for claim, field in zip(claims, fields, strict=True):
        if claim.report not in reports:
            field.fail("belongs to a report that is not in 'reports'", "add the report")
        if claim.part_of is not None and claim.part_of not in ids - {claim.id}:
            field.fail("is part of a claim that is not in 'claims'", "add it, or write null")


def _check_size(entries: Mapping[str, Field]) -> None:
    total = sum(
        Field(path=f"{entry.path}.length", value=entry.value.get("length")).whole()
        for entry in entries.values()
    )
    if total > MAX_CHARACTERS:
        raise InvalidClaims(
            what=f"the reports have {total:,} characters together",
            remedy=f"split the file: at most {MAX_CHARACTERS:,} at a time",
        )


def _read_report(field: Field, quotes: Sequence[Quote]) -> Report:
    entry = field.fields(
        "id", "file", "url", "title", "publisher", "published", "language", "length"
    )
    file = entry["file"].optional()
    url = entry["url"].optional()
    publisher = entry["publisher"].optional()
    published = entry["published"].optional()
    name = file.text() if file else ""
    return Report(
        id=entry["id"].matching(r"[0-9a-f]{64}", "a SHA-256 of 64 lower-case hex digits"),
        file=name if file else None,
        url=url.text() if url else None,
        media_type=mimetypes.guess_type(name, strict=False)[0] or "text/plain",
        language=entry["language"].matching(r"[a-z]{2,3}", "a language code such as en, or und"),
        title=entry["title"].text(),
        publisher=publisher.text() if publisher else None,
        published=published.edtf() if published else None,
        retrieved=None,
        text=text_of(entry["length"].whole(), quotes),
    )


def quotes_of(claim: Claim, field: Field) -> Iterable[Quote]:
    """Every piece of the report's text that a claim tells, with where it begins."""
    passage = claim.passage
    place = Field(path=f"{field.path}.passage", value=None)
    yield passage.start, passage.exact, place
    yield passage.start - len(passage.prefix), passage.prefix, place
    yield passage.end, passage.suffix, place
    if claim.condition is not None:
        place = Field(path=f"{field.path}.condition", value=None)
        yield claim.condition.start, claim.condition.words, place


def text_of(length: int, quotes: Sequence[Quote]) -> str:
    """The text of a report as far as it is quoted, blanks where it is not.

    Raises:
        InvalidClaims: A quote lies outside, or two give different words for one place.
    """
    pieces: list[str] = []
    end = 0
    run_start, run = 0, ""
    for start, words, place in sorted(quotes, key=lambda quote: quote[0]):
        if start < 0 or start + len(words) > length:
            place.fail("lies outside its report", "check its offsets and the report's length")
        if start > end:
            pieces += [run, _BLANK * (start - end)]
            run_start, run, end = start, "", start
        known = run[start - run_start :]
        shared = min(len(known), len(words))
        if known[:shared] != words[:shared]:
            place.fail("and another passage give different words for one place", "check both")
        run += words[shared:]
        end = run_start + len(run)
    return "".join([*pieces, run, _BLANK * (length - end)])


def read_claim(field: Field) -> Claim:
    """Read one claim that has every key; of what it refers to nothing is checked.

    Raises:
        InvalidClaims: It is not of the format.
    """
    entry = field.fields(
        *("id", "report", "act", "stance", "count", "group", "names", "nationalities"),
        *("part_of", "by", "object", "charges", "place", "when", "condition", "speakers"),
        "passage",
        absent=("term",),
    )
    count, when, condition = (entry[key].optional() for key in ("count", "when", "condition"))
    term = entry["term"].optional()
    texts = {
        key: None if entry[key].value is None else entry[key].text()
        for key in ("group", "part_of", "by", "object", "place")
    }
    return Claim(
        id=entry["id"].words(),
        report=entry["report"].words(),
        act=entry["act"].one_of(Act),
        stance=entry["stance"].one_of(Stance),
        passage=_read_passage(entry["passage"], entry["report"].words()),
        count=_read_count(count) if count else None,
        group=texts["group"],
        names=tuple(_read_mention(item) for item in entry["names"].items()),
        nationalities=tuple(item.matching(*_STATE) for item in entry["nationalities"].items()),
        part_of=texts["part_of"],
        by=texts["by"],
        object=texts["object"],
        charges=tuple(item.words() for item in entry["charges"].items()),
        term=_read_term(term) if term else None,
        place=texts["place"],
        when=_read_time(when) if when else None,
        condition=_read_condition(condition) if condition else None,
        speakers=tuple(_read_speaker(item) for item in entry["speakers"].items()),
    )


def _read_passage(field: Field, report: str) -> Passage:
    entry = field.fields("start", "end", "exact", "prefix", "suffix")
    start, end, exact = entry["start"].whole(), entry["end"].whole(), entry["exact"].words()
    _check_span(field, start, end, exact)
    return Passage(
        report=report,
        start=start,
        end=end,
        exact=exact,
        prefix=entry["prefix"].text(),
        suffix=entry["suffix"].text(),
    )


def _check_span(field: Field, start: int, end: int, words: str) -> None:
    if end - start != len(words):
        field.fail("has words of another length than end minus start", "count in characters")


def _read_condition(field: Field) -> Condition:
    entry = field.fields("words", "start", "end")
    start, end, words = entry["start"].whole(), entry["end"].whole(), entry["words"].words()
    _check_span(field, start, end, words)
    return Condition(words=words, start=start, end=end)


def _read_count(field: Field) -> Quantity:
    entry = field.fields("low", "high", "about", "words", "unit")
    low, high, about = (entry[key].optional() for key in ("low", "high", "about"))
    if low and high and low.whole() > high.whole():
        field.fail("has a low above its high", "write the lesser number as low")
    return Quantity(
        low=low.whole() if low else None,
        high=high.whole() if high else None,
        about=about.number() if about else None,
        words=entry["words"].words(),
        unit=entry["unit"].one_of(Unit),
    )


def _read_mention(field: Field) -> Mention:
    entry = field.fields("name", "roles", "nationality", absent=("age",))
    nationality, age = entry["nationality"].optional(), entry["age"].optional()
    name = entry["name"].words()
    return Mention(
        name=name,
        roles=tuple(item.words() for item in entry["roles"].items()),
        nationality=nationality.matching(*_STATE) if nationality else None,
        named=_is_name(name),
        age=age.whole() if age else None,
    )


def _is_name(words: str) -> bool:
    """Whether the words name somebody: a description ("U.S. envoy") ends in a common noun."""
    *_, last = words.split() or [""]
    return not last[:1].islower() or _ARTICLE.match(last) is not None


def _read_time(field: Field) -> TimeMention:
    entry = field.fields("edtf", "words")
    return TimeMention(edtf=entry["edtf"].edtf(), words=entry["words"].text())


def _read_term(field: Field) -> Term:
    entry = field.fields("kind", "duration", "words")
    duration = entry["duration"].optional()
    return Term(
        kind=entry["kind"].one_of(TermKind),
        duration=duration.matching(*_DURATION) if duration else None,
        words=entry["words"].words(),
    )


def _read_speaker(field: Field) -> Speaker:
    entry = field.fields("name", "kind", "cue")
    return Speaker(
        name=entry["name"].words(),
        kind=entry["kind"].one_of(SpeakerKind),
        cue=entry["cue"].text(),
    )
