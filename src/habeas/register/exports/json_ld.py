"""An Edition as JSON-LD, and back: one document, a node a line.

Passages are Web Annotations, what was said by whom and where it was found is PROV-O, days
are EDTF, and the rest is schema.org where it has a word, else the vocabulary of habeas
(docs/vocabulary.md says what its acts and stances are in HURIDOCS and PLOVER).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import IO, Any

from habeas.model.accounts import Account
from habeas.model.claims import Claim
from habeas.model.decisions import RuledLink
from habeas.model.editions import CustodyCount, Edition
from habeas.model.listings import ListEdition, Listing
from habeas.model.people import Person, ProposedMatch
from habeas.model.pledges import Tie
from habeas.model.reports import Copy, Passage, Report
from habeas.register.exports.bundles import Digested
from habeas.register.exports.heads import Contents, edition_with, head_of
from habeas.register.exports.json_text import json_line
from habeas.register.exports.outgoing import Outgoing
from habeas.register.exports.problems import InvalidExport
from habeas.register.exports.records import made, plain
from habeas.register.exports.told import tell

REPORT, CLAIM, PERSON = "urn:habeas:report:", "urn:habeas:claim:", "urn:habeas:person:"
PROMISE, DEAL = "urn:habeas:promise:", "urn:habeas:deal:"
EVENT, WORDS, EDITION = "urn:habeas:event:", "urn:habeas:words:", "urn:habeas:edition:"

_TYPES: dict[str, type[Any]] = {
    "Report": Report,
    "Claim": Claim,
    "Person": Person,
    "ProposedMatch": ProposedMatch,
    "Account": Account,
    "CustodyCount": CustodyCount,
    "Copy": Copy,
    "Tie": Tie,
    "RuledLink": RuledLink,
    "ListEdition": ListEdition,
    "Listing": Listing,
}
_LITERALS = {
    "Account": "account",
    "Copy": "copy",
    "Tie": "tie",
    "RuledLink": "decided",
    "ListEdition": "list",
    "Listing": "listing",
}
"""Types whose values are a JSON literal under a key."""


def context() -> dict[str, Any]:
    """What each key of a node means, as JSON-LD 1.1 puts it."""
    data = files("habeas.register.exports").joinpath("json_ld_context.json").read_text("utf-8")
    read: dict[str, Any] = json.loads(data)
    return read


def write_json_ld(going: Outgoing, file: IO[bytes] | Digested) -> None:
    """Write the document."""
    head = json_line(context()).rstrip()
    file.write(b'{"@context": ' + head + b',\n"@graph": [\n')
    comma = b""
    for node in nodes(going):
        file.write(comma + json_line(node).rstrip())
        comma = b",\n"
    file.write(b"\n]}\n")


def nodes(going: Outgoing) -> Iterator[dict[str, Any]]:
    """The Edition, then its reports, claims with the words they rest on, persons and accounts."""
    edition = f"{EDITION}{going.summary.digest}"
    yield {"@id": edition, "@type": ["Edition", "Dataset", "Entity"], **head_of(going)}
    for report in going.reports():
        yield _node(f"{REPORT}{report.id}", ["Report", "CreativeWork", "Entity"], plain(report))
    for some in going.batches_of_claims():
        corrected = going.file.corrections_among(claim.id for claim in some)
        for claim in some:
            yield {**_claim(claim), "corrected": claim.id in corrected}
            yield _annotation(WORDS + claim.id, CLAIM + claim.id, claim.passage)
    for told in tell(going):
        person = _of(plain(going.kept(told.person)))
        for mention in person["mentions"]:
            mention["claim"] = CLAIM + mention["claim"]
        node = _node(f"{PERSON}{told.person.id}", ["Person", "schema:Person"], person)
        yield {**node, "custody": told.custody.value, "as_of": going.summary.as_of.isoformat()}
    for place, match in enumerate(going.matches(), start=1):
        sides = {"left": PERSON + match.left, "right": PERSON + match.right}
        told_match = {**_of(plain(match)), **sides}
        yield _node(f"{edition}:match-{place}", ["ProposedMatch"], told_match)
    for account in going.accounts():
        event = account.event
        yield {
            "@id": f"{EVENT}{event.id}",
            "@type": ["Account", "Event", "Entity"],
            "name": event.title,
            "report": [REPORT + id_ for id_ in event.reports],
            "account": plain(account),
        }
    for count in going.custody():
        counted = _of(plain(count))
        yield _node(f"{edition}:held-{count.day}", ["CustodyCount"], counted)
    yield from _pledged(going, edition)


def _pledged(going: Outgoing, edition: str) -> Iterator[dict[str, Any]]:
    """What is said to be traded with its words, then promises and deals, which follow from it."""
    for tie in going.ties():
        id_, words = f"{edition}:tie-{tie.id}", WORDS + tie.id
        node = _node(id_, ["Tie", "Entity"], {"report": REPORT + tie.report, "passage": words})
        voices = [
            {"@id": f"{id_}:voice-{at}", "@type": "Agent", "name": each.name, "kind": each.kind}
            for at, each in enumerate(tie.speakers, start=1)
        ]
        said = {"speakers": voices, "said_by": [each["@id"] for each in voices]}
        yield {**node, **said, "tie": plain(tie)}
        yield _annotation(words, id_, tie.passage)
    for copy in going.copies():
        node = _node(f"{edition}:copy-{copy.report}", ["Copy"], {"report": REPORT + copy.report})
        yield {**node, "copy": plain(copy)}
    for place, link in enumerate(going.ruled_links(), start=1):
        node = _node(f"{edition}:decided-{place}", ["RuledLink"], {})
        yield {**node, "claims": [CLAIM + id_ for id_ in link.about.claims], "decided": plain(link)}
    for each in going.file.lists():
        yield {
            "@id": f"{edition}:{each.id}",
            "@type": ["ListEdition", "Entity"],
            "list": plain(each),
        }
    for listing in going.listings():
        node = {"@id": f"{edition}:{listing.id}", "@type": ["Listing"]}
        yield {**node, "promises": [PROMISE + listing.pledge], "listing": plain(listing)}
    for promised in going.promises():
        pledge, standing = promised.pledge, promised.standing
        yield {
            "@id": PROMISE + pledge.id,
            "@type": ["Promise", "Entity"],
            "as_of": standing.day.isoformat(),
            "state": standing.state.value,
            "claims": [CLAIM + id_ for id_ in pledge.claims],
            "promise": plain(promised),
        }
    for deal in going.deals():
        yield {
            "@id": DEAL + deal.id,
            "@type": ["Deal", "Entity"],
            "releases": [EVENT + id_ for id_ in deal.events],
            "promises": [PROMISE + id_ for id_ in deal.pledges],
            "ties": [f"{edition}:tie-{tie.id}" for tie in deal.ties],
            "deal": plain(deal),
        }


def _node(id_: str, types: list[str], data: object) -> dict[str, Any]:
    return {"@id": id_, "@type": types, **_of(data)}


def _of(data: object) -> dict[str, Any]:
    assert isinstance(data, dict)
    return dict(data)


def _claim(claim: Claim) -> dict[str, Any]:
    data = _of(plain(claim))
    data["report"] = REPORT + claim.report
    data["part_of"] = CLAIM + claim.part_of if claim.part_of is not None else None
    if claim.count is not None:
        data["count"] = {"@type": "QuantitativeValue", **_of(data["count"])}
    voices = [f"{CLAIM}{claim.id}:voice-{at}" for at, _ in enumerate(claim.speakers, start=1)]
    data["speakers"] = [
        {"@id": voice, "@type": "Agent", **_of(each)}
        for voice, each in zip(voices, data["speakers"], strict=True)
    ]
    data["said_by"] = voices
    data["passage"] = WORDS + claim.id
    return _node(f"{CLAIM}{claim.id}", ["Claim", "schema:Claim", "Entity"], data)


def _annotation(id_: str, body: str, passage: Passage) -> dict[str, Any]:
    """The words that something rests on, as a Web Annotation."""
    quote = {"exact": passage.exact, "prefix": passage.prefix, "suffix": passage.suffix}
    return {
        "@id": id_,
        "@type": "Annotation",
        "motivation": "identifying",
        "body": body,
        "target": {
            "source": REPORT + passage.report,
            "selector": [
                {"@type": "TextQuoteSelector", **quote},
                {"@type": "TextPositionSelector", "start": passage.start, "end": passage.end},
            ],
        },
    }


def read_json_ld(file: IO[bytes]) -> Edition:
    """Read back what `write_json_ld` wrote, whole.

    Raises:
        InvalidExport: It is no JSON, or a node is something else.
    """
    try:
        graph = json.load(file)["@graph"]
        words = {node["body"]: node["target"] for node in graph if "target" in node}
    except (ValueError, KeyError, TypeError) as error:
        raise InvalidExport(
            what="a file that is no JSON-LD of habeas", remedy="export the register again"
        ) from error
    head: Mapping[str, Any] = {}
    corrections: list[str] = []
    found: dict[str, list[Any]] = {name: [] for name in _TYPES}
    for node in graph:
        name = node["@type"][0] if isinstance(node["@type"], list) else node["@type"]
        if name == "Edition":
            head = node
        elif name in _TYPES:
            data = _back(name, node, words)
            found[name].append(made(_TYPES[name], data, str(node["@id"])))
            if node.get("corrected") is True:
                corrections.append(found[name][-1].id)
    return edition_with(
        dict(head),
        Contents(
            reports=tuple(found["Report"]),
            claims=tuple(found["Claim"]),
            people=tuple(found["Person"]),
            matches=tuple(found["ProposedMatch"]),
            accounts=tuple(found["Account"]),
            corrections=tuple(corrections),
            custody=tuple(found["CustodyCount"]),
            ties=tuple(found["Tie"]),
            ruled_links=tuple(found["RuledLink"]),
            lists=tuple(found["ListEdition"]),
            listings=tuple(found["Listing"]),
            copies=tuple(found["Copy"]),
        ),
    )


def _back(name: str, node: Mapping[str, Any], words: Mapping[str, Any]) -> Any:
    """The plain values of a node, as `plain` gave them."""
    if name in _LITERALS:
        return node[_LITERALS[name]]
    if name == "Claim":
        return _claim_back(node, words[node["@id"]])
    if name == "Person":
        keys = [
            {**mention, "claim": mention["claim"].removeprefix(CLAIM)}
            for mention in node["mentions"]
        ]
        return {**node, "mentions": keys}
    if name == "ProposedMatch":
        return {
            **node,
            "left": node["left"].removeprefix(PERSON),
            "right": node["right"].removeprefix(PERSON),
        }
    return node


def _claim_back(node: Mapping[str, Any], target: Mapping[str, Any]) -> dict[str, Any]:
    report = target["source"].removeprefix(REPORT)
    passage: dict[str, Any] = {"report": report}
    for selector in target["selector"]:
        passage |= selector
    part_of = node["part_of"]
    return {
        **node,
        "report": report,
        "part_of": part_of.removeprefix(CLAIM) if part_of is not None else None,
        "passage": passage,
    }
