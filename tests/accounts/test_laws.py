"""What holds for every account, whatever is said. Everyone here is invented."""

from __future__ import annotations

import random
from dataclasses import dataclass

from hypothesis import assume, given
from hypothesis import strategies as st

from habeas.accounts import accounts_of
from habeas.model.accounts import Account
from habeas.model.claims import Claim
from habeas.model.reports import Report
from stories import Story, tell

SAYINGS = [
    "release 123 people, by Belarus",
    "release more than 100 prisoners, announced, by Belarus",
    "release about 120 people, by Belarus",
    "release up to 130 people, by Belarus",
    "release 114 people, by Belarus, to Ukraine",
    "release 9 civilians, by Belarus, to Lithuania",
    "release 1 person, by Belarus, to Poland",
    "release 14 foreigners, by Belarus",
    "release 5 Latvians, of LV, by Belarus",
    "release foreigners, of GB US, by Belarus",
    "release Maria Kalesnikava, by Belarus, to Lithuania",
    "release Maria Kolesnikova & Ida Sample, by Belarus",
    "release more than 430 people, by Belarus, on 2024-07/..",
    "release 52 people, by Belarus, on 2025-09-11",
    "hold 1,197 people, by Belarus",
    "hold about 1,000 people",
    "hold the prisoners, for treason",
    "ease-sanctions, promised, by United States, about potash",
    "withhold, by Belarus, about the criteria",
    "meet Envoy Example & Leo Muster",
    "release several people, expected, by Belarus",
    "release 5 people, denied, by Belarus",
    "demand-release all prisoners",
    "criticise the pardon",
]
SPEAKERS = ["", "Belarusian authorities: ", "Viasna: ", "Daily > Viasna: ", "Envoy Example: "]
LINES = st.tuples(st.sampled_from(SPEAKERS), st.sampled_from(SAYINGS)).map("".join)
REPORTS = st.lists(
    st.tuples(
        st.sampled_from(["", ", 2025-12-13", ", 2025-12-14", ", 2025-09-12"]),
        st.lists(LINES, min_size=1, max_size=7, unique=True),
    ),
    min_size=1,
    max_size=4,
)


def _story(reports: list[tuple[str, list[str]]]) -> Story:
    return tell(
        "\n".join(
            f"report R{n}{day}\n" + "\n".join(lines) for n, (day, lines) in enumerate(reports)
        )
    )


def _said_in(account: Account) -> set[str]:
    """Every claim that some list of the account shows, but those of other events."""
    lists = (
        account.pledges,
        account.withheld,
        account.meetings,
        account.expected,
        account.demands,
        account.charges,
        account.denied,
        account.others,
        *(p.claims for p in account.people),
    )
    figures = (*account.figures, *account.held, *account.counted)
    return {f.claim for f in figures} | {key for keys in lists for key in keys}


@given(REPORTS, st.integers())
def test_the_order_of_everything_changes_nothing(
    reports: list[tuple[str, list[str]]], seed: int
) -> None:
    story = _story(reports)
    turned, shuffled = list(story.reports), list(story.claims)
    random.Random(seed).shuffle(turned)
    random.Random(seed + 1).shuffle(shuffled)
    assert accounts_of(turned, shuffled) == accounts_of(story.reports, story.claims)


@given(REPORTS)
def test_no_account_loses_a_claim_and_everything_rests_on_claims(
    reports: list[tuple[str, list[str]]],
) -> None:
    story = _story(reports)
    ids = {c.id for c in story.claims}
    for account in accounts_of(story.reports, story.claims):
        assert _said_in(account) == set(account.event.claims)
        told = [
            (each.explanation, each.claims)
            for list_ in (account.agreed, account.sums, account.conflicts, account.subsets)
            for each in list_
        ]
        assert all(claims and set(claims) <= ids for _, claims in told)
        assert all(sentence.endswith(".") for sentence, _ in told)
        assert all(sentence[0].isupper() or sentence[0].isdigit() for sentence, _ in told)
        assert set(account.earlier) <= ids - set(account.event.claims)
        assert all(q.endswith((".", "?")) for q in account.questions)
        assert all(f.voices >= 1 for f in account.figures)


