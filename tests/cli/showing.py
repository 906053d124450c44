"""Accounts and claims set as the commands set them, on a page of a given width."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import StringIO

from rich.console import Console
from rich.text import Text

from cli.disputed import DISPUTED, DISPUTED_CLAIMS, DISPUTED_REPORTS
from cli.fictional import ACCOUNT, CLAIMS, EARLIER, REPORTS
from habeas.cli.account_markdown import markdown_of
from habeas.cli.account_sheet import sheet_of
from habeas.cli.account_text import (
    longest_pointer,
    report_lines,
    sheet_lines,
    short_lines,
    what_if_hint,
)
from habeas.cli.claims_text import reading_lines
from habeas.cli.ledger import Page, page_on
from habeas.cli.sheet import Library
from habeas.model.accounts import Account
from habeas.model.claims import Claim
from habeas.model.reports import Report


def page_of(width: int, pointer_width: int = 0) -> Page:
    return page_on(Console(file=StringIO(), width=width), pointer_width=pointer_width)


def account_lines(
    width: int,
    accounts: Sequence[Account] = (ACCOUNT, EARLIER),
    reports: Sequence[Report] = REPORTS,
    claims: Sequence[Claim] = CLAIMS,
) -> list[Text]:
    library = Library(reports, claims)
    page = page_of(width, longest_pointer(library))
    sheet = sheet_of(accounts[0], library, others=accounts)
    return [
        *sheet_lines(sheet, library, page),
        Text(),
        *short_lines(accounts[1:], library, page),
        Text(),
        *report_lines(reports, library, page, what_if_hint([sheet], library)),
    ]


def claim_lines(width: int) -> list[Text]:
    page = page_of(width)
    return [
        line
        for report in REPORTS
        for line in reading_lines(
            report, [claim for claim in CLAIMS if claim.report == report.id], page
        )
    ]


def markdown() -> str:
    library = Library(REPORTS, CLAIMS)
    return markdown_of([sheet_of(ACCOUNT, library, others=[EARLIER])], [EARLIER], library)


def disputed(width: int) -> str:
    return plain(account_lines(width, (DISPUTED,), DISPUTED_REPORTS, DISPUTED_CLAIMS))


def disputed_markdown() -> str:
    library = Library(DISPUTED_REPORTS, DISPUTED_CLAIMS)
    return markdown_of([sheet_of(DISPUTED, library, others=[])], [], library)


GOLDENS: dict[str, Callable[[], str]] = {
    "account-40.txt": lambda: plain(account_lines(40)),
    "account-80.txt": lambda: plain(account_lines(80)),
    "account-100.txt": lambda: plain(account_lines(100)),
    "account.md": markdown,
    "disputed-60.txt": lambda: disputed(60),
    "disputed-80.txt": lambda: disputed(80),
    "disputed.md": disputed_markdown,
    "claims-40.txt": lambda: plain(claim_lines(40)),
    "claims-80.txt": lambda: plain(claim_lines(80)),
}
"""What each golden file must hold; `python tests/cli/write_goldens.py` writes them anew."""


def plain(lines: Sequence[Text]) -> str:
    return "".join(f"{line.plain}\n" for line in lines)
