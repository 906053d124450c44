"""Editions of a list come in: what is new, what is changed, what is gone. Everyone is invented."""

from __future__ import annotations

from datetime import timedelta

import pytest

from habeas.model.audit import Change
from habeas.model.restrictions import PUBLIC_VIEWER
from habeas.people.lists.importing import ListPlan, RowOutcome
from habeas.store.decisions import Outcome
from store.changing import edition_of
from store.test_records import NOON

HEAD = "id,name,born,status,since,citizenship\n"
FIRST = HEAD + (
    "1,Ada Example,1980,held,2024-05,BY\n"
    "2,Leo Example,1980-02-01,held,2024,BY\n"
    "3,Ida Example,,arrested,2025-01-02,LT\n"
)
MAP = {"since": "date", "born": "birth-date"}


def take(text: str, at: int = 0, **columns: str) -> tuple[Outcome, ListPlan]:
    """Import an edition, an hour after the one before."""
    from habeas.store.lists import import_list, plan_list

    planned = plan_list(edition_of(text, **(MAP | columns)))
    return import_list(planned, at=NOON + timedelta(hours=at), by="documenter"), planned.plan


def outcomes(plan: ListPlan) -> str:
    """The outcomes of the rows, by their first letters."""
    return "".join(row.outcome.value[0] for row in plan.rows)


def claims() -> list[tuple[str, str, str | None]]:
    """Name, act and date of every claim that the register loads."""
    from habeas.store.records import load_claims

    return sorted(
        (claim.names[0].name, claim.act.value, claim.when.edtf.text if claim.when else None)
        for claim in load_claims(PUBLIC_VIEWER)
    )


EDITIONS = {
    "the same again": (FIRST, "uuu", 3),
    "in another order, with other quotes": (
        HEAD + '3,Ida Example,,arrested,02.01.2025,LT\n2,"Leo Example",1980-02-01,held,2024,BY\n'
        "1,Ada  Example,1980,held,2024-05,BY\n",
        "uuu",
        3,
    ),
    "one is free": (
        FIRST.replace("1,Ada Example,1980,held", "1,Ada Example,1980,released"),
        "cuu",
        4,
    ),
    "a cell is corrected": (FIRST.replace("LT", "PL"), "uuc", 4),
    "one more": (FIRST + "4,Nil Example,1990,held,2025,BY\n", "uuua", 4),
    "one is gone": (FIRST.replace("2,Leo Example,1980-02-01,held,2024,BY\n", ""), "uuv", 3),
    "another name for one id": (FIRST.replace("Ada Example", "Ada Sample"), "cuu", 4),
    "a bad row": (FIRST + "4,Nil Example,1990,on the moon,2025,BY\n", "uuur", 3),
    "an id twice": (FIRST + "3,Nil Example,1990,held,2025,BY\n", "uurr", 3),
    "a row twice": (FIRST + "3,Ida Example,,arrested,2025-01-02,LT\n", "uuur", 3),
    "without its ids": (
        "\n".join(line.partition(",")[2] for line in FIRST.splitlines()),
        "ccc",
        6,
    ),
    "a formula": (FIRST + "4,=1+1,1990,held,2025,BY\n", "uuur", 3),
    "nothing left": (HEAD, "vvv", 3),
}


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(("text", "told", "count"), EDITIONS.values(), ids=EDITIONS)
def test_an_edition_after_the_first(text: str, told: str, count: int) -> None:
    from habeas.store.verifying import verify_records

    assert take(FIRST)[0] is Outcome.ADDED
    outcome, plan = take(text, 1)
    assert outcomes(plan) == told
    assert (outcome is Outcome.ALREADY_THERE) is (text == FIRST)
    assert len(claims()) == count, "what was claimed before stays"
    again, plan = take(text, 2)
    assert again is Outcome.ALREADY_THERE, "importing twice doubles nothing"
    assert set(outcomes(plan)) <= {"u", "r"}
    assert len(claims()) == count
    assert verify_records()[1] is None


@pytest.mark.usefixtures("store")
def test_a_changed_row_is_a_new_claim_and_the_earlier_one_stays_with_its_moment() -> None:
    from habeas.store.audit import settled_moment
    from habeas.store.records import load_claims

    take(FIRST)
    before = settled_moment()
    take(FIRST.replace("1,Ada Example,1980,held,2024-05", "1,Ada Example,1980,released,2026-03"), 1)
    assert [each for each in claims() if each[0] == "Ada Example"] == [
        ("Ada Example", "hold", "2024-05"),
        ("Ada Example", "release", "2026-03"),
    ]
    known = load_claims(PUBLIC_VIEWER, known_at=before)
    assert [claim.act.value for claim in known if claim.names[0].name == "Ada Example"] == ["hold"]


