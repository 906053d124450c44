"""The same amnesty with figures that do not add up; all of it is made up."""

from __future__ import annotations

from dataclasses import replace

from cli.fictional import (
    ACCOUNT,
    BRIDGE,
    CLAIMS,
    PARDON,
    REPORTS,
    ROUGHLY,
    SEA,
    WATCHED,
    claim_on,
    exactly,
    figure,
    report_of,
    said_by,
)
from habeas.model.accounts import (
    Assumption,
    AssumptionKind,
    Balance,
    Bound,
    Bounds,
    Conflict,
    ListComparison,
    Repair,
    Revision,
)
from habeas.model.claims import Act, Stance

QUAY = """Counted at the quay
Seven people went ashore at Grey Quay, the harbour master said. The ministry had spoken of \
20 prisoners on Monday."""

QUAY_REPORT = report_of(QUAY, "quay.txt", "Quay Notes", "2031-05-08")

ASHORE = claim_on(
    QUAY_REPORT,
    "Seven people went ashore at Grey Quay",
    Act.RELEASE,
    Stance.REPORTED,
    count=exactly(7, "Seven"),
    group="people",
    speakers=said_by("the harbour master"),
)
MONDAY = claim_on(
    QUAY_REPORT,
    "20 prisoners on Monday",
    Act.PARDON,
    Stance.ANNOUNCED,
    count=exactly(20),
    group="prisoners",
    speakers=said_by("The ministry"),
)

DISPUTED_REPORTS = (*REPORTS, QUAY_REPORT)
DISPUTED_CLAIMS = (*CLAIMS, ASHORE, MONDAY)

BY_SEA = (("manner", "by sea"),)
SAME = Assumption(
    id="a1b2c3d4e5f60",
    kind=AssumptionKind.ANNOUNCED_IS_DONE,
    reason="What was announced, 24 prisoners (the ministry), is taken to have been done.",
    claims=(PARDON.id,),
)
TWICE = Assumption(
    id="a9f8e7d6c5b40",
    kind=AssumptionKind.NOBODY_TWICE,
    reason="Nobody is taken to have crossed both by the bridge and by sea.",
    claims=(BRIDGE.id, ASHORE.id),
)


def _bounds(total: int) -> tuple[Bound, ...]:
    return (
        Bound(of="those freed", population=(), low=total, high=total),
        Bound(of="those by sea", population=BY_SEA, low=total - 18, high=total - 18),
        Bound(of="unnamed", population=(("named", "no"),), low=total - 3, high=total - 2),
        Bound(of="women", population=(("sex", "women"),), low=0, high=14),
        Bound(of="those of Japan", population=(("citizenship", "JP"),), low=1, high=None),
        Bound(of="minors", population=(("age", "minors"),), low=0, high=None),
    )


DISPUTED = replace(
    ACCOUNT,
    event=replace(
        ACCOUNT.event,
        claims=tuple(claim.id for claim in DISPUTED_CLAIMS),
        reports=tuple(report.id for report in DISPUTED_REPORTS),
    ),
    figures=(
        *ACCOUNT.figures[:3],
        replace(figure(SEA), population=BY_SEA),
        replace(figure(ASHORE), population=BY_SEA),
    ),
    sums=(),
    unnamed=Bounds(low=21, high=23),
    assumptions=(SAME, TWICE),
    conflicts=(
        Conflict(
            claims=(BRIDGE.id, ASHORE.id, PARDON.id),
            likewise=(),
            assumptions=(SAME.id, TWICE.id),
            tight=False,
            explanation="18 (report 2) + 7 (the harbour master) = 25, not 24 (the ministry).",
        ),
        Conflict(
            claims=(ROUGHLY.id, WATCHED.id),
            likewise=(),
            assumptions=(),
            tight=True,
            explanation="312 (the Harbour Watch) are more than roughly 300 (Ellery Gazette).",
        ),
    ),
    repairs=(
        Repair(set_aside=(PARDON.id, ROUGHLY.id), weight=2, bounds=_bounds(25)),
        Repair(set_aside=(ASHORE.id, ROUGHLY.id), weight=2, bounds=_bounds(24)),
    ),
    bounds=(
        Bound(of="those freed", population=(), low=24, high=25),
        Bound(of="those by sea", population=BY_SEA, low=6, high=7),
        Bound(of="unnamed", population=(("named", "no"),), low=21, high=23),
        *_bounds(24)[3:],
    ),
    revisions=(
        Revision(
            explanation="The ministry said 20 on 5 May and 24 on 7 May.",
            claims=(MONDAY.id, PARDON.id),
        ),
    ),
    balances=(
        Balance(
            opening=Bounds(low=336, high=336),
            closing=Bounds(low=312, high=312),
            added=Bounds(low=0, high=None),
            left=Bounds(low=24, high=24),
            gap=Bounds(low=None, high=0),
            explanation="336 - 24 = 312: the Harbour Watch's figures balance.",
            claims=(WATCHED.id, PARDON.id),
        ),
    ),
    lists=(
        ListComparison(
            left=REPORTS[1].id,
            right=QUAY_REPORT.id,
            both=Bounds(low=2, high=3),
            only_left=Bounds(low=0, high=1),
            only_right=Bounds(low=4, high=5),
            explanation="2 or 3 of the 3 on the first list are on the second, with 4 or 5 more.",
            claims=(BRIDGE.id, ASHORE.id),
        ),
    ),
    settling=("A list of the seven who went ashore.",),
)
