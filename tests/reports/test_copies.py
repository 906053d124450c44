"""Which reports print the text of another. Everyone here is invented."""

from __future__ import annotations

import random
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.dates import EdtfDate
from habeas.model.reports import Copy, Likeness, Report
from habeas.reports.copies import find_copies, likeness_of, wording_of, words_of

WIRE = (
    "ARDENTOWN (Example Wire) - Officials of Arden freed 123 prisoners on Saturday after "
    "talks with an envoy who had come for the second time this year, the office of the "
    "president said. Nine of them were taken across the border to a neighbouring state, and "
    "the rest stayed with their families. Ida Example, who had been held since 2021, was "
    "among the first to walk out of the gate. Monitors said that more than 1,100 people were "
    "still held for what they had written or said. The envoy did not say what had been "
    "promised in return."
)
LATER = WIRE.replace("123 prisoners", "126 prisoners")
SHORTER = WIRE.rpartition(" The envoy")[0]
EDITED = WIRE.replace("after talks with an envoy", "following talks with an envoy")
TRANSLATED = (
    "АРДЕНТАУН (Example Wire) - Власти Ардена освободили 123 заключённых в субботу после "
    "переговоров с посланником, который приехал второй раз за год, сообщили в канцелярии "
    "президента. Девять из них вывезли через границу в соседнее государство, остальные "
    "остались со своими семьями."
)
QUOTING = (
    "Our correspondent writes that the square was empty for most of the afternoon and that "
    "nobody knew whom to ask. Shops stayed open, buses ran, and the radio played music "
    "between the bulletins, which spoke of the weather and of the harvest, as on any other "
    "day of that long autumn. "
) * 3

STORIES: dict[str, tuple[str, str, Likeness | None]] = {
    "the same words": (WIRE, WIRE, Likeness.SAME),
    "set in capitals and in lines": (WIRE, WIRE.upper().replace(". ", ".\n\n"), Likeness.SAME),
    "a word broken at the end of a line": (
        WIRE,
        WIRE.replace("neighbouring", "neigh-\nbouring"),
        Likeness.SAME,
    ),
    "with signs that cannot be seen": (WIRE, WIRE.replace("a", "a\u200b"), Likeness.SAME),
    "cut at its end": (WIRE, SHORTER, Likeness.NEAR),
    "with a headline, a time and a line of thanks": (
        WIRE,
        f"Freed!\nUpdated 14:05\n{WIRE}\nRead us in our channel.",
        Likeness.NEAR,
    ),
    "with another time above it": (f"At 14:05\n{WIRE}", f"At 15:40\n{WIRE}", Likeness.SAME),
    "a word edited": (WIRE, EDITED, Likeness.NEAR),
    "an update with new figures": (WIRE, LATER, Likeness.REVISION),
    "an update with figures in words": (
        WIRE,
        WIRE.replace("Nine of them", "Twelve of them"),
        Likeness.REVISION,
    ),
    "a translation": (WIRE, TRANSLATED, None),
    "another story": (WIRE, QUOTING, None),
    "quoted in a longer text": (SHORTER[:200], QUOTING + SHORTER[:200], None),
    "in Russian, with and without ё": (
        TRANSLATED,
        TRANSLATED.replace("ё", "е"),
        Likeness.SAME,
    ),
    "in Russian, an update": (TRANSLATED, TRANSLATED.replace("123", "126"), Likeness.REVISION),
    "in Russian, an update in words": (
        TRANSLATED,
        TRANSLATED.replace("Девять", "Двенадцать"),
        Likeness.REVISION,
    ),
    "in Chinese": (
        "阿登当局周六释放了一百二十三名囚犯。" * 3,
        "阿登当局周六释放了一百二十三名囚犯 " * 3,
        Likeness.SAME,
    ),
    "a line": ("Nine are free.", "NINE are free", Likeness.SAME),
    "a line with another figure": (
        "Nine people are free today.",
        "Ten people are free today.",
        Likeness.REVISION,
    ),
    "three words": ("Nine are free", "Ten are free", None),
    "nothing but signs": ("— …", "!!", None),
}


@pytest.mark.parametrize(("one", "other", "likeness"), STORIES.values(), ids=STORIES)
def test_stories(one: str, other: str, likeness: Likeness | None) -> None:
    left, right = wording_of(words_of(one)), wording_of(words_of(other))
    assert likeness_of(left, right) is likeness_of(right, left) is likeness


def test_forty_papers_copy_one_agency_and_an_update_revises_it() -> None:
    papers = [report(f"Paper {at}\n{WIRE}", day="2025-12-14") for at in range(40)]
    agency, update = report(WIRE, day="2025-12-13"), report(LATER, day="2025-12-15")
    found = find_copies([*papers, update, agency])
    assert {copy.report: copy for copy in found} == {
        **{
            paper.id: Copy(report=paper.id, of=agency.id, likeness=Likeness.NEAR)
            for paper in papers
        },
        update.id: Copy(report=update.id, of=agency.id, likeness=Likeness.REVISION),
    }


def test_a_list_of_people_is_a_copy_only_where_all_its_words_are_the_same() -> None:
    rows = "".join(f"Example {letter},held\n" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    first = report(f"# publisher: Watch\nname,status\n{rows}", kind="text/csv")
    same = report(f"name,status\n{rows}", kind="text/csv")
    longer = report(f"name,status\n{rows}Example Zz,held\n", kind="text/csv")
    found = find_copies([first, same, longer])
    assert len(found) == 1
    assert {found[0].report, found[0].of} == {first.id, same.id}


def test_furniture_that_thousands_share_makes_no_copies_and_costs_no_time() -> None:
    furniture = "Read this and much more in our channel, where news is told first and in full. "
    draw = random.Random(7)
    texts = [" ".join(f"w{draw.randrange(9_000)}" for _ in range(60)) for _ in range(1_500)]
    assert find_copies([report(furniture + text) for text in texts]) == ()


words = st.lists(st.text("abcdeёжз", min_size=1, max_size=5), min_size=1, max_size=60)


@given(words, st.sampled_from([" ", "\n", ", ", " — ", "\u00ad "]), st.booleans())
def test_how_a_text_is_set_makes_no_difference(told: list[str], join: str, capitals: bool) -> None:
    text = join.join(told)
    other = wording_of(words_of(text.upper() if capitals else text))
    assert likeness_of(wording_of(words_of(" ".join(told))), other) is Likeness.SAME


@given(st.lists(st.text(max_size=80), max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_the_reports_makes_no_difference(
    texts: list[str], draw: random.Random
) -> None:
    reports = [report(text) for text in dict.fromkeys(texts) if text]
    found = find_copies(reports)
    draw.shuffle(reports)
    assert find_copies(reports) == found
    firsts = {r.id for r in reports} - {c.report for c in found if c.likeness < Likeness.REVISION}
    assert {copy.of for copy in found} <= firsts


def report(text: str, *, day: str = "", kind: str = "text/plain") -> Report:
    """A report with a text."""
    return Report(
        id=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        file=None,
        url=None,
        media_type=kind,
        language="en",
        title="",
        publisher=None,
        published=EdtfDate.parse(day) if day else None,
        retrieved=None,
        text=text,
    )
