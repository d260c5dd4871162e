"""The network behind the page and the table formats: a networkx projection of the RDF dataset."""

import math
from typing import Any

import networkx as nx
from pyoxigraph import Store

from graph.view.evidence import EvidenceReader
from graph.view.links import Link, links
from graph.view.ranking import communities, order, scores
from graph.view.statements import Statements
from graph.view.things import nodes


def project(dataset: Store) -> "nx.MultiDiGraph[str]":
    """Project a dataset onto a network of entities, events and claims.

    Nodes are IRIs, the most telling first; see `things.nodes` for their attributes, to which come `facts`
    (those about an entity that have no other end, as `Link`), `score` (PageRank), `community` (0 is the
    largest) and `rank` (0 is shown first). Edges have the fields of `Link` as attributes and its `key` as
    key. The graph has `articles`, a tuple of `ArticleCard`, newest first.

    Args:
        dataset: Any number of named graphs, read as one.
    """
    known = Statements(dataset)
    reader = EvidenceReader(known)
    found = nodes(known, reader)
    for attributes in found.values():
        attributes["facts"] = ()
    kept: dict[tuple[str, str, str], Link] = {}
    for link in links(
        known, reader, [iri for iri, attributes in found.items() if attributes["kind"] == "event"]
    ):
        if link.source in found and link.target in found:
            kept.setdefault((link.source, link.target, link.key), link)
        elif link.source in found and not link.target:
            found[link.source]["facts"] += (link,)
    return _assemble(reader, found, kept)


def _assemble(
    reader: EvidenceReader, found: dict[str, dict[str, Any]], kept: dict[tuple[str, str, str], Link]
) -> "nx.MultiDiGraph[str]":
    iris = list(found)
    number = {iri: place for place, iri in enumerate(iris)}
    ties = [
        (number[link.source], number[link.target], 1.0 + math.log1p(len(link.evidence)))
        for _, link in sorted(kept.items())
    ]
    score = scores([len(found[iri]["evidence"]) for iri in iris], ties)
    group = communities(len(iris), ties)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph(articles=reader.articles())
    for rank, place in enumerate(order([found[iri]["kind"] for iri in iris], score, ties)):
        iri = iris[place]
        network.add_node(iri, **found[iri], score=score[place], community=group[place], rank=rank)
    for (source, target, key), link in sorted(kept.items()):
        network.add_edge(
            source,
            target,
            key=key,
            kind=link.kind,
            type=link.type,
            label=link.label,
            status=link.status,
            facts=link.facts,
            evidence=link.evidence,
        )
    return network
