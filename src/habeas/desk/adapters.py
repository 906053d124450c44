"""How allauth signs people in here: by invitation, without e-mail, secrets locked by a key."""

from __future__ import annotations

import base64
from hashlib import sha256
from typing import TYPE_CHECKING

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.utils import is_mfa_enabled
from cryptography.fernet import Fernet
from django.conf import settings

if TYPE_CHECKING:
    from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Nobody registers by themselves, and no e-mail is sent."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: an administrator invites."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: object) -> None:
        """Send nothing."""

    def is_reauthentication_required(self, *, app: str) -> bool:
        """A first second factor may be added right after the password."""
        if app == "allauth.mfa" and not is_mfa_enabled(context.request.user):
            return False
        return bool(super().is_reauthentication_required(app=app))


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """Keeps what one-time codes are made from locked by the key of the desk."""

    def encrypt(self, text: str) -> str:
        """Locked; the database alone cannot make codes."""
        return _lock().encrypt(text.encode()).decode("ascii")

    def decrypt(self, encrypted_text: str) -> str:
        """Unlocked."""
        return _lock().decrypt(encrypted_text.encode("ascii")).decode()


def _lock() -> Fernet:
    key = sha256(b"habeas one-time codes\x00" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
