"""The public site as a process of its own, on loopback, over Editions of the tests."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from habeas.register.edition_file import write_edition
from public import fictional

SERVER = """
import sys
from pathlib import Path
from habeas.server.serving import Address, serve_edition

serve_edition(
    Path(sys.argv[1]), address=Address(port=0), announce=lambda url: print(url, flush=True)
)
"""


@contextmanager
def serving(edition: Path) -> Iterator[str]:
    """Serve an Edition file; gives its address without the last slash."""
    command = [sys.executable, "-c", SERVER, str(edition)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip().rstrip("/")
        finally:
            process.terminate()


@contextmanager
def site() -> Iterator[tuple[Path, str]]:
    """A site and the path of its Edition, which may be replaced while it is served."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "edition.sqlite"
        write_edition(fictional.nothing, path)
        with serving(path) as address:
            yield path, address


@pytest.fixture(scope="session")
def ruritania(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the site over the Edition of `fictional`."""
    path = tmp_path_factory.mktemp("ruritania") / "edition.sqlite"
    write_edition(fictional.ruritania, path)
    with serving(path) as address:
        yield address


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the site over an Edition that holds nothing."""
    path = tmp_path_factory.mktemp("nothing") / "edition.sqlite"
    write_edition(fictional.nothing, path)
    with serving(path) as address:
        yield address
