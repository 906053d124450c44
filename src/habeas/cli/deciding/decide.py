"""`habeas decide` and `habeas correct`: what a person makes of claims and assumptions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from habeas.cli.deciding.judge import by_option, dry_run_option, reason_option, who_decides
from habeas.cli.deciding.promises import decide_promise, is_of_promise
from habeas.cli.deciding.register import open_records
from habeas.cli.exits import Exit, Stop
from habeas.store.decisions import Decision

if TYPE_CHECKING:
    from habeas.model.accounts import Assumption
    from habeas.model.claims import Claim
    from habeas.model.decisions import AssumptionDecision
    from habeas.model.reports import Report
    from habeas.register.assemble import Records


@click.command()
@click.argument("thing", metavar="ID")
@click.argument("resolution", type=click.Choice(["accept", "reject", "unsure", "undo"]))
@reason_option
@by_option
@dry_run_option
def decide(thing: str, resolution: str, reason: str, by: str, dry_run: bool) -> None:
    """Accept or reject what was read or is assumed; or undo that.

    Takes ids: of a claim as habeas read --format json shows it, of an assumption as
    habeas account shows it, of what words of a promise mean, and of entries of lists that
    a promise may mean, as habeas deal shows them; of the last two unsure says that
    somebody looked and cannot tell. What is rejected goes into no edition and stays in the
    register; an edition says how many claims were rejected. A later decision replaces
    this one; undo takes the last one back, and everything is as it was before it.

    \b
    Examples:
      habeas decide c3f0c1d2e4a5 reject --reason "the figure is of another town"
      habeas decide a9b8a7c6d5e4 reject --reason "the ministry meant two days"
      habeas decide t1c2b3a4d5e6f accept --reason "the same airline"
      habeas decide c3f0c1d2e4a5 undo --reason "it is the same town after all"
    """
    told = f"{thing}: {resolution}"
    made = Decision(by=who_decides(by), at=datetime.now(UTC), reason=reason)
    if is_of_promise(thing):
        decide_promise(thing, resolution, made, dry_run=dry_run)
    elif resolution == "unsure":
        raise click.UsageError("Only what a promise means can be left unsure.")
    else:
        _decide(thing, resolution, made, dry_run=dry_run)
    click.echo(f"Nothing was written; it would be: {told}" if dry_run else told)


def _decide(thing: str, resolution: str, made: Decision, *, dry_run: bool) -> None:
    """Decide about a claim or an assumption."""
    from habeas.model.decisions import ClaimDecision, Resolution

    records = open_records()
    if _claim(thing, records) is None:
        decision = replace(_about_assumption(thing, records), reason=made.reason, by=made.by)
        decision = replace(decision, resolution=Resolution(resolution))
        if not dry_run:
            from habeas.store.deciding import decide_assumption

            decide_assumption(decision)
    elif not dry_run:
        from habeas.store.deciding import decide_claim

        decide_claim(
            ClaimDecision(
                claim=thing,
                resolution=Resolution(resolution),
                reason=made.reason,
                by=made.by,
                at=made.at,
            )
        )


@click.command()
@click.argument("claim", metavar="CLAIM")
@click.argument("changes", metavar="JSON")
@reason_option
@by_option
@dry_run_option
def correct(claim: str, changes: str, reason: str, by: str, dry_run: bool) -> None:
    """Say what a report claims where it was misread.

    Takes the id of a claim and what is to be put in its place, as an object with keys of
    the claims format; the other keys stay as they are, and null takes one out. Both the
    claim as read and the correction are kept, and the correction goes into editions.
    habeas decide CLAIM undo takes it back.

    \b
    Examples:
      habeas correct c3f0c1d2e4a5 '{"count": 114}' --reason "114, not 14"
      habeas correct c3f0c1d2e4a5 '{"act": "pardon"}' --reason "pardoned, not freed"
    """
    from habeas.model.decisions import ClaimDecision, Resolution
    from habeas.register.deciding import correction_id

    who, records, now = who_decides(by), open_records(), datetime.now(UTC)
    read = _claim(claim, records)
    if read is None:
        raise Stop(
            Exit.USAGE,
            what="no claim of the register has this id",
            remedy="take it from: habeas read REPORT --format json",
        )
    report = next(each for each in records.reports if each.id == read.report)
    correction = replace(_changed(read, changes, report), id=correction_id(claim, who, now))
    told = f"{claim}: corrected to {correction.id}"
    if dry_run:
        click.echo(f"Nothing was written; it would be: {told}")
        return
    from habeas.store.deciding import decide_claim

    decide_claim(
        ClaimDecision(
            claim=claim,
            resolution=Resolution.CORRECT,
            reason=reason,
            by=who,
            at=now,
            correction=correction,
        )
    )
    click.echo(told)


def _claim(key: str, records: Records) -> Claim | None:
    """A claim as read or as corrected."""
    from habeas.register.deciding import decide_claims

    decided = decide_claims(records.claims, records.reports, records.claim_decisions)
    return next((each for each in decided.claims if each.id == key), None)


def _about_assumption(key: str, records: Records) -> AssumptionDecision:
    """A decision that holds on an assumption, or one to be made on an assumption at hand.

    Raises:
        Stop: The accounts of the register make no such assumption.
    """
    from habeas.model.decisions import AssumptionDecision, Resolution

    made = next((each for each in records.assumption_decisions if each.assumption == key), None)
    if made is not None:
        return replace(made, at=datetime.now(UTC))
    found = _assumption(key, records)
    if found is None:
        raise Stop(
            Exit.USAGE,
            what="nothing in the register has this id",
            remedy="give the id of a claim, or of an assumption that its accounts make",
        )
    return AssumptionDecision(
        assumption=key,
        kind=found.kind,
        claims=found.claims,
        resolution=Resolution.ACCEPT,
        reason="",
        by="",
        at=datetime.now(UTC),
    )


def _assumption(key: str, records: Records) -> Assumption | None:
    from habeas.accounts import accounts_of
    from habeas.model.accounts import Decisions
    from habeas.register.assemble import records_that_hold

    held = records_that_hold(records)
    made = accounts_of(held.reports, held.claims, Decisions(judgements=held.judgements))
    return next((one for each in made for one in each.assumptions if one.id == key), None)


def _changed(claim: Claim, changes: str, report: Report) -> Claim:
    """The claim with some keys of the claims format replaced.

    Raises:
        Stop: The changes are no object of such keys, or the report has no such words.
    """
    import json

    from habeas.claims.format import write_claim
    from habeas.claims.given import read_given_claims

    try:
        told = json.loads(changes)
    except ValueError:
        told = None
    if not isinstance(told, dict) or {"id", "report"} & told.keys():
        raise Stop(
            Exit.USAGE,
            what="the changes are no JSON object of keys that can be corrected",
            remedy="""write them as '{"count": 114}'; id and report stay as they are""",
        )
    document = {
        key: value for key, value in {**write_claim(claim), **told}.items() if value is not None
    }
    given = read_given_claims({"claims": [document]}, name=report.title)
    for problem in given.problems:
        raise Stop(Exit.USAGE, what=problem.what, where=problem.where, remedy=problem.remedy)
    (made,) = given.claims
    words = made.passage.exact
    start = claim.passage.start if words == claim.passage.exact else report.text.find(words)
    if start < 0:
        raise Stop(
            Exit.USAGE,
            what="the report does not have these words",
            remedy="copy the passage from the report",
        )
    passage = report.passage(start, start + len(words))
    return replace(made, report=claim.report, passage=passage, part_of=claim.part_of)
