"""What goes out and comes in again is the same, whatever an Edition holds."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from habeas.model.editions import Edition
from habeas.register.edition_file import EditionFile, write_edition
from habeas.register.exports.bundles import Bundle, ZipBundle
from habeas.register.exports.csv_files import Open, read_csv, write_csv
from habeas.register.exports.ftm import read_ftm, write_ftm
from habeas.register.exports.json_ld import read_json_ld, write_json_ld
from habeas.register.exports.json_lines import read_json_lines, write_json_lines
from habeas.register.exports.outgoing import Outgoing
from habeas.register.exports.parquet_files import read_parquet, write_parquet
from habeas.register.exports.xlsx_file import read_xlsx, write_xlsx
from register.made_up.editions import editions


def through_zip(
    write: Callable[[Outgoing, Bundle], None], read: Callable[[Open], Edition], going: Outgoing
) -> Edition:
    page = io.BytesIO()
    with ZipBundle(page) as bundle:
        write(going, bundle)
    with zipfile.ZipFile(page) as archive:
        return read(archive.open)


def through_csv(going: Outgoing) -> Edition:
    return through_zip(write_csv, read_csv, going)


def through_parquet(going: Outgoing) -> Edition:
    return through_zip(write_parquet, read_parquet, going)


def through_xlsx(going: Outgoing) -> Edition:
    page = io.BytesIO()
    write_xlsx(going, page)
    return read_xlsx(page.getvalue())


def through_json_lines(going: Outgoing) -> Edition:
    page = io.BytesIO()
    write_json_lines(going, page)
    return read_json_lines(page.getvalue().splitlines())


def through_ftm(going: Outgoing) -> Edition:
    page = io.BytesIO()
    write_ftm(going, page)
    return read_ftm(page.getvalue().splitlines())


def through_json_ld(going: Outgoing) -> Edition:
    page = io.BytesIO()
    write_json_ld(going, page)
    page.seek(0)
    return read_json_ld(page)


def without_accounts(edition: Edition) -> Edition:
    """From tables accounts are made anew; what lists say is in none."""
    return replace(whole(edition), accounts=(), lists=(), listings=())


def without_texts(edition: Edition) -> Edition:
    """A workbook holds only those words of a report that claims quote."""
    reports = tuple(replace(report, text="x" * len(report.text)) for report in edition.reports)
    return replace(without_accounts(edition), reports=reports)


def whole(edition: Edition) -> Edition:
    """What an Edition tells of the one before stays with its file."""
    return replace(edition, before=None, changes=(), former_ids=())


FORMATS = {
    "csv": (through_csv, without_accounts),
    "parquet": (through_parquet, without_accounts),
    "xlsx": (through_xlsx, without_texts),
    "ftm": (through_ftm, whole),
    "json-ld": (through_json_ld, whole),
    "jsonl": (through_json_lines, whole),
}


@pytest.mark.parametrize(("through", "kept"), FORMATS.values(), ids=FORMATS.keys())
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(edition=editions())
def test_what_comes_back_is_what_went_out(
    through: Callable[[Outgoing], Edition], kept: Callable[[Edition], Edition], edition: Edition
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "edition.sqlite"
        write_edition(edition, path)
        with EditionFile(path) as file:
            assert kept(through(Outgoing(file=file))) == kept(edition)
