"""What else became of people: charged, moved, bailed, swapped, taken again, missing, dead.

Each act is read from an active, passive, relative, participial or nominal form. A word that names
several things ("charge a fee", "move house", "die of old age") claims nothing unless its clause
speaks of custody or of a court.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Form, Frame, form_of
from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import (
    agent,
    child,
    children,
    clause_head,
    coordinated,
    is_passive,
    is_verb,
    phrase_head,
    prepositional_objects,
    subject,
    undergoers,
)
from habeas.claims.english.parse.trees import sentence_of, words_of
from habeas.claims.english.people.people import is_human, is_named, named_head
from habeas.model.claims import Act

_TOLD = (
    Act.CONDITIONAL_RELEASE,
    Act.REARREST,
    Act.EXCHANGE,
    Act.CHARGE,
    Act.TRANSFER,
    Act.DISAPPEAR,
    Act.DIE,
)
_COMPLEMENTS = frozenset("dobj acomp oprd advmod prt attr prep nmod xcomp ccomp".split())
_BEFORE_COMPLEMENT = word_list("acts", "fates.before_complement")
_ARRAIGNING = word_list("acts", "fates.arraigning")
_CONFINING = frozenset({"place", "put"})
_UNDERGONE = frozenset({Act.DIE, Act.DISAPPEAR})


def find_fate(token: Token) -> Frame | None:
    """The frame of a verb that says what became of people, else None."""
    if not is_verb(token) or (token.dep_ == "amod" and token.i < token.head.i):
        return None
    if (confined := _confined(token)) is not None:
        return confined
    for act in _acts_of().get(token.lemma_.lower(), ()):
        people = _PEOPLE_OF[act](token)
        patients = tuple(dict.fromkeys(p for t in people for p in coordinated(t) if is_human(p)))
        if patients:
            return Frame(
                act=act,
                trigger=token,
                clause=token,
                form=form_of(token),
                patients=patients,
                agent=None if act in _UNDERGONE else _doer(token, patients),
            )
    return None


@cache
def fateful_verbs() -> frozenset[str]:
    """Lemmas of every verb at which `find_fate` can find anything."""
    return frozenset(_acts_of()) | _CONFINING


def find_fate_noun(token: Token) -> Frame | None:
    """The frame of "the rearrest of", "a swap of 24 prisoners", "his death in custody"."""
    if token.pos_ != "NOUN" or token.dep_ in ("compound", "nmod"):
        return None
    lemma = token.lemma_.lower()
    act = next((a for a in _TOLD if lemma in english().acts[a].nouns), None)
    if act is None or not _is_of_custody(token, act):
        return None
    heads = prepositional_objects(token, "of") + children(token, "poss")
    patients = [p for t in heads for p in coordinated(t) if is_human(p) and p.pos_ != "PRON"]
    if not patients:
        return None
    return Frame(
        act=act,
        trigger=token,
        clause=clause_head(phrase_head(token).head),
        form=Form.NOUN,
        patients=tuple(dict.fromkeys(patients)),
        agent=next(iter(prepositional_objects(token, "by")), None),
    )


def is_captive(head: Token) -> bool:
    """True for people told as being in custody: "detainees", "a prisoner"."""
    return head.lemma_.lower() in english().words["captives"]


@cache
def _acts_of() -> dict[str, tuple[Act, ...]]:
    """For each verb the acts it can name, the closest first."""
    found: dict[str, list[Act]] = {}
    for act in _TOLD:
        words = english().acts[act]
        for verb in sorted(words.verbs | {verb for verb, _ in words.phrases}):
            found.setdefault(verb, []).append(act)
    found.setdefault("accuse", []).append(Act.CHARGE)
    return {verb: tuple(acts) for verb, acts in found.items()}


def _says(verb: Token, act: Act) -> bool:
    """True where a verb names an act by itself or with a complement of a set phrase."""
    words = english().acts[act]
    lemma = verb.lemma_.lower()
    if lemma in words.verbs:
        return True
    return any(first == lemma and _has(verb, word) for first, word in words.phrases)


def _has(verb: Token, word: str) -> bool:
    for below in verb.children:
        if below.dep_ in _COMPLEMENTS and word in (below.lemma_.lower(), below.lower_):
            return not any(t.dep_ == "neg" or t.lower_ == "no" for t in below.children)
        led_to = children(below, "pobj") if below.lower_ in _BEFORE_COMPLEMENT else []
        if below.dep_ == "prep" and any(word in (t.lemma_.lower(), t.lower_) for t in led_to):
            return True
    return False


def _done_to(verb: Token) -> list[Token]:
    """The people of a transitive verb, or of one whose subject undergoes it."""
    given = children(verb, "dative") + prepositional_objects(verb, "to")
    objects = [t for t in [*undergoers(verb), *given] if is_human(t)]
    if objects:
        return objects
    who = subject(verb)
    return [who] if who is not None else []


def _doer(verb: Token, patients: tuple[Token, ...]) -> Token | None:
    who = agent(verb)
    return None if who is not None and who in patients else who


def _charged(verb: Token) -> list[Token]:
    """ "charged X with", "X was indicted", "X faces charges", "brought charges against X"."""
    lemma = verb.lemma_.lower()
    if lemma == "accuse":
        who = agent(verb)
        return undergoers(verb) if who is not None and _accuses(who) else []
    if not _says(verb, Act.CHARGE):
        return []
    if lemma in _ARRAIGNING:
        objects = children(verb, "dobj", "nsubjpass")
        return [t for a in (verb, *objects) for t in prepositional_objects(a, "against")]
    if lemma in ("face", "stand", "go", "await"):
        who = subject(verb)
        return [who] if who is not None else []
    people = undergoers(verb)
    named = any(is_named(named_head(t)) for t in people)
    told = bool(prepositional_objects(verb, "with", "over", "under", "for", "on", "in"))
    told = told or any(prepositional_objects(t, "with", "over", "under") for t in people)
    return people if is_passive(verb) or named or told else []


def _accuses(who: Token) -> bool:
    words = {t.lemma_.lower() for t in who.subtree} | {t.lower_ for t in who.subtree}
    return bool(words & english().words["accusers"])


def _moved(verb: Token) -> list[Token]:
    """ "was transferred to a colony", "was extradited to Norland"."""
    if not _says(verb, Act.TRANSFER) or _has(verb, "arrest"):
        return []
    places = prepositional_objects(verb, "to", "into")
    if verb.lemma_ == "extradite":
        return undergoers(verb) if places or is_passive(verb) else []
    words = english().words
    cells = words["detention"] | words["facilities"]
    return undergoers(verb) if any(t.lemma_.lower() in cells for t in places) else []


def _bailed(verb: Token) -> list[Token]:
    return _done_to(verb) if _says(verb, Act.CONDITIONAL_RELEASE) else []


def _swapped(verb: Token) -> list[Token]:
    """ "was swapped for", "the two sides exchanged 24 prisoners"."""
    if not _says(verb, Act.EXCHANGE):
        return []
    people = undergoers(verb)
    against = any(is_human(t) for t in prepositional_objects(verb, "for"))
    against = against or any(is_human(o) for t in people for o in prepositional_objects(t, "for"))
    named = is_passive(verb) and any(is_named(named_head(t)) for t in people)
    named = named and bool(prepositional_objects(verb, "for"))
    return people if against or named or any(is_captive(t) for t in people) else []


def _taken_again(verb: Token) -> list[Token]:
    lemma = verb.lemma_.lower()
    if not _says(verb, Act.REARREST):
        return []
    if lemma in ("send", "take", "bring", "return"):
        inside = english().words["detention"]
        places = prepositional_objects(verb, "to", "into", "in", "behind")
        back = child(verb, "advmod", "prt")
        deeper = prepositional_objects(back, "to", "into", "in", "behind") if back else []
        if not any(t.lemma_.lower() in inside for t in (*places, *deeper)):
            return []
        if lemma != "return" and not is_passive(verb) and not children(verb, "dobj"):
            return []
    return _done_to(verb) if lemma == "return" else undergoers(verb)


def _confined(verb: Token) -> Frame | None:
    """ "was placed under house arrest": an arrest, where nothing says that a prison was before."""
    if verb.lemma_ not in _CONFINING or not _under_house_arrest(verb):
        return None
    patients = tuple(t for t in undergoers(verb) if is_human(t))
    if not patients:
        return None
    return Frame(
        act=Act.ARREST,
        trigger=verb,
        clause=verb,
        form=form_of(verb),
        patients=patients,
        agent=agent(verb),
    )


def _under_house_arrest(verb: Token) -> bool:
    under = prepositional_objects(verb, "under", "in")
    return any(t.lemma_ == "arrest" and child(t, "compound") is not None for t in under)


def _dead(verb: Token) -> list[Token]:
    if not _says(verb, Act.DIE) or not _is_of_custody(verb, Act.DIE):
        return []
    return _done_to(verb) if verb.lemma_ == "find" else _subjects(verb)


def _gone(verb: Token) -> list[Token]:
    if not _says(verb, Act.DISAPPEAR):
        return []
    return undergoers(verb) if is_passive(verb) else _subjects(verb)


def _subjects(verb: Token) -> list[Token]:
    who = subject(verb)
    return [who] if who is not None else []


def _is_of_custody(token: Token, act: Act) -> bool:
    """True unless an act that befalls anybody is told of people who are not in custody."""
    words = english().words
    if act is Act.DIE:
        held = words["detention"] | words["captives"] | {"cell", "detain", "imprison", "jail"}
        return any(t.lemma_.lower() in held for t in words_of(sentence_of(token)))
    if act is Act.TRANSFER:
        return any(is_captive(t) or is_named(t) for t in prepositional_objects(token, "of")) or (
            any(is_named(t) for t in children(token, "poss"))
        )
    if act is Act.EXCHANGE:
        people = prepositional_objects(token, "of") + children(token, "compound", "nmod")
        return any(is_captive(t) for t in people)
    return True


_PEOPLE_OF: dict[Act, Callable[[Token], list[Token]]] = {
    Act.CHARGE: _charged,
    Act.TRANSFER: _moved,
    Act.CONDITIONAL_RELEASE: _bailed,
    Act.EXCHANGE: _swapped,
    Act.REARREST: _taken_again,
    Act.DIE: _dead,
    Act.DISAPPEAR: _gone,
}
