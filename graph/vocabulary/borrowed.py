"""The terms of other vocabularies that the graph uses, by prefix.

Generated from `ontology/` by `scripts/generate_vocabulary.py`; do not edit.
"""

# ruff: noqa: N815

from typing import Final

from rdflib import URIRef


class RDF:
    """Terms of `rdf:`."""

    #: Of a fact: the other entity; absent for an office without a named body.
    object: Final = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#object")
    #: Of a fact: the relation property.
    predicate: Final = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate")
    #: Of a fact: the entity that it is about.
    subject: Final = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#subject")
    #: The class of a node; see docs/data-model.md for which classes each node has.
    type: Final = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


class RDFS:
    """Terms of `rdfs:`."""

    #: Of an event, a time, a run or a reader: words that stand for it in a list.
    label: Final = URIRef("http://www.w3.org/2000/01/rdf-schema#label")


class XSD:
    """Terms of `xsd:`."""

    #: Whether a number is approximate.
    boolean: Final = URIRef("http://www.w3.org/2001/XMLSchema#boolean")
    #: Days.
    date: Final = URIRef("http://www.w3.org/2001/XMLSchema#date")
    #: The moment of publication, where the article gives one.
    dateTime: Final = URIRef("http://www.w3.org/2001/XMLSchema#dateTime")
    #: Confidences, coordinates and broken numbers.
    decimal: Final = URIRef("http://www.w3.org/2001/XMLSchema#decimal")
    #: Offsets, counts, whole numbers.
    integer: Final = URIRef("http://www.w3.org/2001/XMLSchema#integer")
    #: Names, codes and identifiers, which have no language.
    string: Final = URIRef("http://www.w3.org/2001/XMLSchema#string")


class SKOS:
    """Terms of `skos:`."""

    #: Another name of an entity.
    altLabel: Final = URIRef("http://www.w3.org/2004/02/skos/core#altLabel")
    #: The place in GeoNames, as found by name, country and context.
    exactMatch: Final = URIRef("http://www.w3.org/2004/02/skos/core#exactMatch")
    #: The fullest name of an entity.
    prefLabel: Final = URIRef("http://www.w3.org/2004/02/skos/core#prefLabel")


class SCHEMA:
    """Terms of `schema:`."""

    #: Beside ng:Claim, for users of schema.org.
    Claim: Final = URIRef("https://schema.org/Claim")
    #: Beside ng:Article, for users of schema.org.
    NewsArticle: Final = URIRef("https://schema.org/NewsArticle")
    #: Beside ng:Quantity, for users of schema.org.
    QuantitativeValue: Final = URIRef("https://schema.org/QuantitativeValue")
    #: The article in which a claim or a report stands.
    appearance: Final = URIRef("https://schema.org/appearance")
    #: The name of an author in the byline, as a string.
    author: Final = URIRef("https://schema.org/author")
    #: The day or moment of publication as the article gives it.
    datePublished: Final = URIRef("https://schema.org/datePublished")
    #: The headline of an article, which is not part of its text.
    headline: Final = URIRef("https://schema.org/headline")
    #: The language of an article as a BCP 47 tag.
    inLanguage: Final = URIRef("https://schema.org/inLanguage")
    #: The greatest value of a quantity; equal to the least for a plain number.
    maxValue: Final = URIRef("https://schema.org/maxValue")
    #: The least value of a quantity; absent where the words leave it open.
    minValue: Final = URIRef("https://schema.org/minValue")
    #: The name of a publisher.
    name: Final = URIRef("https://schema.org/name")
    #: The outlet of an article.
    publisher: Final = URIRef("https://schema.org/publisher")
    #: The unit of a quantity: people, a currency code, %; absent where there is none.
    unitText: Final = URIRef("https://schema.org/unitText")
    #: The address of an article; a string where it is no valid IRI even after escaping.
    url: Final = URIRef("https://schema.org/url")


class PROV:
    """Terms of `prov:`."""

    #: Beside ng:Run.
    Activity: Final = URIRef("http://www.w3.org/ns/prov#Activity")
    #: A named graph, about which provenance is given.
    Bundle: Final = URIRef("http://www.w3.org/ns/prov#Bundle")
    #: Articles, and the named graphs read from them.
    Entity: Final = URIRef("http://www.w3.org/ns/prov#Entity")
    #: Beside ng:Reader.
    SoftwareAgent: Final = URIRef("http://www.w3.org/ns/prov#SoftwareAgent")
    #: From the run to the articles it read.
    used: Final = URIRef("http://www.w3.org/ns/prov#used")
    #: From the run to the reader.
    wasAssociatedWith: Final = URIRef("http://www.w3.org/ns/prov#wasAssociatedWith")
    #: From a named graph to the article it was read from; from the graph of entities to all articles.
    wasDerivedFrom: Final = URIRef("http://www.w3.org/ns/prov#wasDerivedFrom")
    #: From a named graph to the run.
    wasGeneratedBy: Final = URIRef("http://www.w3.org/ns/prov#wasGeneratedBy")


class NIF:
    """Terms of `nif:`."""

    #: Beside ng:Article: what offsets count in.
    Context: Final = URIRef("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#Context")
    #: Beside ng:Evidence.
    OffsetBasedString: Final = URIRef(
        "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#OffsetBasedString"
    )
    #: The words themselves.
    anchorOf: Final = URIRef("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf")
    #: First position of the words, in Unicode code points from 0.
    beginIndex: Final = URIRef("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#beginIndex")
    #: Position after the last one.
    endIndex: Final = URIRef("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#endIndex")
    #: The text of an article.
    isString: Final = URIRef("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#isString")
    #: The article whose text the offsets count in.
    referenceContext: Final = URIRef(
        "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#referenceContext"
    )


class TIME:
    """Terms of `time:`."""

    #: Beside ng:Time.
    TemporalEntity: Final = URIRef("http://www.w3.org/2006/time#TemporalEntity")


class WGS84:
    """Terms of `wgs84:`."""

    #: Latitude in degrees, north positive.
    lat: Final = URIRef("http://www.w3.org/2003/01/geo/wgs84_pos#lat")
    #: Longitude in degrees, east positive.
    long: Final = URIRef("http://www.w3.org/2003/01/geo/wgs84_pos#long")
