"""The files of Editions: drafts, what went out, and the one that the public reads."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from django.conf import settings

from habeas.model.editions import Edition
from habeas.register.edition_changes import since
from habeas.register.edition_file import EditionFile, NotAnEdition, write_edition
from habeas.register.edition_place import put_in_place
from habeas.store.originals import HOME_SETTING
from habeas.store.problems import StoreError

EDITION_SETTING = "HABEAS_EDITION"
"""Name of the Django setting that holds the file in which the public reads the last Edition."""


def edition_place() -> Path:
    """The file in which the public reads the last Edition; it need not be there."""
    named = getattr(settings, EDITION_SETTING, None)
    return Path(named) if named else _home() / "edition.sqlite"


def since_the_last(made: Edition) -> Edition:
    """The Edition with what is new since the one that the public reads, where there is one."""
    try:
        with EditionFile(edition_place()) as before:
            return since(made, before)
    except NotAnEdition:
        return made


def refuse_foreign(place: Path) -> None:
    """Refuse to put an Edition in the place of something else.

    Raises:
        StoreError: Something that is no Edition stands there.
    """
    if place.exists():
        try:
            EditionFile(place).close()
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


def put_edition(data: bytes, place: Path) -> None:
    """Put the bytes of an Edition in a place, whole or not at all.

    Raises:
        StoreError: They cannot be written there.
    """

    def write(part: Path) -> None:
        part.write_bytes(data)

    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        put_in_place(write, place, lambda _: None)
    except OSError as error:
        raise _unwritable(place, error) from error


def bytes_of_edition(place: Path, digest: str) -> bytes:
    """The bytes of an Edition.

    Raises:
        StoreError: They are gone, or are no longer those of the digest.
    """
    try:
        data = place.read_bytes()
    except OSError as error:
        raise StoreError(
            what="the file of the Edition is gone", where=str(place), remedy="propose it anew"
        ) from error
    if sha256(data).hexdigest() != digest:
        raise StoreError(
            what="the file of the Edition is no longer what it was",
            where=str(place),
            remedy="propose it anew",
        )
    return data


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
