"""`habeas judgements`: what was decided about who is who."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from habeas.cli.deciding.register import RegisterPeople, open_people
from habeas.cli.exits import Exit
from habeas.cli.options import text_or_json
from habeas.cli.whoami import user_name

if TYPE_CHECKING:
    from rich.text import Text

    from habeas.cli.ledger import Page
    from habeas.model.people import Judgement, Withdrawal


@click.command()
@text_or_json
@click.pass_context
def judgements(context: click.Context, form: str) -> None:
    """List what was decided about who is who: by whom, when and why.

    Judgements that were withdrawn are listed too, with who withdrew them and why.

    \b
    Examples:
      habeas judgements
      habeas judgements --format json
    """
    from habeas.cli.console import console_on, say_note, write_json
    from habeas.cli.ledger import page_on, print_lines
    from habeas.people import judgement_id

    register = open_people()
    from habeas.model.restrictions import Owner
    from habeas.store.records import load_decisions

    made, taken_back = load_decisions(Owner(name=user_name()))
    withdrawn = {each.judgement: each for each in taken_back}
    decided = [(each, withdrawn.get(judgement_id(each))) for each in made]
    if form == "json":
        documents = [_document(each, back, register) for each, back in decided]
        write_json({"format": "habeas-judgements/1", "judgements": documents})
    else:
        page = page_on(console_on(sys.stdout))
        for each, back in decided:
            print_lines(page, _lines(each, back, register, page))
    if not decided:
        say_note("nobody has judged anything yet")
        context.exit(Exit.NOTHING)


def _document(
    judgement: Judgement, back: Withdrawal | None, register: RegisterPeople
) -> dict[str, object]:
    from habeas.people import judgement_id

    return {
        "id": judgement_id(judgement),
        "left": _side(judgement.left, register),
        "right": _side(judgement.right, register),
        "verdict": judgement.verdict.value,
        "reason": judgement.reason,
        "by": judgement.by,
        "at": judgement.at.isoformat(),
        "withdrawn": None
        if back is None
        else {"reason": back.reason, "by": back.by, "at": back.at.isoformat()},
    }


def _side(node: str, register: RegisterPeople) -> dict[str, str | None]:
    return {"id": node, "name": register.name_of(node) if node in register.owners else None}


def _lines(
    judgement: Judgement, back: Withdrawal | None, register: RegisterPeople, page: Page
) -> list[Text]:
    from rich.text import Text

    from habeas.cli.printable import printable
    from habeas.people import judgement_id

    left, right = register.name_of(judgement.left), register.name_of(judgement.right)
    head = Text.assemble(
        (judgement_id(judgement), "label"),
        (f"  {left} and {right}: ", "strong"),
        (judgement.verdict.value, "accent"),
    )
    day = judgement.at.date().isoformat()
    told = [f"{printable(judgement.by)}, {day}: {printable(judgement.reason)}"]
    if back is not None:
        day = back.at.date().isoformat()
        told.append(f"withdrawn by {printable(back.by)}, {day}: {printable(back.reason)}")
    return [*page.across(head), *(line for text in told for line in page.note(text))]
