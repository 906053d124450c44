"""The spellings of a person on their page. Everyone here is invented."""

from __future__ import annotations

from dataclasses import replace

from habeas.model.claims import Act, Mention, Stance
from habeas.model.dates import EdtfDate
from habeas.model.people import MentionKey
from habeas.register.edition_file import write_edition
from public import fictional
from public.conftest import site
from public.telling import claim, person, text_report
from public.test_pages import get


def test_each_spelling_is_shown_with_its_language_and_days() -> None:
    english = text_report(
        "Ana Marr was freed.", title="A wire", published=EdtfDate.parse("2025-05-02"), language="en"
    )
    russian = text_report(
        "Ана Марр на свободе.",
        title="Газета",
        published=EdtfDate.parse("2025-05-03"),
        language="ru",
    )
    freed = claim(english, "freed", Act.RELEASE, Stance.REPORTED, names=(Mention(name="Ana Marr"),))
    later = claim(
        russian, "на свободе", Act.RELEASE, Stance.REPORTED, names=(Mention(name="Ана Марр"),)
    )
    both = replace(
        person("Ana Marr", freed),
        names=("Ana Marr", "Ана Марр"),
        mentions=(
            MentionKey(claim=freed.id, name="Ana Marr"),
            MentionKey(claim=later.id, name="Ана Марр"),
        ),
    )
    edition = replace(
        fictional.nothing, reports=(english, russian), claims=(freed, later), people=(both,)
    )
    with site() as (path, address):
        write_edition(edition, path)
        tree = get(f"{address}/people/{both.id}/").tree
    (spelled,) = tree.xpath("//p[@class='spellings']")
    assert " ".join(spelled.text_content().split()) == "Also written Ана Марр Russian, 3 May 2025"
    assert [name.get("lang") for name in spelled.xpath(".//bdi")] == ["ru"]
