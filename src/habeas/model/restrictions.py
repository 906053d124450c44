"""Who may see what: roles of people who work on a register, and restrictions of its records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What somebody may do at the desk; each may do what those before it may.

    READER: read. DOCUMENTER: add reports and lists, propose. REVIEWER: decide on claims and on
    who is who. PUBLISHER: publish. ADMINISTRATOR: say who may do what.
    """

    READER = "reader"
    DOCUMENTER = "documenter"
    REVIEWER = "reviewer"
    PUBLISHER = "publisher"
    ADMINISTRATOR = "administrator"

    def includes(self, other: Role) -> bool:
        """True where this role may do what `other` may.

        >>> Role.REVIEWER.includes(Role.READER), Role.READER.includes(Role.REVIEWER)
        (True, False)
        """
        order = list(Role)
        return order.index(self) >= order.index(other)


class Level(StrEnum):
    """Who may see a record: everybody, all of the register, named people, or named people with
    the key, for whom alone its words are kept, encrypted."""

    PUBLIC = "public"
    REGISTER = "register"
    NAMED = "named"
    SEALED = "sealed"


class RecordKind(StrEnum):
    """What can be restricted; of a report also its claims, of a person every mention.

    SEALED is what was encrypted when it came in: a private particular, or a whole report.
    """

    REPORT = "report"
    CLAIM = "claim"
    PERSON = "person"
    SEALED = "sealed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """Who asks.

    Attributes:
        name: The name that they sign in by, as decisions record it; empty for the public.
        role: What they may do; None for the public.
    """

    name: str
    role: Role | None

    def may(self, role: Role) -> bool:
        """True where the viewer may do what a role may."""
        return self.role is not None and self.role.includes(role)


PUBLIC_VIEWER = Viewer(name="", role=None)
"""Everybody: whoever reads an Edition, an export, the API or the feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Whoever has the files of the register on their own machine, and so reads them anyway.

    The command line acts for them where it shows the register to those who keep it; what it
    writes for others is made for PUBLIC_VIEWER. Nobody who signs in at the desk is one.

    Attributes:
        name: As the system knows them.
    """

    name: str


type Asker = Viewer | Owner
"""Who asks for what is in the register."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restriction:
    """A decision on who may see a record; the last one on it stands.

    Attributes:
        kind: What kind of record.
        record: Its id: of a report or a claim; of a person the id, a spelling id or a mention
            id of `habeas.people`.
        level: Who may see it from then on.
        readers: Names of those who may, for NAMED and SEALED; empty otherwise. Whoever is not
            among them may not, administrators included.
        reason: Why, in their words.
        by: Who decided; never a machine.
        at: When, with a time zone.
    """

    kind: RecordKind
    record: str
    level: Level
    readers: tuple[str, ...]
    reason: str
    by: str
    at: datetime

    def lets(self, viewer: Viewer) -> bool:
        """True where a viewer may see the record."""
        if self.level is Level.PUBLIC:
            return True
        if self.level is Level.REGISTER:
            return viewer.role is not None
        return viewer.role is not None and viewer.name in self.readers
