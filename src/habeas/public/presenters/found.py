"""What a search found, each with why it was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from habeas.people.search.words import word_sounds, words_in
from habeas.public.addresses import address_of
from habeas.public.presenters import wording
from habeas.public.presenters.claims import report_line
from habeas.public.presenters.home import account_link
from habeas.register.edition_names import Fit, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from habeas.model.people import Person
    from habeas.model.reports import Report
    from habeas.register.edition_briefs import AccountBrief
    from habeas.register.edition_names import Name
    from habeas.register.edition_search import FoundPeople

_AROUND = 90
_WORDS_LOOKED_AT = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow:
    """One thing found.

    Attributes:
        title: As written.
        href: Its address.
        why: Why it was found, in words; empty where it is plain to see.
        spelling: The spelling that was found where another stands first; else empty.
        beside: What tells it from others: other spellings, day, publisher.
        quote: Words of a report around what was found; empty for others.
        language: ISO 639-1 code of the quote, or empty.
    """

    title: str
    href: str
    why: str = ""
    spelling: str = ""
    beside: str = ""
    quote: str = ""
    language: str = ""


def people_rows(
    sought: str, people: Mapping[int, Person], found: FoundPeople, places: Iterable[int]
) -> list[FoundRow]:
    """Persons found, each with how the spelling found fits."""
    rows = []
    for place in places:
        person = people[place]
        name = found.names.get(place) or name_of(found.typed or sought, person)
        others = [each for each in person.names if each not in (person.name, name.spelling)]
        rows.append(
            FoundRow(
                title=wording.short(person.name),
                href=address_of("person", person.id),
                why=_why(name, person),
                spelling=wording.short(name.spelling) if name.spelling != person.name else "",
                beside="; ".join(map(wording.short, others[:4])),
            )
        )
    return rows


def account_rows(briefs: Iterable[AccountBrief]) -> list[FoundRow]:
    """Accounts found."""
    links = map(account_link, briefs)
    return [FoundRow(title=link.title, href=link.href, beside=link.when) for link in links]


def report_rows(sought: str, reports: Iterable[Report]) -> list[FoundRow]:
    """Reports found, with the words around the first that was sought."""
    wanted = [word_sounds(word) for word in words_in(sought)]
    rows = []
    for report in reports:
        line = report_line(report)
        rows.append(
            FoundRow(
                title=line.title,
                href=line.href,
                beside=", ".join(filter(None, (line.outlet, line.published))),
                quote=_quote(report.text, wanted),
                language=line.language,
            )
        )
    return rows


def _why(name: Name, person: Person) -> str:
    match name.fit:
        case Fit.SPELLED | Fit.WORDS:
            return "" if name.spelling == person.name else _("another spelling")
        case Fit.SOUND:
            return _("read the same")
        case Fit.PART | Fit.HEARD_PART:
            return _("a part of the name")
        case Fit.ALIKE:
            return _("alike")


def _quote(text: str, wanted: Sequence[frozenset[str]]) -> str:
    """Words of a text around the first that is heard as one sought; empty where none is."""
    at = 0
    for word in words_in(text)[:_WORDS_LOOKED_AT]:
        at = text.index(word, at)
        sounds = word_sounds(word)
        if any(_begins(sounds, each) for each in wanted):
            return _around(text, at, at + len(word))
        at += len(word)
    return ""


def _begins(sounds: frozenset[str], wanted: frozenset[str]) -> bool:
    return any(sound.startswith(each) for sound in sounds for each in wanted if each)


def _around(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before = text[first:start].partition(" ")[2] if first else text[:start]
    after = text[end:last].rpartition(" ")[0] if last < len(text) else text[end:]
    cut = ("… " if first else "") + before + text[start:end] + after
    return " ".join(cut.split()) + (" …" if last < len(text) else "")
