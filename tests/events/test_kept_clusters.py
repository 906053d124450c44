"""Clusters are found again, whatever was let go before. Everyone here is invented."""

from __future__ import annotations

from habeas.events.atoms import atoms_of
from habeas.events.clusters import cluster
from habeas.events.kept import Clusters
from stories import tell


def test_one_that_takes_the_place_of_another_in_memory_is_one_more() -> None:
    story = tell("report A, 2025-12-13\nrelease 12 people, by Belarus, on 2025-12-12")
    made = list(cluster(atoms_of(story.reports[0], story.claims), {}))
    kept = Clusters()
    for turn in range(50):
        (one,) = cluster(atoms_of(story.reports[0], story.claims), {})
        kept.add(one)
        if turn % 2:
            one.atoms.clear()
            kept.drop_empty()
        del one
    assert len(made) == 1
    assert len(list(kept)) == 25
