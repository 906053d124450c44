"""Values of the model as plain JSON values and back, whatever their type: nothing is lost.

A dataclass becomes an object with a key for each field, a tuple a list, an enumeration its
value, a date its EDTF text, a moment its ISO 8601 text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum, IntEnum, StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NoReturn, Union, get_args, get_origin, get_type_hints

from habeas.model.dates import EdtfDate, InvalidDate
from habeas.register.exports.problems import InvalidExport

type Json = str | int | float | bool | list[Json] | dict[str, Json] | None


def plain(value: Any) -> Json:
    """A value of the model as JSON can hold it."""
    if isinstance(value, StrEnum):
        return value.value
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, EdtfDate):
        return value.text
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    kind: Any = type(value)
    return {name: plain(getattr(value, name)) for name in _names(kind)}


def made[T](kind: type[T], data: object, where: str) -> T:
    """The value of a type that `plain` wrote; the reverse of it.

    A key that is absent is taken where the type has a default, and keys that the type
    does not know are passed over.

    Args:
        kind: A type of the model.
        data: As `json.loads` returns it.
        where: How a message calls the place.

    Raises:
        InvalidExport: Something is of another kind; the message repeats no value.
    """
    wanted: Any = kind
    found: T = _reader(wanted)(data, where)
    return found


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _reader(kind: Any) -> Callable[[Any, str], Any]:
    """Reads one value of a type, whose parts are worked out once."""
    if get_origin(kind) in (Union, UnionType):
        return _optional(kind)
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind))
    if kind is EdtfDate:
        return _date
    if kind in (date, datetime):
        return lambda data, where: _moment(kind, data, where)
    if isinstance(kind, type) and issubclass(kind, StrEnum | IntEnum):
        return lambda data, where: _member(kind, data, where)
    if is_dataclass(kind):
        return _object(kind)
    return lambda data, where: _scalar(kind, data, where)


def _optional(kind: Any) -> Callable[[Any, str], Any]:
    (inner,) = (each for each in get_args(kind) if each is not NoneType)
    reader = _reader(inner)
    return lambda data, where: None if data is None else reader(data, where)


def _tuple(parts: tuple[Any, ...]) -> Callable[[Any, str], Any]:
    many = len(parts) == 2 and parts[1] is Ellipsis
    readers = [_reader(part) for part in parts if part is not Ellipsis]

    def read(data: Any, where: str) -> Any:
        if not isinstance(data, list) or not (many or len(data) == len(readers)):
            _fail(where, "is no list of the right length")
        each = readers * len(data) if many else readers
        return tuple(
            reader(value, f"{where}[{place}]")
            for place, (reader, value) in enumerate(zip(each, data, strict=True))
        )

    return read


def _object(kind: Any) -> Callable[[Any, str], Any]:
    hints = get_type_hints(kind)
    readers = {name: hints[name] for name in _names(kind)}

    def read(data: Any, where: str) -> Any:
        if not isinstance(data, Mapping):
            _fail(where, "is no object")
        known = {
            name: _reader(hint)(data[name], f"{where}.{name}")
            for name, hint in readers.items()
            if name in data
        }
        try:
            return kind(**known)
        except TypeError:
            lacking = ", ".join(repr(name) for name in readers if name not in known)
            _fail(where, f"lacks one of {lacking}")

    return read


def _date(data: Any, where: str) -> EdtfDate:
    try:
        return EdtfDate.parse(_scalar(str, data, where))
    except InvalidDate:
        _fail(where, "is no date in EDTF")


def _moment(kind: Any, data: Any, where: str) -> Any:
    try:
        return kind.fromisoformat(_scalar(str, data, where))
    except ValueError:
        _fail(where, "is no day or moment in ISO 8601")


def _member(kind: type[Enum], data: Any, where: str) -> Enum:
    try:
        return kind(data)
    except ValueError:
        _fail(where, f"is none of {', '.join(str(each.value) for each in kind)}")


def _scalar(kind: Any, data: Any, where: str) -> Any:
    if kind is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if not isinstance(data, kind) or (kind is int and isinstance(data, bool)):
        _fail(where, "is of another kind")
    return data


def _fail(where: str, what: str) -> NoReturn:
    raise InvalidExport(
        what=f"a value that {what}", where=where, remedy="export the register again"
    )
