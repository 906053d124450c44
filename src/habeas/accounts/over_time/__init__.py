"""Figures over time: what a speaker revised, stocks and flows between days, totals that run.

Pure functions on claims; none asks what day it is.
"""

from __future__ import annotations

from habeas.accounts.over_time.balances import balances_of
from habeas.accounts.over_time.flows import Flow, Way, flows_of
from habeas.accounts.over_time.knowing import Known, began_by, known_by
from habeas.accounts.over_time.revisions import revisions_of
from habeas.accounts.over_time.stocks import Stock, stocks_of
from habeas.accounts.over_time.totals import running_totals

__all__ = [
    "Flow",
    "Known",
    "Stock",
    "Way",
    "balances_of",
    "began_by",
    "flows_of",
    "known_by",
    "revisions_of",
    "running_totals",
    "stocks_of",
]
