"""Lists of the people of one event side by side: who is on both, who on one alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from habeas.accounts import wording
from habeas.accounts.pairing import most_pairs
from habeas.events.atoms import is_whole
from habeas.events.lists import is_list
from habeas.model.accounts import Bounds, ListComparison
from habeas.model.claims import FREEING, Act, Claim
from habeas.model.people import Person, ProposedMatch
from habeas.model.reports import Report
from habeas.people import fold_spelling
from habeas.people.judging import join

FEWEST_NAMES = 5
"""Names that a report which is no table must give to be read as a list."""

MOST_LISTS = 10
"""Lists that are compared each with each, the longest; the others are left out."""

SIDE_BY_SIDE = "{both} {there} {left} and {new} {elsewhere} {are} {done}, by {right}{so}."
SO_ADDED = ": so {number} {were} added since"
SO_ADDED_TO = ": so {number} {were} added since {speakers} spoke of {figure}"
LEFT_ALONE = " {number} {are} {there} {left} alone."
MAYBE = " Which of them are the same hangs on {pairs}, proposed and not decided."
ONE_PAIR = "one pair of names"
SOME_PAIRS = "{number} pairs of names"
NAMELESS = " {rows} without a name can be any of the others."
ONE_ROW = "One row"
SOME_ROWS = "{number} rows"
TWICE = " {left} may name {number} twice."
ONE_TWICE = "one person"
SOME_TWICE = "up to {number} people"
LIST_OF = "the list of {publisher}"
NAMES_OF = "the names given by {publisher}"
WITH_DAY = "{list} ({day})"

OF_THOSE = "{list} of those {done}"

_DONE = {
    Act.RELEASE: ("was", "were", "freed"),
    Act.HOLD: ("is", "are", "held"),
    Act.ARREST: ("was", "were", "arrested"),
    Act.REARREST: ("was", "were", "arrested again"),
    Act.CHARGE: ("was", "were", "charged"),
    Act.SENTENCE: ("was", "were", "sentenced"),
    Act.TRANSFER: ("was", "were", "moved"),
    Act.DIE: ("is", "are", "dead"),
}
_ON_LIST = ("on", "not on it")
_AMONG_NAMES = ("among", "not among them")
_OTHERWISE = ("is", "are", "listed")


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """One report's people, who had the same done to them.

    Attributes:
        report: Id of the report.
        act: What was done; RELEASE for every act that frees.
        claims: In order.
        people: Ids of those it names.
        nameless: Rows that name nobody.
    """

    report: str
    act: Act
    claims: tuple[Claim, ...]
    people: frozenset[str]
    nameless: int

    @property
    def size(self) -> int:
        """How many it lists."""
        return len(self.people) + self.nameless


def compare_lists(
    claims: Sequence[Claim],
    people: Iterable[Person],
    matches: Iterable[ProposedMatch],
    reports: Mapping[str, Report],
) -> tuple[ListComparison, ...]:
    """Set the lists of an event side by side, each with each.

    A list is a table of people, or a report that names at least five. Nobody is taken to
    stand on one list twice: a proposed match within a list is told, and joins no two
    places of it. Across two lists a match may hold or not, and the bounds cover both.

    Args:
        claims: Of one event and of people who are counted together (those freed), in
            order of report and passage; those held may be among them and make lists of
            their own.
        people: Persons, in any order.
        matches: Proposed between them, and undecided.
        reports: By id.

    Returns:
        The earlier list on the left, in order of the lists; lists that name the very same
        people count as one. Empty where there are not two.
    """
    told = list(claims)
    lists = _distinct(_lists_of(told, people, reports), reports)
    joined = defaultdict[str, set[str]](set)
    for match in matches:
        joined[match.left].add(match.right)
        joined[match.right].add(match.left)
    return tuple(
        _compared(left, right, joined, _Told(told, reports))
        for left, right in combinations(lists, 2)
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What sentences are made from."""

    claims: Sequence[Claim]
    reports: Mapping[str, Report]


def _lists_of(
    claims: Sequence[Claim], people: Iterable[Person], reports: Mapping[str, Report]
) -> list[_List]:
    named: dict[str, set[str]] = defaultdict(set)
    for person in people:
        for mention in person.mentions:
            named[mention.claim].add(person.id)
    by_list: dict[tuple[str, Act], list[Claim]] = defaultdict(list)
    for claim in claims:
        act = Act.RELEASE if claim.act in FREEING else claim.act
        if claim.names or is_list(reports.get(claim.report)):
            by_list[claim.report, act].append(claim)
    found = []
    for (report, act), group in by_list.items():
        is_table = is_list(reports.get(report))
        persons = frozenset(key for claim in group for key in named.get(claim.id, ()))
        nameless = sum(not claim.names for claim in group) if is_table else 0
        if persons and (is_table or len(persons) >= FEWEST_NAMES):
            found.append(
                _List(
                    report=report,
                    act=act,
                    claims=tuple(group),
                    people=persons,
                    nameless=nameless,
                )
            )
    return found


def _distinct(lists: Iterable[_List], reports: Mapping[str, Report]) -> list[_List]:
    """The longest lists, earliest first; a list printed again is the same list."""
    found: dict[tuple[Act, frozenset[str], int], _List] = {}
    for each in lists:
        known = found.get((each.act, each.people, each.nameless))
        if known is None:
            found[each.act, each.people, each.nameless] = each
        else:
            again = replace(known, claims=(*known.claims, *each.claims))
            found[each.act, each.people, each.nameless] = again
    longest = sorted(found.values(), key=lambda each: -each.size)[:MOST_LISTS]
    order = {id(each): at for at, each in enumerate(found.values())}
    return sorted(longest, key=lambda e: (_day_of(reports.get(e.report)), order[id(e)]))


