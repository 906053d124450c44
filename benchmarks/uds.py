"""How often the reader tells whether what a predicate says happened.

    python benchmarks/uds.py FOLDER

FOLDER holds four files of Universal Decompositional Semantics (UDS-IH2; Rudinger, White and Van
Durme, NAACL 2018) and of the treebank it annotates:

    factuality.json         decomp/data/2.0/normalized/sentence/annotations/factuality.zip, unpacked
    ud_ids.json             decomp/data/ud_ids.json
    en_ewt-ud-dev.conllu    UD_English-EWT
    en_ewt-ud-test.conllu

(GitHub decompositional-semantics-initiative/decomp, UniversalDependencies/UD_English-EWT.) Every
predicate has a value from about -3 to 3, the mean of what its annotators answered to "did it
happen?", weighed by how sure they were. Measured is the share of the predicates for which the
reader gives its sign (accuracy; zero counts as not happened), and, beside it, F1 of "happened".
Words and their order come from the treebank; their parse is the reader's own. A predicate whose
number is no word of its sentence is left out and counted. The data measure and train nothing; while
tuning, errors of the dev part were looked at and none of the test part.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from habeas.claims.english.parse.language_model import load_english
from habeas.claims.english.promises.factuality import is_fact

PARTS = ("dev", "test")
PEERS = (("simple rules", {"dev": 0.743, "test": 0.762}),)
HOW_TO_GET_IT = (
    "uds.py: measures factuality on UDS, which is not kept here.\n"
    "  git clone https://github.com/decompositional-semantics-initiative/decomp\n"
    "  git clone https://github.com/UniversalDependencies/UD_English-EWT\n"
    "  gather the four files that benchmarks/uds.py names in one folder, then\n"
    "  python benchmarks/uds.py FOLDER"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Counts over one part of the data."""

    right: int
    of: int
    happened: int
    said: int
    both: int
    left_out: int

    @property
    def accuracy(self) -> float:
        """Share of the predicates whose sign is right."""
        return self.right / max(self.of, 1)

    @property
    def f1(self) -> float:
        """F1 of "happened"."""
        return 2 * self.both / max(self.happened + self.said, 1)


def sentences(path: Path) -> Iterator[tuple[str, list[tuple[str, bool]]]]:
    """Give each sentence's id and its words, each with whether a blank follows."""
    name, words, joined = "", list[tuple[str, bool]](), 0
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("# sent_id = "):
            name = line.removeprefix("# sent_id = ")
        elif not line:
            yield name, words
            name, words, joined = "", [], 0
        elif fields[0].isdigit():
            number = int(fields[0])
            words.append((fields[1], number >= joined and "SpaceAfter=No" not in fields[-1]))
        elif not line.startswith("#") and "-" in fields[0]:
            joined = int(fields[0].split("-")[1])


def measure(folder: Path, part: str) -> Part:
    """Read every sentence of one part that has labelled predicates."""
    names = json.loads((folder / "ud_ids.json").read_text(encoding="utf-8"))
    data = json.loads((folder / "factuality.json").read_text(encoding="utf-8"))["data"]
    labels = {names[key]["sentence_id"]: value for key, value in data.items() if f"-{part}-" in key}
    nlp = load_english()
    pairs: list[tuple[bool, bool]] = []
    left_out = 0
    for name, words in sentences(folder / f"en_ewt-ud-{part}.conllu"):
        if name not in labels:
            continue
        texts, blanks = [w for w, _ in words], [b for _, b in words]
        doc = nlp(Doc(nlp.vocab, words=texts, spaces=blanks))
        for key, value in labels[name].items():
            number = int(key.rsplit("-", 1)[1]) - 1
            if number >= len(doc):
                left_out += 1
                continue
            happened = value["factuality"]["factual"]["value"] > 0
            pairs.append((is_fact(doc[number]), happened))
    return Part(
        right=sum(1 for said, so in pairs if said == so),
        of=len(pairs),
        happened=sum(1 for _, so in pairs if so),
        said=sum(1 for said, _ in pairs if said),
        both=sum(1 for said, so in pairs if said and so),
        left_out=left_out,
    )


def main() -> int:
    """Print the table, or how to get the data."""
    if len(sys.argv) < 2:
        print(HOW_TO_GET_IT)
        return 0
    folder = Path(sys.argv[1])
    needed = ["factuality.json", "ud_ids.json", *(f"en_ewt-ud-{part}.conllu" for part in PARTS)]
    missing = [name for name in needed if not (folder / name).is_file()]
    if missing:
        sys.exit(f"uds.py: no {', '.join(missing)} in {folder}: see the head of benchmarks/uds.py")
    print(f"{'':12}{'part':6}predicates  accuracy  F1 happened  left out")
    for part in PARTS:
        one = measure(folder, part)
        numbers = f"{one.of:10}{one.accuracy:10.3f}{one.f1:13.3f}{one.left_out:10}"
        print(f"{'habeas':12}{part:6}{numbers}")
        always = one.happened / max(one.of, 1)
        print(f"{'always yes':12}{part:6}{one.of:10}{always:10.3f}")
        for name, figures in PEERS:
            print(f"{name:12}{part:6}{'':10}{figures[part]:10.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
