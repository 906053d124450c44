"""Sentences about several claims, with the figures they rest on and who says them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.public.presenters.sentences import linked
from habeas.public.presenters.voices import voices_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habeas.model.accounts import Finding, Revision
    from habeas.public.presenters.claims import ClaimLine
    from habeas.public.presenters.sentences import Piece
    from habeas.public.presenters.shelf import Shelf
    from habeas.public.presenters.voices import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureVoices:
    """A figure that a finding rests on, or an act where nobody is counted, and who says it."""

    text: str
    href: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """A sentence and the figures it rests on, each once."""

    pieces: tuple[Piece, ...]
    figures: tuple[FigureVoices, ...]


def finding_lines(findings: Iterable[Finding | Revision], shelf: Shelf) -> tuple[FindingLine, ...]:
    """Sentences with what they rest on, in the order given."""
    return tuple(finding_line(each.explanation, each.claims, shelf) for each in findings)


def finding_line(explanation: str, claims: Iterable[str], shelf: Shelf) -> FindingLine:
    """One sentence with the claims it rests on."""
    lines = shelf.lines(claims)
    return FindingLine(pieces=linked(explanation, lines), figures=figures_of(lines))


def figures_of(lines: Iterable[ClaimLine]) -> tuple[FigureVoices, ...]:
    """The figures of some claims, each once with all who say it, in the order first said."""
    together: dict[str, list[ClaimLine]] = {}
    for line in lines:
        together.setdefault(line.figure or line.act, []).append(line)
    return tuple(
        FigureVoices(text=text, href=same[0].words_href, voices=voices_of(same))
        for text, same in together.items()
    )
