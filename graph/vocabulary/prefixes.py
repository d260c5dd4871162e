"""The one prefix table: which short name stands for which vocabulary, everywhere in newsgraph.

Two traps that this table settles once:

* `wgs84` is an `http` IRI; rdflib's own constant for it says `https`, which no data in the world uses.
* schema.org is written with `https`, as its own files are today; the two spellings are never mixed.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: The vocabulary of newsgraph: flat, without `#`.
NG: Final = "https://w3id.org/newsgraph/ontology/"

#: Where resources are minted unless a build says otherwise.
DEFAULT_BASE: Final = "https://w3id.org/newsgraph/data/"

#: GeoNames features; `<id>/` is appended.
GEONAMES: Final = "https://sws.geonames.org/"

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ng": NG,
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "dcterms": "http://purl.org/dc/terms/",
        "schema": "https://schema.org/",
        "prov": "http://www.w3.org/ns/prov#",
        "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
        "time": "http://www.w3.org/2006/time#",
        "wgs84": "http://www.w3.org/2003/01/geo/wgs84_pos#",
        "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
        "org": "http://www.w3.org/ns/org#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "geo": "http://www.opengis.net/ont/geosparql#",
        "gn": "http://www.geonames.org/ontology#",
        "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
        "oa": "http://www.w3.org/ns/oa#",
        "gaf": "http://groundedannotationframework.org/gaf#",
        "grasp": "http://groundedannotationframework.org/grasp#",
        "aida": (
            "https://raw.githubusercontent.com/NextCenturyCorporation/AIDA-Interchange-Format/master/"
            "java/src/main/resources/com/ncc/aif/ontologies/InterchangeOntology#"
        ),
        "eso": "http://cltl.nl/ontology/eso#",
        "wd": "http://www.wikidata.org/entity/",
        "sh": "http://www.w3.org/ns/shacl#",
        "void": "http://rdfs.org/ns/void#",
    }
)


def sparql_prologue() -> str:
    """Return the `PREFIX` lines of every vocabulary, to put before a query."""
    return "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
