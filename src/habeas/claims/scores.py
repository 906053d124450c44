"""What a reading is worth, measure by measure, beside the labels of a person.

Every measure pairs claims with labels anew, by what it is about alone: a count whose speaker is
wrong is still a right count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from habeas.claims.tally import (
    SHARE,
    Tally,
    agrees,
    bounds,
    most_pairs,
    overlap,
    plain,
    same_people,
    share_a_speaker,
    tally,
)
from habeas.model.claims import FREEING, Act, Claim, Condition, Stance
from habeas.model.reports import Report

STANCE = "stance"
PASSAGE = "passage to the letter"
WORDS = "words stand in the report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How much of what is labelled was read, and how much of what was read is labelled.

    Attributes:
        name: What is measured.
        labelled: How many the labels have.
        read: How many the reading has.
        right: How many of the two agree, each used once.
    """

    name: str
    labelled: int
    read: int
    right: int

    @property
    def precision(self) -> float | None:
        """Share of what was read that is right, 0 to 1; None where nothing was read."""
        return _share(self.right, self.read)

    @property
    def recall(self) -> float | None:
        """Share of what is labelled that is right, 0 to 1; None where nothing is labelled."""
        return _share(self.right, self.labelled)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two; None where nothing was read and nothing is labelled."""
        return _share(2 * self.right, self.read + self.labelled)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accuracy:
    """How many of some things are right: `right` of `of`."""

    name: str
    right: int
    of: int

    @property
    def share(self) -> float | None:
        """0 to 1; None of nothing."""
        return _share(self.right, self.of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """All measures of a reading.

    Attributes:
        reports: How many reports were read.
        measures: One score for each measure, always all and in the same order.
        accuracies: Stance and passage of the claims found, and whether the words of every claim
            that was read stand in its report; always all and in the same order.
        acts: The measure of claims for each act that is labelled or was read, in the order of
            the vocabulary.
    """

    reports: int
    measures: tuple[Score, ...]
    accuracies: tuple[Accuracy, ...]
    acts: tuple[Score, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A label and a claim that stand on the same words and differ, or one of them alone.

    Attributes:
        label: What a person labelled; None where nobody labelled the claim.
        read: What was read; None where the label was missed.
        fields: In what they differ, of `act`, `people`, `speaker`, `passage` and `stance`, in
            this order; empty where one stands alone.
    """

    label: Claim | None
    read: Claim | None
    fields: tuple[str, ...]

    @property
    def kind(self) -> str:
        """What to learn from it: `missed`, `extra`, or the fields that differ."""
        if self.read is None:
            return "missed"
        return "extra" if self.label is None else ", ".join(self.fields)


def score_report(report: Report, found: Sequence[Claim], labels: Sequence[Claim]) -> Scores:
    """Measure what was read in one report.

    - claims: as `tally` pairs them.
    - counts: claims that count; act and low, high and about the same, passages with half of the
      longer in common.
    - counts with speaker: the same, with no speaker on both sides or a name of both chains.
    - named persons: a name with an act, each once a report: texts name people again and again.
    - pledges with condition: eased sanctions and promises to free; act and passage as in counts,
      and either no condition on both sides or two that share half of the longer.
    - quantities: low, high and about of every count, wherever it stands.

    Args:
        report: The report, for its text.
        found: What was read in it.
        labels: What a person labelled in it.
    """
    whole = tally(found, labels)
    return Scores(
        reports=1,
        measures=tuple(m.score(name, found, labels) for name, m in _MEASURES.items()),
        accuracies=(
            _accuracy(STANCE, (pair.found.stance == pair.label.stance for pair in whole.found)),
            _accuracy(PASSAGE, (_span(pair.found) == _span(pair.label) for pair in whole.found)),
            _accuracy(WORDS, (_stands(claim, report) for claim in found)),
        ),
        acts=tuple(_of_act(act, whole) for act in Act if _is_told(act, found, labels)),
    )


def total_scores(scores: Iterable[Scores]) -> Scores:
    """The scores of many reports as one, every claim weighing the same; of none, all zero."""
    every = tuple(scores)
    acts = {score.name for one in every for score in one.acts}
    return Scores(
        reports=sum(one.reports for one in every),
        measures=tuple(_sum(name, (one.measures for one in every)) for name in _MEASURES),
        accuracies=tuple(
            Accuracy(
                name=name,
                right=sum(a.right for one in every for a in one.accuracies if a.name == name),
                of=sum(a.of for one in every for a in one.accuracies if a.name == name),
            )
            for name in (STANCE, PASSAGE, WORDS)
        ),
        acts=tuple(_sum(act.value, (one.acts for one in every)) for act in Act if act in acts),
    )


def differences(whole: Tally) -> tuple[Difference, ...]:
    """What a reading of one report has wrong, in the order of the text.

    A missed label and an extra claim are set together where their passages agree, or where they
    tell the same act of the same people and their passages touch: first those that differ in
    least. A label that was found with another stance stands here too.
    """
    unlike = [
        Difference(label=pair.label, read=pair.found, fields=("stance",))
        for pair in whole.found
        if pair.found.stance != pair.label.stance
    ]
    together = sorted(
        (
            (len(fields), -overlap(read, label), at, number)
            for number, label in enumerate(whole.missed)
            for at, read in enumerate(whole.extra)
            if (fields := _on_same_words(read, label))
        )
    )
    partners: dict[int, int] = {}
    for _, _, at, number in together:
        if number not in partners and at not in partners.values():
            partners[number] = at
    for number, label in enumerate(whole.missed):
        other = whole.extra[partners[number]] if number in partners else None
        fields = _on_same_words(other, label) if other is not None else ()
        unlike.append(Difference(label=label, read=other, fields=fields))
    unlike += [
        Difference(label=None, read=claim, fields=())
        for at, claim in enumerate(whole.extra)
        if at not in partners.values()
    ]
    return tuple(sorted(unlike, key=_place))


