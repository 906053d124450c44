"""A claim: what one report says was done to whom, by whose account."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.model.dates import EdtfDate
from habeas.model.reports import Passage


class Act(StrEnum):
    """What is said to have been done. Mapped to HURIDOCS and PLOVER in docs/vocabulary.md."""

    ARREST = "arrest"
    CHARGE = "charge"
    SENTENCE = "sentence"
    HOLD = "hold"
    TRANSFER = "transfer"
    RELEASE = "release"
    PARDON = "pardon"
    CONDITIONAL_RELEASE = "conditional-release"
    EXILE = "exile"
    EXCHANGE = "exchange"
    REARREST = "rearrest"
    DIE = "die"
    DISAPPEAR = "disappear"
    MEET = "meet"
    IMPOSE_SANCTIONS = "impose-sanctions"
    EASE_SANCTIONS = "ease-sanctions"
    OPEN_EMBASSY = "open-embassy"
    GIVE_AID = "give-aid"
    GRANT_ACCESS = "grant-access"
    DEMAND_RELEASE = "demand-release"
    WITHHOLD = "withhold"
    CRITICISE = "criticise"
    WELCOME = "welcome"


FREEING = frozenset({Act.RELEASE, Act.PARDON, Act.CONDITIONAL_RELEASE, Act.EXILE, Act.EXCHANGE})
"""Acts by which a person leaves detention. Each stays its own act; released is not free."""


SANCTIONING = frozenset({Act.EASE_SANCTIONS, Act.IMPOSE_SANCTIONS})
"""Acts by which a state sets or ends sanctions."""

CONCEDING = frozenset({Act.OPEN_EMBASSY, Act.GIVE_AID, Act.GRANT_ACCESS})
"""Other things that states do for each other; told where they are promised, not in accounts."""


class Stance(StrEnum):
    """How the speaker stands to the act: done, announced, denied, hoped for."""

    REPORTED = "reported"
    CONFIRMED = "confirmed"
    DENIED = "denied"
    ANNOUNCED = "announced"
    PROMISED = "promised"
    EXPECTED = "expected"
    ESTIMATED = "estimated"
    DEMANDED = "demanded"


class SpeakerKind(StrEnum):
    """Kind of speaker, from data and never guessed from a name (HURIDOCS Source)."""

    GOVERNMENT = "government"
    STATE_MEDIA = "state-media"
    MEDIA = "media"
    RIGHTS_GROUP = "rights-group"
    OPPOSITION = "opposition"
    COURT = "court"
    FAMILY = "family"
    LAWYER = "lawyer"
    INTERNATIONAL = "international"
    CHURCH = "church"
    UNKNOWN = "unknown"


class Unit(StrEnum):
    """What is counted (HURIDOCS counting units)."""

    PEOPLE = "people"
    CASES = "cases"
    GROUPS = "groups"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number as it was said.

    Attributes:
        low: Least value the words allow, inclusive; None where open.
        high: Greatest value the words allow, inclusive; None where open.
        about: Central value of an approximation ("about 1,000"); None otherwise.
        words: The words, as written.
        unit: What is counted.
    """

    low: int | None
    high: int | None
    about: float | None
    words: str
    unit: Unit = Unit.PEOPLE

    @property
    def is_exact(self) -> bool:
        """True for a plain number such as "123"."""
        return self.low is not None and self.low == self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A person as the passage names or describes them.

    Attributes:
        name: As written, without honorifics.
        roles: What the text calls them, e.g. `opposition leader`.
        nationality: ISO 3166-1 alpha-2, or None.
        named: False where the words only describe somebody ("U.S. envoy"); such a
            mention never becomes a Person.
        age: In whole years, as the passage gives it; None where it does not.
    """

    name: str
    roles: tuple[str, ...] = ()
    nationality: str | None = None
    named: bool = True
    age: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One voice of a chain.

    Attributes:
        name: As written.
        kind: From data; UNKNOWN where the data do not say.
        cue: The words that give them the floor, e.g. `according to`.
    """

    name: str
    kind: SpeakerKind
    cue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """When the act is said to have happened: the EDTF reading and the words."""

    edtf: EdtfDate
    words: str


class TermKind(StrEnum):
    """What a length of time measures."""

    SENTENCE = "sentence"
    SERVED = "served"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """How long a sentence is, or the time that was served.

    Attributes:
        kind: Which of the two.
        duration: ISO 8601 duration (`P5Y`, `P1Y6M`, `P15D`); None where the words give no
            single length ("life", "death", "three to seven years").
        words: As written, without hedges.
    """

    kind: TermKind
    duration: str | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """The words a promise hangs on, `start` to `end` (exclusive) of `Report.text`."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing a report says, with its words; an FtM Statement.

    Attributes:
        id: Stable for the same bytes and the same reading.
        report: Id of the report.
        act: What is said to be done.
        stance: How the outermost speaker stands to it.
        count: How many; None where nobody is counted.
        group: The counted people as the text calls them.
        names: The people named or described one by one.
        nationalities: ISO 3166-1 alpha-2 of the people counted, in text order.
        part_of: Id of the claim whose people these are some of.
        by: Who acts, as written.
        object: What is acted on where it is not a person.
        charges: Charges as written.
        term: How long the sentence is, or the time served; None where not told.
        place: Where, as written: the facility, or where they were brought.
        when: When, or None where the report does not say.
        condition: What it hangs on, or None.
        speakers: Chain of voices, outermost first; empty where the report itself speaks.
        passage: The words.
    """

    id: str
    report: str
    act: Act
    stance: Stance
    passage: Passage
    count: Quantity | None = None
    group: str | None = None
    names: tuple[Mention, ...] = ()
    nationalities: tuple[str, ...] = ()
    part_of: str | None = None
    by: str | None = None
    object: str | None = None
    charges: tuple[str, ...] = ()
    term: Term | None = None
    place: str | None = None
    when: TimeMention | None = None
    condition: Condition | None = None
    speakers: tuple[Speaker, ...] = ()
