"""Make Python constants and enumerations from the ontology, so that a typo in a term is a type error.

The Turtle files are the source; `graph/vocabulary/news.py`, `graph/vocabulary/borrowed.py` and
`graph/model/terms.py` follow from them. `scripts/generate_vocabulary.py` writes them, a test compares.
"""

import keyword
import re
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from graph.vocabulary.prefixes import NG, PREFIXES

#: The files that define terms; shapes and alignments only speak of them.
SOURCES: Final = ("newsgraph.ttl", "events.ttl", "schemes.ttl", "borrowed.ttl")

_NOTE: Final = "Generated from `ontology/` by `scripts/generate_vocabulary.py`; do not edit."
_WIDTH: Final = 110
_MEMBERS: Final = URIRef(f"{NG}members")
_CODE_NAME: Final = URIRef(f"{NG}codeName")
_BORROWS: Final = URIRef(f"{NG}borrows")

# The order of the enumerations in graph/model/terms.py: things before what is said of them.
_ENUMERATIONS: Final = (
    "kind",
    "form",
    "event-type",
    "role",
    "event-link",
    "factuality",
    "speech",
    "stance",
    "relation",
    "status",
    "grain",
    "reason",
)


def generate(ontology: Path) -> Mapping[str, str]:
    """Make the source of the three generated modules.

    Args:
        ontology: The folder of the Turtle files.

    Returns:
        Source text by path from the root of the repository.
    """
    triples = read_ontology(ontology)
    return {
        "graph/vocabulary/news.py": news_module(triples),
        "graph/vocabulary/borrowed.py": borrowed_module(triples),
        "graph/model/terms.py": terms_module(triples),
    }


def read_ontology(folder: Path, names: tuple[str, ...] = SOURCES) -> Graph:
    """Read files of the ontology into one rdflib graph."""
    triples = Graph(bind_namespaces="none")
    for name in names:
        triples.parse(folder / name, format="turtle")
    return triples


def news_module(triples: Graph) -> str:
    """Make the source of `graph/vocabulary/news.py`: one constant per own term, with its definition."""
    parts = [
        f'"""The terms of newsgraph, named as in the ontology, with `_` for `-`.\n\n{_NOTE}\n"""\n',
        "# ruff: noqa: N816\n",
        "from typing import Final\n\nfrom rdflib import URIRef\n",
    ]
    for heading, terms in _sections(triples):
        parts.append(f"\n# {heading}\n")
        for term in terms:
            local = term.removeprefix(NG)
            parts.append(_comment(_text(triples, term, SKOS.definition), "#: "))
            parts.append(_constant(local, term, ""))
    return "\n".join(parts[:3]) + "".join(parts[3:])


def borrowed_module(triples: Graph) -> str:
    """Make the source of `graph/vocabulary/borrowed.py`: a class per vocabulary, a constant per term."""
    parts = [
        f'"""The terms of other vocabularies that the graph uses, by prefix.\n\n{_NOTE}\n"""\n\n'
        "# ruff: noqa: N815\n\nfrom typing import Final\n\nfrom rdflib import URIRef\n"
    ]
    borrowed = sorted(str(term) for term in triples.objects(URIRef(NG), _BORROWS))
    for prefix, start in PREFIXES.items():
        terms = [term for term in borrowed if term.startswith(start)]
        if terms:
            parts.append(f'\n\nclass {prefix.upper()}:\n    """Terms of `{prefix}:`."""\n\n')
        for term in terms:
            parts.append(_comment(_text(triples, URIRef(term), SKOS.scopeNote), "    #: "))
            parts.append(_constant(term.removeprefix(start), term, "    "))
    return "".join(parts)


