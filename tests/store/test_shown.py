"""What is kept of what somebody may not see is what it is when asked anew. Records are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from habeas.model.decisions import ClaimDecision, Resolution
from habeas.model.people import Judgement, Verdict
from habeas.model.restrictions import Level, RecordKind, Restriction, Role, Viewer
from habeas.people import spelling_id
from made_up import SMALL, fill

if TYPE_CHECKING:
    from store.conftest import Opener

READER = Viewer(name="reader", role=Role.READER)
NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)
SIZE = replace(SMALL, people=40, lists=3, rows=40, stories=14, claims=60, restricted=0)

EVENTS = 5
"""Of so many events the account of one is looked at."""


def forget() -> None:
    """Let nothing be known from before."""
    from habeas.store import gate, hidden, kept_documents, mentioned, spelled
    from habeas.store.index import kept_accounts, near, shown, shown_events

    gate._gate.cache_clear()
    kept_documents._KEPT.clear()
    kept_accounts._KEPT.clear()
    near._KEPT.clear()
    for kept in (gate._KNOWN, mentioned._READ, spelled._READ, shown._UNSEEN, shown_events._KNOWN):
        kept.clear()
    for cached in (hidden._claims_of, hidden._beside, hidden._persons):
        cached.cache_clear()


def answers() -> tuple[Any, ...]:
    """What a reader is told, in all that is kept of it."""
    from habeas.store.gate import gate_for
    from habeas.store.index.events import load_account, page_of_events, states_of_events
    from habeas.store.index.people import page_of_people
    from habeas.store.index.shown import unseen_people

    gate = gate_for(READER)
    some = page_of_events(READER, size=1000).lines[::EVENTS]
    return (
        gate.hidden,
        unseen_people(gate),
        page_of_people(READER, size=1000),
        page_of_events(READER, size=1000),
        states_of_events(READER),
        [load_account(line.event, READER) for line in some],
    )


def told_one_by_one() -> dict[str, tuple[str, int]]:
    """Title and number of claims of each event, told by what is left of it, event by event."""
    from habeas.store.gate import gate_for
    from habeas.store.index.shown_events import derived, event_in, read_of
    from habeas.store.index.tables import IndexEvent, IndexMember

    gate = gate_for(READER)
    found = {}
    for row in IndexEvent.objects.order_by("position"):
        members = list(IndexMember.objects.filter(event=row.event).order_by("position"))
        reports, claims, _ = read_of({member.document for member in members}, gate)
        own = [member.claim for member in members if member.claim in claims]
        event = derived(event_in(row, own, claims), reports.values(), claims) if own else None
        if event is not None:
            found[row.event] = (event.title, len(event.claims))
    return found


def restricted(kind: RecordKind, record: str) -> Restriction:
    return Restriction(
        kind=kind,
        record=record,
        level=Level.NAMED,
        readers=("somebody else",),
        reason="for their safety",
        by="administrator",
        at=NOON,
    )


def test_what_is_kept_is_what_is_found_anew(fresh_store: Opener) -> None:
    with fresh_store() as place:
        from habeas.store import deciding, models, records
        from habeas.store.decisions import Decision
        from habeas.store.index.events import page_of_events
        from habeas.store.restricting import restrict, undo_restriction

        fill(SIZE, seed=5, originals=place.home / "originals")
        report = models.Document.objects.order_by("pk").values_list("pk", flat=True)[0]
        claims = list(models.Claim.objects.order_by("claim").values_list("claim", "reading"))
        names = sorted(models.ClaimName.objects.values_list("name", flat=True))
        someone, another = names[0], names[-1]
        decision = Decision(by="administrator", at=NOON, reason="")
        steps: list[Any] = [
            lambda: None,
            lambda: restrict(restricted(RecordKind.CLAIM, claims[0][0])),
            lambda: restrict(restricted(RecordKind.REPORT, report)),
            lambda: deciding.decide_claim(
                ClaimDecision(
                    claim=claims[-1][0],
                    resolution=Resolution.REJECT,
                    reason="",
                    by="reviewer",
                    at=NOON,
                )
            ),
            lambda: restrict(restricted(RecordKind.PERSON, spelling_id(someone))),
            lambda: records.save_judgement(
                Judgement(
                    left=spelling_id(someone),
                    right=spelling_id(another),
                    verdict=Verdict.SAME,
                    reason="",
                    by="reviewer",
                    at=NOON,
                )
            ),
            lambda: restrict(restricted(RecordKind.CLAIM, claims[len(claims) // 2][0])),
            lambda: undo_restriction(RecordKind.REPORT, report, decision),
            lambda: undo_restriction(RecordKind.PERSON, spelling_id(someone), decision),
        ]
        seen = []
        for step in steps:
            step()
            kept = answers()
            assert kept == answers()
            forget()
            assert kept == answers()
            page = page_of_events(READER, size=1000)
            told = {line.event: (line.title, line.claims) for line in page.lines}
            assert told == told_one_by_one()
            assert page.total == len(told)
            seen.append(told)
        assert any(one != other for one, other in pairwise(seen))
