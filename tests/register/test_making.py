"""A register that is gone through on the disk makes the very file that one in memory makes.

All people and reports are invented.
"""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from habeas.model.claims import Act, Claim, Mention, Quantity, Stance
from habeas.model.dates import EdtfDate
from habeas.model.decisions import AssumptionDecision, ClaimDecision, Resolution
from habeas.model.people import Judgement, MentionKey, Verdict
from habeas.model.reports import Report
from habeas.people.spellings import mention_id, spelling_id
from habeas.register.assemble import Records, assemble_edition
from habeas.register.edition_changes import since
from habeas.register.edition_file import EditionFile, write_edition
from habeas.register.making.beside import WorkEnded, beside
from habeas.register.making.edition import MANY, Terms, make_edition
from habeas.register.making.packing import packed, unpacked
from habeas.register.making.shelf import Shelf
from habeas.register.making.source import source_of
from register.test_redact import RECORDS

NOON = datetime(2026, 1, 4, 12, tzinfo=UTC)
TERMS = Terms(title="Invented", as_of=date(2026, 1, 4), known_at=NOON)
NAMES = ("Ada Example", "Ada Exampel", "Ben Sample", "Zoya Testova", "Зоя Тестова", "Carl Muster")


def _report(number: int) -> Report:
    freed = f"Ruritania freed {number + 9} people on 3 January, among them "
    text = freed + ", ".join(NAMES[number % 3 :]) + f". Note {number // 2}."
    return Report(
        id=sha256(text.encode()).hexdigest(),
        file=f"{number}.txt",
        url=None,
        media_type="text/plain",
        language="en",
        title=f"Freed {number}",
        publisher=f"Wire {number % 2}",
        published=EdtfDate.parse(f"2026-01-0{number % 3 + 1}"),
        retrieved=None,
        text=text,
    )


def _claims(report: Report, number: int) -> tuple[Claim, ...]:
    def claim(key: str, words: str, **parts: object) -> Claim:
        start = report.text.index(words)
        made = Claim(
            id=f"c{number}{key}",
            report=report.id,
            act=Act.RELEASE,
            stance=Stance.REPORTED,
            passage=report.passage(start, start + len(words)),
            by="Ruritania",
        )
        return replace(made, **parts)  # type: ignore[arg-type]

    count = number + 9
    whole = claim(
        "w",
        f"freed {count} people",
        count=Quantity(low=count, high=count, about=None, words=str(count)),
    )
    named = (n for n in NAMES if n in report.text)
    return (
        whole,
        *(
            claim(f"n{at}", name, names=(Mention(name=name, age=30 + at),), part_of=whole.id)
            for at, name in enumerate(named)
        ),
    )


def register() -> Records:
    """Some reports, and decisions of every kind about them."""
    reports = tuple(_report(number) for number in range(6))
    told = [_claims(report, number) for number, report in enumerate(reports)]
    wrong, better = told[0][1], replace(told[0][1], id="c-better", names=(Mention(name="Ada"),))
    lone = mention_id(MentionKey(claim=told[1][1].id, name=told[1][1].names[0].name))
    return Records(
        reports=reports,
        claims=tuple(claim for claims in told for claim in claims),
        judgements=(
            _judgement(spelling_id("Ada Example"), spelling_id("Ada Exampel"), Verdict.SAME),
            _judgement(lone, spelling_id("Ben Sample"), Verdict.DIFFERENT),
        ),
        claim_decisions=(
            _decision(wrong.id, Resolution.CORRECT, better),
            _decision(told[2][2].id, Resolution.REJECT),
            _decision("c-more", Resolution.ADD, replace(told[3][1], id="c-more", act=Act.HOLD)),
        ),
        apart=frozenset({frozenset({reports[0].id, reports[1].id})}),
    )


def _judgement(left: str, right: str, verdict: Verdict) -> Judgement:
    return Judgement(left=left, right=right, verdict=verdict, reason="known", by="ada", at=NOON)


def _decision(claim: str, resolution: Resolution, said: Claim | None = None) -> ClaimDecision:
    return ClaimDecision(
        claim=claim, resolution=resolution, correction=said, reason="read", by="ada", at=NOON
    )


