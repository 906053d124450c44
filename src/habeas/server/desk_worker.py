"""One of several processes of the desk; started by `habeas.server.workers`, not by hand."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from pathlib import Path

from habeas.desk.reader import ALIVE
from habeas.server.desk_serving import answer, desk_application, server_settings
from habeas.server.fair_server import FairServer
from habeas.server.in_turn import in_turn
from habeas.server.serving import stop
from habeas.server.store_settings import StorePlace
from habeas.server.workers import collect_seldom, work_told


def main() -> None:
    """Answer on the socket that was handed over, until told to end or nobody is left to tell."""
    work = work_told()
    home, url, origin, behind = work.told
    assert home is not None
    assert origin is not None
    # The process that reads what comes in, which a page starts, is to end with the desk too.
    os.environ[ALIVE] = str(work.alive)
    with suppress(KeyboardInterrupt, SystemExit), work.listener:
        application = in_turn(
            desk_application(StorePlace(home=Path(home), database_url=url), origin)
        )
        collect_seldom()
        server = FairServer(application, server_settings(work.listener, behind), work.turn)
        # Before it answers nothing needs an orderly end, so that a signal just ends it.
        answer(server, lambda: signal.signal(signal.SIGTERM, stop))


if __name__ == "__main__":
    main()
