"""Claims for the terminal: each report with its claims, each claim with its words."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from habeas.cli.console import Glyphs
from habeas.cli.ledger import Page, styled
from habeas.cli.printable import printable
from habeas.cli.wording import (
    ACT_WORDS,
    count_words,
    counted,
    date_words,
    group_words,
    mention_words,
    state_names,
    voice_words,
)
from habeas.model.claims import Claim
from habeas.model.reports import Report

_ACT_WIDTH = 16
_STANCE_WIDTH = 10
_GAP = 2


def reading_lines(report: Report, claims: Sequence[Claim], page: Page) -> list[Text]:
    """One report with its claims, in the order of the text."""
    dot = f" {page.glyphs.dot} "
    known = (report.publisher, report.file or report.url)
    facts = [
        *(printable(part) for part in known if part),
        date_words(report.published, "no date"),
        counted(len(claims), "claim") if claims else "no claim found",
    ]
    lines = [
        *page.across(styled(printable(report.title), "strong")),
        *page.across(styled(dot.join(facts), "quiet")),
        page.rule(),
    ]
    for claim in claims:
        lines += _claim(claim, report, page)
    return lines


def _claim(claim: Claim, report: Report, page: Page) -> list[Text]:
    own_voice = printable(report.publisher or "the report")
    act = styled(ACT_WORDS[claim.act], "label")
    voice = Text(voice_words(claim.speakers, own_voice))
    stance = Text(claim.stance.value)
    inner = page.width - 2
    if page.is_narrow:
        head = [*page.across(act.append(f", {claim.stance.value}"))]
        head += [_at(3, line) for line in page.wrapped(_who(claim), inner - 2)]
        head += [_at(3, line) for line in page.wrapped(voice, inner - 2)]
    else:
        room = inner - _ACT_WIDTH - _STANCE_WIDTH - 3 * _GAP
        widths = (_ACT_WIDTH, int(room * 0.55), room - int(room * 0.55), _STANCE_WIDTH)
        head = _row((act, _who(claim), voice, stance), widths, page)
    indent = 3 if page.is_narrow else 1 + _ACT_WIDTH + _GAP
    below = [
        _at(indent, line)
        for text in (*_details(claim), _words(claim, report, page.glyphs))
        for line in page.wrapped(text, page.width - indent - 1)
    ]
    return [*head, *below, Text()]


def _who(claim: Claim) -> Text:
    who = Text()
    if claim.count:
        who.append(count_words(claim.count), style="strong")
        who.append(f" {group_words(claim)}")
    elif claim.names:
        for place, mention in enumerate(claim.names):
            who.append("; " if place else "")
            who.append(printable(mention.name), style="strong")
            who.append(f", {mention.age}" if mention.age is not None else "")
            who.append("".join(f", {printable(role)}" for role in mention.roles))
    else:
        who.append(group_words(claim) or printable(claim.object or ""))
    return who


def _details(claim: Claim) -> list[Text]:
    """What else a claim says, each with its label."""
    names = "; ".join(mention_words(mention) for mention in claim.names) if claim.count else ""
    voices = {speaker.name for speaker in claim.speakers}
    shown_as_who = claim.object if not (claim.count or claim.names or claim.group) else None
    details = (
        ("names", names),
        ("from", ", ".join(state_names(claim.nationalities))),
        ("by", "" if claim.by in voices else printable(claim.by or "")),
        ("what", printable(claim.object or "") if claim.object != shown_as_who else ""),
        ("charges", ", ".join(printable(charge) for charge in claim.charges)),
        (claim.term.kind, printable(claim.term.words)) if claim.term else ("", ""),
        ("where", printable(claim.place or "")),
        ("when", _when(claim)),
        ("condition", printable(claim.condition.words) if claim.condition else ""),
    )
    return [Text.assemble((f"{label}: ", "quiet"), text) for label, text in details if text]


def _when(claim: Claim) -> str:
    if claim.when is None:
        return ""
    words, edtf = printable(claim.when.words), printable(claim.when.edtf.text)
    is_told = claim.when.edtf.earliest is not None or claim.when.edtf.latest is not None
    if not words or words == edtf:
        return edtf
    return f"{words} ({edtf})" if is_told else words


def _words(claim: Claim, report: Report, glyphs: Glyphs) -> Text:
    passage = claim.passage
    number = report.page_of(passage)
    place = f", page {number}" if number else ""
    quoted = f"{glyphs.open_quote}{printable(passage.exact)}{glyphs.close_quote}"
    return styled(f"{quoted} {passage.start}{glyphs.dash}{passage.end}{place}", "quiet")


def _row(cells: Sequence[Text], widths: Sequence[int], page: Page) -> list[Text]:
    stacks = [page.wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    lines: list[Text] = []
    for number in range(max(len(stack) for stack in stacks)):
        line = Text(" ")
        edge = 1
        for stack, width in zip(stacks, widths, strict=True):
            line.pad_right(max(0, edge - line.cell_len))
            line.append_text(stack[number] if number < len(stack) else Text())
            edge += width + _GAP
        line.rstrip()
        lines.append(line)
    return lines


def _at(columns: int, line: Text) -> Text:
    return Text(" " * columns).append_text(line)
