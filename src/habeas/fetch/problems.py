"""What can go wrong on the way to a page. `where` is the host alone, never a path or query."""

from __future__ import annotations

from habeas.model.problems import HabeasError


class AddressRefused(HabeasError):
    """The address is one habeas does not connect to."""


class FetchFailed(HabeasError):
    """The address was tried and gave no document within the limits."""


class NoConnection(FetchFailed):
    """Nothing answered at one IP address; another one of the host may."""
