"""A server of waitress that takes a connection when it is its turn among several."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from waitress.adjustments import Adjustments
from waitress.server import TcpWSGIServer
from waitress.task import ThreadedTaskDispatcher

from habeas.server.turns import Turn

_LOOK_SECONDS = 0.1
"""After which a process that let another take its turn looks again."""


class FairServer(TcpWSGIServer):  # type: ignore[misc]
    """Answers on a socket that other processes answer on too."""

    def __init__(
        self, application: Callable[..., object], settings: Mapping[str, Any], turn: Turn
    ) -> None:
        """Answer on the one socket of the settings, those of `waitress.create_server`."""
        adjustments = Adjustments(**settings)
        # Set here, since as an argument it is cut to whole seconds: of none it never rests.
        adjustments.asyncore_loop_timeout = _LOOK_SECONDS
        threads = ThreadedTaskDispatcher()
        threads.set_thread_count(adjustments.threads)
        (listener,) = adjustments.sockets
        self._turn = turn
        super().__init__(
            application,
            map={},
            _sock=listener,
            dispatcher=threads,
            adj=adjustments,
            bind_socket=False,
            sockinfo=(listener.family, listener.type, listener.proto, listener.getsockname()),
        )

    def readable(self) -> bool:
        """True where a connection that waits is to be taken."""
        return bool(super().readable()) and self._turn.is_mine(len(self.active_channels))
