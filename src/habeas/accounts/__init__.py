"""Count claims against each other and against named people."""

from __future__ import annotations

from habeas.accounts.reconcile import accounts_of, reconcile

__all__ = ["accounts_of", "reconcile"]
