"""Files: the same bytes from any order, and readable by others whatever the text."""

import hashlib
import json
import os
import random
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse
from rdflib import Dataset, Graph, URIRef

from graph.rdf import Form, quads, serialise
from tests.rdf.sample import KNOWLEDGE, READER, hostile

FORMATS = {
    Form.TURTLE: RdfFormat.TURTLE,
    Form.TRIG: RdfFormat.TRIG,
    Form.NQUADS: RdfFormat.N_QUADS,
    Form.NTRIPLES: RdfFormat.N_TRIPLES,
    Form.JSONLD: RdfFormat.JSON_LD,
    Form.RDFXML: RdfFormat.RDF_XML,
}
KEEP_GRAPHS = {Form.TRIG, Form.NQUADS, Form.JSONLD}
NASTY = (
    "\x00\x01\x08\x0b\x0c\x1f\x7f\x85\u2028\ufffe\uffff\ud800\udfff\U0001f600\U0010ffff"
    "\"\"\"'''\\ \\n \\u0041 <script>&amp;]]> {}|^` @prefix x: <y> . \r\n\t\r end\\"
)


def text_of(data: Iterable[Quad], form: Form) -> str:
    return "".join(serialise(data, form))


def flat(data: Iterable[Quad]) -> set[Quad]:
    return {Quad(quad.subject, quad.predicate, quad.object) for quad in data}


@pytest.mark.parametrize("form", Form)
def test_the_order_of_the_input_does_not_matter(form: Form) -> None:
    data = list(quads(KNOWLEDGE, reader=READER))
    expected = text_of(data, form)
    for seed in range(3):
        random.Random(seed).shuffle(data)
        assert text_of(data + data[:5], form) == expected
    store = Store()
    store.extend(data)
    assert text_of(store, form) == expected


def test_the_hash_seed_does_not_matter() -> None:
    program = (
        "import hashlib; from graph.rdf import *; from tests.rdf.sample import *\n"
        "data = list(quads(KNOWLEDGE, reader=READER))\n"
        "print(hashlib.sha256(''.join(t for f in Form for t in serialise(data, f)).encode()).hexdigest())"
    )
    here = hashlib.sha256()
    for form in Form:
        here.update(text_of(quads(KNOWLEDGE, reader=READER), form).encode())
    for seed in ("0", "1"):
        run = subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        )
        assert run.stdout.strip() == here.hexdigest()


@pytest.mark.parametrize("form", Form)
def test_every_format_holds_all_the_data(form: Form) -> None:
    data = set(quads(KNOWLEDGE, reader=READER))
    back = set(parse(text_of(data, form).encode(), format=FORMATS[form]))
    assert back == (data if form in KEEP_GRAPHS else flat(data))


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("form", Form)
def test_rdflib_reads_the_same(form: Form) -> None:
    data = list(quads(KNOWLEDGE, reader=READER))
    if form in KEEP_GRAPHS:
        dataset = Dataset()
        dataset.parse(data=text_of(data, form), format="json-ld" if form is Form.JSONLD else form.value)
        assert sum(1 for _ in dataset.quads()) == len(data)
    else:
        triples = Graph()
        triples.parse(
            data=text_of(data, form), format={Form.RDFXML: "xml", Form.NTRIPLES: "nt"}.get(form, form.value)
        )
        assert len(triples) == len(flat(data))


@pytest.mark.parametrize("form", Form)
def test_hostile_text_breaks_no_format(form: Form) -> None:
    data = set(quads(hostile(NASTY, url="javascript:alert(1)", language="no such tag"), reader=NASTY))
    back = set(parse(text_of(data, form).encode(), format=FORMATS[form]))
    if form is Form.RDFXML:
        assert len(back) == len(flat(data))
    else:
        assert back == (data if form in KEEP_GRAPHS else flat(data))


def test_surrogates_are_replaced_one_for_one_so_that_offsets_hold() -> None:
    text = text_of(quads(hostile("a\ud800b"), reader=READER), Form.NQUADS)
    assert '"a\N{REPLACEMENT CHARACTER}b"@en' in text


