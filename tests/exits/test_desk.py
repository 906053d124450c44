"""Nothing that is restricted or sealed passes through any address of the desk.

Each is asked as an administrator who is named nowhere. An address that shows something of the
register and is not listed here fails the test.
"""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from exits.conftest import Guarded
from exits.guarded import (
    FREED,
    HIDDEN,
    LINKED,
    LINKED_HIDDEN,
    LISTED,
    MOVED,
    NAMED_HIDDEN,
    NILS,
    PERSON,
    RESTRICTED,
    SAME,
    SEALED,
    SHOWN,
    TRADED,
    TRADED_FOR_HER,
    TRADED_HIDDEN,
    ZORA,
    leaks,
)
from habeas.events import event_id
from habeas.model.restrictions import Owner
from habeas.people import judgement_id, spelling_id
from habeas.pledges import pledges_of
from store.conftest import opened

HERE = Path(__file__).parent
NILS_ID = spelling_id("Nils Daylight")
SOUGHT = ("Daylight", "Kestrelova", "Кестрелова", "Undisclosed", "Mossgrove", "Wholly")
IDS = {
    "report": (SHOWN.id, HIDDEN.id, LISTED.id),
    "claim": (NILS.id, MOVED.id, ZORA.id),
    "person": (NILS_ID, PERSON, spelling_id("Zora Undisclosed")),
    "number": ("1", "2", "99"),
    "event": (event_id(FREED.id), event_id(MOVED.id), event_id(ZORA.id)),
    "judgement": (judgement_id(SAME),),
    "key": (
        "{key}",
        *(each.id for each in pledges_of([TRADED, TRADED_FOR_HER, TRADED_HIDDEN])),
        *(each.about.id for each in (LINKED, LINKED_HIDDEN, NAMED_HIDDEN)),
    ),
    "kind": ("report", "claim", "person", "sealed"),
    "record": (SHOWN.id, HIDDEN.id, NILS.id, MOVED.id, NILS_ID, PERSON, "{key}"),
}
"""What stands in an address in place of an id, by what its name ends with."""

OTHERS: dict[str, str] = {
    "report_id": "report",
    "event_id": "event",
    "other": "report",
    "document": "report",
    "digest": "report",
    "claim_id": "claim",
    "person_id": "person",
    "node": "person",
    "left": "person",
    "right": "person",
    "pk": "number",
}
ANSWERS = {"reason": "because", "verdict": "same", "level": "register", "resolution": "reject"}
"""Fields by which something is decided."""

FIELDS = ("q", "sought", "name", "words", "query", "search")
"""Fields by which any address is asked for hidden names, by GET and by POST."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The routes of the desk and what each answered to somebody not named."""

    routes: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, str, int, bytes], ...]


@pytest.fixture(scope="module")
def asked(guarded: Guarded) -> Asked:
    """Return what every address of the desk answered to an administrator named nowhere."""
    routes = [(str(each[0]), str(each[1])) for each in _run(guarded, [])["routes"]]
    with opened(guarded.place):
        from habeas.store.index.promises import load_promises
        from habeas.store.index.tied import catch_up_ties

        assert catch_up_ties(10) == 0
        promised = load_promises(Owner(name="owner"))
    deals = tuple(each.id for each in promised.arranged.deals)
    assert deals, "something is traded"
    IDS["key"] += deals
    wanted = [
        request
        for pattern, discloses in routes
        if discloses != "nothing"
        for address in addresses(pattern, guarded.key)
        for request in _requests(address, seeks="<" not in pattern)
    ]
    # What is asked by POST may change something; everything is looked at before.
    wanted.sort(key=lambda request: request[0] == "post")
    answers = [
        (str(method), str(address), int(status), base64.b64decode(body))
        for some in range(0, len(wanted), 200)
        for method, address, status, body in _run(guarded, wanted[some : some + 200])["answers"]
    ]
    return Asked(routes=tuple(routes), answers=tuple(answers))


