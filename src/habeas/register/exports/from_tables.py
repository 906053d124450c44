"""Tables back as values of the model; the reverse of `tables`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from habeas.model.claims import Claim
from habeas.model.decisions import RuledLink
from habeas.model.editions import CustodyCount, Edition
from habeas.model.people import Person, ProposedMatch
from habeas.model.pledges import Tie
from habeas.model.reports import Copy, Likeness, Passage, Report
from habeas.register.exports.cells import Cell
from habeas.register.exports.heads import Contents, edition_with
from habeas.register.exports.problems import InvalidExport
from habeas.register.exports.promise_tables import DECIDED, TIE_SPEAKERS, TIES
from habeas.register.exports.records import made
from habeas.register.exports.tables import (
    CLAIMS,
    EDITION,
    HELD,
    MATCHES,
    MENTIONS,
    NAMES,
    PEOPLE,
    REPORTS,
    SPEAKERS,
    Table,
)

type Cells = Mapping[str, Any]
"""One row: header → value, for columns that are not derived."""

type RowsOf = Callable[[Table], Iterable[Cells]]
"""The rows of a table, in order."""

type TextOf = Callable[[Cells, Iterable[tuple[int, str]]], str]
"""The text of a report: of its row, and of the words that claims quote and where they begin."""


def edition_of(rows_of: RowsOf, text_of: TextOf) -> Edition:
    """Read an Edition out of its tables, without accounts: they follow from the claims.

    Raises:
        InvalidExport: A table or column is missing, or holds something else.
    """
    about = next(iter(rows_of(EDITION)), None)
    if about is None:
        raise InvalidExport(
            what="the table 'edition' has no row", remedy="export the register again"
        )
    told = tuple(_claims(rows_of))
    claims = tuple(claim for claim, _ in told)
    ties = tuple(_ties(rows_of))
    quotes = _quotes([*(claim.passage for claim in claims), *(tie.passage for tie in ties)])
    mentions = _grouped(rows_of(MENTIONS), "person")
    return edition_with(
        about,
        Contents(
            reports=tuple(
                _report(row, text_of(row, quotes[row["id"]])) for row in rows_of(REPORTS)
            ),
            claims=claims,
            people=tuple(_person(row, mentions[row["id"]]) for row in rows_of(PEOPLE)),
            matches=tuple(
                made(ProposedMatch, row, "the table 'matches'") for row in rows_of(MATCHES)
            ),
            corrections=tuple(claim.id for claim, corrected in told if corrected),
            custody=tuple(made(CustodyCount, row, "the table 'held'") for row in rows_of(HELD)),
            ties=ties,
            copies=tuple(_copies(rows_of)),
            ruled_links=tuple(_decided(row) for row in rows_of(DECIDED)),
        ),
    )


def _quotes(passages: Iterable[Passage]) -> defaultdict[str, list[tuple[int, str]]]:
    """By report, the words that are quoted of it, and where they begin."""
    quotes: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for words in passages:
        quotes[words.report].append(
            (words.start - len(words.prefix), words.prefix + words.exact + words.suffix)
        )
    return quotes


def quoted_text(length: int, quotes: Iterable[tuple[int, str]]) -> str:
    """The text of a report as far as claims quote it, blanks where they do not."""
    letters = [" "] * length
    for start, words in quotes:
        letters[start : start + len(words)] = words
    return "".join(letters)[:length]


def _claims(rows_of: RowsOf) -> Iterator[tuple[Claim, bool]]:
    """Each claim, and whether it stands for one that a person corrected."""
    names = _grouped(rows_of(NAMES), "claim")
    speakers = _grouped(rows_of(SPEAKERS), "claim")
    for row in rows_of(CLAIMS):
        data = {
            **{name: row[name] for name in ("id", "report", "act", "stance", "group", "part_of")},
            **{name: row[name] for name in ("by", "object", "place")},
            "count": _part(row, "number_words", _COUNT),
            "nationalities": list(row["nationalities"]),
            "charges": list(row["charges"]),
            "term": _part(row, "term_kind", _TERM),
            "when": _part(row, "when", {"edtf": "when", "words": "when_words"}),
            "condition": _part(row, "condition", _CONDITION),
            "passage": {"report": row["report"]} | {key: row[n] for key, n in _PASSAGE.items()},
            "names": [{**name, "roles": list(name["roles"])} for name in names[row["id"]]],
            "speakers": speakers[row["id"]],
        }
        yield made(Claim, data, "the table 'claims'"), row["corrected"] is True


def _copies(rows_of: RowsOf) -> Iterator[Copy]:
    likenesses = {each.name.lower(): each.value for each in Likeness}
    for row in rows_of(REPORTS):
        if row["copy_of"] is not None:
            likeness = likenesses.get(row["likeness"], 0)
            told = {"report": row["id"], "of": row["copy_of"], "likeness": likeness}
            yield made(Copy, told, "the table 'reports'")


def _ties(rows_of: RowsOf) -> Iterator[Tie]:
    speakers = _grouped(rows_of(TIE_SPEAKERS), "tie")
    for row in rows_of(TIES):
        data = {
            **{name: row[name] for name in ("id", "report", "kind", "cue")},
            "given": _side(row, "given"),
            "got": _side(row, "got"),
            "speakers": speakers[row["id"]],
            "passage": {"report": row["report"]} | {key: row[n] for key, n in _PASSAGE.items()},
        }
        yield made(Tie, data, "the table 'ties'")


def _decided(row: Cells) -> RuledLink:
    about = {**row, "claims": list(row["claims"])}
    return made(RuledLink, {"about": about, "ruling": row["ruling"]}, "the table 'decided_links'")


def _side(row: Cells, side: str) -> dict[str, Any]:
    told = {name: list(row[f"{side}_{name}"]) for name in ("acts", "claims")}
    return {"words": row[side], **told}


_COUNT = {"words": "number_words", "unit": "unit", "low": "low", "high": "high", "about": "about"}
_TERM = {"kind": "term_kind", "duration": "term_duration", "words": "term_words"}
_CONDITION = {"words": "condition", "start": "condition_start", "end": "condition_end"}
_PASSAGE = {
    "exact": "passage",
    "start": "start",
    "end": "end",
    "prefix": "before",
    "suffix": "after",
}


def _part(row: Cells, told: str, columns: Mapping[str, str]) -> dict[str, Cell] | None:
    """A part of a claim, or None where the column that it cannot do without is empty."""
    if row[told] is None:
        return None
    return {key: row[column] for key, column in columns.items()}


def _report(row: Cells, text: str) -> Report:
    return made(Report, {**row, "text": text}, "the table 'reports'")


def _person(row: Cells, mentions: list[Cells]) -> Person:
    data = {"id": row["id"], "name": row["name"], "names": list(row["spellings"])}
    keys = [{"claim": each["claim"], "name": each["name"]} for each in mentions]
    return made(Person, {**data, "mentions": keys}, "the table 'people'")


def _grouped(rows: Iterable[Cells], column: str) -> defaultdict[str, list[Cells]]:
    found: defaultdict[str, list[Cells]] = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found
