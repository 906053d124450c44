"""Accounts that were made before, as long as nothing was recorded since.

Whoever opens an account comes back to it, and others look at it with them.
"""

from __future__ import annotations

from collections.abc import Callable

from habeas.model.restrictions import PUBLIC_VIEWER
from habeas.store.gate import Gate
from habeas.store.index.answers import AccountFile
from habeas.store.index.shown import state_of_record
from habeas.store.index.tables import IndexState
from habeas.store.kept import Kept, Same

_MOST_CLAIMS = 20_000
"""Claims of all accounts that are kept, a kilobyte or two each."""

_KEPT = Kept[tuple[object, ...], AccountFile](_MOST_CLAIMS, lambda file: len(file.claims))


def account_kept(
    event: str, gate: Gate, make: Callable[[], AccountFile | None]
) -> AccountFile | None:
    """The account of an event; made anew where none is kept for whoever may see the same.

    Args:
        event: Its id.
        gate: Of whoever asks.
        make: Makes it; None where there is none.
    """
    grouped = IndexState.objects.values_list("grouped", flat=True).first()
    # Of the public names are taken out later, see `Gate.records`.
    key = event, gate.viewer == PUBLIC_VIEWER, Same(gate.hidden)
    state = grouped, *state_of_record()
    found = _KEPT.get(key, state)
    if found is None:
        found = make()
        if found is not None:
            _KEPT.put(key, state, found)
    return found
