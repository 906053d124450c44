"""What was promised or expected in return, on which condition, by whose account."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.model.claims import Act, Condition, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """One promise or its delivery, as a chain of claims.

    Attributes:
        id: Stable for the same promisor, act and object.
        promisor: Who would act, as first written; None where no claim says.
        state: The promisor as ISO 3166-1 alpha-2, or None where it is no known state.
        act: What is promised.
        object: What it is about, in the longest wording; None where no claim says.
        condition: What it hangs on, as first said; None where no claim sets one.
        stance: PROMISED where some claim promises, else the stance of the first claim.
        stances: Every stance the claims take, sorted; they stay side by side.
        claims: Ids, in order of report and passage.
        speakers: Outermost speakers' names as written, in order; a report that
            speaks for itself adds none.
    """

    id: str
    promisor: str | None
    state: str | None
    act: Act
    object: str | None
    condition: Condition | None
    stance: Stance
    stances: tuple[Stance, ...]
    claims: tuple[str, ...]
    speakers: tuple[str, ...]
