"""What lists of sanctions say of whom promises mean, as a table; it is not read back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.register.exports.cells import Kind
from habeas.register.exports.tables import Row, Table, derived

if TYPE_CHECKING:
    from habeas.model.listings import ListWords
    from habeas.register.exports.outgoing import Outgoing


def _rows(going: Outgoing) -> Iterator[Row]:
    editions = {each.id: each for each in going.file.lists()}
    for listing in going.listings():
        for moment in listing.moments:
            edition = editions[moment.edition]
            before = editions[moment.before] if moment.before is not None else None
            yield (
                *(listing.pledge, listing.words, listing.is_decided, listing.likeness),
                *(listing.title, listing.entry, listing.kind.value, listing.name),
                *(moment.kind.value, edition.day.isoformat()),
                before.day.isoformat() if before is not None else None,
                _told(moment.words, is_gone=False),
                _told(moment.words, is_gone=True),
                *(moment.place, edition.format.value, edition.file, edition.digest),
                f"promises/{listing.pledge}/#{moment.id}",
            )


def _told(words: tuple[ListWords, ...], *, is_gone: bool) -> tuple[str, ...]:
    return tuple(f"{each.field}: {each.text}" for each in words if each.is_gone is is_gone)


LIST_ROWS = Table(
    name="list_rows",
    tells="What became of an entry of a list of sanctions that a promise means or may mean.",
    columns=(
        derived("promise", "Id of the promise."),
        derived("promise_words", "Words of the promise that may name the entry."),
        derived(
            "decided", "yes where a person decided that it is meant; else proposed.", Kind.FLAG
        ),
        derived("likeness", "0 to 1, higher is more alike.", Kind.NUMBER),
        derived("list", "What the list is called."),
        derived("entry", "Id of the entry at the source."),
        derived("kind", "Person, Organization, Vessel or Airplane."),
        derived("name", "As the list writes it."),
        derived("change", "stands on the first edition kept, listed, changed or delisted."),
        derived("on", "Day of the edition that says so.", Kind.DATE),
        derived("beside", "Day of the edition before it.", Kind.DATE),
        derived("words", "What the list says, each with its field.", Kind.TEXTS),
        derived("words_gone", "What it says no more.", Kind.TEXTS),
        derived("place", "Of the entry in the file."),
        derived("format", "In which the file was read."),
        derived("file", "What the file was called."),
        derived("digest", "SHA-256 of the file."),
        derived("page", "Where the row stands on the public site."),
    ),
    rows=_rows,
)
