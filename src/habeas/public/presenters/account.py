"""An account as its page shows it: who says what, what adds up, who is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from habeas.model.accounts import Bounds
from habeas.public.presenters import wording
from habeas.public.presenters.charts import legend
from habeas.public.presenters.claims import claim_lines, voices_of
from habeas.public.presenters.figures import figure_groups
from habeas.public.presenters.waterfall import waterfall

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from habeas.model.accounts import Account, AccountPerson, Finding
    from habeas.model.claims import Claim
    from habeas.model.people import ProposedMatch
    from habeas.public.presenters.charts import LegendEntry
    from habeas.public.presenters.claims import ClaimLine, ReportLine, VoiceLink
    from habeas.public.presenters.figures import FigureGroup
    from habeas.public.presenters.waterfall import Waterfall


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What an account refers to, by id.

    Attributes:
        claims: The claims of the account that the Edition holds.
        sources: The reports those claims stand in.
        matches: Proposed matches of the persons named.
        names: First spelling of those persons and of the persons they may be.
    """

    claims: Mapping[str, Claim]
    sources: Mapping[str, ReportLine]
    matches: Mapping[str, Sequence[ProposedMatch]]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """A sentence and the claims it rests on."""

    explanation: str
    lines: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchLine:
    """A person who may be the same; nobody has decided."""

    name: str
    href: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """A person named as freed, how they came to be named, and in which words."""

    name: str
    href: str
    naming: str
    voices: tuple[VoiceLink, ...]
    matches: tuple[MatchLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StateLine:
    """A state some of the freed are said to be from, and the claims that say so."""

    code: str
    name: str
    lines: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """One kind of statement: an anchor, a heading, a line of explanation, the claims."""

    anchor: str
    heading: str
    note: str
    lines: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPage:
    """Everything the page of one account shows; lists are empty where nothing is said.

    Attributes:
        unnamed: How many nobody names, e.g. `121 of 123`; empty where nothing bounds it.
        unnamed_of: The figures of everyone that this is the rest of.
        statements: Withheld, talks, expected, … in the page's order, none empty.
        reports: The reports read, in order.
    """

    id: str
    title: str
    href: str
    when: str
    when_on: str
    by: str
    place: str
    figures: tuple[FigureGroup, ...]
    waterfall: Waterfall
    agreed: tuple[FindingLine, ...]
    sums: tuple[FindingLine, ...]
    differing: tuple[FindingLine, ...]
    subsets: tuple[FindingLine, ...]
    people: tuple[PersonLine, ...]
    unnamed: str
    unnamed_of: tuple[FigureGroup, ...]
    held: tuple[FigureGroup, ...]
    held_legend: tuple[LegendEntry, ...]
    nationalities: tuple[StateLine, ...]
    pledges: tuple[ClaimLine, ...]
    statements: tuple[Statements, ...]
    questions: tuple[str, ...]
    reports: tuple[ReportLine, ...]


def claims_wanted(account: Account) -> tuple[str, ...]:
    """Ids of all claims an account's page may show, without repeats."""
    ids = [*account.event.claims]
    ids += [figure.claim for figure in (*account.figures, *account.held)]
    for finding in (*account.agreed, *account.sums, *account.differing, *account.subsets):
        ids += finding.claims
    for person in account.people:
        ids += person.claims
    ids += [*account.pledges, *account.withheld, *account.meetings, *account.expected]
    ids += [*account.demands, *account.charges, *account.earlier]
    ids += [*account.denied, *account.others]
    return tuple(dict.fromkeys(ids))


def present_account(account: Account, shelf: Shelf) -> AccountPage:
    """Arrange an account for its page."""
    event = account.event
    figures = figure_groups(account.figures, shelf.claims, shelf.sources)
    held = figure_groups(account.held, shelf.claims, shelf.sources)
    by = wording.state(event.by) if event.by else ""
    return AccountPage(
        id=event.id,
        title=wording.short(event.title),
        href=reverse("account", args=[event.id]),
        when=wording.when(event.when) if event.when else "",
        when_on=event.when.text if event.when else "",
        by=by,
        place=wording.short(event.place or "") if event.place != by else "",
        figures=figures,
        waterfall=waterfall(account, figures),
        agreed=_findings(account.agreed, shelf),
        sums=_findings(account.sums, shelf),
        differing=_findings(account.differing, shelf),
        subsets=_findings(account.subsets, shelf),
        people=tuple(_person(person, shelf) for person in account.people),
        unnamed=unnamed_words(account.unnamed, named=len(account.people)),
        unnamed_of=tuple(group for group in figures if group.says(total_of(account))),
        held=held,
        held_legend=legend(group.bar for group in held),
        nationalities=tuple(_state(code, account, shelf) for code in account.nationalities),
        pledges=_lines(account.pledges, shelf),
        statements=_statements(account, shelf),
        questions=account.questions,
        reports=tuple(shelf.sources[r] for r in event.reports if r in shelf.sources),
    )


def unnamed_words(unnamed: Bounds, *, named: int) -> str:
    """How many of how many nobody names; empty where nothing bounds it."""
    missing = wording.bounds(unnamed)
    if not missing:
        return ""
    total = wording.bounds(_plus(unnamed, named))
    return _("%(missing)s of %(total)s") % {"missing": missing, "total": total}


def total_of(account: Account) -> Bounds:
    """Everyone freed: those nobody names and those somebody does."""
    return _plus(account.unnamed, len(account.people))


def _plus(of: Bounds, more: int) -> Bounds:
    return Bounds(
        low=None if of.low is None else of.low + more,
        high=None if of.high is None else of.high + more,
    )


def _lines(ids: Iterable[str], shelf: Shelf) -> tuple[ClaimLine, ...]:
    return claim_lines(ids, shelf.claims, shelf.sources)


def _findings(findings: Iterable[Finding], shelf: Shelf) -> tuple[FindingLine, ...]:
    return tuple(
        FindingLine(explanation=finding.explanation, lines=_lines(finding.claims, shelf))
        for finding in findings
    )


def _person(person: AccountPerson, shelf: Shelf) -> PersonLine:
    return PersonLine(
        name=wording.short(person.name),
        href=reverse("person", args=[person.person]),
        naming=str(wording.NAMINGS[person.naming]),
        voices=voices_of(_lines(person.claims, shelf)),
        matches=match_lines(person.person, shelf.matches.get(person.person, ()), shelf.names),
    )


def match_lines(
    person: str, matches: Iterable[ProposedMatch], names: Mapping[str, str]
) -> tuple[MatchLine, ...]:
    """The persons someone may be the same as, the likeliest first."""
    lines = []
    for match in sorted(matches, key=lambda match: -match.score):
        other = match.right if match.left == person else match.left
        if other in names:
            href = reverse("person", args=[other])
            lines.append(
                MatchLine(name=wording.short(names[other]), href=href, reason=match.reason)
            )
    return tuple(lines)


def _state(code: str, account: Account, shelf: Shelf) -> StateLine:
    saying = [
        claim.id
        for claim_id in account.event.claims
        if (claim := shelf.claims.get(claim_id))
        and (code in claim.nationalities or code in {name.nationality for name in claim.names})
    ]
    return StateLine(code=code, name=wording.state(code), lines=_lines(saying, shelf))


def _statements(account: Account, shelf: Shelf) -> tuple[Statements, ...]:
    kinds = (
        ("denied", _("Denied"), _("Said not to have happened."), account.denied),
        ("withheld", _("Not disclosed"), _("What is said to be kept back."), account.withheld),
        ("talks", _("Talks and visits"), "", account.meetings),
        ("expected", _("Expected"), _("Said to come; not done yet."), account.expected),
        ("demands", _("Demanded"), _("Releases asked for."), account.demands),
        ("charges", _("What they were held for"), _("Charges as worded."), account.charges),
        ("earlier", _("Set beside it"), _("Other days, running totals."), account.earlier),
        ("others", _("Also said"), "", account.others),
    )
    made = (
        Statements(anchor=anchor, heading=heading, note=note, lines=_lines(ids, shelf))
        for anchor, heading, note, ids in kinds
    )
    return tuple(statements for statements in made if statements.lines)
