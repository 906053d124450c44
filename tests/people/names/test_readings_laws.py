"""What holds for the readings of any text whatever, names or not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.people.names.readings import MOST_READINGS, readings_of

SCRIPTS = (
    "Arab Armn Beng Cyrl Deva Ethi Geor Grek Gujr Guru Hang Hani Hebr Jpan Kana Khmr Knda Laoo "
    "Latn Mlym Mymr Orya Sinh Taml Telu Thai Tibt Zyyy Zzzz"
).split()
RANGES = (
    *((0x20, 0x7E), (0x370, 0x52F), (0x530, 0x6FF), (0x900, 0xDFF), (0xE00, 0x109F)),
    *((0x10A0, 0x137F), (0x1780, 0x17FF), (0x2000, 0x206F), (0x3040, 0x30FF), (0x4E00, 0x9FFF)),
    *((0xAC00, 0xD7A3), (0xD800, 0xDFFF), (0x20000, 0x2A6DF)),
)
letters = st.one_of(*(st.integers(low, high) for low, high in RANGES)).map(chr)
texts = st.one_of(st.text(letters, max_size=30), st.text(max_size=40))


@given(texts, st.sampled_from(SCRIPTS))
def test_readings_are_few_plain_and_different(text: str, script: str) -> None:
    found = readings_of(text, script)
    assert len(found) <= MOST_READINGS
    assert len(set(found)) == len(found)
    for reading in found:
        assert reading == " ".join(reading.split())
        assert set(reading) <= set("abcdefghijklmnopqrstuvwxyz ")
        assert reading


@given(texts, st.sampled_from(SCRIPTS))
def test_reading_twice_reads_the_same(text: str, script: str) -> None:
    assert readings_of(text, script) == readings_of(text, script)


@pytest.mark.parametrize("script", SCRIPTS)
def test_long_and_odd_texts_stay_quick(script: str) -> None:
    readings_of("林", script)
    for text in ("", "\x00" * 10_000, "\ud800" * 10_000, "林" * 10_000, "က" * 10_000, "ก" * 10_000):
        start = time.process_time()
        readings_of(text, script)
        assert time.process_time() - start < 0.1
