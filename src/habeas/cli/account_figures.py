"""The figures of an account: rows, sums that are drawn, differences side by side.

Equal figures of several voices stand in one row, so that a report printed forty times
takes one line and not forty.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from habeas.accounts.populations import Population, value_of, without
from habeas.accounts.voices import is_unsourced
from habeas.cli.printable import printable
from habeas.cli.sheet import Library, Part, Row, Sum, Voice
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
from habeas.people.short_names import fullest_names

UNSOURCED = "unsourced"
"""What stands for reports that repeat a figure and do not say whose it is."""

_DONE = frozenset({Stance.REPORTED, Stance.CONFIRMED})
# A demand stands under a heading that says so.
_PLAIN = frozenset({Stance.REPORTED, Stance.DEMANDED})
_TO_BE = frozenset({Stance.ANNOUNCED})
_UNIT_WORDS = frozenset({"people", "cases", "groups"})
_EQUATION = re.compile(r"([\d,]+) = ([\d,]+(?: \+ [\d,]+)+)\b")


def voices_of(claims: Iterable[Claim], library: Library) -> tuple[Voice, ...]:
    """Who says it, each once and by the fullest name, in the order of the claims.

    A voice is told with its stance, `Belarusian authorities announced`, but for the plain
    case that it reports. Who reports a thing as done and had announced it reports it.
    """
    listed = list(claims)
    names = voice_names(listed, library)
    done = {names[c.id] for c in listed if c.stance in _DONE}
    said: dict[str, list[Claim]] = {}
    for claim in listed:
        is_done = claim.stance in _DONE or (claim.stance in _TO_BE and names[claim.id] in done)
        plain = claim.stance in _PLAIN or (is_done and claim.stance in _TO_BE)
        words = names[claim.id] if plain else _with_stance(names[claim.id], claim)
        said.setdefault(words, []).append(claim)
    return _voices(said, library)


def standing_voices(claims: Iterable[Claim], library: Library) -> tuple[Voice, ...]:
    """Who says it and how they stand to it, always told: a promise beside its delivery."""
    listed = list(claims)
    names = voice_names(listed, library)
    said: dict[str, list[Claim]] = {}
    for claim in listed:
        said.setdefault(_with_stance(names[claim.id], claim), []).append(claim)
    return _voices(said, library)


def figure_voices(claims: Sequence[Claim], library: Library) -> tuple[Voice, ...]:
    """Whose figure it is; reports that tell it without a source are counted, not named.

    Where nobody named gives it, the reports are the voices.
    """
    sourced = [claim for claim in claims if not is_unsourced(claim)]
    if not sourced:
        return voices_of(claims, library)
    said = {UNSOURCED: [claim for claim in claims if is_unsourced(claim)]}
    return voices_of(sourced, library) + _voices(said, library)


def _voices(said: Mapping[str, Sequence[Claim]], library: Library) -> tuple[Voice, ...]:
    return tuple(
        Voice(words=words, pointers=tuple(library.pointer(claim.id) for claim in claims))
        for words, claims in said.items()
        if claims
    )


def _with_stance(name: str, claim: Claim) -> str:
    between = " " if claim.speakers else ": "
    return f"{name}{between}{claim.stance.value}"


def voice_names(claims: Iterable[Claim], library: Library) -> dict[str, str]:
    """By claim, its chain of voices, else its publisher, else its report."""
    listed = list(claims)
    # A short form is first read within its report: "the official" there is some one official.
    own = {c.id: [library.full_name(c.report, s.name) for s in c.speakers] for c in listed}
    fullest = fullest_names(name for chain in own.values() for name in chain)
    names = {}
    for claim in listed:
        publisher = library.reports[claim.report].publisher
        number = f"report {library.number(claim.report)}"
        itself = "the report" if len(library.reports) == 1 else number
        chain = [
            replace(s, name=fullest[n]) for s, n in zip(claim.speakers, own[claim.id], strict=True)
        ]
        names[claim.id] = voice_words(chain, printable(publisher or "") or itself)
    return names


def figure_rows(figures: Sequence[Figure], account: Account, library: Library) -> list[Row]:
    """One row for each different figure, exact ones first and the greatest of them first.

    A part stands under the whole it is part of, where that is shown; the terms of a sum
    that is drawn stand there alone.
    """
    drawn = drawn_terms(account, library)
    said = {figure.claim: figure.population for figure in figures}
    claims = [library.claims[figure.claim] for figure in figures if figure.claim not in drawn]
    groups = _same_figures(claims, account)
    home = {claim.id: place for place, group in enumerate(groups) for claim in group}
    wholes = [
        next((home[c.part_of] for c in group if c.part_of in home), place)
        for place, group in enumerate(groups)
    ]
    rows: list[Row] = []
    for place in sorted(range(len(groups)), key=lambda place: _rank(groups[place])):
        if wholes[place] != place:
            continue
        rows.append(_figure(groups[place], library, said, depth=0))
        parts = [g for n, g in enumerate(groups) if wholes[n] == place != n]
        rows.extend(_figure(part, library, said, depth=1) for part in sorted(parts, key=_rank))
    return rows


def _rank(group: Sequence[Claim]) -> tuple[bool, int]:
    count = group[0].count
    if count is None or not count.is_exact:
        return True, 0
    return False, -(count.low or 0)


def _same_figures(claims: Sequence[Claim], account: Account) -> list[list[Claim]]:
    """Claims of one figure together, whatever they call the act or those it counts.

    That is the same number of the same people, as the account reads them, or what one of
    its findings says is the same.
    """
    populations = _populations(account, claims)
    findings = _findings_by_claim(account)
    home: dict[object, int] = {}
    groups: list[list[Claim]] = []
    for claim in claims:
        population = populations.get(claim.id, ())
        keys: list[object] = [(_said(claim), population)]
        if not population:
            keys.append((_said(claim), group_words(claim).casefold(), claim.part_of))
        keys += [(_said(claim), number) for number in findings.get(claim.id, ())]
        at = next((home[key] for key in keys if key in home), len(groups))
        if at == len(groups):
            groups.append([])
        groups[at].append(claim)
        home.update(dict.fromkeys(keys, at))
    return groups


def _populations(account: Account, claims: Sequence[Claim]) -> dict[str, Population]:
    """By claim, whom it counts; "52 crossed into Lithuania" are all, where all are 52."""
    populations = {
        f.claim: f.population for f in (*account.figures, *account.held, *account.counted)
    }
    totals = {_said(claim) for claim in claims if not populations.get(claim.id)}
    return {claim.id: _population(claim, populations.get(claim.id, ()), totals) for claim in claims}


def _population(claim: Claim, own: Population, totals: Container[object]) -> Population:
    is_all = _said(claim) in totals and claim.part_of is None
    return () if is_all and not without(own, "destination") else own


def _findings_by_claim(account: Account) -> dict[str, list[int]]:
    """By claim, the numbers of the agreements and sums that it stands in."""
    found: dict[str, list[int]] = {}
    for number, finding in enumerate((*account.agreed, *account.sums)):
        for claim in finding.claims:
            found.setdefault(claim, []).append(number)
    return found


def _said(claim: Claim) -> tuple[object, ...]:
    count = claim.count
    return () if count is None else (count.low, count.high, count.about, count.unit)


def _figure(
    group: Sequence[Claim],
    library: Library,
    populations: Mapping[str, Population],
    *,
    depth: int,
) -> Row:
    states = tuple(dict.fromkeys(code for claim in group for code in claim.nationalities))
    # One state is mostly the group itself ("five Ukrainians") and needs no line of its own.
    notes = (nationality_words(states),) if len(states) > 1 else ()
    claim = group[0]
    return Row(
        strong=count_words(claim.count) if claim.count else "",
        rest=_usual_group(group) + _sent(group, populations) + _acts(group),
        voices=figure_voices(group, library),
        notes=notes,
        depth=depth,
    )


def _usual_group(claims: Sequence[Claim]) -> str:
    """Who is counted, as most of the claims call them; the first of those used equally.

    Of people held, what they are called ("political prisoners") before that they are people.
    """
    groups = Counter(group_words(claim) for claim in claims)
    named = [group for group in groups if group not in _UNIT_WORDS]
    of_held = claims[0].act is Act.HOLD and bool(named)
    return max(named if of_held else groups, key=lambda group: groups[group])


def _acts(claims: Iterable[Claim]) -> str:
    """What is said to be done, where it is more than a plain release: `, pardon or release`."""
    acts = sorted({claim.act for claim in claims} - {Act.HOLD})
    plain = [act for act in acts if act is Act.RELEASE]
    told = [ACT_WORDS[act] for act in acts if act is not Act.RELEASE]
    return f", {' or '.join([*told, *(ACT_WORDS[act] for act in plain)])}" if told else ""


def nationality_words(codes: Sequence[str]) -> str:
    """States with their number: `two nationalities: Lithuania, Japan`."""
    noun = "nationality" if len(codes) == 1 else "nationalities"
    return f"{number_words(len(codes))} {noun}: {', '.join(state_names(codes))}"


def sums(account: Account, library: Library) -> list[Sum | Row]:
    """Sums to be drawn; a finding without an equation that holds is told in words."""
    return [_sum(finding, account, library) or told(finding) for finding in account.sums]


def drawn_terms(account: Account, library: Library) -> set[str]:
    """Claims whose figures a drawn sum shows as its terms."""
    found = set()
    for finding in account.sums:
        drawn = _sum(finding, account, library)
        if drawn is not None:
            claims = (library.claims[id_] for id_ in finding.claims)
            found |= {c.id for c in claims if number_of(c) != drawn.total.number}
    return found


def told(finding: Finding) -> Row:
    """A finding in its own words. Its claims stand in other rows, each with its pointer."""
    return Row(rest=printable(finding.explanation))


def _sum(finding: Finding, account: Account, library: Library) -> Sum | None:
    equation = _EQUATION.match(finding.explanation)
    if equation is None:
        return None
    total, *terms = (int(n.replace(",", "")) for n in re.findall(r"[\d,]+", equation.group()))
    said = _by_number(finding, library)
    whole = _parts(said.get(total, []), 1, account)
    parts = [
        part
        for number, times in Counter(terms).items()
        for part in _parts(said.get(number, []), times, account)
    ]
    if sum(terms) != total or len(whole) != 1 or len(parts) != len(terms):
        return None
    drawn = [_part(claims, account, library) for claims in (*whole, *parts)]
    return Sum(total=drawn[0], parts=tuple(drawn[1:]))


def _by_number(finding: Finding, library: Library) -> dict[float, list[Claim]]:
    said: dict[float, list[Claim]] = {}
    for claim in (library.claims[id_] for id_ in finding.claims):
        number = number_of(claim)
        if number is not None:
            said.setdefault(number, []).append(claim)
    return said


def _parts(claims: Sequence[Claim], times: int, account: Account) -> list[list[Claim]]:
    """The claims of one number as that many parts; of several parts by whom they count.

    Other than as many where it cannot be told which claim is of which part.
    """
    if times == 1:
        return [list(claims)] if claims else []
    populations = {figure.claim: figure.population for figure in account.figures}
    told: dict[object, list[Claim]] = {}
    for claim in claims:
        told.setdefault(populations.get(claim.id) or claim.id, []).append(claim)
    return list(told.values())


def _part(claims: Sequence[Claim], account: Account, library: Library) -> Part:
    """One number of a sum, with everybody who says it."""
    populations = {figure.claim: figure.population for figure in account.figures}
    return Part(
        number=number_of(claims[0]) or 0.0,
        words=count_words(claims[0].count) if claims[0].count else "",
        rest=_usual_group(claims) + _destination(claims, populations),
        voices=figure_voices(claims, library),
    )


def _sent(claims: Sequence[Claim], populations: Mapping[str, Population]) -> str:
    """Where they were taken, where whoever is named as counting them says so."""
    sourced = [claim for claim in claims if not is_unsourced(claim)] or claims
    codes = {value_of(populations.get(claim.id, ()), "destination") for claim in sourced}
    return _destination(sourced, populations) if len(codes) == 1 else ""


def _destination(claims: Sequence[Claim], populations: Mapping[str, Population]) -> str:
    """Where they are said to have been taken, where that is what makes them a part."""
    for claim in sorted(claims, key=lambda claim: claim.place is None):
        code = value_of(populations.get(claim.id, ()), "destination")
        if code is not None:
            return f" to {printable(claim.place) if claim.place else state_names([code])[0]}"
    return ""


def number_of(claim: Claim) -> float | None:
    """The number that stands for a count: its least, else central, else greatest value."""
    count = claim.count
    if count is None:
        return None
    return next((n for n in (count.low, count.about, count.high) if n is not None), None)
