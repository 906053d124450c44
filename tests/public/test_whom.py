"""Whom an account counts is said in the page's language, by all the words an account has for it."""

from __future__ import annotations

from pathlib import Path

from habeas.accounts import fates, wording
from habeas.public.presenters import whom
from messages import words_in_code


def test_everybody_an_account_speaks_of_can_be_translated() -> None:
    assert set(whom.PEOPLE) == {wording.FREED, wording.HELD, *wording.COUNTED.values()}


def test_every_kind_of_people_is_said_in_the_words_of_the_account() -> None:
    told = {words.one for words in words_in_code(Path(whom.__file__)) if words.context == "whom"}
    assert set(wording._KINDS) <= set(whom.KINDS)
    assert set(wording._KINDS.values()) <= told


def test_every_fate_can_be_translated() -> None:
    assert set(whom.FATES) == set(fates._FATES.values())
