"""The spellings of a person that was sought: where each stands, since when, and what is odd."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from rich.text import Text

from habeas.cli.ledger import Page
from habeas.cli.printable import isolated, printable
from habeas.cli.wording import date_words
from habeas.model.people import NameStatement
from habeas.people.names.cleaning import clean_name


def spelling_lines(statements: Sequence[NameStatement], shown: str, page: Page) -> list[Text]:
    """Each spelling but the one shown already, its language and its days, on its own lines."""
    lines: list[Text] = []
    for statement in statements:
        if statement.name != shown:
            told = ", ".join(filter(None, (_language(statement.language), _days(statement))))
            line = Text(isolated(printable(statement.name)))
            if told:
                line.append(f"  {told}", style="quiet")
            lines += page.wrapped(line, page.body_width)
    return lines


def letter_lines(statements: Sequence[NameStatement], page: Page) -> list[Text]:
    """What is odd about the letters of the spellings, such as one of another alphabet."""
    remarks = (
        printable(remark.what)
        for name in dict.fromkeys(statement.name for statement in statements)
        for remark in clean_name(name).remarks
    )
    return [
        line
        for what in dict.fromkeys(remarks)
        for line in page.wrapped(Text(what), page.body_width)
    ]


def statement_document(statement: NameStatement) -> dict[str, Any]:
    """One spelling as JSON, with what had to be done to its letters before it is compared."""
    first, last = statement.first_seen, statement.last_seen
    return {
        "name": statement.name,
        "script": statement.script,
        "language": statement.language,
        "first_seen": first.text if first else None,
        "last_seen": last.text if last else None,
        "reports": list(statement.reports),
        "remarks": [
            {"kind": remark.kind.value, "position": remark.position, "what": remark.what}
            for remark in clean_name(statement.name).remarks
        ],
    }


def _days(statement: NameStatement) -> str:
    first = date_words(statement.first_seen, "")
    last = date_words(statement.last_seen, "")
    return first if first == last else f"{first} to {last}"


def _language(code: str | None) -> str:
    return _languages().get(code, code) if code else ""


@cache
def _languages() -> dict[str, str]:
    from babel import Locale

    return dict(Locale("en").languages)
