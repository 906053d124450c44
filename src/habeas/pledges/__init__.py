"""Promise, condition, delivery, by whose account."""

from __future__ import annotations

from habeas.pledges.board import is_pledge, pledges_of, promisor_state

__all__ = ["is_pledge", "pledges_of", "promisor_state"]
