"""A list that is to be imported, as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from habeas.people.lists.importing import RowOutcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habeas.people.lists.importing import ColumnMap, ListPlan, PlannedRow, SeenColumn

MOST_ROWS = 200
"""Rows that are shown one by one."""

FIELD_NAMES = {
    "-": gettext_lazy("of no use"),
    "name": gettext_lazy("name"),
    "given-name": gettext_lazy("given name"),
    "patronymic": gettext_lazy("patronymic"),
    "family-name": gettext_lazy("family name"),
    "other-names": gettext_lazy("other names"),
    "id": gettext_lazy("id at the source"),
    "birth-date": gettext_lazy("date of birth"),
    "age": gettext_lazy("age"),
    "sex": gettext_lazy("sex"),
    "citizenship": gettext_lazy("citizenship"),
    "role": gettext_lazy("occupation"),
    "status": gettext_lazy("status: what was done"),
    "date": gettext_lazy("date of the status"),
    "arrest-date": gettext_lazy("date of arrest"),
    "sentence-date": gettext_lazy("date of sentence"),
    "release-date": gettext_lazy("date of release"),
    "death-date": gettext_lazy("date of death"),
    "charges": gettext_lazy("charges"),
    "term": gettext_lazy("length of the sentence"),
    "place": gettext_lazy("place"),
    "facility": gettext_lazy("facility"),
    "residence": gettext_lazy("residence"),
    "case-number": gettext_lazy("number of the case"),
    "said-by": gettext_lazy("who says so"),
    "url": gettext_lazy("page at the source"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column, and what it can hold.

    Attributes:
        key: Name of the field of the form.
        samples: Some of its cells.
        options: Key, label, and whether it is chosen.
        empty: True where nothing stands in it.
    """

    key: str
    header: str
    samples: tuple[str, ...]
    options: tuple[tuple[str, str, bool], ...]
    empty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLine:
    """What becomes of one row.

    Attributes:
        outcome: A word.
        outcome_key: The same for the style sheet.
        problems: What and remedy.
    """

    sheet: str
    number: int
    outcome: str
    outcome_key: str
    problems: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What importing a list would change.

    Attributes:
        counts: Each outcome in words, with how many.
        rows: Those that are not simply added or unchanged, at most 200; then, as far as
            there is room, those that are added.
        more: How many more of those there are, in words; empty for none.
        can_import: True where anything would be kept.
    """

    counts: tuple[tuple[str, str, int], ...]
    rows: tuple[RowLine, ...]
    more: str
    can_import: bool


def columns(seen: Sequence[SeenColumn], chosen: ColumnMap | None) -> tuple[Column, ...]:
    """The columns of a list, each with what it is taken to hold.

    Args:
        seen: The columns.
        chosen: What was told so far; None for the guesses.
    """
    found = []
    for at, one in enumerate(seen):
        field = chosen.field_of(one.header) if chosen else one.guess
        options = tuple((key, str(label), key == field) for key, label in FIELD_NAMES.items())
        found.append(
            Column(
                key=f"column-{at}",
                header=one.header,
                samples=one.samples,
                options=options,
                empty=not one.filled,
            )
        )
    return tuple(found)


def looked(plan: ListPlan) -> Looked:
    """What importing would change, for a person to look at before."""
    telling = [row for row in plan.rows if row.outcome not in _QUIET or row.problems]
    added = [row for row in plan.rows if row.outcome is RowOutcome.ADDED and not row.problems]
    shown = [*telling, *added][:MOST_ROWS]
    left = len(telling) + len(added) - len(shown)
    more = ngettext("and %(number)s more row", "and %(number)s more rows", left) % {"number": left}
    counts = ((each.value, _word(each), plan.count(each)) for each in RowOutcome)
    return Looked(
        counts=tuple(one for one in counts if one[2]),
        rows=tuple(_line(row) for row in shown),
        more=more if left else "",
        can_import=any(row.is_news for row in plan.rows),
    )


_QUIET = (RowOutcome.ADDED, RowOutcome.UNCHANGED)


def _line(row: PlannedRow) -> RowLine:
    return RowLine(
        sheet=row.sheet,
        number=row.number,
        outcome=_word(row.outcome),
        outcome_key=row.outcome.value,
        problems=tuple((problem.what, problem.remedy) for problem in row.problems),
    )


def _word(outcome: RowOutcome) -> str:
    return {
        RowOutcome.ADDED: _("added"),
        RowOutcome.UNCHANGED: _("unchanged"),
        RowOutcome.CHANGED: _("changed"),
        RowOutcome.REFUSED: _("refused"),
        RowOutcome.VANISHED: _("gone from the list"),
    }[outcome]
