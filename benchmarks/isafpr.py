"""Detentions and how many were captured, beside simple rules, on military press releases.

    python benchmarks/isafpr.py FOLDER

FOLDER is a checkout of strickvl/isafpr_finetune. Its `data/isaf_press_releases_ft_test.jsonl`, the
test split, has 724 press releases of the force in Afghanistan (2009 to 2013), each with what a
person coded: whether anybody was captured, and at least how many. Two measures:

- detention: `captureq`, yes or no, as F1 of yes; read with yes where an arrest that was made is
  told of anybody;
- minimum captured: the share of all 724 whose `min_captured` is read to the number.

The coding counts each release as one operation: "several", "multiple", "a number of" and insurgents
without a number are three, "numerous" four, whoever is described in the singular one. habeas keeps
"several" open from two upwards; this program reads it as the coder did. Everybody that one sentence
tells is added up. A later sentence tells the same people again, unless it says "also", "another",
"additional", "other" or "second", or tells a group where one person was told before: then those not
told with "the" are added. Totals "since" some day are left out. Frames are measured, not claims:
habeas makes one claim for several people who are only described.

Looked at while tuning: the releases with an even number, with their codes. Nobody looked at those
with an odd number; they are the second row.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Span, Token

from habeas.claims.english.acts.acts import find_frames
from habeas.claims.english.acts.frames import Frame
from habeas.claims.english.figures.quantities import read_quantity
from habeas.claims.english.parse.parsing import parse_report
from habeas.claims.english.promises.stances import find_standing, is_asserted
from habeas.claims.english.speech.speakers import find_voices
from habeas.model.claims import Act, Stance
from habeas.reports import read_report
from peers.folder import folder_or_exit
from peers.scores import Matches, print_matches, print_peers, yes_or_no

TEST_SET = "data/isaf_press_releases_ft_test.jsonl"
OPENING = "PRESS RELEASE TEXT:"
SEVERAL = 3
DONE = frozenset({Stance.REPORTED, Stance.CONFIRMED, Stance.ESTIMATED})
MORE = frozenset({"also", "additional", "additionally", "another", "second", "other"})
PEERS = (
    ("rules of a page, detention", "F1 .976"),
    ("rules of a page, minimum captured", ".535 of all"),
    ("always three, minimum captured", ".312 of all"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One press release and its codes."""

    text: str
    is_capture: bool
    captured: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How many one sentence tells as captured.

    Attributes:
        new: Those not told with "the".
        known: Those told with "the".
        is_more: True where they come on top of those told before.
    """

    new: int = 0
    known: int = 0
    is_more: bool = False


def read_releases(file: Path) -> list[Release]:
    """The press releases of the test split, in its order."""
    releases = []
    for line in file.read_text(encoding="utf-8").splitlines():
        _, asked, answered = json.loads(line)["conversations"]
        codes = json.loads(answered["value"])
        releases.append(
            Release(
                text=asked["value"].removeprefix(OPENING).strip(),
                is_capture=bool(codes["captureq"]),
                captured=int(codes["min_captured"]),
            )
        )
    return releases


def captured(text: str) -> int:
    """At least how many a press release tells as captured."""
    total = 0
    report = read_report(text.encode(), media_type="text/plain", file="release.txt")
    for block in parse_report(report):
        for sentence in block.doc.sents:
            told = captured_in(sentence)
            grows = total == 1 and told.new >= SEVERAL
            if (told.is_more or grows) and not told.known:
                total += told.new
            else:
                total = max(total, told.new + told.known)
    return total


def captured_in(sentence: Span) -> Told:
    """How many one sentence tells as captured."""
    frames = [f for f in find_frames(sentence) if f.act in (Act.ARREST, Act.REARREST)]
    done = [f for f in frames if is_asserted(f) and _stance(f) in DONE and not _is_total(f)]
    people = {t.i: t for f in done for t in f.patients}.values()
    sizes = [(size_of(t), _is_known(t)) for t in people]
    words = {w.lower_ for t in people for w in t.children}
    beside = {w.lower_ for f in done for w in f.clause.children}
    return Told(
        new=sum(size for size, known in sizes if not known),
        known=sum(size for size, known in sizes if known),
        is_more=bool(MORE & (words | beside)),
    )


def _is_total(frame: Frame) -> bool:
    """ "have detained more than 35 leaders since June": no one operation."""
    return any(t.lower_ == "since" for t in frame.clause.children)


def _stance(frame: Frame) -> Stance:
    return find_standing(frame, find_voices(frame.clause)).stance


def _is_known(head: Token) -> bool:
    return any(t.lower_ in ("the", "both", "these", "those") for t in head.children)


def size_of(head: Token) -> int:
    """How many a phrase stands for, as the coder counted; nobody for "them" and "the men"."""
    found = read_quantity(head)
    if found is not None:
        if found.quantity.words.lower() == "numerous":
            return SEVERAL + 1
        low, high = found.quantity.low, found.quantity.high
        about = int(found.quantity.about or 0)
        return SEVERAL if low == 2 and high is None else low or about or high or 0
    if any(t.lower_ in ("no", "any") for t in head.children) or head.lower_ in ("nobody", "none"):
        return 0
    if head.tag_ in ("NNS", "NNPS"):
        return 0 if _is_known(head) else SEVERAL
    return 0 if head.lower_ in ("them", "they", "all", "who", "others") else 1


def measure(releases: list[Release], read: list[int]) -> tuple[Matches, float]:
    """The matches of detention, and the share of minimums read to the number."""
    detention = yes_or_no((r.is_capture, n > 0) for r, n in zip(releases, read, strict=True))
    right = sum(r.captured == n for r, n in zip(releases, read, strict=True))
    return detention, right / len(releases) if releases else 0.0


def main() -> None:
    """Measure the folder named."""
    folder = folder_or_exit(
        "isafpr.py",
        data="the ISAF press releases",
        address="https://github.com/strickvl/isafpr_finetune",
        needed=TEST_SET,
    )
    releases = read_releases(folder / TEST_SET)
    read = [captured(release.text) for release in releases]
    parts = (("all", 0, 1), ("nobody looked at", 1, 2), ("looked at", 0, 2))
    measured = [(name, *measure(releases[a::b], read[a::b])) for name, a, b in parts]
    print_matches((f"detention, releases {name}", matches) for name, matches, _ in measured)
    for name, _, share in measured:
        print(f"{f'minimum captured, releases {name}':44}{share:.3f} right to the number")
    print_peers(PEERS)


if __name__ == "__main__":
    main()
