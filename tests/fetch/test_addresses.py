"""Which IP addresses may be connected to: laws over all of them."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_network

from hypothesis import given
from hypothesis import strategies as st

from habeas.fetch import AddressRefused, FetchPolicy
from habeas.fetch.addresses import is_permitted, take_apart

PUBLIC = FetchPolicy()


@given(st.ip_addresses())
def test_only_public_addresses_are_permitted(address: IPv4Address | IPv6Address) -> None:
    if is_permitted(address, PUBLIC):
        assert not address.is_private or getattr(address, "ipv4_mapped", None)
        assert not address.is_loopback
        assert not address.is_link_local
        assert not address.is_multicast
        assert not address.is_unspecified


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_in_ipv6_clothes_gains_nothing(address: IPv4Address) -> None:
    number = int(address)
    mapped = IPv6Address((0xFFFF << 32) | number)
    nat64 = IPv6Address((0x0064_FF9B << 96) | number)
    sixtofour = IPv6Address((0x2002 << 112) | (number << 80) | 1)
    assert is_permitted(mapped, PUBLIC) == is_permitted(address, PUBLIC)
    for clothed in (nat64, sixtofour):
        assert is_permitted(address, PUBLIC) or not is_permitted(clothed, PUBLIC)


@given(st.ip_addresses())
def test_allowing_a_network_only_ever_adds(address: IPv4Address | IPv6Address) -> None:
    wider = FetchPolicy(allowed=(ip_network("10.0.0.0/8"), ip_network("fd00::/8")))
    assert is_permitted(address, wider) or not is_permitted(address, PUBLIC)


@given(st.text(max_size=80))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    for url in (text, f"http://{text}", f"https://news.example/{text}"):
        try:
            target = take_apart(url)
        except AddressRefused:
            continue
        assert target.scheme in ("http", "https")
        assert target.host.isascii()
        assert target.request.isascii()
        assert target.request.isprintable()
        assert " " not in target.request
