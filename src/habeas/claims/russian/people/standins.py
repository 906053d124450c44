"""Words that stand for somebody told before: "она", "активистку", a verb with nobody beside it."""

from __future__ import annotations

from dataclasses import replace

from habeas.claims.russian.acts.frames import Frame, Mode, Scene
from habeas.claims.russian.lexicon import russian, word_list
from habeas.claims.russian.parse.clauses import Opening
from habeas.claims.russian.parse.lemmas import parses
from habeas.claims.russian.parse.parsing import Sentence, Word
from habeas.claims.russian.people.people import THEY, People

_POINTING = frozenset({"этот", "сам", "данный", "указанный", "тот", "оба", "весь"})
_OTHERS = word_list("people", "standins.others")
_CLIENTS = frozenset({"подзащитный", "подзащитная", "доверитель", "доверительница", "клиент"})
_OWN = frozenset({"мой", "наш", "он", "она", "его", "ее"})
_COURTS = word_list("people", "standins.courts")
"""Nouns for those who detain and let go: beside one of them the verb still lacks its object."""
_GENDERS = {"Masc": "masc", "Fem": "femn"}
_OBJECTS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def bare_noun(sentence: Sentence, people: People) -> str:
    """Dictionary form of a noun that alone, or after "этот", describes people; "" for others."""
    if people.name is not None or people.count is not None or people.is_pronoun:
        return ""
    before = sentence.words[people.first : people.head]
    if people.first and sentence.words[people.first - 1].lemma in _OTHERS:
        return ""
    client = sentence.words[people.head].lemma in _CLIENTS
    bare = people.last == people.head and all(
        w.lemma in _POINTING or (client and w.lemma in _OWN) for w in before
    )
    return sentence.words[people.head].lemma if bare else ""


def form_of(sentence: Sentence, people: People) -> str:
    """`masc`, `femn` or `plur` of the word that stands for people; "" where it does not tell."""
    word = sentence.words[people.head]
    if word.lemma in THEY or word.feats.get("Number") == "Plur":
        return "" if people.is_unsaid and word.feats.get("VerbForm") == "Fin" else "plur"
    if word.lemma in ("он", "его"):
        return "masc"
    if word.lemma in ("она", "ее"):
        return "femn"
    told = _GENDERS.get(word.feats.get("Gender", ""), "")
    if people.is_unsaid or told:
        return told
    return next((str(p.tag.gender) for p in parses(word.text) if p.tag.gender), "")


def left_unsaid(frame: Frame, scene: Scene) -> Frame | None:
    """The frame of a verb whose people the clause leaves out: "Через час отпустили".

    None where somebody stands in the clause whom the verb could mean.
    """
    clause = scene.clauses[frame.clause]
    if frame.mode not in (Mode.OBJECT, Mode.SUBJECT):
        return None
    if clause.opening not in (Opening.MAIN, Opening.THAT) or clause.predicate is None:
        return None
    words = [w for w in scene.sentence.words if clause.holds(w.i)]
    if any(scene.sentence.words[p.head].lemma not in _COURTS for p in scene.within(frame.clause)):
        return None
    verb = scene.sentence.words[frame.trigger]
    lists = russian().words
    if verb.lemma in lists["returning"] | lists["conveying"]:
        return None
    if verb.feats.get("VerbForm") == "Inf" or verb.feats.get("Person") in ("1", "2"):
        return None
    lacks = _lacks_object(verb, words) if frame.mode is Mode.OBJECT else _lacks_subject(verb, words)
    if not lacks:
        return None
    unsaid = People(
        first=frame.trigger,
        last=frame.trigger,
        head=frame.trigger,
        case="",
        preposition="",
        is_pronoun=True,
        is_unsaid=True,
    )
    return replace(frame, patients=(unsaid,))


def _lacks_object(verb: Word, words: list[Word]) -> bool:
    """True for "отпустили", and for "суд отпустил", with no object in the clause."""
    subject = next((w for w in words if w.case == "Nom" and w.pos in _OBJECTS), None)
    many = verb.feats.get("Number") == "Plur" and verb.feats.get("VerbForm") == "Fin"
    if subject is None and not many:
        return False
    if subject is not None and subject.lemma not in _COURTS:
        return False
    bound = {w.i for w in words if w.pos == "ADP"}
    for word in words:
        if word.pos not in _OBJECTS or word.case not in ("Acc", "Gen", "Dat"):
            continue
        alone = not any(n in bound for n in range(word.i - 3, word.i))
        if alone and word.head == verb.i and word.rel in ("obj", "iobj", "nsubj:pass"):
            return False
    return not any(w.lemma == "весь" or w.entity == "PER" for w in words)


def _lacks_subject(verb: Word, words: list[Word]) -> bool:
    """True for "задержан в аэропорту", "сидит с мая", with no subject in the clause."""
    if verb.feats.get("Number") == "Plur" or verb.feats.get("Gender") == "Neut":
        return False
    subject = any(
        w.i != verb.i and w.case == "Nom" and (w.rel.startswith("nsubj") or w.pos == "PRON")
        for w in words
        if w.head == verb.i or w.pos == "PRON"
    )
    return not subject and not any(w.entity == "PER" or w.lemma == "никто" for w in words)
