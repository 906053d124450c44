"""What is told of one person beside the name, gathered so that two persons can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.model.claims import Act
from habeas.model.dates import EdtfDate


class Sex(StrEnum):
    """Sex as a list or report gives it (FtM gender); never guessed from a name."""

    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """An age, and the time it was told for.

    Attributes:
        years: Whole years, 0 or more.
        on: Day or span on which it was right; None where that is not known, and the
            age then says nothing.
    """

    years: int
    on: EdtfDate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undergone:
    """One act that was done to the person: when and where, as far as it is told.

    Attributes:
        act: Arrest, hold, transfer, sentence, release, die, …
        when: When; None where not told.
        place: Facility or place as written; None where not told.
    """

    act: Act
    when: EdtfDate | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """Where a person stands on a list that gives each person one row.

    Attributes:
        list: What tells the list from others: the digest of its bytes, a report's id.
        row: What tells the row from others of the list: its number, a claim's id.
    """

    list: str
    row: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """Everything told of one person that can speak for or against another being the same.

    All of it is optional: what is missing says nothing. Several values of one kind mean
    that several were told, whether or not they agree. Order says nothing.

    Attributes:
        names: Spellings as written; empty for a person whom nothing names.
        births: Dates of birth; a bare year is a date (`1986`).
        ages: Ages, each with its day.
        sexes: Sex, as told.
        nationalities: ISO 3166-1 alpha-2.
        places: Where the person is from or lives, as written.
        occupations: What the person does, as written, e.g. `journalist`.
        charges: Charges and articles of law as written.
        case_numbers: Numbers of cases or dossiers as written.
        pages: Addresses of pages that are about this person alone.
        undergone: Arrests, sentences, stays, releases, death.
        lists: Rows of lists on which the person stands.
    """

    names: tuple[str, ...] = ()
    births: tuple[EdtfDate, ...] = ()
    ages: tuple[Age, ...] = ()
    sexes: tuple[Sex, ...] = ()
    nationalities: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()
    charges: tuple[str, ...] = ()
    case_numbers: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    undergone: tuple[Undergone, ...] = ()
    lists: tuple[ListRow, ...] = ()