def test_xml_keeps_carriage_returns_and_replaces_what_it_cannot_hold() -> None:
    text = text_of(quads(hostile("a\r\nb\x00c\x1fd\ufffee"), reader=READER), Form.RDFXML)
    values = {element.text for element in ET.fromstring(text).iter() if element.text}
    assert "a\r\nb\ufffdc\ufffdd\ufffde" in values


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(), min_size=1), url=st.text(), language=st.text(max_size=6))
def test_any_text_at_all(text: str, url: str, language: str) -> None:
    data = set(quads(hostile(text, url=f"https://{url}", language=language), reader=READER))
    for form in Form:
        back = set(parse(text_of(data, form).encode(), format=FORMATS[form]))
        assert len(back) == len(data if form in KEEP_GRAPHS else flat(data)) or form is Form.RDFXML
        if form is not Form.RDFXML:
            assert back == (data if form in KEEP_GRAPHS else flat(data))


@settings(max_examples=60, deadline=None)
@given(
    data=st.lists(
        st.tuples(st.sampled_from("abc"), st.sampled_from("pq"), st.text(st.characters(codec="utf-8")))
    )
)
def test_any_literals_survive_turtle(data: list[tuple[str, str, str]]) -> None:
    start = "http://x.example/"
    rows = {Quad(NamedNode(start + s), NamedNode(start + p), Literal(o)) for s, p, o in data}
    assert set(parse(text_of(rows, Form.TURTLE).encode(), format=RdfFormat.TURTLE)) == rows


def test_json_is_plain_json_with_native_numbers() -> None:
    document = json.loads(text_of(quads(KNOWLEDGE, reader=READER), Form.JSONLD))
    homes = {node["@id"]: node.get("@graph", []) for node in document["@graph"]}
    dockers = next(node for node in homes["item:entities"] if node["@id"] == "item:entity-dockers")
    assert dockers["ng:count"] == 40
    assert dockers["@type"] == ["ng:Group", "ng:Entity"]


def test_decimals_keep_their_point_through_a_store() -> None:
    store = Store()
    one = Literal("1.0", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#decimal"))
    store.add(Quad(NamedNode("http://x/a"), NamedNode("http://x/p"), one, DefaultGraph()))
    assert "<http://x/a> <http://x/p> 1.0 ." in text_of(store, Form.TURTLE)
    assert ">1.0<" in text_of(store, Form.RDFXML)


def test_an_empty_dataset_is_a_valid_file() -> None:
    for form in Form:
        assert list(parse(text_of([], form).encode(), format=FORMATS[form])) == []


def test_other_bases_get_the_prefix() -> None:
    base = "https://news.example/id/"
    text = "".join(serialise(quads(KNOWLEDGE, reader=READER, base=base), Form.TURTLE, base=base))
    assert f"@prefix item: <{base}> ." in text
    assert "item:entity-brandt a ng:Person, ng:Entity ;" in text


def test_many_quads_take_seconds() -> None:
    start = "https://w3id.org/newsgraph/data/"
    prop, home = NamedNode("https://w3id.org/newsgraph/ontology/what"), NamedNode(f"{start}g")
    data = [
        Quad(NamedNode(f"{start}x-{number // 8}"), prop, Literal(f"word {number}", language="en"), home)
        for number in range(40_000)
    ]
    begin = time.process_time()
    for form in (Form.TURTLE, Form.TRIG):
        for _ in serialise(data, form):
            pass
    # rdflib needs more than ten seconds for each.
    assert time.process_time() - begin < 8


def test_the_terms_read_back_as_rdflib_terms() -> None:
    triples = Graph().parse(data=text_of(quads(KNOWLEDGE, reader=READER), Form.TURTLE), format="turtle")
    label = triples.value(
        URIRef("https://w3id.org/newsgraph/data/time-ff40ffad71398f8b"),
        URIRef("http://www.w3.org/2000/01/rdf-schema#label"),
    )
    assert str(label) == "2024-03-18"