def _place(difference: Difference) -> int:
    claim = difference.label or difference.read
    return claim.passage.start if claim is not None else 0


def _on_same_words(read: Claim, label: Claim) -> tuple[str, ...]:
    """In what two claims differ that may be meant as one; empty where they are two."""
    shared = overlap(read, label)
    unlike = {
        "act": read.act != label.act,
        "people": not same_people(read, label),
        "speaker": not share_a_speaker(read, label),
        "passage": shared < SHARE,
        "stance": read.stance != label.stance,
    }
    are_one = shared >= SHARE or not (unlike["act"] or unlike["people"])
    return tuple(f for f, differs in unlike.items() if differs) if shared and are_one else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paired:
    """A measure of claims: which of them it takes, and when one agrees with a label."""

    takes: Callable[[Claim], bool]
    agree: Callable[[Claim, Claim], bool]

    def score(self, name: str, found: Sequence[Claim], labels: Sequence[Claim]) -> Score:
        """The score of one report."""
        read = [claim for claim in found if self.takes(claim)]
        labelled = [label for label in labels if self.takes(label)]
        right = len(most_pairs(read, labelled, self.agree))
        return Score(name=name, labelled=len(labelled), read=len(read), right=right)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """A measure of what claims tell, wherever they stand: the things they list."""

    items: Callable[[Iterable[Claim]], Counter[Hashable]]

    def score(self, name: str, found: Sequence[Claim], labels: Sequence[Claim]) -> Score:
        """The score of one report."""
        read, labelled = self.items(found), self.items(labels)
        return Score(
            name=name,
            labelled=labelled.total(),
            read=read.total(),
            right=(read & labelled).total(),
        )


def _every(_: Claim) -> bool:
    return True


def _counts(claim: Claim) -> bool:
    return claim.count is not None


def _same_count(claim: Claim, label: Claim) -> bool:
    return (
        claim.act == label.act and bounds(claim) == bounds(label) and overlap(claim, label) >= SHARE
    )


def _same_count_said(claim: Claim, label: Claim) -> bool:
    return _same_count(claim, label) and share_a_speaker(claim, label)


def _pledges(claim: Claim) -> bool:
    promised = claim.stance is Stance.PROMISED and claim.act in FREEING
    return promised or claim.act is Act.EASE_SANCTIONS


def _same_pledge(claim: Claim, label: Claim) -> bool:
    return (
        claim.act == label.act
        and overlap(claim, label) >= SHARE
        and _same_condition(claim.condition, label.condition)
    )


def _same_condition(left: Condition | None, right: Condition | None) -> bool:
    if left is None or right is None:
        return left is right
    shared = min(left.end, right.end) - max(left.start, right.start)
    return shared >= SHARE * max(left.end - left.start, right.end - right.start)


def _persons(claims: Iterable[Claim]) -> Counter[Hashable]:
    return Counter(
        {(claim.act, plain(one.name)) for claim in claims for one in claim.names if one.named}
    )


def _quantities(claims: Iterable[Claim]) -> Counter[Hashable]:
    return Counter(bounds(claim) for claim in claims if claim.count is not None)


_MEASURES: dict[str, _Paired | _Listed] = {
    "claims": _Paired(takes=_every, agree=agrees),
    "counts": _Paired(takes=_counts, agree=_same_count),
    "counts with speaker": _Paired(takes=_counts, agree=_same_count_said),
    "named persons": _Listed(items=_persons),
    "pledges with condition": _Paired(takes=_pledges, agree=_same_pledge),
    "quantities": _Listed(items=_quantities),
}


def _accuracy(name: str, answers: Iterable[bool]) -> Accuracy:
    every = list(answers)
    return Accuracy(name=name, right=sum(every), of=len(every))


def _of_act(act: Act, whole: Tally) -> Score:
    right = sum(pair.label.act is act for pair in whole.found)
    return Score(
        name=act.value,
        labelled=right + sum(label.act is act for label in whole.missed),
        read=right + sum(claim.act is act for claim in whole.extra),
        right=right,
    )


def _is_told(act: Act, found: Sequence[Claim], labels: Sequence[Claim]) -> bool:
    return any(claim.act is act for claim in (*found, *labels))


def _span(claim: Claim) -> tuple[int, int]:
    return claim.passage.start, claim.passage.end


def _stands(claim: Claim, report: Report) -> bool:
    start, end = _span(claim)
    return report.text[start:end] == claim.passage.exact


def _sum(name: str, lists: Iterable[Sequence[Score]]) -> Score:
    same = [score for scores in lists for score in scores if score.name == name]
    return Score(
        name=name,
        labelled=sum(score.labelled for score in same),
        read=sum(score.read for score in same),
        right=sum(score.right for score in same),
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
