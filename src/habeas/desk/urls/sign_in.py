"""Addresses of signing in: those of allauth that are needed here, and no other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkey
from django.urls import path

from habeas.desk.routes import Discloses, SignIn, route
from habeas.desk.views import sign_in


def _open(view: Callable[..., Any]) -> Callable[..., Any]:
    return route(None, Discloses.NOTHING, SignIn.NOT)(view)


def _own(view: Callable[..., Any]) -> Callable[..., Any]:
    """A page about the own account of whoever signed in."""
    return route(None, Discloses.NOTHING, SignIn.BEGUN)(view)


urlpatterns = [
    path("", sign_in.home, name="home"),
    path("join/<opaque:secret>/", sign_in.join, name="join"),
    path("sign-in/protect/", sign_in.protect, name="protect"),
    path("sign-in/", _open(account.login), name="account_login"),
    path("sign-in/code/", _open(factor.authenticate), name="mfa_authenticate"),
    path("sign-in/passkey/", _open(passkey.login_webauthn), name="mfa_login_webauthn"),
    path("sign-in/closed/", _open(account.account_inactive), name="account_inactive"),
    path("sign-out/", _open(account.logout), name="account_logout"),
    path("own/", _own(factor.index), name="mfa_index"),
    path("own/password/", _own(account.password_change), name="account_change_password"),
    path("own/again/", _own(account.reauthenticate), name="account_reauthenticate"),
    path("own/again/code/", _own(factor.reauthenticate), name="mfa_reauthenticate"),
    path(
        "own/again/passkey/",
        _own(passkey.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("own/app/", _own(totp.activate_totp), name="mfa_activate_totp"),
    path("own/app/remove/", _own(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("own/codes/", _own(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("own/codes/new/", _own(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path(
        "own/codes/file/",
        _own(codes.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path("own/passkeys/", _own(passkey.list_webauthn), name="mfa_list_webauthn"),
    path("own/passkeys/add/", _own(passkey.add_webauthn), name="mfa_add_webauthn"),
    path(
        "own/passkeys/<int:pk>/remove/", _own(passkey.remove_webauthn), name="mfa_remove_webauthn"
    ),
    path("own/passkeys/<int:pk>/name/", _own(passkey.edit_webauthn), name="mfa_edit_webauthn"),
]
