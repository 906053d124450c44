"""How many attributions of political news the reader finds: who says what.

    python benchmarks/polnear.py FOLDER

FOLDER is `data/dev` of PolNeAR (Newell, Margolin and Ruths, LREC 2018; on GitHub
networkdynamics/PolNeAR), with the folders `text` and `attributions`. The corpus is read to measure
and for nothing else: no rule, word or weight comes from its texts.

Every attribution has words of a source (or none), a cue and a content. One that was found agrees
with a labelled one where

- source: both have none, or their words overlap by at least one character;
- content: the words found cover at least half of the labelled characters.

Each is used once, as many as can be paired (Kuhn). Labels without content are left out. The corpus
gives every word to one attribution at most, so that of what stands inside another's content the
outermost is measured. Of an
article that several people labelled, the labels of the first by the name of their file count. The
second row asks that at least half of the longer of the two contents is common, so that a reader
that takes whole paragraphs gains nothing; the peers are measured as in the first.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from habeas.claims.english.parse.language_model import load_english
from habeas.claims.english.speech.attributions import find_attributions, found_words, outermost

PEERS = (
    ("Citron (BBC), retrained on the training part", 0.596),
    ("a hundred lines of rules", 0.524),
    ("GenderGapTracker", 0.433),
)
HOW_TO_GET_IT = (
    "polnear.py: measures attributions on PolNeAR, which is not kept here.\n"
    "  git clone https://github.com/networkdynamics/PolNeAR\n"
    "  python benchmarks/polnear.py PolNeAR/data/dev"
)
_ANNOTATOR = re.compile(r"_[0-9a-f]{4}$")

type Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One attribution, found or labelled, as ranges of characters (end exclusive)."""

    source: Ranges
    cue: Ranges
    content: Ranges


@dataclass(slots=True, kw_only=True)
class Sum:
    """How many were labelled, found and right, over all articles."""

    labelled: int = 0
    found: int = 0
    right: int = 0
    kinds: Counter[tuple[str, bool]] = field(default_factory=Counter)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 where nothing is right."""
        both = self.labelled + self.found
        return 2 * self.right / both if both else 0.0


def read_labels(path: Path) -> list[Labelled]:
    """Return the attributions of one file of standoff labels that have a content."""
    words: dict[str, Ranges] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            place = rest.split("\t")[0].split(" ", 1)[1]
            words[name] = tuple(_range(piece) for piece in place.split(";"))
        elif name.startswith("E"):
            events.append(rest.split())
    labels = []
    for event in events:
        parts: dict[str, Ranges] = {}
        for role, _, name in (part.partition(":") for part in event):
            plain = role.rstrip("0123456789")
            parts[plain] = (*parts.get(plain, ()), *words.get(name, ()))
        if parts.get("Content"):
            labels.append(
                Labelled(
                    source=parts.get("Source", ()),
                    cue=parts.get("Cue", ()),
                    content=parts["Content"],
                )
            )
    return labels


def _range(piece: str) -> tuple[int, int]:
    start, end = piece.split()
    return int(start), int(end)


def read_attributions(text: str) -> list[Labelled]:
    """Return what the reader finds in one text."""
    found = []
    for attribution in outermost(find_attributions(load_english()(text))):
        words = found_words(attribution)
        source = (words.source,) if words.source is not None else ()
        found.append(Labelled(source=source, cue=(words.cue,), content=words.content))
    return found


def agrees(found: Labelled, label: Labelled) -> bool:
    """Say whether source and at least half of the labelled content are found."""
    return _same_source(found, label) and _common(found, label) >= 0.5 * _length(label.content)


def agrees_both_ways(found: Labelled, label: Labelled) -> bool:
    """Say whether at least half of the longer of the two contents is common as well."""
    longer = max(_length(found.content), _length(label.content))
    return _same_source(found, label) and _common(found, label) >= 0.5 * longer


def _same_source(found: Labelled, label: Labelled) -> bool:
    if not found.source or not label.source:
        return not found.source and not label.source
    return any(a < d and c < b for a, b in found.source for c, d in label.source)


def _common(found: Labelled, label: Labelled) -> int:
    ours = {n for start, end in found.content for n in range(start, end)}
    return sum(1 for start, end in label.content for n in range(start, end) if n in ours)


def _length(ranges: Iterable[tuple[int, int]]) -> int:
    return sum(end - start for start, end in ranges)


def pair(
    found: Sequence[Labelled],
    labels: Sequence[Labelled],
    agree: Callable[[Labelled, Labelled], bool],
) -> dict[int, int]:
    """Pair as many as agree, each used once; index of the found one → index of the label."""
    choices = [[n for n, one in enumerate(found) if agree(one, label)] for label in labels]
    owner: dict[int, int] = {}

    def settle(label: int, tried: set[int]) -> bool:
        for n in choices[label]:
            if n in tried:
                continue
            tried.add(n)
            if n not in owner or settle(owner[n], tried):
                owner[n] = label
                return True
        return False

    for number in range(len(labels)):
        settle(number, set())
    return owner


def label_files(folder: Path) -> dict[Path, Path]:
    """Return for each text of the folder the labels that count."""
    labels: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        labels.setdefault(_ANNOTATOR.sub("", path.stem), path)
    texts = sorted((folder / "text").glob("*.txt"))
    return {text: labels[text.stem] for text in texts if text.stem in labels}


def measure(folder: Path) -> tuple[Sum, Sum]:
    """Return the two sums over a folder: half of the label, half of the longer."""
    files = label_files(folder)
    if not files:
        sys.exit(f"polnear.py: no labelled text in {folder}: name PolNeAR's folder data/dev")
    sums = (Sum(), Sum())
    for text, labelled in files.items():
        labels = read_labels(labelled)
        found = read_attributions(text.read_bytes().decode("utf-8"))
        for one, agree in zip(sums, (agrees, agrees_both_ways), strict=True):
            one.labelled += len(labels)
            one.found += len(found)
            one.right += len(pair(found, labels, agree))
    return sums


def main() -> int:
    """Print the table, or how to get the corpus."""
    if len(sys.argv) < 2:
        print(HOW_TO_GET_IT)
        return 0
    half, both = measure(Path(sys.argv[1]))
    print(f"{'':48}labelled  found  right     P     R    F1")
    for name, one in (("habeas", half), ("habeas, half of the longer content", both)):
        precision, recall = one.right / max(one.found, 1), one.right / max(one.labelled, 1)
        numbers = f"{one.labelled:8}{one.found:7}{one.right:7}"
        print(f"{name:48}{numbers}{precision:6.3f}{recall:6.3f}{one.f1:6.3f}")
    for peer, f1 in PEERS:
        print(f"{peer:48}{'':34}{f1:6.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
