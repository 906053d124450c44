"""Whom a sentence speaks of: the people it counts, names or describes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.claims.russian.figures.quantities import Counted, find_counts, is_human
from habeas.claims.russian.parse.clauses import is_predicate
from habeas.claims.russian.parse.lemmas import CASES, plain
from habeas.claims.russian.parse.parsing import Sentence, Word
from habeas.claims.russian.parse.phrases import in_nominative
from habeas.claims.russian.people.families import family_name
from habeas.claims.russian.people.name_forms import can_stand
from habeas.claims.russian.people.names import NameSpan, name_spans, nominative
from habeas.claims.russian.people.peoples import nationalities
from habeas.claims.russian.people.roles import (
    LONGEST_ROLE,
    case_of_name,
    modifies,
    role_after,
    role_before,
)
from habeas.claims.russian.speech.owners import is_whose
from habeas.model.claims import Mention

_OBLIQUE = frozenset({"Dat", "Ins", "Loc"})
_EVERYBODY = frozenset({"все", "оба", "остальной", "никто", "кто-то"})
_HE = frozenset({"он", "она", "его", "ее", "я"})
THEY = frozenset({"они", "их"})
"""Pronouns for several: those told before."""
_WITHIN_ROLE = frozenset({"«", "»", '"', "“", "”", "-", "–", "—"})
_SINGLED_OUT = (
    "из них",
    "среди них",
    "в том числе",
    "в их числе",
    "включая",
    "из которых",
    "среди которых",
    "в числе которых",
    "в числе них",
    "из этого числа",
    "из этих",
    "в частности",
    "из числа",
    "в списке",
    "в список вошли",
    "в список попали",
    "в список включены",
    "в списках",
    "речь идет о",
    "речь идёт о",
    "в их число вошли",
    "в это число вошли",
    "среди них назывались имена",
    "среди них названы",
    "среди них оказались",
    "среди них оказался",
    "среди них оказалась",
    "назывались имена",
    "названы имена",
    "это",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """A phrase of a sentence that stands for people.

    Attributes:
        first, last: Places of its first and last word, inclusive.
        head: Place of the word that the sentence hangs it by.
        case: The case it stands in; "" where the form does not tell (digits: "12 человек").
        preposition: Dictionary form of the preposition before it, or "".
        count: How many, or None.
        name: Place span of a name, or None.
        is_pronoun: True for "он", "она".
        is_member: True where it is singled out of others ("из них", "в том числе").
        is_unsaid: True where a verb leaves out whom it means: "Через час отпустили".
    """

    first: int
    last: int
    head: int
    case: str
    preposition: str
    count: Counted | None = None
    name: NameSpan | None = None
    is_pronoun: bool = False
    is_member: bool = False
    is_unsaid: bool = False

    @property
    def is_sure(self) -> bool:
        """False for a bare number, which may count anything."""
        return self.count is None or self.count.is_sure


def find_people(sentence: Sentence) -> tuple[People, ...]:
    """The people of a sentence, in order: counted, named, then those only described."""
    spans = list(name_spans(sentence, "PER"))
    named = [_of_name(sentence, s) for s in spans if not _is_where_from(sentence, s)]
    counted = [
        _of_count(sentence, c)
        for c in find_counts(sentence)
        if not _is_one_named(sentence, c, spans)
    ]
    taken = {n for p in (*counted, *named) for n in range(p.first, p.last + 1)}
    found = [*counted, *named]
    for word in sentence.words:
        if word.i in taken:
            continue
        stands_for = word.lemma in _HE | THEY and word.pos in ("PRON", "DET")
        stands_for = stands_for and not _is_owner(sentence, word)
        described = is_human(word) and not _is_modifier(sentence, word)
        if stands_for or described or word.lemma in _EVERYBODY or _are_all(sentence, word):
            found.append(_of_word(sentence, word))
    return tuple(sorted(found, key=lambda p: p.first))


def _are_all(sentence: Sentence, word: Word) -> bool:
    """ "выпустят всех, кто признает вину": everybody, with no noun after it."""
    if word.text.lower() != "всех" or word.pos not in ("PRON", "DET"):
        return False
    after = sentence.words[word.i + 1 : word.i + 2]
    before = sentence.words[word.i - 1] if word.i else word
    return all(w.is_mark or w.pos == "SCONJ" for w in after) and before.pos != "ADP"


def _is_where_from(sentence: Sentence, span: NameSpan) -> bool:
    """ "Анна Соль (Лида)": a place that was taken for a name."""
    words = sentence.words
    if span.first != span.last or span.first < 2 or span.last + 1 >= len(words):
        return False
    around = words[span.first - 1].text + words[span.last + 1].text
    return around == "()" and words[span.first - 2].entity == "PER"


def _is_one_named(sentence: Sentence, counted: Counted, spans: Sequence[NameSpan]) -> bool:
    """ "один из лидеров протеста Павел Зорин": who somebody is, and no count."""
    name = next((s for s in spans if s.first > counted.last), None)
    return name is not None and _one_of(sentence, name) == counted.first


def _one_of(sentence: Sentence, span: NameSpan) -> int | None:
    """Place of "один" where "один из …" leads to a name; None elsewhere."""
    words = sentence.words
    for word in reversed(words[max(span.first - LONGEST_ROLE, 0) : span.first]):
        if (word.is_mark and word.text not in _WITHIN_ROLE) or is_predicate(word):
            return None
        if word.lemma == "один" and words[word.i + 1].lemma == "из":
            return word.i
    return None


def _is_owner(sentence: Sentence, word: Word) -> bool:
    """ "его брат": whose somebody is."""
    if not 0 <= word.head < len(sentence.words) or word.rel.startswith(("obj", "nsubj", "iobj")):
        return False
    owned = sentence.words[word.head]
    return owned.i > word.i and owned.pos in ("NOUN", "PROPN")


def _of_count(sentence: Sentence, counted: Counted) -> People:
    words = sentence.words
    last = max(counted.last, counted.noun if counted.noun is not None else 0)
    noun = words[counted.noun] if counted.noun is not None else words[counted.last]
    number = next(
        (w.case for w in words[counted.first : counted.last + 1] if w.pos == "NUM" and w.case), ""
    )
    case = noun.case if noun.case in _OBLIQUE else ""
    if not case and counted.noun is None:
        case = _case_of_numeral(noun)
    if number in _OBLIQUE:
        case = number
    if not case and noun.case == "Nom":
        case = "Nom" if words[counted.last].lemma in ("один", "тысяча", "сотня") else ""
    first = min(counted.first, counted.noun if counted.noun is not None else counted.first)
    return People(
        first=first,
        last=_end_of_phrase(sentence, last),
        head=noun.i,
        case=case,
        preposition=_preposition(sentence, first),
        count=counted,
        is_member=_is_singled_out(sentence, first) or _is_of_them(sentence, counted.last),
    )


def _is_of_them(sentence: Sentence, last: int) -> bool:
    """ "114 из них", "двое из которых"."""
    after = [w.lemma for w in sentence.words[last + 1 : last + 3]]
    return len(after) == 2 and after[0] == "из" and after[1] in ("они", "который")


def _case_of_numeral(word: Word) -> str:
    """ "двоих" is no subject and "двое" no object; a cardinal or digits may be either."""
    if plain(word.text).endswith(("оих", "оим", "ерых", "ерым")):
        return "Dat" if plain(word.text).endswith("м") else "Acc"
    if plain(word.text).endswith(("ое", "еро")):
        return "Nom"
    if plain(word.text).endswith(("мя", "ыми", "оими")):
        return "Ins"
    return (
        "Dat"
        if plain(word.text).endswith(("ум", "ем", "рем"))
        and word.text.isalpha()
        and word.lemma not in ("семь", "восемь")
        else ""
    )


def _of_name(sentence: Sentence, span: NameSpan) -> People:
    words = sentence.words
    role = role_before(sentence, span)
    first = role[0] if role is not None else span.first
    one = _one_of(sentence, span)
    case = case_of_name(words[span.first : span.last + 1])
    if one is not None:
        first, case = one, words[one].case or case
    elif role is not None and (told := words[role[1]].case):
        names = [w.text for w in words[span.first : span.last + 1]]
        case = told if told not in CASES or can_stand(names, CASES[told]) else case
    if (
        role is None
        and span.first
        and is_whose(words[span.first - 1], words[first : span.last + 1])
    ):
        case = "Gen"
    return People(
        first=first,
        last=span.last,
        head=role[1] if role is not None else span.first,
        case=case,
        preposition=_preposition(sentence, first),
        name=span,
        is_member=_is_singled_out(sentence, first),
    )


def _of_word(sentence: Sentence, word: Word) -> People:
    first = word.i
    while first > 0 and modifies(sentence.words[first - 1], word):
        first -= 1
    is_pronoun = word.lemma in _HE | THEY
    return People(
        first=first,
        last=word.i if is_pronoun else _end_of_phrase(sentence, word.i),
        head=word.i,
        case=word.case,
        preposition=_preposition(sentence, first),
        is_pronoun=is_pronoun,
        is_member=_is_singled_out(sentence, first),
    )


def _is_modifier(sentence: Sentence, word: Word) -> bool:
    """True for "задержанных протестующих": the next word is who."""
    after = sentence.words[word.i + 1] if word.i + 1 < len(sentence.words) else None
    return (
        after is not None
        and word.pos in ("ADJ", "VERB")
        and is_human(after)
        and after.case == word.case
    )


def _end_of_phrase(sentence: Sentence, last: int) -> int:
    """The last word of what belongs to a noun before it: "участников «дела»", "старше 60 лет"."""
    words = sentence.words
    at = last + 1
    if at + 2 < len(words) and words[at].lemma in ("старше", "старый", "младше", "моложе"):
        return min(at + 2, len(words) - 1)
    while at < len(words):
        word = words[at]
        opens = word.text in '«"“„' and at + 1 < len(words)
        if opens:
            close = next((w.i for w in words[at + 1 : at + 9] if w.text in '»"”“'), None)
            if close is None:
                break
            last, at = close, close + 1
        elif (
            word.case == "Gen"
            and word.pos in ("NOUN", "PROPN", "ADJ")
            and word.entity != "PER"
            and not is_human(word)
        ):
            last, at = at, at + 1
        else:
            break
    return last


def _preposition(sentence: Sentence, first: int) -> str:
    place = first - 1
    while place > 0 and sentence.words[place].pos in ("ADJ", "DET", "VERB") and first - place <= 2:
        if not sentence.words[place].case:
            break
        place -= 1
    before = sentence.words[place] if first else None
    if before is None or before.pos != "ADP":
        return ""
    # "среди помилованных восемь женщин" opens a list; "из обещанных 553" stands for those 553.
    return before.lemma if place == first - 1 or before.lemma == "из" else ""


def _is_singled_out(sentence: Sentence, first: int) -> bool:
    """True where "из них", "в том числе", "среди них" opens the phrase."""
    before = [
        w.text.lower()
        for w in sentence.words[max(first - 6, 0) : first]
        if w.text not in ("—", "–", "-", ":", "«")
    ]
    while before and before[-1] in ("и", "ещё", "еще", "уже", "есть", "были", "был", "была"):
        before = before[:-1]
    told = " ".join(before)
    return any(told == run or told.endswith(" " + run) for run in _SINGLED_OUT)


def read_mention(sentence: Sentence, people: People, stands: str = "") -> Mention:
    """The person a phrase names, in the nominative, with roles and nationality.

    Somebody only described ("с главой МИД") is named by the description.

    Args:
        sentence: The sentence.
        people: The phrase.
        stands: The case that the verb wants it in (`Nom`, `Acc`); "" where that is not known, and
            the case of the role then tells.
    """
    span = people.name
    words = sentence.words
    if span is None:
        phrase = words[people.first : people.last + 1]
        return Mention(name=in_nominative(phrase, words[people.head]), named=False)
    roles = []
    if people.first < span.first:
        roles.append(in_nominative(words[people.first : span.first], words[people.head]))
    after = role_after(sentence, span)
    if after is not None:
        roles.append(in_nominative(words[after[0] : after[1] + 1], words[after[2]]))
    states = nationalities(sentence, people.first, span.first - 1)
    if after is not None and not states:
        states = nationalities(sentence, after[0], after[1])
    told = stands or (people.case if roles and people.first < span.first else "")
    name = family_name(sentence, span) or nominative(words[span.first : span.last + 1], told)
    return Mention(
        name=name,
        roles=tuple(roles),
        nationality=states[0] if states else None,
    )


def group_words(sentence: Sentence, people: People) -> str | None:
    """How the text calls the people counted or described; None for a bare number."""
    words = sentence.words
    counted = people.count
    if counted is None:
        return sentence.written(people.first, people.last)
    if counted.noun is None:
        return None
    first = counted.last + 1 if counted.noun > counted.last else counted.noun
    last = people.last if counted.noun > counted.last else counted.noun
    while first < last and words[first].is_mark:
        first += 1
    return sentence.written(first, last)
