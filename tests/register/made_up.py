"""Made-up records of every shape the types allow, for laws that must hold for all of them.

Every text, name and id is invented by Hypothesis.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta, timezone
from operator import attrgetter
from typing import Any

from hypothesis import strategies as st

from habeas.model.accounts import (
    Account,
    AccountPerson,
    Assumption,
    AssumptionKind,
    Balance,
    Bound,
    Bounds,
    Conflict,
    Figure,
    Finding,
    ListComparison,
    Naming,
    Repair,
    Revision,
)
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
from habeas.model.decisions import LinkKey, RuledLink, Ruling
from habeas.model.editions import (
    ChangeKind,
    CustodyCount,
    Edition,
    EditionBefore,
    EditionChange,
    FormerId,
    RecordKind,
)
from habeas.model.events import Event
from habeas.model.listings import ListEdition, Listing, ListMoment, ListWords, MomentKind
from habeas.model.people import Judgement, MentionKey, Person, ProposedMatch, Verdict
from habeas.model.pledges import LinkKind, Tie, TieKind, TieSide
from habeas.model.reports import Copy, Likeness, Report
from habeas.model.sanctions import EntityKind, Field, ListFormat

# PostgreSQL keeps no NUL and UTF-8 has no lone surrogates; both are refused, see the stories.
texts = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=12)
ids = st.text("0123456789abcdef", min_size=4, max_size=8)
numbers = st.none() | st.integers(0, 2**63 - 1)
codes = st.sampled_from(["BY", "LT", "US", "CU"])
dates = st.sampled_from(
    ["2025-12-13", "2021", "2024-02", "2024-07/..", "XXXX-12-13", "2024-07/", "/2025", "1999?"]
).map(EdtfDate.parse)
moments = st.datetimes(
    datetime(1900, 1, 1),  # noqa: DTZ001 - Hypothesis adds the zone
    datetime(2999, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=3)), timezone(timedelta(hours=-5))]),
)


def listed[T](one: st.SearchStrategy[T], most: int = 3) -> st.SearchStrategy[tuple[T, ...]]:
    """Tuples of up to `most`."""
    return st.lists(one, max_size=most).map(tuple)


def made[T](kind: type[T], /, **parts: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    """Values of a model type; fails where a field of the type is not made up here."""
    names = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    assert names == parts.keys(), names ^ parts.keys()
    return st.builds(kind, **parts)


reports = made(
    Report,
    id=st.text("0123456789abcdef", min_size=64, max_size=64),
    file=st.none() | texts,
    url=st.none() | texts,
    media_type=st.sampled_from(["text/plain", "text/html"]),
    language=st.sampled_from(["en", "ru", "und"]),
    title=texts,
    publisher=st.none() | texts,
    published=st.none() | dates,
    retrieved=st.none() | dates,
    text=texts.map(lambda text: text + "."),
)
quantities = made(
    Quantity,
    low=numbers,
    high=numbers,
    about=st.none() | st.floats(0, 1e12),
    words=texts,
    unit=st.sampled_from(Unit),
)
mentions = made(
    Mention,
    name=texts,
    roles=listed(texts),
    nationality=st.none() | codes,
    named=st.booleans(),
    age=st.none() | st.integers(0, 130),
)
speakers = made(Speaker, name=texts, kind=st.sampled_from(SpeakerKind), cue=texts)


@st.composite
def claims_of(draw: st.DrawFn, report: Report) -> tuple[Claim, ...]:
    """Claims of one report, in text order, some of them part of another."""
    size = len(report.text)
    starts = sorted(draw(st.lists(st.integers(0, size - 1), max_size=4)))
    made_ids = draw(st.lists(ids, min_size=len(starts), max_size=len(starts), unique=True))
    names = [f"{report.id[:6]}-{each}" for each in made_ids]
    return tuple(
        draw(_claim(report, name, start, names)) for name, start in zip(names, starts, strict=True)
    )


def _claim(report: Report, name: str, start: int, others: list[str]) -> st.SearchStrategy[Claim]:
    place = st.integers(0, 50)
    return made(
        Claim,
        id=st.just(name),
        report=st.just(report.id),
        act=st.sampled_from(Act),
        stance=st.sampled_from(Stance),
        passage=st.integers(start + 1, len(report.text)).map(
            lambda end: report.passage(start, end)
        ),
        count=st.none() | quantities,
        group=st.none() | texts,
        names=listed(mentions),
        nationalities=listed(codes),
        part_of=st.none() | st.sampled_from(others),
        by=st.none() | texts,
        object=st.none() | texts,
        charges=listed(texts),
        term=st.none()
        | made(
            Term,
            kind=st.sampled_from(TermKind),
            duration=st.none() | texts,
            words=texts.filter(bool),
        ),
        place=st.none() | texts,
        when=st.none() | made(TimeMention, edtf=dates, words=texts),
        condition=st.none() | made(Condition, words=texts, start=place, end=place),
        speakers=listed(speakers),
    )


judgements = made(
    Judgement,
    left=ids,
    right=ids,
    verdict=st.sampled_from(Verdict),
    reason=texts,
    by=texts,
    at=moments,
)


_before = made(
    EditionBefore,
    digest=st.text("0123456789abcdef", min_size=64, max_size=64),
    as_of=st.dates(date(1900, 1, 1)),
    known_at=moments,
)
_change = made(
    EditionChange, kind=st.sampled_from(RecordKind), id=ids, change=st.sampled_from(ChangeKind)
)
_former = made(FormerId, kind=st.just(RecordKind.PERSON), former=ids, now=ids)
_custody = made(
    CustodyCount,
    day=st.dates(date(1900, 1, 1)),
    **dict.fromkeys(("held", "disputed", "free", "unknown"), st.integers(0, 10_000)),
)


def _ties(claims: tuple[Claim, ...]) -> st.SearchStrategy[tuple[Tie, ...]]:
    """Ties whose words are those of claims, at most one of each."""
    side = made(
        TieSide,
        words=st.none() | texts,
        acts=listed(st.sampled_from(Act)),
        claims=_some(tuple(claim.id for claim in claims)),
    )
    chosen = [
        st.none()
        | made(
            Tie,
            id=st.just(f"x-{claim.id}"),
            report=st.just(claim.report),
            kind=st.sampled_from(TieKind),
            cue=texts,
            given=side,
            got=side,
            speakers=listed(speakers),
            passage=st.just(claim.passage),
        )
        for claim in claims
    ]
    return st.tuples(*chosen).map(lambda some: tuple(tie for tie in some if tie is not None))


def _copies(reports: tuple[Report, ...]) -> st.SearchStrategy[tuple[Copy, ...]]:
    """Copies of some reports, in their order."""
    known = st.sampled_from([report.id for report in reports]) if reports else st.nothing()
    chosen = [
        st.none()
        | made(Copy, report=st.just(report.id), of=known, likeness=st.sampled_from(Likeness))
        for report in reports
    ]
    return st.tuples(*chosen).map(lambda some: tuple(copy for copy in some if copy is not None))


def _ruled_link(claims: tuple[Claim, ...]) -> st.SearchStrategy[RuledLink]:
    about = made(
        LinkKey,
        id=texts,
        kind=st.sampled_from(LinkKind),
        anchor=texts,
        report=st.sampled_from([claim.report for claim in claims]),
        claims=_some(tuple(claim.id for claim in claims)),
    )
    return made(RuledLink, about=about, ruling=st.sampled_from([Ruling.ACCEPT, Ruling.REJECT]))


_words = made(ListWords, field=st.sampled_from(Field), is_gone=st.booleans(), text=texts)


@st.composite
def _lists(draw: st.DrawFn) -> tuple[tuple[ListEdition, ...], tuple[Listing, ...]]:
    """Editions of lists, and entries of them with what became of each."""
    editions = draw(
        _in_order(
            made(
                ListEdition,
                id=ids,
                title=texts,
                day=st.dates(date(1900, 1, 1)),
                digest=texts,
                format=st.sampled_from(ListFormat),
                file=st.none() | texts,
                entries=st.integers(1, 10_000),
            ),
            "id",
        )
    )
    if not editions:
        return (), ()
    known = st.sampled_from([each.id for each in editions])
    moment = made(
        ListMoment,
        id=ids,
        kind=st.sampled_from(MomentKind),
        edition=known,
        before=st.none() | known,
        place=texts,
        words=listed(_words),
    )
    entry = made(
        Listing,
        **dict.fromkeys(("id", "pledge", "entry"), ids),
        **dict.fromkeys(("title", "name", "matched", "words"), texts),
        kind=st.sampled_from(EntityKind),
        likeness=st.floats(0, 1),
        reasons=listed(texts),
        doubts=listed(texts),
        is_decided=st.booleans(),
        moments=listed(moment),
    )
    return editions, draw(_in_order(entry, "id"))


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    """Whole Editions whose records refer only to each other."""
    found = draw(st.lists(reports, max_size=3, unique_by=lambda report: report.id[:6]))
    claims = tuple(claim for report in found for claim in draw(claims_of(report)))
    lists, listings = draw(_lists())
    people = tuple(draw(st.lists(_person(claims), max_size=3, unique_by=lambda one: one.id)))
    return Edition(
        title=draw(texts),
        as_of=draw(st.dates(date(1900, 1, 1))),
        known_at=draw(moments),
        reports=tuple(found),
        claims=claims,
        people=people,
        matches=draw(listed(_match(people))) if people else (),
        accounts=tuple(
            draw(st.lists(_account(claims, people), max_size=2, unique_by=lambda one: one.event.id))
        ),
        withheld=draw(st.integers(0, 10_000)),
        rejected=draw(st.integers(0, 10_000)),
        corrections=tuple(claim.id for claim in claims if draw(st.booleans())),
        custody=tuple(
            sorted(
                draw(st.lists(_custody, max_size=2, unique_by=lambda one: one.day)),
                key=lambda one: one.day,
            )
        ),
        before=draw(st.none() | _before),
        changes=draw(listed(_change)),
        ties=draw(_ties(claims)),
        copies=draw(_copies(tuple(found))),
        lists=lists,
        listings=listings,
        ruled_links=draw(listed(_ruled_link(claims))) if claims else (),
        former_ids=tuple(
            sorted(
                draw(st.lists(_former, max_size=2, unique_by=lambda one: one.former)),
                key=lambda one: one.former,
            )
        ),
    )


def _in_order[T](one: st.SearchStrategy[T], key: str) -> st.SearchStrategy[tuple[T, ...]]:
    """Up to two, no two alike in `key` and in its order."""
    of = attrgetter(key)
    return st.lists(one, max_size=2, unique_by=of).map(lambda some: tuple(sorted(some, key=of)))


def _some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return listed(st.sampled_from(values)) if values else st.just(())


def _person(claims: tuple[Claim, ...]) -> st.SearchStrategy[Person]:
    mention = made(
        MentionKey, claim=st.sampled_from([claim.id for claim in claims] or [""]), name=texts
    )
    return made(
        Person,
        id=ids,
        name=texts,
        names=listed(texts),
        mentions=listed(mention) if claims else st.just(()),
        protected=st.just(False),
    )


def _match(people: tuple[Person, ...]) -> st.SearchStrategy[ProposedMatch]:
    one = st.sampled_from([person.id for person in people])
    return made(ProposedMatch, left=one, right=one, score=st.floats(0, 1), reason=texts)


populations = listed(st.tuples(texts, texts))
ranges = made(
    Bounds,
    low=st.none() | st.integers(-(2**63) + 1, 2**63 - 1),
    high=st.none() | st.integers(-(2**63) + 1, 2**63 - 1),
)
bounds = made(Bound, of=texts, population=populations, low=st.integers(0, 2**63 - 1), high=numbers)


@st.composite
def _account(draw: st.DrawFn, claims: tuple[Claim, ...], people: tuple[Person, ...]) -> Account:
    some = _some(tuple(claim.id for claim in claims))
    one_claim = st.sampled_from([claim.id for claim in claims] or [""])
    figure = made(Figure, claim=one_claim, population=populations, voices=st.integers(0, 50))
    named = made(
        AccountPerson,
        person=st.sampled_from([person.id for person in people] or [""]),
        name=texts,
        naming=st.sampled_from(Naming),
        claims=some,
    )
    figures = listed(figure) if claims else st.just(())
    findings = listed(made(Finding, explanation=texts, claims=some))
    return draw(
        made(
            Account,
            event=_event(claims, some),
            unnamed=made(Bounds, low=numbers, high=numbers),
            people=listed(named) if people else st.just(()),
            matches=listed(_match(people)) if people else st.just(()),
            nationalities=listed(codes),
            questions=listed(texts),
            settling=listed(texts),
            **dict.fromkeys(("figures", "held", "counted"), figures),
            **dict.fromkeys(("agreed", "sums", "subsets", "totals"), findings),
            **dict.fromkeys(("pledges", "withheld", "meetings", "expected", "demands"), some),
            **dict.fromkeys(("charges", "earlier", "denied", "others", "doubtful"), some),
            **_engine(draw(_assumptions(some)), some),
            lists=_comparisons(claims, some),
        )
    )


def _assumptions(
    some: st.SearchStrategy[tuple[str, ...]],
) -> st.SearchStrategy[tuple[Assumption, ...]]:
    one = made(Assumption, id=ids, kind=st.sampled_from(AssumptionKind), reason=texts, claims=some)
    return st.lists(one, max_size=3, unique_by=lambda each: each.id).map(tuple)


def _engine(
    assumptions: tuple[Assumption, ...], some: st.SearchStrategy[tuple[str, ...]]
) -> dict[str, st.SearchStrategy[Any]]:
    """What follows from the claims together; conflicts refer to the assumptions given."""
    conflict = made(
        Conflict,
        claims=some,
        likewise=some,
        assumptions=_some(tuple(each.id for each in assumptions)),
        tight=st.booleans(),
        explanation=texts,
    )
    repair = made(Repair, set_aside=some, weight=st.integers(0, 50), bounds=listed(bounds))
    balance = made(
        Balance,
        explanation=texts,
        claims=some,
        **dict.fromkeys(("opening", "closing", "added", "left", "gap"), ranges),
    )
    return {
        "assumptions": st.just(assumptions),
        "conflicts": listed(conflict),
        "repairs": listed(repair),
        "bounds": listed(bounds),
        "revisions": listed(made(Revision, explanation=texts, claims=some)),
        "balances": listed(balance),
    }


def _comparisons(
    claims: tuple[Claim, ...], some: st.SearchStrategy[tuple[str, ...]]
) -> st.SearchStrategy[tuple[ListComparison, ...]]:
    if not claims:
        return st.just(())
    report = st.sampled_from([claim.report for claim in claims])
    compared = made(
        ListComparison,
        left=report,
        right=report,
        explanation=texts,
        claims=some,
        **dict.fromkeys(("both", "only_left", "only_right"), ranges),
    )
    return listed(compared)


def _event(
    claims: tuple[Claim, ...], some: st.SearchStrategy[tuple[str, ...]]
) -> st.SearchStrategy[Event]:
    return made(
        Event,
        id=ids,
        title=texts,
        acts=listed(st.sampled_from(Act)),
        by=st.none() | codes,
        place=st.none() | texts,
        when=st.none() | dates,
        claims=some,
        reports=_some(tuple({claim.report for claim in claims})),
    )
