"""From a URL to the one IP address that may be connected to."""

from __future__ import annotations

import ipaddress
import socket
import threading
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import urlsplit

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from habeas.fetch.policy import FetchPolicy
from habeas.fetch.problems import AddressRefused, FetchFailed

type Address = IPv4Address | IPv6Address

_PORTS = {"http": 80, "https": 443}
_LONGEST = 2048
_TRANSLATED = (
    # IPv6 prefixes that carry an IPv4 address in their last 32 bits (RFC 6052, RFC 8215).
    ipaddress.ip_network("64:ff9b::/96"),
    ipaddress.ip_network("64:ff9b:1::/48"),
    ipaddress.ip_network("::/96"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An http or https address, taken apart.

    Attributes:
        scheme: `http` or `https`.
        host: In ASCII, without the brackets of IPv6.
        port: Given or the scheme's.
        request: Path and query as they go on the wire.
    """

    scheme: str
    host: str
    port: int
    request: str

    @property
    def url(self) -> str:
        """The whole address, without its fragment."""
        return f"{self.scheme}://{self.host_field}{self.request}"

    @property
    def host_field(self) -> str:
        """Value of the `Host` header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def take_apart(url: str) -> Target:
    """Read an address.

    Raises:
        AddressRefused: Not http or https, without a host, with a user name or
            password, too long, or not an address at all.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").rstrip(".")
        port = parts.port
    except ValueError:
        raise _refused("not an address", "", "write it as https://host/path") from None
    if parts.scheme not in _PORTS:
        raise _refused("an address that is not http or https", host, "save the page, read the file")
    if not host:
        raise _refused("an address without a host", "", "write it as https://host/path")
    if parts.username is not None or parts.password is not None:
        raise _refused("an address with a user name", host, "save the page and read the file")
    if len(url) > _LONGEST:
        raise _refused(f"an address of more than {_LONGEST} characters", host, "shorten it")
    try:
        ascii_host = host if ":" in host else host.encode("idna").decode("ascii")
        query = f"?{parts.query}" if parts.query else ""
        request = parse_url(f"http://host{parts.path or '/'}{query}").request_uri
    except (UnicodeError, LocationParseError):
        raise _refused("not an address", "", "write it as https://host/path") from None
    return Target(
        scheme=parts.scheme, host=ascii_host, port=port or _PORTS[parts.scheme], request=request
    )


def resolve(target: Target, policy: FetchPolicy, seconds: float) -> tuple[Address, ...]:
    """The IP addresses of a host that may be connected to, in the system's order.

    The caller connects to one of these and does not ask for the name again, so
    that a name that changes its address in between (DNS rebinding) gains
    nothing.

    Raises:
        AddressRefused: Every address is one the policy does not allow.
        FetchFailed: The name has no address, or none within `seconds`.
    """
    found = _ask(target, seconds)
    permitted = tuple(address for address in found if is_permitted(address, policy))
    if not permitted:
        raise _refused(
            "an address inside a private or local network",
            target.host,
            "save the page and read the file, or allow that network in the policy",
        )
    return permitted


def is_permitted(address: Address, policy: FetchPolicy) -> bool:
    """True for public unicast addresses and those of the networks the policy allows.

    An IPv6 address that stands for an IPv4 one (mapped, 6to4, Teredo, NAT64) is
    only permitted where both are.
    """
    if any(address in network for network in policy.allowed):
        return True
    if isinstance(address, IPv6Address):
        if address.is_site_local or not all(
            is_permitted(inner, policy) for inner in _inner(address)
        ):
            return False
        if address.ipv4_mapped is not None:
            return True
    return address.is_global and not address.is_multicast


def _inner(address: IPv6Address) -> tuple[IPv4Address, ...]:
    inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if any(address in network for network in _TRANSLATED):
        inner.append(IPv4Address(int(address) & 0xFFFF_FFFF))
    return tuple(each for each in inner if each is not None)


def _ask(target: Target, seconds: float) -> list[Address]:
    answers: list[list[Address]] = []

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
            answers.append([ipaddress.ip_address(str(row[4][0])) for row in rows])
        except (OSError, ValueError, UnicodeError):
            answers.append([])

    # The system's resolver knows no time limit; a daemon thread can be left behind.
    thread = threading.Thread(target=ask, daemon=True, name="habeas-resolve")
    thread.start()
    thread.join(seconds)
    found = answers[0] if answers else []
    if not found:
        raise FetchFailed(
            what="a host whose address cannot be found",
            where=target.host,
            remedy="check the spelling and the connection to the network",
        )
    return list(dict.fromkeys(found))


def _refused(what: str, host: str, remedy: str) -> AddressRefused:
    return AddressRefused(what=what, where=host, remedy=remedy)
