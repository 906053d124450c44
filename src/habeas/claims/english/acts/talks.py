"""Meetings: "held talks with the president", "was received by the king", "sat down with"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Form, Frame
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
from habeas.claims.english.parse.trees import sentence_of
from habeas.claims.english.people.people import (
    is_captive_or_named,
    is_close,
    is_named,
    is_office,
    is_participant,
    named_head,
)
from habeas.claims.english.speech.speakers import governing_verb
from habeas.model.claims import Act

_FIRST_PERSON = frozenset({"i"})
_OWN = frozenset({"his", "her", "my"})
_ADVERBIAL = frozenset({"after", "following", "during", "before", "at", "in", "from"})
_WISHED = word_list("acts", "talks.wished")
_SEEING = frozenset({"call", "spend", "greet"})
_SENT = frozenset({"mission", "delegation", "relative", "family", "mother", "lawyer"})
_MANAGING = frozenset({"allow", "permit", "able", "manage"})
_ENVOYS = frozenset("consul ambassador envoy delegation delegate rapporteur lawyer".split())
_COURTESIES = word_list("acts", "talks.courtesies")
_HALLS = word_list("acts", "talks.halls")
_FACE = frozenset({"face", "hands", "hand"})


def find_meeting(token: Token) -> Frame | None:
    """The frame of a meeting that names or describes two sides, else None."""
    if is_verb(token):
        return _told(token)
    if token.pos_ == "NOUN" and token.lemma_.lower() in english().acts[Act.MEET].nouns:
        return _presupposed(token)
    return None


@cache
def meeting_verbs() -> frozenset[str]:
    """Lemmas of every verb at which `find_meeting` can find anything."""
    words = english().words
    met = english().acts[Act.MEET]
    telling = words["conferring"] | words["hosting"] | words["visiting"] | words["going_to_talk"]
    held = {verb for verb, _ in met.phrases}
    return (
        met.verbs | held | telling | frozenset({"come", "shake", "grant", "join", "pay"}) | _SEEING
    )


def _told(verb: Token) -> Frame | None:
    others = _others(verb)
    together = not others and _is_of_several(verb)
    if not others and not together:
        return None
    who = agent(verb) if is_passive(verb) and subject(verb) in others else _meeter(verb)
    sides = _sides([t for t in (who,) if t is not None], others)
    if len(sides) < 2 or _is_private(verb, sides):
        return None
    form = Form.PARTICIPLE if verb.dep_ in ("relcl", "acl") else Form.CLAUSE
    return Frame(act=Act.MEET, trigger=verb, clause=verb, form=form, patients=sides, agent=who)


def _meeter(verb: Token) -> Token | None:
    """The subject, for "after meeting Ana Sol, he said" and "having met her, …" the one above."""
    own = subject(verb)
    if own is not None:
        return own
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    participle = verb.tag_ in ("VBG", "VBN") and verb.dep_ in ("advcl", "pcomp")
    return subject(above) if participle and is_verb(above) else None


def _others(verb: Token) -> list[Token]:
    """Whom the subject of a verb meets; for a passive verb, the subject itself."""
    lemma = verb.lemma_.lower()
    words = english().words
    found: list[Token] = []
    if lemma in english().acts[Act.MEET].verbs:
        found = [t for t in undergoers(verb) if is_participant(t)]
        found += [t for t in children(verb, "conj") if t.pos_ == "NOUN" and is_office(t)]
        found += prepositional_objects(verb, "with")
        met_by = agent(verb)
        if is_passive(verb) and (met_by is None or not _has_office(met_by)):
            found = []
    elif lemma in words["conferring"] and _is_conferring(verb):
        found = prepositional_objects(verb, "with", "to")
        found += [t for t in children(verb, "dobj") if lemma == "consult"]
    elif lemma in words["hosting"]:
        found = [t for t in undergoers(verb) if _is_guest(t, verb)]
    elif lemma in words["visiting"]:
        found = [t for t in undergoers(verb) if _is_seen_inside(t, verb)]
    elif lemma in ("call", "spend", "greet"):
        found = {"call": _called_on, "spend": _had_time_with, "greet": _greeted}[lemma](verb)
    elif lemma in ("come", "shake"):
        close = [t for t in verb.subtree if t.lower_ in _FACE]
        found = [t for a in (verb, *close) for t in prepositional_objects(a, "with") if close]
    found += [t for noun in _talks_under(verb) for t in _with(noun, verb)]
    return list(dict.fromkeys(found))


def _talks_under(verb: Token) -> list[Token]:
    """ "held talks", "travelled for talks", "was granted an audience", "sat down for dinner"."""
    words = english().acts[Act.MEET]
    lemma = verb.lemma_.lower()
    given = children(verb, "dobj", "nsubjpass", "oprd", "attr")
    given += [t for rounds in given for t in prepositional_objects(rounds, "of")]
    held = [t for t in given if (lemma, t.lemma_.lower()) in words.phrases]
    gone: list[Token] = []
    if lemma in english().words["going_to_talk"]:
        ways = [verb, *children(verb, "dobj"), *prepositional_objects(verb, "to", "in")]
        gone = [t for way in ways for t in prepositional_objects(way, "for")]
    return held + [t for t in gone if t.lemma_.lower() in words.nouns]


def _with(noun: Token, verb: Token) -> list[Token]:
    """With whom talks are held; who grants an audience, and who comes for talks."""
    found = prepositional_objects(noun, "with", "between")
    found += prepositional_objects(verb, "with")
    if verb.lemma_ in english().words["hosting"] | {"join", "grant"}:
        found += [t for t in children(verb, "dobj", "dative") if t != noun]
    if verb.lemma_ == "pay":
        found += prepositional_objects(noun, "to") + prepositional_objects(verb, "to")
    if is_passive(verb):
        by = agent(verb)
        found += prepositional_objects(noun, "by") + ([by] if by is not None else [])
    return [t for t in found if t.pos_ != "NUM"]


def _is_conferring(verb: Token) -> bool:
    """ "sat down with", "spoke by phone with", "negotiated with"; no interview."""
    if verb.lemma_ == "sit":
        return any(t.lower_ == "down" for t in verb.children)
    if verb.lemma_ not in ("speak", "talk"):
        return True
    with_whom = prepositional_objects(verb, "with", "to")
    phoned = bool({"phone", "telephone", "video"} & {t.lower_ for t in verb.subtree})
    who = subject(verb)
    if phoned and who is not None and _has_office(who):
        return any(is_named(named_head(t)) for t in with_whom)
    return (phoned or bool(prepositional_objects(verb, "with"))) and any(
        _has_office(t) or t.lemma_.lower() in english().words["captives"] for t in with_whom
    )


def _has_office(head: Token) -> bool:
    """ "President Ana Sol", "her counterpart, Pavel Zorin"."""
    return any(is_office(t) for t in head.subtree)


def _is_guest(whom: Token, verb: Token) -> bool:
    """Whom an office receives; "welcomed the envoy" alone may be praise."""
    pronoun = whom.lower_ in ("him", "her") and verb.lemma_ == "receive"
    host = agent(verb)
    sent = whom.lemma_ in _SENT and host is not None and _has_office(host)
    told = is_named(named_head(whom)) or is_office(whom) or pronoun or sent
    if not (is_participant(whom) or sent) or not told:
        return False
    if verb.lemma_ == "receive":
        return True
    return verb.lemma_ == "host" or bool(_talks_under(verb))


def _is_seen_inside(whom: Token, verb: Token) -> bool:
    """ "visited the opposition leader in prison", "was allowed to see Ana Sol"."""
    pronoun = whom.lower_ in ("him", "her")
    if not is_participant(whom) or not (is_captive_or_named(whom) or pronoun):
        return False
    inside = english().words["detention"] | english().words["holding"]
    there = any(t.lemma_.lower() in inside for t in verb.subtree)
    allowed = verb.dep_ == "xcomp" and verb.head.lemma_ in _MANAGING
    above = verb.head if verb.dep_ == "xcomp" else verb
    who = _meeter(above if is_verb(above) else above.head)
    return there or (allowed and (verb.head.lemma_ not in ("able", "manage") or _is_envoy(who)))


def _is_envoy(who: Token | None) -> bool:
    """ "the consul", "the ambassador, Ana Sol": whoever sees people for a state or a court."""
    return who is not None and any(t.lemma_.lower() in _ENVOYS for t in who.subtree)


def _called_on(verb: Token) -> list[Token]:
    """ "called on the cardinal to inform him of it"; not "called on the president to act"."""
    who = subject(verb)
    host = prepositional_objects(verb, "on")
    if who is None or not host or not (_has_office(who) and _has_office(host[0])):
        return []
    to = [t for t in verb.subtree if t.dep_ in ("xcomp", "advcl", "acl") and t.i > host[0].i]
    polite = all(t.lemma_ in _COURTESIES for t in to)
    seen = bool(to) or any(t.lemma_ in _HALLS for t in prepositional_objects(verb, "at"))
    return host if polite and seen else []


def _greeted(verb: Token) -> list[Token]:
    """ "greeted Ana Sol at the airport"."""
    halls = prepositional_objects(verb, "at", "on", "in")
    there = any(t.lemma_ in _HALLS for t in halls)
    whom = children(verb, "dobj")
    known = [t for t in whom if is_captive_or_named(t) and is_participant(t)]
    return known if there and not is_passive(verb) else []


def _had_time_with(verb: Token) -> list[Token]:
    """ "spent half an hour with Ana Sol", of somebody in office."""
    whiles = children(verb, "dobj", "npadvmod")
    who = _meeter(verb)
    hours = any(t.lemma_ in ("hour", "minute", "time") for t in whiles)
    if not hours or who is None or not _has_office(who):
        return []
    found = [p for t in (verb, *whiles) for p in prepositional_objects(t, "with")]
    return [t for t in found if is_named(named_head(t))]


def _is_of_several(verb: Token) -> bool:
    """ "Ana Sol and Pavel Zorin met in Vilnius", "… held talks"."""
    who = subject(verb)
    if who is None or len(_each(who)) < 2 or is_passive(verb):
        return False
    if verb.lemma_ in english().acts[Act.MEET].verbs:
        return not children(verb, "dobj")
    return bool(_talks_under(verb)) or (
        verb.lemma_ == "shake"
        and _FACE.intersection(t.lower_ for t in children(verb, "dobj")) != set()
    )


def _is_private(verb: Token, sides: tuple[Token, ...]) -> bool:
    """ "She met her husband at university": nobody's talks."""
    return any(
        is_close(t) and any(p.lower_ in _OWN for p in children(t, "poss")) for t in sides
    ) and not is_named(named_head(sides[-1]))


