"""What is told of two persons, field by field, as evidence; a missing value says nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, lru_cache
from itertools import product

from rapidfuzz.fuzz import ratio

from habeas.model.dates import EdtfDate
from habeas.model.people import Evidence
from habeas.people.evidence.commonness import Commonness
from habeas.people.evidence.folded import Birth, Folded
from habeas.people.evidence.weights import weight_table

type Values = Mapping[str, str]

_ONE_SPELLING = 85
"""Least likeness of 100 at which two folded words are taken as spellings of one."""

_SHORTEST_PART = 4
_YEAR = timedelta(days=366)
_BIRTH_SPREAD = timedelta(days=3 * 365)
_MONTH = timedelta(days=31)
_LONG = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Weighs outcomes by the table, and by how common a value is among the people at hand.

    Attributes:
        commonness: Of the people at hand; None where nothing is known of others.
    """

    commonness: Commonness | None = None

    def weigh(
        self, outcome: tuple[str, str], told: tuple[str, str], keys: Iterable[str] = ()
    ) -> Evidence:
        """Evidence of an outcome.

        Args:
            outcome: Field and outcome, as in the table.
            told: What is told of either.
            keys: Under which the values are counted.
        """
        row = weight_table().rows[outcome]
        bits = row.bits
        if row.lessened and self.commonness is not None:
            bits = min(bits, self.commonness.most_bits(row.field, keys))
        return Evidence(
            field=row.field,
            left=told[0],
            right=told[1],
            weight=round(bits, 2),
            sentence=row.sentence.format(left=told[0], right=told[1]),
        )


def pieces_of(left: Folded, right: Folded, scale: Scale) -> Iterator[Evidence]:
    """Everything beside the name that speaks for or against two persons being one."""
    for compare in _COMPARED:
        yield from compare(left, right, scale)


def most_bits(field: str) -> float:
    """The most that any outcome of a field can say for one person, with what rounding can add."""
    return _most_of().get(field, 0.0)


@cache
def _most_of() -> Mapping[str, float]:
    found: dict[str, float] = {}
    for row in weight_table().rows.values():
        found[row.field] = max(found.get(row.field, 0.0), row.bits + 0.01)
    return found


def _births(left: Folded, right: Folded, scale: Scale) -> Iterator[Evidence]:
    """Of several dates and ages the two that fit best count."""
    found = [
        scale.weigh(("birth", outcome), (one.words, other.words))
        for one, other in product(left.births, right.births)
        if (outcome := _birth_outcome(one, other)) is not None
    ]
    if found:
        yield max(found, key=lambda piece: piece.weight)


def _birth_outcome(one: Birth, other: Birth) -> str | None:
    """How two births meet; None where what is told of one is too wide to say anything."""
    if one.is_day and other.is_day:
        return _day_outcome(one, other)
    gap = max(one.earliest, other.earliest) - min(one.latest, other.latest)
    if gap > timedelta(0):
        return _gap_outcome(gap)
    spread = max(one.latest - one.earliest, other.latest - other.earliest)
    if spread <= _MONTH:
        return "same-month"
    is_year = one.earliest.year == one.latest.year == other.earliest.year == other.latest.year
    if is_year:
        return "same-year"
    return "can-meet" if spread <= _LONG else None


def _day_outcome(one: Birth, other: Birth) -> str:
    if one.earliest == other.earliest:
        return "same-day"
    same_year = one.earliest.year == other.earliest.year
    if same_year and (one.earliest.day, one.earliest.month) == (
        other.earliest.month,
        other.earliest.day,
    ):
        return "turned"
    return _gap_outcome(abs(one.earliest - other.earliest))


def _gap_outcome(gap: timedelta) -> str:
    if gap <= _YEAR:
        return "near"
    return "apart" if gap <= _BIRTH_SPREAD else "cannot-meet"


def _sexes(left: Folded, right: Folded, scale: Scale) -> Iterator[Evidence]:
    yield from _exact("sex", "opposite", (left, right), scale)


def _nationalities(left: Folded, right: Folded, scale: Scale) -> Iterator[Evidence]:
    yield from _exact("nationality", "other", (left, right), scale)


def _cases(left: Folded, right: Folded, scale: Scale) -> Iterator[Evidence]:
    yield from _exact("case", "other", (left, right), scale)


def _pages(left: Folded, right: Folded, scale: Scale) -> Iterator[Evidence]:
    # That pages differ says nothing: every source has its own.
    if left.values["page"].keys() & right.values["page"].keys() - {""}:
        yield from _exact("page", "same", (left, right), scale)


def _exact(
    field: str, otherwise: str, people: tuple[Folded, Folded], scale: Scale
) -> Iterator[Evidence]:
    """One value in common is enough; none in common is the other outcome."""
    one, other = (person.values[field] for person in people)
    both = sorted(one.keys() & other.keys() - {""})
    if both:
        yield scale.weigh((field, "same"), (one[both[0]], other[both[0]]), both[:1])
    elif one and other:
        yield scale.weigh((field, otherwise), (_told(one), _told(other)))


