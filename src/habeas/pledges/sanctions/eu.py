"""The EU's consolidated list of financial sanctions (FSF), XML 1.1: `export`, `sanctionEntity`."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.model.dates import EdtfDate
from habeas.model.sanctions import EntityKind, Field, ListFormat, NameKind
from habeas.pledges.sanctions.days import edtf, issue_date, parts_date
from habeas.pledges.sanctions.entries import Draft, Notices, add_text
from habeas.pledges.sanctions.found import EVERYTHING, Found
from habeas.pledges.sanctions.xml_stream import Element, Root, elements

_TOLD = EVERYTHING - {Field.PREVIOUS_NAME, Field.PROVISIONS}
_NOWHERE = frozenset({"", "00"})
_CALENDARS = frozenset({"", "GREGORIAN"})


def read_eu(data: bytes, root: Root, notices: Notices) -> Found:
    """Begin to read the list."""
    found = Found(format=ListFormat.EU_XML, title="EU", told=_TOLD, drafts=iter(()))
    found.drafts = _drafts(data, root, notices, found)
    return found


def _drafts(data: bytes, root: Root, notices: Notices, found: Found) -> Iterator[Draft]:
    for element in elements(data, (root.tag("sanctionEntity"),), notices.where):
        if found.issued is None:
            found.issued = issue_date(element.getparent().get("generationDate", ""))
        yield _draft(element, root, notices)


def _draft(element: Element, root: Root, notices: Notices) -> Draft:
    number = element.get("logicalId", "")
    code = root.tag("subjectType")
    subject = element.find(code)
    is_person = subject is not None and subject.get("code", "").casefold() == "person"
    draft = Draft(
        id=number,
        kind=EntityKind.PERSON if is_person else EntityKind.ORGANIZATION,
        place=f"sanctionEntity[@logicalId='{number}']",
        notices=notices,
    )
    _add_names(draft, element.findall(root.tag("nameAlias")))
    for birth in element.iterfind(root.tag("birthdate")):
        draft.add_birth(_birth_date(birth), _written(birth))
    for country in element.iterfind(root.tag("citizenship")):
        iso = country.get("countryIso2Code", "")
        draft.add_country(iso if iso not in _NOWHERE else country.get("countryDescription"))
    _add_acts(draft, element, root)
    add_text(draft.notes, element.get("designationDetails"))
    for remark in element.iterfind(root.tag("remark")):
        add_text(draft.notes, remark.text)
    return draft


def _add_names(draft: Draft, aliases: list[Element]) -> None:
    """Strong names are names; of them the one that was entered first is the name."""
    strong = [each for each in aliases if each.get("strong", "true") != "false"]
    first = min(strong, key=_number, default=None)
    for alias in aliases:
        kind = NameKind.ALIAS if alias in strong else NameKind.WEAK_ALIAS
        whole = alias.get("wholeName", "").strip()
        parts = [alias.get(part) for part in ("firstName", "middleName", "lastName")]
        draft.add_name(NameKind.NAME if alias is first else kind, *([whole] if whole else parts))


def _add_acts(draft: Draft, element: Element, root: Root) -> None:
    designated = element.get("designationDate", "")
    draft.add_listing(edtf(designated[:10]) if designated else None, designated)
    for act in element.iterfind(root.tag("regulation")):
        add_text(draft.programs, act.get("programme"))
        add_text(draft.legal_bases, act.get("numberTitle"))
        published = act.get("publicationDate", "")
        if not designated and published:
            draft.add_listing(edtf(published[:10]), published)


def _birth_date(birth: Element) -> EdtfDate | None:
    """A birth date, or a span of years; None of another calendar unless a whole date is given."""
    doubt = "~" if birth.get("circa") == "true" else ""
    whole = birth.get("birthdate", "")
    if whole:
        return edtf(whole[:10] + doubt)
    if birth.get("calendarType", "").upper() not in _CALENDARS:
        return None
    parts = [birth.get(part) for part in ("year", "monthOfYear", "dayOfMonth")]
    if parts[0]:
        return parts_date(parts[0], parts[1], parts[2], doubt)
    first, last = birth.get("yearRangeFrom", ""), birth.get("yearRangeTo", "")
    if not first and not last:
        return None
    return edtf("/".join(f"{year}{doubt}" if year else "" for year in (first, last)))


def _written(birth: Element) -> str:
    """What is written of a date, so that only an unread one is told; often only a place is."""
    names = ("birthdate", "year", "yearRangeFrom", "yearRangeTo")
    return "".join(birth.get(name, "") for name in names)


def _number(alias: Element) -> tuple[int, str]:
    number = alias.get("logicalId", "")
    return (int(number) if number.isdecimal() else 1 << 62, alias.get("wholeName", ""))
