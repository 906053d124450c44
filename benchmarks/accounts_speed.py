"""How long figures take to be reconciled, beside R's validatetools and errorlocate.

    python benchmarks/accounts_speed.py [--most CLAIMS] [--whole-way CLAIMS] [--rounds N] [--json]

The worlds are those of `habeas.accounts.worlds`, six in a hundred figures wrong. First one event of
40 claims, the first of its world that conflicts: the same statements are given to R, whose packages
whoever measures has installed (without them habeas is measured alone). Equal figures of the same
people are one statement in both. Each round of habeas begins from the statements; R's begins from
its rules, which are made before the clock starts. All times are of processor, so that what else the
machine does changes them little. Then many events, at two levels:

- *statements*: what figures mean is given to the solver, which says whether they conflict, all
  minimal conflicts up to 40, up to 12 lightest repairs, the bounds of every group told of under
  each of them, and what every lightest repair sets aside;
- *claims*: reports and claims go the whole way to finished accounts, explained in words.

`--most` ends the growth curve there (100,000), `--whole-way` that of the claims (10,000). Tables
are Markdown; `--json` prints one object.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from habeas.accounts import accounts_of
from habeas.accounts.solving import System
from habeas.accounts.worlds import Happening, World, make_world
from habeas.accounts.worlds.answers import answer_happening, statements_of
from habeas.accounts.worlds.telling import tell_world
from peers.rules_in_r import Measured, cells_of, measure_in_r, rscript_or_none

WRONG = 0.06
CLAIMS = 40
SEED = 1
ALL = 1_000_000
ROUNDS = 11
SIZES = (40, 400, 1_000, 4_000, 10_000, 40_000, 100_000)
ONE_EVENT = (40, 100, 400, 1_000, 4_000, 10_000)
PEER_ROUND = {"feasible": 20}
"""R answers this often in one of its rounds, since its clock is coarse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing that is asked of the figures of an event; seconds of processor."""

    asked: str
    habeas: float
    peer: float | None
    bound: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How long worlds of one size take; seconds of processor."""

    claims: int
    events: int
    statements: float
    whole_way: float | None


def median(work: Callable[[], object], rounds: int) -> float:
    """Seconds of processor, the median of some rounds after one that warms up."""
    work()
    taken = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return statistics.median(taken)


def conflicting_event() -> Happening:
    """The first event of 40 claims whose figures conflict."""
    for happening in make_world(events=100, claims=CLAIMS, wrong=WRONG, seed=SEED).happenings:
        if not System(happening.people.attributes, statements_of(happening)).is_consistent():
            return happening
    raise AssertionError("of 100 events one conflicts")


def beside_the_peer(rounds: int) -> list[Row]:
    """One event of 40 claims, in habeas and, where it is there, in R."""
    happening = conflicting_event()
    attributes, statements = happening.people.attributes, list(statements_of(happening))
    cells = cells_of(attributes)
    peer: dict[str, Measured] = {}
    if (program := rscript_or_none()) is not None:
        print("asking R, which takes minutes", file=sys.stderr)
        peer = measure_in_r(program, attributes, statements)

    def made() -> System:
        return System(attributes, statements)

    def bounded() -> object:
        system = System(attributes, statements, cells)
        aside = system.settings(1).items[0].aside
        return system.bounds(cells, aside)

    def everything() -> object:
        system = made()
        return system.conflicts(ALL), system.settings(ALL)

    asked: list[tuple[str, str, Callable[[], object], float]] = [
        ("feasible", "whether they conflict", lambda: made().is_consistent(), 0.001),
        ("conflict", "a first minimal conflict", lambda: made().conflict(), 0.002),
        ("correction", "a smallest correction", lambda: made().settings(1), 5),
        ("localized", "the same, by errorlocate", lambda: made().settings(1), 5),
        ("bounds", f"bounds of all {len(cells)} cells", bounded, 0.1),
        ("", "all minimal conflicts and corrections", everything, 5),
    ]
    return [
        Row(
            asked=words,
            habeas=median(work, rounds),
            peer=_per_answer(key, peer[key]) if key in peer else None,
            bound=bound,
        )
        for key, words, work, bound in asked
    ]


