"""What else than the name speaks for or against one person."""

from __future__ import annotations

from habeas.people.evidence.commonness import Commonness, among_many
from habeas.people.evidence.crowd import Crowd
from habeas.people.evidence.explaining import explained
from habeas.people.evidence.naming import NearestNames
from habeas.people.evidence.particulars import Age, ListRow, Particulars, Sex, Undergone
from habeas.people.evidence.weigh import Scales

__all__ = [
    "Age",
    "Commonness",
    "Crowd",
    "ListRow",
    "NearestNames",
    "Particulars",
    "Scales",
    "Sex",
    "Undergone",
    "among_many",
    "explained",
]