@pytest.mark.usefixtures("store")
def test_a_row_that_was_gone_is_back() -> None:
    take(FIRST)
    without = FIRST.replace("2,Leo Example,1980-02-01,held,2024,BY\n", "")
    assert outcomes(take(without, 1)[1]) == "uuv"
    assert outcomes(take(without + "5,Nil Example,,held,2025,BY\n", 2)[1]) == "uua", "told once"
    assert outcomes(take(FIRST + "5,Nil Example,,held,2025,BY\n", 3)[1]) == "uuuu"
    assert outcomes(take(HEAD + "5,Nil Example,,held,2025,BY\n", 4)[1]) == "uvvv"
    assert len(claims()) == 4


@pytest.mark.usefixtures("store")
def test_a_date_of_birth_or_an_id_may_come_later() -> None:
    take("name,born,status\nAda Example,,held\nLeo Example,,held\n")
    assert (
        outcomes(take("name,born,status\nAda Example,1980,held\nLeo Example,,held\n", 1)[1]) == "cu"
    )
    assert (
        outcomes(take("id,name,born,status\n7,Ada Example,1980,held\n8,Leo Example,,held\n", 2)[1])
        == "cc"
    )
    assert (
        outcomes(take("id,name,born,status\n7,Ada Sample,1980,held\n8,Leo Example,,held\n", 3)[1])
        == "cu"
    )


@pytest.mark.usefixtures("store")
def test_two_of_one_name_are_told_apart_by_their_birth_or_refused() -> None:
    two = "name,born,status\nAda Example,1980,held\nAda Example,1990,held\n"
    assert outcomes(take(two)[1]) == "aa"
    assert (
        outcomes(take(two.replace("1990", "1990-03").replace("held\n", "released\n", 1), 1)[1])
        == "cc"
    )
    plan = take("name,born,status\nLeo Example,,held\nLeo Example,,released\n", 2)[1]
    assert [row.outcome for row in plan.rows[:2]] == [RowOutcome.REFUSED] * 2
    assert "row 3" in plan.rows[0].problems[0].what
    assert "ids" in plan.rows[0].problems[0].remedy


@pytest.mark.usefixtures("store")
def test_who_is_not_named_counts_as_often_as_the_list_has_them() -> None:
    text = "name,status\nname withheld,held\nname withheld,held\nAda Example,held\n"
    assert outcomes(take(text)[1]) == "aaa"
    assert outcomes(take(text + "name withheld,held\n", 1)[1]) == "uuua"


@pytest.mark.usefixtures("store")
def test_a_column_that_is_told_otherwise_is_read_anew_and_nothing_doubles() -> None:
    text = "who,what,when\nAda Example,held,2024\n"
    assert outcomes(take(text, who="name", what="status", when="-")[1]) == "a"
    outcome, plan = take(text, 1, who="name", what="status", when="date")
    assert (outcome, outcomes(plan)) == (Outcome.READ_ANEW, "c")
    assert claims() == [("Ada Example", "hold", "2024")]


@pytest.mark.usefixtures("store")
def test_an_older_edition_again_says_again_what_it_said() -> None:
    take(FIRST)
    take(FIRST.replace("held,2024-05", "released,2026"), 1)
    assert outcomes(take(FIRST, 2)[1]) == "cuu"
    assert len(claims()) == 4


@pytest.mark.usefixtures("store")
def test_lists_of_two_sources_are_not_compared() -> None:
    from habeas.store.lists import import_list, load_sources, plan_list

    take(FIRST)
    other = plan_list(edition_of(FIRST + "9,Zoe Example,,held,2025,BY\n", source="Other", **MAP))
    import_list(other, at=NOON, by="documenter")
    assert outcomes(other.plan) == "aaaa"
    assert [each.source for each in load_sources()] == ["Other", "Watch"]
    assert load_sources()[0].columns.field_of("since") == "date"


@pytest.mark.usefixtures("store")
def test_of_two_who_import_at_once_the_second_is_asked_to_look_again() -> None:
    from habeas.store.lists import import_list, plan_list
    from habeas.store.problems import RecordRefused

    late = plan_list(edition_of(FIRST, **MAP))
    take(FIRST + "4,Nil Example,1990,held,2025,BY\n")
    with pytest.raises(RecordRefused, match="meanwhile"):
        import_list(late, at=NOON, by="documenter")


@pytest.mark.usefixtures("store")
def test_the_database_holds_no_name_by_which_a_row_is_known() -> None:
    from habeas.store import models
    from habeas.store.audit import load_audit_records

    take(FIRST)
    rows = repr(list(models.ListRow.objects.values()))
    assert "Example" not in rows
    assert "Example" not in repr(
        [each for each in load_audit_records() if each.change == Change.LIST_IMPORT]
    )


@pytest.mark.usefixtures("store")
def test_without_its_key_no_list_is_imported_and_everything_doubled() -> None:
    from pathlib import Path

    from django.conf import settings

    from habeas.store.originals import HOME_SETTING
    from habeas.store.problems import StoreError

    take(FIRST)
    Path(getattr(settings, HOME_SETTING), "lists.key").unlink()
    with pytest.raises(StoreError, match="gone"):
        take(FIRST, 1)
