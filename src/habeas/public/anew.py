"""An account reconciled anew, without some claims, from what the Edition holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from habeas.accounts import reconcile
from habeas.model.accounts import Decisions
from habeas.model.people import Judgement, Verdict
from habeas.reports.copies import find_copies

if TYPE_CHECKING:
    from collections.abc import Collection

    from habeas.model.accounts import Account
    from habeas.model.people import ProposedMatch
    from habeas.register.edition_file import EditionFile


def account_without(
    file: EditionFile, account: Account, *, aside: Collection[str], rejected: Collection[str]
) -> Account:
    """Arrange an account as it would be without some claims and assumptions.

    Everything comes from the Edition. It does not hold what people judged, but what they
    left undecided: a pair that it does not propose was decided, and is not proposed here.
    Balances and totals rest on other events too; those that rest on no claim set aside stay.

    Args:
        file: The Edition.
        account: Of the Edition.
        aside: Ids of claims of the account.
        rejected: Ids of its assumptions.
    """
    event = account.event
    claims = [claim for report in event.reports for claim in file.claims_of_report(report)]
    reports = [report for each in event.reports if (report := file.report(each))]
    people = file.people_of(event.claims)

    # What reads so and is no copy here, a person said is none.
    copies = {c for c in file.copies() if c.report in event.reports and c.of in event.reports}
    alike = {frozenset((c.report, c.of)) for c in find_copies(reports)}
    apart = frozenset(alike - {frozenset((c.report, c.of)) for c in copies})

    left_out = frozenset(aside)
    balances = tuple(each for each in account.balances if left_out.isdisjoint(each.claims))
    totals = tuple(each for each in account.totals if left_out.isdisjoint(each.claims))

    def again(judgements: tuple[Judgement, ...] = ()) -> Account:
        decisions = Decisions(
            judgements=judgements, aside=left_out, rejected=frozenset(rejected), apart=apart
        )
        made = reconcile(claims, event, people=people, reports=reports, decisions=decisions)
        return replace(made, balances=balances, totals=totals)

    made = again()
    open_pairs = {_pair(match) for match in account.matches}
    decided = [match for match in made.matches if _pair(match) not in open_pairs]
    if not decided:
        return made
    at = file.summary.known_at
    return again(
        tuple(
            Judgement(
                left=match.left,
                right=match.right,
                verdict=Verdict.DIFFERENT,
                reason="",
                by="",
                at=at,
            )
            for match in decided
        )
    )


def _pair(match: ProposedMatch) -> frozenset[str]:
    return frozenset((match.left, match.right))
