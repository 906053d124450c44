"""The figures of an account: rows, sums that are drawn, differences side by side."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.cli.printable import printable
from habeas.cli.sheet import Difference, Library, Part, Row, Sum
from habeas.cli.wording import (
    ACT_WORDS,
    count_words,
    group_words,
    number_words,
    state_names,
    voice_words,
)
from habeas.model.accounts import Account, Figure, Finding
from habeas.model.claims import Act, Claim, Stance


def voice_of(claim: Claim, library: Library) -> str:
    """Who says it and how they stand to it: `Belarusian authorities announced`.

    A report that reports in its own voice is only named.
    """
    speaker = speaker_of(claim, library)
    if claim.speakers:
        return f"{speaker} {claim.stance.value}"
    return speaker if claim.stance is Stance.REPORTED else f"{speaker}: {claim.stance.value}"


def speaker_of(claim: Claim, library: Library) -> str:
    """Who says it: the chain of voices, else the publisher, else the report."""
    publisher = library.reports[claim.report].publisher
    number = f"report {library.number(claim.report)}"
    own = "the report" if len(library.reports) == 1 else number
    return voice_words(claim.speakers, printable(publisher or "") or own)


def figure_rows(
    figures: Sequence[Figure], library: Library, nationalities: Sequence[str] = ()
) -> list[Row]:
    """One row a figure; a part stands under the whole it is part of, where that is shown.

    Args:
        figures: The figures, in order.
        library: Their claims.
        nationalities: States that are told below the figure they belong to, or last
            where no figure says them.
    """
    claims = [library.claims[figure.claim] for figure in figures]
    shown = {claim.id for claim in claims}
    rows: list[Row] = []
    for claim in claims:
        if claim.part_of in shown:
            continue
        rows.append(_figure(claim, library, depth=0))
        parts = (part for part in claims if part.part_of == claim.id)
        rows.extend(_figure(part, library, depth=1) for part in parts)
    told = {state for claim in claims for state in claim.nationalities}
    if left := [state for state in nationalities if state not in told]:
        rows.append(Row(strong=number_words(len(left)), rest=_nationalities(left)))
    return rows


def _figure(claim: Claim, library: Library, *, depth: int) -> Row:
    act = "" if claim.act in (Act.RELEASE, Act.HOLD) else f", {ACT_WORDS[claim.act]}"
    states = claim.nationalities
    # One state is mostly the group itself ("five Ukrainians") and needs no line of its own.
    notes = (f"{number_words(len(states))} {_nationalities(states)}",) if len(states) > 1 else ()
    return Row(
        strong=count_words(claim.count) if claim.count else "",
        rest=group_words(claim) + act,
        voice=voice_of(claim, library),
        pointers=(library.pointer(claim.id),),
        notes=notes,
        depth=depth,
    )


def _nationalities(codes: Sequence[str]) -> str:
    noun = "nationality" if len(codes) == 1 else "nationalities"
    return f"{noun}: {', '.join(state_names(codes))}"


def sums(account: Account, library: Library) -> list[Sum | Row]:
    """Sums to be drawn; a finding whose claims do not add up as numbers is told in words."""
    return [_sum(finding, library) for finding in account.sums]


def _sum(finding: Finding, library: Library) -> Sum | Row:
    parts = _parts(finding, library)
    if len(parts) == len(finding.claims) > 2:
        total = max(parts, key=lambda part: part.number)
        rest = tuple(part for part in parts if part is not total)
        if sum(part.number for part in rest) == total.number:
            return Sum(total=total, parts=rest)
    return _told(finding, library)


def differences(account: Account, library: Library) -> list[Difference | Row]:
    """Differing figures to be shown side by side; told in words where one is no number."""
    rows: list[Difference | Row] = []
    for finding in account.differing:
        parts = _parts(finding, library)
        if len(parts) == len(finding.claims):
            rows.append(Difference(explanation=printable(finding.explanation), parts=tuple(parts)))
        else:
            rows.append(_told(finding, library))
    return rows


def _told(finding: Finding, library: Library) -> Row:
    return Row(
        rest=printable(finding.explanation),
        pointers=tuple(library.pointer(id_) for id_ in finding.claims),
    )


def _parts(finding: Finding, library: Library) -> list[Part]:
    found: list[Part] = []
    for id_ in finding.claims:
        claim = library.claims[id_]
        number = _number(claim)
        if number is not None and claim.count is not None:
            found.append(
                Part(
                    number=number,
                    words=count_words(claim.count),
                    voice=speaker_of(claim, library),
                    pointer=library.pointer(id_),
                )
            )
    return found


def _number(claim: Claim) -> float | None:
    count = claim.count
    if count is None:
        return None
    return next((n for n in (count.low, count.about, count.high) if n is not None), None)
