"""The projected network in the formats of network tools: GraphML (yEd, igraph, Cytoscape) and GEXF (Gephi).

Both know only texts and numbers for attributes, so lists are joined; XML knows no control characters, so they
go.
"""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any, Final

import networkx as nx

from graph.view.evidence import EvidenceCard
from graph.view.layout import lay_out
from graph.view.payload import sizes
from graph.view.style import mark_of
from graph.view.things import shortened

#: Between the members of a list; a bar is rarer in names and sentences than a comma or a semicolon.
SEPARATOR: Final = " | "

#: Whatever XML 1.0 does not allow. Source: https://www.w3.org/TR/xml/#charsets
_UNWRITABLE: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

#: networkx writes the day into a GEXF file.
_DAY: Final = re.compile(rb' lastmodifieddate="[^"]*"')


def write_graphml(network: "nx.MultiDiGraph[str]") -> bytes:
    """Write a network (of `projection.project`) as GraphML, in UTF-8; equal networks give equal bytes."""
    file = BytesIO()
    # Not `write_graphml`: that takes lxml where it is installed, and writes other bytes with it.
    nx.write_graphml_xml(_flat(network), file, encoding="utf-8", prettyprint=True)
    return file.getvalue() + b"\n"


def write_gexf(network: "nx.MultiDiGraph[str]") -> bytes:
    """Write a network as GEXF 1.2 with the colours and sizes of the page; equal networks give equal bytes."""
    flat = _flat(network)
    number = {iri: place for place, iri in enumerate(network)}
    labels = [shortened(node["label"], 40) for node in network.nodes.values()]
    groups = [node["community"] for node in network.nodes.values()]
    ties = [(number[one], number[other], 1.0) for one, other in network.edges()]
    radius = sizes(network)
    places = lay_out(labels, radius, groups, ties)
    for (iri, node), size, (x, y) in zip(network.nodes.items(), radius, places, strict=True):
        tint = mark_of(node["kind"], node["type"]).light
        red, green, blue = (int(tint[start : start + 2], 16) for start in (1, 3, 5))
        flat.nodes[iri]["viz"] = {
            "color": {"r": red, "g": green, "b": blue, "a": 1.0},
            "size": size,
            # Gephi counts y upwards.
            "position": {"x": float(x), "y": float(-y), "z": 0.0},
        }
    file = BytesIO()
    nx.write_gexf(flat, file, encoding="utf-8", prettyprint=True)
    return _DAY.sub(b"", file.getvalue()) + b"\n"


def _flat(network: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """Copy a network with texts and numbers for attributes, and edges numbered in order."""
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, node in network.nodes.items():
        flat.add_node(iri, **_attributes(node))
    for number, (source, target, key, edge) in enumerate(network.edges(keys=True, data=True)):
        # GEXF takes the attribute `id` for the name of an edge.
        flat.add_edge(source, target, key=f"e{number}", id=f"e{number}", iri=_text(key), **_attributes(edge))
    return flat


def _attributes(of: Mapping[str, Any]) -> dict[str, str | int | float]:
    found: dict[str, str | int | float] = {}
    for name, value in of.items():
        if name == "evidence":
            found |= _evidence(value)
        elif name == "quantities":
            found["quantities"] = SEPARATOR.join(_text(card.text) for card in value)
        elif name == "facts":
            found["facts"] = SEPARATOR.join(
                _text(fact if isinstance(fact, str) else fact.label) for fact in value
            )
        elif isinstance(value, tuple):
            found[name] = SEPARATOR.join(_text(part) for part in value)
        elif isinstance(value, str):
            found[_NAMES.get(name, name)] = _text(value)
        elif isinstance(value, (int, float)):
            found[name] = value
    return {name: value for name, value in found.items() if value != ""}


#: Attribute names that mean something else to the formats.
_NAMES: Final = {"type": "class", "begin": "first_day", "end": "last_day"}


def _evidence(cards: tuple[EvidenceCard, ...]) -> dict[str, str | int | float]:
    def joined(values: list[str]) -> str:
        return SEPARATOR.join(dict.fromkeys(_text(value) for value in values if value))

    found: dict[str, str | int | float] = {
        "evidence": len(cards),
        "sentences": joined([card.sentence for card in cards]),
        "words": joined([card.sentence[card.begin : card.end] for card in cards]),
        "articles": joined([card.article.title or card.article.id for card in cards]),
        "publishers": joined([card.article.publisher for card in cards]),
        "published": joined([card.article.date for card in cards]),
        "urls": joined([card.article.url for card in cards]),
        "said_by": joined([card.said_by for card in cards]),
        "methods": joined([card.method for card in cards]),
    }
    sure = [card.confidence for card in cards if card.confidence is not None]
    return found | ({"confidence": max(sure)} if sure else {})


def _text(value: object) -> str:
    return _UNWRITABLE.sub("", str(value))
