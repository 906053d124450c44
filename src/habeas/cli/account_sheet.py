"""From an Account to the rows that show it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from habeas.cli.account_conflicts import (
    assumed_rows,
    conflict_sentences,
    derived_rows,
    repair_rows,
    told_with_voices,
)
from habeas.cli.account_figures import (
    figure_rows,
    nationality_words,
    number_of,
    sums,
    told,
)
from habeas.cli.account_people import named_words, people_rows, unnamed_words
from habeas.cli.account_rows import (
    act_on,
    charges,
    earlier_rows,
    other_rows,
    pledge_rows,
    statement_rows,
    talk,
    whom,
    withheld,
)
from habeas.cli.account_steps import steps_of
from habeas.cli.account_table import figure_tables
from habeas.cli.account_what_if import WhatIf, supposed_rows
from habeas.cli.printable import printable
from habeas.cli.sheet import Item, Library, Row, Section, Sheet
from habeas.cli.wording import COUNTED_WORDS, count_words, counted, date_words, state_names
from habeas.model.accounts import Account
from habeas.model.claims import Act, Claim, Stance

_DONE = {
    Act.RELEASE: "freed",
    Act.PARDON: "pardoned",
    Act.EXCHANGE: "exchanged",
    Act.EXILE: "sent abroad",
    Act.CONDITIONAL_RELEASE: "released on conditions",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How much of an account is shown; what is left out is counted.

    Assumptions on which no conflict rests are only listed where everything is.
    """

    people: int
    conflicts: int
    repairs: int
    bounds: int
    assumptions: int


USUAL = Extent(people=12, conflicts=6, repairs=4, bounds=6, assumptions=0)
EVERYTHING = Extent(
    people=sys.maxsize,
    conflicts=sys.maxsize,
    repairs=sys.maxsize,
    bounds=sys.maxsize,
    assumptions=sys.maxsize,
)


def sheet_of(
    account: Account,
    library: Library,
    *,
    others: Sequence[Account],
    extent: Extent = USUAL,
    what_if: WhatIf | None = None,
) -> Sheet:
    """Arrange an account for showing.

    Args:
        account: The account.
        library: Every claim and report the account refers to.
        others: Accounts of other events, so that what is said of them merges.
        extent: How much of it to show.
        what_if: What is supposed in it; None where nothing is.
    """
    supposed = supposed_rows(account, what_if, library) if what_if is not None else []
    blocks = (
        (_section("What if", supposed),),
        (_section("Steps", steps_of(account, library)),),
        (
            _section("Freed", _freed(account, library)),
            _section("Denied", statement_rows(account.denied, library, act_on)),
            _section("Parts", _subsets(account, library)),
            _section("Adds up", sums(account, library)),
            _section("Still held", figure_rows(account.held, account, library)),
            _section("Counted", figure_rows(account.counted, account, library)),
            _section("By voice", figure_tables(account, library)),
        ),
        _disputes(account, library, extent),
        (
            _section("Named", people_rows(account, library, most=extent.people)),
            _section("Lists", told_with_voices(account.lists, library)),
            _section("Held for", statement_rows(account.charges, library, charges)),
        ),
        (
            _section("In return", pledge_rows(account.pledges, library)),
            _section("Talks", statement_rows(account.meetings, library, talk)),
            _section("To come", statement_rows(account.expected, library, whom)),
            _section("Before", earlier_rows(account, others, library)),
            _section("Demanded", statement_rows(account.demands, library, whom)),
            _section("Not told", statement_rows(account.withheld, library, withheld)),
            _section("Also said", other_rows(account, library)),
        ),
        (
            # How many are not named is told with the names.
            _section("Open", [Row(rest=printable(q)) for q in account.questions if "?" in q]),
            _section("To settle", [Row(rest=printable(one)) for one in account.settling]),
        ),
    )
    kept = (tuple(section for section in block if section.rows) for block in blocks)
    return Sheet(
        title=printable(account.event.title),
        facts=event_facts(account),
        headline=headline(account, library),
        blocks=tuple(block for block in kept if block),
    )


