"""What somebody must look at. Everyone here is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.claims import Claim, Mention
from habeas.model.people import AlertKind, Judgement, Verdict
from habeas.people import resolve_people, spelling_id
from habeas.people.alerts import alerts_of
from stories import Story, tell

# A story; judgements as `A = B` or `A # B`, in order of time; the alert, and who it is about.
STORIES = {
    "all goes together": ("arrest Ana Perez, on 2021\nrelease Ana Perez, on 2024", "", ""),
    "two rows of one list": (
        "report list A, 2025-01-01\nhold Ana Perez, in Colony 4\nhold Ana Perez, in Colony 9",
        "",
        "namesakes Ana Perez: one list gives them two rows",
    ),
    "rows of two lists": (
        "report list A, 2025-01-01\nhold Ana Perez\nreport list B, 2025-02-01\nhold Ana Perez",
        "",
        "",
    ),
    "two ages that cannot meet": (
        "report A, 2025-01-01\nhold Ana Perez (34)\nreport B, 2025-02-01\nhold Ana Perez (61)",
        "",
        "namesakes Ana Perez: births cannot meet",
    ),
    "an age that has grown": (
        "report A, 2025-01-01\nhold Ana Perez (34)\nreport B, 2027-02-01\nhold Ana Perez (36)",
        "",
        "",
    ),
    "a man and a woman": (
        "hold Sasha Example [businesswoman]\nhold Sasha Example [businessman]",
        "",
        "namesakes Sasha Example: one is told as",
    ),
    "in two places on one day": (
        "hold Ana Perez, in Colony 4, on 2025-01-01\n"
        "hold Ana Perez, in Riga Central Prison, on 2025-01-01",
        "",
        "namesakes Ana Perez: on one day",
    ),
    "freed before the first arrest": (
        "release Ana Perez, on 2021-03-01\narrest Ana Perez, on 2024-05-06",
        "",
        "namesakes Ana Perez: freed on 2021-03-01",
    ),
    "freed, and arrested again": (
        "arrest Ana Perez, on 2020\nrelease Ana Perez, on 2021-03-01\n"
        "rearrest Ana Perez, on 2024-05-06",
        "",
        "",
    ),
    "freed and arrested, nobody knows in which order": (
        "release Ana Perez, on 2024\narrest Ana Perez, on 2024-05-06",
        "",
        "",
    ),
    "a death before an arrest": (
        "die Ana Perez, on 2021-03-01\narrest Ana Perez, on 2024-05-06",
        "",
        "namesakes Ana Perez: one died",
    ),
    "a merge of two ages": (
        "report A, 2025-01-01\nhold Ana Perez (34)\nreport B, 2025-02-01\nhold Anna Pérez (61)",
        "Ana Perez = Anna Pérez",
        "incompatible Ana Perez: births cannot meet",
    ),
    "a triangle": (
        "hold Ana Perez\nhold Anna Pérez\nhold Anya Peres",
        "Ana Perez = Anna Pérez; Anna Pérez = Anya Peres; Ana Perez # Anya Peres",
        "contradiction Ana Perez: were judged different",
    ),
}


@pytest.mark.parametrize(("story", "judged", "expected"), STORIES.values(), ids=STORIES)
def test_stories(story: str, judged: str, expected: str) -> None:
    told = _told(story)
    alerts = alerts_of(told.claims, _judgements(judged), told.reports)
    assert len(alerts) == bool(expected), alerts
    if expected:
        (alert,) = alerts
        head, _, why = expected.partition(": ")
        kind, _, name = head.partition(" ")
        names = {p.id: p.name for p in resolve_people(told.claims, _judgements(judged))}
        assert alert.kind == kind
        assert names[alert.person] == name
        assert why in alert.sentence.casefold(), alert.sentence


def test_what_an_alert_names_can_be_judged_and_then_all_is_well() -> None:
    told = _told(STORIES["two rows of one list"][0])
    (alert,) = alerts_of(told.claims, (), told.reports)
    apart = _judgement(alert.left, alert.right, Verdict.DIFFERENT, 1)
    assert alerts_of(told.claims, [apart], told.reports) == ()
    assert len(resolve_people(told.claims, [apart])) == 2


def test_a_contradiction_names_its_judgements() -> None:
    told, judged = _told(STORIES["a triangle"][0]), _judgements(STORIES["a triangle"][1])
    (alert,) = alerts_of(told.claims, judged, told.reports)
    assert alert.kind is AlertKind.CONTRADICTION
    assert alert.judgements == tuple(judged)


@given(st.randoms())
def test_the_order_of_claims_and_judgements_changes_nothing(random: object) -> None:
    told = _told("\n".join(story for story, _, _ in STORIES.values() if "report" not in story))
    judged = _judgements(STORIES["a triangle"][1])
    expected = alerts_of(told.claims, judged, told.reports)
    claims, judgements = list(told.claims), list(judged)
    random.shuffle(claims)  # type: ignore[attr-defined]
    random.shuffle(judgements)  # type: ignore[attr-defined]
    assert alerts_of(claims, judgements, told.reports) == expected


def _told(story: str) -> Story:
    """A story whose names may carry what they do, `Ana [editor]`."""
    told = tell(story)
    return replace(told, claims=tuple(map(_with_particulars, told.claims)))


def _with_particulars(claim: Claim) -> Claim:
    return replace(claim, names=tuple(map(_read_mention, claim.names)))


def _read_mention(mention: Mention) -> Mention:
    name, _, role = mention.name.rstrip("]").partition(" [")
    return replace(mention, name=name, roles=(role,) if role else ())


def _judgements(text: str) -> list[Judgement]:
    found = []
    for day, edge in enumerate(filter(None, text.split("; "))):
        sign = "=" if " = " in edge else "#"
        left, right = edge.split(f" {sign} ")
        verdict = Verdict.SAME if sign == "=" else Verdict.DIFFERENT
        found.append(_judgement(spelling_id(left), spelling_id(right), verdict, day))
    return found


def _judgement(left: str, right: str, verdict: Verdict, day: int) -> Judgement:
    left, right = sorted((left, right))
    at = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(days=day)
    return Judgement(left=left, right=right, verdict=verdict, reason="seen", by="an editor", at=at)
