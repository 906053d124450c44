"""Sentences that the parser takes for the wrong ones: "46 people arrested in May have been freed".

News English leaves out "who were"; the parser then often takes the participle for the verb of
the sentence and hangs the true verb below it.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc, Token

from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import child, children
from habeas.claims.english.parse.hedged_numbers import mend_hedged
from habeas.claims.english.parse.loose_clauses import (
    free_the_held,
    free_them,
    give_back_to_quoting,
    give_floor_last,
    give_members,
    give_name_after_office,
    give_passive,
    give_people_their_clause,
    give_swap_its_people,
    give_to_her,
    join_lock_up,
    join_to_passive,
)
from habeas.claims.english.parse.promise_paths import mend_promise
from habeas.claims.english.parse.said_amid import mend_said_amid
from habeas.claims.english.parse.trees import neighbour

_BELOW = frozenset({"advcl", "conj", "ccomp", "xcomp", "dep", "relcl", "parataxis", "acl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_HURT = frozenset({"dead", "injured", "wounded", "missing", "hurt", "killed"})
_DEEMED = frozenset({"recognise", "recognize", "regard", "consider", "designate", "list"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


def turn_back(doc: Doc) -> None:
    """Hang each participle that was taken for a verb under the noun it describes; in place.

    Numbers, days and names hung under the wrong word are hung anew as well.
    Only participles that name an act are looked at ("arrested", "rounded up"),
    each with a subject before it and a finite verb without one after it, with
    neither comma nor conjunction between.
    """
    lemmas = english().participial
    for token in doc:
        if token.dep_ == "acl":
            mend_promise(token)
        elif token.dep_ == "ccomp":
            mend_said_amid(token.head)
        mend = _MENDERS.get(token.dep_)
        if mend is not None:
            mend(token)
        if token.like_num:
            mend_hedged(token)
        if token.lower_ == "free" and token.dep_ == "amod":
            free_them(token)
        elif token.dep_ == "xcomp" and token.tag_ == "VBN" and token.lemma_ in lemmas:
            free_the_held(token)
        if token.tag_ == "VBD" and token.lemma_ in lemmas:
            _give_to_oneself(token)
        if (
            token.tag_ in ("VBD", "VBN")
            and (token.lemma_ in lemmas or token.lemma_ in _DEEMED)
            and token.dep_ not in ("acl", "relcl")
        ):
            true = _true_verb(token)
            if true is not None:
                _swap(token, true)
            elif child(token.head, "expl") is not None:
                _give_people(token)


def _give_to_oneself(participle: Token) -> None:
    """ "the lawyer, himself freed last spring, says": no verb of the sentence."""
    who = child(participle, *_SUBJECTS)
    before = neighbour(participle, -1) if participle.i else participle
    if before.lower_ not in ("himself", "herself", "themselves") or who is None:
        return
    if participle.dep_ == "ROOT" or child(participle, "dobj", "aux", "auxpass") is not None:
        return
    who.head, who.dep_ = participle.head, "nsubj"
    participle.head, participle.dep_, participle.tag_ = who, "acl", "VBN"


def _mend_compound(token: Token) -> None:
    """ "Free Ana Sol!": an order that the tagger took for a first name."""
    whom, before = token.head, neighbour(token, -1) if token.i > token.sent.start else None
    opens = before is None or before.is_quote or before.text == ":"
    if token.lower_ not in ("free", "release") or not opens or whom.i <= token.i:
        return
    if whom.ent_type_ != "PERSON" and whom.dep_ not in ("ROOT", "dobj"):
        return
    while whom.dep_ == "compound" and whom.head.i > whom.i:
        whom = whom.head
    if child(whom, "case") is not None:
        return  # "Free Ana Sol's book"
    if whom.dep_ == "ROOT":
        token.head, token.dep_ = token, "ROOT"
    else:
        token.head, token.dep_ = whom.head, "ccomp"
    whom.head, whom.dep_ = token, "dobj"
    token.pos_, token.tag_, token.lemma_ = "VERB", "VB", token.lower_


def _mend_homeward(token: Token) -> None:
    """ "bring Ana Sol home": no home of hers."""
    named = [t for t in children(token, "compound") if t.ent_type_ == "PERSON"]
    if token.lower_ == "home" and named and token.head.pos_ == "VERB":
        whom, verb = named[-1], token.head
        for other in named[:-1]:
            other.head = whom
        token.dep_, token.pos_, token.tag_ = "advmod", "ADV", "RB"
        whom.head, whom.dep_ = verb, "dobj"


def _mend_joined(token: Token) -> None:
    if token.pos_ == "VERB":
        give_floor_last(token)
    if token.like_num and token.i + 1 < len(token.doc):
        _give_subject(token)
    elif token.tag_ == "VBD" and _shares_a_passive(token):
        token.tag_ = "VBN"


def _mend_subject(token: Token) -> None:
    if token.ent_type_ == "DATE":
        _give_to_preposition(token)


def _mend_loose(token: Token) -> None:
    if token.pos_ == "PROPN" and child(token, "nummod") is not None:
        _join_to_noun(token)


def _mend_root(root: Token) -> None:
    if root.tag_ == "VBD" and root.lemma_ in english().words["done_to_people"]:
        _make_passive(root)
    elif root.ent_type_ == "PERSON":
        _make_apposition(root)


def _mend_participle(told: Token) -> None:
    """ "Ana Sol: bundled into a van by men": what stands after a colon is told, not described."""
    who = told.head
    if told.tag_ != "VBN" or who.dep_ != "ROOT" or told.i < who.i:
        return
    named = who.ent_type_ == "PERSON" and neighbour(told, -1).text == ":"
    counted = who.like_num or child(who, "nummod") is not None
    if named or (counted and told.i == who.i + 1 and told.lemma_ in english().participial):
        told.head, told.dep_ = told, "ROOT"
        who.head, who.dep_ = told, "nsubjpass"


def _make_passive(verb: Token) -> None:
    """ "BREAKING: journalist Ana Sol arrested in Varn": what headlines leave out is "was"."""
    who = child(verb, "nsubj")
    if who is None or child(verb, "dobj", "aux", "auxpass", "ccomp", "conj", "dative") is not None:
        return
    if who.ent_type_ == "PERSON" or who.like_num or child(who, "nummod") is not None:
        verb.tag_, who.dep_ = "VBN", "nsubjpass"


def _make_apposition(name: Token) -> None:
    """ "met his counterpart, Ana Sol, in Varn": a name beside an office, taken for the sentence."""
    words = [*(t for t in name.lefts if t.dep_ == "compound"), name]
    told = [v for t in words for v in children(t, "ccomp") if v.i < words[0].i]
    if not told or neighbour(words[0], -1).text != ",":
        return
    verb, office = told[0], neighbour(words[0], -2)
    if office.pos_ != "NOUN" or not verb.is_ancestor(office):
        return
    for below in [*name.children, *words[0].children]:
        if below.dep_ != "compound" and below != verb:
            below.head = verb
    verb.head, verb.dep_ = verb, "ROOT"
    name.head, name.dep_ = office, "appos"


def _mend_object(token: Token) -> None:
    give_to_her(token)
    _mend_homeward(token)
    if token.head.lemma_.lower() in english().speech:
        _give_clause(token, token.head)


def _mend_adverbial(token: Token) -> None:
    join_to_passive(token)
    give_swap_its_people(token)
    give_passive(token)
    give_back_to_quoting(token)


def _mend_particle(token: Token) -> None:
    """ "handed over 195 soldiers": the parser hangs "over" under the number."""
    if token.lower_ == "over" and (verb := neighbour(token, -1)).lemma_ == "hand":
        token.head, token.dep_ = verb, "prt"


def _shares_a_passive(verb: Token) -> bool:
    """ "were charged and remanded to prison": the second participle taken for a past tense."""
    if verb.lemma_ not in english().participial | {"remand", "hand"}:
        return False
    if child(verb, "dobj", "aux", *_SUBJECTS) is not None:
        return False
    first = verb.head
    while first.dep_ in ("conj", "advcl") and first.tag_ == "VBN" and first.head.tag_ == "VBN":
        first = first.head
    return first.tag_ == "VBN" and child(first, "auxpass") is not None


def _give_to_preposition(day: Token) -> None:
    """ "two who were held since May were freed": May is no subject."""
    first = day.left_edge.i
    if first == 0:
        return
    before = day.doc[first - 1]
    others = [t for t in children(day.head, *_SUBJECTS) if t != day]
    if before.dep_ == "prep" and child(before, "pobj", "pcomp") is None and others:
        day.head, day.dep_ = before, "pobj"


def _give_subject(number: Token) -> None:
    """ "110 are civilians and 130 are not": the parser joins "130" to "civilians"."""
    after = neighbour(number, 1)
    if _is_hurt(number.head) and after.tag_ == "VBN" and not _is_above(number, after):
        for told in children(after, *_SUBJECTS):  # "left 25 dead and 2,400 arrested"
            told.dep_ = "dep"
        number.head, number.dep_ = after, "nsubjpass"
        return
    if after.tag_ not in _FINITE or after.pos_ not in ("VERB", "AUX"):
        return
    verb = after.head if after.dep_ in ("aux", "auxpass") else after
    if verb.i < number.i or child(verb, *_SUBJECTS, "expl") is not None or _is_above(number, verb):
        return
    number.head = verb
    number.dep_ = "nsubjpass" if child(verb, "auxpass") is not None else "nsubj"


def _is_hurt(word: Token) -> bool:
    if word.lower_ in _HURT:
        return word.dep_ in ("amod", "oprd", "acomp")
    return any(t.lower_ in _HURT and t.i > word.i for t in children(word, "amod"))


def _is_above(token: Token, below: Token) -> bool:
    return token == below or token.is_ancestor(below)


def _join_to_noun(name: Token) -> None:
    """ "eight Bidoon activists": a name that no parser knows, before the noun it belongs to."""
    noun = neighbour(name, 1) if name.i + 1 < len(name.doc) else name
    number = child(name, "nummod")
    if noun.tag_ != "NNS" or noun.head != name.head or number is None or number.i > name.i:
        return
    name.head, name.dep_ = noun, "compound"
    number.head = noun


def _give_clause(who: Token, saying: Token) -> None:
    """ "lawyers said 60 people, a doctor among them, were remanded": no object of saying."""
    for verb in saying.children:
        passive = child(verb, "auxpass")
        joined = verb.dep_ == "conj" and verb.i > who.i and passive is not None
        if not joined or child(verb, *_SUBJECTS) is not None or child(who, "nummod") is None:
            continue
        if passive is None or any(t.dep_ == "cc" and t.i < passive.i for t in saying.children):
            continue
        who.head, who.dep_ = verb, "nsubjpass"
        verb.dep_ = "ccomp"
        return


def _true_verb(participle: Token) -> Token | None:
    """The verb of which the participle's subject is the subject in truth."""
    who = child(participle, *_SUBJECTS)
    everyone = who is not None and who.lower_ in ("everyone", "anyone", "everybody")
    if who is None or who.i > participle.i or (who.pos_ == "PRON" and not everyone):
        return None
    if child(participle, "dobj", "aux", "auxpass", "neg") is not None:
        return None
    above = participle.head
    if participle.dep_ == "advcl" and above.i > participle.i and _is_bare(above):
        return above  # "five leaders, arrested in May, are out"
    if participle.dep_ in ("csubj", "csubjpass") and above.i > participle.i:
        return above if child(above, "nsubj", "nsubjpass", "expl") is None else None
    for below in participle.rights:
        if below.dep_ == "advcl":
            _give_back_time(participle, below)
        if below.dep_ in _BELOW and below.pos_ in ("VERB", "AUX") and _stands_alone(below):
            return below
    return _verb_beside(participle) if participle.dep_ == "ccomp" else None


