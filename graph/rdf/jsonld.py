"""JSON-LD 1.1 with prefixes in a context: the nodes of the default graph, then one object per named graph."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final

from graph.rdf.shortening import Shortener
from graph.rdf.statements import Description, Statement, described
from graph.vocabulary.borrowed import RDF, XSD

_TYPE: Final = f"<{RDF.type}>"
# Plain strings: a URIRef never equals one.
_BOOLEAN: Final = str(XSD.boolean)
_INTEGER: Final = str(XSD.integer)
_LITERAL: Final = re.compile(r'"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]+)|\^\^<([^>]*)>)?\Z')
_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_ESCAPED: Final = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
# What every reader of JSON takes for the same number.
_SAFE_INTEGER: Final = re.compile(r"(?:0|-?[1-9][0-9]{0,14})\Z")


def write_jsonld(rows: Iterable[Statement], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Write sorted statements as JSON-LD, one node a line."""
    writer = _Writer(prefixes)
    parts: list[str] = []
    for named, inside in groupby(rows, key=lambda row: row.named):
        nodes = [_dump(writer.node(description)) for description in described(inside)]
        if named:
            body = ",\n    ".join(nodes)
            parts.append(f'{{"@id": {_dump(writer.name(named))}, "@graph": [\n    {body}\n  ]}}')
        else:
            parts.extend(nodes)
    yield f'{{"@context": {_dump(writer.context)},\n"@graph": [\n  '
    yield ",\n  ".join(parts)
    yield "\n]}\n"


class _Writer:
    """Turns descriptions into JSON; the prefixes they took are known only afterwards."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._shortener = Shortener(prefixes)

    @property
    def context(self) -> dict[str, str]:
        """The prefixes that were used."""
        return self._shortener.used

    def node(self, description: Description) -> dict[str, Any]:
        """Write a node with all its properties."""
        subject, properties = description
        written: dict[str, Any] = {"@id": self.name(subject)}
        for predicate, values in properties:
            if predicate == _TYPE:
                written["@type"] = _single([self.name(value) for value in values])
            else:
                written[self.name(predicate)] = _single([self._value(value) for value in values])
        return written

    def name(self, term: str) -> str:
        """Write an IRI in short; a blank node stays as it is."""
        if not term.startswith("<"):
            return term
        return self._shortener.short(term[1:-1]) or term[1:-1]

    def _value(self, term: str) -> object:
        match = _LITERAL.match(term)
        if match is None:
            return {"@id": self.name(term)}
        value, language, datatype = _ESCAPE.sub(_unescaped, match[1]), match[2], match[3]
        if language:
            return {"@language": language, "@value": value}
        if datatype is None:
            return value
        if datatype == _BOOLEAN and value in ("true", "false"):
            return value == "true"
        if datatype == _INTEGER and _SAFE_INTEGER.match(value):
            return int(value)
        return {"@type": self.name(f"<{datatype}>"), "@value": value}


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _ESCAPED.get(match[3], match[3])


def _single(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
