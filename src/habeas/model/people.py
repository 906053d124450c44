"""People as sets of mentions joined by judgements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from habeas.model.dates import EdtfDate


class Verdict(StrEnum):
    """What a person decided about two mentions."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionKey:
    """One mention: the claim it stands in and the name as written there."""

    claim: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision about two spellings; an edge, so it can be withdrawn.

    Attributes:
        left, right: What is judged, in sorted order: ids of persons (all mentions of a
            spelling) or of single mentions, as `habeas.people` makes them.
        verdict: Same, different or unsure.
        reason: Why, in the judge's words.
        by: Who decided; never a machine.
        at: When, with a time zone.
    """

    left: str
    right: str
    verdict: Verdict
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """A decision that a judgement no longer holds; both stay on record.

    Attributes:
        judgement: Id of what is withdrawn (`judgement_id` of `habeas.people`).
        reason: Why, in their words.
        by: Who decided; never a machine.
        at: When, with a time zone; from this moment on.
    """

    judgement: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Mentions held to be one human being.

    Attributes:
        id: Stable for the alphabetically first spelling; never a running number.
        name: The spelling shown first: the most frequent, ties by alphabet; of somebody
            told of without a name, the description.
        names: All spellings as written, sorted; empty where no name is told.
        mentions: Where they stand, sorted.
        protected: True where the name must not be published.
    """

    id: str
    name: str
    names: tuple[str, ...]
    mentions: tuple[MentionKey, ...]
    protected: bool = False


class PartKind(StrEnum):
    """What a part of a name is, in the culture the name comes from."""

    GIVEN = "given"
    PATRONYMIC = "patronymic"
    FAMILY = "family"
    HONORIFIC = "honorific"
    PARTICLE = "particle"
    SUFFIX = "suffix"
    INITIAL = "initial"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePart:
    """One part of a name, as written.

    Attributes:
        text: Its letters, with the marks inside it.
        kind: UNKNOWN wherever the culture of the name cannot be told.
    """

    text: str
    kind: PartKind


class RemarkKind(StrEnum):
    """What was done to a name before it is compared, or what is odd about it."""

    CUT = "cut"
    DAMAGED = "damaged"
    INVISIBLE = "invisible"
    COMPATIBILITY = "compatibility"
    LOOK_ALIKE = "look-alike"
    MIXED_SCRIPTS = "mixed-scripts"
    ZAWGYI = "zawgyi"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRemark:
    """Something about the characters of a name that a person should see.

    Attributes:
        kind: What kind of thing; MIXED_SCRIPTS and DAMAGED are told and left as they are.
        position: Index of the first such character in the name as given.
        what: The characters or the word, in words a person can read.
    """

    kind: RemarkKind
    position: int
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanName:
    """A name ready to be compared, and what was done to make it so.

    Attributes:
        text: The cleaned name; empty where nothing of it could be read.
        remarks: In order of position; empty for a name that needed nothing.
    """

    text: str
    remarks: tuple[NameRemark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NameStatement:
    """One spelling of a person's name, and who wrote it so; an FtM Statement.

    It is never overwritten: another spelling, or the same in another language, is another
    statement.

    Attributes:
        person: Id of the person.
        name: As written.
        script: ISO 15924 code of its letters; `Zyyy` where it has none.
        language: ISO 639-1 code of the reports it stands in; None where it cannot be told
            or is not written in that script.
        mentions: Where it stands, sorted.
        reports: Ids of the reports it stands in, sorted.
        first_seen, last_seen: Day of the earliest and of the latest of those reports, as
            published, else as read; None where no report has a day.
    """

    person: str
    name: str
    script: str
    language: str | None
    mentions: tuple[MentionKey, ...]
    reports: tuple[str, ...]
    first_seen: EdtfDate | None
    last_seen: EdtfDate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartPair:
    """One part of a name and the part of another name that stands for it.

    Attributes:
        left, right: The parts as written; one may be several words run together.
        likeness: 0 to 1, 1 where they are one spelling.
    """

    left: str
    right: str
    likeness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """What two spellings say about being the name of one person.

    Attributes:
        left, right: The names as given.
        probability: 0 to 1, calibrated at one pair in eleven being the same person, as
            after a search for candidates. Namesakes are one name: it speaks of the
            names, never of the persons.
        pairs: Parts that stand for each other, in order of the left name.
        veto: Why a high likeness does not count ("gendered endings differ"), or None.
        reason: A sentence that a person can check.
    """

    left: str
    right: str
    probability: float
    pairs: tuple[PartPair, ...]
    veto: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A judgement that would join what others keep apart; somebody must look.

    Attributes:
        kept_out: The SAME judgement that is not followed.
        different: A DIFFERENT judgement it would break.
        chain: The followed SAME judgements that lead from one to the other, in order
            of time; empty where both judge the same pair of mentions.
    """

    kept_out: Judgement
    different: Judgement
    chain: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedMatch:
    """Two persons a machine thinks may be one; nothing merges without a judgement.

    Attributes:
        left, right: Person ids, in sorted order.
        score: 0 to 1, higher is more alike; not a probability.
        reason: Why, in a sentence a person can check.
    """

    left: str
    right: str
    score: float
    reason: str


class Band(StrEnum):
    """How a comparison of two persons comes out, in words; SAME merges nothing."""

    SAME = "same"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One thing that speaks for or against two persons being one.

    Attributes:
        field: What is compared: `name`, `birth`, `place`, ….
        left, right: What is told of either, as written; empty where nothing is.
        weight: In bits, the base-2 logarithm of how many times likelier this is of one
            person than of two; below 0 it speaks against (Fellegi and Sunter, 1969).
        sentence: What it comes to, for a person to check.
    """

    field: str
    left: str
    right: str
    weight: float
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMatch:
    """Two persons weighed against each other; a person decides, never the score.

    Attributes:
        left, right: Ids of the persons.
        score: 0 to 1; the sum of the weights as a probability, as far as the table of
            weights is right.
        band: The score in words.
        evidence: What speaks for and against, the weightiest first.
    """

    left: str
    right: str
    score: float
    band: Band
    evidence: tuple[Evidence, ...]

    @property
    def reason(self) -> str:
        """The sentences of all evidence, the weightiest first."""
        return " ".join(piece.sentence for piece in self.evidence)


class AlertKind(StrEnum):
    """Why somebody must look at who is who.

    CONTRADICTION: judgements do not fit together. INCOMPATIBLE: a judgement joined what
    does not go together. NAMESAKES: one spelling seems to be of two people.
    """

    CONTRADICTION = "contradiction"
    INCOMPATIBLE = "incompatible"
    NAMESAKES = "namesakes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """Something about who is who that a person must look at; nothing is changed by it.

    Attributes:
        kind: What is wrong.
        person: Id of the person it is about.
        left, right: Ids to judge: of the two mentions that do not go together, or of
            the two persons whose judgements do not fit.
        sentence: What is wrong, for a person to check.
        evidence: What speaks against one person, the weightiest first; empty for a
            contradiction.
        judgements: The judgements it rests on, in order of time.
    """

    kind: AlertKind
    person: str
    left: str
    right: str
    sentence: str
    evidence: tuple[Evidence, ...] = ()
    judgements: tuple[Judgement, ...] = ()
