"""Forms of who may see what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from habeas.model.restrictions import Level
from habeas.model.sealing import PrivateField
from habeas.store.sealing import MOST_LETTERS

LEVELS = {
    Level.PUBLIC: _("Everybody: it goes into editions"),
    Level.REGISTER: _("Whoever signs in at this desk"),
    Level.NAMED: _("Only the people chosen below"),
}
FIELDS = {
    PrivateField.CONTACT: _("Contact"),
    PrivateField.REAL_NAME: _("Real name"),
    PrivateField.WHEREABOUTS: _("Whereabouts"),
    PrivateField.NOTE: _("Note"),
}


def _readers(names: Sequence[str], label: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        required=False,
        choices=[(name, name) for name in names],
        widget=forms.CheckboxSelectMultiple,
    )


class RestrictForm(forms.Form):
    """Who may see a record from now on."""

    level = forms.ChoiceField(
        label=_("Who may see it"),
        choices=[(level.value, label) for level, label in LEVELS.items()],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, names: Sequence[str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["readers"] = _readers(names, _("Named people"))
        self.fields["reason"] = forms.CharField(label=_("Reason"), max_length=500)

    def clean(self) -> dict[str, Any]:
        """Refuse named people without a name."""
        told = super().clean() or {}
        named = told.get("level") == Level.NAMED.value
        if named and not told.get("readers"):
            self.add_error("readers", _t("Choose at least one person."))
        return told

    @property
    def readers(self) -> tuple[str, ...]:
        """The people chosen; nobody where the level needs none."""
        if self.cleaned_data["level"] != Level.NAMED.value:
            return ()
        return tuple(sorted(self.cleaned_data["readers"]))


class SealForm(forms.Form):
    """A private particular, and who may open it."""

    field = forms.ChoiceField(
        label=_("What it is"), choices=[(field.value, label) for field, label in FIELDS.items()]
    )
    words = forms.CharField(
        label=_("Words"), max_length=MOST_LETTERS, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, names: Sequence[str], **more: Any) -> None:
        # It stands beside the form above, whose fields have the same names.
        super().__init__(*args, **{"auto_id": "seal_%s", **more})
        self.fields["readers"] = _readers(names, _("Who may open it"))
        self.fields["reason"] = forms.CharField(label=_("Reason"), max_length=500)

    def clean(self) -> dict[str, Any]:
        """Refuse what nobody may open."""
        told = super().clean() or {}
        if not told.get("readers"):
            self.add_error("readers", _t("Choose at least one person."))
        return told


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = forms.CharField(label=_("Reason"), max_length=500)
