"""Lists of sanctions of invented entries, written in each of the published formats."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

_GIVEN = "Anton Bela Cyril Dana Emil Fania Goran Hela Ivo Jana Kiril Lena Milan Nora".split()
_FAMILY = "Arden Borsk Corvin Dulin Erben Falk Gorin Halas Istok Jarov Kestrel Lorn Marr".split()
_TRADES = "Kali Mash Neft Stal Trans Bank Energo Khim Prom Avia Les Agro".split()
_FORMS = ("LLC", "OAO", "JSC", "OOO", "RUE")
_CYRILLIC = "Кали Маш Нефть Сталь Транс Банк Энерго Хим Пром Авиа Лес Агро".split()
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
ADVANCED = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML"
CLASSIC = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """An invented entry, with what every format can say of it.

    Attributes:
        number: Its id at the source.
        given, family: Of a person; an organisation has its whole name in `family`.
        aliases, weak: Other spellings.
        born: Year, month and day; None of an organisation.
        program: One code.
        listed: Day, ISO 8601.
        note: A remark.
    """

    number: int
    given: str
    family: str
    aliases: tuple[str, ...]
    weak: tuple[str, ...]
    born: tuple[int, int, int] | None
    program: str
    listed: str
    note: str

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.given} {self.family}".strip()


def make_entries(count: int, seed: int = 1) -> list[Made]:
    """So many invented entries, three in five of them persons; the same for a seed."""
    chance = random.Random(seed)  # noqa: S311 - a list to measure with
    return [_entry(number, chance) for number in range(1000, 1000 + count)]


def _entry(number: int, chance: random.Random) -> Made:
    is_person = chance.random() < 0.6
    trade = chance.randrange(len(_TRADES))
    place = chance.choice(_FAMILY)
    given = chance.choice(_GIVEN) if is_person else ""
    family = f"{place}ov{number}" if is_person else f"{place}{_TRADES[trade]} {number}"
    form = chance.choice(_FORMS)
    aliases = (
        (f"{given} {place}off{number}",)
        if is_person
        else (f"{form} {place} {_TRADES[trade]} {number}", f"{_CYRILLIC[trade]} {number}")
    )
    born = (chance.randint(1930, 2000), chance.randint(1, 12), chance.randint(1, 28))
    month, day = chance.randint(1, 12), chance.randint(1, 28)
    return Made(
        number=number,
        given=given,
        family=family,
        aliases=aliases,
        weak=(f"{place[0]}{number}",),
        born=born if is_person else None,
        program=f"ARDEN-{chance.randint(1, 40)}",
        listed=f"{chance.randint(2005, 2025)}-{month:02}-{day:02}",
        note="Invented for a test. " + "It moved goods past a border that is on no map. " * 4,
    )


def classic(entries: Sequence[Made]) -> bytes:
    """As OFAC's SDN.XML."""
    return _joined(
        f'<?xml version="1.0" standalone="yes"?>\n<sdnList xmlns="{CLASSIC}">\n'
        "<publshInformation><Publish_Date>05/07/2031</Publish_Date>"
        f"<Record_Count>{len(entries)}</Record_Count></publshInformation>\n",
        map(_classic_entry, entries),
        "</sdnList>\n",
    )


def _classic_entry(made: Made) -> str:
    akas = "".join(
        f"<aka><uid>{made.number}{place}</uid><type>a.k.a.</type><category>{category}</category>"
        f"<lastName>{escape(name)}</lastName></aka>"
        for place, (category, name) in enumerate(_graded(made))
    )
    first = f"<firstName>{escape(made.given)}</firstName>" if made.given else ""
    birth = ""
    if made.born:
        year, month, day = made.born
        birth = (
            "<dateOfBirthList><dateOfBirthItem><uid>1</uid><dateOfBirth>"
            f"{day:02} {_MONTHS[month - 1]} {year}</dateOfBirth><mainEntry>true</mainEntry>"
            "</dateOfBirthItem></dateOfBirthList>"
        )
    return (
        f"<sdnEntry><uid>{made.number}</uid>{first}<lastName>{escape(made.family)}</lastName>"
        f"<sdnType>{'Individual' if made.born else 'Entity'}</sdnType>"
        f"<remarks>{escape(made.note)}</remarks>"
        f"<programList><program>{made.program}</program></programList>"
        f"<akaList>{akas}</akaList>"
        "<addressList><address><uid>1</uid><city>Vorstadt</city><country>Ruritania</country>"
        f"</address></addressList>{birth}</sdnEntry>\n"
    )


