"""A register with something of every kind that must not go out, and how to find it.

Everything in it is invented. Words that must not pass stand in nothing else.
"""

from __future__ import annotations

import io
import sqlite3
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote

from habeas.model.claims import Act, Claim, Mention, Quantity, Stance
from habeas.model.decisions import (
    EntryDecision,
    EntryKey,
    LinkDecision,
    LinkKey,
    Ruling,
)
from habeas.model.people import Judgement, Verdict
from habeas.model.pledges import LinkKind
from habeas.model.reports import Report
from habeas.model.restrictions import Level, RecordKind, Restriction
from habeas.model.sanctions import ListFormat
from habeas.model.sealing import Particular, PrivateField, SealedReport
from habeas.people import spelling_id
from habeas.store.decisions import Decision

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
READER = "max"
"""Who may see what is restricted; nobody else signs in under this name in the tests."""

REPORT_TEXT = (
    "Quillfeather Prison freed Zora Undisclosed on 3 January 2026, the Quillfeather Post said. "
    "Norway will ease sanctions on Quillfeather Bank in exchange for her release."
)
OPEN_TEXT = (
    "Ruritania freed 12 detainees on 2 January 2026. "
    "Vera Openly was moved to the cells at Mossgrove. "
    "Halina Kestrelova was arrested, wrote @halinakestrelova. "
    "Nils Daylight was freed in Strelsau. "
    "Norway will lift sanctions on Daylight Air in exchange for the release of 12 detainees. "
    "Norway will ease sanctions on wool in exchange for the release of Halina Kestrelova."
)
LIST_TEXT = "Галина Кестрелова задержана в Рурытании. Kestrelova H. is held in Zenda."
WHOLE_TEXT = "A letter from the Underhollow: Ida Wholly was freed."
FIELD_WORDS = "ask for the lamplighter at the third door"

RESTRICTED = {
    "a restricted report": ("quillfeather", "undisclosed", "zora"),
    "a restricted claim": ("mossgrove", "openly"),
    "a restricted person": ("kestrelov", "кестрелов", "halina", "галина"),
}
SEALED = {
    "a sealed field": ("lamplighter",),
    "a sealed report": ("underhollow", "wholly"),
}
OPEN = ("daylight", "strelsau")
"""What everybody may see: an exit that has none of it shows nothing at all."""


def report_of(text: str, title: str) -> Report:
    data = text.encode()
    return Report(
        id=sha256(data).hexdigest(),
        file=f"{title.split(maxsplit=1)[0].lower()}.txt",
        url=f"https://example.org/{title.split(maxsplit=1)[0].lower()}",
        media_type="text/plain",
        language="en",
        title=title,
        publisher="The Strelsau Lantern",
        published=None,
        retrieved=None,
        text=text,
    )


HIDDEN = report_of(REPORT_TEXT, "Quillfeather opens")
SHOWN = report_of(OPEN_TEXT, "Twelve freed in Ruritania")
LISTED = report_of(LIST_TEXT, "Held in Zenda")
WHOLE = report_of(WHOLE_TEXT, "Underhollow")


def claim_of(key: str, report: Report, words: str, act: Act, *names: str) -> Claim:
    start = report.text.index(words)
    return Claim(
        id=key,
        report=report.id,
        act=act,
        stance=Stance.REPORTED,
        passage=report.passage(start, start + len(words)),
        names=tuple(Mention(name=name) for name in names),
    )


FREED = replace(
    claim_of("c00457", SHOWN, OPEN_TEXT[:47], Act.RELEASE),
    count=Quantity(low=12, high=12, about=None, words="12"),
)
MOVED = claim_of(
    "c00452",
    SHOWN,
    "Vera Openly was moved to the cells at Mossgrove.",
    Act.TRANSFER,
    "Vera Openly",
)
ARRESTED = claim_of(
    "c00455", SHOWN, "Halina Kestrelova was arrested", Act.ARREST, "Halina Kestrelova"
)
NILS = claim_of(
    "c00456", SHOWN, "Nils Daylight was freed in Strelsau.", Act.RELEASE, "Nils Daylight"
)
TRADED, TRADED_FOR_HER, TRADED_HIDDEN = (
    replace(
        claim_of(key, report, words, Act.EASE_SANCTIONS), stance=Stance.PROMISED, object=object_
    )
    for key, report, words, object_ in (
        ("c00458", SHOWN, "Norway will lift sanctions on Daylight Air", "Daylight Air"),
        ("c00459", SHOWN, "Norway will ease sanctions on wool", "wool"),
        ("c00460", HIDDEN, "Norway will ease sanctions on Quillfeather Bank", "Quillfeather Bank"),
    )
)
ZORA = claim_of("c00451", HIDDEN, REPORT_TEXT[:90], Act.RELEASE, "Zora Undisclosed")
GALINA = claim_of("c00453", LISTED, LIST_TEXT[:40], Act.ARREST, "Галина Кестрелова")
IDA = claim_of("c00454", WHOLE, WHOLE_TEXT, Act.RELEASE, "Ida Wholly")
PERSON = spelling_id("Halina Kestrelova")
SAME = Judgement(
    left=min(PERSON, spelling_id("Галина Кестрелова")),
    right=max(PERSON, spelling_id("Галина Кестрелова")),
    verdict=Verdict.SAME,
    reason="Halina Kestrelova, transliterated",
    by="reviewer",
    at=NOON,
)
WHO = Decision(by="reviewer", at=NOON, reason="for the family of Kestrelova")
LINKED, LINKED_TO_HER, LINKED_HIDDEN = (
    LinkDecision(
        about=LinkKey(
            id=key, kind=LinkKind.IS_MEANT, anchor="x00461", report=report.id, claims=(claim.id,)
        ),
        ruling=Ruling.REJECT,
        reason=WHO.reason,
        by="reviewer",
        at=NOON,
    )
    for key, report, claim in (
        ("k00461", SHOWN, FREED),
        ("k00462", SHOWN, ARRESTED),
        ("k00463", HIDDEN, ZORA),
    )
)
NAMED, NAMED_HIDDEN = (
    EntryDecision(
        about=EntryKey(
            id=key, title="OFAC SDN", entry="91003", words=words, pledge="g1", claims=(claim.id,)
        ),
        ruling=Ruling.ACCEPT,
        reason=WHO.reason,
        by="reviewer",
        at=NOON,
    )
    for key, words, claim in (
        ("t00464", "Daylight Air", TRADED),
        ("t00465", "Quillfeather Bank", TRADED_HIDDEN),
    )
)
LIST = (Path(__file__).parents[2] / "examples/sanctions/sdn-2031-05-07.xml").read_bytes()
DECIDED = (LINKED_HIDDEN.about.id, NAMED_HIDDEN.about.id)
CONFIRMING = (
    HIDDEN.id,
    MOVED.id,
    ZORA.id,
    TRADED_HIDDEN.id,
    PERSON,
    spelling_id("Zora Undisclosed"),
)
"""Ids by which somebody outside could confirm a guess."""


