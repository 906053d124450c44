"""Promises and deals by the index: of the reports that promise or tie something, and no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from itertools import batched

from django.db.models import Q

from habeas.claims.tied_sides import TiedSpan, acts_in, with_claims
from habeas.events import group_events
from habeas.model.audit import Change
from habeas.model.claims import CONCEDING, FREEING, SANCTIONING, Claim, Stance
from habeas.model.decisions import EntryDecision, LinkDecision
from habeas.model.pledges import PledgeLink, Tie
from habeas.model.reports import Passage, Report
from habeas.model.restrictions import Asker
from habeas.pledges.arrange import Arranged, arrange_events, arrange_ruled
from habeas.pledges.decided import decided_links, moved_entry, moved_link
from habeas.register.assemble import Records
from habeas.register.deciding import decide_claims, without_left_out
from habeas.register.hiding import shown_entries, shown_links
from habeas.store import models
from habeas.store.audit import known_number
from habeas.store.documents import records_of
from habeas.store.gate import Gate, gate_for
from habeas.store.index.asking import make_ready, one_moment
from habeas.store.index.batches import having
from habeas.store.index.grouping import make_grouped
from habeas.store.index.tables import IndexMember
from habeas.store.index.tied import documents_that_tie, spans_in, spans_of, texts_left
from habeas.store.promise_decisions import with_promises

_DOCUMENTS = 100
_REMEMBERED = 4

_PROMISED = Q(act__in=sorted(act.value for act in SANCTIONING | CONCEDING)) | Q(
    stance=Stance.PROMISED.value
)
_BESIDE = (Change.LINK_DECISION.value, Change.ENTRY_DECISION.value)
"""Changes that say nothing new of what was promised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisesFile:
    """What is promised and traded, by what somebody may see, and what was decided about it.

    Attributes:
        arranged: Without the links that a person rejected.
        links: All links by id, rejected ones too.
        link_decisions: Id of a link → the decision on it that stands.
        entry_decisions: On proposed entries, those that stand, in order.
        left: Texts that were not looked at yet for what they tie; of them nothing is here.
    """

    arranged: Arranged
    links: Mapping[str, PledgeLink]
    link_decisions: Mapping[str, LinkDecision]
    entry_decisions: tuple[EntryDecision, ...]
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """Reports that promise or tie, or tell of what is tied.

    Attributes:
        whole: As they are recorded.
        reports, claims, ties: What a viewer may see of them; the claims that stand.
        moved: Id of a claim that was corrected → of its correction.
        before: What follows where nobody decided about a link.
    """

    whole: Records
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    ties: tuple[Tie, ...]
    moved: Mapping[str, str]
    before: Arranged


def load_promises(viewer: Asker, *, known_at: datetime | None = None) -> PromisesFile:
    """All promises and deals, and what was decided about what they are taken to mean.

    Args:
        viewer: Who asks; it is made of what they may see.
        known_at: A moment in the past; None for now.

    Raises:
        StoreError: The database cannot be read.
    """
    if known_at is None:
        make_ready()
        make_grouped()
    with one_moment():
        left = texts_left() if known_at is None else 0
        upto = None if known_at is None else known_number(known_at)
        gate = gate_for(viewer, known_at)
        said = _now(viewer, _last_change(), left) if upto is None else _said(gate, upto)
        decided = with_promises(said.whole, upto)
    links, entries = decided.link_decisions, decided.entry_decisions
    if not gate.is_open:
        links = shown_links(links, gate.hidden)
        entries = shown_entries(entries, said.claims, gate.hidden)
    links = tuple(replace(d, about=moved_link(d.about, said.moved, {})) for d in links)
    events = said.before.told.events.values()
    return PromisesFile(
        arranged=arrange_ruled(said.reports, said.claims, said.ties, events, links),
        links={link.id: link for link in said.before.links},
        link_decisions=decided_links(said.before.links, links),
        entry_decisions=tuple(replace(d, about=moved_entry(d.about, said.moved)) for d in entries),
        left=left,
    )


@lru_cache(maxsize=_REMEMBERED)
def _now(viewer: Asker, _change: int, _left: int) -> _Said:
    # The number of the last change stands for all that is told in the register.
    return _said(gate_for(viewer), None)


def _last_change() -> int:
    records = models.AuditRecord.objects.exclude(change__in=_BESIDE).order_by("-number")
    return records.values_list("number", flat=True).first() or 0


def _said(gate: Gate, upto: int | None) -> _Said:
    whole = _records(_documents(), upto)
    spans = _spans(whole.reports, upto)
    shown = gate.records(whole)
    decided = decide_claims(shown.claims, shown.reports, shown.claim_decisions)
    claims = without_left_out(decided.claims, decided, {})
    texts = {report.id: report.text for report in whole.reports}
    ties = tuple(
        tie
        for report in shown.reports
        for tie in with_claims(_shown(spans.get(report.id, ()), report, texts[report.id]), claims)
    )
    before = arrange_events(shown.reports, claims, ties, group_events(shown.reports, claims))
    return _Said(
        whole=whole,
        reports=shown.reports,
        claims=claims,
        ties=ties,
        moved=_corrected(decided.corrections),
        before=before,
    )


def _documents() -> list[str]:
    """Reports that promise or tie, in any reading, and those that tell of what is tied."""
    claims = models.Claim.objects.filter(_PROMISED)
    promising = set(
        claims.filter(reading__isnull=False).values_list("reading__document", flat=True)
    )
    promising |= set(
        claims.filter(decision__isnull=False).values_list("decision__document", flat=True)
    )
    conditions = claims.filter(reading__isnull=False).exclude(condition_words=None)
    hanging = {
        document
        for document, words in conditions.values_list("reading__document", "condition_words")
        if FREEING & set(acts_in(words or ""))
    }
    tying = documents_that_tie() | hanging
    members = IndexMember.objects.all()
    events = {row.event for row in having(members, "document", sorted(tying))}
    telling = {row.document for row in having(members, "event", sorted(events))}
    return sorted(promising | tying | telling)


def _records(documents: Iterable[str], upto: int | None) -> Records:
    parts = [records_of(some, upto) for some in batched(documents, _DOCUMENTS)]
    return Records(
        reports=tuple(report for part in parts for report in part.reports),
        claims=tuple(claim for part in parts for claim in part.claims),
        claim_decisions=tuple(made for part in parts for made in part.claim_decisions),
    )


def _spans(reports: Iterable[Report], upto: int | None) -> Mapping[str, tuple[TiedSpan, ...]]:
    if upto is None:
        return spans_in(reports)
    return {report.id: spans_of(report) for report in reports}


def _shown(spans: Iterable[TiedSpan], report: Report, text: str) -> tuple[TiedSpan, ...]:
    """Ties whose words, and those who say them, are not hidden in what somebody may see."""
    if report.text == text:
        return tuple(spans)
    shown = " ".join(report.text.split())
    return tuple(
        span
        for span in spans
        if _stands(span.tie.passage, report)
        and all(" ".join(words.split()) in shown for words in _words_of(span.tie))
    )


def _stands(passage: Passage, report: Report) -> bool:
    return report.text[passage.start : passage.end] == passage.exact


def _words_of(tie: Tie) -> Iterator[str]:
    """Words of a tie that the reader found anywhere in the report."""
    yield from (words for words in (tie.given.words, tie.got.words) if words is not None)
    yield from (speaker.name for speaker in tie.speakers)


def _corrected(corrections: Mapping[str, str]) -> Mapping[str, str]:
    def last(key: str) -> str:
        while key in corrections:
            key = corrections[key]
        return key

    return {key: last(key) for key in corrections}
