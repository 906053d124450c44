"""The form behind a one-time link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from habeas.desk.models import Invitation

_NAME = User._meta.get_field("username")


class JoinForm(forms.Form):
    """A name, unless the account has one, and a password, twice."""

    username = forms.CharField(
        label=_("Your name here"),
        help_text=_(
            "You sign in by it, and it stands beside what you decide. Letters, digits and @ . + - _"
        ),
        max_length=150,
        validators=_NAME.validators,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )
    password = forms.CharField(
        label=_("Password"),
        help_text=_("At least 12 characters."),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Password, again"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, data: Any, *, invitation: Invitation) -> None:
        super().__init__(data)
        self.invitation = invitation
        if invitation.renews is not None:
            del self.fields["username"]

    @property
    def name(self) -> str:
        """The name to sign in by."""
        if self.invitation.renews is not None:
            return self.invitation.renews.username
        return str(self.cleaned_data["username"])

    def clean(self) -> dict[str, Any]:
        """Both passwords are the same, and not one that is easily guessed."""
        cleaned: dict[str, Any] = super().clean() or {}
        password = cleaned.get("password")
        if not password:
            return cleaned
        if password != cleaned.get("again"):
            self.add_error("again", _("The two are not the same."))
        name = cleaned.get("username", "")
        try:
            validate_password(password, self.invitation.renews or User(username=name))
        except ValidationError as error:
            self.add_error("password", error)
        return cleaned
