"""The sentences of an account, in one place, so that they can be translated.

Command line and pages take their words from here. A sentence is made only of the
words, figures and speakers of the claims it rests on, and can be printed as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from habeas.accounts.populations import Population
from habeas.accounts.voices import is_unsourced
from habeas.claims.states import state_name
from habeas.events.actors import acting_state, named_state
from habeas.model.accounts import Bounds
from habeas.model.claims import FREEING, Act, Claim
from habeas.model.reports import Report
from habeas.people.short_names import fullest_names

AGREE = "{speakers} give the same figure: {figure}."
SUM = "{total} = {terms}: {whole} ({speakers}) are {parts}."
DIFFER = "Figures of {whom} differ: {first} against {others}{tight}."
CONFLICT = "{lows}, but {highs}{tight}."
SUMMED = "{terms} = {sum}"
TIMES = "{times} × {phrase}"
NAMED_FIGURE = "{number} by name ({speakers})"
NOT_TOGETHER = "{figures} cannot all be right{tight}."
NO_WHOLE_NUMBERS = "No whole numbers of people fit {figures}{tight}."
ONLY_TIGHT = ", if the words are read as usual"
SUBSET = "{part} ({speakers}) are counted among {whole} ({others})."
LARGER_PART = "{part} ({speakers}) are among {whole} ({others}), which are fewer{tight}."
TOO_MANY_NAMES = "{named} people are named ({namers}), more than the {total} counted ({speakers})."
TOO_MANY_OF = "Of {whom} {named} are named ({namers}), more than the {total} counted ({speakers})."
AT_LEAST = "at least {number} (“{words}”, {speakers})"
AT_MOST = "at most {number} (“{words}”, {speakers})"
NOBODY_TWICE = "Nobody is taken to be of two of these: {values}."
NOBODY_ELSE = "Everybody is taken to be one of these: {values}."
PART_OF = "{part} ({speakers}) are taken to be some of {whole}."
SOME_OF = "{part} ({speakers}) are taken to be some of {whole}, a much larger figure or one's own."
ALL_POLITICAL = "Those called political prisoners ({speakers}) are taken to be all who are counted."
ALL_TO_ONE_PLACE = "Those taken to one place ({speakers}) are taken to be all who were freed."
NAME_OF = "The name of the {figure} would show whether they are counted elsewhere too."
LIST_OF = "A list of the {figure} would show whether they are counted elsewhere too."
NAME_OF = "The name of the {figure} would show whether they are counted elsewhere too."
LIST_OF_UNNAMED = "A list of the {number} not named would close the account."
NAMES_OF = "The names of {whom} would show which it is: {figures}."
WHO_WAS_ANNOUNCED = "A list of those announced would show who has not been freed."
WHICH_DAY = "The day for which each figure was counted would show whether they differ."
ALL_IN_ONE_WAY = "Those of one kind of release ({speakers}) are taken to be all who were freed."
FREED = "those freed"
HELD = "those still held"
UNNAMED = "{unnamed} of {total} are not named."
UNNAMED_ONE = "1 of {total} is not named."
UNNAMED_OPEN = "At least {unnamed} are not named."
UNNAMED_OPEN_ONE = "At least 1 is not named."
UNNAMED_ALL_OPEN = "How many of those freed are not named? No figure says how many there are."
UNKNOWN_NUMBER = "How many were freed? No report gives a figure."
ONLY_ACTING = "Who confirms {figure}? Only {speakers} gives this figure."
ONLY_ACTING_MANY = "Who confirms {figure}? Only {speakers} give this figure."
WHO = "Who are the {figure}?"
WHO_ONE = "Who is the {figure}?"
WHO_ELSE = "Who are the other {number} of the {figure}?"
TAKEN_TO = "taken to {place}"
THOSE = "those {whom}"
KIND = "“{words}”"
CITIZENS = "citizens ({state})"
FOREIGNERS = "foreigners"
OTHER_CITIZENS = "those whose citizenship is not told"
OWN_CITIZENS = "citizens of the state itself"
STAYED = "those who stayed"
OTHER_PLACES = "those taken elsewhere, or not told where"
POLITICAL = "political prisoners"
COMMON = "those not called political"
DEPORTED = "those deported"
EXCHANGED = "those exchanged"
ON_CONDITIONS = "those released on conditions"
FIRST = "those told first"
LATER = "those added later"
IN_PLACE = "those in {place}"
TO_PLACE = "{words} to {place}"
IN_PLACE_OF = "{words} in {place}"
PART = "those of a part"
OF_THOSE = "{whom}, of {people}"
ONE_PERSON = "Are {names} one person?"
TWO_PEOPLE = "Is “{name}” one person? {why}"
HOW_MANY_HELD = "How many are still held: {figures}?"
WITHHELD = "{question} Not said by {who}."
WITHHELD_WHAT = "What is not said of {what}?"
OTHER_FIGURES = "{number} other figures"
QUOTED = "{inner}, quoted by {outer}"
AND_MORE = "{some} and {number} more"
THE_REPORT = "the report"
PARDONED_ARE_RELEASED = "Those pardoned ({speakers}) are taken to be those released."
ANNOUNCED_IS_DONE = "What was announced, {figure} ({speakers}), is taken to have been done."
SAME_CRITERION = "“Political prisoner” is taken to mean to {speakers} what it means to the others."
SAME_DAY = "The figures of {speakers}, of {day}, are taken to be of the same day as the others."
NO_DAY = "no day that is told"
SAME_EVENT = "“{title}” is taken to speak of this event: {why}."
TIED_BY_DATE = "it gives the time, “{words}”"
TIED_BY_PUBLICATION = "it was published on {day}"
TIED_BY_WORDS = "it repeats what others say of it"

_WITHHELD_QUESTIONS = (
    (re.compile(r"\bcriteri", re.IGNORECASE), "By what criteria?"),
    (re.compile(r"\b(?:names?|list|identit|who)", re.IGNORECASE), "Who are they?"),
    (re.compile(r"\b(?:number|how many|figure)", re.IGNORECASE), "How many?"),
    (re.compile(r"\b(?:where|whereabouts|location)", re.IGNORECASE), "Where are they?"),
    (re.compile(r"\b(?:why|reason|grounds)", re.IGNORECASE), "Why?"),
    (re.compile(r"\b(?:when|date)", re.IGNORECASE), "When?"),
)
_WITHHELD_ELSE = "What is not said?"
_LONGEST_OBJECT = 60
_POINTING = frozenset({"them", "those", "these", "they", "it"})
COUNTED = {
    Act.ARREST: "those arrested",
    Act.REARREST: "those arrested again",
    Act.CHARGE: "those charged",
    Act.SENTENCE: "those sentenced",
    Act.TRANSFER: "those transferred",
    Act.DIE: "those who died",
    Act.DISAPPEAR: "those who disappeared",
}
"""Whom figures of an act count."""

_KINDS = {
    ("citizenship", "foreign"): FOREIGNERS,
    ("citizenship", "*"): OTHER_CITIZENS,
    ("citizenship", "own"): OWN_CITIZENS,
    ("destination", "*"): OTHER_PLACES,
    ("place", "*"): OTHER_PLACES,
    ("destination", "own"): STAYED,
    ("designation", "political"): POLITICAL,
    ("designation", "common"): COMMON,
    ("manner", "deported"): DEPORTED,
    ("manner", "exchanged"): EXCHANGED,
    ("manner", "on conditions"): ON_CONDITIONS,
    ("batch", "first"): FIRST,
    ("fate", "freed"): FREED,
    ("fate", "held"): HELD,
}
_OF = ("dozens", "scores", "hundreds", "thousands", "a handful")
_SHOWN = 4


def figure_words(claim: Claim) -> str:
    """A count as it was said, with whom it counts: "a total of 123 detainees"."""
    # The first word may only be large because it opened its sentence.
    words = lower_first(claim.count.words) if claim.count is not None else ""
    group = claim.group or ""
    counted = "" if group.casefold() in _POINTING else group
    between = " of " if counted and words.endswith(_OF) else " "
    return f"{words}{between}{counted}".strip() or claim.passage.exact


def part_words(claim: Claim) -> str:
    """A part with the place that sets it off: "114 civilians to Ukraine", "40 in Hrodna"."""
    words = figure_words(claim)
    if not claim.place or claim.place.casefold() in words.casefold():
        return words
    at_home = named_state(claim.place) is not None and (
        named_state(claim.place) == acting_state(claim.by)
    )
    template = TO_PLACE if claim.act in FREEING and not at_home else IN_PLACE_OF
    return template.format(words=words, place=claim.place)


def group_words(claim: Claim, code: str | None) -> str:
    """A part as "the …" can begin it: "nine taken to Lithuania", "five Ukrainians".

    Args:
        claim: With an exact count.
        code: The state they were taken to, or None where something else sets them off.
    """
    figure = figure_words(claim)
    if claim.count is not None and " " in claim.count.words:
        figure = f"{claim.count.low:,} {figure.removeprefix(claim.count.words)}".strip()
    if code is None:
        return figure
    place = claim.place if claim.place else state_name(code)
    return f"{figure} {TAKEN_TO.format(place=place)}"


def speaker_words(claim: Claim, reports: Mapping[str, Report]) -> str:
    """Who says it, as written; the publisher where the report itself speaks."""
    if not claim.speakers:
        report = reports.get(claim.report)
        return (report.publisher if report is not None else None) or THE_REPORT
    inner = lower_article(claim.speakers[-1].name)
    if len(claim.speakers) == 1:
        return inner
    outer = ", ".join(lower_article(s.name) for s in claim.speakers[:-1])
    return QUOTED.format(inner=inner, outer=outer)


def speakers_words(claims: Iterable[Claim], reports: Mapping[str, Report]) -> str:
    """Who says the same thing, each once, in order; at most four, then how many more.

    Where somebody is named as saying it, those who tell it without a source are not.
    """
    listed = list(claims)
    sourced = [c for c in listed if not is_unsourced(c)] or listed
    fullest = fullest_names(c.speakers[-1].name for c in sourced if c.speakers)
    names: dict[str, str] = {}
    for claim in sourced:
        name = speaker_words(_fuller(claim, fullest), reports)
        names.setdefault(name.casefold().removeprefix("the "), name)
    told = list(names.values())
    if len(told) > _SHOWN:
        some = ", ".join(told[: _SHOWN - 1])
        return AND_MORE.format(some=some, number=len(told) - _SHOWN + 1)
    return join_words(told)


def _fuller(claim: Claim, fullest: Mapping[str, str]) -> Claim:
    if not claim.speakers:
        return claim
    inner = claim.speakers[-1]
    speakers = (*claim.speakers[:-1], replace(inner, name=fullest[inner.name]))
    return replace(claim, speakers=speakers)


def confirmation_sentence(claims: Sequence[Claim], reports: Mapping[str, Report]) -> str:
    """Ask who confirms a figure that only the acting state gives."""
    names = fullest_names(c.speakers[-1].name for c in claims if not is_unsourced(c))
    told = set(names.values())
    is_one = len(told) == 1 and not min(told).endswith("s")
    return (ONLY_ACTING if is_one else ONLY_ACTING_MANY).format(
        figure=figure_words(claims[0]), speakers=speakers_words(claims, reports)
    )


def some_words(phrases: Sequence[str]) -> list[str]:
    """At most four phrases; the last tells how many figures are left out, where any are."""
    if len(phrases) <= _SHOWN:
        return list(phrases)
    left = len(phrases) - _SHOWN + 1
    return [*phrases[: _SHOWN - 1], OTHER_FIGURES.format(number=left)]


def join_words(words: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def range_words(bounds: Bounds) -> str:
    """ "121", "119 to 120", "at least 99", "at most 5" or "an unknown number"."""
    if bounds.low is not None and bounds.low == bounds.high:
        return f"{bounds.low:,}"
    if bounds.low is not None and bounds.high is not None:
        return f"{bounds.low:,} to {bounds.high:,}"
    if bounds.low is not None:
        return f"at least {bounds.low:,}"
    return f"at most {bounds.high:,}" if bounds.high is not None else "an unknown number"


def unnamed_sentence(unnamed: Bounds, total: Bounds) -> str | None:
    """Say how many are not named; None where everybody is."""
    if unnamed.high == 0:
        return None
    if unnamed.low is None and unnamed.high is None:
        return UNKNOWN_NUMBER
    if unnamed.low == 1 and unnamed.high in (1, None):
        template = UNNAMED_ONE if unnamed.high == 1 else UNNAMED_OPEN_ONE
        return template.format(total=range_words(total))
    if unnamed.high is None:
        low = unnamed.low or 0
        return UNNAMED_OPEN.format(unnamed=f"{low:,}") if low else UNNAMED_ALL_OPEN
    return UNNAMED.format(unnamed=capital(range_words(unnamed)), total=range_words(total))


def withheld_sentence(claim: Claim) -> str:
    """What was not disclosed, as a question; who does not say it, where the claim does.

    The words themselves stand with the claim and are not told again.
    """
    about = f"{claim.object or ''} {claim.passage.exact}"
    question = next((q for p, q in _WITHHELD_QUESTIONS if p.search(about)), None)
    if question is None:
        short = claim.object is not None and len(claim.object) <= _LONGEST_OBJECT
        what = lower_article(claim.object or "")
        question = WITHHELD_WHAT.format(what=what) if short else _WITHHELD_ELSE
    return WITHHELD.format(question=question, who=lower_article(claim.by)) if claim.by else question


def destination_words(code: str) -> str:
    """Whom a destination singles out: "those taken to Lithuania"."""
    return THOSE.format(whom=TAKEN_TO.format(place=state_name(code)))


def citizenship_words(code: str) -> str:
    """Whom a citizenship singles out: "citizens (Latvia)"."""
    return CITIZENS.format(state=state_name(code))


def shortened(text: str) -> str:
    """At most 60 characters of a title."""
    return text if len(text) <= _LONGEST_OBJECT else f"{text[: _LONGEST_OBJECT - 1].rstrip()}…"


def number_words(number: int) -> str:
    """A number as sentences write it: "1,197"."""
    return f"{number:,}"


def population_words(population: Population, people: str) -> str:
    """Whom a figure counts: "those freed", "women, those taken to Lithuania".

    Args:
        population: As `population_of` tells it; a value may be `*`, none of those told.
        people: What everybody is called.
    """
    return ", ".join(_singled(attribute, value) for attribute, value in population) or people


def bound_words(population: Population, people: str) -> str:
    """Whom a bound counts: "women", "women, of those arrested"; of those freed it is not said."""
    words = population_words(population, people)
    if not population or people == FREED:
        return words
    return OF_THOSE.format(whom=words, people=people)


def values_words(attribute: str, values: Iterable[str]) -> str:
    """The values of one attribute side by side: "men; women"."""
    return "; ".join(_singled(attribute, value) for value in values)


def _singled(attribute: str, value: str) -> str:
    if (attribute, value) in _KINDS:
        return _KINDS[attribute, value]
    match attribute:
        case "citizenship":
            return citizenship_words(value)
        case "destination":
            return destination_words(value)
        case "place":
            return IN_PLACE.format(place=value)
        case "part":
            return PART
        case "batch":
            return LATER
        case "sex" | "age":
            return value
        case _:
            return KIND.format(words=value)


def capital(text: str) -> str:
    """With a capital first letter; the rest as written."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """With a small first letter, for words that are no names."""
    return text[:1].lower() + text[1:]


def lower_article(name: str) -> str:
    """A name as it stands inside a sentence: "the U.S. Embassy"."""
    return lower_first(name) if name.startswith(("The ", "A ", "An ")) else name
