"""A guarded register as a file and on a server, for every exit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from exits.guarded import fill
from habeas.server.store_settings import StorePlace
from store.conftest import opened

if TYPE_CHECKING:
    from house.postgres import Cluster


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarded:
    """A register in which much is restricted and sealed.

    Attributes:
        place: Where it is.
        key: Key of a field that is sealed.
        key_file: File of the key that opens it; outside the register.
    """

    place: StorePlace
    key: str
    key_file: Path

    @property
    def environment(self) -> dict[str, str]:
        """What a command needs to find it."""
        return {
            "HABEAS_HOME": str(self.place.home),
            "HABEAS_KEY": str(self.key_file),
            "DATABASE_URL": self.place.database_url or "",
        }


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def guarded(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Guarded]:
    """Return a register for the tests of one module, on either database."""
    folder = tmp_path_factory.mktemp("guarded")
    url = None
    cluster: Cluster | None = None
    if request.param == "postgresql":
        cluster = request.getfixturevalue("postgres")
        url = cluster.create_database()
    place = StorePlace(home=folder / "home", database_url=url)
    with opened(place):
        key = fill()
    yield Guarded(place=place, key=key, key_file=_key_file(folder))
    if cluster is not None and url is not None:
        cluster.drop_database(url)


def _key_file(folder: Path) -> Path:
    from base64 import urlsafe_b64encode

    path = folder / "settings" / "key"
    path.parent.mkdir()
    # The key of `store.changing.keys`.
    path.write_text(f"1 {urlsafe_b64encode(bytes([1]) * 32).decode()}\n", encoding="ascii")
    path.chmod(0o600)
    return path
