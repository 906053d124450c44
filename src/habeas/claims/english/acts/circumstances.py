"""Releases told by their circumstances: "came home", "allowed to leave", "flown to Spain"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Frame, form_of
from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import (
    agent,
    child,
    children,
    coordinated,
    is_passive,
    is_verb,
    prepositional_objects,
    subject,
    undergoers,
)
from habeas.claims.english.parse.trees import neighbour
from habeas.claims.english.people.people import is_human, is_named, named_head
from habeas.claims.states import state_code, state_of
from habeas.model.claims import Act

_ARRIVING = frozenset({"arrive", "cross"})
_GOING = _ARRIVING | {"land", "return", "fly"}
_RECEIVING = frozenset({"receive", "welcome", "accept", "admit"})
_ADVERBIAL = ("advmod", "npadvmod", "prt", "acomp", "dobj", "attr", "prep")
_KIN = word_list("acts", "circumstances.kin")


def find_homecoming(verb: Token) -> Frame | None:
    """The frame of a verb by which people leave detention without being "freed", else None.

    Where neither the clause nor its subject tells of detention, the frame
    presumes that the text has: "she came home" frees only whom it told as held.
    """
    if not is_verb(verb) or _is_awaited(verb):
        return None
    words = english().words
    lemma = verb.lemma_
    if lemma in words["permitting"]:
        found = _allowed_out(verb)
    elif lemma in words["reuniting"]:
        found = _reunited(verb)
    elif lemma in words["homecoming"] | words["leaving"]:
        found = (_went_home(verb) if lemma in words["homecoming"] else []) or (
            _left(verb) if lemma in words["leaving"] else []
        )
    else:
        return None
    patients = tuple(t for head in found for t in coordinated(head) if is_human(t))
    if not patients:
        return None
    return Frame(
        act=Act.RELEASE,
        trigger=verb,
        clause=verb,
        form=form_of(verb),
        patients=tuple(dict.fromkeys(patients)),
        agent=agent(verb) if lemma in words["permitting"] else None,
        presumes=not _tells_of_detention(verb, patients),
    )


@cache
def homecoming_verbs() -> frozenset[str]:
    """Lemmas of every verb at which `find_homecoming` can find anything."""
    words = english().words
    return words["permitting"] | words["reuniting"] | words["homecoming"] | words["leaving"]


def _is_awaited(verb: Token) -> bool:
    """ "until all of them go home", "let forty go home": not told as an act of its own."""
    if any(t.lower_ in ("until", "till", "unless", "before") for t in children(verb, "mark")):
        return True
    permitted = verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in (
        english().words["permitting"] | english().words["demanding"]
    )
    return permitted and verb.tag_ == "VB"


def _allowed_out(verb: Token) -> list[Token]:
    """ "were allowed to leave", "let forty inmates go home", "permitted her to return home"."""
    for out in children(verb, "xcomp", "ccomp"):
        if not _leaves(out):
            continue
        who = child(out, "nsubj")
        if is_passive(verb):
            return [] if subject(verb) is None else [subject(verb)]  # type: ignore[list-item]
        return [t for t in (who or child(verb, "dobj"),) if t is not None]
    return []


def _leaves(verb: Token) -> bool:
    """ "leave", "go home", "rejoin their families"; not "leave the country"."""
    words = english().words
    if verb.lemma_ in words["reuniting"]:
        return True
    if verb.lemma_ == "leave":
        left = children(verb, "dobj")
        return all(_holds_people(t) for t in left)
    if verb.lemma_ == "go" and not children(verb, "prep", "xcomp", "dobj", "advmod", "acomp"):
        return True
    return verb.lemma_ in ("go", "return", "walk", "come") and (_is_homeward(verb) or _is_out(verb))


def _went_home(verb: Token) -> list[Token]:
    """ "came home on Tuesday", "is back home", "had arrived home", "flew home", "is home"."""
    if not _is_homeward(verb):
        return []
    if is_passive(verb) or children(verb, "dobj"):
        return [] if verb.lemma_ in ("come", "be") else undergoers(verb)
    who = subject(verb)
    return [who] if who is not None else []


def _is_homeward(verb: Token) -> bool:
    home = [t for t in verb.children if t.lower_ == "home" and t.dep_ in _ADVERBIAL]
    home += [t for t in prepositional_objects(verb, "to", "at") if _is_own_home(t)]
    backs = [t for t in children(verb, "advmod", "acomp", "prt") if t.lower_ == "back"]
    home += [t for b in backs for t in b.children if t.lower_ == "home"]
    home += [t for b in backs for t in prepositional_objects(b, "at", "in") if t.lemma_ == "home"]
    home += [t for b in backs for t in prepositional_objects(b, "with") if t.lemma_ in _KIN]
    return any(not any(c.dep_ in ("amod", "relcl") for c in t.children) for t in home)


def _is_own_home(place: Token) -> bool:
    """ "to his house in Sitra", "at home"."""
    own = place.lemma_ in ("house", "village") and child(place, "poss") is not None
    return own or place.lemma_ == "home"


def _is_out(verb: Token) -> bool:
    return any(t.lower_ in ("free", "out") and t.dep_ in _ADVERBIAL for t in verb.children)


def _reunited(verb: Token) -> list[Token]:
    """ "were reunited with their families", "rejoined her children"."""
    kin = prepositional_objects(verb, "with") + children(verb, "dobj")
    if not any(t.lemma_ in _KIN for t in kin):
        return []
    who = subject(verb)
    return [who] if who is not None else []


def _left(verb: Token) -> list[Token]:
    """ "had left the police stations", "walked through the prison gate"."""
    places = [t for t in children(verb, "dobj") if verb.lemma_ in ("leave", "exit")]
    places += [
        t
        for way in ("through", "out", "from")
        for t in prepositional_objects(verb, way)
        if verb.lemma_ not in ("leave", "exit")
    ]
    outs = [t for t in children(verb, "prep", "advmod", "prt") if t.lower_ == "out"]
    places += [p for out in outs for p in prepositional_objects(out, "of")]
    who = subject(verb)
    return [who] if who is not None and any(_holds_people(t) for t in places) else []


def _holds_people(place: Token) -> bool:
    words = english().words
    around = {place.lemma_.lower(), *(t.lemma_.lower() for t in place.children)}
    around |= {t.lemma_.lower() for t in prepositional_objects(place, "of")}
    return bool(around & words["detention"]) or (
        place.lemma_.lower() in words["stations"] and child(place, "compound") is not None
    )


def _tells_of_detention(verb: Token, patients: tuple[Token, ...]) -> bool:
    """True where the words of the clause say that these people were held."""
    words = english().words
    for word in verb.subtree:
        if word.lemma_.lower() in words["detention"] | words["captives"]:
            return word.lemma_.lower() not in words["captives"] or any(
                word == t or t.is_ancestor(word) for t in patients
            )
    return any(_is_counted_or_freed(t) and t.pos_ != "NUM" and _is_captive(t) for t in patients)


def _is_captive(head: Token) -> bool:
    acts = english().acts
    held = acts[Act.ARREST].verbs | acts[Act.HOLD].verbs | acts[Act.RELEASE].verbs
    return any(t.lemma_.lower() in held for t in head.subtree)


def find_conveyance(verb: Token) -> Frame | None:
    """ "the other nine were taken to Spain": where people set free were brought."""
    if not is_verb(verb) or verb.lemma_ not in english().words["conveying"]:
        return None
    receives = verb.lemma_ in _RECEIVING
    if verb.lemma_ in _GOING and not children(verb, "dobj", "auxpass"):
        who = subject(verb)
        heads = coordinated(who) if who is not None else []
    else:
        heads = undergoers(verb)
    ways = [verb, *(t for t in children(verb, "advmod", "prt", "prep") if t.lower_ == "back")]
    reached = [t for way in ways for t in prepositional_objects(way, "to", "into", "in")]
    places = [t for t in reached if t.ent_type_ in ("GPE", "LOC")]
    border = [t for t in prepositional_objects(verb, "to", "at") if t.lemma_ == "border"]
    home = any(t.lower_ == "home" and t.dep_ in ("advmod", "npadvmod") for t in verb.children)
    beside = neighbour(verb, 1).lower_ if verb.i + 1 < len(verb.doc) else ""
    over = verb.lemma_ == "hand" and (
        beside == "over" or any(t.lower_ == "over" for t in verb.children)
    )
    swapped = over and bool(prepositional_objects(verb, "in"))
    swapped = swapped and any(t.lower_ == "exchange" for t in verb.subtree)
    red_cross = prepositional_objects(verb, "to") if verb.lemma_ == "hand" else []
    over = over or any(t.lower_ in ("cross", "crescent", "icrc") for t in red_cross)
    abroad = any(state_code(t.text) is not None for t in places)
    patients = tuple(
        t
        for t in heads
        if is_human(t)
        and (
            _is_counted_or_freed(t)
            or (swapped and t.lower_ in ("him", "her"))
            or ((abroad or swapped) and is_named(named_head(t)))
        )
    )
    if receives and not _is_received_by_state(verb, patients):
        return None
    if not patients or not (places or border or receives or home or over):
        return None
    if verb.dep_ == "conj" and verb.head.lemma_ in english().acts[Act.RELEASE].verbs:
        return None  # "were freed and taken to Spain" is one release, with its destination
    return Frame(
        act=Act.RELEASE,
        trigger=verb,
        clause=verb,
        form=form_of(verb),
        patients=patients,
        agent=agent(verb) if receives else None,
        presumes=(verb.lemma_ in _GOING - _ARRIVING and not _tells_of_detention(verb, patients))
        or not any(_is_counted_or_freed(t) for t in patients),
    )


def _is_received_by_state(verb: Token, patients: tuple[Token, ...]) -> bool:
    """ "Ukraine received 114 of them", not "we received about 300 (letters)"."""
    who = agent(verb)
    if any(t.pos_ != "NUM" for t in patients):
        return True
    if who is None:
        return False
    return state_of(" ".join(t.text for t in who.subtree)) is not None


def _is_counted_or_freed(head: Token) -> bool:
    """True where the people moved are told to be prisoners, or a number of them."""
    if head.lemma_ in ("group", "total", "number"):
        return any(_is_counted_or_freed(t) for t in prepositional_objects(head, "of"))
    words = english().words
    if head.lemma_ in words["captives"] | words["returned"] or head.pos_ == "NUM":
        return True
    free = english().acts[Act.RELEASE].verbs | english().acts[Act.PARDON].verbs
    if any(t.lemma_.lower() in free for t in head.subtree if t is not head):
        return True
    return any(t.pos_ == "NUM" for t in head.children)
