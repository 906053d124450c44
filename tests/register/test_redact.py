"""A protected person leaves no name, no address and no digest behind. All people are invented."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from habeas.model.claims import (
    Act,
    Claim,
    Condition,
    Mention,
    Quantity,
    Speaker,
    SpeakerKind,
    Stance,
    TimeMention,
)
from habeas.model.dates import EdtfDate
from habeas.model.editions import Edition
from habeas.model.people import Judgement, Verdict
from habeas.model.reports import Report
from habeas.people import resolve_people, resolve_unnamed
from habeas.register.assemble import Records, assemble_edition
from habeas.register.edition_file import read_edition, write_edition
from habeas.register.edition_rows import rows_of
from habeas.register.redact import redact
from habeas.register.veil import BLOCK, Veil, parts_of

PROTECTED = "Maryna Kalinovska"
TEXT = """\
Ruritania frees Maryna Kalinovska and two others

Ruritania freed 3 people on Saturday, among them MARYNA KALINOVSKA and Maryna Petrova,
the group Lantern said. Kalinov-
ska's sister, Olga Kalinovska, thanked the court. "I am home," Kalinovska wrote as
@mkalinovska. Марына Каліноўская had been held since 2021, if Kalinovska is to be believed.
"""


def _report(text: str = TEXT, **fields: str | None) -> Report:
    return Report(
        id=hashlib.sha256(text.encode()).hexdigest(),
        file=fields.get("file", "kalinovska.txt"),
        url=fields.get("url", "https://news.example/maryna-kalinovska-free"),
        media_type="text/plain",
        language="en",
        title=text.partition("\n")[0],
        publisher=fields.get("publisher", "Kalinovska Support Group"),
        published=EdtfDate.parse("2026-01-03"),
        retrieved=None,
        text=text,
    )


REPORT = _report()
OTHER = _report("Elsewhere, 9 people were freed.", file="9.txt", url="https://news.example/9")
OTHER = replace(OTHER, publisher="The Invented Post")


def _claim(report: Report, words: str, name: str, **fields: object) -> Claim:
    start = report.text.index(words)
    plain = Claim(
        id=name,
        report=report.id,
        act=Act.RELEASE,
        stance=Stance.REPORTED,
        passage=report.passage(start, start + len(words)),
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


_CONDITION = REPORT.text.index("if Kalinovska")
CLAIMS = (
    _claim(
        REPORT,
        "Ruritania freed 3 people on Saturday, among them MARYNA KALINOVSKA and Maryna Petrova",
        "c1",
        count=Quantity(low=3, high=3, about=None, words="3"),
        names=(
            Mention(name="MARYNA KALINOVSKA", roles=("ally of Kalinovska",)),
            Mention(name="Maryna Petrova"),
        ),
        when=TimeMention(edtf=EdtfDate.parse("2026-01-03"), words="on Saturday"),
        by="Ruritania",
    ),
    _claim(
        REPORT,
        "Olga Kalinovska, thanked the court",
        "c2",
        act=Act.WELCOME,
        names=(Mention(name="Olga Kalinovska"),),
        speakers=(Speaker(name="Olga Kalinovska", kind=SpeakerKind.FAMILY, cue="Kalinovska said"),),
        charges=("helping Maryna Kalinovska",),
        group="friends of Kalinovska",
        place="Kalinovska's home",
        object="the case of Kalinovska",
        by="Kalinovska",
        part_of="c1",
    ),
    _claim(
        REPORT,
        "Марына Каліноўская had been held since 2021",
        "c3",
        act=Act.HOLD,
        names=(Mention(name="Марына Каліноўская"),),
        condition=Condition(
            words="if Kalinovska is to be believed", start=_CONDITION, end=_CONDITION + 31
        ),
    ),
    _claim(
        OTHER,
        "9 people were freed",
        "c4",
        count=Quantity(low=9, high=9, about=None, words="9"),
    ),
)
RECORDS = Records(reports=(REPORT, OTHER), claims=CLAIMS, protected=(PROTECTED,))
NOW = datetime(2026, 1, 4, tzinfo=UTC)


def _edition(records: Records) -> Edition:
    return assemble_edition(records, title="Invented", as_of=date(2026, 1, 4), known_at=NOW)


def _texts(edition: Edition) -> list[str]:
    return [value for _, row in rows_of(edition) for value in row if isinstance(value, str)]


def test_no_part_of_a_protected_name_is_in_any_cell(tmp_path: Path) -> None:
    edition = _edition(RECORDS)
    for text in _texts(edition):
        assert "kalin" not in "".join(parts_of(text.replace(BLOCK, " "))), text
    path = tmp_path / "edition.sqlite"
    write_edition(edition, path)
    data = path.read_bytes()
    for trace in ("alinovska", "ALINOVSKA", "алін", PROTECTED[:6] + " K"):
        assert trace.encode() not in data


def test_nothing_in_the_edition_confirms_a_guess() -> None:
    old = {REPORT.id, *(claim.id for claim in CLAIMS if claim.report == REPORT.id)}
    old |= {person.id for person in resolve_people(CLAIMS) if "Petrova" not in person.name}
    assert old.isdisjoint(_texts(_edition(RECORDS)))
    guessed = Records(
        reports=(_report(TEXT.replace("Maryna Kalinovska", "Xenija Abcdefghij")), OTHER), claims=()
    )
    with_guess = _edition(replace(guessed, protected=("Xenija Abcdefghij", PROTECTED)))
    without = _edition(replace(RECORDS, claims=()))
    assert [report.id for report in with_guess.reports] == [report.id for report in without.reports]


def test_offsets_stay_and_passages_are_the_redacted_words() -> None:
    edition = _edition(RECORDS)
    reports = {report.id: report for report in edition.reports}
    redacted = next(report for report in edition.reports if BLOCK in report.text)
    assert len(redacted.text) == len(TEXT)
    for claim in edition.claims:
        passage = claim.passage
        assert reports[claim.report].text[passage.start : passage.end] == passage.exact
    assert redacted.url is None
    assert redacted.file is None


def test_a_report_that_names_nobody_protected_is_left_as_it_was() -> None:
    edition = _edition(RECORDS)
    assert OTHER in edition.reports
    assert CLAIMS[3] in edition.claims


def test_withheld_people_are_counted_and_others_stay() -> None:
    edition = _edition(RECORDS)
    # The protected, the same name in Cyrillic, and a sister nobody told apart.
    assert edition.withheld == 3
    assert [person.name for person in edition.people] == ["Maryna Petrova"]
    freed = next(claim for claim in edition.claims if claim.count and claim.count.low == 3)
    assert [mention.named for mention in freed.names] == [False, True]


def test_a_judgement_brings_a_namesake_back() -> None:
    ids = {person.name: person.id for person in resolve_people(CLAIMS)}
    left, right = sorted((ids["MARYNA KALINOVSKA"], ids["Olga Kalinovska"]))
    apart = Judgement(
        left=left, right=right, verdict=Verdict.DIFFERENT, reason="sisters", by="reviewer", at=NOW
    )
    edition = _edition(replace(RECORDS, judgements=(apart,)))
    assert edition.withheld == 2
    assert [person.name for person in edition.people] == ["Maryna Petrova", "Olga Kalinovska"]


def test_an_edition_never_says_who_somebody_unnamed_is() -> None:
    third = _report("Elsewhere, police arrested a teacher.", file="t.txt", url=None)
    arrest = _claim(third, "arrested a teacher", "c5", act=Act.ARREST, group="teacher")
    records = replace(
        RECORDS, reports=(*RECORDS.reports, third), claims=(*CLAIMS, arrest), protected=()
    )
    (unnamed,) = resolve_unnamed(records.claims)
    ids = {person.name: person.id for person in resolve_people(records.claims)}
    left, right = sorted((unnamed.id, ids["Maryna Petrova"]))
    same = Judgement(
        left=left, right=right, verdict=Verdict.SAME, reason="her lawyer", by="reviewer", at=NOW
    )
    known = resolve_people(records.claims, [same])
    assert {m.claim for p in known if p.name == "Maryna Petrova" for m in p.mentions} == {
        "c1",
        "c5",
    }
    assert _edition(replace(records, judgements=(same,))) == _edition(records)


def test_the_unnamed_still_fill_a_place_in_the_account() -> None:
    def unnamed(edition: Edition) -> list[tuple[int | None, int | None]]:
        return [
            (account.unnamed.low, account.unnamed.high)
            for account in edition.accounts
            if any(person.name == "Maryna Petrova" for person in account.people)
        ]

    assert unnamed(_edition(replace(RECORDS, protected=()))) == [(1, 1)]
    assert unnamed(_edition(RECORDS)) == [(2, 2)]


def test_what_does_not_add_up_names_nobody_protected_and_no_claim_that_is_left_out() -> None:
    text = (
        "Ruritania freed 14 people on Saturday, Maryna Kalinovska said. Ruritania freed 9 people"
        " on Saturday, the group Lantern said. Of the 14 who are friends of Kalinovska, 20 left."
    )
    report = _report(text)

    def counted(words: str, name: str, number: int, speaker: str, **more: object) -> Claim:
        quantity = Quantity(low=number, high=number, about=None, words=str(number))
        speakers = (Speaker(name=speaker, kind=SpeakerKind.RIGHTS_GROUP, cue="said"),)
        when = TimeMention(edtf=EdtfDate.parse("2026-01-03"), words="on Saturday")
        return _claim(
            report,
            words,
            name,
            count=quantity,
            speakers=speakers,
            when=when,
            by="Ruritania",
            **more,
        )

    claims = (
        counted("Ruritania freed 14 people on Saturday", "c1", 14, PROTECTED),
        counted("Ruritania freed 9 people on Saturday", "c2", 9, "Lantern"),
        counted("20 left", "c3", 20, PROTECTED, group="friends of Kalinovska", part_of="c1"),
    )
    records = Records(reports=(report,), claims=claims, protected=(PROTECTED,))
    edition = _edition(records)
    (account,) = edition.accounts
    assert account.conflicts
    published = {claim.id for claim in edition.claims}
    for conflict in account.conflicts:
        assert published.issuperset((*conflict.claims, *conflict.likewise))
    for text in _texts(edition):
        assert "kalin" not in "".join(parts_of(text.replace(BLOCK, " "))), text
    assert any(BLOCK in conflict.explanation for conflict in account.conflicts)


def test_nothing_protected_changes_nothing() -> None:
    redacted = redact(RECORDS.reports, CLAIMS, Veil(names=frozenset()))
    assert set(redacted.reports) == set(RECORDS.reports)
    assert set(redacted.claims) == set(CLAIMS)
    assert redacted.claim_ids == {}


@pytest.mark.parametrize("spelling", ["kalinovska maryna", "Марына Каліноўская", "KALINOVSKA"])
def test_whatever_spelling_is_given_protects(spelling: str) -> None:
    for text in _texts(_edition(replace(RECORDS, protected=(spelling,)))):
        assert "kalin" not in "".join(parts_of(text.replace(BLOCK, " "))), text


@pytest.mark.parametrize(
    "spelling", ["Kalinovska Maryna", "Каліноўская Марына", "KALINOVSKA Maryna", "Kalinovska, M."]
)
def test_who_shares_the_given_name_alone_stays_in_whatever_order_it_is_written(
    spelling: str,
) -> None:
    edition = _edition(replace(RECORDS, protected=(PROTECTED, spelling)))
    assert [person.name for person in edition.people] == ["Maryna Petrova"]
    assert edition.withheld == 3


@pytest.mark.parametrize(
    ("protected", "kin", "stranger"),
    [
        ("Vornakova Lidia", "Boris Vornakov", "Lidia Sundovich"),
        ("Lidia Vornakova", "Vornakov Boris", "Sundovich Lidia"),
        ("Vornakova Lidia Petrovna", "Boris Vornakov", "Anna Petrovna Sundovich"),
        ("Ворнакова Лидия Петровна", "Борис Ворнаков", "Анна Петровна Сундович"),
        ("VORNAKOVA Lidia", "Ворнакова Ольга", "Лидия Сундович"),
    ],
)
def test_whoever_shares_the_family_name_is_withheld_in_whatever_order_it_is_written(
    protected: str, kin: str, stranger: str
) -> None:
    report = _report(f"Ruritania freed {protected}; {kin}; and {stranger} on Friday.")
    claims = tuple(
        _claim(report, name, f"v{number}", names=(Mention(name=name),))
        for number, name in enumerate((protected, kin, stranger))
    )
    records = Records(reports=(report,), claims=claims, protected=(protected,))
    assert [person.name for person in _edition(records).people] == [stranger]


@pytest.mark.parametrize("mixed", ["Oleg Vurniesza", "Vurnesha Aleh", "Алег Вурнеша"])
def test_a_name_mixed_of_two_spellings_of_one_person_is_withheld(mixed: str) -> None:
    protected = ("Oleg Vurnesha", "Aleh Vurniesza")
    report = _report(f"Ruritania freed {mixed} and Lidia Sundovich on Friday.")
    claims = tuple(
        _claim(report, name, f"m{number}", names=(Mention(name=name),))
        for number, name in enumerate((mixed, "Lidia Sundovich"))
    )
    edition = _edition(Records(reports=(report,), claims=claims, protected=protected))
    assert [person.name for person in edition.people] == ["Lidia Sundovich"]
    assert all("urn" not in text.casefold() and "урн" not in text for text in _texts(edition))


def test_two_reports_that_differ_in_the_name_alone_stay_two() -> None:
    twin = _report(TEXT.replace("Maryna Kalinovska and", "Maryna Kalinovskb and"))
    edition = _edition(replace(RECORDS, reports=(REPORT, twin), claims=CLAIMS[:3]))
    assert len({report.id for report in edition.reports}) == 2


def test_events_after_the_day_asked_about_are_left_out(tmp_path: Path) -> None:
    early = assemble_edition(
        replace(RECORDS, protected=()), title="Early", as_of=date(2026, 1, 2), known_at=NOW
    )
    late = _edition(replace(RECORDS, protected=()))
    assert len(early.accounts) < len(late.accounts)
    write_edition(early, tmp_path / "early.sqlite")
    assert read_edition(tmp_path / "early.sqlite") == early
