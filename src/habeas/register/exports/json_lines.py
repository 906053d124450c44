"""An Edition as JSON Lines: a head, then a line for each record of it, promises and deals too.

Described by docs/reference/habeas-export-1.schema.json. The last line says how many of each
there are, so that a file cut short is known as one.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import IO, Any

from habeas.model.accounts import Account
from habeas.model.claims import Claim
from habeas.model.decisions import RuledLink
from habeas.model.editions import CustodyCount, Edition
from habeas.model.listings import ListEdition, Listing
from habeas.model.people import Person, ProposedMatch
from habeas.model.pledges import Deal, Tie
from habeas.model.reports import Copy, Report
from habeas.register.exports.bundles import Digested
from habeas.register.exports.heads import Contents, edition_with, head_of
from habeas.register.exports.json_text import json_line
from habeas.register.exports.outgoing import Outgoing
from habeas.register.exports.problems import InvalidExport
from habeas.register.exports.records import made, plain
from habeas.register.exports.told import Told, tell
from habeas.register.promised import Promised

KINDS: dict[str, type[Any]] = {
    "report": Report,
    "claim": Claim,
    "person": Person,
    "match": ProposedMatch,
    "account": Account,
    "held": CustodyCount,
    "copy": Copy,
    "tie": Tie,
    "decided": RuledLink,
    "list": ListEdition,
    "listing": Listing,
    "promise": Promised,
    "deal": Deal,
}
"""What a line between the head and the end may hold, by its key."""

_DERIVED = frozenset({"promise", "deal"})
"""What follows from claims and ties, and is checked and let go when it is read back."""


def write_json_lines(going: Outgoing, file: IO[bytes] | Digested) -> None:
    """Write every line."""
    numbers: Counter[str] = Counter()
    file.write(json_line(head_of(going)))
    for line in _lines(going):
        numbers[next(iter(line))] += 1
        file.write(json_line(line))
    file.write(json_line({"end": {kind: numbers[kind] for kind in KINDS}}))


def read_json_lines(lines: Iterable[str | bytes]) -> Edition:
    """Read an Edition back whole, accounts too.

    Raises:
        InvalidExport: A line is something else, or the end is missing.
    """
    found: dict[str, list[Any]] = {kind: [] for kind in KINDS if kind not in _DERIVED}
    derived = dict.fromkeys(_DERIVED, 0)
    parsed = _parsed(lines)
    head = next(parsed, (1, {}))[1]
    ended, corrections = False, []
    for number, line in parsed:
        where = f"line {number}"
        kind = next(iter(line), "")
        if kind == "end":
            ended = _numbers(line["end"]) == derived | {k: len(v) for k, v in found.items()}
        elif kind in _DERIVED:
            made(KINDS[kind], line[kind], where)
            derived[kind] += 1
        elif kind in found:
            found[kind].append(made(KINDS[kind], line[kind], where))
            if line.get("corrected") is True:
                corrections.append(found[kind][-1].id)
    if not ended:
        raise InvalidExport(
            what="the file ends too early, or lines of it are missing",
            remedy="export the register again",
        )
    return edition_with(
        head,
        Contents(
            reports=tuple(found["report"]),
            claims=tuple(found["claim"]),
            people=tuple(found["person"]),
            matches=tuple(found["match"]),
            accounts=tuple(found["account"]),
            corrections=tuple(corrections),
            custody=tuple(found["held"]),
            ties=tuple(found["tie"]),
            ruled_links=tuple(found["decided"]),
            lists=tuple(found["list"]),
            listings=tuple(found["listing"]),
            copies=tuple(found["copy"]),
        ),
    )


def _lines(going: Outgoing) -> Iterator[dict[str, Any]]:
    for report in going.reports():
        yield {"report": plain(report)}
    for some in going.batches_of_claims():
        corrected = going.file.corrections_among(claim.id for claim in some)
        for claim in some:
            yield {"claim": plain(claim), "corrected": claim.id in corrected}
    for told in tell(going):
        yield {"person": plain(going.kept(told.person)), "told": _told(told)}
    for match in going.matches():
        yield {"match": plain(match)}
    for account in going.accounts():
        yield {"account": plain(account)}
    for count in going.custody():
        yield {"held": plain(count)}
    yield from _promised(going)


def _promised(going: Outgoing) -> Iterator[dict[str, Any]]:
    """What is said to be traded, what lists say, and what follows from both."""
    for tie in going.ties():
        yield {"tie": plain(tie)}
    for copy in going.copies():
        yield {"copy": plain(copy)}
    for link in going.ruled_links():
        yield {"decided": plain(link)}
    for edition in going.file.lists():
        yield {"list": plain(edition)}
    for listing in going.listings():
        yield {"listing": plain(listing)}
    for promised in going.promises():
        yield {"promise": plain(promised)}
    for deal in going.deals():
        yield {"deal": plain(deal)}


def _numbers(end: Any) -> dict[str, Any]:
    """How many of each kind the end tells; of kinds that an older habeas did not write, none."""
    return dict.fromkeys(KINDS, 0) | end if isinstance(end, dict) else {}


def _told(told: Told) -> dict[str, Any]:
    """What follows from the claims, and is not read back."""
    return {
        "custody": told.custody.value,
        "status": told.status,
        "nationalities": list(told.citizenship),
        "roles": list(told.particulars.occupations),
        "charges": list(told.particulars.charges),
    }


def _parsed(lines: Iterable[str | bytes]) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError as error:
            raise _not_ours(number) from error
        if not isinstance(value, dict):
            raise _not_ours(number)
        yield number, value


def _not_ours(number: int) -> InvalidExport:
    return InvalidExport(
        what="a line that is no JSON object",
        where=f"line {number}",
        remedy="export the register again",
    )
