"""Ties as rows of an Edition, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from habeas.model.claims import Act, Claim, Speaker, SpeakerKind
from habeas.model.pledges import Tie, TieKind, TieSide
from habeas.model.problems import HabeasError
from habeas.model.reports import Passage, Report
from habeas.register.edition_cells import Row
from habeas.register.edition_parts import ALL, Groups, Parts, Query, Rows, first_of

GIVEN, GOT = "given", "got"


def ties_told(reports: Iterable[Report], claims: Sequence[Claim]) -> tuple[Tie, ...]:
    """What public reports tie together, by report and passage; their claims are the public ones.

    Read anew from what is published, so that no tie ever held a hidden name.
    """
    from habeas.claims import extract_ties

    by_report: dict[str, list[Claim]] = {}
    for claim in claims:
        by_report.setdefault(claim.report, []).append(claim)
    found: list[Tie] = []
    for report in reports:
        try:
            found += extract_ties(report, by_report.get(report.id, []))
        except HabeasError:
            continue  # no analyser reads it; its claims were given by hand
    return tuple(found)


def tie_rows(position: int, tie: Tie) -> Iterator[Row]:
    """The rows of one tie, parents before their children."""
    passage = tie.passage
    yield (
        "tie",
        (
            position,
            tie.id,
            tie.report,
            tie.kind,
            tie.cue,
            tie.given.words,
            tie.got.words,
            passage.start,
            passage.end,
            passage.exact,
            passage.prefix,
            passage.suffix,
        ),
    )
    for name, side in ((GIVEN, tie.given), (GOT, tie.got)):
        for at, act in enumerate(side.acts):
            yield "tie_act", (tie.id, name, at, act)
        for at, claim in enumerate(side.claims):
            yield "tie_claim", (tie.id, name, at, claim)
    for at, speaker in enumerate(tie.speakers):
        yield "tie_speaker", (tie.id, at, speaker.name, speaker.kind, speaker.cue)


def ties(query: Query, rows: Rows = ALL) -> tuple[Tie, ...]:
    """Ties, in the Edition's order."""
    parts = Parts(query, f"tie IN (SELECT id FROM tie WHERE {rows.condition})", rows.values)
    acts = parts.of("tie_act", "act", key="tie, side")
    claims = parts.of("tie_claim", "claim", key="tie, side")
    speakers = parts.of("tie_speaker", "name, kind, cue", key="tie")
    found = query(
        "SELECT id, report, kind, cue, given_words, got_words,"
        " passage_start, passage_end, passage_exact, passage_prefix, passage_suffix"
        f" FROM tie WHERE {rows.condition} ORDER BY {rows.order}",
        rows.values,
    )
    return tuple(
        Tie(
            id=row[0],
            report=row[1],
            kind=TieKind(row[2]),
            cue=row[3],
            given=_side(row[4], acts, claims, (row[0], GIVEN)),
            got=_side(row[5], acts, claims, (row[0], GOT)),
            speakers=tuple(
                Speaker(name=name, kind=SpeakerKind(kind), cue=cue)
                for name, kind, cue in speakers[(row[0],)]
            ),
            passage=Passage(
                report=row[1],
                start=row[6],
                end=row[7],
                exact=row[8],
                prefix=row[9],
                suffix=row[10],
            ),
        )
        for row in found
    )


def _side(words: str | None, acts: Groups, claims: Groups, key: tuple[str, str]) -> TieSide:
    return TieSide(
        words=words, acts=tuple(Act(act) for (act,) in acts[key]), claims=first_of(claims[key])
    )
