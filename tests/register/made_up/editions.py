"""Made-up Editions of every shape the types allow, for laws that must hold for all of them.

Every text, name and id is invented by Hypothesis.
"""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from habeas.model.claims import Act, Claim
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
from habeas.model.listings import ListEdition, Listing, ListMoment, ListWords, MomentKind
from habeas.model.pledges import LinkKind, Tie, TieKind, TieSide
from habeas.model.reports import Copy, Likeness, Report
from habeas.model.sanctions import EntityKind, Field, ListFormat
from register.made_up.accounts import account_of, match_of, person_of
from register.made_up.claims import claims_of, reports, speakers
from register.made_up.values import ids, in_order, listed, made, moments, some_of, texts

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
        claims=some_of(tuple(claim.id for claim in claims)),
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
        claims=some_of(tuple(claim.id for claim in claims)),
    )
    return made(RuledLink, about=about, ruling=st.sampled_from([Ruling.ACCEPT, Ruling.REJECT]))


_words = made(ListWords, field=st.sampled_from(Field), is_gone=st.booleans(), text=texts)


@st.composite
def _lists(draw: st.DrawFn) -> tuple[tuple[ListEdition, ...], tuple[Listing, ...]]:
    """Editions of lists, and entries of them with what became of each."""
    editions = draw(
        in_order(
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
    return editions, draw(in_order(entry, "id"))


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    """Whole Editions whose records refer only to each other."""
    found = draw(st.lists(reports, max_size=3, unique_by=lambda report: report.id[:6]))
    claims = tuple(claim for report in found for claim in draw(claims_of(report)))
    lists, listings = draw(_lists())
    people = tuple(draw(st.lists(person_of(claims), max_size=3, unique_by=lambda one: one.id)))
    return Edition(
        title=draw(texts),
        as_of=draw(st.dates(date(1900, 1, 1))),
        known_at=draw(moments),
        reports=tuple(found),
        claims=claims,
        people=people,
        matches=draw(listed(match_of(people))) if people else (),
        accounts=tuple(
            draw(
                st.lists(account_of(claims, people), max_size=2, unique_by=lambda one: one.event.id)
            )
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
