"""Which acts a sentence names, from its verbs, nouns and set phrases."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from spacy.tokens import Span, Token

from habeas.claims.english.disclosure import find_withholding
from habeas.claims.english.fates import find_fate, find_fate_noun
from habeas.claims.english.figures import find_figure
from habeas.claims.english.frames import Form, Frame, form_of
from habeas.claims.english.grammar import (
    agent,
    antecedent,
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
from habeas.claims.english.lexicon import english
from habeas.claims.english.listings import find_listing
from habeas.claims.english.membership import find_membership
from habeas.claims.english.opinions import find_opinion
from habeas.claims.english.people import is_human
from habeas.claims.english.sanctions import find_easing, find_imposing
from habeas.claims.english.talks import find_meeting
from habeas.claims.states import state_of
from habeas.model.claims import Act

_ON_PEOPLE = (Act.PARDON, Act.RELEASE, Act.EXILE, Act.ARREST, Act.SENTENCE, Act.HOLD)
_COMPLEMENTS = frozenset("dobj npadvmod oprd acomp prt advmod attr ccomp xcomp prep".split())
_STATES = ("hold", "detain", "imprison", "jail", "incarcerate", "intern", "keep")


def find_frames(sentence: Span) -> list[Frame]:
    """All acts a sentence names, in text order; at most one for each trigger word."""
    found = []
    for token in sentence:
        frame = next((f for finder in _finders(token) if (f := finder(token)) is not None), None)
        if frame is not None:
            found.append(frame)
    return found


def _finders(token: Token) -> tuple[_Finder, ...]:
    """Those that can find anything at a word of its class; most words are no trigger of any."""
    if is_verb(token):
        return _OF_VERBS
    return _OF_NOUNS if token.pos_ == "NOUN" else _OF_OTHERS


def _verb(token: Token) -> Frame | None:
    """ "released 52 people", "52 people were arrested", "the 14 freed in June"."""
    if not is_verb(token) or _is_bare_modifier(token):
        return None
    act = _act_of_verb(token)
    if act is None:
        return None
    patients = tuple(t for t in undergoers(token) if is_human(t))
    if not patients or _is_from_no_detention(token):
        return None
    return Frame(
        act=act,
        trigger=token,
        clause=token,
        form=form_of(token),
        patients=patients,
        agent=_doer(token),
    )


def _is_from_no_detention(verb: Token) -> bool:
    """ "freed from her car": out of something that holds nobody for their politics."""
    sources = prepositional_objects(verb, "from")
    words = english().words
    return any(
        t.pos_ == "NOUN" and not ({t.lemma_, t.lower_} & (words["detention"] | words["holding"]))
        for t in sources
        if t.ent_type_ == "" and not is_human(t)
    )


def _doer(verb: Token) -> Token | None:
    """Who acts; for "signed a decree pardoning 23 women", who signed it."""
    who = agent(verb)
    if verb.dep_ == "acl" and who is not None and not is_human(who):
        return subject(clause_head(phrase_head(who).head))
    return who


def _act_of_verb(token: Token) -> Act | None:
    lemma = token.lemma_.lower()
    act = next((a for a in _ON_PEOPLE if lemma in english().acts[a].verbs), None)
    if act is Act.ARREST and lemma == "round":
        return act if child(token, "prt") is not None else None
    if act is not Act.HOLD:
        return act
    if lemma == "keep":
        return act if _place_of_detention(token) else None
    if lemma in ("jail", "imprison") and _has_term(token):
        return Act.SENTENCE
    if lemma == "detain" and not _is_continuing(token):
        return Act.ARREST
    return act


def _is_continuing(token: Token) -> bool:
    """True for a state ("are still detained", "remain detained"), not its beginning."""
    if (
        token.dep_ in ("xcomp", "acomp", "oprd")
        and token.head.lemma_ in english().words["remaining"]
    ):
        return True
    adverbs = {t.lower_ for t in token.children if t.dep_ == "advmod"}
    present = any(t.lemma_ == "be" and t.tag_ in ("VBP", "VBZ") for t in token.children)
    lasting = any(t.lower_ == "since" and t.i > token.i for t in token.children)
    return (
        present or lasting or bool(adverbs & {"still", "currently", "now"}) or token.dep_ == "acl"
    )


def _has_term(token: Token) -> bool:
    terms = prepositional_objects(token, "for", "to")
    return any(t.lemma_ in ("year", "month", "life") for t in terms)


def _phrase(token: Token) -> Frame | None:
    """ "were granted clemency", "walked free", "left prison"."""
    if not is_verb(token):
        return None
    for act, word in _phrases().get(token.lemma_.lower(), ()):
        if _has_complement(token, word):
            return _phrase_frame(token, act, word)
    return None


@cache
def _phrases() -> dict[str, list[tuple[Act, str]]]:
    """The set phrases that begin with a verb, by that verb."""
    found: dict[str, list[tuple[Act, str]]] = {}
    for act in _ON_PEOPLE:
        for verb, word in sorted(english().acts[act].phrases):
            found.setdefault(verb, []).append((act, word))
    return found


def _phrase_frame(token: Token, act: Act, word: str) -> Frame | None:
    """Done to a human object or recipient where there is one ("took them away"), else to the
    subject ("they walked free", "he received a pardon")."""
    recipients = children(token, "dative") + prepositional_objects(token, "to", "for")
    clause_objects = [s for t in children(token, "ccomp") if (s := child(t, "nsubj"))]
    objects = [t for t in undergoers(token) if t.lemma_ != word and t.lower_ != word]
    done_to = [t for t in [*objects, *recipients, *clause_objects] if is_human(t)]
    doer = agent(token)
    if not done_to:
        found = subject(token)
        done_to = [found] if found is not None else []
        doer = agent(token) if is_passive(token) else None
    patients = tuple(t for head in done_to for t in coordinated(head) if is_human(t))
    if not patients:
        return None
    return Frame(
        act=act,
        trigger=token,
        clause=token,
        form=form_of(token),
        patients=tuple(dict.fromkeys(patients)),
        agent=doer,
    )


def _has_complement(token: Token, word: str) -> bool:
    """True where a verb has the word that makes it name an act, and does not deny it."""
    for below in token.children:
        said = word in (below.lemma_.lower(), below.lower_)
        if said and below.dep_ in _COMPLEMENTS:
            return not any(t.dep_ == "neg" or t.lower_ == "not" for t in below.children)
        if below.dep_ == "prep" and any(t.lemma_ == word for t in children(below, "pobj")):
            return below.lower_ in ("into", "in", "to", "at", "from")
    return False


def _state(token: Token) -> Frame | None:
    """ "remain behind bars", "is still in prison", "remain incarcerated", "are out"."""
    words = english().words
    stays = token.lemma_ in words["remaining"] or (
        token.lemma_ in ("spend", "pass") and child(token, "dobj") is not None
    )
    if not stays or not is_verb(token):
        return None
    complements = [
        t for t in token.children if t.dep_ in ("acomp", "xcomp", "oprd", "attr", "ccomp")
    ]
    adjectives = english().acts[Act.HOLD].adjectives
    held = bool(_place_of_detention(token)) or any(
        t.lower_ in adjectives or (t.lemma_ in _STATES and t.tag_ == "VBN") for t in complements
    )
    inside = any(
        t.lower_ == "inside" and t.dep_ in ("advmod", "prep", "prt") for t in token.children
    )
    out = token.lemma_ == "be" and any(
        t.lower_ in ("out", "free")
        and t.dep_ in ("advmod", "prt", "acomp", "prep")
        and not list(t.children)
        for t in token.children
    )
    who = subject(token)
    if who is None or not (held or inside or out):
        return None
    patients = tuple(t for t in coordinated(who) if is_human(t))
    if not patients:
        return None
    act = Act.HOLD if held or inside else Act.RELEASE
    return Frame(act=act, trigger=token, clause=token, form=form_of(token), patients=patients)


def _place_of_detention(token: Token) -> list[Token]:
    words = english().words
    places = prepositional_objects(token, *words["confining"])
    held = [t for t in places if t.lemma_.lower() in words["detention"]]
    at = prepositional_objects(token, "at", "in")
    return held + [t for t in at if t.lemma_.lower() in words["holding"]]


def _noun(token: Token) -> Frame | None:
    """ "the release of 52 people", "further prisoner releases", "their leader's arrest"."""
    if token.pos_ != "NOUN" or token.dep_ in ("compound", "nmod"):
        return None
    lemma = token.lemma_.lower()
    act = next((a for a in _ON_PEOPLE if lemma in english().acts[a].nouns), None)
    if act is None:
        return None
    patients = [t for t in prepositional_objects(token, "of", "for") if is_human(t)]
    patients += [t for t in children(token, "poss") if is_human(t) and t.pos_ != "PRON"]
    patients = [t for head in patients for t in coordinated(head) if is_human(t)]
    counted = token.tag_ == "NNS" and child(token, "nummod") is not None
    if not patients and (counted or any(is_human(t) for t in children(token, "compound", "nmod"))):
        patients = [token]
    if not patients:
        return None
    return Frame(
        act=act,
        trigger=token,
        clause=clause_head(phrase_head(token).head),
        form=Form.NOUN,
        patients=tuple(patients),
        agent=next(iter(prepositional_objects(token, "by")), None),
    )


def _conveyance(token: Token) -> Frame | None:
    """ "the other nine were taken to Spain": where people set free were brought."""
    if not is_verb(token) or token.lemma_ not in english().words["conveying"]:
        return None
    goes = token.lemma_ in ("arrive", "cross")
    receives = token.lemma_ in ("receive", "welcome", "accept", "admit")
    if goes:
        who = subject(token)
        heads = coordinated(who) if who is not None else []
    else:
        heads = undergoers(token)
    places = [
        t for t in prepositional_objects(token, "to", "into", "in") if t.ent_type_ in ("GPE", "LOC")
    ]
    border = [t for t in prepositional_objects(token, "to", "at") if t.lemma_ == "border"]
    home = any(t.lower_ == "home" and t.dep_ in ("advmod", "npadvmod") for t in token.children)
    over = token.lemma_ == "hand" and any(t.lower_ == "over" for t in token.children)
    patients = tuple(t for t in heads if is_human(t) and _is_counted_or_freed(t))
    if receives and not _is_received_by_state(token, patients):
        return None
    if not patients or not (places or border or receives or home or over):
        return None
    if token.dep_ == "conj" and token.head.lemma_ in english().acts[Act.RELEASE].verbs:
        return None  # "were freed and taken to Spain" is one release, with its destination
    return Frame(
        act=Act.RELEASE,
        trigger=token,
        clause=token,
        form=form_of(token),
        patients=patients,
        agent=agent(token) if receives else None,
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
    captives = ("prisoner", "detainee", "inmate", "captive", "civilian", "hostage", "convict")
    if head.lemma_ in captives or head.pos_ == "NUM":
        return True
    free = english().acts[Act.RELEASE].verbs | english().acts[Act.PARDON].verbs
    if any(t.lemma_.lower() in free for t in head.subtree if t is not head):
        return True
    return any(t.pos_ == "NUM" for t in head.children)


def _is_bare_modifier(token: Token) -> bool:
    """True for "the released individuals": it points at people and claims nothing."""
    return token.dep_ == "amod" and token.i < token.head.i


def _freed_count(token: Token) -> Frame | None:
    """ "a plane carrying 23 freed prisoners": a count of people already told as freed."""
    if token.dep_ != "amod" or token.tag_ != "VBN" or not is_human(token.head):
        return None
    lemma = token.lemma_.lower()
    act = next((a for a in (Act.RELEASE, Act.PARDON) if lemma in english().acts[a].verbs), None)
    if act is None or not any(t.pos_ == "NUM" for t in token.head.children):
        return None
    return Frame(
        act=act,
        trigger=token,
        clause=clause_head(phrase_head(token.head).head),
        form=Form.CLAUSE,
        patients=(antecedent(token.head),),
    )


type _Finder = Callable[[Token], Frame | None]

# The first that finds anything wins, so that the order matters.
_OF_VERBS: tuple[_Finder, ...] = (
    find_easing,
    find_imposing,
    find_withholding,
    find_meeting,
    find_membership,
    find_figure,
    find_listing,
    find_fate,
    _phrase,
    _verb,
    _state,
    _conveyance,
    find_opinion,
    _freed_count,
)
_OF_NOUNS: tuple[_Finder, ...] = (
    find_easing,
    find_imposing,
    find_meeting,
    find_listing,
    find_fate_noun,
    _noun,
    _freed_count,
)
_OF_OTHERS: tuple[_Finder, ...] = (find_listing, _freed_count)
