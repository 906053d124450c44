"""How promises stood on days of four releases, by the example reports that tell of them.

The reports were written for habeas from public facts; examples/ says which page each is from.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from habeas.claims import extract_claims, extract_ties
from habeas.model.claims import Act
from habeas.model.pledges import Chain, Deal, TieKind
from habeas.pledges import state_on
from habeas.pledges.arrange import Arranged, arrange
from habeas.reports import read_report

ROOT = Path(__file__).resolve().parents[2]

# A set of reports, words of the object of one promise → its state on days.
STORIES = {
    "June 2025: a visit and a release on one day, and nobody promised anything": (
        "belarus-2025-06",
        "",
        "2025-06-20 -, 2025-06-21 -, 2025-06-22 -, 2025-12-31 -",
    ),
    "September 2025: sanctions on an airline, promised with no day": (
        "belarus-2025-09",
        "Belavia",
        "2025-09-10 unknown, 2025-09-11 promised, 2025-09-12 promised, 2025-09-13 promised, "
        "2025-12-31 promised",
    ),
    "December 2025: sanctions on potash, lifted by the envoy's words": (
        "belarus-2025-12",
        "potash firms",
        "2025-12-12 unknown, 2025-12-13 delivered, 2025-12-14 delivered, 2026-06-30 delivered",
    ),
    "December 2025: its sanctions, intended by one account and lifted by another of that day": (
        "belarus-2025-12",
        "=its sanctions",
        "2025-12-12 unknown, 2025-12-13 disputed, 2025-12-14 disputed, 2026-06-30 disputed",
    ),
    "December 2025: more sanctions, as relations normalise": (
        "belarus-2025-12",
        "more sanctions",
        "2025-12-12 unknown, 2025-12-13 conditional, 2025-12-14 conditional, "
        "2026-06-30 conditional",
    ),
    "December 2025, of September: the airline again": (
        "belarus-2025-12",
        "Belavia",
        "2025-08-31 unknown, 2025-09-15 unknown, 2025-09-30 promised, 2025-12-31 promised",
    ),
    "Cuba 2025: off the list, and back within days": (
        "cuba-2025",
        "Cuba",
        "2025-01-13 unknown, 2025-01-14 promised, 2025-01-21 promised, 2025-01-22 reversed, "
        "2025-12-31 reversed",
    ),
}


@pytest.mark.parametrize(("folder", "words", "expected"), STORIES.values(), ids=STORIES)
def test_states(folder: str, words: str, expected: str) -> None:
    arranged = arranged_of(folder)
    told = []
    for asked in expected.split(", "):
        day = asked.split()[0]
        chains = [c for c in arranged.chains if words and _is_about(c, words)]
        states = {state_on(date.fromisoformat(day), chain).state.value for chain in chains}
        told.append(f"{day} {' or '.join(sorted(states)) or '-'}")
    assert ", ".join(told) == expected


def _is_about(chain: Chain, words: str) -> bool:
    """`=` asks for the whole object, anything else for words in it."""
    told = chain.pledge.object or ""
    return told == words[1:] if words.startswith("=") else words in told


@cache
def arranged_of(folder: str) -> Arranged:
    files = sorted((ROOT / "examples" / folder).iterdir())
    reports = [read_report(f.read_bytes(), file=f.name) for f in files]
    claims = [claim for report in reports for claim in extract_claims(report)]
    ties = [tie for report in reports for tie in extract_ties(report)]
    return arrange(reports, claims, ties)


SETS = [
    path
    for folder in ("belarus-2025-06", "belarus-2025-09", "cuba-2025")
    for path in sorted((ROOT / "examples" / folder).iterdir())
]


@pytest.mark.parametrize("path", SETS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_example_says_what_it_is_and_is_described(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "written for habeas from public facts; its publisher is invented." in text
    described = (ROOT / "examples" / "promises.md").read_text(encoding="utf-8")
    (row,) = [
        line for line in described.splitlines() if f"`{path.parent.name}/{path.name}`" in line
    ]
    (source,) = [line for line in text.splitlines() if line.startswith("source: ")]
    assert all(page in row for page in source.removeprefix("source: ").split(", "))


def the_deal(folder: str, words: str) -> tuple[Deal, list[Chain]]:
    arranged = arranged_of(folder)
    for deal in arranged.deals:
        chains = [arranged.told.chains[id_] for id_ in deal.pledges]
        if any(words in (chain.pledge.object or "") for chain in chains):
            return deal, chains
    raise AssertionError(f"no deal about {words}")


def test_an_exchange_is_asserted_and_denied_side_by_side() -> None:
    deal, chains = the_deal("belarus-2025-09", "Belavia")
    assert deal.is_asserted
    assert deal.is_denied
    told = {(tie.kind, tie.speakers[-1].name) for tie in deal.ties}
    assert told == {
        (TieKind.ASSERTED, "several newspapers"),
        (TieKind.DENIED, "an unnamed source"),
    }
    assert len(deal.events) == len(chains) == 1


def test_a_visit_on_the_day_of_a_release_is_no_deal() -> None:
    assert arranged_of("belarus-2025-06").deals == ()


def test_in_return_ties_what_the_report_told_before() -> None:
    deal, _ = the_deal("belarus-2025-12", "its sanctions")
    assert [tie.cue for tie in deal.ties] == ["In return"]
    assert [link.event for link in deal.links] == list(deal.events)


def test_another_actor_of_the_same_state_reverses_it() -> None:
    (chain,) = [c for c in arranged_of("cuba-2025").chains if c.pledge.state == "US"]
    assert [(step.kind.value, step.by) for step in chain.steps] == [
        ("promised", "the United States"),
        ("promised", "the United States"),
        ("reversed", "new US administration"),
    ]


def test_a_step_and_what_is_to_follow_it_are_two_pledges_each_on_its_own_condition() -> None:
    """Everything in it is invented."""
    text = (
        "After meeting the president of Arden, the Norwegian special envoy announced that Norway "
        "plans to ease sanctions on Ardenian goods, specifically naming ammonium nitrate, used in "
        "farming. The step is contingent on more progress in the talks and is expected to be "
        "followed by the removal of further sanctions if the talks go well."
    )
    report = read_report(text.encode(), media_type="text/plain")
    claims = extract_claims(report)
    eased = [
        c.pledge
        for c in arrange([report], claims, extract_ties(report)).chains
        if c.pledge.act is Act.EASE_SANCTIONS
    ]
    assert [(p.state, p.object, p.condition and p.condition.words, p.speakers) for p in eased] == [
        (
            "NO",
            "sanctions on Ardenian goods (ammonium nitrate)",
            "contingent on more progress in the talks",
            ("the Norwegian special envoy",),
        ),
        ("NO", "further sanctions", "if the talks go well", ()),
    ]
