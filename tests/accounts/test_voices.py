"""Whose account a claim is. Everyone here is invented."""

from __future__ import annotations

import pytest

from habeas.accounts.voices import is_unsourced
from habeas.model.claims import Act, Claim, Speaker, SpeakerKind, Stance
from habeas.model.reports import Passage
from habeas.people.short_names import fullest_names

NAMES = {
    "a surname": (["Coale", "John Coale"], ["John Coale", "John Coale"]),
    "an article": (["the Ministry", "Ministry"], ["the Ministry", "the Ministry"]),
    "an unnamed one": (
        ["an unnamed US official", "a US official"],
        ["an unnamed US official", "an unnamed US official"],
    ),
    "two fuller forms": (
        ["Example", "Ida Example", "Leo Example"],
        ["Example", "Ida Example", "Leo Example"],
    ),
    "a form in between": (
        ["Example", "Ida Example", "Ida Maria Example"],
        ["Ida Maria Example"] * 3,
    ),
    "somebody's somebody": (["Viasna", "Viasna's lawyer"], ["Viasna", "Viasna's lawyer"]),
    "an office with its name": (
        ["President Gitanas Example", "Gitanas Example"],
        ["President Gitanas Example"] * 2,
    ),
    "an envoy is not all officials": (
        ["the U.S. envoy", "U.S. officials"],
        ["the U.S. envoy", "U.S. officials"],
    ),
    "an envoy in full": (
        ["the envoy", "the U.S. envoy", "the U.S. special envoy"],
        ["the U.S. special envoy"] * 3,
    ),
    "nobody": ([], []),
}


@pytest.mark.parametrize(("names", "full"), NAMES.values(), ids=NAMES)
def test_a_short_name_is_told_in_full(names: list[str], full: list[str]) -> None:
    found = fullest_names(names)
    assert [found[name] for name in names] == full


UNSOURCED = {None: True, "said": False, "announced": False, "welcomes": True, "condemned": True}


@pytest.mark.parametrize(("cue", "expected"), UNSOURCED.items(), ids=map(str, UNSOURCED))
def test_who_reacts_has_counted_nobody(cue: str | None, *, expected: bool) -> None:
    speaker = Speaker(name="Monitor", kind=SpeakerKind.RIGHTS_GROUP, cue=cue or "")
    claim = Claim(
        id="c",
        report="r",
        act=Act.PARDON,
        stance=Stance.REPORTED,
        passage=Passage(report="r", exact="x", prefix="", suffix="", start=0, end=1),
        speakers=() if cue is None else (speaker,),
    )
    assert is_unsourced(claim) is expected
