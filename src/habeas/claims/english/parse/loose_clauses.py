"""Clauses and asides that the parser hangs on the nearest word: "men of the camp who were freed".

Each function is given one token and hangs it where it belongs, in place; every step leaves a tree.
"""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import child, children, coordinated
from habeas.claims.english.parse.trees import neighbour, sentence_of
from habeas.claims.english.people.people import is_human
from habeas.model.claims import Act

_BETWEEN = frozenset({"prep", "pobj", "acl", "pcomp", "dobj", "agent"})
_FIRST = frozenset({"nsubj", "nsubjpass"})
_TAKING_OBJECTS = (Act.RELEASE, Act.PARDON, Act.ARREST)
_GRANTED = frozenset({"bail", "parole", "clemency", "amnesty"})
_GRANTING = frozenset({"grant", "give", "deny", "refuse"})
_INCLUDING = frozenset({"including", "notably"})


def give_people_their_clause(clause: Token) -> None:
    """ "two men involved in the movement who had been held": who they are, not the movement."""
    who = next((t for t in clause.lefts if t.lower_ == "who" and t.dep_ in _FIRST), None)
    above = clause.head
    if who is None or (is_human(above) and not _is_of_several(clause)):
        return
    while above.dep_ in _BETWEEN and above.head != above:
        above = above.head
        if above.pos_ in ("NOUN", "PROPN", "NUM", "PRON") and above.i < clause.i:
            if is_human(above):
                clause.head = above
                return
            if above.pos_ == "PROPN" and not _is_of_several(clause):
                return


def give_to_her(thing: Token) -> None:
    """ "granted her bail": to whom, and not whose."""
    giving = thing.lemma_ in _GRANTED and thing.head.lemma_ in _GRANTING
    her = child(thing, "poss")
    if giving and her is not None and her.lower_ == "her" and thing.i == her.i + 1:
        her.head, her.dep_, her.tag_ = thing.head, "dative", "PRP"


def give_name_after_office(name: Token) -> None:
    """ "the rapporteur on Belarus, Ana Sol, said": no name of the country."""
    place = name.head
    office = place.head.head
    country = name.ent_type_ == "PERSON" and place.ent_type_ in ("GPE", "LOC", "NORP")
    if (
        country
        and place.dep_ == "pobj"
        and place.i < name.i
        and office.i < place.i
        and is_human(office)
    ):
        name.head = office
        return
    give_subject_after_place(name)


def give_subject_after_place(name: Token) -> None:
    """ "In Gora, student leader Ana Sol, who hid, gave herself up": no name of the town."""
    place = name.head
    verb = place.head.head
    if (
        name.ent_type_ != "PERSON"
        or place.dep_ != "pobj"
        or place.head.i > sentence_of(place).start + 1
    ):
        return
    commas = [t for t in name.doc[place.i + 1 : name.i] if t.text == ","]
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or child(verb, "aux", "auxpass") is not None
    if not commas or not finite or verb.i < name.i or child(verb, "nsubj", "nsubjpass", "expl"):
        return
    name.head = verb
    name.dep_ = "nsubjpass" if child(verb, "auxpass") is not None else "nsubj"


def _is_of_several(clause: Token) -> bool:
    """ "two men, including a clerk, who have been held": no clause of the one clerk."""
    opens = next((t for t in clause.lefts if t.dep_ in ("aux", "auxpass")), clause)
    plural = opens.lower_ in ("have", "are", "were") and clause.head.tag_ in ("NN", "NNP")
    return plural and child(clause.head, "conj") is None and clause.head.dep_ == "pobj"


def give_passive(verb: Token) -> None:
    """ "released A and six others held since May", "had A arrested", "with A put in a cell".

    The parser takes the participle for a past tense, and whom it describes for who does it.
    """
    above, who = verb.head, child(verb, *_FIRST)
    if verb.tag_ not in ("VBD", "VBN") or who is None or not above.i < who.i < verb.i:
        return
    mark = child(verb, "mark")
    if mark is not None and mark.lower_ == "with":
        above = mark
    elif mark is not None or verb.dep_ == "advcl":
        return
    if child(verb, "dobj", "aux", "auxpass", "neg") is not None:
        return
    words = english()
    lemma = verb.lemma_.lower()
    if above.lower_ == "with" or above.lemma_ in ("have", "get", "see"):
        if lemma in words.participial | words.words["putting"] and who.pos_ != "PRON":
            who.dep_, verb.tag_ = "nsubjpass", "VBN"
        return
    freeing = {v for act in _TAKING_OBJECTS for v in words.acts[act].verbs}
    if above.lemma_ not in freeing or lemma not in words.participial:
        return
    if child(above, "dobj", "auxpass") is not None or who.pos_ == "PRON":
        return
    last = coordinated(who)[-1]
    who.head, who.dep_ = above, "dobj"
    verb.head, verb.dep_, verb.tag_ = last, "acl", "VBN"


def give_back_to_quoting(clause: Token) -> None:
    """ "He shouted "we stay" as he was led away": what follows a quotation is none of it."""
    first = clause.left_edge
    if first.i == 0 or not neighbour(first, -1).is_quote:
        return
    close = first.i - 1
    opens = next(
        (t.i for t in reversed(clause.doc[sentence_of(clause).start : close]) if t.is_quote), None
    )
    above = clause.head
    while opens is not None and opens < above.i < close and above.head != above:
        above = above.head
    if above.i < (opens or 0) and above.pos_ == "VERB":
        clause.head = above


