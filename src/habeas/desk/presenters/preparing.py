"""How far a preview is of what would go out, step by step, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from habeas.public.presenters.wording import number
from habeas.store.preparing import Failure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import Promise

    from habeas.store.preparing import Preparation

STEPS: Mapping[str, Promise] = {
    "reports": gettext_lazy("Take out of the reports what is kept back"),
    "events": gettext_lazy("Group what is claimed into events"),
    "accounts": gettext_lazy("Make the account of each event"),
    "people": gettext_lazy("Compare persons who may be one"),
    "writing": gettext_lazy("Write the file, and tell what differs from the last edition"),
}
"""What is done in each stage of `propose_edition`, in order."""

_MINUTE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step.

    Attributes:
        words: What is done.
        state: `done`, `now` or `next`.
        told: How many reports or accounts are done of the present one; may be empty.
    """

    words: str
    state: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """All steps of a preview.

    Attributes:
        steps: In order.
        at: Number of the present one, from 1.
        now: That in words, for whoever hears the page.
        before: How long the last preview took, in words; empty where that is not known.
    """

    steps: tuple[Step, ...]
    at: int
    now: str
    before: str


def steps_of(asked: Preparation) -> Steps:
    """How far a preview is that is going on."""
    stages = list(STEPS)
    at = stages.index(asked.stage) if asked.stage in STEPS else 0
    steps = tuple(
        Step(
            words=str(STEPS[stage]),
            state="done" if place < at else "now" if place == at else "next",
            told=_told(stage, asked.done) if place == at and asked.done else "",
        )
        for place, stage in enumerate(stages)
    )
    said = {"n": number(at + 1), "all": number(len(steps)), "what": steps[at].words}
    return Steps(
        steps=steps,
        at=at + 1,
        now=_("Step %(n)s of %(all)s: %(what)s.") % said,
        before=_before(asked.seconds_before),
    )


def failure_words(asked: Preparation) -> str:
    """Why no proposal came of a preview, and what to do; empty where habeas tells it itself."""
    if asked.failure is Failure.FAULT:
        return _("habeas failed to make it. Try again, and report the fault if it comes again.")
    if asked.failure is Failure.ENDED:
        return _(
            "It was ended before it was done, and nothing of it is kept. See that the machine"
            " has memory and disk left and that the desk goes on running, and try again."
        )
    return ""


def _told(stage: str, done: int) -> str:
    if stage == "reports":
        return ngettext("%(n)s report", "%(n)s reports", done) % {"n": number(done)}
    if stage == "accounts":
        return ngettext("%(n)s account", "%(n)s accounts", done) % {"n": number(done)}
    return ""


def _before(seconds: int | None) -> str:
    if seconds is None:
        return ""
    minutes = max(1, round(seconds / _MINUTE))
    return ngettext(
        "The last one took about %(n)s minute.", "The last one took about %(n)s minutes.", minutes
    ) % {"n": number(minutes)}
