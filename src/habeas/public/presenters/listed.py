"""What lists of sanctions say of whom promises mean, as rows of pages with their own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from habeas.model.dates import EdtfDate
from habeas.model.listings import ListEdition, Listing, ListMoment, MomentKind
from habeas.model.sanctions import EntityKind, Field
from habeas.pledges.aims import Aim, aims_of
from habeas.public.addresses import address_of
from habeas.public.presenters import wording

if TYPE_CHECKING:
    from habeas.model.pledges import Pledge
    from habeas.public.presenters.pledges import TimeLine

MOST_WORDS = 8
"""Words of a list that a row shows at once."""

QUOTE = 400

MOMENTS: Mapping[MomentKind, Promise] = {
    MomentKind.STANDS: pgettext_lazy("list", "on the list"),
    MomentKind.LISTED: pgettext_lazy("list", "put on the list"),
    MomentKind.CHANGED: pgettext_lazy("list", "changed on the list"),
    MomentKind.DELISTED: pgettext_lazy("list", "taken off the list"),
}

KINDS: Mapping[EntityKind, Promise] = {
    EntityKind.PERSON: pgettext_lazy("list", "person"),
    EntityKind.ORGANIZATION: pgettext_lazy("list", "organisation"),
    EntityKind.VESSEL: pgettext_lazy("list", "ship"),
    EntityKind.AIRPLANE: pgettext_lazy("list", "aircraft"),
}

FIELDS: Mapping[Field, Promise] = {
    Field.SCHEMA: pgettext_lazy("list", "kind"),
    Field.NAME: pgettext_lazy("list", "name"),
    Field.ALIAS: pgettext_lazy("list", "other name"),
    Field.PREVIOUS_NAME: pgettext_lazy("list", "earlier name"),
    Field.WEAK_ALIAS: pgettext_lazy("list", "weak alias"),
    Field.BIRTH_DATE: pgettext_lazy("list", "born"),
    Field.NATIONALITY: pgettext_lazy("list", "nationality"),
    Field.PROGRAM: pgettext_lazy("list", "programme"),
    Field.PROVISIONS: pgettext_lazy("list", "measure"),
    Field.REASON: pgettext_lazy("list", "legal basis"),
    Field.LISTING_DATE: pgettext_lazy("list", "day of listing"),
    Field.NOTES: pgettext_lazy("list", "remarks"),
    Field.LICENCE: pgettext_lazy("list", "general licence"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWord:
    """The list's own words in one field; `is_gone` where it says them no more."""

    label: str
    quote: str
    is_gone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSource:
    """An edition of a list, for citing it."""

    title: str
    day: str
    file: str
    format: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """What became of an entry by one edition of a list; a line of a time line with an address.

    Attributes:
        id: Of the row within its page.
        href: Of the row on the page of its promise.
        is_row: Always true: it tells the row from a line of a report.
        words, more: The list's words, the first of them at once.
        is_decided: True where a person decided that the promise means the entry.
    """

    id: str
    href: str
    day: str
    day_on: str
    what: str
    name: str
    source: ListSource
    before: ListSource | None
    place: str
    words: tuple[ListWord, ...]
    more: tuple[ListWord, ...]
    is_gone: bool
    is_decided: bool
    is_row: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedEntry:
    """An entry that a promise means or may mean, with what became of it."""

    id: str
    name: str
    kind: str
    title: str
    entry: str
    matched: str
    words: str
    is_decided: bool
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]
    rows: tuple[ListRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLine:
    """How an entry stands on its list, as a line on the card of a promise."""

    href: str
    what: str
    title: str
    day: str
    day_on: str
    is_decided: bool


@dataclass(frozen=True, kw_only=True)
class Lists:
    """What an Edition says of lists.

    Attributes:
        editions: By id.
        listings: By promise.
        pledges: All promises, in order.
    """

    editions: Mapping[str, ListEdition] = field(default_factory=dict)
    listings: Mapping[str, Sequence[Listing]] = field(default_factory=dict)
    pledges: Sequence[Pledge] = ()

    @cached_property
    def aims(self) -> Mapping[str, Aim]:
        """What promises are about, by id."""
        meant: dict[tuple[str, str], set[str]] = {}
        for pledge, listings in self.listings.items():
            for each in listings:
                if each.is_decided:
                    meant.setdefault((each.title, each.entry), set()).add(pledge)
        return {aim.id: aim for aim in aims_of(self.pledges, meant.values())}

    @cached_property
    def aim_of(self) -> Mapping[str, Aim]:
        """What a promise is about, by id of the promise; those about nothing named are left out."""
        return {pledge: aim for aim in self.aims.values() for pledge in aim.pledges}

    @property
    def kept(self) -> tuple[ListSource, ...]:
        """All editions, by list and day."""
        return tuple(map(_source, self.editions.values()))

    def entries(self, pledge: str) -> tuple[ListedEntry, ...]:
        """The entries that a promise means or may mean."""
        return tuple(self._entry(each) for each in self.listings.get(pledge, ()))

    def rows(self, pledges: Iterable[str]) -> tuple[ListRow, ...]:
        """What became of the entries of some promises, by day, each row once."""
        found = {
            row.id: row for key in pledges for entry in self.entries(key) for row in entry.rows
        }
        return tuple(sorted(found.values(), key=lambda row: row.day_on))

    def lines(self, pledge: str) -> tuple[CardLine, ...]:
        """How the entries of a promise stand on their lists."""
        lasts = (each.rows[-1] for each in self.entries(pledge) if each.rows)
        return tuple(
            CardLine(
                href=row.href,
                what=row.what,
                title=row.source.title,
                day=row.day,
                day_on=row.day_on,
                is_decided=row.is_decided,
            )
            for row in lasts
        )

    def _entry(self, listing: Listing) -> ListedEntry:
        return ListedEntry(
            id=listing.id,
            name=wording.short(listing.name),
            kind=str(KINDS[listing.kind]),
            title=wording.short(listing.title),
            entry=wording.short(listing.entry),
            matched=wording.short(listing.matched),
            words=wording.short(listing.words),
            is_decided=listing.is_decided,
            reasons=tuple(map(wording.visible, listing.reasons)),
            doubts=tuple(map(wording.visible, listing.doubts)),
            rows=tuple(self._row(moment, listing) for moment in listing.moments),
        )

    def _row(self, moment: ListMoment, listing: Listing) -> ListRow:
        edition = self.editions[moment.edition]
        words = tuple(
            ListWord(label=str(FIELDS[each.field]), quote=_cut(each.text), is_gone=each.is_gone)
            for each in moment.words
        )
        return ListRow(
            id=moment.id,
            href=f"{address_of('pledge', listing.pledge)}#{moment.id}",
            day=wording.when(EdtfDate.of_day(edition.day)),
            day_on=edition.day.isoformat(),
            what=str(MOMENTS[moment.kind]),
            name=wording.short(listing.name),
            source=_source(edition),
            before=_source(self.editions[moment.before]) if moment.before else None,
            place=moment.place,
            words=words[:MOST_WORDS],
            more=words[MOST_WORDS:],
            is_gone=moment.kind is MomentKind.DELISTED,
            is_decided=listing.is_decided,
        )


def in_time(lines: Iterable[TimeLine], rows: Iterable[ListRow]) -> tuple[TimeLine | ListRow, ...]:
    """Lines of reports and rows of lists by day; of one day the reports first, the undated last."""
    return tuple(sorted((*lines, *rows), key=lambda each: _day_of(each.day_on)))


def _day_of(text: str) -> date:
    if not text:
        return date.max
    day = EdtfDate.parse(text)
    return day.earliest or day.latest or date.max


def _source(edition: ListEdition) -> ListSource:
    return ListSource(
        title=wording.short(edition.title),
        day=wording.when(EdtfDate.of_day(edition.day)),
        file=wording.short(edition.file or ""),
        format=edition.format.value,
        digest=edition.digest,
    )


def _cut(text: str) -> str:
    shown = wording.visible(text)
    return shown if len(shown) <= QUOTE else shown[:QUOTE].rpartition(" ")[0] + " …"
