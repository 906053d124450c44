"""Where, when, of what nationality: the details around a frame."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.acts.measures import is_sanction
from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import (
    child,
    children,
    is_under,
    is_verb,
    prepositional_objects,
)
from habeas.claims.english.parse.trees import neighbour, sentence_of, words_of
from habeas.claims.english.times.time import FoundTime
from habeas.claims.states import find_states, state_code
from habeas.model.claims import Act, TimeMention

_SITES = word_list("claims", "details.sites")
_ASIDES = word_list("claims", "details.asides")
_CUT = frozenset({"relcl", "appos", "punct", "conj", "cc", "advcl", "parataxis"})
_COUNTING = word_list("claims", "details.counting")
_LANDS = frozenset({"country", "state", "nation", "nationality"})
_TOWARDS = ("to", "into", "in", "at", "across")
_BESIDE = frozenset({"before", "after", "until", "while", "since", "when"})
_TIMELESS = frozenset({"DATE", "TIME"})


def phrase_words(head: Token) -> str | None:
    """The phrase around a head as written, without article, asides and relative clauses.

    Returns:
        None where nothing is left, as for a bare pronoun in brackets.
    """
    return _written(head, _asides(head), head.left_edge.idx)


def people_words(head: Token, *, after: int) -> str | None:
    """How a phrase calls the people it counts: what follows the number, but not where they are.

    Args:
        head: Head of the phrase, the noun or the number itself.
        after: Character of `doc.text` at which the number ends.

    Returns:
        None for a bare number.
    """
    if head.lemma_ in _COUNTING:
        head = next(iter(prepositional_objects(head, "of")), head)
    places = {t.i for child in head.children if _is_where(child) for t in child.subtree}
    return _written(head, _asides(head) | places, after)


def clause_words(head: Token) -> str | None:
    """A whole clause as written ("how many are still held"); a noun as `phrase_words` has it."""
    if head.dep_ != "ccomp":
        return phrase_words(head)
    return head.doc[head.left_edge.i : head.right_edge.i + 1].text.strip(" .,;\"'")


def _written(head: Token, left_out: set[int], start: int) -> str | None:
    tokens = [t for t in head.subtree if t.i not in left_out and not t.is_space]
    run = _unbroken([t for t in tokens if t.idx >= start], head)
    while run and (run[0].lower_ in ("the", "a", "an", "of") or run[0].is_punct):
        run = run[1:]
    while run and run[-1].is_punct and not run[-1].is_quote:
        run = run[:-1]
    if not run:
        return None
    return head.doc[run[0].i : _aimed_at(head, run[-1]).i + 1].text


def _aimed_at(head: Token, last: Token) -> Token:
    """The end of "sanctions on two banks" where the parser hung "on …" under the verb."""
    for beside in head.head.rights:
        aims = beside.dep_ == "prep" and beside.lower_ in ("on", "against")
        if is_sanction(head) and aims and beside.i == last.i + 1:
            return beside.right_edge if not beside.right_edge.is_punct else last
    return last


def _asides(head: Token) -> set[int]:
    """Indices of what only comments on a phrase: asides, lists, clauses set off by a comma."""
    roots = [
        t
        for t in head.children
        if (t.dep_ in _CUT and t.i > head.i)
        or (t.dep_ == "prep" and t.lower_ in _ASIDES)
        or (t.dep_ == "acl" and t.i > head.i and _is_set_off(t))
    ]
    roots += [t for t in head.subtree if t.dep_ == "relcl" and _is_set_off(t)]
    return {t.i for root in roots for t in root.subtree}


def _is_where(preposition: Token) -> bool:
    """ "men at the barracks": where they are, kept as the place."""
    places = [t for t in preposition.children if t.dep_ == "pobj"]
    where = preposition.dep_ == "prep" and preposition.lower_ in ("at", "across", "in", "inside")
    return where and any(_is_site(t, preposition.lower_) for t in places)


def _is_set_off(token: Token) -> bool:
    first = token.left_edge
    return neighbour(first, -1).text == ","


def _unbroken(tokens: list[Token], head: Token) -> list[Token]:
    """The run of neighbouring tokens around the head."""
    run: list[Token] = []
    for token in tokens:
        if run and token.i - run[-1].i > 1:
            if head.i <= run[-1].i:
                break
            run = []
        run.append(token)
    return run


def find_place(frame: Frame) -> str | None:
    """Where the act happens or where the people are brought, as written; else None."""
    conveyed = [
        t for t in children(frame.clause, "conj") if t.lemma_ in english().words["conveying"]
    ]
    anchors = [
        *conveyed,
        frame.trigger,
        *([frame.clause] if frame.clause is not frame.trigger else []),
    ]
    if frame.form is Form.NOUN:
        anchors = [frame.trigger]
    anchors += [p for p in frame.patients if p not in anchors]
    for anchor in anchors:
        for preposition in _TOWARDS if frame.act is Act.TRANSFER else (*_TOWARDS, "from"):
            for place in prepositional_objects(anchor, preposition):
                if _is_site(place, preposition):
                    return place_words(place)
    return _receiving_state(frame)


def _receiving_state(frame: Frame) -> str | None:
    """ "Ukraine received 114 civilians": the state that receives is where they were brought."""
    agent = frame.agent
    if agent is None or frame.trigger.lemma_ not in ("receive", "welcome", "accept", "admit"):
        return None
    return agent.text if state_code(agent.text) is not None else None


def _is_site(place: Token, preposition: str) -> bool:
    unnamed = not any(t.pos_ == "PROPN" for t in place.subtree)
    generic = unnamed and place.lemma_ in english().words["detention"]
    if place.ent_type_ in _TIMELESS or generic:
        return False
    if preposition == "from":
        return place.lemma_.lower() in _SITES
    return place.ent_type_ in ("GPE", "LOC", "FAC") or place.lemma_.lower() in _SITES


def place_words(place: Token) -> str:
    """A place as written, without what is told of it."""
    if place.ent_type_ in ("GPE", "LOC"):
        words = [t for t in place.subtree if t.i <= place.i and t.dep_ in ("compound", "amod")]
        first = min([place, *words], key=lambda t: t.i)
        return place.doc[first.i : place.i + 1].text
    left_out = _asides(place)
    tokens = [t for t in place.subtree if t.i not in left_out and not t.is_space]
    run = _unbroken(tokens, place)
    return place.doc[run[0].i : run[-1].i + 1].text


def find_time(frame: Frame, times: Sequence[FoundTime], start: int, end: int) -> TimeMention | None:
    """When the act is said to happen; None where the report leaves it open.

    Args:
        frame: The act.
        times: Times of the block, in text order.
        start, end: The passage, in characters of `doc.text` (end exclusive).

    A time inside the passage counts, the nearest after the act first; for a
    "when" clause also one of the clause it explains ("a release earlier in
    the year, when …").
    """
    usable = [t for t in times if t.role == "when"]
    inside = [t for t in usable if start <= t.start and t.end <= end and _is_of(t, frame)]
    at = frame.trigger.idx
    if inside:
        return min(inside, key=lambda t: (t.start < at, abs(t.start - at))).time
    opener = child(frame.clause, "advmod", "mark")
    if opener is not None and opener.lower_ == "when":
        sentence = sentence_of(frame.trigger)
        before = [t for t in usable if sentence.start_char <= t.start < start]
        return before[-1].time if before else None
    return None


def _is_of(time: FoundTime, frame: Frame) -> bool:
    """False for a time that some other clause inside the passage tells ("who left in 2021")."""
    token = next(
        (t for t in words_of(sentence_of(frame.trigger)) if t.idx >= time.start), frame.trigger
    )
    for above in token.ancestors:
        if above == frame.clause or above == frame.trigger:
            return True
        if _is_aside(above) and not is_under(frame.trigger, above):
            return False
        if (
            is_verb(above)
            and above.i < token.i < frame.clause.i
            and _is_joined(frame.clause, above)
        ):
            return False  # "was arrested in May and jailed": when of the first alone
    return True


def _is_aside(clause: Token) -> bool:
    """ "who left in 2021", "before she was deported on Saturday": when of something else."""
    if clause.dep_ == "advcl":
        opener = child(clause, "mark", "advmod")
        return opener is not None and opener.lower_ in _BESIDE and opener.i < clause.i
    return clause.dep_ in ("relcl", "acl")


def _is_joined(verb: Token, first: Token) -> bool:
    while verb.dep_ == "conj":
        verb = verb.head
        if verb == first:
            return True
    return False


def find_nationalities(person: Token, clause: Token) -> tuple[str, ...]:
    """ISO 3166-1 alpha-2 of the people a phrase counts, in text order.

    Read from the phrase's own words ("six Lithuanians", "foreign nationals
    from Latvia and Japan"), not from where they are held.
    """
    spans = [(person.left_edge.idx, person.idx + len(person))]
    origins = prepositional_objects(person, "from", "of")
    if clause.lemma_ not in english().words["conveying"]:
        origins += prepositional_objects(clause, "from")
    for origin in origins:
        if origin.lemma_.lower() in _LANDS or origin.ent_type_ in ("GPE", "NORP"):
            spans.append((origin.left_edge.idx, origin.right_edge.idx + len(origin.right_edge)))
    found = [
        s.code
        for s in find_states(person.doc, sentence_of(person))
        if any(first <= s.start and s.end <= last for first, last in spans)
    ]
    return tuple(dict.fromkeys(found))
