"""The words of the interface: all marked for translation, all translated, all compiled."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from django.template.base import Lexer, Token, TokenType

import messages
from messages import AREAS, LANGUAGES, SOURCE

TRANSLATED = [area for area in AREAS if (SOURCE / area / "templates").is_dir()]
CATALOGUES = [(area, language) for area in TRANSLATED for language in LANGUAGES]
# The elements of allauth are tags put together from parts, and hold no words.
TEMPLATES = [
    path
    for path in sorted(SOURCE.glob("*/templates/**/*.html"))
    if "allauth/elements" not in path.as_posix()
]

FORMS = {"ru": 3, "be": 3, "es": 2}
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd]|%%|\{\w*\}")

SPOKEN_ATTRIBUTES = {"alt", "title", "placeholder", "aria-label", "aria-description", "data-column"}
PROPER = {
    "habeas",
    "SHA-256",
    "404",
    "JSON",
    "CSL-JSON",
    "CSV",
    "XLSX",
    "OpenAPI",
    "Atom",
    "BibTeX",
    "RIS",
}
"""What every language writes alike."""

HOLE = "\N{OBJECT REPLACEMENT CHARACTER}"


def texts(message: Message) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the forms asked for and the forms given."""
    asked = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    given = message.string
    return asked, (given,) if isinstance(given, str) else tuple(given or ())


def catalogue(area: str, language: str) -> list[Message]:
    """Return the messages of a catalogue as it is kept."""
    path = messages.catalogue_path(area, language)
    return [message for message in messages.read_catalogue(path, language) if message.id]


@pytest.mark.parametrize(("area", "language"), CATALOGUES)
def test_a_catalogue_holds_what_the_interface_says_and_nothing_else(
    area: str, language: str
) -> None:
    kept = messages.catalogue_path(area, language).read_bytes()
    assert messages.as_po(messages.updated(area, language)) == kept, "run `make messages`"


@pytest.mark.parametrize(("area", "language"), CATALOGUES)
def test_everything_is_translated(area: str, language: str) -> None:
    for message in catalogue(area, language):
        asked, given = texts(message)
        assert not message.fuzzy, message.id
        assert len(given) == (FORMS[language] if len(asked) > 1 else 1), message.id
        assert all(form.strip() for form in given), message.id


@pytest.mark.parametrize(("area", "language"), CATALOGUES)
def test_a_translation_keeps_the_places_for_values(area: str, language: str) -> None:
    for message in catalogue(area, language):
        asked, given = texts(message)
        # The singular may spell its number out; every other form is used for many numbers.
        wanted = Counter(PLACEHOLDER.findall(asked[-1]))
        spelled = Counter(PLACEHOLDER.findall(asked[0]))
        for place, form in enumerate(given):
            found = Counter(PLACEHOLDER.findall(form))
            allowed = [wanted] if place or language != "es" else [wanted, spelled]
            assert found in allowed, message.id


@pytest.mark.parametrize(("area", "language"), CATALOGUES)
def test_a_translation_begins_and_ends_as_the_words_do(area: str, language: str) -> None:
    for message in catalogue(area, language):
        for asked in texts(message)[0]:
            for given in texts(message)[1]:
                assert asked[:1].isspace() == given[:1].isspace(), message.id
                assert asked[-1:].isspace() == given[-1:].isspace(), message.id
                assert "<" not in given or "<" in asked, message.id


@pytest.mark.parametrize(("area", "language"), CATALOGUES)
def test_what_is_compiled_is_what_is_written(area: str, language: str) -> None:
    path = messages.catalogue_path(area, language)
    compiled = messages.as_mo(messages.read_catalogue(path, language))
    assert path.with_suffix(".mo").read_bytes() == compiled, "run `make messages`"


UNREAD_TAGS = {"script", "style", "kbd"}


class Visible(HTMLParser):
    """Collects what a reader sees or hears of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in UNREAD_TAGS
        self.found += [value for name, value in attrs if name in SPOKEN_ATTRIBUTES and value]

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in UNREAD_TAGS

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.found.append(data)


def unmarked(source: str) -> list[str]:
    """Return the words of a template that no tag translates."""
    page = "".join(plain(token) for token in without_blocks(Lexer(source).tokenize()))
    reader = Visible()
    reader.feed(page)
    reader.close()
    words = (word for text in reader.found for word in re.split(rf"[\s{HOLE}]+", text))
    return [w for w in words if re.search(r"[^\W\d_]", w) and w.strip("“”.,:;()") not in PROPER]


UNREAD = {"blocktranslate", "blocktrans", "comment"}
NAMES_FOR_STYLE = {"block section", "block body"}
"""Blocks of templates that fill an attribute of the page."""


def plain(token: Token) -> str:
    """Return a token with a hole where the template puts a value."""
    return {TokenType.TEXT: token.contents, TokenType.COMMENT: ""}.get(token.token_type, HOLE)


def without_blocks(tokens: list[Token]) -> list[Token]:
    """Return what stands outside of blocks that are translated or left out as comments."""
    kept = []
    until = ""
    for token in tokens:
        name = token.contents.split(maxsplit=1)[0] if token.contents.strip() else ""
        if token.token_type is TokenType.BLOCK and until:
            until = "" if name == until else until
        elif token.token_type is TokenType.BLOCK and name in UNREAD:
            until = f"end{name}"
            kept.append(token)
        elif token.token_type is TokenType.BLOCK and token.contents in NAMES_FOR_STYLE:
            until = "endblock"
        elif not until:
            kept.append(token)
    return kept


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_every_word_of_a_template_is_marked_for_translation(path: Path) -> None:
    assert not unmarked(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_days_are_written_by_cldr(path: Path) -> None:
    """Django's own names of months are not declined; `habeas.public.templatetags.cldr` does it."""
    formats = re.findall(r"""\|date:["']([^"']*)["']""", path.read_text(encoding="utf-8"))
    assert set(formats) <= {"c", "Y-m-d", "Y-m-d H:i e", "Y-m-d H:i:s e", r"Y-m-d\TH:i"}


def test_words_that_are_not_marked_are_found() -> None:
    assert unmarked('<p class="head" title="Seen">{% if a %}Said {{ b }}{% endif %}</p>') == [
        "Seen",
        "Said",
    ]
    assert not unmarked('<a href="/x/{{ id }}">{% translate "Said" %}</a><script>let x;</script>')
    assert not unmarked("{% blocktranslate %}Said {{ b }}{% endblocktranslate %} · {{ c }}: 12")


def test_words_are_read_as_django_asks_for_them() -> None:
    found = [
        (words.context, words.one, words.plural)
        for words in messages.words_in_template(
            '{% translate "by" context "actor" %}{% include "x" with a=_("in a tag") %}'
            "{% blocktranslate trimmed count n=n context 'c' %}\n 5% of\n {{ n }}"
            "{% plural %}of {{ n }} {{ m }}{% endblocktranslate %}",
            "x.html",
        )
    ]
    assert found == [
        ("actor", "by", ""),
        ("", "in a tag", ""),
        ("c", "5%% of %(n)s", "of %(n)s %(m)s"),
    ]


def test_the_languages_are_those_the_pages_offer() -> None:
    from habeas.server.languages import LANGUAGES as OFFERED

    assert {code for code, _name in OFFERED} == {"en", *LANGUAGES}
    assert set(FORMS) == set(LANGUAGES)
