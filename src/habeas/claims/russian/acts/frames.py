"""A frame: one word that names an act, and the people it is done to, in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.claims.russian.parse.clauses import Clause
from habeas.claims.russian.parse.parsing import Sentence
from habeas.claims.russian.people.people import People
from habeas.model.claims import Act


class Mode(StrEnum):
    """Where the people of an act stand around the word that names it."""

    OBJECT = "object"
    SUBJECT = "subject"
    DATIVE = "dative"
    NOUN = "noun"
    PARTICIPLE = "participle"
    STATE = "state"
    INHERITED = "inherited"
    THING = "thing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One naming of an act.

    Attributes:
        act: The act; for `INHERITED` one that stands in until the claims before are known.
        mode: Where its people stand.
        trigger: Place of the word that names it.
        clause: Index of its clause in the scene.
        patients: The people it is done to, in order; empty for acts on things.
        thing: First and last place of what is eased or withheld, or None.
        is_shared: True where its people stand in the clause before.
        span: First and last place of the words that tell it; None for its clause.
    """

    act: Act
    mode: Mode
    trigger: int
    clause: int
    patients: tuple[People, ...] = ()
    thing: tuple[int, int] | None = None
    is_shared: bool = False
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A sentence with its clauses and its people.

    Attributes:
        sentence: The sentence.
        clauses: Its clauses, who says so left out.
        people: The people it speaks of, speakers left out, in order.
        of_captives: True where the report tells of captives: who is brought back is then freed.
        of_detention: True where it tells of detention: who goes home is then freed.
        heading: The act that the heading of a list gives its items, or None.
    """

    sentence: Sentence
    clauses: tuple[Clause, ...]
    people: tuple[People, ...]
    of_captives: bool = False
    of_detention: bool = True
    heading: Act | None = None

    def within(self, clause: int) -> list[People]:
        """The people of one clause, in order."""
        return [p for p in self.people if self.clauses[clause].holds(p.head)]
