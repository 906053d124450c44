"""Builds what invented reports claim, from their words."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from habeas.model.accounts import Figure
from habeas.model.claims import Act, Claim, Quantity, Speaker, SpeakerKind, Stance
from habeas.model.people import MentionKey, Person
from habeas.model.reports import Report


def text_report(text: str, *, title: str, **more: Any) -> Report:
    """A report of a plain text, its id the digest of the text."""
    made = Report(
        id=hashlib.sha256(text.encode()).hexdigest(),
        file=None,
        url=None,
        media_type="text/plain",
        language="en",
        title=title,
        publisher=None,
        published=None,
        retrieved=None,
        text=text,
    )
    return replace(made, **more)


def claim(report: Report, words: str, act: Act, stance: Stance, **more: Any) -> Claim:
    """A claim whose words stand in the report; its id comes from all of this."""
    start = report.text.index(words)
    seed = f"{report.id}{words}{act}{more.get('names')}".encode()
    return Claim(
        id=hashlib.sha256(seed).hexdigest()[:16],
        report=report.id,
        act=act,
        stance=stance,
        passage=report.passage(start, start + len(words)),
        **more,
    )


def exactly(number: int, words: str = "") -> Quantity:
    """A plain number."""
    return Quantity(low=number, high=number, about=None, words=words or str(number))


def said(name: str, kind: SpeakerKind = SpeakerKind.UNKNOWN, cue: str = "said") -> Speaker:
    """One voice."""
    return Speaker(name=name, kind=kind, cue=cue)


def person(name: str, *claims: Claim) -> Person:
    """A person named in some claims, under a single spelling."""
    return Person(
        id=hashlib.sha256(name.encode()).hexdigest()[:16],
        name=name,
        names=(name,),
        mentions=tuple(MentionKey(claim=each.id, name=name) for each in claims),
    )


def figure(of: Claim, *population: tuple[str, str]) -> Figure:
    """A figure of one voice."""
    return Figure(claim=of.id, population=population, voices=1)
