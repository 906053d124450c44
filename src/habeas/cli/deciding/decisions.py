"""`habeas decisions`: what was decided about claims, assumptions and promises."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from habeas.cli.deciding.register import open_records
from habeas.cli.exits import Exit
from habeas.cli.options import text_or_json
from habeas.cli.whoami import user_name

if TYPE_CHECKING:
    from rich.text import Text

    from habeas.cli.ledger import Page
    from habeas.model.claims import Claim
    from habeas.model.decisions import (
        AssumptionDecision,
        ClaimDecision,
        EntryDecision,
        LinkDecision,
    )

    type Decided = ClaimDecision | AssumptionDecision | LinkDecision | EntryDecision


@click.command()
@text_or_json
@click.pass_context
def decisions(context: click.Context, form: str) -> None:
    """List what was decided about claims, assumptions and promises.

    Decisions that were replaced or undone are listed too; those that stand are marked.

    \b
    Examples:
      habeas decisions
      habeas decisions --format json
    """
    from habeas.cli.console import console_on, say_note, write_json
    from habeas.cli.ledger import page_on, print_lines

    records = open_records()
    from habeas.model.restrictions import Owner
    from habeas.register.deciding import standing_decisions
    from habeas.store.history import (
        load_assumption_decisions,
        load_claim_decisions,
        load_entry_decisions,
        load_link_decisions,
    )

    owner = Owner(name=user_name())
    decided = load_claim_decisions(owner)
    links, entries = load_link_decisions(owner), load_entry_decisions(owner)
    made: list[Decided] = [*decided, *load_assumption_decisions(owner), *links, *entries]
    standing: list[Decided] = [*records.claim_decisions, *records.assumption_decisions]
    standing += [*standing_decisions(links), *standing_decisions(entries)]
    claims = _claims(records.claims, decided)
    if form == "json":
        documents = [_document(each, each in standing) for each in made]
        write_json({"format": "habeas-decisions/1", "decisions": documents})
    else:
        page = page_on(console_on(sys.stdout))
        for each in made:
            print_lines(page, _lines(each, each in standing, claims, page))
    if not made:
        say_note("nobody has decided anything yet")
        context.exit(Exit.NOTHING)


def _claims(read: Iterable[Claim], made: Iterable[ClaimDecision]) -> Mapping[str, Claim]:
    corrections = [each.correction for each in made if each.correction is not None]
    return {claim.id: claim for claim in (*read, *corrections)}


def _about(decision: Decided) -> str:
    from habeas.model.decisions import AssumptionDecision, ClaimDecision

    if isinstance(decision, ClaimDecision):
        return decision.claim
    return decision.assumption if isinstance(decision, AssumptionDecision) else decision.about.id


def _word(decision: Decided) -> str:
    from habeas.model.decisions import AssumptionDecision, ClaimDecision

    if isinstance(decision, ClaimDecision | AssumptionDecision):
        return decision.resolution.value
    return decision.ruling.value


def _document(decision: Decided, stands: bool) -> dict[str, object]:
    from habeas.claims.format import write_claim
    from habeas.model.decisions import (
        AssumptionDecision,
        ClaimDecision,
        EntryDecision,
        LinkDecision,
        LinkKey,
    )

    kinds = {
        ClaimDecision: "claim",
        AssumptionDecision: "assumption",
        LinkDecision: "link",
        EntryDecision: "entry",
    }
    told: dict[str, object] = {
        "of": kinds[type(decision)],
        "id": _about(decision),
        "decision": _word(decision),
        "stands": stands,
        "reason": decision.reason,
        "by": decision.by,
        "at": decision.at.isoformat(),
    }
    if isinstance(decision, ClaimDecision):
        correction = decision.correction
        return {**told, "correction": None if correction is None else write_claim(correction)}
    if isinstance(decision, AssumptionDecision):
        return {**told, "kind": decision.kind.value, "claims": list(decision.claims)}
    about = decision.about
    claims = {"claims": list(about.claims)}
    if isinstance(about, LinkKey):
        return {**told, "kind": about.kind.value, "anchor": about.anchor, **claims}
    return {**told, "list": about.title, "entry": about.entry, "words": about.words, **claims}


def _lines(decision: Decided, stands: bool, claims: Mapping[str, Claim], page: Page) -> list[Text]:
    from rich.text import Text

    from habeas.cli.printable import printable
    from habeas.model.decisions import AssumptionDecision, ClaimDecision, LinkDecision

    head = Text.assemble(
        (_about(decision), "label"), "  ", (_word(decision), "accent" if stands else "")
    )
    if not stands and _word(decision) != "undo":
        head.append("  replaced or undone", "quiet")
    day = decision.at.date().isoformat()
    told = [f"{printable(decision.by)}, {day}: {printable(decision.reason)}"]
    if isinstance(decision, ClaimDecision):
        claim = claims.get(decision.claim)
        words = "the register no longer has this claim"
        if claim is not None:
            glyphs = page.glyphs
            words = f"{glyphs.open_quote}{printable(claim.passage.exact)}{glyphs.close_quote}"
        told.append(words)
        if decision.correction is not None:
            told.append(f"corrected to {decision.correction.id}")
    elif isinstance(decision, AssumptionDecision):
        told.append(f"{decision.kind.value}: {' '.join(decision.claims)}")
    elif isinstance(decision, LinkDecision):
        told.append(f"{decision.about.kind.value}: {' '.join(decision.about.claims)}")
    else:
        about = decision.about
        words = f"{page.glyphs.open_quote}{printable(about.words)}{page.glyphs.close_quote}"
        told.append(f"{words} {printable(about.title)}, id {printable(about.entry)}")
    return [*page.across(head), *(line for text in told for line in page.note(text))]
