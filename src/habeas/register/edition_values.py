"""Rows of an Edition back as values of the model; the reverse of `edition_rows`."""

from __future__ import annotations

from typing import Any

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
from habeas.model.people import MentionKey, Person, ProposedMatch
from habeas.model.reports import Passage, Report
from habeas.register.edition_cells import date_of, match_of
from habeas.register.edition_parts import ALL, Parts, Query, Rows, first_of


def reports(query: Query, rows: Rows = ALL) -> tuple[Report, ...]:
    """Reports, in the Edition's order unless `rows` says otherwise."""
    found = query(
        "SELECT id, file, url, media_type, language, title, publisher,"
        " published, published_earliest, published_latest,"
        " retrieved, retrieved_earliest, retrieved_latest, text"
        f" FROM report WHERE {rows.condition} ORDER BY {rows.order}",
        rows.values,
    )
    return tuple(
        Report(
            id=row[0],
            file=row[1],
            url=row[2],
            media_type=row[3],
            language=row[4],
            title=row[5],
            publisher=row[6],
            published=date_of(*row[7:10]),
            retrieved=date_of(*row[10:13]),
            text=row[13],
        )
        for row in found
    )


def claims(query: Query, rows: Rows = ALL) -> tuple[Claim, ...]:
    """Claims with all their parts, in the Edition's order unless `rows` says otherwise."""
    parts = Parts(query, f"claim IN (SELECT id FROM claim WHERE {rows.condition})", rows.values)
    roles = parts.of("claim_name_role", "role", key="claim, name_position")
    names = parts.of("claim_name", "position, name, nationality, age, named", key="claim")
    nationalities = parts.of("claim_nationality", "nationality", key="claim")
    charges = parts.of("claim_charge", "charge", key="claim")
    speakers = parts.of("claim_speaker", "name, kind, cue", key="claim")
    found = query(
        "SELECT id, report, act, stance,"
        " count_low, count_high, count_about, count_words, count_unit,"
        " people_group, part_of, actor, object, term_kind, term_duration, term_words, place,"
        " happened, happened_earliest, happened_latest, happened_words,"
        " condition_words, condition_start, condition_end,"
        " passage_start, passage_end, passage_exact, passage_prefix, passage_suffix"
        f" FROM claim WHERE {rows.condition} ORDER BY {rows.order}",
        rows.values,
    )
    return tuple(
        Claim(
            id=row[0],
            report=row[1],
            act=Act(row[2]),
            stance=Stance(row[3]),
            count=_quantity(*row[4:9]),
            group=row[9],
            part_of=row[10],
            by=row[11],
            object=row[12],
            term=_term(*row[13:16]),
            place=row[16],
            when=_when(*row[17:21]),
            condition=_condition(*row[21:24]),
            passage=_passage(row[1], *row[24:29]),
            names=tuple(
                Mention(
                    name=name,
                    nationality=state,
                    age=age,
                    named=bool(named),
                    roles=first_of(roles[row[0], position]),
                )
                for position, name, state, age, named in names[(row[0],)]
            ),
            nationalities=first_of(nationalities[(row[0],)]),
            charges=first_of(charges[(row[0],)]),
            speakers=tuple(
                Speaker(name=name, kind=SpeakerKind(kind), cue=cue)
                for name, kind, cue in speakers[(row[0],)]
            ),
        )
        for row in found
    )


def people(query: Query, rows: Rows = ALL) -> tuple[Person, ...]:
    """People with their spellings and mentions, in the Edition's order."""
    parts = Parts(query, f"person IN (SELECT id FROM person WHERE {rows.condition})", rows.values)
    names = parts.of("person_name", "name", key="person")
    mentions = parts.of("person_mention", "claim, name", key="person")
    found = query(
        f"SELECT id, name FROM person WHERE {rows.condition} ORDER BY {rows.order}", rows.values
    )
    return tuple(
        Person(
            id=person,
            name=name,
            names=first_of(names[(person,)]),
            mentions=tuple(
                MentionKey(claim=claim, name=written) for claim, written in mentions[(person,)]
            ),
        )
        for person, name in found
    )


def matches(query: Query, rows: Rows = ALL) -> tuple[ProposedMatch, ...]:
    """Proposed matches, in the Edition's order."""
    found = query(
        "SELECT left_person, right_person, score, reason"
        f" FROM proposed_match WHERE {rows.condition} ORDER BY {rows.order}",
        rows.values,
    )
    return tuple(match_of(*row) for row in found)


def _quantity(
    low: int | None, high: int | None, about: float | None, words: str | None, unit: str | None
) -> Quantity | None:
    if words is None or unit is None:
        return None
    return Quantity(low=low, high=high, about=about, words=words, unit=Unit(unit))


def _when(
    text: str | None, earliest: str | None, latest: str | None, words: str | None
) -> TimeMention | None:
    edtf = date_of(text, earliest, latest)
    if edtf is None or words is None:
        return None
    return TimeMention(edtf=edtf, words=words)


def _term(kind: str | None, duration: str | None, words: str | None) -> Term | None:
    if kind is None or words is None:
        return None
    return Term(kind=TermKind(kind), duration=duration, words=words)


def _condition(words: str | None, start: int | None, end: int | None) -> Condition | None:
    if words is None or start is None or end is None:
        return None
    return Condition(words=words, start=start, end=end)


def _passage(report: str, *values: Any) -> Passage:
    start, end, exact, prefix, suffix = values
    return Passage(report=report, start=start, end=end, exact=exact, prefix=prefix, suffix=suffix)
