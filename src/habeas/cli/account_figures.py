"""The figures of an account: rows, sums that are drawn, differences side by side.

Equal figures of several voices stand in one row, so that a report printed forty times
takes one line and not forty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from habeas.cli.printable import printable
from habeas.cli.sheet import Difference, Library, Part, Row, Sum, Voice
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

_EQUATION = re.compile(r"([\d,]+) = ([\d,]+(?: \+ [\d,]+)+)\b")


def voices_of(claims: Iterable[Claim], library: Library) -> tuple[Voice, ...]:
    """Who says it, each once, in the order of the claims.

    A voice is told with its stance, `Belarusian authorities announced`, but for the plain
    case that it reports.
    """
    places: dict[str, list[Claim]] = {}
    for claim in claims:
        places.setdefault(_voice(claim, library), []).append(claim)
    return tuple(
        Voice(words=words, pointers=tuple(library.pointer(claim.id) for claim in said))
        for words, said in places.items()
    )


def _voice(claim: Claim, library: Library) -> str:
    speaker = _speaker(claim, library)
    if claim.stance is Stance.REPORTED:
        return speaker
    between = " " if claim.speakers else ": "
    return f"{speaker}{between}{claim.stance.value}"


def _speaker(claim: Claim, library: Library) -> str:
    """The chain of voices, else the publisher, else the report."""
    publisher = library.reports[claim.report].publisher
    number = f"report {library.number(claim.report)}"
    own = "the report" if len(library.reports) == 1 else number
    return voice_words(claim.speakers, printable(publisher or "") or own)


def figure_rows(figures: Sequence[Figure], account: Account, library: Library) -> list[Row]:
    """One row for each different figure, exact ones first and the greatest of them first.

    A part stands under the whole it is part of, where that is shown.
    """
    claims = [library.claims[figure.claim] for figure in figures]
    groups = _same_figures(claims, account, library)
    home = {claim.id: place for place, group in enumerate(groups) for claim in group}
    wholes = [
        next((home[c.part_of] for c in group if c.part_of in home), place)
        for place, group in enumerate(groups)
    ]
    rows: list[Row] = []
    for place in sorted(range(len(groups)), key=lambda place: _rank(groups[place])):
        if wholes[place] != place:
            continue
        rows.append(_figure(groups[place], library, depth=0))
        parts = [g for n, g in enumerate(groups) if wholes[n] == place != n]
        rows.extend(_figure(part, library, depth=1) for part in sorted(parts, key=_rank))
    return rows


def _rank(group: Sequence[Claim]) -> tuple[bool, int]:
    count = group[0].count
    if count is None or not count.is_exact:
        return True, 0
    return False, -(count.low or 0)


def _same_figures(claims: Sequence[Claim], account: Account, library: Library) -> list[list[Claim]]:
    """Claims of one figure together: the same words, or said to be the same by a finding."""
    found_same = [set(finding.claims) for finding in (*account.agreed, *account.sums)]
    groups: list[list[Claim]] = []
    for claim in claims:
        for group in groups:
            first = group[0]
            if number_of(first) != number_of(claim) or first.act is not claim.act:
                continue
            joined = any({first.id, claim.id} <= same for same in found_same)
            if joined or _whom(first) == _whom(claim):
                group.append(claim)
                break
        else:
            groups.append([claim])
    return groups


def _whom(claim: Claim) -> tuple[object, ...]:
    count = claim.count
    said = None if count is None or count.is_exact else count_words(count)
    return said, group_words(claim).casefold(), claim.nationalities


def _figure(group: Sequence[Claim], library: Library, *, depth: int) -> Row:
    claim = group[0]
    act = "" if claim.act in (Act.RELEASE, Act.HOLD) else f", {ACT_WORDS[claim.act]}"
    states = claim.nationalities
    # One state is mostly the group itself ("five Ukrainians") and needs no line of its own.
    notes = (nationality_words(states),) if len(states) > 1 else ()
    return Row(
        strong=count_words(claim.count) if claim.count else "",
        rest=group_words(claim) + act,
        voices=voices_of(group, library),
        notes=notes,
        depth=depth,
    )


def nationality_words(codes: Sequence[str]) -> str:
    """States with their number: `two nationalities: Lithuania, Japan`."""
    noun = "nationality" if len(codes) == 1 else "nationalities"
    return f"{number_words(len(codes))} {noun}: {', '.join(state_names(codes))}"


def sums(account: Account, library: Library) -> list[Sum | Row]:
    """Sums to be drawn; a finding without an equation that holds is told in words."""
    return [_sum(finding, library) or told(finding) for finding in account.sums]


def told(finding: Finding) -> Row:
    """A finding in its own words. Its claims stand in other rows, each with its pointer."""
    return Row(rest=printable(finding.explanation))


def _sum(finding: Finding, library: Library) -> Sum | None:
    equation = _EQUATION.match(finding.explanation)
    if equation is None:
        return None
    total, *terms = (int(n.replace(",", "")) for n in re.findall(r"[\d,]+", equation.group()))
    parts = {part.number: part for part in _parts(finding, library)}
    if sum(terms) != total or not {total, *terms} <= parts.keys():
        return None
    return Sum(total=parts[total], parts=tuple(parts[term] for term in terms))


def differences(account: Account, library: Library) -> list[Difference | Row]:
    """Differing figures to be shown side by side; told in words where one is no number."""
    rows: list[Difference | Row] = []
    for finding in account.differing:
        parts = _parts(finding, library)
        if len(parts) > 1:
            rows.append(Difference(explanation=printable(finding.explanation), parts=parts))
        else:
            rows.append(told(finding))
    return rows


def _parts(finding: Finding, library: Library) -> tuple[Part, ...]:
    """The different numbers of a finding, the greatest first, each with everybody who says it."""
    said: dict[tuple[float, str], list[Claim]] = {}
    for claim in (library.claims[id_] for id_ in finding.claims):
        number = number_of(claim)
        if number is not None and claim.count is not None:
            said.setdefault((number, count_words(claim.count)), []).append(claim)
    return tuple(
        Part(number=number, words=words, voices=voices_of(claims, library))
        for (number, words), claims in sorted(said.items(), reverse=True)
    )


def number_of(claim: Claim) -> float | None:
    """The number that stands for a count: its least, else central, else greatest value."""
    count = claim.count
    if count is None:
        return None
    return next((n for n in (count.low, count.about, count.high) if n is not None), None)
