"""Model types as rows of the private database, and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from habeas.model.claims import (
    Act,
    Claim,
    Condition,
    Mention,
    Quantity,
    Speaker,
    SpeakerKind,
    Stance,
    Term,
    TermKind,
    TimeMention,
    Unit,
)
from habeas.model.dates import EdtfDate
from habeas.model.people import Judgement, Verdict, Withdrawal
from habeas.model.reports import Passage, Report
from habeas.people.judging import judgement_id
from habeas.store import models

_BATCH = 500
"""Rows to an INSERT, and ids to a SELECT: below the limits of both databases."""


def reading_row(report: Report, *, number: int, at: datetime, by: str) -> models.Reading:
    """The row of one reading, not yet saved."""
    return models.Reading(
        document_id=report.id,
        number=number,
        added_at=at,
        added_by=by,
        file=report.file,
        url=report.url,
        media_type=report.media_type,
        language=report.language,
        title=report.title,
        publisher=report.publisher,
        text=report.text,
        **_date_columns("published", report.published),
        **_date_columns("retrieved", report.retrieved),
    )


def report_of(row: models.Reading) -> Report:
    """The report that a reading gave."""
    return Report(
        id=row.document_id,
        file=row.file,
        url=row.url,
        media_type=row.media_type,
        language=row.language,
        title=row.title,
        publisher=row.publisher,
        published=_date(row, "published"),
        retrieved=_date(row, "retrieved"),
        text=row.text,
    )


def insert_claims(
    claims: Sequence[Claim],
    *,
    reading: models.Reading | None = None,
    decision: models.ClaimDecision | None = None,
) -> None:
    """Add the claims of a reading, or of a decision that corrects one, with all their parts."""
    rows = [_claim_row(at, claim) for at, claim in enumerate(claims)]
    for row in rows:
        row.reading, row.decision = reading, decision
    _insert(list(zip(rows, claims, strict=True)))


def insert_claims_of(read: Iterable[tuple[models.Reading, Sequence[Claim]]]) -> None:
    """Add the claims of many readings, as `insert_claims` does those of one."""
    pairs = []
    for reading, claims in read:
        for at, claim in enumerate(claims):
            row = _claim_row(at, claim)
            row.reading = reading
            pairs.append((row, claim))
    _insert(pairs)


def _insert(pairs: Sequence[tuple[models.Claim, Claim]]) -> None:
    models.Claim.objects.bulk_create([row for row, _ in pairs], _BATCH)
    names = [
        (
            models.ClaimName(
                claim=row,
                position=at,
                name=mention.name,
                nationality=mention.nationality,
                age=mention.age,
                named=mention.named,
            ),
            mention,
        )
        for row, claim in pairs
        for at, mention in enumerate(claim.names)
    ]
    models.ClaimName.objects.bulk_create([row for row, _ in names], _BATCH)
    models.ClaimNameRole.objects.bulk_create(
        [
            models.ClaimNameRole(name=row, position=at, role=role)
            for row, mention in names
            for at, role in enumerate(mention.roles)
        ],
        _BATCH,
    )
    _insert_lists(pairs)


def _insert_lists(pairs: Iterable[tuple[models.Claim, Claim]]) -> None:
    nationalities, charges, speakers = [], [], []
    for row, claim in pairs:
        for at, nationality in enumerate(claim.nationalities):
            part = models.ClaimNationality(claim=row, position=at, nationality=nationality)
            nationalities.append(part)
        for at, charge in enumerate(claim.charges):
            charges.append(models.ClaimCharge(claim=row, position=at, charge=charge))
        for at, voice in enumerate(claim.speakers):
            columns = {"name": voice.name, "kind": voice.kind, "cue": voice.cue}
            speakers.append(models.ClaimSpeaker(claim=row, position=at, **columns))
    models.ClaimNationality.objects.bulk_create(nationalities, _BATCH)
    models.ClaimCharge.objects.bulk_create(charges, _BATCH)
    models.ClaimSpeaker.objects.bulk_create(speakers, _BATCH)


def claims_of(readings: Sequence[models.Reading]) -> tuple[Claim, ...]:
    """Claims of some readings, in the order of the readings and of their passages."""
    found = _claims_by("reading", readings)
    return tuple(claim for reading in readings for claim in found[reading.pk])


def corrections_of(decisions: Sequence[models.ClaimDecision]) -> dict[int, Claim]:
    """What decisions correct a claim to, by the number of their row."""
    found = _claims_by("decision", decisions)
    return {owner: claims[0] for owner, claims in found.items() if claims}


def claims_read(ids: Iterable[str], readings: Sequence[models.Reading]) -> tuple[Claim, ...]:
    """Claims with some ids, of some readings; each once, as last read.

    Args:
        ids: Of claims.
        readings: Those to look in, in order of time.
    """
    wanted, numbers = sorted(set(ids)), [reading.pk for reading in readings]
    rows = models.Claim.objects.filter(reading__in=numbers)
    owners = {
        owner
        for some in _batches(wanted)
        for owner in rows.filter(claim__in=some).values_list("reading", flat=True)
    }
    those = set(wanted)
    found = claims_of([reading for reading in readings if reading.pk in owners])
    return tuple({claim.id: claim for claim in found if claim.id in those}.values())


def claims_in(rows: Sequence[models.Claim], reports: Mapping[int, str]) -> tuple[Claim, ...]:
    """The claims that some rows hold, in their order.

    Args:
        rows: Of claims.
        reports: Number of such a row → id of its report.
    """
    found: dict[int, Claim] = {}
    for some in _batches(rows):
        parts = _Parts("pk", [row.pk for row in some])
        found |= {row.pk: _claim(row, reports[row.pk], parts) for row in some}
    return tuple(found[row.pk] for row in rows)


def _claims_by(
    owner: str, rows: Sequence[models.Reading] | Sequence[models.ClaimDecision]
) -> defaultdict[int, list[Claim]]:
    documents = {row.pk: row.document_id for row in rows}
    found: defaultdict[int, list[Claim]] = defaultdict(list)
    for some in _batches(list(documents)):
        claims = models.Claim.objects.filter(**{f"{owner}__in": some}).order_by(owner, "position")
        parts = _Parts(owner, some)
        for claim in _plain(claims):
            key = getattr(claim, f"{owner}_id")
            found[key].append(_claim(claim, documents[key], parts))
    return found


class _Parts:
    """The parts of all claims of some readings or decisions, by claim, in order."""

    def __init__(self, owner: str, owners: Sequence[int]) -> None:
        self._of_owners = {f"claim__{owner}__in": owners}
        named = {f"name__claim__{owner}__in": owners}
        roles = _grouped(models.ClaimNameRole.objects.filter(**named), "name", "role")
        self.names: dict[int, list[Mention]] = defaultdict(list)
        names = models.ClaimName.objects.filter(**self._of_owners).order_by("claim", "position")
        for row in _plain(names):
            mention = Mention(
                name=row.name,
                nationality=row.nationality,
                age=row.age,
                named=row.named,
                roles=tuple(role for (role,) in roles[row.id]),
            )
            self.names[row.claim_id].append(mention)
        self.nationalities = self._of(models.ClaimNationality, "nationality")
        self.charges = self._of(models.ClaimCharge, "charge")
        self.speakers = self._of(models.ClaimSpeaker, "name", "kind", "cue")

    def _of(
        self, kind: type[models.ClaimPart], *columns: str
    ) -> defaultdict[int, list[tuple[Any, ...]]]:
        rows = kind._default_manager.filter(**self._of_owners)
        return _grouped(rows, "claim", *columns)


def _plain(rows: QuerySet[Any]) -> Iterator[Any]:
    """Rows with the columns of their table and nothing else: they are many, and only read."""
    columns = [field.attname for field in rows.model._meta.concrete_fields]
    return rows.values_list(*columns, named=True).iterator(_BATCH)


def _grouped(rows: Any, owner: str, *columns: str) -> defaultdict[int, list[tuple[Any, ...]]]:
    groups: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    told = rows.order_by(owner, "position").values_list(owner, *columns)
    for key, *values in told.iterator(_BATCH):
        groups[key].append(tuple(values))
    return groups


def _batches[T](ids: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(ids), _BATCH):
        yield ids[start : start + _BATCH]


def _claim_row(position: int, claim: Claim) -> models.Claim:
    when, condition, passage = claim.when, claim.condition, claim.passage
    return models.Claim(
        position=position,
        claim=claim.id,
        act=claim.act,
        stance=claim.stance,
        **_count_columns(claim.count),
        group=claim.group,
        part_of=claim.part_of,
        by=claim.by,
        object=claim.object,
        term_kind=claim.term.kind if claim.term else None,
        term_duration=claim.term.duration if claim.term else None,
        term_words=claim.term.words if claim.term else None,
        place=claim.place,
        **_date_columns("happened", when.edtf if when else None),
        happened_words=when.words if when else None,
        condition_words=condition.words if condition else None,
        condition_start=condition.start if condition else None,
        condition_end=condition.end if condition else None,
        passage_start=passage.start,
        passage_end=passage.end,
        passage_exact=passage.exact,
        passage_prefix=passage.prefix,
        passage_suffix=passage.suffix,
    )


def _claim(row: Any, report: str, parts: _Parts) -> Claim:
    return Claim(
        id=row.claim,
        report=report,
        act=Act(row.act),
        stance=Stance(row.stance),
        passage=Passage(
            report=report,
            start=row.passage_start,
            end=row.passage_end,
            exact=row.passage_exact,
            prefix=row.passage_prefix,
            suffix=row.passage_suffix,
        ),
        count=_count(row),
        group=row.group,
        names=tuple(parts.names[row.id]),
        nationalities=tuple(each for (each,) in parts.nationalities[row.id]),
        part_of=row.part_of,
        by=row.by,
        object=row.object,
        charges=tuple(each for (each,) in parts.charges[row.id]),
        term=_term(row),
        place=row.place,
        when=_when(row),
        condition=_condition(row),
        speakers=tuple(
            Speaker(name=name, kind=SpeakerKind(kind), cue=cue)
            for name, kind, cue in parts.speakers[row.id]
        ),
    )


def _term(row: models.Claim) -> Term | None:
    if row.term_kind is None or row.term_words is None:
        return None
    return Term(kind=TermKind(row.term_kind), duration=row.term_duration, words=row.term_words)


def _count(row: models.Claim) -> Quantity | None:
    if row.count_words is None or row.count_unit is None:
        return None
    return Quantity(
        low=row.count_low,
        high=row.count_high,
        about=row.count_about,
        words=row.count_words,
        unit=Unit(row.count_unit),
    )


def _when(row: models.Claim) -> TimeMention | None:
    edtf = _date(row, "happened")
    if edtf is None or row.happened_words is None:
        return None
    return TimeMention(edtf=edtf, words=row.happened_words)


def _condition(row: models.Claim) -> Condition | None:
    words, start, end = row.condition_words, row.condition_start, row.condition_end
    if words is None or start is None or end is None:
        return None
    return Condition(words=words, start=start, end=end)


def judgement_row(judgement: Judgement) -> models.Judgement:
    """The row of a judgement, not yet saved."""
    return models.Judgement(
        left=judgement.left,
        right=judgement.right,
        verdict=judgement.verdict,
        reason=judgement.reason,
        by=judgement.by,
        at=judgement.at,
    )


def judgement_of(row: models.Judgement) -> Judgement:
    """The judgement that a row holds."""
    return Judgement(
        left=row.left,
        right=row.right,
        verdict=Verdict(row.verdict),
        reason=row.reason,
        by=row.by,
        at=row.at,
    )


def withdrawal_of(row: models.Withdrawal) -> Withdrawal:
    """The withdrawal that a row holds."""
    judgement = judgement_id(judgement_of(row.judgement))
    return Withdrawal(judgement=judgement, reason=row.reason, by=row.by, at=row.at)


def _count_columns(count: Quantity | None) -> dict[str, Any]:
    if count is None:
        return {}
    return {
        "count_low": count.low,
        "count_high": count.high,
        "count_about": count.about,
        "count_words": count.words,
        "count_unit": count.unit,
    }


def _date_columns(name: str, value: EdtfDate | None) -> dict[str, Any]:
    if value is None:
        return {}
    return {
        name: value.text,
        f"{name}_earliest": value.earliest,
        f"{name}_latest": value.latest,
    }


def _date(row: models.Reading | models.Claim, name: str) -> EdtfDate | None:
    text = getattr(row, name)
    if text is None:
        return None
    earliest, latest = getattr(row, f"{name}_earliest"), getattr(row, f"{name}_latest")
    return EdtfDate(text=text, earliest=earliest, latest=latest)
