"""Forms of publishing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

NEEDED = (
    (0, _("Nobody else: whoever may publish does")),
    (1, _("One other person who may publish")),
)


class ProposeForm(forms.Form):
    """What goes out, under which name, for which day."""

    title = forms.CharField(label=_("Name of the register"), max_length=200)
    as_of = forms.DateField(
        label=_("As of"),
        help_text=_("The day that it answers for."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reason = forms.CharField(label=_("What is new in it"), max_length=500, required=False)


class MomentForm(forms.Form):
    """A moment in the past."""

    at = forms.DateTimeField(
        label=_("What was out at"),
        help_text=_("By the clock of UTC."),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"],
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **{"auto_id": "then_%s", **more})


class RuleForm(forms.Form):
    """How many others must approve an Edition."""

    approvals = forms.TypedChoiceField(
        label=_("Who must approve an edition"), choices=NEEDED, coerce=int, widget=forms.RadioSelect
    )
    reason = forms.CharField(label=_("Reason"), max_length=500)

    def __init__(self, *args: Any, **more: Any) -> None:
        # It stands beside the other form, which has a field of the same name.
        super().__init__(*args, **{"auto_id": "rule_%s", **more})