def _disputes(account: Account, library: Library, extent: Extent) -> tuple[Section, ...]:
    """What does not add up, and what follows all the same."""
    return (
        _section("Differs", conflict_sentences(account, library, most=extent.conflicts)),
        _section("Set aside", repair_rows(account, library, most=extent.repairs)),
        _section("Derived", derived_rows(account, library, most=extent.bounds)),
        _section("Assumed", assumed_rows(account)[: extent.assumptions]),
        _section("Revised", told_with_voices(account.revisions, library)),
        _section("Balance", told_with_voices(account.balances, library)),
    )


def event_facts(account: Account) -> tuple[str, ...]:
    """When, where, who acts, and how much is said of it."""
    event = account.event
    where = [*(state_names([event.by]) if event.by else ()), printable(event.place or "")]
    return (
        date_words(event.when, "no day given"),
        *dict.fromkeys(part for part in where if part),
        counted(len(event.reports), "report"),
        counted(len(event.claims), "claim"),
    )


def headline(account: Account, library: Library) -> tuple[str, ...]:
    """The account in one line: how many freed, named, not named, still held."""
    counted_ = [library.claims[figure.claim] for figure in account.counted]
    freed = _freed_words([library.claims[figure.claim] for figure in account.figures])
    parts = (
        freed,
        *_counted_words(counted_),
        # Of those arrested or held nobody need be named.
        named_words(account) if freed or account.people or not (counted_ or account.held) else "",
        unnamed_words(account.unnamed),
        _held_words([library.claims[figure.claim] for figure in account.held]),
    )
    return tuple(part for part in parts if part)


def _counted_words(claims: Sequence[Claim]) -> list[str]:
    """The greatest figure of each act that is neither a release nor a stock."""
    told = []
    for act, words in COUNTED_WORDS.items():
        of_act = [claim for claim in claims if claim.act is act and claim.count]
        wholes = [claim for claim in of_act if not claim.part_of] or of_act
        greatest = max(wholes, key=_number, default=None)
        if greatest is not None and greatest.count is not None:
            told.append(f"{count_words(greatest.count)} {words}")
    return told


def _freed_words(claims: Sequence[Claim]) -> str:
    """The greatest exact figure of all, else the greatest; what is only announced is said so.

    A part speaks for all only where no whole is told.
    """
    wholes = [claim for claim in claims if claim.count and not claim.part_of] or claims
    exact = [claim for claim in wholes if claim.count and claim.count.is_exact]
    greatest = max(exact or wholes, key=_number, default=None)
    if greatest is None or greatest.count is None:
        return ""
    same = [claim for claim in exact if _number(claim) == _number(greatest)]
    done = any(claim.stance in (Stance.REPORTED, Stance.CONFIRMED) for claim in same or [greatest])
    return f"{count_words(greatest.count)} {_DONE[greatest.act] if done else greatest.stance}"


def _number(claim: Claim) -> float:
    return number_of(claim) or 0


def _held_words(claims: Sequence[Claim]) -> str:
    """The least and the greatest figure: `about 1,000 to about 1,200 held`."""
    wholes = [claim for claim in claims if claim.count and not claim.part_of]
    wholes.sort(key=lambda claim: number_of(claim) or 0.0)
    words = dict.fromkeys(count_words(claim.count) for claim in wholes[::-1] if claim.count)
    ends = list(words)[:: max(1, len(words) - 1)][::-1]
    if len(ends) > 1 and ends[0].partition(" ")[0] == (about := ends[1].partition(" "))[0]:
        ends[1] = about[2]
    return f"{' to '.join(ends)} held" if ends else ""


def _section(label: str, rows: Iterable[Item]) -> Section:
    return Section(label=label, rows=tuple(rows))


def _freed(account: Account, library: Library) -> list[Row]:
    """The figures; nationalities that no figure tells come last."""
    rows = figure_rows(account.figures, account, library)
    claims = [library.claims[figure.claim] for figure in account.figures]
    said = {state for claim in claims for state in claim.nationalities}
    if left := [state for state in account.nationalities if state not in said]:
        rows.append(Row(rest=nationality_words(left)))
    return rows


def _subsets(account: Account, library: Library) -> list[Row]:
    """Parts that cannot be shown under their whole."""
    return [
        told(finding)
        for finding in account.subsets
        if not any(library.claims[id_].part_of in finding.claims for id_ in finding.claims)
    ]
