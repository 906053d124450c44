"""What a server may write down: the place of a fault, never what a visitor or a report said."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path


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
