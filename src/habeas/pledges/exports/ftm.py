"""What pledges are about as FollowTheMoney: a target, and a Sanction with how it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256

from habeas.claims.states import state_code
from habeas.model.claims import Act
from habeas.model.pledges import Chain, StepKind
from habeas.model.sanctions import TargetProposal
from habeas.pledges.board import PLEDGED
from habeas.pledges.standing import state_on
from habeas.pledges.timeline import Told

_NAME = re.compile(r"(?:[^\W\d_a-zа-яё][\w’'-]*)(?:[ -](?:of |the |and )?[^\W\d_a-zа-яё][\w’'-]*)*")

type Entity = dict[str, object]


def sanctions_of(
    chains: Iterable[Chain],
    told: Told,
    proposals: Iterable[TargetProposal] = (),
    *,
    on: date,
) -> Iterator[Entity]:
    """Write the targets of pledges, and for each a Sanction that says how the pledge stands.

    A target is what the object of a pledge is written as a name for ("the airline Belavia" →
    Belavia), or an entry of a list that it is proposed to be; such a Sanction says so in its
    description. "Exports of potash" has no target and no entity.

    Args:
        chains: The pledges; those of other acts than sanctions are passed over.
        told: Their claims and reports.
        proposals: Entries of lists, from `propose_targets` on the pledges.
        on: The day by which the states are told.

    Returns:
        Entities with the ids, schemata and properties of FollowTheMoney, each target before
        its Sanction.
    """
    proposed: dict[str, list[TargetProposal]] = {}
    for each in proposals:
        proposed.setdefault(each.promised, []).append(each)
    for chain in chains:
        if chain.pledge.act not in PLEDGED:
            continue
        for target in _targets(chain, proposed.get(chain.pledge.id, [])):
            note = target.pop("notes", None)
            yield target
            yield _sanction(chain, target, told, on, note)


def _targets(chain: Chain, proposals: Iterable[TargetProposal]) -> Iterator[Entity]:
    listed = list(proposals)
    for each in listed:
        names = sorted({name.text for name in each.entity.names})
        yield {
            "id": each.entity.id,
            "schema": each.entity.kind.value,
            "properties": {"name": names or [each.entity.id]},
            "notes": f"Proposed, not decided: {' '.join((*each.reasons, *each.doubts))}",
        }
    if listed:
        return
    for name in dict.fromkeys(_NAME.findall(chain.pledge.object or "")):
        code = state_code(name)
        if code is None and name.isupper() and len(name) < 3:
            continue
        properties: dict[str, list[str]] = {"name": [name]}
        if code is not None:
            properties["country"] = [code.lower()]
        yield {
            "id": "habeas-" + sha256(name.casefold().encode()).hexdigest()[:12],
            "schema": "PublicBody" if code is not None else "LegalEntity",
            "properties": properties,
        }


def _sanction(
    chain: Chain, target: Mapping[str, object], told: Told, on: date, note: object
) -> Entity:
    pledge, standing = chain.pledge, state_on(on, chain)
    words = [told.claims[key].passage.exact for key in standing.claims]
    urls = [r.url for s in chain.steps if (r := told.reports.get(s.report)) is not None and r.url]
    by_target = f"{pledge.id}\x1f{target['id']}"
    told_of = {
        "entity": [str(target["id"])],
        "authority": [pledge.promisor] if pledge.promisor else [],
        "country": [pledge.state.lower()] if pledge.state else [],
        "program": [pledge.object] if pledge.object else [],
        "status": [f"{standing.state.value}{', overdue' if standing.is_overdue else ''}"],
        "endDate": _ended(chain) if pledge.act is Act.EASE_SANCTIONS else [],
        "summary": [pledge.condition.words] if pledge.condition is not None else [],
        "description": [*dict.fromkeys(words), *([str(note)] if note else [])],
        "sourceUrl": list(dict.fromkeys(urls)),
    }
    filled = {key: [value for value in values if value] for key, values in told_of.items()}
    return {
        "id": "habeas-" + sha256(by_target.encode()).hexdigest()[:12],
        "schema": "Sanction",
        "properties": {key: values for key, values in filled.items() if values},
    }


def _ended(chain: Chain) -> list[str]:
    """Days on which sanctions are said to have been lifted, as exact as they are told."""
    days = {
        step.earliest.isoformat()
        for step in chain.steps
        if step.kind is StepKind.DELIVERED
        and step.earliest is not None
        and step.earliest == step.latest
    }
    return sorted(days)
