"""One claim as a line of a page: what, how many, who says so, in which words, where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from habeas.model.claims import SpeakerKind, Stance
from habeas.public.presenters import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from habeas.model.claims import Claim, Mention, Quantity, Speaker
    from habeas.model.reports import Report

DONE = frozenset({Stance.REPORTED, Stance.CONFIRMED, Stance.ESTIMATED})

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
    """A person as a passage names them; `nationality` is the name of a state or empty."""

    name: str
    roles: tuple[str, ...]
    nationality: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """A report as a line of a list; texts are empty where the report does not say."""

    id: str
    title: str
    publisher: str
    published: str
    published_on: str
    language: str
    url: str
    file: str
    href: str


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
        is_cut: True where `quote` is not the whole passage.
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
    place: str
    when: str
    when_words: str
    condition: str
    voice: SpeakerLine | None
    via: tuple[SpeakerLine, ...]
    quote: str
    is_cut: bool
    words_href: str
    claim_href: str
    source: ReportLine


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceLink:
    """A voice's name and the address of its words."""

    name: str
    href: str


def voices_of(lines: Iterable[ClaimLine]) -> tuple[VoiceLink, ...]:
    """Who says some claims, each once, with the first of their words.

    Where a report speaks for itself its publisher is named, else its title.
    """
    links: dict[str, VoiceLink] = {}
    for line in lines:
        name = line.voice.name if line.voice else line.source.publisher or line.source.title
        links.setdefault(name.casefold(), VoiceLink(name=name, href=line.words_href))
    return tuple(links.values())


def report_line(report: Report) -> ReportLine:
    """A report as a line of a list."""
    return ReportLine(
        id=report.id,
        title=wording.short(report.title) or report.file or _("Untitled report"),
        publisher=wording.short(report.publisher or ""),
        published=wording.when(report.published) if report.published else "",
        published_on=report.published.text if report.published else "",
        language="" if report.language == "und" else report.language,
        url=report.url if report.url and _is_web(report.url) else "",
        file=report.file or "",
        href=reverse("report", args=[report.id]),
    )


def claim_line(claim: Claim, source: ReportLine) -> ClaimLine:
    """A claim as a line of a page, with its words and their address."""
    figure = wording.count(claim.count) if claim.count else ""
    words = claim.count.words if claim.count else ""
    chain = tuple(_speaker(speaker) for speaker in reversed(claim.speakers))
    quote = _cut(claim.passage.exact)
    day = wording.when(claim.when.edtf) if claim.when else ""
    return ClaimLine(
        id=claim.id,
        act=str(wording.ACTS[claim.act]),
        stance=str(wording.STANCES[claim.stance]),
        is_done=claim.stance in DONE,
        figure=figure,
        figure_words="" if words.casefold() == figure.casefold() else words,
        quantity=claim.count,
        group=wording.short(claim.group or ""),
        people=tuple(_name(mention) for mention in claim.names),
        states=tuple(wording.state(code) for code in claim.nationalities),
        by=wording.short(claim.by or ""),
        object=wording.short(claim.object or ""),
        charges=tuple(wording.short(charge) for charge in claim.charges),
        place=wording.short(claim.place or ""),
        when=day,
        when_words="" if claim.when is None or claim.when.words == day else claim.when.words,
        condition=_cut(claim.condition.words) if claim.condition else "",
        voice=chain[0] if chain else None,
        via=chain[1:],
        quote=quote,
        is_cut=quote != claim.passage.exact,
        words_href=f"{source.href}#w-{claim.id}",
        claim_href=f"{source.href}#c-{claim.id}",
        source=source,
    )


def claim_lines(
    ids: Iterable[str], claims: Mapping[str, Claim], sources: Mapping[str, ReportLine]
) -> tuple[ClaimLine, ...]:
    """Lines of the claims that the Edition holds, in the order of `ids`."""
    known = (claims[claim] for claim in ids if claim in claims)
    return tuple(claim_line(claim, sources[claim.report]) for claim in known)


def _speaker(speaker: Speaker) -> SpeakerLine:
    known = speaker.kind is not SpeakerKind.UNKNOWN
    kind = str(wording.SPEAKER_KINDS[speaker.kind]) if known else ""
    return SpeakerLine(name=wording.short(speaker.name), kind=kind, cue=wording.short(speaker.cue))


def _name(mention: Mention) -> NameLine:
    nationality = wording.state(mention.nationality) if mention.nationality else ""
    return NameLine(
        name=wording.short(mention.name),
        roles=tuple(wording.short(role) for role in mention.roles),
        nationality=nationality,
    )


def _is_web(url: str) -> bool:
    """A page links to nothing but the web, whatever address a report brought along."""
    return url.lower().startswith(("https://", "http://"))


def _cut(words: str) -> str:
    words = " ".join(words.split())
    if len(words) <= QUOTE:
        return words
    return words[:QUOTE].rsplit(" ", 1)[0]
