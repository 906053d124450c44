"""How a pledge stands on a day. Every promise here is invented."""

from __future__ import annotations

from datetime import date

import pytest

from habeas.model.pledges import Chain, StepKind
from habeas.pledges import chain_of, pledges_of, state_on
from stories import tell

# What reports say of one pledge → its state on days; `!` where it is overdue.
STORIES = {
    "nothing is said yet": (
        """report A, 2031-05-02
        ease-sanctions, promised, by Norland, about potash""",
        "2031-05-01 unknown, 2031-05-02 promised, 2032-05-02 promised",
    ),
    "announced is promised": (
        """report A, 2031-05-02
        ease-sanctions, announced, by Norland, about potash""",
        "2031-05-02 promised",
    ),
    "others expect it": (
        """report A, 2031-05-02
        Observers: ease-sanctions, expected, by Norland, about potash""",
        "2031-05-02 expected",
    ),
    "expected, then promised": (
        """report A, 2031-05-02
        Observers: ease-sanctions, expected, by Norland, about potash
        report B, 2031-05-09
        Minister: ease-sanctions, promised, by Norland, about potash
        report C, 2031-05-12
        Observers: ease-sanctions, expected, by Norland, about potash""",
        "2031-05-08 expected, 2031-05-09 promised, 2031-05-12 promised",
    ),
    "promised, then done": (
        """report A, 2031-05-02
        Minister: ease-sanctions, promised, by Norland, about potash
        report B, 2031-06-02
        ease-sanctions, by Norland, about potash""",
        "2031-06-01 promised, 2031-06-02 delivered",
    ),
    "an embassy promised, then open again": (
        """report A, 2031-05-02
        open-embassy, promised, by Norland, about its embassy
        report B, 2031-06-02
        open-embassy, by Norland, about its embassy in Arden""",
        "2031-06-01 promised, 2031-06-02 delivered",
    ),
    "done on a day that the words give": (
        """report A, 2031-05-02
        ease-sanctions, promised, by Norland, about potash
        report B, 2031-06-02
        ease-sanctions, by Norland, about potash, on 2031-05-20""",
        "2031-05-19 promised, 2031-05-20 delivered",
    ),
    "done in some month": (
        """report A, 2031-05-02
        ease-sanctions, promised, by Norland, about potash
        report B, 2031-07-02
        ease-sanctions, by Norland, about potash, on 2031-06""",
        "2031-05-31 promised, 2031-06-15 unknown, 2031-06-30 delivered",
    ),
    "intends to, and has, by two reports of one day": (
        """report A, 2031-05-02
        Envoy: ease-sanctions, promised, by Norland, about potash
        report B, 2031-05-02
        Ministry: ease-sanctions, by Norland, about potash""",
        "2031-05-02 disputed, 2031-06-01 disputed",
    ),
    "a dispute ends where a later day has one answer": (
        """report A, 2031-05-02
        Envoy: ease-sanctions, promised, by Norland, about potash
        report B, 2031-05-02
        Ministry: ease-sanctions, by Norland, about potash
        report C, 2031-05-09
        Envoy: ease-sanctions, confirmed, by Norland, about potash""",
        "2031-05-08 disputed, 2031-05-09 delivered",
    ),
    "one voice promises before it delivers": (
        """report A, 2031-05-02
        Envoy: ease-sanctions, promised, by Norland, about potash
        Envoy: ease-sanctions, by Norland, about potash""",
        "2031-05-02 delivered",
    ),
    "one says it is done, another still promises it": (
        """report A, 2031-05-02
        Ministry: ease-sanctions, by Norland, about potash
        report B, 2031-05-09
        Envoy: ease-sanctions, promised, by Norland, about potash""",
        "2031-05-08 delivered, 2031-05-09 disputed",
    ),
    "on a condition": (
        """report A, 2031-05-02
        ease-sanctions, promised, by Norland, about potash, if talks go on""",
        "2031-05-02 conditional",
    ),
    "who repeats it without the condition takes nothing back": (
        """report A, 2031-05-02
        ease-sanctions, promised, by Norland, about potash, if talks go on
        report B, 2031-05-09
        Envoy: ease-sanctions, promised, by Norland, about potash""",
        "2031-05-09 conditional",
    ),
    "a part, and the rest promised again": (
        """report A, 2031-05-02
        ease-sanctions, by Norland, about some of the sanctions on potash
        report B, 2031-05-09
        Envoy: ease-sanctions, promised, by Norland, about sanctions on potash""",
        "2031-05-02 partly-delivered, 2031-05-09 partly-delivered",
    ),
    "reversed within days": (
        """report A, 2031-05-02
        ease-sanctions, promised, by Norland, about potash
        report B, 2031-05-08
        impose-sanctions, by Norland, about potash, on 2031-05-08""",
        "2031-05-07 promised, 2031-05-08 reversed",
    ),
    "reversed, and promised anew": (
        """report A, 2031-05-02
        ease-sanctions, by Norland, about potash
        report B, 2031-05-08
        impose-sanctions, by Norland, about potash, on 2031-05-08
        report C, 2031-06-01
        ease-sanctions, promised, by Norland, about potash""",
        "2031-05-07 delivered, 2031-05-31 reversed, 2031-06-01 promised",
    ),
    "sanctions of the time before undo nothing": (
        """report A, 2031-05-02
        impose-sanctions, by Norland, about potash
        ease-sanctions, promised, by Norland, about potash
        report B, 2031-05-03
        impose-sanctions, by Norland, about potash, on 2029""",
        "2031-05-02 promised, 2031-05-03 promised",
    ),
    "a denial beside a promise": (
        """report A, 2031-05-02
        Envoy: ease-sanctions, promised, by Norland, about potash
        report B, 2031-05-03
        Ministry: ease-sanctions, denied, by Norland, about potash""",
        "2031-05-02 promised, 2031-05-03 disputed",
    ),
    "a denial before a promise": (
        """report A, 2031-05-02
        Ministry: ease-sanctions, denied, by Norland, about potash
        report B, 2031-05-03
        Envoy: ease-sanctions, promised, by Norland, about potash""",
        "2031-05-02 denied, 2031-05-03 promised",
    ),
    "a day passes": (
        """report A, 2031-05-02
        ease-sanctions, promised, by Norland, about potash within 30 days""",
        "2031-06-01 promised, 2031-06-02 promised!",
    ),
    "done in time": (
        """report A, 2031-05-02
        ease-sanctions, promised, by Norland, about potash within 30 days
        report B, 2031-05-20
        ease-sanctions, by Norland, about potash""",
        "2031-06-02 delivered",
    ),
    "due on a day to come": (
        """report A, 2031-05-02
        ease-sanctions, promised, by Norland, about potash, on 2031-05-31""",
        "2031-05-02 promised, 2031-05-31 promised, 2031-06-01 promised!",
    ),
    "one says it is done, so that it is not overdue": (
        """report A, 2031-05-02
        Envoy: ease-sanctions, promised, by Norland, about potash by the end of the month
        report B, 2031-05-02
        Ministry: ease-sanctions, by Norland, about potash""",
        "2031-06-01 disputed",
    ),
}


