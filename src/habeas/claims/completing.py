"""Fills what may be left out of a claim that anybody wrote, so that the format can read it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from habeas.claims.document_fields import Field
from habeas.model.dates import EdtfDate, InvalidDate

_LIKE = 0.7
_SOME_DAY = "XXXX"
_LONE = re.compile("[\ud800-\udfff]")

CLAIM_KEYS: Mapping[str, object] = {
    "id": None,
    "report": None,
    "act": None,
    "stance": None,
    "count": None,
    "group": None,
    "names": [],
    "nationalities": [],
    "part_of": None,
    "by": None,
    "object": None,
    "charges": [],
    "term": None,
    "place": None,
    "when": None,
    "condition": None,
    "speakers": [],
    "passage": None,
}
REPORT_KEYS: Mapping[str, object] = {
    "id": None,
    "file": None,
    "url": None,
    "title": "",
    "publisher": None,
    "published": None,
    "language": "und",
    "length": 0,
}


def completed(entry: Field, defaults: Mapping[str, object]) -> dict[str, Any]:
    """The entry with a default for each key that it lacks or has as null.

    Keys of the writer's own are left out.

    Raises:
        InvalidClaims: It is no object, has what looks like a misspelt key, or half of a
            character that takes two.
    """
    if not isinstance(entry.value, dict):
        entry.fail("is not an object", f"write an object with {', '.join(defaults)}")
    given = {key: value for key, value in entry.value.items() if value is not None}
    for key in sorted(given.keys() - defaults.keys()):
        for meant in get_close_matches(
            key, sorted(defaults.keys() - given.keys()), n=1, cutoff=_LIKE
        ):
            entry.fail(f"has a key that looks like {meant!r}", f"write {meant!r}, or another key")
    if any(_LONE.search(value) for value in given.values() if isinstance(value, str)):
        entry.fail("has half of a character", "write the text anew")
    return {**defaults, **{key: given[key] for key in defaults if key in given}}


def completed_claim(entry: Field) -> dict[str, Any]:
    """A claim with every key; its passage and condition may lack their offsets.

    Raises:
        InvalidClaims: It lacks its act, stance or passage, or has an unknown key.
    """
    made = completed(entry, CLAIM_KEYS)
    for key in ("act", "stance", "passage"):
        if made[key] is None:
            entry.fail(f"lacks {key!r}", "write at least act, stance and passage")
    below = {key: Field(path=f"{entry.path}.{key}", value=made[key]) for key in made}
    made["passage"] = _passage(below["passage"])
    if made["count"] is not None:
        made["count"] = _count(below["count"])
    made["names"] = [_name(item) for item in below["names"].items()]
    made["speakers"] = [_speaker(item) for item in below["speakers"].items()]
    if isinstance(made["when"], str):
        made["when"] = {"edtf": _edtf(made["when"]), "words": made["when"]}
    elif made["when"] is not None:
        made["when"] = completed(below["when"], {"edtf": _SOME_DAY, "words": ""})
    if made["term"] is not None:
        made["term"] = completed(below["term"], {"kind": None, "duration": None, "words": ""})
    if isinstance(made["condition"], str):
        made["condition"] = {"words": made["condition"]}
    elif isinstance(made["condition"], dict) and "exact" in made["condition"]:
        # Its words as those of a passage are written.
        made["condition"] = {"words": made["condition"]["exact"], **made["condition"]}
        del made["condition"]["exact"]
    return made


def _edtf(words: str) -> str:
    """A day that is written as one; of words, some day."""
    try:
        return EdtfDate.parse(words).text
    except InvalidDate:
        return _SOME_DAY if any(letter.isalpha() for letter in words) else words


def _passage(field: Field) -> dict[str, Any]:
    if isinstance(field.value, str):
        return completed(Field(path=field.path, value={"exact": field.value}), _PASSAGE_KEYS)
    return completed(field, _PASSAGE_KEYS)


_PASSAGE_KEYS: Mapping[str, object] = {
    "start": None,
    "end": None,
    "exact": None,
    "prefix": "",
    "suffix": "",
}


def _count(field: Field) -> dict[str, Any]:
    value = field.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        field = Field(path=field.path, value={"low": value, "high": value})
    empty = {"low": None, "high": None, "about": None, "words": None, "unit": "people"}
    made = completed(field, empty)
    # Some programs write every number with a point.
    for key in ("low", "high"):
        if isinstance(made[key], float) and made[key].is_integer():
            made[key] = int(made[key])
    if all(made[key] is None for key in ("low", "high", "about", "words")):
        field.fail("counts nobody", "write low and high, about, or the words of the count")
    made["words"] = made["words"] or _count_words(made["low"], made["high"], made["about"])
    return made


def _count_words(low: object, high: object, about: object) -> str:
    if low is not None and low == high:
        return f"{low}"
    if low is not None and high is not None:
        return f"{low} to {high}"
    if low is not None:
        return f"at least {low}"
    return f"at most {high}" if high is not None else f"about {about}"


def _name(item: Field) -> dict[str, Any]:
    if isinstance(item.value, str):
        item = Field(path=item.path, value={"name": item.value})
    return completed(item, {"name": None, "roles": [], "nationality": None, "age": None})


def _speaker(item: Field) -> dict[str, Any]:
    if isinstance(item.value, str):
        item = Field(path=item.path, value={"name": item.value})
    return completed(item, {"name": None, "kind": "unknown", "cue": ""})
