"""The shapes are proper SHACL, cover every node and every value, and repeat the closed lists exactly."""

import pyshacl
import pytest
from rdflib import RDF, SH, Graph, URIRef
from rdflib.collection import Collection

from graph import paths
from graph.vocabulary import NG
from graph.vocabulary.generate import read_ontology, scheme_members

SHAPE = "https://w3id.org/newsgraph/shape/"


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return read_ontology(paths.ontology(), ("shapes.ttl",))


def test_the_shapes_conform_to_the_shapes_of_shacl(shapes: Graph) -> None:
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, text


@pytest.mark.parametrize(
    ("path", "scheme", "more"),
    [
        ("form", "form", []),
        ("factuality", "factuality", []),
        ("speechKind", "speech", []),
        ("stance", "stance", []),
        ("status", "status", []),
        ("grain", "grain", []),
        ("role", "role", []),
        (RDF.predicate, "relation", []),
        ("kind", "kind", ["Entity"]),
        ("eventType", "event-type", ["Event"]),
    ],
)
def test_closed_lists_are_those_of_the_schemes(
    shapes: Graph, path: str, scheme: str, more: list[str]
) -> None:
    ontology = read_ontology(paths.ontology())
    shape = (
        URIRef(f"{SHAPE}{path}")
        if more
        else shapes.value(
            predicate=SH.path, object=URIRef(path if path.startswith("http") else f"{NG}{path}")
        )
    )
    head = shapes.value(shape, SH["in"])
    assert head is not None
    expected = [URIRef(f"{NG}{name}") for name in more] + scheme_members(
        ontology, URIRef(f"{NG}scheme-{scheme}")
    )
    assert list(Collection(shapes, head)) == expected


def test_the_roles_of_events_are_all_checked(shapes: Graph) -> None:
    ontology = read_ontology(paths.ontology())
    choices = list(shapes.objects(None, SH.alternativePath))
    lists = [list(Collection(shapes, head)) for head in choices]
    assert scheme_members(ontology, URIRef(f"{NG}scheme-role")) in lists


def test_each_class_of_nodes_has_a_shape(shapes: Graph) -> None:
    targets = {str(target).removeprefix(NG) for target in shapes.objects(None, SH.targetClass)}
    assert targets >= {
        *(
            "Article",
            "Publisher",
            "Evidence",
            "Entity",
            "Event",
            "Participation",
            "Fact",
            "Claim",
            "Quantity",
            "Time",
        ),
        "Run",
    }


def test_each_constraint_speaks_english(shapes: Graph) -> None:
    for shape in shapes.subjects(SH.path):
        inner = shapes.value(predicate=SH.property, object=shape)
        if inner != URIRef(f"{SHAPE}known"):
            assert shapes.value(shape, SH.message), shapes.value(shape, SH.path)
