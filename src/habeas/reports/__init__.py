"""From bytes to a Report."""

from habeas.reports.problems import UnreadableReport
from habeas.reports.read import MAX_BYTES, read_report

__all__ = ["MAX_BYTES", "UnreadableReport", "read_report"]
