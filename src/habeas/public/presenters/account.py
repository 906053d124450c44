"""An account as its page shows it: who says what, what adds up, who is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from habeas.accounts.fates import fates_told
from habeas.public.addresses import address_of
from habeas.public.presenters import wording
from habeas.public.presenters.charts import legend
from habeas.public.presenters.derived import derived_from
from habeas.public.presenters.disputes import disputes_of
from habeas.public.presenters.figure_table import figure_table
from habeas.public.presenters.figures import figure_groups
from habeas.public.presenters.findings import finding_lines
from habeas.public.presenters.folding import folded
from habeas.public.presenters.history import balance_lines, comparison_lines
from habeas.public.presenters.naming import unnamed_of
from habeas.public.presenters.sayings import pledge_sayings, sayings_of
from habeas.public.presenters.voices import voices_of
from habeas.public.presenters.waterfall import waterfall
from habeas.public.presenters.what_if import NOTHING, WhatIf
from habeas.public.presenters.whom import fate

FIRST_SAYINGS = 2
PLEDGES_IN_FRONT = 3
FIRST_PEOPLE = 24
FIRST_QUESTIONS = 6
FIRST_REPORTS = 6

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from habeas.model.accounts import Account, AccountPerson, Figure
    from habeas.model.people import ProposedMatch
    from habeas.public.presenters.charts import LegendEntry
    from habeas.public.presenters.claims import ClaimLine, ReportLine
    from habeas.public.presenters.derived import Derived
    from habeas.public.presenters.disputes import Disputes
    from habeas.public.presenters.figure_table import FigureTable
    from habeas.public.presenters.figures import FigureGroup
    from habeas.public.presenters.findings import FindingLine
    from habeas.public.presenters.folding import Folded
    from habeas.public.presenters.history import BalanceLine, ComparisonLine
    from habeas.public.presenters.naming import Unnamed
    from habeas.public.presenters.sayings import Saying
    from habeas.public.presenters.shelf import Shelf
    from habeas.public.presenters.voices import Voice
    from habeas.public.presenters.waterfall import Waterfall


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchLine:
    """A person who may be the same; nobody has decided."""

    name: str
    href: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FateLine:
    """What else became of somebody released ("deported to Lithuania"), and who says so."""

    text: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """A person named as freed, how they came to be named, and in which words.

    Attributes:
        fates: Empty for a plain release; released is not free.
    """

    name: str
    href: str
    naming: str
    voices: tuple[Voice, ...]
    matches: tuple[MatchLine, ...]
    fates: tuple[FateLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StateLine:
    """A state some of the freed are said to be from, and the claims that say so."""

    code: str
    name: str
    lines: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """One kind of statement: an anchor, a heading, a line of explanation, what is said."""

    anchor: str
    heading: str
    note: str
    sayings: Folded[Saying]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPage:
    """Everything the page of one account shows; lists are empty where nothing is said.

    Attributes:
        unnamed_of: The figures of everyone that those not named are the rest of.
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
    table: FigureTable
    waterfall: Waterfall
    disputes: Disputes
    derived: Derived
    agreed: tuple[FindingLine, ...]
    sums: tuple[FindingLine, ...]
    subsets: tuple[FindingLine, ...]
    revisions: tuple[FindingLine, ...]
    totals: tuple[FindingLine, ...]
    balances: tuple[BalanceLine, ...]
    comparisons: tuple[ComparisonLine, ...]
    people: Folded[PersonLine]
    unnamed: Unnamed
    unnamed_of: tuple[FigureGroup, ...]
    held: tuple[FigureGroup, ...]
    held_legend: tuple[LegendEntry, ...]
    counted: tuple[FigureGroup, ...]
    nationalities: tuple[StateLine, ...]
    pledges: Folded[Saying]
    statements: tuple[Statements, ...]
    questions: Folded[str]
    settling: tuple[str, ...]
    reports: Folded[ReportLine]

    @property
    def first_pledges(self) -> tuple[Saying, ...]:
        """The pledges that the front page shows."""
        return tuple(self.pledges)[:PLEDGES_IN_FRONT]


