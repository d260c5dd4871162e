"""Turtle and TriG for people to read: prefixes, one block a node, numbers and long texts without clutter."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final

from graph.rdf.shortening import Shortener
from graph.rdf.statements import Description, Statement, described
from graph.vocabulary.borrowed import RDF, XSD

_TYPE: Final = f"<{RDF.type}>"
_TYPED: Final = re.compile(r'("(?:[^"\\]|\\.)*")\^\^(<[^>]*>)\Z')
_ESCAPE: Final = re.compile(r"\\(.)")
_BARE: Final = {
    f"<{XSD.integer}>": re.compile(r'"([+-]?[0-9]+)"\Z'),
    f"<{XSD.decimal}>": re.compile(r'"([+-]?[0-9]+\.[0-9]+)"\Z'),
    f"<{XSD.boolean}>": re.compile(r'"(true|false)"\Z'),
}


def write_turtle(rows: Iterable[Statement], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Write sorted statements as Turtle, without their graphs."""
    writer = _Writer(prefixes)
    blocks = [writer.block(description, "") for description in described(rows)]
    yield writer.header()
    for block in blocks:
        yield f"\n{block}"


def write_trig(rows: Iterable[Statement], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Write sorted statements as TriG; the default graph comes first."""
    writer = _Writer(prefixes)
    parts: list[str] = []
    for named, inside in groupby(rows, key=lambda row: row.named):
        indent = "    " if named else ""
        blocks = [writer.block(description, indent) for description in described(inside)]
        body = "\n".join(blocks)
        parts.append(f"\n{writer.short(named)} {{\n{body}}}\n" if named else f"\n{body}")
    yield writer.header()
    yield from parts


class _Writer:
    """Writes nodes one after the other; the prefixes they took are known only afterwards."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._shortener = Shortener(prefixes)

    def header(self) -> str:
        """Declare the prefixes that were used."""
        return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in self._shortener.used.items())

    def block(self, description: Description, indent: str) -> str:
        """Write a node with all its properties."""
        subject, properties = description
        lines = []
        for predicate, values in properties:
            terms = [self._value(value) for value in values]
            verb = "a" if predicate == _TYPE else self.short(predicate)
            deeper = f"\n{indent}        "
            short = len(terms) == 1 or predicate == _TYPE
            lines.append(f"{verb} {', '.join(terms)}" if short else verb + deeper + f",{deeper}".join(terms))
        return f"{indent}{self.short(subject)} " + f" ;\n{indent}    ".join(lines) + " .\n"

    def short(self, term: str) -> str:
        """Write a term with a prefix if one fits."""
        if not term.startswith("<") or term.startswith("<<"):
            return term
        return self._shortener.short(term[1:-1]) or term

    def _value(self, term: str) -> str:
        if not term.startswith('"'):
            return self.short(term)
        typed = _TYPED.match(term) if term.endswith(">") else None
        if typed:
            bare = _BARE[typed[2]].match(typed[1]) if typed[2] in _BARE else None
            return bare[1] if bare else f"{typed[1]}^^{self.short(typed[2])}"
        if "\\n" not in term:
            return term
        return self._long(term)

    def _long(self, term: str) -> str:
        """Write a text of several lines as such: a line break is the only escape that long quotes spare."""
        end = term.rindex('"')
        body = _ESCAPE.sub(lambda match: "\n" if match[1] == "n" else match[0], term[1:end])
        return f'"""{body}"""{term[end + 1 :]}'
