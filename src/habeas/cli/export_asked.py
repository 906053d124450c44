"""What was asked of `habeas export`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from habeas.cli.moments import end_of

if TYPE_CHECKING:
    from habeas.register.exports.selection import Selection

STREAMED = ("ftm", "ftm-statements", "jsonl", "json-ld")
"""Formats of one file of text, which standard output can be."""

BUNDLED = ("csv", "parquet", "site")
"""Formats of several files, which a folder or a ZIP holds."""

FORMS = ("ftm", "ftm-statements", "csv", "xlsx", "jsonl", "parquet", "json-ld", "site")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportAsked:
    """The words of the command line.

    Attributes:
        edition: A published Edition; None for what `inputs` name, or the register.
        inputs: Reports, or one Edition.
        form: One of FORMS.
        to: Where to write; None for standard output.
        name: A name that is sought; empty for everybody.
        acts, places, kinds: What claims must be; empty for all.
        since, until: Days, inclusive.
        title: Of the register.
        as_of: Day to answer for.
        known_at: What the register knew then.
        language: Of the pages of a site.
        dry_run: Whether to write nothing.
    """

    edition: Path | None
    inputs: tuple[str, ...]
    form: str
    to: Path | None
    name: str
    acts: tuple[str, ...]
    places: tuple[str, ...]
    since: datetime | None
    until: datetime | None
    kinds: tuple[str, ...]
    title: str
    as_of: datetime | None
    known_at: datetime | None
    language: str
    dry_run: bool

    def check(self) -> None:
        """Refuse what cannot be answered.

        Raises:
            UsageError: Two sources, a day of an Edition that has its own, a part of a site, or
                no place to write several files to.
        """
        if self.edition is not None and self.inputs:
            raise click.UsageError("Give an EDITION or --in, not both.")
        if self.edition is not None and (self.as_of or self.known_at):
            raise click.UsageError("An EDITION answers for its own day and moment.")
        if self.inputs and self.known_at:
            raise click.UsageError("--known-at is for the register.")
        if self.form == "site" and not self.selection.is_everything:
            raise click.UsageError("A site holds a whole edition: leave out what chooses a part.")
        if self.to is None and self.form not in STREAMED and not self.dry_run:
            raise click.UsageError(f"Say where to write {self.form}: --to PATH")

    @property
    def moment(self) -> datetime | None:
        """The moment of `known_at`; of a bare day its last."""
        return end_of(self.known_at)

    @property
    def selection(self) -> Selection:
        """What is asked for of the whole."""
        from habeas.model.claims import Act, SpeakerKind
        from habeas.register.exports.selection import Selection

        return Selection(
            name=self.name,
            acts=frozenset(map(Act, self.acts)),
            places=self.places,
            since=self.since.date() if self.since else None,
            until=self.until.date() if self.until else None,
            kinds=frozenset(map(SpeakerKind, self.kinds)),
        )
