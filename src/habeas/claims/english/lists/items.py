"""Items of lists, each a person with an act or a term of their own: "Ana Sol: four years".

An item has no finite verb. It begins with a name, or with a role or the number of a case before
it, and tells the rest in fragments ("detained on 4 May", "bail refused", "18 months, suspended").
What it leaves out stands in the label before it or in the line above ("Released this week:").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.strings import get_string_id
from spacy.tokens import Span, Token

from habeas.claims.english.acts.membership import participles
from habeas.claims.english.acts.terms import is_length
from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import children
from habeas.claims.english.parse.trees import lowers_of, neighbour, sentence_of, words_of
from habeas.claims.english.people.name_lists import Name, joins, names_of
from habeas.claims.english.people.people import is_human
from habeas.model.claims import Act

_NAME_COLON_NUMBER = 3
"""Words of a line such as "Gora: 12"."""
_ACTS = (Act.PARDON, Act.RELEASE, Act.EXILE, Act.ARREST, Act.SENTENCE, Act.HOLD)
_FINITE = frozenset({"VBZ", "VBP", "MD"})
_MARKS = frozenset({":", ",", "(", "-", "–", "—", ";"})
_COLON = get_string_id(":")
_LEAST_LABEL, _LONGEST_LABEL = 1, 9
_PRISON_WORDS = word_list("lists", "items.prison_words")
_UNDONE = word_list("lists", "items.undone")
_NOT = frozenset({"not", "never", "no", "nobody", "without"})
_BEFORE_NAME = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PUNCT", "PRON", "SYM", "PART"})
VERSUS = frozenset({"v", "v.", "vs", "vs.", "versus"})
_LETTING = frozenset({"let", "set", "go", "free"})
_BARE = word_list("lists", "items.bare")
"""Participles of fragments, besides those of acts, that the tagger takes for a past tense."""
_UNFINISHED = word_list("lists", "items.unfinished")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A person of a list.

    Attributes:
        name: Their name.
        act: What the item's own words tell; None where it leaves that to its heading.
        start, end: The tokens of the item (end exclusive).
    """

    name: Name
    act: Act | None
    start: int
    end: int


def find_items(sentence: Span) -> list[Item]:
    """The items that a sentence, mostly one line, is made of; empty where it is a statement."""
    if (colon := _pointing_colon(sentence)) is not None:
        return _named_after(colon, sentence)
    if any(t.tag_ in _FINITE and t.is_lower for t in words_of(sentence)):
        return []
    words = [t for t in words_of(sentence) if not t.is_space]
    if not words or _is_a_place_and_count(words):
        return []
    names = names_of(sentence)
    named = {i for name in names for i in range(name.start, name.end)}
    if any(is_finite(t) for t in words if t.i not in named and not _is_capital(t)):
        return []
    begins = _after_label(words)
    found: list[Item] = []
    for start, end in _segments(sentence, begins):
        given = any(item.act is Act.SENTENCE for item in found)
        inside = [n for n in names if start <= n.start and n.end <= end]
        found += _item(sentence.doc[start:end], inside, given=given)
    return found


def points_back(sentence: Span) -> bool:
    """True for "We can name two of them: …", "Their names: …", "Among them: …"."""
    return _pointing_colon(sentence) is not None


def _pointing_colon(sentence: Span) -> Token | None:
    """The colon before a list of names that says whom the words before it mean."""
    if ":" not in lowers_of(sentence):
        return None
    words = words_of(sentence)
    colon = next((t for t in words[: _LONGEST_LABEL + 4] if t.orth == _COLON), None)
    if colon is None:
        return None
    label = {t.lower_ for t in words if t.i < colon.i}
    named = bool(label & {"name", "names", "named", "identified", "known"})
    after = [t for t in words if t.i > colon.i and not t.is_space]
    back = bool(label & {"them", "their", "they", "these", "those"}) or label == {"names"}
    opens = bool(label & {"among", "are", "including"}) and len(label) <= _LONGEST_LABEL // 2
    return colon if after and back and (named or opens) else None


def _named_after(colon: Token, sentence: Span) -> list[Item]:
    names = [n for n in names_of(sentence) if n.start > colon.i]
    return _item(sentence.doc[colon.i + 1 : sentence.end], names, given=False)


def _is_a_place_and_count(words: Sequence[Token]) -> bool:
    """ "Gora: 12": a number in digits is no term of a person with one name."""
    said = [t for t in words if not t.is_punct or t.text == ":"]
    return len(said) == _NAME_COLON_NUMBER and said[1].text == ":" and said[2].text.isdigit()


def _is_capital(token: Token) -> bool:
    """ "Can" in "Barış Can TOPRAK"; no verb of a fragment is written so, but the first."""
    return token.text[:1].isupper() and token.i > sentence_of(token).start


def act_of_label(words: Sequence[Token]) -> Act | None:
    """The act of "Released this week", "Still in prison", "New arrests"; else None."""
    if any(t.lower_ in _UNDONE for t in words) or any(t.lower_ in _NOT for t in words[:1]):
        return None
    return next((act for _, act in _told_in(words)), None) or _act_noun(words)


