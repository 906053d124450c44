"""Languages made of the interface's own English words, to see what no translation hides.

Each letter of the Arabic one is a letter of the Arabic script, so that it runs from right to
left; each word of the long one is two fifths longer. What a page shows in neither of them
was never translated.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from babel.messages.catalog import Catalog

import messages

ARABIC, LONG = "ar", "de"
"""Codes that Django and CLDR know. Neither is a language that the pages offer."""

LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ابثدعفجحيزكلمنوپقرستطڤشخغظ" * 2,
)
_KEPT = re.compile(r"(%(?:\(\w+\))?[sd]|%%|<[^>]+>)")
_WORD = re.compile(r"[^\W\d_]+")

SERVER = """
import sys
from pathlib import Path
from habeas.server import public_settings
from habeas.server.serving import Address, serve_edition

public_settings.LANGUAGES = [*public_settings.LANGUAGES, ("ar", "عربي"), ("de", "Laaang")]
public_settings.LOCALE_PATHS = [sys.argv[2]]
serve_edition(
    Path(sys.argv[1]), address=Address(port=0), announce=lambda url: print(url, flush=True)
)
"""


def in_arabic(text: str) -> str:
    """The text in Arabic letters.

    >>> in_arabic("Page %(n)s")
    'پاجع %(n)s'
    """
    return _between(text, lambda part: part.translate(LETTERS))


def at_length(text: str) -> str:
    """The text with words two fifths longer.

    >>> at_length("Reports of %(n)s")
    'Repoooorts off %(n)s'
    """
    return _between(text, lambda part: _WORD.sub(lambda word: _stretched(word[0]), part))


def _stretched(word: str) -> str:
    middle = len(word) // 2
    return word[:middle] + word[middle] * -(-len(word) * 2 // 5) + word[middle:]


def _between(text: str, change: Callable[[str], str]) -> str:
    parts = _KEPT.split(text)
    return "".join(part if _KEPT.fullmatch(part) else change(part) for part in parts)


def write_catalogues(folder: Path, *areas: str) -> None:
    """Write the compiled catalogues of both languages as Django looks for them.

    Args:
        folder: Where to; of these tests alone.
        areas: Whose words, e.g. `public`.
    """
    everything = [words for area in areas for words in messages.words_of(area)]
    for language, change in ((ARABIC, in_arabic), (LONG, at_length)):
        made = Catalog(locale=language, fuzzy=False)
        for words in everything:
            forms = [change(words.plural or words.one)] * made.num_plurals
            made.add(
                (words.one, words.plural) if words.plural else words.one,
                (change(words.one), *forms[1:]) if words.plural else change(words.one),
                context=words.context or None,
            )
        path = folder / language / "LC_MESSAGES" / "django.mo"
        path.parent.mkdir(parents=True)
        path.write_bytes(messages.as_mo(made))


@contextmanager
def serving_pseudo(edition: Path, catalogues: Path) -> Iterator[str]:
    """Serve an Edition in these languages too; gives the address without the last slash."""
    command = [sys.executable, "-c", SERVER, str(edition), str(catalogues)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip().rstrip("/")
        finally:
            process.terminate()
