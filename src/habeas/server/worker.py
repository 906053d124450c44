"""One of several processes that answer; started by `habeas.server.workers`, not by hand."""

from __future__ import annotations

import signal
from contextlib import suppress
from pathlib import Path

from habeas.server.serving import Shown, serve_public, stop
from habeas.server.workers import work_told


def main() -> None:
    """Answer on the socket that was handed over, until told to end or nobody is left to tell."""
    work = work_told()
    path, host, checked = work.told
    assert path is not None
    assert host is not None
    assert checked is not None
    with suppress(KeyboardInterrupt, SystemExit), work.listener:
        shown = Shown(path=Path(path), host=host, checked=checked)
        # Before it answers nothing needs an orderly end, so that a signal just ends it.
        serve_public(shown, work.listener, lambda: signal.signal(signal.SIGTERM, stop))


if __name__ == "__main__":
    main()
