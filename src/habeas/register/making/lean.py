"""Claims in less memory: what is equal is kept once, and what nobody asks for is left out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from habeas.model.claims import Claim
from habeas.people.evidence import Particulars, Undergone

type _Memo = dict[Any, Any]


class Lean:
    """Makes claims that share their parts with one another, without the words around them."""

    def __init__(self) -> None:
        self._memo: _Memo = {}

    def claim_of_events(self, claim: Claim) -> Claim:
        """The claim with all that tells which event it is of, and how that is called.

        What stands before and after its passage is left out. So is the passage of one that
        counts nobody, says of nobody who did it and gives a name: nothing is read in that.
        """
        same = self.same
        passage = claim.passage
        report = same(claim.report)
        is_read = claim.count or claim.by or claim.speakers
        exact = passage.exact if is_read or not any(m.named for m in claim.names) else ""
        return replace(
            claim,
            report=report,
            passage=replace(passage, report=report, exact=exact, prefix="", suffix=""),
            count=same(claim.count),
            group=same(claim.group),
            nationalities=same(claim.nationalities),
            by=same(claim.by),
            object=same(claim.object),
            charges=same(claim.charges),
            term=same(claim.term),
            place=same(claim.place),
            when=same(claim.when),
            condition=same(claim.condition),
            speakers=same(claim.speakers),
        )

    def particulars(self, told: Particulars) -> Particulars:
        """What is told of a person; days, places and the like are shared with others."""
        same, each = self.same, self._each
        return Particulars(
            names=told.names,
            births=each(told.births),
            ages=each(told.ages),
            sexes=same(told.sexes),
            nationalities=each(told.nationalities),
            places=each(told.places),
            occupations=each(told.occupations),
            charges=each(told.charges),
            case_numbers=told.case_numbers,
            pages=told.pages,
            undergone=tuple(
                Undergone(act=u.act, when=same(u.when), place=same(u.place)) for u in told.undergone
            ),
            lists=told.lists,
        )

    def _each[T](self, values: tuple[T, ...]) -> tuple[T, ...]:
        return self.same(tuple(map(self.same, values)))

    def same[T](self, value: T) -> T:
        """The first value that is equal to this one."""
        return self._memo.setdefault(value, value)  # type: ignore[no-any-return]
