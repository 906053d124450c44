"""Questions to a dependency parse: who is the subject, where a phrase ends.

Every function is pure and looks only at the parse. Labels are those of the
English model (ClearNLP style: nsubj, dobj, nsubjpass, agent, ccomp, …).
"""

from __future__ import annotations

from spacy.symbols import AUX, VERB  # type: ignore[import-not-found]
from spacy.tokens import Token

from habeas.claims.english.lexicon import word_list
from habeas.claims.english.parse.trees import TREE, Tree, labelled, neighbour, once

_VERBS = (VERB, AUX)
CLAUSE_LABELS = frozenset(
    {"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "conj", "parataxis", "csubj"}
)
_BRINGING_IN = frozenset({"prep", "agent", "dative"})
_OBJECTS = ("pobj", "pcomp")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_ORDERING = word_list("parse", "grammar.ordering")
"""Verbs whose infinitive is done by their object ("urged Brussels to lift")."""
_LEADING_ON = frozenset({"after", "before", "since", "despite", "following"})
"""Prepositions before what the subject of the verb above did ("fled after spending a year")."""
_REFLEXIVE = frozenset({"himself", "herself", "themselves"})
_HAVING_DONE = word_list("parse", "grammar.having_done")
"""Verbs whose clause may be a bare participle ("ordered two detainees freed")."""
_RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})


def child(token: Token, *labels: str) -> Token | None:
    """First child with one of these labels, in text order."""
    tree: Tree | None = token.doc.user_data.get(TREE)
    for label, below in tree.below[token.i] if tree is not None else labelled(token):
        if label in labels:
            return below
    return None


def children(token: Token, *labels: str) -> list[Token]:
    """All children with one of these labels, in text order."""
    tree: Tree | None = token.doc.user_data.get(TREE)
    rows = tree.below[token.i] if tree is not None else labelled(token)
    return [below for label, below in rows if label in labels]


def prepositional_objects(token: Token, *prepositions: str) -> list[Token]:
    """Heads of the phrases after these prepositions under `token`, in text order.

    With no preposition given, those after any.
    """
    found = []
    for label, first in labelled(token):
        if label not in _BRINGING_IN:
            continue
        if not prepositions or first.lower_ in prepositions:
            found += children(first, *_OBJECTS)
        # "with spying and with inciting": the second hangs under the first.
        for other in children(first, "conj"):
            if not prepositions or other.lower_ in prepositions:
                found += children(other, *_OBJECTS)
    return found


def coordinated(token: Token) -> list[Token]:
    """The token and what is joined to it by "and", "or", commas, in text order."""
    found = [token]
    for item in found:
        found += [t for t in children(item, "conj", "appos") if _is_listed(t, item)]
    return sorted(found, key=lambda t: t.i)


def _is_listed(token: Token, first: Token) -> bool:
    """True for the second of a list, also one that the parser took for an apposition."""
    if token.dep_ == "conj":
        return True
    both_names = token.pos_ == first.pos_ == "PROPN" and token.text[:1].isupper()
    if both_names and child(token, "compound") and child(first, "compound"):
        return neighbour(token.left_edge, -1).text == ","
    if child(token, "conj", "cc") is None:
        return False
    both_counted = bool(child(token, "nummod")) and bool(child(first, "nummod"))
    return both_names or both_counted


def is_under(token: Token, head: Token) -> bool:
    """True for a head and everything below it."""
    return token == head or head.is_ancestor(token)


def is_verb(token: Token) -> bool:
    """True for a verb or auxiliary."""
    return token.pos in _VERBS


