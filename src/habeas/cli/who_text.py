"""Persons that were sought, with what is said of them: for the terminal and as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rich.text import Text

from habeas.cli.holdings import Holding
from habeas.cli.ledger import Page, styled
from habeas.cli.printable import isolated, printable, printable_sentence
from habeas.cli.who_names import letter_lines, spelling_lines, statement_document
from habeas.cli.wording import ACT_WORDS, counted, date_words, shortened, voice_words
from habeas.events.custody import custody_on
from habeas.model.claims import Claim, Stance
from habeas.model.dates import EdtfDate
from habeas.model.events import Custody
from habeas.model.people import NameStatement, Person
from habeas.model.reports import Report
from habeas.people.names.statements import statements_of
from habeas.people.search.persons import Answer, Found, Matched

FORMAT = "habeas-who"
VERSION = 1

MOST_SAID = 3
"""Claims shown of a person, unless all are asked for."""

_QUOTED = 200
_CUSTODY = {
    Custody.HELD: "held",
    Custody.FREE: "free",
    Custody.DISPUTED: "disputed: accounts contradict each other",
    Custody.UNKNOWN: "not known",
}
_SURE = 0.9
_CERTAIN = 0.995


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What is needed to tell of the persons found.

    Attributes:
        claims: By id.
        reports: By id.
        custody: By id of a person, at the end of `today`.
        today: The reader's day.
    """

    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    custody: Mapping[str, Custody]
    today: date

    def said_of(self, person: Person) -> list[Claim]:
        """What is said of a person, the latest first; each claim once."""
        ids = dict.fromkeys(mention.claim for mention in person.mentions)
        claims = [self.claims[id_] for id_ in ids if id_ in self.claims]
        return sorted(claims, key=lambda claim: (self._day(claim), claim.id), reverse=True)

    def spelled(self, person: Person) -> tuple[NameStatement, ...]:
        """The spellings of a person, the first seen first."""
        return statements_of(person, self.claims.values(), self.reports.values())

    def _day(self, claim: Claim) -> date:
        published = self.reports[claim.report].published
        for moment in (claim.when.edtf if claim.when else None, published):
            if moment is not None and (day := moment.latest or moment.earliest) is not None:
                return day
        return date.min


def shelf_of(answer: Answer, holding: Holding, today: date) -> Shelf:
    """Gather what is said of the persons found."""
    people = [one.person for one in (*answer.found, *answer.near)]
    wanted = {mention.claim for person in people for mention in person.mentions}
    claims = [claim for claim in holding.claims if claim.id in wanted]
    return Shelf(
        claims={claim.id: claim for claim in claims},
        reports={report.id: report for report in holding.reports},
        custody=custody_on(today, claims, people, reports=holding.reports),
        today=today,
    )


def answer_lines(
    answer: Answer, shelf: Shelf, page: Page, *, most: int, most_said: int = MOST_SAID
) -> list[Text]:
    """Everyone found; or else the names that are nearest.

    Args:
        answer: What the search came to.
        shelf: What is said of the persons found.
        page: Where lines are set.
        most: Persons shown at most.
        most_said: Claims shown at most of each, the latest.
    """
    if not answer.found:
        return _near(answer.near, page)
    lines: list[Text] = []
    if len(answer.found) > 1:
        words = f"{counted(len(answer.found), 'person', 'persons')}; nobody has merged them"
        lines += [*page.across(styled(words, "label")), Text()]
    for one in answer.found[:most]:
        lines += [*_person(one, shelf, page, most_said), Text()]
    if more := max(0, len(answer.found) - most):
        lines += page.across(styled(f"{more:,} more (--all shows them)", "quiet"))
    return lines


def answer_document(answer: Answer, holding: Holding, *, today: date) -> dict[str, Any]:
    """The answer as JSON, everyone and everything; nothing of what was sought."""
    shelf = shelf_of(answer, holding, today)
    return {
        "format": FORMAT,
        "version": VERSION,
        "searched": holding.name,
        "withheld": holding.withheld,
        "today": today.isoformat(),
        "typed": answer.typed,
        "found": [_document(one, shelf) for one in answer.found],
        "near": [
            {"id": one.person.id, "name": one.spelling, "likeness": round(one.likeness, 4)}
            for one in answer.near
        ],
    }


