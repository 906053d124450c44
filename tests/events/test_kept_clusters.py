"""Clusters are found again, whatever was let go before. Everyone here is invented."""

from __future__ import annotations

from habeas.events.atoms import atoms_of
from habeas.events.clusters import Cluster, cluster
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


def test_one_that_learns_who_frees_is_found_among_those_of_which_that_is_known() -> None:
    told = [
        tell(f"report {name}, 2025-12-13\nrelease 12 people{by}, on 2025-12-12")
        for name, by in (("A", ""), ("B", ", by Belarus"))
    ]
    silent, said = (atoms_of(each.reports[0], each.claims)[0] for each in told)
    window = silent.window
    assert window is not None
    one = Cluster(state=None, window=window)
    one.take(silent)
    kept = Clusters()
    kept.add(one)
    assert (kept.stateless_on_days(window), kept.stated_on_days(window)) == ([one], [])
    one.take(said)
    kept.note(one, said)
    assert (kept.stateless_on_days(window), kept.stated_on_days(window)) == ([], [one])
    assert kept.on_days(window) == kept.telling_of_days(said.report, window) == [one]
    assert kept.telling_of_days("C", window) == []
