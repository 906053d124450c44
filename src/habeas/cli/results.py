"""Where a result goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import io
import os
import secrets
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from habeas.cli.exits import Exit, Stop

if TYPE_CHECKING:
    from rich.text import Text

    from habeas.cli.ledger import Page


def write_result(data: bytes, output: Path | None) -> None:
    """Write to a file that only its owner can read, in place of an older one; or to stdout.

    Raises:
        Stop: The file cannot be written; what stood there before still does.
    """
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    part = output.with_name(f".{output.name}.{secrets.token_hex(4)}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
        part.replace(output)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Stop(
            Exit.REFUSED,
            what=f"the file could not be written ({error.strerror})",
            where=str(output),
            remedy="choose a folder that exists, can be written and has room",
        ) from error


def text_of(lines: Callable[[Page], Iterable[Text]]) -> bytes:
    """What a terminal would show, as plain text in UTF-8."""
    from habeas.cli.console import console_on
    from habeas.cli.ledger import page_on, print_lines

    stream = io.StringIO()
    page = page_on(console_on(stream))
    print_lines(page, lines(page))
    return stream.getvalue().encode("utf-8", "backslashreplace")
