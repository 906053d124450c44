"""An Edition as FollowTheMoney entities, a line each, and back.

Reports are Documents, persons Persons with a Mention for each spelling in each document,
claims and accounts Events, voices Organizations, PublicBodies or LegalEntities that an
UnknownLink ties to what they say, promises about sanctions a Sanction on whom they are about.
The model has no word for detention, stance or doubt: beside its properties an entity carries
what it cannot hold under the key `habeas`, which other programs keep or pass over.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import IO, TYPE_CHECKING, Any

from habeas.model.accounts import Account
from habeas.model.claims import Claim, Speaker, SpeakerKind
from habeas.model.decisions import RuledLink
from habeas.model.editions import CustodyCount, Edition
from habeas.model.listings import ListEdition, Listing
from habeas.model.people import Person, ProposedMatch
from habeas.model.pledges import Tie
from habeas.model.reports import Copy, Report
from habeas.people import fold_spelling
from habeas.people.lists.export import (
    PREFIX,
    Entity,
    days_of,
    document_entity,
    entity,
    mention_entities,
    person_entity,
)
from habeas.pledges.exports import sanctions_of
from habeas.register.exports.bundles import Digested
from habeas.register.exports.heads import Contents, edition_with, head_of
from habeas.register.exports.json_text import json_line
from habeas.register.exports.outgoing import NamedIn, Outgoing
from habeas.register.exports.problems import InvalidExport
from habeas.register.exports.records import made, plain
from habeas.register.exports.tables import chain
from habeas.register.exports.told import tell

if TYPE_CHECKING:
    from habeas.model.dates import EdtfDate

# A voice is never a Person, so that no list of persons takes it for one of them.
_SCHEMAS = {
    SpeakerKind.GOVERNMENT: "PublicBody",
    SpeakerKind.COURT: "PublicBody",
    SpeakerKind.STATE_MEDIA: "Organization",
    SpeakerKind.MEDIA: "Organization",
    SpeakerKind.RIGHTS_GROUP: "Organization",
    SpeakerKind.OPPOSITION: "Organization",
    SpeakerKind.INTERNATIONAL: "Organization",
    SpeakerKind.CHURCH: "Organization",
}
_KINDS: dict[str, type[Any]] = {
    "report": Report,
    "claim": Claim,
    "person": Person,
    "match": ProposedMatch,
    "account": Account,
}
_LONGEST_NAME = 200
# The model has languages in three letters (ISO 639-3).
_LANGUAGES = dict(
    pair.split(":")
    for pair in (
        "ar:ara az:aze be:bel bg:bul cs:ces da:dan de:deu el:ell en:eng es:spa et:est fa:fas"
        " fi:fin fr:fra he:heb hi:hin hu:hun hy:hye it:ita ja:jpn ka:kat kk:kaz ko:kor ky:kir"
        " lt:lit lv:lav my:mya nl:nld no:nor pl:pol pt:por ro:ron ru:rus sk:slk sr:srp sv:swe"
        " tg:tgk th:tha tr:tur uk:ukr ur:urd uz:uzb vi:vie zh:zho"
    ).split()
)


def write_ftm(going: Outgoing, file: IO[bytes] | Digested) -> None:
    """Write every entity; each refers only to those before it."""
    for each in entities(going):
        file.write(json_line(each))


def entities(going: Outgoing) -> Iterator[Entity]:
    """The Package of all documents, then Documents, Persons, Events, and what ties them."""
    head = {
        **head_of(going),
        "custody": [plain(each) for each in going.custody()],
        "ties": [plain(each) for each in going.ties()],
        "copies": [plain(each) for each in going.copies()],
        "decided": [plain(each) for each in going.ruled_links()],
        "lists": [plain(each) for each in going.file.lists()],
        "listings": [plain(each) for each in going.listings()],
    }
    package = entity(
        f"edition-{going.summary.digest[:16]}",
        "Package",
        {
            "fileName": [going.summary.title or "register"],
            "title": [going.summary.title],
            "publishedAt": [going.summary.known_at.date().isoformat()],
            "notes": [f"Answers for {going.summary.as_of}."],
        },
    )
    yield _with(package, "edition", head)
    for report in going.reports():
        yield _document(report, package["id"])
    yield from _people(going)
    yield from _matches(going)
    yield from _claims(going)
    for account in going.accounts():
        yield _account(account, going)
    yield from _sanctions(going)


def read_ftm(lines: Iterable[str | bytes]) -> Edition:
    """Read back what `write_ftm` wrote; entities without the key `habeas` are passed over.

    Raises:
        InvalidExport: A line is no entity, or there is no Package of habeas.
    """
    found: dict[str, list[Any]] = {kind: [] for kind in _KINDS}
    corrections: list[str] = []
    head: dict[str, Any] = {}
    for number, line in enumerate(lines, start=1):
        told, own = _own(line, number)
        head = own.get("edition", head)
        for kind, type_ in _KINDS.items():
            if kind in own:
                data = own[kind]
                if kind == "report":
                    data = {**data, "text": _text(told, data)}
                found[kind].append(made(type_, data, f"line {number}"))
        if own.get("corrected") is True:
            corrections.append(found["claim"][-1].id)
    counts = tuple(made(CustodyCount, each, "line 1") for each in head.pop("custody", ()))
    ties = tuple(made(Tie, each, "line 1") for each in head.pop("ties", ()))
    links = tuple(made(RuledLink, each, "line 1") for each in head.pop("decided", ()))
    copies = tuple(made(Copy, each, "line 1") for each in head.pop("copies", ()))
    lists = tuple(made(ListEdition, each, "line 1") for each in head.pop("lists", ()))
    listings = tuple(made(Listing, each, "line 1") for each in head.pop("listings", ()))
    return edition_with(
        head,
        Contents(
            reports=tuple(found["report"]),
            claims=tuple(found["claim"]),
            people=tuple(found["person"]),
            matches=tuple(found["match"]),
            accounts=tuple(found["account"]),
            corrections=tuple(corrections),
            custody=counts,
            ties=ties,
            ruled_links=links,
            lists=lists,
            listings=listings,
            copies=copies,
        ),
    )


def _own(line: str | bytes, number: int) -> tuple[dict[str, Any], dict[str, Any]]:
    try:
        told = json.loads(line)
        return told, dict(told.get("habeas", {}))
    except (ValueError, AttributeError) as error:
        raise InvalidExport(
            what="a line that is no entity",
            where=f"line {number}",
            remedy="export the register again",
        ) from error


def _text(told: Mapping[str, Any], own: Mapping[str, Any]) -> str:
    """The text of a report with the white space at either end."""
    before, after = own["text"]
    return str(before) + "".join(told["properties"].get("bodyText", ())) + str(after)


def _with(told: Entity, kind: str, value: Any) -> Entity:
    return {**told, "habeas": {kind: value}}


def _document(report: Report, package: str) -> Entity:
    told = document_entity(report)
    told["properties"]["parent"] = [package]
    if report.language in _LANGUAGES:
        told["properties"]["language"] = [_LANGUAGES[report.language]]
    body = report.text.strip()
    if body:
        told["properties"]["bodyText"] = [body]
    own = plain(report)
    assert isinstance(own, dict)
    # Other programs take white space off either end of a text; offsets must not move.
    own["text"] = list(report.text.split(body, 1)) if body else [report.text, ""]
    return _with(told, "report", own)


def _people(going: Outgoing) -> Iterator[Entity]:
    for told in tell(going):
        person = going.kept(told.person)
        claims = {claim.id: claim for claim in told.claims if going.has(claim.id)}
        sources = [going.heads[id_] for id_ in sorted({c.report for c in claims.values()})]
        told_entity = person_entity(person, told.particulars, sources)
        # The model knows nobody without a name.
        told_entity["properties"].setdefault("name", [person.id])
        yield _with(told_entity, "person", plain(person))
        yield from mention_entities(person, claims)


def _matches(going: Outgoing) -> Iterator[Entity]:
    for place, match in enumerate(going.matches(), start=1):
        told = entity(
            f"match-{place}",
            "Similar",
            {
                "candidate": [PREFIX + match.left],
                "match": [PREFIX + match.right],
                "confidenceScore": [repr(match.score)],
                "criteria": [match.reason],
                "matcher": ["habeas"],
            },
        )
        yield _with(told, "match", plain(match))


def _claims(going: Outgoing) -> Iterator[Entity]:
    voices: set[str] = set()
    for some in going.batches_of_claims():
        persons = going.named_in(some)
        corrected = going.file.corrections_among(claim.id for claim in some)
        for claim in some:
            event = _event(claim, going.heads[claim.report], persons)
            own = {"claim": plain(claim), "corrected": claim.id in corrected}
            for speaker in claim.speakers:
                voice = _voice(speaker)
                if speaker.name and voice["id"] not in voices:
                    voices.add(voice["id"])
                    yield voice
            yield {**event, "habeas": own}
            yield from _links(claim, event)


def _event(claim: Claim, report: Report, persons: NamedIn) -> Entity:
    keys = ((claim.id, fold_spelling(mention.name)) for mention in claim.names)
    count, when = claim.count, claim.when
    return entity(
        claim.id,
        "Event",
        {
            "name": [_title(claim)],
            "summary": [chain(claim.speakers) or ""],
            "description": [claim.passage.exact],
            "notes": [count.words if count else "", when.words if when else ""],
            "keywords": [claim.act.value, claim.stance.value],
            **_dates(when.edtf if when else None),
            "location": [claim.place or ""],
            "recordId": [claim.id],
            "proof": [PREFIX + report.id],
            "sourceUrl": [report.url or ""],
            "publisher": [report.publisher or ""],
            "involved": [PREFIX + persons[key] for key in keys if key in persons],
            "namesMentioned": [mention.name for mention in claim.names],
        },
    )


def _title(claim: Claim) -> str:
    whom = ", ".join(mention.name for mention in claim.names)
    if claim.count is not None:
        whom = " ".join(part for part in (claim.count.words, claim.group) if part)
    told = f"{claim.act}, {claim.stance}: {whom or claim.object or claim.passage.exact}"
    return " ".join(told.split())[:_LONGEST_NAME]


def _dates(when: EdtfDate | None) -> dict[str, list[str]]:
    """A span as its two ends; what is less certain than the model can say is left out."""
    if when is None or "/" not in when.text:
        return {"date": days_of(when)}
    from habeas.model.dates import EdtfDate

    start, end = (
        days_of(EdtfDate.parse(each)) if each not in ("", "..") else []
        for each in when.text.split("/")
    )
    return {"startDate": start, "endDate": end}


def _sanctions(going: Outgoing) -> Iterator[Entity]:
    """Whom promises are about, each once, and how each promise stands, as a Sanction."""
    written: set[str] = set()
    promised = {each.pledge.id for each in going.promises()}
    arranged = going.arranged
    chains = [chain for chain in arranged.chains if chain.pledge.id in promised]
    for told in sanctions_of(chains, arranged.told, on=going.summary.as_of):
        if (id_ := str(told["id"])) not in written:
            written.add(id_)
            yield told


def _voice(speaker: Speaker) -> Entity:
    digest = sha256(f"{speaker.kind}\x1f{speaker.name}".encode()).hexdigest()[:16]
    return entity(
        f"voice-{digest}",
        _SCHEMAS.get(speaker.kind, "LegalEntity"),
        {"name": [speaker.name], "keywords": [speaker.kind.value]},
    )


def _links(claim: Claim, event: Mapping[str, Any]) -> Iterator[Entity]:
    for place, speaker in enumerate(claim.speakers, start=1):
        if speaker.name:
            yield entity(
                f"{claim.id}-said-{place}",
                "UnknownLink",
                {
                    "subject": [_voice(speaker)["id"]],
                    "object": [event["id"]],
                    "role": [speaker.cue or "says so"],
                    "recordId": [f"{claim.id} {place}"],
                    "proof": event["properties"]["proof"],
                },
            )


def _account(account: Account, going: Outgoing) -> Entity:
    event = account.event
    reports: Sequence[str] = event.reports
    if going.chosen is not None:
        reports = [id_ for id_ in event.reports if id_ in going.chosen.reports]
    people = [
        one.person
        for one in account.people
        if going.chosen is None or one.person in going.chosen.people
    ]
    told = entity(
        f"event-{event.id}",
        "Event",
        {
            "name": [event.title or event.id],
            "keywords": [act.value for act in event.acts],
            **_dates(event.when),
            "location": [event.place or ""],
            "country": [event.by.lower()] if event.by else [],
            "notes": [*account.questions],
            "recordId": [event.id],
            "proof": [PREFIX + id_ for id_ in reports],
            "involved": [PREFIX + id_ for id_ in people],
        },
    )
    return _with(told, "account", plain(account))
