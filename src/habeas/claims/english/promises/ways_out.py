"""Freedom promised without a word for it: "will be home once …", "I can have them out by Easter".

Only where a promise or a condition stands beside it, and the text tells of detention at all.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.acts.measures import tells_of_detention
from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import (
    agent,
    auxiliaries,
    children,
    coordinated,
    is_verb,
    prepositional_objects,
    subject,
)
from habeas.claims.english.parse.trees import sentence_of
from habeas.claims.english.people.people import is_human
from habeas.claims.english.promises.openers import conditions_of
from habeas.model.claims import Act, Stance

_BEING = frozenset({"be", "sleep", "sit"})
_GOING = frozenset({"come", "go", "return", "get", "walk", "leave", "fly"})
_TAKING = word_list("promises", "ways_out.taking")
_HOME = frozenset({"home", "out", "free", "back"})
AT = word_list("promises", "ways_out.at")


@cache
def way_out_verbs() -> frozenset[str]:
    """Lemmas of every verb at which `find_way_out` can find anything."""
    return _BEING | _GOING | _TAKING


def find_way_out(verb: Token) -> Frame | None:
    """The frame of a verb by which somebody is promised to get out, else None."""
    if not is_verb(verb) or verb.dep_ in ("aux", "auxpass", "amod", "relcl", "acl"):
        return None
    if verb.dep_ == "ccomp" and verb.head.lemma_ in _TAKING:
        return None  # "will see to it that he sleeps at home": the verb above tells it
    whom: list[Token] = []
    if verb.lemma_ in _TAKING:
        whom = _taken_out(verb)
    if not whom and verb.lemma_ in _BEING | _GOING and _leads_out(verb):
        who = subject(verb)
        whom = [who] if who is not None else []
    patients = tuple(t for head in whom for t in coordinated(head) if is_human(t))
    if not patients or not _is_promised(verb) or not tells_of_detention(verb.doc):
        return None
    return Frame(
        act=Act.RELEASE,
        trigger=verb,
        clause=verb,
        form=Form.CLAUSE,
        patients=patients,
        agent=agent(verb) if verb.lemma_ in _TAKING else None,
    )


def _leads_out(verb: Token) -> bool:
    """ "be home", "sleep at home", "be on a plane", "walk out"."""
    if any(t.lower_ in _HOME for t in children(verb, "advmod", "prt", "acomp", "attr", "dobj")):
        return True
    places = prepositional_objects(verb, "at", "on", "with", "in", "to")
    return any(t.lemma_.lower() in AT for t in places)


def _taken_out(verb: Token) -> list[Token]:
    """ "have the policemen out", "bring him home", "let the miners leave"."""
    if any(t.lower_ in _HOME for t in children(verb, "advmod", "prt", "oprd")):
        return children(verb, "dobj")
    whom = [t for t in children(verb, "dobj") if _leads_out(t)]
    for noun in children(verb, "dobj") if not whom else ():
        if noun.lower_ == "home":  # the parser joins "Sol" to "home" in "bring Ana Sol home"
            whom += children(noun, "compound")[-1:]
    for clause in children(verb, "ccomp", "xcomp"):
        gone = clause.lemma_ in ("leave", "go") or clause.lower_ in _HOME or _leads_out(clause)
        if gone:
            whom += children(clause, "nsubj")
    return whom


def _is_promised(verb: Token) -> bool:
    """True under a verb of promising, and for what is to come on a condition."""
    above = verb.head if verb.dep_ in ("xcomp", "ccomp") else None
    promised = (Stance.PROMISED, Stance.EXPECTED)
    ruled = above is not None and verb.dep_ == "xcomp"
    if above is not None and ruled and english().governing.get(above.lemma_.lower()) in promised:
        return True
    ahead = any(t.tag_ == "MD" for t in auxiliaries(verb)) or verb.tag_ in ("VBP", "VBZ")
    if not ahead:
        return False
    pledged = above is not None and english().speech.get(above.lemma_.lower()) in promised
    return pledged or any(
        not found.first.i <= verb.i <= found.last.i for found, _ in conditions_of(sentence_of(verb))
    )
