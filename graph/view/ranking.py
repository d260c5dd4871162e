"""Which nodes come first, and which belong together."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import networkx as nx

#: Share of each kind of node in any first part of the order: a short view shows people, events and claims.
SHARES: Final[Mapping[str, float]] = {"entity": 0.45, "event": 0.35, "claim": 0.20}

#: Any number does; a fixed one makes the communities the same in every process.
SEED: Final = 20240320

Tie = tuple[int, int, float]


def scores(weights: Sequence[float], ties: Sequence[Tie]) -> list[float]:
    """Say how central each node is, by PageRank over undirected ties.

    Args:
        weights: How often each node is spoken of: where the random reader starts anew.
        ties: Pairs of node numbers with a weight.

    Source: Page, Brin, Motwani and Winograd, The PageRank citation ranking, 1999.
    """
    if not weights:
        return []
    start = {number: 1.0 + math.log1p(weight) for number, weight in enumerate(weights)}
    rank = nx.pagerank(_network(len(weights), ties), alpha=0.85, personalization=start, weight="weight")
    return [round(rank[number], 9) for number in range(len(weights))]


def communities(size: int, ties: Sequence[Tie]) -> list[int]:
    """Say to which community each node belongs: 0 for the largest.

    Source: Blondel, Guillaume, Lambiotte and Lefebvre, Fast unfolding of communities in large networks, 2008.
    """
    if not size:
        return []
    # Numbers as nodes: a set of numbers has the same order in every process, a set of strings has not.
    parts = nx.community.louvain_communities(_network(size, ties), weight="weight", seed=SEED)
    community = [0] * size
    for number, part in enumerate(sorted(parts, key=lambda part: (-len(part), min(part)))):
        for node in part:
            community[node] = number
    return community


def order(kinds: Sequence[str], score: Sequence[float], ties: Sequence[Tie]) -> list[int]:
    """Order the nodes for showing: the most central first, the kinds mixed, and none without company.

    A node comes only after one of its neighbours, and large connected parts come before small ones: any
    first part of the order is a network, not a heap of loose ends. Nodes without ties come last.
    """
    neighbours: list[set[int]] = [set() for _ in kinds]
    for one, other, _ in ties:
        if one != other:
            neighbours[one].add(other)
            neighbours[other].add(one)
    part_of = _components(neighbours)
    # PageRank counts a pair by itself for as much as the middle of a long story.
    size = Counter(part_of)
    score = [value * math.sqrt(size[part]) for value, part in zip(score, part_of, strict=True)]
    placed: list[int] = []
    known: set[int] = set()
    begun: set[int] = set()
    waiting: set[int] = set()
    for node in _mixed(kinds, score):
        if neighbours[node] and part_of[node] in begun and not neighbours[node] & known:
            waiting.add(node)
            continue
        begun.add(part_of[node])
        queue = [node]
        while queue:
            head = queue.pop(0)
            known.add(head)
            placed.append(head)
            freed = sorted(neighbours[head] & waiting, key=lambda node: (-score[node], node))
            waiting.difference_update(freed)
            queue += freed
    alone = [node for node in placed if not neighbours[node]]
    return [node for node in placed if neighbours[node]] + alone


def _mixed(kinds: Sequence[str], score: Sequence[float]) -> list[int]:
    """Merge the kinds by their shares, each by falling score."""
    slots: list[tuple[float, float, int]] = []
    for kind, share in SHARES.items():
        members = sorted((n for n, k in enumerate(kinds) if k == kind), key=lambda node: (-score[node], node))
        slots += [((place + 0.5) / share, -score[node], node) for place, node in enumerate(members)]
    return [node for _, _, node in sorted(slots)]


def _components(neighbours: Sequence[set[int]]) -> list[int]:
    part = [-1] * len(neighbours)
    for start in range(len(neighbours)):
        if part[start] >= 0:
            continue
        part[start] = start
        stack = [start]
        while stack:
            for node in neighbours[stack.pop()]:
                if part[node] < 0:
                    part[node] = start
                    stack.append(node)
    return part


def _network(size: int, ties: Sequence[Tie]) -> "nx.Graph[int]":
    network: nx.Graph[int] = nx.Graph()
    network.add_nodes_from(range(size))
    for one, other, weight in ties:
        if one != other:
            before = network.get_edge_data(one, other, {"weight": 0.0})["weight"]
            network.add_edge(one, other, weight=before + weight)
    return network
