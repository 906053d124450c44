"""What lists say of whom promises may mean, as rows of an Edition, and back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from habeas.model.editions import Edition
from habeas.model.listings import (
    ListEdition,
    Listing,
    ListMoment,
    ListWords,
    MomentKind,
)
from habeas.model.sanctions import EntityKind, Field, ListFormat
from habeas.register.edition_cells import Row
from habeas.register.edition_parts import ALL, Groups, Parts, Query, Rows, first_of

REASONS, DOUBTS = "reasons", "doubts"


def list_rows(edition: Edition) -> Iterator[Row]:
    """The rows of all lists and entries, parents before their children."""
    for position, each in enumerate(edition.lists):
        cells = (each.title, each.day.isoformat(), each.digest, each.format)
        yield "list_edition", (position, each.id, *cells, each.file, each.entries)
    for position, listing in enumerate(edition.listings):
        yield from _listing(position, listing)


def lists(query: Query) -> tuple[ListEdition, ...]:
    """The editions of lists, by list and day."""
    found = query(
        "SELECT id, title, day, digest, format, file, entries FROM list_edition ORDER BY position",
        (),
    )
    return tuple(
        ListEdition(
            id=key,
            title=title,
            day=date.fromisoformat(day),
            digest=digest,
            format=ListFormat(form),
            file=file,
            entries=entries,
        )
        for key, title, day, digest, form, file, entries in found
    )


def listings(query: Query, rows: Rows = ALL) -> tuple[Listing, ...]:
    """Entries of lists that promises mean or may mean, in the Edition's order."""
    parts = Parts(query, f"listing IN (SELECT id FROM listing WHERE {rows.condition})", rows.values)
    notes = parts.of("listing_text", "text", key="listing, list")
    moments = parts.of(
        "listing_moment", "id, kind, list_edition, list_before, place", key="listing"
    )
    words = parts.of("listing_word", "field, is_gone, text", key="listing, moment_position")
    found = query(
        "SELECT id, pledge, title, entry, kind, name, matched, words, likeness, is_decided"
        f" FROM listing WHERE {rows.condition} ORDER BY {rows.order}",
        rows.values,
    )
    return tuple(
        Listing(
            id=row[0],
            pledge=row[1],
            title=row[2],
            entry=row[3],
            kind=EntityKind(row[4]),
            name=row[5],
            matched=row[6],
            words=row[7],
            likeness=row[8],
            reasons=first_of(notes[row[0], REASONS]),
            doubts=first_of(notes[row[0], DOUBTS]),
            is_decided=bool(row[9]),
            moments=tuple(_moments(row[0], moments, words)),
        )
        for row in found
    )


def _listing(position: int, listing: Listing) -> Iterator[Row]:
    yield (
        "listing",
        (
            position,
            listing.id,
            listing.pledge,
            listing.title,
            listing.entry,
            listing.kind,
            listing.name,
            listing.matched,
            listing.words,
            listing.likeness,
            int(listing.is_decided),
        ),
    )
    for name, texts in ((REASONS, listing.reasons), (DOUBTS, listing.doubts)):
        for at, text in enumerate(texts):
            yield "listing_text", (listing.id, name, at, text)
    for at, moment in enumerate(listing.moments):
        cells = (moment.id, moment.kind, moment.edition, moment.before, moment.place)
        yield "listing_moment", (listing.id, at, *cells)
        for place, words in enumerate(moment.words):
            told = (words.field, int(words.is_gone), words.text)
            yield "listing_word", (listing.id, at, place, *told)


def _moments(key: str, moments: Groups, words: Groups) -> Iterator[ListMoment]:
    for at, (moment, kind, edition, before, place) in enumerate(moments[(key,)]):
        yield ListMoment(
            id=moment,
            kind=MomentKind(kind),
            edition=edition,
            before=before,
            place=place,
            words=tuple(
                ListWords(field=Field(field), is_gone=bool(is_gone), text=text)
                for field, is_gone, text in words[key, at]
            ),
        )
