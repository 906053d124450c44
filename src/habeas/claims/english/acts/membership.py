"""Who is among the freed: "those freed include …", "among them are …", "the amnesty includes …"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Form, Frame, Part
from habeas.claims.english.figures.makeup import MAKEUP_VERBS, find_makeup
from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import (
    child,
    children,
    clause_head,
    coordinated,
    is_negated,
    is_passive,
    is_verb,
    phrase_head,
    prepositional_objects,
    subject,
)
from habeas.claims.english.parse.trees import neighbour, sentence_of
from habeas.claims.english.people.people import is_human, is_named, named_head
from habeas.claims.states import state_code
from habeas.model.claims import Act

_NAMING = frozenset({"identify", "name"})
MEMBERSHIP_VERBS = MAKEUP_VERBS | _NAMING
"""Lemmas at which `find_membership` can find anything, besides those of "including"."""
_NO_COUNTS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "QUANTITY"})
_BACK = frozenset({"them", "these", "those", "they", "whom"})
_LISTS = frozenset({"list", "group", "amnesty", "pardon", "clemency"})
"""Collectives of people to whom anything may have been done."""
_FREEING = (Act.RELEASE, Act.PARDON, Act.EXILE)


def find_membership(token: Token) -> Frame | None:
    """The frame of a verb that says who belongs to the people an act was done to.

    The act is the one that the group's own words name ("those freed"), and
    RELEASE for an amnesty or another noun of the kind. A group told only by a
    pronoun or a number ("among them", "the nine are …") gives a frame that
    refers back; its act is a placeholder until the claim before it is known.
    """
    if not is_verb(token):
        return None
    some = None if _is_one_by_name(token) else _some_of_them(token) or find_makeup(token)
    if some is not None:
        among = prepositional_objects(token, "among", "amongst")
        group = some.group or next((t for t in among if t.i < some.patients[0].i), None)
        told = act_of_group(group) if group is not None else None
        return some if told is None else replace(some, act=told, refers_back=False)
    if token.lemma_ in english().words["including"]:
        group = subject(token)
        to = prepositional_objects(token, "to")
        covered = children(token, "dobj") + [t for t in to if child(t, "nummod") is not None]
        covered += prepositional_objects(token, "of") if token.lemma_ == "consist" else []
        members = [m for t in covered for m in coordinated(t)]
        if token.tag_ == "VBN" and (within := prepositional_objects(token, "in", "among")):
            group, members = within[0], _included(token)
    elif token.lemma_ in _NAMING:
        group, members = _by_naming(token)
    elif token.lemma_ == "be":
        group, members = _by_being(token)
    else:
        return None
    people = tuple(t for t in members if is_human(t) and t.ent_type_ != "GPE")
    if group is None or not people:
        return None
    act = act_of_group(group) or _act_ahead(token)
    captives = group.lemma_ in english().words["captives"]
    back = points_back(group) or _is_counted_again(group) or _is_included(group)
    back = back or (token.lemma_ in _NAMING and is_human(group))
    if act is None and not back and not captives:
        return None
    inside = token.dep_ == "acl" and act is Act.EXCHANGE
    return Frame(
        act=act or (Act.HOLD if captives else _unless_told(group)),
        trigger=group if inside else token,
        clause=clause_head(phrase_head(group).head) if inside else token,
        form=Form.NOUN if inside else Form.CLAUSE,
        patients=people,
        refers_back=act is None,
        group=group,
        parts=tuple(_further(token, people)),
    )


def _is_included(group: Token) -> bool:
    """ "the women included in the order": some of those told of before."""
    listed = any(t.lemma_ in ("include", "cover", "name") for t in children(group, "acl"))
    return listed and _is_listed_group(group)


def _is_counted_again(group: Token) -> bool:
    """ "the four leaders": so many were told of before."""
    definite = any(t.lower_ in ("the", "these", "those") for t in children(group, "det"))
    return definite and is_human(group) and child(group, "nummod") is not None


def _act_ahead(verb: Token) -> Act | None:
    """ "was among 134 detainees to leave prison": an infinitive that the parser hangs anywhere."""
    for clause in children(verb, "advcl", "xcomp"):
        if clause.i < verb.i or not any(t.tag_ == "TO" for t in children(clause, "aux")):
            continue
        if clause.lemma_ in ("leave", "walk") or clause.lemma_ in english().acts[Act.RELEASE].verbs:
            return Act.RELEASE
    return None


def _unless_told(group: Token) -> Act:
    """ "the amnesty includes …": the act where no count before says what was done."""
    pardons = english().acts[Act.PARDON].nouns
    return Act.PARDON if group.lemma_.lower() in pardons else Act.RELEASE


def _included(verb: Token) -> list[Token]:
    """ "Ana Sol is included in the list", "also included in the amnesty was Ana Sol"."""
    who = subject(verb)
    found = [who] if who is not None else []
    found += [t for be in children(verb, "auxpass") for t in children(be, "attr", "nsubj")]
    return [t for head in found for t in coordinated(head)]


def _by_naming(verb: Token) -> tuple[Token | None, list[Token]]:
    """ "the freed men were identified as A and B", "named A and B as those pardoned"."""
    named = prepositional_objects(verb, "as")
    if not named:
        named = [t for t in children(verb, "oprd") if is_passive(verb)]
    if not named or is_negated(verb) or verb.dep_ == "acl":
        return None, []
    if is_passive(verb):
        group, members = subject(verb), named
    else:
        group, members = named[0], [*children(verb, "dobj"), *children(verb, "oprd")]
    members = [t for t in members for t in coordinated(t)]
    return group, [t for t in members if is_named(named_head(t))]


def _further(verb: Token, people: tuple[Token, ...]) -> Iterator[Part]:
    """ "among them are 16 minors, 92 in poor health and 10 nurses": those the parser hung
    elsewhere than beside the first."""
    if child(people[0], "nummod") is None:
        return
    counted = {n.i for t in people for n in children(t, "nummod")}
    for number in verb.doc[people[0].i + 1 : sentence_of(verb).end]:
        if not number.like_num or number.ent_type_ in _NO_COUNTS or number.i in counted:
            continue
        head = number.head
        above = next((t for t in number.ancestors if is_verb(t)), verb)
        joined = head.dep_ == "conj" and neighbour(number, -1).dep_ == "cc"
        if above != verb and not (above.dep_ == "acl" and (joined or above.i > number.i)):
            continue
        if number.dep_ == "nummod" and is_human(head) and head.dep_ != "pobj":
            yield Part(number=number, described=head)
        elif number.dep_ == "appos" and any(t.dep_ == "prep" for t in number.rights):
            yield Part(number=number)


def _some_of_them(verb: Token) -> Frame | None:
    """ "the nine are five Spaniards and a Canadian": a group told only by its number, whole."""
    who = subject(verb) if verb.lemma_ == "be" else None
    if who is None or who.pos_ != "NUM":
        return None
    people = tuple(t for first in children(verb, "attr") for t in coordinated(first) if is_human(t))
    whole = any(t.dep_ == "det" for t in who.children)
    if not people or not whole or prepositional_objects(who, "of"):
        return None
    return Frame(
        act=Act.RELEASE,
        trigger=verb,
        clause=verb,
        form=Form.CLAUSE,
        patients=people,
        refers_back=True,
        group=who,
    )


def _by_being(verb: Token) -> tuple[Token | None, list[Token]]:
    """ "among those freed are A and B", "A is among those freed", "A is one of those freed"."""
    groups = prepositional_objects(verb, "among", "amongst")
    before = groups != [] and groups[0].i < verb.i
    # "among the freed are A and B", but "among the 100 freed, seven are still in prison".
    arguments = [t for t in children(verb, "nsubj", "attr") if t.i > verb.i or not before]
    if _is_one_by_name(verb):
        group = prepositional_objects(children(verb, "nsubj")[0], "of")[0]
        return group, children(verb, "attr")
    for argument in children(verb, "attr"):
        if argument.lower_ in ("one", "part", "some") and prepositional_objects(argument, "of"):
            group = prepositional_objects(argument, "of")[0]
            who = subject(verb)
            return group, coordinated(who) if who is not None else []
    those = next((t for t in children(verb, "nsubj") if t.lower_ == "those"), None)
    if those is None:  # "Those freed were …": the participle taken for the noun
        those = next((t for t in children(verb, "nsubj") if t.tag_ == "VBN"), None)
    if those is None:  # "the detainees included in the decision are …"
        those = next((t for t in children(verb, "nsubj") if _is_listed_group(t)), None)
    if those is not None and (those.tag_ == "VBN" or children(those, "relcl", "acl")):
        return those, [m for t in children(verb, "attr") for m in coordinated(t)]
    if not groups:
        return None, []
    return groups[0], [m for t in arguments for m in coordinated(t)]


def _is_one_by_name(verb: Token) -> bool:
    """ "one of the freed prisoners was Ana Sol"."""
    who, name = child(verb, "nsubj"), child(verb, "attr")
    if verb.lemma_ != "be" or who is None or name is None or who.lower_ != "one":
        return False
    return bool(prepositional_objects(who, "of")) and is_named(named_head(name))


def _is_listed_group(group: Token) -> bool:
    """ "the detainees included in the order", "the women who were freed"."""
    definite = any(t.lower_ == "the" for t in children(group, "det"))
    if not definite or group.tag_ != "NNS" or not is_human(group):
        return False
    return any(t.i > group.i for t in children(group, "acl", "relcl"))


def act_of_group(group: Token) -> Act | None:
    """The act by which a group of people is told: "those freed", "the amnesty"."""
    if group.lemma_.lower() in english().acts[Act.EXCHANGE].nouns:
        return Act.EXCHANGE
    lemma = group.lemma_.lower()
    if any(_grants_pardon(t) for t in children(group, "acl", "relcl")):
        return Act.PARDON
    if lemma in english().words["collective"] - _LISTS:
        return Act.RELEASE
    if any(t.lemma_ in ("leave", "walk") for t in children(group, "acl", "relcl")):
        return Act.RELEASE
    if any(_brings_away(t) for t in children(group, "acl")):
        return Act.RELEASE
    if lemma == "arrestee":
        return Act.ARREST
    for word in group.subtree:
        for act in _FREEING:
            if word.lower_ in participles(act):
                return act
    return _held_or_taken(group)


def _brings_away(verb: Token) -> bool:
    """ "prisoners flown out of Nicaragua", "detainees moved to Panama"."""
    if verb.lemma_ not in english().words["conveying"] or verb.tag_ != "VBN":
        return False
    outs = [t for t in children(verb, "prep", "advmod", "prt") if t.lower_ == "out"]
    out_of = [p for t in outs for p in prepositional_objects(t, "of")]
    places = [*prepositional_objects(verb, "to", "into"), *out_of]
    return any(state_code(t.text) is not None for t in places)


def _grants_pardon(verb: Token) -> bool:
    """ "those granted clemency"."""
    pardons = english().acts[Act.PARDON].nouns | {"amnesty"}
    return any(t.lemma_.lower() in pardons for t in children(verb, "dobj", "oprd"))


def _held_or_taken(group: Token) -> Act | None:
    """The act of "those still inside", "those arrested on Friday"."""
    if group.lower_ not in ("those", "people") and not is_human(group):
        return None
    words = english().words
    for word in group.subtree:
        still = any(t.lower_ in ("still", "currently") for t in group.subtree)
        if word.lower_ in ("inside", "held") or (still and word.lemma_ in words["detention"]):
            return Act.HOLD
        if word.lower_ in ("out", "free") and word.head.lemma_ == "be":
            return Act.RELEASE
        for act in (Act.ARREST, Act.SENTENCE, Act.HOLD, Act.CHARGE):
            if (word.i > group.i or word.dep_ == "amod") and word.lower_ in participles(act):
                return Act.ARREST if word.lower_ == "detained" and not still else act
    return None


@cache
def participles(act: Act) -> frozenset[str]:
    """Forms such as "freed", which the parser takes for a verb, a noun or an adjective."""
    verbs = english().acts[act].verbs
    irregular = frozenset({"held", "kept"}) if act is Act.HOLD else frozenset()
    return irregular | frozenset(
        f"{verb}d" if verb.endswith("e") else f"{verb}ed" for verb in verbs
    )


def points_back(group: Token) -> bool:
    """True for a group told only by a pronoun or a number."""
    if group.lower_ in _BACK or group.pos_ == "NUM" or group.lemma_.lower() in _LISTS:
        return True
    return group.lower_ == "known" and any(t.lower_ in ("best", "most") for t in group.children)
