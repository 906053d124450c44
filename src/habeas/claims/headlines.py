"""Where the headline of a report ends and its text begins."""

from __future__ import annotations

from habeas.model.reports import Report


def headline_end(report: Report) -> int:
    """Where the headline ends in the text; 0 where the text does not begin with one.

    A title that ends with a full stop is no headline: the text has none, and begins with its
    first sentence.
    """
    if report.title.rstrip("\"”’'») ").endswith((".", "!", "…")):
        return 0
    start = report.text.find(report.title) if report.title else -1
    if start < 0 or report.text[:start].strip():
        return 0
    return start + len(report.title)
