"""How far fetching may go."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network

from habeas.reports import MAX_BYTES

type Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchPolicy:
    """Limits of one fetch, redirects included.

    Attributes:
        allowed: Networks that may be reached although they are not public,
            e.g. an archive on the local network. Empty: the public internet
            only; no loopback, private, link-local, metadata or multicast
            address is ever connected to.
        seconds: Time for everything together: names, connecting, redirects,
            headers and body.
        max_bytes: Size of the body, on the wire and decompressed.
        max_redirects: Redirects followed.
    """

    allowed: tuple[Network, ...] = ()
    seconds: float = 30.0
    max_bytes: int = MAX_BYTES
    max_redirects: int = 5


PUBLIC_INTERNET = FetchPolicy()
"""Limits that hold where the caller names none."""
