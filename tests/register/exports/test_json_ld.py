"""JSON-LD in terms that W3C and others define, so that any reader of it knows what is meant."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from habeas.register.edition_file import EditionFile, write_edition
from habeas.register.exports.json_ld import context, write_json_ld
from habeas.register.exports.outgoing import Outgoing
from public import fictional

# Of the recommendations "Web Annotation Vocabulary" (2017) and "PROV-O" (2013), of EDTF and of
# Dublin Core, what is used here.
DEFINED = {
    "oa": {
        *("Annotation", "TextQuoteSelector", "TextPositionSelector", "hasBody", "hasTarget"),
        *("hasSource", "hasSelector", "exact", "prefix", "suffix", "start", "end"),
        *("motivatedBy", "identifying"),
    },
    "prov": {"Agent", "Entity", "generatedAtTime", "wasDerivedFrom", "wasAttributedTo"},
    "edtf_": {"EDTF"},
    "xsd": {"date", "dateTime", "double", "nonNegativeInteger"},
    "dcterms": {
        *("identifier", "title", "publisher", "issued", "conformsTo", "temporal", "date"),
    },
    "schema": {
        *("CreativeWork", "Dataset", "Event", "QuantitativeValue", "Claim", "Person"),
        *("url", "encodingFormat", "inLanguage", "text", "minValue", "maxValue", "value"),
        *("unitCode", "name", "nationality", "isPartOf", "location"),
    },
}


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    path = tmp_path_factory.mktemp("ld") / "edition.sqlite"
    write_edition(fictional.ruritania, path)
    page = io.BytesIO()
    with EditionFile(Path(path)) as file:
        write_json_ld(Outgoing(file=file), page)
    read: dict[str, Any] = json.loads(page.getvalue())
    return read


def iris(terms: dict[str, Any]) -> list[str]:
    """Compact addresses that a context uses."""
    told = []
    for term in terms.values():
        parts = [term] if isinstance(term, str) else [term["@id"], term.get("@type", "@id")]
        told += [part for part in parts if not part.startswith(("@", "http", "urn"))]
    return told


def test_every_term_is_defined_where_it_is_said_to_be() -> None:
    terms = {key: term for key, term in context().items() if not key.startswith("@")}
    for iri in iris(terms):
        prefix, _, name = iri.partition(":")
        assert prefix == "vocabulary" or name in DEFINED[prefix], iri


def test_no_key_of_a_node_is_without_a_term(document: dict[str, Any]) -> None:
    terms = document["@context"].keys()

    def check(value: Any) -> None:
        if isinstance(value, list):
            for each in value:
                check(each)
        if isinstance(value, dict):
            for key, each in value.items():
                assert key in terms or key in ("@id", "@type"), key
                # What a JSON literal holds is data and no terms.
                check(
                    each
                    if key not in ("account", "copy", "tie", "decided", "promise", "deal")
                    else None
                )

    check(document["@graph"])


def test_the_words_of_a_claim_are_an_annotation_of_its_report(document: dict[str, Any]) -> None:
    graph = {node["@id"]: node for node in document["@graph"]}
    claim = graph[f"urn:habeas:claim:{fictional.pardon.id}"]
    words = graph[claim["passage"]]
    passage = fictional.pardon.passage
    assert words["@type"] == "Annotation"
    assert words["body"] == claim["@id"]
    assert graph[words["target"]["source"]]["text"][passage.start : passage.end] == passage.exact
    quote, position = words["target"]["selector"]
    assert (quote["@type"], quote["exact"]) == ("TextQuoteSelector", passage.exact)
    assert (position["start"], position["end"]) == (passage.start, passage.end)


def test_a_claim_is_derived_from_its_report_and_attributed_to_its_voices(
    document: dict[str, Any],
) -> None:
    graph = {node["@id"]: node for node in document["@graph"]}
    claim = graph[f"urn:habeas:claim:{fictional.pardon.id}"]
    assert claim["report"] == f"urn:habeas:report:{fictional.pardon.report}"
    assert claim["said_by"] == [speaker["@id"] for speaker in claim["speakers"]]
    assert [each["name"] for each in claim["speakers"]] == [
        speaker.name for speaker in fictional.pardon.speakers
    ]
    assert {node["@id"] for node in document["@graph"] if node["@type"] == "Annotation"}


def test_a_date_is_no_more_exact_than_it_was_said(document: dict[str, Any]) -> None:
    told = {claim.when.edtf.text for claim in fictional.ruritania.claims if claim.when}
    found = {node["when"]["edtf"] for node in document["@graph"] if node.get("when")}
    assert found == told
    assert document["@context"]["edtf"]["@type"] == "edtf_:EDTF"
