"""A report and its labels, for tests of what a reading is worth.

Everyone and everything in it is fictional.
"""

from __future__ import annotations

from habeas.claims.labels import read_labels
from habeas.model.claims import Claim
from habeas.model.reports import Report

TEXT = (
    "Some 40 sailors, including Ada Lund and Bo Lund, were freed on Sunday, the Union of Sailors"
    " said. Twelve sailors remain in jail. The duke will lift the ban, if the ships come home."
)
REPORT = Report(
    id="0" * 64,
    file="sailors.txt",
    url=None,
    media_type="text/plain",
    language="en",
    title="Sailors",
    publisher=None,
    published=None,
    retrieved=None,
    text=TEXT,
)
FREED = "Some 40 sailors, including Ada Lund and Bo Lund, were freed on Sunday"
LABELS: dict[str, dict[str, object]] = {
    "forty": {
        "act": "release",
        "stance": "reported",
        "count": {"low": None, "high": None, "about": 40, "words": "Some 40"},
        "speakers": [{"name": "the Union of Sailors", "kind": "unknown", "cue": "said"}],
        "passage": {"exact": FREED},
    },
    "ada": {
        "act": "release",
        "stance": "reported",
        "names": ["Ada Lund"],
        "speakers": ["the Union of Sailors"],
        "passage": {"exact": FREED},
    },
    "twelve": {
        "act": "hold",
        "stance": "reported",
        "count": {"low": 12, "high": 12, "words": "Twelve"},
        "passage": {"exact": "Twelve sailors remain in jail"},
    },
    "ban": {
        "act": "ease-sanctions",
        "stance": "promised",
        "object": "the ban",
        "condition": {"words": "if the ships come home"},
        "passage": {"exact": "The duke will lift the ban"},
    },
}


def labelled(*labels: dict[str, object]) -> tuple[Claim, ...]:
    """Labels of that report, read."""
    return read_labels({"claims": list(labels)}, REPORT)
