"""What holds of every state, whatever is said and whenever."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from habeas.model.claims import Condition
from habeas.model.pledges import CERTAIN, LinkKind, PledgeLink, PledgeState, PledgeStep, StepKind
from habeas.pledges import chain_of, pledges_of, settle_pledge, state_on
from stories import tell

START = date(2031, 5, 1)
KINDS = st.sampled_from(list(StepKind))
VOICES = st.sampled_from(["envoy", "ministry", "agency"])
DAYS = st.integers(0, 12).map(lambda n: START + timedelta(days=n))
CONDITION = Condition(words="if talks go on", start=0, end=14)


@st.composite
def spans(draw: st.DrawFn) -> tuple[date | None, date | None]:
    first = draw(DAYS)
    length = draw(st.sampled_from([0, 0, 0, 1, 4, 9]))
    last: date | None = first + timedelta(days=length)
    open_at = draw(st.sampled_from(["", "", "", "", "", "start", "end"]))
    return (None if open_at == "start" else first), (None if open_at == "end" else last)


@st.composite
def a_step(draw: st.DrawFn, number: int) -> PledgeStep:
    earliest, latest = draw(spans())
    voice = draw(VOICES)
    kind = draw(KINDS)
    hinged = draw(st.booleans()) and kind in (StepKind.PROMISED, StepKind.EXPECTED)
    return PledgeStep(
        claim=f"c{number}",
        report="r",
        kind=kind,
        earliest=earliest,
        latest=latest,
        account=voice,
        voice=voice,
        condition=CONDITION if hinged else None,
        denies_all=draw(st.booleans()),
        undoes=kind is not StepKind.REVERSED or draw(st.booleans()),
    )


@st.composite
def some_steps(draw: st.DrawFn) -> list[PledgeStep]:
    return [draw(a_step(number)) for number in range(draw(st.integers(0, 4)))]


@st.composite
def some_links(draw: st.DrawFn) -> list[PledgeLink]:
    earliest, latest = draw(spans())
    link = PledgeLink(
        id="a1",
        kind=LinkKind.MEETS_CONDITION,
        reason="They are taken to be one.",
        claim="c0",
        report="r",
        event="e",
        pledge=None,
        claims=("c0",),
        earliest=earliest,
        latest=latest,
    )
    return draw(st.sampled_from([[], [link]]))


@given(some_steps(), some_links(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_what_is_said_changes_nothing(
    steps: list[PledgeStep], links: list[PledgeLink], day: date, random: Random
) -> None:
    mixed = list(steps)
    random.shuffle(mixed)
    assert settle_pledge(day, mixed, links) is settle_pledge(day, steps, links)


@given(some_steps(), some_links(), DAYS, st.data())
def test_a_sharper_date_never_overturns_a_certain_state(
    steps: list[PledgeStep], links: list[PledgeLink], day: date, data: st.DataObject
) -> None:
    before = settle_pledge(day, steps, links)
    assume(steps and before in CERTAIN)
    at = data.draw(st.integers(0, len(steps) - 1))
    first = steps[at].earliest or START - timedelta(days=3)
    last = steps[at].latest or START + timedelta(days=15)
    assume(first <= last)
    sharper_first = first + timedelta(days=data.draw(st.integers(0, (last - first).days)))
    sharper_last = sharper_first + timedelta(
        days=data.draw(st.integers(0, (last - sharper_first).days))
    )
    sharper = replace(steps[at], earliest=sharper_first, latest=sharper_last)
    assert settle_pledge(day, [*steps[:at], sharper, *steps[at + 1 :]], links) is before


@given(some_steps(), some_links(), DAYS, st.data())
def test_a_denial_never_makes_a_state_more_certain(
    steps: list[PledgeStep], links: list[PledgeLink], day: date, data: st.DataObject
) -> None:
    denial = replace(data.draw(a_step(9)), kind=StepKind.DENIED, condition=None)
    before = settle_pledge(day, steps, links)
    after = settle_pledge(day, [*steps, denial], links)
    assert after is before or after not in CERTAIN


@given(some_steps(), DAYS)
def test_nothing_said_is_no_state(steps: list[PledgeStep], day: date) -> None:
    spoken = [s for s in steps if s.earliest is None or s.earliest <= day]
    if not spoken:
        assert settle_pledge(day, steps) is PledgeState.UNKNOWN


LINES = [
    f"{voice}ease-sanctions, {stance}{by}, about {what}{when}"
    for voice in ("", "Envoy: ", "Ministry: ")
    for stance in ("promised, ", "reported, ", "expected, ", "denied, ")
    for by in ("by Norland",)
    for what in ("potash", "sanctions on potash within 3 days", "some of the potash")
    for when in ("", ", on 2031-05-03", ", on 2031-05", ", if talks go on")
] + ["impose-sanctions, by Norland, about potash, on 2031-05-04"]


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=4, unique=True), DAYS)
def test_every_state_opens_words(lines: list[str], day: date) -> None:
    blocks = [f"report R{n}, 2031-05-0{2 * n + 1}\n{line}" for n, line in enumerate(lines)]
    story = tell("\n".join(blocks))
    words = {claim.id: claim.passage.exact for claim in story.claims}
    for pledge in pledges_of(story.claims):
        chain = chain_of(pledge, story.claims, story.reports)
        assert sorted(step.claim for step in chain.steps) == sorted(pledge.claims)
        standing = state_on(day, chain)
        assert all(words[key] for key in standing.claims)
        assert standing.claims or standing.state is PledgeState.UNKNOWN
        for account in standing.accounts:
            assert set(account.claims) <= set(standing.claims)
            assert account.claims


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=4, unique=True), DAYS)
def test_the_order_of_claims_changes_no_state(lines: list[str], day: date) -> None:
    blocks = [f"report R{n}, 2031-05-0{2 * n + 1}\n{line}" for n, line in enumerate(lines)]
    story = tell("\n".join(blocks))
    turned = story.claims[::-1]
    before = {p.id: chain_of(p, story.claims, story.reports) for p in pledges_of(story.claims)}
    after = {p.id: chain_of(p, turned, story.reports[::-1]) for p in pledges_of(turned)}
    assert {key: state_on(day, chain).state for key, chain in before.items()} == {
        key: state_on(day, chain).state for key, chain in after.items()
    }
