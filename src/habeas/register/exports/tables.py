"""An Edition as tables: which column of which table tells what, and the rows.

CSV files, workbooks and Parquet files hold these tables; `from_tables` reads them back.
What a figure needs to be believed (its words, its speakers, the address of its report)
stands in its row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.people import fold_spelling
from habeas.register.exports.cells import Cell, Column, Kind
from habeas.register.exports.told import tell

if TYPE_CHECKING:
    from habeas.model.claims import Claim, Quantity, Speaker
    from habeas.model.reports import Report
    from habeas.register.exports.outgoing import Outgoing

type Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: a name, what a row of it is, its columns, and how its rows are made."""

    name: str
    tells: str
    columns: tuple[Column, ...]
    rows: Callable[[Outgoing], Iterator[Row]]


def text(name: str, tells: str) -> Column:
    """A column of texts."""
    return Column(name=name, kind=Kind.TEXT, tells=tells)


def several(name: str, tells: str) -> Column:
    """A column each cell of which holds any number of texts."""
    return Column(name=name, kind=Kind.TEXTS, tells=tells)


def day(name: str, tells: str) -> Column:
    """A column of dates."""
    return Column(name=name, kind=Kind.DATE, tells=tells)


def whole(name: str, tells: str) -> Column:
    """A column of whole numbers."""
    return Column(name=name, kind=Kind.WHOLE, tells=tells)


def derived(name: str, tells: str, kind: Kind = Kind.TEXT) -> Column:
    """A column that follows from other tables."""
    return Column(name=name, kind=kind, tells=tells, derived=True)


def chain(speakers: tuple[Speaker, ...]) -> str | None:
    """Who says so, outermost first: `Court Gazette (state-media) > the chancellor (government)`."""
    return " > ".join(f"{each.name} ({each.kind})" for each in speakers) or None


def edtf(when: object) -> str | None:
    """The EDTF text of a date."""
    return None if when is None else str(when)


def counted(count: Quantity | None) -> tuple[Cell, ...]:
    """Low, high, about, words and unit of a count, as said."""
    if count is None:
        return (None,) * 5
    return (count.low, count.high, count.about, count.words, count.unit.value)


COUNT = (
    whole("low", "Least number the words allow, inclusive; empty where open."),
    whole("high", "Greatest number the words allow, inclusive; empty where open."),
    Column(name="about", kind=Kind.NUMBER, tells="Central value of an approximation."),
    text("number_words", "The number in the words of the report, hedges and all."),
    text("unit", "What is counted: people, cases or groups."),
)


def _edition(going: Outgoing) -> Iterator[Row]:
    about = going.summary
    known_at = about.known_at.isoformat()
    yield (
        about.title,
        about.as_of.isoformat(),
        known_at,
        about.withheld,
        about.rejected,
        *(
            about.digest,
            going.chosen is not None,
        ),
    )


def _people(going: Outgoing) -> Iterator[Row]:
    from habeas.model.claims import FREEING, Act

    for told in tell(going):
        person, particulars = told.person, told.particulars
        yield (
            *(person.id, person.name, person.names, told.status),
            *(told.days(told.act) if told.act else (), told.custody.value),
            *(told.citizenship, particulars.occupations),
            *(told.days(Act.ARREST, Act.REARREST), told.days(Act.SENTENCE)),
            *(told.days(*FREEING), told.days(Act.DIE)),
            *(particulars.charges, told.terms()),
            *(len(told.claims), len({claim.report for claim in told.claims})),
            f"people/{person.id}/",
        )


def _mentions(going: Outgoing) -> Iterator[Row]:
    for person in going.people():
        for key in person.mentions:
            yield person.id, key.claim, key.name


def _claims(going: Outgoing) -> Iterator[Row]:
    for some in going.batches_of_claims():
        corrections = going.file.corrections_among(claim.id for claim in some)
        for claim in some:
            report = going.heads[claim.report]
            yield (*_claim(claim), claim.id in corrections, *_of_report(report))


def _claim(claim: Claim) -> Row:
    term, when, condition, passage = claim.term, claim.when, claim.condition, claim.passage
    names = tuple(mention.name for mention in claim.names)
    return (
        *(claim.id, claim.act.value, claim.stance.value, *counted(claim.count), claim.group),
        *(names, claim.nationalities, claim.by, claim.object, claim.charges),
        *((term.kind.value, term.duration, term.words) if term else (None,) * 3),
        claim.place,
        *((when.edtf.text, when.words) if when else (None, None)),
        *((condition.words, condition.start, condition.end) if condition else (None,) * 3),
        chain(claim.speakers),
        *(passage.exact, passage.start, passage.end, passage.prefix, passage.suffix),
        claim.part_of,
    )


