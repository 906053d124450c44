"""What the processes of a desk remember together for a while: attempts to sign in, used codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.filebased import FileBasedCache

_LOCK = "lock"


class SharedAttempts(FileBasedCache):
    """Files in a folder of the register, for its owner alone; of two who add, one succeeds.

    A code counts as used by whoever added it first, so adding must not be looking and then
    writing, as it is in the class below.
    """

    def __init__(self, folder: str, params: dict[str, Any]) -> None:
        """Remember in a folder, which is made where it is needed."""
        super().__init__(folder, params)
        self._folder = Path(folder)

    def add(
        self,
        key: Any,
        value: Any,
        timeout: Any = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> bool:
        """Remember something unless it is remembered already; True where it was not."""
        with self._locked():
            return bool(super().add(key, value, timeout, version))

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold a lock against threads and processes: each opens the file anew."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        number = os.open(self._folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(number, msvcrt.LK_LOCK, 1)
            else:
                import fcntl

                fcntl.flock(number, fcntl.LOCK_EX)
            yield
        finally:
            os.close(number)
