"""Every address of the desk says who may open it, and is opened to nobody else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desk.conftest import environment
from habeas.server.store_settings import StorePlace

LISTED = """
import json, os, sys
from habeas.server.desk_serving import configure_desk
from habeas.server.store_settings import store_place

configure_desk(store_place(os.environ), "http://localhost:1")
exec(sys.argv[1])
from habeas.desk.routes import all_routes, check_routes
check_routes()
print(json.dumps([
    [pattern, name, declared and [declared.role, declared.discloses, declared.sign_in]]
    for pattern, name, declared in all_routes()
]))
"""
OPEN_TO_ALL = {
    "join",
    "account_login",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "account_inactive",
    "account_logout",
    "language",
}
BARE = """
from django.http import HttpResponse
from django.urls import path
from habeas.desk import urls

urls.urlpatterns.append(path("bare/", lambda request: HttpResponse(), name="bare"))
"""


def listed(home: Path, before: str = "") -> subprocess.CompletedProcess[str]:
    """List the routes in a process of its own, after some code ran there."""
    return subprocess.run(
        [sys.executable, "-c", LISTED, before],
        capture_output=True,
        text=True,
        check=False,
        env=environment(StorePlace(home=home)),
    )


@pytest.fixture(scope="module")
def routes(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, list[str | None]]]:
    """Return pattern, name and declaration of every address."""
    ran = listed(tmp_path_factory.mktemp("routes") / "home")
    assert ran.returncode == 0, ran.stderr
    return [(pattern, name, declared) for pattern, name, declared in json.loads(ran.stdout)]


def test_every_route_is_declared(routes: list[tuple[str, str, list[str | None]]]) -> None:
    assert routes
    assert all(declared for _, _, declared in routes)


def test_only_signing_in_is_open_to_all(routes: list[tuple[str, str, list[str | None]]]) -> None:
    assert {name for _, name, (_, _, sign_in) in routes if sign_in == "not"} == OPEN_TO_ALL


def test_what_needs_no_role_discloses_nothing(
    routes: list[tuple[str, str, list[str | None]]],
) -> None:
    assert {discloses for _, _, (role, discloses, _) in routes if role is None} == {"nothing"}


def test_the_desk_does_not_start_with_a_route_that_says_nothing(tmp_path: Path) -> None:
    ran = listed(tmp_path / "home", BARE)
    assert ran.returncode == 1
    assert "UndeclaredRoute" in ran.stderr
    assert "/bare/" in ran.stderr
