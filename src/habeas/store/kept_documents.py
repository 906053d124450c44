"""Records of reports that were read before, as long as nothing was added to them.

Of the lists that many events rest on each has hundreds of claims; whoever looks at one event
after another has them read once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from habeas.model.claims import Claim
from habeas.register.assemble import Records
from habeas.store.documents import records_of
from habeas.store.hidden import states_of_reports
from habeas.store.kept import Kept

_MOST_CLAIMS = 20_000
"""Claims that are kept, some kilobytes each."""

_KEPT = Kept[str, Records](_MOST_CLAIMS, lambda records: len(records.claims))
"""By report."""


def records_kept(documents: Collection[str]) -> Records:
    """What `records_of` gives of some reports as they are now; not to be asked within a change.

    Args:
        documents: Ids of the reports, at most 500.
    """
    states = states_of_reports(documents)
    parts: dict[str, Records] = {}
    for key, state in states.items():
        records = _KEPT.get(key, state)
        if records is not None:
            parts[key] = records
    missing = sorted(states.keys() - parts.keys())
    if missing:
        read = records_of(missing)
        own = _by_report(read, missing)
        if own is None:
            return records_of(documents)
        for key, records in own.items():
            _KEPT.put(key, states[key], records)
        parts |= own
    return _together(parts[key] for key in sorted(parts))


def _by_report(read: Records, documents: Iterable[str]) -> dict[str, Records] | None:
    """The parts of records that each report makes; None where something is of none of them."""
    owner: dict[str, str] = {claim.id: claim.report for claim in read.claims}
    claims: dict[str, list[Claim]] = {key: [] for key in documents}
    decided: dict[str, list[int]] = {key: [] for key in claims}
    for claim in read.claims:
        claims[claim.report].append(claim)
    for at, each in enumerate(read.claim_decisions):
        said = each.correction.report if each.correction is not None else None
        report = owner.get(each.claim, said)
        if report not in decided:
            return None
        decided[report].append(at)
    reports = {report.id: report for report in read.reports}
    return {
        key: Records(
            reports=(reports[key],) if key in reports else (),
            claims=tuple(claims[key]),
            claim_decisions=tuple(read.claim_decisions[at] for at in decided[key]),
            apart=frozenset(pair for pair in read.apart if key in pair),
        )
        for key in claims
    }


def _together(parts: Iterable[Records]) -> Records:
    some = list(parts)
    return Records(
        reports=tuple(report for part in some for report in part.reports),
        claims=tuple(claim for part in some for claim in part.claims),
        claim_decisions=tuple(each for part in some for each in part.claim_decisions),
        apart=frozenset(pair for part in some for pair in part.apart),
    )
