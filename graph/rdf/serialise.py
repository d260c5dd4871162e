"""Quads as files: sorted, so that the same data gives the same bytes, whatever the order it came in.

rdflib's writers of Turtle and TriG need minutes for what these need seconds for, and Oxigraph's stream in the
order of the store; so Turtle, TriG and JSON-LD are written here, node by node. All data is held in memory.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Final

from pyoxigraph import Literal, Quad, RdfFormat, Triple, serialize

from graph.rdf.jsonld import write_jsonld
from graph.rdf.literals import REPLACEMENT
from graph.rdf.statements import Statement, canonical, own_class_first, statements, union
from graph.rdf.turtle import write_trig, write_turtle
from graph.vocabulary import DEFAULT_BASE, PREFIXES
from graph.vocabulary.borrowed import RDF


class Form(StrEnum):
    """A file format. Turtle, N-Triples and RDF/XML hold the union of all graphs, the others keep them."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"

    @property
    def suffix(self) -> str:
        """The usual end of the file name, with its dot."""
        return _SUFFIXES[self]


_SUFFIXES: Final = {
    Form.TURTLE: ".ttl",
    Form.TRIG: ".trig",
    Form.NQUADS: ".nq",
    Form.NTRIPLES: ".nt",
    Form.JSONLD: ".jsonld",
    Form.RDFXML: ".rdf",
}

# What XML 1.0 has no way to write, not even escaped.
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def serialise(quads: Iterable[Quad], form: Form, *, base: str = DEFAULT_BASE) -> Iterator[str]:
    """Write quads in a format.

    Args:
        quads: In any order, with or without repetition; a `pyoxigraph.Store` will do.
        form: The file format.
        base: Where resources are minted; gets the prefix `item`.

    Yields:
        The text, in pieces.
    """
    yield from _WRITERS[form](quads, {"item": base, **PREFIXES})


def _write_turtle(quads: Iterable[Quad], prefixes: dict[str, str]) -> Iterator[str]:
    return write_turtle(union(quads), prefixes)


def _write_trig(quads: Iterable[Quad], prefixes: dict[str, str]) -> Iterator[str]:
    return write_trig(statements(quads), prefixes)


def _write_jsonld(quads: Iterable[Quad], prefixes: dict[str, str]) -> Iterator[str]:
    return write_jsonld(statements(quads), prefixes)


def _write_nquads(quads: Iterable[Quad], _: dict[str, str]) -> Iterator[str]:
    for one in statements(quads):
        named = f" {one.named}" if one.named else ""
        yield f"{one.subject} {one.predicate} {one.object}{named} .\n"


def _write_ntriples(quads: Iterable[Quad], _: dict[str, str]) -> Iterator[str]:
    for one in union(quads):
        yield f"{one.subject} {one.predicate} {one.object} .\n"


def _write_rdfxml(quads: Iterable[Quad], prefixes: dict[str, str]) -> Iterator[str]:
    """Write RDF/XML; characters that XML cannot hold become U+FFFD, one for one."""
    triples = {Statement.of(quad, named=False): quad.triple for quad in quads}
    ordered = [_for_xml(triples[row]) for row in sorted(triples, key=_class_first)]
    predicates = {triple.predicate.value for triple in ordered}
    used = {name: iri for name, iri in prefixes.items() if any(p.startswith(iri) for p in predicates)}
    data = serialize(ordered, format=RdfFormat.RDF_XML, prefixes=used) or b""
    # A parser of XML would read a bare carriage return as a new line.
    yield data.decode().replace("\r", "&#xD;")


def _class_first(row: Statement) -> tuple[str, bool, int, Statement]:
    return row.subject, row.predicate != f"<{RDF.type}>", own_class_first(row.object), row


def _for_xml(triple: Triple) -> Triple:
    value = canonical(triple.object)
    if isinstance(value, Literal) and _NOT_IN_XML.search(value.value):
        plain = _NOT_IN_XML.sub(REPLACEMENT, value.value)
        kind = {"language": value.language} if value.language else {"datatype": value.datatype}
        value = Literal(plain, **kind)
    return Triple(triple.subject, triple.predicate, value)


_WRITERS: Final[dict[Form, Callable[[Iterable[Quad], dict[str, str]], Iterator[str]]]] = {
    Form.TURTLE: _write_turtle,
    Form.TRIG: _write_trig,
    Form.NQUADS: _write_nquads,
    Form.NTRIPLES: _write_ntriples,
    Form.JSONLD: _write_jsonld,
    Form.RDFXML: _write_rdfxml,
}
