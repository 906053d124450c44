"""OFAC's lists in the Advanced format, `SDN_ADVANCED.XML`: `Sanctions` by reference.

Entries point to values by number: `ReferenceValueSets` and `Locations` stand before the
parties, the listings after them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from habeas.model.dates import EdtfDate
from habeas.model.sanctions import EntityKind, ListFormat, NameKind
from habeas.pledges.sanctions.days import parts_date, span_date
from habeas.pledges.sanctions.entries import Draft, Notices, add_text
from habeas.pledges.sanctions.found import EVERYTHING, Found
from habeas.pledges.sanctions.ofac import CONSOLIDATED, KINDS, SDN, is_about_sanctions
from habeas.pledges.sanctions.problems import UnreadableSanctions
from habeas.pledges.sanctions.xml_stream import Element, Root, elements

_SETS = "ReferenceValueSets"
_PARTY = "DistinctParty"
_LISTING = "SanctionsEntry"
_SECTIONS = (
    *("DateOfIssue", _SETS, "Location", "IDRegDocument", _PARTY),
    *("ProfileRelationship", _LISTING, "SanctionsEntryLink"),
)
_PREVIOUS = frozenset({"F.K.A."})
# Given names before family names; whatever else is no name of a person and stays as it is.
_ORDER = {
    part: place
    for place, part in enumerate(
        ("First Name", "Middle Name", "Patronymic", "Last Name", "Matronymic", "Maiden Name")
    )
}
_COUNTRIES = frozenset({"Nationality Country", "Citizenship Country"})
_UNKNOWN = "Unknown"


@dataclass(slots=True, kw_only=True)
class _Values:
    """What numbers stand for, by set: `Country`, `AliasType`."""

    sets: dict[str, dict[str, str]] = field(default_factory=dict)
    party_types: dict[str, str] = field(default_factory=dict)
    countries: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, kind: str, number: str | None) -> str:
        """The words of a number; empty where the file does not define it."""
        return self.sets.get(kind, {}).get(number or "", "")


def read_advanced(data: bytes, root: Root, notices: Notices) -> Found:
    """Begin to read a list in the Advanced format."""
    found = Found(
        format=ListFormat.OFAC_ADVANCED_XML,
        title=CONSOLIDATED,
        told=EVERYTHING,
        drafts=iter(()),
    )
    found.drafts = _Reader(root, notices, found).drafts(data)
    return found


class _Reader:
    """Goes through the sections in their order."""

    def __init__(self, root: Root, notices: Notices, found: Found) -> None:
        self._tag = root.tag
        self._notices = notices
        self._found = found
        self._values = _Values()
        self._drafts: dict[str, Draft] = {}

    def drafts(self, data: bytes) -> Iterator[Draft]:
        handlers = {
            self._tag("DateOfIssue"): self._issue,
            self._tag(_SETS): self._define,
            self._tag("Location"): self._locate,
            self._tag(_PARTY): self._party,
            self._tag(_LISTING): self._listing,
        }
        tags = [self._tag(name) for name in _SECTIONS]
        for element in elements(data, tags, self._notices.where):
            handler = handlers.get(element.tag)
            if handler is not None:
                handler(element)
        yield from self._drafts.values()

    def _issue(self, element: Element) -> None:
        self._found.issued = self._day(element)

    def _define(self, element: Element) -> None:
        for values in element:
            kind = _local(values).removesuffix("Values")
            texts = self._values.sets.setdefault(kind, {})
            for value in values:
                texts[value.get("ID", "")] = (value.text or "").strip()
                if kind == "PartySubType":
                    self._values.party_types[value.get("ID", "")] = value.get("PartyTypeID", "")

    def _locate(self, element: Element) -> None:
        numbers = (each.get("CountryID") for each in element.iterfind(self._tag("LocationCountry")))
        names = [self._values.of("Country", number) for number in numbers]
        # Where no country is coded, one may stand written out.
        if not names:
            names = [each.text or "" for each in element.iter(self._tag("Value"))]
        self._values.countries[element.get("ID", "")] = tuple(filter(None, names))

    def _party(self, element: Element) -> None:
        if not self._values.sets:
            raise UnreadableSanctions(
                what="parties before the values they refer to",
                where=self._notices.where,
                remedy="get the list again from its publisher",
            )
        for profile in element.iterfind(self._tag("Profile")):
            number = profile.get("ID", "")
            draft = Draft(
                id=number,
                kind=self._kind(profile.get("PartySubTypeID")),
                place=f"Profile[@ID='{number}']",
                notices=self._notices,
            )
            add_text(draft.notes, element.findtext(self._tag("Comment")))
            for identity in profile.iterfind(self._tag("Identity")):
                self._name(draft, identity)
            # Most features stand in the profile, some beside it.
            for holder in (profile, element):
                for feature in holder.iterfind(self._tag("Feature")):
                    self._feature(draft, feature)
            if number in self._drafts:
                raise twice(number, self._notices.where)
            self._drafts[number] = draft

    def _kind(self, number: str | None) -> EntityKind:
        words = self._values.of("PartySubType", number)
        if words in ("", _UNKNOWN):
            words = self._values.of("PartyType", self._values.party_types.get(number or ""))
        return KINDS.get(words.casefold(), EntityKind.ORGANIZATION)

    def _name(self, draft: Draft, identity: Element) -> None:
        parts = {
            group.get("ID"): self._values.of("NamePartType", group.get("NamePartTypeID"))
            for group in identity.iter(self._tag("NamePartGroup"))
        }
        for alias in identity.iterfind(self._tag("Alias")):
            kind = self._name_kind(alias)
            for documented in alias.iterfind(self._tag("DocumentedName")):
                values = list(documented.iter(self._tag("NamePartValue")))
                ordered = sorted(values, key=lambda each: _place(each, parts))
                draft.add_name(kind, *(each.text for each in ordered))

    def _name_kind(self, alias: Element) -> NameKind:
        if alias.get("LowQuality") == "true":
            return NameKind.WEAK_ALIAS
        if alias.get("Primary") == "true":
            return NameKind.NAME
        words = self._values.of("AliasType", alias.get("AliasTypeID"))
        return NameKind.PREVIOUS_NAME if words in _PREVIOUS else NameKind.ALIAS

    def _feature(self, draft: Draft, feature: Element) -> None:
        label = self._values.of("FeatureType", feature.get("FeatureTypeID"))
        if label == "Birthdate":
            for period in feature.iter(self._tag("DatePeriod")):
                if len(period):
                    draft.add_birth(self._period(period), "written")
        elif label in _COUNTRIES:
            for place in feature.iter(self._tag("VersionLocation")):
                for country in self._values.countries.get(place.get("LocationID", ""), ()):
                    draft.add_country(country)
        elif is_about_sanctions(label):
            for detail in feature.iter(self._tag("VersionDetail")):
                reference = self._values.of("DetailReference", detail.get("DetailReferenceID"))
                add_text(draft.notes, label, detail.text or reference)

    def _listing(self, element: Element) -> None:
        draft = self._drafts.get(element.get("ProfileID", ""))
        if draft is None:
            self._notices.add(
                "a listing of nobody",
                f"SanctionsEntry[@ID='{element.get('ID', '')}']",
                "look it up at the source",
            )
            return
        title = self._values.of("List", element.get("ListID"))
        if title.startswith("SDN"):
            self._found.title = SDN
        for event in element.iterfind(self._tag("EntryEvent")):
            day = event.find(self._tag("Date"))
            if day is not None:
                draft.add_listing(self._day(day), "written")
            basis = self._values.of("LegalBasis", event.get("LegalBasisID"))
            if basis != _UNKNOWN:
                add_text(draft.legal_bases, basis)
            add_text(draft.notes, event.findtext(self._tag("Comment")))
        for measure in element.iterfind(self._tag("SanctionsMeasure")):
            kind = self._values.of("SanctionsType", measure.get("SanctionsTypeID"))
            if kind == "Program":
                add_text(draft.programs, measure.findtext(self._tag("Comment")))
            else:
                add_text(draft.provisions, kind)
                add_text(draft.notes, measure.findtext(self._tag("Comment")))

    def _day(self, element: Element) -> EdtfDate | None:
        year, month, day = (element.findtext(self._tag(part)) for part in ("Year", "Month", "Day"))
        return parts_date(year, month, day)

    def _period(self, period: Element) -> EdtfDate | None:
        """A period of possible birth: from its first possible day to its last."""
        days = [
            self._day(point)
            for name in ("From", "To")
            for point in period.iter(self._tag(name))
            if point.find(self._tag("Year")) is not None
        ]
        firsts = [day.earliest for day in days if day and day.earliest]
        lasts = [day.latest for day in days if day and day.latest]
        if not firsts or not lasts:
            return None
        about = any(
            _local(each) == "Start" and each.get("Approximate") == "true" for each in period
        )
        return span_date(min(firsts), _within(max(lasts)), "~" if about else "")


def twice(number: str, where: str) -> UnreadableSanctions:
    """The error of a list in which an id stands for two entries."""
    return UnreadableSanctions(
        what=f"two entries with the id {number}",
        where=where,
        remedy="get the list again from its publisher",
    )


def _within(day: date) -> date:
    # A year later there is no calendar.
    return min(day, date(9998, 12, 31))


def _place(value: Element, parts: Mapping[str | None, str]) -> int:
    return _ORDER.get(parts.get(value.get("NamePartGroupID"), ""), len(_ORDER))


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
