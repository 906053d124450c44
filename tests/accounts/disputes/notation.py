"""How a dispute is written down: what is told, and what a careful monitor makes of it.

Figures that cannot all be right are named by words of their lines, each by words that are
in no other figure's line::

    114 civilians | 9 people | 1 person | 123 citizens if nobody-twice
    tight: 1,197 | about 1,000 if same-people

The kinds of assumption that the conflict blames stand after `if`, all of them but
`same-event`, on which everything rests that two reports say. `tight` is what the words
allow and their usual meaning does not. A figure that several claims give is named once.

A repair is named likewise, with the independent voices behind it: `114 civilians (2)`.
Bounds are named by whom they count: `everybody`, `women, to LT`.

Sentences stand without those who say so: of "123 people (Belta) are 114 people to Ukraine
(the embassy)" a dispute gives "123 people are 114 people to Ukraine", or some of it. That
every sentence names them all is a law of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from habeas.accounts import accounts_of
from habeas.model.accounts import Account, AssumptionKind, Bounds, Conflict
from habeas.model.claims import Claim
from stories import Story, tell

type Ends = tuple[int, int | None]

_SAID_BY = re.compile(r" \([^()]*\)")
_VOICES = re.compile(r"(?P<words>.*) \((?P<voices>\d+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """What several speakers say of one event, and what follows.

    Attributes:
        told: The story, as `stories.tell` reads it.
        of: Words of a claim of the event that is meant; of the first claim where empty.
        conflicts: All conflicts.
        repairs: All repairs; None where a dispute has nothing to say of them.
        bounds: Whom → least and most, None for no end; others than these may be told.
        unnamed: Least and most, or None where a dispute has nothing to say of them.
        sentences: Words that stand in what the account says.
        questions: Words that stand in what it asks.
        revisions: Histories, each the words of its claims in order.
    """

    told: str
    of: str = ""
    conflicts: tuple[str, ...] = ()
    repairs: tuple[str, ...] | None = None
    bounds: Mapping[str, Ends] = field(default_factory=dict)
    unnamed: Ends | None = None
    sentences: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    revisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A dispute's story and the account of its event."""

    story: Story
    account: Account

    def claims(self, ids: tuple[str, ...]) -> list[Claim]:
        """Claims by their ids, in that order."""
        by_id = {claim.id: claim for claim in self.story.claims}
        return [by_id[key] for key in ids]


def hear(dispute: Dispute) -> Heard:
    """Tell a dispute's story and make the account that it is about."""
    return _heard(dispute.told, dispute.of)


@cache
def _heard(told: str, of: str) -> Heard:
    story = tell(told)
    first = story.claims[0] if not of else story.claim(of)
    accounts = accounts_of(story.reports, story.claims)
    account = next(a for a in accounts if first.id in a.event.claims)
    return Heard(story=story, account=account)


def conflict_words(conflict: Conflict, heard: Heard, expected: tuple[str, ...]) -> str:
    """A conflict in the notation, in the words of the expected one of the same figures."""
    tight = "tight: " if conflict.tight else ""
    kinds = {a.id: a.kind for a in heard.account.assumptions}
    blamed = {kinds[key] for key in conflict.assumptions} - {AssumptionKind.SAME_EVENT}
    blames = f" if {' '.join(sorted(blamed))}" if blamed else ""
    for line in expected:
        handles = line.removeprefix("tight: ").partition(" if ")[0].split(" | ")
        if _are_named(conflict.claims, handles, heard):
            return f"{tight}{' | '.join(handles)}{blames}"
    words = (claim.passage.exact for claim in heard.claims(conflict.claims))
    return f"{tight}{' | '.join(words)}{blames}"


def in_order(conflict: str) -> str:
    """An expected conflict with its kinds in the order in which they are compared."""
    figures, colon, kinds = conflict.partition(" if ")
    return f"{figures}{colon}{' '.join(sorted(kinds.split()))}"


def repair_words(heard: Heard, expected: tuple[str, ...]) -> list[str]:
    """All repairs in the notation, in the words of the expected ones of the same claims."""
    told = []
    for repair in heard.account.repairs:
        words = " | ".join(c.passage.exact for c in heard.claims(repair.set_aside))
        for line in expected:
            match = _VOICES.fullmatch(line)
            handles = match["words"].split(" | ") if match else []
            if handles and _are_named(repair.set_aside, handles, heard):
                words = " | ".join(handles)
        told.append(f"{words} ({repair.weight})" if words else "nothing")
    return told


def _are_named(ids: tuple[str, ...], handles: list[str], heard: Heard) -> bool:
    """True where every claim has the words of just one handle, and every handle a claim."""
    used = []
    for claim in heard.claims(ids):
        named = [handle for handle in handles if handle in claim.passage.exact]
        if len(named) != 1:
            return False
        used += named
    return set(used) == set(handles)


def sentences_of(account: Account) -> list[str]:
    """Everything an account says, each sentence without who says so."""
    findings = (*account.agreed, *account.sums, *account.subsets)
    told = [
        *(finding.explanation for finding in findings),
        *(conflict.explanation for conflict in account.conflicts),
        *(revision.explanation for revision in account.revisions),
        *(balance.explanation for balance in account.balances),
        *(lists.explanation for lists in account.lists),
    ]
    return [without_speakers(sentence) for sentence in told]


def without_speakers(sentence: str) -> str:
    """A sentence without what stands in brackets."""
    return _SAID_BY.sub("", sentence)


def ends(bounds: Bounds) -> tuple[int | None, int | None]:
    """Bounds as a pair."""
    return bounds.low, bounds.high
