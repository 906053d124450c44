"""For what: "по статье 342 УК", "за участие в протестах"."""

from __future__ import annotations

import re

from habeas.claims.russian.parse.parsing import Sentence

_ARTICLE = re.compile(
    r"(?:(?:ч|част[ьюи]{1,2})\.?[ \u00a0]?\d+(?:\.\d+)?[ ,]+)?"
    r"(?:ст\.?|стать[еёиюям]{1,3}|стате[йя])[ \u00a0]?\d+(?:[.\-]\d+)?"
    r"(?:[ ]УК[ \u00a0]?(?:РФ|РБ|РК|КР|Беларуси|России)?|[ ](?:Уголовного кодекса|КоАП))?",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?<!\w)(?:осужд\w+|приговор\w+|арест\w+|задерж\w+|суток|ареста|колонии|обвин\w+|заключени\w+"
    r"|свободы|срок\w*|лет|года|годам|тюрьмы|человек|отбыва\w+|штраф\w*)[ ]+за[ ]+"
    r"(?P<what>«[^»]{3,120}»|[^,;.—()«]{3,120})"
)
_OF = re.compile(r"(?:обвинени\w+|подозрени\w+)[ ]+в[ ]+(?P<what>[^,;.—()]{3,120})", re.IGNORECASE)
_NOT_CHARGES = re.compile(
    r"(?:решётк|решетк|последн|прошл|день|дни|год|месяц|рубеж|границ|недел|сутки|это врем|один|что)"
)


def find_charges(sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    """The charges that some words of a sentence name, as written; empty where they name none.

    Args:
        sentence: The sentence.
        first, last: Places of the words, inclusive.
    """
    written = sentence.written(first, last)
    found = [match[0].strip() for match in _ARTICLE.finditer(written)]
    for pattern in (_FOR, _OF):
        found += [
            _plain(match["what"])
            for match in pattern.finditer(written)
            if not _NOT_CHARGES.match(match["what"])
        ]
    return tuple(dict.fromkeys(filter(None, found)))


def _plain(written: str) -> str:
    return written.strip().strip('«»"“”').strip()
