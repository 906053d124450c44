"""Two persons side by side, with what speaks for and against their being one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import pgettext

from habeas.model.people import Band
from habeas.people import ids_of
from habeas.public.presenters.person import person_row, present_person

if TYPE_CHECKING:
    from habeas.model.people import Evidence
    from habeas.public.presenters.person import PersonPage, PersonRow
    from habeas.store.index.answers import PersonFile
    from habeas.store.index.pairs import Weighed

_PLAIN = 0.5
"""Bits below which a piece of evidence says next to nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairPage:
    """Two persons.

    Attributes:
        sides: What the page of each shows; left, right.
        rows: Their lines, which link to their pages.
        band: How the comparison comes out, in words.
        speaks_for, against, says_little: Evidence, the weightiest first.
        is_one: True where the two are one person already.
    """

    sides: tuple[PersonPage, PersonPage]
    rows: tuple[PersonRow, PersonRow]
    band: str
    speaks_for: tuple[Evidence, ...]
    against: tuple[Evidence, ...]
    says_little: tuple[Evidence, ...]
    is_one: bool


def present_pair(weighed: Weighed, files: tuple[PersonFile, PersonFile]) -> PairPage:
    """Arrange two persons.

    Args:
        weighed: Their comparison.
        files: What is told of each, in the same order.
    """
    words = {
        Band.SAME: pgettext("band", "very likely one person"),
        Band.PROBABLE: pgettext("band", "probably one person"),
        Band.POSSIBLE: pgettext("band", "possibly one person"),
        Band.DIFFERENT: pgettext("band", "hardly one person"),
    }
    evidence = weighed.match.evidence
    left, right = (_side(file) for file in files)
    return PairPage(
        sides=(left, right),
        rows=(person_row(files[0].person), person_row(files[1].person)),
        band=words[weighed.match.band],
        speaks_for=tuple(piece for piece in evidence if piece.weight >= _PLAIN),
        against=tuple(piece for piece in evidence if piece.weight <= -_PLAIN),
        says_little=tuple(piece for piece in evidence if abs(piece.weight) < _PLAIN),
        is_one=bool(ids_of(files[0].person) & ids_of(files[1].person)),
    )


def _side(file: PersonFile) -> PersonPage:
    reports = {report.id: report for report in file.reports}
    return present_person(file.person, file.claims, reports, matches=(), names={})
