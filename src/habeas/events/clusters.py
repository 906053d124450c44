"""Atoms of several reports that speak of one release."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from habeas.events.actors import states_named
from habeas.events.atoms import Atom, count_sign, is_whole
from habeas.events.kept import Clusters
from habeas.events.lists import list_publisher
from habeas.events.windows import Timing, Window
from habeas.model.claims import Claim, Stance
from habeas.model.reports import Report
from habeas.people.judging import join

_NO_BATCH = (Timing.RUNNING, Timing.EARLIER, Timing.PERHAPS_RUNNING)

_TOTAL = re.compile(r"\b(?:total|in all|all told|altogether|overall|всего)\b", re.IGNORECASE)

LATE_REPORT = timedelta(days=31)
"""How long after a release an undated report of it is still known by its figures."""

LONG_DONE = timedelta(days=183)
"""How long what was announced ("will gradually release 553") can take to be done."""


@dataclass(slots=True, kw_only=True)
class Cluster:
    """An event in the making.

    Attributes:
        state: Who frees; None while no atom says.
        window: Days all its atoms allow; None for a total or an undated release.
        atoms: What speaks of it.
        signs: Exact figures and names said in it.
    """

    state: str | None
    window: Window | None
    atoms: list[Atom] = field(default_factory=list)
    signs: set[str] = field(default_factory=set)

    def take(self, atom: Atom) -> None:
        """Add an atom; an exact window narrows that of the cluster."""
        self.atoms.append(atom)
        self.signs |= atom.signs
        self.state = self.state or atom.state
        if atom.timing in (Timing.DATED, Timing.PUBLISHED) and self.window and atom.window:
            self.window = self.window.meet(atom.window) or self.window

    @property
    def is_batch(self) -> bool:
        """False for running totals and for releases only said to be earlier."""
        return self.atoms[0].timing not in _NO_BATCH

    def is_before(self, window: Window) -> bool:
        """True where all its days end before a window begins; False where it has none."""
        return self.window is not None and self.window.last < window.first

    @property
    def known_until(self) -> date | None:
        """Last day on which a report that repeats its figures is taken to speak of it.

        What is only announced may take half a year to be done; a month runs from then.
        """
        if self.window is None:
            return None
        announced = [all(c.stance is Stance.ANNOUNCED for c in a.claims) for a in self.atoms]
        if all(announced):
            return self.window.last + LONG_DONE
        told = (a.window.last for a in self.atoms if a.window is not None)
        last = max(told, default=self.window.last) if any(announced) else self.window.last
        return last + LATE_REPORT

    @property
    def most(self) -> int:
        """The greatest exact figure of everybody freed in it; 0 where none is exact."""
        return max(atom.most for atom in self.atoms)


def cluster(atoms: Iterable[Atom], reports: Mapping[str, Report]) -> Clusters:
    """Join the atoms that speak of one release; the order they come in changes nothing.

    Exact dates first, so that they anchor what is dated only by its publication; then
    reports that do not say who frees, totals that may be of more than one release, vague
    dates, and reports without any date, each by what it repeats. Totals over one span
    join one another and nothing else.
    """
    ordered = sorted(atoms, key=_precision)
    clusters = Clusters()
    known = [a for a in ordered if a.timing in (Timing.DATED, Timing.PUBLISHED)]
    for atom in known:
        if atom.state is not None:
            _join(atom, _sharing_days(atom, clusters) or _late(atom, clusters), clusters)
    _join_stateless([a for a in known if a.state is None], clusters, reports)
    _return_repeated(clusters)
    by_timing = {t: [a for a in ordered if a.timing is t] for t in Timing}
    for atom in by_timing[Timing.PERHAPS_RUNNING]:
        near = _sharing_days(atom, clusters)
        _join(atom, [c for c in near if not 0 < c.most < atom.least], clusters)
    for atom in by_timing[Timing.VAGUE]:
        _join(atom, _repeated_by(atom, clusters), clusters)
    for group in _undated_groups(by_timing[Timing.UNDATED]):
        _place_undated(group, clusters)
    running: list[Cluster] = []
    for atom in by_timing[Timing.RUNNING]:
        spans = [c for c in running if _is_same_span(atom, c)]
        begun = _join(atom, spans if len(spans) == 1 else [], clusters)
        running += [begun] if begun is not None else []
    for atom in by_timing[Timing.EARLIER]:
        _join(atom, [], clusters)
    return clusters


def _join_stateless(
    atoms: Sequence[Atom], clusters: Clusters, reports: Mapping[str, Report]
) -> None:
    """Place what does not say who frees: first by what it repeats, then the rest."""
    rest = []
    for atom in atoms:
        near = _repeated_by(atom, clusters)
        if near:
            _join(atom, near, clusters)
        else:
            rest.append(atom)
    for atom in rest:
        # What an atom of this loop began can be what the next one repeats.
        near = _repeated_by(atom, clusters)
        if not near:
            near = (
                _stateless(atom, clusters, reports)
                or _one_list(atom, clusters, reports)
                or _late_of_named(atom, clusters, reports)
            )
        _join(atom, near, clusters)


def _return_repeated(clusters: Clusters) -> None:
    """Send back the figures of an earlier release that a report tells again without its date.

    An exact figure that no dated claim gives for this release, and that dated claims
    give for exactly one other release of the same state, is told of that one.
    """
    moves = []
    for here in clusters:
        for atom in here.atoms:
            for claim in atom.claims if atom.timing is Timing.PUBLISHED else ():
                sign = count_sign(claim) if is_whole(claim) else None
                if sign is None or _is_dated(sign, here):
                    continue
                others = [
                    c
                    for c in clusters.saying([sign])
                    if c is not here and c.state == here.state and _is_dated(sign, c)
                ]
                if len(others) == 1:
                    moves.append((here, atom, claim, others[0]))
    for here, atom, claim, target in moves:
        moved = _move(here, atom, claim, target)
        if moved is not None:
            clusters.note(target, moved)
    clusters.drop_empty()


def _is_dated(sign: str, candidate: Cluster) -> bool:
    return any(a.timing is Timing.DATED and sign in a.signs for a in candidate.atoms)


def _move(here: Cluster, atom: Atom, claim: Claim, target: Cluster) -> Atom | None:
    """Move a claim and its parts; the atom may have lost others before."""
    current = next((a for a in here.atoms if a.report == atom.report and claim in a.claims), None)
    if current is None:
        return None  # gone with a total
    family = [c for c in current.claims if claim.id in (c.id, c.part_of)]
    if claim.count is not None and _TOTAL.search(claim.count.words):
        family = list(current.claims)  # what a report sums up is of one release
    rest = tuple(c for c in current.claims if c not in family)
    here.atoms.remove(current)
    if rest:
        here.atoms.append(replace(current, claims=rest))
    here.signs = {sign for a in here.atoms for sign in a.signs}
    moved = replace(current, claims=tuple(family))
    target.atoms.append(moved)
    target.signs |= moved.signs
    return moved


def by_days_and_states(
    window: Window, states: Callable[[], Collection[str]], clusters: Clusters
) -> list[Cluster]:
    """Batches that can have taken place in a window, of one of some states.

    Args:
        window: The days.
        states: Gives the states; it takes a while to read a text for them.
        clusters: Those to look in.
    """
    stated = [c for c in clusters.stated_on_days(window) if c.is_batch]
    named = states() if stated else ()
    return [c for c in stated if c.state in named]


def _precision(atom: Atom) -> tuple[object, ...]:
    window = atom.window
    first = atom.claims[0]
    return (
        atom.timing is not Timing.DATED,
        atom.state is None,
        window.days if window else 0,
        window.first.toordinal() if window else 0,
        atom.state or "",
        first.report,
        first.passage.start,
        first.id,
    )


def _join(atom: Atom, candidates: list[Cluster], clusters: Clusters) -> Cluster | None:
    """Put an atom into the candidate that shares most with it, or into a new cluster.

    Returns:
        The new one; None where there is none.
    """
    if not candidates:
        made = Cluster(state=atom.state, window=atom.window)
        made.take(atom)
        clusters.add(made)
        return made
    best = max(candidates, key=lambda c: (len(atom.signs & c.signs), -_apart(atom, c), -_start(c)))
    best.take(atom)
    clusters.note(best, atom)
    return None


def _apart(atom: Atom, candidate: Cluster) -> int:
    """Days between the middles of two windows, doubled so as to stay whole."""
    if atom.window is None or candidate.window is None:
        return 0
    one = atom.window.first.toordinal() + atom.window.last.toordinal()
    other = candidate.window.first.toordinal() + candidate.window.last.toordinal()
    return abs(one - other)


def _start(candidate: Cluster) -> int:
    return candidate.window.first.toordinal() if candidate.window else 0


def _sharing_days(atom: Atom, clusters: Clusters) -> list[Cluster]:
    if atom.window is None:
        return []
    near = clusters.on_days if atom.state is None else clusters.stated_on_days
    return [c for c in near(atom.window) if _may_hold(c, atom)]


def _may_hold(candidate: Cluster, atom: Atom) -> bool:
    return (atom.state is None or candidate.state == atom.state) and candidate.is_batch


def _repeated_by(atom: Atom, clusters: Clusters) -> list[Cluster]:
    """The one that shares its days and most of what it says: `_by_signs` of all of its days."""
    days = atom.window
    if days is None:
        return []
    said = clusters.saying(atom.signs)
    near = [c for c in said if c.window and c.window.meet(days) and _may_hold(c, atom)]
    return _by_signs(atom.signs, near)


def _late(atom: Atom, clusters: Clusters) -> list[Cluster]:
    """Releases before a report that repeats their figures or names, not long before."""
    if atom.timing is not Timing.PUBLISHED or atom.window is None:
        return []
    last = atom.window.last
    return [
        c
        for c in clusters.saying(atom.signs)
        if c.is_batch
        and c.state == atom.state
        and c.window is not None
        and c.window.last <= last
        and c.known_until is not None
        and last <= c.known_until
    ]


def _late_of_named(atom: Atom, clusters: Clusters, reports: Mapping[str, Report]) -> list[Cluster]:
    """As `_late`, of the states that the report names."""
    report = reports.get(atom.report)
    if report is None or all(c.state is None for c in clusters.saying(atom.signs)):
        return []
    named = sorted(states_named(report.text))
    found = [c for state in named for c in _late(replace(atom, state=state), clusters)]
    return _by_signs(atom.signs, found)


def _stateless(atom: Atom, clusters: Clusters, reports: Mapping[str, Report]) -> list[Cluster]:
    """For a report that does not say who frees: what else it tells, else whom it names."""
    report, window = reports.get(atom.report), atom.window
    if window is None:
        return []
    told = [c for c in clusters.telling_of_days(atom.report, window) if c.is_batch]
    if len(told) == 1 or report is None:
        return told
    mentioned = by_days_and_states(window, lambda: states_named(report.text), clusters)
    return mentioned if len(mentioned) == 1 else []


def _one_list(atom: Atom, clusters: Clusters, reports: Mapping[str, Report]) -> list[Cluster]:
    """For a list that does not say who freed: what else its publisher lists of that day."""
    publisher = list_publisher(reports.get(atom.report))
    if publisher is None or atom.window is None:
        return []
    return [
        c
        for c in clusters.stateless_on_days(atom.window)
        if c.is_batch
        and all(list_publisher(reports.get(a.report)) == publisher for a in c.atoms)
        and any(_day(a) == _day(atom) for a in c.atoms)
    ]


def _day(atom: Atom) -> Window | str | None:
    """The day it is dated, or the days about its publication."""
    return atom.date.text if atom.date is not None else atom.window


def _by_signs(signs: frozenset[str], candidates: Iterable[Cluster]) -> list[Cluster]:
    """The candidates that share most with it; none where two share equally much."""
    shared = [(len(signs & c.signs), c) for c in candidates]
    most = max((n for n, _ in shared), default=0)
    best = [c for n, c in shared if n == most and n > 0]
    return best if len(best) == 1 else []


def _undated_groups(atoms: Iterable[Atom]) -> list[list[Atom]]:
    """Undated atoms of one state that repeat one another's figures or names."""
    listed = list(atoms)
    holders: dict[tuple[str | None, str], list[int]] = {}
    for number, atom in enumerate(listed):
        for sign in atom.signs:
            holders.setdefault((atom.state, sign), []).append(number)
    edges = ((numbers[0], n) for numbers in holders.values() for n in numbers[1:])
    groups = join(range(len(listed)), edges)
    return [[listed[n] for n in sorted(group)] for group in sorted(groups, key=min)]


def _place_undated(group: list[Atom], clusters: Clusters) -> None:
    state = group[0].state
    signs = frozenset(sign for atom in group for sign in atom.signs)
    fitting = [
        c
        for c in clusters.saying(signs)
        if c.is_batch and (state is None or c.state in (None, state))
    ]
    candidates = _by_signs(signs, fitting)
    if candidates:
        target = candidates[0]
    else:
        target = Cluster(state=state, window=None)
        clusters.add(target)
    for atom in group:
        target.take(atom)
        clusters.note(target, atom)


def _is_same_span(atom: Atom, candidate: Cluster) -> bool:
    first = candidate.atoms[0]
    return (
        first.timing is Timing.RUNNING
        and (candidate.state == atom.state or None in (candidate.state, atom.state))
        and first.date is not None
        and atom.date is not None
        and (first.date.earliest, first.date.latest) == (atom.date.earliest, atom.date.latest)
    )
