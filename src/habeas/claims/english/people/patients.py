"""Whom the claims of a frame are about: people named, people counted, parts of a count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.details import people_words, phrase_words, place_words
from habeas.claims.english.figures.quantities import is_exception, read_quantity
from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import child, children, coordinated, prepositional_objects
from habeas.claims.english.parse.trees import neighbour, sentence_of
from habeas.claims.english.people.name_lists import names_beside, names_listed_with
from habeas.claims.english.people.people import is_human, is_named, named_head, named_mention
from habeas.model.claims import Mention, Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Whom one claim of a frame is about.

    Attributes:
        head: Head of the phrase that stands for them; None where it is about nobody.
        count, group, names: As in Claim.
        are_members: True where they are some of the people of another claim.
        place: Where these went, where that is told of them alone.
        kind: Head of what these are said to be, where that is told of them alone.
    """

    head: Token | None = None
    count: Quantity | None = None
    group: str | None = None
    names: tuple[Mention, ...] = ()
    are_members: bool = False
    place: str | None = None
    kind: Token | None = None


def find_people(frame: Frame) -> Iterator[People]:
    """Each person named, each number counted; of those only described, the first."""
    described = False
    named: set[int] = set()
    for first in _with_company(frame.patients):
        if _shares_a_number(first) or is_exception(first) or _ends_a_number(first):
            continue
        if _is_all_named(first, frame):
            members = _members(first, frame, named)
            yield from (replace(one, are_members=False) for one in members)
            continue
        if (gapped := _gapped(first)) is not None:
            yield gapped
            continue
        head = _counted_beside(first)
        if is_named(named_head(head)) and not _is_counted(head):
            yield from _named(head, frame, named)
        elif first.i == frame.trigger.i and frame.form is Form.NOUN:
            told = read_quantity(head)
            group = people_words(head, after=told.end) if told else phrase_words(head)
            yield People(head=head, group=group, count=told.quantity if told else None)
        else:
            found = read_quantity(head)
            if found is None and described:
                continue
            described = described or found is None
            if frame.rests and head.like_num:
                group = None  # "ten more at noon"
            elif frame.described is not None:
                group = _kind_words(frame.described)
            else:
                group = people_words(head, after=found.end) if found else phrase_words(head)
            yield People(
                head=head,
                count=found.quantity if found else None,
                group=group,
                place=_own_place(head, frame),
            )
        members = _members(head, frame, named)
        yield from (m for m in members if m.head is None or _gapped(m.head) is None)
    yield from _shares(frame)
    yield from _parts(frame)


def _with_company(patients: tuple[Token, ...]) -> Iterator[Token]:
    """ "the two, along with three reporters, are held": those told beside others."""
    for first in patients:
        yield first
        for beside in children(first, "prep"):
            if beside.lower_ not in ("along", "together", "alongside"):
                continue
            for inner in (beside, *children(beside, "prep")):
                for other in (t for o in children(inner, "pobj") for t in coordinated(o)):
                    if other not in patients and _is_told_of(other):
                        yield other


def _is_told_of(other: Token) -> bool:
    return is_human(other) and (is_named(named_head(other)) or read_quantity(other) is not None)


def _own_place(head: Token, frame: Frame) -> str | None:
    """ "40 people in Varn and nine in Gora": where these were, and not the first."""
    if not head.like_num or head == frame.patients[0]:
        return None
    if head.dep_ == "nummod" and head.head.pos_ == "PROPN" and head.head.ent_type_ != "DATE":
        return head.head.text  # "in Gora nine"
    following = neighbour(head, 1) if head.i + 1 < len(head.doc) else None
    if following is None or following.lower_ not in ("in", "at"):
        return None
    place = child(following, "pobj")
    return place_words(place) if place is not None and place.pos_ == "PROPN" else None


def _parts(frame: Frame) -> Iterator[People]:
    """ "ten of them women", "two each from Latvia and Poland": what a count is broken into."""
    for part in frame.parts:
        found = read_quantity(part.number)
        all_named = part.described is not None and _is_all_named(part.described, frame)
        if found is None or all_named:
            continue
        yield People(
            head=part.origin or part.described or part.number,
            count=found.quantity,
            group=_kind_words(part.described) if part.described is not None else None,
            are_members=frame.refers_back or not _lists_members(frame),
            kind=part.origin or part.described or part.number,
        )


def _lists_members(frame: Frame) -> bool:
    """ "those freed include five Poles and one Finn": none of them is part of the others."""
    return frame.trigger.lemma_ in english().words["including"]


def _is_counted(head: Token) -> bool:
    """True for a number of people; "the 34-year-old blogger Ana Sol" is one and no number."""
    return head.tag_ not in ("NN", "NNP") and read_quantity(head) is not None


def _named(head: Token, frame: Frame, told: set[int]) -> Iterator[People]:
    """A person named, and those named in the same list; each once, `told` says whom already."""
    name = named_head(head)
    for one in names_listed_with(name, frame):
        if one.i in told:
            continue
        told.add(one.i)
        described = head if one == name else one
        yield People(head=described, names=(named_mention(one, described=described),))


