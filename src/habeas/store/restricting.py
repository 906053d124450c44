"""Save and load who may see what; a decision is never changed, a later one replaces it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from habeas.model.audit import Change
from habeas.model.restrictions import Level, RecordKind, Restriction
from habeas.store import models, sealed_tables
from habeas.store.audit import Chain, one_change
from habeas.store.decisions import Decision, Outcome
from habeas.store.known import known_rows
from habeas.store.problems import RecordRefused, database_errors_told
from habeas.store.refusing import refuse_faults, refuse_naive
from habeas.store.spelled import names_of_node

_NEED_READERS = (Level.NAMED, Level.SEALED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Restricted:
    """A restriction as it was kept.

    Attributes:
        number: Of its row.
        restriction: The decision.
        names: Spellings of the person, as the register knew them then.
        takes_back: Number of the one that it took back; None for a decision of its own.
        stands: True where no later one replaced it.
    """

    number: int
    restriction: Restriction
    names: tuple[str, ...]
    takes_back: int | None
    stands: bool


def restrict(restriction: Restriction) -> Outcome:
    """Keep a decision on who may see a record; the same one twice is kept once.

    Raises:
        StoreError: There is no such record, or the level does not fit it or its readers.
            Nothing was kept.
    """
    refuse_faults(restriction)
    refuse_naive(restriction.at)
    _refuse_misfits(restriction)
    with one_change() as chain:
        before = load_restrictions()
        if any(restriction == each.restriction for each in before):
            return Outcome.ALREADY_THERE
        keep_restriction(chain, restriction)
    return Outcome.ADDED


def undo_restriction(kind: RecordKind, record: str, decision: Decision) -> Restriction:
    """Let those see a record who might before the last decision on it.

    Undone again and again, it goes back to before the first, when everybody might; what is
    sealed goes back to those for whom it was sealed.

    Returns:
        What holds from now on.

    Raises:
        StoreError: There is nothing to take back. Nothing was kept.
    """
    refuse_faults(decision)
    refuse_naive(decision.at)
    with one_change() as chain:
        made = [each for each in load_restrictions() if _is_about(each, kind, record)]
        left = _not_taken_back(made)
        if not left or (kind is RecordKind.SEALED and len(left) == 1):
            raise RecordRefused(
                what="there is no restriction to undo", remedy="see habeas restrictions"
            )
        earlier = left[-2].restriction if len(left) > 1 else None
        again = Restriction(
            kind=kind,
            record=record,
            level=Level.PUBLIC if earlier is None else earlier.level,
            readers=() if earlier is None else earlier.readers,
            reason=decision.reason,
            by=decision.by,
            at=decision.at,
        )
        keep_restriction(chain, again, takes_back=left[-1].number)
    return again


def load_restrictions(*, upto: int | None = None) -> tuple[Restricted, ...]:
    """Every decision on who may see what, in order; those that were replaced included.

    They say which records are restricted and of whom: for those who may see those records.

    Args:
        upto: Number of the last audit record that counts; None for all.
    """
    with database_errors_told():
        rows = list(known_rows(Change.RESTRICTION, upto).order_by("pk"))
        readers = _parts(models.RestrictionReader.objects, "reader")
        names = _parts(models.RestrictionName.objects, "name")
    last = {(row.kind, row.record): row.pk for row in rows}
    return tuple(
        Restricted(
            number=row.pk,
            restriction=Restriction(
                kind=RecordKind(row.kind),
                record=row.record,
                level=Level(row.level),
                readers=readers.get(row.pk, ()),
                reason=row.reason,
                by=row.by,
                at=row.at,
            ),
            names=names.get(row.pk, ()),
            takes_back=row.takes_back,
            stands=last[row.kind, row.record] == row.pk,
        )
        for row in rows
    )


def keep_restriction(
    chain: Chain, restriction: Restriction, *, takes_back: int | None = None
) -> None:
    """Add a decision to the register within a change of it.

    Raises:
        RecordRefused: There is no such record.
    """
    names = _names_if_there(restriction.kind, restriction.record)
    row = models.Restriction.objects.create(
        kind=restriction.kind.value,
        record=restriction.record,
        level=restriction.level.value,
        reason=restriction.reason,
        by=restriction.by,
        at=restriction.at,
        takes_back=takes_back,
    )
    models.RestrictionReader.objects.bulk_create(
        models.RestrictionReader(restriction=row, position=at, reader=reader)
        for at, reader in enumerate(restriction.readers)
    )
    models.RestrictionName.objects.bulk_create(
        models.RestrictionName(restriction=row, position=at, name=name)
        for at, name in enumerate(names)
    )
    chain.add(Change.RESTRICTION, row)


def kind_of_record(record: str) -> RecordKind | None:
    """What an id is of; None where the register has nothing of that id."""
    return next((kind for kind in RecordKind if record_is_there(kind, record)), None)


def reports_beginning(digits: str) -> tuple[str, ...]:
    """Ids of reports that begin with some digits, two at most."""
    found = models.Document.objects.filter(digest__startswith=digits)
    return tuple(found.order_by("digest").values_list("digest", flat=True)[:2])


def document_of_claim(claim: str) -> str | None:
    """Id of the report that a claim is of, as read or as corrected; None where there is none."""
    row = models.Claim.objects.filter(claim=claim).select_related("reading", "decision").first()
    owner = None if row is None else row.reading or row.decision
    return None if owner is None else owner.document_id


def record_is_there(kind: RecordKind, record: str) -> bool:
    """True where the register has a record."""
    if kind is RecordKind.REPORT:
        return models.Document.objects.filter(digest=record).exists()
    if kind is RecordKind.CLAIM:
        return models.Claim.objects.filter(claim=record).exists()
    if kind is RecordKind.SEALED:
        return sealed_tables.Sealed.objects.filter(key=record).exists()
    return bool(names_of_node(record))


def standing_restriction(kind: RecordKind, record: str) -> Restriction | None:
    """The decision that holds on a record; None where there never was one."""
    made = [each.restriction for each in load_restrictions() if _is_about(each, kind, record)]
    return made[-1] if made else None


def _parts(rows: object, column: str) -> Mapping[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    ordered = rows.order_by("restriction", "position")  # type: ignore[attr-defined]
    for owner, value in ordered.values_list("restriction", column):
        found[owner] = (*found.get(owner, ()), value)
    return found


def _is_about(made: Restricted, kind: RecordKind, record: str) -> bool:
    return (made.restriction.kind, made.restriction.record) == (kind, record)


def _not_taken_back(made: Iterable[Restricted]) -> list[Restricted]:
    left: list[Restricted] = []
    for each in made:
        if each.takes_back is None:
            left.append(each)
        elif left:
            left.pop()
    return left


def _names_if_there(kind: RecordKind, record: str) -> tuple[str, ...]:
    if kind is RecordKind.PERSON:
        names = names_of_node(record)
        if names:
            return names
    elif record_is_there(kind, record):
        return ()
    raise RecordRefused(
        what=f"there is no such {kind.value}",
        remedy="give an id that the register shows",
    )


def _refuse_misfits(restriction: Restriction) -> None:
    if restriction.kind is RecordKind.SEALED and restriction.level is not Level.SEALED:
        raise RecordRefused(
            what="what is sealed is for named people alone",
            remedy="choose sealed, and name those who may open it, or nobody",
        )
    needs = restriction.level in _NEED_READERS
    named = bool(restriction.readers) or restriction.kind is RecordKind.SEALED
    if needs != named or not all(map(str.strip, restriction.readers)):
        raise RecordRefused(
            what="named people are needed for this level, and only for named or sealed",
            remedy="name those who may see it, or choose public or register",
        )
