"""Rows for what an account holds besides figures and names: promises, talks, other releases."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from habeas.accounts.wording import speakers_words
from habeas.claims.capitals import capital_state
from habeas.cli.account_figures import figure_voices, standing_voices, voices_of
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
    state_names,
)
from habeas.model.accounts import Account
from habeas.model.claims import Act, Claim
from habeas.model.pledges import Pledge

QUOTE_LENGTH = 140
"""Characters of a passage that stand for a claim with neither count nor name."""

_OWN = re.compile(r"^(?:its|their|the) ", re.IGNORECASE)
_VERBS = {
    Act.EASE_SANCTIONS: "ease ",
    Act.IMPOSE_SANCTIONS: "impose ",
    Act.OPEN_EMBASSY: "open or restore ",
    Act.GIVE_AID: "give ",
    Act.GRANT_ACCESS: "let in ",
    Act.MEET: "visit ",
}


def statement_rows(ids: Iterable[str], library: Library, row: Callable[[Claim], Row]) -> list[Row]:
    """One row for each different statement, with everybody who makes it."""
    said: dict[Row, list[Claim]] = {}
    for claim in (library.claims[id_] for id_ in ids):
        said.setdefault(row(claim), []).append(claim)
    return [replace(row, voices=voices_of(claims, library)) for row, claims in said.items()]


def whom(claim: Claim) -> Row:
    """Whom a claim speaks of: count and group, else names, else its own words."""
    notes = _conditions([claim.condition.words]) if claim.condition else ()
    if claim.count:
        return Row(strong=count_words(claim.count), rest=group_words(claim), notes=notes)
    names = "; ".join(mention_words(mention) for mention in claim.names)
    return Row(rest=group_words(claim) or names or _quoted(claim), notes=notes)


def charges(claim: Claim) -> Row:
    """What people were held for, and who where they are named: `Ada Marr: assembly`."""
    said = ", ".join(printable(charge) for charge in claim.charges) or _quoted(claim)
    names = ", ".join(printable(mention.name) for mention in claim.names)
    day = date_words(claim.when.edtf, "") if claim.when is not None else ""
    act = "" if claim.act is Act.HOLD else ACT_WORDS[claim.act]
    how = ", ".join(part for part in (act, _term(claim), day) if part) if names else ""
    return Row(rest=(f"{names}: " if names else "") + said + (f" ({how})" if how else ""))


def talk(claim: Claim) -> Row:
    """Who met: both names, else the words of the claim."""
    names = [printable(mention.name) for mention in claim.names]
    return Row(rest=" and ".join(names) if len(names) > 1 else _quoted(claim))


def withheld(claim: Claim) -> Row:
    """Who does not tell what: `The ministry: how they were chosen`."""
    what = decapitalised(printable(claim.object or "")) or group_words(claim) or _quoted(claim)
    return Row(rest=f"{printable(claim.by)}: {what}" if claim.by else what)


def act_on(claim: Claim) -> Row:
    """What is said to be done, to whom and when: `sentence: Ada Marr, March 2031`."""
    row = whom(claim)
    told = " ".join(part for part in (row.strong, row.rest) if part)
    day = date_words(claim.when.edtf, "") if claim.when is not None else ""
    more = "".join(f", {part}" for part in (_term(claim), day) if part)
    return replace(row, strong="", rest=f"{ACT_WORDS[claim.act]}: {told}{more}")


def _term(claim: Claim) -> str:
    if claim.term is None:
        return ""
    words = printable(claim.term.words)
    return words if claim.act is Act.SENTENCE else f"{claim.term.kind} {words}"


def other_rows(account: Account, library: Library) -> list[Row]:
    """What stands in no list of its own; some of those freed with the figure they are of."""

    def row(claim: Claim) -> Row:
        told, whole = act_on(claim), library.claims.get(claim.part_of or "")
        if whole is None:
            return told
        figure = whom(whole)
        return replace(told, rest=f"{told.rest}, of {figure.strong} {figure.rest}")

    return statement_rows(account.others, library, row)


def pledge_rows(ids: Sequence[str], library: Library) -> list[Row]:
    """Promises and what is said of them; one that says less stands under one that says more."""
    from habeas.pledges import pledges_of

    claims = [library.claims[id_] for id_ in ids]
    pledges = pledges_of(claims)
    grouped = {id_ for pledge in pledges for id_ in pledge.claims}
    rows = [row for pledge in pledges for row in _pledge(pledge, library)]
    return rows + statement_rows([id_ for id_ in ids if id_ not in grouped], library, whom)


def _pledge(pledge: Pledge, library: Library) -> list[Row]:
    """One row for each different wording, so that nobody is said to say more than they did.

    The wording used most comes first, of those used equally the fullest.
    """
    said: dict[Row, list[Claim]] = {}
    for claim in (library.claims[id_] for id_ in pledge.claims):
        said.setdefault(_promise(claim), []).append(claim)
    ranked = sorted(said.items(), key=lambda each: _rank(each[1], pledge))
    return [
        replace(row, voices=standing_voices(claims, library), depth=min(place, 1))
        for place, (row, claims) in enumerate(ranked)
    ]


def _rank(claims: Sequence[Claim], pledge: Pledge) -> tuple[int, bool]:
    return -len(claims), claims[0].object != pledge.object


def _promise(claim: Claim) -> Row:
    speaks = {speaker.name for speaker in claim.speakers}
    acting = f"{_actor(claim)}: " if claim.by and claim.by not in speaks else ""
    verb = _VERBS.get(claim.act, "")
    object_ = _OWN.sub("", decapitalised(printable(claim.object or "")))
    what = f"{verb}{object_}" if object_ else whom(claim).rest
    notes = _conditions([claim.condition.words]) if claim.condition else ()
    return Row(rest=f"{acting}{what}", notes=notes)


def _actor(claim: Claim) -> str:
    """Who acts, as written; a capital by the state it stands for."""
    code = capital_state(claim.by or "")
    return state_names([code])[0] if code is not None else printable(claim.by or "")


def earlier_rows(account: Account, others: Sequence[Account], library: Library) -> list[Row]:
    """Releases of other days, one row each: its figure, its day, and what else is told of it."""
    home = {id_: other for other in others for id_ in other.event.claims}
    told: dict[str, list[Claim]] = {}
    for id_ in account.earlier:
        other = home.get(id_)
        told.setdefault(other.event.id if other else id_, []).append(library.claims[id_])
    rows = []
    for claims in told.values():
        other = home.get(claims[0].id)
        day = date_words(other.event.when, "") if other else ""
        rows.append(_earlier(claims, day, library))
    return rows


def _earlier(claims: Sequence[Claim], day: str, library: Library) -> Row:
    """The figure that most claims give, wholes before parts; the rest in the same row."""
    rows: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        row = whom(claim)
        rows.setdefault((row.strong, row.rest), []).append(claim)
    ranked = sorted(rows, key=lambda key: _precedence(rows[key]))
    lead, *others = ranked
    words = rows[lead][0].when
    if not day and words is not None:
        day = decapitalised(printable(words.words or words.edtf.text))
    rest = ", ".join(part for part in (lead[1], day) if part)
    among = [_among(key, rows[key], library) for key in others]
    return Row(
        strong=lead[0],
        rest="; ".join([rest, *among]),
        voices=figure_voices(rows[lead], library),
    )


def _among(words: tuple[str, str], claims: Sequence[Claim], library: Library) -> str:
    """What else is told of a release, with whoever is named as saying it."""
    sourced = [claim for claim in claims if claim.speakers]
    said = f"({printable(speakers_words(sourced, library.reports))})" if sourced else ""
    return " ".join(part for part in (*words, said) if part)


def _precedence(claims: Sequence[Claim]) -> tuple[bool, bool, int]:
    first = claims[0]
    return first.count is None, first.part_of is not None, -len(claims)


def _conditions(words: Iterable[str]) -> tuple[str, ...]:
    """Each condition once, however it is capitalised."""
    said = {printable(text).casefold(): decapitalised(printable(text)) for text in words}
    return tuple(f"condition: {text}" for text in said.values())


def _quoted(claim: Claim) -> str:
    return f"“{shortened(printable(claim.passage.exact), QUOTE_LENGTH, '…')}”"
