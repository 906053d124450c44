"""Which acts a set of labels tells apart: a reading that says more is not wrong for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from habeas.claims.document_fields import Field
from habeas.claims.tally import SHARE, most_pairs, overlap, same_people
from habeas.model.claims import Act, Claim

USUAL = frozenset(
    {
        Act.RELEASE,
        Act.PARDON,
        Act.HOLD,
        Act.ARREST,
        Act.SENTENCE,
        Act.EASE_SANCTIONS,
        Act.MEET,
        Act.WITHHOLD,
        Act.DEMAND_RELEASE,
    }
)
"""The acts that a label file tells where it does not say which."""

BROADER: Mapping[Act, Act] = {
    Act.CONDITIONAL_RELEASE: Act.RELEASE,
    Act.EXCHANGE: Act.RELEASE,
    Act.EXILE: Act.RELEASE,
    Act.REARREST: Act.ARREST,
    Act.DISAPPEAR: Act.HOLD,
    Act.TRANSFER: Act.HOLD,
}
"""What an act counts as for labels that do not know it: a parole is a release told more closely."""


def read_labelled_acts(data: object) -> frozenset[Act]:
    """The acts that a label file labels: its list `acts`, else the usual and those it uses.

    Args:
        data: The file as `json.load` returns it, already read without error by `read_labels`.

    Raises:
        InvalidClaims: `acts` is no list of acts of the vocabulary.
    """
    assert isinstance(data, dict)
    if "acts" in data:
        listed = Field(path="acts", value=data["acts"]).items()
        return frozenset(one.one_of(Act) for one in listed)
    return USUAL | {Act(label["act"]) for label in data["claims"]}


def within_acts(
    found: Sequence[Claim], labels: Sequence[Claim], acts: frozenset[Act]
) -> tuple[Claim, ...]:
    """The claims that labels of some acts can judge, in the order given.

    A claim of an act that is not labelled is left out, unless it tells a
    labelled act more closely (`BROADER`), of the same people on half of the
    same words as a label that no other claim tells; it then counts as that
    act. So a reader gains nothing and loses nothing by telling parole from
    release where the labels do not.
    """
    kept = [claim for claim in found if claim.act in acts]
    taken = most_pairs(kept, labels, _tell_the_same)
    open_labels = [label for number, label in enumerate(labels) if number not in taken]
    closer = [
        (claim, replace(claim, act=BROADER[claim.act]))
        for claim in found
        if claim.act not in acts and BROADER.get(claim.act) in acts
    ]
    pairs = most_pairs([broad for _, broad in closer], open_labels, _tell_the_same)
    meant = {id(closer[at][0]): closer[at][1] for at in pairs.values()}
    judged = (claim if claim.act in acts else meant.get(id(claim)) for claim in found)
    return tuple(claim for claim in judged if claim is not None)


def _tell_the_same(claim: Claim, label: Claim) -> bool:
    return claim.act == label.act and same_people(claim, label) and overlap(claim, label) >= SHARE
