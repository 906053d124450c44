"""Somebody told of without a name is a person too. Everyone here is invented."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.claims import Act, Claim, Mention, Quantity, Stance
from habeas.model.dates import EdtfDate
from habeas.model.people import Band, Judgement, Person, Verdict
from habeas.model.reports import Passage, Report
from habeas.people import ids_of, resolve_people, resolve_unnamed, spelling_id
from habeas.people.descriptions import NAME_WITHHELD, Described, described_in, read_description
from habeas.people.evidence import Scales
from habeas.people.gathering import gather_particulars

# The words of a sentence with the described in brackets; who is found.
TOLD = {
    "a journalist": ("Police arrested a [journalist]", "journalist"),
    "an age, a place": (
        "A court sentenced a [34-year-old journalist from Hrodna]",
        "34-year-old journalist from Hrodna",
    ),
    "another": ("Another [student] was freed", "student"),
    "said to be unnamed": ("Officials freed [unnamed businessman]", "unnamed businessman"),
    "a withheld name tells somebody new": (
        "The [fifth national], whose name is withheld, was freed",
        "fifth national",
    ),
    "an adjective before": (
        "They let a [jailed human rights lawyer] go",
        "jailed human rights lawyer",
    ),
    "the journalist was told of before": ("Police arrested the [journalist]", None),
    "no article, nobody new": ("[Singer] and activist is free", None),
    "several": ("Police arrested [journalists]", None),
    "a group of several": ("Police arrested a [group of journalists]", None),
    "a delegation": ("Police arrested a [delegation]", None),
    "a couple": ("Police arrested a [couple]", None),
    "a thing": ("The court released a [statement]", None),
    "nobody": ("Police arrested [nobody]", None),
    "an age in Russian": (
        "Суд приговорил [34-летнюю журналистку] из Гродно",
        "34-летнюю журналистку",
    ),
    "ages of several in Russian": ("Суд приговорил [34-летних журналисток]", None),
    "a noun in Russian may be anybody": ("Суд приговорил [журналистку]", None),
    "a withheld name in Russian": (
        "Освобождён [гражданин] Литвы, имя которого не разглашается",
        "гражданин",
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), TOLD.values(), ids=TOLD)
def test_who_is_somebody_new(sentence: str, expected: str | None) -> None:
    (found,) = [described_in(_claim(sentence))]
    assert (found.mention.name if found else None) == expected


@pytest.mark.parametrize("stance", [Stance.DENIED, Stance.DEMANDED, Stance.EXPECTED])
def test_what_is_not_said_to_be_done_brings_forth_nobody(stance: Stance) -> None:
    assert described_in(_claim("Police arrested a [journalist]", stance=stance)) is None


def test_who_speaks_or_meets_is_nobody_here() -> None:
    assert described_in(_claim("They met a [journalist]", act=Act.MEET)) is None


def test_a_row_of_a_list_without_a_name_is_somebody() -> None:
    one = Quantity(low=1, high=1, about=None, words="name withheld")
    assert _names(resolve_unnamed([_claim("2, [], LT", count=one)])) == ["name withheld"]
    blank = Quantity(low=1, high=1, about=None, words="")
    assert _names(resolve_unnamed([_claim("3, [], LT", count=blank)])) == [NAME_WITHHELD]


def test_one_of_them_is_no_row() -> None:
    one = Quantity(low=1, high=1, about=None, words="one")
    assert resolve_unnamed([_claim("[] of them remained in custody", count=one)]) == ()


READ = {
    "34-year-old Lithuanian journalist from Hrodna": Described(
        age=34, place="Hrodna", nationality="LT", occupation="journalist"
    ),
    "unnamed businessman": Described(occupation="businessman"),
    "52-year-old woman": Described(age=52),
    "citizen of Lithuania": Described(nationality="LT"),
    "52-летнего учителя из Бреста": Described(age=52, place="Бреста", occupation="учителя"),
    "": Described(),
}


@pytest.mark.parametrize("words", READ)
def test_what_a_description_says(words: str) -> None:
    assert read_description(words) == READ[words]


def test_each_is_a_person_of_their_own() -> None:
    claims = [_claim("Police arrested a [journalist]", key=key) for key in "ab"]
    assert _names(resolve_unnamed(claims)) == ["journalist", "journalist"]
    assert resolve_people(claims) == ()


def test_two_claims_about_the_same_words_are_about_one_person() -> None:
    sentence = "Police arrested and charged a [journalist]"
    claims = [_claim(sentence), _claim(sentence, act=Act.CHARGE, claim="c2")]
    (person,) = resolve_unnamed(claims)
    assert {mention.claim for mention in person.mentions} == {"c2", "ca"}


def test_an_age_told_with_a_name_is_no_second_person() -> None:
    named = _named("Ana Perez", age=34)
    assert resolve_unnamed([named, _claim("They held a [34-year-old woman]")]) == ()
    assert len(resolve_unnamed([named, _claim("They held a [35-year-old woman]")])) == 1


def test_a_judgement_says_who_it_is_and_its_withdrawal_takes_that_back() -> None:
    claims = [_named("Ana Perez", key="b"), _claim("Police arrested a [journalist]")]
    (unnamed,) = resolve_unnamed(claims)
    same = _judgement(spelling_id("Ana Perez"), unnamed.id)
    (person,) = resolve_people(claims, [same])
    assert resolve_unnamed(claims, [same]) == ()
    assert person.names == ("Ana Perez",)
    assert {mention.claim for mention in person.mentions} == {"ca", "cb"}
    assert unnamed.id in ids_of(person)
    assert len(resolve_people(claims, [])[0].mentions) == 1


def test_one_unnamed_person_of_two_reports() -> None:
    claims = [
        _claim("Police arrested a [journalist]"),
        _claim("They freed a [34-year-old journalist]", key="b", act=Act.RELEASE),
    ]
    one, other = resolve_unnamed(claims)
    (person,) = resolve_unnamed(claims, [_judgement(one.id, other.id)])
    assert person.name == "34-year-old journalist"
    assert resolve_people(claims, [_judgement(one.id, other.id)]) == ()


def test_evidence_can_only_ever_make_it_possible() -> None:
    claims = [
        _claim("A court sentenced a [34-year-old Lithuanian journalist from Hrodna]"),
        _named("Ana Perez", key="b", age=34, roles=("journalist",), nationality="LT"),
        *(
            _named(f"Person {n}", key=f"x{n}", roles=(f"trade {n}",), nationality="BY")
            for n in range(20)
        ),
    ]
    people = (*resolve_people(claims), *resolve_unnamed(claims))
    told = gather_particulars(people, claims, [_report("ra"), _report("rb")])
    (unnamed,) = resolve_unnamed(claims)
    (match,) = Scales(told).weigh([(unnamed.id, spelling_id("Ana Perez"))])
    assert match.band is Band.POSSIBLE, match
    assert {"birth", "occupation", "nationality", "name"} == {p.field for p in match.evidence}


@given(st.text(max_size=300), st.text(max_size=100))
def test_no_description_is_too_strange(words: str, before: str) -> None:
    read_description(words, before)
    described_in(_claim(f"{before.replace('[', '')}[{words.replace(']', '')}]"))


def _claim(
    sentence: str,
    *,
    key: str = "a",
    claim: str = "",
    act: Act = Act.ARREST,
    stance: Stance = Stance.REPORTED,
    count: Quantity | None = None,
) -> Claim:
    before, _, rest = sentence.partition("[")
    group, _, after = rest.partition("]")
    exact = before + group + after
    passage = Passage(report="r" + key, start=0, end=len(exact), exact=exact, prefix="", suffix="")
    return Claim(
        id=claim or "c" + key,
        report="r" + key,
        act=act,
        stance=stance,
        passage=passage,
        group=group or None,
        count=count,
    )


def _named(
    name: str,
    *,
    key: str = "a",
    age: int | None = None,
    roles: tuple[str, ...] = (),
    nationality: str | None = None,
) -> Claim:
    passage = Passage(report="r" + key, start=0, end=1, exact="x", prefix="", suffix="")
    return Claim(
        id="n" + key if key == "a" else "c" + key,
        report="r" + key,
        act=Act.HOLD,
        stance=Stance.REPORTED,
        passage=passage,
        names=(Mention(name=name, age=age, roles=roles, nationality=nationality),),
    )


def _report(key: str) -> Report:
    return Report(
        id=key,
        file=None,
        url=None,
        media_type="text/plain",
        language="en",
        title="",
        publisher=None,
        published=EdtfDate.parse("2025-12-13"),
        retrieved=None,
        text="",
    )


def _judgement(left: str, right: str) -> Judgement:
    left, right = sorted((left, right))
    return Judgement(
        left=left,
        right=right,
        verdict=Verdict.SAME,
        reason="her lawyer said so",
        by="an editor",
        at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def _names(people: tuple[Person, ...]) -> list[str]:
    return [person.name for person in people]
