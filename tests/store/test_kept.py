"""What is kept in memory holds as long as its state does, and as there is room."""

from __future__ import annotations

from habeas.store.kept import Kept, Same


def test_a_value_is_kept_as_long_as_its_state_holds() -> None:
    kept = Kept[str, str](10, len)
    kept.put("a", 1, "abc")
    assert kept.get("a", 1) == "abc"
    assert kept.get("a", 2) is None
    kept.put("a", 2, "abcd")
    assert kept.get("a", 1) is None
    assert kept.get("a", 2) == "abcd"
    kept.clear()
    assert kept.get("a", 2) is None


def test_those_asked_for_last_stay_where_there_is_no_room_for_all() -> None:
    kept = Kept[str, str](10, len)
    for key in "abc":
        kept.put(key, 0, key * 3)
    assert kept.get("a", 0) is not None
    kept.put("d", 0, "dddd")
    assert [key for key in "abcd" if kept.get(key, 0)] == ["a", "c", "d"]
    kept.put("e", 0, "e" * 11)
    assert [key for key in "abcde" if kept.get(key, 0)] == ["e"], "one is kept however large"


def test_what_is_equal_is_not_the_same() -> None:
    kept = Kept[str, str](10, len)
    seen, alike = {"what": "somebody may see"}, {"what": "somebody may see"}
    kept.put("a", Same(seen), "abc")
    assert kept.get("a", Same(alike)) is None
    assert kept.get("a", Same(seen)) == "abc"
    assert len({Same(seen), Same(seen), Same(alike)}) == 2
