"""The one gate: what of the register somebody may see. Whatever leads to an exit asks here."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from django.db.models import Model, Q, QuerySet

from habeas.model.audit import AuditRecord
from habeas.model.claims import Claim
from habeas.model.people import Judgement, Person
from habeas.model.reports import Report
from habeas.model.restrictions import PUBLIC_VIEWER, Asker, Owner, Viewer
from habeas.register.assemble import Records
from habeas.register.hiding import (
    Hidden,
    public_records,
    shown_judgements,
    shown_reading,
    shown_records,
    veiled_claim,
)
from habeas.register.veil import Veil
from habeas.store.audit import chain_end, known_number
from habeas.store.hidden import hidden_from

_REMEMBERED = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What one viewer may see of the register as it is now.

    Attributes:
        viewer: Who asks.
        hidden: What they may not see.
    """

    viewer: Asker
    hidden: Hidden

    @property
    def is_open(self) -> bool:
        """True where nothing is hidden from this viewer."""
        return self.hidden.is_nothing

    def sees_report(self, report: str) -> bool:
        """True where the viewer may see a report, told by its id."""
        return not self.hidden.has_report(report)

    def sees_original(self, report: str) -> bool:
        """True where the viewer may have a report as it came.

        No claim of it is hidden and no name anywhere: what is not read of the bytes, a
        picture or the words under a link, could hold any.
        """
        return self.sees_report(report) and not (
            self.hidden.passages.get(report) or self.hidden.names
        )

    def sees_claim(self, claim: Claim) -> bool:
        """True where the viewer may see a claim; names in it may be hidden."""
        return not self.hidden.has_claim(claim)

    def sees_person(self, person: Person) -> bool:
        """True where the viewer may see a person."""
        return not self.hidden.has_person(person)

    def sees_ids(self, ids: Iterable[str]) -> bool:
        """True where none of some ids, of reports, claims, persons or mentions, is hidden."""
        return not self.hidden.has_any(ids)

    def reading(
        self, report: Report, claims: Collection[Claim] = ()
    ) -> tuple[Report, tuple[Claim, ...]] | None:
        """A report and its claims as the viewer may see them; None where they may not.

        Offsets and ids stay; hidden words and names are blocks.
        """
        if self.is_open:
            return report, tuple(claims)
        return shown_reading(report, claims, self.hidden)

    def sees_sealed(self, key: str) -> bool:
        """True where the viewer may know of something sealed, and open it with the key."""
        return key not in self.hidden.sealed

    def claim(self, claim: Claim) -> Claim | None:
        """A claim alone as the viewer may see it; None where they may not.

        Names are sought without the words around them: where the report is at hand, `reading`
        hides more surely.
        """
        if not self.sees_claim(claim):
            return None
        return veiled_claim(claim, self.hidden) if self.hidden.names else claim

    def people(self, people: Iterable[Person]) -> tuple[Person, ...]:
        """Those of some persons whom the viewer may see."""
        return tuple(person for person in people if self.sees_person(person))

    def judgements(self, judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
        """Those of some judgements that may be shown. To make persons, use all of them."""
        return shown_judgements(judgements, self.hidden)

    def records(self, records: Records) -> Records:
        """Records as far as the viewer may see them.

        For PUBLIC_VIEWER names stay in and are among `protected`: make them public with
        `habeas.register.assemble.open_records`.
        """
        if self.viewer == PUBLIC_VIEWER:
            return public_records(records, self.hidden)
        return shown_records(records, self.hidden)

    def text(self, text: str) -> str:
        """Any text, such as a reason, without the names of hidden persons."""
        return Veil(names=self.hidden.names).hide(text) if self.hidden.names else text

    def audit(self, record: AuditRecord) -> AuditRecord:
        """An audit record, without ids and reason where it is about something hidden."""
        if self.hidden.has_any(record.about.split()):
            return replace(record, about="", reason="")
        return replace(record, reason=self.text(record.reason))

    def rows[M: Model](
        self, rows: QuerySet[M], *, report: str = "", claim: str = "", person: str = ""
    ) -> QuerySet[M]:
        """A query without rows that are about something hidden.

        Args:
            rows: The query.
            report: Path of the field that holds the id of a report; empty for none.
            claim: Path of the field that holds the id of a claim.
            person: Path of a field that holds the id of a person, a spelling or a mention.
        """
        hidden = Q()
        for path, ids in (
            (report, self.hidden.reports),
            (claim, self.hidden.claims),
            (person, self.hidden.persons),
        ):
            if path and ids:
                hidden |= Q(**{f"{path}__in": sorted(ids)})
        return rows.exclude(hidden) if hidden else rows


def gate_for(viewer: Asker, known_at: datetime | None = None) -> Gate:
    """The gate for somebody.

    Args:
        viewer: Who asks; PUBLIC_VIEWER for whatever goes out.
        known_at: Moment whose records they are shown. What was restricted then is hidden,
            and what is restricted now.

    Raises:
        StoreError: The database cannot be read.
    """
    if isinstance(viewer, Owner):
        return Gate(viewer=viewer, hidden=Hidden())
    upto = None if known_at is None else known_number(known_at)
    return _gate(viewer, upto, chain_end().hash)


def past_gate(viewer: Asker, known_at: datetime | None) -> Gate:
    """The gate as it was at a moment, for comparing with what was published then."""
    if isinstance(viewer, Owner):
        return Gate(viewer=viewer, hidden=Hidden())
    upto = None if known_at is None else known_number(known_at)
    return Gate(viewer=viewer, hidden=hidden_from(viewer, [upto]))


@lru_cache(maxsize=_REMEMBERED)
def _gate(viewer: Viewer, upto: int | None, end: str) -> Gate:
    # The hash of the end stands for all that is in the register.
    return Gate(viewer=viewer, hidden=_known(hidden_from(viewer, [None, upto])))


_KNOWN: deque[Hidden] = deque(maxlen=_REMEMBERED)


def _known(hidden: Hidden) -> Hidden:
    """The very same value where an equal one was met before: what follows from it is kept by it."""
    for each in tuple(_KNOWN):
        if each == hidden:
            return each
    _KNOWN.append(hidden)
    return hidden