@pytest.mark.parametrize(("text", "expected"), STORIES.values(), ids=STORIES)
def test_states(text: str, expected: str) -> None:
    chain = chain_told(text)
    asked = [each.strip().split()[0] for each in expected.split(",")]
    assert ", ".join(f"{day} {told_state(chain, day)}" for day in asked) == expected


def chain_told(text: str) -> Chain:
    story = tell(text)
    (pledge,) = pledges_of(story.claims)
    return chain_of(pledge, story.claims, story.reports)


def told_state(chain: Chain, day: str) -> str:
    standing = state_on(date.fromisoformat(day), chain)
    return standing.state + ("!" if standing.is_overdue else "")


def test_accounts_stand_side_by_side() -> None:
    chain = chain_told(
        """report A, 2031-05-02
        Jane Example: ease-sanctions, promised, by Norland, about potash
        report B, 2031-05-02
        Agency > Ministry: ease-sanctions, by Norland, about potash
        report C, 2031-05-03
        Example: ease-sanctions, promised, by Norland, about potash"""
    )
    standing = state_on(date(2031, 5, 3), chain)
    assert [(a.account, a.state, len(a.claims)) for a in standing.accounts] == [
        ("Jane Example", "promised", 2),
        ("Ministry", "delivered", 1),
    ]
    assert set(standing.claims) == set(chain.pledge.claims)


def test_what_became_known_later_is_not_known() -> None:
    chain = chain_told(
        """report A, 2031-05-02
        ease-sanctions, promised, by Norland, about potash
        report B, 2031-09-02
        ease-sanctions, by Norland, about potash, on 2031-05-20"""
    )
    day = date(2031, 6, 1)
    assert state_on(day, chain).state == "delivered"
    assert state_on(day, chain, known_at=date(2031, 9, 1)).state == "promised"


@pytest.mark.parametrize(
    ("second", "kind"),
    [
        ("promised, by Norland, about potash", StepKind.REPEATED),
        ("promised, by Norland, about potash, if talks go on", StepKind.CHANGED),
        ("promised, by Norland, about potash within 30 days", StepKind.CHANGED),
        ("expected, by Norland, about potash", StepKind.EXPECTED),
        ("by Norland, about potash", StepKind.DELIVERED),
        ("denied, by Norland, about potash", StepKind.DENIED),
    ],
)
def test_a_later_claim_is_a_step_of_its_kind(second: str, kind: StepKind) -> None:
    chain = chain_told(
        f"""report A, 2031-05-02
        ease-sanctions, promised, by Norland, about potash
        report B, 2031-05-09
        ease-sanctions, {second}"""
    )
    assert [step.kind for step in chain.steps] == [StepKind.PROMISED, kind]
