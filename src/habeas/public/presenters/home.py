"""The front page: the figures of the latest account, and a line for each of the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.public.addresses import address_of
from habeas.public.presenters import wording
from habeas.public.presenters.figures import figure_groups
from habeas.public.presenters.naming import unnamed_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from habeas.model.claims import Claim
    from habeas.public.presenters.claims import ReportLine
    from habeas.public.presenters.figures import FigureGroup
    from habeas.register.edition_briefs import AccountBrief
    from habeas.register.edition_outlines import AccountOutline


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLink:
    """An account as a link: its title and its day in words, empty where there is none."""

    title: str
    href: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """An account as a line of a list.

    Attributes:
        figure: The figure shown first, or None where nobody is counted.
        named: How many are named, in figures.
        unnamed: How many of how many nobody names; empty where nothing bounds it.
        reports: How many reports were read.
    """

    title: str
    href: str
    when: str
    when_on: str
    figure: FigureGroup | None
    named: int
    unnamed: str
    reports: int


def account_link(brief: AccountBrief) -> AccountLink:
    """An account in brief as a link."""
    return AccountLink(
        title=wording.short(brief.title),
        href=address_of("account", brief.id),
        when=wording.when(brief.when) if brief.when else "",
    )


def account_row(
    account: AccountOutline, claims: Mapping[str, Claim], sources: Mapping[str, ReportLine]
) -> AccountRow:
    """An account as a line of a list."""
    groups = figure_groups(account.figures, claims, sources)
    unnamed = unnamed_of(account)
    # The figure of all those freed, even where it says to where or of which state.
    whole = next((group for group in groups if group.says(unnamed.total)), None)
    return AccountRow(
        title=wording.short(account.title),
        href=address_of("account", account.id),
        when=wording.when(account.when) if account.when else "",
        when_on=account.when.text if account.when else "",
        figure=whole or next(iter(groups), None),
        named=len(account.people),
        unnamed=unnamed.text,
        reports=account.reports,
    )
