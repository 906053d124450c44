"""Promise, condition, delivery, by whose account."""

from __future__ import annotations

from habeas.pledges.board import is_pledge, pledges_of, promisor_state
from habeas.pledges.chain import chain_of
from habeas.pledges.standing import settle_pledge, state_on

__all__ = ["chain_of", "is_pledge", "pledges_of", "promisor_state", "settle_pledge", "state_on"]
