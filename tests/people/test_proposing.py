"""Who may be one, and why, as a person is asked. Everyone here is invented."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.dates import EdtfDate
from habeas.model.people import Band, Judgement, MentionKey, Person, PersonMatch, Verdict
from habeas.people import spelling_id
from habeas.people.evidence import Particulars
from habeas.people.proposing import match_people

ALIKE = ("Maria Exemplar", "Maria Exemplar-Smith", "Boris Wojcik")


def test_one_name_in_two_spellings_is_proposed_with_its_reasons() -> None:
    (match,) = match_people(_people("Maria Exemplar", "Marya Exemplar", "Boris Wojcik"))
    assert {match.left, match.right} == {
        spelling_id("Maria Exemplar"),
        spelling_id("Marya Exemplar"),
    }
    assert match.left < match.right
    assert match.band in (Band.PROBABLE, Band.POSSIBLE)
    assert "“Maria Exemplar”" in match.reason


def test_a_birthday_makes_it_surer_and_another_sets_apart() -> None:
    people = _people("Maria Exemplar", "Marya Exemplar")
    alone = match_people(people)[0].score
    (surer,) = match_people(people, (), _born(people, "1986-05-14", "1986-05-14"))
    assert surer.score > alone
    assert match_people(people, (), _born(people, "1986-05-14", "1951-05-14")) == ()


@pytest.mark.parametrize("verdict", Verdict)
def test_what_somebody_judged_is_never_proposed(verdict: Verdict) -> None:
    people = _people("Maria Exemplar", "Marya Exemplar")
    assert match_people(people, [_judgement(people[0].id, people[1].id, verdict)]) == ()


def test_a_judgement_on_a_mention_is_one_on_its_person() -> None:
    from habeas.people import mention_id

    people = _people("Maria Exemplar", "Marya Exemplar")
    node = mention_id(people[0].mentions[0])
    assert match_people(people, [_judgement(node, people[1].id, Verdict.UNSURE)]) == ()


def test_among_many_a_shared_case_number_brings_people_together() -> None:
    crowd = _people(*(f"{a}{b}o Q{b}{a}in" for a in "BDFGKLMNPRST" for b in "aeiouyabcdefgh"))
    assert len(crowd) > 120
    named = _person("Maria Exemplar", 0)
    unnamed = Person(
        id="m1", name="woman", names=(), mentions=(MentionKey(claim="u", name="woman"),)
    )
    told = {
        named.id: Particulars(names=named.names, case_numbers=("12/345",)),
        "m1": Particulars(case_numbers=("12-345",), births=(EdtfDate.parse("1986"),)),
    }
    matches = match_people([*crowd, named, unnamed], (), told)
    assert {(m.left, m.right) for m in matches if "m1" in (m.left, m.right)} == {("m1", named.id)}


@given(st.permutations(["Maria Exemplar", "Marya Exemplar", "Maria Exemplary", "Boris Wojcik"]))
def test_the_order_of_people_changes_nothing(names: list[str]) -> None:
    assert match_people(_people(*names)) == match_people(_people(*sorted(names)))


def test_more_is_found_where_less_is_asked_for() -> None:
    people = _people("Maria Exemplar", "Marya Exemplar", "Mario Exempler", "Boris Wojcik")
    proposed = {(m.left, m.right) for m in match_people(people)}
    cautious = {(m.left, m.right) for m in match_people(people, least=0.001)}
    assert proposed < cautious


def test_scores_come_highest_first() -> None:
    found: tuple[PersonMatch, ...] = match_people(_people(*ALIKE, "Maria Exemplary"))
    assert [m.score for m in found] == sorted((m.score for m in found), reverse=True)
    assert len(found) > 1


def _born(people: tuple[Person, ...], *days: str) -> dict[str, Particulars]:
    return {
        person.id: Particulars(names=person.names, births=(EdtfDate.parse(day),))
        for person, day in zip(people, days, strict=True)
    }


def _people(*names: str) -> tuple[Person, ...]:
    return tuple(_person(name, 0) for name in names)


def _person(name: str, number: int) -> Person:
    key = MentionKey(claim=f"c{number}", name=name)
    return Person(id=spelling_id(name), name=name, names=(name,), mentions=(key,))


def _judgement(left: str, right: str, verdict: Verdict) -> Judgement:
    left, right = sorted((left, right))
    return Judgement(
        left=left,
        right=right,
        verdict=verdict,
        reason="seen",
        by="an editor",
        at=datetime(2026, 1, 1, tzinfo=UTC),
    )
