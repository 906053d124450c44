"""Save and load what was decided about links and proposed entries of promises."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind[D: (LinkDecision, EntryDecision)]:
    """How decisions of one kind are kept.

    Attributes:
        change: What the audit records call it.
        table, claims: Of the decisions, and of the claims that what is decided about rests on.
        made: Makes a decision.
        columns: Of a decision, what the table holds of what it is about, but for the claims.
        about: Makes that again, of a row and its claims.
        refuse_unknown: Refuses what the register does not hold.
    """

    change: Change
    table: type[Model]
    claims: type[Model]
    made: Callable[..., D]
    columns: Callable[[D], dict[str, str]]
    about: Callable[[Any, tuple[str, ...]], LinkKey | EntryKey]
    refuse_unknown: Callable[[D], None]


def decide(decision: LinkDecision | EntryDecision) -> Outcome:
    """Keep a decision about a link, or an entry that a promise may mean; once, if given twice.

    Whether a list has such an entry is not looked up: a list is read from its file.

    Raises:
        StoreError: There is no report of that id, or no edition of that list is kept; what is
            decided about rests on no claim; or there is no decision that could be undone.
            Nothing was kept.
    """
    if isinstance(decision, LinkDecision):
        return _decide(decision, _LINKS)
    return _decide(decision, _ENTRIES)


def take_back(decision: LinkDecision | EntryDecision, made: Decision) -> None:
    """Take back a decision that stands: it is as it was before it.

    Args:
        decision: The one that stands.
        made: Who takes it back, why and when.

    Raises:
        StoreError: It stands no more, or the database refused. Nothing was kept.
    """
    decide(replace(decision, ruling=Ruling.UNDO, reason=made.reason, by=made.by, at=made.at))


def link_decisions(upto: int | None) -> tuple[LinkDecision, ...]:
    """Every decision about a link, undone ones and what undid them included, in order.

    Args:
        upto: Number of the last audit record that counts; None for all.
    """
    return _decisions(_LINKS, upto)


def entry_decisions(upto: int | None) -> tuple[EntryDecision, ...]:
    """Every decision about an entry, undone ones and what undid them included, in order.

    Args:
        upto: As for `link_decisions`.
    """
    return _decisions(_ENTRIES, upto)


def standing_links(upto: int | None) -> tuple[LinkDecision, ...]:
    """The decisions about links that hold, in the order in which they were made.

    Args:
        upto: As for `link_decisions`.
    """
    return _standing(link_decisions(upto))


def standing_entries(upto: int | None) -> tuple[EntryDecision, ...]:
    """The decisions about entries that hold, in the order in which they were made.

    Args:
        upto: As for `link_decisions`.
    """
    return _standing(entry_decisions(upto))


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


def _decide[D: (LinkDecision, EntryDecision)](decision: D, kind: _Kind[D]) -> Outcome:
    _refuse(decision)
    with one_change() as chain:
        kind.refuse_unknown(decision)
        before = _decisions(kind, None)
        if decision in before:
            return Outcome.ALREADY_THERE
        _refuse_undoing_nothing(decision, before)
        row = kind.table._default_manager.create(
            **kind.columns(decision),
            ruling=decision.ruling,
            reason=decision.reason,
            by=decision.by,
            at=decision.at,
        )
        kind.claims._default_manager.bulk_create(
            kind.claims(decision=row, position=at, claim=claim)
            for at, claim in enumerate(decision.about.claims)
        )
        chain.add(kind.change, row)
    return Outcome.ADDED


def _decisions[D: (LinkDecision, EntryDecision)](kind: _Kind[D], upto: int | None) -> tuple[D, ...]:
    claims: dict[int, list[str]] = defaultdict(list)
    # All of them: decisions are few, and a list of their numbers could be too long to ask by.
    linked = kind.claims._default_manager.order_by("decision", "position")
    for owner, claim in linked.values_list("decision", "claim"):
        claims[owner].append(claim)
    return tuple(
        kind.made(
            about=kind.about(row, tuple(claims.get(row.pk, ()))),
            ruling=Ruling(row.ruling),
            reason=row.reason,
            by=row.by,
            at=row.at,
        )
        for row in known_rows(kind.change, upto).order_by("pk")
    )


def _standing[D: (LinkDecision, EntryDecision)](made: tuple[D, ...]) -> tuple[D, ...]:
    held = set(standing_decisions(made))
    return tuple(each for each in made if each in held)


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


def _link_columns(decision: LinkDecision) -> dict[str, str]:
    about = decision.about
    return {
        "document_id": about.report,
        "link": about.id,
        "kind": about.kind,
        "anchor": about.anchor,
    }


def _link(row: Any, claims: tuple[str, ...]) -> LinkKey:
    return LinkKey(
        id=row.link,
        kind=LinkKind(row.kind),
        anchor=row.anchor,
        report=row.document_id,
        claims=claims,
    )


def _refuse_unknown_report(decision: LinkDecision) -> None:
    if not models.Document.objects.filter(digest=decision.about.report).exists():
        raise RecordRefused(what="there is no such report", remedy="give the id of a report")


def _entry_columns(decision: EntryDecision) -> dict[str, str]:
    about = decision.about
    return {
        "target": about.id,
        "title": about.title,
        "entry": about.entry,
        "words": about.words,
        "pledge": about.pledge,
    }


def _entry(row: Any, claims: tuple[str, ...]) -> EntryKey:
    return EntryKey(
        id=row.target,
        title=row.title,
        entry=row.entry,
        words=row.words,
        pledge=row.pledge,
        claims=claims,
    )


def _refuse_unknown_list(decision: EntryDecision) -> None:
    if not models.Snapshot.objects.filter(title=decision.about.title).exists():
        raise RecordRefused(
            what="no edition of such a list is kept", remedy="see habeas sanctions list"
        )


_LINKS = _Kind(
    change=Change.LINK_DECISION,
    table=tables.LinkDecision,
    claims=tables.LinkClaim,
    made=LinkDecision,
    columns=_link_columns,
    about=_link,
    refuse_unknown=_refuse_unknown_report,
)
_ENTRIES = _Kind(
    change=Change.ENTRY_DECISION,
    table=tables.EntryDecision,
    claims=tables.EntryClaim,
    made=EntryDecision,
    columns=_entry_columns,
    about=_entry,
    refuse_unknown=_refuse_unknown_list,
)
