"""The terms of other vocabularies that the graph uses. Generated from `ontology/`; do not edit."""

# ruff: noqa: N815

from typing import Final

from rdflib import URIRef


class RDF:
    """Terms of `rdf:`."""

    type: Final = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    subject: Final = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#subject")
    predicate: Final = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate")
    object: Final = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#object")


class RDFS:
    """Terms of `rdfs:`."""

    label: Final = URIRef("http://www.w3.org/2000/01/rdf-schema#label")
    seeAlso: Final = URIRef("http://www.w3.org/2000/01/rdf-schema#seeAlso")


class SKOS:
    """Terms of `skos:`."""

    prefLabel: Final = URIRef("http://www.w3.org/2004/02/skos/core#prefLabel")
    altLabel: Final = URIRef("http://www.w3.org/2004/02/skos/core#altLabel")
    exactMatch: Final = URIRef("http://www.w3.org/2004/02/skos/core#exactMatch")
    Concept: Final = URIRef("http://www.w3.org/2004/02/skos/core#Concept")


class SCHEMA:
    """Terms of `schema:`."""

    NewsArticle: Final = URIRef("https://schema.org/NewsArticle")
    Claim: Final = URIRef("https://schema.org/Claim")
    QuantitativeValue: Final = URIRef("https://schema.org/QuantitativeValue")
    name: Final = URIRef("https://schema.org/name")
    headline: Final = URIRef("https://schema.org/headline")
    publisher: Final = URIRef("https://schema.org/publisher")
    url: Final = URIRef("https://schema.org/url")
    datePublished: Final = URIRef("https://schema.org/datePublished")
    author: Final = URIRef("https://schema.org/author")
    inLanguage: Final = URIRef("https://schema.org/inLanguage")
    appearance: Final = URIRef("https://schema.org/appearance")
    minValue: Final = URIRef("https://schema.org/minValue")
    maxValue: Final = URIRef("https://schema.org/maxValue")
    unitText: Final = URIRef("https://schema.org/unitText")


class PROV:
    """Terms of `prov:`."""

    Entity: Final = URIRef("http://www.w3.org/ns/prov#Entity")
    Activity: Final = URIRef("http://www.w3.org/ns/prov#Activity")
    SoftwareAgent: Final = URIRef("http://www.w3.org/ns/prov#SoftwareAgent")
    wasDerivedFrom: Final = URIRef("http://www.w3.org/ns/prov#wasDerivedFrom")
    wasGeneratedBy: Final = URIRef("http://www.w3.org/ns/prov#wasGeneratedBy")
    wasAssociatedWith: Final = URIRef("http://www.w3.org/ns/prov#wasAssociatedWith")
    used: Final = URIRef("http://www.w3.org/ns/prov#used")


class NIF:
    """Terms of `nif:`."""

    Context: Final = URIRef("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#Context")
    OffsetBasedString: Final = URIRef(
        "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#OffsetBasedString"
    )
    isString: Final = URIRef("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#isString")
    referenceContext: Final = URIRef(
        "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#referenceContext"
    )
    beginIndex: Final = URIRef("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#beginIndex")
    endIndex: Final = URIRef("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#endIndex")
    anchorOf: Final = URIRef("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf")


class WGS84:
    """Terms of `wgs84:`."""

    lat: Final = URIRef("http://www.w3.org/2003/01/geo/wgs84_pos#lat")
    long: Final = URIRef("http://www.w3.org/2003/01/geo/wgs84_pos#long")


class TIME:
    """Terms of `time:`."""

    TemporalEntity: Final = URIRef("http://www.w3.org/2006/time#TemporalEntity")


class XSD:
    """Terms of `xsd:`."""

    date: Final = URIRef("http://www.w3.org/2001/XMLSchema#date")
    dateTime: Final = URIRef("http://www.w3.org/2001/XMLSchema#dateTime")
    boolean: Final = URIRef("http://www.w3.org/2001/XMLSchema#boolean")
    integer: Final = URIRef("http://www.w3.org/2001/XMLSchema#integer")
    decimal: Final = URIRef("http://www.w3.org/2001/XMLSchema#decimal")
    string: Final = URIRef("http://www.w3.org/2001/XMLSchema#string")
