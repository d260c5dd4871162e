"""Checks a dataset against the shapes of the ontology, and says what is wrong in words.

Not imported by `graph.rdf` itself: pySHACL is slow to load and only needed here. It checks some thousand
quads a second, on an rdflib graph: on Oxigraph's store it is slower by orders of magnitude.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyshacl
from pyoxigraph import Quad
from rdflib import RDF, RDFS, SH, SKOS, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from graph import paths
from graph.rdf.serialise import Form, serialise
from graph.rdf.shortening import Shortener
from graph.vocabulary import NG, PREFIXES, news
from graph.vocabulary.borrowed import SCHEMA

_NAMES = (SKOS.prefLabel, RDFS.label, SCHEMA.headline, SCHEMA.name, news.content)
_TERMS = frozenset(term for term in vars(news).values() if isinstance(term, URIRef))


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Violation:
    """One thing that is wrong.

    Attributes:
        focus: IRI of the node.
        kind: What it is, such as `Raid` or `Evidence`; empty if it has no class.
        label: Its name, label or words; empty if it has none.
        path: The property, shortened, such as `ng:evidence`; empty if the node itself is wrong.
        message: What the shapes ask for.
        value: The wrong value; empty if something is missing or too many.
    """

    focus: str
    kind: str
    label: str
    path: str
    message: str
    value: str

    def __str__(self) -> str:
        name = f"{self.kind or 'node'} {self.label!r}" if self.label else self.kind or "node"
        where = f" {self.path}" if self.path else ""
        what = f" (is {self.value})" if self.value else ""
        return f"{name} <{self.focus}>{where}: {self.message}{what}"


def validate(dataset: Iterable[Quad], *, shapes: Path | None = None) -> tuple[Violation, ...]:
    """Check the union of all graphs of a dataset.

    Args:
        dataset: Quads; a `pyoxigraph.Store` will do.
        shapes: Turtle file of SHACL shapes; those of the ontology by default.

    Returns:
        What is wrong, sorted, each once; nothing if the data conforms.
    """
    triples = Graph(bind_namespaces="none")
    triples.parse(data="".join(serialise(dataset, Form.NTRIPLES)), format="nt")
    constraints = Graph().parse(shapes or paths.ontology() / "shapes.ttl", format="turtle")
    # In place, for no inference is made that could change the data.
    _, report, _ = pyshacl.validate(triples, shacl_graph=constraints, inplace=True)
    if not isinstance(report, Graph):
        msg = f"the shapes cannot be applied: {report}"
        raise TypeError(msg)
    reader = _Reader(triples, report)
    found = {reader.violation(result) for result in report.subjects(RDF.type, SH.ValidationResult)}
    return tuple(sorted(found.union(reader.strays())))


class _Reader:
    """Turns results of a SHACL report into rows."""

    def __init__(self, triples: Graph, report: Graph) -> None:
        self._triples = triples
        self._report = report
        self._shortener = Shortener(PREFIXES)

    def violation(self, result: Node) -> Violation:
        """Read one result of the report."""
        report = self._report
        focus = report.value(result, SH.focusNode)
        messages = sorted(str(message) for message in report.objects(result, SH.resultMessage))
        return Violation(
            focus=str(focus),
            kind=self._kind(focus),
            label=self._label(focus),
            path=self._path(report.value(result, SH.resultPath)),
            message="; ".join(messages),
            value=self._show(report.value(result, SH.value)),
        )

    def strays(self) -> Iterator[Violation]:
        """Find classes and properties that look like terms of newsgraph and are none; shapes cannot."""
        for predicate in set(self._triples.predicates()):
            if _is_stray(predicate):
                for subject in self._triples.subjects(predicate):
                    yield self._stray(subject, path=self._show(predicate), value="")
        for kind in set(self._triples.objects(None, RDF.type)):
            if _is_stray(kind):
                for subject in self._triples.subjects(RDF.type, kind):
                    yield self._stray(subject, path="rdf:type", value=self._show(kind))

    def _stray(self, focus: Node, *, path: str, value: str) -> Violation:
        return Violation(
            focus=str(focus),
            kind=self._kind(focus),
            label=self._label(focus),
            path=path,
            message="is no term of the ontology",
            value=value,
        )

    def _kind(self, node: Node | None) -> str:
        classes = [str(kind) for kind in self._triples.objects(node, RDF.type)]
        own = sorted(kind for kind in classes if kind.startswith(NG))
        telling = [kind for kind in own if kind not in (str(news.Entity), str(news.Event))]
        return (telling or own or [NG])[0].removeprefix(NG)

    def _label(self, node: Node | None) -> str:
        found = (
            str(label) for name in _NAMES for label in sorted(self._triples.objects(node, name), key=str)
        )
        return next(found, "")

    def _path(self, path: Node | None) -> str:
        if path is None:
            return ""
        choices = self._report.value(path, SH.alternativePath)
        if choices is None:
            return self._show(path)
        return "|".join(self._show(choice) for choice in Collection(self._report, choices))

    def _show(self, node: Node | None) -> str:
        if node is None:
            return ""
        if isinstance(node, Literal):
            return repr(str(node))
        return self._shortener.short(str(node)) or str(node)


def _is_stray(term: Node) -> bool:
    return isinstance(term, URIRef) and str(term).startswith(NG) and term not in _TERMS
