"""Voices without a verb: "по данным X", "со ссылкой на X", "МВД: …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from habeas.claims.russian.lexicon import russian, word_list
from habeas.claims.russian.parse.parsing import Sentence, Word
from habeas.claims.russian.speech.speaker_names import QUOTES, phrase_from, read_speaker
from habeas.claims.russian.speech.voices import OURSELVES, PRONOUNS, Reach, Voice
from habeas.model.claims import Speaker, SpeakerKind, Stance

_RULES = word_list("speech", "attributions.rules")
_OPENERS = frozenset({("ссылка", "на"), ("если", "верить")})
_LABEL = 14
"""Words of a line within which the colon after who speaks stands."""


def attributions(sentence: Sentence) -> Iterator[Voice]:
    """ "по данным X", "согласно X", "со ссылкой на X"."""
    words = sentence.words
    nouns = russian().attribution["according"]
    for word in words[:-1]:
        noun = None
        if word.lemma == "по":
            noun = next(
                (
                    w
                    for w in words[word.i + 1 : word.i + 4]
                    if w.lemma in nouns and w.case in ("Dat", "")
                ),
                None,
            )
            between = words[word.i + 1 : noun.i] if noun is not None else ()
            if any(w.pos not in ("ADJ", "DET", "PRON", "ADV") for w in between):
                noun = None
        elif word.text == "(" and words[word.i + 1].lemma in nouns:
            noun = words[word.i + 1] if words[word.i + 1].case == "Nom" else None
        elif word.lemma == "согласно" and not _is_rule(words, word.i + 1):
            noun = word
        elif (word.lemma, words[word.i + 1].lemma) in _OPENERS or _refers(words, word):
            noun = words[word.i + 1]
        if noun is not None:
            yield from _after(sentence, word, noun)


def _refers(words: Sequence[Word], word: Word) -> bool:
    """ "ссылаясь на X", "со слов X"."""
    if _is_rule(words, word.i + 2):
        return False
    told = word.text.lower(), words[word.i + 1].text.lower()
    return told in (("ссылаясь", "на"), ("со", "слов"), ("с", "слов"))


def _is_rule(words: Sequence[Word], at: int) -> bool:
    """ "согласно закону": by what rule, and nobody speaks."""
    return any(w.lemma in _RULES for w in words[at : at + 3])


def _after(sentence: Sentence, opener: Word, noun: Word) -> Iterator[Voice]:
    words = sentence.words
    own = next((w for w in words[opener.i + 1 : noun.i] if w.lemma in PRONOUNS | OURSELVES), None)
    first = opener.i - 1 if opener.lemma == "ссылка" and opener.i else opener.i
    stance = (
        Stance.ESTIMATED if noun.lemma in russian().attribution["estimating"] else Stance.REPORTED
    )
    cue = sentence.written(first, noun.i)
    if own is not None:
        speaker = Speaker(name="", kind=SpeakerKind.UNKNOWN, cue=cue)
        yield Voice(
            speaker=speaker,
            pronoun=own.lemma,
            stance=stance,
            first=first,
            last=noun.i,
            reach=Reach.AROUND,
            place=noun.i,
        )
        return
    phrase = phrase_from(sentence, noun.i + 1)
    while (
        phrase
        and words[phrase[0]].lemma
        in russian().attribution["sources"] | russian().attribution["according"]
    ):
        deeper = phrase_from(sentence, phrase[0] + 1)
        if not deeper:
            break
        phrase = deeper
    if not phrase:
        yield from _of_nobody(opener, noun, cue, stance)
        return
    speaker = read_speaker(sentence, phrase[0], phrase[-1], cue)
    yield Voice(
        speaker=speaker,
        pronoun="",
        stance=stance,
        first=first,
        last=phrase[-1],
        reach=Reach.AROUND,
        place=noun.i,
    )


def _of_nobody(opener: Word, noun: Word, cue: str, stance: Stance) -> Iterator[Voice]:
    """ "По официальным данным, …": a source that is not named, and no other speaks there."""
    if opener.lemma == "по" and noun.i - opener.i > 1:
        yield Voice(
            speaker=Speaker(name="", kind=SpeakerKind.UNKNOWN, cue=cue),
            pronoun="наш",
            stance=stance,
            first=opener.i,
            last=noun.i,
            reach=Reach.AROUND,
            place=noun.i,
        )


def labels(sentence: Sentence) -> Iterator[Voice]:
    """ "МВД: задержаны 12 человек": the name before the colon speaks."""
    words = sentence.words
    at = next((w.i for w in words[1:_LABEL] if w.text == ":"), None)
    if at is None or at + 1 >= len(words) or not sentence.after_break:
        return
    before = words[:at]
    quoted = words[at + 1].text in QUOTES
    if not all(w.entity in ("ORG", "PER") or w.text in QUOTES for w in before) and not (
        quoted and _is_somebody(before)
    ):
        return
    if before[0].entity == "PER" and _is_item(words, at):
        return
    speaker = read_speaker(sentence, 0, at - 1, ":")
    if speaker.kind is SpeakerKind.UNKNOWN and not any(w.entity == "PER" for w in before):
        return
    yield Voice(
        speaker=speaker,
        pronoun="",
        stance=Stance.REPORTED,
        first=0,
        last=at,
        reach=Reach.AFTER,
        place=at,
    )


def _is_somebody(words: Sequence[Word]) -> bool:
    """ "Адвокат Анна Соль", "Павел Зорин, юрист «Ручья»": roles and a name, and no verb."""
    if any(w.pos in ("AUX", "ADV", "SCONJ", "CCONJ", "PRON") for w in words):
        return False
    if any(w.pos == "VERB" and not w.case for w in words):
        return False
    heads = [w for w in words if w.case == "Nom" and not w.is_mark]
    return bool(heads) and heads[0].i <= 1 and heads[0].feats.get("Number") != "Plur"


def _is_item(words: Sequence[Word], colon: int) -> bool:
    """ "Ян Зорин: 4 года", "Анна Соль: задержана": an item of a list, and nobody speaks."""
    after = words[colon + 1 : colon + 4]
    term = any(w.lemma in ("год", "сутки", "месяц") for w in after)
    short = after[0].feats.get("Variant") == "Short" and after[0].feats.get("Number") == "Sing"
    return term or short
