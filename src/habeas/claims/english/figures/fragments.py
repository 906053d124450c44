"""Counts in sentences without a verb: "63 now", "Another nine in Varn", "Three." in an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Span, Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.acts.membership import participles
from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.trees import neighbour, sentence_of, words_of
from habeas.claims.english.people.people import is_human
from habeas.model.claims import Act

_LONGEST = 30
"""Words of a fragment; what is longer is a sentence that the tagger took apart."""
_FEW = 2
_OFTEN_MISTAKEN = frozenset({"DATE", "TIME", "QUANTITY"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NO_COUNTS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "QUANTITY", "LAW"})
_SHORTEST_SHARE = 4
_OPENING = 8
"""Words in which the comma of "Of these, …" stands."""
_WHICH = word_list("figures", "fragments.which")
_WHOLES = frozenset("these those them number total group many".split())
_OPENERS = word_list("figures", "fragments.openers")
_SETTING = word_list("figures", "fragments.setting")
_MARKS = frozenset({",", ";", "–", "—", "-", "(", "“", '"', "‘", "'"})
_MORE = word_list("figures", "fragments.more")
_HURT = word_list("figures", "fragments.hurt")
_THEM = frozenset({"them", "whom", "these", "those"})
_DAYTIMES = frozenset({"morning", "afternoon", "evening", "night"})
_FREE = frozenset({"out", "free", "home", "released", "freed"})
_INSIDE = frozenset({"inside"})
_TAKEN = (Act.RELEASE, Act.PARDON, Act.ARREST, Act.SENTENCE, Act.HOLD)


def find_fragments(sentence: Span) -> list[Frame]:
    """The frame of a sentence that counts people and has no verb; none or one.

    Its act is the one its own words name ("ten out"), else that of the question
    or of the count before it: such a frame restates.
    """
    words = [t for t in words_of(sentence) if not t.is_space]
    if not words or len(words) > _LONGEST or words[-1].text == "?":
        return []
    return _told_in(sentence, words)


def fragments_of(sentence: Span, words: list[Token]) -> list[Frame]:
    """The frames of some words of a sentence that count people and have no finite verb."""
    return _told_in(sentence, words)


def _told_in(sentence: Span, words: list[Token]) -> list[Frame]:
    if not any(t.like_num for t in words):
        return []
    said = _without_attribution(_after_label(words))
    if any(_is_finite(t) for t in said) or not said:
        return []
    numbers = _counts(said) or _day_by_day(said)
    if not numbers:
        return []
    each = [_act_beside(number) for number in numbers]
    if len(numbers) > 1 and any(each):
        if (
            each[0] is None
            and numbers[0].dep_ != "nummod"
            and neighbour(numbers[0], 1).tag_ == "VBN"
        ):
            return []  # "40 sold, nine released"
        return [_counting(sentence, [n], act, said) for n, act in _in_turn(numbers, each)]
    if _own_act(said) is None and any(_is_hurt(t) for t in said):
        return []
    return [_counting(sentence, numbers, _own_act(said), said)]


def _in_turn(numbers: list[Token], each: list[Act | None]) -> Iterator[tuple[Token, Act]]:
    """Each number with its act: "12 of them minors" has that of the number before."""
    last: Act | None = None
    for number, act in zip(numbers, each, strict=True):
        back = any(t.lower_ in _THEM for t in number.doc[number.i + 1 : number.i + 3])
        last = act or (last if back else None)
        if last is not None:
            yield number, last


def _counting(sentence: Span, numbers: list[Token], act: Act | None, said: list[Token]) -> Frame:
    return Frame(
        act=act or Act.RELEASE,
        trigger=numbers[0],
        clause=sentence.root,
        form=Form.CLAUSE,
        patients=tuple(t.head if _counts_a_noun(t) else t for t in numbers),
        restates=act is None,
        rests=act is None or not _is_told_by_verb(said),
        words=_trimmed(said),
    )


def find_shares(sentence: Span) -> list[Frame]:
    """ "Of these, nine had been students": so many of those counted before; none or one frame."""
    words = [t for t in words_of(sentence) if not t.is_space]
    if len(words) < _SHORTEST_SHARE or words[0].lower_ != "of" or words[-1].text == "?":
        return []
    comma = next((n for n, t in enumerate(words[:_OPENING]) if t.text == ","), None)
    if comma is None or not _is_whole(words[1:comma]):
        return []
    said = _without_attribution(words[: comma + 1])[: comma + 1] + words[comma + 1 :]
    numbers = [t for t in said[comma:] if _is_count(t) and _has_place_of_subject(t, said[comma])]
    if not numbers or any(is_a_rate(t) for t in words):
        return []
    return [
        Frame(
            act=Act.RELEASE,
            trigger=sentence.root,
            clause=sentence.root,
            form=Form.CLAUSE,
            patients=tuple(t.head if _counts_a_noun(t) else t for t in numbers),
            refers_back=True,
            rests=True,
            group=next((t for t in words[1:comma] if t.like_num), words[1]),
            words=_trimmed(words),
        )
    ]


def _is_whole(words: list[Token]) -> bool:
    """ "these", "them", "the 74", "this number", "the total"."""
    if not words or any(t.ent_type_ in ("DATE", "MONEY", "TIME") and not t.like_num for t in words):
        return False
    last = words[-1]
    said = " ".join(t.lower_ for t in words)
    return (last.lower_ in _WHOLES and (last.like_num or said.split()[0] in _WHICH)) or (
        last.like_num and said.split()[0] in _WHICH
    )


def _has_place_of_subject(number: Token, comma: Token) -> bool:
    """True right after the comma, and after "and", "but", ";" where a verb follows."""
    at = number.i - 1
    while number.doc[at].lower_ in _OPENERS - {"and"}:
        at -= 1
    before = number.doc[at]
    return before == comma or before.lower_ in ("and", "but", ";", ",", "while")


def _is_finite(token: Token) -> bool:
    verb = token.pos_ in ("VERB", "AUX") and token.tag_ in _FINITE
    if token.tag_ == "VBD" and _is_done_to(token):
        return False
    return verb and not any(t.tag_ in ("WP", "WDT") for t in token.lefts)


def _is_done_to(verb: Token) -> bool:
    """ "All nine freed from the station": a participle taken for a past tense."""
    named = any(verb.lower_ in participles(act) for act in _TAKEN)
    return named and not any(t.dep_ in ("dobj", "aux", "ccomp", "xcomp") for t in verb.children)


def _after_label(words: Sequence[Token]) -> list[Token]:
    """The words without "UPDATE –", "02:10" and the like before them."""
    for at, token in enumerate(words[:4]):
        if token.text in (":", "–", "—", "-") and at and words[at - 1].whitespace_:
            label = words[:at]
            if all(t.is_upper or t.like_num or not t.is_alpha for t in label):
                return list(words[at + 1 :])
    start = 0
    while start < len(words) and (":" in words[start].text and words[start].text[:1].isdigit()):
        start += 1
    return list(words[start:])


def _without_attribution(words: list[Token]) -> list[Token]:
    """The words before ", according to X" and ", X said"; those around "…, he says, …"."""
    spoken = english().speech
    for at, token in enumerate(words):
        if token.text == "," and at + 1 < len(words):
            after = words[at + 1]
            end = next((n for n in range(at + 1, len(words)) if words[n].text in ",.;"), len(words))
            aside = words[at + 1 : end]
            verb = next((t for t in aside if _is_finite(t)), None)
            if after.lower_ in ("according", "per", "says", "said"):
                return words[:at]
            if verb is not None and verb.lemma_.lower() in spoken:
                closes = end >= len(words) - 1
                return words[:at] if closes else [*words[:at], *words[end:]]
    return words


def _counts(words: list[Token]) -> list[Token]:
    """The numbers of people a fragment gives; none where its first word is no part of one."""
    numbers = [t for t in words if _is_count(t) and not _is_hurt(t)]
    others = (_is_other_number(t) or (is_a_rate(t) and not _is_hurt(t)) for t in words)
    if not numbers or any(others):
        return []
    beside = neighbour(numbers[0], 1).lower_ if numbers[0].i + 1 < len(numbers[0].doc) else ""
    inner = any(t.dep_ == "compound" for t in numbers[0].children)
    if numbers[0].lower_ == "one" and not inner and (len(words) <= _FEW or beside not in _MORE):
        return []  # "One. Her name is …", "one by one"
    first = next(n for n, t in enumerate(words) if t == numbers[0])
    before = words[:first]
    if any(t.lower_ in ("article", "page", "case", "no", "number", "room") for t in before[-1:]):
        return []
    plain = all(t.lower_ in _OPENERS or t.text in _MARKS or t.like_num for t in before)
    colon = next((n for n, t in enumerate(before) if t.text == ":"), None)
    if not plain and colon is not None:
        plain = all(t.lower_ in _OPENERS for t in before[colon + 1 :])
    setting = bool(before) and before[0].lower_ in _SETTING and before[-1].text == ","
    return numbers if plain or (setting and not any(is_human(t) for t in before)) else []


def _day_by_day(words: list[Token]) -> list[Token]:
    """ "Arrests by midnight: Thursday 41, Friday 77": under a label that names the act."""
    colon = next((n for n, t in enumerate(words) if t.text == ":"), None)
    if not colon or not _labels_an_act(words[:colon]):
        return []
    listed = [t for t in words[colon + 1 :] if not t.is_punct]
    numbers = [t for t in listed if t.like_num]
    names = [t for t in listed if not t.like_num]
    each = [t for t in names if neighbour(t, 1).like_num]
    ends = [
        t
        for t in numbers
        if t.i + 1 >= len(t.doc) or neighbour(t, 1).text in ",;.:" or neighbour(t, 1).is_space
    ]
    alike = len(each) == len(numbers) == len(ends) > 1
    return numbers if alike and all(t.pos_ == "PROPN" for t in names) else []


def _labels_an_act(label: list[Token]) -> bool:
    return _act_of_label(label) is not None


def _act_of_label(label: list[Token]) -> Act | None:
    """The act that a noun in the plural names: "Arrests", "Detentions since May"."""
    for token in label:
        if token.tag_ in ("NNS", "NNPS"):
            if token.lemma_.lower() == "detention":
                return Act.ARREST
            for act in _TAKEN:
                if token.lemma_.lower() in english().acts[act].nouns:
                    return act
    return None


def _is_count(token: Token) -> bool:
    if not token.like_num or token.tag_ == "NNS" or is_other_than_people(token):
        return False
    if token.dep_ == "compound" and token.head.like_num:
        return False
    if any(mark in token.text for mark in "/:%.") or token.shape_.startswith("0"):
        return False
    if token.dep_ == "nummod" and not token.head.like_num and not _is_other(token.head):
        return _counts_a_noun(token)
    beside = neighbour(token, 1) if token.i + 1 < len(token.doc) else None
    if beside is None or beside.text in "%€$£°":
        return False
    return beside.pos_ not in ("NOUN", "PROPN") or is_human(beside) or beside.dep_ == "npadvmod"


def is_other_than_people(number: Token) -> bool:
    """True for a number of days, money and the like, a year or a time of day.

    A bare number is no date, whatever the recogniser takes it for.
    """
    if number.ent_type_ not in _NO_COUNTS:
        return False
    if number.ent_type_ not in _OFTEN_MISTAKEN:
        return True
    year = number.shape_ == "dddd" and number.text[:2] in ("19", "20")
    doc, at = number.doc, number.i
    after = doc[at + 1] if at + 1 < len(doc) else None
    measured = after is not None and after.ent_iob_ == "I" and after.pos_ in ("NOUN", "PROPN")
    before = doc[at - 1] if at else None
    dated = before is not None and number.ent_iob_ == "I" and before.pos_ == "PROPN"
    return year or measured or dated


def _is_other(noun: Token) -> bool:
    return noun.lower_ in _MORE


def _counts_a_noun(number: Token) -> bool:
    """ "31 people": the number of a noun for people that stands right after it."""
    noun = number.head
    close = noun.i > number.i and all(
        t.pos_ in ("ADJ", "NOUN", "ADV", "PUNCT") or t.like_num
        for t in number.doc[number.i + 1 : noun.i]
    )
    return number.dep_ == "nummod" and is_human(noun) and close and not noun.like_num


def _is_other_number(token: Token) -> bool:
    """True for a number of money, shares or distances: then the fragment is about these."""
    return token.like_num and token.ent_type_ in ("MONEY", "PERCENT", "QUANTITY")


def is_a_rate(number: Token) -> bool:
    """ "forty for four hundred", "one to ten", "two a day", "seven in the morning", "two dead"."""
    if not number.like_num or number.i + 2 >= len(number.doc):
        return False
    joint, after = neighbour(number, 1), neighbour(number, 2)
    if _is_hurt(number):
        return True
    each = joint.lower_ in ("a", "per", "each", "every") and after.pos_ == "NOUN"
    following = number.doc[number.i + 2 : number.i + 4]
    if joint.text == "in" and any(t.lower_ in _DAYTIMES for t in following):
        return True  # "seven in the morning"
    if joint.text.isdigit() and number.text.isdigit():
        return True  # "555 1212"
    return each or (joint.lower_ in ("for", "to", "in", "against") and after.like_num)


def _is_hurt(number: Token) -> bool:
    """ "two dead", "40 people injured"."""
    following = number.doc[number.i + 1 : number.i + 3]
    beside = [t.lower_ for t in following if not t.is_punct]
    near = beside[:2] if following and is_human(following[0]) else beside[:1]
    return number.like_num and any(word in _HURT for word in near)


def _own_act(words: list[Token]) -> Act | None:
    colon = next((n for n, t in enumerate(words) if t.text == ":"), 0)
    if (labelled := _act_of_label(words[:colon])) is not None:
        return labelled
    said = [t.lower_ for t in words]
    for act in _TAKEN:
        if any(word in participles(act) for word in said):
            return Act.ARREST if "detained" in said and "still" not in said else act
    if any(word in _FREE for word in said):
        return Act.RELEASE
    if any(word in _INSIDE for word in said) or _in_detention(words):
        return Act.HOLD
    return None


def _is_told_by_verb(words: list[Token]) -> bool:
    """ "14 people detained": by a verb, and not by a word that only goes on ("ten out")."""
    said = {t.lower_ for t in words}
    colon = next((n for n, t in enumerate(words) if t.text == ":"), 0)
    labelled = _act_of_label(words[:colon]) is not None
    return labelled or any(said & participles(act) for act in _TAKEN) or "released" in said


def _act_beside(number: Token) -> Act | None:
    """ "45 still in, 21 out": what is said of these right after their number."""
    after = [
        t.lower_
        for t in number.doc[number.i + 1 : number.i + 3]
        if sentence_of(t) == sentence_of(number)
    ]
    after = after[: after.index(",")] if "," in after else after
    if set(after) & _FREE:
        return Act.RELEASE
    held = after[:1] == ["inside"] or after in (["still", "in"], ["still", "inside"], ["in"])
    return Act.HOLD if held else _act_of_participle(number)


def _act_of_participle(number: Token) -> Act | None:
    """ "19 journalists detained, four released": the participle before the next comma."""
    for token in number.doc[number.i + 1 : number.sent.end]:
        if token.text in ",;.:" or (token.like_num and token.i > number.i):
            return None
        done = next((a for a in _TAKEN if token.lower_ in participles(a)), None)
        if done is not None and token.tag_ in ("VBN", "VBD"):
            return Act.ARREST if token.lower_ == "detained" else done
    return None


def _in_detention(words: list[Token]) -> bool:
    lexicon = english().words
    pairs = pairwise(words)
    return any(
        a.lower_ in lexicon["confining"] and b.lemma_ in lexicon["detention"] for a, b in pairs
    )


def _trimmed(words: list[Token]) -> Span:
    doc = words[0].doc
    kept = [t for t in words if not t.is_punct or t.is_quote]
    return doc[kept[0].i : kept[-1].i + 1]
