"""Promise, condition, delivery, by whose account; and what is said to be traded for what."""

from __future__ import annotations

from habeas.pledges.board import is_pledge, pledges_of, promisor_state
from habeas.pledges.chain import chain_of
from habeas.pledges.deals import deals_of
from habeas.pledges.meaning import conditions_met
from habeas.pledges.standing import settle_pledge, state_on
from habeas.pledges.timeline import timeline_of

__all__ = [
    "chain_of",
    "conditions_met",
    "deals_of",
    "is_pledge",
    "pledges_of",
    "promisor_state",
    "settle_pledge",
    "state_on",
    "timeline_of",
]
