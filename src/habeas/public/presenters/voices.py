"""Voices, each once: who says a thing, in how many reports, in which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from habeas.people import fold_spelling
from habeas.public.presenters import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from habeas.public.presenters.claims import ClaimLine

ARTICLES = ("the ", "a ", "an ")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsLink:
    """The address of further words, and whose or where they are."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One voice and all its words on one thing.

    Attributes:
        name: As first written; the outlet where a report speaks for itself.
        kind: In words; empty where unknown.
        stances: In words, each once.
        lines: Its claims, never empty.
        is_report: True where reports speak for themselves and no speaker is named.
    """

    name: str
    kind: str
    stances: tuple[str, ...]
    lines: tuple[ClaimLine, ...]
    is_report: bool

    @property
    def first(self) -> ClaimLine:
        """The claim whose words are shown."""
        return self.lines[0]

    @property
    def is_nobody(self) -> bool:
        """True for a report that speaks for itself and names no publisher."""
        return self.is_report and not self.lines[0].source.publisher

    @property
    def links(self) -> tuple[WordsLink, ...]:
        """Its words but the first: where each stands, and who passes it on."""
        return tuple(WordsLink(text=_place(line), href=line.words_href) for line in self.lines[1:])

    @property
    def language(self) -> str:
        """Language that the name is written in; empty where it is not known."""
        return "" if self.is_report else self.lines[0].source.language

    @property
    def href(self) -> str:
        """Address of the first words."""
        return self.lines[0].words_href

    @property
    def reports(self) -> str:
        """`in five reports`; empty where it is one."""
        return wording.reports(len({line.source.id for line in self.lines}))


def voices_of(lines: Iterable[ClaimLine]) -> tuple[Voice, ...]:
    """Who says some claims, each voice once, in the order they first speak.

    A voice is the innermost speaker, whatever article its name bears; a report that
    speaks for itself is its publisher's, and where nobody is named, its own.
    """
    together: dict[str, list[ClaimLine]] = {}
    for line in lines:
        together.setdefault(_key(line), []).append(line)
    return tuple(_voice(tuple(same)) for same in together.values())


def links_after_first(voices: Sequence[Voice]) -> tuple[WordsLink, ...]:
    """All words of some voices but the first: where each stands, whose it is where not the same."""
    links = [*voices[0].links]
    for voice in voices[1:]:
        for line in voice.lines:
            spoken = line.voice.name if line.voice else ""
            text = ", ".join(part for part in (spoken, _place(line)) if part)
            links.append(WordsLink(text=text, href=line.words_href))
    return tuple(links)


def _place(line: ClaimLine) -> str:
    if not line.via:
        return line.source.outlet
    names = ", ".join(voice.name for voice in line.via)
    return _("%(outlet)s via %(names)s") % {"outlet": line.source.outlet, "names": names}


def _key(line: ClaimLine) -> str:
    if line.voice is None and not line.source.publisher:
        return f"report {line.source.id}"
    name = (line.voice.name if line.voice else line.source.publisher).strip()
    bare = next((name[len(a) :] for a in ARTICLES if name.lower().startswith(a)), name)
    return f"name {fold_spelling(bare) or name}"


def _voice(lines: tuple[ClaimLine, ...]) -> Voice:
    spoken = [line.voice for line in lines if line.voice]
    first = lines[0]
    return Voice(
        name=first.voice.name if first.voice else first.source.outlet,
        kind=next((voice.kind for voice in spoken if voice.kind), ""),
        stances=tuple(dict.fromkeys(line.stance for line in lines)),
        lines=lines,
        is_report=not spoken,
    )
