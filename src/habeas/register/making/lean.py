"""Claims in less memory: what is equal is kept once, and what nobody asks for is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from habeas.model.claims import Claim
from habeas.register.making.readings import Reading

type _Memo = dict[Any, Any]


class Lean:
    """Makes claims that share their parts with one another, without the words around them."""

    def __init__(self) -> None:
        self._memo: _Memo = {}

    def readings(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        """Reports with such claims in place of their own."""
        for report, claims in readings:
            yield report, tuple(map(self.claim, claims))

    def claim(self, claim: Claim) -> Claim:
        """The claim; only what stands before and after its passage is left out."""
        same = self.same
        passage = claim.passage
        report = same(claim.report)
        return replace(
            claim,
            report=report,
            passage=replace(passage, report=report, prefix="", suffix=""),
            count=same(claim.count),
            group=same(claim.group),
            names=tuple(map(same, claim.names)),
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

    def same[T](self, value: T) -> T:
        """The first value that is equal to this one."""
        return self._memo.setdefault(value, value)  # type: ignore[no-any-return]
