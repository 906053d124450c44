"""What a server may write down: the place of a fault, never what a visitor or a report said."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path
from typing import Any


class FaultFormatter(logging.Formatter):
    """Writes level, kind of error and place in the code; drops messages and arguments.

    Messages of Django and waitress quote addresses asked for, and the texts of
    exceptions may quote a report or name a person.
    """

    def format(self, record: logging.LogRecord) -> str:
        error = record.exc_info[1] if record.exc_info else None
        if error is None:
            return f"{record.levelname} {record.name}"
        frames = traceback.extract_tb(error.__traceback__)
        places = " < ".join(f"{Path(each.filename).name}:{each.lineno}" for each in frames[::-1])
        return f"{record.levelname} {record.name} {type(error).__name__} {places}"


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"faults": {"()": "habeas.server.logs.FaultFormatter"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "faults"},
        "none": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["stderr"], "level": "ERROR"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        # Both quote what the visitor sent.
        "django.security": {"handlers": ["none"], "propagate": False},
        "waitress": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
    },
}
"""For Django's setting of that name; no server writes anything else."""
