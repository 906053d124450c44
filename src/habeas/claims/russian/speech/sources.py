"""Who speaks without being the subject: to whom it is known, from whose report it follows."""

from __future__ import annotations

from habeas.claims.russian.lexicon import russian
from habeas.claims.russian.parse.clauses import Clause
from habeas.claims.russian.parse.parsing import Sentence, Word
from habeas.claims.russian.speech.speaker_names import (
    QUOTES,
    from_dative,
    phrase_from,
    read_speaker,
)
from habeas.claims.russian.speech.voices import OURSELVES
from habeas.claims.speaker_kinds import speaker_kind
from habeas.model.claims import Speaker, SpeakerKind

type Found = tuple[Speaker, str]
"""A speaker, and the pronoun where only that stands there."""

_FOLLOWING = frozenset({"следовать", "явствовать", "вытекать", "видный", "ясный", "известный"})
"""Words after which "из доклада X" tells whose word it is."""
_FOR_ALL = frozenset({"все", "весь", "многий", "общественность"})
"""To whom something is known without being said by them."""


def is_known(word: Word) -> bool:
    """ "известно", which is no verb and gives the floor as one."""
    return word.text.lower() == "известно" and word.pos in ("ADJ", "ADV", "VERB", "NOUN")


def is_told(sentence: Sentence, clause: Clause, word: Word) -> bool:
    """ "в докладе X указано": a short participle of a verb of saying, beside its source."""
    short = word.feats.get("VerbForm") == "Part" and not word.case
    if not short or word.feats.get("Gender") == "Masc" or word.lemma not in russian().speech:
        return False
    return any(
        w.lemma in russian().attribution["sources"] and sentence.words[w.i - 1].lemma in ("в", "на")
        for w in sentence.words[clause.first + 1 : clause.last + 1]
        if clause.holds(w.i)
    )


def source_of(sentence: Sentence, clause: Clause, verb: Word) -> Found | None:
    """Who speaks where the verb of a clause has no subject that does; None for nobody."""
    if verb.lemma in _FOLLOWING or is_known(verb):
        found = _from_whose(sentence, clause, verb)
        if found is not None:
            return found
    return _to_whom(sentence, clause, verb) if is_known(verb) else None


def _from_whose(sentence: Sentence, clause: Clause, verb: Word) -> Found | None:
    """ "Из ответа прокуратуры следует", "как видно из доклада «Ручья»"."""
    for word in sentence.words[clause.first : clause.last]:
        if word.lemma not in ("из", "от", "с") or not clause.holds(word.i):
            continue
        phrase = phrase_from(sentence, word.i + 1)
        if word.lemma == "из" and not phrase_is_source(sentence, phrase):
            continue
        if word.lemma == "с" and sentence.words[word.i + 1].lemma != "слово":
            continue
        whose = beneath_sources(sentence, phrase)
        if whose:
            return read_speaker(sentence, whose[0], whose[-1], verb.text), ""
    return None


def phrase_is_source(sentence: Sentence, phrase: range) -> bool:
    """True for a phrase headed by a word for what is said or written."""
    nouns = russian().attribution["sources"] | russian().attribution["according"]
    return any(sentence.words[n].lemma in nouns for n in phrase[:3])


def beneath_sources(sentence: Sentence, phrase: range) -> range:
    """Whose a report is: of "ответа областной прокуратуры" the last two words."""
    nouns = russian().attribution["sources"] | russian().attribution["according"]
    at = next((n for n in reversed(phrase[:4]) if sentence.words[n].lemma in nouns), None)
    return phrase_from(sentence, at + 1) if at is not None else phrase


def _to_whom(sentence: Sentence, clause: Clause, verb: Word) -> Found | None:
    """ "Как стало известно «Ручью»", "правозащитникам известно о 40 задержанных"."""
    words = sentence.words
    for word in words[clause.first : clause.last + 1]:
        if not clause.holds(word.i) or word.is_mark or words[word.i - 1].pos == "ADP":
            continue
        if word.lemma in OURSELVES or word.text.lower() in ("нам", "мне"):
            return Speaker(name="", kind=SpeakerKind.UNKNOWN, cue=verb.text), "мы"
        quoted = word.i > verb.i and words[word.i - 1].text in QUOTES and word.i <= verb.i + 2
        if word.case != "Dat" and not quoted:
            continue
        if word.lemma in _FOR_ALL or word.pos not in ("NOUN", "PROPN", "ADJ", "VERB", "DET"):
            continue
        first = word.i - 1 if quoted else word.i
        phrase = phrase_from(sentence, first)
        phrase = range(phrase.start, min(phrase.stop, verb.i)) if first < verb.i else phrase
        if not phrase:
            continue
        found = read_speaker(sentence, phrase[0], phrase[-1], verb.text)
        if quoted:
            name = from_dative(sentence, phrase[0], phrase[-1])
            found = Speaker(name=name, kind=speaker_kind(name), cue=verb.text)
        return found, ""
    return None
