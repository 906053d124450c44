"""Named and not named: who, and how many of how many nobody names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from habeas.accounts.naming import number_named
from habeas.model.accounts import Bounds
from habeas.public.presenters import wording

if TYPE_CHECKING:
    from habeas.model.accounts import Account
    from habeas.register.edition_outlines import AccountOutline


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed:
    """How many of those freed nobody names.

    Attributes:
        text: `116 to 119 of 123`; without a total where nothing bounds it from above;
            empty where nothing bounds those not named, or everybody is named.
        of: Everyone freed, in words; empty where open.
        named: How many human beings are named, e.g. `4 to 7`.
        is_unjudged: True where that depends on spellings nobody has judged yet.
        total: Everyone freed.
        people: Fewest and most human beings named.
    """

    text: str
    of: str
    named: str
    is_unjudged: bool
    total: Bounds
    people: tuple[int, int]


def unnamed_of(account: Account | AccountOutline) -> Unnamed:
    """How many of those freed nobody names, and of how many.

    Those not named are those freed less the human beings named; where two spellings may
    be one person, the second is a range and the first is not.
    """
    fewest, most = number_named(account.people, account.matches)
    low, high = account.unnamed.low, account.unnamed.high
    total = Bounds(low=low + most if low else None, high=None if high is None else high + fewest)
    missing = "" if high == 0 or not (low or high) else wording.bounds(account.unnamed)
    of = wording.bounds(total) if missing and high is not None else ""
    return Unnamed(
        text=_("%(missing)s of %(total)s") % {"missing": missing, "total": of} if of else missing,
        of=of,
        named=wording.bounds(Bounds(low=fewest, high=most)),
        is_unjudged=fewest < most,
        total=total,
        people=(fewest, most),
    )
