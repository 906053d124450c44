"""Items of lists: what one leaves to its heading, and terms told without a verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from habeas.claims.russian.acts.frames import Frame, Mode, Scene
from habeas.claims.russian.acts.verbless import act_of_noun
from habeas.claims.russian.lexicon import act_by_noun, act_by_verb, word_list
from habeas.claims.russian.lists.lists import joined
from habeas.claims.russian.parse.clauses import clause_of
from habeas.claims.russian.parse.parsing import Sentence, Word
from habeas.claims.russian.people.people import People
from habeas.model.claims import Act

_TERMS = frozenset({"год", "месяц", "сутки", "полгода"})
_OF_PRISON = word_list("lists", "items.of_prison")
_OF_CUSTODY = frozenset({"арест", "стража", "сизо", "следствие"})
_HEADINGS = {"срок": Act.SENTENCE, "суд": Act.SENTENCE, "свобода": Act.RELEASE, "воля": Act.RELEASE}
_LONGEST = 8
"""Words of a line without a full stop that may be a heading."""
_SHORT = 4
"""Words of a sentence of a paragraph that may be one."""
_NEAR = 12
"""Words between a name and its term."""


def heading_act(sentence: Sentence, frames: Sequence[Frame]) -> Act | None:
    """The act that a heading or an opening with a colon gives to the list after it."""
    words = [w for w in sentence.words if not w.is_mark]
    ends = sentence.words[-1].text
    opens = ends == ":"
    line = sentence.after_break and ends not in (".", "!", "?", "…") and len(words) <= _LONGEST
    aside = sentence.after_break and ends == "." and len(words) <= _SHORT
    if not (opens or line or aside):
        return None
    if frames:
        told = [f for f in frames if f.mode is not Mode.THING and f.act is not Act.MEET]
        return (
            told[-1].act if told and (opens or not any(p.name for p in told[-1].patients)) else None
        )
    for word in words:
        act = act_of_noun(word) or act_by_noun().get(word.lemma) or _HEADINGS.get(word.lemma)
        act = act or (act_by_verb().get(word.lemma) if opens else None)
        if act is not None:
            return act
    return None


def items(scene: Scene, frames: Sequence[Frame]) -> Iterator[Frame]:
    """The acts of an item: those of its terms, else that of its heading."""
    words = scene.sentence.words
    named = _opening_names(scene)
    terms = list(_terms(words))
    ahead = [f for f in frames if not terms or f.trigger < terms[0]]
    taken = {p.first for f in ahead for p in f.patients}
    if named and named[0].first not in taken:
        term = next((t for t in terms if _is_term_of(scene, named[-1], t)), None)
        act = _act_of_term(words, term) if term is not None else scene.heading
        if act is not None and not _has_predicate(scene, named[-1], told=term is not None):
            at = clause_of(scene.clauses, named[0].head)
            place = term if term is not None else named[0].head
            yield Frame(
                act=act,
                mode=Mode.STATE,
                trigger=named[0].head,
                clause=max(at, 0),
                patients=tuple(named),
                span=(named[0].first, _end_of_item(scene, place)),
            )
            return
    yield from _terms_after(scene, frames, terms)


def _opening_names(scene: Scene) -> list[People]:
    """The people whose names open a sentence: "Корбут Алесь", "Анна Соль и Павел Зорин"."""
    found: list[People] = []
    for people in scene.people:
        if people.name is None or people.preposition:
            continue
        if not found and people.first > 1:
            return []
        if found and not joined(found[-1], people, scene):
            break
        found.append(people)
    return found


def _has_predicate(scene: Scene, people: People, *, told: bool) -> bool:
    """True where a verb tells of a name: in its own run of words if a term follows it."""
    clause = clause_of(scene.clauses, people.head)
    if clause < 0:
        return False
    place = scene.clauses[clause].predicate
    if place is None:
        return False
    if not told:
        return True
    between = scene.sentence.words[people.last + 1 : place]
    return not any(w.text in (",", ":", ";", ".", "—") for w in between) or place < people.first


def _terms(words: Sequence[Word]) -> Iterator[int]:
    """Places of the nouns of terms: "12 лет", "полтора года", "15 суток"."""
    for word in words[1:]:
        before = words[word.i - 1]
        counted = before.pos == "NUM" or before.text[0].isdigit()
        if word.lemma in _TERMS and (counted or word.lemma == "полгода"):
            yield word.i


def _is_term_of(scene: Scene, people: People, term: int) -> bool:
    """True where a term stands apart after a name and is no age."""
    words = scene.sentence.words
    if not people.last < term <= people.last + _NEAR:
        return False
    first = term - 1
    while first > people.last and (words[first - 1].pos == "NUM" or words[first - 1].lemma == "по"):
        first -= 1
    mark = words[first - 1]
    if not mark.is_mark:
        return False
    return words[term].lemma == "сутки" or _tells_prison(words, term) or _is_headed(scene, mark)


def _is_headed(scene: Scene, mark: Word) -> bool:
    return scene.heading in (Act.SENTENCE, Act.ARREST) and mark.text in ("—", "–", "-", ":")


def _tells_prison(words: Sequence[Word], term: int) -> bool:
    after = words[term + 1 : term + 5]
    kinds = _OF_PRISON | _OF_CUSTODY
    if any(w.lemma in kinds for w in after):
        return True
    return bool(after) and after[0].lemma in ("за", "по")


def _act_of_term(words: Sequence[Word], term: int) -> Act:
    after = words[term + 1 : term + 4]
    custody = words[term].lemma == "месяц" and any(w.lemma in _OF_CUSTODY for w in after)
    return Act.ARREST if custody else Act.SENTENCE


def _end_of_item(scene: Scene, place: int) -> int:
    """The last word of the run that holds a place."""
    words = scene.sentence.words
    end = place
    while end + 1 < len(words) and words[end + 1].text not in (",", ";", ".", "!", "…"):
        end += 1
    return end


def _terms_after(scene: Scene, frames: Sequence[Frame], terms: Sequence[int]) -> Iterator[Frame]:
    """ "Корбут Алесь: задержан 6 марта, 15 суток": a term told after an act on one person."""
    words = scene.sentence.words
    told = [f for f in frames if f.act is Act.ARREST and f.patients]
    for term in terms:
        before = [f for f in told if f.trigger < term and f.patients[0].count is None]
        first = term - 1
        while first > 0 and (
            words[first - 1].lemma in ("по", "на") or words[first - 1].pos == "NUM"
        ):
            first -= 1
        apart = first > 0 and words[first - 1].text in (",", ";", "—")
        if before and apart and words[term].lemma == "сутки":
            yield Frame(
                act=Act.SENTENCE,
                mode=Mode.STATE,
                trigger=term,
                clause=before[-1].clause,
                patients=before[-1].patients,
                span=(first, _end_of_item(scene, term)),
            )
            return
