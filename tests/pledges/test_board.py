"""What was promised, on which condition. Every promise here is invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.claims import Act, Stance
from habeas.pledges import pledges_of
from stories import tell

# Claims → pledges, each as the number of its claims and its stance.
STORIES = {
    "nothing is promised": ("release 123 people, by Belarus", ""),
    "one promise": ("ease-sanctions, promised, by United States, about potash", "1 promised"),
    "promised and done are one pledge": (
        """ease-sanctions, promised, by United States, about sanctions on potash
        ease-sanctions, by the United States, about potash""",
        "2 promised",
    ),
    "an envoy speaks for the state": (
        """ease-sanctions, promised, by United States, about potash
        the U.S. special envoy: ease-sanctions, promised, about potash exports""",
        "2 promised",
    ),
    "more sanctions are another object": (
        """ease-sanctions, promised, by United States, about sanctions
        ease-sanctions, expected, by United States, about more sanctions""",
        "1 promised, 1 expected",
    ),
    "another object": (
        """ease-sanctions, promised, by United States, about potash
        ease-sanctions, promised, by United States, about the airline""",
        "1 promised, 1 promised",
    ),
    "sanctions on anything fit two pledges and stay apart": (
        """ease-sanctions, promised, by United States, about sanctions on potash
        ease-sanctions, promised, by United States, about sanctions on the airline
        ease-sanctions, by United States, about sanctions""",
        "1 promised, 1 promised, 1 reported",
    ),
    "a promise told by him and by an agency that quotes him is one": (
        """John Coale: ease-sanctions, promised, about more sanctions, if relations normalize
        Belta (state-media) > Coale: ease-sanctions, promised, about more sanctions""",
        "2 promised",
    ),
    "an agency that quotes somebody promises nothing": (
        """Belarusian authorities > Coale: ease-sanctions, promised, about more sanctions
        Belarus: ease-sanctions, promised, about more sanctions""",
        "1 promised, 1 promised",
    ),
    "all sanctions are not those on three firms": (
        """ease-sanctions, by US Treasury, about its sanctions on three potash firms
        ease-sanctions, promised, by United States, about its sanctions""",
        "1 reported, 1 promised",
    ),
    "all sanctions, promised and eased": (
        """ease-sanctions, promised, by United States, about its sanctions
        the United States: ease-sanctions, about sanctions""",
        "2 promised",
    ),
    "an organ and a capital are their state": (
        """ease-sanctions, by US Treasury, about potash
        ease-sanctions, promised, by Washington, about sanctions on potash
        ease-sanctions, by United States, about potash exports""",
        "3 promised",
    ),
    "another promisor": (
        """ease-sanctions, promised, by United States, about potash
        ease-sanctions, promised, by Lithuania, about potash""",
        "1 promised, 1 promised",
    ),
    "what is set again is a step of the promise to ease it": (
        """ease-sanctions, promised, by United States, about potash
        impose-sanctions, by United States, about potash""",
        "2 promised",
    ),
    "an embassy promised and open again is one": (
        """open-embassy, promised, by United States, about its embassy
        open-embassy, by Washington, about the embassy in Minsk""",
        "2 promised",
    ),
    "aid that nobody promised is no promise": ("give-aid, by Norway, about a loan", ""),
    "observers who may be let in are none": (
        "grant-access, expected, by Cuba, about observers",
        "",
    ),
    "more prisoners are another promise": (
        """release 30 prisoners, promised, by Belarus
        release 100 prisoners, promised, by Belarus""",
        "1 promised, 1 promised",
    ),
    "the same prisoners promised again": (
        """release 30 prisoners, promised, by Belarus
        Belarus: release 30, promised""",
        "2 promised",
    ),
    "what another state sets is not": (
        """ease-sanctions, promised, by United States, about potash
        impose-sanctions, by Lithuania, about potash""",
        "1 promised, 1 reported",
    ),
    "a new head of state undoes what the last one promised": (
        """ease-sanctions, promised, by United States, about potash
        impose-sanctions, by President Example, about potash""",
        "2 promised",
    ),
    "what nobody is said to do is told of the one pledge of that object": (
        """ease-sanctions, promised, by United States, about potash
        ease-sanctions, about sanctions on potash""",
        "2 promised",
    ),
    "of two states nobody knows which": (
        """ease-sanctions, promised, by United States, about potash
        ease-sanctions, promised, by Lithuania, about potash
        ease-sanctions, about sanctions on potash""",
        "1 promised, 1 promised, 1 reported",
    ),
    "a promised release": ("release 50 people, promised, by Belarus", "1 promised"),
    "a denial stays beside the promise": (
        """ease-sanctions, promised, by United States, about potash
        ease-sanctions, denied, by United States, about potash""",
        "2 promised",
    ),
}


@pytest.mark.parametrize(("text", "expected"), STORIES.values(), ids=STORIES)
def test_pledges(text: str, expected: str) -> None:
    pledges = pledges_of(tell(text).claims)
    assert ", ".join(f"{len(p.claims)} {p.stance}" for p in pledges) == expected


def test_a_pledge_keeps_who_what_and_the_words_of_its_condition() -> None:
    story = tell(
        """Envoy: ease-sanctions, promised, by United States, about potash, if talks go on
        Agency: ease-sanctions, by United States, about sanctions on potash"""
    )
    (pledge,) = pledges_of(story.claims)
    assert (pledge.promisor, pledge.state, pledge.act) == (
        "United States",
        "US",
        Act.EASE_SANCTIONS,
    )
    assert pledge.object == "sanctions on potash"
    assert pledge.condition is not None
    assert pledge.condition.words == "if talks go on"
    assert pledge.stances == (Stance.PROMISED, Stance.REPORTED)
    assert pledge.speakers == ("Envoy", "Agency")


LINES = [
    f"ease-sanctions, {stance}, by {by}, about {what}"
    for stance in ("promised", "reported", "expected")
    for by in ("United States", "Lithuania")
    for what in ("potash", "sanctions on potash", "the airline", "more sanctions", "sanctions")
]


@given(st.lists(st.sampled_from(LINES), max_size=8, unique=True))
def test_every_promise_is_in_exactly_one_pledge(lines: list[str]) -> None:
    claims = tell("\n".join(["report A", *lines])).claims
    pledges = pledges_of(claims)
    assert sorted(key for p in pledges for key in p.claims) == sorted(c.id for c in claims)
    assert len({p.id for p in pledges}) == len(pledges)
