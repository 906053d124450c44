"""The proposals format, version 1: what `habeas proposals --format json` prints.

One object, `{"format": "habeas-proposals/1", "alerts": […], "matches": […], "unnamed": […]}`,
described by docs/reference/habeas-proposals-1.schema.json.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from habeas.model.people import Alert, Evidence, Person, PersonMatch
from habeas.people import ids_of, judgement_id

FORMAT = "habeas-proposals/1"

type Json = dict[str, object]


def proposals_document(
    people: Iterable[Person], alerts: Iterable[Alert], matches: Iterable[PersonMatch]
) -> Json:
    """Write proposals and alerts as one document of plain JSON values.

    Args:
        people: Everybody, named or not.
        alerts: As `alerts_of` gives them.
        matches: As `match_people` gives them.
    """
    listed = tuple(people)
    owners = {node: person for person in listed for node in ids_of(person)}
    return {
        "format": FORMAT,
        "alerts": [_alert(alert, owners) for alert in alerts],
        "matches": [
            {
                "left": _side(match.left, owners),
                "right": _side(match.right, owners),
                "score": match.score,
                "band": match.band.value,
                "evidence": _evidence(match.evidence),
            }
            for match in matches
        ],
        "unnamed": [_side(person.id, owners) for person in listed if not person.names],
    }


def _alert(alert: Alert, people: Mapping[str, Person]) -> Json:
    return {
        "kind": alert.kind.value,
        "sentence": alert.sentence,
        "person": alert.person,
        "left": _side(alert.left, people),
        "right": _side(alert.right, people),
        "evidence": _evidence(alert.evidence),
        "judgements": [judgement_id(judgement) for judgement in alert.judgements],
    }


def _side(node: str, people: Mapping[str, Person]) -> Json:
    person = people.get(node)
    if person is None:
        return {"id": node, "name": None, "named": False}
    return {"id": node, "name": person.name, "named": bool(person.names)}


def _evidence(evidence: Iterable[Evidence]) -> list[Json]:
    return [
        {
            "field": piece.field,
            "left": piece.left,
            "right": piece.right,
            "weight": piece.weight,
            "sentence": piece.sentence,
        }
        for piece in evidence
    ]
