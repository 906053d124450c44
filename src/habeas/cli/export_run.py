"""Write what was asked of `habeas export`, and tell what was written."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from habeas.cli.exits import Exit
from habeas.cli.export_asked import BUNDLED, ExportAsked

if TYPE_CHECKING:
    from collections.abc import Callable

    from habeas.register.exports.bundles import Bundle
    from habeas.register.exports.outgoing import Outgoing


def run_export(asked: ExportAsked) -> Exit:
    """Read, choose, write and tell; returns how the command ends.

    Raises:
        Stop: There is nothing to read.
        ExportNotWritten: It could not be written; nothing was.
    """
    from habeas.cli.console import say_note
    from habeas.cli.export_sources import edition_to_export, opened
    from habeas.cli.messages import tell_inputs
    from habeas.cli.progress import counting
    from habeas.register.exports.outgoing import Outgoing

    asked.check()
    if asked.to is not None and not asked.dry_run:
        _refuse_early(asked, asked.to)
    with (
        edition_to_export(asked) as (path, found),
        opened(path) as file,
        counting("records") as told,
    ):
        going = _chosen(Outgoing(file=file, told=told), asked)
        numbers = _numbers(going)
        is_empty = not (numbers["person"] if asked.form == "ftm" else sum(numbers.values()))
        if not is_empty and not asked.dry_run:
            _write(going, asked, path)
        withheld = file.summary.withheld
    if found is not None:
        tell_inputs(found)
    _tell(asked, numbers, is_empty=is_empty)
    if withheld:
        say_note(f"{withheld:,} protected, left out")
    code = found.exit_code if found is not None else Exit.OK
    return Exit.NOTHING if code is Exit.OK and is_empty else code


def _refuse_early(asked: ExportAsked, to: Path) -> None:
    """Before hours of work, and not after them."""
    from habeas.register.exports.places import (
        refuse_to_overwrite,
        refuse_to_overwrite_with_folder,
    )

    if asked.form in BUNDLED and to.suffix.lower() != ".zip":
        refuse_to_overwrite_with_folder(to)
    else:
        refuse_to_overwrite(to)


def _chosen(going: Outgoing, asked: ExportAsked) -> Outgoing:
    from habeas.register.exports.selection import choose

    selection = asked.selection
    if selection.is_everything:
        return going
    return replace(going, chosen=choose(going, selection))


def _numbers(going: Outgoing) -> dict[str, int]:
    about, chosen = going.summary, going.chosen
    if chosen is None:
        return {"person": about.people, "claim": about.claims, "report": about.reports}
    return {
        "person": len(chosen.people),
        "claim": len(chosen.claims),
        "report": len(chosen.reports),
    }


def _write(going: Outgoing, asked: ExportAsked, path: Path) -> None:
    from habeas.register.exports.places import new_bundle, new_file

    if asked.form in BUNDLED:
        assert asked.to is not None
        with new_bundle(asked.to) as bundle:
            _bundle_writer(asked, path)(going, bundle)
    elif asked.to is not None:
        with new_file(asked.to) as file:
            _file_writer(asked.form)(going, file)
    else:
        sys.stdout.flush()
        with io.BufferedWriter(_Stdout(), buffer_size=1 << 16) as file:
            _file_writer(asked.form)(going, file)


class _Stdout(io.RawIOBase):
    """Standard output, which stays open when this is closed."""

    def writable(self) -> bool:
        return True

    def write(self, data: object, /) -> int:
        return sys.stdout.buffer.write(bytes(data))  # type: ignore[call-overload]

    def close(self) -> None:
        if not self.closed:
            sys.stdout.buffer.flush()
        super().close()


def _bundle_writer(asked: ExportAsked, path: Path) -> Callable[[Outgoing, Bundle], None]:
    if asked.form == "site":
        from habeas.server.stick import write_stick

        return lambda going, bundle: write_stick(going, bundle, path, asked.language)
    if asked.form == "parquet":
        from habeas.register.exports.parquet_files import write_parquet

        return write_parquet
    from habeas.register.exports.csv_files import write_csv

    return write_csv


def _file_writer(form: str) -> Callable[[Outgoing, IO[bytes]], None]:
    from habeas.register.exports.ftm import write_ftm
    from habeas.register.exports.ftm_statements import write_ftm_statements
    from habeas.register.exports.json_ld import write_json_ld
    from habeas.register.exports.json_lines import write_json_lines
    from habeas.register.exports.xlsx_file import write_xlsx

    return {
        "ftm": write_ftm,
        "ftm-statements": write_ftm_statements,
        "jsonl": write_json_lines,
        "json-ld": write_json_ld,
        "xlsx": write_xlsx,
    }[form]


def _tell(asked: ExportAsked, numbers: dict[str, int], *, is_empty: bool) -> None:
    from habeas.cli.console import say_note
    from habeas.cli.wording import counted

    if is_empty:
        say_note("there is nobody to write" if asked.form == "ftm" else "there is nothing to write")
        return
    told = [counted(number, one) for one, number in numbers.items()]
    what = f"{', '.join(told[:-1])} and {told[-1]}"
    to = f" to {click.format_filename(asked.to)}" if asked.to is not None else ""
    if asked.dry_run:
        say_note(f"nothing was written; {what} would be, as {asked.form}{to}")
    else:
        say_note(f"{what} written as {asked.form}{to}")
