"""Who works on the register, as the team page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from habeas.model.restrictions import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from habeas.model.team import RoleDecision

_WORDS = {
    Role.READER: lambda: _("Reader"),
    Role.DOCUMENTER: lambda: _("Documenter"),
    Role.REVIEWER: lambda: _("Reviewer"),
    Role.PUBLISHER: lambda: _("Publisher"),
    Role.ADMINISTRATOR: lambda: _("Administrator"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody with an account.

    Attributes:
        number: Of their account.
        role: What they may do; None where they may no longer come in.
        role_name: The same in a word.
        factor: True where they have a passkey or an app for codes.
    """

    number: int
    name: str
    role: Role | None
    role_name: str
    factor: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One decision on a role, as a line of the history.

    Attributes:
        number: Its place in the order of decisions, from 1.
        role_name: What was given; what was taken reads "no access".
        can_undo: True of the last one on somebody.
    """

    number: int
    name: str
    role_name: str
    reason: str
    by: str
    at: datetime
    can_undo: bool


def role_name(role: Role | None) -> str:
    """A role in a word."""
    return _("no access") if role is None else _WORDS[role]()


def members(
    accounts: Sequence[tuple[int, str]], roles: Mapping[str, Role | None], factors: set[int]
) -> tuple[Member, ...]:
    """Everybody with an account, by name; those without access last.

    Args:
        accounts: Number and name.
        roles: By name.
        factors: Numbers of accounts with a second factor.
    """
    found = [
        Member(
            number=number,
            name=name,
            role=roles.get(name),
            role_name=role_name(roles.get(name)),
            factor=number in factors,
        )
        for number, name in accounts
    ]
    return tuple(sorted(found, key=lambda each: (each.role is None, each.name.casefold())))


def history(decisions: Sequence[RoleDecision]) -> tuple[Given, ...]:
    """Every decision on a role, newest first."""
    last = {decision.name: number for number, decision in enumerate(decisions, start=1)}
    return tuple(
        Given(
            number=number,
            name=decision.name,
            role_name=role_name(decision.role),
            reason=decision.reason,
            by=decision.by,
            at=decision.at,
            can_undo=last[decision.name] == number,
        )
        for number, decision in reversed(list(enumerate(decisions, start=1)))
    )


def role_before(decisions: Sequence[RoleDecision], number: int) -> Role | None:
    """What somebody could do before a decision; None where they could not come in.

    Args:
        decisions: All of them, in order.
        number: Of the decision, from 1.
    """
    name = decisions[number - 1].name
    before = [each.role for each in decisions[: number - 1] if each.name == name]
    return before[-1] if before else None
