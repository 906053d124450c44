"""Whatever is changed later, what was known at a moment stays what it was then.

All records are invented.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from habeas.model.accounts import AssumptionKind
from habeas.model.claims import Act, Claim
from habeas.model.decisions import AssumptionDecision, ClaimDecision, Resolution
from habeas.model.people import Withdrawal
from habeas.model.reports import Report
from habeas.people import judgement_id
from habeas.register.assemble import Records, assemble_edition
from habeas.register.deciding import correction_id
from habeas.register.edition_file import write_edition
from habeas.store.decisions import Decision, Outcome
from register.made_up.claims import judgements
from register.made_up.values import listed, moments, texts
from store.changing import REJECTED
from store.test_records import CLAIM, DATA, NOON, OWNER, REPORT, batches

if TYPE_CHECKING:
    from store.conftest import Opener

type Batch = list[tuple[Report, bytes, tuple[Claim, ...]]]
type Change = Callable[[st.DataObject, Batch], None]

NAMES = st.sampled_from(["Ada Example", "Jan Petrov"])


def read(data: st.DataObject, batch: Batch) -> None:
    """Add a report, or read it anew with another title or fewer claims."""
    from habeas.store import records

    report, content, claims = data.draw(st.sampled_from(batch))
    titled = replace(report, title=data.draw(st.sampled_from(["", "Freed"])))
    some = claims[: data.draw(st.integers(0, len(claims)))]
    left = {claim.id for claim in some}
    whole = [replace(c, part_of=c.part_of if c.part_of in left else None) for c in some]
    records.save_reading(titled, content, whole, at=data.draw(moments), by="documenter")


def judge(data: st.DataObject, batch: Batch) -> None:
    from habeas.store import records

    records.save_judgement(data.draw(judgements))


def withdraw(data: st.DataObject, batch: Batch) -> None:
    from habeas.store import records

    made = records.load_judgements(OWNER)
    if made:
        judgement = data.draw(st.sampled_from(made))
        records.withdraw_judgement(
            Withdrawal(judgement=judgement_id(judgement), reason="", by="editor", at=judgement.at)
        )


def protect(data: st.DataObject, batch: Batch) -> None:
    from habeas.store import records

    change = data.draw(st.sampled_from([records.protect_name, records.unprotect_name]))
    change(data.draw(NAMES), Decision(by="reviewer", at=data.draw(moments)))


def decide_claim(data: st.DataObject, batch: Batch) -> None:
    from habeas.store import deciding, records

    known = records.load_records(OWNER)
    standing = {each.claim for each in known.claim_decisions}
    if not known.claims:
        return
    claim = data.draw(st.sampled_from(known.claims))
    # What is added stands for no claim; it is tried where reports are read anew.
    resolution = data.draw(st.sampled_from(sorted(set(Resolution) - {Resolution.ADD})))
    at = data.draw(moments)
    correction = None
    if resolution is Resolution.UNDO and claim.id not in standing:
        return
    if resolution is Resolution.CORRECT:
        key = correction_id(claim.id, "documenter", at)
        correction = replace(claim, id=key, act=data.draw(st.sampled_from(Act)))
    decision = ClaimDecision(
        claim=claim.id,
        resolution=resolution,
        reason=data.draw(texts),
        by="documenter",
        at=at,
        correction=correction,
    )
    before = deciding.claim_decisions(None)
    if deciding.decide_claim(decision) is Outcome.ADDED:
        assert deciding.claim_decisions(None) == (*before, decision)


def decide_assumption(data: st.DataObject, batch: Batch) -> None:
    from habeas.store import deciding, records

    key = data.draw(st.sampled_from(["a1", "a2"]))
    standing = {each.assumption for each in records.load_records(OWNER).assumption_decisions}
    options = [Resolution.ACCEPT, Resolution.REJECT]
    resolution = data.draw(
        st.sampled_from([*options, Resolution.UNDO] if key in standing else options)
    )
    decision = AssumptionDecision(
        assumption=key,
        kind=data.draw(st.sampled_from(AssumptionKind)),
        claims=data.draw(listed(texts)),
        resolution=resolution,
        reason=data.draw(texts),
        by="reviewer",
        at=data.draw(moments),
    )
    before = deciding.assumption_decisions(None)
    if deciding.decide_assumption(decision) is Outcome.ADDED:
        assert deciding.assumption_decisions(None) == (*before, decision)


CHANGES: list[Change] = [read, read, judge, withdraw, protect, decide_claim, decide_assumption]


@given(batch=batches(), changes=st.lists(st.sampled_from(CHANGES), max_size=8), data=st.data())
@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_what_was_known_at_a_moment_stays_what_it_was(
    fresh_store: Opener, batch: Batch, changes: list[Change], data: st.DataObject
) -> None:
    assume(batch)
    with fresh_store():
        from habeas.store import records
        from habeas.store.audit import settled_moment
        from habeas.store.verifying import verify_records

        known: list[tuple[datetime, Records]] = []
        for change in changes:
            change(data, batch)
            moment = settled_moment()
            now = records.load_past_records(OWNER)
            assert (
                records.load_records(OWNER)
                == now
                == records.load_past_records(OWNER, known_at=moment)
            )
            known.append((moment, now))
        for moment, then in known:
            assert records.load_past_records(OWNER, known_at=moment) == then
            today = records.load_records(OWNER, known_at=moment)
            assert replace(today, protected=then.protected) == then
            assert set(records.load_protected()) <= set(today.protected)
        assert verify_records()[1] is None


def test_an_edition_of_an_earlier_moment_has_the_same_bytes(
    fresh_store: Opener, tmp_path: Path
) -> None:
    with fresh_store():
        from habeas.store import deciding, records
        from habeas.store.audit import settled_moment

        def publish(moment: datetime) -> str:
            made = assemble_edition(
                records.load_past_records(OWNER, known_at=moment),
                title="Invented",
                as_of=date(2026, 1, 4),
                known_at=moment,
            )
            return write_edition(made, tmp_path / "edition.sqlite")

        more = replace(CLAIM, id="c2", act=Act.PARDON)
        changes: list[Callable[[], object]] = [
            lambda: records.save_reading(REPORT, DATA, [CLAIM], at=NOON),
            lambda: deciding.decide_claim(REJECTED),
            lambda: deciding.decide_claim(replace(REJECTED, resolution=Resolution.UNDO)),
            lambda: records.save_reading(REPORT, DATA, [CLAIM, more], at=NOON),
            lambda: records.protect_name("Ada Example", Decision(by="reviewer", at=NOON)),
            lambda: records.unprotect_name("Ada Example", Decision(by="reviewer", at=NOON)),
        ]
        digests = {}
        for change in changes:
            change()
            moment = settled_moment()
            digests[moment] = publish(moment)
        assert {moment: publish(moment) for moment in digests} == digests
        assert len(set(digests.values())) == len(changes)
