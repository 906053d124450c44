"""Conditions of a sentence by the words that open them: "if", "on condition that", "depends on".

They are few, and a condition ends with the clause that they open; so it is found also where the
parse hangs it under the wrong verb.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.tokens import Span, Token

from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import antecedent, child, children, is_negated, is_verb
from habeas.claims.english.parse.trees import asks_a_question, neighbour, sentence_of, words_of
from habeas.claims.english.promises.conditions import DEVELOPING, FoundCondition
from habeas.model.claims import Act

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BREAKS = frozenset({"--", "—", "–", ";", "(", ")"})
_INVERTED = frozenset({"should", "were", "had"})
HINGING = word_list("promises", "openers.hinging")
TYING = frozenset({"tie", "link", "peg", "couple", "attach", "condition"})
_ANY = "~"
"""In an opener, any one word: "on the strict understanding that"."""
_TO_THE_DAY = frozenset({"day", "moment", "week", "minute", "hour", "instant", "month"})
_COMING_FIRST = frozenset({"release", "freeing", "return", "liberation", "handover"})
_EASING = (Act.EASE_SANCTIONS, Act.RELEASE, Act.PARDON)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opener:
    """Words that open a condition, and what can hang on it: what is done, or only what is not."""

    words: tuple[str, ...]
    of_done: bool
    of_denied: bool


def conditions_of(sentence: Span) -> list[tuple[FoundCondition, bool]]:
    """The conditions of a sentence, each with whether what is done can hang on it.

    Found once for a sentence, and kept with its parse: every act of it asks.
    """
    kept: dict[int, list[tuple[FoundCondition, bool]]]
    kept = sentence.doc.user_data.setdefault("habeas conditions", {})
    if sentence.start not in kept:
        kept[sentence.start] = _find_conditions(sentence)
    return kept[sentence.start]


def _find_conditions(sentence: Span) -> list[tuple[FoundCondition, bool]]:
    found = []
    # "In Case 880" opens no condition: only the first word of an opener takes a capital.
    tokens = words_of(sentence)
    words = [t.lower_ if t.is_lower or t.i == sentence.start else t.text for t in tokens]
    openers = _openers()
    at = 0
    while at < len(words):
        here = openers.get(words[at])
        opener = here and next((o for o in here if _stands(o, words, at)), None)
        if not opener:
            at += 1
            continue
        first = sentence[at + 1] if words[at] == "but" else sentence[at]
        last = sentence[at + len(opener.words) - 1]
        if opener.words == ("as",):
            last = _development(first) or last
        extent = _governed(first, last) if _is_hinging(opener) else _extent(first, last)
        if extent is not None and not _is_other_sense(first, opener) and not _is_of_names(extent):
            found.append((extent, opener.of_done))
        at += len(opener.words)
    for token in tokens:
        for finder in _finders(token):
            if (other := finder(token)) is not None:
                found.append((other, False))
    return found


def _finders(token: Token) -> tuple[Callable[[Token], FoundCondition | None], ...]:
    """Those that can find a condition at such a word, apart from openers."""
    if token.lower_ in _INVERTED:
        return (_inverted, _tied, _ordered)
    return (_tied, _ordered) if is_verb(token) else ()


def _stands(opener: _Opener, words: list[str], at: int) -> bool:
    if at + len(opener.words) > len(words):
        return False
    for n, wanted in enumerate(opener.words):  # most differ in the second word
        if wanted != words[at + n] and wanted != _ANY:
            return False
    return True


def _is_other_sense(first: Token, opener: _Opener) -> bool:
    """ "asked if", "once a minister", "the aid provided": words that open no condition here."""
    if opener.of_denied:
        return not _limits_a_refusal(first)
    if opener.words in (("after",), ("upon",), ("following",)):
        return not _waits_for(first)
    if opener.words == ("if",):
        return first.head.dep_ == "ccomp"
    if opener.words == ("once",):
        return first.dep_ not in ("mark", "advmod") or first.head.dep_ not in ("advcl", "conj")
    if opener.words == ("provided",):
        return first.dep_ not in ("prep", "mark", "advcl", "ccomp", "acl")
    if opener.words[0] == "until":
        return first.dep_ != "mark"
    if opener.words == ("as",):
        return _development(first) is None
    if opener.words[0] == "when" or _TO_THE_DAY & set(opener.words):
        return not _tells_ahead(first, len(opener.words))
    return False


def _is_of_names(extent: FoundCondition) -> bool:
    """ "said on condition of anonymity": what somebody speaks on, and nobody is freed on."""
    words = extent.first.doc[extent.first.i : extent.last.i + 1]
    return any(t.lower_ in ("anonymity", "anonymous", "named", "identified") for t in words)


def _waits_for(first: Token) -> bool:
    """ "will be lifted after the release of ten", "… after ten are freed": what comes first."""
    if not any(t.tag_ == "MD" for t in children(first.head, "aux")) and first.dep_ == "prep":
        return False
    if first.dep_ == "prep":
        noun = child(first, "pobj")
        return noun is not None and noun.lemma_.lower() in _COMING_FIRST
    return first.lower_ == "after" and first.dep_ == "mark" and _tells_ahead(first, 1)


def _development(first: Token) -> Token | None:
    """The verb of "as relations with the bloc normalise", which the parser takes for a noun."""
    ahead = first.doc[first.i : min(first.i + 12, sentence_of(first).end)]
    if len(ahead) > 1 and ahead[1].lower_ in ("a", "an"):
        return None  # "as a gesture"
    if len(ahead) > 1 and ahead[1].tag_ == "VBG" and ahead[1].head == first:
        return None  # "quoted as saying that nine will be freed"
    return next((t for t in ahead if t.lemma_.lower() in DEVELOPING), None)


def _tells_ahead(first: Token, length: int) -> bool:
    """ "when she is home", "the day they open the gates": a present told of days to come."""
    clause = first.doc[first.i + length : min(first.i + length + 10, sentence_of(first).end)]
    verb = next((t for t in clause if t.tag_ in FINITE), None)
    named = first.lower_ in ("the", "on") and (not clause or clause[0].tag_ == "IN")  # "the day of"
    if verb is None or named:
        return False
    before = first.doc[sentence_of(first).start : first.i]
    reported = verb.tag_ == "VBD" and any(t.lower_ == "would" for t in before)
    return verb.tag_ in ("VBZ", "VBP") or reported


def _extent(first: Token, last: Token) -> FoundCondition | None:
    """From the opener to the end of what it opens."""
    doc, sentence = first.doc, sentence_of(first)
    if last.i + 1 >= sentence.end or last.lower_ == "then":
        return FoundCondition(first=first, last=last, root=first)
    top = doc[last.i + 1]
    while top.head != top and top.head.i >= first.i and not _ends_at(top, first, last):
        top = top.head
    end = max(top.right_edge.i, last.i)
    if doc[last.i + 1].text == ",":
        end = last.i
    for index in range(last.i + 1, end + 1):
        if doc[index].text in _BREAKS:
            end = index - 1
            break
    while end > last.i and (doc[end].is_punct or doc[end].is_space):
        if doc[end].is_quote and sum(t.is_quote for t in doc[first.i : end + 1]) % 2 == 0:
            break
        end -= 1
    return FoundCondition(first=first, last=doc[end], root=first)


def _ends_at(top: Token, first: Token, last: Token) -> bool:
    """True for the verb that an opener opens, and before a comma that parts it from the clause."""
    if top.dep_ in ("advcl", "ROOT"):
        return True
    doc, above = top.doc, top.head
    if above.dep_ == "advcl" and child(above, "mark") == first:
        return False  # "if two of them, held since June, come back"
    parted = top.right_edge.i + 1
    comma = parted < len(doc) and doc[parted].text == "," and above.i > parted
    return comma and (top.i < last.i or top.dep_ in ("prep", "pobj", "nsubj", "conj", "mark"))


def _inverted(first: Token) -> FoundCondition | None:
    """ "Should the charges be dropped, …", "…, should he apologise"."""
    if first.lower_ not in _INVERTED or asks_a_question(sentence_of(first)):
        return None
    clause = first if first.dep_ in ("advcl", "ROOT", "ccomp") else first.head
    who = child(clause, "nsubj", "nsubjpass", "expl")
    if first.i == sentence_of(first).start and (comma := _first_comma(first)) is not None:
        return FoundCondition(first=first, last=neighbour(comma, -1), root=first)
    if who is None or first.i > who.left_edge.i or any(t.tag_[0] == "W" for t in clause.lefts):
        return None
    fronted = clause.dep_ == "advcl" and clause.left_edge.i >= first.i
    after_comma = first.i > sentence_of(first).start and neighbour(first, -1).text == ","
    if not fronted and not after_comma:
        return None
    return FoundCondition(first=first, last=_unmarked(clause.right_edge, first), root=clause)


def _first_comma(first: Token) -> Token | None:
    """The comma that ends an inversion ("Were they to be freed, …"), not an aside in it."""
    commas = [t for t in first.doc[first.i : sentence_of(first).end] if t.text == ","]
    subject_next = neighbour(first, 1).tag_ in (
        "DT",
        "PRP",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "PRP$",
        "CD",
        "JJ",
        "EX",
    )
    return commas[0] if len(commas) == 1 and subject_next else None


def _tied(verb: Token) -> FoundCondition | None:
    """ "tied any easing of sanctions to the vote", "the easing was linked to the vote"."""
    if verb.lemma_ not in TYING or not is_verb(verb):
        return None
    to = next((t for t in children(verb, "prep", "dative") if t.lower_ in ("to", "on")), None)
    tied = child(verb, "dobj", "nsubjpass")
    if to is None or tied is None or to.i < verb.i or not any(_eases(t) for t in tied.subtree):
        return None
    return FoundCondition(first=to, last=_unmarked(to.right_edge, to), root=verb)


def _ordered(verb: Token) -> FoundCondition | None:
    """ "Free the pilots and the ban will go": an order, and what follows when it is obeyed."""
    if verb.tag_ != "VB" or child(verb, "nsubj", "aux", "mark") is not None:
        return None
    before = verb.doc[sentence_of(verb).start : verb.i]
    after = next((t for t in children(verb, "conj") if child(t, "nsubj", "nsubjpass")), None)
    joined = child(verb, "cc")
    if after is None or joined is None or joined.lower_ != "and":
        return None
    if any(t.is_alpha for t in before):
        return None
    return FoundCondition(first=verb, last=_unmarked(neighbour(joined, -1), verb), root=verb)


def _unmarked(last: Token, first: Token) -> Token:
    while last.i > first.i and (last.is_punct or last.is_space):
        last = neighbour(last, -1)
    return last


def _is_hinging(opener: _Opener) -> bool:
    return _hinging_word(opener) is not None


def _hinging_word(opener: _Opener) -> int | None:
    """Which word of an opener is a verb of depending; None for all others."""
    for at, word in enumerate(opener.words[:2]):
        if any(word in (verb, f"{verb}s", f"{verb}d", f"{verb}ed") for verb in HINGING):
            return at
    return None


def _governed(first: Token, last: Token) -> FoundCondition | None:
    """What a verb of depending says that the act of its subject hangs on: "depends on talks"."""
    doc = first.doc
    verb = next((t for t in doc[first.i : last.i + 1] if t.lemma_ in HINGING), None)
    if verb is None or not is_verb(verb):
        return None
    who = child(verb, "nsubj", "csubj", "nsubjpass")
    object_needed = verb.lemma_ in ("require", "await", "follow", "presuppose")
    if who is None or (object_needed and child(verb, "dobj", "ccomp") is None):
        return None
    pointing = who.lower_ in ("this", "that", "it", "which")
    if not pointing and not any(_eases(t) for t in antecedent(who).subtree if t.i < verb.i):
        return None
    below = [t for t in verb.rights if t.dep_ not in ("punct", "conj", "cc", "advcl")]
    end = below[-1].right_edge if below else last
    return FoundCondition(first=first, last=_unmarked(end, first), root=verb)


def _eases(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return any(
        lemma in english().acts[act].verbs or lemma in english().acts[act].nouns for act in _EASING
    )


def _limits_a_refusal(first: Token) -> bool:
    """ "will not lift them without …", "before …": what has to come first."""
    verb = first.head if first.dep_ == "prep" else first.head.head
    while not is_verb(verb) and verb.head != verb:
        verb = verb.head
    above = [verb, *(t for t in verb.ancestors if verb.dep_ == "xcomp")]
    if any(t.lemma_ in english().words["excluding"] for t in above):
        return True
    ahead = any(a.tag_ == "MD" or a.lower_ == "to" for t in above for a in children(t, "aux"))
    return ahead and any(is_negated(t) for t in above)


@cache
def _openers() -> dict[str, list[_Opener]]:
    """The openers by their first word, the longest first."""
    path = files("habeas.claims.english") / "data" / "condition_openers.tsv"
    found: dict[str, list[_Opener]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            words, of_done = line.split("\t")
            opener = _Opener(
                words=tuple(words.split()), of_done=of_done == "yes", of_denied=of_done == "denied"
            )
            found.setdefault(opener.words[0], []).append(opener)
    for openers in found.values():
        openers.sort(key=lambda o: -len(o.words))
    return found
