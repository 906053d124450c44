"""What beside the name speaks for or against one person. Everyone here is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.claims import Act
from habeas.model.dates import EdtfDate
from habeas.model.people import Band, PersonMatch
from habeas.people.evidence import Age, ListRow, Particulars, Scales, Sex, Undergone
from habeas.people.evidence.weights import table_lines, weight_table

# One person a side: `key value; key value`, after the name. The verdict says how the pair
# comes out, and which piece of evidence must be among the reasons.
STORIES = {
    "a name alone is never the same": ("Ana Perez", "Ana Perez", "probable: name"),
    "and one birthday is": (
        "Ana Perez; born 1986-05-14",
        "Ana Perez; born 1986-05-14",
        "same: birth same-day",
    ),
    "another year of birth is a namesake": (
        "Ana Perez; born 1986-05-14",
        "Ana Perez; born 1951",
        "different: birth cannot-meet",
    ),
    "day and month exchanged": (
        "Ana Perez; born 1986-05-04",
        "Ana Perez; born 1986-04-05",
        "same: birth turned",
    ),
    "a day mistyped waits for a person": (
        "Ana Perez; born 1986-05-14",
        "Ana Perez; born 1986-05-13",
        "possible: birth near",
    ),
    "the first of January is a year": (
        "Ana Perez; born 1986-01-01",
        "Ana Perez; born 1986-05-14",
        "same: birth same-year",
    ),
    "an age on a day fits a birthday": (
        "Ana Perez; aged 34 on 2025-03-01",
        "Ana Perez; born 1990-10-02",
        "probable: birth can-meet",
    ),
    "an age without a day says nothing": (
        "Ana Perez; aged 34",
        "Ana Perez; born 1951",
        "probable: name",
    ),
    "an age a year off": (
        "Ana Perez; aged 35 on 2025-03-01",
        "Ana Perez; born 1990-10-02",
        "possible: birth near",
    ),
    "an age thirty years off": (
        "Ana Perez; aged 64 on 2025-03-01",
        "Ana Perez; born 1990-10-02",
        "different: birth cannot-meet",
    ),
    "a man and a woman": (
        "Sasha Example; male",
        "Sasha Example; female",
        "different: sex opposite",
    ),
    "two rows of one list": (
        "Ana Perez; on list A row 3",
        "Ana Perez; on list A row 9",
        "different: list two-rows",
    ),
    "two rows of one list with one birthday": (
        "Ana Perez; on list A row 3; born 1986-05-14",
        "Ana Perez; on list A row 9; born 1986-05-14",
        "same: list two-rows",
    ),
    "rows of two lists say nothing": (
        "Ana Perez; on list A row 3",
        "Ana Perez; on list B row 9",
        "probable: name",
    ),
    "dead before the other was arrested": (
        "Ana Perez; die 2020-01-02",
        "Ana Perez; arrest 2024-03",
        "different: death before",
    ),
    "dead after": ("Ana Perez; die 2025-01-02", "Ana Perez; arrest 2024-03", "probable: name"),
    "arrested on one day": (
        "Ana Perez; arrest 2024-03-04",
        "Ana Perez; arrest 2024-03-04",
        "same: arrest same-day",
    ),
    "one case number": ("Ana Perez; case 12-3/45", "Ana Perez; case 12 3 45", "same: case same"),
    "one home town in two spellings": (
        "Ana Perez; from Hrodna",
        "Ana Perez; from Grodno",
        "probable: place same",
    ),
    "two nationalities": ("Ana Perez; of LT", "Ana Perez; of BY", "possible: nationality other"),
    "one article of law in two wordings": (
        "Ana Perez; for Article 361-4 (aiding extremism)",
        "Ana Perez; for ст. 361-4 УК",
        "probable: charge same",
    ),
    "charges in other words say nothing": (
        "Ana Perez; for treason",
        "Ana Perez; for espionage",
        "probable: name",
    ),
    "on one day in two places": (
        "Ana Perez; hold 2024-03-04 in Colony 4",
        "Ana Perez; hold 2024-03-04 in Riga Central Prison",
        "possible: custody two-places",
    ),
    "other names": ("Ana Perez", "Boris Wojcik", "different: name"),
    "a family name alone": ("Quillfeather", "Ana Quillfeather", "possible: name part"),
    "a given name alone is nobody's": ("Zenobia", "Zenobia Quill", "different: name"),
    "nobody named, all else the same": (
        "; born 1986-05-14; from Hrodna; does journalist",
        "Ana Perez; born 1986-05-14; from Hrodna; does journalist",
        "possible: name untold",
    ),
    "nobody named, little told": (
        "; does journalist",
        "Ana Perez; does journalist",
        "different: name untold",
    ),
}


@pytest.mark.parametrize(("left", "right", "expected"), STORIES.values(), ids=STORIES)
def test_stories(left: str, right: str, expected: str) -> None:
    match = _weigh(_person(left), _person(right))
    band, _, piece = expected.partition(": ")
    assert match.band == band, match
    told = {p.field: p.sentence for p in match.evidence}
    field, _, outcome = piece.partition(" ")
    if outcome:
        row = weight_table().rows[field, outcome]
        assert told[field].startswith(row.sentence.partition("{")[0]), match
    else:
        assert set(told) == {field}, match


def test_the_reason_names_both_values_and_begins_with_the_weightiest() -> None:
    match = _weigh(_person("Ana Perez; born 1986; of BY"), _person("Ana Perez; born 1951; of BY"))
    assert match.reason.startswith("Births cannot meet: 1986 and 1951.")
    assert [p.field for p in match.evidence] == ["birth", "name", "nationality"]


def test_what_everybody_shares_says_little() -> None:
    crowd = {f"x{n}": _person(f"Person{n} Example{n}; of BY") for n in range(50)}
    pair = {"a": _person("Ana Perez; of BY"), "b": _person("Ana Perez; of BY")}
    in_crowd = _piece(Scales(crowd | pair).weigh([("a", "b")])[0], "nationality")
    foreign = {"a": _person("Ana Perez; of LT"), "b": _person("Ana Perez; of LT")}
    rare = _piece(Scales(crowd | foreign).weigh([("a", "b")])[0], "nationality")
    assert in_crowd < 0.1
    assert rare > 2


def test_a_common_name_says_less() -> None:
    firsts = "Ivan Piotr Anna Olga Maria".split()
    lasts = "Ivanou Petrou Novik Kazlou".split()
    crowd = {f"{a}{b}": _person(f"{a} {b}") for a in firsts for b in lasts}
    common = {"a": _person("Ivan Ivanou"), "b": _person("Ivan Ivanou")}
    (match,) = Scales(crowd | common).weigh([("a", "b")])
    assert any("common here" in p.sentence for p in match.evidence)
    rare = {"a": _person("Zyta Quill"), "b": _person("Zyta Quill")}
    (other,) = Scales(crowd | rare).weigh([("a", "b")])
    assert other.score > match.score


def test_a_family_name_of_two_people_is_neither_of_them() -> None:
    two = {"b": _person("Ana Quillfeather"), "c": _person("Ina Quillfeather")}
    matches = Scales({"a": _person("Quillfeather")} | two).weigh([("a", "b"), ("a", "c")])
    assert [match.band for match in matches] == [Band.DIFFERENT, Band.DIFFERENT]


def test_every_weight_has_a_reason_and_every_band_a_place() -> None:
    table = weight_table()
    for row in table.rows.values():
        assert len(row.reason) > 20, row
        assert row.sentence or row.outcome == "searched"
    assert list(table.least) == list(Band)
    assert table.least[Band.DIFFERENT] == 0
    assert table.ceiling < table.least[Band.PROBABLE]


def test_the_table_in_the_documentation_is_the_table() -> None:
    document = (Path(__file__).parents[2] / "docs" / "people.md").read_text(encoding="utf-8")
    told = [line for line in document.splitlines() if line.startswith("|")]
    missing = [line for line in table_lines() if line not in told]
    assert not missing, "put what python -m habeas.people.evidence.weights prints in docs/people.md"
    for band, least in weight_table().least.items():
        assert any(line.startswith(f"| {band.value} | {least:.2f}".rstrip("0.")) for line in told)


_DATES = ["1986-05-14", "1986", "1951-01-01", "1986-04", "2024-03-04", "../1990", "1986?", "XXXX"]
_dates = st.sampled_from(_DATES).map(EdtfDate.parse)
_words = st.sampled_from(["Hrodna", "Гродно", "journalist", "361-4", "", "\ud800", "許志永", "a b"])
particulars = st.builds(
    Particulars,
    names=st.lists(_words, max_size=2).map(tuple),
    births=st.lists(_dates, max_size=2).map(tuple),
    ages=st.lists(st.builds(Age, years=st.integers(0, 130), on=st.none() | _dates), max_size=2).map(
        tuple
    ),
    sexes=st.lists(st.sampled_from(Sex), max_size=2).map(tuple),
    nationalities=st.lists(st.sampled_from(["BY", "LT"]), max_size=2).map(tuple),
    places=st.lists(_words, max_size=2).map(tuple),
    occupations=st.lists(_words, max_size=2).map(tuple),
    charges=st.lists(_words, max_size=2).map(tuple),
    case_numbers=st.lists(_words, max_size=1).map(tuple),
    undergone=st.lists(
        st.builds(
            Undergone,
            act=st.sampled_from([Act.ARREST, Act.HOLD, Act.RELEASE, Act.DIE, Act.SENTENCE]),
            when=st.none() | _dates,
            place=st.none() | _words,
        ),
        max_size=3,
    ).map(tuple),
    lists=st.lists(
        st.builds(ListRow, list=st.sampled_from("AB"), row=st.sampled_from("12")), max_size=2
    ).map(tuple),
)


@given(particulars, particulars, st.lists(particulars, max_size=3))
def test_weighing_is_symmetric_and_bounded(
    left: Particulars, right: Particulars, others: list[Particulars]
) -> None:
    people = {"a": left, "b": right} | {f"x{n}": other for n, other in enumerate(others)}
    scales = Scales(people)
    one, other = scales.weigh([("a", "b"), ("b", "a")])
    assert one.score == other.score
    assert one.band is other.band
    assert sorted((p.field, p.weight) for p in one.evidence) == sorted(
        (p.field, p.weight) for p in other.evidence
    )
    assert 0 <= one.score <= 1


@given(particulars, particulars)
def test_nobody_without_a_name_is_more_than_possible(left: Particulars, right: Particulars) -> None:
    match = _weigh(replace(left, names=()), right)
    assert match.band in (Band.POSSIBLE, Band.DIFFERENT)


@given(particulars, particulars, _words, st.lists(particulars, max_size=4))
def test_adding_a_spelling_never_lowers_the_score(
    left: Particulars, right: Particulars, name: str, others: list[Particulars]
) -> None:
    if not left.names or not right.names:
        return
    crowd = {f"x{n}": other for n, other in enumerate(others)}
    more = replace(left, names=(*left.names, name))
    (before,) = Scales(crowd | {"a": left, "b": right}).weigh([("a", "b")])
    (after,) = Scales(crowd | {"a": more, "b": right}).weigh([("a", "b")])
    assert after.score >= before.score


@given(st.integers(0, 120), st.dates(date(1900, 3, 1), date(2100, 1, 1)), st.integers(0, 364))
def test_an_age_always_fits_the_birthday_it_was_reckoned_from(
    years: int, born: date, later: int
) -> None:
    day = date.fromordinal(born.replace(day=min(born.day, 28)).toordinal())
    told = date.fromordinal(day.replace(year=day.year + years).toordinal() + later)
    if told >= day.replace(year=day.year + years + 1):
        return
    aged = Particulars(names=("A",), ages=(Age(years=years, on=EdtfDate.of_day(told)),))
    match = _weigh(aged, Particulars(names=("A",), births=(EdtfDate.of_day(day),)))
    assert _piece(match, "birth") > 0


def _piece(match: PersonMatch, field: str) -> float:
    return sum(piece.weight for piece in match.evidence if piece.field == field)


def _weigh(left: Particulars, right: Particulars) -> PersonMatch:
    # Strangers around the two, so that what both share is rare.
    crowd = {
        f"x{n}": _person(
            f"Stranger{n} Other{n}; from Town{n}; of PL; for Article {n}; does trade{n};"
            f" arrest {1900 + n}-01-02; hold {1900 + n}-01-02 in Prison {n}; male"
        )
        for n in range(40)
    }
    (match,) = Scales(crowd | {"a": left, "b": right}).weigh([("a", "b")])
    return match


def _person(story: str) -> Particulars:
    """Read `Name; born 1986; aged 34 on 2025-03-01; from Hrodna; arrest 2024-03 in Place`."""
    name, *facts = story.split("; ") if not story.startswith("; ") else ["", *story[2:].split("; ")]
    person = Particulars(names=(name,) if name else ())
    for fact in facts:
        person = _with(person, *fact.split(" ", 1))
    return person


def _with(person: Particulars, key: str, value: str = "") -> Particulars:
    match key:
        case "born":
            return replace(person, births=(EdtfDate.parse(value),))
        case "aged":
            years, _, day = value.partition(" on ")
            age = Age(years=int(years), on=EdtfDate.parse(day) if day else None)
            return replace(person, ages=(age,))
        case "male" | "female":
            return replace(person, sexes=(Sex(key),))
        case "of":
            return replace(person, nationalities=(value,))
        case "from":
            return replace(person, places=(value,))
        case "does":
            return replace(person, occupations=(value,))
        case "for":
            return replace(person, charges=(value,))
        case "case":
            return replace(person, case_numbers=(value,))
        case "on":
            _, name, _, row = value.split()
            return replace(person, lists=(ListRow(list=name, row=row),))
        case _:
            when, _, place = value.partition(" in ")
            done = Undergone(act=Act(key), when=EdtfDate.parse(when), place=place or None)
            return replace(person, undergone=(*person.undergone, done))