def present_account(account: Account, shelf: Shelf, what_if: WhatIf | None = None) -> AccountPage:
    """Arrange an account for its page.

    Args:
        account: With nothing set aside, or reconciled anew without some claims.
        shelf: What it refers to.
        what_if: What was set aside; nothing where it is not given.
    """
    asking = what_if or WhatIf.of(account, shelf, NOTHING)
    event = account.event
    figures = _figures(account.figures, shelf, asking)
    held = _figures(account.held, shelf, asking)
    by = wording.state(event.by) if event.by else ""
    unnamed = unnamed_of(account)
    reports = [shelf.sources[r] for r in event.reports if r in shelf.sources]
    return AccountPage(
        id=event.id,
        title=wording.short(event.title),
        href=address_of("account", event.id),
        when=wording.when(event.when) if event.when else "",
        when_on=event.when.text if event.when else "",
        by=by,
        place=wording.short(event.place or "") if event.place != by else "",
        figures=figures,
        table=figure_table(figures, account.bounds),
        waterfall=waterfall(account, figures),
        disputes=disputes_of(account, shelf, asking),
        derived=derived_from(account.bounds),
        agreed=finding_lines(account.agreed, shelf),
        sums=finding_lines(account.sums, shelf),
        subsets=finding_lines(account.subsets, shelf),
        revisions=finding_lines(account.revisions, shelf),
        totals=finding_lines(account.totals, shelf),
        balances=balance_lines(account.balances, shelf),
        comparisons=comparison_lines(account.lists, shelf),
        people=folded(
            [_person(person, shelf, event.by) for person in account.people], first=FIRST_PEOPLE
        ),
        unnamed=unnamed,
        unnamed_of=tuple(group for group in figures if group.says(unnamed.total)),
        held=held,
        held_legend=legend(group.bar for group in held),
        counted=_counted(account, shelf, asking),
        nationalities=tuple(_state(code, account, shelf) for code in account.nationalities),
        pledges=folded(_pledges(account.pledges, shelf), first=FIRST_SAYINGS),
        statements=_statements(account, shelf),
        questions=folded(account.questions, first=FIRST_QUESTIONS),
        settling=account.settling,
        reports=folded(reports, first=FIRST_REPORTS),
    )


def _figures(figures: Sequence[Figure], shelf: Shelf, what_if: WhatIf) -> tuple[FigureGroup, ...]:
    return tuple(
        replace(group, without=what_if.without([line.id for line in group.lines]))
        for group in figure_groups(figures, shelf.claims, shelf.sources)
    )


def _counted(account: Account, shelf: Shelf, what_if: WhatIf) -> tuple[FigureGroup, ...]:
    """Figures of other acts, those of one act together, with the act before whom they count."""
    by_act: dict[str, list[Figure]] = {}
    for figure in account.counted:
        if figure.claim in shelf.claims:
            act = str(wording.ACTS[shelf.claims[figure.claim].act])
            by_act.setdefault(act, []).append(figure)
    return tuple(
        replace(group, population=", ".join(part for part in (act, group.population) if part))
        for act, figures in by_act.items()
        for group in _figures(figures, shelf, what_if)
    )


def _pledges(ids: Iterable[str], shelf: Shelf) -> tuple[Saying, ...]:
    lines = {line.id: line for line in shelf.lines(ids)}
    return pledge_sayings([shelf.claims[claim] for claim in lines], lines)


def _person(person: AccountPerson, shelf: Shelf, state: str | None) -> PersonLine:
    claims = (shelf.claims[id_] for id_ in person.claims if id_ in shelf.claims)
    return PersonLine(
        name=wording.short(person.name),
        href=address_of("person", person.person),
        naming=str(wording.NAMINGS[person.naming]),
        voices=voices_of(shelf.lines(person.claims)),
        matches=match_lines(person.person, shelf.matches.get(person.person, ()), shelf.names),
        fates=tuple(
            FateLine(text=fate(text), voices=voices_of(shelf.lines(c.id for c in told)))
            for text, told in fates_told(claims, state).items()
        ),
    )


def match_lines(
    person: str, matches: Iterable[ProposedMatch], names: Mapping[str, str]
) -> tuple[MatchLine, ...]:
    """The persons someone may be the same as, the likeliest first."""
    lines = []
    for match in sorted(matches, key=lambda match: -match.score):
        other = match.right if match.left == person else match.left
        if other in names:
            href = address_of("person", other)
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
    return StateLine(code=code, name=wording.state(code), lines=shelf.lines(saying))


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
        Statements(
            anchor=anchor,
            heading=heading,
            note=note,
            sayings=folded(sayings_of(shelf.lines(ids)), first=FIRST_SAYINGS),
        )
        for anchor, heading, note, ids in kinds
    )
    return tuple(statements for statements in made if len(statements.sayings))