def _of_report(report: Report) -> Row:
    return report.id, report.title, report.publisher, edtf(report.published), report.url


def _names(going: Outgoing) -> Iterator[Row]:
    for some in going.batches_of_claims():
        persons = going.named_in(some)
        for claim in some:
            for place, mention in enumerate(claim.names, start=1):
                yield (
                    *(claim.id, place, mention.name, mention.named, mention.nationality),
                    *(mention.age, mention.roles),
                    persons.get((claim.id, fold_spelling(mention.name))),
                )


def _speakers(going: Outgoing) -> Iterator[Row]:
    for claim in going.claims():
        for place, speaker in enumerate(claim.speakers, start=1):
            yield claim.id, place, speaker.name, speaker.kind.value, speaker.cue


def _reports(going: Outgoing) -> Iterator[Row]:
    copies = {copy.report: copy for copy in going.copies()}
    for report in going.reports():
        copy = copies.get(report.id)
        yield (
            *(report.id, report.title, report.publisher, edtf(report.published), report.url),
            *(report.file, report.media_type, report.language, edtf(report.retrieved)),
            *(len(report.text), f"reports/{report.id}/"),
            *((copy.of, copy.likeness.name.lower()) if copy is not None else (None, None)),
        )


def _custody(going: Outgoing) -> Iterator[Row]:
    as_of = going.summary.as_of.isoformat()
    for told in tell(going):
        claims = tuple(claim.id for claim in told.claims)
        yield told.person.id, told.person.name, as_of, told.custody.value, claims


def _held(going: Outgoing) -> Iterator[Row]:
    for each in going.custody():
        yield each.day.isoformat(), each.held, each.disputed, each.free, each.unknown


def _matches(going: Outgoing) -> Iterator[Row]:
    for match in going.matches():
        names = going.names_of((match.left, match.right))
        left, right = names.get(match.left), names.get(match.right)
        yield match.left, left, match.right, right, match.score, match.reason


_REPORT = (
    derived("report_title", "Title of the report."),
    derived("publisher", "Who published it."),
    derived("published", "Day it was published.", Kind.DATE),
    derived("report_url", "Its address; empty where it has none, or a name was taken out of it."),
)

