"""Claims that a person labelled in a report, to measure a reading against.

A label file is one object, `{"report": file name, "claims": [label…]}`. A label is a claim of the
claims format in which every key may be left out but `act`, `stance` and `passage`, and a passage
or condition needs only its words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from habeas.claims.document_fields import Field
from habeas.claims.format import claims_document, read_claims_document
from habeas.model.claims import Claim
from habeas.model.reports import Report

_EMPTY: Mapping[str, object] = {
    "count": None,
    "group": None,
    "names": [],
    "nationalities": [],
    "by": None,
    "object": None,
    "charges": [],
    "term": None,
    "place": None,
    "when": None,
    "condition": None,
    "speakers": [],
}

UNKNOWN_DAY = "XXXX"
"""EDTF of a time labelled only by its words."""


def read_labels(data: object, report: Report) -> tuple[Claim, ...]:
    """Read the labels of one report, in the order of the file.

    A passage without `start` is looked for in the text and must stand there
    once. A condition is looked for from its passage on, and before it where it
    does not follow. A name, a speaker or a time may be a plain string; the
    label's `roles` and `cue` then belong to it. Keys not named here are left
    out, `part_of` among them: a label has no id to refer to.

    Args:
        data: The file as `json.load` returns it.
        report: The report it labels, as it was read.

    Raises:
        InvalidClaims: A label lacks a key, has a value of the wrong kind, or
            quotes words that the report does not have or has more than once.
    """
    if not isinstance(data, dict) or "claims" not in data:
        Field(path="", value=data).fail("has no 'claims'", "write an object with a list of labels")
    labels = Field(path="claims", value=data["claims"]).items()
    document = claims_document([report], [])
    document["claims"] = [
        _whole_claim(label, f"label{number}", report) for number, label in enumerate(labels)
    ]
    return read_claims_document(document)[1]


def _whole_claim(label: Field, claim_id: str, report: Report) -> dict[str, object]:
    value = label.value
    if not isinstance(value, dict) or not {"act", "stance", "passage"} <= value.keys():
        label.fail("lacks an act, a stance or a passage", "write at least these three")
    passage = _locate(Field(path=f"{label.path}.passage", value=value["passage"]), report)
    claim: dict[str, object] = {
        **_EMPTY,
        **{key: value[key] for key in _EMPTY if key in value},
        "id": claim_id,
        "report": report.id,
        "act": value["act"],
        "stance": value["stance"],
        "part_of": None,
        "passage": passage,
    }
    if value.get("count"):
        claim["count"] = {"about": None, "unit": "people", **value["count"]}
    claim["names"] = [_name(item, value) for item in value.get("names", [])]
    claim["speakers"] = [_speaker(item, value) for item in value.get("speakers", [])]
    if isinstance(value.get("when"), str):
        claim["when"] = {"edtf": UNKNOWN_DAY, "words": value["when"]}
    if value.get("condition"):
        field = Field(path=f"{label.path}.condition", value=value["condition"])
        claim["condition"] = _locate_condition(field, passage, report)
    return claim


def _name(item: Any, label: Mapping[str, Any]) -> object:
    if isinstance(item, str):
        return {"name": item, "roles": label.get("roles", []), "nationality": None}
    return item


def _speaker(item: Any, label: Mapping[str, Any]) -> object:
    if isinstance(item, str):
        return {"name": item, "kind": "unknown", "cue": label.get("cue", "")}
    return item


def _words(field: Field) -> str:
    value = field.value
    if not isinstance(value, dict) or not {"exact", "words"} & value.keys():
        field.fail("has no words", "write the words as they stand in the report")
    return Field(path=field.path, value=value.get("exact", value.get("words"))).words()


def _locate(field: Field, report: Report) -> dict[str, object]:
    words = _words(field)
    if "start" in field.value:
        start = Field(path=f"{field.path}.start", value=field.value["start"]).whole()
    else:
        start = report.text.find(words)
        if report.text.find(words, start + 1) != -1:
            field.fail("stands more than once in the report", "give its 'start'")
    if start == -1 or not report.text.startswith(words, start):
        field.fail("does not stand in the report there", "copy its words, letter for letter")
    found = report.passage(start, start + len(words))
    return {
        "start": found.start,
        "end": found.end,
        "exact": found.exact,
        "prefix": found.prefix,
        "suffix": found.suffix,
    }


def _locate_condition(
    field: Field, passage: Mapping[str, object], report: Report
) -> dict[str, object]:
    words = _words(field)
    origin = passage["start"]
    assert isinstance(origin, int)
    start = report.text.find(words, origin)
    if start == -1:
        start = report.text.rfind(words, 0, origin)
    if start == -1:
        field.fail("does not stand in the report", "copy its words, letter for letter")
    return {"words": words, "start": start, "end": start + len(words)}
