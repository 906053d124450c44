"""Seats at a desk for programmes that measure it: a session of a reviewer, and what to look at.

Each function is called in a process of its own, since Django is configured once for each.
"""

from __future__ import annotations

import random
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from habeas.model.people import Person
from habeas.model.restrictions import Owner, Role
from habeas.model.team import RoleDecision
from habeas.server.store_settings import StorePlace
from made_up import Size, fill

NAME = "reviewer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A session, and what its holder may look at.

    Attributes:
        cookie: Value of the cookie of the session.
        people: Ids of persons, chosen by chance.
        names: Names of others.
        events: Ids of events, so many that none is asked for twice in a while.
    """

    cookie: str
    people: tuple[str, ...]
    names: tuple[str, ...]
    events: tuple[str, ...]


def fill_store(place: StorePlace, size: Size, seed: int) -> dict[str, float]:
    """Fill an empty store; gives the seconds that its parts took."""
    from time import monotonic

    from habeas.server.store_settings import open_store

    open_store(place)
    from habeas.store.index.asking import make_ready
    from habeas.store.index.grouping import regroup

    took = {}
    steps: dict[str, Callable[[], object]] = {
        "fill": lambda: fill(size, seed=seed, originals=place.home / "originals"),
        "index": make_ready,
        "events": regroup,
    }
    for name, step in steps.items():
        start = monotonic()
        step()
        took[name] = monotonic() - start
    return took


def take_seat(place: StorePlace, origin: str, seed: int) -> Seat:
    """Sign a reviewer in, and choose what they look at."""
    from habeas.server.desk_serving import configure_desk

    configure_desk(place, origin)
    people, events = _chosen(seed)
    return Seat(
        cookie=_session(),
        people=tuple(person.id for person in people),
        names=tuple(person.name for person in people),
        events=events,
    )


def _session() -> str:
    from allauth.mfa.models import Authenticator
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.auth.models import User
    from django.contrib.sessions.backends.db import SessionStore

    from habeas.store.roles import decide_role, roles

    user, _ = User.objects.get_or_create(username=NAME)
    user.set_password(secrets.token_urlsafe())
    user.save()
    Authenticator.objects.get_or_create(
        user=user, type=Authenticator.Type.TOTP, defaults={"data": {"secret": "none"}}
    )
    for name, role in (("administrator", Role.ADMINISTRATOR), (NAME, Role.REVIEWER)):
        if roles().get(name) is None:
            made = RoleDecision(name=name, role=role, reason="", by=name, at=datetime.now(UTC))
            decide_role(made)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    assert session.session_key is not None
    return session.session_key


def _chosen(seed: int) -> tuple[list[Person], tuple[str, ...]]:
    from habeas.store.gate import gate_for
    from habeas.store.index.shown import shown_people
    from habeas.store.index.tables import IndexEvent, IndexPerson

    chance = random.Random(seed)  # noqa: S311 - drawn to be drawn again
    people = list(IndexPerson.objects.filter(named=True).values_list("person", flat=True))
    events = sorted(IndexEvent.objects.values_list("event", flat=True))
    some = chance.sample(sorted(people), min(200, len(people)))
    shown = shown_people(some, gate_for(Owner(name=NAME)))
    return list(shown), tuple(chance.sample(events, len(events)))


def write_list(path: Path, rows: int, seed: int) -> None:
    """Write a list of invented people as CSV."""
    from made_up.names import make_names

    chance = random.Random(f"{seed}/list")  # noqa: S311
    lines = ["name,status,date,citizenship,charges"]
    for name in make_names(rows, chance):
        day = f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        charge = f"article {chance.randint(100, 400)}"
        lines.append(f"{name.spellings[0]},arrested,{day},Cuba,{charge}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
