"""Rows of an Edition back as values of the model; the reverse of `edition_rows`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.model.accounts import Account, AccountPerson, Bounds, Figure, Finding, Naming
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
from habeas.model.dates import EdtfDate
from habeas.model.events import Event
from habeas.model.people import MentionKey, Person, ProposedMatch
from habeas.model.reports import Passage, Report
from habeas.register.edition_rows import EVENT_ACTS, EVENT_CLAIMS

Query = Callable[[str, tuple[Any, ...]], list[tuple[Any, ...]]]
"""Runs one SELECT with its parameters and returns all its rows."""

type Groups = defaultdict[tuple[Any, ...], list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Some rows of one table: those whose `column` satisfies `condition`.

    Attributes:
        condition: SQL over the key of the table, e.g. `id IN (?, ?)`; `1` for all.
            Written by this package, never taken from input.
        values: Its parameters.
        order: Columns to order by.
    """

    condition: str = "1"
    values: tuple[Any, ...] = ()
    order: str = "position"


ALL = Rows()


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
            published=_date(*row[7:10]),
            retrieved=_date(*row[10:13]),
            text=row[13],
        )
        for row in found
    )


def claims(query: Query, rows: Rows = ALL) -> tuple[Claim, ...]:
    """Claims with all their parts, in the Edition's order unless `rows` says otherwise."""
    parts = _Parts(query, f"claim IN (SELECT id FROM claim WHERE {rows.condition})", rows.values)
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
                    roles=_first(roles[row[0], position]),
                )
                for position, name, state, age, named in names[(row[0],)]
            ),
            nationalities=_first(nationalities[(row[0],)]),
            charges=_first(charges[(row[0],)]),
            speakers=tuple(
                Speaker(name=name, kind=SpeakerKind(kind), cue=cue)
                for name, kind, cue in speakers[(row[0],)]
            ),
        )
        for row in found
    )