def give_floor_last(verb: Token) -> None:
    """ "X was freed but Y was not, relatives said": who speaks last speaks of all before."""
    if verb.lemma_.lower() not in english().speech or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return
    first = verb.head
    while first.dep_ == "conj" and first.pos_ in ("VERB", "AUX"):
        first = first.head
    opens = verb.left_edge
    own = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
    if own is None or first.dep_ != "ROOT" or opens.i == 0 or neighbour(opens, -1).text != ",":
        return
    if child(verb, "ccomp", "dobj", "xcomp", "mark") is not None:
        return
    if not all(t.is_punct or _is_when_or_where(t) for t in verb.rights):
        return
    verb.head = verb
    verb.dep_ = "ROOT"
    first.head, first.dep_ = verb, "ccomp"


def _is_when_or_where(below: Token) -> bool:
    """ "said on Friday", "said in a statement"."""
    if below.dep_ == "prep":
        return below.lower_ in ("on", "in", "at", "by", "via", "after", "during")
    return below.ent_type_ in ("DATE", "TIME") or below.dep_ == "advmod"


def join_to_passive(participle: Token) -> None:
    """ "was arrested in May, charged with treason and sentenced": one verb after the other."""
    first = participle.head
    passive = first.tag_ == "VBN" and child(first, "auxpass") is not None
    if (
        not passive
        or participle.tag_ not in ("VBN", "VBD")
        or participle.i < first.i
        or neighbour(participle.left_edge, -1).text != ","
    ):
        return
    if child(participle, *_FIRST, "mark", "dobj", "aux", "auxpass") is not None:
        return
    if any(t.tag_ == "VBN" for t in children(participle, "conj")):
        participle.dep_, participle.tag_ = "conj", "VBN"


def give_swap_its_people(verb: Token) -> None:
    """ "discussed a swap under the auspices of the bloc involving 40 soldiers": the swap does."""
    if verb.lemma_ != "involve" or verb.tag_ != "VBG" or child(verb, *_FIRST) is not None:
        return
    nouns = english().acts[Act.EXCHANGE].nouns
    for noun in verb.head.children:
        if noun.i < verb.i and noun.lemma_.lower() in nouns and noun.pos_ == "NOUN":
            verb.head, verb.dep_ = noun, "acl"
            return


def _give_past(aside: Token) -> None:
    """ "activists who had received sentences, including A": the activists, and no sentence."""
    if not any(is_human(t) for t in children(aside, "pobj")):
        return
    collective = english().words["collective"] | {"people"}
    above = aside.head
    while above.head != above and above.lemma_.lower() not in collective:
        above = above.head
        if above.tag_ in ("NNS", "NNPS") and is_human(above):
            aside.head = above
            return
        if above.dep_ in ("ROOT", "ccomp"):
            return


def give_members(aside: Token) -> None:
    """ "120 people are held, including 38 women": the parser hangs the aside under the verb."""
    verb = aside.head
    if aside.lower_ in _INCLUDING and verb.pos_ == "NOUN" and not is_human(verb):
        _give_past(aside)
        return
    if verb.pos_ not in ("VERB", "AUX") or aside.i < verb.i:
        return
    people = [t for t in children(aside, "pobj") if is_human(t)]
    of_them = len(people) > 1 and people[0].lower_ in ("them", "whom")
    if not people or not (aside.lower_ in _INCLUDING or (of_them and aside.lower_ == "among")):
        return
    objects = [t for t in verb.children if t.dep_ in ("dobj", "attr") and t.i < aside.i]
    whole = objects or [t for t in verb.children if t.dep_ in _FIRST and t.i < verb.i]
    several = len(whole) == 1 and whole[0].tag_ in ("NNS", "NNPS", "CD")
    if several and (is_human(whole[0]) or _counts_acts(whole[0])):
        aside.head = whole[0]


def free_them(free: Token) -> None:
    """ "calls on them to free journalist Ana Sol": a verb, not what she is."""
    whose = free.head
    if whose.i < free.i and whose.dep_ == "dobj" and whose.head.lemma_ == "set":
        free.head, free.dep_ = whose.head, "oprd"  # "set the eleven miners free"
        return
    to = neighbour(free, -1) if free.i else free
    whom = to.head and next((t for t in to.children if t.dep_ == "pobj"), None)
    if to.lower_ != "to" or to.dep_ != "prep" or whom is None or to.head.pos_ != "VERB":
        return
    if whom.ent_type_ != "PERSON" and whom.lemma_.lower() not in english().people:
        return
    free.head, free.dep_, free.pos_, free.tag_ = to.head, "xcomp", "VERB", "VB"
    free.lemma_ = "free"
    whom.head, whom.dep_ = free, "dobj"
    to.head, to.dep_, to.pos_, to.tag_ = free, "aux", "PART", "TO"


def free_the_held(held: Token) -> None:
    """ "released detained journalist Ana Sol": of the two, the first is the verb."""
    verb, whom = held.head, child(held, "dobj")
    freeing = english().acts[Act.RELEASE].verbs | english().acts[Act.PARDON].verbs
    if verb.lemma_ not in freeing or held.i != verb.i + 1 or whom is None:
        return
    for token in list(held.children):
        token.head = verb
    held.head, held.dep_ = whom, "amod"


def join_lock_up(token: Token) -> None:
    """ "the police lock-up": three words to the parser."""
    if token.lower_ == "up" and token.i > 1 and neighbour(token, -1).text == "-":
        before = neighbour(token, -2)
        if before.lower_ == "lock":
            token.lemma_, token.pos_, token.tag_ = "lockup", "NOUN", "NN"


def _counts_acts(noun: Token) -> bool:
    """ "92 arrests": each of them of somebody."""
    words = english()
    acts = any(noun.lemma_.lower() in words.acts[a].nouns for a in (*_TAKING_OBJECTS, Act.ARREST))
    return acts and child(noun, "nummod") is not None
