"""What an Edition tells of the one before it, and which addresses go on leading somewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from habeas.events import event_id
from habeas.model.dates import EdtfDate
from habeas.model.editions import ChangeKind, Edition, FormerId, RecordKind
from habeas.model.people import MentionKey
from habeas.people import spelling_id
from habeas.register.edition_changes import since
from habeas.register.edition_file import EditionFile, read_edition, write_edition
from public import fictional
from register.test_edition_file import CLAIM, EDITION, PERSON


def told(tmp_path: Path, before: Edition, now: Edition) -> Edition:
    """The Edition `now` as it is published after `before`, out of its file again."""
    path = tmp_path / "edition.sqlite"
    write_edition(before, path)
    with EditionFile(path) as file:
        made = since(now, file)
    write_edition(made, path)
    return read_edition(path)


def test_the_first_edition_tells_no_change() -> None:
    assert (EDITION.before, EDITION.changes, EDITION.former_ids) == (None, (), ())


def test_an_edition_that_changes_nothing_says_so(tmp_path: Path) -> None:
    again = told(tmp_path, EDITION, EDITION)
    assert again.changes == ()
    assert again.before is not None
    assert again.before.known_at == EDITION.known_at


def test_what_is_new_and_what_is_otherwise_is_told_and_what_is_gone_is_not(tmp_path: Path) -> None:
    gone = replace(PERSON, id=spelling_id("Bob Sample"), name="Bob Sample", names=("Bob Sample",))
    before = replace(EDITION, people=(PERSON, gone))
    new = replace(PERSON, id="p2", name="Cy Pattern", names=("Cy Pattern",))
    other = replace(PERSON, mentions=(MentionKey(claim="c1", name="Ada E."),))
    made = told(tmp_path, before, replace(EDITION, people=(other, new)))
    assert {(each.id, each.change) for each in made.changes} == {
        ("p1", ChangeKind.CHANGED),
        ("p2", ChangeKind.ADDED),
    }
    written = (tmp_path / "edition.sqlite").read_bytes()
    assert gone.id.encode() not in written


def test_an_id_leads_on_after_a_merge_and_through_further_editions(tmp_path: Path) -> None:
    ada, other = spelling_id("Ada Example"), spelling_id("Ада Экзампл")
    alone = replace(PERSON, id=ada)
    second = replace(PERSON, id=other, name="Ада Экзампл", names=("Ада Экзампл",))
    merged = replace(alone, names=("Ada Example", "Ада Экзампл"))
    made = told(
        tmp_path,
        replace(EDITION, people=(alone, second)),
        replace(EDITION, people=(merged,)),
    )
    expected = (FormerId(kind=RecordKind.PERSON, former=other, now=ada),)
    assert made.former_ids == expected
    assert told(tmp_path, made, replace(EDITION, people=(merged,))).former_ids == expected
    with EditionFile(tmp_path / "edition.sqlite") as file:
        assert file.now_at(RecordKind.PERSON, other) == ada
        assert file.now_at(RecordKind.ACCOUNT, other) is None
    assert told(tmp_path, made, replace(EDITION, people=(alone, second))).former_ids == ()


def test_an_account_keeps_its_former_id_as_long_as_the_claim_it_was_made_of_is_there(
    tmp_path: Path,
) -> None:
    account = fictional.account
    claims = account.event.claims
    former = event_id(claims[1])
    before = replace(account, event=replace(account.event, id=former))
    now = replace(fictional.ruritania, accounts=(account,))
    made = told(tmp_path, replace(now, accounts=(before,)), now)
    wanted = FormerId(kind=RecordKind.ACCOUNT, former=former, now=account.event.id)
    assert made.former_ids == (wanted,)
    rest = tuple(claim for claim in claims if claim != claims[1])
    fewer = replace(account, event=replace(account.event, claims=rest))
    assert told(tmp_path, made, replace(now, accounts=(fewer,))).former_ids == ()


@pytest.mark.parametrize("kind", list(RecordKind))
def test_nothing_leads_from_an_id_that_was_never_given(tmp_path: Path, kind: RecordKind) -> None:
    path = tmp_path / "edition.sqlite"
    write_edition(EDITION, path)
    with EditionFile(path) as file:
        assert file.now_at(kind, "p1") is None


def test_claims_that_are_corrections_are_known(tmp_path: Path) -> None:
    path = tmp_path / "edition.sqlite"
    write_edition(replace(EDITION, corrections=(CLAIM.id,)), path)
    with EditionFile(path) as file:
        assert file.corrections_among(["c1", "c2"]) == {"c1"}
        assert file.summary.corrected == 1


def test_days_are_exact_in_what_came_before(tmp_path: Path) -> None:
    made = told(tmp_path, replace(EDITION, as_of=date(2025, 1, 1)), EDITION)
    assert made.before is not None
    assert made.before.as_of == EdtfDate.parse("2025-01-01").earliest
