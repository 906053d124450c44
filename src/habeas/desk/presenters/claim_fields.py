"""What a claim says, field by field, as the desk shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from habeas.model.claims import SpeakerKind
from habeas.public.presenters import wording

if TYPE_CHECKING:
    from habeas.model.claims import Claim, Mention, Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One field of a claim.

    Attributes:
        key: Of the field, the same for every claim.
        label: What it is, in words.
        text: What it says.
        changed: True where somebody corrected it.
    """

    key: str
    label: str
    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A claim in words.

    Attributes:
        figure: How many, as bounds; empty where nobody is counted.
        group: The people counted, or what is acted on.
        act, stance: In words.
        people: Those named, one text each.
        fields: The others that are filled, in a fixed order.
        changed: Keys of what differs from the claim it corrects.
    """

    figure: str
    group: str
    act: str
    stance: str
    people: tuple[str, ...]
    fields: tuple[Told, ...]
    changed: frozenset[str]


def saying(claim: Claim, before: Claim | None = None) -> Saying:
    """A claim in words.

    Args:
        claim: The claim.
        before: What it corrects; None where it corrects nothing.
    """
    texts = _texts(claim)
    old = texts if before is None else _texts(before)
    changed = frozenset(key for key in texts if texts[key] != old[key])
    labels = _labels()
    return Saying(
        figure=texts["count"],
        group=texts["group"] or texts["object"],
        act=texts["act"],
        stance=texts["stance"],
        people=tuple(_person(mention) for mention in claim.names),
        fields=tuple(
            Told(key=key, label=label, text=texts[key], changed=key in changed)
            for key, label in labels.items()
            if key in changed or (texts[key] and key not in _BESIDE and not _is_plain(key, texts))
        ),
        changed=changed,
    )


_BESIDE = frozenset({"passage"})
"""What the report beside the claim shows already."""


def _is_plain(key: str, texts: dict[str, str]) -> bool:
    return key == "words" and texts["words"] == texts["count"]


def _labels() -> dict[str, str]:
    return {
        "words": _("Words of the count"),
        "by": _("Done by"),
        "states": _("From"),
        "charges": _("Charges"),
        "term": _("Term"),
        "place": _("Where"),
        "when": _("When"),
        "condition": _("On condition"),
        "speakers": _("Says"),
        "passage": _("Rests on"),
    }


def _texts(claim: Claim) -> dict[str, str]:
    count, term, when = claim.count, claim.term, claim.when
    return {
        "act": str(wording.ACTS[claim.act]),
        "stance": str(wording.STANCES[claim.stance]),
        "count": wording.count(count) if count else "",
        "group": claim.group or "",
        "object": claim.object or "",
        "people": "; ".join(_person(mention) for mention in claim.names),
        "words": count.words if count else "",
        "by": claim.by or "",
        "states": ", ".join(wording.state(code) for code in claim.nationalities),
        "charges": "; ".join(claim.charges),
        "term": f"{wording.TERM_KINDS[term.kind]}: {term.words}" if term else "",
        "place": claim.place or "",
        "when": _when(claim) if when else "",
        "condition": claim.condition.words if claim.condition else "",
        "speakers": " → ".join(_voice(speaker) for speaker in claim.speakers),
        "passage": claim.passage.exact,
    }


def _when(claim: Claim) -> str:
    assert claim.when is not None
    day = wording.when(claim.when.edtf)
    return day if day == claim.when.words else f"{day} (“{claim.when.words}”)"


def _person(mention: Mention) -> str:
    parts = [mention.name]
    if mention.age is not None:
        parts.append(str(mention.age))
    parts += mention.roles
    if mention.nationality:
        parts.append(wording.state(mention.nationality))
    return ", ".join(parts)


def _voice(speaker: Speaker) -> str:
    if speaker.kind is SpeakerKind.UNKNOWN:
        return speaker.name
    return f"{speaker.name} ({wording.SPEAKER_KINDS[speaker.kind]})"
