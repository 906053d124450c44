"""Promises and deals as their pages show them: how each stands, by whose account, its words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from habeas.model.claims import SANCTIONING, Act
from habeas.model.dates import EdtfDate
from habeas.model.decisions import Ruling
from habeas.model.pledges import LineSide, PledgeState, StepKind, TieKind
from habeas.pledges import state_on, timeline_of
from habeas.pledges.timeline import pledge_lines
from habeas.public.addresses import address_of
from habeas.public.presenters import wording
from habeas.public.presenters.claims import claim_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from habeas.model.pledges import Chain, Deal, DealLine, PledgeStanding, Tie
    from habeas.pledges.arrange import Arranged
    from habeas.public.presenters.claims import ReportLine
    from habeas.public.presenters.listed import CardLine

QUOTE = 240

STATES: Mapping[PledgeState, Promise] = {
    PledgeState.DISPUTED: pgettext_lazy("promise", "disputed"),
    PledgeState.CONDITIONAL: pgettext_lazy("promise", "promised on a condition"),
    PledgeState.PROMISED: pgettext_lazy("promise", "promised"),
    PledgeState.EXPECTED: pgettext_lazy("promise", "expected"),
    PledgeState.PARTLY_DELIVERED: pgettext_lazy("promise", "delivered in part"),
    PledgeState.DELIVERED: pgettext_lazy("promise", "delivered"),
    PledgeState.REVERSED: pgettext_lazy("promise", "reversed"),
    PledgeState.WITHDRAWN: pgettext_lazy("promise", "withdrawn"),
    PledgeState.DENIED: pgettext_lazy("promise", "denied"),
    PledgeState.UNKNOWN: pgettext_lazy("promise", "not known"),
}
"""States in words, in the order of the board."""

UNDERTAKINGS: Mapping[Act, Promise] = {
    Act.OPEN_EMBASSY: pgettext_lazy("promise", "embassy"),
    Act.GIVE_AID: pgettext_lazy("promise", "aid"),
    Act.GRANT_ACCESS: pgettext_lazy("promise", "access"),
    Act.MEET: pgettext_lazy("promise", "visit"),
    Act.RELEASE: pgettext_lazy("promise", "release"),
    Act.PARDON: pgettext_lazy("promise", "pardon"),
}
"""What is promised, in words that do not sound as if it were done."""

STEPS: Mapping[str, Promise] = {
    StepKind.PROMISED: STATES[PledgeState.PROMISED],
    StepKind.EXPECTED: STATES[PledgeState.EXPECTED],
    StepKind.REPEATED: pgettext_lazy("promise", "promised again"),
    StepKind.CHANGED: pgettext_lazy("promise", "promised on other terms"),
    StepKind.DELIVERED: STATES[PledgeState.DELIVERED],
    StepKind.PARTLY_DELIVERED: STATES[PledgeState.PARTLY_DELIVERED],
    StepKind.WITHDRAWN: STATES[PledgeState.WITHDRAWN],
    StepKind.REVERSED: STATES[PledgeState.REVERSED],
    StepKind.IMPOSED: pgettext_lazy("promise", "imposed before"),
    StepKind.DENIED: STATES[PledgeState.DENIED],
    "due": pgettext_lazy("promise", "due"),
    "overdue": pgettext_lazy("promise", "overdue"),
}

TIES: Mapping[str, Promise] = {
    TieKind.ASSERTED: pgettext_lazy("deal", "said to be traded"),
    TieKind.DENIED: pgettext_lazy("deal", "denied to be traded"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What an Edition says of promises, the day it answers for, and lines of its reports."""

    arranged: Arranged
    on: date
    sources: Mapping[str, ReportLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of a report, with who says them and the address they open.

    Attributes:
        who: The innermost speaker; empty where the report itself speaks.
    """

    quote: str
    href: str
    who: str
    source: ReportLine

    @property
    def language(self) -> str:
        """Of the words; empty where it is not known."""
        return self.source.language


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountedLine:
    """How a promise stands by one account, and the last words it rests on."""

    state: str
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One promise on the board.

    Attributes:
        state: In words.
        by, about: Who promises, what about; empty where not said.
        act: What is promised, where what it is about does not tell.
        conditions: Each wording once.
        due, due_words: By when, in words of ours and of the text; empty where not said.
        accounts: By each account; empty where all say the same.
        aim, listed: Address of all that is about the same, and what lists say; see `listed`.
    """

    id: str
    href: str
    state: str
    is_overdue: bool
    by: str
    act: str
    about: str
    language: str
    first: Words | None
    conditions: tuple[Words, ...]
    due: str
    due_on: str
    due_words: str
    accounts: tuple[AccountedLine, ...]
    aim: str = ""
    listed: tuple[CardLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """All promises: disputed and open ones first, and how many there are of each."""

    cards: tuple[Card, ...]
    counts: tuple[tuple[str, int], ...]
    deals: tuple[DealLink, ...]
    has_due: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DealLink:
    """A deal as a line of a list; who says that it is one, and who denies it."""

    href: str
    title: str
    asserted: str
    denied: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLine:
    """One line of a time line: the day, what it tells, and the words."""

    day: str
    day_on: str
    what: str
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgePage:
    """Everything the page of one promise shows."""

    card: Card
    lines: tuple[TimeLine, ...]
    deals: tuple[DealLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLink:
    """The account of a release, as a link."""

    href: str
    title: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DealPage:
    """Everything the page of one deal shows.

    Attributes:
        said: Who says that it is a deal, or denies it: what, and the words.
        assumed: What words are taken to mean that are no claim themselves, and whether a person
            decided that they do.
    """

    link: DealLink
    events: tuple[AccountLink, ...]
    cards: tuple[Card, ...]
    said: tuple[tuple[str, Words], ...]
    lines: tuple[TimeLine, ...]
    assumed: tuple[tuple[str, bool], ...]


def undertaking(act: Act) -> str:
    """What is promised, in words."""
    return str(UNDERTAKINGS.get(act) or wording.ACTS[act])


def board_of(reading: Reading) -> Board:
    """All promises in the order of the board; of one state the earliest first."""
    order = list(STATES)
    standings = [(chain, state_on(reading.on, chain)) for chain in reading.arranged.chains]
    standings.sort(key=lambda each: (not each[1].is_overdue, order.index(each[1].state)))
    counts = Counter(standing.state for _chain, standing in standings)
    overdue = sum(standing.is_overdue for _chain, standing in standings)
    told = [(str(words), counts[state]) for state, words in STATES.items() if counts[state]]
    return Board(
        cards=tuple(_card(chain, standing, reading) for chain, standing in standings),
        counts=((str(STEPS["overdue"]), overdue), *told) if overdue else tuple(told),
        deals=tuple(_deal_link(one, reading) for one in reading.arranged.deals),
        has_due=any(step.due for chain, _standing in standings for step in chain.steps),
    )


def present_pledge(chain: Chain, reading: Reading) -> PledgePage:
    """Arrange one promise for its page."""
    told = reading.arranged.told
    lines = pledge_lines(chain.pledge.id, told, reading.on)
    deals = (d for d in reading.arranged.deals if chain.pledge.id in d.pledges)
    return PledgePage(
        card=_card(chain, state_on(reading.on, chain), reading),
        lines=tuple(_line(line, reading) for line in lines),
        deals=tuple(_deal_link(one, reading) for one in deals),
    )


def present_deal(deal: Deal, reading: Reading) -> DealPage:
    """Arrange one deal for its page."""
    told = reading.arranged.told
    chains = [told.chains[key] for key in deal.pledges if key in told.chains]
    events = [told.events[key] for key in deal.events if key in told.events]
    lines = (x for x in timeline_of(deal, told, reading.on) if _is_shown(x, reading))
    return DealPage(
        link=_deal_link(deal, reading),
        events=tuple(
            AccountLink(
                href=address_of("account", event.id),
                title=wording.short(event.title),
                when=wording.when(event.when) if event.when else "",
            )
            for event in events
        ),
        cards=tuple(_card(chain, state_on(reading.on, chain), reading) for chain in chains),
        said=tuple((str(TIES[tie.kind]), tie_words(tie, reading)) for tie in deal.ties),
        lines=tuple(_line(line, reading) for line in lines),
        assumed=tuple(
            (
                wording.short(link.reason),
                reading.arranged.rulings.get(link.id) is Ruling.ACCEPT,
            )
            for link in deal.links
        ),
    )


def _is_shown(line: DealLine, reading: Reading) -> bool:
    """Releases by their whole figures; who is named stands in the account, not here."""
    if line.side is LineSide.TIED:
        return False
    if line.side is not LineSide.RELEASED:
        return True
    claim = reading.arranged.told.claims.get(line.claim or "")
    return claim is not None and claim.count is not None and claim.part_of is None


def _card(chain: Chain, standing: PledgeStanding, reading: Reading) -> Card:
    pledge, told = chain.pledge, reading.arranged.told
    conditions = {step.condition.words.casefold(): step for step in chain.steps if step.condition}
    differ = len({account.state for account in standing.accounts}) > 1
    due = standing.due
    first = (standing.claims or pledge.claims)[0]
    return Card(
        id=pledge.id,
        href=address_of("pledge", pledge.id),
        state=str(STATES[standing.state]),
        is_overdue=standing.is_overdue,
        by=wording.state(pledge.state) if pledge.state else wording.short(pledge.promisor or ""),
        act="" if pledge.act in SANCTIONING and pledge.object else undertaking(pledge.act),
        about=wording.short(pledge.object or ""),
        language=reading.sources[told.claims[first].report].language,
        first=claimed_words(first, reading),
        conditions=tuple(
            condition_words(step.claim, step.condition.words, reading)
            for step in conditions.values()
            if step.condition is not None
        ),
        due=wording.when(due.edtf) if due is not None else "",
        due_on=due.edtf.text if due is not None else "",
        due_words=due.words if due is not None else "",
        accounts=tuple(
            AccountedLine(
                state=str(STATES[account.state]), words=claimed_words(account.claims[-1], reading)
            )
            for account in standing.accounts
            if differ
        ),
    )


def claimed_words(claim: str, reading: Reading) -> Words:
    """The words of a claim, told by its id."""
    found = reading.arranged.told.claims[claim]
    line = claim_line(found, reading.sources[found.report])
    return Words(
        quote=line.quote + (" …" if line.is_cut else ""),
        href=line.words_href,
        who=line.voice.name if line.voice is not None else "",
        source=line.source,
    )


def condition_words(claim: str, words: str, reading: Reading) -> Words:
    """The words of the condition of a claim."""
    found = reading.arranged.told.claims[claim]
    line = claim_line(found, reading.sources[found.report])
    return Words(quote=wording.short(words), href=line.words_href, who="", source=line.source)


def tie_words(tie: Tie, reading: Reading) -> Words:
    """The words of a tie; they open at the first claim in them, else at the top of the report."""
    source, text = reading.sources[tie.report], tie.passage.exact
    claims = [key for side in (tie.given, tie.got) for key in side.claims]
    cut = text if len(text) <= QUOTE else text[:QUOTE].rpartition(" ")[0] + " …"
    return Words(
        quote=cut,
        href=claimed_words(claims[0], reading).href if claims else source.href,
        who=wording.short(tie.speakers[-1].name) if tie.speakers else "",
        source=source,
    )


def _line(line: DealLine, reading: Reading) -> TimeLine:
    assert line.claim is not None
    claim = reading.arranged.told.claims[line.claim]
    words = claimed_words(line.claim, reading)
    what = STEPS.get(line.kind) if line.side is not LineSide.RELEASED else None
    day = _day(line)
    return TimeLine(
        day=wording.when(day) if day is not None else "",
        day_on=day.text if day is not None else "",
        what=str(what or f"{wording.ACTS[claim.act]}, {wording.STANCES[claim.stance]}"),
        words=words,
    )


def _day(line: DealLine) -> EdtfDate | None:
    if line.earliest is None and line.latest is None:
        return None
    if line.earliest == line.latest and line.earliest is not None:
        return EdtfDate.of_day(line.earliest)
    first = line.earliest.isoformat() if line.earliest is not None else ""
    last = line.latest.isoformat() if line.latest is not None else ""
    return EdtfDate.parse(f"{first}/{last}")


def _deal_link(deal: Deal, reading: Reading) -> DealLink:
    told = reading.arranged.told
    titles = [wording.short(told.events[key].title) for key in deal.events if key in told.events]
    titles += [
        wording.short(told.chains[key].pledge.object or "")
        for key in deal.pledges
        if key in told.chains
    ]
    said = {kind: _who(deal, kind, reading) for kind in TieKind}
    return DealLink(
        href=address_of("deal", deal.id),
        title=" · ".join(filter(None, titles)) or _("A deal"),
        asserted=said[TieKind.ASSERTED],
        denied=said[TieKind.DENIED],
    )


def _who(deal: Deal, kind: TieKind, reading: Reading) -> str:
    names = (
        tie.speakers[-1].name if tie.speakers else reading.sources[tie.report].outlet
        for tie in deal.ties
        if tie.kind is kind
    )
    return ", ".join(dict.fromkeys(map(wording.short, names)))
