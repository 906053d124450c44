"""Rows for what an account holds besides figures and names: promises, talks, other releases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from habeas.cli.account_figures import voices_of
from habeas.cli.printable import printable
from habeas.cli.sheet import Library, Row
from habeas.cli.wording import (
    ACT_WORDS,
    count_words,
    date_words,
    decapitalised,
    group_words,
    mention_words,
    shortened,
)
from habeas.model.accounts import Account
from habeas.model.claims import Act, Claim
from habeas.model.pledges import Pledge

QUOTE_LENGTH = 140
"""Characters of a passage that stand for a claim with neither count nor name."""

_VERBS = {Act.EASE_SANCTIONS: "ease ", Act.IMPOSE_SANCTIONS: "impose "}


def statement_rows(ids: Iterable[str], library: Library, row: Callable[[Claim], Row]) -> list[Row]:
    """One row for each different statement, with everybody who makes it."""
    return _merged([(row(library.claims[id_]), "", library.claims[id_]) for id_ in ids], library)


def _merged(told: Sequence[tuple[Row, str, Claim]], library: Library) -> list[Row]:
    """Rows that read the same and concern the same event become one, with all voices."""
    claims: dict[tuple[Row, str], list[Claim]] = {}
    for row, event, claim in told:
        claims.setdefault((row, event), []).append(claim)
    return [replace(row, voices=voices_of(said, library)) for (row, _), said in claims.items()]


def whom(claim: Claim) -> Row:
    """Whom a claim speaks of: count and group, else names, else its own words."""
    notes = _conditions([claim.condition.words]) if claim.condition else ()
    if claim.count:
        return Row(strong=count_words(claim.count), rest=group_words(claim), notes=notes)
    names = "; ".join(mention_words(mention) for mention in claim.names)
    return Row(rest=group_words(claim) or names or _quoted(claim), notes=notes)


def charges(claim: Claim) -> Row:
    """What people were held for: charges as written, else the words of the claim."""
    return Row(rest=", ".join(printable(charge) for charge in claim.charges) or _quoted(claim))


def talk(claim: Claim) -> Row:
    """Who met: both names, else the words of the claim."""
    names = [printable(mention.name) for mention in claim.names]
    return Row(rest=" and ".join(names) if len(names) > 1 else _quoted(claim))


def withheld(claim: Claim) -> Row:
    """Who does not tell what: `The ministry: how they were chosen`."""
    what = decapitalised(printable(claim.object or "")) or group_words(claim) or _quoted(claim)
    return Row(rest=f"{printable(claim.by)}: {what}" if claim.by else what)


def act_on(claim: Claim) -> Row:
    """What is said to be done, and to whom: `sentence: Ada Marr`."""
    row = whom(claim)
    told = " ".join(part for part in (row.strong, row.rest) if part)
    return replace(row, strong="", rest=f"{ACT_WORDS[claim.act]}: {told}")


def pledge_rows(ids: Sequence[str], library: Library) -> list[Row]:
    """Promises and what is said of them; one that says less stands under one that says more."""
    from habeas.pledges import pledges_of

    claims = [library.claims[id_] for id_ in ids]
    pledges = pledges_of(claims)
    grouped = {id_ for pledge in pledges for id_ in pledge.claims}
    rows = [row for pledge in pledges for row in _pledge(pledge, library)]
    return rows + statement_rows([id_ for id_ in ids if id_ not in grouped], library, whom)


def _pledge(pledge: Pledge, library: Library) -> list[Row]:
    """One row for each different wording, so that nobody is said to say more than they did."""
    claims = [library.claims[id_] for id_ in pledge.claims]
    claims.sort(key=lambda claim: claim.object != pledge.object)
    rows = _merged([(_promise(claim), "", claim) for claim in claims], library)
    return [replace(row, depth=min(place, 1)) for place, row in enumerate(rows)]


def _promise(claim: Claim) -> Row:
    speaks = {speaker.name for speaker in claim.speakers}
    acting = f"{printable(claim.by)}: " if claim.by and claim.by not in speaks else ""
    verb = _VERBS.get(claim.act, "")
    what = f"{verb}{decapitalised(printable(claim.object))}" if claim.object else whom(claim).rest
    notes = _conditions([claim.condition.words]) if claim.condition else ()
    return Row(rest=f"{acting}{what}", notes=notes)


def earlier_rows(account: Account, others: Sequence[Account], library: Library) -> list[Row]:
    """Releases of other days, each with its day; what speaks of one event merges."""
    home = {id_: other for other in others for id_ in other.event.claims}
    told: list[tuple[Row, str, Claim]] = []
    for id_ in account.earlier:
        claim, other = library.claims[id_], home.get(id_)
        day = date_words(other.event.when, "") if other else ""
        if not day and claim.when is not None:
            day = decapitalised(printable(claim.when.words or claim.when.edtf.text))
        row = whom(claim)
        told.append(
            (
                replace(row, rest=f"{row.rest}, {day}" if day else row.rest, notes=()),
                other.event.id if other else "",
                claim,
            )
        )
    return _merged(told, library)


def _conditions(words: Iterable[str]) -> tuple[str, ...]:
    """Each condition once, however it is capitalised."""
    said = {printable(text).casefold(): decapitalised(printable(text)) for text in words}
    return tuple(f"condition: {text}" for text in said.values())


def _quoted(claim: Claim) -> str:
    return f"“{shortened(printable(claim.passage.exact), QUOTE_LENGTH, '…')}”"
