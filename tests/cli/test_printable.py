"""Text of strangers cannot steer the terminal it is printed on."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.cli.printable import printable, printable_json

STORIES = {
    "plain words stay": ("Nine freed.", "Nine freed."),
    "every script stays": ("Ібрагім 许志永 نرگس", "Ібрагім 许志永 نرگس"),
    "an escape sequence is shown": ("\x1b[31mfree\x1b[0m", "<U+001B>[31mfree<U+001B>[0m"),
    "a cursor that climbs is shown": ("9\x1b[1A", "9<U+001B>[1A"),
    "a title of the window is shown": ("\x1b]0;pwned\x07", "<U+001B>]0;pwned<U+0007>"),
    "the second set of controls too": ("\x9b2J", "<U+009B>2J"),
    "a backspace erases nothing": ("120\b\b\b9", "120<U+0008><U+0008><U+0008>9"),
    "a return overwrites nothing": ("120 freed\r9 freed", "120 freed 9 freed"),
    "a direction mark is shown": ("\u202e321", "<U+202E>321"),
    "an isolate is shown": ("\u2066a\u2069", "<U+2066>a<U+2069>"),
    "a tag that nobody sees is shown": ("a\U000e0041", "a<U+E0041>"),
    "a zero-width space is shown": ("a\u200bb", "a<U+200B>b"),
    "Persian spelling keeps its joiner": ("می\u200cشود", "می\u200cشود"),
    "a soft hyphen goes": ("free\u00addom", "freedom"),
    "an unpaired surrogate is shown": ("a\ud800", "a<U+D800>"),
    "lines become one": ("a\n\n b\u2028c", "a b c"),
    "an accent stays": ("e\u0301", "e\u0301"),
    "a tower of accents is cut": ("e" + "\u0301" * 40, "e" + "\u0301" * 5),
}


@pytest.mark.parametrize("story", STORIES)
def test_stories(story: str) -> None:
    text, shown = STORIES[story]
    assert printable(text) == shown


@given(st.text(st.characters()))
def test_nothing_that_steers_is_left(text: str) -> None:
    shown = printable(text)
    steering = {char for char in shown if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl")}
    assert steering <= {"\u200c", "\u200d"}


@given(st.text(st.characters()))
def test_showing_twice_changes_nothing(text: str) -> None:
    assert printable(printable(text)) == printable(text)


@given(st.recursive(st.text(st.characters()) | st.integers(), st.lists))
def test_json_means_the_same_and_steers_nothing(value: object) -> None:
    shown = printable_json(json.dumps(value, ensure_ascii=False))
    assert json.loads(shown) == value
    assert not any("\x7f" <= char <= "\x9f" or "\ud800" <= char <= "\udfff" for char in shown)
    assert not set(shown) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\x1b")
    shown.encode("utf-8")
