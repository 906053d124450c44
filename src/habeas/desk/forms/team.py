"""Forms of the team page."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from habeas.model.restrictions import Role

ROLES = {
    Role.READER: _("Reader: reads"),
    Role.DOCUMENTER: _("Documenter: adds reports and lists"),
    Role.REVIEWER: _("Reviewer: decides on claims and on who is who"),
    Role.PUBLISHER: _("Publisher: publishes"),
    Role.ADMINISTRATOR: _("Administrator: says who may do what"),
}
"""Each role and what it may do beyond those before it."""


class InviteForm(forms.Form):
    """Whom to invite, as what."""

    note = forms.CharField(
        label=_("Whom"),
        help_text=_("For the team page, for instance: Ana, from the archive."),
        max_length=200,
    )
    role = forms.ChoiceField(
        label=_("Role"), choices=[(role.value, label) for role, label in ROLES.items()]
    )


class RoleForm(forms.Form):
    """What somebody may do from now on; nothing if they may no longer come in."""

    role = forms.ChoiceField(
        label=_("Role"),
        required=False,
        choices=[
            *((role.value, label) for role, label in ROLES.items()),
            ("", _("None: may no longer come in")),
        ],
    )
    reason = forms.CharField(label=_("Reason"), max_length=500)
