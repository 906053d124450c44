"""Which acts a sentence names, from its verbs, nouns and set phrases."""

from __future__ import annotations

from collections.abc import Callable, Container
from functools import cache

from spacy.strings import get_string_id
from spacy.symbols import NOUN  # type: ignore[import-not-found]
from spacy.tokens import Span, Token

from habeas.claims.english.acts.circumstances import (
    find_conveyance,
    find_homecoming,
    homecoming_verbs,
)
from habeas.claims.english.acts.concessions import (
    NOUNS_OF_OPENING,
    conceding_verbs,
    find_concession,
)
from habeas.claims.english.acts.confinement import (
    confining_verbs,
    find_confinement,
    is_from_no_detention,
)
from habeas.claims.english.acts.disclosure import find_withholding, withholding_verbs
from habeas.claims.english.acts.fates import fateful_verbs, find_fate, find_fate_noun
from habeas.claims.english.acts.frames import TRIGGERS, Form, Frame, form_of
from habeas.claims.english.acts.members import find_members
from habeas.claims.english.acts.membership import MEMBERSHIP_VERBS, find_membership
from habeas.claims.english.acts.nouns_of_acts import (
    ORDERED,
    is_asked_for,
    is_made_longer,
    is_order_to_hold,
    is_to_end,
    is_undone,
    those_of,
    who_has_it,
    who_is_pardoned,
)
from habeas.claims.english.acts.opinions import find_opinion, opinion_verbs
from habeas.claims.english.acts.parallels import find_parallels
from habeas.claims.english.acts.remands import REMANDING_VERBS, find_remand
from habeas.claims.english.acts.sanctions import (
    easing_verbs,
    find_easing,
    find_imposing,
    imposing_verbs,
)
from habeas.claims.english.acts.seizures import SEIZING_VERBS, find_seizure
from habeas.claims.english.acts.set_phrases import (
    ON_PEOPLE,
    companions,
    find_phrase,
    identified,
    is_rescue,
    set_phrases,
)
from habeas.claims.english.acts.talks import find_meeting, meeting_verbs
from habeas.claims.english.acts.terms import TERM_VERBS, find_term
from habeas.claims.english.acts.turns_of_phrase import find_turn_of_phrase, turns_of_phrase
from habeas.claims.english.acts.verb_acts import act_of_verb, is_by_outlaws, is_of_a_venue
from habeas.claims.english.acts.whereabouts import (
    WHEREABOUTS_VERBS,
    find_held_beside,
    find_whereabouts,
)
from habeas.claims.english.acts.wishes import WISHING_VERBS, find_wish
from habeas.claims.english.figures.after_colons import find_after_colon
from habeas.claims.english.figures.breakdowns import with_parts
from habeas.claims.english.figures.figures import FIGURE_VERBS, find_figure
from habeas.claims.english.figures.fragments import find_fragments, find_shares
from habeas.claims.english.figures.gapping import with_further_counts
from habeas.claims.english.figures.putting import PUTTING_VERBS, find_put
from habeas.claims.english.figures.quantities import read_quantity
from habeas.claims.english.figures.resumed import RESUMING_VERBS, find_resumed
from habeas.claims.english.lexicon import english
from habeas.claims.english.lists.listings import find_listing
from habeas.claims.english.parse.grammar import (
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
from habeas.claims.english.parse.trees import sentence_of, words_of
from habeas.claims.english.people.people import is_human, is_named, named_head
from habeas.claims.english.promises.promises import OFFERING_VERBS, find_offer
from habeas.claims.english.promises.ways_out import find_way_out, way_out_verbs
from habeas.model.claims import FREEING, Act

_ALONE = frozenset({get_string_id("ROOT"), get_string_id("amod")})


def find_frames(sentence: Span) -> list[Frame]:
    """All acts a sentence names, in text order; at most one for each trigger word."""
    found = []
    for token in words_of(sentence):
        for finder in _finders(token):
            frame = finder(token)
            if frame is not None:
                found.append(frame)
                break
    sentence.doc.user_data.setdefault(TRIGGERS, set()).update(f.trigger.i for f in found)
    others = [
        *find_held_beside(sentence),
        *find_members(sentence, found),
        *find_parallels(sentence, found),
    ]
    if not others and (told := find_after_colon(sentence, found)):
        return told
    if not found and not others:
        return find_shares(sentence) or find_fragments(sentence)
    return [*with_further_counts(with_parts(found)), *others]


def _finders(token: Token) -> tuple[_Finder, ...]:
    """Those that can find anything at such a word; most words are no trigger of any."""
    if is_verb(token):
        return _of_verb(token.lemma_, token.dep_)
    if token.pos == NOUN:
        return _of_noun(token.lemma_.lower(), token.dep_)
    return _of_other(token.dep_) if token.dep in _ALONE else ()


@cache
def _of_verb(lemma: str, dep: str) -> tuple[_Finder, ...]:
    gates: dict[_Finder, Container[str]] = {
        find_wish: WISHING_VERBS,
        find_offer: OFFERING_VERBS,
        find_way_out: way_out_verbs(),
        find_easing: easing_verbs(),
        find_imposing: imposing_verbs(),
        find_concession: conceding_verbs(),
        find_withholding: withholding_verbs(),
        find_meeting: meeting_verbs(),
        find_membership: MEMBERSHIP_VERBS | english().words["including"],
        find_figure: FIGURE_VERBS | english().speech.keys(),
        find_listing: {lemma.lower()} if dep == "ROOT" else (),
        find_fate: fateful_verbs(),
        find_put: PUTTING_VERBS,
        find_resumed: RESUMING_VERBS,
        find_turn_of_phrase: turns_of_phrase(),
        find_phrase: set_phrases(),
        _verb: {verb for act in ON_PEOPLE for verb in english().acts[act].verbs}
        | english().words["abducting"],
        find_remand: REMANDING_VERBS,
        find_confinement: confining_verbs(),
        find_conveyance: english().words["conveying"],
        find_homecoming: homecoming_verbs(),
        find_opinion: opinion_verbs(),
        _freed_count: _freeing_verbs() if dep == "amod" else (),
        find_seizure: SEIZING_VERBS,
        find_term: TERM_VERBS,
        find_whereabouts: WHEREABOUTS_VERBS,
    }
    low = lemma.lower()
    return tuple(f for f in _OF_VERBS if f not in gates or low in gates[f])


@cache
def _of_noun(lemma: str, dep: str) -> tuple[_Finder, ...]:
    if lemma in NOUNS_OF_OPENING or any(lemma in w.nouns for w in english().acts.values()):
        return _OF_NOUNS
    if lemma in ORDERED:
        return (_noun, find_listing, find_term) if dep == "ROOT" else (_noun, *_of_other(dep))
    return (find_listing, find_term) if dep == "ROOT" else _of_other(dep)


@cache
def _of_other(dep: str) -> tuple[_Finder, ...]:
    if dep == "ROOT":
        return (find_listing, find_term)
    return (_freed_count,) if dep == "amod" else ()


@cache
def _freeing_verbs() -> frozenset[str]:
    return english().acts[Act.RELEASE].verbs | english().acts[Act.PARDON].verbs


def _verb(token: Token) -> Frame | None:
    """ "released 52 people", "52 people were arrested", "the 14 freed in June"."""
    if not is_verb(token) or _is_bare_modifier(token):
        return None
    act = act_of_verb(token)
    if act is None:
        return None
    done_to = [t for head in undergoers(token) for t in identified(head)]
    patients = tuple(t for t in done_to if is_human(t) or _is_taken(t, token))
    elsewhere = act in FREEING and (is_from_no_detention(token) or is_rescue(token))
    elsewhere = elsewhere or (act is Act.HOLD and is_of_a_venue(token))
    other = act is Act.ARREST and (_is_by_a_thing(token) or is_by_outlaws(token))
    if not patients or elsewhere or other:
        return None
    together = (t for head in companions(token) for t in coordinated(head) if is_human(t))
    return Frame(
        act=act,
        trigger=token,
        clause=token,
        form=form_of(token),
        patients=(*patients, *together),
        agent=_doer(token),
    )


def _is_taken(patient: Token, verb: Token) -> bool:
    """True for whoever is arrested ("two courier-poets"), by a word no list has."""
    words = english().words
    return (
        verb.lemma_.lower() in words["done_to_people"]
        and patient.pos_ in ("NOUN", "PROPN")
        and patient.ent_type_ in ("", "PERSON", "NORP", "ORG")
        and patient.lemma_.lower() not in words["things_seized"]
    )


def _is_by_a_thing(verb: Token) -> bool:
    """ "were arrested by its first sentence": struck by it, not taken."""
    doer = agent(verb) if is_passive(verb) else None
    owned = doer is not None and any(t.tag_ == "PRP$" for t in doer.children)
    thing = doer is not None and owned and doer.tag_ == "NN" and not is_human(doer)
    return doer is not None and thing and doer.lemma_ not in english().words["arresting"]


def _doer(verb: Token) -> Token | None:
    """Who acts; for "signed a decree pardoning 23 women", who signed it."""
    who = agent(verb)
    if verb.dep_ == "acl" and who is not None and not is_human(who):
        return subject(clause_head(phrase_head(who).head))
    return who


def _noun(token: Token) -> Frame | None:
    """ "the release of 52 people", "further prisoner releases", "their leader's arrest"."""
    if token.pos_ != "NOUN" or token.dep_ in ("compound", "nmod"):
        return None
    lemma = token.lemma_.lower()
    act = next((a for a in ON_PEOPLE if lemma in english().acts[a].nouns), None)
    if is_made_longer(token, act) or is_order_to_hold(token):
        act = Act.HOLD
    if act is None or is_undone(token, act):
        return None
    if act is Act.HOLD and is_to_end(token):
        act = Act.RELEASE
    if lemma == "detention" and token.tag_ == "NNS":
        act = Act.ARREST  # counted, "2,300 detentions" are so many times somebody was taken
    heads = [token, *prepositional_objects(token, "on")]  # "the release on bail of six people"
    done_to = [t for head in heads for t in prepositional_objects(head, "of")]
    done_to = done_to or _after_a_time(token) or prepositional_objects(token, "against")
    patients = [t for t in [*done_to, *prepositional_objects(token, "for")] if is_human(t)]
    if act is Act.PARDON:
        patients = patients or who_is_pardoned(token)
    elif act is Act.HOLD and (whose := who_has_it(token)) is not None:
        patients.append(whose)
    else:
        owners = [t for t in children(token, "poss") if is_human(t) or t.tag_ == "PRP$"]
        patients += [t for t in owners if t.pos_ != "PRON" or is_asked_for(token, act)]
    # "the release of the lawyer and the other 45": the parser joins "45" to "release".
    patients += [t for t in children(token, "conj") if patients and child(t, "nummod")]
    patients += those_of(token)
    patients = [
        t for head in patients for t in coordinated(head) if is_human(t) or t.tag_ == "PRP$"
    ]
    before = token.doc[max(token.i - 2, 0) : token.i].text.lower()
    if before == "death in" or any(t.tag_ == "JJS" for t in token.children):
        return None  # "the death in detention of two", "one of the biggest releases"
    counted = token.tag_ == "NNS" and child(token, "nummod") is not None
    told = lemma != "amnesty" and any(is_human(t) for t in children(token, "compound", "nmod"))
    told = told and not any(t.lower_ in ("the", "this", "that") for t in children(token, "det"))
    if counted and not any(read_quantity(t) or is_named(named_head(t)) for t in patients):
        patients = [token]  # also "26 arrests of journalists"
    if not patients and told:
        patients = [token]
    if not patients or (lemma == "freedom" and not _is_theirs(patients)):
        return None
    return Frame(
        act=act,
        trigger=token,
        clause=clause_head(phrase_head(token).head),
        form=Form.NOUN,
        patients=tuple(patients),
        agent=next(iter(prepositional_objects(token, "by")), None),
    )


def _is_theirs(people: list[Token]) -> bool:
    """ "freedom for 12 prisoners", not "freedom for journalists" to do as they please."""
    captive = english().words["captives"]
    return any(
        is_named(named_head(t)) or read_quantity(t) is not None or t.lemma_.lower() in captive
        for t in people
    )


def _after_a_time(noun: Token) -> list[Token]:
    """ "the release on Wednesday of two reporters": the parser hangs "of" under the day."""
    for token in noun.doc[noun.i + 1 : min(noun.i + 6, sentence_of(noun).end)]:
        if token.lower_ == "of" and token.i > noun.i + 1:
            return children(token, "pobj")
        if token.ent_type_ not in ("DATE", "TIME") and token.pos_ not in ("ADP", "ADV", "DET"):
            break
    return []


def _is_bare_modifier(token: Token) -> bool:
    """True for "the released individuals": it points at people and claims nothing."""
    return token.dep_ == "amod" and token.i < token.head.i


def _freed_count(token: Token) -> Frame | None:
    """ "a plane carrying 23 freed prisoners": a count of people already told as freed."""
    if token.dep_ != "amod" or not is_human(token.head):
        return None
    if token.tag_ != "VBN" and token.lower_ not in ("freed", "released"):
        return None
    lemma = token.lemma_.lower() if token.tag_ == "VBN" else token.lower_.removesuffix("d")
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
    find_wish,
    find_offer,
    find_easing,
    find_imposing,
    find_concession,
    find_withholding,
    find_meeting,
    find_membership,
    find_figure,
    find_listing,
    find_term,
    find_fate,
    find_remand,
    find_seizure,
    find_turn_of_phrase,
    find_phrase,
    _verb,
    find_confinement,
    find_whereabouts,
    find_conveyance,
    find_way_out,
    find_homecoming,
    find_opinion,
    find_put,
    find_resumed,
    _freed_count,
)
_OF_NOUNS: tuple[_Finder, ...] = (
    find_easing,
    find_imposing,
    find_concession,
    find_meeting,
    find_listing,
    find_fate_noun,
    _noun,
    _freed_count,
)