def _shares(frame: Frame) -> Iterator[People]:
    """ "212 were freed, 192 in the capital and 20 in the north": the parts of a count.

    Parts that add up to more than the whole are none of it.
    """
    whole = next((q for t in frame.patients if (q := _exactly(t)) is not None), None)
    if whole is None or frame.form is Form.PARTICIPLE:
        return
    first = max(t.i for t in frame.patients)
    shares = []
    for number in frame.trigger.doc[first + 1 : sentence_of(frame.trigger).end]:
        places = prepositional_objects(number, "in", "to", "from") if number.like_num else []
        loose = number.dep_ in ("npadvmod", "appos", "dep", "ccomp", "conj")
        loose = loose and "each" not in (t.lower_ for t in number.doc[number.i + 1 : number.i + 2])
        if places and loose and places[0].ent_type_ not in ("DATE", "TIME"):
            shares.append((number, places[0]))
    counts = [q for number, _ in shares if (q := _exactly(number)) is not None]
    if len(counts) != len(shares) or sum(counts) > whole:
        return
    for number, place in shares:
        if (found := read_quantity(number)) is not None:
            yield People(
                head=number, count=found.quantity, are_members=True, place=place_words(place)
            )


def _exactly(head: Token) -> int | None:
    """The number of a phrase that gives one and does not hedge it."""
    if not (head.like_num or child(head, "nummod") is not None):
        return None
    found = read_quantity(head)
    if found is None or found.quantity.low is None or found.quantity.low != found.quantity.high:
        return None
    return found.quantity.low


def _kind_words(kind: Token) -> str | None:
    """What people are said to be, without their number; None for a bare nationality."""
    if kind.pos_ == "ADJ" or kind.ent_type_ == "GPE":
        return None
    found = read_quantity(kind)
    return people_words(kind, after=found.end) if found is not None else phrase_words(kind)


def _gapped(head: Token) -> People | None:
    """ "Norland freed 12 people, Sudland 40 and Ostland nine": a state and its own count."""
    if head.pos_ != "PROPN":
        return None
    number = next((t for t in children(head, "nummod") if t.i == head.i + 1 and t.like_num), None)
    found = read_quantity(number) if number is not None else None
    return People(head=number, count=found.quantity) if found is not None else None


def _is_all_named(head: Token, frame: Frame) -> bool:
    """ "the two, Ana Sol and Pavel Zorin, were let go": each is told by name, none is left over."""
    found = read_quantity(head) if head.like_num or child(head, "nummod") is not None else None
    if found is None or found.quantity.low is None or found.quantity.low != found.quantity.high:
        return False
    given = [t for t in children(head, "appos", "conj") if t.dep_ == "appos" or t.pos_ == "PROPN"]
    beside = [n for t in given for n in coordinated(t)]
    names = {named_head(t).i for t in beside if is_named(named_head(t)) and t.i > head.i}
    return found.quantity.low in (len(names), len(_spelt_out(head, frame)))


def _spelt_out(head: Token, frame: Frame) -> list[Token]:
    """The names after a group, up to the next number: "two nuns, A and B, and two priests, C …"."""
    kept: list[Token] = []
    after = head.i + 1
    for name in names_beside(head, frame):
        if any(t.like_num or t.lower_ in ("a", "an") for t in head.doc[after : name.i]):
            break
        kept.append(name)
        after = name.i + 1
    return kept


def _ends_a_number(head: Token) -> bool:
    """ "two hundred and forty": the parser may join the last word to the first."""
    above = head.head
    joined = head.like_num and head.dep_ == "conj" and above.lower_ in ("hundred", "thousand")
    return joined and head.i == above.i + 2


def _shares_a_number(head: Token) -> bool:
    """ "eleven reporters and editors": one number counts both."""
    if head.dep_ != "conj" or head.pos_ != "NOUN" or child(head, "nummod", "det", "amod"):
        return False
    return head.tag_ == head.head.tag_ == "NNS" and child(head.head, "nummod") is not None


def _counted_beside(head: Token) -> Token:
    """ "those still in jail, eleven men, were freed": the count that stands beside a pronoun."""
    if head.tag_ == "NNS" and child(head, "nummod") is None:
        # "the remaining prisoners, about 4,100 of them, will leave prison"
        beside = [
            t for t in children(head, "appos") if t.like_num and t.right_edge.lower_ == "them"
        ]
        return beside[0] if beside else head
    if head.pos_ not in ("PRON", "DET"):
        return head
    return next((t for t in children(head, "appos") if read_quantity(t) is not None), head)


def _members(head: Token, frame: Frame, told: set[int]) -> Iterator[People]:
    """Those singled out: "…, including 14 foreigners", "three men, A, B and C"."""
    if _is_counted(head) and frame.trigger.lemma_ != "account":
        for name in names_beside(head, frame):
            if name.i not in told:
                told.add(name.i)
                mention = named_mention(name, described=name)
                yield People(head=name, names=(mention,), are_members=True)
    for prep in children(head, "prep"):
        if prep.lower_ not in ("including", "among", "notably", "like"):
            continue
        if frame.clause.dep_ == "relcl" and prep.i > frame.trigger.i:
            continue  # members of what the main clause tells
        for member in _listed(prep):
            if is_named(named_head(member)) and not _is_counted(member):
                yield from (replace(p, are_members=True) for p in _named(member, frame, told))
            elif is_human(member) and (found := read_quantity(member)) is not None:
                group = people_words(member, after=found.end)
                yield People(head=member, count=found.quantity, group=group, are_members=True)


def _listed(prep: Token) -> list[Token]:
    """The members of a list, those after a name that is described first included."""
    found: list[Token] = []
    for first in children(prep, "pobj"):
        name = named_head(first)
        found += [first, *(t for t in coordinated(name) if t not in (name, first))]
        found += [t for t in coordinated(first) if t not in found and t is not name]
    return found
