"""Proposals and alerts for the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from habeas.cli.deciding.register import RegisterPeople
from habeas.cli.ledger import Page, styled
from habeas.cli.printable import isolated, printable, printable_sentence
from habeas.cli.wording import counted
from habeas.model.people import Alert, AlertKind, Evidence, PersonMatch
from habeas.people import judgement_id

_ALERT = {
    AlertKind.CONTRADICTION: "At odds",
    AlertKind.INCOMPATIBLE: "Joined",
    AlertKind.NAMESAKES: "Namesakes",
}


def head_lines(register: RegisterPeople, page: Page) -> list[Text]:
    """Of how many people what follows is told."""
    unnamed = sum(not person.names for person in register.people)
    named = len(register.people) - unnamed
    facts = (
        counted(named, "person named", "people named"),
        counted(unnamed, "person without a name", "people without a name"),
        counted(len(register.records.judgements), "judgement"),
    )
    return [
        *page.across(styled("Who must be looked at", "strong")),
        *page.across(styled(f" {page.glyphs.dot} ".join(facts), "quiet")),
        page.rule(),
    ]


def alert_lines(alert: Alert, register: RegisterPeople, page: Page) -> list[Text]:
    """What does not go together, and the ids by which it can be judged."""
    lines = page.wrapped(Text(printable_sentence(alert.sentence)), page.body_width)
    lines += _evidence(alert.evidence, page)
    told = f"{_id(alert.left, register)} and {_id(alert.right, register)}"
    if alert.kind is AlertKind.CONTRADICTION:
        told = "judgements " + ", ".join(map(judgement_id, alert.judgements))
    lines += page.wrapped(styled(told, "quiet"), page.body_width)
    return [*page.labelled(_ALERT[alert.kind], lines), Text()]


def match_lines(match: PersonMatch, register: RegisterPeople, page: Page) -> list[Text]:
    """Two people, how sure it is, and every piece of evidence with its weight."""
    names = [
        Text.assemble((isolated(register.name_of(node)), "strong"), "  ", (node, "quiet"))
        for node in (match.left, match.right)
    ]
    lines = [line for name in names for line in page.wrapped(name, page.body_width)]
    lines += _evidence(match.evidence, page)
    score = Text(f"in all {match.score:.2f}", style="quiet")
    return [*page.labelled(match.band.value.capitalize(), [*lines, score]), Text()]


def unnamed_lines(register: RegisterPeople, page: Page) -> list[Text]:
    """Everybody without a name: the description, the id, and the report that tells of them."""
    lines: list[Text] = []
    for person in register.people:
        if not person.names:
            told = Text.assemble(
                (isolated(printable(person.name)), "strong"),
                "  ",
                (_id(person.id, register), "quiet"),
            )
            lines += page.wrapped(told, page.body_width)
    return page.labelled("No name", lines) if lines else []


def _evidence(evidence: Iterable[Evidence], page: Page) -> list[Text]:
    lines: list[Text] = []
    for piece in evidence:
        weight = f"{piece.weight:+5.1f}  "
        first, *rest = page.wrapped(
            Text(printable_sentence(piece.sentence)), page.body_width - len(weight)
        )
        lines.append(styled(weight, "accent").append_text(first))
        lines += [Text(" " * len(weight)).append_text(line) for line in rest]
    return lines


def _id(node: str, register: RegisterPeople) -> str:
    """An id with where its mention stands: the report that tells of it."""
    person = register.owners.get(node)
    if person is None:
        return node
    from habeas.people import mention_id

    claims = {key.claim for key in person.mentions if mention_id(key) == node}
    reports = {claim.report for claim in register.holding.claims if claim.id in claims}
    titles = [
        printable(report.file or report.title)
        for report in register.records.reports
        if report.id in reports
    ]
    return f"{node} ({', '.join(titles)})" if titles else node