def addresses(pattern: str, key: str) -> list[str]:
    """Every address of a pattern with ids of what is shown and of what is hidden."""
    holes = re.findall(r"<(?:(\w+):)?(\w+)>", pattern)
    made = [pattern]
    for kind, name in holes:
        values = IDS[_of(kind, name)]
        hole = f"<{kind}:{name}>" if kind else f"<{name}>"
        made = [each.replace(hole, value) for each in made for value in values]
    return [each.replace("{key}", key) for each in made]


def _of(kind: str, name: str) -> str:
    if name in IDS or name in OTHERS:
        return OTHERS.get(name, name)
    if kind == "int":
        return "number"
    pytest.fail(f"say in IDS or OTHERS what <{name}> stands for in an address")


def _requests(address: str, *, seeks: bool) -> list[list[object]]:
    # The past is asked too, where everything that is recorded was known already.
    asked: list[list[object]] = [["get", address, {}], ["get", address, {"known_at": "2999-01-01"}]]
    if not seeks:
        return [*asked, ["post", address, {}], ["post", address, ANSWERS]]
    for sought in SOUGHT:
        fields = dict.fromkeys(FIELDS, sought)
        asked += [["get", address, fields], ["post", address, fields]]
    return asked


@cache
def _script() -> str:
    return (HERE / "desk_answers.py").read_text(encoding="utf-8")


def _run(guarded: Guarded, wanted: list[list[object]]) -> dict[str, list[list[Any]]]:
    ran = subprocess.run(
        [sys.executable, "-c", _script(), "administrator", json.dumps(wanted)],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env={**os.environ, **guarded.environment},
    )
    assert ran.returncode == 0, ran.stderr
    assert leaks(ran.stderr.encode()) == [], "nothing may be written about what was asked"
    found = json.loads(ran.stdout)
    assert isinstance(found, dict)
    return found


def test_every_address_that_shows_something_was_asked(asked: Asked) -> None:
    showing = [pattern for pattern, discloses in asked.routes if discloses != "nothing"]
    answered = {address for _, address, _, _ in asked.answers}
    for pattern in showing:
        expression = re.sub(r"<[^>]+>", "[^/]+", pattern)
        assert any(re.fullmatch(expression, address) for address in answered), pattern
    assert asked.routes


def test_nothing_passes(asked: Asked) -> None:
    passed = {
        f"{method} {address}": found
        for method, address, _, body in asked.answers
        if (found := leaks_of_answer(body))
    }
    assert passed == {}


def test_what_is_hidden_is_answered_as_if_it_were_not_there(asked: Asked) -> None:
    hidden = {HIDDEN.id, MOVED.id, ZORA.id, PERSON, spelling_id("Zora Undisclosed")}
    for method, address, status, _ in asked.answers:
        assert status < 500, address
        if method == "get" and hidden & set(address.split("/")):
            assert status in (302, 403, 404, 405), address


def test_no_answer_is_kept_by_a_browser(asked: Asked) -> None:
    for _, address, status, body in asked.answers:
        if status == 200:
            assert b"no-store" in body.partition(b"<")[0].lower(), address


def test_nobody_decides_on_what_they_may_not_see(asked: Asked, guarded: Guarded) -> None:
    assert any(method == "post" for method, _, _, _ in asked.answers)
    hidden = {HIDDEN.id, MOVED.id, ZORA.id, PERSON, TRADED_HIDDEN.id, judgement_id(SAME)}
    with opened(guarded.place):
        from habeas.store.audit import load_audit_records

        made = [each for each in load_audit_records() if each.by.startswith("eve-")]
    assert [each.change for each in made if hidden & set(each.about.split())] == []


def leaks_of_answer(body: bytes) -> list[str]:
    """What leaks in a page; words that were sought, and ids that were asked for, are repeated."""
    for sought in SOUGHT:
        body = body.replace(sought.encode(), b"")
    # A token is drawn by chance, and its letters can be those of a short name.
    body = re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", body)
    words = [word for kind in (RESTRICTED | SEALED).values() for word in kind]
    told = body.decode("utf-8", "ignore").casefold()
    return [word for word in words if word in told]