def fill() -> str:
    """Put all of it into the register that is open; gives the key of what is sealed."""
    from habeas.store import records
    from habeas.store.promise_decisions import decide
    from habeas.store.restricting import restrict
    from habeas.store.sealing import For, seal_field, seal_report
    from habeas.store.snapshots import save_snapshot
    from store.changing import keys, snapshot_of

    for report, claims in (
        (SHOWN, [FREED, MOVED, ARRESTED, NILS, TRADED, TRADED_FOR_HER]),
        (HIDDEN, [ZORA, TRADED_HIDDEN]),
        (LISTED, [GALINA]),
    ):
        records.save_reading(report, report.text.encode(), claims, at=NOON, by="documenter")
    records.save_judgement(SAME)
    for kind, record in (
        (RecordKind.REPORT, HIDDEN.id),
        (RecordKind.CLAIM, MOVED.id),
        (RecordKind.PERSON, PERSON),
    ):
        restrict(
            Restriction(
                kind=kind,
                record=record,
                level=Level.NAMED,
                readers=(READER,),
                reason=WHO.reason,
                by=WHO.by,
                at=NOON,
            )
        )
    save_snapshot(
        replace(
            snapshot_of(LIST, called="OFAC SDN"),
            format=ListFormat.OFAC_XML,
            entries=3,
            file="sdn.xml",
        ),
        LIST,
    )
    for link in (LINKED, LINKED_TO_HER, LINKED_HIDDEN):
        decide(link)
    for entry in (NAMED, NAMED_HIDDEN):
        decide(entry)
    whom = For(readers=(READER,), decision=WHO)
    whole = SealedReport(report=WHOLE, claims=(IDA,), data=WHOLE_TEXT.encode())
    seal_report(whole, whom, keys())
    about = Particular(kind=RecordKind.PERSON, record=PERSON, field=PrivateField.CONTACT)
    return seal_field(about, FIELD_WORDS, whom, keys())


def leaks(data: bytes, *, sealed_alone: bool = False) -> list[str]:
    """What of the register stands in some bytes and must not.

    Files within are opened: archives, workbooks, Editions, Parquet.

    Args:
        data: Of one exit.
        sealed_alone: True for the owner of the files, who may see all but what is sealed.
    """
    told = "\n".join(_texts(data)).casefold()
    told = f"{told}\n{unquote(told)}"
    kinds = SEALED if sealed_alone else RESTRICTED | SEALED
    found = [f"{kind}: {word}" for kind, words in kinds.items() for word in words if word in told]
    ids = () if sealed_alone else (*CONFIRMING, *DECIDED)
    return [*found, *(f"an id: {each}" for each in (*ids, WHOLE.id) if each in told)]


def shows(data: bytes) -> bool:
    """True where some bytes show what everybody may see, so that leaks would be found there."""
    told = "\n".join(_texts(data)).casefold()
    return any(word in told for word in OPEN)


def files_below(folder: Path) -> bytes:
    """All files of a folder, one after the other, with their names."""
    found = sorted(each for each in folder.rglob("*") if each.is_file())
    return b"\n".join(
        part for each in found for part in (each.name.encode(), *_encoded(each.read_bytes()))
    )


def _encoded(data: bytes) -> Iterable[bytes]:
    return (text.encode() for text in _texts(data))


def _texts(data: bytes) -> list[str]:
    texts = [data.decode("utf-8", "ignore")]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                texts += [name, *_texts(archive.read(name))]
    elif data.startswith(b"SQLite format 3"):
        texts += _cells(data)
    elif data.startswith(b"PAR1"):
        from pyarrow import parquet

        texts.append(repr(parquet.read_table(io.BytesIO(data)).to_pylist()))
    return texts


def _cells(data: bytes) -> list[str]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file.sqlite"
        path.write_bytes(data)
        connection = sqlite3.connect(path)
        try:
            tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            return [
                repr(row)
                for (table,) in tables.fetchall()
                for row in connection.execute(f'SELECT * FROM "{table}"')
            ]
        finally:
            connection.close()
