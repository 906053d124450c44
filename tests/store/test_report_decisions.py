"""What is decided about whole reports: set aside, no copy, done. Everything in them is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

import pytest

from habeas.model.claims import Act, Claim, Quantity, Stance
from habeas.model.decisions import ReportVerdict
from habeas.model.reports import Report
from habeas.model.restrictions import PUBLIC_VIEWER
from habeas.register.assemble import assemble_edition
from habeas.store.decisions import Outcome
from store.changing import ASIDE
from store.test_records import NOON, REPORT

TEXT = (
    "Officials of Ruritania freed 12 people on Saturday after talks with an envoy who had come for"
    " the second time this year, and nobody said what had been promised to them in return."
)


def keep(publisher: str, text: str = TEXT) -> str:
    """Keep a report that counts twelve freed, in the words of its publisher alone; its id."""
    from habeas.store import records

    data = f"{text}\n{publisher}".encode()
    report = replace(
        REPORT, id=sha256(data).hexdigest(), text=data.decode(), publisher=publisher, url=None
    )
    claims = [_claim(report)]
    records.save_reading(report, data, claims, at=NOON)
    return report.id


def _claim(report: Report) -> Claim:
    return Claim(
        id=f"c{report.id[:12]}",
        report=report.id,
        act=Act.RELEASE,
        stance=Stance.REPORTED,
        passage=report.passage(0, len(TEXT)),
        count=Quantity(low=12, high=12, about=None, words="12"),
        group="people",
        by="Ruritania",
    )


def decide(
    report: str, verdict: ReportVerdict, other: str | None = None, hours: int = 0
) -> Outcome:
    """Decide about a report."""
    from habeas.store.report_decisions import decide_report

    at = NOON + timedelta(hours=hours)
    return decide_report(replace(ASIDE, report=report, verdict=verdict, other=other, at=at))


def voices() -> int:
    """How many voices the public account of the event counts for its figure."""
    from habeas.store.records import load_records

    records = load_records(PUBLIC_VIEWER)
    edition = assemble_edition(records, title="T", as_of=date(2040, 1, 1), known_at=NOON)
    return max(figure.voices for account in edition.accounts for figure in account.figures)


@pytest.mark.usefixtures("store")
def test_a_report_that_is_set_aside_is_loaded_nowhere_and_stays_on_record() -> None:
    from habeas.store.audit import settled_moment
    from habeas.store.index.reports import page_of_reports
    from habeas.store.records import load_claims, load_reports

    one, other = keep("Example Daily"), keep("Example Weekly")
    before = settled_moment()
    assert decide(one, ReportVerdict.SET_ASIDE) is Outcome.ADDED
    assert decide(one, ReportVerdict.SET_ASIDE, hours=1) is Outcome.ALREADY_THERE
    assert [report.id for report in load_reports(PUBLIC_VIEWER)] == [other]
    assert [claim.report for claim in load_claims(PUBLIC_VIEWER)] == [other]
    assert [line.report.id for line in page_of_reports(PUBLIC_VIEWER).lines] == [other]
    assert len(load_reports(PUBLIC_VIEWER, known_at=before)) == 2
    assert decide(one, ReportVerdict.BRING_BACK, hours=2) is Outcome.ADDED
    assert len(load_reports(PUBLIC_VIEWER)) == len(page_of_reports(PUBLIC_VIEWER).lines) == 2


@pytest.mark.usefixtures("store")
def test_copies_are_one_voice_until_a_person_says_that_they_are_none() -> None:
    one, other = keep("Example Daily"), keep("Example Weekly")
    assert voices() == 1
    decide(other, ReportVerdict.APART, one)
    assert voices() == 2
    decide(other, ReportVerdict.TOGETHER, one, hours=1)
    assert voices() == 1


@pytest.mark.usefixtures("store")
def test_what_is_supposed_at_the_desk_keeps_to_what_is_decided_about_copies() -> None:
    from habeas.store.index.events import event_of_claim, load_account, suppose

    one, other = keep("Example Daily"), keep("Example Weekly")

    def supposed() -> int:
        event = event_of_claim(f"c{one[:12]}")
        assert event is not None
        file = load_account(event, PUBLIC_VIEWER)
        assert file is not None
        return max(figure.voices for figure in suppose(file, (), ()).figures)

    load_account("none yet", PUBLIC_VIEWER)
    assert supposed() == 1
    decide(other, ReportVerdict.APART, one)
    assert supposed() == 2


@pytest.mark.usefixtures("store")
def test_what_cannot_be_decided_is_refused() -> None:
    from habeas.store.problems import RecordRefused

    one = keep("Example Daily")
    for verdict, other in (
        (ReportVerdict.APART, None),
        (ReportVerdict.APART, one),
        (ReportVerdict.APART, "0" * 64),
        (ReportVerdict.SET_ASIDE, "0" * 64),
    ):
        with pytest.raises(RecordRefused):
            decide(one, verdict, other)
    assert decide(one, ReportVerdict.BRING_BACK) is Outcome.ALREADY_THERE


@pytest.mark.usefixtures("store")
def test_copies_are_found_as_reports_come_and_anew_after_a_decision() -> None:
    from habeas.store import models
    from habeas.store.copies import catch_up, forget

    def found() -> dict[str, str]:
        while catch_up(1):
            pass
        return dict(models.CopyOf.objects.exclude(of="").values_list("document", "of"))

    one, other = keep("Example Daily"), keep("Example Weekly")
    keep("Example Monthly", "Nobody was freed, and nobody expected that anybody would be. " * 3)
    assert found() == {other: one}
    later = keep("Example Yearly", TEXT.replace("12", "15"))
    assert found() == {other: one, later: one}
    decide(other, ReportVerdict.APART, one)
    forget(other)
    assert one not in {found().get(other)}
