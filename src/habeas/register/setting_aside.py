"""What was decided about reports as a whole: no part of the register, no copies, done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from habeas.model.decisions import ReportDecision, ReportVerdict

_PAIRED = frozenset({ReportVerdict.APART, ReportVerdict.TOGETHER})
_ASIDE = frozenset({ReportVerdict.SET_ASIDE, ReportVerdict.BRING_BACK})


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingReports:
    """What holds of reports.

    Attributes:
        aside: Ids of reports that are no part of the register.
        apart: Pairs of ids of which neither copies the other.
        done: Ids of reports in which nothing is left to decide.
    """

    aside: frozenset[str]
    apart: frozenset[frozenset[str]]
    done: frozenset[str]


def standing_reports(decisions: Iterable[ReportDecision]) -> StandingReports:
    """What decisions come to: the last of its kind stands.

    Args:
        decisions: In the order in which they were recorded.
    """
    aside: dict[str, bool] = {}
    done: dict[str, bool] = {}
    apart: dict[frozenset[str], bool] = {}
    for each in decisions:
        if each.verdict in _PAIRED:
            pair = frozenset((each.report, each.other or each.report))
            apart[pair] = each.verdict is ReportVerdict.APART
        elif each.verdict in _ASIDE:
            aside[each.report] = each.verdict is ReportVerdict.SET_ASIDE
        else:
            done[each.report] = each.verdict is ReportVerdict.DONE
    return StandingReports(
        aside=frozenset(key for key, stands in aside.items() if stands),
        apart=frozenset(pair for pair, stands in apart.items() if stands),
        done=frozenset(key for key, stands in done.items() if stands),
    )
