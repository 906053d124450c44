"""What an account says of its claims together goes into the file and comes out the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from habeas.model.accounts import (
    Account,
    Assumption,
    AssumptionKind,
    Balance,
    Bound,
    Bounds,
    Conflict,
    ListComparison,
    Repair,
    Revision,
)
from habeas.model.claims import Act
from habeas.model.editions import Edition
from habeas.model.events import Event
from habeas.register.edition_file import EditionFile, EditionNotWritten, write_edition
from register.test_edition_file import CLAIM, EDITION, REPORT

NOBODY = Bounds(low=0, high=0)
OPEN = Bounds(low=0, high=None)
PEOPLE = Bound(of="everybody", population=(), low=12, high=13)
LEFT_OUT = "left out"
CONFLICT = Conflict(
    claims=(CLAIM.id,),
    likewise=(CLAIM.id,),
    assumptions=("a1",),
    tight=True,
    explanation="12 are not 13.",
)
REPAIR = Repair(
    set_aside=(CLAIM.id,), weight=2, bounds=(replace(PEOPLE, population=(("sex", "f"),)), PEOPLE)
)
COMPARISON = ListComparison(
    left=REPORT.id,
    right=REPORT.id,
    both=Bounds(low=1, high=2),
    only_left=NOBODY,
    only_right=OPEN,
    explanation="Nobody stands on the left alone.",
    claims=(CLAIM.id,),
)
ACCOUNT = Account(
    event=Event(
        id="e1",
        title="Twelve freed",
        acts=(Act.RELEASE,),
        by=None,
        place=None,
        when=None,
        claims=(CLAIM.id,),
        reports=(REPORT.id,),
    ),
    figures=(),
    agreed=(),
    sums=(),
    people=(),
    unnamed=NOBODY,
    held=(),
    nationalities=(),
    pledges=(),
    withheld=(),
    meetings=(),
    expected=(),
    demands=(),
    charges=(),
    earlier=(),
    questions=("Who are the 12?",),
    assumptions=(
        Assumption(
            id="a1", kind=AssumptionKind.SAME_DAY, reason="Both say Friday.", claims=(CLAIM.id,)
        ),
    ),
    conflicts=(CONFLICT, replace(CONFLICT, tight=False, likewise=())),
    repairs=(REPAIR, Repair(set_aside=(), weight=0)),
    bounds=(PEOPLE, replace(PEOPLE, high=None)),
    revisions=(Revision(explanation="First 11, then 12.", claims=(CLAIM.id, CLAIM.id)),),
    balances=(
        Balance(
            opening=Bounds(low=20, high=20),
            closing=Bounds(low=5, high=5),
            added=OPEN,
            left=Bounds(low=12, high=12),
            gap=Bounds(low=None, high=-3),
            explanation="20 - 12 = 8, and 5 are said to be held.",
            claims=(CLAIM.id,),
        ),
    ),
    lists=(COMPARISON,),
    settling=("A list of the 12.",),
)


def _with(**parts: Any) -> Edition:
    return replace(EDITION, accounts=(replace(ACCOUNT, **parts),))


def test_an_account_comes_back_with_all_that_follows(tmp_path: Path) -> None:
    path = tmp_path / "edition.sqlite"
    write_edition(_with(), path)
    with EditionFile(path) as file:
        assert file.account("e1") == ACCOUNT
        assert file.accounts() == (ACCOUNT,)


UNFIT: dict[str, Edition] = {
    "a conflict with a claim that was left out": _with(
        conflicts=(replace(CONFLICT, claims=(LEFT_OUT,)),)
    ),
    "a figure said likewise in a claim that was left out": _with(
        conflicts=(replace(CONFLICT, likewise=(LEFT_OUT,)),)
    ),
    "a conflict that rests on nothing": _with(assumptions=()),
    "one assumption twice": _with(assumptions=ACCOUNT.assumptions * 2),
    "a repair that sets aside what is not there": _with(
        repairs=(replace(REPAIR, set_aside=(LEFT_OUT,)),)
    ),
    "a correction of what is not there": _with(
        revisions=(Revision(explanation="", claims=(LEFT_OUT,)),)
    ),
    "a list that was left out": _with(lists=(replace(COMPARISON, right=LEFT_OUT),)),
}


@pytest.mark.parametrize("fault", UNFIT)
def test_what_was_left_out_stands_in_no_account(fault: str, tmp_path: Path) -> None:
    with pytest.raises(EditionNotWritten, match="contradicts itself"):
        write_edition(UNFIT[fault], tmp_path / "edition.sqlite")
    assert not list(tmp_path.iterdir())
