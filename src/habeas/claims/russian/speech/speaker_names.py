"""What a speaker is called: the phrase that names them, in the nominative."""

from __future__ import annotations

from habeas.claims.russian.lexicon import word_list
from habeas.claims.russian.parse.lemmas import parses
from habeas.claims.russian.parse.parsing import Sentence, Word
from habeas.claims.russian.parse.phrases import as_written, in_nominative
from habeas.claims.russian.people.names import name_spans, nominative
from habeas.claims.russian.speech.owners import own_name
from habeas.claims.speaker_kinds import speaker_kind
from habeas.model.claims import Speaker

_GENERIC = word_list("speech", "speaker_names.generic")
_SOMEBODY = frozenset({"источник", "собеседник", "сотрудник", "чиновник"})
_WITH = frozenset({"обращение", "борьба", "связь", "сотрудничество", "взаимодействие"})
_ENDS = frozenset({",", ";", "—", "–", ":", "(", ")", ".", "!", "?", "…"})
QUOTES = '«»"“”„'
_LONGEST = 14


def phrase_from(sentence: Sentence, start: int) -> range:
    """The places of the noun phrase that begins at a place; empty where none does."""
    words = sentence.words
    at = start
    has_noun = False
    quoted = False
    while at < len(words) and at - start < _LONGEST:
        word = words[at]
        if word.text in "«“„" and at > start and words[at - 1].entity == "PER":
            break
        if word.text in "«“„" or (word.text in QUOTES and quoted):
            quoted = word.text in "«“„"
        elif not quoted and not (
            _goes_on(word, words[start], has_noun=has_noun)
            or (word.case == "Dat" and words[at - 1].lemma == "по")
            or _is_where_of(words, start, at)
            or _is_with_whom(words, start, at)
        ):
            break
        has_noun = has_noun or word.pos in ("NOUN", "PROPN") or bool(word.entity)
        at += 1
    return range(start, at) if has_noun else range(0)


def _is_where_of(words: tuple[Word, ...], start: int, at: int) -> bool:
    """ "источник в мэрии": where somebody sits who is told by nothing else."""
    inside = words[at - 1].lemma in ("в", "во") and at - 1 > start
    return words[start].lemma in _SOMEBODY and (
        (words[at].lemma in ("в", "во") and at - start <= 2) or (inside and words[at].case == "Loc")
    )


def _is_with_whom(words: tuple[Word, ...], start: int, at: int) -> bool:
    """ "по вопросам обращения с военнопленными", "по связям с общественностью"."""
    here = words[at].lemma in ("с", "со") and words[at - 1].lemma in _WITH
    return here or (
        at - 1 > start and words[at - 1].lemma in ("с", "со") and words[at].case == "Ins"
    )


def _goes_on(word: Word, first: Word, *, has_noun: bool) -> bool:
    if word.entity:
        return not word.text.isdigit()
    if word.text in _ENDS or word.is_mark:
        return word.text == "-"
    if word.pos in ("ADJ", "DET", "NOUN", "PROPN", "NUM") and not word.text.isdigit():
        return not has_noun or word.case in ("Gen", first.case) or word.pos == "PROPN"
    if word.pos == "VERB":
        return word.feats.get("VerbForm") == "Part" and bool(word.case) and not has_noun
    return word.lemma == "по" and has_noun


def read_speaker(sentence: Sentence, first: int, last: int, cue: str) -> Speaker:
    """The speaker a phrase names: in the nominative, a proper name where it has one.

    Args:
        sentence: The sentence.
        first, last: Places of the phrase, inclusive.
        cue: The words that give them the floor.
    """
    words = sentence.words[first : last + 1]
    head = _head(words)
    whole = in_nominative(words, head)
    lemmas = " ".join(w.lemma for w in words)
    named = _proper(sentence, first, last, head) or whole
    return Speaker(name=named, kind=speaker_kind(named, whole, lemmas), cue=cue)


def _head(words: tuple[Word, ...]) -> Word:
    """The first noun or name of a phrase; "Генеральная" may be taken for a name and is none."""
    return next((w for w in words if _is_noun(w)), words[0])


def _is_noun(word: Word) -> bool:
    if (word.pos not in ("NOUN", "PROPN") and not word.entity) or word.is_mark:
        return False
    known = {p.tag.POS for p in parses(word.text)[:3]}
    return word.entity == "PER" or not known or "NOUN" in known or not known & {"ADJF", "PRTF"}


def _proper(sentence: Sentence, first: int, last: int, head: Word) -> str | None:
    """The person a phrase names, or the organisation in its quotes or beside a general noun."""
    for span in name_spans(sentence, "PER"):
        if first <= span.first and span.last <= last:
            own = own_name(head, sentence.words[span.first : span.last + 1])
            if own:
                return nominative(own)
    written = sentence.written(first, last)
    opening = next((i for i, sign in enumerate(written) if sign in "«“„"), None)
    if opening is not None and (head.lemma in _GENERIC or opening == 0 or _is_generic(head)):
        end = next(
            (i for i, sign in enumerate(written) if i > opening and sign in "»”“"), len(written)
        )
        inside = written[opening + 1 : end]
        return inside if opening else _bent_inside(sentence, first, last) or inside
    beside = sentence.words[head.i + 1] if head.i < last else None
    if beside is not None and head.lemma in _GENERIC and beside.entity == "ORG" and not head.entity:
        span = next(s for s in name_spans(sentence, "ORG") if s.first <= beside.i <= s.last)
        return sentence.written(beside.i, min(span.last, last))
    return None


def _bent_inside(sentence: Sentence, first: int, last: int) -> str | None:
    """ "по данным «Открытой двери»": a name in quotation marks that is itself inflected."""
    words = [w for w in sentence.words[first : last + 1] if w.text not in QUOTES]
    if not words or words[-1].i - words[0].i != len(words) - 1:
        return None
    return in_nominative(words, _head(tuple(words)))


def from_dative(sentence: Sentence, first: int, last: int) -> str:
    """An organisation to whom something is told: "сказал «Примеру»" is Пример.

    A name in quotation marks after a common noun ("изданию «Пример»") stands as it is.
    """
    words = [w for w in sentence.words[first : last + 1] if w.text not in QUOTES]
    before = [w for w in sentence.words[max(first - 2, 0) : first] if w.text not in QUOTES]
    written = sentence.written(words[0].i, words[-1].i)
    if before and before[-1].pos == "NOUN" and before[-1].case == "Dat":
        return written
    bent = written
    for word in words:
        dative = next((p for p in parses(word.text) if p.tag.case == "datv"), None)
        if dative is None or dative.tag.POS not in ("NOUN", "ADJF"):
            break
        form = dative.inflect({"nomn", dative.tag.number} - {None})
        if form is not None:
            bent = bent.replace(word.text, as_written(word.text, str(form.word)), 1)
        if dative.tag.POS == "NOUN":
            break
    return bent


def _is_generic(head: Word) -> bool:
    return any(head.lemma.endswith(end) for end in ("агентство", "канал", "центр", "организация"))
