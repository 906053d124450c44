"""Scores and errors of a reading, for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from habeas.claims.scores import Accuracy, Difference, Score, Scores
from habeas.cli.ledger import Page, styled
from habeas.cli.printable import printable
from habeas.cli.wording import ACT_WORDS, counted, voice_words
from habeas.model.claims import Claim

_NAME_WIDTH = 26
_GAP = 2
_LEAST = 7
"""Columns of a number, at least: `100.0` and what parts it from the one before."""
_MEASURE_HEAD = ("labelled", "read", "right", "precision", "recall", "F1")
_ACCURACY_HEAD = ("right", "of", "share")

_EXPLAINED = {
    "missed": "missed",
    "extra": "extra: nobody labelled it",
}


def score_lines(scores: Scores, page: Page) -> list[Text]:
    """The tables: measures, what is right of the claims found, and each act."""
    lines = [*page.across(styled(counted(scores.reports, "labelled report"), "strong"))]
    for title, rows in (("measure", scores.measures), ("act", scores.acts)):
        if rows:
            lines += [Text(), *_table(title, _MEASURE_HEAD, [_measure(row) for row in rows], page)]
        if title == "measure":
            shares = [_accuracy(row) for row in scores.accuracies]
            lines += [Text(), *_table("of the claims read", _ACCURACY_HEAD, shares, page)]
    return lines


def error_lines(by_place: Sequence[tuple[str, Sequence[Difference]]], page: Page) -> list[Text]:
    """What was read wrong, those of one kind together, the commonest kind first.

    Args:
        by_place: The differences of each report, with the file it was read from.
        page: The page.
    """
    kinds: dict[str, list[tuple[str, Difference]]] = {}
    for place, differences in by_place:
        for one in differences:
            kinds.setdefault(one.kind, []).append((place, one))
    lines: list[Text] = []
    for kind, found in sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0])):
        told = _EXPLAINED.get(kind, f"differs in {kind}")
        lines += [Text(), *page.across(styled(f"{told} ({len(found):,})", "strong")), page.rule()]
        for place, one in found:
            lines += _difference(place, one, page)
    return lines


def _measure(score: Score) -> tuple[str, ...]:
    shares = (_percent(share) for share in (score.precision, score.recall, score.f1))
    return (score.name, f"{score.labelled:,}", f"{score.read:,}", f"{score.right:,}", *shares)


def _accuracy(accuracy: Accuracy) -> tuple[str, ...]:
    return (
        accuracy.name,
        f"{accuracy.right:,}",
        f"{accuracy.of:,}",
        _percent(accuracy.share),
    )


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f}"


def _table(
    title: str, head: Sequence[str], rows: Sequence[Sequence[str]], page: Page
) -> list[Text]:
    if _NAME_WIDTH + sum(max(len(cell) + _GAP, _LEAST) for cell in head) > page.width - 2:
        return [line for row in rows for line in _stacked(head, row, page)]
    widths = [max(len(cell) + _GAP, _LEAST) for cell in head]
    lines = [*page.across(styled(_columns((title, *head), widths), "label"))]
    for row in rows:
        lines += page.across(Text(_columns(row, widths)))
    return lines


def _columns(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (f"{cell:>{width}}" for cell, width in zip(row[1:], widths, strict=True))
    return f"{row[0]:{_NAME_WIDTH}}" + "".join(cells)


def _stacked(head: Sequence[str], row: Sequence[str], page: Page) -> list[Text]:
    told = ", ".join(f"{name} {cell}" for name, cell in zip(head, row[1:], strict=True))
    below = [Text("   ").append_text(x) for x in page.wrapped(Text(told), page.width - 4)]
    return [*page.across(styled(row[0], "label")), *below]


def _difference(place: str, one: Difference, page: Page) -> list[Text]:
    lines: list[Text] = []
    for title, claim in (("label", one.label), ("read", one.read)):
        if claim is not None:
            lines += page.labelled(title, page.wrapped(Text(_told(claim)), page.body_width))
    words = [claim for claim in (one.label, one.read) if claim is not None]
    spans = {(claim.passage.start, claim.passage.end): claim for claim in words}
    for (start, end), claim in spans.items():
        glyphs = page.glyphs
        quoted = f"{glyphs.open_quote}{printable(claim.passage.exact)}{glyphs.close_quote}"
        pointer = f"{printable(place)}:{start}{glyphs.dash}{end}"
        text = Text.assemble(quoted, " ", (pointer, "quiet"))
        lines += page.labelled("", page.wrapped(text, page.body_width))
    return [*lines, Text()]


def _told(claim: Claim) -> str:
    """What two claims are compared by, on one line."""
    people = [printable(claim.count.words)] if claim.count is not None else []
    people += [printable(mention.name) for mention in claim.names]
    parts = [
        f"{ACT_WORDS[claim.act]}, {claim.stance.value}",
        "; ".join(people) or printable(claim.group or claim.object or ""),
        voice_words(claim.speakers, "the report"),
        f"condition: {printable(claim.condition.words)}" if claim.condition is not None else "",
    ]
    return " | ".join(part for part in parts if part)
