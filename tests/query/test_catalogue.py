"""Named queries as files: how they are found, read and filled."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from graph.errors import QueryError
from graph.query.catalogue import Query, fill, find_query, load_catalogue, parse_query, read_query
from graph.query.result import Rows
from graph.query.session import Session

TEXT = """# What is it,
# and why?
#
# It is so.
#
# parameter name: a part (default: all)
# parameter since: a day (default: always)
# parameter least: a number (default: 0)

PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?name ?since ?least {
  VALUES ?name { "" }
  VALUES ?since { "0001-01-01"^^xsd:date }
  VALUES ?least { 0 }
}
"""

HOSTILE = [
    '" } ?s ?p ?o . VALUES ?x { "',
    '"',
    "\\",
    '\\"',
    "\\u0022 } { ?s ?p ?o } #",
    "'''\"\"\"",
    "a\nb\r\tc",
    "\x00\x1b[31m",
    "# no comment",
    "<script>alert(1)</script>",
    "?name $since {} %s {0} \\1 \\g<0>",
    "😀 \u202e \u2028",
    "SERVICE <http://127.0.0.1:1/> { ?s ?p ?o }",
]


@pytest.fixture
def query() -> Query:
    return parse_query(TEXT, name="test")


def ask(query: Query, **values: str) -> dict[str, str]:
    result = Session(Store()).run(query, values)
    assert isinstance(result, Rows)
    return result.records()[0]


def test_reads_question_explanation_and_parameters(query: Query) -> None:
    assert query.question == "What is it, and why?"
    assert query.description == "It is so."
    assert [(p.name, p.kind, p.default, p.meaning) for p in query.parameters] == [
        ("name", "text", "", "a part (default: all)"),
        ("since", "date", "0001-01-01", "a day (default: always)"),
        ("least", "integer", "0", "a number (default: 0)"),
    ]


def test_a_query_without_comments_has_no_question() -> None:
    query = parse_query("SELECT * { ?s ?p ?o }", name="mine")
    assert (query.question, query.description, query.parameters) == ("", "", ())


def test_defaults_stand_where_nothing_is_given(query: Query) -> None:
    assert ask(query) == {"name": "", "since": "0001-01-01", "least": "0"}
    assert fill(query, {"name": ""}) == query.text


def test_values_are_filled_in_by_kind(query: Query) -> None:
    assert ask(query, name="Ilda", since=" 2031-05-04 ", least="007") == {
        "name": "Ilda",
        "since": "2031-05-04",
        "least": "7",
    }


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_values_stay_values(query: Query, value: str) -> None:
    assert ask(query, name=value)["name"] == value


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_stays_what_it_is(value: str) -> None:
    assert ask(parse_query(TEXT, name="test"), name=value)["name"] == value


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_values_find_nothing_in_named_queries(session: Session, queries: Path, value: str) -> None:
    for query in load_catalogue(queries).values():
        for parameter in query.parameters:
            if parameter.kind == "text":
                result = session.run(query, {parameter.name: value})
                assert isinstance(result, Rows)
                assert not result.rows, (query.name, parameter.name)


def test_a_value_cannot_fill_another_parameter(query: Query) -> None:
    values = {"name": 'VALUES ?since { "" } VALUES ?least { 0 }', "least": "3"}
    assert ask(query, **values) == {"name": values["name"], "since": "0001-01-01", "least": "3"}


def test_lone_surrogates_become_question_marks(query: Query) -> None:
    assert ask(query, name="a\udcffb")["name"] == "a?b"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"nam": "x"}, "test has no parameter nam; did you mean name?"),
        ({"zzz": "x"}, "test has no parameter zzz; it takes name, since, least"),
        ({"since": "yesterday"}, "parameter since: 'yesterday' is not a day such as 2024-03-20"),
        ({"since": "2031-13-01"}, "parameter since: '2031-13-01' is not a day such as 2024-03-20"),
        ({"least": "many"}, "parameter least: 'many' is not a whole number"),
    ],
)
def test_bad_values_are_one_line(query: Query, values: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError) as caught:
        fill(query, values)
    assert str(caught.value) == message


def test_a_query_without_parameters_says_so() -> None:
    with pytest.raises(QueryError, match=r"^query takes no parameters, got name$"):
        fill(Query(name="query", text="ASK {}"), {"name": "x"})


@pytest.mark.parametrize("text", ["# Why?\n#\n# parameter x: y\nASK {}", TEXT + 'VALUES ?name { "" }'])
def test_a_parameter_needs_one_place(text: str) -> None:
    with pytest.raises(QueryError, match="must stand once in the query, as VALUES"):
        parse_query(text, name="test")


def test_finds_names_files_and_text(queries: Path, tmp_path: Path) -> None:
    assert find_query("who-leads-what", queries).question == "Who leads what?"
    assert find_query(" who-leads-what\n", queries).name == "who-leads-what"
    path = tmp_path / "mine.rq"
    path.write_text(TEXT, encoding="utf-8-sig")
    assert find_query(str(path), queries).parameters[0].name == "name"
    assert find_query("ASK { ?s ?p 'x.rq' }", queries) == Query(name="query", text="ASK { ?s ?p 'x.rq' }")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("who-leeds-what", "there is no query named who-leeds-what; did you mean who-leads-what"),
        ("Timeline2", "did you mean timeline"),
        ("killings", "did you mean claimed-killings"),
        ("xyzzy", "there is no query named xyzzy; known are anonymous-sources, casualty-numbers, "),
        ("x" * 5000, "there is no query named xxxx"),
        ("x" * 5000 + ".rq", "cannot be read"),
        ("../secret", "a named query needs its name only"),
        ("missing.rq", r"missing\.rq: cannot be read \(No such file or directory\); name a query file"),
    ],
)
def test_unknown_sources_are_one_line(session: Session, queries: Path, source: str, message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        session.run(find_query(source, queries))
    assert "\n" not in str(caught.value)


def test_a_query_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "x.rq").write_bytes(b"ASK {} # \xff")
    with pytest.raises(QueryError, match="not UTF-8 text; save the query as UTF-8"):
        read_query(tmp_path / "x.rq")


def test_an_empty_catalogue_is_a_damaged_installation(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="no named queries there"):
        load_catalogue(tmp_path)