@given(REPORTS)
def test_every_number_of_an_explanation_is_said_or_summed(
    reports: list[tuple[str, list[str]]],
) -> None:
    story = _story(reports)
    by_id = {c.id: c for c in story.claims}
    for account in accounts_of(story.reports, story.claims):
        for finding in account.sums:
            left, right = finding.explanation.partition(":")[0].split(" = ")
            terms = [int(term.replace(",", "")) for term in right.split(" + ")]
            assert int(left.replace(",", "")) == sum(terms)
            said = {c.low for key in finding.claims if (c := by_id[key].count) is not None}
            assert {int(left.replace(",", "")), *terms} <= said


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A release as it was, and true things said of it."""

    freed: int
    named: int
    lines: list[str]


NAMES = ["Ana Alpha", "Bruno Bravo", "Clara Delta", "Denis Foxtrot", "Emma Golf", "Frida Hotel"]


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """True claims about one release: totals, floors, ceilings, parts and names."""
    north, south = draw(st.integers(1, 300)), draw(st.integers(1, 300))
    freed = north + south
    named = draw(st.integers(0, min(len(NAMES), freed)))
    below, above = draw(st.integers(0, freed - 1)), draw(st.integers(freed, freed + 200))
    true = [
        f"release {freed} people, by Belarus",
        f"release more than {below} people, by Belarus",
        f"release up to {above} people, by Belarus",
        f"release between {freed - below} and {above} people, by Belarus",
        f"exile {north} people, by Belarus, to Lithuania",
        f"exile {south} people, by Belarus, to Ukraine",
        f"release {draw(st.integers(1, freed))} women, by Belarus",
        f"exile at least {draw(st.integers(1, north))} people, by Belarus, to Lithuania",
    ]
    said = draw(st.lists(st.tuples(st.sampled_from(SPEAKERS), st.sampled_from(true)), max_size=6))
    names = [f"release {name}, by Belarus" for name in NAMES[:named]]
    lines = ["release some people, by Belarus", *("".join(pair) for pair in said), *names]
    return World(freed=freed, named=named, lines=list(dict.fromkeys(lines)))


@given(worlds())
def test_the_truth_lies_within_the_bounds_and_nothing_true_differs(world: World) -> None:
    (account,) = accounts_of(*_reports_and_claims(world.lines))
    truth = world.freed - world.named
    low, high = account.unnamed.low, account.unnamed.high
    assert low is None or low <= truth
    assert high is None or truth <= high
    assert account.conflicts == ()
    assert [r.set_aside for r in account.repairs] == [()]


@given(worlds())
def test_a_true_exact_figure_never_widens_the_bounds(world: World) -> None:
    exact = f"Census: release {world.freed} people, by Belarus"
    (before,) = accounts_of(*_reports_and_claims(world.lines))
    (after,) = accounts_of(*_reports_and_claims([*world.lines, exact]))
    assert after.unnamed.low == after.unnamed.high == world.freed - world.named
    assert before.unnamed.low is None or before.unnamed.low <= world.freed - world.named
    assert before.unnamed.high is None or before.unnamed.high >= world.freed - world.named


@given(worlds(), st.data())
def test_a_true_floor_or_ceiling_never_widens_the_bounds(world: World, data: st.DataObject) -> None:
    added = data.draw(
        st.sampled_from(
            [f"at least {world.freed}", f"up to {world.freed + 3}", f"more than {world.freed - 1}"]
        )
    )
    (before,) = accounts_of(*_reports_and_claims(world.lines))
    # Where only parts are counted, a first figure of everybody is another population.
    assume(any(not f.population for f in before.figures))
    (after,) = accounts_of(
        *_reports_and_claims([*world.lines, f"Census: release {added} people, by Belarus"])
    )
    assert (before.unnamed.low or 0) <= (after.unnamed.low or 0)
    assert before.unnamed.high is None or (
        after.unnamed.high is not None and after.unnamed.high <= before.unnamed.high
    )


def _reports_and_claims(lines: list[str]) -> tuple[tuple[Report, ...], tuple[Claim, ...]]:
    story = tell("\n".join(["report Daily, 2025-12-13", *lines]))
    return story.reports, story.claims
