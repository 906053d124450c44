"""What else than the name speaks for or against one person."""

from __future__ import annotations

from habeas.people.evidence.particulars import Age, ListRow, Particulars, Sex, Undergone

__all__ = ["Age", "ListRow", "Particulars", "Sex", "Undergone"]
