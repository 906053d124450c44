"""What if a claim is wrong, or something does not hold. Everyone here is invented."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cli.disputed import ASHORE, DISPUTED, DISPUTED_CLAIMS, DISPUTED_REPORTS, SAME, TWICE
from cli.fictional import ACCOUNT, MARR, PARDON, QUIST, ROUGHLY
from cli.running import habeas
from habeas.claims.format import claims_document
from habeas.cli.account_what_if import WhatIf, assumptions_named, claims_named, supposed_rows
from habeas.cli.exits import Exit, Stop
from habeas.cli.sheet import Library, Row
from habeas.model.claims import Claim
from stories import tell

LIBRARY = Library(DISPUTED_REPORTS, DISPUTED_CLAIMS)

NAMED = {
    "its id": (PARDON.id, PARDON),
    "the beginning of its id": (PARDON.id[:-2], PARDON),
    "where it begins": ("4:20", ASHORE),
    "where it stands": ("4:20-57", ASHORE),
    "as it is shown": ("4:20–57", ASHORE),
}


@pytest.mark.parametrize(("words", "expected"), NAMED.values(), ids=NAMED)
def test_a_claim_is_named(words: str, expected: Claim) -> None:
    assert claims_named([words, words], LIBRARY) == (expected.id,)


def test_of_one_report_a_place_needs_no_number() -> None:
    claims = [claim for claim in DISPUTED_CLAIMS if claim.report == PARDON.report]
    library = Library([DISPUTED_REPORTS[0]], claims)
    assert claims_named(["75"], library) == claims_named(["1:75"], library) == (PARDON.id,)


@pytest.mark.parametrize("words", ["4:21", "9:20", "4:20-58", "20", "c", "zzzz", "", "-1", "4:x"])
def test_a_claim_that_is_not_there(words: str) -> None:
    with pytest.raises(Stop) as error:
        claims_named([words], LIBRARY)
    assert error.value.exit_code is Exit.USAGE
    assert error.value.what == f"there is no claim {words!r}"
    assert "2:72" in error.value.remedy


def test_of_several_claims_in_the_same_words_the_one_that_counts() -> None:
    named = replace(PARDON, id="c-other", count=None)
    library = Library(DISPUTED_REPORTS, [*DISPUTED_CLAIMS, named])
    assert claims_named(["1:75"], library) == (PARDON.id,)


def test_several_figures_in_the_same_words_are_told_apart_without_a_name() -> None:
    twins = [replace(PARDON, id="cx", group="nurses"), replace(MARR, passage=PARDON.passage)]
    library = Library(DISPUTED_REPORTS, [PARDON, *twins, QUIST])
    with pytest.raises(Stop) as error:
        claims_named(["1:75"], library)
    assert error.value.what == "'1:75' stands for 2 claims"
    assert f"{PARDON.id} (24 prisoners), cx (24 nurses)" in error.value.remedy


def test_an_assumption_is_named_by_the_beginning_that_is_shown() -> None:
    assert assumptions_named([SAME.id, TWICE.id[:7]], [DISPUTED]) == (SAME.id, TWICE.id)


def test_an_assumption_that_is_not_there() -> None:
    with pytest.raises(Stop) as error:
        assumptions_named(["a000"], [DISPUTED])
    assert error.value.what == "there is no assumption 'a000'"
    with pytest.raises(Stop) as error:
        assumptions_named(["a000"], [ACCOUNT])
    assert "leave the option out" in error.value.remedy


def test_a_beginning_of_several_assumptions() -> None:
    other = replace(SAME, id=SAME.id[:-1] + "1")
    with pytest.raises(Stop) as error:
        assumptions_named([SAME.id[:7]], [replace(DISPUTED, assumptions=(SAME, other))])
    assert other.id in error.value.remedy


def rests(rows: object) -> list[str]:
    assert isinstance(rows, list)
    return [row.rest for row in rows if isinstance(row, Row)]


def test_what_follows_without_a_claim() -> None:
    after = replace(
        DISPUTED,
        conflicts=DISPUTED.conflicts[1:],
        bounds=(replace(DISPUTED.bounds[0], low=24, high=24), *DISPUTED.bounds[1:]),
    )
    what_if = WhatIf(aside=(ASHORE.id,), before=(DISPUTED,))
    assert rests(supposed_rows(after, what_if, LIBRARY)) == [
        "not counted: 7 people",
        "then 1 conflict, where there were 2",
        "then those freed: exactly 24, where it was 24 to 25",
    ]


def test_what_follows_without_an_assumption() -> None:
    after = replace(DISPUTED, conflicts=())
    what_if = WhatIf(rejected=(TWICE.id,), before=(DISPUTED,))
    assert rests(supposed_rows(after, what_if, LIBRARY)) == [
        f"not assumed: {TWICE.reason}",
        "then no conflict, where there were 2",
    ]


def test_an_event_that_the_claim_is_not_of_is_as_it_was() -> None:
    what_if = WhatIf(aside=("other",), before=(DISPUTED,))
    assert supposed_rows(DISPUTED, what_if, LIBRARY) == []


def test_a_claim_that_changes_nothing() -> None:
    what_if = WhatIf(aside=(ROUGHLY.id,), before=(DISPUTED,))
    assert rests(supposed_rows(DISPUTED, what_if, LIBRARY)) == [
        "not counted: roughly 300 people",
        "then 2 conflicts, as before",
    ]
    calm = replace(DISPUTED, conflicts=())
    assert rests(supposed_rows(calm, replace(what_if, before=(calm,)), LIBRARY)) == [
        "not counted: roughly 300 people",
        "then nothing else changes",
    ]


DISPUTE = tell("""report State Wire, 2025-12-13
    Belta: pardon 123 people, announced, by Belarus
    report Bulletin, 2025-12-13
    Staff: release 114 civilians, by Belarus, to Ukraine
    report Paper, 2025-12-13
    Paper: release 10 people, by Belarus, to Lithuania""")


@pytest.fixture
def told(tmp_path: Path) -> Path:
    document = claims_document(DISPUTE.reports, DISPUTE.claims)
    (tmp_path / "claims.json").write_text(json.dumps(document), encoding="utf-8")
    return tmp_path


def account(folder: Path, *options: str) -> dict[str, Any]:
    done = habeas("account", "claims.json", "--format", "json", *options, folder=folder)
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    (event,) = document["events"]
    assert isinstance(event, dict)
    return {**event, "what_if": document.get("what_if")}


def test_a_claim_set_aside_leaves_no_conflict(told: Path) -> None:
    before = account(told)
    assert len(before["conflicts"]) == 1
    claim = DISPUTE.claim("10 people")
    after = account(told, "--aside", claim.id)
    assert after["conflicts"] == []
    assert after["what_if"]["aside"] == [claim.id]
    place = f"3:{claim.passage.start}"
    assert account(told, "--aside", place) == after
    assert claim.id not in {figure["claim"] for figure in after["figures"]}


def test_an_assumption_that_is_rejected_explains_no_conflict(told: Path) -> None:
    (conflict,) = account(told)["conflicts"]
    for assumption in conflict["assumptions"]:
        assert account(told, "--reject", assumption)["conflicts"] == []


def test_the_text_says_what_is_supposed_and_what_follows(told: Path) -> None:
    plain = habeas("account", "claims.json", folder=told).stdout
    assert "--aside" in plain
    place = f"3:{DISPUTE.claim('10 people').passage.start}"
    done = habeas("account", "claims.json", "--aside", place, folder=told)
    assert " What if    not counted: 10 people" in done.stdout
    assert "then no conflict, where there was 1" in done.stdout
    assert "--aside" not in done.stdout


def test_what_is_not_there_is_wrong_use(told: Path) -> None:
    done = habeas("account", "claims.json", "--aside", "9:9", folder=told)
    assert (done.returncode, done.stdout) == (2, "")
    assert "habeas: there is no claim '9:9'" in done.stderr
