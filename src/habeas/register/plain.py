"""A report and its claims as bytes, and back: what is sealed as a whole."""

from __future__ import annotations

import json
import zlib
from base64 import b85decode, b85encode
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from habeas.model.sealing import SealedReport

_FORMAT = "habeas-sealed-report/1"


class NotPlain(ValueError):
    """The bytes are no report that was written by this module."""


def report_as_bytes(sealed: SealedReport) -> bytes:
    """A report with its claims and original bytes, packed."""
    document = {"format": _FORMAT, "sealed": _plain(sealed)}
    return zlib.compress(json.dumps(document, ensure_ascii=True).encode())


def report_from_bytes(data: bytes) -> SealedReport:
    """What `report_as_bytes` packed.

    Raises:
        NotPlain: The bytes are something else.
    """
    try:
        document = json.loads(zlib.decompress(data))
        if document["format"] == _FORMAT:
            made = _typed(SealedReport, document["sealed"])
            assert isinstance(made, SealedReport)
            return made
    except (ValueError, KeyError, TypeError, zlib.error) as error:
        raise NotPlain("no sealed report") from error
    raise NotPlain("no sealed report")


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, bytes):
        return b85encode(value).decode()
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _typed(kind: Any, value: Any) -> Any:
    if get_origin(kind) is UnionType:
        return None if value is None else _typed(_some(kind), value)
    if get_origin(kind) is tuple:
        return tuple(_typed(get_args(kind)[0], each) for each in value)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        return kind(
            **{field.name: _typed(hints[field.name], value[field.name]) for field in fields(kind)}
        )
    if kind is bytes:
        return b85decode(value)
    if kind is date:
        return date.fromisoformat(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    return value


def _some(kind: Any) -> Any:
    """What an optional type is where it is there."""
    (some,) = (each for each in get_args(kind) if each is not NoneType)
    return some
