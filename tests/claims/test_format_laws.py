"""Laws of the claims format: any document comes back the same, and any value is read or refused.

Everything in it is made up.
"""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.test_format import BROKEN, CONTRADICTING, VALIDATOR, changed, report_of
from habeas.claims.format import InvalidClaims, claims_document, read_claims_document
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
from habeas.model.dates import EdtfDate
from habeas.model.reports import Report

characters = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
states = st.sampled_from(["BY", "LT", "JP", "US"])
dates = st.sampled_from(["2031", "2031-05", "2031-05-07", "2030/2031-02", "2029/..", "2031~"])
whole = st.none() | st.integers(0, 5000)


@st.composite
def counts(draw: st.DrawFn) -> Quantity:
    low, high = draw(whole), draw(whole)
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    about = draw(st.none() | st.floats(0, 1e6))
    unit = draw(st.sampled_from(Unit))
    return Quantity(low=low, high=high, about=about, words=draw(characters), unit=unit)


@st.composite
def conditions(draw: st.DrawFn, report: Report) -> Condition:
    start = draw(st.integers(0, len(report.text) - 1))
    end = draw(st.integers(start + 1, len(report.text)))
    return Condition(words=report.text[start:end], start=start, end=end)


mentions = st.builds(
    Mention,
    name=st.sampled_from(["Ada Marr", "Ібрагім Сноў", "ネモ", "U.S. envoy"]),
    roles=st.lists(characters, max_size=2).map(tuple),
    nationality=st.none() | states,
    age=st.none() | st.integers(0, 120),
)
terms = st.builds(
    Term,
    kind=st.sampled_from(TermKind),
    duration=st.sampled_from([None, "P5Y", "P1Y6M", "P15D", "P2W"]),
    words=characters,
)
speakers = st.builds(Speaker, name=characters, kind=st.sampled_from(SpeakerKind), cue=characters)
times = st.builds(TimeMention, edtf=dates.map(EdtfDate.parse), words=characters)


@st.composite
def documents(draw: st.DrawFn) -> tuple[list[Report], list[Claim]]:
    texts = draw(st.lists(st.text(min_size=1, max_size=120), max_size=3, unique=True))
    reports = [report_of(text, draw(st.none() | characters)) for text in texts]
    claims: list[Claim] = []
    for n in range(draw(st.integers(0, 6)) if reports else 0):
        report = draw(st.sampled_from(reports))
        start = draw(st.integers(0, len(report.text) - 1))
        end = draw(st.integers(start + 1, len(report.text)))
        nested = draw(st.booleans()) and n > 0
        claims.append(
            Claim(
                id=f"c{n}",
                report=report.id,
                act=draw(st.sampled_from(Act)),
                stance=draw(st.sampled_from(Stance)),
                passage=report.passage(start, end),
                count=draw(st.none() | counts()),
                group=draw(st.none() | characters),
                names=tuple(draw(st.lists(mentions, max_size=2))),
                nationalities=tuple(draw(st.lists(states, max_size=2))),
                part_of=claims[-1].id if nested else None,
                by=draw(st.none() | characters),
                object=draw(st.none() | characters),
                charges=tuple(draw(st.lists(characters, max_size=2))),
                term=draw(st.none() | terms),
                place=draw(st.none() | characters),
                when=draw(st.none() | times),
                condition=draw(st.none() | conditions(report)),
                speakers=tuple(draw(st.lists(speakers, max_size=2))),
            )
        )
    return reports, claims


@settings(deadline=None)
@given(documents())
def test_a_document_read_and_written_again_is_identical(
    parts: tuple[list[Report], list[Claim]],
) -> None:
    first = json.dumps(claims_document(*parts))
    again = json.dumps(claims_document(*read_claims_document(json.loads(first))))
    assert again == first


@settings(deadline=None)
@given(documents())
def test_every_document_written_is_valid_by_the_schema(
    parts: tuple[list[Report], list[Claim]],
) -> None:
    VALIDATOR.validate(json.loads(json.dumps(claims_document(*parts))))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
paths = st.sampled_from(
    [path for path, _, _ in [*BROKEN.values(), *CONTRADICTING.values()]] + ["reports.0", "claims"]
)


@settings(deadline=None)
@given(paths, json_values)
def test_no_value_anywhere_does_worse_than_being_refused(path: str, value: object) -> None:
    try:
        reports, claims = read_claims_document(changed(path, value))
    except InvalidClaims:
        return
    assert all(claim.report in {report.id for report in reports} for claim in claims)
