"""What follows where something is set aside: which claims, and the addresses that do it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from habeas.accounts.telling import telling_bounds
from habeas.model.accounts import Bounds
from habeas.model.claims import FREEING
from habeas.public.addresses import address_of
from habeas.public.presenters import wording
from habeas.public.presenters.shelf import figures_of
from habeas.public.presenters.voices import voices_of
from habeas.public.presenters.whom import whom

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from habeas.model.accounts import Account, Bound
    from habeas.model.claims import Claim
    from habeas.public.presenters.shelf import Population, Shelf
    from habeas.public.presenters.voices import Voice

MOST = 20
"""Ids one address may hold."""

MOST_MOVED = 5

ASIDE, FIGURE, REJECT = "aside", "figure", "reject"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a reader wants set aside, by ids of this account; nothing for the plain page.

    Attributes:
        aside: Claims, each alone.
        figures: Claims that stand for all that give the same figure of the same people.
        rejected: Assumptions.
        unknown: How many ids were asked for that the account does not hold, or that were
            more than MOST.
    """

    aside: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    unknown: int = 0

    def __bool__(self) -> bool:
        return bool(self.aside or self.figures or self.rejected)


NOTHING = Asked()


def asked_of(query: Mapping[str, Sequence[str]], account: Account) -> Asked:
    """Read what an address asks to set aside.

    Args:
        query: The values of each name in the address, in order.
        account: Of the plain page; ids that are not in it are counted and left out.
    """
    given = [(name, each) for name in (ASIDE, FIGURE, REJECT) for each in query.get(name, ())]
    pairs = list(dict.fromkeys(given))
    counted = {figure.claim for figure in figures_of(account)}
    known = {
        ASIDE: counted.union(account.event.claims),
        FIGURE: counted,
        REJECT: {assumption.id for assumption in account.assumptions},
    }
    good = [(name, each) for name, each in pairs if each in known[name]][:MOST]

    def of(wanted: str) -> tuple[str, ...]:
        return tuple(each for name, each in good if name == wanted)

    return Asked(
        aside=of(ASIDE),
        figures=of(FIGURE),
        rejected=of(REJECT),
        unknown=len(pairs) - len(good),
    )


