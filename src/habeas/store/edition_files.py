"""The files of Editions: drafts, what went out, and the one that the public reads."""

from __future__ import annotations

import shutil
from hashlib import file_digest
from pathlib import Path

from django.conf import settings

from habeas.model.editions import Edition
from habeas.register.edition_changes import since
from habeas.register.edition_file import EditionFile, NotAnEdition, write_edition
from habeas.register.edition_place import put_in_place
from habeas.store import models
from habeas.store import publishing_tables as tables
from habeas.store.originals import HOME_SETTING
from habeas.store.problems import StoreError, database_errors_told

EDITION_SETTING = "HABEAS_EDITION"
"""Name of the Django setting that holds the file in which the public reads the last Edition."""


_PIECE = 1 << 20
"""Bytes of a file that are in memory at once."""


def edition_place() -> Path:
    """The file in which the public reads the last Edition; it need not be there."""
    named = getattr(settings, EDITION_SETTING, None)
    return Path(named) if named else _home() / "edition.sqlite"


def since_the_last(made: Edition) -> Edition:
    """The Edition with what is new since the one that the public reads, where there is one."""
    return since_that_at(edition_place(), made)


def since_that_at(place: Path, made: Edition) -> Edition:
    """The Edition with what is new since the one at a place, where there is one to read."""
    try:
        with opened_edition(place) as before:
            return since(made, before)
    except NotAnEdition:
        return made


def opened_edition(place: Path) -> EditionFile:
    """An Edition for reading; what the register wrote itself is not checked again inside.

    Raises:
        NotAnEdition: There is none, or it is damaged.
    """
    return EditionFile(place, checked=_digest_known(place))


def refuse_foreign(place: Path) -> None:
    """Refuse to put an Edition in the place of something else.

    Raises:
        StoreError: Something that is no Edition stands there.
    """
    if place.exists():
        try:
            opened_edition(place).close()
        except NotAnEdition as error:
            raise StoreError(
                what="something that is no Edition stands where it would be read",
                where=str(place),
                remedy="move it away, or name another file with HABEAS_EDITION",
            ) from error


def keep_draft(made: Edition) -> str:
    """Write a draft; gives the digest of its file.

    Raises:
        StoreError: It cannot be written.
    """
    folder = drafts_place()
    try:
        part = folder / "next.sqlite"
        digest = write_edition(made, part)
        part.replace(folder / f"{digest}.sqlite")
    except OSError as error:
        raise _unwritable(folder, error) from error
    return digest


def put_edition(source: Path, digest: str, place: Path) -> None:
    """Put the very bytes of an Edition in a place too, whole or not at all.

    Raises:
        StoreError: They are gone, are no longer those of the digest, or cannot be written there.
    """
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        put_in_place(
            lambda part: _copy(source, part),
            place,
            lambda part: _refuse_other(part, digest, source),
        )
    except OSError as error:
        raise _unwritable(place, error) from error


def sound_file(place: Path, digest: str) -> Path:
    """The file of an Edition.

    Raises:
        StoreError: It is gone, or its bytes are no longer those of the digest.
    """
    try:
        _refuse_other(place, digest, place)
    except OSError as error:
        raise _gone(place) from error
    return place


def _copy(source: Path, part: Path) -> None:
    try:
        file = source.open("rb")
    except OSError as error:
        raise _gone(source) from error
    with file, part.open("wb") as copy:
        shutil.copyfileobj(file, copy, _PIECE)


def _refuse_other(place: Path, digest: str, told: Path) -> None:
    if _digest_of(place) != digest:
        raise StoreError(
            what="the file of the Edition is no longer what it was",
            where=str(told),
            remedy="propose it anew",
        )


def _digest_known(place: Path) -> str | None:
    """The digest of a file, where an Edition of it was proposed or went out from here."""
    try:
        digest = _digest_of(place)
    except OSError:
        return None
    with database_errors_told():
        known = (
            models.Publication.objects.filter(digest=digest).exists()
            or tables.Proposal.objects.filter(digest=digest).exists()
        )
    return digest if known else None


def _digest_of(place: Path) -> str:
    with place.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _gone(place: Path) -> StoreError:
    return StoreError(
        what="the file of the Edition is gone", where=str(place), remedy="propose it anew"
    )


def _unwritable(place: Path, error: OSError) -> StoreError:
    return StoreError(
        what=f"the Edition could not be written ({error.strerror})",
        where=str(place),
        remedy="make room there, or name another file with HABEAS_EDITION",
    )


def _home() -> Path:
    home: str = getattr(settings, HOME_SETTING)
    return Path(home)


def drafts_folder() -> Path:
    """Where drafts are kept, each by its digest."""
    return _home() / "drafts"


def drafts_place() -> Path:
    """The folder of drafts, made where it is not there.

    Raises:
        StoreError: It cannot be made.
    """
    folder = drafts_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error
    return folder


def editions_folder() -> Path:
    """Where what went out is kept, each by its digest."""
    return _home() / "editions"
