"""The page: one self-contained HTML file, made by pyvis from our own template."""

import base64
import hashlib
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any, Final

import networkx as nx
import pyvis
from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from pyoxigraph import Store
from pyvis.network import Network

from graph.view.payload import Payload, sizes
from graph.view.projection import project
from graph.view.style import dashes, mark_of
from graph.view.things import shortened

RESOURCES: Final = Path(__file__).parent / "resources"
_PYVIS: Final = Path(pyvis.__file__).parent / "templates"
_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)

#: Physics stays off: the positions are ours. The page itself draws what is selected.
_OPTIONS: Final = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 3600000,
        "zoomSpeed": 0.7,
    },
    "nodes": {"chosen": False},
    "edges": {
        "chosen": False,
        "smooth": False,
        "width": 1.6,
        "arrows": {"to": {"scaleFactor": 0.45}, "from": {"scaleFactor": 0.45}},
    },
}

#: Roles whose arrow points from the one who acts to the event.
_ACTING: Final = ("agent", "participant", "instrument", "origin")


def render_page(dataset: Store, *, title: str) -> str:
    """Render a dataset as one HTML file that needs nothing else: no network, no other file.

    Args:
        dataset: The graph; all its named graphs are read as one.
        title: Shown at the top and in the window.
    """
    return page_of(project(dataset), title=title)


def page_of(network: "nx.MultiDiGraph[str]", *, title: str) -> str:
    """Render a projected network; see `render_page`."""
    payload = Payload(network, title)
    drawing = _drawing(network, payload)
    html: str = drawing.generate_html()
    return _with_policy(html)


def _drawing(network: "nx.MultiDiGraph[str]", payload: Payload) -> Network:
    drawing = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    loaders = [FileSystemLoader(RESOURCES), FileSystemLoader(_PYVIS)]
    drawing.templateEnv = Environment(loader=ChoiceLoader(loaders), autoescape=True)
    drawing.path = "page.html"
    drawing.templateEnv.globals.update(title=payload.title, payload=payload.json())
    drawing.set_options(json.dumps(_OPTIONS))
    number = {iri: place for place, iri in enumerate(network)}
    for (iri, node), radius in zip(network.nodes.items(), sizes(network), strict=True):
        mark = mark_of(node["kind"], node["type"])
        drawing.add_node(
            number[iri],
            label=shortened(node["label"], 40) or " ",
            shape=mark.shape,
            size=radius,
            color=mark.light,
        )
    twins: dict[tuple[int, int], int] = defaultdict(int)
    for source, target, edge in network.edges(data=True):
        ends = (number[source], number[target])
        pair = (min(ends), max(ends))
        drawing.add_edge(*ends, **_strokes(edge, twins[pair], turned=ends != pair))
        twins[pair] += 1
    return drawing


def _strokes(edge: dict[str, Any], twin: int, *, turned: bool) -> dict[str, Any]:
    """Say how an edge is drawn; all but the first between two nodes are bent, by turns to either side."""
    strokes: dict[str, Any] = {"arrows": "from" if edge["type"] in _ACTING else "to"}
    dash = dashes(edge["kind"], edge["status"])
    if dash:
        strokes["dashes"] = list(dash)
    if twin:
        clockwise = (twin % 2 == 1) != turned
        strokes["smooth"] = {
            "enabled": True,
            "type": "curvedCW" if clockwise else "curvedCCW",
            "roundness": round(0.16 * ((twin + 1) // 2), 2),
        }
    return strokes


def _with_policy(html: str) -> str:
    """Allow exactly the scripts of the page, and no request at all: a second wall behind escaping."""
    hashes = [
        base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() for body in _SCRIPT.findall(html)
    ]
    scripts = " ".join(f"'sha256-{digest}'" for digest in hashes) or "'none'"
    rest = "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    policy = f"default-src 'none'; script-src {scripts}; {rest}"
    return html.replace("%CSP%", policy, 1)
