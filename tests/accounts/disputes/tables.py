"""All disputes."""

from __future__ import annotations

from accounts.disputes.detention import DETENTION
from accounts.disputes.hedged import HEDGED
from accounts.disputes.over_time import OVER_TIME
from accounts.disputes.people import PEOPLE
from accounts.disputes.public import PUBLIC
from accounts.disputes.shapes import SHAPES
from accounts.disputes.voices import VOICES

TABLES = (PUBLIC, SHAPES, HEDGED, VOICES, PEOPLE, OVER_TIME, DETENTION)
DISPUTES = {name: dispute for table in TABLES for name, dispute in table.items()}
