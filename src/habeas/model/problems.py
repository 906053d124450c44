"""What can go wrong, said as: what, where, remedy."""

from __future__ import annotations

from dataclasses import dataclass


class HabeasError(Exception):
    """The caller's mistake, or an input that cannot be read at all.

    Subclasses name the kind. `where` is a file, row, column or address and
    never the name of a person.
    """

    def __init__(self, *, what: str, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(what)

    def __str__(self) -> str:
        place = f" in {self.where}" if self.where else ""
        cure = f": {self.remedy}" if self.remedy else ""
        return f"{self.what}{place}{cure}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing in the input that could not be used; the rest goes on.

    Attributes:
        what: What is wrong, in a clause.
        where: File, row and column, or address; never a person's name.
        remedy: What the user can do about it.
    """

    what: str
    where: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.what} in {self.where}: {self.remedy}"
