"""The shapes see what is wrong, and say it in words."""

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from graph.rdf import quads
from graph.rdf.validate import Violation, validate
from graph.vocabulary import DEFAULT_BASE, sparql_prologue
from tests.rdf.sample import KNOWLEDGE, READER, hostile


def dataset() -> Store:
    store = Store()
    store.extend(quads(KNOWLEDGE, reader=READER))
    return store


def broken(update: str) -> tuple[Violation, ...]:
    store = dataset()
    store.update(f"{sparql_prologue()}PREFIX : <{DEFAULT_BASE}>\n{update}")
    return validate(store)


def test_the_sample_conforms() -> None:
    assert validate(dataset()) == ()


def test_hostile_text_conforms() -> None:
    assert validate(quads(hostile("<script>\x00\ud800\r\n\"'"), reader=READER)) == ()


def test_a_violation_is_a_row_to_read() -> None:
    (row,) = broken("DELETE WHERE { GRAPH ?g { :event-search ng:factuality ?f } }")
    assert row == Violation(
        focus=f"{DEFAULT_BASE}event-search",
        kind="Raid",
        label="police search depot",
        path="ng:factuality",
        message="needs exactly one factuality, of the list of factualities",
        value="",
    )
    assert str(row).startswith(
        "Raid 'police search depot' <https://w3id.org/newsgraph/data/event-search> ng:factuality: needs"
    )


@pytest.mark.parametrize(
    ("update", "path", "value"),
    [
        ("DELETE WHERE { GRAPH ?g { :entity-brandt ng:evidence ?e } }", "ng:evidence", ""),
        ("INSERT DATA { :entity-brandt a ng:Place }", "rdf:type", ""),
        ("INSERT DATA { :event-search a ng:Party }", "rdf:type", "ng:Party"),
        ("INSERT DATA { :event-search ng:factuality ng:factuality-actual }", "ng:factuality", ""),
        ("INSERT DATA { :event-search ng:agent :entity-nobody }", "ng:agent", "entity-nobody"),
        ("DELETE WHERE { GRAPH ?g { :fact-office ng:position ?p } }", "rdf:object|ng:position", ""),
        ("INSERT DATA { :entity-grimsund wgs84:lat 91.0 }", "wgs84:lat", "'91.0'"),
        ("INSERT DATA { :entity-grimsund ng:countryCode 'Norway' }", "ng:countryCode", "'Norway'"),
        ("INSERT DATA { :entity-brandt skos:prefLabel 'no language' }", "skos:prefLabel", "'no language'"),
        ("INSERT DATA { :claim-said ng:stance ng:stance-jokes }", "ng:stance", "ng:stance-jokes"),
        ("INSERT DATA { :quantity-1 schema:maxValue 3 }", "schema:minValue", "'40'"),
        ("DELETE WHERE { :run-155c53b73de76b78 prov:wasAssociatedWith ?r }", "prov:wasAssociatedWith", ""),
        ("INSERT DATA { :thing ng:evidence :x }", "rdf:type", ""),
        ("INSERT DATA { :thing a ng:Party }", "rdf:type", "ng:Party"),
        ("INSERT DATA { :entity-brandt ng:worksAt :entity-police }", "ng:worksAt", ""),
        (
            "INSERT { ?t ng:end '2020-01-01'^^xsd:date } WHERE { GRAPH ?g { ?t a ng:Time } }",
            "ng:begin",
            "'2024-03-18'",
        ),
        (
            "DELETE { GRAPH ?g { ?e nif:endIndex ?n } } INSERT { GRAPH ?g { ?e nif:endIndex -1 } } "
            "WHERE { GRAPH ?g { :event-protest ng:evidence ?e . ?e nif:endIndex ?n } }",
            "nif:beginIndex",
            "",
        ),
        (
            "DELETE { GRAPH ?g { ?e ng:confidence ?n } } INSERT { GRAPH ?g { ?e ng:confidence 1.5 } } "
            "WHERE { GRAPH ?g { :event-protest ng:evidence ?e . ?e ng:confidence ?n } }",
            "ng:confidence",
            "'1.5'",
        ),
    ],
)
def test_what_is_wrong_is_found(update: str, path: str, value: str) -> None:
    rows = [row for row in broken(update) if path in row.path]
    assert rows
    assert any(row.value.endswith(value) for row in rows)


def test_labels_come_from_the_data_whatever_they_hold() -> None:
    stray = NamedNode(f"{DEFAULT_BASE}entity-y")
    label = Literal("a\n<b>", language="en")
    prefix = "https://w3id.org/newsgraph/ontology/"
    rows = validate(
        [
            Quad(
                stray,
                NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
                NamedNode(f"{prefix}Person"),
                DefaultGraph(),
            ),
            Quad(stray, NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel"), label, DefaultGraph()),
        ]
    )
    assert {row.label for row in rows} == {"a\n<b>"}
    assert "\n" not in str(rows[0])
