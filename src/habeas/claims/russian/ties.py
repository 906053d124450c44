"""What a Russian sentence ties together: «в обмен на …», «взамен», «не связано с …»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from habeas.claims.identity import tie_id
from habeas.claims.russian.reading import read_text
from habeas.claims.tied_sides import TiedSpan, acts_in
from habeas.model.claims import Claim
from habeas.model.pledges import Tie, TieKind, TieSide
from habeas.model.reports import Report

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s+[А-ЯЁA-Z«\"]|\s*$)[^.!?\n]*)*[.!?]?")
_CUE = re.compile(
    r"\b(?P<not>не )?(?P<cue>в обмен на|взамен(?: на)?|в рамках (?:сделки|соглашения)|"
    r"(?P<apart>не (?:связан[аоы]?|имеет отношения|имеют отношения|имело отношения)(?: с| к)?))\b",
    re.IGNORECASE,
)
_DENYING = re.compile(r"\b(?:отрица\w+|отрица(?:л|ет)|опроверг\w*|опровержени\w+)\b", re.IGNORECASE)
_BREAK = re.compile(r"[,;:()]| — | – ")


def read_tied(report: Report) -> tuple[tuple[Claim, ...], tuple[TiedSpan, ...]]:
    """What a Russian text claims, and what it ties together; see `habeas.claims.extract_ties`.

    Who says so is who makes the first claim of the sentence; one without a claim ties nothing.

    Raises:
        WrongRussianModel: The installed parser is not the expected one.
    """
    claims = read_text(report)
    return claims, tuple(_tied(report, claims))


def _tied(report: Report, claims: Sequence[Claim]) -> Iterator[TiedSpan]:
    for sentence in _SENTENCE.finditer(report.text):
        start, end = sentence.span()
        start += len(sentence.group()) - len(sentence.group().lstrip())
        told = [c for c in claims if start <= c.passage.start < end]
        cue = _CUE.search(report.text, start, end)
        if cue is None or not told:
            continue
        after = _BREAK.search(report.text, cue.end(), end)
        got = (cue.end() + 1, after.start() if after else end)
        got_words = report.text[slice(*got)].strip(" .")
        given = (start, cue.start())
        if not acts_in(report.text[slice(*given)]) and not acts_in(got_words):
            continue
        denied = bool(cue["not"] or cue["apart"])
        denied = denied is not (_DENYING.search(report.text, start, cue.start()) is not None)
        passage = report.passage(start, end)
        yield TiedSpan(
            tie=Tie(
                id=tie_id(passage, cue.group()),
                report=report.id,
                kind=TieKind.DENIED if denied else TieKind.ASSERTED,
                cue=cue["cue"],
                given=_side(report.text[slice(*given)].strip(" ,")),
                got=_side(got_words),
                speakers=told[0].speakers,
                passage=passage,
            ),
            given=given,
            got=got,
        )


def _side(words: str) -> TieSide:
    return TieSide(words=words or None, acts=acts_in(words))
