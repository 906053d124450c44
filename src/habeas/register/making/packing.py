"""Values as bytes, for this process and those that it starts."""

from __future__ import annotations

import io
import pickle
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from operator import attrgetter, methodcaller
from typing import Any

_FASTEST = 1
_SHORT = 500
"""Bytes up to which making them fewer costs more than it saves."""

_BEGIN = b"\x80"
"""A pickle begins so, and nothing that was compressed."""

type _Reduce = Callable[[Any], tuple[Any, ...]]


_AS_ANY_OTHER: _Reduce = methodcaller("__reduce_ex__", pickle.HIGHEST_PROTOCOL)


class _ByPlace(dict[type, _Reduce]):
    """How values of the model are packed: by the place of each field, without its name."""

    def __missing__(self, kind: type) -> _Reduce:
        if issubclass(kind, type):
            raise KeyError(kind)  # a class is packed by its name
        if not (is_dataclass(kind) and "__slots__" in vars(kind)):
            return self.setdefault(kind, _AS_ANY_OTHER)
        names = [field.name for field in fields(kind)]
        values = attrgetter(*names)

        def reduce(value: object) -> tuple[Any, ...]:
            told = values(value)
            return _unplaced, (kind, *(told if len(names) > 1 else (told,)))

        return self.setdefault(kind, reduce)


class _Setters(dict[type, tuple[Callable[[object, object], None], ...]]):
    """What sets each field of a value that else nobody could change."""

    def __missing__(self, kind: type) -> tuple[Callable[[object, object], None], ...]:
        names = (field.name for field in fields(kind))
        return self.setdefault(kind, tuple(getattr(kind, name).__set__ for name in names))


_BY_PLACE, _SETTERS = _ByPlace(), _Setters()


def packed(value: object) -> bytes:
    """A value as bytes; `unpacked` gives it again."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _BY_PLACE
    pickler.dump(value)
    data = file.getvalue()
    return data if len(data) <= _SHORT else zlib.compress(data, _FASTEST)


def unpacked(data: bytes) -> Any:
    """The value that `packed` was given."""
    if not data.startswith(_BEGIN):
        data = zlib.decompress(data)
    return pickle.loads(data)  # noqa: S301 - bytes that this programme made


def _unplaced(kind: type, *values: object) -> object:
    made: object = object.__new__(kind)
    for setter, value in zip(_SETTERS[kind], values, strict=False):
        setter(made, value)
    return made
