"""Who says, thinks or wants what: source, cue and content of every attribution in a parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import child, children, is_passive, is_verb, subject
from habeas.claims.english.parse.spans import span_of
from habeas.claims.english.parse.trees import neighbour, sentence_of
from habeas.claims.english.speech.cues import cues
from habeas.claims.english.speech.quotations import find_quotations
from habeas.claims.english.speech.voice import is_mere_record

_TRAILING = frozenset({"parataxis", "ccomp", "advcl", "relcl"})
_FINITE_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution.

    Attributes:
        source: Head of the phrase that names who says it; a relative pronoun
            stands for itself. None where nobody is named ("reportedly").
        cue: The verb, noun, adjective or preposition that gives them the floor.
        content: What is said, as ranges of token indices (end exclusive) in text order.
    """

    source: Token | None
    cue: Token
    content: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundWords:
    """An attribution in characters of `doc.text` (end exclusive)."""

    source: tuple[int, int] | None
    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]


def find_attributions(doc: Doc) -> tuple[Attribution, ...]:
    """Every attribution of a parsed text, in the order of their cues.

    Quoted speech is followed over sentences and paragraphs to the last who
    had the floor.
    """
    quoted = _quoted_tokens(doc)
    found: dict[int, Attribution] = {}
    for token in doc:
        for attribution in _at(token):
            found.setdefault(token.i, attribution)
    for start, end in quoted:
        cue = _quoting_verb(doc, start, end, found)
        if cue is None:
            continue
        before = found.get(cue.i)
        source = before.source if before is not None else _source_of(cue)
        content = _tokens(before.content if before is not None else ())
        content |= set(range(start, end))
        found[cue.i] = Attribution(source=source, cue=cue, content=_ranges(content))
    whole = (_without_frame(one) for _, one in sorted(found.items()))
    return tuple(one for one in whole if one.content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One quotation and who speaks it.

    Attributes:
        start, end: Its tokens, end exclusive.
        source: Head of the phrase that names the speaker.
        cue: The verb of saying.
    """

    start: int
    end: int
    source: Token
    cue: Token


def find_speeches(doc: Doc) -> tuple[Speech, ...]:
    """The quotations of a parsed text whose speaker its sentences name, in order.

    A quotation that stands in sentences of its own belongs to who spoke in
    the sentence before it.
    """
    found: list[Speech] = []
    for start, end in _quoted_tokens(doc):
        cue = _quoting_verb(doc, start, end, {})
        source = _source_of(cue) if cue is not None else None
        if source is not None and is_mere_record(source):
            continue  # "the release "signals a change""
        if cue is not None and source is not None:
            found.append(Speech(start=start, end=end, source=source, cue=cue))
            continue
        last = found[-1] if found else None
        if last is not None and _goes_on(doc, last.end, start):
            found.append(Speech(start=start, end=end, source=last.source, cue=last.cue))
    return tuple(found)


def _goes_on(doc: Doc, end: int, start: int) -> bool:
    """True where nothing but the rest of a sentence parts two quotations."""
    between = [t for t in doc[end:start] if not t.is_space and not t.is_punct]
    if not between:
        return True
    if between[-1].i >= between[0].sent.end:
        return False
    first = doc[start].sent.start
    return not any(is_verb(t) and t.i >= first for t in between)


def outermost(attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Those that stand in the content of no other: of "X said that Y thinks …" the first."""
    every = tuple(attributions)
    inside = {n for one in every for n in _tokens(one.content)}
    return tuple(one for one in every if one.cue.i not in inside)


def found_words(attribution: Attribution) -> FoundWords:
    """Where source, cue and content of an attribution stand in the text."""
    doc = attribution.cue.doc
    source = attribution.source
    place: tuple[int, int] | None = None
    if source is not None:
        tokens = [t for t in _phrase(source) if t.i != attribution.cue.i]
        content = _tokens(attribution.content)
        tokens = [t for t in tokens if t.i not in content] or [source]
        place = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
    cue = attribution.cue
    return FoundWords(
        source=place,
        cue=(cue.idx, cue.idx + len(cue)),
        content=tuple(
            (doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
            for start, end in attribution.content
        ),
    )


def _at(token: Token) -> Iterator[Attribution]:
    """The attribution whose cue a token is; at most one is used."""
    if token.lower_ == "according":
        yield from _at_according(token)
    elif is_verb(token):
        yield from _at_verb(token)
    elif token.pos_ == "NOUN":
        yield from _at_noun(token)
    elif token.pos_ == "ADJ":
        yield from _at_adjective(token)
    elif token.dep_ == "prep" and token.lower_ in cues().by:
        yield from _at_account(token)
    elif token.dep_ == "advmod" and token.lower_ in cues().hearsay:
        yield _attribution(None, token, [token.head])


def _at_verb(verb: Token) -> Iterator[Attribution]:
    """ "X said that …", "…, X said", "X wants to …", "X praised Y for …"."""
    source = _source_of(verb)
    if verb.dep_ in ("aux", "auxpass") or verb.lemma_ == "be":
        return
    roots = _contents(verb)
    if roots and (source is not None or _is_hearsay(verb)):
        yield _attribution(source, verb, roots)
    elif source is not None and _closes(verb):
        yield _around(source, verb)


def _contents(verb: Token) -> list[Token]:
    """Heads of what is said, thought or judged under a verb; empty where that is nothing."""
    words = cues()
    lemma = verb.lemma_.lower()
    if lemma in words.no_speech:
        return []
    finite = [t for t in children(verb, "ccomp") if _is_clause(t)]
    if finite:
        return finite
    if is_passive(verb):
        told = children(verb, "nsubjpass")
        if lemma in words.judging or (lemma in words.asking and child(verb, "xcomp")):
            return told + children(verb, "xcomp", "oprd") + _complements(verb)
        return []
    wanted = children(verb, "xcomp")
    if wanted and lemma in words.intending | words.asking:
        return children(verb, "dobj") + wanted
    things = [t for t in children(verb, "dobj", "ccomp", "oprd", "xcomp") if t.i > verb.i]
    if lemma in words.judging and things:
        return things + _complements(verb)
    if lemma in words.speaking:
        return _complements(verb)
    return []


def _complements(verb: Token) -> list[Token]:
    """The objects of "about", "for", "against" … after a verb."""
    after = [t for t in verb.rights if t.dep_ == "prep" and t.lower_ in cues().prepositions]
    return [t for prep in after for t in children(prep, "pobj", "pcomp")]


def _is_clause(verb: Token) -> bool:
    """True for a finite clause or a question: it has a subject of its own, or says how."""
    if child(verb, *_FINITE_SUBJECTS) is not None:
        return verb.tag_ != "VBG"
    return verb.left_edge.tag_ in ("WRB", "WP", "WDT") or verb.tag_ in ("VBD", "VBZ", "VBP")


def _is_hearsay(verb: Token) -> bool:
    """ "is believed to be held", "it is said that": somebody says so who is not named."""
    spoken = verb.lemma_.lower() in english().speech
    return is_passive(verb) and spoken and child(verb, "xcomp", "ccomp") is not None


def _closes(verb: Token) -> bool:
    """True for "…, X said": a verb of saying with nothing under it, set off by a comma."""
    if verb.lemma_.lower() not in english().speech and verb.lemma_.lower() not in cues().quoting:
        return False
    if verb.dep_ not in _TRAILING or not is_verb(verb.head):
        return False
    first = verb.left_edge
    parted = neighbour(first, -1).text in (",", "-", "—", "–", "”", '"', "'")
    return parted or first.text == ","


def _around(source: Token, verb: Token) -> Attribution:
    """The clause that "X said" closes or interrupts, without the attribution itself."""
    inside = {t.i for t in verb.subtree}
    content = {t.i for t in verb.head.subtree if t.i not in inside}
    return Attribution(source=source, cue=verb, content=_ranges(content))


def _source_of(verb: Token) -> Token | None:
    if is_passive(verb):
        by = child(verb, "agent")
        return child(by, "pobj") if by is not None else None
    own = children(verb, "nsubj")
    if own:
        return own[-1]
    return subject(verb)


def _at_noun(noun: Token) -> Iterator[Attribution]:
    """ "the union's claim that …", "made a plea for …", "support for … among …"."""
    if noun.lemma_.lower() not in cues().saying or noun.dep_ == "compound":
        return
    roots = children(noun, "acl", "ccomp", "relcl")
    roots = [t for t in roots if t.dep_ != "relcl" or child(t, "mark") is not None]
    about = [
        p
        for p in noun.rights
        if p.dep_ == "prep" and p.lower_ in ("of", "for", "about", "on", "to", "against", "in")
    ]
    roots += [t for p in about for t in children(p, "pobj", "pcomp")]
    source = child(noun, "poss")
    if source is None:
        by = [
            t
            for p in noun.rights
            if p.lower_ in ("by", "from", "among")
            for t in children(p, "pobj")
        ]
        source = by[0] if by else None
    if source is None and noun.dep_ == "dobj" and noun.head.lemma_.lower() in cues().light:
        source = _source_of(noun.head)
    if roots and source is not None:
        yield _attribution(source, noun, roots)


def _at_adjective(adjective: Token) -> Iterator[Attribution]:
    """ "is confident that …", "were opposed to …"."""
    copula = adjective.head
    if adjective.lemma_.lower() not in cues().feeling or adjective.dep_ not in ("acomp", "oprd"):
        return
    roots = children(adjective, "ccomp", "xcomp", "acl") + _complements(adjective)
    roots += [t for t in children(copula, "ccomp", "xcomp") if t.i > adjective.i]
    source = subject(copula) if is_verb(copula) else None
    if roots and source is not None and source.lower_ not in ("it", "that", "this", "there"):
        yield _attribution(source, adjective, roots)


def _at_according(word: Token) -> Iterator[Attribution]:
    """ "According to X, …", "…, according to X"."""
    to = next((t for t in word.children if t.lower_ == "to"), word)
    heads = children(to, "pobj")
    if heads:
        content = {t.i for t in _clause_above(word).subtree} - {t.i for t in word.subtree}
        yield Attribution(source=heads[0], cue=word, content=_ranges(content))


def _at_account(preposition: Token) -> Iterator[Attribution]:
    """ "By the army's own account, …", "In the view of the union, …"."""
    noun = child(preposition, "pobj")
    if noun is None or noun.lemma_.lower() not in cues().accounts or not is_verb(preposition.head):
        return
    owner = child(noun, "poss")
    if owner is None:
        owner = next((t for p in children(noun, "prep") for t in children(p, "pobj")), None)
    opens = preposition.left_edge.i == sentence_of(preposition).start
    closes = neighbour(preposition, -1).text == ","
    if owner is not None and (opens or closes):
        content = {t.i for t in preposition.head.subtree} - {t.i for t in preposition.subtree}
        yield Attribution(source=owner, cue=noun, content=_ranges(content))


def _clause_above(token: Token) -> Token:
    above = token.head
    while above.pos_ not in ("VERB", "AUX") and above.head != above:
        above = above.head
    return above


def _attribution(source: Token | None, cue: Token, roots: Iterable[Token]) -> Attribution:
    content = {t.i for root in roots for t in root.subtree}
    return Attribution(source=source, cue=cue, content=_ranges(content))


def _without_frame(attribution: Attribution) -> Attribution:
    """The content without source, cue, and what stands at its edges and says nothing."""
    doc = attribution.cue.doc
    content = _tokens(attribution.content) - {attribution.cue.i}
    if attribution.source is not None and attribution.source.i in content:
        content -= {t.i for t in _phrase(attribution.source)}
    edges = (_without_edges(doc, start, end) for start, end in _ranges(content))
    return replace(attribution, content=tuple((a, b) for a, b in edges if a < b))


def _without_edges(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A range of tokens without the blanks, commas and stops at its ends; it may be empty."""
    says = [n for n in range(start, end) if not doc[n].is_space and doc[n].text not in ",.;:"]
    return (says[0], says[-1] + 1) if says else (start, start)


def _phrase(head: Token) -> list[Token]:
    """The phrase that names a source, relative clauses and what is joined to it left out."""
    apart = {t.i for c in head.children if c.dep_ in ("relcl", "acl", "advcl") for t in c.subtree}
    return [t for t in head.subtree if t.i not in apart and not t.is_space]


def _quoted_tokens(doc: Doc) -> list[tuple[int, int]]:
    """The quotations of a text as ranges of tokens, those of a word or two left out."""
    spans = (span_of(doc, quoted.start, quoted.end) for quoted in find_quotations(doc.text))
    return [(s.start, s.end) for s in spans if s.end - s.start > 2]


def _quoting_verb(doc: Doc, start: int, end: int, found: dict[int, Attribution]) -> Token | None:
    """The cue that a quotation belongs to: of its own sentences, else of the one before."""
    first, last = doc[start].sent, doc[end - 1].sent
    outside = [t for t in doc[first.start : last.end] if not start <= t.i < end]
    verbs = [t for t in outside if _can_quote(t, found)]
    if verbs:
        return min(verbs, key=lambda t: min(abs(t.i - start), abs(t.i - end)))
    if any(is_verb(t) for t in outside) or first.start == 0:
        return None
    before = doc[first.start - 1].sent
    earlier = [t for t in before if _can_quote(t, found)]
    root = next((t for t in earlier if t.dep_ == "ROOT"), None)
    return root or (earlier[-1] if earlier else None)


def _can_quote(token: Token, found: dict[int, Attribution]) -> bool:
    if not is_verb(token):
        return token.i in found and token.lower_ == "according"
    lemma = token.lemma_.lower()
    speaks = lemma in cues().quoting or lemma in english().speech
    return speaks and _source_of(token) is not None


def _tokens(ranges: Iterable[tuple[int, int]]) -> set[int]:
    return {n for start, end in ranges for n in range(start, end)}


def _ranges(indices: set[int]) -> tuple[tuple[int, int], ...]:
    """Indices as ranges, those side by side joined."""
    ranges: list[tuple[int, int]] = []
    for n in sorted(indices):
        if ranges and ranges[-1][1] == n:
            ranges[-1] = ranges[-1][0], n + 1
        else:
            ranges.append((n, n + 1))
    return tuple(ranges)
