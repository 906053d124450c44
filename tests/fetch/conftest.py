"""The loopback site, once for the folder."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_network

import pytest

from fetch.loopback import Site, running_site
from habeas.fetch import FetchPolicy


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    with running_site() as running:
        yield running


@pytest.fixture
def nearby() -> FetchPolicy:
    """The default limits, shortened, with 127.0.0.1 alone let in."""
    return FetchPolicy(allowed=(ip_network("127.0.0.1/32"),), seconds=5.0, max_bytes=1_000_000)
