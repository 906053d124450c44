"""One claim as a line of a page: what, how many, who says so, in which words, where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from habeas.model.claims import SpeakerKind, Stance
from habeas.model.reports import Likeness
from habeas.people import fold_spelling
from habeas.public.addresses import address_of
from habeas.public.presenters import wording
from habeas.register.list_rows import list_cells

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habeas.model.claims import Claim, Mention, Quantity, Speaker
    from habeas.model.reports import Report
    from habeas.register.edition_copies import CopyTold

DONE = frozenset({Stance.REPORTED, Stance.CONFIRMED, Stance.ESTIMATED})

Namesakes = Mapping[tuple[str, str], str]
"""Person ids by claim and by the folded spelling of the name in it."""

NOBODY: Namesakes = {}

QUOTE = 240
"""Characters of a passage quoted outside its report; the report has the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerLine:
    """A voice: its name as written and its kind in words, empty where unknown."""

    name: str
    kind: str
    cue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLine:
    """A person as a passage names them.

    Attributes:
        nationality: Name of a state, or empty.
        age: In years; None where the passage does not give it.
        href: Page of the person; empty where the Edition holds nobody under this name.
    """

    name: str
    roles: tuple[str, ...]
    nationality: str
    age: int | None
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """A report as a line of a list; texts are empty where the report does not say.

    Attributes:
        outlet: Who published it; where nobody is named, the file, the host of its
            address, or words that say so.
        page_ends: As those of `Report`.
        place: The file or the host, where nobody is named; else empty.
        copies: The report whose text it prints, or None.
    """

    id: str
    title: str
    publisher: str
    outlet: str
    place: str
    published: str
    published_on: str
    language: str
    url: str
    file: str
    is_list: bool
    page_ends: tuple[int, ...]
    href: str
    copies: CopyLine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLine:
    """The report whose text another prints: in small edits, or with other figures or passages.

    Attributes:
        title: Of that report; who published it where it is known.
    """

    is_revision: bool
    title: str
    href: str


def with_copies(
    lines: Iterable[ReportLine], copies: Mapping[str, CopyTold]
) -> tuple[ReportLine, ...]:
    """Lines of reports, those that print the text of another marked as such."""
    return tuple(
        replace(line, copies=copy_line(copies[line.id])) if line.id in copies else line
        for line in lines
    )


