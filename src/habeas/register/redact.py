"""Take names out of reports and claims, so that what is derived from them never held one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from habeas.model.claims import Claim, Condition, Mention
from habeas.model.people import Judgement, MentionKey
from habeas.model.reports import Report
from habeas.people.spellings import mention_id
from habeas.register.veil import Veil

_CLAIM_ID_DIGITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Redacted:
    """Reports and claims without the hidden names, and where their claims went.

    Attributes:
        reports: By id.
        claims: In order of report and passage.
        claim_ids: Old id → new id, of the claims whose id had to change.
        report_ids: The same of reports.
    """

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    claim_ids: dict[str, str]
    report_ids: dict[str, str]


def redact(
    reports: Iterable[Report],
    claims: Iterable[Claim],
    veil: Veil,
    blanked: Collection[str] = frozenset(),
) -> Redacted:
    """Hide names in all words of the records; keep every offset.

    A hidden letter becomes a block, so passages stay where they are. A mention of
    a hidden person stays, as somebody whom nothing names, and so goes on counting.

    A report in which anything is hidden also loses its address, because the page
    there is not redacted, and its id with those of its claims: an id that is the
    digest of the original bytes would let anyone test whether a guessed name
    fits into the holes.

    Args:
        reports: As far as they may be shown.
        claims: Those of the reports.
        veil: Hides the names.
        blanked: Ids of reports in which words are hidden already.
    """
    by_report: dict[str, list[Claim]] = {}
    for claim in claims:
        by_report.setdefault(claim.report, []).append(claim)
    redactor = Redactor(veil)
    done = [redactor.reading(report, by_report.get(report.id, []), blanked) for report in reports]
    done.sort(key=lambda pair: pair[0].id)
    return Redacted(
        reports=tuple(report for report, _ in done),
        claims=tuple(claim for _, some in done for claim in some),
        claim_ids=redactor.claim_ids,
        report_ids=redactor.report_ids,
    )


class Redactor:
    """Hides names in one report after the other, as `redact` says; the order tells ids apart.

    Attributes:
        claim_ids: Old id → new id, of the claims whose id had to change so far.
        report_ids: The same of reports.
    """

    def __init__(self, veil: Veil) -> None:
        """Take what hides the names."""
        self._veil = veil
        self._taken: set[str] = set()
        self.claim_ids: dict[str, str] = {}
        self.report_ids: dict[str, str] = {}

    def reading(
        self, report: Report, own: list[Claim], blanked: Collection[str]
    ) -> tuple[Report, list[Claim]]:
        """A report and its claims without the names, the claims in the order of its text.

        Args:
            report: As far as it may be shown.
            own: Its claims.
            blanked: Ids of reports in which words are hidden already.
        """
        clean, claims = (
            redact_reading(report, own, self._veil) if self._veil.names else (report, own)
        )
        if report.id not in blanked and (clean, claims) == (report, own):
            # What is the same is kept once: most of a large register is.
            return report, _in_text_order(own)
        clean = _anew(clean, self._taken)
        self.report_ids[report.id] = clean.id
        ids = {claim.id: _claim_id(clean, at) for at, claim in enumerate(own)}
        self.claim_ids |= ids
        return clean, _in_text_order(_moved(claim, clean, ids) for claim in claims)


def redact_judgements(
    judgements: Iterable[Judgement], mentions: Iterable[MentionKey], redacted: Redacted
) -> tuple[Judgement, ...]:
    """Judgements on single mentions, moved to the new ids of their claims."""
    moved = {
        mention_id(key): mention_id(MentionKey(claim=redacted.claim_ids[key.claim], name=key.name))
        for key in mentions
        if key.claim in redacted.claim_ids
    }
    return tuple(
        replace(each, left=moved.get(each.left, each.left), right=moved.get(each.right, each.right))
        for each in judgements
    )


def redact_reading(
    report: Report, claims: Iterable[Claim], veil: Veil
) -> tuple[Report, list[Claim]]:
    """Hide names in all words of one report and its claims; ids stay, and every offset.

    For readers who know the register by its ids; what goes out is made by `redact`.
    """
    clean = replace(
        report,
        title=veil.hide(report.title),
        publisher=report.publisher and veil.hide(report.publisher),
        text=veil.hide(report.text),
        file=None if report.file and veil.buried_in(report.file) else report.file,
        url=None if report.url and veil.buried_in(report.url) else report.url,
    )
    return clean, [_redact_claim(claim, clean, veil) for claim in claims]


def redact_fields(claim: Claim, veil: Veil) -> Claim:
    """Hide names in all fields of a claim but those that stand in its report: see there."""
    return replace(
        claim,
        count=claim.count and replace(claim.count, words=veil.hide(claim.count.words)),
        group=_hidden(claim.group, veil),
        names=tuple(_redact_mention(mention, veil) for mention in claim.names),
        by=_hidden(claim.by, veil),
        object=_hidden(claim.object, veil),
        charges=tuple(veil.hide(charge) for charge in claim.charges),
        term=claim.term and replace(claim.term, words=veil.hide(claim.term.words)),
        place=_hidden(claim.place, veil),
        when=claim.when and replace(claim.when, words=veil.hide(claim.when.words)),
        speakers=tuple(
            replace(speaker, name=veil.hide(speaker.name), cue=veil.hide(speaker.cue))
            for speaker in claim.speakers
        ),
    )


def _redact_claim(claim: Claim, report: Report, veil: Veil) -> Claim:
    passage = claim.passage
    before = max(0, passage.start - len(passage.prefix))
    return replace(
        redact_fields(claim, veil),
        # The words as they stand in the redacted text, whose context decided what is a name.
        passage=replace(
            passage,
            exact=report.text[passage.start : passage.end],
            prefix=report.text[before : passage.start],
            suffix=report.text[passage.end : passage.end + len(passage.suffix)],
        ),
        condition=claim.condition and _redact_condition(claim.condition, report, veil),
    )


def _redact_mention(mention: Mention, veil: Veil) -> Mention:
    name = veil.hide(mention.name)
    roles = tuple(veil.hide(role) for role in mention.roles)
    if name == mention.name:
        return replace(mention, roles=roles)
    return replace(mention, name=name, roles=roles, named=False, age=None)


def _redact_condition(condition: Condition, report: Report, veil: Veil) -> Condition:
    words = report.text[condition.start : condition.end]
    same_length = len(words) == len(condition.words)
    return replace(condition, words=words if same_length else veil.hide(condition.words))


def _hidden(text: str | None, veil: Veil) -> str | None:
    return text if text is None else veil.hide(text)


def _anew(report: Report, taken: set[str]) -> Report:
    """The report under an id made of nothing but what is published."""
    public = "\x1f".join((report.title, str(report.publisher), str(report.published), report.text))
    number = 0
    while (name := _digest("report", public, str(number))) in taken:
        number += 1
    taken.add(name)
    return replace(report, id=name, url=None)


def _claim_id(report: Report, at: int) -> str:
    return f"c{_digest('claim', report.id, str(at))[:_CLAIM_ID_DIGITS]}"


def _digest(*parts: str) -> str:
    return sha256("\x1f".join(("habeas-redacted", *parts)).encode()).hexdigest()


def _moved(claim: Claim, report: Report, ids: dict[str, str]) -> Claim:
    return replace(
        claim,
        id=ids[claim.id],
        report=report.id,
        part_of=ids.get(claim.part_of) if claim.part_of else None,
        passage=replace(claim.passage, report=report.id),
    )


def _in_text_order(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (claim.passage.start, claim.passage.end))
