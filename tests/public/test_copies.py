"""Reports that print the text of another are marked. Everything in them is invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from habeas.claims import extract_claims
from habeas.model.editions import Edition
from habeas.public.anew import account_without
from habeas.register.assemble import Records, assemble_edition
from habeas.register.edition_file import EditionFile, write_edition
from habeas.reports import read_report
from public import fictional
from public.conftest import serving
from public.test_pages import get

TEXT = (
    "Ruritania freed 12 people on Saturday after talks with an envoy who had come for the second"
    " time this year, and nobody said what had been promised to them in return."
)
HEAD = "---\ntitle: Twelve freed\npublisher: {publisher}\npublished: 2031-05-{day}\n---\n{text}\n"
REPORTS = tuple(
    read_report(
        HEAD.format(publisher=publisher, day=day, text=text).encode(),
        media_type="text/plain",
        file=f"{day}.txt",
    )
    for publisher, day, text in (
        ("Example Daily", "03", TEXT),
        ("Example Weekly", "05", TEXT),
        ("Example Monthly", "09", TEXT.replace("12", "15")),
    )
)
DAILY, WEEKLY, MONTHLY = (report.id for report in REPORTS)


def published(apart: frozenset[frozenset[str]] = frozenset()) -> Edition:
    claims = tuple(claim for report in REPORTS for claim in extract_claims(report))
    records = Records(reports=REPORTS, claims=claims, apart=apart)
    moment = fictional.ruritania.known_at
    return assemble_edition(records, title="Invented", as_of=date(2031, 6, 30), known_at=moment)


def test_pages_of_reports_and_accounts_say_what_is_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "edition.sqlite"
    edition = published()
    write_edition(edition, path)
    (account,) = {each.event.id for each in edition.accounts if DAILY in each.event.reports}
    with serving(path) as address:
        for page in (f"reports/{WEEKLY}/", "reports/", f"accounts/{account}/"):
            found = get(f"{address}/{page}").tree.xpath("//*[@class='in copied']")
            told = {" ".join(each.text_content().split()) for each in found}
            assert "a copy of Example Daily" in told, page
        (link,) = get(f"{address}/reports/{WEEKLY}/").tree.xpath("//*[@class='in copied']/a/@href")
        assert link == f"/reports/{DAILY}/"
        revised = get(f"{address}/reports/{MONTHLY}/").tree.text_content()
        assert "a revision of Example Daily" in " ".join(revised.split())
        assert get(f"{address}/reports/{DAILY}/").tree.xpath("//*[@class='in copied']") == []


def test_what_a_person_said_is_no_copy_is_none_and_stays_a_voice_of_its_own(tmp_path: Path) -> None:
    def voices(apart: frozenset[frozenset[str]]) -> tuple[int, int]:
        path = tmp_path / f"{len(apart)}.sqlite"
        edition = published(apart)
        write_edition(edition, path)
        (account,) = (each for each in edition.accounts if DAILY in each.event.reports)
        with EditionFile(path) as file:
            anew = account_without(file, account, aside=(), rejected=())
        return len(edition.copies), max(figure.voices for figure in anew.figures)

    assert voices(frozenset()) == (2, 1)
    assert voices(frozenset({frozenset((DAILY, WEEKLY))})) == (1, 2)
