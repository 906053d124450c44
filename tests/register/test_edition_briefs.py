"""What is read in brief is what is read whole, without the rest. All invented."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from habeas.model.editions import Edition
from habeas.register.edition_file import EditionFile, write_edition
from public import fictional
from register.made_up.editions import editions


@given(edition=editions())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_read_in_brief_is_what_is_read_whole(edition: Edition) -> None:
    _compare(edition)


def test_of_an_edition_with_much_in_it() -> None:
    whole = fictional.ruritania
    assert any(account.people and account.figures for account in whole.accounts)
    _compare(whole)


def _compare(edition: Edition) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "edition.sqlite"
        write_edition(edition, path)
        with EditionFile(path) as file:
            _compare_accounts(file)
            _compare_people(file)
            _compare_named(file)


def _compare_accounts(file: EditionFile) -> None:
    whole = file.accounts()
    outlines = file.account_outlines(0, len(whole))
    assert [
        (o.id, o.title, o.when, o.reports, o.figures, o.people, o.unnamed, o.matches)
        for o in outlines
    ] == [
        (
            account.event.id,
            account.event.title,
            account.event.when,
            len(account.event.reports),
            account.figures,
            account.people,
            account.unnamed,
            account.matches,
        )
        for account in whole
    ]
    assert file.account_outlines(1, 1) == outlines[1:2]


def _compare_people(file: EditionFile) -> None:
    whole = file.people()
    briefs = file.person_briefs(0, len(whole))
    assert [(b.id, b.name, b.names) for b in briefs] == [(p.id, p.name, p.names) for p in whole]
    assert file.person_briefs(1, 2) == briefs[1:3]
    assert file.first_names(p.id for p in whole) == {p.id: p.name for p in whole}


def _compare_named(file: EditionFile) -> None:
    wanted = file.claim_ids()[::2]
    named = sorted(
        (person.id, mention.claim, mention.name)
        for person in file.people()
        for mention in person.mentions
        if mention.claim in wanted
    )
    assert sorted(file.named_in([*wanted, *wanted, "no-such-claim"])) == named
