"""What holds for the comparison of any two names, whatever they are."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.people.comparison import compare_many, compare_names
from habeas.people.comparison.compare import compare_ahead
from habeas.people.search import NameIndex
from people.comparison.names_in_scripts import HOSTILE, NAMES, names

SECONDS_OF_THE_SLOWEST = 0.01
"""Of processor time, warm; the quickest of several runs, so that a busy machine fails nothing."""

some_names = st.lists(names, min_size=1, max_size=6)


@given(names, names)
def test_changing_sides_changes_nothing_but_sides(left: str, right: str) -> None:
    there, back = compare_names(left, right), compare_names(right, left)
    assert there.probability == back.probability
    assert there.veto == back.veto
    turned = {(pair.right, pair.left, pair.likeness) for pair in back.pairs}
    assert {(pair.left, pair.right, pair.likeness) for pair in there.pairs} == turned
    assert (there.left, there.right) == (left, right)


@given(some_names, some_names)
def test_many_are_compared_as_one_by_one(lefts: list[str], rights: list[str]) -> None:
    pairs = list(product(lefts, rights))
    many = compare_many([a for a, _ in pairs], [b for _, b in pairs]).tolist()
    assert many == [compare_names(a, b).probability for a, b in pairs]


@given(some_names, some_names)
def test_what_was_compared_ahead_is_what_is_compared(lefts: list[str], rights: list[str]) -> None:
    pairs = list(product(lefts, rights))
    many = compare_many([a for a, _ in pairs], [b for _, b in pairs]).tolist()
    compare_ahead([(b, a) for a, b in pairs[::2]])
    try:
        again = compare_many([a for a, _ in pairs], [b for _, b in pairs]).tolist()
    finally:
        compare_ahead(())
    assert again == many


@given(st.lists(st.tuples(names, names), min_size=1, max_size=12), st.randoms())
def test_a_batch_says_nothing_of_a_pair(
    pairs: list[tuple[str, str]], shuffled_by: random.Random
) -> None:
    alone = {pair: compare_many([pair[0]], [pair[1]]).tolist()[0] for pair in pairs}
    shuffled_by.shuffle(pairs)
    together = compare_many([a for a, _ in pairs], [b for _, b in pairs]).tolist()
    turned = compare_many([b for _, b in pairs], [a for a, _ in pairs]).tolist()
    assert together == turned == [alone[pair] for pair in pairs]


def test_a_large_batch_says_nothing_of_a_pair() -> None:
    chosen = random.Random(5)
    pairs = [(chosen.choice(NAMES), chosen.choice(NAMES)) for _ in range(3_000)]
    lefts, rights = [a for a, _ in pairs], [b for _, b in pairs]
    whole = compare_many(lefts, rights)
    parts = [compare_many(lefts[at : at + 7], rights[at : at + 7]) for at in range(0, 3_000, 7)]
    assert whole.tobytes() == b"".join(part.tobytes() for part in parts)


def test_nothing_to_compare_is_no_fault() -> None:
    assert compare_many([], []).shape == (0,)


@given(names, names)
def test_a_probability_is_one_and_says_why(left: str, right: str) -> None:
    match = compare_names(left, right)
    assert 0 <= match.probability <= 1
    assert match.reason.endswith(".")
    assert all(0 <= pair.likeness <= 1 for pair in match.pairs)
    match.reason.encode()


@given(st.sampled_from(NAMES), names)
def test_no_name_is_more_like_another_than_itself(name: str, other: str) -> None:
    itself = compare_names(name, name)
    assert itself.veto is None
    assert itself.probability >= compare_names(name, other).probability


@given(some_names, some_names, names)
def test_one_spelling_more_never_makes_two_persons_less_alike(
    left: list[str], right: list[str], more: str
) -> None:
    def best(lefts: list[str]) -> float:
        pairs = list(product(lefts, right))
        return float(compare_many([a for a, _ in pairs], [b for _, b in pairs]).max())

    assert best([*left, more]) >= best(left)


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5), st.sampled_from(NAMES))
def test_one_spelling_more_never_hides_a_person_in_a_search(known: list[str], more: str) -> None:
    entries = [("person", name) for name in known]
    before, after = NameIndex(entries), NameIndex([*entries, ("person", more)])
    for name in NAMES[::8]:
        found = [index.search([name], limit=10)[0] for index in (before, after)]
        assert found[1][0].probability >= found[0][0].probability


def _invisible(name: str) -> str:
    return "\u200b".join(name) + "\ufeff"


def _spaced(name: str) -> str:
    return f"  {name.replace(' ', chr(0xA0) + '  ')}\t"


def _large(name: str) -> str:
    large = name.upper()
    # Georgian and Greek capitals are written without what the small letters have.
    return large if large.casefold() == name.casefold() else name


def _decomposed(name: str) -> str:
    return unicodedata.normalize("NFD", name)


@pytest.mark.parametrize("change", [_invisible, _spaced, _large, _decomposed])
@pytest.mark.parametrize("name", NAMES)
def test_what_a_reader_does_not_see_changes_nothing(name: str, change: object) -> None:
    assert callable(change)
    changed = change(name)
    others = [*NAMES[::3], name]
    as_it_was = compare_many([name] * len(others), others).tolist()
    assert compare_many([changed] * len(others), others).tolist() == as_it_was


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_no_name_is_too_strange(name: str) -> None:
    for other in (*NAMES[::6], *HOSTILE):
        match = compare_names(name, other)
        assert 0 <= match.probability <= 1


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_no_name_is_slow(name: str) -> None:
    compare_names(NAMES[0], NAMES[1])
    took = []
    for other in (NAMES[0], NAMES[3], "b " * 5_000, name[::-1]):
        began = time.process_time()
        compare_names(name, other)
        took.append(time.process_time() - began)
    assert min(took) < SECONDS_OF_THE_SLOWEST


PROGRAM = """
import json, sys
from habeas.people.comparison import compare_many, compare_names
from habeas.people.comparison.compare import compare_ahead
names = json.loads(sys.argv[1])
pairs = [(a, b) for a in names for b in names]
many = compare_many([a for a, _ in pairs], [b for _, b in pairs])
told = [repr(compare_names(a, b)) for a, b in pairs[::3]]
sys.stdout.buffer.write(many.tobytes() + "".join(told).encode("utf-8", "surrogatepass"))
"""


def test_every_process_says_the_same() -> None:
    said = {_run(hash_seed="1", threads="1"), _run(hash_seed="77", threads="2")}
    assert len(said) == 1
    assert len(said.pop()) > 1_000


def _run(*, hash_seed: str, threads: str) -> bytes:
    environment = dict(os.environ, PYTHONHASHSEED=hash_seed)
    for library in ("OMP", "OPENBLAS", "MKL"):
        environment[f"{library}_NUM_THREADS"] = threads
    command = [sys.executable, "-c", PROGRAM, json.dumps(NAMES)]
    return subprocess.run(command, check=True, capture_output=True, env=environment).stdout
