"""Who says so: the words of a sentence that give somebody the floor."""

from __future__ import annotations

from habeas.claims.russian.lexicon import russian
from habeas.claims.russian.parse.clauses import Clause, Opening, find_clauses
from habeas.claims.russian.parse.parsing import Sentence, Word
from habeas.claims.russian.people.names import name_spans
from habeas.claims.russian.speech.attributions import attributions, labels
from habeas.claims.russian.speech.sources import is_known, is_told, source_of
from habeas.claims.russian.speech.speaker_names import (
    QUOTES,
    from_dative,
    phrase_from,
    read_speaker,
)
from habeas.claims.russian.speech.voices import OURSELVES, PRONOUNS, Reach, Voice
from habeas.claims.russian.time import is_time_word
from habeas.claims.speaker_kinds import speaker_kind
from habeas.model.claims import Speaker, SpeakerKind, Stance

_POINTING = frozenset(
    (first, second)
    for firsts, seconds in (
        (("о", "об"), ("это", "этот", "тот")),
        (
            ("такой", "этот"),
            ("данные", "дать", "цифра", "число", "информация", "сведение", "оценка"),
        ),
    )
    for first in firsts
    for second in seconds
)
_GIVING = frozenset({"дать", "давать", "вести"})
"""Verbs that give the floor only in "такую оценку дал X"."""


def find_voices(sentence: Sentence) -> tuple[Voice, ...]:
    """The voices of a sentence, in order; empty where the report itself speaks."""
    found = [*labels(sentence), *attributions(sentence)]
    taken = frozenset(n for voice in found for n in voice.places)
    clauses = find_clauses(sentence, taken)
    for at in range(len(clauses)):
        voice = _of_clause(sentence, clauses, at)
        if voice is not None:
            found.append(voice)
    return tuple(sorted(found, key=lambda v: v.first))


def _of_clause(sentence: Sentence, clauses: tuple[Clause, ...], at: int) -> Voice | None:
    """The voice of a clause whose verb is one of saying; None for another clause."""
    clause = clauses[at]
    if clause.predicate is None:
        return None
    verb = _saying(sentence, clause)
    if verb is None:
        return None
    untold = verb.lemma in russian().words["telling"] - {"подтвердить"}
    if untold and any(w.lemma == "не" for w in sentence.words[max(verb.i - 1, 0) : verb.i]):
        return None
    reach = _reach(sentence, clauses, at, verb)
    if reach is None:
        return None
    found = _who(sentence, clause, verb)
    if found is None or (reach is Reach.CLAUSE and _hands_over(sentence, clause, verb)):
        return None
    speaker, pronoun = found
    first, last = _span(clause, verb, reach)
    return Voice(
        speaker=speaker,
        pronoun=pronoun,
        stance=russian().speech.get(verb.lemma, Stance.REPORTED),
        first=first,
        last=last,
        reach=reach,
        place=verb.i,
        is_denied=any(w.lemma == "не" for w in sentence.words[max(verb.i - 1, 0) : verb.i]),
        is_apart=sentence.words[clause.first].lemma in ("а", "но", "однако", "тогда"),
        teller=_told_to(sentence, clause, verb),
    )


def _span(clause: Clause, verb: Word, reach: Reach) -> tuple[int, int]:
    """The words that give the floor: of "как пишет X, …" only those up to the comma."""
    part = next(part for part in clause.parts if part[0] <= verb.i <= part[1])
    if reach is not Reach.AROUND:
        return clause.first, clause.last
    if clause.parts[0][1] < verb.i:
        return (part[0] if part[0] == verb.i else clause.first), clause.last
    return part


def demanding_voice(sentence: Sentence, clause: Clause, place: int) -> Voice | None:
    """The voice of who asks for an act, by the word of asking; None where nobody is named."""
    verb = sentence.words[place]
    found = _who(sentence, clause, verb) if verb.pos == "VERB" else None
    if found is None:
        return None
    return Voice(
        speaker=found[0],
        pronoun=found[1],
        stance=Stance.DEMANDED,
        first=clause.first,
        last=clause.last,
        reach=Reach.CLAUSE,
        place=place,
    )


def _saying(sentence: Sentence, clause: Clause) -> Word | None:
    words = [w for w in sentence.words if clause.holds(w.i)]
    for word in words:
        is_verb = word.pos in ("VERB", "AUX", "ADJ") and word.feats.get("VerbForm") not in (
            "Inf",
            "Conv",
        )
        is_verb = is_verb and word.feats.get("VerbForm") != "Part"
        if is_known(word) or (is_verb and word.lemma in russian().speech):
            return word
        if is_told(sentence, clause, word) or (
            word.lemma in _GIVING and _points_back(sentence, clause)
        ):
            return word
    return None


