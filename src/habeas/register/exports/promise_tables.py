"""What is promised and traded, as tables.

What is said to be traded is read back. Promises and deals are not: they follow from the
claims and the ties, which are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.register.exports.cells import Kind
from habeas.register.exports.tables import Row, Table, chain, derived, edtf, several, text, whole

if TYPE_CHECKING:
    from datetime import date

    from habeas.model.pledges import DueDate, PledgeStep, TieSide
    from habeas.register.exports.outgoing import Outgoing


def _ties(going: Outgoing) -> Iterator[Row]:
    for tie in going.ties():
        report, passage = going.heads[tie.report], tie.passage
        yield (
            *(tie.id, tie.kind.value, tie.cue, *_side(tie.given), *_side(tie.got)),
            chain(tie.speakers),
            *(passage.exact, passage.start, passage.end, passage.prefix, passage.suffix),
            *(tie.report, report.title, report.publisher, edtf(report.published), report.url),
        )


def _side(side: TieSide) -> Row:
    return side.words, tuple(act.value for act in side.acts), side.claims


def _tie_speakers(going: Outgoing) -> Iterator[Row]:
    for tie in going.ties():
        for place, speaker in enumerate(tie.speakers, start=1):
            yield tie.id, place, speaker.name, speaker.kind.value, speaker.cue


def _decided(going: Outgoing) -> Iterator[Row]:
    for link in going.ruled_links():
        about = link.about
        yield (
            about.id,
            about.kind.value,
            about.anchor,
            about.report,
            about.claims,
            link.ruling.value,
        )


def _promises(going: Outgoing) -> Iterator[Row]:
    on = going.summary.as_of.isoformat()
    for promised in going.promises():
        pledge, standing = promised.pledge, promised.standing
        yield (
            *(pledge.id, pledge.promisor, pledge.state, pledge.act.value, pledge.object),
            pledge.condition.words if pledge.condition is not None else None,
            *(on, standing.state.value, *_due(standing.due), standing.is_overdue),
            tuple(f"{one.account}: {one.state}" for one in standing.accounts),
            *(standing.claims, promised.deals, f"promises/{pledge.id}/"),
        )


def _steps(going: Outgoing) -> Iterator[Row]:
    claims = going.arranged.told.claims
    for promised in going.promises():
        kept = [step for step in promised.steps if going.has(step.claim)]
        for place, step in enumerate(kept, start=1):
            words, report = claims[step.claim].passage, going.heads[step.report]
            yield (
                *(promised.pledge.id, place, *_step(step)),
                *(words.exact, words.start, words.end, step.claim),
                *(step.report, report.title, report.publisher, edtf(report.published), report.url),
            )


def _step(step: PledgeStep) -> Row:
    condition = step.condition.words if step.condition is not None else None
    return (
        *(step.kind.value, _day(step.earliest), _day(step.latest), step.account),
        *(chain(step.speakers), step.by, step.object, condition, *_due(step.due)),
    )


def _deals(going: Outgoing) -> Iterator[Row]:
    for deal in going.deals():
        yield (
            *(deal.id, deal.is_asserted, deal.is_denied, deal.events, deal.pledges),
            *(tuple(tie.id for tie in deal.ties), tuple(link.reason for link in deal.links)),
            f"deals/{deal.id}/",
        )


def _due(due: DueDate | None) -> Row:
    return (due.edtf.text, due.words) if due is not None else (None, None)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


_WORDS = (
    derived("passage", "The words that it rests on."),
    derived("start", "Where they begin in the report, in characters.", Kind.WHOLE),
    derived("end", "Where they end, exclusive.", Kind.WHOLE),
)
_REPORT = (
    derived("report_title", "Title of the report."),
    derived("publisher", "Who published it."),
    derived("published", "Day it was published.", Kind.DATE),
    derived("report_url", "Its address."),
)
_DUE = (
    derived("due", "By when, in EDTF: it is overdue after the last day that this can mean."),
    derived("due_words", "In the words of the report."),
)

TIES = Table(
    name="ties",
    tells="That one thing is done in exchange for another, or is not, by what somebody says.",
    columns=(
        text("id", "Of the tie."),
        text("kind", "asserted or denied."),
        text("cue", "The words that tie: in exchange for, unrelated to."),
        text("given", "What is given, in the words of the report; empty where they leave it out."),
        several("given_acts", "What those words speak of."),
        several("given_claims", "Ids of the claims made by those words."),
        text("got", "What is got for it, likewise."),
        several("got_acts", "What those words speak of."),
        several("got_claims", "Ids of the claims made by those words."),
        derived("said_by", "Who says so, outermost first; empty where the report itself does."),
        text("passage", "The words that it rests on."),
        whole("start", "Where they begin in the report, in characters."),
        whole("end", "Where they end, exclusive."),
        text("before", "Words before the passage, to find it again."),
        text("after", "Words after it."),
        text("report", "Id of the report."),
        *_REPORT,
    ),
    rows=_ties,
)
TIE_SPEAKERS = Table(
    name="tie_speakers",
    tells="A voice of a tie, outermost first.",
    columns=(
        text("tie", "Id of the tie."),
        whole("position", "From 1."),
        text("name", "As written."),
        text("kind", "government, rights-group, media …; unknown where nobody says."),
        text("cue", "The words that give them the floor: according to."),
    ),
    rows=_tie_speakers,
)
DECIDED = Table(
    name="decided_links",
    tells="What a person decided about a link that nobody says in so many words.",
    columns=(
        text("id", "Of the link."),
        text("kind", "meets-condition, or is-meant."),
        text("anchor", "Id of the claim with the condition, or of the tie."),
        text("report", "Id of its report."),
        several("claims", "Ids of the claims that it rests on."),
        text("ruling", "accept or reject."),
    ),
    rows=_decided,
)
PROMISES = Table(
    name="promises",
    tells="What somebody promises, and how it stands on the day of the edition by all accounts.",
    columns=(
        derived("promise", "Id, the same from edition to edition while the claims of it are."),
        derived("promisor", "Who would do it, as written."),
        derived("country", "Their state, ISO 3166-1 alpha-2."),
        derived("act", "What is promised: ease-sanctions, release …"),
        derived("object", "What it is about, in the longest wording."),
        derived("condition", "What it hangs on, in the words of the report that told it first."),
        derived("on", "The day it is told for.", Kind.DATE),
        derived("state", "promised, conditional, delivered, reversed, disputed …"),
        *_DUE,
        derived(
            "overdue", "yes where that day is past and nobody says that it is done.", Kind.FLAG
        ),
        derived("accounts", "How it stands by each account: somebody: promised.", Kind.TEXTS),
        derived("claims", "Ids of the claims that the state rests on.", Kind.TEXTS),
        derived("deals", "Ids of the deals it stands in.", Kind.TEXTS),
        derived("page", "Where it stands on the public site."),
    ),
    rows=_promises,
)
STEPS = Table(
    name="promise_steps",
    tells="What one claim adds to a promise.",
    columns=(
        derived("promise", "Id of the promise."),
        derived("position", "From 1, by day.", Kind.WHOLE),
        derived("kind", "promised, repeated, changed, delivered, withdrawn, denied …"),
        derived("from", "First day on which it can have begun to be so.", Kind.DATE),
        derived("to", "Last such day.", Kind.DATE),
        derived("account", "By whose account."),
        derived("said_by", "Who says so, outermost first; empty where the report itself does."),
        derived("by", "Who acts, as written."),
        derived("object", "What it is about, in the words of this claim."),
        derived("condition", "What it hangs on, in the words of this claim."),
        *_DUE,
        *_WORDS,
        derived("claim", "Id of the claim."),
        derived("report", "Id of the report."),
        *_REPORT,
    ),
    rows=_steps,
)
DEALS = Table(
    name="deals",
    tells="Releases and promises that speakers tie together, or deny to be tied.",
    columns=(
        derived("deal", "Id, the same while it has the same releases and promises."),
        derived("asserted", "yes where somebody says that it is a deal.", Kind.FLAG),
        derived("denied", "yes where somebody denies it.", Kind.FLAG),
        derived("releases", "Ids of the accounts of the releases.", Kind.TEXTS),
        derived("promises", "Ids of the promises.", Kind.TEXTS),
        derived("ties", "Ids of what ties them.", Kind.TEXTS),
        derived("assumed", "What words are taken to mean, each with its reason.", Kind.TEXTS),
        derived("page", "Where it stands on the public site."),
    ),
    rows=_deals,
)