def label_of(sentence: Span) -> list[Token]:
    """The words before the colon of a sentence that begins with a label; empty without one."""
    words = [t for t in words_of(sentence) if not t.is_space]
    at = _after_label(words)
    return [t for t in words if t.i < at and t.text != ":"]


def is_heading(sentence: Span) -> bool:
    """True for a line that ends with a colon, or of a few words without a full stop."""
    words = [t for t in words_of(sentence) if not t.is_space]
    if not words:
        return False
    if words[-1].text == ":":
        return True
    alone = sentence[-1].is_space or sentence.end == len(sentence.doc) or "\n" in sentence.text
    return alone and len(words) <= _LONGEST_LABEL - 3 and not words[-1].is_punct


def _after_label(words: Sequence[Token]) -> int:
    """The token after "Released:", where no name stands before the colon."""
    colon = next((t for t in words[: _LONGEST_LABEL + 1] if t.text == ":"), None)
    if colon is None or colon is words[-1]:
        return words[0].i
    label = [t for t in words if t.i < colon.i]
    named = any(t.ent_type_ == "PERSON" for t in label) or _act_or_none(label) is None
    return words[0].i if named else colon.i + 1


def _act_or_none(label: Sequence[Token]) -> Act | None:
    return act_of_label(label) if len(label) >= _LEAST_LABEL else None


def tells(words: Sequence[Token]) -> list[Act]:
    """The acts that fragments tell of the person of their list, each once, in order."""
    if any(t.lower_ in _UNDONE or t.lower_ in _NOT for t in words):
        return []
    told = [act for _, act in _told_in(words)]
    return told or ([Act.SENTENCE] if _is_given_term(words) else [])


def is_finite(token: Token) -> bool:
    """True for a verb that makes its clause a statement, False for that of a fragment."""
    if token.lower_ == "be" and neighbour(token, -1).lower_ == "to":
        return False
    if token.tag_ in _FINITE or token.lower_ in _UNFINISHED:
        return True
    if token.tag_ != "VBD":
        return token.tag_ == "VB" and token.lower_ not in _LETTING
    if any(t.ent_type_ not in ("DATE", "TIME") for t in children(token, "dobj")):
        return True  # "sentenced Ana Sol to four years"
    return token.lower_ not in _BARE and not _opens_rest(token)


def _segments(sentence: Span, begins: int) -> Iterator[tuple[int, int]]:
    """The parts between semicolons; where none stands, the whole."""
    start, depth = begins, 0
    for token in words_of(sentence):
        if token.i < begins:
            continue
        depth += (token.text == "(") - (token.text == ")")
        if token.text == ";" and depth <= 0:
            yield start, token.i
            start = token.i + 1
    if start < sentence.end:
        yield start, sentence.end


def _item(segment: Span, names: Sequence[Name], *, given: bool) -> list[Item]:
    """The people of one segment.

    Args:
        segment: The words between two semicolons.
        names: The names in it.
        given: True where the segment before gave somebody a term.
    """
    doc, start, end = segment.doc, segment.start, segment.end
    if not names or not _can_open(doc[start : names[0].start]):
        return []
    after = doc[names[0].end] if names[0].end < end else None
    if after is not None and not (after.is_space or after.text in _MARKS or _opens_rest(after)):
        names_follow = after.lower_ in ("and", "&") or after.text == "."
        if not names_follow:
            return []
    chain = [names[0]]
    for other in names[1:]:
        between = doc[chain[-1].end : other.start]
        if not joins(chain[-1], other) or _opens_aside(between):
            break
        chain.append(other)
    rest = [t for t in doc[chain[-1].end : end] if not t.is_space]
    first = [t for t in doc[chain[0].end : end] if not t.is_space]
    if any(t.lower_ in _UNDONE for t in first):
        return []
    acts: list[Act | None] = [act for _, act in _told_in(rest)]
    if acts and any(t.lower_ in _NOT for t in first[:6]) and not _is_without_more(first):
        return []
    if not acts:
        term = _is_given_term(rest) or (given and any(is_length(t) for t in rest))
        acts = [Act.SENTENCE if term else _named_after_colon(rest)]
    last = max((t.i + 1 for t in first), default=names[0].end)
    return [
        Item(name=name, act=act, start=start, end=last)
        for name in chain
        for act in dict.fromkeys(acts)
    ]


def _opens_aside(between: Span) -> bool:
    """ "Ana Sol (Open Door" and "Ana Sol - Open Door": what follows is no name of the list."""
    text = [t.text for t in between]
    return text.count("(") > text.count(")") or any(mark in text for mark in ("-", "–", "—"))


def _is_without_more(rest: Sequence[Token]) -> bool:
    """ "freed without charge", "arrested, no lawyer yet": nothing that is undone."""
    told = next((t.i for t in rest if _opens_rest(t)), None)
    denied = next((t.i for t in rest if t.lower_ in _NOT), None)
    return told is not None and denied is not None and told < denied


def _opens_rest(token: Token) -> bool:
    """ "Ana Sol freed on 4 May": a fragment without a mark."""
    return any(token.lower_ in participles(act) for act in _ACTS)


