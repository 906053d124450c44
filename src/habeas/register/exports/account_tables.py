"""Accounts as tables: the figures with their words and voices, and what follows from them.

They are not read back: accounts follow from the claims, which are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from habeas.register.exports.cells import Cell, Kind
from habeas.register.exports.list_tables import LIST_ROWS
from habeas.register.exports.promise_tables import (
    DEALS,
    DECIDED,
    PROMISES,
    STEPS,
    TIE_SPEAKERS,
    TIES,
)
from habeas.register.exports.tables import (
    CLAIMS,
    COUNT,
    CUSTODY,
    EDITION,
    HELD,
    MATCHES,
    MENTIONS,
    NAMES,
    PEOPLE,
    REPORTS,
    SPEAKERS,
    Row,
    Table,
    chain,
    counted,
    derived,
    edtf,
)

if TYPE_CHECKING:
    from habeas.model.accounts import Account, Figure
    from habeas.model.claims import Claim
    from habeas.model.reports import Report
    from habeas.register.exports.outgoing import Outgoing

_FIGURES = {"freed": "figures", "held": "held", "other": "counted"}
_FINDINGS = ("agreed", "sums", "subsets", "revisions", "totals", "conflicts", "balances", "lists")
_ACCOUNT = (
    derived("account", "Id of the event that it is the account of."),
    derived("account_title", "A line it is known by."),
)


def _accounts(going: Outgoing) -> Iterator[Row]:
    for account in going.accounts():
        event, unnamed = account.event, account.unnamed
        yield (
            *(event.id, event.title, tuple(act.value for act in event.acts), event.by),
            *(event.place, edtf(event.when), len(account.people), unnamed.low, unnamed.high),
            *(account.nationalities, len(event.reports), len(event.claims)),
            *(account.questions, account.settling, f"accounts/{event.id}/"),
        )


def _figures(going: Outgoing) -> Iterator[Row]:
    for account in going.accounts():
        claims = going.claims_by_id(claims_of_figures(account))
        kept = {id_: claim for id_, claim in claims.items() if going.has(id_)}
        yield from figures_of(account, kept, going.heads)


def claims_of_figures(account: Account) -> Iterator[str]:
    """Ids of the claims that the figures of an account are."""
    return (figure.claim for name in _FIGURES.values() for figure in getattr(account, name))


def figures_of(
    account: Account, claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> Iterator[Row]:
    """The figures of one account, each with its words, voices and report.

    Args:
        account: The account.
        claims: Those of its figures, by id; a figure whose claim is not there is left out.
        reports: Those of the claims, by id.
    """
    for counts, name in _FIGURES.items():
        for figure in getattr(account, name):
            claim = claims.get(figure.claim)
            if claim is not None:
                yield (
                    *(account.event.id, account.event.title, counts),
                    *_figure(figure, claim, reports[claim.report]),
                    sum(claim.id in (*c.claims, *c.likewise) for c in account.conflicts),
                )


def _figure(figure: Figure, claim: Claim, report: Report) -> tuple[Cell, ...]:
    when = claim.when
    return (
        *(claim.act.value, claim.stance.value, *counted(claim.count), claim.group),
        tuple(f"{name}={value}" for name, value in figure.population),
        *((when.edtf.text, when.words) if when else (None, None)),
        *(figure.voices, chain(claim.speakers)),
        *(claim.passage.exact, claim.passage.start, claim.passage.end),
        *(report.title, report.publisher, edtf(report.published), report.url),
        *(claim.id, report.id),
    )


def _named(going: Outgoing) -> Iterator[Row]:
    for account in going.accounts():
        for one in account.people:
            if going.chosen is None or one.person in going.chosen.people:
                event = account.event
                yield event.id, event.title, one.person, one.name, one.naming.value, one.claims


def _findings(going: Outgoing) -> Iterator[Row]:
    for account in going.accounts():
        for kind in _FINDINGS:
            for place, one in enumerate(getattr(account, kind), start=1):
                yield (
                    account.event.id,
                    account.event.title,
                    kind,
                    place,
                    one.explanation,
                    one.claims,
                )


def _bounds(going: Outgoing) -> Iterator[Row]:
    for account in going.accounts():
        for one in account.bounds:
            yield account.event.id, account.event.title, one.of, one.low, one.high


ACCOUNTS = Table(
    name="accounts",
    tells="One event, and what all that is said of it comes to; it decides nobody right.",
    columns=(
        derived("id", "Of the event."),
        derived("title", "A line it is known by."),
        derived("acts", "What is said to be done.", Kind.TEXTS),
        derived("by", "State that acts, ISO 3166-1 alpha-2."),
        derived("place", "As written."),
        derived("when", "In EDTF: what all claims allow.", Kind.DATE),
        derived("named", "Persons named as freed.", Kind.WHOLE),
        derived("unnamed_low", "Least number of those freed whom nobody names.", Kind.WHOLE),
        derived("unnamed_high", "Greatest number; empty where nothing bounds it.", Kind.WHOLE),
        derived("nationalities", "Said to be among them, ISO 3166-1 alpha-2.", Kind.TEXTS),
        derived("reports_count", "Reports that speak of it.", Kind.WHOLE),
        derived("claims_count", "Claims that speak of it.", Kind.WHOLE),
        derived("questions", "What it leaves open.", Kind.TEXTS),
        derived("settling", "What would settle it.", Kind.TEXTS),
        derived("page", "Where it stands on the public site."),
    ),
    rows=_accounts,
)
FIGURES = Table(
    name="figures",
    tells="A number that somebody gives, with the words, the speakers and the report.",
    columns=(
        *_ACCOUNT,
        derived("counts", "freed, held or other."),
        derived("act", "What is said to have been done."),
        derived("stance", "reported, announced, promised, denied …"),
        *(derived(each.name, each.tells, each.kind) for each in COUNT),
        derived("group", "Whom it counts, in the words of the report."),
        derived("whom", "Whom it counts, as the account reads it: citizenship=LT.", Kind.TEXTS),
        derived("when", "In EDTF.", Kind.DATE),
        derived("when_words", "In the words of the report."),
        derived("voices", "Independent voices that say it.", Kind.WHOLE),
        derived("said_by", "Who says so, outermost first; empty where the report itself does."),
        derived("passage", "The words that it rests on."),
        derived("start", "Where they begin in the report, in characters.", Kind.WHOLE),
        derived("end", "Where they end, exclusive.", Kind.WHOLE),
        derived("report_title", "Title of the report."),
        derived("publisher", "Who published it."),
        derived("published", "Day it was published.", Kind.DATE),
        derived("report_url", "Its address."),
        derived("claim", "Id of the claim."),
        derived("report", "Id of the report."),
        derived("conflicts", "Sets of figures it stands in that cannot all be right.", Kind.WHOLE),
    ),
    rows=_figures,
)
NAMED = Table(
    name="named",
    tells="A person whom an account names.",
    columns=(
        *_ACCOUNT,
        derived("person", "Id of the person."),
        derived("name", "The spelling shown first."),
        derived("naming", "named by one voice, confirmed by another, or listed."),
        derived("claims", "Ids of the claims that name them.", Kind.TEXTS),
    ),
    rows=_named,
)
FINDINGS = Table(
    name="findings",
    tells="A sentence about several claims: what agrees, adds up, differs or was corrected.",
    columns=(
        *_ACCOUNT,
        derived("kind", f"{', '.join(_FINDINGS)}."),
        derived("position", "From 1.", Kind.WHOLE),
        derived("explanation", "The sentence, with the arithmetic."),
        derived("claims", "Ids of the claims it rests on.", Kind.TEXTS),
    ),
    rows=_findings,
)
BOUNDS = Table(
    name="bounds",
    tells="How many people of one kind there can be, by all claims together.",
    columns=(
        *_ACCOUNT,
        derived("of", "Whom it counts."),
        derived("low", "Least number, inclusive.", Kind.WHOLE),
        derived("high", "Greatest number, inclusive; empty where nothing bounds it.", Kind.WHOLE),
    ),
    rows=_bounds,
)

TABLES = (
    *(EDITION, PEOPLE, CLAIMS, FIGURES, ACCOUNTS, NAMED, FINDINGS, BOUNDS, CUSTODY, HELD),
    *(
        PROMISES,
        STEPS,
        DEALS,
        TIES,
        LIST_ROWS,
        REPORTS,
        NAMES,
        SPEAKERS,
        TIE_SPEAKERS,
        DECIDED,
        MENTIONS,
    ),
    MATCHES,
)
"""All tables, the most looked at first."""
