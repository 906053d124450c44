"""The claims of list items, and the heading that says what they leave out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.details import find_time
from habeas.claims.english.drafting import Draft, Scene
from habeas.claims.english.lexicon import english
from habeas.claims.english.lists.items import (
    Item,
    act_of_label,
    is_heading,
    label_of,
)
from habeas.claims.english.parse.trees import words_of
from habeas.claims.identity import claim_id
from habeas.model.claims import FREEING, Act, Claim, Mention, Speaker, Stance

_ON_PEOPLE = FREEING | {Act.ARREST, Act.HOLD, Act.SENTENCE, Act.REARREST, Act.DEMAND_RELEASE}
_ONE_NAME = 2
_NAMES = frozenset({"name", "names", "they", "these", "those", "list"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands over the items of a list.

    Attributes:
        act: What was done to the people of the list.
        stance: As in Claim.
        speakers: As in Claim.
    """

    act: Act
    stance: Stance = Stance.REPORTED
    speakers: tuple[Speaker, ...] = ()


def heading_of(sentence: Span, made: Sequence[Claim], before: Sequence[Claim]) -> Heading | None:
    """What a line says of the items after it; None where it is no heading.

    Args:
        sentence: The line.
        made: What it claims itself.
        before: What the report claims before it, in text order.
    """
    if not is_heading(sentence):
        return None
    words = [t for t in words_of(sentence) if not t.is_space]
    if words[-1].text != ":":
        act = act_of_label(words)
        return Heading(act=act) if act is not None else None
    told = [c for c in made if c.act in _ON_PEOPLE and not c.names]
    if not told and (act := act_of_label(words)) is not None:
        return Heading(act=act)
    if not told and any(t.lower_ in _NAMES for t in words):
        return heading_before(before)
    if not told:
        return None
    return Heading(act=told[-1].act, stance=told[-1].stance, speakers=told[-1].speakers)


def heading_before(before: Sequence[Claim]) -> Heading | None:
    """What was told of the people counted last, for a list that only names them."""
    told = [c for c in before if c.act in _ON_PEOPLE and c.count is not None]
    if not told:
        return None
    return Heading(act=told[-1].act, stance=told[-1].stance, speakers=told[-1].speakers)


def begins_line(sentence: Span) -> bool:
    """True for the first sentence of a line."""
    return sentence.start == 0 or "\n" in sentence.doc[sentence.start - 1].text


def draft_items(
    items: list[Item], sentence: Span, scene: Scene, heading: Heading | None
) -> list[Draft]:
    """One draft for each act that an item tells of a person, in text order."""
    label = act_of_label(label_of(sentence)) if items else None
    above = Heading(act=label) if label is not None else heading
    return [draft for item in items if (draft := _draft(item, sentence, scene, above)) is not None]


def draft_entry(items: list[Item], sentence: Span, scene: Scene) -> list[Claim]:
    """The claims of a fragment on the person of its paragraph ("Accused to be released")."""
    drafts = (_draft(item, sentence, scene, None) for item in items)
    ahead = any(t.lower_ == "be" for t in words_of(sentence))
    stance = Stance.ANNOUNCED if ahead else Stance.REPORTED
    return [replace(d.claim, stance=stance) for d in drafts if d is not None]


def _draft(item: Item, sentence: Span, scene: Scene, heading: Heading | None) -> Draft | None:
    act = item.act or (heading.act if heading is not None else None)
    if act is None:
        return None
    name = _name_of(item)
    if name is None:
        return None
    doc = sentence.doc
    words = [t for t in doc[item.start : item.end] if not t.is_space]
    while words and words[-1].text in (".", ",", ";", ":"):
        words = words[:-1]
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    head = item.name.head
    frame = Frame(act=act, trigger=head, clause=head, form=Form.CLAUSE, patients=(head,))
    passage = scene.report.passage(scene.offset + start, scene.offset + end)
    given = heading if heading is not None and item.act is None else None
    claim = Claim(
        id=claim_id(passage, act, name.name),
        report=scene.report.id,
        act=act,
        stance=given.stance if given is not None else Stance.REPORTED,
        passage=passage,
        names=(name,),
        when=find_time(frame, scene.times, start, end),
        speakers=given.speakers if given is not None else (),
    )
    return Draft(claim=claim, frame=frame, voices=(), person=head)


def _name_of(item: Item) -> Mention | None:
    """The name without titles, with the role before it."""
    doc = item.name.head.doc
    tokens = [t for t in doc[item.name.start : item.name.end] if not t.is_space]
    titles: list[Token] = []
    while len(tokens) > 1 and tokens[0].lower_.rstrip(".") in english().titles:
        titles, tokens = [*titles, tokens[0]], tokens[1:]
    if not tokens:
        return None
    first = tokens[0].lower_
    if len(tokens) > _ONE_NAME and first in english().people and tokens[0].i == item.start:
        titles, tokens = [*titles, tokens[0]], tokens[1:]  # "Photographer Ana Sol (since May)"
    roles = [t.text for t in titles if t.lower_.rstrip(".") not in english().courtesies]
    before = [t for t in doc[item.start : item.name.start] if not t.is_space]
    before = [t for t in before if t.dep_ != "det" and t.tag_ != "PRP$"]
    if before and before[-1].pos_ == "NOUN" and not any(t.is_punct for t in before):
        roles.insert(0, doc[before[0].i : before[-1].i + 1].text)
    last = tokens[-1]
    return Mention(name=doc[tokens[0].i : last.i + 1].text.strip(), roles=tuple(roles))
