"""Quantities in news sentences, beside CQE and GPT-3, on NewsQuant.

    python benchmarks/newsquant.py FOLDER

FOLDER is a checkout of satya77/CQE_Evaluation (Almasian and others, EMNLP 2023). Its
`data/formatted_test_set/NewsQuant.json` has 590 sentences with 904 quantities: a value, or two for
a range, and a bound (`=`, `~`, `<`, `>`, `up`, `down`). `find_quantities` reads each sentence.

What is right, as in the evaluation of CQE: a value is right where the sentence has a labelled one
that is the same within a share of 1e-5, a range where both ends are; value and bound where the
bound is the same too. Two differences, both stricter or neutral: a labelled quantity is matched
with one that is read and no other (CQE's program lets one reading match several labels), and the
two ends of a range are compared in ascending order. GPT-3's answers, which come with the data, are
measured here in the same way. Values alone are compared, as in the published "value" rows: units
are not.

The bound that is compared: `up` or `down` where a number tells of a rise or fall and is exact,
about or nearly; else `>` for more than and at least, `<` for less than and at most, `~` for about
and nearly.

Looked at while tuning: the four other sets of that folder (currency, dimension, age, temperature);
invented sentences; of NewsQuant no sentence, but the totals, and the shapes of its errors: numbers
with their digits blanked, function words and verbs of rising and falling around them, every other
word replaced by its part of speech. From these come the rules for "tens of thousands" (a range of
one to ten times), "from … to …" (one move), and which hedge wins; so the figures say how well the
reader fits the conventions of this data, and are no measure on data unseen.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from habeas.claims.english.figures.numbers import Amount, Bound, Change, find_quantities
from habeas.claims.english.parse.language_model import load_english
from peers.folder import folder_or_exit
from peers.scores import Matches, print_matches, print_peers

TEST_SET = "data/formatted_test_set/NewsQuant.json"
GPT_3 = "data/gpt_3_output/predictions_NewsQuant.json"
SIGNS = {
    Bound.EXACT: "=",
    Bound.ABOUT: "~",
    Bound.NEARLY: "~",
    Bound.ABOVE: ">",
    Bound.FLOOR: ">",
    Bound.BELOW: "<",
    Bound.CEILING: "<",
}
PEERS = (
    ("CQE (paper)", "value F1 .920, value and bound .881"),
    ("GPT-3 (paper)", "value F1 .706, value and bound .519"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One quantity as NewsQuant writes it: its ends in ascending order, and its bound."""

    low: float
    high: float
    bound: str


type Labelled = list[tuple[str, list[Quantity]]]


def read_labels(file: Path) -> Labelled:
    """The sentences of the test set with their quantities."""
    rows = json.loads(file.read_text(encoding="utf-8"))
    return [
        (row["text"], [labelled(q["value"], q["change"]) for q in row["quantities"]])
        for row in rows
    ]


def labelled(value: str, bound: str) -> Quantity:
    """A quantity from the text of its value: "5", "-5", "5-10", "5.0E10"."""
    ends = value.split("-") if "E" not in value and "-" in value[1:] else [value]
    low, *rest = sorted(float(end) for end in ends[:2])
    return Quantity(low=low, high=rest[0] if rest else low, bound=bound)


def read_by_habeas(text: str) -> list[Quantity]:
    """What habeas reads in a sentence."""
    found = find_quantities(load_english()(text))
    return [Quantity(low=one.low, high=one.high, bound=sign(one)) for one in found]


def sign(amount: Amount) -> str:
    """The bound of an amount as NewsQuant writes it."""
    plain = amount.bound in (Bound.EXACT, Bound.ABOUT, Bound.NEARLY)
    if plain and amount.change is not Change.NONE:
        return amount.change.value
    return SIGNS[amount.bound]


def answers_of_gpt_3(file: Path) -> dict[str, list[Quantity]]:
    """What GPT-3 answered, by sentence: rows of bound, value, unit, unit, concepts."""
    answers = {}
    for row in json.loads(file.read_text(encoding="utf-8")):
        rows = [q for q in row["quantities"] if len(q) > 1 and is_number(str(q[1]).strip())]
        signs = {"+": "up", "-": "down", "": "="}
        answers[row["text"]] = [
            labelled(str(q[1]).strip(), signs.get(str(q[0]).strip(), str(q[0]).strip()))
            for q in rows
        ]
    return answers


def is_number(value: str) -> bool:
    """True for what `labelled` can read."""
    try:
        labelled(value, "=")
    except ValueError:
        return False
    return True


def matched(labels: Sequence[Quantity], found: Sequence[Quantity]) -> tuple[int, int]:
    """How many labels have a reading of their own with the same value, and with the same bound."""
    left = list(found)
    values = bounds = 0
    for label in labels:
        same = [q for q in left if close(q.low, label.low) and close(q.high, label.high)]
        if same:
            one = next((q for q in same if q.bound == label.bound), same[0])
            left.remove(one)
            values += 1
            bounds += one.bound == label.bound
    return values, bounds


def close(one: float, other: float) -> bool:
    """The same within the tolerance of the evaluation of CQE."""
    return abs(one - other) <= 1e-8 + 1e-5 * abs(other)


def measure(
    name: str, labels: Labelled, read: Callable[[str], Sequence[Quantity]]
) -> list[tuple[str, Matches]]:
    """The two rows of one system."""
    said = told = values = bounds = 0
    for text, quantities in labels:
        found = read(text)
        right, bound_too = matched(quantities, found)
        said, told = said + len(quantities), told + len(found)
        values, bounds = values + right, bounds + bound_too
    return [
        (f"{name}, value", Matches(labelled=said, read=told, right=values)),
        (f"{name}, value and bound", Matches(labelled=said, read=told, right=bounds)),
    ]


def main() -> None:
    """Measure the folder named."""
    folder = folder_or_exit(
        "newsquant.py",
        data="NewsQuant",
        address="https://github.com/satya77/CQE_Evaluation",
        needed=TEST_SET,
    )
    labels = read_labels(folder / TEST_SET)
    rows = measure("habeas", labels, read_by_habeas)
    if (folder / GPT_3).is_file():
        answers = answers_of_gpt_3(folder / GPT_3)
        rows += measure("GPT-3, measured here", labels, lambda text: answers.get(text, []))
    print_matches(rows)
    print_peers(PEERS)


if __name__ == "__main__":
    main()
