"""What else states promise each other: an embassy reopened, aid, observers let in, a visit.

Each needs its thing by name and, where it could be anybody's, a state that does it: a bank's
loan, an exhibition opened at an embassy and a relative let in to see a prisoner are none.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from habeas.claims.capitals import actor_state
from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.acts.relief import is_by_a_state
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
    undergoers,
)
from habeas.claims.english.parse.trees import sentence_of
from habeas.claims.english.people.people import is_office
from habeas.claims.english.promises.openers import conditions_of
from habeas.claims.english.speech.speakers import governing_verb
from habeas.model.claims import Act, Stance

MISSIONS = word_list("acts", "concessions.missions")
OPENING = word_list("acts", "concessions.opening")
RESTORING = word_list("acts", "concessions.restoring")
RELATIONS = word_list("acts", "concessions.relations")
GIVING = word_list("acts", "concessions.giving")
PROMISING = word_list("acts", "concessions.promising")
AID = word_list("acts", "concessions.aid")
CURRENCIES = word_list("acts", "concessions.currencies")
VISITORS = word_list("acts", "concessions.visitors")
LETTING = word_list("acts", "concessions.letting")
NOUNS_OF_OPENING = frozenset({"opening", "reopening", "re-opening", "restoration", "resumption"})
_OTHER_AID = word_list("acts", "concessions.other_aid")
_AMOUNTS = word_list("acts", "concessions.amounts")
_BODIES = word_list("acts", "concessions.bodies")
_COUNTRIES = word_list("acts", "concessions.countries")
_BODIES_OF_VISITORS = word_list("acts", "concessions.bodies_of_visitors")
_ENTERING = word_list("acts", "concessions.entering")
_ELSEWHERE = word_list("acts", "concessions.elsewhere")
_GRANTING = frozenset({"grant", "give"})
_RETURN = frozenset({"return", "exchange"})
_TOLD = frozenset({Stance.PROMISED, Stance.ANNOUNCED, Stance.DENIED})


@cache
def conceding_verbs() -> frozenset[str]:
    """Lemmas of every verb at which `find_concession` can find anything."""
    return OPENING | RESTORING | GIVING | PROMISING | LETTING | {"visit"}


def find_concession(token: Token) -> Frame | None:
    """The frame of a verb or noun by which a state opens, gives, lets in or visits, else None."""
    if not is_verb(token):
        return _of_noun(token) if token.pos_ == "NOUN" else None
    # "the embassy opened in May", "aid given to Ruritania": only which one is meant.
    if token.dep_ == "amod" or (token.dep_ == "acl" and token.tag_ != "VB"):
        return None
    lemma = token.lemma_.lower()
    if lemma == "visit":
        return _visit(token)
    if lemma in LETTING | _GRANTING and (whom := _let_in(token)) is not None:
        return _frame(Act.GRANT_ACCESS, token, whom)
    if lemma in OPENING | RESTORING and (thing := _opened(token)) is not None:
        return _frame(Act.OPEN_EMBASSY, token, thing)
    if lemma in GIVING | PROMISING and (thing := _given(token)) is not None:
        return _frame(Act.GIVE_AID, token, thing)
    return None


def is_pledged(frame: Frame) -> bool:
    """True where the verb of a frame is itself the promise: "pledged a loan"."""
    return (
        frame.act is Act.GIVE_AID
        and frame.form is Form.CLAUSE
        and frame.trigger.lemma_.lower() in PROMISING
    )


def _frame(act: Act, verb: Token, thing: Token) -> Frame:
    who = agent(verb)
    return Frame(
        act=act,
        trigger=verb,
        clause=verb,
        form=Form.CLAUSE,
        agent=None if who == thing else who,
        thing=thing,
    )


def _opened(verb: Token) -> Token | None:
    """The embassy that is opened, or the relations that are restored."""
    things = undergoers(verb)
    if not things and not is_passive(verb) and verb.lemma_.lower() not in ("open", *RESTORING):
        things = children(verb, "nsubj")  # "the embassy will reopen"
    if verb.lemma_.lower() in RESTORING:
        return next((t for t in things if _is_relations(t) or _is_mission(t)), None)
    # "opened its embassy to the families", "for one day": its doors alone.
    if any(t.lower_ in ("to", "for") for t in children(verb, "prep", "dative")):
        return None
    return next((t for t in things if _is_mission(t)), None)


def _is_mission(token: Token) -> bool:
    if token.lemma_.lower() in MISSIONS:
        return True
    diplomatic = any(t.lemma_.lower() == "diplomatic" for t in children(token, "amod"))
    return diplomatic and token.lemma_.lower() in ("mission", "representation", "presence")


def _is_relations(token: Token) -> bool:
    about = {t.lemma_.lower() for t in children(token, "amod")}
    return token.lemma_.lower() in RELATIONS and "diplomatic" in about


def _given(verb: Token) -> Token | None:
    """The money or aid that a state gives a state, or offers on a condition."""
    things = [t for t in undergoers(verb) if _is_aid(t)]
    donor = agent(verb)
    if not things or donor is None or not _is_donor(donor):
        return None
    whom = [*children(verb, "dative"), *prepositional_objects(verb, "to", "for")]
    whom += [t for given in things for t in prepositional_objects(given, "to", "for")]
    whom += [
        t for below in _aid_within(things[0]) for t in prepositional_objects(below, "to", "for")
    ]
    whom = [t for t in whom if t.ent_type_ not in ("DATE", "TIME") and t.pos_ != "ADP"]
    if whom:
        return things[0] if any(_is_state(t) for t in whom) else None
    hinges = conditions_of(sentence_of(verb)) or _is_in_return(verb)
    return things[0] if verb.lemma_.lower() in PROMISING and hinges else None


def _is_aid(token: Token) -> bool:
    lemma = token.lemma_.lower()
    about = {t.lemma_.lower() for t in children(token, "amod", "compound")}
    if lemma in AID:
        return not about & _OTHER_AID
    if lemma in CURRENCIES:
        return child(token, "nummod") is not None
    return lemma in _AMOUNTS and any(t.text in "$€£" for t in children(token, "quantmod", "nmod"))


def _aid_within(token: Token) -> list[Token]:
    """The "aid" of "3 billion euros in aid to"."""
    return [t for t in prepositional_objects(token, "in", "of") if t.lemma_.lower() in AID]


def _is_donor(token: Token) -> bool:
    words = " ".join(t.text for t in token.subtree)
    return actor_state(words) is not None or token.lemma_.lower() in _BODIES


def _is_state(token: Token) -> bool:
    words = " ".join(t.text for t in token.subtree if t.dep_ in ("compound", "amod") or t == token)
    return actor_state(words) is not None or token.lemma_.lower() in _COUNTRIES


def _is_in_return(verb: Token) -> bool:
    return any(t.lower_ in _RETURN for t in prepositional_objects(verb, "in"))


def _let_in(verb: Token) -> Token | None:
    """Observers or a delegation that a state lets in: "let in", "allow to visit", "access to"."""
    if not is_by_a_state(verb) or (agent(verb) is None and not is_passive(verb)):
        return None
    if any(t.lemma_.lower() in _ELSEWHERE for t in verb.subtree):
        return None
    lemma = verb.lemma_.lower()
    if lemma in _GRANTING:
        return _given_access(verb)
    below = [t for t in children(verb, "ccomp", "xcomp") if t.lemma_.lower() in _ENTERING]
    whom = [t for clause in below for t in children(clause, "nsubj")]
    if lemma == "admit" or _is_inward(verb) or below:
        # "let in a delegation", "let rapporteurs into": the parser takes them for anything.
        whom += [*undergoers(verb), *children(verb, "ccomp"), *prepositional_objects(verb, "in")]
    return next((t for t in whom if t.pos_ != "VERB" and _is_visitor(t)), None)


def _given_access(verb: Token) -> Token | None:
    access = next((t for t in undergoers(verb) if t.lemma_.lower() == "access"), None)
    if access is None:
        return None
    whom = [*children(verb, "dative"), *prepositional_objects(verb, "to", "for")]
    whom += prepositional_objects(access, "to", "for")
    return next((t for t in whom if _is_visitor(t)), None)


def _is_inward(verb: Token) -> bool:
    """ "let in", "allow into the country"."""
    beside = children(verb, "prt", "advmod", "prep")
    beside += [t for whom in children(verb, "dobj", "ccomp") for t in children(whom, "prep")]
    return any(t.lower_ in ("in", "into") for t in beside)


def _is_visitor(token: Token) -> bool:
    return any(
        t.lemma_.lower() in VISITORS or t.lower_ in _BODIES_OF_VISITORS for t in coordinated(token)
    )


def _visit(verb: Token) -> Frame | None:
    """ "promised to visit Minsk": a state or its capital, by somebody in office."""
    who = agent(verb)
    place = next((t for t in undergoers(verb) if actor_state(_name(t)) is not None), None)
    if who is None or place is None or is_passive(verb) or not _is_promised(verb):
        return None
    if not any(is_office(t) for t in (who, *children(who, "compound", "appos"))):
        return None
    return Frame(
        act=Act.MEET,
        trigger=verb,
        clause=verb,
        form=Form.CLAUSE,
        patients=(who,),
        agent=who,
        thing=place,
    )


def _name(token: Token) -> str:
    return " ".join(t.text for t in token.subtree if t.dep_ in ("compound", "det") or t == token)


def _is_promised(verb: Token) -> bool:
    above = english().governing.get(verb.head.lemma_.lower())
    return verb.dep_ == "xcomp" and above is Stance.PROMISED


def _of_noun(token: Token) -> Frame | None:
    """ "promised the reopening of the embassy": only where its verb says that it is to come."""
    if token.lemma_.lower() not in NOUNS_OF_OPENING:
        return None
    things = prepositional_objects(token, "of")
    thing = next((t for t in things if _is_mission(t) or _is_relations(t)), None)
    governor, _ = governing_verb(token)
    stance = english().nominal.get(governor.lemma_.lower())
    if thing is None or stance not in _TOLD:
        return None
    return Frame(
        act=Act.OPEN_EMBASSY,
        trigger=token,
        clause=clause_head(phrase_head(token).head),
        form=Form.NOUN,
        thing=thing,
    )
