"""Disputes are written so that they can be read: every name in them means one figure."""

from __future__ import annotations

import pytest

from accounts.disputes.notation import Dispute, hear
from accounts.disputes.tables import DISPUTES, TABLES
from accounts.disputes.whom import COUNTED_APART, population_of_words

every_dispute = pytest.mark.parametrize("dispute", DISPUTES.values(), ids=DISPUTES)


def test_every_dispute_has_a_name_of_its_own() -> None:
    assert len(DISPUTES) == sum(map(len, TABLES))


@every_dispute
def test_every_figure_of_a_conflict_is_named_by_words_of_its_own(dispute: Dispute) -> None:
    claims = hear(dispute).story.claims
    for line in (*dispute.conflicts, *(dispute.repairs or ())):
        figures = line.removeprefix("tight: ").partition(" if ")[0].rpartition(" (")
        for words in (figures[0] or figures[2]).split(" | "):
            said = [c for c in claims if words in c.passage.exact]
            counts = {c.count.words if c.count else c.passage.exact for c in said}
            assert words == "nothing" or len(counts) == 1, words


@every_dispute
def test_every_bound_is_of_somebody(dispute: Dispute) -> None:
    for whom in dispute.bounds:
        assert population_of_words(whom) or whom in ("everybody", *COUNTED_APART)