def terms_module(triples: Graph) -> str:
    """Make the source of `graph/model/terms.py`: an enumeration per closed scheme."""
    parts = [
        '"""The closed vocabularies, one enumeration a scheme. Values are local names of ontology terms.\n\n'
        f'{_NOTE}\n"""\n\nfrom enum import StrEnum\n'
    ]
    for name in _ENUMERATIONS:
        scheme = URIRef(f"{NG}scheme-{name}")
        parts.append(f"\n\nclass {_text(triples, scheme, _CODE_NAME)}(StrEnum):\n")
        parts.append(_docstring(_text(triples, scheme, SKOS.definition)))
        branch: URIRef | None = None
        for member in scheme_members(triples, scheme):
            # Event types stand below branches of the tree of classes; each change of branch is announced.
            last, branch = branch, _branch(triples, member)
            if branch != last:
                parts.append(f"\n    # === {_text(triples, branch, RDFS.label)} ===\n" if branch else "")
            parts.append("\n" + _comment(_text(triples, member, SKOS.definition), "    # "))
            value = member.removeprefix(NG).removeprefix(f"{name}-")
            parts.append(f'    {_member_name(triples, member, value)} = "{value}"\n')
    return "".join(parts)


def scheme_members(triples: Graph, scheme: URIRef) -> list[URIRef]:
    """List the members of a scheme in their own order."""
    head = triples.value(scheme, _MEMBERS, any=False)
    if head is None:
        msg = f"{scheme} has no {_MEMBERS}: every scheme needs its closed list"
        raise ValueError(msg)
    return [member for member in Collection(triples, head) if isinstance(member, URIRef)]


def _sections(triples: Graph) -> Iterator[tuple[str, list[URIRef]]]:
    """Give each own term once, under a heading."""
    left = {term for term in triples.subjects(RDFS.label) if str(term) != NG}
    schemes = [(name, scheme_members(triples, URIRef(f"{NG}scheme-{name}"))) for name in _ENUMERATIONS]
    in_schemes: set[Node] = {member for _, members in schemes for member in members}
    properties = {
        term
        for kind in (OWL.ObjectProperty, OWL.DatatypeProperty)
        for term in triples.subjects(RDF.type, kind)
    }
    yield "Classes", _take(left, set(triples.subjects(RDF.type, OWL.Class)) - in_schemes)
    yield "Properties", _take(left, properties - in_schemes)
    for name, members in schemes:
        yield _text(triples, URIRef(f"{NG}scheme-{name}"), RDFS.label).capitalize(), members
        left.difference_update(members)
    yield "Schemes", _take(left, set(triples.subjects(RDF.type, SKOS.ConceptScheme)))
    yield "Datatypes and annotations", _take(left, set(left))


def _take(left: set[Node], wanted: set[Node]) -> list[URIRef]:
    taken = sorted(term for term in left & wanted if isinstance(term, URIRef))
    left.difference_update(taken)
    return taken


def _branch(triples: Graph, member: URIRef) -> URIRef | None:
    """Find the class right below `ng:Event` that a type stands under, itself perhaps; None outside events."""
    parent = triples.value(member, RDFS.subClassOf)
    if not isinstance(parent, URIRef):
        return None
    return member if parent == URIRef(f"{NG}Event") else _branch(triples, parent)


def _text(triples: Graph, term: URIRef, predicate: URIRef) -> str:
    value = triples.value(term, predicate, any=False)
    if value is None:
        msg = f"{term} has no {predicate.rpartition('/')[2]} in the ontology: every term needs one"
        raise ValueError(msg)
    return str(value)


def _python_name(local: str) -> str:
    name = local.replace("-", "_")
    return f"{name}_" if keyword.iskeyword(name) else name


def _constant(local: str, iri: str, indent: str) -> str:
    line = f'{indent}{_python_name(local)}: Final = URIRef("{iri}")'
    if len(line) > _WIDTH:
        line = f'{indent}{_python_name(local)}: Final = URIRef(\n{indent}    "{iri}"\n{indent})'
    return line + "\n"


def _member_name(triples: Graph, member: URIRef, value: str) -> str:
    name = triples.value(member, _CODE_NAME)
    return str(name) if name else re.sub(r"(?<=[a-z])(?=[A-Z])", "_", value).upper().replace("-", "_")


def _comment(text: str, start: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=start, subsequent_indent=start) + "\n"


def _docstring(text: str) -> str:
    """Write a docstring with a first line of its own, as pydocstyle wants it."""
    first, _, rest = text.partition(". ")
    if not rest:
        return f'    """{text}"""\n'
    body = textwrap.fill(rest, _WIDTH, initial_indent="    ", subsequent_indent="    ")
    return f'    """{first}.\n\n{body}\n    """\n'