_SETS = (
    ("AliasType", ((1400, "A.K.A."), (1403, "Name"))),
    ("FeatureType", ((8, "Birthdate"),)),
    ("LegalBasis", ((1, "Executive Order 1 (Arden)"),)),
    ("List", ((1550, "SDN List"),)),
    ("NamePartType", ((1520, "Last Name"), (1521, "First Name"), (1525, "Entity Name"))),
    ("PartyType", ((1, "Individual"), (2, "Entity"))),
    ("SanctionsType", ((1, "Program"), (1705, "Block"))),
)


def advanced(entries: Sequence[Made]) -> bytes:
    """As OFAC's SDN_ADVANCED.XML."""
    sets = "".join(
        f"<{kind}Values>"
        + "".join(f'<{kind} ID="{number}">{text}</{kind}>' for number, text in values)
        + f"</{kind}Values>"
        for kind, values in _SETS
    )
    return _joined(
        f'<?xml version="1.0" standalone="yes"?>\n<Sanctions xmlns="{ADVANCED}">\n'
        "<DateOfIssue><Year>2031</Year><Month>5</Month><Day>7</Day></DateOfIssue>"
        f"<ReferenceValueSets>{sets}<PartySubTypeValues>"
        '<PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType>'
        '<PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>'
        "</ReferenceValueSets>\n<DistinctParties>\n",
        map(_party, entries),
        "</DistinctParties>\n<SanctionsEntries>\n",
        map(_listing, entries),
        "</SanctionsEntries>\n</Sanctions>\n",
    )


def _party(made: Made) -> str:
    number = made.number
    parts = ((2, made.given), (1, made.family)) if made.given else ((3, made.family),)
    aliases = "".join(
        f'<Alias FixedRef="{number}" AliasTypeID="1400" Primary="false" '
        f'LowQuality="{"true" if grade == "weak" else "false"}">'
        f"{_documented(number, ((3, name),))}</Alias>"
        for grade, name in _graded(made)
    )
    birth = ""
    if made.born:
        point = "".join(
            f"<{part}>{value}</{part}>"
            for part, value in zip(("Year", "Month", "Day"), made.born, strict=True)
        )
        ends = f"<From>{point}</From><To>{point}</To>"
        birth = (
            f'<Feature ID="{number}" FeatureTypeID="8"><FeatureVersion ID="{number}"><DatePeriod>'
            f'<Start Approximate="false">{ends}</Start><End Approximate="false">{ends}</End>'
            "</DatePeriod></FeatureVersion></Feature>"
        )
    return (
        f'<DistinctParty FixedRef="{number}"><Comment>{escape(made.note)}</Comment>'
        f'<Profile ID="{number}" PartySubTypeID="{4 if made.born else 3}">'
        f'<Identity ID="{number}" FixedRef="{number}" Primary="true">'
        f'<Alias FixedRef="{number}" AliasTypeID="1403" Primary="true" LowQuality="false">'
        f"{_documented(number, parts)}</Alias>{aliases}<NamePartGroups>"
        f'<MasterNamePartGroup><NamePartGroup ID="{number}1" NamePartTypeID="1520"/>'
        f'<NamePartGroup ID="{number}2" NamePartTypeID="1521"/>'
        f'<NamePartGroup ID="{number}3" NamePartTypeID="1525"/></MasterNamePartGroup>'
        f"</NamePartGroups></Identity>{birth}</Profile></DistinctParty>\n"
    )


def _documented(number: int, parts: Iterable[tuple[int, str]]) -> str:
    values = "".join(
        f'<DocumentedNamePart><NamePartValue NamePartGroupID="{number}{part}" ScriptID="215">'
        f"{escape(text)}</NamePartValue></DocumentedNamePart>"
        for part, text in parts
    )
    return f'<DocumentedName ID="{number}" FixedRef="{number}">{values}</DocumentedName>'


