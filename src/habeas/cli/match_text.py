"""Two lists side by side, for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text

from habeas.cli.ledger import Page, styled
from habeas.cli.match_rows import evidence_of, headline
from habeas.cli.printable import isolated, printable
from habeas.cli.wording import counted, shortened, state_names
from habeas.model.people import Band
from habeas.people.evidence import Particulars
from habeas.people.lists import ListedPerson, Pair, PeopleTable, SideBySide

MOST_SHOWN = 8
"""Rows of each kind that are shown, unless all are asked for."""

_MOST_EVIDENCE = 4
_LONGEST_NAME = 60


def side_by_side_lines(found: SideBySide, page: Page, *, most: int = MOST_SHOWN) -> list[Text]:
    """The whole comparison, at most `most` rows of each kind."""
    dot = f" {page.glyphs.dot} "
    lines = [
        *page.across(styled(_title(found, page), "strong")),
        *page.across(styled(dot.join((_rows(found.left, "A"), _rows(found.right, "B"))), "quiet")),
        page.rule(),
        *page.across(styled(dot.join(headline(found)), "label")),
    ]
    for band, label in (
        (Band.SAME, "Same"),
        (Band.PROBABLE, "Probable"),
        (Band.POSSIBLE, "Possible"),
    ):
        lines += _pairs(label, found.of_band(band), page, most)
    lines += _people("Only in A", found.only_left, page, most)
    lines += _people("Only in B", found.only_right, page, most)
    lines += _people("No name", found.anonymous_left, page, most, "A ")
    lines += _people("No name", found.anonymous_right, page, most, "B ")
    lines += _pairs("Twice in A", found.twice_left, page, most)
    lines += _pairs("Twice in B", found.twice_right, page, most)
    return [*lines, Text(), *_ending(page)]


def _title(found: SideBySide, page: Page) -> str:
    names = [printable(table.name) for table in (found.left, found.right)]
    room = (page.width - 12) // 2
    left, right = (shortened(name, max(room, 20), page.glyphs.ellipsis) for name in names)
    return f"{left} (A) and {right} (B)"


def _rows(table: PeopleTable, side: str) -> str:
    return f"{side}: {counted(len(table.people), 'row')}"


def _pairs(label: str, pairs: Sequence[Pair], page: Page, most: int) -> list[Text]:
    if not pairs:
        return []
    lines: list[Text] = []
    for pair in pairs[:most]:
        lines += _pair(pair, page)
    lines += _more(len(pairs) - most, page)
    return [Text(), *page.labelled(label, lines)]


def _pair(pair: Pair, page: Page) -> list[Text]:
    """Both names on a line where there is room, each with its row; the evidence below."""
    left, right = _named(pair.left, page), _named(pair.right, page)
    half = (page.body_width - 3) // 2
    if page.is_narrow or max(left.cell_len, right.cell_len) > half:
        lines = [*page.wrapped(left, page.body_width), *page.wrapped(right, page.body_width)]
    else:
        left.pad_right(half - left.cell_len + 3)
        lines = [left.append_text(right)]
    told = evidence_of(pair)
    kept = [*told[:_MOST_EVIDENCE], *told[_MOST_EVIDENCE:][-1:]]
    return [*lines, *page.note(" ".join(kept))]


def _named(person: ListedPerson, page: Page) -> Text:
    name = person.names[0] if person.names else person.words
    shown = isolated(shortened(printable(name), _LONGEST_NAME, page.glyphs.ellipsis))
    return styled(shown, "strong").append(f"  {_place(person)}", style="quiet")


def _place(person: ListedPerson) -> str:
    """Where the row is; of a person of a register, who has no row, the id."""
    if not person.cells:
        return isolated(printable(person.id or ""))
    return " ".join(filter(None, (isolated(printable(person.sheet)), f"row {person.row}")))


def _people(
    label: str, people: Sequence[ListedPerson], page: Page, most: int, side: str = ""
) -> list[Text]:
    if not people:
        return []
    lines: list[Text] = []
    for person in people[:most]:
        line = styled(side, "quiet").append_text(_named(person, page))
        told = "; ".join(facts_of(person.particulars, page.glyphs.ellipsis))
        line.append(f"  {told}" if told else "", style="")
        lines += page.wrapped(line, page.body_width)
    lines += _more(len(people) - most, page)
    return [Text(), *page.labelled(label, lines)]


def facts_of(told: Particulars, ellipsis: str) -> list[str]:
    """What is told of a person beside the name, in a few words each."""
    facts: Iterable[str] = (
        *(f"born {printable(born.text)}" for born in told.births[:1]),
        *(f"aged {age.years}" for age in told.ages[:1] if not told.births),
        ", ".join(state_names(told.nationalities[:2])),
        ", ".join(isolated(printable(place)) for place in told.places[:2]),
        ", ".join(isolated(printable(role)) for role in told.occupations[:2]),
        ", ".join(isolated(printable(charge)) for charge in told.charges[:2]),
        ", ".join(
            isolated(printable(each.place)) for each in told.undergone[:1] if each.place is not None
        ),
    )
    return [shortened(fact, _LONGEST_NAME, ellipsis) for fact in facts if fact]


def _more(number: int, page: Page) -> list[Text]:
    if number <= 0:
        return []
    return page.wrapped(styled(f"{number:,} more (--all shows them)", "quiet"), page.body_width)


def _ending(page: Page) -> list[Text]:
    words = "Proposed by what the lists tell; nobody was merged, and nothing was written."
    return page.across(styled(words, "quiet"))
