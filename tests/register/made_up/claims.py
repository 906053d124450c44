"""Made-up reports, claims of them, and judgements."""

from __future__ import annotations

from hypothesis import strategies as st

from habeas.model.claims import (
    Act,
    Claim,
    Condition,
    Mention,
    Quantity,
    Speaker,
    SpeakerKind,
    Stance,
    Term,
    TermKind,
    TimeMention,
    Unit,
)
from habeas.model.people import Judgement, Verdict
from habeas.model.reports import Report
from register.made_up.values import codes, dates, ids, listed, made, moments, numbers, texts

reports = made(
    Report,
    id=st.text("0123456789abcdef", min_size=64, max_size=64),
    file=st.none() | texts,
    url=st.none() | texts,
    media_type=st.sampled_from(["text/plain", "text/html"]),
    language=st.sampled_from(["en", "ru", "und"]),
    title=texts,
    publisher=st.none() | texts,
    published=st.none() | dates,
    retrieved=st.none() | dates,
    text=texts.map(lambda text: text + "."),
)
quantities = made(
    Quantity,
    low=numbers,
    high=numbers,
    about=st.none() | st.floats(0, 1e12),
    words=texts,
    unit=st.sampled_from(Unit),
)
mentions = made(
    Mention,
    name=texts,
    roles=listed(texts),
    nationality=st.none() | codes,
    named=st.booleans(),
    age=st.none() | st.integers(0, 130),
)
speakers = made(Speaker, name=texts, kind=st.sampled_from(SpeakerKind), cue=texts)


@st.composite
def claims_of(draw: st.DrawFn, report: Report) -> tuple[Claim, ...]:
    """Claims of one report, in text order, some of them part of another."""
    size = len(report.text)
    starts = sorted(draw(st.lists(st.integers(0, size - 1), max_size=4)))
    made_ids = draw(st.lists(ids, min_size=len(starts), max_size=len(starts), unique=True))
    names = [f"{report.id[:6]}-{each}" for each in made_ids]
    return tuple(
        draw(_claim(report, name, start, names)) for name, start in zip(names, starts, strict=True)
    )


def _claim(report: Report, name: str, start: int, others: list[str]) -> st.SearchStrategy[Claim]:
    place = st.integers(0, 50)
    return made(
        Claim,
        id=st.just(name),
        report=st.just(report.id),
        act=st.sampled_from(Act),
        stance=st.sampled_from(Stance),
        passage=st.integers(start + 1, len(report.text)).map(
            lambda end: report.passage(start, end)
        ),
        count=st.none() | quantities,
        group=st.none() | texts,
        names=listed(mentions),
        nationalities=listed(codes),
        part_of=st.none() | st.sampled_from(others),
        by=st.none() | texts,
        object=st.none() | texts,
        charges=listed(texts),
        term=st.none()
        | made(
            Term,
            kind=st.sampled_from(TermKind),
            duration=st.none() | texts,
            words=texts.filter(bool),
        ),
        place=st.none() | texts,
        when=st.none() | made(TimeMention, edtf=dates, words=texts),
        condition=st.none() | made(Condition, words=texts, start=place, end=place),
        speakers=listed(speakers),
    )


judgements = made(
    Judgement,
    left=ids,
    right=ids,
    verdict=st.sampled_from(Verdict),
    reason=texts,
    by=texts,
    at=moments,
)
