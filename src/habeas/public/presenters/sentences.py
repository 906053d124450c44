"""Sentences of an account whose numbers open the words that claim them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from habeas.model.claims import Quantity

_NUMBER = r"(?<![\w.,/-])(?:\d{1,3}(?:,\d{3})+|\d+)(?![\w/-]|[.,]\d)"
_IN_A_DATE = (
    r"(?!\s(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b)"
)


class Counted(Protocol):
    """A line of a claim that may count people, such as `ClaimLine`."""

    @property
    def quantity(self) -> Quantity | None:
        """The count itself."""

    @property
    def words_href(self) -> str:
        """Address of the words in their report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a sentence; `href` is where its words stand, empty where it is not claimed."""

    text: str
    href: str


def linked(sentence: str, lines: Iterable[Counted]) -> tuple[Piece, ...]:
    """Tie the numbers of a sentence to the claims it rests on.

    A number that several claims give opens the first at its first place, the next at the
    next. What is no number of a claim, such as a sum, stays plain.
    """
    claimed: dict[str, list[str]] = {}
    for line in lines:
        for form in _forms(line.quantity) if line.quantity else ():
            claimed.setdefault(form, []).append(line.words_href)
    return tuple(_pieces(sentence, claimed))


def _pieces(sentence: str, claimed: dict[str, list[str]]) -> Iterator[Piece]:
    worded = sorted((form for form in claimed if not form[0].isdigit()), key=len, reverse=True)
    words = "".join(rf"|(?<!\w){re.escape(form)}(?!\w)" for form in worded)
    done = 0
    for found in re.finditer(f"{_NUMBER}{_IN_A_DATE}{words}", sentence, re.IGNORECASE):
        places = claimed.get(found[0].casefold())
        if not places:
            continue
        if found.start() > done:
            yield Piece(text=sentence[done : found.start()], href="")
        yield Piece(text=found[0], href=places.pop(0) if len(places) > 1 else places[0])
        done = found.end()
    if done < len(sentence):
        yield Piece(text=sentence[done:], href="")


def _forms(quantity: Quantity) -> tuple[str, ...]:
    """How a sentence may write a count: in figures, or in its own words."""
    numbers = dict.fromkeys((quantity.low, quantity.high, quantity.about))
    figures = (f"{number:,.0f}" for number in numbers if number is not None)
    plain = (f"{number:.0f}" for number in numbers if number is not None)
    worded = (quantity.words.strip().casefold(),)
    return tuple(dict.fromkeys(form for form in (*figures, *plain, *worded) if form))
