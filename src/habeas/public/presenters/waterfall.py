"""From announced to named: the figures of an account as bars that start where others end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from habeas.model.accounts import Naming
from habeas.public.addresses import address_of
from habeas.public.presenters import wording
from habeas.public.presenters.charts import (
    LegendEntry,
    Manner,
    Stretch,
    greatest,
    legend,
    stretch,
    stretches,
)
from habeas.public.presenters.naming import unnamed_of
from habeas.public.presenters.voices import voices_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from habeas.model.accounts import Account, Finding
    from habeas.public.presenters.claims import ClaimLine
    from habeas.public.presenters.figures import FigureGroup
    from habeas.public.presenters.voices import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One bar.

    Attributes:
        label: What is counted, e.g. `announced`.
        text: The number.
        voices: Who says it; empty for what is derived.
        href: Its words, or where a derived number is explained.
        bar: Stretches, in thousandths.
        is_part: True for a part of the sum drawn above it.
    """

    label: str
    text: str
    voices: tuple[Voice, ...]
    href: str
    bar: tuple[Stretch, ...]
    is_part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Waterfall:
    """Bars on one scale, from 0 to `top`; no steps where no figure says how many.

    `legend` explains the manners in which the bars are drawn.
    """

    steps: tuple[Step, ...]
    top: str
    legend: tuple[LegendEntry, ...]


def waterfall(account: Account, groups: Sequence[FigureGroup]) -> Waterfall:
    """Draw the figures of everyone, the parts that add up to one of them, and the names."""
    whole = [group for group in groups if group.is_whole and greatest(group.quantity) > 0]
    named = len(account.people)
    top = max([greatest(group.quantity) for group in whole] + [float(named)])
    if not whole:
        return Waterfall(steps=(), top="0", legend=())
    sums = [parts for finding in account.sums if (parts := parts_of(finding, groups))]
    steps: list[Step] = []
    for group, lines in sorted(_by_stage(whole), key=_announced_first):
        steps.append(_whole_step(group, lines, top=top))
        if not lines[0].is_done and any(line.is_done for line in group.lines):
            continue  # its parts are drawn below what is said to be done
        for parts in sums:
            if _exact(group) == sum(_exact(part) for part in parts):
                steps += _part_steps(parts, top=top)
    steps += _named_steps(account, top=top)
    return Waterfall(
        steps=tuple(steps), top=wording.number(top), legend=legend(step.bar for step in steps)
    )


def parts_of(finding: Finding, groups: Sequence[FigureGroup]) -> tuple[FigureGroup, ...]:
    """The figures that add up to the greatest figure of a finding; empty where none do."""
    within = set(finding.claims)
    found = [g for g in groups if _exact(g) and within & {line.id for line in g.lines}]
    total = max((_exact(group) for group in found), default=0)
    parts = tuple(group for group in found if _exact(group) < total)
    return parts if sum(_exact(part) for part in parts) == total else ()


def _exact(group: FigureGroup) -> int:
    return (group.quantity.low or 0) if group.quantity.is_exact else 0


def _by_stage(
    groups: Iterable[FigureGroup],
) -> Iterator[tuple[FigureGroup, tuple[ClaimLine, ...]]]:
    """Each figure with those who say it is to be done, and apart, those who say it is done."""
    for group in groups:
        for is_done in (False, True):
            lines = tuple(line for line in group.lines if line.is_done is is_done)
            if lines:
                yield group, lines


def _announced_first(stage: tuple[FigureGroup, tuple[ClaimLine, ...]]) -> tuple[bool, float]:
    group, lines = stage
    return lines[0].is_done, -greatest(group.quantity)


def _whole_step(group: FigureGroup, lines: Sequence[ClaimLine], *, top: float) -> Step:
    stances = tuple(dict.fromkeys(line.stance for line in lines))
    voices = voices_of(lines)
    return Step(
        label=", ".join(stances),
        text=group.text,
        voices=voices,
        href=voices[0].href,
        bar=stretches(group.quantity, top=top),
    )


def _part_steps(parts: Sequence[FigureGroup], *, top: float) -> list[Step]:
    steps = []
    after = 0.0
    for part in sorted(parts, key=_exact, reverse=True):
        label = part.population or ", ".join(dict.fromkeys(line.stance for line in part.lines))
        bar = stretches(part.quantity, top=top, after=after)
        steps.append(
            Step(
                label=label,
                text=part.text,
                voices=part.voices,
                href=part.voices[0].href,
                bar=bar,
                is_part=True,
            )
        )
        after += _exact(part)
    return steps


def _named_steps(account: Account, *, top: float) -> list[Step]:
    page = address_of("account", account.event.id)
    missing = unnamed_of(account)
    fewest, most = missing.people
    unjudged = stretch(fewest, most, top=top, manner=Manner.OPEN)
    steps = []
    if most:
        confirmed = sum(person.naming is not Naming.NAMED for person in account.people)
        bar = stretch(0, fewest, top=top, manner=Manner.SURE) + unjudged
        href = f"{page}#named"
        steps.append(Step(label=_("named"), text=missing.named, voices=(), href=href, bar=bar))
        if confirmed:
            bar = stretch(0, confirmed, top=top, manner=Manner.SURE)
            label, text = _("confirmed or on a list"), wording.number(confirmed)
            steps.append(Step(label=label, text=text, voices=(), href=href, bar=bar, is_part=True))
    if missing.text:
        end = top if missing.total.high is None else missing.total.high
        bar = unjudged + stretch(most, end, top=top, manner=Manner.MISSING)
        text = wording.bounds(account.unnamed)
        label, href = _("not named"), f"{page}#unnamed"
        steps.append(Step(label=label, text=text, voices=(), href=href, bar=bar))
    return steps
