"""Names typed while the keyboard was set to another alphabet."""

from __future__ import annotations

_LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюё"
_KEYS = str.maketrans(
    _LATIN_KEYS + _RUSSIAN_KEYS, _RUSSIAN_KEYS + _LATIN_KEYS.replace(";", " ").replace("'", " ")
)


def typed_on_another_keyboard(text: str) -> str | None:
    """What the same keys give on a Russian keyboard, or on a Latin one; None for no other.

    >>> typed_on_another_keyboard("kjcbr")
    'Лосик'
    """
    typed = text.casefold().translate(_KEYS).strip().title()
    return typed if typed.casefold() != text.casefold() else None