def _presupposed(noun: Token) -> Frame | None:
    """ "after talks with the president, the envoy said …", "a meeting between A and B"."""
    top = phrase_head(noun)
    outside = clause_head(top.head if top.head is not top else top)
    governor, preposition = governing_verb(noun)
    asked = english().words["demanding"] | _WISHED
    if governor.lemma_ in asked or noun.tag_ == "VBG":
        return None
    sides = _sides(_between(noun), ())
    if len(sides) < 2:
        with_whom = prepositional_objects(noun, "with")
        owners = children(noun, "poss") + prepositional_objects(noun, "of", "by")
        if not owners and (preposition in _ADVERBIAL or top.head.lower_ in _ADVERBIAL):
            who = _meeter(outside)
            owners = [who] if who is not None else []
        sides = _sides(owners, with_whom) if with_whom else ()
    if len(sides) < 2:
        return None
    return Frame(
        act=Act.MEET,
        trigger=noun,
        clause=outside,
        form=Form.NOUN,
        patients=sides,
        agent=sides[0],
    )


def _between(noun: Token) -> list[Token]:
    """ "a meeting in Doha between A and B": the parser hangs "between" under the town."""
    places = [noun, *prepositional_objects(noun, "in", "at", "on")]
    return [t for place in places for t in prepositional_objects(place, "between")]


