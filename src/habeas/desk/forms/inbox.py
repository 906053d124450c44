"""Forms by which reports come in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

MOST_CHARACTERS = 2_000_000
"""Characters of a text that is pasted."""


class PasteForm(forms.Form):
    """A text."""

    text = forms.CharField(
        label=_("The report"),
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("As it was published, headline first."),
    )


class AddressForm(forms.Form):
    """A page or a feed."""

    url = forms.URLField(
        label=_("Page or feed"),
        max_length=2_048,
        assume_scheme="https",
        help_text=_("This machine fetches it, from the public internet alone."),
    )


class SeveralFiles(forms.ClearableFileInput):
    """A field for any number of files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, at least one."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> Any:
        """All files, each checked."""
        several = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(each, initial) for each in several or [None]]


class FilesForm(forms.Form):
    """Files."""

    chosen = FilesField(
        label=_("Choose files"),
        help_text=_("Pages, PDFs, e-mails, texts, archives of them. Lists: CSV, XLSX, ODS."),
    )
