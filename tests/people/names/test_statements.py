"""Spellings as statements. Public figures and invented people."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from habeas.model.people import NameStatement, Person
from habeas.people.names.statements import statements_of
from habeas.people.resolve import resolve_people
from stories import Story, tell

LANGUAGES = {"Daily Example": "en", "Приклад": "be", "Пример": "ru", "Unknown": "und"}

STORY = """
report Приклад, 2020-09-07
hold Марыя Калеснікава
report Daily Example, 2020-09-08
hold Maria Kalesnikava
report Пример, 2021-09-06
sentence Мария Колесникова & Maria Kalesnikava
report Daily Example, 2025-12-13
release Maria Kalesnikava
report Unknown
release Maria Kalesnikava
"""


def told(text: str) -> Story:
    """The story, each report in the language of its publisher."""
    story = tell(text.strip())
    reports = tuple(
        replace(report, language=LANGUAGES.get(report.publisher or "", "und"))
        for report in story.reports
    )
    return Story(reports=reports, claims=story.claims)


def one_person(story: Story) -> Person:
    """All mentions of a story as one person, as judgements would make it."""
    people = resolve_people(story.claims)
    mentions = tuple(mention for person in people for mention in person.mentions)
    names = tuple(sorted({mention.name for mention in mentions}))
    return Person(id="p1", name=names[0], names=names, mentions=mentions)


def row(statement: NameStatement) -> tuple[str, str, str | None, str, str, int]:
    first, last = statement.first_seen, statement.last_seen
    where = len(statement.reports)
    language = statement.language
    return statement.name, statement.script, language, str(first), str(last), where


def test_every_spelling_is_kept_with_its_script_language_and_days() -> None:
    story = told(STORY)
    found = statements_of(one_person(story), story.claims, story.reports)
    assert [row(statement) for statement in found] == [
        ("Марыя Калеснікава", "Cyrl", "be", "2020-09-07", "2020-09-07", 1),
        ("Maria Kalesnikava", "Latn", "en", "2020-09-08", "2025-12-13", 2),
        ("Maria Kalesnikava", "Latn", None, "2021-09-06", "2021-09-06", 2),
        ("Мария Колесникова", "Cyrl", "ru", "2021-09-06", "2021-09-06", 1),
    ]


def test_a_report_that_is_missing_leaves_language_and_day_unknown() -> None:
    story = told(STORY)
    found = statements_of(one_person(story), story.claims, ())
    assert {(s.language, s.first_seen, s.last_seen) for s in found} == {(None, None, None)}
    assert {s.name for s in found} == set(one_person(story).names)


@given(st.data())
def test_a_further_report_never_takes_a_statement_away(data: st.DataObject) -> None:
    story = told(STORY)
    kept = data.draw(st.lists(st.sampled_from(story.reports), unique=True))
    claims = [claim for claim in story.claims if claim.report in {r.id for r in kept}]
    earlier = Story(reports=tuple(kept), claims=tuple(claims))
    person = one_person(earlier) if claims else Person(id="p1", name="", names=(), mentions=())
    before = statements_of(person, earlier.claims, earlier.reports)
    after = statements_of(one_person(story), story.claims, story.reports)
    later = {(s.name, s.language): s for s in after}
    for statement in before:
        now = later[statement.name, statement.language]
        assert set(statement.mentions) <= set(now.mentions)
        assert set(statement.reports) <= set(now.reports)


@given(st.randoms())
def test_order_changes_nothing(random: Random) -> None:
    story = told(STORY)
    claims, reports = list(story.claims), list(story.reports)
    random.shuffle(claims)
    random.shuffle(reports)
    person = one_person(story)
    assert statements_of(person, claims, reports) == statements_of(
        person, story.claims, story.reports
    )
