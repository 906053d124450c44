"""A Parquet file for each table, for notebooks; the texts of reports are among them.

Needs pyarrow, which only the extra `parquet` of habeas brings along.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import batched
from typing import TYPE_CHECKING, Any

from habeas.model.editions import Edition
from habeas.register.exports.account_tables import TABLES
from habeas.register.exports.bundles import Bundle
from habeas.register.exports.cells import Column, Kind
from habeas.register.exports.csv_files import Open
from habeas.register.exports.from_tables import Cells, edition_of
from habeas.register.exports.outgoing import Outgoing
from habeas.register.exports.problems import ExportNotWritten, InvalidExport
from habeas.register.exports.readme import facts, readme
from habeas.register.exports.tables import REPORTS, Row, Table

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS_OF_A_GROUP = 20_000
_REPORTS_OF_A_GROUP = 500
_TEXT = Column(name="text", kind=Kind.TEXT, tells="The text that was read.")


def write_parquet(going: Outgoing, bundle: Bundle) -> None:
    """Write every table and a README.

    Raises:
        ExportNotWritten: pyarrow is not installed.
    """
    for table in TABLES:
        rows = _reports(going) if table is REPORTS else table.rows(going)
        size = _REPORTS_OF_A_GROUP if table is REPORTS else _ROWS_OF_A_GROUP
        _write_table(bundle, _with_texts(table), batched(rows, size), dict(facts(going)))
    with bundle.file("README.txt") as file:
        file.write(readme(going, "parquet", map(_with_texts, TABLES)).encode())


def _write_table(
    bundle: Bundle, table: Table, groups: Iterable[tuple[Row, ...]], about: dict[str, str]
) -> None:
    arrow, parquet = _arrow()
    fields = [
        arrow.field(each.name, _type(each.kind), metadata={"tells": each.tells})
        for each in table.columns
    ]
    schema = arrow.schema(fields, metadata={**about, "table": table.name, "tells": table.tells})
    with bundle.file(f"{table.name}.parquet") as file:
        sink = arrow.PythonFile(_Sink(file), mode="w")
        with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
            for rows in groups:
                columns = [
                    arrow.array([row[at] for row in rows], type=each.type)
                    for at, each in enumerate(fields)
                ]
                writer.write_table(arrow.table(columns, schema=schema))


class _Sink(io.RawIOBase):
    """What pyarrow asks of a file, over one that only writes."""

    def __init__(self, file: Any) -> None:
        super().__init__()
        self._file = file
        self._written = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        some: int = self._file.write(bytes(data))
        self._written += some
        return some

    def tell(self) -> int:
        return self._written


def read_parquet(open_: Open) -> Edition:
    """Read the tables back.

    Raises:
        InvalidExport: A table is missing or holds something else.
        ExportNotWritten: pyarrow is not installed.
    """
    arrow, parquet = _arrow()

    def rows_of(table: Table) -> Iterator[Cells]:
        name = f"{table.name}.parquet"
        wanted = [column for column in _with_texts(table).columns if not column.derived]
        try:
            with open_(name) as file:
                found = parquet.ParquetFile(io.BytesIO(file.read()))
            for batch in found.iter_batches(columns=[column.name for column in wanted]):
                for row in batch.to_pylist():
                    yield {each.name: _cell(each, row[each.name]) for each in wanted}
        except (KeyError, OSError, arrow.ArrowInvalid) as error:
            raise InvalidExport(
                what="a file that is missing or no Parquet of an export",
                where=name,
                remedy="export the register again",
            ) from error

    return edition_of(rows_of, lambda row, _: str(row["text"]))


def _cell(column: Column, value: Any) -> Any:
    return tuple(value) if column.kind is Kind.TEXTS else value


def _reports(going: Outgoing) -> Iterator[Row]:
    rows = REPORTS.rows(going)
    for row, report in zip(rows, going.reports(), strict=True):
        yield (*row, report.text)


def _with_texts(table: Table) -> Table:
    if table is not REPORTS:
        return table
    columns = (*table.columns, _TEXT)
    return Table(name=table.name, tells=table.tells, columns=columns, rows=table.rows)


def _type(kind: Kind) -> pa.DataType:
    arrow, _ = _arrow()
    return {
        Kind.TEXT: arrow.string(),
        Kind.TEXTS: arrow.list_(arrow.string()),
        Kind.DATE: arrow.string(),
        Kind.WHOLE: arrow.int64(),
        Kind.NUMBER: arrow.float64(),
        Kind.FLAG: arrow.bool_(),
    }[kind]


def _arrow() -> tuple[Any, Any]:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise ExportNotWritten(
            what="Parquet needs pyarrow, which is not installed",
            remedy="install it: pip install 'habeas[parquet]'; or take --format csv",
        ) from error
    return pa, parquet