def _verb_beside(participle: Token) -> Token | None:
    """ "said that 96 people detained in May would be freed": both hung under "said"."""
    for beside in participle.head.rights:
        second = beside.i > participle.i and beside.dep_ == "ccomp"
        if second and beside.pos_ in ("VERB", "AUX") and _stands_alone(beside):
            return beside
    return None


def _give_people(participle: Token) -> None:
    """ "there are 900 people arbitrarily detained": the people are there, and so described."""
    who, there = child(participle, "nsubj"), participle.head
    if who is None or not there.i < who.i < participle.i or _is_joined(participle):
        return
    if child(participle, "dobj", "aux", "auxpass", "mark") is None:
        who.head, who.dep_ = there, "attr"
        participle.head, participle.dep_, participle.tag_ = who, "acl", "VBN"


def _is_joined(verb: Token) -> bool:
    """True for a clause of its own, "and" or a comma before it."""
    return verb.dep_ not in ("advcl", "conj") or child(verb.head, "cc") is not None


def _give_back_time(participle: Token, below: Token) -> None:
    """ "arrested since the coup are still held": "the coup" is no subject of "are held"."""
    mark = child(below, "mark")
    wrong = child(below, *_SUBJECTS)
    if mark is None or wrong is None or mark.lower_ not in ("since", "after", "before"):
        return
    opens = next((t for t in below.lefts if t.dep_ in ("aux", "auxpass")), below)
    plural = opens.tag_ == "VBP" and opens.lower_ in ("are", "have")
    if not plural or wrong.tag_ not in ("NN", "NNP") or wrong.i < mark.i:
        return  # a clause of its own: "arrested after the coup was over"
    mark.head, mark.dep_ = participle, "prep"
    wrong.head, wrong.dep_ = mark, "pobj"


