"""Two lists of people side by side: who stands on both, who on one, who twice on one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from habeas.model.people import Band, PersonMatch
from habeas.people.evidence import Particulars, Scales
from habeas.people.evidence.weights import weight_table
from habeas.people.lists.listed import ListedPerson, PeopleTable
from habeas.people.lists.pairing import Candidate, pair_rows
from habeas.people.lists.seeking import Places, Watch, find_alike

_MOST_OF_ONE_ID = 5


CLEAR = frozenset({Band.SAME, Band.PROBABLE})
"""Bands in which rows go together, one to one; below them a person must look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two rows that are, or may be, one person.

    Attributes:
        left, right: The rows.
        band: How sure; POSSIBLE where other rows are as likely, whatever the score.
        match: The score and what speaks for and against it; None where nothing but
            their id makes them a pair.
        rivals: Other rows that one of the two may be as well; where there are any, a
            person must look.
        has_one_id: True for two rows of one list with the same id.
    """

    left: ListedPerson
    right: ListedPerson
    band: Band
    match: PersonMatch | None
    rivals: int = 0
    has_one_id: bool = False

    @property
    def score(self) -> float:
        """0 to 1, as of `match`."""
        return self.match.score if self.match is not None else 0.0

    @property
    def evidence(self) -> tuple[str, ...]:
        """What speaks for and against, in sentences, the weightiest first."""
        told = () if self.match is None else self.match.evidence
        return tuple(piece.sentence for piece in told if piece.sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Two lists compared. A row is in a pair, only on its side, or anonymous.

    Attributes:
        left, right: The lists.
        pairs: Same and probable pairs, one to one, then possible ones; in each band by
            row on the left. A row may stand in several possible pairs.
        only_left, only_right: Rows that are like none of the other list.
        anonymous_left, anonymous_right: Rows that name nobody; never matched by name.
        twice_left, twice_right: Rows of one list that may be one person.
    """

    left: PeopleTable
    right: PeopleTable
    pairs: tuple[Pair, ...]
    only_left: tuple[ListedPerson, ...]
    only_right: tuple[ListedPerson, ...]
    anonymous_left: tuple[ListedPerson, ...]
    anonymous_right: tuple[ListedPerson, ...]
    twice_left: tuple[Pair, ...]
    twice_right: tuple[Pair, ...]

    def of_band(self, band: Band) -> tuple[Pair, ...]:
        """The pairs of one band, by row on the left."""
        return tuple(pair for pair in self.pairs if pair.band is band)


def compare_lists(left: PeopleTable, right: PeopleTable, *, watch: Watch = iter) -> SideBySide:
    """Set two lists side by side.

    Every spelling of each row is sought among those of both lists; who is found is
    weighed by all that the rows tell (`habeas.people.evidence`), and rows go together
    one to one (`pair_rows`). Rows of one list that may be one person are told and not
    joined. Nothing is decided.

    Args:
        left, right: The lists, up to tens of thousands of rows each.
        watch: Goes through batches of names; for showing how far it is.

    Returns:
        The mirror image where the lists change sides.
    """
    alike = find_alike(left.people, right.people, watch=watch)
    scales = Scales(_particulars(left.people, "l") | _particulars(right.people, "r"))
    pairs = _pairs(_weighed(scales, alike.between, ("l", "r")), left.people, right.people)
    found_left = {id(pair.left) for pair in pairs}
    found_right = {id(pair.right) for pair in pairs}
    return SideBySide(
        left=left,
        right=right,
        pairs=tuple(sorted(pairs, key=lambda pair: list(Band).index(pair.band))),
        only_left=_only(left.people, found_left),
        only_right=_only(right.people, found_right),
        anonymous_left=tuple(person for person in left.people if person.is_anonymous),
        anonymous_right=tuple(person for person in right.people if person.is_anonymous),
        twice_left=_twice(_weighed(scales, alike.left, ("l", "l")), left.people),
        twice_right=_twice(_weighed(scales, alike.right, ("r", "r")), right.people),
    )


def _particulars(people: Sequence[ListedPerson], side: str) -> dict[str, Particulars]:
    """What the rows tell, by side and place.

    That a list gives each person one row speaks against two of its rows being one
    person, and would hide those that are listed twice; it is left out. An address that
    several rows give is no page about one person.
    """
    given = Counter(person.url for person in people if person.url is not None)
    return {
        f"{side}{place}": replace(
            person.particulars,
            lists=(),
            pages=(person.url,) if person.url is not None and given[person.url] == 1 else (),
        )
        for place, person in enumerate(people)
    }


def _weighed(
    scales: Scales, alike: Sequence[Places], sides: tuple[str, str]
) -> dict[Places, PersonMatch]:
    """What is worth a look, by places."""
    left, right = sides
    matches = scales.weigh([(f"{left}{one}", f"{right}{other}") for one, other in alike])
    return {
        places: match
        for places, match in zip(alike, matches, strict=True)
        if match.band is not Band.DIFFERENT or _is_but_common(match)
    }


def _is_but_common(match: PersonMatch) -> bool:
    """True where only the commonness of a name they share speaks against two rows.

    To list them as standing on one list alone would hide that the other has the name.
    """
    named = [piece.weight for piece in match.evidence if piece.field == "name"]
    others = [piece.weight for piece in match.evidence if piece.field != "name"]
    start = weight_table().rows["start", "searched"].bits
    return max(named, default=0.0) + start >= 0 and min(others, default=0.0) >= 0


def _pairs(
    weighed: Mapping[Places, PersonMatch],
    lefts: Sequence[ListedPerson],
    rights: Sequence[ListedPerson],
) -> list[Pair]:
    pairing = pair_rows(
        Candidate(left=one, right=other, score=match.score, can_be_clear=match.band in CLEAR)
        for (one, other), match in weighed.items()
    )
    rivals: Counter[tuple[str, int]] = Counter()
    for each in (*pairing.clear, *pairing.undecided):
        rivals.update([("left", each.left), ("right", each.right)])

    def pair(each: Candidate, band: Band) -> Pair:
        return Pair(
            left=lefts[each.left],
            right=rights[each.right],
            band=band,
            match=weighed[each.left, each.right],
            rivals=max(rivals["left", each.left], rivals["right", each.right]) - 1,
        )

    return [
        *(pair(each, weighed[each.left, each.right].band) for each in pairing.clear),
        *(pair(each, Band.POSSIBLE) for each in pairing.undecided),
    ]


def _only(people: Sequence[ListedPerson], found: set[int]) -> tuple[ListedPerson, ...]:
    return tuple(p for p in people if not p.is_anonymous and id(p) not in found)


def _twice(
    weighed: Mapping[Places, PersonMatch], people: Sequence[ListedPerson]
) -> tuple[Pair, ...]:
    """Rows of one list that are probably one person, or that have one id; by row."""
    found = {places: match for places, match in weighed.items() if match.band in CLEAR}
    wanted = sorted({*found, *_of_one_id(people)})
    return tuple(
        Pair(
            left=people[one],
            right=people[other],
            band=found[one, other].band if (one, other) in found else Band.POSSIBLE,
            match=weighed.get((one, other)),
            has_one_id=people[one].id is not None and people[one].id == people[other].id,
        )
        for one, other in wanted
    )


def _of_one_id(people: Sequence[ListedPerson]) -> list[Places]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, person in enumerate(people):
        if person.id is not None:
            places[person.id].append(place)
    return [pair for same in places.values() for pair in combinations(same[:_MOST_OF_ONE_ID], 2)]