def _compared(
    left: _List, right: _List, joined: Mapping[str, set[str]], told: _Told
) -> ListComparison:
    on_both = left.people & right.people
    only_left, only_right = left.people - on_both, right.people - on_both
    edges = {key: sorted(joined.get(key, set()) & only_right) for key in sorted(only_left)}
    free = left.nameless + right.nameless
    # A row without a name can be anybody who is on the other list alone.
    more = min(
        len(only_left) + left.nameless,
        len(only_right) + right.nameless,
        most_pairs(edges) + free,
    )
    both = Bounds(low=len(on_both), high=len(on_both) + more)
    doubtful = sum(map(len, edges.values()))
    return ListComparison(
        left=left.report,
        right=right.report,
        both=both,
        only_left=_rest(left, both),
        only_right=_rest(right, both),
        explanation=_sentence(left, right, both, told)
        + _doubts(left, right, doubtful, joined, told),
        claims=tuple(claim.id for claim in (*left.claims, *right.claims)),
    )


def _rest(one: _List, both: Bounds) -> Bounds:
    """Who is on one list and not on both."""
    assert both.low is not None
    assert both.high is not None
    return Bounds(low=one.size - both.high, high=one.size - both.low)


def _sentence(left: _List, right: _List, both: Bounds, told: _Told) -> str:
    new, gone = _rest(right, both), _rest(left, both)
    is_one, are, done = _DONE.get(right.act, _OTHERWISE)
    first = _list_words(left, told.reports)
    if left.act is not right.act:
        first = OF_THOSE.format(list=first, done=_DONE.get(left.act, _OTHERWISE)[2])
    is_table = is_list(told.reports.get(left.report))
    there, elsewhere = _ON_LIST if is_table else _AMONG_NAMES
    sentence = SIDE_BY_SIDE.format(
        both=wording.capital(wording.range_words(both)),
        there=there,
        left=first,
        elsewhere=elsewhere,
        new=wording.range_words(new),
        are=is_one if both.high == 0 and new.high == 1 else are,
        done=done,
        right=_list_words(right, told.reports),
        so=_conclusion(left, right, new, told),
    )
    if gone.high:
        number = wording.capital(wording.range_words(gone))
        are = "is" if gone.high == 1 else "are"
        sentence += LEFT_ALONE.format(number=number, are=are, there=there, left=first)
    return sentence


def _conclusion(left: _List, right: _List, new: Bounds, told: _Told) -> str:
    """How many were added, where the right list is a later one of the same act."""
    first, last = told.reports.get(left.report), told.reports.get(right.report)
    if left.act is not right.act or not 0 < _day_of(first) < _day_of(last):
        return ""
    counted = _counted_before(right, told)
    if counted is not None and counted.count is not None:
        more = right.size - (counted.count.high or 0)
        if more > 0:
            return SO_ADDED_TO.format(
                number=f"{more:,}",
                were="was" if more == 1 else "were",
                speakers=wording.speaker_words(counted, told.reports),
                figure=wording.figure_words(counted),
            )
    is_same = _keeper(first) is not None and _keeper(first) == _keeper(last)
    if not is_same or not new.low:
        return ""
    were = "was" if new.high == 1 else "were"
    return SO_ADDED.format(number=wording.range_words(new), were=were)


def _counted_before(right: _List, told: _Told) -> Claim | None:
    """The exact figure of everybody that was given before a list; None where several were."""
    day = _day_of(told.reports.get(right.report))
    found = {
        claim.count.high: claim
        for claim in reversed(told.claims)
        if claim.count is not None
        and is_whole(claim)
        and (Act.RELEASE if claim.act in FREEING else claim.act) is right.act
        and not is_list(told.reports.get(claim.report))
        and 0 < _day_of(told.reports.get(claim.report)) < day
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _doubts(
    left: _List, right: _List, doubtful: int, joined: Mapping[str, set[str]], told: _Told
) -> str:
    words = ""
    if doubtful:
        pairs = ONE_PAIR if doubtful == 1 else SOME_PAIRS.format(number=f"{doubtful:,}")
        words += MAYBE.format(pairs=pairs)
    nameless = left.nameless + right.nameless
    if nameless:
        rows = ONE_ROW if nameless == 1 else SOME_ROWS.format(number=f"{nameless:,}")
        words += NAMELESS.format(rows=rows)
    for one in (left, right):
        number = _twice(one, joined)
        if number:
            name = wording.capital(_list_words(one, told.reports))
            twice = ONE_TWICE if number == 1 else SOME_TWICE.format(number=f"{number:,}")
            words += TWICE.format(left=name, number=twice)
    return words


def _twice(one: _List, joined: Mapping[str, set[str]]) -> int:
    """At most so many of its names are another name of somebody on it."""
    edges = [
        (key, other) for key in one.people & joined.keys() for other in joined[key] & one.people
    ]
    nodes = {key for edge in edges for key in edge}
    return len(nodes) - len(join(nodes, edges))


def _list_words(one: _List, reports: Mapping[str, Report]) -> str:
    report = reports.get(one.report)
    publisher = (report.publisher if report is not None else None) or wording.THE_REPORT
    template = LIST_OF if is_list(report) else NAMES_OF
    words = template.format(publisher=wording.lower_article(publisher))
    if report is None or report.published is None or report.published.earliest is None:
        return words
    first = report.published.earliest
    return WITH_DAY.format(list=words, day=f"{first.day} {first:%B %Y}")


def _keeper(report: Report | None) -> str | None:
    return fold_spelling(report.publisher) if report is not None and report.publisher else None


def _day_of(report: Report | None) -> int:
    """The day of publication, as a number that orders; 0 where it is not told."""
    if report is None or report.published is None or report.published.earliest is None:
        return 0
    return report.published.earliest.toordinal()
