"""Sanctions eased: "ease sanctions on exports", "the removal of additional sanctions"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from habeas.claims.capitals import actor_state
from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.acts.measures import (
    is_bare_measure,
    is_sanction,
    is_sanctions_list,
    stands_for_sanctions,
)
from habeas.claims.english.acts.relief import find_relief, is_given_back, relief_verbs
from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import (
    agent,
    child,
    children,
    clause_head,
    coordinated,
    is_verb,
    phrase_head,
    prepositional_objects,
    undergoers,
)
from habeas.claims.english.parse.trees import neighbour, sentence_of, words_of
from habeas.claims.english.people.people import is_human
from habeas.claims.english.promises.openers import conditions_of
from habeas.model.claims import Act

_SETTING = frozenset(
    {"sanction", "blacklist", "freeze", "add", "put", "place", "return", "restore", "relist"}
)
"""Verbs that set sanctions with the right object only."""
_MONEY = frozenset({"revenue", "money", "dollar", "euro"})


def find_easing(token: Token) -> Frame | None:
    """The frame of a verb or noun that eases sanctions, else None."""
    words = english().acts[Act.EASE_SANCTIONS]
    lemma = token.lemma_.lower()
    if is_verb(token):
        for finder in (_delisting, _lapsing, _licensing, find_relief):
            if (found := finder(token)) is not None:
                return found
    if is_verb(token) and lemma in words.verbs and not _only_describes(token):
        things = [t for t in (*undergoers(token), *_what_remains(token)) if _is_eased(t, token)]
        form = Form.CLAUSE
        clause = token
        doer = agent(token)
    elif token.pos_ == "NOUN" and lemma in words.nouns:
        heads = prepositional_objects(token, "of", "from", "to", "on", "for") + children(
            token, "compound", "nmod"
        )
        if lemma == "relief" and not heads and token.dep_ == "dobj":
            heads = prepositional_objects(token.head, "from")  # "promised relief from sanctions"
        named = [t for head in heads for t in coordinated(head)]
        lists = prepositional_objects(token, "from")
        if token.dep_ == "dobj":  # the parser hangs "from" under "rescinded the removal"
            lists += prepositional_objects(token.head, "from")
        listed = lemma == "delisting" or any(is_sanctions_list(t) for t in lists)
        things = [t for t in named if listed or is_sanction(t) or is_given_back(token, t)]
        form = Form.NOUN
        clause = clause_head(phrase_head(token).head)
        by = child(token, "agent")
        doer = child(by, "pobj") if by is not None else None
    else:
        return None
    if not things:
        return None
    return Frame(
        act=Act.EASE_SANCTIONS, trigger=token, clause=clause, form=form, agent=doer, thing=things[0]
    )


def _eased(thing: Token, verb: Token, doer: Token | None) -> Frame:
    return Frame(
        act=Act.EASE_SANCTIONS,
        trigger=verb,
        clause=verb,
        form=Form.CLAUSE,
        agent=doer,
        thing=thing,
    )


@cache
def easing_verbs() -> frozenset[str]:
    """Lemmas of every verb at which `find_easing` can find anything."""
    words = english().words
    named = words["off_a_list"] | words["delisting"] | words["lapsing"] | words["licensing"]
    return named | english().acts[Act.EASE_SANCTIONS].verbs | {"let"} | relief_verbs()


@cache
def imposing_verbs() -> frozenset[str]:
    """Lemmas of every verb at which `find_imposing` can find anything."""
    return _SETTING | english().acts[Act.IMPOSE_SANCTIONS].verbs


def _what_remains(verb: Token) -> list[Token]:
    """ "lift what remains of the embargo"."""
    clauses = [t for t in children(verb, "ccomp", "dobj") if t.left_edge.lower_ == "what"]
    return [thing for clause in clauses for thing in prepositional_objects(clause, "of")]


def _only_describes(verb: Token) -> bool:
    """ "the sanctions lifted in May": but "the undertaking to lift them" tells of it."""
    return verb.dep_ == "amod" or (verb.dep_ == "acl" and verb.tag_ != "VB")


def _is_eased(thing: Token, verb: Token) -> bool:
    easing_only = verb.lemma_.lower() in english().words["easing_only"]
    return (
        is_sanction(thing)
        or _is_imposed(thing, verb)
        or (easing_only and (is_bare_measure(thing) or stands_for_sanctions(thing)))
    )


def _lapsing(verb: Token) -> Frame | None:
    """ "sanctions on the airline expired", "let the last of its asset freezes lapse"."""
    lapsing = english().words["lapsing"]
    if verb.lemma_ == "let" and any(t.lower_ in lapsing for t in verb.subtree if t.i > verb.i):
        # "let its sanctions on timber lapse": the parser often takes "lapse" for a noun.
        return _left_to_lapse(verb)
    if verb.lemma_ not in lapsing or child(verb, "dobj", "auxpass") is not None:
        return None
    things = [t for t in children(verb, "nsubj") if is_sanction(t)]
    things += [t for t in children(verb, "nsubj") if _is_rest_of_sanctions(t)]
    if not things:
        return None
    return _eased(things[0], verb, None)


def _left_to_lapse(verb: Token) -> Frame | None:
    heads = children(verb, "dobj") + [
        t for clause in children(verb, "ccomp") for t in children(clause, "nsubj")
    ]
    things = [t for t in heads if is_sanction(t) or _is_rest_of_sanctions(t)]
    if heads and not things and any(_is_a_freeze(t) for t in heads[0].subtree):
        things = heads[:1]
    if not things:
        return None
    return _eased(things[0], verb, agent(verb))


def _is_a_freeze(token: Token) -> bool:
    """The "freezes" of "let its asset freezes lapse", whatever the parser makes of them."""
    words = english().words
    return (
        token.i > 0
        and token.lemma_.lower() in words["restrictions"]
        and neighbour(token, -1).lemma_.lower() in words["restricted"]
    )


def _is_rest_of_sanctions(token: Token) -> bool:
    """ "the last of its asset freezes"."""
    return any(is_sanction(t) for t in prepositional_objects(token, "of"))


def _licensing(verb: Token) -> Frame | None:
    """ "issued a general licence", "granted a waiver", where a state exempts from sanctions."""
    if verb.lemma_ not in english().words["licensing"]:
        return None
    # By place: before "authorising …" the parser takes the licence for anything.
    beside = [*undergoers(verb), *verb.doc[verb.i + 1 : min(verb.i + 5, sentence_of(verb).end)]]
    things = [t for t in beside if t.lemma_ in english().words["licences"]]
    who = agent(verb)
    by_state = who is not None and (
        actor_state(" ".join(t.text for t in who.subtree)) is not None
        or who.lemma_.lower() in ("treasury", "department", "council", "commission")
    )
    of_sanctions = any(
        t.lemma_.lower() in english().words["sanctions"] for t in words_of(sentence_of(verb))
    )
    if not things:
        return None
    for_once = "general" in _described(things[0]) or bool(conditions_of(sentence_of(verb)))
    if not of_sanctions and not (by_state and for_once):
        return None
    return _eased(things[0], verb, who)


def _described(thing: Token) -> set[str]:
    return {t.lower_ for t in thing.children}


def find_imposing(token: Token) -> Frame | None:
    """The frame of a verb or noun that sets or widens sanctions, else None."""
    if is_verb(token) and (misread := _imposed_again(token)) is not None:
        return misread
    if is_verb(token):
        things = _imposed_by(token)
        form, clause, doer = Form.CLAUSE, token, agent(token) if things else None
    elif token.pos_ == "NOUN" and token.lemma_ in english().acts[Act.IMPOSE_SANCTIONS].nouns:
        heads = prepositional_objects(token, "of") + children(token, "compound", "nmod")
        things = [t for head in heads for t in coordinated(head) if is_sanction(t)]
        form, clause = Form.NOUN, clause_head(phrase_head(token).head)
        doer = next(iter(prepositional_objects(token, "by")), None)
    else:
        return None
    if not things:
        return None
    return Frame(
        act=Act.IMPOSE_SANCTIONS,
        trigger=token,
        clause=clause,
        form=form,
        agent=doer,
        thing=things[0],
    )


def _imposed_again(verb: Token) -> Frame | None:
    """ "has reimposed sanctions", "Washington reimposed sanctions", where the parser takes the
    verb for what describes them."""
    thing = verb.head
    again = verb.lemma_.lower() in english().acts[Act.IMPOSE_SANCTIONS].verbs
    if verb.dep_ != "amod" or not again or not is_sanction(thing) or verb.i == 0:
        return None
    before = neighbour(verb, -1)
    if before.lemma_ == "have" and thing.dep_ == "dobj" and thing.head == before:
        clause, doer = before, agent(before)
    elif thing.dep_ == "ROOT" and before.pos_ == "PROPN" and before.head == thing:
        clause, doer = verb, before
    else:
        return None
    return Frame(
        act=Act.IMPOSE_SANCTIONS,
        trigger=verb,
        clause=clause,
        form=Form.CLAUSE,
        agent=doer,
        thing=thing,
    )


def _imposed_by(verb: Token) -> list[Token]:
    """What a verb sanctions: "imposed sanctions on", "sanctioned three judges", "froze assets"."""
    lemma = verb.lemma_.lower()
    setting = english().acts[Act.IMPOSE_SANCTIONS].verbs
    if verb.dep_ in ("amod", "acl") or (lemma not in setting and lemma not in _SETTING):
        return []
    things = undergoers(verb)
    if lemma in setting:
        return [t for t in things if is_sanction(t)]
    if lemma in ("sanction", "blacklist"):
        who = agent(verb)
        by_state = who is None or who.pos_ == "PROPN"
        return [t for t in things if by_state and (is_human(t) or t.pos_ == "PROPN")]
    if lemma == "freeze":
        return [t for t in things if t.lemma_.lower() in english().words["frozen"] - _MONEY]
    if lemma in ("add", "put", "place", "return", "restore"):
        back = children(verb, "advmod", "prt")
        lists = [p for word in (verb, *back) for p in prepositional_objects(word, "to", "on")]
        return things if any(is_sanctions_list(t) for t in lists) else []
    return []


def _delisting(verb: Token) -> Frame | None:
    """ "took three judges off its sanctions list", "delisted the trader", "exempts … from"."""
    lemma = verb.lemma_.lower()
    if lemma not in english().words["off_a_list"] and lemma not in english().words["delisting"]:
        return None
    sources = prepositional_objects(verb, "from", "off")
    off = lemma in english().words["off_a_list"] and any(
        is_sanctions_list(t) or is_sanction(t) for t in sources
    )
    things = undergoers(verb)
    if verb.dep_ == "relcl" and verb.head.lemma_ in english().words["licences"]:
        return None  # "a licence that exempts …": whoever issued it tells it
    if not things or not (off or lemma in english().words["delisting"]):
        return None
    return _eased(things[0], verb, agent(verb))


def _is_imposed(token: Token, verb: Token) -> bool:
    """Restrictions on somebody that a state eases, and assets that are unfrozen."""
    if verb.lemma_.lower() in english().words["unfreezing"]:
        parts = [token, *prepositional_objects(token, "of")]  # "half of the fund"
        return any(t.lemma_.lower() in english().words["frozen"] for t in parts)
    doer = agent(verb)
    words = " ".join(t.text for t in doer.subtree) if doer is not None else None
    by_state = actor_state(words) is not None
    # The parser hangs "on two banks" under the restrictions or under the verb.
    preps = [*children(token, "prep"), *children(verb, "prep")]
    aimed = any(t.lower_ in ("on", "against") and t.i > token.i for t in preps)
    return by_state and aimed and token.lemma_.lower() in english().words["restrictions"]
