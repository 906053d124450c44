"""Save and load what was decided about links and proposed entries of promises."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from django.db.models import Model

from habeas.model.audit import Change
from habeas.model.decisions import EntryDecision, EntryKey, LinkDecision, LinkKey, Ruling
from habeas.model.pledges import LinkKind
from habeas.pledges.decided import moved_entry, moved_link
from habeas.register.assemble import Records
from habeas.register.deciding import standing_decisions
from habeas.store import models
from habeas.store import promise_tables as tables
from habeas.store.audit import one_change
from habeas.store.decisions import Decision, Outcome
from habeas.store.documents import moved_since
from habeas.store.known import known_rows
from habeas.store.problems import RecordRefused
from habeas.store.refusing import refuse_faults, refuse_naive


def decide_link(decision: LinkDecision) -> Outcome:
    """Keep a decision about a link; the same one twice is kept once.

    Raises:
        StoreError: There is no report of that id, the link rests on no claim, or there is
            no decision that could be undone. Nothing was kept.
    """
    _refuse(decision)
    about = decision.about
    with one_change() as chain:
        if not models.Document.objects.filter(digest=about.report).exists():
            raise RecordRefused(what="there is no such report", remedy="give the id of a report")
        before = link_decisions(None)
        if decision in before:
            return Outcome.ALREADY_THERE
        _refuse_undoing_nothing(decision, before)
        row = tables.LinkDecision.objects.create(
            document_id=about.report,
            link=about.id,
            kind=about.kind,
            anchor=about.anchor,
            ruling=decision.ruling,
            reason=decision.reason,
            by=decision.by,
            at=decision.at,
        )
        tables.LinkClaim.objects.bulk_create(
            tables.LinkClaim(decision=row, position=at, claim=claim)
            for at, claim in enumerate(about.claims)
        )
        chain.add(Change.LINK_DECISION, row)
    return Outcome.ADDED


def decide_entry(decision: EntryDecision) -> Outcome:
    """Keep a decision about an entry that a promise may mean; the same one is kept once.

    Whether the list has such an entry is not looked up: a list is read from its file.

    Raises:
        StoreError: No edition of that list is kept, the promise has no claim, or there is
            no decision that could be undone. Nothing was kept.
    """
    _refuse(decision)
    about = decision.about
    with one_change() as chain:
        if not models.Snapshot.objects.filter(title=about.title).exists():
            raise RecordRefused(
                what="no edition of such a list is kept", remedy="see habeas sanctions list"
            )
        before = entry_decisions(None)
        if decision in before:
            return Outcome.ALREADY_THERE
        _refuse_undoing_nothing(decision, before)
        row = tables.EntryDecision.objects.create(
            target=about.id,
            title=about.title,
            entry=about.entry,
            words=about.words,
            pledge=about.pledge,
            ruling=decision.ruling,
            reason=decision.reason,
            by=decision.by,
            at=decision.at,
        )
        tables.EntryClaim.objects.bulk_create(
            tables.EntryClaim(decision=row, position=at, claim=claim)
            for at, claim in enumerate(about.claims)
        )
        chain.add(Change.ENTRY_DECISION, row)
    return Outcome.ADDED


def take_back(decision: LinkDecision | EntryDecision, made: Decision) -> None:
    """Take back a decision that stands: it is as it was before it.

    Args:
        decision: The one that stands.
        made: Who takes it back, why and when.

    Raises:
        StoreError: It stands no more, or the database refused. Nothing was kept.
    """
    by, at, reason = made.by, made.at, made.reason
    if isinstance(decision, LinkDecision):
        decide_link(
            LinkDecision(about=decision.about, ruling=Ruling.UNDO, reason=reason, by=by, at=at)
        )
    else:
        decide_entry(
            EntryDecision(about=decision.about, ruling=Ruling.UNDO, reason=reason, by=by, at=at)
        )


def link_decisions(upto: int | None) -> tuple[LinkDecision, ...]:
    """Every decision about a link, undone ones and what undid them included, in order.

    Args:
        upto: Number of the last audit record that counts; None for all.
    """
    rows = list(known_rows(Change.LINK_DECISION, upto).order_by("pk"))
    claims = _claims_of(tables.LinkClaim)
    return tuple(
        LinkDecision(
            about=LinkKey(
                id=row.link,
                kind=LinkKind(row.kind),
                anchor=row.anchor,
                report=row.document_id,
                claims=tuple(claims.get(row.pk, ())),
            ),
            ruling=Ruling(row.ruling),
            reason=row.reason,
            by=row.by,
            at=row.at,
        )
        for row in rows
    )


def entry_decisions(upto: int | None) -> tuple[EntryDecision, ...]:
    """Every decision about an entry, undone ones and what undid them included, in order.

    Args:
        upto: As for `link_decisions`.
    """
    rows = list(known_rows(Change.ENTRY_DECISION, upto).order_by("pk"))
    claims = _claims_of(tables.EntryClaim)
    return tuple(
        EntryDecision(
            about=EntryKey(
                id=row.target,
                title=row.title,
                entry=row.entry,
                words=row.words,
                pledge=row.pledge,
                claims=tuple(claims.get(row.pk, ())),
            ),
            ruling=Ruling(row.ruling),
            reason=row.reason,
            by=row.by,
            at=row.at,
        )
        for row in rows
    )


def standing_links(upto: int | None) -> tuple[LinkDecision, ...]:
    """The decisions about links that hold, in the order in which they were made.

    Args:
        upto: As for `link_decisions`.
    """
    made = link_decisions(upto)
    held = set(standing_decisions(made))
    return tuple(each for each in made if each in held)


def standing_entries(upto: int | None) -> tuple[EntryDecision, ...]:
    """The decisions about entries that hold, in the order in which they were made.

    Args:
        upto: As for `link_decisions`.
    """
    made = entry_decisions(upto)
    held = set(standing_decisions(made))
    return tuple(each for each in made if each in held)


def with_promises(records: Records, upto: int | None) -> Records:
    """Records with what was decided about their promises, by the ids of the claims of now."""
    links, entries = standing_links(upto), standing_entries(upto)
    moved = moved_since(_cited(links, entries), records, upto)
    return replace(
        records,
        link_decisions=tuple(replace(d, about=moved_link(d.about, moved, {})) for d in links),
        entry_decisions=tuple(replace(d, about=moved_entry(d.about, moved)) for d in entries),
    )


def claims_cited(upto: int | None) -> frozenset[str]:
    """Ids of the claims, of now or earlier, that decisions about promises rest on."""
    return frozenset(_cited(standing_links(upto), standing_entries(upto)))


def _cited(links: Iterable[LinkDecision], entries: Iterable[EntryDecision]) -> set[str]:
    links = tuple(links)
    conditions = (d.about for d in links if d.about.kind is LinkKind.MEETS_CONDITION)
    cited = {about.anchor for about in conditions}
    cited |= {key for each in links for key in each.about.claims}
    return cited | {key for each in entries for key in each.about.claims}


def _claims_of(table: type[Model]) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    # All of them: decisions are few, and a list of their numbers could be too long to ask by.
    linked = table._default_manager.order_by("decision", "position")
    for owner, claim in linked.values_list("decision", "claim"):
        found[owner].append(claim)
    return found


def _refuse(decision: LinkDecision | EntryDecision) -> None:
    refuse_faults(decision)
    refuse_naive(decision.at)
    if not decision.about.claims:
        raise RecordRefused(
            what="what is decided about rests on no claim", remedy="give it as it was proposed"
        )


def _refuse_undoing_nothing[D: (LinkDecision, EntryDecision)](
    decision: D, before: Sequence[D]
) -> None:
    standing = {each.about.id for each in standing_decisions(before)}
    if decision.ruling is Ruling.UNDO and decision.about.id not in standing:
        raise RecordRefused(what="there is no decision to undo", remedy="see habeas decisions")
