"""What labels of some acts judge of a reading; everyone and everything is fictional."""

from __future__ import annotations

import pytest

from habeas.claims.document_fields import InvalidClaims
from habeas.claims.labelled_acts import USUAL, read_labelled_acts, within_acts
from habeas.claims.labels import read_labels
from habeas.model.claims import Act, Claim
from habeas.model.reports import Report

TEXT = (
    "Ada was paroled in May. Bo was charged. Three men were freed on bail. Cy was arrested again."
)
REPORT = Report(
    id="a" * 64,
    file="court.txt",
    url=None,
    media_type="text/plain",
    language="en",
    title="The court",
    publisher=None,
    published=None,
    retrieved=None,
    text=TEXT,
)
THREE = {"low": 3, "high": 3, "words": "Three"}


def test_a_file_that_does_not_say_labels_the_usual_acts_and_those_it_uses() -> None:
    assert read_labelled_acts({"claims": []}) == USUAL
    used = read_labelled_acts({"claims": [{"act": "charge"}]})
    assert used == USUAL | {Act.CHARGE}


def test_a_file_can_say_which_acts_it_labels() -> None:
    assert read_labelled_acts({"acts": ["arrest", "die"], "claims": []}) == {Act.ARREST, Act.DIE}


def test_an_act_outside_the_vocabulary_is_refused() -> None:
    with pytest.raises(InvalidClaims):
        read_labelled_acts({"acts": ["arrested"], "claims": []})


def test_an_act_that_is_not_labelled_is_not_judged() -> None:
    assert within_acts([claim("charge", "Bo was charged", ["Bo"])], [], USUAL) == ()


def test_a_closer_act_counts_as_the_labelled_one() -> None:
    read = claim("conditional-release", "Ada was paroled in May", ["Ada"])
    label = claim("release", "Ada was paroled in May", ["Ada"])
    assert [c.act for c in within_acts([read], [label], USUAL)] == [Act.RELEASE]
    assert within_acts([read], [label], USUAL | {Act.CONDITIONAL_RELEASE}) == (read,)


def test_a_closer_act_of_other_people_counts_for_nothing() -> None:
    read = claim("conditional-release", "Three men were freed on bail", [], THREE)
    label = claim("release", "Three men were freed on bail", ["Ada"])
    assert within_acts([read], [label], USUAL) == ()


def test_a_label_is_told_once() -> None:
    again = claim("rearrest", "Cy was arrested again", ["Cy"])
    plainly = claim("arrest", "Cy was arrested again", ["Cy"])
    label = claim("arrest", "Cy was arrested again", ["Cy"])
    assert within_acts([again, plainly], [label], USUAL) == (plainly,)


def claim(act: str, words: str, names: list[str], count: dict[str, object] | None = None) -> Claim:
    label = {
        "act": act,
        "stance": "reported",
        "names": names,
        "count": count,
        "passage": {"exact": words},
    }
    (read,) = read_labels({"claims": [label]}, REPORT)
    return read