def _listing(made: Made) -> str:
    year, month, day = (int(part) for part in made.listed.split("-"))
    return (
        f'<SanctionsEntry ID="{made.number}" ProfileID="{made.number}" ListID="1550">'
        f'<EntryEvent ID="{made.number}" EntryEventTypeID="1" LegalBasisID="1"><Date>'
        f"<Year>{year}</Year><Month>{month}</Month><Day>{day}</Day></Date></EntryEvent>"
        f'<SanctionsMeasure ID="{made.number}" SanctionsTypeID="1705"/>'
        f'<SanctionsMeasure ID="{made.number}1" SanctionsTypeID="1">'
        f"<Comment>{made.program}</Comment></SanctionsMeasure></SanctionsEntry>\n"
    )


def european(entries: Sequence[Made]) -> bytes:
    """As the EU's XML 1.1."""
    return _joined(
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<export xmlns="http://eu.europa.ec/fpi/fsd/export" '
        'generationDate="2031-05-07T08:00:00.000+02:00" globalFileId="1">\n',
        map(_sanction_entity, entries),
        "</export>\n",
    )


def _sanction_entity(made: Made) -> str:
    kind = ("person", "P") if made.born else ("enterprise", "E")
    names = [("true", made.name), *((_strong(grade), name) for grade, name in _graded(made))]
    aliases = "".join(
        f'<nameAlias firstName="" middleName="" lastName="" wholeName={quoteattr(name)} '
        f'strong="{strong}" regulationLanguage="en" logicalId="{made.number}{place}"/>'
        for place, (strong, name) in enumerate(names)
    )
    birth = ""
    if made.born:
        year, month, day = made.born
        birth = (
            f'<birthdate circa="false" calendarType="GREGORIAN" city="" year="{year}" '
            f'birthdate="{year}-{month:02}-{day:02}" logicalId="{made.number}"/>'
        )
    return (
        f'<sanctionEntity designationDetails="" euReferenceNumber="EU.{made.number}.1" '
        f'logicalId="{made.number}"><remark>{escape(made.note)}</remark>'
        f'<regulation regulationType="regulation" publicationDate="{made.listed}" '
        f'numberTitle="1/2031 (OJ L1)" programme="{made.program}" logicalId="1"/>'
        f'<subjectType code="{kind[0]}" classificationCode="{kind[1]}"/>'
        f"{aliases}{birth}</sanctionEntity>\n"
    )


UK_HEAD = tuple(
    "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,"
    "Name 5,Name type,Alias strength,Title,Name non-latin script,Non-latin script type,"
    "Non-latin script language,Regime Name,Designation Type,Designation source,Sanctions Imposed,"
    "Other Information,UK Statement of Reasons,Address Line 1,Address Line 2,Address Line 3,"
    "Address Line 4,Address Line 5,Address Line 6,Address Postal Code,Address Country,Phone number,"
    "Website,Email address,Date Designated,D.O.B,Nationality(/ies),National Identifier number,"
    "National Identifier additional information,Passport number,Passport additional information,"
    "Position,Gender,Town of birth,Country of birth,Type of entity,Subsidiaries,Parent company,"
    "Business registration number (s),IMO number,Current owner/operator (s),"
    "Previous owner/operator (s),Current believed flag of ship,Previous flags,Type of ship,"
    "Tonnage of ship,Length of ship,Year Built,Hull identification number (HIN)".split(",")
)
"""Headers of the UK Sanctions List as CSV, in 2026."""

OFSI_HEAD = tuple(
    "Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,Non-Latin Script Type,"
    "Non-Latin Script Language,DOB,Town of Birth,Country of Birth,Nationality,Passport Number,"
    "Passport Details,National Identification Number,National Identification Details,Position,"
    "Address 1,Address 2,Address 3,Address 4,Address 5,Address 6,Post/Zip Code,Country,"
    "Other Information,Group Type,Alias Type,Alias Quality,Regime,Listed On,"
    "UK Sanctions List Date Designated,Last Updated,Group ID".split(",")
)
"""Headers of OFSI's Consolidated List as CSV, from 2022 to 2026."""


