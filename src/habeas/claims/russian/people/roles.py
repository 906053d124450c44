"""What a person is told to be: the words before and after a name, and the name's case."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.claims.russian.figures.quantities import is_human
from habeas.claims.russian.parse.lemmas import CASES, parses
from habeas.claims.russian.parse.parsing import Sentence, Word
from habeas.claims.russian.people.name_forms import can_stand, name_forms
from habeas.claims.russian.people.names import NameSpan
from habeas.claims.russian.speech.owners import is_whose

_NOMINATIVE_ENDS = ("ов", "ев", "ёв", "ин", "ын", "ский", "цкий")
_SHORT_NAME = 3
_LIKELIER = ("accs", "gent", "datv", "ablt", "loct", "nomn")
_FULL = {ours: theirs for theirs, ours in CASES.items()}
LONGEST_ROLE = 10
"""Words between the noun of a role ("один из", "заместитель") and the name after it, at most."""


def role_before(sentence: Sentence, span: NameSpan) -> tuple[int, int] | None:
    """First place and head of the role before a name: "бывший учитель из Лиды"; None for none."""
    found = _role_before(sentence, span)
    return (
        found if found is not None and _can_be(sentence.words[found[1]], sentence, span) else None
    )


def _can_be(role: Word, sentence: Sentence, span: NameSpan) -> bool:
    """False for "муж Анны Зориной": the name tells whose, and stands in no case of the noun."""
    known = {p.tag.case for p in parses(role.text) if p.tag.POS in ("NOUN", "PRTF", "ADJF")}
    names = [w.text for w in sentence.words[span.first : span.last + 1]]
    if is_whose(role, sentence.words[span.first : span.last + 1]):
        return False
    return not known or any(can_stand(names, str(case)) for case in known)


def _role_before(sentence: Sentence, span: NameSpan) -> tuple[int, int] | None:
    words = sentence.words
    name = words[span.first]
    case = case_of_name(words[span.first : span.last + 1])
    head = name.head
    while case == "Nom" and _is_role_of_another(words, head, span.first):
        head = words[head].head
    if 0 <= head < span.first and span.first - head <= 8 and is_human(words[head]):
        named = any(w.entity == "PER" and w.case != "Gen" for w in words[head + 1 : span.first])
        below = [] if named else [n for n in sentence.subtree(head) if n < span.first]
        if not named and not any(
            words[n].is_mark and words[n].text not in '«»"' for n in range(head, span.first)
        ):
            return _run_of(sentence, head, below), head
    before = words[span.first - 1] if span.first else None
    if before is not None and is_human(before) and before.case in (name.case, case):
        return _first_of_phrase(sentence, before), before.i
    return _told_by_run(sentence, span, case)


def _is_role_of_another(words: Sequence[Word], head: int, name: int) -> bool:
    """ "сын лидера Павел Зорин": a genitive that the name hangs on by mistake."""
    return 0 <= head < name and words[head].case == "Gen" and 0 <= words[head].head < head


def _told_by_run(sentence: Sentence, span: NameSpan, case: str) -> tuple[int, int] | None:
    """The noun in the name's case among those that lead to it: "заместитель директора X"."""
    words = sentence.words
    at = span.first - 1
    while at >= 0 and span.first - at <= LONGEST_ROLE and _may_be_role(words[at]):
        if case and words[at].case == case and is_human(words[at]):
            return _first_of_phrase(sentence, words[at]), at
        at -= 1
    return None


def _may_be_role(word: Word) -> bool:
    if word.entity:
        return word.entity in ("ORG", "LOC")
    return word.text in '«»"-' or word.pos in ("NOUN", "ADJ", "PROPN", "DET")


def _first_of_phrase(sentence: Sentence, noun: Word) -> int:
    first = noun.i
    while first > 0 and modifies(sentence.words[first - 1], noun):
        first -= 1
    return first


def _run_of(sentence: Sentence, head: int, below: list[int]) -> int:
    """The first of the places that lead without a gap to a head, what opens it left out."""
    first = head
    while first - 1 in below and not sentence.words[first - 1].is_mark:
        if sentence.words[first - 1].case != sentence.words[head].case:
            break
        first -= 1
    return first


def role_after(sentence: Sentence, span: NameSpan) -> tuple[int, int, int] | None:
    """First and last place and head of "…, редактор сайта" or "… (студент)"; None for none."""
    words = sentence.words
    at = span.last + 1
    if at + 1 >= len(words) or words[at].text not in (",", "(", "—"):
        return None
    end = next(
        (w.i for w in words[at + 1 :] if w.text in (",", ")", ".", ";", "—", ":")), len(words)
    )
    inside = words[at + 1 : end]
    head = next((w for w in inside if is_human(w) and w.pos != "VERB"), None)
    if head is None or any(_is_finite(w) for w in inside) or any(w.entity == "PER" for w in inside):
        return None
    if any(w.pos not in ("ADJ", "DET") for w in words[at + 1 : head.i]):
        return None
    same = head.case == case_of_name(words[span.first : span.last + 1]) or words[at].text == "("
    return (at + 1, end - 1, head.i) if same else None


def _is_finite(word: Word) -> bool:
    return word.pos in ("VERB", "AUX") and word.feats.get("VerbForm") != "Part"


def case_of_name(words: Sequence[Word]) -> str:
    """The case most words are in; the last word tells of a tie, a masculine surname of all."""
    if words[-1].text.endswith(_NOMINATIVE_ENDS) and len(words[-1].text) > _SHORT_NAME:
        return "Nom"
    told = [word.case for word in reversed(words) if word.case]
    case = max(told, key=told.count) if told else ""
    if case and not can_stand([w.text for w in words], CASES[case]):
        forms = next(filter(None, name_forms([w.text for w in words])), ())
        known = {c for _, c in forms}
        case = next((_FULL[c] for c in _LIKELIER if c in known), case)
    return case


def modifies(before: Word, noun: Word) -> bool:
    """True for an adjective that agrees with the noun after it."""
    return (
        before.pos in ("ADJ", "DET")
        and before.case == noun.case
        and before.feats.get("Number") == noun.feats.get("Number")
        and before.entity != "PER"
    )
