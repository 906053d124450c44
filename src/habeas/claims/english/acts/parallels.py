"""People of whom an act is told by leaving it out or turning it round.

"Ana got four years and Pavel three", "so was Pavel", "Also freed was Ana", "followed by that of
Pavel": the words for the act stand elsewhere in the sentence, or in the one before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.acts.members import chain_of, role_start
from habeas.claims.english.acts.membership import participles
from habeas.claims.english.lists.items import act_of_label
from habeas.claims.english.parse.grammar import clause_head
from habeas.claims.english.parse.trees import lowers_of, sentence_of, words_of
from habeas.claims.english.people.name_lists import Name, names_of
from habeas.model.claims import Act

_UNITS = frozenset("year years month months week weeks life".split())
_BE = frozenset({"is", "are", "was", "were"})
_ECHOING = _BE | {"did", "has", "have", "had"}
_PARTING = frozenset({",", ";", "and", "while", "but", "–", "—"})
_OPENERS = frozenset("also still already now newly".split())
_POINTING = frozenset({"so", "as", "that"})
_WITH_HER = ("him", "her")
_TRAVELLING = frozenset("going heading travelling traveling flying moving".split())
_INVERTED = (Act.PARDON, Act.RELEASE, Act.ARREST, Act.SENTENCE, Act.HOLD, Act.EXILE)


def find_parallels(sentence: Span, frames: Sequence[Frame]) -> list[Frame]:
    """Frames of the people of whom a sentence tells an act without its word, in text order.

    Args:
        sentence: The sentence.
        frames: What it tells already.
    """
    words = words_of(sentence)
    terms = [f for f in frames if f.act is Act.SENTENCE]
    lowers = lowers_of(sentence)
    echoes = bool(lowers & _POINTING)
    inverted = _inversion(words) if lowers & _BE else None
    if not (terms or echoes or inverted):
        return []
    names = names_of(sentence)
    taken = {t.i for f in frames for p in f.patients for t in p.subtree}
    turned = list(_inverted(inverted, names, sentence)) if inverted is not None else []
    # Where the parse has the verb tell of some of them, the list brings in the others.
    same = {f.act for f in turned}
    told = {t.i for f in frames if f.act in same for p in f.patients for t in p.subtree}
    found = [] if any(f.patients[0].i in told for f in turned) else turned
    for name in names:
        if terms and name.head.i > terms[0].trigger.i and name.head.i not in taken:
            found += _gapped(name, terms[0])
        if echoes and name.head.i not in taken:
            found += _echoed(name, names, frames)
    return found


def _gapped(name: Name, frame: Frame) -> Iterator[Frame]:
    """ "…, Pavel Zorin to three and Juan Mora 18 months"."""
    doc = name.head.doc
    before = doc[role_start(name) - 1]
    after = [t for t in doc[name.end : sentence_of(name.head).end] if not t.is_space][:6]
    if before.lower_ in _PARTING and _is_term(after):
        yield Frame(
            act=frame.act,
            trigger=frame.trigger,
            clause=frame.clause,
            form=frame.form,
            patients=(name.head,),
            agent=frame.agent,
        )


def _is_term(after: Sequence[Token]) -> bool:
    """ "to three", "three", ", 21, ten weeks"; not ", 34," alone, which is an age."""
    if len(after) > 3 and after[0].text == "," and after[1].like_num and after[2].text == ",":
        after = after[3:]
    set_off = bool(after) and after[0].text in (",", "(")
    if after and (set_off or after[0].lower_ in ("to", "got", "received")):
        after = after[1:]
    if not after or not (after[0].like_num or after[0].lower_ == "life"):
        return False
    unit = len(after) > 1 and after[1].lower_ in _UNITS
    ends = len(after) == 1 or after[1].lower_ in (".", ",", ";", "and", "for")
    return unit or after[0].lower_ == "life" or (ends and not set_off)


def _inversion(words: Sequence[Token]) -> Token | None:
    """The verb of "Also freed was …", "Arrested with her were …", "Still in prison are …"."""
    content = [t for t in words if not t.is_space and not t.is_punct]
    while content and content[0].lower_ in ("and", "but"):
        content = content[1:]
    be = next((t for t in content[1:12] if t.lower_ in _BE), None)
    if be is None:
        return None
    opening = [t for t in content if t.i < be.i]
    first = opening[1] if len(opening) > 1 and opening[0].lower_ in _OPENERS else opening[0]
    act = any(first.lower_ in participles(act) for act in _INVERTED)
    free = first.lower_ in ("walking", "going") and opening[-1].lower_ == "free"
    inside = first.lower_ in ("in", "behind", "inside") and act_of_label(opening) is Act.HOLD
    told = act or free or inside or _is_other_way(opening) or _is_beside(opening)
    return be if told else None


def _is_beside(opening: Sequence[Token]) -> bool:
    """ "With her was …": of the act told last."""
    words = [t.lower_ for t in opening]
    return len(words) == len(_WITH_HER) and words[0] == "with" and words[1] in _WITH_HER


def _is_other_way(opening: Sequence[Token]) -> bool:
    """ "Going the other way were …": the others of a swap."""
    said = {t.lower_ for t in opening}
    return opening[0].lower_ in _TRAVELLING and bool(said & {"way", "direction"})


def _inverted(be: Token, names: Sequence[Name], sentence: Span) -> Iterator[Frame]:
    opening = [t for t in words_of(sentence) if t.i < be.i]
    beside = _is_beside([t for t in opening if not t.is_punct and not t.is_space])
    act = None if beside else act_of_label(opening) or Act.RELEASE
    after = [n for n in names if n.start > be.i]
    if not after or role_start(after[0]) != be.i + 1:
        return
    before = sentence.doc[be.i + 1 : after[0].start]
    if beside and any(t.tag_ == "PRP$" for t in before):
        return  # "With her were her parents": those who came for her
    for one in chain_of(after):
        yield _frame(one, act, clause=clause_head(be))


def _echoed(name: Name, names: Sequence[Name], frames: Sequence[Frame]) -> Iterator[Frame]:
    """ "so was Pavel Zorin", "as is his mentor Pavel Zorin", "that of Pavel Zorin"."""
    doc = name.head.doc
    start = role_start(name)
    before = [t.lower_ for t in doc[max(start - 2, sentence_of(name.head).start) : start]]
    if len(before) < 2:
        return
    chain = chain_of([n for n in names if n.start >= name.start])
    if before[0] in ("so", "as") and before[1] in _ECHOING:
        told = [f for f in frames if f.trigger.i < start]
        for one in chain:
            yield _frame(one, told[-1].act if told else None, clause=doc[start - 1])
    elif before[0] in ("that", "those") and before[1] == "of":
        nouns = [f for f in frames if f.form is Form.NOUN and f.trigger.i < start]
        for one in chain if nouns else ():
            yield _frame(one, nouns[-1].act, clause=nouns[-1].clause)


def _frame(name: Name, act: Act | None, *, clause: Token) -> Frame:
    return Frame(
        act=act or Act.RELEASE,
        trigger=name.head,
        clause=clause,
        form=Form.CLAUSE,
        patients=(name.head,),
        echoes=act is None,
    )
