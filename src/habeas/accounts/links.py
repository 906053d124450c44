"""What joins the figures of one event though they do not say so: the assumptions.

A link puts every figure into a class (those who announce, those who say it is done). The
class that most figures are in is the one the others are taken to mean; each other class
is one assumption. Where it is rejected, its figures speak of other people and are not
set against the rest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from habeas.accounts import wording
from habeas.accounts.figures import Count
from habeas.accounts.populations import value_of
from habeas.model.accounts import Assumption, AssumptionKind
from habeas.model.claims import Act, Claim, Stance
from habeas.model.reports import Report

type _Class = tuple[AssumptionKind, str]

_SAME_ACT = "pardon"
_ANNOUNCED = "announced"
_NO_DAY = "?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """The classes of the figures of one event.

    Attributes:
        assumptions: One for each class but the greatest of its kind, by kind and claims.
        classes: Claim id → the classes it is in, one of each kind that tells figures
            apart; each as the id of its assumption, or None for the greatest.
    """

    assumptions: tuple[Assumption, ...]
    classes: Mapping[str, tuple[tuple[str, str | None], ...]]

    def needed(self, claims: Iterable[str]) -> tuple[str, ...]:
        """Ids of the assumptions without which some claims would not be set together."""
        told: dict[str, set[str | None]] = defaultdict(set)
        for claim in claims:
            for kind, assumption in self.classes.get(claim, ()):
                told[kind].add(assumption)
        ids = {id_ for each in told.values() if len(each) > 1 for id_ in each if id_ is not None}
        return tuple(sorted(ids))

    def apart(self, claim: str, rejected: Collection[str]) -> tuple[str, ...]:
        """The rejected assumptions of a claim; claims with the same ones stay together."""
        return tuple(
            assumption
            for _, assumption in self.classes.get(claim, ())
            if assumption is not None and assumption in rejected
        )


def links_of(counts: Sequence[Count], reports: Mapping[str, Report]) -> Links:
    """Say what joins the figures of one event or one stock.

    Args:
        counts: In order of report and passage.
        reports: By id.
    """
    by_kind: dict[str, dict[str, list[Count]]] = defaultdict(lambda: defaultdict(list))
    for count in counts:
        for kind, key in _classes(count, reports):
            by_kind[kind][key].append(count)
    assumptions, classes = [], defaultdict(list)
    for name, groups in by_kind.items():
        main = _main(name, groups)
        for key, group in groups.items():
            made = None
            if key != main and len(groups) > 1:
                made = _assumption(name, key, group, reports)
                assumptions.append(made)
            for count in group:
                classes[count.claim.id].append((name, made.id if made else None))
    assumptions.sort(key=lambda a: (a.kind, a.id))
    return Links(
        assumptions=tuple(assumptions), classes={key: tuple(v) for key, v in classes.items()}
    )


def assumption_id(kind: AssumptionKind, key: str, claims: Iterable[str]) -> str:
    """An id that is the same for the same kind, key and first claim."""
    first = min(claims, default="")
    return "a" + sha256(f"{kind}|{key}|{first}".encode()).hexdigest()[:12]


def stock_day(claim: Claim, report: Report | None) -> date | None:
    """The day for which a figure of people held is given; None where nobody says."""
    if claim.when is not None:
        return claim.when.edtf.latest or claim.when.edtf.earliest
    return report.published.latest if report is not None and report.published else None


def _classes(count: Count, reports: Mapping[str, Report]) -> list[tuple[str, str]]:
    claim = count.claim
    found = [("event", claim.report)]
    if claim.act is Act.PARDON:
        found.append(("act", _SAME_ACT))
    else:
        found.append(("act", ""))
    if claim.act is Act.HOLD:
        # Where nobody tells the day, one voice's figures are of one day, whatever it is.
        day = claim.when.edtf.text if claim.when is not None else f"{_NO_DAY}{count.voice}"
        found.append(("day", day))
    else:
        found.append(("stage", _ANNOUNCED if claim.stance is Stance.ANNOUNCED else ""))
    if value_of(count.population, "designation") == "political":
        found.append(("criterion", count.voice))
    return found


def _main(kind: str, groups: Mapping[str, Sequence[Count]]) -> str:
    if kind in ("act", "stage") and "" in groups:
        return ""
    # The first in order of report and passage where two are in as many figures.
    return min(groups, key=lambda key: (key.startswith(_NO_DAY), -len(groups[key])))


def _assumption(
    name: str, key: str, group: Sequence[Count], reports: Mapping[str, Report]
) -> Assumption:
    kind, reason = _reason(name, key, group, reports)
    claims = tuple(c.claim.id for c in group)
    return Assumption(
        id=assumption_id(kind, f"{name}:{key}", claims), kind=kind, reason=reason, claims=claims
    )


def _reason(
    name: str, key: str, group: Sequence[Count], reports: Mapping[str, Report]
) -> tuple[AssumptionKind, str]:
    first = group[0].claim
    speakers = wording.speakers_words((c.claim for c in group), reports)
    if name == "act":
        return AssumptionKind.SAME_PEOPLE, wording.PARDONED_ARE_RELEASED.format(speakers=speakers)
    if name == "stage":
        return AssumptionKind.ANNOUNCED_IS_DONE, wording.ANNOUNCED_IS_DONE.format(
            figure=wording.figure_words(first), speakers=speakers
        )
    if name == "criterion":
        return AssumptionKind.SAME_PEOPLE, wording.SAME_CRITERION.format(speakers=speakers)
    if name == "day":
        day = wording.NO_DAY if key.startswith(_NO_DAY) else key
        return AssumptionKind.SAME_DAY, wording.SAME_DAY.format(day=day, speakers=speakers)
    report = reports.get(first.report)
    title = report.title if report is not None else wording.THE_REPORT
    return AssumptionKind.SAME_EVENT, wording.SAME_EVENT.format(
        title=wording.shortened(title), why=_tie(group, report)
    )


def _tie(group: Sequence[Count], report: Report | None) -> str:
    """Why a report is taken to speak of the event."""
    dated = next((c.claim.when for c in group if c.claim.when is not None), None)
    if dated is not None:
        return wording.TIED_BY_DATE.format(words=dated.words)
    if report is not None and report.published is not None:
        return wording.TIED_BY_PUBLICATION.format(day=report.published.text)
    return wording.TIED_BY_WORDS
