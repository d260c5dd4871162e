"""Merges, reports and copies in the graph: conforming, and with their words."""

import pytest
from pyoxigraph import Store

from graph.rdf import quads
from graph.rdf.validate import validate
from graph.vocabulary import DEFAULT_BASE, sparql_prologue
from tests.resolve.test_event_merging import MAY_9, OTHER_WORDS, report
from tests.resolve.test_resolver import know

AGAIN = " ".join(f"Word{number} goes on." for number in range(40))


@pytest.fixture(scope="module")
def store() -> Store:
    first = report(more=AGAIN)
    copy = report(more=f"{AGAIN} End.", published=MAY_9)
    dataset = Store()
    dataset.extend(quads(know(first, copy, report(text=OTHER_WORDS, published=MAY_9)), reader="x"))
    return dataset


@pytest.mark.parametrize(
    "pattern",
    [
        "GRAPH :entities { ?m a ng:Merge ; ng:merged ?e ; ng:joins ?one , ?other ; ng:reason ng:reason-same-day } "
        "GRAPH ?g { ?e a ng:Raid ; ng:evidence ?one } GRAPH ?h { ?e ng:evidence ?other } FILTER(?g != ?h)",
        "GRAPH :entities { ?m ng:merged ?e ; ng:reason ng:reason-same-name } GRAPH :entities { ?e a ng:Facility }",
        "GRAPH ?g { ?r a ng:Report ; ng:tells ?e ; ng:presentedAs ng:factuality-actual ; schema:appearance ?a ; "
        "ng:evidence ?v . ?v nif:referenceContext ?a . ?e a ng:Event }",
        "GRAPH ?g { ?copy a ng:Article ; ng:copyOf ?first ; ng:copiedShare ?share } GRAPH ?h { ?first a ng:Article } "
        "FILTER(?share > 0.9)",
    ],
    ids=["event", "entity", "report", "copy"],
)
def test_the_graph_says_why(store: Store, pattern: str) -> None:
    assert bool(store.query(f"{sparql_prologue()}PREFIX : <{DEFAULT_BASE}>\nASK {{ {pattern} }}"))


def test_it_conforms_to_the_shapes(store: Store) -> None:
    assert validate(store) == ()
