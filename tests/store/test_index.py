"""The index says what the record says, at once after every change. All records are invented."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from habeas.model.claims import Act, Claim, Mention, Quantity, Stance
from habeas.model.dates import EdtfDate
from habeas.model.decisions import ClaimDecision, Resolution
from habeas.model.people import Judgement, MentionKey, Person, Verdict, Withdrawal
from habeas.model.reports import Report
from habeas.model.restrictions import Owner, Role, Viewer
from habeas.people import judgement_id, mention_id, resolve_people, resolve_unnamed, spelling_id
from habeas.register.deciding import (
    carried_judgements,
    correction_id,
    decide_claims,
    without_left_out,
)

if TYPE_CHECKING:
    from store.conftest import Opener

OWNER = Owner(name="somebody")
READER = Viewer(name="reader", role=Role.READER)
NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)
NAMES = ["Ada Example", "Ада Пример", "Jan Example", "Example", "Ada", "Jan Petrov"]
names = st.sampled_from(NAMES)
acts = st.sampled_from([Act.ARREST, Act.RELEASE, Act.HOLD])
ONE = Quantity(low=1, high=1, about=None, words="one")


def report_of(number: int) -> tuple[Report, bytes]:
    """A report of twenty lines; every fourth number is a list."""
    text = "".join(f"line {number} {at} says a 34-year-old woman was held\n" for at in range(20))
    data = text.encode()
    is_list = number % 4 == 3
    report = Report(
        id=sha256(data).hexdigest(),
        file=None,
        url=None,
        publisher=None,
        retrieved=None,
        media_type="text/csv" if is_list else "text/plain",
        language="en",
        title=f"report {number}",
        published=EdtfDate.parse(f"2030-01-{number % 28 + 1:02}"),
        text=text,
    )
    return report, data


@st.composite
def readings(draw: st.DrawFn) -> tuple[Report, bytes, tuple[Claim, ...]]:
    """One of a few reports with some claims."""
    number = draw(st.integers(0, 3))
    report, data = report_of(number)
    lines = draw(st.lists(st.integers(0, 9), max_size=4, unique=True))
    claims = [draw(_claim(report, f"c{number}-{line}", line)) for line in sorted(lines)]
    return report, data, tuple(claims)


def _claim(report: Report, key: str, line: int) -> st.SearchStrategy[Claim]:
    width = len(report.text) // 20
    start = report.text.index("a 34-year-old", line * width)
    woman = st.builds(
        Claim,
        id=st.just(key),
        report=st.just(report.id),
        act=acts,
        stance=st.just(Stance.REPORTED),
        passage=st.just(report.passage(start, start + 26)),
        count=st.none() | st.just(ONE),
        group=st.just("34-year-old woman"),
    )
    told = st.builds(
        Claim,
        id=st.just(key),
        report=st.just(report.id),
        act=acts,
        stance=st.just(Stance.REPORTED),
        passage=st.just(report.passage(start, start + 26)),
        names=st.lists(
            st.builds(Mention, name=names, age=st.sampled_from([None, 34])), max_size=3
        ).map(tuple),
    )
    return told | woman


@st.composite
def judgements(draw: st.DrawFn, known: Sequence[Claim]) -> Judgement:
    """About spellings, and about mentions of claims that are or were there."""
    own = [mention_id(MentionKey(claim=c.id, name=m.name)) for c in known for m in c.names]
    described = [
        mention_id(MentionKey(claim=c.id, name=c.group)) for c in known if c.group is not None
    ]
    sides = st.sampled_from([*map(spelling_id, NAMES), *own, *described])
    return Judgement(
        left=draw(sides),
        right=draw(sides),
        verdict=draw(st.sampled_from(Verdict)),
        reason="",
        by=draw(st.sampled_from(["one", "two"])),
        at=NOON + timedelta(hours=draw(st.integers(0, 5))),
    )


class Register:
    """Changes of the register, as Hypothesis draws them."""

    def __init__(self, data: st.DataObject) -> None:
        self._data = data
        self._seen: list[Claim] = []
        self._hours = 0

    def read(self) -> None:
        """Add a report, or read one anew."""
        from habeas.store import records

        report, content, claims = self._data.draw(readings())
        records.save_reading(report, content, claims, at=NOON)
        self._seen += claims

    def judge(self) -> None:
        """Judge two ids."""
        from habeas.store import records

        records.save_judgement(self._data.draw(judgements(self._seen)))

    def withdraw(self) -> None:
        """Withdraw a judgement."""
        from habeas.store import records

        made = records.load_judgements(OWNER)
        if made:
            one = self._data.draw(st.sampled_from(made))
            records.withdraw_judgement(
                Withdrawal(judgement=judgement_id(one), reason="", by="one", at=one.at)
            )

    def decide(self) -> None:
        """Decide about a claim: as read, as read before, or as corrected."""
        from habeas.store import deciding, records

        known = records.load_records(OWNER)
        corrected = [d.correction for d in known.claim_decisions if d.correction is not None]
        options = [*known.claims, *corrected]
        if not options:
            return
        claim = self._data.draw(st.sampled_from(options))
        # What is added is no decision about a claim that is there.
        decided = [each for each in Resolution if each is not Resolution.ADD]
        resolution = self._data.draw(st.sampled_from(decided))
        standing = {each.claim for each in known.claim_decisions}
        if resolution is Resolution.UNDO and claim.id not in standing:
            return
        self._hours += 1
        at = NOON + timedelta(hours=self._hours)
        correction = None
        if resolution is Resolution.CORRECT:
            correction = replace(
                claim,
                id=correction_id(claim.id, "one", at),
                part_of=None,
                names=(*claim.names[:1], Mention(name=self._data.draw(names))),
            )
            self._seen.append(correction)
        deciding.decide_claim(
            ClaimDecision(
                claim=claim.id,
                resolution=resolution,
                reason="",
                by="one",
                at=at,
                correction=correction,
            )
        )


CHANGES: list[Callable[[Register], None]] = [
    Register.read,
    Register.read,
    Register.judge,
    Register.judge,
    Register.withdraw,
    Register.decide,
]


def everybody() -> list[Person]:
    """Everybody, by the functions of the core over all that is recorded."""
    from habeas.store import records

    known = records.load_records(OWNER)
    decided = decide_claims(known.claims, known.reports, known.claim_decisions)
    claims = without_left_out(decided.claims, decided, {})
    judged = carried_judgements(known.judgements, decided)
    return [*resolve_people(claims, judged), *resolve_unnamed(claims, judged)]


def contents() -> dict[str, list[str]]:
    """All rows of the index but their numbers."""
    from habeas.store.index import tables

    found = {}
    for table in tables.DERIVED:
        if table in (tables.IndexEvent, tables.IndexMember, tables.IndexPair, tables.IndexKey):
            continue
        fields = [f.attname for f in table._meta.concrete_fields if f.attname != "id"]
        found[table.__name__] = sorted(map(repr, table._default_manager.values_list(*fields)))
    names = dict(tables.IndexName.objects.values_list("pk", "name"))
    keys = tables.IndexKey.objects.values_list("name", "key")
    found["IndexKey"] = sorted(repr((names[name], key)) for name, key in keys)
    return found


@given(changes=st.lists(st.sampled_from(CHANGES), max_size=12), data=st.data())
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_the_index_is_what_the_record_says(
    fresh_store: Opener, changes: list[Callable[[Register], None]], data: st.DataObject
) -> None:
    with fresh_store():
        from habeas.store.audit import known_number, settled_moment
        from habeas.store.index.asking import make_ready
        from habeas.store.index.people import load_everybody, load_person
        from habeas.store.index.rebuilding import make_anew

        register = Register(data)
        for change in changes:
            change(register)
            people = everybody()
            assert sorted(load_everybody(), key=repr) == sorted(people, key=repr)
            for person in people:
                now = load_person(person.id, READER)
                assert now is not None
                assert now.person == person
                assert load_person(person.id, READER, known_at=settled_moment()) == now
        make_ready()
        kept = contents()
        make_anew(known_number(None))
        assert contents() == kept
