"""What the API answers. Claims, reports and accounts are those of the model, field by field."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from ninja import Schema
from pydantic import BeforeValidator, Field

from habeas.model.accounts import Figure
from habeas.model.claims import Act, Claim
from habeas.model.dates import EdtfDate
from habeas.model.editions import ChangeKind, RecordKind
from habeas.model.events import Custody
from habeas.model.listings import ListEdition, Listing
from habeas.model.people import MentionKey, ProposedMatch
from habeas.model.pledges import Deal, DealLine, DueDate, PledgeState
from habeas.model.reports import Report
from habeas.register.edition_names import Fit
from habeas.register.edition_search import LONGEST
from habeas.register.promised import Promised


def _number(value: object) -> object:
    """Refuse what JSON does not call a number, such as true, or digits in quotes."""
    if isinstance(value, bool | str):
        raise ValueError("give a whole number")
    return value


Whole = Annotated[int, BeforeValidator(_number)]


class Problem(Schema):
    """Why there is no answer."""

    detail: str


class EditionBeforeShape(Schema):
    """The Edition that changes are told against."""

    digest: str
    as_of: date
    known_at: datetime


class EditionShape(Schema):
    """What the Edition tells of itself; `withheld` persons are left out for their safety."""

    title: str
    as_of: date
    known_at: datetime
    digest: str = Field(description="SHA-256 of the file, 64 hex digits.")
    reports: int
    claims: int
    people: int
    accounts: int
    withheld: int
    rejected: int
    corrected: int
    before: EditionBeforeShape | None


class Listed[T](Schema):
    """One page of a list. `next` is the cursor of the page after; null on the last."""

    items: list[T]
    next: str | None
    total: int


class PersonBrief(Schema):
    """A person in one line."""

    id: str
    name: str = Field(description="The spelling shown first.")
    names: list[str] = Field(description="All spellings as written.")


class PersonShape(PersonBrief):
    """A person: mentions held to be one human being, and who they may be the same as."""

    mentions: list[MentionKey]
    accounts: list[str] = Field(description="Ids of the accounts that name them.")
    may_be: list[ProposedMatch] = Field(description="Proposed by a machine, never merged.")


class CustodyShape(Schema):
    """Whether one person is in custody at the end of a day, by all accounts."""

    person: str
    on: date
    custody: Custody
    claims: list[str] = Field(description="Ids of the claims that name them.")


class CustodyCountShape(Schema):
    """How many of the persons named are in custody at the end of a day."""

    day: date
    held: int
    disputed: int
    free: int
    unknown: int


class AccountBriefShape(Schema):
    """An account in one line."""

    id: str
    title: str
    when: EdtfDate | None


class ReportBrief(Schema):
    """A report without its text."""

    id: str
    title: str
    publisher: str | None
    published: EdtfDate | None
    language: str
    media_type: str
    url: str | None


class ReportShape(Schema):
    """A report, the ids of its claims in the order of the text, and of the accounts it is in."""

    report: Report
    claims: list[str]
    accounts: list[str]


class ClaimShape(Schema):
    """A claim; `corrected` where it stands for one that a person corrected."""

    claim: Claim
    corrected: bool


class FigureShape(Schema):
    """A figure of an account with the claim that says it."""

    account: str
    list: str = Field(description="`figures` of those freed, `held`, or `counted` in other acts.")
    figure: Figure
    claim: Claim


class ChangeShape(Schema):
    """An account or a report that is new or otherwise since the Edition before, or a promise
    that is new or stands otherwise."""

    kind: RecordKind
    id: str
    change: ChangeKind


class PromiseBrief(Schema):
    """A promise in a few words, and how it stands on the day of the Edition."""

    id: str
    promisor: str | None = Field(description="Who would do it, as written.")
    country: str | None = Field(description="Their state, ISO 3166-1 alpha-2.")
    act: Act
    object: str | None
    condition: str | None = Field(description="What it hangs on, in the words of the report.")
    state: PledgeState
    due: DueDate | None
    is_overdue: bool
    deals: list[str] = Field(description="Ids of the deals it stands in.")

    @classmethod
    def of(cls, promised: Promised) -> PromiseBrief:
        """The few words of a promise."""
        pledge, standing = promised.pledge, promised.standing
        return cls(
            id=pledge.id,
            promisor=pledge.promisor,
            country=pledge.state,
            act=pledge.act,
            object=pledge.object,
            condition=pledge.condition.words if pledge.condition is not None else None,
            state=standing.state,
            due=standing.due,
            is_overdue=standing.is_overdue,
            deals=list(promised.deals),
        )


class DealBrief(Schema):
    """A deal in one line: whether it is said or denied to be one, and what it has."""

    id: str
    is_asserted: bool
    is_denied: bool
    accounts: list[str] = Field(description="Ids of the accounts of the releases.")
    promises: list[str]

    @classmethod
    def of(cls, deal: Deal) -> DealBrief:
        """The line of a deal."""
        return cls(
            id=deal.id,
            is_asserted=deal.is_asserted,
            is_denied=deal.is_denied,
            accounts=list(deal.events),
            promises=list(deal.pledges),
        )


class DealShape(Schema):
    """A deal, and everything that is told of it by a day, in order."""

    deal: Deal
    on: date
    timeline: list[DealLine]


class ListedShape(Schema):
    """What lists of sanctions say of whom a promise means, or may mean."""

    lists: list[ListEdition] = Field(description="The editions that it was looked up on.")
    entries: list[Listing]


class Sought(StrEnum):
    """What is sought."""

    PEOPLE = "people"
    ACCOUNTS = "accounts"
    REPORTS = "reports"


class Question(Schema):
    """A search; it is posted, so that no name stands in an address."""

    sought: str = Field(min_length=1, max_length=LONGEST)
    kind: Sought = Sought.PEOPLE
    start: Whole = Field(0, ge=0, le=1_000_000)
    limit: Whole = Field(20, ge=1, le=100)


class FoundShape(Schema):
    """One thing found; `fit` and `spelling` say why a person was."""

    id: str
    title: str
    spelling: str | None
    fit: Fit | None = Field(
        description="0 written so, 1 same words, 2 read the same, 3 and 4 a part, 5 alike."
    )


class AnswerShape(Schema):
    """What was found, the best first."""

    items: list[FoundShape]
    total: int
    typed: str | None = Field(description="What it reads as on another keyboard, if only that is.")
