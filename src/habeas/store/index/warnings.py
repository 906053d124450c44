"""What would not go together if two persons were one: told before, and not only afterwards."""

from __future__ import annotations

from habeas.model.people import Alert, AlertKind, Judgement
from habeas.model.restrictions import Asker
from habeas.people.alerts import alerts_of, alerts_within
from habeas.people.gathering import Sources
from habeas.store.gate import gate_for
from habeas.store.index.answers import PersonFile
from habeas.store.index.asking import one_moment
from habeas.store.index.lists import reports_of_claims
from habeas.store.index.people import load_person

_NEW = (AlertKind.CONTRADICTION, AlertKind.INCOMPATIBLE)


def alerts_about(file: PersonFile, viewer: Asker) -> tuple[Alert, ...]:
    """What does not go together in what is told of a person; empty where all does.

    Args:
        file: Of the person, as whoever asks may see them.
        viewer: Who asks.
    """
    with one_moment():
        lists = reports_of_claims(file.claims, gate_for(viewer))
    return tuple(alerts_within([file.person], Sources(file.claims, lists), file.judgements))


def warnings_of(judgement: Judgement, viewer: Asker) -> tuple[Alert, ...]:
    """What a judgement would bring together that does not go together, or contradicts others.

    Args:
        judgement: Not yet kept; its sides are ids of persons.
        viewer: Who makes it.

    Returns:
        Contradictions first; empty where nothing speaks against it that was not told before.
    """
    files = [load_person(side, viewer) for side in (judgement.left, judgement.right)]
    told = [file for file in files if file is not None]
    claims = {claim.id: claim for file in told for claim in file.claims}
    judged = {each: None for file in told for each in file.judgements}
    with one_moment():
        reports = reports_of_claims(claims.values(), gate_for(viewer))
    before = {alert.sentence for alert in alerts_of(claims.values(), judged, reports)}
    after = alerts_of(claims.values(), (*judged, judgement), reports)
    return tuple(a for a in after if a.kind in _NEW and a.sentence not in before)
