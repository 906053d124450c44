"""What changed between two editions: for the terminal, a spreadsheet, or programs."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator, Sequence

from habeas.cli.console import say_note, write_data, write_json
from habeas.cli.match_rows import without_formula
from habeas.cli.sanctions.editions import Edition
from habeas.cli.wording import counted
from habeas.model.sanctions import (
    ChangeKind,
    EntryChange,
    Field,
    FieldChange,
    ListDifference,
    ListedEntity,
)
from habeas.pledges.sanctions import values_of

FORMAT = "habeas-sanctions/1"
"""Name and version of the JSON format."""

COLUMNS = (
    *("list", "from", "to", "change", "id", "schema", "name", "program", "place"),
    *("field", "removed", "added", "licence"),
)
"""Columns of the CSV; of an entry that changed there is a row for each field."""

_LOST = 0.5
_BOM = "\ufeff"

type Compared = Sequence[tuple[Edition, Edition, ListDifference]]


def write_differences(compared: Compared, form: str, *, everything: bool) -> None:
    """Write all comparisons in one form, and say what in them is to be doubted."""
    if form == "json":
        write_json(document(compared))
    elif form == "csv":
        write_data(_table(compared))
    else:
        from habeas.cli.console import console_on
        from habeas.cli.ledger import page_on, print_lines
        from habeas.cli.sanctions.text import difference_lines

        page = page_on(console_on(sys.stdout))
        for old, new, difference in compared:
            print_lines(page, difference_lines(old, new, difference, page, everything=everything))
    for doubt in _doubts(compared):
        say_note(doubt)


def document(compared: Compared) -> dict[str, object]:
    """All comparisons as one document in the format of `FORMAT`."""
    return {
        "format": FORMAT,
        "differences": [
            {
                "list": new.title,
                "from": _end(old),
                "to": _end(new),
                "compared": [field.value for field in Field if field in difference.compared],
                "counts": {kind.value: count for kind, count in counts(difference).items()},
                "changes": [_change(each) for each in difference.changes],
            }
            for old, new, difference in compared
        ],
    }


def counts(difference: ListDifference) -> dict[ChangeKind, int]:
    """How many entries each thing happened to."""
    kinds = [change.kind for change in difference.changes]
    return {kind: kinds.count(kind) for kind in ChangeKind}


def _doubts(compared: Compared) -> Iterator[str]:
    for old, new, difference in compared:
        unread = len(old.found.problems) + len(new.found.problems)
        if unread:
            yield f"{new.title}: {counted(unread, 'value')} could not be used, and not compared"
        if old.found.format is not new.found.format:
            left_out = ", ".join(field for field in Field if field not in difference.compared)
            yield (
                f"{new.title}: the editions are in two formats"
                + (f"; not compared: {left_out}" if left_out else "")
            )
        lost = counts(difference)[ChangeKind.DELISTED]
        if lost > _LOST * len(old.found.entities):
            yield f"{new.title}: most entries are gone; make sure that the later file is whole"


def _end(edition: Edition) -> dict[str, object]:
    found = edition.found
    return {
        "day": edition.day.isoformat() if edition.day else None,
        "issued": found.issued.text if found.issued else None,
        "file": edition.file,
        "digest": found.digest,
        "format": found.format.value,
        "entries": len(found.entities),
    }


def _change(change: EntryChange) -> dict[str, object]:
    return {
        "kind": change.kind.value,
        "id": change.entity.id,
        "name": change.entity.name,
        "fields": [_field(each) for each in change.fields],
        "licences": list(change.licences),
        "revoked": list(change.revoked),
        "old": _entity(change.old),
        "new": _entity(change.new),
    }


def _field(change: FieldChange) -> dict[str, object]:
    return {
        "field": change.field.value,
        "removed": list(change.removed),
        "added": list(change.added),
    }


def _entity(entity: ListedEntity | None) -> dict[str, object] | None:
    """An entry by the names of FollowTheMoney; of the Sanction as well, which has no id here."""
    if entity is None:
        return None
    told = {
        field.value: list(values)
        for field in Field
        if field is not Field.SCHEMA and (values := values_of(entity, field))
    }
    return {
        "id": entity.id,
        "schema": entity.kind.value,
        "place": entity.place,
        "properties": told,
    }


def _table(compared: Compared) -> str:
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for old, new, difference in compared:
        for change in difference.changes:
            for row in _rows(old, new, change):
                writer.writerow([without_formula(cell) for cell in row])
    return _BOM + page.getvalue()


def _rows(old: Edition, new: Edition, change: EntryChange) -> Iterator[list[str]]:
    entity = change.entity
    head = [
        *(new.title, old.told_day, new.told_day, change.kind.value),
        *(entity.id, entity.kind.value, entity.name, "; ".join(entity.programs), entity.place),
    ]
    licences = "; ".join(change.licences)
    for each in change.fields:
        yield [*head, each.field, "; ".join(each.removed), "; ".join(each.added), licences]
    if not change.fields:
        yield [*head, "", "", "", licences]
