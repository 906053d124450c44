"""Two lists side by side. Everyone in them is made up."""

from __future__ import annotations

from habeas.model.people import Band
from habeas.people.lists import ListedPerson, SideBySide, compare_lists, read_people_table

OURS = """id,name,born,occupation,citizenship
a1,Ada Marr,1990-02-03,printer,LT
a2,Бела Квист,1985,nurse,LT
a3,Dorian Vell,,,
a4,N.N.,,journalist,
a5,Ada Marr,1990-02-03,printer,LT
"""
THEIRS = """ref;full name;date of birth;profession;country
b1;Zeno Ashgrove;1970;;
b2;Bela Kvist;1985-06;nurse;Lithuania
b3;Adah Marr;1961;;PL
b4;name withheld;;;
"""


def compare(left: str, right: str) -> SideBySide:
    return compare_lists(
        read_people_table(left.encode(), file="a.csv"),
        read_people_table(right.encode(), file="b.csv"),
    )


def ids(people: tuple[ListedPerson, ...]) -> list[str | None]:
    return [person.id for person in people]


def test_every_row_has_its_place() -> None:
    found = compare(OURS, THEIRS)
    surest = found.pairs[0]
    assert (surest.left.id, surest.right.id) == ("a2", "b2")
    assert surest.band in (Band.SAME, Band.PROBABLE)
    assert any("1985" in sentence for sentence in surest.evidence)
    assert "a3" in ids(found.only_left)
    assert "b1" in ids(found.only_right)
    assert ids(found.anonymous_left) == ["a4"]
    assert ids(found.anonymous_right) == ["b4"]
    assert [(pair.left.id, pair.right.id) for pair in found.twice_left] == [("a1", "a5")]
    assert found.twice_right == ()


def test_no_row_is_lost() -> None:
    found = compare(OURS, THEIRS)
    paired = {pair.left.id for pair in found.pairs}
    rest = [*ids(found.only_left), *ids(found.anonymous_left)]
    assert sorted([*paired, *rest], key=str) == ["a1", "a2", "a3", "a4", "a5"]


def test_namesakes_in_one_list_are_left_to_a_person() -> None:
    found = compare("name\nAda Marr\n", "name,born\nAda Marr,1990\nAda Marr,1950\n")
    assert {pair.band for pair in found.pairs} == {Band.POSSIBLE}
    assert {pair.rivals for pair in found.pairs} == {1}


def test_a_birth_date_tells_namesakes_apart() -> None:
    found = compare(
        "name,born,case number\nAda Marr,1990-02-03,12/31\n",
        "name,born,case number\nAda Marr,1990-02-03,12/31\nAda Marr,1950-01-01,9/30\n",
    )
    clear = [pair for pair in found.pairs if pair.band is not Band.POSSIBLE]
    assert [(pair.left.row, pair.right.row) for pair in clear] == [(2, 2)]


def test_a_page_about_one_person_speaks_for_them() -> None:
    found = compare(
        "name,url\nAda Marr,https://watch.example/ada/\nBela Quist,https://watch.example/all\n",
        "name,link\nAda Marr,http://www.watch.example/ada#life\nBela Quist,https://watch.example/all\n"
        "Cy Roe,https://watch.example/all\n",
    )
    ada, bela = found.pairs
    assert (ada.band, bela.band) == (Band.SAME, Band.PROBABLE)
    assert any("page" in sentence for sentence in ada.evidence)
    assert not any("page" in sentence for sentence in bela.evidence)


def test_a_row_without_a_name_is_matched_by_nothing() -> None:
    row = "name,born,citizenship,occupation\nN.N.,1990-02-03,LT,printer\n"
    found = compare(row, row.replace("N.N.", "name withheld"))
    assert found.pairs == ()
    assert len(found.anonymous_left) == len(found.anonymous_right) == 1


def test_rows_with_one_id_are_told() -> None:
    found = compare("id,name\n7,Ada Marr\n7,Dorian Vell\n", "name\nZeno Ashgrove\n")
    (pair,) = found.twice_left
    assert pair.has_one_id
    assert (pair.band, pair.left.row, pair.right.row) == (Band.POSSIBLE, 2, 3)


def test_lists_may_change_sides() -> None:
    there, back = compare(OURS, THEIRS), compare(THEIRS, OURS)
    seen = {(pair.left.id, pair.right.id, pair.band, pair.score) for pair in there.pairs}
    assert seen == {(pair.right.id, pair.left.id, pair.band, pair.score) for pair in back.pairs}
    assert ids(there.only_left) == ids(back.only_right)


def test_an_empty_list_matches_nobody() -> None:
    found = compare("name\n", OURS)
    assert found.pairs == ()
    assert len(found.only_right) == 4


def test_a_name_that_very_many_share_is_bounded() -> None:
    many = "name\n" + "Ada Marr\n" * 300
    found = compare(many, many)
    assert 30 <= len(found.pairs) <= 300 * 10
    assert {pair.band for pair in found.pairs} == {Band.POSSIBLE}
