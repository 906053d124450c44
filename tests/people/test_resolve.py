"""Which mentions are one human being. Everyone here is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.claims import Act, Claim, Mention, Stance
from habeas.model.people import Judgement, MentionKey, Person, Verdict, Withdrawal
from habeas.model.reports import Passage
from habeas.people import (
    contradictions,
    fold_spelling,
    judgement_id,
    mention_id,
    resolve_people,
    spelling_id,
    standing_judgements,
)
from stories import tell

SPELLINGS = {
    "one spelling is one person": ("release Ana Perez\nhold Ana Perez", "Ana Perez"),
    "capitals change nothing": ("release Ana Perez\nhold ANA  PEREZ", "ANA  PEREZ=Ana Perez"),
    "another letter is another": ("release Ana Perez\nhold Anna Perez", "Ana Perez|Anna Perez"),
    "a family name stands for its report's full name": (
        "release Ana Perez\nhold Perez",
        "Ana Perez=Perez",
    ),
    "two full names share a family name": (
        "release Ana Perez & Juan Perez\nhold Perez",
        "Ana Perez|Juan Perez|Perez",
    ),
    "a family name of another report waits": (
        "report A\nrelease Ana Perez\nreport B\nhold Perez",
        "Ana Perez|Perez",
    ),
    "a description is nobody": ("meet U.S. envoy & Ana Perez", "Ana Perez"),
    "an organ of a state is nobody": ("meet Belarusian authorities & Ana Perez", "Ana Perez"),
    "a particle does not make a description": ("release Omar al-saleh", "Omar al-saleh"),
    "no names": ("release 12 people", ""),
}


def _shape(people: tuple[Person, ...]) -> str:
    return "|".join("=".join(p.names) for p in people)


@pytest.mark.parametrize(("story", "expected"), SPELLINGS.values(), ids=SPELLINGS)
def test_spellings(story: str, expected: str) -> None:
    assert _shape(resolve_people(tell(story).claims)) == expected


def test_a_described_mention_is_nobody_even_with_capitals() -> None:
    claim = _claim("c1", Mention(name="Special Envoy", named=False))
    assert resolve_people([claim]) == ()


def test_a_list_in_small_letters_still_names_people() -> None:
    assert _shape(resolve_people([_claim("c1", Mention(name="ana perez"))])) == "ana perez"


def test_the_most_frequent_full_spelling_is_shown_first() -> None:
    claims = tell("release Ana Perez\nhold Perez\nhold Perez\nhold ANA PEREZ\nmeet ANA PEREZ")
    (person,) = resolve_people(claims.claims)
    assert person.name == "ANA PEREZ"
    assert person.id == spelling_id("Ana Perez")


JUDGED = {
    "same joins": ("a=b", "a+b|c"),
    "same joins through a third": ("a=b; b=c", "a+b+c"),
    "nothing joins by itself": ("", "a|b|c"),
    "unsure joins nothing": ("a?b", "a|b|c"),
    "the later word stands": ("a=b; a#b", "a|b|c"),
    "a verdict can be taken back and given again": ("a=b; a#b; a=b", "a+b|c"),
    "unsure takes a join back": ("a=b; a?b", "a|b|c"),
    "a triangle keeps its last edge out": ("a=b; a#c; b=c", "a+b|c"),
    "different after both keeps the later join out": ("a=b; b=c; a#c", "a+b|c"),
    "a judgement on nobody here still joins": ("a=z; z=b", "a+b|c"),
}


@pytest.mark.parametrize(("judged", "expected"), JUDGED.values(), ids=JUDGED)
def test_judgements(judged: str, expected: str) -> None:
    people = resolve_people(_ABC, _judgements(judged))
    assert "|".join("+".join(n[0] for n in p.names) for p in people) == expected


def test_a_contradiction_says_which_judgements_do_not_fit() -> None:
    judgements = _judgements("a=b; b=c; a#c")
    (found,) = contradictions(_ABC, judgements)
    assert found.kept_out == judgements[1]
    assert found.different == judgements[2]
    assert found.chain == (judgements[0],)


def test_namesakes_of_one_spelling_are_told_apart_by_their_mentions() -> None:
    claims = tell("report A\nrelease Ana Perez\nreport B\narrest Ana Perez").claims
    first, second = (mention_id(MentionKey(claim=c.id, name="Ana Perez")) for c in claims)
    apart = _judgement(spelling_id("Ana Perez"), second, Verdict.DIFFERENT, 0)
    one, other = resolve_people(claims, [apart])
    assert {one.mentions[0].claim, other.mentions[0].claim} == {c.id for c in claims}
    assert {one.id, other.id} == {spelling_id("Ana Perez"), second}
    back = _judgement(spelling_id("Ana Perez"), second, Verdict.SAME, 1)
    assert resolve_people(claims, [apart, back]) == resolve_people(claims)
    assert first != second


@given(
    st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("=#?"), st.sampled_from("abcde"))),
    st.randoms(),
)
def test_the_order_of_claims_and_judgements_changes_nothing(
    edges: list[tuple[str, str, str]], random: object
) -> None:
    judgements = _judgements("; ".join("".join(edge) for edge in edges))
    claims = [_claim(f"c{n}", Mention(name=f"{n} Person")) for n in "abcde"]
    expected = resolve_people(claims, judgements)
    shuffled, turned = list(judgements), list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    random.shuffle(turned)  # type: ignore[attr-defined]
    assert resolve_people(turned, shuffled) == expected
    assert contradictions(turned, shuffled) == contradictions(claims, judgements)


@given(
    st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("=#?"), st.sampled_from("abcde")))
)
def test_no_person_holds_a_pair_judged_different(edges: list[tuple[str, str, str]]) -> None:
    judgements = _judgements("; ".join("".join(edge) for edge in edges))
    claims = [_claim(f"c{n}", Mention(name=f"{n} Person")) for n in "abcde"]
    last = {frozenset((j.left, j.right)): j.verdict for j in judgements}
    for person in resolve_people(claims, judgements):
        ids = {spelling_id(name) for name in person.names}
        for pair, verdict in last.items():
            assert not (verdict is Verdict.DIFFERENT and len(pair) == 2 and pair <= ids)


_EDGES = st.lists(
    st.tuples(st.sampled_from("abcde"), st.sampled_from("=#?"), st.sampled_from("abcde"))
)


@given(_EDGES, st.tuples(st.sampled_from("abc"), st.sampled_from("=#?"), st.sampled_from("abc")))
def test_withdrawing_a_judgement_brings_everything_back(
    edges: list[tuple[str, str, str]], more: tuple[str, str, str]
) -> None:
    claims = [_claim(f"c{n}", Mention(name=f"{n} Person")) for n in "abcde"]
    *before, judgement = _judgements("; ".join("".join(edge) for edge in (*edges, more)))
    withdrawal = _withdrawal(judgement)
    after = standing_judgements([*before, judgement], [withdrawal])
    assert after == tuple(before)
    assert resolve_people(claims, after) == resolve_people(claims, before)
    assert contradictions(claims, after) == contradictions(claims, before)


@given(_EDGES, st.sets(st.integers(0, 6)), st.randoms())
def test_the_order_of_judgements_and_withdrawals_changes_nothing(
    edges: list[tuple[str, str, str]], withdrawn: set[int], random: object
) -> None:
    claims = [_claim(f"c{n}", Mention(name=f"{n} Person")) for n in "abcde"]
    judgements = _judgements("; ".join("".join(edge) for edge in edges))
    withdrawals = [_withdrawal(j) for n, j in enumerate(judgements) if n in withdrawn]
    expected = resolve_people(claims, standing_judgements(judgements, withdrawals))
    turned, taken_back = list(judgements), list(withdrawals)
    random.shuffle(turned)  # type: ignore[attr-defined]
    random.shuffle(taken_back)  # type: ignore[attr-defined]
    assert resolve_people(claims, standing_judgements(turned, taken_back)) == expected


def test_what_a_withdrawn_judgement_replaced_holds_again() -> None:
    first, second = _judgements("a=b; a#b")
    assert len(resolve_people(_ABC, [first, second])) == 3
    standing = standing_judgements([first, second], [_withdrawal(second)])
    assert standing == (first,)
    assert len(resolve_people(_ABC, standing)) == 2


def test_a_judgement_is_known_by_what_was_judged_whichever_side_it_stands() -> None:
    (judgement,) = _judgements("a=b")
    turned = replace(judgement, left=judgement.right, right=judgement.left)
    assert judgement_id(turned) == judgement_id(judgement)
    assert judgement_id(replace(judgement, reason="another")) != judgement_id(judgement)


@given(st.lists(st.text(max_size=40), max_size=12))
def test_every_mention_is_in_exactly_one_person(names: list[str]) -> None:
    claims = [_claim(f"c{n}", Mention(name=name)) for n, name in enumerate(names)]
    people = resolve_people(claims)
    mentions = [m for p in people for m in p.mentions]
    assert len(mentions) == len(set(mentions))
    assert len({p.id for p in people}) == len(people)
    assert all(any(c.isalpha() for c in m.name) for m in mentions)


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold_spelling(fold_spelling(name)) == fold_spelling(name)


def _claim(key: str, *names: Mention) -> Claim:
    passage = Passage(report="r" + key, start=0, end=1, exact="x", prefix="", suffix="")
    return Claim(
        id=key,
        report="r" + key,
        act=Act.RELEASE,
        stance=Stance.REPORTED,
        passage=passage,
        names=names,
    )


_ABC = tuple(_claim(n, Mention(name=f"{n} Person")) for n in "abc")
_START = datetime(2025, 1, 1, tzinfo=UTC)
_SIGNS = {"=": Verdict.SAME, "#": Verdict.DIFFERENT, "?": Verdict.UNSURE}


def _judgements(text: str) -> list[Judgement]:
    edges = [edge.strip() for edge in text.split(";") if edge.strip()]
    return [
        _judgement(
            spelling_id(f"{edge[0]} Person"),
            spelling_id(f"{edge[2]} Person"),
            _SIGNS[edge[1]],
            day,
        )
        for day, edge in enumerate(edges)
    ]


def _withdrawal(judgement: Judgement) -> Withdrawal:
    return Withdrawal(
        judgement=judgement_id(judgement),
        reason="a mistake",
        by="another editor",
        at=judgement.at + timedelta(hours=1),
    )


def _judgement(left: str, right: str, verdict: Verdict, day: int) -> Judgement:
    left, right = sorted((left, right))
    return Judgement(
        left=left,
        right=right,
        verdict=verdict,
        reason="an example",
        by="an editor",
        at=_START + timedelta(days=day),
    )
