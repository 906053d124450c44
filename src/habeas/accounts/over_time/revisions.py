"""What one speaker said first and then otherwise: a history, and no conflict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from habeas.accounts.over_time.cues import Mark, adds, mark_of
from habeas.accounts.over_time.days import (
    DONE,
    act_day,
    are_apart,
    people_counted,
    publication_day,
    soft,
)
from habeas.accounts.over_time.wording import REVISED, history_words
from habeas.accounts.wording import capital, figure_words, speaker_words
from habeas.model.accounts import Revision
from habeas.model.claims import FREEING, Act, Claim, Stance
from habeas.model.reports import Report

_SLACK = 1
"""Days by which one act can be dated differently."""
_NEAR = 14
"""Most days between two reports of one act that neither dates."""
_LONGEST = 3
"""Most days of a span that is one time and no period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A figure with the time it was said: the day, and what its sentence makes of it."""

    claim: Claim
    day: date | None
    mark: Mark


@dataclass(slots=True, kw_only=True)
class _Step:
    """Figures that fit each other, said one after the other."""

    said: list[_Said] = field(default_factory=list)


def revisions_of(
    claims: Iterable[Claim],
    reports: Mapping[str, Report],
    voices: Mapping[str, str],
    populations: Mapping[str, Hashable],
) -> tuple[tuple[Revision, ...], frozenset[str]]:
    """Find the figures that their own speakers have replaced.

    A history is made of figures of one voice on the same people: one act (all ways to be
    freed are one), done or announced, the same population, the same time; no part of
    another figure, and none that adds to one ("a further 25"). Their order is that of the
    days on which the reports were published, else of the days the claims give, and on one
    day that of words such as "revised", "now says", "up from". Without such words two
    figures of one day are no history, nor are two stocks of different days, nor figures
    that fit each other ("more than 100", then "123"). An old figure that a later report
    repeats is still the old one.

    Args:
        claims: Of one event, in any order; those that count no people are passed over.
        reports: By id; a report that is missing has no day.
        voices: Claim id → voice.
        populations: Claim id → whom it counts; equal values are the same people.

    Returns:
        The histories, in the order of their first claims' ids, each with one claim for
        each figure; and the ids of all claims that are replaced.
    """
    groups: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        kind = _kind(claim)
        if kind is not None:
            groups[kind, voices.get(claim.id), populations.get(claim.id)].append(claim)
    found, replaced = list[Revision](), set[str]()
    for group in groups.values():
        if len({_figure(claim) for claim in group}) < 2:
            continue  # the words of a sentence are only read where there is something to order
        said = [_said(c, reports.get(c.report)) for c in group if not adds(c)]
        for chain in _chains(said):
            steps = _history(chain)
            if len(steps) > 1:
                found.append(_revision(steps, reports))
                replaced.update(s.claim.id for step in steps[:-1] for s in step.said)
    return tuple(sorted(found, key=lambda r: r.claims)), frozenset(replaced)


def _kind(claim: Claim) -> Hashable:
    """What must be the same of two figures besides voice and people; None for no figure."""
    stance = "done" if claim.stance in DONE else claim.stance
    if people_counted(claim) is None or claim.stance in (Stance.DENIED, Stance.DEMANDED):
        return None
    return "freed" if claim.act in FREEING else claim.act, stance, claim.part_of is None


def _said(claim: Claim, report: Report | None) -> _Said:
    day = publication_day(report) or act_day(claim)
    return _Said(claim=claim, day=day, mark=mark_of(claim, report))


def _chains(group: Iterable[_Said]) -> list[list[_Said]]:
    """Apart what is of different times: figures of one time, in the order they were said."""
    by_time: dict[Hashable, list[_Said]] = defaultdict(list)
    for said in group:
        by_time[_time(said)].append(said)
    chains = _near(by_time)
    ordered = [sorted(chain, key=_order) for chain in chains]
    return [part for chain in ordered for part in _of_one_stock(chain)]


def _time(said: _Said) -> Hashable:
    """The day or period that a claim is of; None where it gives none."""
    when = said.claim.when
    if when is None:
        return None
    edtf = when.edtf
    if edtf.earliest is None or edtf.latest is None:
        return edtf.text
    short = (edtf.latest - edtf.earliest).days < _LONGEST
    return edtf.earliest if short else edtf.text


def _near(by_time: Mapping[Hashable, list[_Said]]) -> list[list[_Said]]:
    """Join acts of neighbouring days, and what gives no time with the only time there is."""
    chains: list[list[_Said]] = []
    last: date | None = None
    for day in sorted(key for key in by_time if isinstance(key, date)):
        here = by_time[day]
        is_stock = here[0].claim.act is Act.HOLD
        if last is not None and not is_stock and (day - last).days <= _SLACK:
            chains[-1] += here
        else:
            chains.append(list(here))
        last = day
    chains += [list(here) for key, here in by_time.items() if isinstance(key, str)]
    untimed = list(by_time.get(None, ()))
    if untimed and len(chains) == 1 and untimed[0].claim.act is not Act.HOLD:
        chains[0] += untimed
    elif untimed:
        chains.append(untimed)
    return chains


def _of_one_act(chain: list[_Said]) -> list[list[_Said]]:
    """Figures of an act that gives no day, told weeks apart, are of two acts."""
    parts: list[list[_Said]] = []
    for said in chain:
        last = parts[-1][-1] if parts else None
        near = last is not None and (
            last.day is None
            or said.day is None
            or (said.day - last.day).days <= _NEAR
            or said.mark is Mark.NEWER
        )
        if near:
            parts[-1].append(said)
        else:
            parts.append([said])
    return parts


def _of_one_stock(chain: list[_Said]) -> list[list[_Said]]:
    """A stock without a day is of the day it is told on, unless it says that it corrects."""
    if any(said.claim.when is not None for said in chain):
        return [chain]
    if not chain or chain[0].claim.act is not Act.HOLD:
        return _of_one_act(chain)
    parts: list[list[_Said]] = []
    for said in chain:
        follows = parts and (parts[-1][-1].day == said.day or said.mark is Mark.NEWER)
        if follows:
            parts[-1].append(said)
        else:
            parts.append([said])
    return parts


def _order(said: _Said) -> tuple[date, int, str, int, str]:
    passage = said.claim.passage
    return (said.day or date.min, said.mark, passage.report, passage.start, said.claim.id)


def _history(chain: Sequence[_Said]) -> list[_Step]:
    """The figures of a chain one after the other; a single step where none is replaced."""
    steps = [_Step()]
    moments = _moments(chain)
    if any(_disagree(moment) for moment in moments):
        return steps
    for moment in moments:
        for said in moment:
            _take(said, steps)
    return steps


def _moments(chain: Sequence[_Said]) -> list[list[_Said]]:
    """Figures of which nobody can say which came first, together.

    Where some have a day and some have none, only their words order them.
    """
    has_days = all(s.day is not None for s in chain)
    moments: dict[tuple[date | None, Mark], list[_Said]] = defaultdict(list)
    for said in chain:
        moments[said.day if has_days else None, said.mark].append(said)
    return [moments[key] for key in sorted(moments, key=lambda k: (k[0] or date.min, k[1]))]


def _disagree(moment: Sequence[_Said]) -> bool:
    bounds = [soft(s.claim) for s in moment]
    return any(are_apart(one, other) for i, one in enumerate(bounds) for other in bounds[i + 1 :])


def _take(said: _Said, steps: list[_Step]) -> None:
    """Put a figure where it belongs: with the last ones, an earlier one it repeats, or next."""
    same = next((s for s in steps if any(_is_same(said, o) for o in s.said)), None)
    if same is not None and said.mark is not Mark.NEWER:
        same.said.append(said)
        return
    last = steps[-1]
    if any(_replaces(said, other) for other in last.said):
        steps.append(_Step(said=[said]))
    else:
        last.said.append(said)


def _is_same(one: _Said, other: _Said) -> bool:
    return _figure(one.claim) == _figure(other.claim)


def _figure(claim: Claim) -> Hashable:
    """What makes two figures the same, however they are written."""
    return soft(claim)


def _replaces(said: _Said, other: _Said) -> bool:
    if are_apart(soft(said.claim), soft(other.claim)):
        return True
    return said.mark > other.mark and not _is_same(said, other)


def _revision(steps: Sequence[_Step], reports: Mapping[str, Report]) -> Revision:
    firsts = [step.said[0] for step in steps]
    figures = [(figure_words(s.claim), s.day if s.mark is not Mark.OLDER else None) for s in firsts]
    sentence = REVISED.format(
        speaker=capital(speaker_words(firsts[-1].claim, reports)),
        figures=history_words(figures),
    )
    return Revision(explanation=sentence, claims=tuple(s.claim.id for s in firsts))
