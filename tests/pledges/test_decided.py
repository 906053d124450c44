"""A link or an entry that was decided about is told again later. Everything is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from habeas.model.decisions import (
    EntryKey,
    RuledEntry,
    RuledLink,
    Ruling,
)
from habeas.model.pledges import LinkKind, PledgeLink
from habeas.pledges.decided import decided_entries, decided_links, link_key, rejected_links

MEANT = PledgeLink(
    id="k1",
    kind=LinkKind.IS_MEANT,
    reason="“the prisoners” is taken to mean “52 people”.",
    claim="x1",
    report="r1",
    event="e1",
    pledge=None,
    claims=("c1", "c2"),
)
MET = replace(MEANT, id="k2", kind=LinkKind.MEETS_CONDITION, claim="c9", claims=("c9", "c1", "c2"))
ENTRY = EntryKey(
    id="t1", title="Ruritania", entry="91001", words="Vorstadtkali", pledge="g1", claims=("c3",)
)

STORIES: dict[str, tuple[PledgeLink, tuple[PledgeLink, ...], str]] = {
    "the same": (MEANT, (MEANT,), "k1"),
    "an event of another name": (MEANT, (replace(MEANT, id="k7", event="e7"),), "k7"),
    "one more report of it": (MEANT, (replace(MEANT, id="k7", claims=("c0", "c2")),), "k7"),
    "another event": (MEANT, (replace(MEANT, id="k7", claims=("c5",)),), ""),
    "a tie that moved in its report": (MEANT, (replace(MEANT, id="k7", claim="x7"),), "k7"),
    "two ties that moved": (
        MEANT,
        (replace(MEANT, id="k7", claim="x7"), replace(MEANT, id="k8", claim="x8")),
        "",
    ),
    "a tie of another report": (MEANT, (replace(MEANT, id="k7", claim="x7", report="r2"),), ""),
    "another kind": (MEANT, (replace(MET, report="r1"),), ""),
    "a condition": (MET, (replace(MET, id="k7", claims=("c9", "c2")),), "k7"),
    "a condition met by another": (MET, (replace(MET, id="k7", claims=("c9", "c5")),), ""),
    "another condition": (MET, (replace(MET, id="k7", claim="c8", claims=("c8", "c1")),), ""),
}


@pytest.mark.parametrize("story", STORIES)
def test_a_link_is_told_again_by_what_it_is_about(story: str) -> None:
    decided, links, again = STORIES[story]
    ruled = RuledLink(about=link_key(decided), ruling=Ruling.REJECT)
    assert "".join(rejected_links(links, [ruled])) == again


def test_a_decision_on_the_very_link_counts_before_one_on_a_like_one() -> None:
    like = RuledLink(about=replace(link_key(MEANT), id="k0"), ruling=Ruling.REJECT)
    own = RuledLink(about=link_key(MEANT), ruling=Ruling.ACCEPT)
    assert decided_links([MEANT], [own, like]) == {"k1": own}
    unsure = replace(like, ruling=Ruling.UNSURE)
    assert decided_links([MEANT], [like, unsure]) == {"k1": unsure}, "the later counts"
    assert rejected_links([MEANT], [like, unsure]) == frozenset()


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (ENTRY, True),
        (replace(ENTRY, pledge="g2", claims=("c7",)), True),
        (replace(ENTRY, id="t2", pledge="g2", claims=("c3", "c4"), words="VORSTADTKALI"), True),
        (replace(ENTRY, id="t2", claims=("c4",)), False),
        (replace(ENTRY, id="t2", entry="91002"), False),
        (replace(ENTRY, id="t2", title="Norland"), False),
        (replace(ENTRY, id="t2", words="Vorstadt"), False),
    ],
)
def test_an_entry_is_told_again_by_list_words_and_claims(now: EntryKey, found: bool) -> None:
    ruled = RuledEntry(about=ENTRY, ruling=Ruling.REJECT)
    assert bool(decided_entries([now], [ruled])) is found
