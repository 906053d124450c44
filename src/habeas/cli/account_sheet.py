"""From an Account to the rows that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from habeas.cli.account_figures import differences, figure_rows, sums, voice_of
from habeas.cli.printable import printable
from habeas.cli.sheet import Difference, Library, Row, Section, Sheet, Sum
from habeas.cli.wording import (
    count_words,
    counted,
    date_words,
    decapitalised,
    group_words,
    mention_words,
    number_words,
    shortened,
    state_names,
)
from habeas.model.accounts import Account, AccountPerson, Bounds, Figure, Naming
from habeas.model.claims import Act, Claim, Stance

QUOTE_LENGTH = 140
"""Characters of a passage that stand for a claim with neither count nor name."""

_NAMING = {
    Naming.NAMED: "named",
    Naming.CONFIRMED: "confirmed",
    Naming.LISTED: "on a list",
}


def sheet_of(account: Account, library: Library, *, most_people: int) -> Sheet:
    """Arrange an account for showing.

    Args:
        account: The account.
        library: Every claim and report the account refers to.
        most_people: How many names to show at most; the rest is counted.
    """
    figures = figure_rows(account.figures, library, account.nationalities)
    blocks = (
        (
            _section("Freed", figures),
            _section("Denied", _each(account.denied, library, _what)),
            _section("Agreed", _findings(account.agreed, library)),
            _section("Parts", _findings(account.subsets, library)),
            _section("Adds up", sums(account, library)),
            _section("Differs", differences(account, library)),
            _section("Still held", figure_rows(account.held, library)),
        ),
        (
            _section("Named", _people(account, library, most_people)),
            _section("Held for", _each(account.charges, library, _charges)),
        ),
        (
            _section("In return", _each(account.pledges, library, _pledge)),
            _section("Talks", _each(account.meetings, library, _talk)),
        ),
        (
            _section("To come", _each(account.expected, library, _what)),
            _section("Before", _each(account.earlier, library, _earlier)),
            _section("Demanded", _each(account.demands, library, _what)),
            _section("Not told", _each(account.withheld, library, _pledge)),
            _section("Also said", _each(account.others, library, _what)),
        ),
        (_section("Open", [Row(rest=printable(text)) for text in account.questions]),),
    )
    kept = (tuple(section for section in block if section.rows) for block in blocks)
    return Sheet(
        title=printable(account.event.title),
        facts=event_facts(account),
        headline=headline(account, library),
        blocks=tuple(block for block in kept if block),
    )


def event_facts(account: Account) -> tuple[str, ...]:
    """When, where, who acts, and how much is said of it."""
    event = account.event
    return (
        date_words(event.when, "no day given"),
        *(state_names([event.by]) if event.by else ()),
        *([printable(event.place)] if event.place else ()),
        counted(len(event.reports), "report"),
        counted(len(event.claims), "claim"),
    )


def headline(account: Account, library: Library) -> tuple[str, ...]:
    """The account in one line: how many freed, named, not named, still held."""
    return tuple(
        part
        for part in (
            _range(account.figures, library, "freed"),
            f"{len(account.people):,} named" if account.people else "nobody named",
            unnamed_words(account.unnamed),
            _range(account.held, library, "still held"),
        )
        if part
    )


def unnamed_words(bounds: Bounds) -> str:
    """How many nobody names: `121 not named`; empty where nothing bounds it.

    >>> unnamed_words(Bounds(low=98, high=121))
    '98 to 121 not named'
    """
    if bounds.low is not None and bounds.low == bounds.high:
        return f"{bounds.low:,} not named"
    if bounds.low and bounds.high is not None:
        return f"{bounds.low:,} to {bounds.high:,} not named"
    if bounds.low:
        return f"at least {bounds.low:,} not named"
    return f"at most {bounds.high:,} not named" if bounds.high is not None else ""


def _range(figures: Sequence[Figure], library: Library, state: str) -> str:
    """Each different figure once, the exact ones first: `1,197 or about 1,200 still held`."""
    claims = [library.claims[figure.claim] for figure in figures]
    wholes = [claim for claim in claims if claim.count and not claim.part_of]
    exact = [claim for claim in wholes if claim.count and claim.count.is_exact]
    if exact and state == "freed":
        most = max(exact, key=lambda claim: (claim.count and claim.count.low) or 0)
        done = most.stance in (Stance.REPORTED, Stance.CONFIRMED)
        return f"{count_words(most.count)} {state if done else most.stance}" if most.count else ""
    words = dict.fromkeys(count_words(c.count) for c in [*exact, *wholes] if c.count)
    return f"{' or '.join(list(words)[:3])} {state}" if words else ""


def _section(label: str, rows: Iterable[Row | Sum | Difference]) -> Section:
    return Section(label=label, rows=tuple(rows))


def _each(ids: Iterable[str], library: Library, row: Callable[[Claim], Row]) -> list[Row]:
    """One row a claim, with its voice and its pointer."""
    return [
        replace(
            row(library.claims[id_]),
            voice=voice_of(library.claims[id_], library),
            pointers=(library.pointer(id_),),
        )
        for id_ in ids
    ]


def _findings(findings: Iterable[object], library: Library) -> list[Row]:
    from habeas.model.accounts import Finding

    return [
        Row(
            rest=printable(finding.explanation),
            pointers=tuple(library.pointer(id_) for id_ in finding.claims),
        )
        for finding in findings
        if isinstance(finding, Finding)
    ]


def _people(account: Account, library: Library, most: int) -> list[Row]:
    rows = [_person(person, library) for person in account.people[:most]]
    more = len(account.people) - len(rows)
    if more > 0:
        rows.append(
            Row(rest=f"and {counted(more, 'more person', 'more people')} (--all names them)")
        )
    if unnamed := unnamed_words(account.unnamed):
        figure, _, rest = unnamed.partition(" not")
        rows.append(Row(strong=figure, rest=f"not{rest}"))
    names = {person.person: printable(person.name) for person in account.people}
    for match in account.matches:
        left, right = (names.get(id_, "somebody") for id_ in (match.left, match.right))
        rows.append(
            Row(
                rest=f"{left} and {right} may be the same person; not merged",
                notes=(printable(match.reason),),
            )
        )
    return rows


def _person(person: AccountPerson, library: Library) -> Row:
    roles: dict[str, None] = {}
    voices: dict[str, None] = {}
    for id_ in person.claims:
        claim = library.claims[id_]
        voices[voice_of(claim, library)] = None
        for mention in claim.names:
            if mention.name == person.name or len(claim.names) == 1:
                roles.update(dict.fromkeys(printable(role) for role in mention.roles))
    shown = list(voices)[:2]
    more = [f"and {number_words(len(voices) - 2)} more"] if len(voices) > 2 else []
    status = _NAMING[person.naming]
    told = "" if any(status in voice for voice in shown) else status
    return Row(
        strong=printable(person.name),
        rest="".join(f", {part}" for part in (*list(roles)[:2], told) if part),
        voice="; ".join([*shown, *more]),
        pointers=tuple(library.pointer(id_) for id_ in person.claims[:1]),
    )


def _what(claim: Claim) -> Row:
    """Whom a claim speaks of: count and group, else names, else its own words."""
    if claim.count:
        return Row(
            strong=count_words(claim.count), rest=group_words(claim), notes=_condition(claim)
        )
    names = "; ".join(mention_words(mention) for mention in claim.names)
    words = group_words(claim) or names or _quoted(claim)
    return Row(rest=words, notes=_condition(claim))


def _earlier(claim: Claim) -> Row:
    row = _what(claim)
    if claim.when is None:
        return row
    return replace(row, rest=f"{row.rest}, {printable(claim.when.words or claim.when.edtf.text)}")


def _charges(claim: Claim) -> Row:
    return Row(rest=", ".join(printable(charge) for charge in claim.charges) or _quoted(claim))


def _pledge(claim: Claim) -> Row:
    """Who acts on what: `United States: ease sanctions on exports`."""
    says_so_itself = any(claim.by == speaker.name for speaker in claim.speakers)
    acting = f"{printable(claim.by)}: " if claim.by and not says_so_itself else ""
    if claim.object is None:
        return replace(_what(claim), rest=acting + _what(claim).rest)
    verb = {Act.EASE_SANCTIONS: "ease ", Act.IMPOSE_SANCTIONS: "impose "}.get(claim.act, "")
    return Row(
        rest=f"{acting}{verb}{decapitalised(printable(claim.object))}", notes=_condition(claim)
    )


def _talk(claim: Claim) -> Row:
    names = [printable(mention.name) for mention in claim.names]
    return Row(rest=" and ".join(names) if len(names) > 1 else _quoted(claim))


def _condition(claim: Claim) -> tuple[str, ...]:
    return (f"condition: {printable(claim.condition.words)}",) if claim.condition else ()


def _quoted(claim: Claim) -> str:
    return f"“{shortened(printable(claim.passage.exact), QUOTE_LENGTH, '…')}”"
