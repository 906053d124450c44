"""What a reading is worth: each measure by its own story, then what holds for every reading.

Everyone and everything in it is fictional.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.sailors import LABELS, REPORT, TEXT, labelled
from habeas.claims.scores import (
    PASSAGE,
    STANCE,
    WORDS,
    Score,
    Scores,
    differences,
    score_report,
    total_scores,
)
from habeas.claims.tally import tally
from habeas.model.claims import Claim
from habeas.model.reports import Passage

EXACTLY = {"low": 40, "high": 40, "words": "40"}
STORIES: dict[str, tuple[str, dict[str, object], str]] = {
    # story: (label, what was read instead, the measures that are still right)
    "the same": ("forty", {}, "claims, counts, counts with speaker, quantities"),
    "another speaker": ("forty", {"speakers": ["the duke"]}, "counts, quantities"),
    "no speaker": ("forty", {"speakers": []}, "counts, quantities"),
    "another act": ("forty", {"act": "pardon"}, "quantities"),
    "another stance": (
        "forty",
        {"stance": "confirmed"},
        "claims, counts, counts with speaker, quantities",
    ),
    "elsewhere in the text": (
        "forty",
        {"passage": {"exact": "Twelve sailors remain in jail"}},
        "quantities",
    ),
    "exactly 40 is not about 40": ("forty", {"count": EXACTLY}, ""),
    "a name": ("ada", {}, "claims, named persons"),
    "a name in capitals": ("ada", {"names": ["ADA LUND"]}, "claims, named persons"),
    "a name by another voice": ("ada", {"speakers": []}, "named persons"),
    "a name elsewhere in the text": ("ada", {"passage": {"exact": "Twelve"}}, "named persons"),
    "a name with another act": ("ada", {"act": "hold"}, ""),
    "another name": ("ada", {"names": ["Bo Lund"]}, ""),
    "a pledge": ("ban", {}, "claims, pledges with condition"),
    "a pledge without its condition": ("ban", {"condition": None}, "claims"),
    "a pledge with half of its condition": (
        "ban",
        {"condition": {"words": "if the ships"}},
        "claims, pledges with condition",
    ),
    "a pledge with another condition": ("ban", {"condition": {"words": "on Sunday"}}, "claims"),
    "a pledge that another makes": ("ban", {"speakers": ["it"]}, "pledges with condition"),
}


def measure(scores: Scores, name: str) -> Score:
    return next(score for score in (*scores.measures, *scores.acts) if score.name == name)


@pytest.mark.parametrize(("name", "change", "right"), STORIES.values(), ids=STORIES)
def test_what_is_still_right(name: str, change: dict[str, object], right: str) -> None:
    label, read = labelled(LABELS[name]), labelled({**LABELS[name], **change})
    scores = score_report(REPORT, read, label)
    assert ", ".join(score.name for score in scores.measures if score.right) == right


def test_shares_of_a_measure() -> None:
    score = Score(name="counts", labelled=4, read=2, right=1)
    assert (score.precision, score.recall) == (0.5, 0.25)
    assert score.f1 == pytest.approx(1 / 3)


def test_a_promise_to_free_is_a_pledge_and_a_release_is_none() -> None:
    told = labelled(LABELS["ada"])
    promised = labelled({**LABELS["ada"], "stance": "promised"})
    assert measure(score_report(REPORT, told, promised), "pledges with condition") == Score(
        name="pledges with condition", labelled=1, read=0, right=0
    )


def test_a_person_counts_once_a_report_and_a_figure_each_time() -> None:
    again = {**LABELS["ada"], "passage": {"exact": "Ada Lund"}}
    scores = score_report(REPORT, labelled(LABELS["ada"], again), labelled(LABELS["ada"]))
    assert measure(scores, "named persons").precision == 1
    twice = labelled(LABELS["twelve"], {**LABELS["twelve"], "passage": {"exact": "Twelve"}})
    assert measure(score_report(REPORT, twice, twice[:1]), "quantities").precision == 0.5


def test_a_person_only_described_is_no_named_person() -> None:
    envoy = labelled({**LABELS["ada"], "names": ["the union's envoy"]})
    assert measure(score_report(REPORT, envoy, envoy), "named persons").labelled == 0


def test_acts_are_those_told_in_the_order_of_the_vocabulary() -> None:
    labels = labelled(LABELS["ban"], LABELS["forty"])
    read = labelled(LABELS["twelve"], LABELS["forty"])
    assert score_report(REPORT, read, labels).acts == (
        Score(name="hold", labelled=0, read=1, right=0),
        Score(name="release", labelled=1, read=1, right=1),
        Score(name="ease-sanctions", labelled=1, read=0, right=0),
    )


def test_stance_and_passage_are_of_the_claims_found() -> None:
    labels = labelled(LABELS["forty"], LABELS["twelve"], LABELS["ban"])
    read = labelled(
        {**LABELS["forty"], "stance": "confirmed"},
        {**LABELS["twelve"], "passage": {"exact": "Twelve sailors remain"}},
    )
    accuracies = score_report(REPORT, read, labels).accuracies
    assert [(one.name, one.right, one.of) for one in accuracies] == [
        (STANCE, 1, 2),
        (PASSAGE, 1, 2),
        (WORDS, 2, 2),
    ]


def test_words_that_the_report_does_not_have_are_told() -> None:
    made_up = Passage(report=REPORT.id, start=0, end=4, exact="None", prefix="", suffix="")
    (label,) = labelled(LABELS["twelve"])
    claim = Claim(id="x", report=REPORT.id, act=label.act, stance=label.stance, passage=made_up)
    words = score_report(REPORT, [claim], [label]).accuracies[-1]
    assert (words.right, words.of, words.share) == (0, 1, 0)


DIFFERENCES: dict[str, tuple[str, dict[str, object] | None, list[str]]] = {
    "nothing read": ("forty", None, ["missed"]),
    "the same": ("forty", {}, []),
    "another speaker": ("forty", {"speakers": []}, ["speaker"]),
    "another stance": ("forty", {"stance": "denied"}, ["stance"]),
    "another count": ("forty", {"count": EXACTLY}, ["people"]),
    "another act and stance": ("forty", {"act": "pardon", "stance": "denied"}, ["act, stance"]),
    "too few words": ("twelve", {"passage": {"exact": "Twelve"}}, ["passage"]),
    "other words": ("twelve", {"passage": {"exact": "The duke"}}, ["missed", "extra"]),
    "few words, of other people": (
        "twelve",
        {"passage": {"exact": "Twelve"}, "count": EXACTLY},
        ["missed", "extra"],
    ),
}


@pytest.mark.parametrize(("name", "change", "kinds"), DIFFERENCES.values(), ids=DIFFERENCES)
def test_in_what_two_differ(name: str, change: dict[str, object] | None, kinds: list[str]) -> None:
    read = () if change is None else labelled({**LABELS[name], **change})
    found = differences(tally(read, labelled(LABELS[name])))
    assert sorted(one.kind for one in found) == sorted(kinds)


def test_those_that_differ_least_are_set_together() -> None:
    labels = labelled(LABELS["forty"])
    far = {**LABELS["forty"], "act": "hold", "speakers": []}
    near = {**LABELS["forty"], "speakers": []}
    found = differences(tally(labelled(far, near), labels))
    assert [(one.kind, one.read and one.read.act) for one in found] == [
        ("speaker", "release"),
        ("extra", "hold"),
    ]


CLAIMS = st.builds(
    lambda name, change, start, end: labelled(
        {**LABELS[name], **change, "passage": {"exact": TEXT[start:end], "start": start}}
    )[0],
    st.sampled_from(sorted(LABELS)),
    st.sampled_from(
        [{}, {"stance": "denied"}, {"speakers": []}, {"names": ["Ada Lund"]}, {"act": "pardon"}]
    ),
    st.integers(0, 3),
    st.sampled_from([6, 9, 69]),
)
READINGS = st.lists(CLAIMS, max_size=6)


@given(READINGS)
def test_labels_read_as_they_are_score_one(labels: list[Claim]) -> None:
    scores = score_report(REPORT, labels, labels)
    for score in (*scores.measures, *scores.acts):
        assert score.f1 == (1 if score.labelled else None)
    assert all(one.right == one.of for one in scores.accuracies)
    assert differences(tally(labels, labels)) == ()


@given(READINGS, READINGS)
def test_no_more_is_right_than_was_labelled_and_read(
    found: list[Claim], labels: list[Claim]
) -> None:
    scores = score_report(REPORT, found, labels)
    for score in (*scores.measures, *scores.acts):
        assert 0 <= score.right <= min(score.labelled, score.read)
    assert measure(scores, "counts with speaker").right <= measure(scores, "counts").right
    assert sum(act.right for act in scores.acts) == measure(scores, "claims").right


@given(READINGS, READINGS)
def test_every_miss_and_every_extra_is_told_once(found: list[Claim], labels: list[Claim]) -> None:
    whole = tally(found, labels)
    unlike = [one for one in differences(whole) if one.kind != "stance"]
    assert len([one for one in unlike if one.label]) == len(whole.missed)
    assert len([one for one in unlike if one.read]) == len(whole.extra)


@given(st.lists(st.tuples(READINGS, READINGS), max_size=3))
def test_a_total_adds_up(readings: list[tuple[list[Claim], list[Claim]]]) -> None:
    every = [score_report(REPORT, found, labels) for found, labels in readings]
    whole = total_scores(every)
    assert whole.reports == len(every)
    for name in [score.name for score in whole.measures]:
        assert measure(whole, name).right == sum(measure(one, name).right for one in every)
    assert sum(act.labelled for act in whole.acts) == measure(whole, "claims").labelled
    assert total_scores([]).measures[0] == Score(name="claims", labelled=0, read=0, right=0)
