"""Records of reports that were read before, as long as nothing was added to them.

Of the lists that many events rest on each has hundreds of claims; whoever looks at one event
after another has them read once.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterable
from threading import Lock

from habeas.model.claims import Claim
from habeas.register.assemble import Records
from habeas.store.documents import records_of
from habeas.store.hidden import states_of_reports

_MOST_CLAIMS = 20_000
"""Claims that are kept, some kilobytes each."""

_KEPT: OrderedDict[str, tuple[tuple[object, ...], Records]] = OrderedDict()
"""By report, the last asked for at the end; with the state it was read in."""

_LOCK = Lock()


def records_kept(documents: Collection[str]) -> Records:
    """What `records_of` gives of some reports as they are now; not to be asked within a change.

    Args:
        documents: Ids of the reports, at most 500.
    """
    states = states_of_reports(documents)
    with _LOCK:
        known = {key: _KEPT[key] for key in documents if key in _KEPT}
    parts = {key: records for key, (state, records) in known.items() if state == states[key]}
    missing = sorted(states.keys() - parts.keys())
    if missing:
        read = records_of(missing)
        own = _by_report(read, missing)
        if own is None:
            return records_of(documents)
        parts |= own
    with _LOCK:
        for key, records in parts.items():
            _KEPT[key] = (states[key], records)
            _KEPT.move_to_end(key)
        _make_room()
    return _together(parts[key] for key in sorted(parts))


def _make_room() -> None:
    total = sum(len(records.claims) for _, records in _KEPT.values())
    while total > _MOST_CLAIMS and len(_KEPT) > 1:
        _, (_, records) = _KEPT.popitem(last=False)
        total -= len(records.claims)


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
