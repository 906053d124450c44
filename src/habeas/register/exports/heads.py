"""What an export says of the Edition it was taken from, as plain JSON values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from habeas.model.accounts import Account
from habeas.model.claims import Claim
from habeas.model.decisions import RuledLink
from habeas.model.editions import CustodyCount, Edition
from habeas.model.listings import ListEdition, Listing
from habeas.model.people import Person, ProposedMatch
from habeas.model.pledges import Tie
from habeas.model.reports import Copy, Report
from habeas.register.exports.outgoing import Outgoing
from habeas.register.exports.problems import InvalidExport
from habeas.register.exports.readme import FORMAT
from habeas.register.exports.records import Json, made


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What was read of an export, all but its head.

    What an Edition tells of the one before it (`before`, `changes`, `former_ids`) stays
    with its file.
    """

    reports: tuple[Report, ...] = ()
    claims: tuple[Claim, ...] = ()
    people: tuple[Person, ...] = ()
    matches: tuple[ProposedMatch, ...] = ()
    accounts: tuple[Account, ...] = ()
    corrections: tuple[str, ...] = ()
    custody: tuple[CustodyCount, ...] = ()
    ties: tuple[Tie, ...] = ()
    ruled_links: tuple[RuledLink, ...] = ()
    lists: tuple[ListEdition, ...] = ()
    listings: tuple[Listing, ...] = ()
    copies: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    title: str
    as_of: date
    known_at: datetime
    withheld: int
    rejected: int


def head_of(going: Outgoing) -> dict[str, Json]:
    """Title, days and numbers; `part` is true where a search chose what goes out."""
    about = going.summary
    return {
        "format": FORMAT,
        "title": about.title,
        "as_of": about.as_of.isoformat(),
        "known_at": about.known_at.isoformat(),
        "withheld": about.withheld,
        "rejected": about.rejected,
        "edition": about.digest,
        "part": going.chosen is not None,
    }


def edition_with(head: Any, contents: Contents) -> Edition:
    """An Edition of what was read.

    Raises:
        InvalidExport: The head is that of something else, or of a newer version.
    """
    if not isinstance(head, dict) or head.get("format", FORMAT) != FORMAT:
        raise InvalidExport(
            what=f"a file that is not of the format {FORMAT}",
            remedy="give one that this habeas exported",
        )
    told = made(_Head, head, "the head")
    return Edition(
        title=told.title,
        as_of=told.as_of,
        known_at=told.known_at,
        withheld=told.withheld,
        rejected=told.rejected,
        reports=contents.reports,
        claims=contents.claims,
        people=contents.people,
        matches=contents.matches,
        accounts=contents.accounts,
        corrections=contents.corrections,
        custody=contents.custody,
        ties=contents.ties,
        ruled_links=contents.ruled_links,
        lists=contents.lists,
        listings=contents.listings,
        copies=contents.copies,
    )
