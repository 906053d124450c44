"""Write docs/reference/habeas-export-1.schema.json from the types of the model.

    python scripts/export_schema.py [--check]

With `--check` nothing is written, and the exit status says whether the file is up to date.
"""

from __future__ import annotations

import json
import sys
from dataclasses import MISSING, fields
from datetime import date, datetime
from enum import IntEnum, StrEnum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from habeas.model.dates import EdtfDate
from habeas.model.events import Custody
from habeas.register.exports.json_lines import KINDS
from habeas.register.exports.readme import FORMAT

PATH = Path(__file__).resolve().parent.parent / "docs/reference/habeas-export-1.schema.json"
PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
    EdtfDate: {"type": "string", "description": "EDTF (ISO 8601-2), as exact as it was said."},
}


def schema_of(kind: Any, types: dict[str, Any]) -> dict[str, Any]:
    """The schema of values of a type; objects are added to `types`."""
    if kind in PLAIN:
        return dict(PLAIN[kind])
    if get_origin(kind) in (Union, UnionType):
        (inner,) = (each for each in get_args(kind) if each is not NoneType)
        return {"anyOf": [schema_of(inner, types), {"type": "null"}]}
    if get_origin(kind) is tuple:
        parts = get_args(kind)
        if parts[-1] is Ellipsis:
            return {"type": "array", "items": schema_of(parts[0], types)}
        items = [schema_of(part, types) for part in parts]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "items": False}
    if issubclass(kind, IntEnum):
        told = ", ".join(f"{each.value} {each.name.lower()}" for each in kind)
        return {"type": "integer", "enum": [each.value for each in kind], "description": told}
    if issubclass(kind, StrEnum):
        return {"type": "string", "enum": [each.value for each in kind]}
    if kind.__name__ not in types:
        types[kind.__name__] = {}
        types[kind.__name__].update(_object(kind, types))
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _object(kind: type[Any], types: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {
        "type": "object",
        "description": (kind.__doc__ or "").strip().splitlines()[0],
        "properties": {each.name: schema_of(hints[each.name], types) for each in fields(kind)},
        "required": [each.name for each in fields(kind) if each.default is MISSING],
    }


def document() -> dict[str, Any]:
    """The schema of one line."""
    types: dict[str, Any] = {}
    texts = {"type": "array", "items": {"type": "string"}}
    told = {
        "custody": schema_of(Custody, types),
        "status": {"type": ["string", "null"]},
        "nationalities": texts,
        "roles": texts,
        "charges": texts,
    }
    head = {
        "format": {"const": FORMAT},
        "title": {"type": "string"},
        "as_of": {"type": "string", "format": "date"},
        "known_at": {"type": "string", "format": "date-time"},
        "withheld": {"type": "integer", "minimum": 0},
        "rejected": {"type": "integer", "minimum": 0},
        "edition": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "part": {"type": "boolean"},
    }
    beside = {
        "claim": {"corrected": {"type": "boolean"}},
        "person": {"told": _closed(told)},
    }
    lines = [
        _closed({kind: schema_of(type_, types), **beside.get(kind, {})})
        for kind, type_ in KINDS.items()
    ]
    end = _closed({"end": _closed({kind: {"type": "integer", "minimum": 0} for kind in KINDS})})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:habeas:export:1",
        "title": "A line of habeas export --format jsonl",
        "description": "The first line is the head, the last the end; docs/exports.md.",
        "oneOf": [_closed(head), *lines, end],
        "$defs": types,
    }


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    """An object with these keys and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def main() -> int:
    text = json.dumps(document(), indent=1, ensure_ascii=False) + "\n"
    if "--check" in sys.argv[1:]:
        return int(PATH.read_text(encoding="utf-8") != text)
    PATH.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
