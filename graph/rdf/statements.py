"""Quads as strings in N-Triples syntax, which sort the same everywhere; the common ground of all writers."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, NamedTuple, TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from graph.vocabulary import NG
from graph.vocabulary import news as ng
from graph.vocabulary.borrowed import NIF, RDF, RDFS, SCHEMA, SKOS, XSD

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple

#: A node with its properties and their values, in the order to write them.
Description: TypeAlias = tuple[str, list[tuple[str, list[str]]]]

_DECIMAL: Final = NamedNode(XSD.decimal)
_TYPE: Final = f"<{RDF.type}>"
_TOP_CLASSES: Final = frozenset((f"<{ng.Entity}>", f"<{ng.Event}>"))
_NAMES_FIRST: Final = {
    _TYPE: 0,
    f"<{SKOS.prefLabel}>": 1,
    f"<{RDFS.label}>": 1,
    f"<{SCHEMA.headline}>": 1,
    f"<{SCHEMA.name}>": 1,
    f"<{NIF.isString}>": 3,
}


class Statement(NamedTuple):
    """One quad; `named` is the named graph, empty for the default graph."""

    named: str
    subject: str
    predicate: str
    object: str

    @classmethod
    def of(cls, quad: Quad, *, named: bool = True) -> "Statement":
        """Take a quad, or, without `named`, the triple in it."""
        home = "" if isinstance(quad.graph_name, DefaultGraph) or not named else str(quad.graph_name)
        return cls(home, str(quad.subject), str(quad.predicate), str(canonical(quad.object)))


def canonical(term: Term) -> Term:
    """Write decimals with a point, as XML Schema does and Turtle needs; Oxigraph's store takes it away."""
    if isinstance(term, Literal) and term.datatype == _DECIMAL and "." not in term.value:
        return Literal(f"{term.value}.0", datatype=_DECIMAL)
    return term


def statements(quads: Iterable[Quad]) -> list[Statement]:
    """Give each quad once, sorted by graph, subject, predicate and object."""
    return sorted({Statement.of(quad) for quad in quads})


def union(quads: Iterable[Quad]) -> list[Statement]:
    """Give each triple once, whatever graphs it stands in, sorted by subject, predicate and object."""
    return sorted({Statement.of(quad, named=False) for quad in quads})


def described(rows: Iterable[Statement]) -> Iterator[Description]:
    """Gather sorted statements by subject; class and name come first, a long text last."""
    for subject, about in groupby(rows, key=lambda row: row.subject):
        properties = [
            (predicate, [row.object for row in same])
            for predicate, same in groupby(about, key=lambda row: row.predicate)
        ]
        for predicate, values in properties:
            if predicate == _TYPE:
                values.sort(key=own_class_first)
        properties.sort(key=lambda item: (_NAMES_FIRST.get(item[0], 2), item[0]))
        yield subject, properties


def own_class_first(term: str) -> int:
    """Rank classes: the telling one, then `ng:Event` or `ng:Entity`, then those of other vocabularies."""
    if not term.startswith(f"<{NG}"):
        return 2
    return int(term in _TOP_CLASSES)
