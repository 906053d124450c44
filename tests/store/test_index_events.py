"""Accounts by the index are those of the core over everything. All records are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from habeas.accounts import accounts_of
from habeas.model.accounts import Account
from habeas.model.claims import Act, Claim
from habeas.model.decisions import AssumptionDecision, ClaimDecision, Resolution
from habeas.model.restrictions import Level, Owner, RecordKind, Restriction, Role, Viewer
from habeas.register.deciding import (
    addition_id,
    carried_judgements,
    correction_id,
    decide_claims,
    decided_accounts,
    without_left_out,
)
from made_up import SMALL, fill

if TYPE_CHECKING:
    from store.conftest import Opener

OWNER = Owner(name="somebody")
READER = Viewer(name="reader", role=Role.READER)
NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)
SIZE = replace(SMALL, people=60, lists=2, rows=20, stories=12, claims=50, restricted=0)


def everything() -> dict[str, Account]:
    """All accounts, by the functions of the core over all that is recorded."""
    from habeas.store import records

    known = records.load_records(OWNER)
    decided = decide_claims(known.claims, known.reports, known.claim_decisions)
    claims = without_left_out(decided.claims, decided, {})
    judged = carried_judgements(known.judgements, decided)
    made = decided_accounts(
        lambda decisions: accounts_of(known.reports, claims, decisions),
        judged,
        known.assumption_decisions,
        {},
    )
    return {account.event.id: account for account in made}


def test_accounts_are_those_of_the_core(fresh_store: Opener) -> None:
    with fresh_store() as place:
        from habeas.store import deciding
        from habeas.store.audit import settled_moment
        from habeas.store.index.events import load_account, page_of_events
        from habeas.store.verifying import verify_records

        fill(SIZE, seed=3, originals=place.home / "originals")
        assert verify_records()[1] is None, "what was filled in bulk is in the chain"
        expected = everything()
        lines = page_of_events(READER, size=1000).lines
        assert [line.event for line in lines] == list(expected)
        for key, account in expected.items():
            found = load_account(key, READER)
            assert found is not None
            assert found.account == account
            assert set(account.event.claims) <= found.claims.keys()
        then = settled_moment()
        assumed = [(key, each) for key, a in expected.items() for each in a.assumptions]
        assert assumed, "something is taken for granted"
        key, assumption = assumed[0]
        deciding.decide_assumption(
            AssumptionDecision(
                assumption=assumption.id,
                kind=assumption.kind,
                claims=assumption.claims,
                resolution=Resolution.REJECT,
                reason="another day",
                by="reviewer",
                at=NOON,
            )
        )
        found = load_account(key, READER)
        assert found is not None
        assert found.account == everything()[key]
        assert [each.assumption for each in found.decisions] == [assumption.id]
        before = load_account(key, READER, known_at=then)
        assert before is not None
        assert before.account == expected[key]
        assert before.decisions == ()


def test_rows_of_lists_that_tell_of_others_change_no_account(fresh_store: Opener) -> None:
    with fresh_store() as place:
        from habeas.store import deciding
        from habeas.store.index import kept_accounts, near
        from habeas.store.index.events import load_account, page_of_events
        from habeas.store.records import load_records

        fill(replace(SIZE, decided=0), seed=3, originals=place.home / "originals")
        lists = {report.id for report in load_records(OWNER).reports if report.is_table}
        rows = [claim for claim in load_records(OWNER).claims if claim.report in lists]
        freed = next(row for row in rows if row.act is Act.RELEASE)
        held = next(row for row in rows if row.act is Act.HOLD)
        correction = replace(held, id=correction_id(held.id, "one", NOON), act=Act.RELEASE)
        added = replace(freed, id=addition_id(freed.passage, "one", NOON), act=Act.PARDON)

        def decide(claim: str, how: Resolution, correction: Claim | None = None) -> None:
            deciding.decide_claim(
                ClaimDecision(
                    claim=claim, resolution=how, reason="", by="one", at=NOON, correction=correction
                )
            )

        def check() -> None:
            expected = everything()
            lines = page_of_events(READER, size=1000).lines
            assert {line.event for line in lines} == set(expected)
            for key in [*expected, *reversed(expected)]:
                found = load_account(key, READER)
                assert found is not None
                assert found.account == expected[key]
                kept_accounts._KEPT.clear()

        check()
        assert any(part.reading is not None for _, part in near._KEPT._values.values())
        decide(freed.id, Resolution.REJECT)
        decide(held.id, Resolution.CORRECT, correction)
        check()
        decide(added.id, Resolution.ADD, added)
        check()


def test_whoever_has_time_groups_what_was_added(fresh_store: Opener) -> None:
    with fresh_store() as place:
        from habeas.store.index.events import page_of_events
        from habeas.store.index.grouping import catch_up_events

        fill(SIZE, seed=3, originals=place.home / "originals")
        assert catch_up_events()
        assert not catch_up_events()
        found = page_of_events(READER, size=1000)
        assert found.lines
        assert found.left == 0


def test_events_are_sought_by_words_places_and_days(fresh_store: Opener) -> None:
    with fresh_store() as place:
        from habeas.store.index.events import page_of_events
        from habeas.store.index.seeking import EventsSought

        fill(SIZE, seed=3, originals=place.home / "originals")

        def found(words: str) -> list[str]:
            sought = EventsSought(words=words)
            return [line.event for line in page_of_events(READER, sought, size=1000).lines]

        lines = page_of_events(READER, size=1000).lines
        dated = next(line for line in lines if line.when)
        assert dated.when is not None
        assert dated.when.earliest is not None
        day = dated.when.earliest
        for words in (dated.title.upper(), dated.title.lower(), f"{day}", f"{day:%Y-%m}"):
            assert dated.event in found(words), words
        assert dated.event in found(f"{day:%Y} {dated.title}")
        assert dated.event not in found(f"{dated.title} {day.year - 30}")
        assert found("nothing-of-the-kind \0 2031-99-99") == []


def test_nobody_finds_an_event_by_what_is_hidden_from_them(fresh_store: Opener) -> None:
    with fresh_store() as place:
        from habeas.store.index.events import page_of_events
        from habeas.store.index.seeking import EventsSought
        from habeas.store.index.tables import IndexEvent, IndexMember
        from habeas.store.restricting import restrict

        fill(SIZE, seed=3, originals=place.home / "originals")

        def told(words: str = "") -> dict[str, str]:
            page = page_of_events(READER, EventsSought(words=words), size=1000)
            assert page.total == len(page.lines)
            return {line.event: line.title for line in page.lines}

        assert told()
        row = IndexEvent.objects.filter(reports__gt=1, claims__gt=2).order_by("position")[0]
        assert row.event in told(row.title)
        claims = IndexMember.objects.filter(event=row.event).order_by("position")
        for claim in claims.values_list("claim", flat=True):
            restrict(
                Restriction(
                    kind=RecordKind.CLAIM,
                    record=claim,
                    level=Level.NAMED,
                    readers=("somebody else",),
                    reason="for their safety",
                    by="administrator",
                    at=NOON,
                )
            )
            lines = page_of_events(READER, size=1000).lines
            for act in map(Act, row.acts.split()):
                found = page_of_events(READER, EventsSought(act=act), size=1000).lines
                assert {each.event for each in found} == {
                    each.event for each in lines if act in each.acts
                }
            title = told().get(row.event)
            if title != row.title:
                break
        assert title != row.title
        assert row.event not in told(row.title)
        lines = page_of_events(READER, size=1000).lines
        linked = page_of_events(READER, EventsSought(linked=True), size=1000).lines
        assert [each for each in lines if each.reports > 1] == list(linked)