EDITION = Table(
    name="edition",
    tells="The edition that this was taken from; one row.",
    columns=(
        text("title", "Name of the register."),
        day("as_of", "Day it answers for, inclusive."),
        text("known_at", "Moment up to which records were taken in."),
        whole("withheld", "Persons left out for their safety, counted and never named."),
        whole("rejected", "Claims left out because a person rejected them."),
        derived("digest", "SHA-256 of the edition's file."),
        derived("part", "Whether this is a part of the edition, chosen by a search.", Kind.FLAG),
    ),
    rows=_edition,
)
PEOPLE = Table(
    name="people",
    tells="A person each. What follows the spellings is derived from the claims.",
    columns=(
        text("id", "Stays the same from edition to edition."),
        text("name", "The spelling shown first."),
        several("spellings", "Every spelling in every script."),
        derived(
            "status",
            "held, released, exiled …; empty where accounts differ or nothing certain is told.",
        ),
        derived("date", "Every day told of that, in EDTF: 2021 stays 2021.", Kind.TEXTS),
        derived("custody_on_day", "held, free, disputed or unknown, on the day of the edition."),
        derived("citizenship", "States, ISO 3166-1 alpha-2.", Kind.TEXTS),
        derived("role", "What reports call them.", Kind.TEXTS),
        derived("arrested", "Every day told, likewise.", Kind.TEXTS),
        derived("sentenced", "Likewise.", Kind.TEXTS),
        derived("released", "Likewise, by whatever way.", Kind.TEXTS),
        derived("died", "Likewise.", Kind.TEXTS),
        derived("charges", "In the words of the reports.", Kind.TEXTS),
        derived("sentence", "In the words of the reports.", Kind.TEXTS),
        derived("claims_count", "Claims that name them.", Kind.WHOLE),
        derived("reports_count", "Reports that name them.", Kind.WHOLE),
        derived("page", "Where they stand on the public site."),
    ),
    rows=_people,
)
MENTIONS = Table(
    name="mentions",
    tells="A name in a claim that is held to be a person's.",
    columns=(
        text("person", "Id of the person."),
        text("claim", "Id of the claim."),
        text("name", "As written there."),
    ),
    rows=_mentions,
)
CLAIMS = Table(
    name="claims",
    tells="One thing that one report says, in its words, by whose account.",
    columns=(
        text("id", "Of the claim."),
        text("act", "What is said to have been done: arrest, release, pardon …"),
        text("stance", "reported, announced, promised, denied …: announced is not done."),
        *COUNT,
        text("group", "Whom it counts, in the words of the report."),
        derived("names", "Whom it names; see the table of names.", Kind.TEXTS),
        several("nationalities", "States said of those it counts, ISO 3166-1 alpha-2."),
        text("by", "Who acts."),
        text("object", "What it is about."),
        several("charges", "In the words of the report."),
        text("term_kind", "sentence or served."),
        text("term_duration", "ISO 8601: P5Y."),
        text("term_words", "In the words of the report."),
        text("place", "As written."),
        day("when", "In EDTF, as exact as it was said: 2021, 2021-05, 2024-07/.."),
        text("when_words", "In the words of the report."),
        text("condition", "What a promise hangs on, in the words of the report."),
        whole("condition_start", "Where those words begin in the report, in characters."),
        whole("condition_end", "Where they end, exclusive."),
        derived("said_by", "Who says so, outermost first; empty where the report itself does."),
        text("passage", "The words that the claim rests on."),
        whole("start", "Where they begin in the report, in characters."),
        whole("end", "Where they end, exclusive."),
        text("before", "Words before the passage, to find it again."),
        text("after", "Words after it."),
        text("part_of", "Id of the claim that counts those of whom these are some."),
        Column(
            name="corrected", kind=Kind.FLAG, tells="yes where a person corrected what was read."
        ),
        text("report", "Id of the report."),
        *_REPORT,
    ),
    rows=_claims,
)
NAMES = Table(
    name="names",
    tells="A person as a claim names or describes them.",
    columns=(
        text("claim", "Id of the claim."),
        whole("position", "From 1, in the order of the report."),
        text("name", "As written, without honorifics."),
        Column(name="named", kind=Kind.FLAG, tells="no where the words only describe somebody."),
        text("nationality", "ISO 3166-1 alpha-2."),
        whole("age", "In whole years, as the report gives it."),
        several("roles", "What the report calls them."),
        derived("person", "Id of the person they are held to be."),
    ),
    rows=_names,
)
SPEAKERS = Table(
    name="speakers",
    tells="A voice of a claim, outermost first.",
    columns=(
        text("claim", "Id of the claim."),
        whole("position", "From 1."),
        text("name", "As written."),
        text("kind", "government, rights-group, media …; unknown where nobody says."),
        text("cue", "The words that give them the floor: according to."),
    ),
    rows=_speakers,
)
REPORTS = Table(
    name="reports",
    tells="A document that was read.",
    columns=(
        text("id", "SHA-256 of its bytes; another number where a name was taken out of it."),
        text("title", "Headline, or the first line."),
        text("publisher", "Who published it."),
        day("published", "Day of publication."),
        text("url", "Its address."),
        text("file", "Name of its file."),
        text("media_type", "text/html, application/pdf …"),
        text("language", "ISO 639-1."),
        day("retrieved", "Day it was read."),
        whole("length", "Characters of its text."),
        derived("page", "Where it stands on the public site, with its text."),
        text("copy_of", "Id of the report whose text it prints."),
        text("likeness", "same, near in small edits, or a revision."),
    ),
    rows=_reports,
)
CUSTODY = Table(
    name="custody",
    tells="Whether a person is in custody at the end of the day of the edition, by all accounts.",
    columns=(
        derived("person", "Id of the person."),
        derived("name", "The spelling shown first."),
        derived("on", "The day.", Kind.DATE),
        derived("custody", "held, free, disputed or unknown."),
        derived("claims", "Ids of the claims that name them.", Kind.TEXTS),
    ),
    rows=_custody,
)
HELD = Table(
    name="held",
    tells="How many of the persons named were in custody at the end of a day.",
    columns=(
        day("day", "The day."),
        whole("held", "In custody by every account."),
        whole("disputed", "By some accounts and not by others."),
        whole("free", "Out of custody by every account."),
        whole("unknown", "Of whom nothing certain is said."),
    ),
    rows=_held,
)
MATCHES = Table(
    name="matches",
    tells="Two persons who may be one. A machine proposed it and nobody has decided.",
    columns=(
        text("left", "Id of one."),
        derived("left_name", "Their name."),
        text("right", "Id of the other."),
        derived("right_name", "Their name."),
        Column(name="score", kind=Kind.NUMBER, tells="0 to 1, higher is more alike."),
        text("reason", "Why, for a person to check."),
    ),
    rows=_matches,
)
