"""From what a sentence ties together to a Tie with its words and who says so."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.drafting import Draft, Scene, draft_claims
from habeas.claims.english.parse.trees import words_of
from habeas.claims.english.promises.hinges import is_hypothetical
from habeas.claims.english.promises.stances import is_asserted
from habeas.claims.english.promises.ties import FoundTie, find_ties, is_under_denial
from habeas.claims.identity import tie_id
from habeas.claims.tied_sides import TiedSpan, acts_in
from habeas.model.claims import Act, Claim, Stance
from habeas.model.pledges import Tie, TieKind, TieSide
from habeas.model.reports import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftTie:
    """A tie before it is said who says it: its speakers are those of `draft`."""

    found: FoundTie
    draft: Draft


def draft_ties(sentence: Span, scene: Scene) -> list[DraftTie]:
    """What one sentence says to be tied, or not; nothing of what it asks or supposes."""
    drafts = []
    for found in find_ties(sentence):
        # An act on things has one claim and no people: all that is wanted are its voices.
        frame = Frame(
            act=Act.EASE_SANCTIONS,
            trigger=found.clause,
            clause=found.clause,
            form=Form.CLAUSE,
            teller=found.teller,
        )
        if is_asserted(frame) and not is_hypothetical(frame):
            drafts += [DraftTie(found=found, draft=one) for one in draft_claims(frame, scene)]
    return drafts


def tie_of(drafted: DraftTie, claim: Claim, scene: Scene) -> TiedSpan | None:
    """The tie of a draft whose claim has been linked; None for one that is only wanted."""
    if claim.stance is Stance.DEMANDED:
        return None
    found, report = drafted.found, scene.report
    words = [t for t in words_of(found.clause.sent) if not t.is_space]
    start, end = _extent(words[0], words[-1], scene)
    passage = report.passage(start, end)
    under = is_under_denial(found.clause)
    # "Had nothing to do with" is negated by its own words; "denied that it had" is so twice.
    denied = not under if found.parts else under or claim.stance is Stance.DENIED
    kind = TieKind.DENIED if denied else TieKind.ASSERTED
    given, got = (_span(side, scene) for side in (found.given, found.got))
    cue = report.text[slice(*_extent(found.first, found.last, scene))]
    tie = Tie(
        id=tie_id(passage, cue),
        report=report.id,
        kind=kind,
        cue=cue,
        given=_side(given, report),
        got=_side(got, report),
        # Who calls it an exchange speaks for themselves, whoever else the sentence quotes.
        speakers=claim.speakers[-1:] if found.teller is not None else claim.speakers,
        passage=passage,
    )
    return TiedSpan(tie=tie, given=given, got=got)


def _extent(first: Token, last: Token, scene: Scene) -> tuple[int, int]:
    return scene.offset + first.idx, scene.offset + last.idx + len(last)


def _span(side: tuple[Token, Token] | None, scene: Scene) -> tuple[int, int] | None:
    return _extent(*side, scene) if side is not None else None


def _side(span: tuple[int, int] | None, report: Report) -> TieSide:
    words = report.text[slice(*span)] if span is not None else None
    return TieSide(words=words, acts=acts_in(words or ""))
