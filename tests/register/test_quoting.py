"""Words that somebody copied from a report are found in it. All of it is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from habeas.register.quoting import NotQuoted, locate
from register.test_deciding import REPORT

TEXT = "Zenda freed 14.\n\nOfficials of Zenda\nfreed (as they  say) 14. 😀 Zenda freed nobody."
ZENDA = replace(REPORT, text=TEXT)


@pytest.mark.parametrize(
    ("words", "near", "start"),
    [
        ("Officials", None, 17),
        ("Zenda freed (as they say)", None, 30),
        ("  nobody. ", None, 75),
        ("Zenda", 0, 0),
        ("Zenda", 29, 30),
        ("Zenda", 500, 63),
    ],
)
def test_words_are_found(words: str, near: int | None, start: int) -> None:
    passage = locate(ZENDA, words, near)
    assert passage.start == start
    assert passage.exact == TEXT[start : passage.end]
    assert passage.exact.split() == words.split()


@pytest.mark.parametrize(("words", "times"), [("Zenda", 3), ("Vorstadt", 0), (" ", 0), ("14", 2)])
def test_words_that_are_not_there_or_several_times_are_refused(words: str, times: int) -> None:
    with pytest.raises(NotQuoted) as caught:
        locate(ZENDA, words)
    assert caught.value.times == times
    assert words.strip() == "" or words not in str(caught.value)
