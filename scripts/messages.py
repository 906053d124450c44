"""Bring the message catalogues up to date with the words of the interface, and compile them.

    python scripts/messages.py [LANGUAGE]

Words are found in `gettext` calls of the code and in `translate` tags of the templates. A
catalogue loses what nobody says any more, keeps what is translated, takes from the other
catalogues of its language what they translate already, and leaves the rest empty. Nothing
is guessed from similar words. A language that has no catalogue yet is begun by naming it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.template.base import Lexer, Token, TokenType
from django.utils.text import smart_split

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "habeas"
AREAS = ("public", "desk")
LANGUAGES = tuple(sorted(path.name for path in (SOURCE / "public" / "locale").iterdir()))
"""Languages that have a catalogue."""

KEYWORDS: Mapping[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}

HEAD = """# The words of habeas in one language; docs/translating.md says how they are kept.
msgid ""
msgstr ""
"Project-Id-Version: habeas\\n"
"Language: {language}\\n"
"Plural-Forms: {forms}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
NO_DAY = datetime(1970, 1, 1, tzinfo=UTC)
"""A compiled catalogue must be the same whenever it is compiled."""

_OPENING = re.compile(r"block(?:translate|trans)\b")
_MARKED_INSIDE = re.compile(r"_\((\"[^\"]*\"|'[^']*')\)")


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Words:
    """What a catalogue translates.

    Attributes:
        context: Tells apart what is written alike; empty for most.
        plural: Empty where there is none.
        where: File, from the root of the repository, with `/`.
    """

    one: str
    context: str
    plural: str
    where: str

    @property
    def key(self) -> tuple[str, str, str]:
        """Equal for the same words in several places."""
        return self.context, self.one, self.plural


def words_of(area: str) -> Iterator[Words]:
    """All words of an area, in the order of its files; the same words may come again."""
    folder = SOURCE / area
    for path in sorted(folder.rglob("*.py")):
        yield from words_in_code(path)
    for path in sorted([*folder.rglob("*.html"), *folder.rglob("*.txt")]):
        if "templates" in path.parts:
            where = path.relative_to(ROOT).as_posix()
            yield from words_in_template(path.read_text(encoding="utf-8"), where)


def words_in_code(path: Path) -> Iterator[Words]:
    """Words in the `gettext` calls of a Python file."""
    where = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
    for _line, said, _comments, context in extract_from_file("python", path, keywords=KEYWORDS):
        one, plural = said if isinstance(said, tuple) else (said, "")
        yield Words(one=one, context=context or "", plural=plural, where=where)


def words_in_template(source: str, where: str) -> Iterator[Words]:
    """Words in the tags of a template, as Django asks for them when it renders it."""
    tokens = iter(Lexer(source).tokenize())
    for token in tokens:
        if token.token_type not in (TokenType.BLOCK, TokenType.VAR):
            continue
        for found in _MARKED_INSIDE.finditer(token.contents):
            yield Words(one=found[1][1:-1], context="", plural="", where=where)
        bits = list(smart_split(token.contents))
        if token.token_type is TokenType.BLOCK and bits[0] in ("translate", "trans"):
            if bits[1][0] in "\"'":
                yield Words(one=bits[1][1:-1], context=_context(bits), plural="", where=where)
        elif token.token_type is TokenType.BLOCK and _OPENING.match(bits[0]):
            one, plural = _block(tokens, is_trimmed="trimmed" in bits)
            yield Words(one=one, context=_context(bits), plural=plural, where=where)


def _context(bits: list[str]) -> str:
    return bits[bits.index("context") + 1][1:-1] if "context" in bits else ""


def _block(tokens: Iterator[Token], *, is_trimmed: bool) -> tuple[str, str]:
    parts = [""]
    for token in tokens:
        if token.token_type is TokenType.TEXT:
            parts[-1] += token.contents.replace("%", "%%")
        elif token.token_type is TokenType.VAR:
            parts[-1] += f"%({token.contents})s"
        elif token.token_type is TokenType.BLOCK and token.contents.strip() == "plural":
            parts.append("")
        elif token.token_type is TokenType.BLOCK:
            break
    if is_trimmed:
        parts = [" ".join(line.strip() for line in part.split("\n")).strip() for part in parts]
    return parts[0], parts[1] if len(parts) > 1 else ""


def catalogue_path(area: str, language: str) -> Path:
    """Where the translations of an area are kept."""
    return SOURCE / area / "locale" / language / "LC_MESSAGES" / "django.po"


def read_catalogue(path: Path, language: str) -> Catalog:
    """A catalogue as it stands; empty where there is none."""
    if not path.exists():
        return Catalog(locale=language, project="habeas", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def updated(area: str, language: str) -> Catalog:
    """The catalogue with the words of today: translated as before, as elsewhere, or not yet."""
    others = [read_catalogue(catalogue_path(each, language), language) for each in AREAS]
    old = read_catalogue(catalogue_path(area, language), language)
    known = {
        (message.context or "", *_forms(message.id)): message.string
        for catalogue in (*others, old)
        for message in catalogue
        if message.id and not message.fuzzy and all(_strings(message.string))
    }
    new = Catalog(
        locale=language,
        project="habeas",
        fuzzy=False,
    )
    for words in words_of(area):
        new.add(
            (words.one, words.plural) if words.plural else words.one,
            known.get(words.key) or None,
            locations=[(words.where, 1)],
            context=words.context or None,
        )
    return new


def _forms(id_: str | tuple[str, ...] | list[str]) -> tuple[str, str]:
    return (id_, "") if isinstance(id_, str) else (id_[0], id_[1])


def _strings(string: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, list | tuple) else (string or "",)


def as_po(catalogue: Catalog) -> bytes:
    """A catalogue as text: one line for each form, so that a change shows as what it is."""
    made = BytesIO()
    write_po(made, catalogue, width=0, include_lineno=False, sort_by_file=True, omit_header=True)
    head = HEAD.format(language=catalogue.locale_identifier, forms=catalogue.plural_forms)
    return head.encode() + made.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """A catalogue as Django reads it; the same bytes for the same words."""
    catalogue.creation_date = catalogue.revision_date = NO_DAY
    made = BytesIO()
    write_mo(made, catalogue)
    return made.getvalue()


def missing(catalogue: Catalog) -> int:
    """How many messages have no translation."""
    return sum(bool(m.id) and not all(_strings(m.string)) for m in catalogue)


def main(arguments: list[str]) -> None:
    """Update and compile every catalogue; begin those of a language that is named."""
    for area in AREAS:
        if not (SOURCE / area / "templates").is_dir():
            continue
        for language in sorted({*LANGUAGES, *arguments}):
            path = catalogue_path(area, language)
            path.parent.mkdir(parents=True, exist_ok=True)
            catalogue = updated(area, language)
            path.write_bytes(as_po(catalogue))
            path.with_suffix(".mo").write_bytes(as_mo(read_catalogue(path, language)))
            left = missing(catalogue)
            told = f"{left} of {len(catalogue)} to be translated" if left else "all is translated"
            sys.stdout.write(f"{area} {language}: {told}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
