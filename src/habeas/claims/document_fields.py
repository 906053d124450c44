"""Values of a JSON document read with their place, so that an error can point at it.

An error names the place and what belongs there, never the value: it may be a name.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NoReturn

from habeas.model.dates import EdtfDate, InvalidDate
from habeas.model.problems import HabeasError

LARGEST = 2**53 - 1
"""The largest whole number that every JSON reader keeps exactly (RFC 8259, section 6)."""


class InvalidClaims(HabeasError):
    """A document that is not in the claims format, or contradicts itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One value and its path, e.g. `claims[3].count.low`.

    Every method raises `InvalidClaims` where the value is not what it promises.
    """

    path: str
    value: Any

    def fail(self, what: str, remedy: str) -> NoReturn:
        """Raise `InvalidClaims` about this place."""
        raise InvalidClaims(what=f"{self.path or 'the document'} {what}", remedy=remedy)

    def fields(self, *keys: str, absent: Collection[str] = ()) -> Mapping[str, Field]:
        """The values of an object that has exactly these keys.

        Args:
            keys: Keys that must be there.
            absent: Further keys, which writers of an earlier day left out; then null.
        """
        if not isinstance(self.value, dict):
            self.fail("is not an object", f"write an object with {', '.join(keys)}")
        missing = [key for key in keys if key not in self.value]
        if missing:
            self.fail(f"lacks {missing[0]!r}", "write every key; null or [] where there is nothing")
        known = (*keys, *absent)
        if any(key not in known for key in self.value):
            self.fail("has a key that the format does not know", f"keep only {', '.join(known)}")
        dot = f"{self.path}." if self.path else ""
        return {key: Field(path=f"{dot}{key}", value=self.value.get(key)) for key in known}

    def items(self) -> list[Field]:
        """The values of a list, in order."""
        if not isinstance(self.value, list):
            self.fail("is not a list", "write a list; [] where there is nothing")
        return [Field(path=f"{self.path}[{n}]", value=item) for n, item in enumerate(self.value)]

    def optional(self) -> Field | None:
        """This field, or None where the value is null."""
        return None if self.value is None else self

    def text(self) -> str:
        """A string, which may be empty."""
        if not isinstance(self.value, str):
            self.fail("is not a text", "write it in quotation marks")
        return self.value

    def words(self) -> str:
        """A string that is not empty."""
        text = self.text()
        if not text:
            self.fail("is empty", "write at least one character")
        return text

    def matching(self, pattern: str, meaning: str) -> str:
        """A string that the whole pattern matches."""
        text = self.text()
        if not re.fullmatch(pattern, text):
            self.fail(f"is not {meaning}", f"write {meaning}")
        return text

    def one_of[Member: StrEnum](self, kind: type[Member]) -> Member:
        """A member of a closed vocabulary."""
        text = self.text()
        if text not in (member.value for member in kind):
            self.fail(f"is not a known {kind.__name__.lower()}", f"write one of {', '.join(kind)}")
        return kind(text)

    def whole(self) -> int:
        """A whole number from 0."""
        whole = isinstance(self.value, int) and not isinstance(self.value, bool)
        if not whole or not 0 <= self.value <= LARGEST:
            self.fail("is not a whole number from 0", "write it in digits, without quotes")
        return int(self.value)

    def number(self) -> float:
        """A finite number from 0."""
        number = isinstance(self.value, int | float) and not isinstance(self.value, bool)
        if not number or not 0 <= self.value <= LARGEST or not math.isfinite(self.value):
            self.fail("is not a number from 0", "write it in digits, without quotes")
        return float(self.value)

    def edtf(self) -> EdtfDate:
        """An EDTF date."""
        try:
            return EdtfDate.parse(self.text())
        except InvalidDate as error:
            self.fail("is not a date that habeas reads", error.remedy)
