"""Fetch one document, within limits of time, size, redirects and place."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin

from habeas.fetch.addresses import Target, resolve, take_apart
from habeas.fetch.exchange import Answer, exchange, too_slow
from habeas.fetch.policy import PUBLIC_INTERNET, FetchPolicy
from habeas.fetch.problems import AddressRefused, FetchFailed, NoConnection

_ADDRESSES_TRIED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A document as a server sent it.

    Attributes:
        data: Its bytes, decompressed; may be empty.
        media_type: `Content-Type` as declared, charset included; None if missing.
        url: Address it came from in the end, after redirects, without fragment.
        requested: Address that was asked for.
        retrieved: Day of fetching, where the caller gave it.
    """

    data: bytes
    media_type: str | None
    url: str
    requested: str
    retrieved: date | None


def fetch_url(
    url: str, *, retrieved: date | None = None, policy: FetchPolicy = PUBLIC_INTERNET
) -> Fetched:
    """Fetch a document by http or https.

    Only the public internet is reached: every address, redirects included, is
    resolved once, checked, and connected to by its number, so neither a page
    nor a name server can point habeas at a machine inside the network. Proxies
    and credentials of the environment are not used, cookies are not kept.

    Args:
        url: Absolute address, no user name in it.
        retrieved: Today, to be kept with the report; the fetch reads no clock for it.
        policy: Limits, and networks allowed besides the public internet.

    Raises:
        AddressRefused: This address, or one a redirect leads to, is not to be
            connected to.
        FetchFailed: No document within the limits.
    """
    target = take_apart(url)
    deadline = time.monotonic() + policy.seconds
    for _ in range(policy.max_redirects + 1):
        answer = _ask(target, policy, deadline)
        if answer.location is None:
            return Fetched(
                data=answer.data,
                media_type=answer.media_type,
                url=target.url,
                requested=url,
                retrieved=retrieved,
            )
        target = _follow(target, answer.location)
    raise FetchFailed(
        what=f"more than {policy.max_redirects} redirects",
        where=target.host,
        remedy="open the address in a browser and give the one it ends at",
    )


def _ask(target: Target, policy: FetchPolicy, deadline: float) -> Answer:
    """The answer of the first permitted address that can be connected to."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise too_slow(target)
    addresses = resolve(target, policy, left)[:_ADDRESSES_TRIED]
    for address in addresses[:-1]:
        try:
            return exchange(target, address, deadline=deadline, max_bytes=policy.max_bytes)
        except NoConnection:
            continue
    return exchange(target, addresses[-1], deadline=deadline, max_bytes=policy.max_bytes)


def _follow(target: Target, location: str) -> Target:
    try:
        onward = take_apart(urljoin(target.url, location))
    except ValueError:
        raise FetchFailed(
            what="a redirect to no address",
            where=target.host,
            remedy="open the address in a browser and give the one it ends at",
        ) from None
    if target.scheme == "https" and onward.scheme == "http":
        raise AddressRefused(
            what="a redirect from https to http",
            where=onward.host,
            remedy="give the http address itself if it is to be trusted",
        )
    return onward
