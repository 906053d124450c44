"""Laws of figures over time: order changes nothing, the truth lies in the gap, the sums are right.

Every world here is made up.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from accounts.over_time_told import over_time
from habeas.accounts.over_time import began_by, known_by
from stories import Story, tell

FIRST, LAST = date(2025, 1, 10), date(2025, 11, 30)
HEDGED = (
    "{n:,}",
    "more than {less:,}",
    "at least {n:,}",
    "up to {n:,}",
    "between {less:,} and {n:,}",
)
WAYS = {"arrest": 1, "release": -1, "die": -1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Something that happened: how many, on which day, and how it is told; untold where None."""

    act: str
    number: int
    day: date
    told: str | None


FLOWS = st.lists(
    st.builds(
        Flow,
        act=st.sampled_from(sorted(WAYS)),
        number=st.integers(1, 300),
        day=st.integers(1, 35).map(lambda n: FIRST + timedelta(9 * n)),
        told=st.none() | st.sampled_from(HEDGED),
    ),
    max_size=6,
    unique_by=lambda flow: flow.day,
)


def told(number: int, how: str) -> str:
    return how.format(n=number, less=max(number - 1, 0))


def world(flows: list[Flow], opening: int, stocks: tuple[str, str]) -> tuple[Story, int]:
    """A story in which everything told is true, and how many more the truth has than is told."""
    closing = opening + sum(WAYS[f.act] * f.number for f in flows)
    lines = [f"Watch: hold {told(opening, stocks[0])} people, by Belarus, on {FIRST}"]
    lines += [
        f"Office: {f.act} {told(f.number, f.told)} people, by Belarus, on {f.day}"
        for f in flows
        if f.told is not None
    ]
    lines.append(f"Watch: hold {told(closing, stocks[1])} people, by Belarus, on {LAST}")
    untold = sum(WAYS[f.act] * f.number for f in flows if f.told is None)
    return tell("report Daily, 2025-12-31\n" + "\n".join(lines)), untold


STOCK = st.sampled_from(("{n:,}", "{n:,}", "at least {n:,}", "between {less:,} and {n:,}"))


@settings(max_examples=150)
@given(FLOWS, st.integers(2_000, 5_000), st.tuples(STOCK, STOCK))
def test_the_truth_lies_in_the_gap(
    flows: list[Flow], opening: int, stocks: tuple[str, str]
) -> None:
    story, untold = world(flows, opening, stocks)
    (balance,) = over_time(story).balances
    gap = balance.gap
    assert gap.low is None or gap.low <= untold
    assert gap.high is None or untold <= gap.high


@settings(max_examples=100)
@given(FLOWS, st.integers(2_000, 5_000))
def test_every_sum_is_right(flows: list[Flow], opening: int) -> None:
    exact = [Flow(act=f.act, number=f.number, day=f.day, told="{n:,}") for f in flows]
    story, _ = world(exact, opening, ("{n:,}", "{n:,}"))
    (balance,) = over_time(story).balances
    assert (balance.gap.low, balance.gap.high) == (0, 0)
    if exact:
        sentence = balance.explanation.replace(",", "")
        match = re.search(r": ([\d+\- ]+) = (\d+)", sentence)
        assert match is not None
        signed = re.findall(r"([+-]?) ?(\d+)", match[1])
        assert sum(int(f"{sign}{number}") for sign, number in signed) == int(match[2])


LINES = (
    "release {n} people, by Belarus",
    "release {n} people, by Belarus, on 2025-12-13",
    "release more than {n} people, by Belarus, on 2024-07/..",
    "release {n} people, announced, by Belarus",
    "hold {n} people, by Belarus",
    "hold {n} people, by Belarus, on 2025-12-13",
    "arrest {n} people, by Belarus, on 2025-10/2025-11",
    "hold {n} people in its revised count",
)
REPORTS = st.lists(
    st.tuples(
        st.sampled_from(["", ", 2025-11-01", ", 2025-12-13", ", 2025-12-15"]),
        st.lists(
            st.tuples(
                st.sampled_from(["Watch", "Ministry"]),
                st.sampled_from(LINES),
                st.sampled_from([120, 123, 130]),
            ),
            min_size=1,
            max_size=4,
        ),
    ),
    min_size=1,
    max_size=4,
)
Reports = list[tuple[str, list[tuple[str, str, int]]]]


def tell_all(reports: Reports) -> Story:
    text = ""
    for number, (day, lines) in enumerate(reports):
        text += f"report Paper {number}{day}\n"
        text += "\n".join(f"{who}: {line.format(n=n)}" for who, line, n in lines) + "\n"
    return tell(text)


@settings(max_examples=150)
@given(REPORTS, st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_nothing(reports: Reports, chance: random.Random) -> None:
    story = tell_all(reports)
    claims, listed = list(story.claims), list(story.reports)
    chance.shuffle(claims)
    chance.shuffle(listed)
    assert over_time(Story(reports=tuple(listed), claims=tuple(claims))) == over_time(story)


@settings(max_examples=150)
@given(REPORTS)
def test_a_history_replaces_all_but_its_last_figure(reports: Reports) -> None:
    story = tell_all(reports)
    found = over_time(story)
    ids = {c.id for c in story.claims}
    assert found.replaced <= ids
    for revision in found.revisions:
        assert len(revision.claims) > 1
        assert set(revision.claims[:-1]) <= found.replaced
        assert revision.claims[-1] not in found.replaced


@settings(max_examples=100)
@given(REPORTS, st.dates(date(2025, 10, 1), date(2026, 1, 1)), st.integers(0, 60))
def test_a_later_day_knows_no_less(reports: Reports, day: date, days: int) -> None:
    story = tell_all(reports)
    for asked in (known_by, began_by):
        now = asked(story.reports, story.claims, day)
        then = asked(story.reports, story.claims, day + timedelta(days))
        assert set(now.claims) <= set(then.claims)
        assert set(now.reports) <= set(then.reports)
