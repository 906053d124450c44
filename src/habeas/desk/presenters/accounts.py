"""Events as lines of a list, and what an account leaves to be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from habeas.desk.navigation import address_of
from habeas.model.decisions import Resolution
from habeas.people import fold_spelling
from habeas.public.presenters import wording
from habeas.public.presenters.claims import report_line
from habeas.public.presenters.naming import unnamed_of
from habeas.public.presenters.shelf import Shelf
from habeas.public.presenters.voices import voices_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habeas.model.accounts import Account, ListComparison
    from habeas.model.decisions import AssumptionDecision
    from habeas.model.people import ProposedMatch
    from habeas.public.presenters.voices import Voice
    from habeas.store.index.answers import AccountFile, EventLine

_MOST_PAIRS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """An event as a line of a list."""

    href: str
    title: str
    acts: str
    by: str
    place: str
    when: str
    claims: int
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """One thing that somebody can settle, and where.

    Attributes:
        text: What is open, a sentence without a full stop.
        href: Where it is settled; empty where only a further report can.
        link: What is done there.
    """

    text: str
    href: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumedLine:
    """What the account takes for granted, or would without a decision.

    Attributes:
        id: Of the assumption.
        reason: Why it is taken so; of one that is rejected, what kind of thing it is.
        voices: Who says the claims that it links.
        accepted, rejected: What somebody decided; both False where nobody did.
        by: Who decided; empty where nobody did.
        why: Their reason; may be empty.
    """

    id: str
    reason: str
    voices: tuple[Voice, ...]
    accepted: bool = False
    rejected: bool = False
    by: str = ""
    why: str = ""


def event_row(line: EventLine) -> EventRow:
    """An event as a line of a list."""
    return EventRow(
        href=reverse("account", args=[line.event]),
        title=wording.short(line.title),
        acts=", ".join(str(wording.ACTS[act]) for act in line.acts),
        by=wording.state(line.by) if line.by else "",
        place=wording.short(line.place or ""),
        when=wording.when(line.when) if line.when else "",
        claims=line.claims,
        reports=line.reports,
    )


def shelf_of(file: AccountFile) -> Shelf:
    """What an account refers to, from what was loaded with it."""
    matches: dict[str, list[ProposedMatch]] = {}
    for match in file.account.matches:
        for side in (match.left, match.right):
            matches.setdefault(side, []).append(match)
    return Shelf(
        claims=file.claims,
        sources={key: report_line(report) for key, report in file.reports.items()},
        matches=matches,
        names={person.id: person.name for person in file.people},
        people={
            (mention.claim, fold_spelling(mention.name)): person.id
            for person in file.people
            for mention in person.mentions
        },
    )


def todo_of(file: AccountFile, assumed: tuple[AssumedLine, ...]) -> tuple[Todo, ...]:
    """What is open in an account: who is not named, then what can be settled at the desk."""
    return (*_open(file.account), *_settled_here(file, assumed))


def assumed_of(file: AccountFile, shelf: Shelf) -> tuple[AssumedLine, ...]:
    """What the account takes for granted: what nobody decided about first, the rejected last."""
    decided = {decision.assumption: decision for decision in file.decisions}
    held = {each.id: each.reason for each in file.account.assumptions}
    claims = {each.id: each.claims for each in file.account.assumptions}
    gone = {key: each for key, each in decided.items() if key not in held}
    held |= {key: each.kind.value.replace("-", " ") for key, each in gone.items()}
    claims |= {key: each.claims for key, each in gone.items()}
    lines = [
        _assumed(key, reason, voices_of(shelf.lines(claims[key])), decided.get(key))
        for key, reason in held.items()
    ]
    return tuple(sorted(lines, key=lambda line: (line.rejected, line.accepted)))


def _assumed(
    key: str, reason: str, voices: tuple[Voice, ...], decision: AssumptionDecision | None
) -> AssumedLine:
    resolution = decision.resolution if decision is not None else None
    return AssumedLine(
        id=key,
        reason=reason,
        voices=voices,
        accepted=resolution is Resolution.ACCEPT,
        rejected=resolution is Resolution.REJECT,
        by=decision.by if decision is not None else "",
        why=decision.reason if decision is not None else "",
    )


def _settled_here(file: AccountFile, assumed: tuple[AssumedLine, ...]) -> Iterator[Todo]:
    account = file.account
    undecided = len(file.undecided)
    if undecided:
        text = ngettext(
            "%(n)d of the claims of this event waits to be looked at",
            "%(n)d of the claims of this event wait to be looked at",
            undecided,
        ) % {"n": undecided}
        report = file.claims[file.undecided[0]].report
        yield Todo(text=text, href=reverse("report", args=[report]), link=_("Read the first"))
    yield from _pairs(file)
    for lists in account.lists:
        yield from _lists(lists)
    if account.conflicts:
        text = ngettext(
            "Figures do not add up in %(n)d place",
            "Figures do not add up in %(n)d places",
            len(account.conflicts),
        ) % {"n": len(account.conflicts)}
        yield Todo(text=text, href="#conflicts", link=_("What does not add up"))
    loose = sum(1 for line in assumed if not (line.accepted or line.rejected))
    if loose:
        text = ngettext(
            "%(n)d thing is taken for granted, and nobody has looked at it",
            "%(n)d things are taken for granted, and nobody has looked at them",
            loose,
        ) % {"n": loose}
        yield Todo(text=text, href="#assumed", link=_("Taken for granted"))


def _pairs(file: AccountFile) -> Iterator[Todo]:
    names = {person.id: person.name for person in file.people}
    for match in file.account.matches[:_MOST_PAIRS]:
        if match.left in names and match.right in names:
            text = _("“%(left)s” and “%(right)s” may be one person") % {
                "left": wording.short(names[match.left]),
                "right": wording.short(names[match.right]),
            }
            href = reverse("pair", args=[match.left, match.right]) if address_of("people") else ""
            yield Todo(text=text, href=href, link=_("Side by side"))


def _lists(lists: ListComparison) -> Iterator[Todo]:
    low = (lists.only_left.low or 0) + (lists.only_right.low or 0)
    if low:
        text = ngettext(
            "Two lists differ on %(n)d person", "Two lists differ on %(n)d people", low
        ) % {"n": low}
        yield Todo(text=text, href="#over-time", link=_("List against list"))


def _open(account: Account) -> Iterator[Todo]:
    unnamed = unnamed_of(account)
    if unnamed.text:
        text = _("%(n)s still without a name") % {"n": unnamed.text}
        yield Todo(text=text, href="#unnamed", link=_("Not named"))