def copy_line(told: CopyTold) -> CopyLine:
    """What a report copies, as a link."""
    return CopyLine(
        is_revision=told.copy.likeness is Likeness.REVISION,
        title=wording.short(told.publisher or told.title),
        href=address_of("report", told.copy.of),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """What a page shows of one claim.

    Attributes:
        id: Of the claim.
        act, stance: In words.
        is_done: True where the speaker says it happened, not that it will or should.
        figure: The count as bounds; empty where nobody is counted.
        figure_words: The count as the text words it, where that differs from `figure`.
        quantity: The count itself, for charts.
        people: The persons named.
        voice: The innermost speaker; None where the report itself speaks.
        via: The other speakers, innermost first.
        quote: The words, cut at a word after QUOTE characters.
        is_cut: True where `quote` is not the whole passage; of a list it shows the filled cells.
        page: Page of the file that the words begin on, from 1; None where none is known.
        condition: The words it hangs on, or empty.
        words_href: Address of the words in their report.
        claim_href: Address of the claim in the list beside its report.
        source: The report.
    """

    id: str
    act: str
    stance: str
    is_done: bool
    figure: str
    figure_words: str
    quantity: Quantity | None
    group: str
    people: tuple[NameLine, ...]
    states: tuple[str, ...]
    by: str
    object: str
    charges: tuple[str, ...]
    term: str
    term_kind: str
    place: str
    when: str
    when_words: str
    condition: str
    voice: SpeakerLine | None
    via: tuple[SpeakerLine, ...]
    quote: str
    is_cut: bool
    page: int | None
    words_href: str
    claim_href: str
    source: ReportLine


def report_line(report: Report) -> ReportLine:
    """A report as a line of a list."""
    place = "" if report.publisher else _place(report)
    return ReportLine(
        id=report.id,
        title=wording.short(report.title) or report.file or _("Untitled report"),
        publisher=wording.short(report.publisher or ""),
        outlet=wording.short(report.publisher or place or _("no publisher named")),
        place=wording.short(place),
        published=wording.when(report.published) if report.published else "",
        published_on=report.published.text if report.published else "",
        language="" if report.language == "und" else report.language,
        url=report.url if report.url and _is_web(report.url) else "",
        file=report.file or "",
        is_list=report.is_table,
        page_ends=report.page_ends,
        href=address_of("report", report.id),
    )


def claim_line(claim: Claim, source: ReportLine, people: Namesakes = NOBODY) -> ClaimLine:
    """A claim as a line of a page, with its words and their address."""
    figure = wording.count(claim.count) if claim.count else ""
    counted = claim.count.words if claim.count else ""
    chain = tuple(_speaker(speaker) for speaker in reversed(claim.speakers))
    words = list_cells(claim.passage.exact) if source.is_list else claim.passage.exact
    quote = _cut(words)
    day = wording.when(claim.when.edtf) if claim.when else ""
    return ClaimLine(
        id=claim.id,
        act=str(wording.ACTS[claim.act]),
        stance=str(wording.STANCES[claim.stance]),
        is_done=claim.stance in DONE,
        figure=figure,
        figure_words="" if counted.casefold() == figure.casefold() else counted,
        quantity=claim.count,
        group=wording.short(claim.group or ""),
        people=tuple(
            _name(mention, people.get((claim.id, fold_spelling(mention.name))))
            for mention in claim.names
        ),
        states=tuple(wording.state(code) for code in claim.nationalities),
        by=wording.short(claim.by or ""),
        object=wording.short(claim.object or ""),
        charges=tuple(wording.short(charge) for charge in claim.charges),
        term=wording.short(claim.term.words) if claim.term else "",
        term_kind=str(wording.TERM_KINDS[claim.term.kind]) if claim.term else "",
        place=wording.short(claim.place or ""),
        when=day,
        when_words="" if claim.when is None or claim.when.words == day else claim.when.words,
        condition=_cut(claim.condition.words) if claim.condition else "",
        voice=chain[0] if chain else None,
        via=chain[1:],
        quote=quote,
        is_cut=len(quote) < len(wording.visible(" ".join(words.split()))),
        page=_page(claim.passage.start, source),
        words_href=f"{source.href}#w-{claim.id}",
        claim_href=f"{source.href}#c-{claim.id}",
        source=source,
    )


def _speaker(speaker: Speaker) -> SpeakerLine:
    known = speaker.kind is not SpeakerKind.UNKNOWN
    kind = str(wording.SPEAKER_KINDS[speaker.kind]) if known else ""
    return SpeakerLine(name=wording.short(speaker.name), kind=kind, cue=wording.short(speaker.cue))


def _name(mention: Mention, person: str | None) -> NameLine:
    nationality = wording.state(mention.nationality) if mention.nationality else ""
    return NameLine(
        name=wording.short(mention.name),
        roles=tuple(wording.short(role) for role in mention.roles),
        nationality=nationality,
        age=mention.age,
        href=address_of("person", person) if person else "",
    )


def _page(start: int, source: ReportLine) -> int | None:
    return bisect_left(source.page_ends, start) + 1 if source.page_ends else None


def _place(report: Report) -> str:
    host = urlsplit(report.url).hostname if report.url and _is_web(report.url) else None
    return report.file or host or ""


def _is_web(url: str) -> bool:
    """A page links to nothing but the web, whatever address a report brought along."""
    return url.lower().startswith(("https://", "http://"))


def _cut(words: str) -> str:
    words = wording.visible(" ".join(words.split()))
    if len(words) <= QUOTE:
        return words
    return words[:QUOTE].rsplit(" ", 1)[0]