def _deaths(left: Folded, right: Folded, scale: Scale) -> Iterator[Evidence]:
    for died, alive in ((left.died, right.alive), (right.died, left.alive)):
        for death, other in product(died, alive):
            if death.latest and other.earliest and death.latest < other.earliest:
                yield scale.weigh(("death", "before"), (death.text, other.text))
                return


def _places(left: Folded, right: Folded, scale: Scale) -> Iterator[Evidence]:
    one, other = left.values["place"], right.values["place"]
    found = _alike(one, other)
    if found:
        yield scale.weigh(("place", "same"), (one[found[0]], other[found[1]]), found)
    elif one and other:
        yield scale.weigh(("place", "other"), (_told(one), _told(other)))


def _occupations(left: Folded, right: Folded, scale: Scale) -> Iterator[Evidence]:
    """Another occupation says nothing: people have several, and several words for each."""
    one, other = left.values["occupation"], right.values["occupation"]
    found = _alike(one, other)
    if found:
        yield scale.weigh(("occupation", "same"), (one[found[0]], other[found[1]]), found)


def _charges(left: Folded, right: Folded, scale: Scale) -> Iterator[Evidence]:
    """Words of charges that differ say nothing; articles of law that differ do."""
    one, other = left.values["charge"], right.values["charge"]
    found = _alike(one, other)
    both = sorted(left.articles & right.articles)
    if found:
        yield scale.weigh(("charge", "same"), (one[found[0]], other[found[1]]), found)
    elif both:
        yield scale.weigh(("charge", "same"), (", ".join(both),) * 2, both)
    elif left.articles and right.articles:
        yield scale.weigh(("charge", "other"), (_told(one), _told(other)))


def _acts(left: Folded, right: Folded, scale: Scale) -> Iterator[Evidence]:
    for field in left.days:
        found = _dates(left.days[field], right.days[field])
        if found is not None:
            outcome, one, other = found
            yield scale.weigh((field, outcome), (one.text, other.text), (one.text, other.text))


def _dates(
    left: Iterable[EdtfDate], right: Iterable[EdtfDate]
) -> tuple[str, EdtfDate, EdtfDate] | None:
    """How two sets of dates meet: on a day, perhaps, or not at all."""
    pairs = list(product(left, right))
    both = [one for one, other in pairs if one.text == other.text]
    if both:
        sharpest = min(both, key=lambda when: (when.earliest != when.latest, when.text))
        is_day = sharpest.earliest == sharpest.latest is not None
        return "same-day" if is_day else "same-time", sharpest, sharpest
    for one, other in pairs:
        if one.overlaps(other):
            return "can-meet", one, other
    return ("other", *pairs[0]) if pairs else None


def _custody(left: Folded, right: Folded, scale: Scale) -> Iterator[Evidence]:
    one, other = left.values["custody"], right.values["custody"]
    found = _alike(one, other)
    if found:
        yield scale.weigh(("custody", "same"), (one[found[0]], other[found[1]]), found)
        return
    for stay, elsewhere in product(left.stays, right.stays):
        if stay.day == elsewhere.day:
            yield scale.weigh(("custody", "two-places"), (stay.words, elsewhere.words))
            return


def _lists(left: Folded, right: Folded, scale: Scale) -> Iterator[Evidence]:
    for key in sorted(left.lists.keys() & right.lists.keys()):
        if not left.lists[key] & right.lists[key]:
            rows = (min(left.lists[key]), min(right.lists[key]))
            yield scale.weigh(("list", "two-rows"), rows)
            return


def _alike(one: Values, other: Values) -> tuple[str, str] | None:
    """The keys of two values that are one in two spellings, or one part of the other."""
    both = sorted(one.keys() & other.keys() - {""})
    if both:
        return both[0], both[0]
    for a, b in product(sorted(one), sorted(other)):
        if _are_alike(a, b):
            return a, b
    return None


@lru_cache(maxsize=16_384)
def _are_alike(a: str, b: str) -> bool:
    return _is_part(a, b) or _is_part(b, a) or ratio(a, b, score_cutoff=_ONE_SPELLING) > 0


def _is_part(short: str, long: str) -> bool:
    return len(short) >= _SHORTEST_PART and f" {short} " in f" {long} "


def _told(values: Values) -> str:
    return ", ".join(sorted(values.values()))


type Compare = Callable[[Folded, Folded, Scale], Iterator[Evidence]]

_COMPARED: tuple[Compare, ...] = (
    _births,
    _sexes,
    _deaths,
    _nationalities,
    _places,
    _occupations,
    _charges,
    _cases,
    _pages,
    _acts,
    _custody,
    _lists,
)

COMPARED_FIELDS: Mapping[str, Compare] = {
    "sex": _sexes,
    "nationality": _nationalities,
    "charge": _charges,
    "birth": _births,
    "place": _places,
    "occupation": _occupations,
    "custody": _custody,
    "arrest": _acts,
    "sentence": _acts,
    "release": _acts,
    "case": _cases,
    "page": _pages,
}
"""What compares each field that can speak for one person, of people of whom no more is told."""
