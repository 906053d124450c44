"""Where the lists written for these tests are, and an entry of them as text."""

from __future__ import annotations

from pathlib import Path

from habeas.model.sanctions import ListedEntity, SanctionsList
from habeas.pledges.sanctions import read_sanctions

FOLDER = Path(__file__).parent / "lists"
"""Files in the published formats; nobody and nothing in them exists."""


def read(name: str) -> SanctionsList:
    """Read one of them."""
    return read_sanctions((FOLDER / name).read_bytes(), file=name)


def told(entity: ListedEntity) -> str:
    """All of an entry, a field a line; what is not told is left out."""
    parts = {
        "": " / ".join(f"{name.kind}:{name.text}[{name.script}]" for name in entity.names),
        "born": ", ".join(map(str, entity.birth_dates)),
        "of": ", ".join(entity.nationalities),
        "under": ", ".join(entity.programs),
        "does": ", ".join(entity.provisions),
        "by": ", ".join(entity.legal_bases),
        "since": ", ".join(map(str, entity.listed_on)),
        "notes": " + ".join(entity.notes),
        "licence": " + ".join(entity.licences),
    }
    words = [f"{label} {text}".strip() for label, text in parts.items() if text]
    return "\n    ".join((f"{entity.id} {entity.kind} @ {entity.place}", *words))