def is_relative(token: Token) -> bool:
    """True for a relative pronoun."""
    return token.lower_ in _RELATIVE and token.tag_ in ("WP", "WDT", "WP$", "IN", "DT")


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for; any other token stands for itself."""
    if not is_relative(token):
        return token
    clause = token.head
    while clause.dep_ in ("xcomp", "conj", "ccomp", "auxpass", "aux") and is_verb(clause.head):
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else token


@once
def subject(verb: Token) -> Token | None:
    """The subject of a verb, its own or one it shares with the verb above it.

    A relative pronoun is replaced by what it stands for; a participle that
    modifies a noun has that noun.
    """
    # Two subjects side by side are a title and a name: "The blogger Ana Sol was …".
    own = [t for t in children(verb, *_SUBJECTS) if t.lower_ not in _REFLEXIVE]
    found = own[-1] if own else None
    if found is None:  # "The two, Ana and Ihar, were let go": hung under the auxiliary
        found = next((s for t in children(verb, "auxpass") if (s := child(t, *_SUBJECTS))), None)
    if found is not None:
        return antecedent(found)
    # The parser takes "the United Nations estimates" for one noun phrase.
    if verb.tag_ in ("VBZ", "VBD") and (owner := child(verb, "compound")) is not None:
        return owner
    if verb.dep_ == "acl" and verb.tag_ == "VB" and (owner := child(verb.head, "poss")) is not None:
        return owner  # "Norland's offer to free them"
    if verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
        return verb.head
    if verb.dep_ == "xcomp" and verb.head.lemma_ in _ORDERING:
        ordered = child(verb.head, "nsubjpass", "dobj") or ordered_through(verb.head)
        return ordered or subject(verb.head)
    if verb.dep_ in ("conj", "xcomp", "oprd", "aux", "auxpass") and is_verb(verb.head):
        return subject(verb.head)
    if child(verb, "auxpass") is not None and (fronted := _fronted(verb)) is not None:
        return fronted
    if verb.dep_ == "xcomp" and verb.head.pos_ == "ADJ":
        return subject(verb.head.head)
    if verb.dep_ == "pcomp" and verb.head.lower_ in _LEADING_ON and is_verb(verb.head.head):
        return subject(verb.head.head)
    if verb.dep_ == "relcl" and child(verb, "auxpass") is not None:
        to = any(t.tag_ == "TO" for t in children(verb, "aux"))
        return verb.head if to else None  # "the last to be freed"
    return _set_off_before(verb) if verb.dep_ == "advcl" else None


def _set_off_before(verb: Token) -> Token | None:
    """ "In the dock was Ana Sol, arrested last week": a participle hung under the clause."""
    before = verb.left_edge.i - 1
    bare = verb.tag_ == "VBN" and child(verb, "mark", "aux", "auxpass", "advmod") is None
    if not bare or before < verb.sent.start + 1 or verb.doc[before].text != ",":
        return None
    name = verb.doc[before - 1]
    return name if name.ent_type_ == "PERSON" and name.pos_ == "PROPN" else None


def _fronted(verb: Token) -> Token | None:
    """ "Ana Sol, acquitted of all charges, was freed": a subject hung under the participle."""
    for clause in children(verb, "advcl"):
        who = child(clause, "nsubj")
        bare = clause.tag_ == "VBN" and child(clause, "aux", "auxpass", "mark") is None
        if bare and who is not None and who.i < clause.i < verb.i:
            return who
    return None


def ordered_through(verb: Token) -> Token | None:
    """ "called on Brussels to lift": who is called on."""
    told = prepositional_objects(verb, "on", "upon", "to")
    wanted = [t for t in prepositional_objects(verb, "for") if _is_before_infinitive(t)]
    return next(iter(told or wanted), None)


def _is_before_infinitive(token: Token) -> bool:
    """ "asked for Ana Sol to be let go"."""
    last = token.right_edge.i + 1
    return last < token.sent.end and token.doc[last].lower_ == "to"


@once
def is_passive(verb: Token) -> bool:
    """True where the grammatical subject undergoes the act."""
    if child(verb, "auxpass", "nsubjpass") is not None:
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ in ("acl", "amod", "pobj", "nsubj", "nsubjpass", "attr", "acomp", "advcl"):
        return child(verb, "aux") is None and child(verb, "dobj") is None
    if verb.dep_ in ("xcomp", "oprd") and child(verb.head, "auxpass") is not None:
        return child(verb, "aux") is None and child(verb, "dobj") is None  # "are reported held"
    if verb.dep_ == "ccomp" and verb.head.lemma_ in _HAVING_DONE:  # "wants Ana Sol freed"
        return child(verb, "aux", "dobj") is None and child(verb, "nsubj") is not None
    # Also with a subject of its own: "twelve were killed and 30 arrested".
    if verb.dep_ == "conj" and is_verb(verb.head) and child(verb, "aux") is None:
        return is_passive(verb.head) and child(verb, "dobj") is None
    return False


def undergoers(verb: Token) -> list[Token]:
    """Heads of the phrases that the act of a verb is done to, in text order."""
    if is_passive(verb):
        found = subject(verb)
        heads = [found] if found is not None else []
    else:
        heads = [antecedent(t) for t in children(verb, "dobj", "nsubjpass")]
        if not heads and verb.dep_ == "relcl" and child(verb, "dobj") is None:
            none = subject(verb) is verb.head or _tells_of_some(verb)
            heads = [] if none else [verb.head]
        heads = heads or _shared_objects(verb)
    everyone = [t for head in heads for t in coordinated(head)]
    if verb.dep_ == "acl" and verb.tag_ == "VBN":  # "freed were A, arrested in May, and B"
        return [t for t in everyone if t.i < verb.i]
    return everyone


def _tells_of_some(verb: Token) -> bool:
    """ "…, of whom 42 walked free": of these, and not of all."""
    whom = prepositional_objects(verb, "of")
    who = child(verb, "nsubj")
    return who is not None and who.like_num and any(t.lower_ == "whom" for t in whom)


def _shared_objects(verb: Token) -> list[Token]:
    """ "arrested and beat the editor": what two verbs side by side are both done to."""
    for second in children(verb, "conj"):
        between = verb.doc[verb.i + 1 : second.i]
        close = 0 < len(between) < 3 and all(t.dep_ in ("cc", "advmod") for t in between)
        if close and is_verb(second) and child(second, "nsubj", "aux", "auxpass") is None:
            return children(second, "dobj")
    return []


def agent(verb: Token) -> Token | None:
    """Who acts: the subject of an active verb, the by-phrase of a passive one."""
    if is_passive(verb):
        by = child(verb, "agent")
        who = child(by, "pobj") if by is not None else None
        # "by Friday" is when, not who.
        return who if who is not None and who.ent_type_ not in ("DATE", "TIME") else None
    found = subject(verb)
    return None if verb.dep_ == "acl" and verb.tag_ == "VBN" else found


@once
def is_negated(verb: Token) -> bool:
    """True where the clause of a verb carries "not", "never" or "no"."""
    if child(verb, "neg") is not None:
        return True
    if verb.dep_ in ("xcomp", "auxpass") and is_verb(verb.head):
        return is_negated(verb.head)
    for argument in children(verb, "nsubj", "nsubjpass", "dobj"):
        if any(t.lower_ == "no" and t.dep_ == "det" for t in argument.children):
            return True
        # "not a single person was in prison"
        if any(t.dep_ == "neg" or t.lower_ == "not" for t in argument.children):
            return True
        if argument.lower_ in ("nobody", "none", "no-one", "nothing"):
            return True
        if any(t.lower_ == "neither" for t in argument.children):
            return True
    return False


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb, those of a verb it shares them with included."""
    found = children(verb, "aux", "auxpass")
    if not found and verb.dep_ == "conj" and is_verb(verb.head):
        return auxiliaries(verb.head)
    return found


