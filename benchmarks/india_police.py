"""Sentences that say police arrested somebody, beside keywords, on IndiaPoliceEvents.

    python benchmarks/india_police.py FOLDER

FOLDER is a checkout of slanglab/IndiaPoliceEvents (1,257 articles on Gujarat in 2002; Halterman
and others, Findings of ACL 2021). Of its 21,391 sentences 301 answer "Did police arrest someone?"
with yes: those are labelled ARREST in `data/final/sents.jsonl`, the adjudicated labels that the
paper and its `evaluate.py` measure. F1 is over sentences, as there.

The sentences of an article are joined with a space and read as one report. A sentence is answered
with yes in two ways, both measured:

- from claims, where a claim of act arrest or hold, reported, confirmed or estimated, stands on it:
  where the middle of the claim's words falls in it. habeas claims no arrest that a sentence only
  points back to ("the arrested men", "after the arrests"), and the labels count those too;
- from the words, where one of its words names an arrest, in a frame or pointing back, and its
  grammar does not make of it a demand, a plan, a denial or a condition.

Looked at while tuning: labelled sentences of the articles with an even number, and the errors on
them. Nobody looked at the articles with an odd number; they are the second row.
"""

from __future__ import annotations

import bisect
import json
from collections import defaultdict
from pathlib import Path
from typing import cast

from spacy.tokens import Span, Token

from habeas.claims import extract_claims
from habeas.claims.english.acts.acts import find_frames
from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import clause_head, is_verb, phrase_head, undergoers
from habeas.claims.english.parse.parsing import parse_report
from habeas.claims.english.promises.stances import find_standing, is_asserted
from habeas.claims.english.speech.speakers import find_voices
from habeas.model.claims import Act, Stance
from habeas.model.reports import Report
from habeas.reports import read_report
from peers.folder import folder_or_exit
from peers.scores import Matches, print_matches, print_peers, yes_or_no

SENTENCES = "data/final/sents.jsonl"
SEIZED = frozenset({Act.ARREST, Act.REARREST, Act.HOLD})
DONE = frozenset({Stance.REPORTED, Stance.CONFIRMED, Stance.ESTIMATED})
PEERS = (
    ("keywords (paper)", "F1 .705"),
    ("rules of a page", "F1 .742"),
)

DETAINING = frozenset({"arrest", "detain"})

type Answers = list[tuple[bool, bool]]
type Row = dict[str, object]


def read_rows(folder: Path) -> dict[int, list[Row]]:
    """The labelled sentences of each article, in text order."""
    articles: dict[int, list[Row]] = defaultdict(list)
    for line in (folder / SENTENCES).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        articles[int(row["doc_id"])].append(row)
    return articles


def read_article(sentences: list[Row]) -> tuple[Report, list[int]]:
    """One article as a report, and where each of its sentences begins in the report's text."""
    text = " ".join(str(row["sent_text"]) for row in sentences)
    report = read_report(text.encode(), media_type="text/plain", file="article.txt")
    starts, at = [], text.find(report.text[:40])
    for row in sentences:
        starts.append(-at)
        at -= len(str(row["sent_text"])) + 1
    return report, starts


def by_claims(report: Report, starts: list[int]) -> list[bool]:
    """Whether a claim of an arrest stands on each sentence of one article."""
    said = [False] * len(starts)
    for claim in extract_claims(report):
        if claim.act in SEIZED and claim.stance in DONE:
            middle = (claim.passage.start + claim.passage.end) // 2
            said[bisect.bisect_right(starts, middle) - 1] = True
    return said


def by_words(report: Report, starts: list[int]) -> list[bool]:
    """Whether a word of each sentence of one article names an arrest that was made."""
    said = [False] * len(starts)
    for block in parse_report(report):
        for sentence in block.doc.sents:
            for token in arrests_named(sentence):
                said[bisect.bisect_right(starts, block.offset + token.idx) - 1] = True
    return said


def arrests_named(sentence: Span) -> list[Token]:
    """The words of a sentence that name an arrest made, also where they only point back to it."""
    frames = [f for f in find_frames(sentence) if f.act in SEIZED and _seizes(f)]
    framed = {f.trigger.i for f in frames}
    for token in sentence:
        lemma = token.lemma_.lower()
        told = token.tag_ in ("VBN", "VBD") and lemma in DETAINING and not _halts(token)
        named = token.pos_ == "NOUN" and lemma == "arrest"
        if token.i not in framed and (told or named):
            clause = token if is_verb(token) else clause_head(phrase_head(token).head)
            form = Form.NOUN if named else Form.CLAUSE
            frames.append(Frame(act=Act.ARREST, trigger=token, clause=clause, form=form))
    return [f.trigger for f in frames if is_asserted(f) and _stance(f) in DONE]


def _seizes(frame: Frame) -> bool:
    """False for a state that no act of the police begins: "are still inside"."""
    return frame.act is not Act.HOLD or frame.trigger.lemma_ in DETAINING


def _halts(verb: Token) -> bool:
    """True for "arrested the decline": of a thing."""
    things = english().words["things_seized"]
    return any(t.lemma_.lower() in things for t in undergoers(verb))


def _stance(frame: Frame) -> Stance:
    return find_standing(frame, find_voices(frame.clause)).stance


def measure(name: str, seen: Answers, unseen: Answers) -> list[tuple[str, Matches]]:
    """The rows of one way to answer."""
    return [
        (f"ARREST {name}, all articles", yes_or_no(seen + unseen)),
        ("  articles nobody looked at", yes_or_no(unseen)),
        ("  articles looked at", yes_or_no(seen)),
    ]


def main() -> None:
    """Measure the folder named."""
    folder = folder_or_exit(
        "india_police.py",
        data="IndiaPoliceEvents",
        address="https://github.com/slanglab/IndiaPoliceEvents",
        needed=SENTENCES,
    )
    answers: dict[tuple[str, bool], Answers] = defaultdict(list)
    for number, sentences in read_rows(folder).items():
        labels = ["ARREST" in cast("list[str]", row["sent_labels"]) for row in sentences]
        report, starts = read_article(sentences)
        for name, said in (
            ("from claims", by_claims(report, starts)),
            ("from words", by_words(report, starts)),
        ):
            answers[name, number % 2 == 0] += zip(labels, said, strict=True)
    for name in ("from claims", "from words"):
        print_matches(measure(name, answers[name, True], answers[name, False]))
    print_peers(PEERS)


if __name__ == "__main__":
    main()
