"""The account format, version 1: what `habeas account --format json` prints.

One object, `{"format": "habeas-account/1", "events": […]}`, described by
docs/reference/habeas-account-1.schema.json. Offsets count Unicode characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from habeas.accounts import wording
from habeas.accounts.hedges import hard_bounds, soft_bounds
from habeas.model.accounts import (
    Account,
    Assumption,
    Balance,
    Bound,
    Bounds,
    Conflict,
    Figure,
    Finding,
    ListComparison,
    Repair,
    Revision,
)
from habeas.model.claims import Claim, Quantity, Speaker
from habeas.model.reports import Copy, Likeness, Passage, Report
from habeas.reports.copies import find_copies

FORMAT = "habeas-account/1"

_LIKENESS = {
    Likeness.SAME: "copy_of",
    Likeness.NEAR: "copy_of",
    Likeness.REVISION: "revises",
}

type Json = dict[str, object]


def account_document(
    accounts: Iterable[Account],
    claims: Iterable[Claim],
    reports: Iterable[Report],
    what_if: Mapping[str, object] | None = None,
) -> Json:
    """Write accounts as one document of plain JSON values.

    Order is kept, every key is always there, and an absent value is `None`. A claim id
    that is not among `claims` is left out of the lists that would print the claim.

    Args:
        accounts: As `accounts_of` gives them.
        claims: The claims they rest on, in any order.
        reports: Their reports, in any order; one that is missing is known by its id.
        what_if: What was asked of them, as plain values: claims set aside, assumptions
            rejected, days. Left out of the document where there is nothing.
    """
    by_claim = {claim.id: claim for claim in claims}
    by_report = {report.id: report for report in reports}
    copies = {copy.report: copy for copy in find_copies(by_report.values())}
    return {
        "format": FORMAT,
        **({"what_if": what_if} if what_if else {}),
        "events": [_event(account, by_claim, by_report, copies) for account in accounts],
    }


def _event(
    account: Account,
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    copies: Mapping[str, Copy],
) -> Json:
    event = account.event
    return {
        "id": event.id,
        "title": event.title,
        "acts": [act.value for act in event.acts],
        "by": event.by,
        "place": event.place,
        "when": event.when.text if event.when is not None else None,
        "reports": [_report(key, reports.get(key), copies.get(key)) for key in event.reports],
        "claims": list(event.claims),
        "figures": _figures((*account.figures, *account.counted), claims),
        "agreements": [_finding(f) for f in account.agreed],
        "sums": [_finding(f) for f in account.sums],
        "conflicts": [_conflict(one) for one in account.conflicts],
        "assumptions": [_assumption(one) for one in account.assumptions],
        "subsets": [_finding(f) for f in account.subsets],
        "repairs": [_repair(one) for one in account.repairs],
        "bounds": [_bound(one) for one in account.bounds],
        "people": [
            {"id": p.person, "name": p.name, "status": p.naming.value, "claims": list(p.claims)}
            for p in account.people
        ],
        "matches": [
            {"left": m.left, "right": m.right, "score": m.score, "reason": m.reason}
            for m in account.matches
        ],
        "unnamed": _bounds(account.unnamed),
        "held": _figures(account.held, claims),
        "nationalities": list(account.nationalities),
        "revisions": [_revision(one) for one in account.revisions],
        "balances": [_balance(one) for one in account.balances],
        "lists": [_list_comparison(one) for one in account.lists],
        "questions": list(account.questions),
        "doubtful": list(account.doubtful),
        "totals": [_finding(f) for f in account.totals],
        "settling": list(account.settling),
        **_statements(account, claims),
    }


def _statements(account: Account, claims: Mapping[str, Claim]) -> Json:
    lists: dict[str, Sequence[str]] = {
        "pledges": account.pledges,
        "withheld": account.withheld,
        "meetings": account.meetings,
        "expected": account.expected,
        "demands": account.demands,
        "charges": account.charges,
        "earlier": account.earlier,
        "denied": account.denied,
        "others": account.others,
    }
    return {
        name: [_statement(claims[key]) for key in keys if key in claims]
        for name, keys in lists.items()
    }


def _report(key: str, report: Report | None, copy: Copy | None) -> Json:
    published = report.published if report is not None else None
    return {
        "id": key,
        "file": report.file if report is not None else None,
        "url": report.url if report is not None else None,
        "title": report.title if report is not None else None,
        "publisher": report.publisher if report is not None else None,
        "published": published.text if published is not None else None,
        **({_LIKENESS[copy.likeness]: copy.of} if copy is not None else {}),
    }


def _figures(figures: Iterable[Figure], claims: Mapping[str, Claim]) -> list[Json]:
    return [_figure(f, claims[f.claim]) for f in figures if f.claim in claims]


def _figure(figure: Figure, claim: Claim) -> Json:
    count = claim.count or Quantity(low=None, high=None, about=None, words="")
    return {
        "claim": claim.id,
        "act": claim.act.value,
        "stance": claim.stance.value,
        "low": count.low,
        "high": count.high,
        "about": count.about,
        "words": wording.figure_words(claim),
        "unit": count.unit.value,
        "hard": _pair(hard_bounds(count)),
        "soft": _pair(soft_bounds(count)),
        "population": dict(figure.population),
        "part_of": claim.part_of,
        "voices": figure.voices,
        "speakers": [_speaker(s) for s in claim.speakers],
        "passage": _passage(claim.passage),
    }


def _statement(claim: Claim) -> Json:
    condition = claim.condition
    return {
        "claim": claim.id,
        "act": claim.act.value,
        "stance": claim.stance.value,
        "by": claim.by,
        "object": claim.object,
        "names": [mention.name for mention in claim.names],
        "charges": list(claim.charges),
        "term": None
        if claim.term is None
        else {
            "kind": claim.term.kind.value,
            "duration": claim.term.duration,
            "words": claim.term.words,
        },
        "when": claim.when.edtf.text if claim.when is not None else None,
        "condition": None
        if condition is None
        else {"words": condition.words, "start": condition.start, "end": condition.end},
        "speakers": [_speaker(s) for s in claim.speakers],
        "passage": _passage(claim.passage),
    }


def _finding(finding: Finding) -> Json:
    return {"claims": list(finding.claims), "explanation": finding.explanation}


def _conflict(conflict: Conflict) -> Json:
    return {
        "claims": list(conflict.claims),
        "likewise": list(conflict.likewise),
        "assumptions": list(conflict.assumptions),
        "tight": conflict.tight,
        "explanation": conflict.explanation,
    }


def _assumption(assumption: Assumption) -> Json:
    return {
        "id": assumption.id,
        "kind": assumption.kind.value,
        "reason": assumption.reason,
        "claims": list(assumption.claims),
    }


def _repair(repair: Repair) -> Json:
    return {
        "set_aside": list(repair.set_aside),
        "weight": repair.weight,
        "bounds": [_bound(one) for one in repair.bounds],
    }


def _bound(bound: Bound) -> Json:
    return {
        "of": bound.of,
        "population": dict(bound.population),
        "low": bound.low,
        "high": bound.high,
    }


def _revision(revision: Revision) -> Json:
    return {"claims": list(revision.claims), "explanation": revision.explanation}


def _balance(balance: Balance) -> Json:
    return {
        "opening": _bounds(balance.opening),
        "closing": _bounds(balance.closing),
        "added": _bounds(balance.added),
        "left": _bounds(balance.left),
        "gap": _bounds(balance.gap),
        "claims": list(balance.claims),
        "explanation": balance.explanation,
    }


def _list_comparison(comparison: ListComparison) -> Json:
    return {
        "left": comparison.left,
        "right": comparison.right,
        "both": _bounds(comparison.both),
        "only_left": _bounds(comparison.only_left),
        "only_right": _bounds(comparison.only_right),
        "claims": list(comparison.claims),
        "explanation": comparison.explanation,
    }


def _speaker(speaker: Speaker) -> Json:
    return {"name": speaker.name, "kind": speaker.kind.value, "cue": speaker.cue}


def _passage(passage: Passage) -> Json:
    return {
        "report": passage.report,
        "start": passage.start,
        "end": passage.end,
        "exact": passage.exact,
        "prefix": passage.prefix,
        "suffix": passage.suffix,
    }


def _bounds(bounds: Bounds) -> Json:
    return {"low": bounds.low, "high": bounds.high}


def _pair(bounds: Bounds) -> list[int | None]:
    return [bounds.low, bounds.high]
