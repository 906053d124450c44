"""Where the key is that opens what is sealed: outside the register and its folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def key_place(environment: Mapping[str, str]) -> Path:
    """The file that `HABEAS_KEY` names.

    Without it, it is in the folder where this system keeps a user's settings.
    """
    from platformdirs import user_config_path

    named = environment.get("HABEAS_KEY")
    file = Path(named) if named else user_config_path("habeas", appauthor=False) / "key"
    return file.expanduser().absolute()