@dataclass(frozen=True, slots=True)
class Figures:
    """Which claims give the same figure of the same people."""

    same: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, account: Account, claims: Mapping[str, Claim]) -> Figures:
        """Group the figures of an account."""
        groups: dict[tuple[str, str, Population], dict[str, None]] = {}
        for figure in figures_of(account):
            claim = claims.get(figure.claim)
            if claim and claim.count:
                # The same number of people freed and of people held are two figures.
                act = "" if claim.act in FREEING else claim.act
                key = (act, wording.count(claim.count), figure.population)
                groups.setdefault(key, {})[figure.claim] = None
        return cls({claim: tuple(same) for same in groups.values() for claim in same})

    def set_aside(self, asked: Asked) -> tuple[str, ...]:
        """Ids of all claims that are set aside, each once."""
        spread = (each for claim in asked.figures for each in self.same.get(claim, (claim,)))
        return tuple(dict.fromkeys((*asked.aside, *spread)))


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """Makes the addresses that set something more aside, or put it back."""

    page: str
    asked: Asked
    figures: Figures

    @classmethod
    def of(cls, account: Account, shelf: Shelf, asked: Asked) -> WhatIf:
        """For the account of the plain page."""
        page = address_of("account", account.event.id)
        return cls(page=page, asked=asked, figures=Figures.of(account, shelf.claims))

    def without(self, claims: Collection[str]) -> str:
        """Address of the page without some claims; empty where it would hold too many ids."""
        aside, figures = list(self.asked.aside), list(self.asked.figures)
        left = dict.fromkeys(claims)
        while left:
            first = next(iter(left))
            same = self.figures.same.get(first, (first,))
            whole = len(same) > 1 and all(claim in left for claim in same)
            (figures if whole else aside).append(first)
            for claim in same if whole else (first,):
                del left[claim]
        return self._address(replace(self.asked, aside=_once(aside), figures=_once(figures)))

    def rejecting(self, assumption: str) -> str:
        """Address of the page without an assumption; empty where it would hold too many ids."""
        rejected = _once((*self.asked.rejected, assumption))
        return self._address(replace(self.asked, rejected=rejected))

    def put_back(self, each: str) -> str:
        """Address of the page with one of the ids asked for put back."""
        return self._address(
            replace(
                self.asked,
                aside=_but(self.asked.aside, each),
                figures=_but(self.asked.figures, each),
                rejected=_but(self.asked.rejected, each),
            )
        )

    @property
    def query(self) -> str:
        """The query of the page as it stands; empty for the plain page."""
        return self._address(self.asked).partition("?")[2]

    def _address(self, asked: Asked) -> str:
        pairs = [(ASIDE, each) for each in asked.aside]
        pairs += [(FIGURE, each) for each in asked.figures]
        pairs += [(REJECT, each) for each in asked.rejected]
        if len(pairs) > MOST:
            return ""
        return f"{self.page}?{urlencode(pairs)}" if pairs else self.page


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """One thing set aside: a figure with its words and speakers, or an assumption.

    Attributes:
        text: The figure, or what is done; empty for an assumption.
        href: Its words; empty for an assumption.
        voices: Who says it; empty for an assumption.
        reason: The sentence of an assumption, else empty.
        back: Address of the page with it put back.
    """

    text: str
    href: str
    voices: tuple[Voice, ...]
    reason: str
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """How many people there can be without what is left out, and with it."""

    of: str
    now: str
    before: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is another without what is left out.

    Attributes:
        conflicts: How many there are now.
        conflicts_before: How many there were.
        moved: The first bounds that are others now.
        more: How many further bounds are.
    """

    conflicts: int
    conflicts_before: int
    moved: tuple[Moved, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Banner:
    """What the page is shown without, and what that changes.

    Attributes:
        removed: Empty where every id asked for was left out.
        changes: None where nothing is removed.
        unknown: Ids that were asked for and left out.
        page: Address of the page with nothing set aside.
    """

    removed: tuple[Removed, ...]
    changes: Changes | None
    unknown: int
    page: str


def changes_of(before: Account, now: Account) -> Changes:
    """Compare an account with what it would be."""
    known = {(bound.of, bound.population): bound for bound in before.bounds}
    moved = [
        Moved(of=whom(bound), now=_range(bound), before=_range(was))
        for bound in telling_bounds(now.bounds)
        if (was := known.get((bound.of, bound.population))) and _range(was) != _range(bound)
    ]
    return Changes(
        conflicts=len(now.conflicts),
        conflicts_before=len(before.conflicts),
        moved=tuple(moved[:MOST_MOVED]),
        more=len(moved[MOST_MOVED:]),
    )


def _range(bound: Bound) -> str:
    return wording.bounds(Bounds(low=bound.low, high=bound.high))


def banner_of(
    account: Account, shelf: Shelf, what_if: WhatIf, changes: Changes | None = None
) -> Banner | None:
    """Say what a page leaves out; None for the plain page, where every id was known.

    Args:
        account: Of the plain page.
        shelf: Of the plain page.
        what_if: With what was asked for.
        changes: What that changes; None for the plain page.
    """
    asked = what_if.asked
    if not asked and not asked.unknown:
        return None
    return Banner(
        removed=tuple(_removed(account, shelf, what_if)),
        changes=changes,
        unknown=asked.unknown,
        page=what_if.page,
    )


def _removed(account: Account, shelf: Shelf, what_if: WhatIf) -> Iterator[Removed]:
    asked = what_if.asked
    spread: list[tuple[str, tuple[str, ...]]] = [(claim, (claim,)) for claim in asked.aside]
    spread += [(claim, what_if.figures.same.get(claim, (claim,))) for claim in asked.figures]
    for claim, same in spread:
        lines = shelf.lines(same)
        if lines:
            yield Removed(
                text=lines[0].figure or lines[0].act,
                href=lines[0].words_href,
                voices=voices_of(lines),
                reason="",
                back=what_if.put_back(claim),
            )
    reasons = {assumption.id: assumption.reason for assumption in account.assumptions}
    for assumption in asked.rejected:
        back = what_if.put_back(assumption)
        yield Removed(text="", href="", voices=(), reason=reasons[assumption], back=back)


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _but(ids: Iterable[str], one: str) -> tuple[str, ...]:
    return tuple(each for each in ids if each != one)