def clause_head(token: Token) -> Token:
    """The verb of the clause a token stands in; the sentence's root where there is none."""
    for above in (token, *token.ancestors):
        if is_verb(above) and above.dep_ in CLAUSE_LABELS and not _is_participle(above):
            return above
    return token.sent.root


def _is_participle(verb: Token) -> bool:
    """True for a participle that only describes a noun ("negotiations involving envoys")."""
    return verb.dep_ == "acl" and child(verb, *_SUBJECTS) is None


def is_contrast(clause: Token) -> bool:
    """True for "…, while the envoy said …": a second statement hung under the first."""
    mark = child(clause, "mark")
    return (
        clause.dep_ == "advcl"
        and mark is not None
        and mark.lower_ in ("while", "whereas", "although", "though")
    )


def phrase_head(token: Token) -> Token:
    """The topmost noun of the noun phrase a noun stands in ("envoy" → "visit by an envoy")."""
    top = noun = token
    while top.dep_ in ("pobj", "prep", "compound", "nmod", "poss", "appos", "conj"):
        top = top.head
        if is_verb(top) or top.pos_ == "ADJ":
            break
        if top.pos_ != "ADP":
            noun = top
    return noun


def subtree_without(head: Token, left_out: set[int]) -> list[Token]:
    """Tokens under `head`, without the subtrees rooted at the indices `left_out`."""
    kept: list[Token] = []
    stack = [head]
    while stack:
        token = stack.pop()
        if token.i in left_out:
            continue
        kept.append(token)
        stack += [t for _, t in labelled(token)]
    return sorted(kept, key=lambda t: t.i)