def _can_open(before: Span) -> bool:
    """True for a role or the number of a case before the name that opens an item."""
    words = [t for t in before if not t.is_space]
    if not words:
        return True
    if any(t.lower_ in VERSUS for t in words) and len(words) <= _LONGEST_LABEL:
        return True
    if any(not _is_of_role(t) or t.text in ("(", ":", '"', "“") for t in words):
        return False
    last = words[-1]
    numbered = any(t.like_num or any(c.isdigit() for c in t.text) for t in words)
    role = is_human(last) or last.lower_.rstrip(".") in english().titles
    return (numbered and last.text == ",") or (role and len(words) <= _LONGEST_LABEL)


def _is_of_role(token: Token) -> bool:
    """True for the words of a role, "editor-in-chief" included."""
    return token.pos_ in _BEFORE_NAME or (neighbour(token, -1).text == "-")


def _told_in(words: Sequence[Token]) -> list[tuple[int, Act]]:
    """The acts that the fragments of an item tell, by participles and set phrases, in order."""
    found: list[tuple[int, Act]] = []
    text = [t.lower_ for t in words]
    for at, token in enumerate(words):
        act = _act_at(token, text, at)
        if act is not None and act not in (a for _, a in found):
            found.append((token.i, act))
    return found


def _act_at(token: Token, text: Sequence[str], at: int) -> Act | None:
    beside = text[at + 1 : at + 4]
    if any(t.lower_ in ("who", "whom", "whose", "by") for t in token.lefts):
        return None
    if token.lower_ == "bail":
        refused = set(text[max(at - 2, 0) : at + 3]) & {"refused", "denied", "rejected"}
        granted = set(text[max(at - 2, 0) : at + 3]) & {"granted", "on", "allowed"}
        return Act.HOLD if refused else Act.CONDITIONAL_RELEASE if granted else None
    if token.lower_ in ("remanded", "held") or (
        token.lower_ in ("in", "behind", "inside")
        and set(beside[:2] or [token.lower_]) & (english().words["detention"] | {"inside"})
        and "still" in text[max(at - 2, 0) : at + 1]
    ):
        return Act.HOLD
    if token.lower_ in ("let", "set") and set(beside[:2]) & {"go", "out", "free", "liberty"}:
        return Act.RELEASE
    if token.lower_ in ("taken", "picked", "led", "dragged") and set(beside) & {
        "away", "up", "from", "off", "custody",
    }:  # fmt: skip
        return Act.ARREST
    if token.tag_ not in ("VBN", "VBD", "JJ", "NNP", "NN", "VBG", "NNS"):
        return None
    if (
        token.i + 1 < sentence_of(token).end
        and neighbour(token, 1).pos_ == "NOUN"
        and token.dep_ == "amod"
    ):
        return None
    for act in _ACTS:
        if token.lower_ in participles(act):
            term = act is Act.HOLD and any(
                is_length(t) for t in words_of(sentence_of(token)) if t.i > token.i
            )
            detained = act is Act.HOLD and token.lower_ == "detained" and "still" not in text
            if term and token.lower_ in ("jailed", "imprisoned"):
                return Act.SENTENCE
            return Act.ARREST if detained else act
    return None


def _act_noun(words: Sequence[Token]) -> Act | None:
    """ "New arrests", "second arrest since April", "Sentences", "In prison"."""
    said = [t.lemma_.lower() for t in words]
    for act in _ACTS:
        if set(said) & english().acts[act].nouns:
            return act
    if "sentence" in said or "verdict" in said:
        return Act.SENTENCE
    inside = set(said) & english().words["detention"] or "inside" in said
    return Act.HOLD if inside and {"in", "behind", "inside", "still"} & set(said) else None


def _named_after_colon(rest: Sequence[Token]) -> Act | None:
    """ ": second arrest since April"; not ": in exile since his release"."""
    told = len(rest) > 1 and rest[0].text in (":", "-", "–", "—")
    if not told or any(t.tag_ == "PRP$" or t.lower_ in ("since", "after") for t in rest[1:3]):
        return None
    return _act_noun(rest[1:6])


def _is_given_term(rest: Sequence[Token]) -> bool:
    """ ": four years", "- 18 months, suspended", ", five years in prison"; no age."""
    lengths = [t for t in rest if is_length(t) and _is_of_prison(t)]
    if not lengths or any(t.lower_ in ("old", "aged", "ago", "since", "after") for t in rest):
        return False
    colon = rest[0].text in (":", "-", "–", "—")
    return (colon and rest[1].like_num) or any(t.lower_ in _PRISON_WORDS for t in rest)


def _is_of_prison(length: Token) -> bool:
    """False for "ten years with the band", "ten years as mayor", "five years in Paris"."""
    after = [t for t in length.doc[length.i + 1 : length.i + 4] if not t.is_space]
    if not after or after[0].is_punct or after[0].lower_ in ("and", "for", "suspended", "'"):
        return True
    return any(t.lower_ in _PRISON_WORDS for t in after)
