"""What a table or a line tells of a person beside their names: derived, never decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.events import custody_on
from habeas.model.claims import FREEING, Act, Claim
from habeas.model.events import Custody
from habeas.people.gathering import gather_particulars

if TYPE_CHECKING:
    from habeas.model.people import Person
    from habeas.people.evidence import Particulars
    from habeas.register.exports.outgoing import Outgoing

_STATUS = {
    Act.ARREST: "arrested",
    Act.REARREST: "rearrested",
    Act.CHARGE: "charged",
    Act.SENTENCE: "sentenced",
    Act.HOLD: "held",
    Act.TRANSFER: "transferred",
    Act.DIE: "died",
    Act.DISAPPEAR: "disappeared",
    Act.RELEASE: "released",
    Act.PARDON: "pardoned",
    Act.CONDITIONAL_RELEASE: "conditionally released",
    Act.EXILE: "exiled",
    Act.EXCHANGE: "exchanged",
}
"""Words of a status by which lists are read (`list_words.tsv` of the claims)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One person, and what the claims of the Edition that name them come to.

    Attributes:
        person: Who.
        custody: On the day the Edition answers for, by all accounts.
        particulars: What claims tell of them.
        claims: Those that name them, in order of id.
    """

    person: Person
    custody: Custody
    particulars: Particulars
    claims: tuple[Claim, ...]

    @property
    def act(self) -> Act | None:
        """What a list would say of them; None where accounts differ or nothing is told."""
        acts = {one.act for one in self.particulars.undergone}
        if len(acts) == 1 and self.custody is not Custody.DISPUTED:
            return acts.pop()
        if self.custody is Custody.HELD:
            return Act.HOLD
        ways = acts & FREEING
        if self.custody is not Custody.FREE or not ways:
            return None
        return ways.pop() if len(ways) == 1 else Act.RELEASE

    @property
    def status(self) -> str | None:
        """`act` in a word of lists."""
        return _STATUS[self.act] if self.act is not None else None

    @property
    def citizenship(self) -> tuple[str, ...]:
        """States said of them, sorted; of claims of several people only those beside a name."""
        alone = (claim for claim in self.claims if len(claim.names) == 1 and claim.count is None)
        told = {state for claim in alone for state in claim.nationalities}
        return tuple(sorted(told.union(self.particulars.nationalities)))

    def days(self, *acts: Act) -> tuple[str, ...]:
        """Every day told of some acts, in EDTF, as exact as it was told, sorted."""
        return tuple(
            sorted(
                {
                    one.when.text
                    for one in self.particulars.undergone
                    if one.act in acts and one.when is not None
                }
            )
        )

    def terms(self) -> tuple[str, ...]:
        """Sentences in the words of the claims, sorted."""
        found = {c.term.words for c in self.claims if c.act is Act.SENTENCE and c.term is not None}
        return tuple(sorted(found))


def tell(going: Outgoing) -> Iterator[Told]:
    """What is told of each person who goes out, in the Edition's order."""
    for people in going.batches_of_people():
        yield from tell_some(going, people)


def tell_some(going: Outgoing, people: Iterable[Person]) -> Iterator[Told]:
    """What is told of some persons; all claims that name them count, those too that stay."""
    people = tuple(people)
    claims = going.claims_by_id(key.claim for person in people for key in person.mentions)
    wanted = {claim.report for claim in claims.values()}
    heads = [going.heads[id_] for id_ in wanted if id_ in going.heads]
    custody = custody_on(going.summary.as_of, claims.values(), people, reports=heads)
    particulars = gather_particulars(people, claims.values(), heads)
    for person in people:
        ids = sorted({key.claim for key in person.mentions})
        yield Told(
            person=person,
            custody=custody[person.id],
            particulars=particulars[person.id],
            claims=tuple(claims[id_] for id_ in ids if id_ in claims),
        )
