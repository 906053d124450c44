"""What can go wrong when an Edition goes out as files, or comes back from them."""

from __future__ import annotations

from habeas.model.problems import HabeasError


class InvalidExport(HabeasError):
    """A file that habeas did not export, or that was damaged or edited beyond reading."""


class ExportNotWritten(HabeasError):
    """Nothing was written; what stood at the path before still stands there."""