def _is_bare(verb: Token) -> bool:
    """True for a finite verb that has no subject of its own."""
    if child(verb, *_SUBJECTS, "expl") is not None or verb.pos_ not in ("VERB", "AUX"):
        return False
    opens = next((t for t in verb.lefts if t.dep_ in ("aux", "auxpass")), verb)
    return opens.tag_ in _FINITE


def _stands_alone(verb: Token) -> bool:
    """True for a finite verb with no subject, no conjunction and no comma before it."""
    if child(verb, *_SUBJECTS, "mark", "expl") is not None:
        return False
    first = verb.left_edge
    before = neighbour(first, -1)
    if before.is_punct or before.dep_ == "cc" or before.pos_ in ("CCONJ", "SCONJ"):
        return False
    opens = next((t for t in verb.lefts if t.dep_ in ("aux", "auxpass")), verb)
    return opens.tag_ in _FINITE and all(t.pos_ != "SCONJ" for t in verb.lefts)


def _swap(participle: Token, true: Token) -> None:
    """Make the true verb the head of the clause; every step leaves a tree."""
    who = child(participle, *_SUBJECTS)
    if who is None:
        return
    dep, above = participle.dep_, participle.head
    outer = [t for t in participle.children if t.i < who.i or t.i > true.i]
    for token in (who, *outer):
        token.head = true
    if above.i != true.i:
        true.head = true if above.i == participle.i else above
        true.dep_ = dep
    participle.head = who
    participle.dep_ = "acl"
    participle.tag_ = "VBN"
    passive = child(true, "auxpass") is not None
    who.dep_ = "nsubjpass" if passive else "nsubj"


_MENDERS: dict[str, Callable[[Token], None]] = {
    "conj": _mend_joined,
    "nsubj": _mend_subject,
    "nsubjpass": _mend_subject,
    "dep": _mend_loose,
    "dobj": _mend_object,
    "ROOT": _mend_root,
    "compound": _mend_compound,
    "acl": _mend_participle,
    "quantmod": _mend_particle,
    "appos": give_name_after_office,
    "relcl": give_people_their_clause,
    "prep": give_members,
    "pobj": join_lock_up,
    "advcl": _mend_adverbial,
    "ccomp": give_passive,
    "pcomp": give_passive,
}
