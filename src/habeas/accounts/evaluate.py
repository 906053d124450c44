"""Measure how well an account finds wrong figures, in worlds whose truth is known.

    python -m habeas.accounts.evaluate --events 250 --claims 40 --wrong 0.06 --seed 1

`habeas.accounts.worlds` says what a world holds and what it leaves out. The result is one JSON
object on stdout. The exit status is 1 where such a world cannot be made, 2 where the command is
wrong.

A claim is *wrong* where the strict meaning of its words excludes the truth. It is *flagged*, no
matter what is true, where its account does not take it for what it says: every lightest repair
sets it aside, or it speaks of everybody and is so small beside others that it is taken to count
some (an assumption, which the account tells). Figures that can be kept at no more cost than others
are not flagged: where two speakers differ and nobody else speaks of it, neither is.

- `precision`: share of flagged claims that are wrong; null where none is flagged.
- `recall`: share of wrong claims that are flagged; null where none is wrong.
- `taken_to_count_some`: how many of the flagged are so for the second reason; none by statements.
- `truth_within_bounds`: share of the bounds on numbers of people that hold the true number; null
  where there are none. Bounds are those over all repairs that the account lists.
- `seconds`: from claims to finished accounts, by the clock; `cpu_seconds` likewise, of processor.
- `by_error`: for each kind of error, how many claims it made wrong, and how many were flagged.

With `--level claims` (the default) reports and claims go the whole way, as `habeas account` takes
them: grouped into events, their words read. With `--level statements` the bounds that their words
mean are given to the solver at once, so that nothing but arithmetic is measured.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from habeas.accounts.worlds import World, make_world
from habeas.accounts.worlds.answers import Answer, answer_claims, answer_statements

FORMAT = "habeas-accounts-evaluation/1"
_ANSWERING = {"claims": answer_claims, "statements": answer_statements}

type Json = dict[str, object]


@dataclass(slots=True, kw_only=True)
class _Tally:
    """What is counted over all events."""

    claims: int = 0
    wrong: int = 0
    flagged: int = 0
    found: int = 0
    narrowed: int = 0
    bounds: int = 0
    true_bounds: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    errors_found: Counter[str] = field(default_factory=Counter)


def evaluate(world: World, level: str) -> Json:
    """Reconcile a world and measure what was found.

    Args:
        world: From `make_world`.
        level: `claims` or `statements`.
    """
    tally = _Tally()
    clock, cpu = time.perf_counter(), time.process_time()
    answers = _ANSWERING[level](world)
    seconds, cpu_seconds = time.perf_counter() - clock, time.process_time() - cpu
    for happening, answer in zip(world.happenings, answers.by_happening, strict=True):
        for at, saying in enumerate(happening.sayings):
            _count(tally, answer, at, str(saying.error) if saying.is_wrong else None)
        for selection, bounds in answer.bounds:
            truth = happening.people.count(selection)
            is_within = bounds.low <= truth and (bounds.high is None or truth <= bounds.high)
            tally.bounds += 1
            tally.true_bounds += is_within
    seconds -= answers.preparing
    cpu_seconds -= answers.preparing_cpu
    return {
        "claims": tally.claims,
        "wrong": tally.wrong,
        "flagged": tally.flagged,
        "flagged_and_wrong": tally.found,
        "taken_to_count_some": tally.narrowed,
        "precision": _share(tally.found, tally.flagged),
        "recall": _share(tally.found, tally.wrong),
        "bounds": tally.bounds,
        "truth_within_bounds": _share(tally.true_bounds, tally.bounds),
        "seconds": seconds,
        "cpu_seconds": cpu_seconds,
        "by_error": {
            name: {"wrong": number, "flagged": tally.errors_found[name]}
            for name, number in sorted(tally.errors.items())
        },
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m habeas.accounts.evaluate",
        description="Measure how well an account finds wrong figures, in invented worlds.",
        epilog="Example: python -m habeas.accounts.evaluate --events 250 --claims 40 --seed 7",
    )
    parser.add_argument("--events", type=int, default=250, help="events of the world (250)")
    parser.add_argument("--claims", type=int, default=40, help="claims of each event (40)")
    parser.add_argument(
        "--wrong", type=float, default=0.06, help="share of wrong figures, 0 to 1 (0.06)"
    )
    parser.add_argument("--seed", type=int, default=1, help="any whole number (1)")
    parser.add_argument(
        "--level",
        choices=sorted(_ANSWERING),
        default="claims",
        help="the whole way from claims, or the solver alone (claims)",
    )
    given = parser.parse_args(arguments)
    try:
        world = make_world(
            events=given.events, claims=given.claims, wrong=given.wrong, seed=given.seed
        )
    except ValueError as error:
        print(f"evaluate: {error}", file=sys.stderr)
        return 1
    asked = {
        "events": given.events,
        "claims": given.claims,
        "wrong": given.wrong,
        "seed": given.seed,
        "level": given.level,
    }
    print(json.dumps({"format": FORMAT, "asked": asked, **evaluate(world, given.level)}, indent=2))
    return 0


def _count(tally: _Tally, answer: Answer, at: int, error: str | None) -> None:
    is_flagged = at in answer.flagged
    tally.claims += 1
    tally.flagged += is_flagged
    tally.narrowed += at in answer.narrowed
    if error is None:
        return
    tally.wrong += 1
    tally.found += is_flagged
    tally.errors[error] += 1
    tally.errors_found[error] += is_flagged


def _share(some: int, all_: int) -> float | None:
    return some / all_ if all_ else None


if __name__ == "__main__":
    sys.exit(main())