def _sides(first: Iterable[Token], others: Iterable[Token]) -> tuple[Token, ...]:
    """Everybody on both sides of a meeting, each once, "she" as whom the text told before."""
    heads = [t for side in (*first, *others) for t in _each(side)]
    meant = [_meant(t, heads) for t in heads]
    people = [t for t in meant if is_participant(t) or t.lower_ in _FIRST_PERSON]
    return tuple({named_head(t).i: t for t in reversed(people)}.values())[::-1]


def _each(head: Token) -> list[Token]:
    """All joined by "and"; the first of two names is often hung before the second."""
    before = [t for t in children(head, "nmod") if is_named(t) and child(t, "cc") is not None]
    named = [t for t in children(head, "appos") if is_named(t) and head.tag_ == "NNS"]
    return [*before, *([n for t in named for n in coordinated(t)] or coordinated(head))]


def _name_after(head: Token) -> Token:
    """ "the head of the office, Mr Pavel Zorin": the name that the parser hung elsewhere."""
    doc, at = head.doc, head.right_edge.i + 1
    if not is_office(head) or is_named(named_head(head)) or at + 1 >= len(doc):
        return head
    if doc[at].text != ",":
        return head
    first = at + 1
    while doc[first].lower_.rstrip(".") in english().titles and first + 1 < len(doc):
        first += 1
    last = first
    while last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I":
        last += 1
    named = doc[first].ent_type_ == "PERSON" and is_named(doc[last])
    return doc[last] if named else head


def _meant(token: Token, beside: list[Token]) -> Token:
    """Whom "he" or "her" means: the last person or office that was subject before it."""
    if token.lower_ not in ("he", "she", "him", "her"):
        return _name_after(token)
    start = sentence_of(token).start
    for _ in range(2):
        start = token.doc[start - 1].sent.start if start > 0 else 0
    taken = {named_head(t).i for t in beside}
    for before in reversed(token.doc[start : token.i]):
        if before.dep_ not in ("nsubj", "nsubjpass") or named_head(before).i in taken:
            continue
        if before.tag_ in ("NN", "NNP") and (is_office(before) or is_named(named_head(before))):
            return before
    return token