def _per_answer(key: str, measured: Measured) -> float:
    return statistics.median(measured.seconds) / PEER_ROUND.get(key, 1)


def added(rounds: int) -> dict[str, float]:
    """One claim more in an event of 40, reconciled again; seconds."""
    world = make_world(events=1, claims=CLAIMS + 1, wrong=WRONG, seed=SEED)
    (happening,), (telling,) = world.happenings, tell_world(world)
    return {
        "statements": median(lambda: answer_happening(happening), rounds),
        "claims": median(lambda: accounts_of(telling.reports, telling.claims), rounds),
    }


def growing(sizes: Sequence[tuple[int, int]], whole_way: int) -> list[Size]:
    """Worlds of some sizes, events and claims of each; so many claims go the whole way."""
    found = []
    for events, claims in sizes:
        print(f"{events * claims:,} claims in {events:,} events", file=sys.stderr)
        world = make_world(events=events, claims=claims, wrong=WRONG, seed=SEED)
        began = time.process_time()
        for happening in world.happenings:
            answer_happening(happening)
        statements = time.process_time() - began
        found.append(
            Size(
                claims=events * claims,
                events=events,
                statements=statements,
                whole_way=_whole_way(world) if events * claims <= whole_way else None,
            )
        )
    return found


def _whole_way(world: World) -> float:
    tellings = tell_world(world)
    reports = [report for told in tellings for report in told.reports]
    claims = [claim for told in tellings for claim in told.claims]
    began = time.process_time()
    accounts_of(reports, claims)
    return time.process_time() - began


def _told(seconds: float | None) -> str:
    if seconds is None:
        return "–"
    return f"{seconds * 1000:.2f} ms" if seconds < 1 else f"{seconds:.2f} s"


def print_tables(rows: Sequence[Row], more: dict[str, float], grown: dict[str, list[Size]]) -> None:
    """Print everything as Markdown."""
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    python = platform.python_version()
    print(f"Python {python}, {os.cpu_count()} cores, load {load} (1, 5, 15 minutes)\n")
    print(f"| {CLAIMS} claims of one event | habeas | R | times faster | bound |")
    print("|---|---:|---:|---:|---:|")
    for row in rows:
        times = f"{row.peer / row.habeas:,.0f}" if row.peer else "–"
        cells = [row.asked, _told(row.habeas), _told(row.peer), times, _told(row.bound)]
        print(f"| {' | '.join(cells)} |")
    print(f"\nOne claim more: {_told(more['statements'])} by statements, ", end="")
    print(f"{_told(more['claims'])} from claims to the account.")
    for title, sizes in grown.items():
        print(f"\n| {title} | events | statements | claims |")
        print("|---:|---:|---:|---:|")
        for size in sizes:
            cells = [f"{size.claims:,}", f"{size.events:,}", _told(size.statements)]
            print(f"| {' | '.join([*cells, _told(size.whole_way)])} |")


def main() -> int:
    """Print the tables; the exit status is 1 where a bound of one event is passed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--most", type=int, default=SIZES[-1], help="largest world, in claims")
    parser.add_argument("--whole-way", type=int, default=10_000, help="largest from claims on")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="of what is quick")
    parser.add_argument("--json", action="store_true", help="one JSON object, and no tables")
    given = parser.parse_args()
    rows = beside_the_peer(given.rounds)
    more = added(given.rounds)
    grown = {
        f"claims, {CLAIMS} of each event": growing(
            [(size // CLAIMS, CLAIMS) for size in SIZES if size <= given.most], given.whole_way
        ),
        "claims of one event": growing(
            [(1, size) for size in ONE_EVENT if size <= given.most], given.whole_way
        ),
    }
    if given.json:
        told = {title: [asdict(size) for size in sizes] for title, sizes in grown.items()}
        print(json.dumps({"one_event": [asdict(r) for r in rows], "added": more, "growth": told}))
    else:
        print_tables(rows, more, grown)
    return int(any(row.habeas > row.bound for row in rows))


if __name__ == "__main__":
    sys.exit(main())
