"""A real PostgreSQL server for one run of the tests, on a free port of loopback."""

from __future__ import annotations

import fcntl
import json
import os
import pwd
import secrets
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

# Durability is not under test, and waiting for the disk is most of a small migration.
SERVER_SETTINGS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class NoServerError(Exception):
    """PostgreSQL is missing or does not start; the message says the remedy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """A running server: where it listens and how to be let in."""

    port: int
    password: str

    @classmethod
    def shared_in(cls, folder: Path) -> Cluster:
        """Return the server of a folder, started by whichever process asks first."""
        note = folder / "postgres.json"
        with locked(folder / "postgres.lock"):
            if not note.exists():
                note.write_text(json.dumps(asdict(start_cluster(folder))), encoding="utf-8")
        return cls(**json.loads(note.read_text(encoding="utf-8")))

    def url(self, database: str) -> str:
        """Return the address of one database, as DATABASE_URL takes it."""
        return f"postgresql://habeas:{self.password}@127.0.0.1:{self.port}/{database}"

    def create_database(self) -> str:
        """Make an empty database with a name of its own; returns its URL."""
        name = f"habeas_{secrets.token_hex(6)}"
        self.execute(f'CREATE DATABASE "{name}"')
        return self.url(name)

    def drop_database(self, url: str) -> None:
        """Remove a database, closing what connections are left to it."""
        name = urlsplit(url).path.removeprefix("/")
        self.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def execute(self, statement: str) -> None:
        """Run one statement outside any transaction."""
        import psycopg

        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a file against every other process of this machine."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def start_cluster(folder: Path) -> Cluster:
    """Make and start a server whose files lie in `folder/postgres`."""
    password = secrets.token_urlsafe(24)
    home = folder / "postgres"
    home.mkdir()
    (home / "password").write_text(password, encoding="ascii")
    owner = unprivileged_user()
    if owner is not None:
        folder.chmod(0o711)
        for path in (home, home / "password"):
            os.chown(path, owner.pw_uid, owner.pw_gid)
    run_quietly(
        [
            *(str(find_program("initdb")), "--pgdata", str(home / "data")),
            *("--username", "habeas", "--pwfile", str(home / "password")),
            *("--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--no-sync"),
        ],
        owner,
    )
    cluster = Cluster(port=free_port(), password=password)
    control(home, "start", "--log", str(home / "log"), "--options", server_options(cluster.port))
    return cluster


def stop_cluster(folder: Path) -> None:
    """Stop the server of a folder and wait for its end; nothing happens where none runs."""
    home = folder / "postgres"
    if (home / "data" / "postmaster.pid").exists():
        control(home, "stop", "--mode", "fast")


def control(home: Path, verb: str, *arguments: str) -> None:
    """Run PostgreSQL's own control program, which waits until the server is up or down."""
    command = [str(find_program("pg_ctl")), verb, "--pgdata", str(home / "data"), "--wait"]
    try:
        run_quietly([*command, *arguments], unprivileged_user())
    except NoServerError as error:
        log = home / "log"
        tail = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
        raise NoServerError(f"{error}\n{tail}") from None


def server_options(port: int) -> str:
    """Return the server's command line: loopback only, no socket file."""
    settings = " ".join(f"-c {setting}" for setting in SERVER_SETTINGS)
    return f"-h 127.0.0.1 -p {port} -k '' {settings}"


def unprivileged_user() -> pwd.struct_passwd | None:
    """Return whom the server runs as where this process is root, which it refuses to be."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise NoServerError(
        "PostgreSQL refuses to run as root, and no user 'postgres' or 'nobody' exists"
    )


def find_program(name: str) -> Path:
    """Return where a program of PostgreSQL is: the newest of Debian's folders, or on PATH."""
    installed = Path("/usr/lib/postgresql").glob(f"*/bin/{name}")
    by_version = sorted(installed, key=lambda path: float(path.parent.parent.name))
    if by_version:
        return by_version[-1]
    if found := shutil.which(name):
        return Path(found)
    raise NoServerError(
        f"no {name} here: install PostgreSQL ('apt-get install postgresql'), or run 'make test'"
    )


def free_port() -> int:
    """Return a port of loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def run_quietly(command: list[str], owner: pwd.struct_passwd | None) -> None:
    """Run a program to its end as `owner`; its messages show only if it fails."""
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        user=owner.pw_uid if owner else None,
        group=owner.pw_gid if owner else None,
        extra_groups=[] if owner else None,
    )
    if done.returncode != 0:
        raise NoServerError(f"{command[0]} failed: {done.stderr.strip()}")