def british(entries: Sequence[Made]) -> bytes:
    """As the UK Sanctions List, CSV."""
    rows = (row for made in entries for row in _uk_rows(made))
    return _table(["Report Date: 07-May-2031"], UK_HEAD, rows)


def ofsi(entries: Sequence[Made]) -> bytes:
    """As OFSI's Consolidated List, CSV."""
    rows = (row for made in entries for row in _ofsi_rows(made))
    return _table(["Last Updated", "07/05/2031"], OFSI_HEAD, rows)


def _uk_rows(made: Made) -> Iterator[Mapping[str, str]]:
    for kind, name, strength in _typed(made):
        yield {
            "Unique ID": str(made.number),
            "Name 6": made.family if kind == "Primary Name" else name,
            "Name 1": made.given if kind == "Primary Name" else "",
            "Name type": kind,
            "Alias strength": strength,
            "Regime Name": made.program,
            "Designation Type": "Individual" if made.born else "Entity",
            "Sanctions Imposed": "Asset freeze|Travel Ban",
            "Other Information": made.note,
            "Date Designated": _slashed(made.listed),
            "D.O.B": _born(made),
        }


def _ofsi_rows(made: Made) -> Iterator[Mapping[str, str]]:
    for kind, name, strength in _typed(made):
        yield {
            "Group ID": str(made.number),
            "Name 6": made.family if kind == "Primary Name" else name,
            "Name 1": made.given if kind == "Primary Name" else "",
            "Alias Type": kind.capitalize(),
            "Alias Quality": strength,
            "Regime": made.program,
            "Group Type": "Individual" if made.born else "Entity",
            "Other Information": made.note,
            "Listed On": _slashed(made.listed),
            "DOB": _born(made),
        }


def _typed(made: Made) -> Iterator[tuple[str, str, str]]:
    yield "Primary Name", made.name, ""
    for grade, name in _graded(made):
        yield "Alias", name, "Low quality" if grade == "weak" else ""


def _table(first: list[str], head: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    page = io.StringIO(newline="")
    writer = csv.writer(page)
    writer.writerow(first)
    writer.writerow(head)
    for row in rows:
        writer.writerow([row.get(header, "") for header in head])
    return page.getvalue().encode()


def money(entries: Sequence[Made]) -> bytes:
    """As OpenSanctions' entities.ftm.json: the entry, then its listing."""
    return _joined("", (line for made in entries for line in _ftm_lines(made)))


def _ftm_lines(made: Made) -> Iterator[str]:
    properties: dict[str, list[str]] = {
        "name": [made.name],
        "alias": list(made.aliases),
        "weakAlias": list(made.weak),
        "topics": ["sanction"],
        "notes": [made.note],
    }
    if made.born:
        properties["birthDate"] = ["{:04}-{:02}-{:02}".format(*made.born)]
    listing = {
        "entity": [str(made.number)],
        "program": [made.program],
        "listingDate": [made.listed],
        "authority": ["Ministry of Arden"],
    }
    schema = "Person" if made.born else "Company"
    for key, kind, told in (
        (str(made.number), schema, properties),
        (f"s{made.number}", "Sanction", listing),
    ):
        record = {"id": key, "schema": kind, "properties": told, "datasets": ["arden"]}
        yield json.dumps(record, ensure_ascii=False) + "\n"


FORMATS: Mapping[str, Callable[[Sequence[Made]], bytes]] = {
    "OFAC XML": classic,
    "OFAC Advanced XML": advanced,
    "EU XML 1.1": european,
    "UK Sanctions List CSV": british,
    "OFSI Consolidated List CSV": ofsi,
    "FollowTheMoney JSON lines": money,
}
"""Writers, by what `ListFormat` calls the format."""


def _graded(made: Made) -> list[tuple[str, str]]:
    return [*(("strong", name) for name in made.aliases), *(("weak", name) for name in made.weak)]


def _strong(grade: str) -> str:
    return "true" if grade == "strong" else "false"


def _slashed(day: str) -> str:
    return "/".join(reversed(day.split("-")))


def _born(made: Made) -> str:
    return "{2:02}/{1:02}/{0:04}".format(*made.born) if made.born else ""


def _joined(*parts: str | Iterable[str]) -> bytes:
    return "".join(part if isinstance(part, str) else "".join(part) for part in parts).encode()
