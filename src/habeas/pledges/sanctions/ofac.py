"""OFAC's lists as `SDN.XML` and `CONSOLIDATED.XML`: an `sdnList` of `sdnEntry`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.model.sanctions import EntityKind, Field, ListFormat, NameKind
from habeas.pledges.sanctions.days import issue_date, written_date
from habeas.pledges.sanctions.entries import Draft, Notices, add_text
from habeas.pledges.sanctions.found import EVERYTHING, Found
from habeas.pledges.sanctions.xml_stream import Element, Root, elements

SDN, CONSOLIDATED = "OFAC SDN", "OFAC Consolidated"

KINDS = {
    "individual": EntityKind.PERSON,
    "entity": EntityKind.ORGANIZATION,
    "vessel": EntityKind.VESSEL,
    "aircraft": EntityKind.AIRPLANE,
}
"""What OFAC calls those it lists."""

_ALIASES = {"f.k.a.": NameKind.PREVIOUS_NAME}
_TOLD = EVERYTHING - {Field.REASON, Field.LISTING_DATE, Field.PROVISIONS}
_ABOUT_SANCTIONS = re.compile(
    r"sanction|executive order|licen[cs]e|directive|determination|prohibited|caatsa|peesa|ifca",
    re.IGNORECASE,
)


def read_ofac(data: bytes, root: Root, notices: Notices) -> Found:
    """Begin to read a list; which of the two it is only its file name says."""
    name = notices.where.rpartition("/")[2].casefold()
    found = Found(
        format=ListFormat.OFAC_XML,
        title=CONSOLIDATED if name.startswith("cons") else SDN,
        told=_TOLD,
        drafts=iter(()),
    )
    found.drafts = _drafts(data, root, notices, found)
    return found


def is_about_sanctions(label: str) -> bool:
    """True for identifiers and features that tell of the sanctions, not of the entry."""
    return _ABOUT_SANCTIONS.search(label) is not None


def _drafts(data: bytes, root: Root, notices: Notices, found: Found) -> Iterator[Draft]:
    about, entry = root.tag("publshInformation"), root.tag("sdnEntry")
    for element in elements(data, (about, entry), notices.where):
        if element.tag == about:
            found.issued = issue_date(element.findtext(root.tag("Publish_Date")) or "")
            count = element.findtext(root.tag("Record_Count")) or ""
            found.expected = int(count) if re.fullmatch(r"[0-9]{1,9}", count.strip()) else None
        else:
            yield _Entry(element, root).draft(notices)


class _Entry:
    """One `sdnEntry`."""

    def __init__(self, element: Element, root: Root) -> None:
        self._element = element
        self._tag = root.tag

    def draft(self, notices: Notices) -> Draft:
        uid = self._text("uid")
        kind = KINDS.get(self._text("sdnType").casefold(), EntityKind.ORGANIZATION)
        draft = Draft(id=uid, kind=kind, place=f"sdnEntry[uid='{uid}']", notices=notices)
        draft.add_name(NameKind.NAME, self._text("firstName"), self._text("lastName"))
        for aka in self._items("akaList", "aka"):
            strong = _ALIASES.get(self._text("type", aka).casefold(), NameKind.ALIAS)
            weak = self._text("category", aka).casefold() == "weak"
            draft.add_name(
                NameKind.WEAK_ALIAS if weak else strong,
                self._text("firstName", aka),
                self._text("lastName", aka),
            )
        for program in self._items("programList", "program"):
            add_text(draft.programs, program.text)
        for item in self._items("dateOfBirthList", "dateOfBirthItem"):
            written = self._text("dateOfBirth", item)
            draft.add_birth(written_date(written), written)
        for holder, name in (
            ("nationalityList", "nationality"),
            ("citizenshipList", "citizenship"),
        ):
            for item in self._items(holder, name):
                draft.add_country(self._text("country", item))
        add_text(draft.notes, self._text("remarks"))
        for item in self._items("idList", "id"):
            label = self._text("idType", item)
            if is_about_sanctions(label):
                add_text(draft.notes, label, self._text("idNumber", item))
        return draft

    def _text(self, name: str, element: Element = None) -> str:
        parent = self._element if element is None else element
        return (parent.findtext(self._tag(name)) or "").strip()

    def _items(self, holder: str, name: str) -> list[Element]:
        parent = self._element.find(self._tag(holder))
        return [] if parent is None else parent.findall(self._tag(name))
