"""Save and load who may do what at the desk; nothing is taken out."""

from __future__ import annotations

from habeas.model.audit import Change
from habeas.model.restrictions import Role
from habeas.model.team import RoleDecision
from habeas.store import models
from habeas.store.audit import one_change
from habeas.store.problems import RecordRefused, database_errors_told
from habeas.store.refusing import refuse_faults, refuse_naive


def decide_role(decision: RoleDecision) -> None:
    """Keep a decision on what somebody may do.

    Raises:
        StoreError: Nobody would be left who may decide on this, or the database refused.
            Nothing was kept.
    """
    refuse_faults(decision)
    refuse_naive(decision.at)
    if not decision.name.strip():
        raise RecordRefused(what="nobody was named", remedy="give the name they sign in by")
    with one_change() as chain:
        after = _roles() | {decision.name: decision.role}
        if Role.ADMINISTRATOR not in after.values():
            raise RecordRefused(
                what="nobody would be left who may say who may do what",
                remedy="make somebody else an administrator first",
            )
        row = models.RoleDecision.objects.create(
            name=decision.name,
            role=decision.role,
            reason=decision.reason,
            by=decision.by,
            at=decision.at,
        )
        chain.add(Change.ROLE, row)


def role_of(name: str) -> Role | None:
    """What somebody may do now; None where nobody said so, or it was taken away."""
    with database_errors_told():
        rows = models.RoleDecision.objects.filter(name=name).order_by("-pk")
        role = rows.values_list("role", flat=True).first()
    return None if role is None else Role(role)


def roles() -> dict[str, Role | None]:
    """What everybody may do now, by name; None of whoever may no longer come in."""
    with database_errors_told():
        return _roles()


def role_decisions() -> tuple[RoleDecision, ...]:
    """Every decision, in the order in which they were made."""
    with database_errors_told():
        return tuple(
            RoleDecision(
                name=row.name,
                role=None if row.role is None else Role(row.role),
                reason=row.reason,
                by=row.by,
                at=row.at,
            )
            for row in models.RoleDecision.objects.order_by("pk")
        )


def _roles() -> dict[str, Role | None]:
    rows = models.RoleDecision.objects.order_by("pk").values_list("name", "role")
    return {name: None if role is None else Role(role) for name, role in rows}
