"""Answers as table, JSON and CSV, also with values that mean harm."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, Triple, parse_query_results

from graph.query.render import Format, render
from graph.query.result import Answer, Rows, Triples
from graph.query.session import Session
from graph.query.table import shorten, visible

XSD = "http://www.w3.org/2001/XMLSchema#"
EVIL = "[red]no[/red] \x1b]0;owned\x07\x1b[31m \x9b2J \u202eevil :smile: \ttab\nline <script>"
ROWS = Rows(
    ("who", "n", "note"),
    (
        (NamedNode("https://schema.org/name"), Literal(12), Literal('a "quoted", thing', language="en")),
        (NamedNode("http://elsewhere.example/a?b#c"), Literal(3), None),
        (BlankNode("b"), None, Literal(EVIL)),
    ),
)


def test_table_has_short_names_blanks_and_visible_control_characters() -> None:
    text = render(ROWS, Format.TABLE, width=200)
    assert "schema:name" in text
    assert "<http://elsewhere.example/a?b#c>" in text
    assert r"[red]no[/red] \x1b]0;owned\x07\x1b[31m \x9b2J \u202eevil :smile: tab line <script>" in text
    assert "None" not in text
    assert all(character.isprintable() or character == "\n" for character in text)


def test_table_wraps_long_words_and_text_without_loss() -> None:
    words = "harbour " * 40 + "x" * 200
    text = render(Rows(("a", "b"), ((Literal(words), Literal("short")),)), Format.TABLE, width=60)
    assert max(map(len, text.splitlines())) <= 60
    assert text.count("harbour") == 40
    assert text.count("x") == 200


def test_numbers_stand_at_the_right() -> None:
    lines = render(Rows(("n",), ((Literal(1),), (Literal(100),))), Format.TABLE, width=60).splitlines()
    assert [line.rindex(figure) for line, figure in zip(lines[2:], ("1", "0"), strict=True)] == [3, 3]


def test_narrow_terminals_get_a_block_a_row() -> None:
    columns = tuple(f"column{number}" for number in range(8))
    rows = Rows(columns, ((*(Literal(f"value {number} is long") for number in range(7)), None),) * 2)
    text = render(rows, Format.TABLE, width=60)
    assert text.startswith("column0  value 0 is long\ncolumn1  value 1 is long\n")
    assert "column7" not in text
    assert text.count("\n\n") == 1


@pytest.mark.parametrize("width", range(30, 200, 9))
def test_no_width_loses_a_column_or_a_word(session: Session, width: int) -> None:
    result = session.run(
        "SELECT ?s ?c ?w ?m ?n { ?s a ?c ; nif:anchorOf ?w ; ng:method ?m ; ng:confidence ?n }"
    )
    assert isinstance(result, Rows)
    text = render(result, Format.TABLE, width=width)
    assert max(map(len, text.splitlines())) <= width
    letters = "".join(text.split())
    for column in result.columns:
        assert column in text
    assert "…" not in text
    assert letters.count("data:evidence-") == len(result.rows)
    assert letters.count("0.9") == sum(record["n"] == "0.9" for record in result.records())


def test_colours_only_on_demand() -> None:
    assert "\x1b[" not in render(ROWS, Format.TABLE, width=120)
    assert "\x1b[1m" in render(ROWS, Format.TABLE, width=120, color=True)


def test_nothing_found_yes_and_no() -> None:
    assert render(Rows(("a",), ()), Format.TABLE) == "nothing found\n"
    assert render(Triples(()), Format.TABLE) == "nothing found\n"
    assert [render(Answer(value), Format.TABLE) for value in (True, False)] == ["yes\n", "no\n"]


def test_json_is_what_the_standard_says() -> None:
    text = render(ROWS, Format.JSON)
    assert json.loads(text)["results"]["bindings"][0] == {
        "who": {"type": "uri", "value": "https://schema.org/name"},
        "n": {"type": "literal", "value": "12", "datatype": f"{XSD}integer"},
        "note": {"type": "literal", "value": 'a "quoted", thing', "xml:lang": "en"},
    }
    assert all(character.isprintable() or character == "\n" for character in text)
    assert json.loads(render(Answer(True), Format.JSON)) == {"head": {}, "boolean": True}


def test_json_is_read_back_by_another_reader() -> None:
    triple = Triple(NamedNode("http://x/s"), NamedNode("http://x/p"), Literal("o"))
    rows = Rows((*ROWS.columns, "t"), tuple((*row, triple) for row in ROWS.rows))
    solutions = parse_query_results(render(rows, Format.JSON), format=QueryResultsFormat.JSON)
    assert not isinstance(solutions, bool)
    found = [tuple(solution[name] for name in rows.columns) for solution in solutions]  # type: ignore[union-attr]
    assert found == list(rows.rows)


def test_csv_is_what_the_standard_says() -> None:
    assert render(Rows(ROWS.columns, ROWS.rows[:2]), Format.CSV) == (
        'who,n,note\r\nhttps://schema.org/name,12,"a ""quoted"", thing"\r\nhttp://elsewhere.example/a?b#c,3,\r\n'
    )
    assert render(Answer(False), Format.CSV) == "false\r\n"


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_any_text_survives_csv_and_json_and_tames_in_tables(values: list[str]) -> None:
    rows = Rows(("a", "b"), tuple((Literal(value), Literal("end")) for value in values))
    read = list(csv.reader(io.StringIO(render(rows, Format.CSV), newline="")))
    assert [row[0] for row in read[1:]] == values
    bindings = json.loads(render(rows, Format.JSON))["results"]["bindings"]
    assert [binding["a"]["value"] for binding in bindings] == values
    table = render(rows, Format.TABLE, width=80)
    assert not any(ord(character) < 32 and character != "\n" for character in table)


def test_triples_in_all_formats(session: Session) -> None:
    result = session.run("CONSTRUCT { ?s ng:leads ?o } { ?s ng:leads ?o }")
    assert "data:entity-marrow" in render(result, Format.TABLE, width=120)
    assert json.loads(render(result, Format.JSON))[0]["@id"].endswith("/entity-marrow")
    assert render(result, Format.CSV).startswith(
        "subject,predicate,object\r\nhttps://w3id.org/newsgraph/data/"
    )


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        ("https://w3id.org/newsgraph/ontology/Raid", "ng:Raid"),
        ("https://w3id.org/newsgraph/data/entity-1", "data:entity-1"),
        ("https://w3id.org/newsgraph/data/a/b", "<https://w3id.org/newsgraph/data/a/b>"),
        ("http://www.w3.org/2002/07/owl#", "<http://www.w3.org/2002/07/owl#>"),
        ("http://example.org/\u202ex", r"<http://example.org/\u202ex>"),
    ],
)
def test_shortens_only_what_reads_back(iri: str, short: str) -> None:
    assert shorten(iri) == short


def test_visible_keeps_letters_of_all_scripts() -> None:
    assert visible("naïve עברית 中文 😀") == "naïve עברית 中文 😀"
