"""A person as the desk shows them: who they are held to be, and what that rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from habeas.events.custody_spans import custody_and_why, custody_spans
from habeas.model.events import Custody
from habeas.model.people import Verdict
from habeas.people import fold_spelling, judgement_id, mention_id
from habeas.public.presenters import wording
from habeas.public.presenters.claims import claim_line, report_line
from habeas.public.presenters.person import person_row, present_person
from habeas.store.index.people import load_person
from habeas.store.index.warnings import alerts_about

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from habeas.events.custody_spans import CustodySpan
    from habeas.model.claims import Claim
    from habeas.model.people import Alert, Judgement
    from habeas.model.restrictions import Viewer
    from habeas.people.search.persons import Answer, Found
    from habeas.public.presenters.claims import ClaimLine, ReportLine
    from habeas.public.presenters.person import PersonPage, PersonRow
    from habeas.public.presenters.timeline import Scale
    from habeas.store.index.answers import PersonFile
    from habeas.store.index.pairs import Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow:
    """A person found, and why: the spelling that is like what was sought."""

    row: PersonRow
    spelling: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPage:
    """What a search came to.

    Attributes:
        rows: The most alike first.
        near: Where nobody is found: who is least far from it.
        typed: What was sought, as another keyboard would have it; or empty.
    """

    rows: tuple[FoundRow, ...]
    near: tuple[FoundRow, ...]
    typed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanBar:
    """Days of one answer on the scale: left edge and width in thousandths."""

    custody: str
    name: str
    x: int
    width: int
    days: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDay:
    """The custody on a day that was asked for, and the claims behind it."""

    day: date
    words: str
    lines: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementLine:
    """A judgement about this person.

    Attributes:
        id: To take it back by.
        verdict: In words.
        other: The other side, as it is called; empty where it is this person too.
        href: Page of the other side, or empty.
    """

    id: str
    verdict: str
    reason: str
    by: str
    at: datetime
    other: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionLine:
    """One place where somebody is named, to be told apart if need be."""

    id: str
    name: str
    line: ClaimLine


@dataclass(frozen=True, slots=True, kw_only=True)
class MayBe:
    """Somebody who may be the same person."""

    name: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDesk:
    """Everything the desk's page of one person shows.

    Attributes:
        public: What the public page of them would show.
        alerts: What does not go together.
        spans: Custody over time; empty where no day is told.
        asked: Custody on the day asked for, or None.
    """

    public: PersonPage
    alerts: tuple[Alert, ...]
    spans: tuple[SpanBar, ...]
    asked: OnDay | None
    judgements: tuple[JudgementLine, ...]
    mentions: tuple[MentionLine, ...]
    may_be: tuple[MayBe, ...]


def found_rows(answer: Answer) -> FoundPage:
    """What a search found, as rows."""
    return FoundPage(
        rows=tuple(map(_found, answer.found)),
        near=tuple(map(_found, answer.near)),
        typed=answer.typed or "",
    )


def custody_word(custody: Custody) -> str:
    """An answer in a word."""
    words = {
        Custody.HELD: pgettext("custody", "held"),
        Custody.FREE: pgettext("custody", "not in custody"),
        Custody.DISPUTED: pgettext("custody", "disputed"),
        Custody.UNKNOWN: pgettext("custody", "cannot be told"),
    }
    return words[custody]


def present(
    file: PersonFile, *, on: date | None, pairs: Sequence[Pair], viewer: Viewer
) -> PersonDesk:
    """Arrange what the register knows of a person.

    Args:
        file: What it knows.
        on: Day whose custody is asked for, or None.
        pairs: Who they may be the same as.
        viewer: Who asks.
    """
    reports = {report.id: report for report in file.reports}
    public = present_person(file.person, file.claims, reports, matches=(), names={})
    sources = {report.id: report_line(report) for report in file.reports}
    spans = custody_spans(file.person, file.claims, file.reports)
    return PersonDesk(
        public=public,
        alerts=alerts_about(file, viewer),
        spans=_bars(spans, public.scale) if public.scale else (),
        asked=_on_day(on, file, sources) if on else None,
        judgements=tuple(_judgement(each, file, viewer) for each in file.judgements),
        mentions=tuple(_mentions(file, sources)),
        may_be=tuple(_may_be(pairs, file.person.id, viewer)),
    )


def _found(found: Found) -> FoundRow:
    row = person_row(found.person)
    spelling = "" if found.spelling == found.person.name else wording.short(found.spelling)
    return FoundRow(row=row, spelling=spelling, reason=found.reason)


def _bars(spans: Iterable[CustodySpan], scale: Scale) -> tuple[SpanBar, ...]:
    bars = []
    for span in spans:
        if span.custody is Custody.UNKNOWN:
            continue
        left = max(0, scale.begin(span.first))
        right = min(1000, scale.end(span.last)) if span.last else 1000
        word = custody_word(span.custody)
        first = wording.day(span.first)
        if span.last is None:
            days = _("from %(day)s on") % {"day": first}
        elif span.last == span.first:
            days = first
        else:
            days = _("%(first)s to %(last)s") % {"first": first, "last": wording.day(span.last)}
        bars.append(
            SpanBar(
                custody=span.custody.value,
                name=word,
                x=left,
                width=max(2, right - left),
                days=days,
            )
        )
    return tuple(bars)


def _on_day(day: date, file: PersonFile, sources: Mapping[str, ReportLine]) -> OnDay:
    answer = custody_and_why(day, file.person, file.claims, file.reports)
    claims = {claim.id: claim for claim in file.claims}
    return OnDay(
        day=day,
        words=custody_word(answer.custody),
        lines=tuple(_line(claims[key], sources) for key in answer.claims),
    )


def _line(claim: Claim, sources: Mapping[str, ReportLine]) -> ClaimLine:
    return claim_line(claim, sources[claim.report])


def _judgement(judgement: Judgement, file: PersonFile, viewer: Viewer) -> JudgementLine:
    words = {
        Verdict.SAME: _("the same person"),
        Verdict.DIFFERENT: _("different people"),
        Verdict.UNSURE: _("not sure"),
    }
    other, href = "", ""
    for side in (judgement.left, judgement.right):
        found = load_person(side, viewer)
        if found is not None and found.person.id != file.person.id:
            other = wording.short(found.person.name)
            href = reverse("person", args=[found.person.id])
    return JudgementLine(
        id=judgement_id(judgement),
        verdict=words[judgement.verdict],
        reason=judgement.reason,
        by=judgement.by,
        at=judgement.at,
        other=other,
        href=href,
    )


def _mentions(file: PersonFile, sources: Mapping[str, ReportLine]) -> Iterable[MentionLine]:
    claims = {claim.id: claim for claim in file.claims}
    spelled = sorted(file.person.mentions, key=lambda key: (fold_spelling(key.name), key.claim))
    for key in spelled:
        if key.claim in claims:
            line = _line(claims[key.claim], sources)
            yield MentionLine(id=mention_id(key), name=wording.short(key.name), line=line)


def _may_be(pairs: Iterable[Pair], person: str, viewer: Viewer) -> Iterable[MayBe]:
    for pair in pairs:
        other = pair.right if pair.left == person else pair.left
        found = load_person(other, viewer)
        if found is not None:
            href = reverse("pair", args=[pair.left, pair.right])
            yield MayBe(name=wording.short(found.person.name), href=href)
