"""The page of a file on which the words of a claim stand. Everything here is invented."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from habeas.model.claims import Act, Stance
from habeas.register.edition_file import write_edition
from public import fictional
from public.conftest import serving
from public.telling import claim, text_report
from public.test_pages import get

TEXT = "Nine were freed.\f\n\f\nTwo were arrested."


def test_a_claim_shows_the_page_of_its_words(tmp_path: Path) -> None:
    report = text_report(TEXT, title="Note", media_type="application/pdf")
    claims = (
        claim(report, "Nine were freed", Act.RELEASE, Stance.REPORTED),
        claim(report, "Two were arrested", Act.ARREST, Stance.REPORTED),
    )
    path = tmp_path / "edition.sqlite"
    write_edition(replace(fictional.nothing, reports=(report,), claims=claims), path)
    with serving(path) as address:
        page = get(f"{address}/reports/{report.id}/").tree
    shown = [" ".join(each.text_content().split()) for each in page.xpath("//p[@class='back']")]
    assert [line.rpartition(", ")[2] for line in shown] == ["page 1", "page 3"]
