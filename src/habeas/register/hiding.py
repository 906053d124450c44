"""Take out of records what somebody may not see: reports, words of claims, names of persons."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from habeas.model.claims import Claim
from habeas.model.decisions import (
    AssumptionDecision,
    ClaimDecision,
    EntryDecision,
    LinkDecision,
)
from habeas.model.people import Judgement, Person
from habeas.model.reports import Passage, Report
from habeas.people.spellings import ids_of
from habeas.register.assemble import Records, names_borne
from habeas.register.deciding import claim_moved
from habeas.register.redact import redact_fields, redact_reading
from habeas.register.veil import BLOCK, Veil

type Span = tuple[int, int]

_NOTHING: Mapping[str, tuple[Passage, ...]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """What one viewer may not see; few things, so that they are held in memory.

    Attributes:
        reports: Ids of reports.
        claims: Ids of claims: of those reports, and in others; those that share a word with
            a restricted one included.
        passages: Id of a report → passages in it whose words are hidden.
        persons: Ids of persons, spellings and mentions.
        names: Every spelling of those persons.
        mentions: Ids of mentions in those claims, and of spellings that stand nowhere else.
        sealed: Keys of what is sealed for others.
    """

    reports: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    passages: Mapping[str, tuple[Passage, ...]] = field(default_factory=lambda: _NOTHING)
    persons: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    mentions: frozenset[str] = frozenset()
    sealed: frozenset[str] = frozenset()

    @property
    def is_nothing(self) -> bool:
        """True where the viewer may see everything."""
        return not (self.reports or self.claims or self.persons or self.names or self.sealed)

    def has_report(self, report: str) -> bool:
        """True where a report is hidden, told by its id."""
        return report in self.reports

    def has_claim(self, claim: Claim) -> bool:
        """True where a claim is hidden, for itself or for its report."""
        return claim.report in self.reports or claim.id in self.claims

    def has_person(self, person: Person) -> bool:
        """True where any spelling or mention of a person is hidden."""
        return bool(self.persons & ids_of(person))

    def has_any(self, ids: Iterable[str]) -> bool:
        """True where any of some ids, of whatever kind, is of something hidden."""
        wholes = (self.reports, self.claims, self.persons, self.mentions, self.sealed)
        return any(each in whole for each in ids for whole in wholes)


def spans_of(text: str, passages: Iterable[Passage]) -> tuple[Span, ...] | None:
    """Where hidden words stand in a text, each time that they do.

    Returns:
        None where the words of a passage are nowhere in it: nobody can say then what is
        to be hidden.
    """
    found: list[Span] = []
    for passage in passages:
        places = list(_places(text, passage.exact))
        if not places:
            return None
        found += places
    return tuple(found)


def claims_hidden_with(
    report: Report, claims: Iterable[Claim], passages: Sequence[Passage]
) -> frozenset[str]:
    """Ids of the claims that rest on any word of hidden passages, or hold one.

    All claims where the words of a passage are nowhere in the report.
    """
    spans = spans_of(report.text, passages)
    if spans is None:
        return frozenset(claim.id for claim in claims)
    return _resting_on(spans, claims, _blanked(report, passages, spans))


def shown_reading(
    report: Report, claims: Collection[Claim], hidden: Hidden
) -> tuple[Report, tuple[Claim, ...]] | None:
    """A report and its claims as a viewer may see them; offsets and ids stay.

    Words of hidden claims and names of hidden persons are blocks, and claims that rest on
    such words are left out. A report with hidden words has neither address nor file.

    Returns:
        None where the viewer may not see the report.
    """
    made = without_passages(report, claims, hidden)
    if made is None or not hidden.names:
        return made
    shown, left = redact_reading(*made, Veil(names=hidden.names))
    return shown, tuple(left)


def veiled_claim(claim: Claim, hidden: Hidden) -> Claim:
    """A claim without the names of hidden persons, read by itself; its id stays."""
    veil, passage = Veil(names=hidden.names), claim.passage
    condition = claim.condition and replace(claim.condition, words=veil.hide(claim.condition.words))
    clean = redact_fields(claim, veil)
    return replace(
        clean,
        passage=replace(
            passage,
            exact=veil.hide(passage.exact),
            prefix=veil.hide(passage.prefix),
            suffix=veil.hide(passage.suffix),
        ),
        condition=condition,
    )


def without_passages(
    report: Report, claims: Collection[Claim], hidden: Hidden
) -> tuple[Report, tuple[Claim, ...]] | None:
    """As `shown_reading`, names of persons left as they are."""
    if report.id in hidden.reports:
        return None
    passages = hidden.passages.get(report.id, ())
    spans = spans_of(report.text, passages)
    if spans is None:
        return None
    blanked = _blanked(report, passages, spans) if spans else report
    out = hidden.claims | _resting_on(spans, claims, blanked)
    left = [claim for claim in claims if claim.id not in out]
    ids = {claim.id for claim in left}
    shown = [_in_blanked(claim, blanked) if spans else claim for claim in left]
    return blanked, tuple(
        claim if claim.part_of is None or claim.part_of in ids else replace(claim, part_of=None)
        for claim in shown
    )


def shown_records(records: Records, hidden: Hidden) -> Records:
    """What is left of records for a viewer of the register."""
    if hidden.is_nothing:
        return records
    left = without_hidden(records, hidden)
    if not hidden.names:
        return left
    veil = Veil(names=hidden.names)
    texts = {report.id: report for report in left.reports}
    # At their words first: what stands elsewhere in an earlier reading is not what is hidden.
    said = [
        moved
        for each in left.claim_decisions
        if each.correction is not None
        and (moved := claim_moved(each.correction, texts.get(each.correction.report)))
    ]
    own = _by_report((*left.claims, *said))
    veiled = [redact_reading(report, own.get(report.id, ()), veil) for report in left.reports]
    claims = {claim.id: claim for _, of_report in veiled for claim in of_report}
    apart = {claim.id for claim in said}
    return replace(
        left,
        reports=tuple(report for report, _ in veiled),
        claims=tuple(claim for claim in claims.values() if claim.id not in apart),
        claim_decisions=tuple(
            each
            if each.correction is None or each.correction.id not in claims
            else replace(each, correction=claims[each.correction.id])
            for each in left.claim_decisions
        ),
    )


def public_records(records: Records, hidden: Hidden) -> Records:
    """What is left of records for everybody.

    Names are not taken out yet, and are among `protected`: `open_records` takes them out,
    and whoever may bear them too. Whoever bears a protected name in a report that is left
    out is protected in every other spelling.
    """
    if hidden.is_nothing:
        return records
    protected = {*records.protected, *hidden.names}
    borne = names_borne(records, protected) if protected else ()
    left = without_hidden(records, hidden)
    return replace(left, protected=tuple(sorted(protected.union(borne))))


def without_hidden(records: Records, hidden: Hidden) -> Records:
    """Records without hidden reports, claims and words; names stay."""
    by_report = _by_report(records.claims)
    reports: list[Report] = []
    claims: list[Claim] = []
    blanked: set[str] = set(records.blanked)
    for report in records.reports:
        made = without_passages(report, by_report.get(report.id, ()), hidden)
        if made is None:
            continue
        reports.append(made[0])
        claims += made[1]
        if made[0] is not report:
            blanked.add(report.id)
    left = {report.id: report for report in reports}
    return replace(
        records,
        reports=tuple(reports),
        claims=tuple(claims),
        claim_decisions=tuple(
            each for each in records.claim_decisions if _may_show(each, left, hidden)
        ),
        assumption_decisions=shown_assumptions(records.assumption_decisions, hidden),
        link_decisions=shown_links(records.link_decisions, hidden),
        entry_decisions=shown_entries(records.entry_decisions, claims, hidden),
        blanked=frozenset(blanked),
    )


def shown_judgements(judgements: Iterable[Judgement], hidden: Hidden) -> tuple[Judgement, ...]:
    """Judgements about nobody, and no mention, that is hidden; persons are made from all."""
    out = hidden.persons | hidden.mentions
    return tuple(each for each in judgements if not out & {each.left, each.right})


def shown_assumptions(
    decisions: Iterable[AssumptionDecision], hidden: Hidden
) -> tuple[AssumptionDecision, ...]:
    """Decisions on assumptions that rest on no hidden claim."""
    return tuple(each for each in decisions if not hidden.claims & set(each.claims))


def shown_links(decisions: Iterable[LinkDecision], hidden: Hidden) -> tuple[LinkDecision, ...]:
    """Decisions on links whose words and meaning rest on something that is not hidden.

    Why is not told where words of the report are hidden: they may stand in the reason.
    """
    veil = Veil(names=hidden.names)
    shown: list[LinkDecision] = []
    for each in decisions:
        about = each.about
        claims = tuple(key for key in about.claims if key not in hidden.claims)
        if not claims or about.report in hidden.reports or about.anchor in hidden.claims:
            continue
        is_told = claims == about.claims and not hidden.passages.get(about.report)
        reason = veil.hide(each.reason) if is_told else ""
        shown.append(replace(each, about=replace(about, claims=claims), reason=reason))
    return tuple(shown)


def shown_entries(
    decisions: Iterable[EntryDecision], claims: Iterable[Claim], hidden: Hidden
) -> tuple[EntryDecision, ...]:
    """Decisions on entries whose words stand in the object of a claim that is not hidden.

    Args:
        decisions: In order.
        claims: Those that may be seen.
        hidden: What may not be.
    """
    objects = {claim.id: (claim.object or "").casefold() for claim in claims}
    veil = Veil(names=hidden.names)
    shown: list[EntryDecision] = []
    for each in decisions:
        about = each.about
        left = tuple(key for key in about.claims if key not in hidden.claims)
        words = about.words.casefold()
        if left != about.claims and not any(words in objects.get(key, "") for key in left):
            continue
        reason = veil.hide(each.reason) if left == about.claims else ""
        told = replace(about, words=veil.hide(about.words), claims=left)
        shown.append(replace(each, about=told, reason=reason))
    return tuple(shown)


def _may_show(decision: ClaimDecision, left: Mapping[str, Report], hidden: Hidden) -> bool:
    if decision.claim in hidden.claims:
        return False
    correction = decision.correction
    if correction is None:
        return True
    return correction.report in left and correction.id not in hidden.claims


def _places(text: str, words: str) -> Iterator[Span]:
    start = text.find(words) if words else -1
    while start >= 0:
        yield start, start + len(words)
        start = text.find(words, start + 1)


def _blanked(report: Report, passages: Iterable[Passage], spans: Iterable[Span]) -> Report:
    letters = list(report.text)
    for start, end in spans:
        letters[start:end] = _blocks(report.text[start:end])
    title = report.title
    for passage in passages:
        if title.strip() and (title.strip() in passage.exact or passage.exact in title):
            title = "".join(_blocks(title))
    return replace(report, text="".join(letters), title=title, url=None, file=None)


def _blocks(text: str) -> list[str]:
    return [letter if letter.isspace() else BLOCK for letter in text]


def _resting_on(
    spans: Collection[Span], claims: Iterable[Claim], blanked: Report
) -> frozenset[str]:
    if not spans:
        return frozenset()
    text = " ".join(blanked.text.split())
    return frozenset(
        claim.id
        for claim in claims
        if _touches(claim.passage.start, claim.passage.end, spans)
        or any(" ".join(words.split()) not in text for words in _words_of(claim))
    )


def _touches(first: int, last: int, spans: Iterable[Span]) -> bool:
    return any(start < last and first < end for start, end in spans)


def _words_of(claim: Claim) -> Iterator[str]:
    """Words of a claim that the reader found anywhere in the report."""
    yield from (mention.name for mention in claim.names)
    yield from (role for mention in claim.names for role in mention.roles)
    yield from (speaker.name for speaker in claim.speakers)
    yield from (speaker.cue for speaker in claim.speakers)
    yield from claim.charges
    parts = (claim.count, claim.when, claim.term, claim.condition)
    yield from (part.words for part in parts if part is not None)
    yield from (each for each in (claim.group, claim.by, claim.object, claim.place) if each)


def _by_report(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.report, []).append(claim)
    return found


def _in_blanked(claim: Claim, report: Report) -> Claim:
    passage = claim.passage
    before = max(0, passage.start - len(passage.prefix))
    return replace(
        claim,
        passage=replace(
            passage,
            prefix=report.text[before : passage.start],
            suffix=report.text[passage.end : passage.end + len(passage.suffix)],
        ),
    )
