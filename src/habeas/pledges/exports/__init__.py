"""Pledges and deals for other programs: a calendar, FollowTheMoney, JSON, rows of a table."""

from __future__ import annotations

from habeas.pledges.exports.calendar import as_calendar
from habeas.pledges.exports.document import deals_document
from habeas.pledges.exports.ftm import sanctions_of
from habeas.pledges.exports.rows import COLUMNS, rows_of

__all__ = ["COLUMNS", "as_calendar", "deals_document", "rows_of", "sanctions_of"]