REGISTERS = {
    "nothing withheld": register(),
    "a name withheld": replace(register(), protected=("Zoya Testova",)),
    "a report with hidden words": replace(
        register(), blanked=frozenset({register().reports[0].id})
    ),
    "names in every field": RECORDS,
    "nothing at all": Records(reports=(), claims=()),
}


def in_memory(records: Records, path: Path, before: Path | None = None) -> bytes:
    """The file as it is made of records that are all in memory."""
    made = assemble_edition(records, title=TERMS.title, as_of=TERMS.as_of, known_at=TERMS.known_at)
    return _written(made, path, before)


def on_the_disk(
    records: Records, path: Path, before: Path | None = None, *, many: int = MANY
) -> bytes:
    """The file as it is made of some reports at a time."""
    with Shelf(path.parent) as shelf:
        made = make_edition(source_of(records), TERMS, shelf, many=many)
        return _written(made, path, before)


def _written(made: object, path: Path, before: Path | None) -> bytes:
    if before is not None:
        with EditionFile(before) as then:
            made = since(made, then)  # type: ignore[arg-type]
    write_edition(made, path)  # type: ignore[arg-type]
    return path.read_bytes()


@pytest.mark.parametrize("records", REGISTERS.values(), ids=REGISTERS.keys())
def test_both_ways_make_the_same_file(records: Records, tmp_path: Path) -> None:
    whole = in_memory(records, tmp_path / "whole.sqlite")
    assert on_the_disk(records, tmp_path / "parts.sqlite") == whole


def test_what_is_packed_comes_out_as_it_went_in() -> None:
    records = register()
    for value in (records.reports, records.claims, records.claim_decisions, Act.HOLD, NOON, None):
        assert unpacked(packed(value)) == value
    one = unpacked(packed(records.claims[0]))
    assert (type(one), type(one.act), hash(one)) == (Claim, Act, hash(records.claims[0]))


def test_an_assumption_that_somebody_rejected_holds_in_neither(tmp_path: Path) -> None:
    records = register()
    with Shelf() as shelf:
        made = make_edition(source_of(records), TERMS, shelf)
        taken = [a for account in made.accounts for a in account.assumptions]
    assert taken, "the register is to have one"
    out = AssumptionDecision(
        assumption="no longer its id",
        kind=taken[0].kind,
        claims=taken[0].claims[:1],
        resolution=Resolution.REJECT,
        reason="not so",
        by="ada",
        at=NOON,
    )
    decided = replace(records, assumption_decisions=(out,))
    whole = in_memory(decided, tmp_path / "whole.sqlite")
    assert on_the_disk(decided, tmp_path / "parts.sqlite") == whole
    assert in_memory(records, tmp_path / "before.sqlite") != whole


def test_further_processes_change_no_byte(tmp_path: Path) -> None:
    records = REGISTERS["a name withheld"]
    alone = on_the_disk(records, tmp_path / "alone.sqlite")
    assert on_the_disk(records, tmp_path / "two.sqlite", many=0) == alone


def test_what_is_new_is_told_the_same(tmp_path: Path) -> None:
    before = tmp_path / "before.sqlite"
    fewer = replace(register(), protected=("Carl Muster",))
    in_memory(fewer, before)
    whole = in_memory(register(), tmp_path / "whole.sqlite", before)
    assert on_the_disk(register(), tmp_path / "parts.sqlite", before) == whole


class _Deadly:
    """Ends the process in which it is unpacked."""

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (9,)


def test_a_result_comes_bit_by_bit_and_so_does_what_goes_wrong() -> None:
    with beside(partial(map, int), lambda: iter(["4", "2", "no number"])) as result:
        numbers = result()
        assert [next(numbers), next(numbers)] == [4, 2]
        with pytest.raises(ValueError, match="no number"):
            next(numbers)
    with beside(partial(map, int), lambda: iter(())) as nothing:
        assert list(nothing()) == []


def test_a_process_that_is_ended_is_told_of() -> None:
    with beside(list, lambda: iter([_Deadly()])) as result, pytest.raises(WorkEnded):
        result()
    with beside(sum, lambda: iter(["no number"])) as failed, pytest.raises(TypeError):
        failed()
