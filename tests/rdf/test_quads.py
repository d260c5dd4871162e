"""Knowledge as a dataset: the shape that docs/data-model.md promises."""

from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store

from graph.errors import SettingsError
from graph.rdf import Form, quads, serialise
from graph.rdf.validate import validate
from graph.vocabulary import DEFAULT_BASE, PREFIXES, sparql_prologue
from tests.rdf.sample import ARTICLE, BRANDT, KNOWLEDGE, OFFICE, OTHER_ARTICLE, POLICE, PROTEST, READER, words

EXPECTED = Path(__file__).parent / "expected.trig"


def item(name: str) -> NamedNode:
    return NamedNode(DEFAULT_BASE + name)


def term(name: str) -> NamedNode:
    prefix, local = name.split(":")
    return NamedNode(PREFIXES[prefix] + local)


@pytest.fixture(scope="module")
def store() -> Store:
    dataset = Store()
    dataset.extend(quads(KNOWLEDGE, reader=READER))
    return dataset


def ask(store: Store, pattern: str) -> bool:
    prologue = f"{sparql_prologue()}PREFIX : <{DEFAULT_BASE}>\n"
    return bool(store.query(f"{prologue}ASK {{ {pattern} }}"))


def test_the_sample_as_a_whole() -> None:
    assert "".join(serialise(quads(KNOWLEDGE, reader=READER), Form.TRIG)) == EXPECTED.read_text(
        encoding="utf-8"
    )


def test_each_quad_comes_once_and_there_are_no_blank_nodes() -> None:
    data = list(quads(KNOWLEDGE, reader=READER))
    assert len(data) == len(set(data))
    assert not any(
        isinstance(node, BlankNode) for quad in data for node in (quad.subject, quad.object, quad.graph_name)
    )


def test_every_evidence_stands_in_the_graph_of_its_article(store: Store) -> None:
    for quad in store.quads_for_pattern(None, term("nif:referenceContext"), None, None):
        assert isinstance(quad.object, NamedNode)
        assert quad.graph_name == NamedNode(f"{quad.object.value}-graph")


def test_what_two_articles_tell_of_stands_in_both_graphs_with_the_words_of_each(store: Store) -> None:
    for number in (1, 2):
        assert ask(
            store,
            f"GRAPH :article-{number}-graph {{ :event-search a ng:Raid ; ng:agent :entity-police ; ng:evidence ?e . "
            f"?e nif:referenceContext :article-{number} }}",
        )
    assert not ask(store, "GRAPH :article-2-graph { :event-search ng:patient ?x }")


def test_the_words_are_the_words() -> None:
    for quad in quads(KNOWLEDGE, reader=READER):
        if quad.predicate == term("nif:anchorOf") and quad.graph_name == item("article-1-graph"):
            assert isinstance(quad.object, Literal)
            assert quad.object.value in ARTICLE.text


def test_only_current_facts_between_two_entities_are_plain_triples(store: Store) -> None:
    assert ask(store, "GRAPH ?g { :entity-brandt ng:basedIn :entity-grimsund }")
    assert not ask(store, "GRAPH ?g { :entity-brandt ng:holdsPosition ?x }")
    assert not ask(store, "GRAPH ?g { :entity-brandt ng:worksFor ?x }")
    assert ask(store, "GRAPH ?g { :fact-once rdf:predicate ng:worksFor ; ng:status ng:status-former }")


def test_planned_events_are_nodes_with_a_status(store: Store) -> None:
    assert ask(store, "GRAPH ?g { :event-search ng:factuality ng:factuality-planned }")


def test_every_graph_has_its_provenance_in_the_default_graph(store: Store) -> None:
    for named in store.named_graphs():
        assert ask(store, f"{named} a prov:Bundle ; prov:wasDerivedFrom ?a ; prov:wasGeneratedBy ?run")
    assert ask(store, f'?run a ng:Run ; prov:wasAssociatedWith ?r . ?r a ng:Reader ; rdfs:label "{READER}"')
    subjects = {quad.subject for quad in store.quads_for_pattern(None, None, None, DefaultGraph())}
    assert item("article-1") not in subjects


def test_an_open_range_has_one_bound_and_counts_are_integers(store: Store) -> None:
    assert ask(store, "GRAPH ?g { :quantity-1 schema:minValue 40 ; ng:approximate true }")
    assert not ask(store, "GRAPH ?g { :quantity-1 schema:maxValue ?x }")


def test_a_number_of_no_event_has_its_words_too() -> None:
    loose = replace(PROTEST.quantities[0], id="quantity-2", minimum=8)
    written = {str(quad.subject) for quad in quads(replace(KNOWLEDGE, quantities=(loose,)), reader=READER)}
    assert {f"<{DEFAULT_BASE}quantity-1>", f"<{DEFAULT_BASE}quantity-2>"} <= written
    assert {str(quad.subject) for quad in quads(KNOWLEDGE, reader=READER)} < written
    assert validate(quads(replace(KNOWLEDGE, quantities=(loose,)), reader=READER)) == ()


def test_an_invalid_address_is_escaped(store: Store) -> None:
    assert ask(
        store, "GRAPH ?g { :article-1 schema:url <https://post.example/news/harbour%20search?id=%3C1%3E> }"
    )


def test_evidence_from_nowhere_is_refused() -> None:
    stray = replace(BRANDT, evidence=(replace(words("Brandt")[0], article="article-9"),))
    with pytest.raises(ValueError, match="article-9, which is not among the articles"):
        list(quads(replace(KNOWLEDGE, entities=(stray, POLICE)), reader=READER))


@pytest.mark.parametrize("base", ["", "news", "https://x.example/a b/", "https://x.example/news"])
def test_a_base_that_cannot_hold_names_is_refused(base: str) -> None:
    with pytest.raises(SettingsError, match="base IRI"):
        list(quads(KNOWLEDGE, reader=READER, base=base))


def test_all_names_stand_below_the_base() -> None:
    base = "https://news.example/id/"
    for quad in quads(KNOWLEDGE, reader=READER, base=base):
        assert isinstance(quad, Quad)
        assert str(quad.subject).startswith(f"<{base}")
        if isinstance(quad.object, NamedNode):
            assert DEFAULT_BASE not in quad.object.value
        assert quad.predicate.value.startswith(tuple(PREFIXES.values()))


def test_words_of_what_two_articles_tell_of_stand_in_one_language() -> None:
    both = words("Harbour master") + words("Police", OTHER_ARTICLE)
    told = replace(
        KNOWLEDGE,
        articles=(ARTICLE, replace(OTHER_ARTICLE, language="en-GB")),
        facts=(replace(OFFICE, evidence=both), replace(OFFICE, id="fact-again", evidence=both[::-1])),
    )
    for predicate in ("ng:position", "rdfs:label"):
        tagged = {quad.object for quad in quads(told, reader=READER) if quad.predicate == term(predicate)}
        assert not any(isinstance(value, Literal) and value.language == "en-gb" for value in tagged)
    assert validate(quads(told, reader=READER)) == ()
