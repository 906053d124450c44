"""Claims that say the same thing, together: said once, with everyone who says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.model.claims import Stance
from habeas.pledges import pledges_of
from habeas.public.presenters import wording
from habeas.public.presenters.voices import links_after_first, voices_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from habeas.model.claims import Claim
    from habeas.model.pledges import Pledge
    from habeas.public.presenters.claims import ClaimLine, NameLine
    from habeas.public.presenters.voices import Voice, WordsLink


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How some voices stand to a thing: the words of the first, links to all others.

    Attributes:
        stance: In words.
        voices: Never empty.
    """

    stance: str
    voices: tuple[Voice, ...]

    @property
    def first(self) -> Voice:
        """The voice whose words are shown."""
        return self.voices[0]

    @property
    def links(self) -> tuple[WordsLink, ...]:
        """All other words, by this and by other voices."""
        return links_after_first(self.voices)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionLine:
    """The words a promise hangs on and the address of the claim that sets them."""

    words: str
    href: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One thing said, however often.

    Attributes:
        act, figure, object, by, when, charges, term, term_kind: In words; empty where not said.
        href: Address of the first words.
        people: The persons named.
        language: Of object, charges and term; empty where it is not known.
        conditions: Each wording once.
        standings: One for each stance, in the order first taken.
    """

    act: str
    figure: str
    object: str
    by: str
    when: str
    href: str
    charges: tuple[str, ...]
    term: str
    term_kind: str
    language: str
    people: tuple[NameLine, ...]
    conditions: tuple[ConditionLine, ...]
    standings: tuple[Standing, ...]


def same_thing(line: ClaimLine) -> Hashable:
    """Equal for claims that count, name and date the same act alike."""
    names = tuple(person.name for person in line.people)
    # Words that count and name nobody say the same only where they are the same.
    own = () if line.figure or names else (line.quote.casefold(),)
    said = (line.act, line.figure, line.object, line.by, line.when, line.charges, line.term)
    return (*said, names, own)


def same_act(line: ClaimLine) -> Hashable:
    """Equal for claims of the same act, charges and term, whoever else they count or name."""
    return (line.act, line.charges, line.term)


def sayings_of(
    lines: Iterable[ClaimLine], same: Callable[[ClaimLine], Hashable] = same_thing
) -> tuple[Saying, ...]:
    """Put together the claims that say the same, in the order first said."""
    together: dict[Hashable, list[ClaimLine]] = {}
    for line in lines:
        together.setdefault(same(line), []).append(line)
    return tuple(_saying(lines) for lines in together.values())


def pledge_sayings(claims: Sequence[Claim], lines: Mapping[str, ClaimLine]) -> tuple[Saying, ...]:
    """Pledges, what is promised before what is only said to be done.

    Args:
        claims: In order of report and passage.
        lines: The same claims as lines, by id.
    """
    pledges = sorted(pledges_of(claims), key=lambda pledge: Stance.PROMISED not in pledge.stances)
    return tuple(_pledge(pledge, [lines[c] for c in pledge.claims]) for pledge in pledges)


def _pledge(pledge: Pledge, lines: Sequence[ClaimLine]) -> Saying:
    promised = str(wording.STANCES[Stance.PROMISED])
    ordered = sorted(lines, key=lambda line: line.stance != promised)
    by = wording.state(pledge.state) if pledge.state else wording.short(pledge.promisor or "")
    return _saying(ordered, by=by, about=wording.short(pledge.object or ""))


def _saying(lines: Sequence[ClaimLine], *, by: str = "", about: str = "") -> Saying:
    first = lines[0]
    stances: dict[str, list[ClaimLine]] = {}
    for line in lines:
        stances.setdefault(line.stance, []).append(line)
    return Saying(
        act=first.act,
        figure=first.figure,
        object=about or first.object,
        by=by or first.by,
        when=first.when,
        href=first.words_href,
        charges=first.charges,
        term=first.term,
        term_kind=first.term_kind,
        language=first.source.language,
        people=first.people,
        conditions=_conditions(lines),
        standings=tuple(
            Standing(stance=stance, voices=voices_of(same)) for stance, same in stances.items()
        ),
    )


def _conditions(lines: Iterable[ClaimLine]) -> tuple[ConditionLine, ...]:
    found: dict[str, ConditionLine] = {}
    for line in lines:
        if line.condition:
            found.setdefault(
                line.condition.casefold(),
                ConditionLine(
                    words=line.condition, href=line.words_href, language=line.source.language
                ),
            )
    return tuple(found.values())