def match_words(one: Found) -> str:
    """How likely it is that a name is the one sought, and why.

    Never more than "the name": who bears it, a name does not say.
    """
    reason = printable_sentence(one.reason)
    if one.matched is Matched.PART:
        return reason if one.likeness > _SURE else f"Perhaps. {reason}"
    if one.likeness >= _CERTAIN:
        return f"The name. {reason}"
    percent = f"{one.likeness:.0%}"
    return f"The name, {percent} likely. {reason}"


def _person(one: Found, shelf: Shelf, page: Page, most_said: int) -> list[Text]:
    person = one.person
    claims = shelf.said_of(person)
    spelled = shelf.spelled(person)
    custody = f"{_CUSTODY[shelf.custody[person.id]]} on {_day_words(shelf.today)}"
    sections = {
        "Match": _wrapped(match_words(one), page),
        "Spelled": spelling_lines(spelled, person.name, page),
        "Letters": letter_lines(spelled, page),
        "Custody": _wrapped(custody, page),
    }
    lines = page.across(
        styled(isolated(printable(person.name)), "strong").append(f"  {person.id}", style="quiet")
    )
    for label, told in sections.items():
        if told:
            lines += page.labelled(label, told)
    said: list[Text] = []
    for claim in claims[:most_said]:
        said += _said(claim, shelf.reports[claim.report], page)
    if more := max(0, len(claims) - most_said):
        said += _wrapped(f"{more:,} more (--all shows them)", page, "quiet")
    return [*lines, *(page.labelled("Said", said) if said else [])]


def _said(claim: Claim, report: Report, page: Page) -> list[Text]:
    """One claim: the act, its day, who says so and where; below it the words."""
    dot = f" {page.glyphs.dot} "
    source = printable(report.file or report.url or report.title)
    place = f"{source} {claim.passage.start}{page.glyphs.dash}{claim.passage.end}"
    stance = "" if claim.stance is Stance.REPORTED else f", {claim.stance.value}"
    head = Text.assemble(
        (f"{ACT_WORDS[claim.act]}{stance}", "strong"),
        f"{dot}{_when(claim, report)}{dot}{_voice(claim, report)}",
        (f"{dot}{place}", "quiet"),
    )
    exact = shortened(printable(claim.passage.exact), _QUOTED, page.glyphs.ellipsis)
    quoted = f"{page.glyphs.open_quote}{isolated(exact)}{page.glyphs.close_quote}"
    return [*page.wrapped(head, page.body_width), *page.note(quoted)]


def _voice(claim: Claim, report: Report) -> str:
    return voice_words(claim.speakers, printable(report.publisher or "the report"))


def _when(claim: Claim, report: Report) -> str:
    if claim.when is not None:
        return date_words(claim.when.edtf, "no date")
    return f"reported {date_words(report.published, 'without a date')}"


def _day_words(day: date) -> str:
    return date_words(EdtfDate.of_day(day), "")


def _near(near: Sequence[Found], page: Page) -> list[Text]:
    if not near:
        return []
    lines = [
        line
        for one in near
        for line in page.wrapped(Text(isolated(printable(one.spelling))), page.body_width)
    ]
    return page.labelled("Nearest", lines)


def _wrapped(text: str, page: Page, style: str = "") -> list[Text]:
    return page.wrapped(Text(text, style=style), page.body_width)


def _document(one: Found, shelf: Shelf) -> dict[str, Any]:
    person = one.person
    return {
        "id": person.id,
        "name": person.name,
        "names": list(person.names),
        "statements": [statement_document(statement) for statement in shelf.spelled(person)],
        "matched": one.matched.value,
        "likeness": round(one.likeness, 4),
        "spelling": one.spelling,
        "reason": one.reason,
        "custody": shelf.custody[person.id].value,
        "said": [
            _claim_document(claim, shelf.reports[claim.report]) for claim in shelf.said_of(person)
        ],
    }


def _claim_document(claim: Claim, report: Report) -> dict[str, Any]:
    return {
        "claim": claim.id,
        "act": claim.act.value,
        "stance": claim.stance.value,
        "when": claim.when.edtf.text if claim.when else None,
        "place": claim.place,
        "speakers": [speaker.name for speaker in claim.speakers],
        "report": {
            "id": report.id,
            "title": report.title,
            "publisher": report.publisher,
            "file": report.file,
            "url": report.url,
            "published": report.published.text if report.published else None,
        },
        "passage": {
            "exact": claim.passage.exact,
            "start": claim.passage.start,
            "end": claim.passage.end,
        },
    }