def _reach(sentence: Sentence, clauses: tuple[Clause, ...], at: int, verb: Word) -> Reach | None:
    clause = clauses[at]
    words = sentence.words
    after = words[clause.last + 1] if clause.last + 1 < len(words) else None
    if _points_back(sentence, clause):
        return Reach.BEFORE_SENTENCE
    follows = clauses[at + 1] if at + 1 < len(clauses) else None
    if follows is not None and follows.opening is Opening.THAT and follows.first > clause.last:
        return Reach.AFTER
    if after is not None and after.text == ":":
        return Reach.AFTER
    if _opens_as(sentence, clause):
        return Reach.AROUND
    if verb.lemma in ("признать", "признавать") and _has_guilt(sentence, clause):
        return None
    if _has_object(sentence, clause, verb):
        return Reach.CLAUSE
    if at > 0 and _is_set_off(sentence, clause) and verb.i - clause.first <= 2:
        return Reach.AROUND
    if at > 0 and _is_set_off(sentence, clause) and clause.last - verb.i <= 1:
        return Reach.AROUND
    if (
        follows is not None
        and clause.opening is Opening.MAIN
        and _is_last_word(sentence, clause, verb)
    ):
        return Reach.AROUND
    return None


def _points_back(sentence: Sentence, clause: Clause) -> bool:
    """ "Об этом сообщила прокуратура"."""
    opening = tuple(w.lemma for w in sentence.words[clause.first : clause.first + 2])
    if opening in _POINTING:
        return True
    return opening[0] in ("это", "так") and len(opening) > 1 and opening[1] in russian().speech


def _opens_as(sentence: Sentence, clause: Clause) -> bool:
    return sentence.words[clause.first].lemma == "как" and clause.last > clause.first


def _is_set_off(sentence: Sentence, clause: Clause) -> bool:
    before = sentence.words[clause.first - 1] if clause.first else None
    return before is not None and before.text in (",", "—", "–", "»", "(", "-", ";")


def _is_last_word(sentence: Sentence, clause: Clause, verb: Word) -> bool:
    return verb.i == clause.last


def _has_object(sentence: Sentence, clause: Clause, verb: Word) -> bool:
    """ "сообщило о 25 задержанных", "объявил амнистию": what is said stands in the clause."""
    for word in sentence.words[clause.first : clause.last + 1]:
        if not clause.holds(word.i) or word.is_mark:
            continue
        if word.lemma in ("о", "об", "про", "насчет") and word.i > verb.i - 6:
            return True
        if (
            word.i > verb.i
            and (word.text.isdigit() or word.pos == "NUM")
            and not _is_dated(sentence, word)
        ):
            return True
        if word.case == "Acc" and word.pos == "NOUN" and word.head == verb.i and word.rel == "obj":
            return True
    return False


def _has_guilt(sentence: Sentence, clause: Clause) -> bool:
    """ "суд признал виновными": no word of saying."""
    return any(
        w.lemma in ("виновный", "политзаключенный", "узник")
        for w in sentence.words[clause.first : clause.last + 1]
    )


def _hands_over(sentence: Sentence, clause: Clause, verb: Word) -> bool:
    """ "Армения передала двух военнослужащих": no word of saying."""
    about = any(w.lemma in ("о", "об") for w in sentence.words[clause.first : clause.last + 1])
    return verb.lemma in russian().words["returning"] and not about


def _is_dated(sentence: Sentence, number: Word) -> bool:
    """True for the number of a day, a year, an hour: "сообщил 5 мая"."""
    after = sentence.words[number.i + 1] if number.i + 1 < len(sentence.words) else number
    return is_time_word(after.lemma)


def _who(sentence: Sentence, clause: Clause, verb: Word) -> tuple[Speaker, str] | None:
    """Who is the subject of a verb of saying, and the pronoun where only that stands there."""
    found = source_of(sentence, clause, verb)
    if found is not None:
        return found
    if verb.feats.get("VerbForm") == "Part":
        return _inside(sentence, clause, verb)
    words = [w for w in sentence.words if clause.holds(w.i)]
    head = next(
        (
            w
            for w in words
            if w.head == verb.i
            and w.rel.startswith("nsubj")
            and (w.case in ("Nom", "") or w.text.isupper())
        ),
        None,
    )
    head = head or next(
        (
            w
            for w in words
            if w.case == "Nom" and w.pos in ("NOUN", "PROPN", "PRON") and not w.text.isdigit()
        ),
        None,
    )
    cue = verb.text
    if head is None:
        return _inside(sentence, clause, verb) or _of_verb_before(sentence, clause, verb)
    if head.pos in ("PRON", "DET") or head.lemma in PRONOUNS | OURSELVES:
        return Speaker(name="", kind=SpeakerKind.UNKNOWN, cue=cue), head.lemma
    first, last = _bounds(sentence, clause, head, verb)
    if head.lemma in russian().attribution["according"] and head.i < verb.i:
        whose = phrase_from(sentence, head.i + 1)
        if whose and whose[-1] < verb.i:
            first, last = whose[0], whose[-1]
    return read_speaker(sentence, first, last, cue), ""