def people(query: Query, rows: Rows = ALL) -> tuple[Person, ...]:
    """People with their spellings and mentions, in the Edition's order."""
    parts = _Parts(query, f"person IN (SELECT id FROM person WHERE {rows.condition})", rows.values)
    names = parts.of("person_name", "name", key="person")
    mentions = parts.of("person_mention", "claim, name", key="person")
    found = query(
        f"SELECT id, name FROM person WHERE {rows.condition} ORDER BY {rows.order}", rows.values
    )
    return tuple(
        Person(
            id=person,
            name=name,
            names=_first(names[(person,)]),
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
    return tuple(_match(*row) for row in found)


def accounts(query: Query, rows: Rows = ALL) -> tuple[Account, ...]:
    """Accounts with all their parts, in the Edition's order."""
    condition = f"event IN (SELECT event FROM account WHERE {rows.condition})"
    lists = _AccountLists.read(_Parts(query, condition, rows.values))
    found = query(
        "SELECT event, title, actor, place, happened, happened_earliest, happened_latest,"
        " unnamed_low, unnamed_high"
        f" FROM account WHERE {rows.condition} ORDER BY {rows.order}",
        rows.values,
    )
    return tuple(_account(row, lists) for row in found)


def _account(row: tuple[Any, ...], lists: _AccountLists) -> Account:
    event = row[0]
    return Account(
        event=Event(
            id=event,
            title=row[1],
            acts=tuple(Act(text) for text in _first(lists.texts[event, EVENT_ACTS])),
            by=row[2],
            place=row[3],
            when=_date(*row[4:7]),
            claims=_first(lists.claims[event, EVENT_CLAIMS]),
            reports=_first(lists.reports[(event,)]),
        ),
        unnamed=Bounds(low=row[7], high=row[8]),
        figures=tuple(lists.figures_of(event, "figures")),
        agreed=tuple(lists.findings_of(event, "agreed")),
        sums=tuple(lists.findings_of(event, "sums")),
        differing=tuple(lists.findings_of(event, "differing")),
        people=tuple(lists.people_of(event)),
        held=tuple(lists.figures_of(event, "held")),
        nationalities=_first(lists.texts[event, "nationalities"]),
        pledges=_first(lists.claims[event, "pledges"]),
        withheld=_first(lists.claims[event, "withheld"]),
        meetings=_first(lists.claims[event, "meetings"]),
        expected=_first(lists.claims[event, "expected"]),
        demands=_first(lists.claims[event, "demands"]),
        charges=_first(lists.claims[event, "charges"]),
        earlier=_first(lists.claims[event, "earlier"]),
        questions=_first(lists.texts[event, "questions"]),
        subsets=tuple(lists.findings_of(event, "subsets")),
        matches=tuple(_match(*match) for match in lists.matches[(event,)]),
        denied=_first(lists.claims[event, "denied"]),
        others=_first(lists.claims[event, "others"]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _AccountLists:
    """The lists of some accounts, by event id and list name."""

    texts: Groups
    reports: Groups
    claims: Groups
    figures: Groups
    populations: Groups
    findings: Groups
    finding_claims: Groups
    people: Groups
    person_claims: Groups
    matches: Groups

    @classmethod
    def read(cls, parts: _Parts) -> _AccountLists:
        finding_key = "event, list, finding_position"
        figure_key = "event, list, figure_position"
        return cls(
            texts=parts.of("account_text", "text", key="event, list"),
            reports=parts.of("account_report", "report", key="event"),
            claims=parts.of("account_claim", "claim", key="event, list"),
            figures=parts.of("account_figure", "position, claim, voices", key="event, list"),
            populations=parts.of("account_figure_population", "attribute, value", key=figure_key),
            findings=parts.of("account_finding", "position, explanation", key="event, list"),
            finding_claims=parts.of("account_finding_claim", "claim", key=finding_key),
            people=parts.of("account_person", "position, person, name, naming", key="event"),
            person_claims=parts.of("account_person_claim", "claim", key="event, person_position"),
            matches=parts.of(
                "account_match", "left_person, right_person, score, reason", key="event"
            ),
        )

    def figures_of(self, event: str, name: str) -> Iterator[Figure]:
        for position, claim, voices in self.figures[event, name]:
            pairs = tuple((each[0], each[1]) for each in self.populations[event, name, position])
            yield Figure(claim=claim, population=pairs, voices=voices)

    def findings_of(self, event: str, name: str) -> Iterator[Finding]:
        for position, explanation in self.findings[event, name]:
            claims = _first(self.finding_claims[event, name, position])
            yield Finding(explanation=explanation, claims=claims)

    def people_of(self, event: str) -> Iterator[AccountPerson]:
        for position, person, name, naming in self.people[(event,)]:
            claims = _first(self.person_claims[event, position])
            yield AccountPerson(person=person, name=name, naming=Naming(naming), claims=claims)


@dataclass(frozen=True, slots=True)
class _Parts:
    """Reads the child rows of the chosen parents, one query for each table."""

    query: Query
    condition: str
    values: tuple[Any, ...]

    def of(self, table: str, columns: str, *, key: str) -> Groups:
        """Rows of `table` as lists of `columns` by `key`, each in order of position."""
        width = key.count(",") + 1
        groups: Groups = defaultdict(list)
        sql = (
            f"SELECT {key}, {columns} FROM {table} WHERE {self.condition} ORDER BY {key}, position"
        )
        for row in self.query(sql, self.values):
            groups[row[:width]].append(row[width:])
        return groups


def _first(rows: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    return tuple(row[0] for row in rows)


def _date(text: str | None, earliest: str | None, latest: str | None) -> EdtfDate | None:
    if text is None:
        return None
    first = date.fromisoformat(earliest) if earliest else None
    last = date.fromisoformat(latest) if latest else None
    return EdtfDate(text=text, earliest=first, latest=last)


def _match(left: str, right: str, score: float, reason: str) -> ProposedMatch:
    return ProposedMatch(left=left, right=right, score=score, reason=reason)


def _quantity(
    low: int | None, high: int | None, about: float | None, words: str | None, unit: str | None
) -> Quantity | None:
    if words is None or unit is None:
        return None
    return Quantity(low=low, high=high, about=about, words=words, unit=Unit(unit))


def _when(
    text: str | None, earliest: str | None, latest: str | None, words: str | None
) -> TimeMention | None:
    edtf = _date(text, earliest, latest)
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
