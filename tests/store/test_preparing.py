"""The preview that is being made, on both databases: what is said of it to every process."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from store.test_records import CLAIM, DATA, NOON, REPORT

if TYPE_CHECKING:
    from habeas.store.preparing import Preparation


def asked(title: str = "Ruritania") -> Preparation:
    """Return a preview to ask for."""
    from habeas.store.preparing import Preparation

    now = datetime.now(UTC)
    return Preparation(title=title, as_of=date(2026, 1, 4), by="anna", at=now, reason="")


@pytest.mark.usefixtures("store")
def test_a_preview_is_asked_for_made_and_told() -> None:
    from habeas.store import records
    from habeas.store.preparing import ask_for, last_preparation, prepare

    assert last_preparation() is None
    records.save_reading(REPORT, DATA, [CLAIM], at=NOON)
    first = asked()
    lock = ask_for(first)
    assert lock
    with lock:
        assert ask_for(asked("Another")) is None, "one at a time"
        going_on = last_preparation()
        assert going_on
        assert going_on.is_going_on
        prepare()
    made = last_preparation()
    assert made
    assert (made.title, made.number, made.stage, made.is_going_on) == ("Ruritania", 1, "", False)
    assert made.ended
    assert made.seconds is not None
    lock = ask_for(asked())
    assert lock
    with lock:
        again = last_preparation()
        assert again
        assert again.seconds_before == made.seconds


@pytest.mark.usefixtures("store")
def test_why_nothing_came_of_it_is_told() -> None:
    from habeas.store.preparing import Failure, ask_for, last_preparation, prepare

    lock = ask_for(asked())
    assert lock
    with lock:
        prepare()
    refused = last_preparation()
    assert refused
    assert refused.failure is Failure.REFUSED
    assert "nothing to publish" in refused.what
    lock = ask_for(asked())
    assert lock
    lock.close()  # as the system does when a process is killed
    ended = last_preparation()
    assert ended
    assert (ended.failure, ended.number) == (Failure.ENDED, None)


@pytest.mark.usefixtures("store")
def test_how_far_it_is_is_kept_for_other_processes() -> None:
    from habeas.store.preparing import Progress, ask_for, last_preparation

    lock = ask_for(asked())
    assert lock
    with lock:
        tell = Progress(asked())
        told = []
        for stage, more in (("reports", 200), ("events", 0), ("accounts", 1)):
            tell(stage, more)
            kept = last_preparation()
            assert kept
            told.append((kept.stage, kept.done))
    assert told == [("reports", 200), ("events", 0), ("accounts", 1)]


@pytest.mark.usefixtures("store")
def test_every_stage_has_words_at_the_desk() -> None:
    from habeas.desk.presenters.preparing import STEPS
    from habeas.store import records
    from habeas.store.decisions import Decision
    from habeas.store.publishing import propose_edition

    records.save_reading(REPORT, DATA, [CLAIM], at=NOON)
    told: list[str] = []
    who = Decision(by="anna", at=NOON + timedelta(hours=1))
    propose_edition("Ruritania", date(2026, 1, 4), who, lambda stage, _: told.append(stage))
    assert list(dict.fromkeys(told)) == list(STEPS)
