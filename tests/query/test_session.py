"""Running queries: what they see, what they give, what is refused, and the time limit."""

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from graph.errors import QueryError
from graph.query.result import Answer, Rows, Triples
from graph.query.session import Session

A, B, P = NamedNode("http://x/a"), NamedNode("http://x/b"), NamedNode("http://x/p")
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def test_plain_patterns_see_each_triple_of_all_graphs_once() -> None:
    store = Store()
    store.extend(Quad(A, P, Literal("x"), NamedNode(f"http://x/g{number}")) for number in range(3))
    store.add(Quad(B, P, Literal("y")))
    session = Session(store)
    assert session.run("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == Rows(("n",), ((Literal(2),),))
    assert session.run("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }") == Rows(("n",), ((Literal(3),),))


def test_counts_over_shared_events_are_right(session: Session) -> None:
    text = "SELECT (COUNT(?agent) AS ?n) { data:event-killing ng:agent ?agent }"
    assert session.run(text) == Rows(("n",), ((Literal(1),),))


def test_prefixes_are_declared_and_may_be_declared_anew(session: Session) -> None:
    assert session.run("ASK { data:entity-marrow ng:leads ?x }") == Answer(True)
    assert session.run("PREFIX ng: <http://x/> ASK { ?s ng:leads ?x }") == Answer(False)


def test_unbound_cells_are_none(session: Session) -> None:
    text = "SELECT ?h { data:article-3 schema:url ?u OPTIONAL { data:article-3 schema:headline ?h } }"
    result = session.run(text)
    assert result == Rows(("h",), ((None,),))
    assert isinstance(result, Rows)
    assert result.records() == [{}]


def test_all_columns_come_in_the_order_of_the_text(session: Session) -> None:
    result = session.run("SELECT DISTINCT * { ?zoo ng:leads ?ape . # ?ant\n ?ape ng:form ?cow }")
    assert isinstance(result, Rows)
    assert result.columns == ("zoo", "ape", "cow")


def test_triples_come_once_and_sorted() -> None:
    store = Store()
    store.extend([Quad(B, P, A), Quad(A, P, B)])
    result = Session(store).run("CONSTRUCT { ?s ?p ?o } { { ?s ?p ?o } UNION { ?s ?p ?o } }")
    assert isinstance(result, Triples)
    assert [str(triple.subject) for triple in result.triples] == ["<http://x/a>", "<http://x/b>"]
    assert result.as_rows().columns == ("subject", "predicate", "object")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "query: the query is empty; write one such as: SELECT"),
        ("SELECT * {", "query: line 1, column 11, at the end of the line: a '}' is missing somewhere"),
        (
            "SELECT * {\n?s ng:p ?o }}",
            "query: line 2, column 14, at the end of the line: a '{' is missing somewhere",
        ),
        ("ASK { ?s ?p (1 }", r"a '\)' is missing"),
        (
            "ASK {\n ?s shema:p ?o }",
            "line 2, .*: the prefix shema: is not declared; .*; did you mean schema:",
        ),
        ("ASK { ?s zzzz:p ?o }", "the prefix zzzz: is not declared; .*known without it are aida, data"),
        ("ASK { ?s :p ?o }", "the prefix : is not declared"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE would change the data"),
        ("PREFIX x: <http://x/> INSERT DATA { x:a x:b x:c }", "INSERT would change the data"),
        ("who leads what?", "a query starts with SELECT, ASK, CONSTRUCT or DESCRIBE"),
        ("SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }", "must be grouped or aggregated"),
        ("SELECT (?o AS ?s) { ?s ?p ?o }", "AS must name a new variable"),
        ('ASK { ?s ?p "x }', "a quotation mark is not closed"),
        ("SELECT ?s WHERE ?s ?p ?o", 'expected "{"'),
        ("SELECT * { ?s ?p ?o FILTER(name = 'x') }", "this cannot be read here"),
        ("SELECT (<http://x/f>(1) AS ?x) {}", "query: cannot be answered: The custom function <http://x/f>"),
    ],
)
def test_bad_queries_are_one_line_with_place_and_hint(session: Session, text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        session.run(text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { ?s ?p 1SERVICE:e { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { ?s ?p trueservice:e { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { ?s ?p :.SERVICE:e { ?s ?p ?o } }",
        "SELECT * { SERVICESILENT<http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?a,?b FILTER(?a<?b&&?a!='>') SERVICE<http://127.0.0.1:9/>{} FILTER('x'='x') }",
        "SELECT * { # SERVICE\n SERVICE # x\n <http://127.0.0.1:9/> {} }",
        "SELECT * { ?s ?p '''it's''' SERVICE <http://127.0.0.1:9/> {} }",
    ],
)
def test_remote_services_are_refused(session: Session, text: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        session.run(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service { ?service ?p 'SERVICE <http://x> {}' }",
        "SELECT * { ?s ng:service <http://x/service> } # SERVICE",
        'SELECT * { ?s ?p """a "service" """ , "\\"service", \'service\' }',
    ],
)
def test_the_word_service_alone_is_not_refused(session: Session, text: str) -> None:
    assert isinstance(session.run(text), Rows)


def test_a_time_limit_ends_a_hard_query(session: Session) -> None:
    with pytest.raises(QueryError, match=r"^query: no answer within 0\.3 s; narrow the query"):
        session.run(SLOW, timeout=0.3)


def test_a_query_under_a_time_limit_gives_the_same(session: Session) -> None:
    for text in (
        "SELECT ?who ?x { ?who ng:leads ?what OPTIONAL { ?who ng:nothing ?x } }",
        "ASK { ?s ng:leads ?o }",
        "DESCRIBE data:entity-kest",
    ):
        assert session.run(text, timeout=30) == session.run(text)


def test_a_bad_query_under_a_time_limit_is_explained(session: Session) -> None:
    with pytest.raises(QueryError, match="a '}' is missing"):
        session.run("SELECT * {", timeout=30)


def test_blank_nodes_survive_the_way_through_the_other_process() -> None:
    store = Store()
    store.add(Quad(BlankNode("x"), P, Literal("deux", language="fr")))
    result = Session(store).run("SELECT ?s ?o { ?s ?p ?o }", timeout=30)
    assert isinstance(result, Rows)
    assert isinstance(result.rows[0][0], BlankNode)
    assert result.rows[0][1] == Literal("deux", language="fr")
