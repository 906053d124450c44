"""What the fragments of a paragraph tell of the person whose name opens it.

Court lists name a case and go on without it: "State v Ana Sol. Bail refused. Remanded in custody
to 4 May. Accused released." So do lists of prisoners: "Ana Sol, teacher. Arrested on 4 May."
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from habeas.claims.english.lexicon import word_list
from habeas.claims.english.lists.items import VERSUS, Item, is_finite, tells
from habeas.claims.english.parse.trees import lowers_of, words_of
from habeas.claims.english.people.name_lists import Name, names_of

_PARTIES = word_list("lists", "entries.parties")
_STATES = word_list("lists", "entries.states")
_LONGEST_TITLE = 16


def opens_entry(sentence: Span) -> Name | None:
    """The one person by whom a line without a finite verb names its case or itself, else None."""
    words = [t for t in words_of(sentence) if not t.is_space]
    if not words or len(words) > _LONGEST_TITLE:
        return None
    names = names_of(sentence)
    named = {i for n in names for i in range(n.start, n.end)}
    if any(is_finite(t) for t in words if t.i not in named and t.lower_ not in VERSUS):
        return None
    versus = next((t.i for t in words if t.lower_ in VERSUS), None)
    if versus is None:
        return names[0] if len(names) == 1 and names[0].start == words[0].i else None
    sides = (_party([t for t in words if t.i > versus]), _party([t for t in words if t.i < versus]))
    parties = [side for side in sides if side is not None]
    return parties[0] if len(parties) == 1 else None


def accused_named(sentence: Span) -> Name | None:
    """ "Accused Ana Sol, editor, produced from jail": the one accused a sentence names."""
    if not lowers_of(sentence) & _PARTIES:
        return None
    words = [t for t in words_of(sentence) if not t.is_space]
    found = {}
    for n, token in enumerate(words[:-1]):
        if token.lower_ in _PARTIES and words[n + 1].text[:1].isupper():
            name = _party(words[n + 1 :])
            if name is not None:
                found[name.start] = name
    return next(iter(found.values())) if len(found) == 1 else None


def _party(words: list[Token]) -> Name | None:
    """The person that one side of a case is; None for the state."""
    said = [t for t in words if not t.is_punct]
    capital = next((n for n, t in enumerate(said) if t.text[:1].isupper()), None)
    if capital is None or {t.lower_ for t in said} & _STATES:
        return None
    end = capital + 1
    while end < len(said) and said[end].text[:1].isupper() and said[end].i == said[end - 1].i + 1:
        end += 1
    return Name(head=said[end - 1], start=said[capital].i, end=said[end - 1].i + 1)


def entry_items(sentence: Span, name: Name) -> list[Item]:
    """The acts that a fragment without a subject of its own tells of a person.

    Args:
        sentence: A sentence of the paragraph that the person's name opens.
        name: The name.
    """
    words = [t for t in words_of(sentence) if not t.is_space]
    if not words or not _is_of_the_party(words):
        return []
    party = words[0].lower_ in _PARTIES
    if any(n.start > words[0].i for n in names_of(sentence)):
        return []
    party = party or _is_prayer(words)
    if not party and any(is_finite(t) for t in words if t.lower_ not in ("refused", "denied")):
        return []
    last = max(t.i + 1 for t in words)
    return [Item(name=name, act=act, start=words[0].i, end=last) for act in tells(words)]


def _is_of_the_party(words: list[Token]) -> bool:
    """False for a fragment with a subject of its own, but for "accused", "bail" and the like."""
    first = words[0]
    if first.lower_ in _PARTIES or first.lower_ == "bail" or _is_prayer(words):
        return True
    return first.tag_ in ("VBN", "VBD", "JJ", "RB") or first.lower_ in ("in", "still", "held")


def _is_prayer(words: list[Token]) -> bool:
    """ "Prayer for bail rejected", "Application for bail is refused"."""
    opens = words[0].lower_ in ("prayer", "application", "petition", "request")
    return opens and any(t.lower_ == "bail" for t in words[:4])