def _of_verb_before(sentence: Sentence, clause: Clause, verb: Word) -> tuple[Speaker, str] | None:
    """ "Пресс-секретарь пошёл дальше и уверял": the subject stands with the verb before."""
    first = sentence.words[clause.first]
    if first.lemma not in ("и", "а", "но", "затем") or not clause.first:
        return None
    before = [w for w in find_clauses(sentence, frozenset()) if w.last < clause.first]
    if not before or before[-1].predicate is None:
        return None
    earlier = sentence.words[before[-1].predicate]
    return (
        _who(sentence, before[-1], earlier)
        if earlier.feats.get("Number") == verb.feats.get("Number")
        else None
    )


def _bounds(sentence: Sentence, clause: Clause, head: Word, verb: Word) -> tuple[int, int]:
    """The phrase around a head, within its clause and on its side of the verb."""
    words = sentence.words
    below = set(sentence.subtree(head.i))
    first = last = head.i
    while (
        clause.holds(first - 1) and first - 1 != verb.i and _belongs(words[first - 1], below, head)
    ):
        first -= 1
    if first > 0 and words[first - 1].text in "«“„" and clause.holds(first - 1):
        first -= 1
    phrase = phrase_from(sentence, first)
    while last + 1 < len(words) and last + 1 != verb.i and clause.holds(last + 1):
        word = words[last + 1]
        if last + 1 not in phrase and not (word.entity == "PER" or word.text in QUOTES):
            break
        last += 1
    while words[last].is_mark and words[last].text not in QUOTES and last > head.i:
        last -= 1
    for span in name_spans(sentence, "PER"):
        between = words[last + 1 : span.first]
        near = 0 <= span.first - last <= 6 and clause.holds(span.first)
        if near and not any(w.is_mark or w.pos in ("VERB", "AUX") for w in between):
            last = span.last
    return first, last


def _belongs(word: Word, below: set[int], head: Word) -> bool:
    if word.is_mark or word.pos in ("ADP", "VERB", "ADV", "CCONJ", "SCONJ", "PART", "AUX"):
        return False
    return word.i in below and word.case == head.case


def _inside(sentence: Sentence, clause: Clause, verb: Word) -> tuple[Speaker, str] | None:
    """ "уточнили в пресс-службе", "В МВД сообщили": the place speaks."""
    short = verb.feats.get("VerbForm") == "Part"
    if not (short or verb.feats.get("Number") == "Plur" or verb.lemma.endswith("ся")):
        return None
    if any(w.lemma == "там" and clause.holds(w.i) for w in sentence.words):
        return Speaker(name="", kind=SpeakerKind.UNKNOWN, cue=verb.text), "там"
    for word in sentence.words[clause.first : clause.last]:
        if word.lemma not in ("в", "во", "на") or not clause.holds(word.i):
            continue
        phrase = phrase_from(sentence, word.i + 1)
        if not phrase or sentence.words[phrase[0]].case == "Acc":
            continue
        deeper = phrase
        while deeper and sentence.words[deeper[0]].lemma in russian().attribution["sources"]:
            phrase, deeper = deeper, phrase_from(sentence, deeper[0] + 1)
        phrase = deeper or phrase
        head = sentence.words[phrase[0]]
        if (head.entity in ("LOC",) and len(phrase) == 1) or _is_time(sentence, phrase):
            continue
        speaker = read_speaker(sentence, phrase[0], phrase[-1], verb.text)
        return speaker, ""
    return None


def _is_time(sentence: Sentence, phrase: range) -> bool:
    return any(is_time_word(sentence.words[n].lemma) for n in phrase)


def _told_to(sentence: Sentence, clause: Clause, verb: Word) -> Speaker | None:
    """The outlet somebody told it: "рассказал агентству «Пример»"; None where nobody is named."""
    for span in name_spans(sentence, "ORG"):
        word = sentence.words[span.first]
        beside = sentence.words[span.first - 1] if span.first else word
        around = [word, beside, sentence.words[max(span.first - 2, 0)]]
        dative = any(w.case == "Dat" and w.pos in ("NOUN", "PROPN") for w in around)
        if clause.holds(span.first) and dative and span.first > verb.i - 3:
            name = from_dative(sentence, span.first, span.last)
            return Speaker(name=name, kind=speaker_kind(name), cue=verb.text)
    return None
