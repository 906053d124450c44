"""Events by the index: a page of them, and the account of one, made of its claims as they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime

from habeas.accounts import reconcile
from habeas.accounts.chronicle import Chronicle
from habeas.model.accounts import Account, Decisions
from habeas.model.decisions import AssumptionDecision, Resolution
from habeas.model.people import Judgement, Person
from habeas.model.restrictions import Asker
from habeas.register.deciding import decided_accounts, standing_decisions
from habeas.register.hiding import shown_assumptions
from habeas.register.setting_aside import standing_reports
from habeas.store.copies import copies_among
from habeas.store.deciding import assumption_decisions
from habeas.store.gate import Gate, gate_for
from habeas.store.index.answers import AccountFile, EventsPage
from habeas.store.index.asking import make_ready, one_moment
from habeas.store.index.batches import having
from habeas.store.index.edges import judgements_of, touching
from habeas.store.index.grouping import chronicle_in, make_grouped, reports_left
from habeas.store.index.kept_accounts import account_kept
from habeas.store.index.near import read_near
from habeas.store.index.past_events import account_at
from habeas.store.index.seeking import ALL, EventsSought, matching, told_otherwise
from habeas.store.index.shown import shown_people
from habeas.store.index.shown_events import derived, event_in, lines_of, partly_hidden
from habeas.store.index.tables import IndexEvent, IndexMember, IndexMention
from habeas.store.report_decisions import report_decisions

_DOCUMENTS = 100


def page_of_events(
    viewer: Asker, sought: EventsSought = ALL, *, number: int = 1, size: int = 50
) -> EventsPage:
    """A page of the events, newest first, undated last.

    Args:
        viewer: Who asks; what they may not see is left out.
        sought: Which.
        number: Of the page, from 1; beyond the last it is the last.
        size: Events to a page.
    """
    make_ready()
    make_grouped()
    with one_moment():
        gate = gate_for(viewer)
        partly = partly_hidden(gate)
        rows = matching(sought).exclude(event__in=partly.gone)
        rows = rows.exclude(event__in=told_otherwise(rows, sought, gate))
        total = rows.count()
        pages = max(1, -(-total // size))
        at = min(max(1, number), pages)
        lines = lines_of(list(rows.order_by("position")[(at - 1) * size : at * size]), gate)
        return EventsPage(lines=lines, total=total, number=at, pages=pages, left=reports_left())


def states_of_events(viewer: Asker) -> tuple[str, ...]:
    """States that act in events, for choosing one, by code."""
    with one_moment():
        rows = IndexEvent.objects.exclude(event__in=partly_hidden(gate_for(viewer)).events)
        found = set(rows.values_list("by", flat=True).distinct())
        return tuple(sorted(code for code in found if code is not None))


def load_account(
    event: str, viewer: Asker, *, known_at: datetime | None = None
) -> AccountFile | None:
    """The account of an event, made of its claims as they stand now; None where there is none.

    Args:
        event: Its id.
        viewer: Who asks; it is made of what they may see.
        known_at: A moment in the past; None for now.
    """
    make_ready()
    make_grouped()
    with one_moment():
        gate = gate_for(viewer, known_at)
        if known_at is not None:
            return account_at(event, known_at, gate)
        return account_kept(event, gate, lambda: _account_now(event, gate))


def event_of_claim(claim: str) -> str | None:
    """Id of the event that a claim is of; None where it was not grouped yet."""
    return IndexMember.objects.filter(claim=claim).values_list("event", flat=True).first()


def _account_now(key: str, gate: Gate) -> AccountFile | None:
    row = IndexEvent.objects.filter(event=key).first()
    if row is None:
        return None
    members = list(IndexMember.objects.filter(event=key).order_by("position"))
    decisions = shown_assumptions(standing_decisions(assumption_decisions(None)), gate.hidden)
    chronicle = chronicle_in(row.chronicle)
    also = _also(members, decisions, chronicle)
    reports, claims, waiting = read_near(members, also, gate)
    event = event_in(row, [member.claim for member in members if member.claim in claims], claims)
    if not event.claims:
        return None
    if key in partly_hidden(gate).events:
        event = derived(event, reports.values(), claims) or event
    people = _people(event.claims, gate)
    apart = standing_reports(report_decisions(None)).apart
    copies = copies_among(reports.values())

    def made(decided: Decisions) -> tuple[Account, ...]:
        account = reconcile(
            claims.values(),
            event,
            people=people,
            reports=reports.values(),
            decisions=replace(decided, apart=apart, copies=copies),
        )
        return (
            replace(
                account,
                balances=tuple(b for b in chronicle.balances if claims.keys() >= set(b.claims)),
                totals=chronicle.totals if gate.is_open else account.totals,
            ),
        )

    judgements = _judgements(people)
    account = decided_accounts(made, judgements, decisions, {})[0]
    return AccountFile(
        account=account,
        claims=claims,
        reports=reports,
        people=people,
        judgements=judgements,
        decisions=_about(account, decisions),
        apart=apart,
        undecided=tuple(claim for claim in event.claims if claim in waiting),
        left=reports_left(),
    )


def _also(
    members: Iterable[IndexMember], decisions: Iterable[AssumptionDecision], chronicle: Chronicle
) -> set[str]:
    """Ids of claims of other events that the account of one can speak of."""
    own = {member.claim for member in members}
    told = [balance.claims for balance in chronicle.balances]
    told += [total.claims for total in chronicle.totals]
    told += [each.claims for each in decisions if own & set(each.claims)]
    return {claim for claims in told for claim in claims}


def _about(
    account: Account, decisions: Iterable[AssumptionDecision]
) -> tuple[AssumptionDecision, ...]:
    """Decisions on what this account takes, or would take, for granted."""
    known = {assumption.id for assumption in account.assumptions}
    own = set(account.event.claims)
    return tuple(d for d in decisions if d.assumption in known or own & set(d.claims))


def _people(claims: Iterable[str], gate: Gate) -> tuple[Person, ...]:
    rows = IndexMention.objects.filter(named=True).values_list("person", flat=True)
    return shown_people(having(rows, "claim", list(claims)), gate)


def _judgements(people: Iterable[Person]) -> tuple[Judgement, ...]:
    ids = [person.id for person in people]
    nodes = set(having(IndexMention.objects.values_list("node", flat=True), "person", ids))
    return judgements_of(touching(nodes, "left_node", "right_node"))


def suppose(file: AccountFile, aside: Collection[str], rejected: Collection[str]) -> Account:
    """The account as it would be without some claims and assumptions; decides nothing."""
    out = {each.assumption for each in file.decisions if each.resolution is Resolution.REJECT}
    return reconcile(
        file.claims.values(),
        file.account.event,
        people=file.people,
        reports=file.reports.values(),
        decisions=Decisions(
            judgements=file.judgements,
            aside=frozenset(aside),
            rejected=frozenset(rejected) | out,
            apart=file.apart,
        ),
    )
