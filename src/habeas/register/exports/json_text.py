"""Plain values as JSON on one line, whose characters cannot steer a terminal."""

from __future__ import annotations

import json
import re

_UNSAFE = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def json_line(value: object) -> bytes:
    """One line of JSON in UTF-8, its end with it."""
    return (printable_json(json.dumps(value, ensure_ascii=False)) + "\n").encode()


def printable_json(document: str) -> str:
    """JSON of the same meaning whose characters cannot steer a terminal.

    JSON escapes only the first 32 control characters; the second set, direction
    marks and unpaired surrogates are escaped here too. Characters outside strings
    are all ASCII in JSON, so only strings change.
    """
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", document)
