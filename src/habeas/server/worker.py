"""One of several processes that answer; started by `habeas.server.workers`, not by hand."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import threading
from contextlib import suppress
from pathlib import Path

from habeas.server.serving import serve_public, stop
from habeas.server.workers import WORK, Work


def main() -> None:
    """Answer on the socket that was handed over, until told to end or nobody is left to tell."""
    listener = socket.socket(fileno=int(sys.argv[1]))
    path, host, checked = json.loads(os.environ.pop(WORK))
    threading.Thread(target=_outlive_nobody, args=(int(sys.argv[2]),), daemon=True).start()
    with suppress(KeyboardInterrupt, SystemExit), listener:
        work = Work(path=Path(path), host=host, checked=checked)
        # Before it answers nothing needs an orderly end, so that a signal just ends it.
        serve_public(work, listener, lambda: signal.signal(signal.SIGTERM, stop))


def _outlive_nobody(alive: int) -> None:
    """End this process when the one that started it is gone: then the pipe ends."""
    os.read(alive, 1)
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
