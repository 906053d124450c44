"""Which state a claim on custody is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from habeas.events.actors import acting_state, report_state
from habeas.model.claims import Claim


def states_of(claims: Iterable[Claim]) -> dict[str, str | None]:
    """Say for each claim whose custody it tells of: ISO 3166-1 alpha-2, by claim id.

    The state that the claim says acts, else the one that acts in its report, else the
    only one of all the claims; None where none of these says.
    """
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)
    found: dict[str, str | None] = {}
    for listed in by_report.values():
        main = report_state(listed)
        found.update({c.id: acting_state(c.by) or main for c in listed})
    known = {state for state in found.values() if state is not None}
    if len(known) == 1:
        (only,) = known
        return dict.fromkeys(found, only)
    return found
