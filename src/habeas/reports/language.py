"""The language of a text, told offline."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any

UNDETERMINED = "und"
"""ISO 639-2 code of a text whose language cannot be told."""

_SAMPLE = 20_000
_LETTERS_NEEDED = 40
_CONFIDENCE_NEEDED = 0.5

_TEMPLATES = "en"

_CYRILLIC = frozenset(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"))
_CYRILLIC_OR_LATIN = frozenset(("be", "kk", "mn", "sr"))
_THIRD_SCRIPT_CODES = "am ar bn el fa gu he hi hy ja ka kn ko ml my ne pa ps ta te th ur zh"
_THIRD_SCRIPT = frozenset(_THIRD_SCRIPT_CODES.split())


def tell_language(text: str, *, declared: str | None = None) -> str:
    """ISO 639-1 code of the language, or `und`.

    What a page declares is taken unless its letters contradict it, or it is the
    `en` that templates come with and the text says otherwise. Where nothing is
    declared the first 20,000 characters decide, by py3langid.

    Args:
        text: The whole text or a good part of it.
        declared: A language tag such as `ru` or `pt-BR`, or None.

    Returns:
        `und` for fewer than 40 letters, or where the guess is a weak one.
    """
    sample = text[:_SAMPLE]
    letters = sum(sign.isalpha() for sign in sample)
    code = _code(declared)
    if letters < _LETTERS_NEEDED:
        return code or UNDETERMINED
    fits = code is not None and _script_fits(code, sample, letters)
    if code is not None and fits and code != _TEMPLATES:
        return code
    language, confidence = _identifier().classify(sample)
    if confidence >= _CONFIDENCE_NEEDED:
        return str(language)
    return code if code is not None and fits else UNDETERMINED


def _code(tag: str | None) -> str | None:
    """The two letters of a language tag, or None."""
    primary = (tag or "").strip().replace("_", "-").split("-")[0].lower()
    return primary if len(primary) == 2 and primary.isascii() and primary.isalpha() else None


def _script_fits(code: str, sample: str, letters: int) -> bool:
    # An average letter outside ASCII costs a look-up; 2,000 are enough to tell a script.
    some = [sign for sign in sample[:2_000] if sign.isalpha()]
    cyrillic = sum("CYRILLIC" in unicodedata.name(sign, "") for sign in some)
    latin = sum("LATIN" in unicodedata.name(sign, "") for sign in some)
    if 2 * cyrillic > len(some):
        return code in _CYRILLIC
    if 2 * latin > len(some):
        return code in _CYRILLIC_OR_LATIN or code not in _CYRILLIC | _THIRD_SCRIPT
    return letters == 0 or code in _THIRD_SCRIPT


@cache
def _identifier() -> Any:
    # Its model takes most of a second to load, so it waits for the first text.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
