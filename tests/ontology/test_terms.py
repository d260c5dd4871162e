"""Each term is explained, and whatever the program writes is a term."""

import re
from collections.abc import Iterator

import pytest
from pyoxigraph import NamedNode
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from graph import paths
from graph.rdf import quads
from graph.vocabulary import DEFAULT_BASE, NG, PREFIXES
from graph.vocabulary.generate import SOURCES, read_ontology, scheme_members
from tests.rdf.sample import KNOWLEDGE, READER

GEONAMES = "https://sws.geonames.org/"
EVENT = URIRef(f"{NG}Event")


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return read_ontology(paths.ontology())


@pytest.fixture(scope="module")
def alignments() -> Graph:
    return read_ontology(paths.ontology(), ("alignments.ttl",))


def own_terms(triples: Graph) -> Iterator[URIRef]:
    for term in sorted({term for term in triples.all_nodes() if isinstance(term, URIRef)}):
        if term.startswith(NG) and str(term) != NG:
            yield term
    for term in sorted({term for term in triples.predicates() if isinstance(term, URIRef)}):
        if term.startswith(NG):
            yield term


def test_each_term_has_one_label_and_one_definition_in_english(ontology: Graph) -> None:
    for term in own_terms(ontology):
        for predicate in (RDFS.label, SKOS.definition):
            values = list(ontology.objects(term, predicate))
            assert len(values) == 1, f"{term} has {len(values)} of {predicate}"
            assert isinstance(values[0], Literal)
            assert values[0].language == "en"


def test_definitions_are_sentences_and_no_two_are_alike(ontology: Graph) -> None:
    texts = [str(text) for text in ontology.objects(None, SKOS.definition)]
    assert all(text.endswith(".") and text[0].isupper() for text in texts)
    assert len(texts) == len(set(texts))


def test_each_term_has_a_type_and_each_property_a_range_or_is_a_role(ontology: Graph) -> None:
    for term in own_terms(ontology):
        kinds = set(ontology.objects(term, RDF.type))
        assert kinds, term
        if OWL.DatatypeProperty in kinds:
            assert ontology.value(term, RDFS.range) and ontology.value(term, RDFS.domain), term


def test_event_types_tell_what_counts_and_what_does_not(ontology: Graph) -> None:
    for term in scheme_members(ontology, URIRef(f"{NG}scheme-event-type")):
        assert ontology.value(term, SKOS.scopeNote) or term.endswith("Death"), term
        assert ontology.value(term, SKOS.example), term
        assert EVENT in ontology.transitive_objects(term, RDFS.subClassOf), term


def test_members_and_in_scheme_agree(ontology: Graph) -> None:
    for scheme in ontology.subjects(RDF.type, SKOS.ConceptScheme):
        assert isinstance(scheme, URIRef)
        members = scheme_members(ontology, scheme)
        assert members and len(members) == len(set(members))
        declared = set(ontology.subjects(SKOS.inScheme, scheme))
        assert not declared or declared == set(members)


def test_whatever_is_written_is_declared(ontology: Graph) -> None:
    declared = {str(term) for term in ontology.all_nodes() if isinstance(term, URIRef)}
    for quad in quads(KNOWLEDGE, reader=READER):
        for node in (quad.subject, quad.predicate, quad.object):
            if isinstance(node, NamedNode) and not node.value.startswith(
                (DEFAULT_BASE, GEONAMES, "https://post.")
            ):
                assert node.value in declared
        datatype = getattr(quad.object, "datatype", None)
        if datatype is not None and datatype.value != str(RDF.langString):
            assert datatype.value in declared


def test_each_borrowed_term_says_what_it_means_here(ontology: Graph) -> None:
    for term in ontology.objects(URIRef(NG), URIRef(f"{NG}borrows")):
        assert ontology.value(term, SKOS.scopeNote), term


def test_alignments_speak_of_terms_that_exist(ontology: Graph, alignments: Graph) -> None:
    terms = set(own_terms(ontology))
    assert set(alignments.subjects()) <= terms
    for _, _, target in alignments:
        if isinstance(target, URIRef):
            assert str(target).startswith(tuple(PREFIXES.values())), target


def test_codes_have_their_datatype_and_form(alignments: Graph) -> None:
    patterns = {f"{NG}plover": r"[A-Z]+(/[a-z-]+)?", f"{NG}cameo": r"(0[1-9]|1[0-9]|20)[0-9]{0,2}"}
    codes = list(alignments.subject_objects(SKOS.notation))
    assert len(codes) > 50
    for term, code in codes:
        assert isinstance(code, Literal)
        assert re.fullmatch(patterns[str(code.datatype)], str(code)), (term, code)


@pytest.mark.parametrize(
    ("term", "codes"),
    [
        ("Raid", {"COERCE/seize", "ASSAULT"}),
        ("LabourStrike", {"PROTEST/strike"}),
        ("Statement", set()),
        ("Airstrike", {"ASSAULT/aerial"}),
    ],
)
def test_the_false_friends_of_the_coding_schemes(alignments: Graph, term: str, codes: set[str]) -> None:
    found = alignments.objects(URIRef(f"{NG}{term}"), SKOS.notation)
    assert {
        str(code) for code in found if isinstance(code, Literal) and str(code.datatype) == f"{NG}plover"
    } == codes


def test_all_files_are_read() -> None:
    names = {path.name for path in paths.ontology().glob("*.ttl")}
    assert names == {*SOURCES, "alignments.ttl", "shapes.ttl"}
