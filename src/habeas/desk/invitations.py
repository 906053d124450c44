"""One-time links: the first administrator, people invited, and those who lost their passkey."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from habeas.desk.models import Invitation
from habeas.model.restrictions import Role
from habeas.model.team import RoleDecision
from habeas.store.problems import RecordRefused, database_errors_told
from habeas.store.roles import decide_role, role_of, roles

FIRST_HOLDS = timedelta(hours=1)
"""How long the link of the first administrator holds; starting the desk anew makes another."""

HOLDS = timedelta(days=3)
"""How long every other link holds."""


def first_link(*, by: str) -> str | None:
    """A new one-time link that makes the first administrator; older ones end.

    Args:
        by: Who started the desk.

    Returns:
        Its path; None where there is an administrator.
    """
    with database_errors_told(), transaction.atomic():
        if _has_administrator():
            return None
        now = datetime.now(UTC)
        _open(now).filter(first=True).update(withdrawn_at=now)
        return _made(
            Invitation(
                role=Role.ADMINISTRATOR,
                first=True,
                note="",
                made_by=by,
                made_at=now,
                expires_at=now + FIRST_HOLDS,
            )
        )


def invite(role: Role, *, note: str, by: str) -> str:
    """A new one-time link that lets somebody join.

    Args:
        role: What they may do from then on.
        note: Whom it is for.
        by: Who invites them.

    Returns:
        Its path.
    """
    now = datetime.now(UTC)
    with database_errors_told():
        return _made(
            Invitation(role=role, note=note, made_by=by, made_at=now, expires_at=now + HOLDS)
        )


def renew(user: User, *, note: str, by: str) -> str:
    """A new one-time link by which somebody sets their password and passkeys anew.

    Until it is used everything of theirs stays as it is.

    Returns:
        Its path.
    """
    now = datetime.now(UTC)
    with database_errors_told():
        return _made(
            Invitation(
                role="", renews=user, note=note, made_by=by, made_at=now, expires_at=now + HOLDS
            )
        )


def renewal_link(name: str, *, by: str) -> str:
    """A new one-time link for whoever lost every way in.

    Args:
        name: The name that they sign in by.
        by: Who has the files of the register, and started the desk.

    Returns:
        Its path.

    Raises:
        StoreError: Nobody of that name may come in.
    """
    with database_errors_told():
        user = User.objects.filter(username=name).first()
        if user is None or role_of(name) is None:
            raise RecordRefused(
                what="nobody of that name may come in", remedy="give the name they sign in by"
            )
        return renew(user, note=name, by=by)


def open_invitations() -> tuple[Invitation, ...]:
    """Those that were neither used nor withdrawn and still hold, newest first."""
    with database_errors_told():
        return tuple(_open(datetime.now(UTC)).filter(first=False).order_by("-made_at"))


def invitation_of(secret: str) -> Invitation | None:
    """The invitation of a link, if it still holds."""
    with database_errors_told():
        found = _open(datetime.now(UTC)).filter(digest=_digest(secret)).first()
        if found is not None and found.first and _has_administrator():
            return None
        return found


def withdraw(number: int) -> bool:
    """End an invitation; False where it was used, or has ended already."""
    now = datetime.now(UTC)
    with database_errors_told():
        return _open(now).filter(pk=number).update(withdrawn_at=now) == 1


def restore(number: int) -> bool:
    """Let a link work again that was withdrawn; False where it was used or is too old."""
    with database_errors_told():
        rows = Invitation.objects.filter(
            pk=number,
            first=False,
            used_at__isnull=True,
            withdrawn_at__isnull=False,
            expires_at__gt=datetime.now(UTC),
        )
        return rows.update(withdrawn_at=None) == 1


def accept(secret: str, name: str, password: str) -> User:
    """Use a link, once: make the account, or set its password anew.

    Args:
        secret: Of the link.
        name: The name to sign in by; of a renewal, that of the account.
        password: Checked already.

    Raises:
        StoreError: It was used, withdrawn or has expired, the name is taken, or the
            database refused. Nothing changed.
    """
    with database_errors_told(), transaction.atomic():
        now = datetime.now(UTC)
        invitation = invitation_of(secret)
        used = _open(now).filter(digest=_digest(secret)).update(used_at=now, used_by=name)
        if invitation is None or not used:
            raise RecordRefused(
                what="the link was used or has expired", remedy="ask for another one"
            )
        if invitation.renews is not None:
            return _renewed(invitation, invitation.renews, password)
        if User.objects.filter(username__iexact=name).exists() or name in roles():
            raise RecordRefused(what="the name is taken", remedy="choose another one")
        user = User.objects.create_user(name, password=password)
        decide_role(
            RoleDecision(
                name=name,
                role=Role(invitation.role),
                reason=invitation.note,
                by=invitation.made_by,
                at=now,
            )
        )
        return user


def _renewed(invitation: Invitation, user: User, password: str) -> User:
    role = role_of(user.username)
    if role is None:
        raise RecordRefused(what="they may no longer come in", remedy="give them a role first")
    # On record, since whoever made the link could have used it too.
    decide_role(
        RoleDecision(
            name=user.username,
            role=role,
            reason="access set anew by a one-time link",
            by=invitation.made_by,
            at=datetime.now(UTC),
        )
    )
    Authenticator.objects.filter(user=user).delete()
    user.set_password(password)
    user.save(update_fields=["password"])
    return user


def _made(invitation: Invitation) -> str:
    secret = secrets.token_urlsafe(32)
    invitation.digest = _digest(secret)
    invitation.save(force_insert=True)
    return reverse("join", args=[secret])


def _open(now: datetime) -> QuerySet[Invitation]:
    return Invitation.objects.filter(
        used_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=now
    ).select_related("renews")


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _has_administrator() -> bool:
    return Role.ADMINISTRATOR in roles().values()
