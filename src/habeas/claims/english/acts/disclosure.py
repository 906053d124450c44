"""What is withheld: "has not specified the criteria", "refused to publish its list"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import (
    antecedent,
    auxiliaries,
    child,
    children,
    is_negated,
    is_passive,
    is_relative,
    is_verb,
    prepositional_objects,
    subject,
)
from habeas.claims.english.people.people import is_human
from habeas.model.claims import Act

EVADING = word_list("acts", "disclosure.evading")
_SECRET = frozenset("secret confidential classified private sealed undisclosed hidden".split())
_SIGHT = frozenset({"access", "copy", "copies", "sight", "look"})


def find_withholding(token: Token) -> Frame | None:
    """The frame of a verb by which something is not told, else None."""
    if not is_verb(token):
        return None
    for find in _FINDERS:
        frame = find(token)
        if frame is not None:
            return frame
    if not _leaves_untold(token) or _offers_no_evidence(token):
        return None
    if not is_passive(token):
        thing = _untold(token)
        return _frame(token, thing, subject(token)) if thing is not None else None
    thing = subject(token)
    if thing is None or not (
        _is_information(thing) or _is_unnamed(token, thing) or is_question(thing)
    ):
        # "her family was not told where she is", "it was not said how many"
        thing = _untold(token) if token.lemma_ not in ("name", "identify") else None
    by = child(token, "agent")
    doer = child(by, "pobj") if by is not None else None
    return _frame(token, thing, doer) if thing is not None else None


def _offers_no_evidence(verb: Token) -> bool:
    """ "no evidence was offered": nothing kept back."""
    given = [*children(verb, "dobj"), *children(verb, "nsubjpass", "nsubj")]
    return verb.lemma_ == "offer" and any(t.lemma_ == "evidence" for t in given)


@cache
def withholding_verbs() -> frozenset[str]:
    """Lemmas of every verb at which `find_withholding` can find anything."""
    words = english().words
    others = "be remain stay keep fall make draw respond reply see read let deny refuse".split()
    others += EVADING
    return words["telling"] | words["concealing"] | words["discussing"] | frozenset(others)


def _not_public(verb: Token) -> Frame | None:
    if not _is_not_made_public(verb):
        return None
    thing = subject(verb)
    return _frame(verb, thing, None) if thing is not None and thing.pos_ == "NOUN" else None


def _silence(verb: Token) -> Frame | None:
    """ "is silent on the fate of the others", "stayed tight-lipped about their number"."""
    if verb.lemma_ not in ("be", "remain", "stay", "keep", "fall"):
        return None
    words = english().words["silent"]
    state = next((t for t in children(verb, "acomp", "oprd", "attr") if t.lower_ in words), None)
    if state is None or is_negated(verb):
        return None
    things = _objects(state, "on", "about", "over") + _objects(verb, "on", "about", "over")
    return _frame(verb, things[0], subject(verb)) if things else None


def _not_drawn(verb: Token) -> Frame | None:
    """ "would not be drawn on how many", "declined to comment on the list"."""
    drawn = verb.lemma_ == "draw" and is_passive(verb)
    if not drawn and verb.lemma_ not in english().words["discussing"]:
        return None
    modal = any(t.tag_ == "MD" for t in auxiliaries(verb))
    modal = modal or verb.lemma_ in ("elaborate", "expand")
    if not _is_refused(verb) and not (is_negated(verb) and (drawn or modal)):
        return None
    things = _objects(verb, "on", "about", "of", "to")
    if verb.lemma_ == "discuss":
        things = children(verb, "dobj") + [t for t in children(verb, "ccomp") if is_question(t)]
    things = [t for t in things if t.pos_ != "PRON"]
    return _frame(verb, things[0], subject(verb)) if things else None


def _unanswered(verb: Token) -> Frame | None:
    """ "has not answered our request for the number", "did not reply about the list"."""
    evades = verb.lemma_ in EVADING
    refuses = evades or is_negated(verb) or _is_refused(verb)
    if not (evades or verb.lemma_ in ("answer", "respond", "reply", "say")) or not refuses:
        return None
    alone = not evades and not children(verb, "dobj", "ccomp", "prep")
    if alone and (left_open := _asked_about(verb)) is not None:
        return _frame(verb, left_open, subject(verb))
    if verb.lemma_ == "say":
        return None
    asked = [*children(verb, "dobj"), *_objects(verb, "to")]
    about = [t for request in asked for t in _objects(request, "for", "about", "on")]
    about += [t for t in _objects(verb, "for", "about") if t not in about]
    things = [t for t in about if _is_information(t)]
    return _frame(verb, things[0], subject(verb)) if things else None


def _kept_back(verb: Token) -> Frame | None:
    """ "whose names we keep back", "kept the list secret", "will not let them see the file"."""
    if verb.lemma_ == "keep":
        dark = [t for t in _objects(verb, "in") if t.lower_ == "dark"]
        told = [t for a in (verb, *dark) for t in _objects(a, "about", "on", "over")]
        if dark and told:
            return _frame(verb, told[0], subject(verb))
        apart = english().words["apart"]
        if not any(t.lower_ in apart for t in verb.children):
            return None
        things = [t for t in children(verb, "dobj", "nsubj") if _is_information(t)]
        things += [
            t for c in children(verb, "ccomp") for t in children(c, "nsubj") if _is_information(t)
        ]
        return _frame(verb, things[0], subject(verb)) if things else None
    seeing = verb.lemma_ in ("see", "read") and verb.head.lemma_ in ("let", "allow", "permit")
    if not seeing or not is_negated(verb.head):
        return None
    things = children(verb, "dobj")
    return _frame(verb.head, things[0], subject(verb.head)) if things else None


def _secret(verb: Token) -> Frame | None:
    """ "the list remains secret", "was kept secret", "kept the list confidential"."""
    if verb.lemma_ not in ("be", "remain", "stay", "keep", "make"):
        return None
    hidden = [t for t in children(verb, "acomp", "oprd", "attr") if t.lower_ in _SECRET]
    inner = [t for t in children(verb, "ccomp") if t.lower_ in _SECRET]
    if not (hidden or inner) or is_negated(verb):
        return None
    who = subject(verb)
    things = [*children(verb, "dobj"), *(t for c in inner for t in children(c, "nsubj"))]
    by = who if things else None
    if not things and who is not None:
        things = [who]
    known = [t for t in things if _is_information(t)]
    return _frame(verb, known[0], by) if known else None


def _no_access(verb: Token) -> Frame | None:
    """ "were denied access to the file", "refused them a copy of the judgment"."""
    if verb.lemma_ not in ("deny", "refuse"):
        return None
    given = [t for t in children(verb, "dobj", "oprd", "nsubjpass") if t.lemma_ in _SIGHT]
    things = [t for a in (verb, *given) for t in _objects(a, "to", "of") if _is_information(t)]
    by = child(verb, "agent") if is_passive(verb) else None
    doer = child(by, "pobj") if by is not None else None
    doer = doer if is_passive(verb) else subject(verb)
    return _frame(verb, things[0], doer) if given and things else None


def _nothing_said(verb: Token) -> Frame | None:
    """ "the government says nothing", "published neither the names nor the criteria"."""
    if verb.lemma_ not in english().words["telling"] or is_passive(verb):
        return None
    things = children(verb, "dobj")
    nothing = [t for t in things if t.lower_ in ("nothing", "neither")]
    neither = [t for t in things if any(c.lower_ == "neither" for c in t.children)]
    either = next((t for t in verb.children if t.lower_ == "neither" and t.dep_ != "det"), None)
    if nothing and verb.lemma_ in ("say", "tell", "disclose", "reveal"):
        about = _objects(nothing[0], "about", "on", "of") + _objects(verb, "about", "on", "of")
        return _frame(verb, (about or nothing)[0], subject(verb))
    if neither and _is_information(neither[0]):
        return _frame(verb, neither[0], subject(verb))
    if either is not None and verb.lemma_ == "confirm":
        denied = [t for c in children(verb, "conj") for t in children(c, "dobj", "ccomp")]
        objects = [*children(verb, "dobj", "ccomp"), *denied]
        return _frame(verb, objects[0], subject(verb)) if objects else None
    return None


def _objects(token: Token, *prepositions: str) -> list[Token]:
    """What stands after these prepositions, questions included ("on how many were hurt")."""
    return prepositional_objects(token, *prepositions)


def is_question(clause: Token) -> bool:
    """True for a clause that asks ("how many are still held", "whether …"): it claims nothing."""
    if clause.dep_ not in ("ccomp", "pcomp", "xcomp", "csubj", "csubjpass"):
        return False
    opening = clause.doc[clause.left_edge.i : clause.i + 1][:4]
    asking = [t for t in opening if t.lower_ in english().words["asking"]]
    return any(not _is_in_relative(t, clause) for t in asking)


def _is_in_relative(word: Token, clause: Token) -> bool:
    """ "said that 40 people who were arrested are free": no question of the clause above it."""
    return any(t.dep_ == "relcl" and t != clause and clause.is_ancestor(t) for t in word.ancestors)


def _leaves_untold(verb: Token) -> bool:
    words = english().words
    if verb.lemma_ in words["concealing"]:
        return verb.lemma_ in ("withhold", "conceal", "hide")
    if verb.lemma_ not in words["telling"]:
        return False
    without = verb.dep_ == "pcomp" and verb.head.lower_ == "without"
    return _is_refused(verb) or without or is_negated(verb) or _is_over(verb)


def _is_over(verb: Token) -> bool:
    """ "no longer publishes", "stopped publishing"."""
    longer = [t for t in children(verb, "advmod") if t.lower_ == "longer"]
    if any(c.lower_ == "no" for t in longer for c in t.children):
        return True
    return verb.dep_ == "xcomp" and verb.tag_ == "VBG" and verb.head.lemma_ in ("stop", "cease")


def _is_refused(verb: Token) -> bool:
    """ "refused to say", "has yet to say"; the second of two verbs too ("to confirm or deny")."""
    while verb.dep_ == "conj" and is_verb(verb.head):
        verb = verb.head
    refuses = verb.head.lemma_ in english().words["refusing"]
    refuses = refuses or (verb.head.lower_ == "going" and is_negated(verb.head))
    return verb.dep_ == "xcomp" and (refuses or _is_yet_to(verb))


def _is_yet_to(verb: Token) -> bool:
    """ "has yet to publish the list"."""
    above = verb.head
    return above.lemma_ in ("have", "be") and any(t.lower_ == "yet" for t in above.children)


def _untold(verb: Token) -> Token | None:
    for thing in children(verb, "dobj"):
        if _is_information(thing):
            return thing
        if verb.lemma_ in ("name", "identify") and _are_unnamed(thing):
            return thing
        if is_relative(thing) and verb.lemma_ in ("name", "identify"):
            return antecedent(thing)
        if thing.lower_ in ("any", "none") and verb.lemma_ in ("give", "provide", "name", "offer"):
            return _asked_about(verb) or thing
        if thing.lower_ in ("them", "him", "her") and verb.lemma_ in ("name", "identify"):
            return thing
    for clause in children(verb, "ccomp", "advcl"):
        if is_question(clause) or _asks(clause):
            return clause
        if _is_refused(verb) and verb.lemma_ in ("acknowledge", "confirm", "say"):
            return clause
    return _question_under(verb)


def _question_under(verb: Token) -> Token | None:
    """ "have not said why", "declined to say on what", "did not inform them of the grounds"."""
    for word in verb.rights:
        if word.tag_ in ("WRB", "WP") and word.lower_ in english().words["asking"]:
            return word
    for thing in prepositional_objects(verb, "on", "of", "for", "about"):
        if thing.dep_ == "pcomp" and is_question(thing):
            return thing
        if verb.lemma_ in ("inform", "tell") and _is_information(thing):
            return thing
    return None


def _asked_about(verb: Token) -> Token | None:
    """ "Asked about their names, he did not give any": what any of it would have been."""
    above = verb.head if verb.dep_ == "xcomp" else verb
    for clause in [*children(verb, "advcl"), *children(above, "advcl")]:
        if clause.lemma_ in ("ask", "press", "question"):
            about = prepositional_objects(clause, "about", "for", "on")
            about += [t for t in children(clause, "ccomp") if is_question(t)]
            return next((t for t in about if _is_information(t) or is_question(t)), None)
    return None


def _are_unnamed(thing: Token) -> bool:
    """ "did not name the prisoners", "those freed"; not "has not named its captain"."""
    captive = thing.lemma_.lower() in english().words["captives"]
    many = thing.tag_ == "NNS" and is_human(thing)
    return captive or many or thing.lower_ == "those"


def _asks(clause: Token) -> bool:
    """ "did not say when the transfer would take place", hung under the verb as an adverbial."""
    first = clause.left_edge
    if first.lower_ == "if":  # "did not say if she was alive"
        return clause.head.lemma_ in ("say", "know", "confirm", "specify", "disclose")
    return clause.dep_ == "advcl" and first.lower_ in ("when", "where", "why", "how", "whether")


def _is_information(token: Token) -> bool:
    lemmas = {token.lemma_.lower(), token.lower_}
    return bool(lemmas & english().words["information"]) or (
        token.lemma_ == "text" and token.pos_ == "NOUN"
    )


def _is_unnamed(verb: Token, who: Token) -> bool:
    """ "was not identified by police"; not "asked not to be identified"."""
    asked = any(t.lower_ == "to" for t in auxiliaries(verb)) or verb.dep_ == "xcomp"
    if verb.lemma_ not in ("identify", "name") or asked or not is_human(who):
        return False
    # "The official is not named": somebody heard, not somebody held.
    return who.lemma_ not in ("official", "source", "diplomat", "spokesman", "spokeswoman")


def _is_not_made_public(verb: Token) -> bool:
    public = [
        t for t in verb.children if t.lower_ == "public" and t.dep_ in ("oprd", "acomp", "ccomp")
    ]
    public += [t for t in prepositional_objects(verb, "for") if t.lower_ == "publication"]
    return bool(public) and verb.lemma_ in ("make", "be") and is_negated(verb)


def _frame(verb: Token, thing: Token, by: Token | None) -> Frame:
    return Frame(
        act=Act.WITHHOLD, trigger=verb, clause=verb, form=Form.CLAUSE, agent=by, thing=thing
    )


_FINDERS = (
    _not_public,
    _silence,
    _not_drawn,
    _unanswered,
    _kept_back,
    _secret,
    _no_access,
    _nothing_said,
)
