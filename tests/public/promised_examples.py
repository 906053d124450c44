"""The site over every example that promises something, with the invented lists beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from habeas.claims import extract_claims
from habeas.model.claims import Claim
from habeas.model.decisions import EntryDecision, Ruling
from habeas.model.listings import DatedList
from habeas.pledges.board import pledges_of
from habeas.pledges.decided import entry_key
from habeas.pledges.sanctions import propose_targets, read_sanctions
from habeas.register.assemble import Records, assemble_edition
from habeas.register.edition_file import write_edition
from habeas.reports import read_report
from house.checkout import ROOT
from public.conftest import serving

SETS = ("belarus-2025-06", "belarus-2025-09", "belarus-2025-12", "cuba-2025", "ruritania-2025")
LISTS = ROOT / "examples" / "ruritania-2025-lists"


@contextmanager
def promised_examples() -> Iterator[tuple[Path, str]]:
    """An Edition of all sets, and the address of its site."""
    files = sorted(f for folder in SETS for f in (ROOT / "examples" / folder).iterdir())
    reports = tuple(read_report(file.read_bytes(), file=file.name) for file in files)
    claims = tuple(claim for report in reports for claim in extract_claims(report))
    lists = [_dated(path) for path in sorted(LISTS.iterdir())]
    decisions = (_decided("91003", claims, lists),)
    records = Records(reports=reports, claims=claims, lists=lists, entry_decisions=decisions)
    edition = assemble_edition(
        records,
        title="Examples",
        as_of=date(2025, 12, 31),
        known_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / "edition.sqlite"
        write_edition(edition, path)
        with serving(path) as address:
            yield path, address


def _decided(entry: str, claims: Sequence[Claim], lists: Sequence[DatedList]) -> EntryDecision:
    """That somebody said that the promise about an entry means it."""
    pledges = {each.id: each for each in pledges_of(claims)}
    proposed = propose_targets(pledges.values(), lists[0].found.entities)
    (found,) = (each for each in proposed if each.entity.id == entry)
    return EntryDecision(
        about=entry_key(found, lists[0].title, pledges[found.promised]),
        ruling=Ruling.ACCEPT,
        reason="for a test",
        by="examiner",
        at=datetime(2025, 7, 1, tzinfo=UTC),
    )


def _dated(path: Path) -> DatedList:
    found = read_sanctions(path.read_bytes(), file=path.name)
    assert found.issued is not None
    assert found.issued.latest is not None
    return DatedList(title="Example List", day=found.issued.latest, file=path.name, found=found)
