"""What a list of sanctions says: who is on it, since when, by which law, in its own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from habeas.model.dates import EdtfDate
from habeas.model.problems import Problem


class EntityKind(StrEnum):
    """What is listed, by the names of FollowTheMoney's schemata."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    VESSEL = "Vessel"
    AIRPLANE = "Airplane"


class NameKind(StrEnum):
    """How a list takes a name, by the names of FollowTheMoney's properties."""

    NAME = "name"
    ALIAS = "alias"
    PREVIOUS_NAME = "previousName"
    WEAK_ALIAS = "weakAlias"


class ListFormat(StrEnum):
    """The published formats that are read."""

    OFAC_XML = "OFAC XML"
    OFAC_ADVANCED_XML = "OFAC Advanced XML"
    EU_XML = "EU XML 1.1"
    UK_CSV = "UK Sanctions List CSV"
    OFSI_CSV = "OFSI Consolidated List CSV"
    FTM_JSON = "FollowTheMoney JSON lines"


class Field(StrEnum):
    """What is compared of an entry, by the names of FollowTheMoney's properties.

    `licence` has no property there: it is what the notes say of a general licence.
    """

    SCHEMA = "schema"
    NAME = "name"
    ALIAS = "alias"
    PREVIOUS_NAME = "previousName"
    WEAK_ALIAS = "weakAlias"
    BIRTH_DATE = "birthDate"
    NATIONALITY = "nationality"
    PROGRAM = "program"
    PROVISIONS = "provisions"
    REASON = "reason"
    LISTING_DATE = "listingDate"
    NOTES = "notes"
    LICENCE = "licence"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class ListedName:
    """One spelling of an entry.

    Attributes:
        kind: As the list takes it.
        text: As written, given names before family names.
        script: ISO 15924, told by its letters.
    """

    kind: NameKind
    text: str
    script: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedEntity:
    """One entry of a list of sanctions.

    What the list gives several of stands sorted, so that its order tells nothing.

    Attributes:
        id: At the source; the same in every edition of the list.
        kind: What it is.
        names: Names of the kind NAME first; empty where the list has none.
        birth_dates: Of persons.
        nationalities: ISO 3166-1 alpha-2; as written where that is no country known.
        programs: Programmes or regimes under which it is listed.
        provisions: What the listing does: `Asset freeze`, `Block`.
        legal_bases: The acts it is listed by (FollowTheMoney's `reason`).
        listed_on: Days of listing.
        notes: Remarks and statements of reasons, whole.
        licences: Sentences of the notes that speak of a general licence.
        place: The element or row in the file, for citing it.
    """

    id: str
    kind: EntityKind
    names: tuple[ListedName, ...]
    birth_dates: tuple[EdtfDate, ...]
    nationalities: tuple[str, ...]
    programs: tuple[str, ...]
    provisions: tuple[str, ...]
    legal_bases: tuple[str, ...]
    listed_on: tuple[EdtfDate, ...]
    notes: tuple[str, ...]
    licences: tuple[str, ...]
    place: str

    @property
    def name(self) -> str:
        """The name to call it by; its id where the list has none."""
        return self.names[0].text if self.names else self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionsList:
    """One edition of a list.

    Attributes:
        digest: SHA-256 of the bytes.
        format: In which it was read.
        title: What the list is called: `OFAC SDN`, `EU`, `UK`.
        issued: Day it is of, as it says; None where it does not.
        entities: By id.
        told: What this format can say of an entry; the rest is not compared.
        problems: Values that could not be used; the entries stand without them.
    """

    digest: str
    format: ListFormat
    title: str
    issued: EdtfDate | None
    entities: Sequence[ListedEntity]
    told: frozenset[Field]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """An edition of a list that somebody keeps, and the day it is kept for.

    Attributes:
        title: What they call the list.
        day: On which it was in force.
        digest: SHA-256 of its bytes.
        size: Bytes.
        format: In which it was read.
        entries: How many it has.
        file: What its file was called, without a folder.
        by: Who keeps it; empty where nobody is signed in.
        at: When they did, with a time zone.
    """

    title: str
    day: date
    digest: str
    size: int
    format: ListFormat
    entries: int
    file: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetProposal:
    """That a pledge may speak of an entry; nobody has decided it.

    Attributes:
        promised: Id of the pledge or claim.
        words: Of its object, that may name the entry.
        entity: The entry.
        name: The name of it that is like those words.
        likeness: From 0 to 1.
        reasons: What speaks for it, in sentences.
        doubts: What speaks against it, in sentences.
    """

    promised: str
    words: str
    entity: ListedEntity
    name: ListedName
    likeness: float
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]


class ChangeKind(StrEnum):
    """What became of an entry between two editions."""

    LISTED = "listed"
    CHANGED = "changed"
    DELISTED = "delisted"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """What of one field is there no more, and what is there now; sorted."""

    field: Field
    removed: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChange:
    """What became of one entry.

    Attributes:
        kind: LISTED has no `old`, DELISTED no `new`.
        old, new: The entry before and after.
        fields: Of CHANGED, in the order of `Field`; empty otherwise.
    """

    kind: ChangeKind
    old: ListedEntity | None
    new: ListedEntity | None
    fields: tuple[FieldChange, ...]

    @property
    def entity(self) -> ListedEntity:
        """The entry as last seen."""
        entity = self.new or self.old
        assert entity is not None
        return entity

    @property
    def licences(self) -> tuple[str, ...]:
        """What the list newly says of a general licence."""
        if self.kind is ChangeKind.LISTED:
            return self.entity.licences
        return next((each.added for each in self.fields if each.field is Field.LICENCE), ())

    @property
    def revoked(self) -> tuple[str, ...]:
        """What the list said of a general licence, and says no more of an entry still on it."""
        return next((each.removed for each in self.fields if each.field is Field.LICENCE), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDifference:
    """Two editions of a list, compared.

    Attributes:
        old, new: The editions.
        changes: Listed, then changed, then delisted; each by id.
        compared: Fields that both formats tell.
    """

    old: SanctionsList
    new: SanctionsList
    changes: tuple[EntryChange, ...]
    compared: frozenset[Field]
