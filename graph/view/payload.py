"""The data of a page: plain lists and numbers that become JSON, each article and sentence written once."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import networkx as nx

from graph.model.terms import Factuality, RelationStatus, Stance
from graph.view.evidence import ArticleCard, EvidenceCard
from graph.view.layout import lay_out
from graph.view.links import Link, wording
from graph.view.statements import local_name, words_of
from graph.view.style import MARKS, mark_of
from graph.view.things import shortened

#: A page holds so many pieces of evidence for one node or edge, the surest ones; the RDF has the rest.
MOST_EVIDENCE: Final = 40

#: How many nodes a page shows at first; twice as many at each step of its slider.
FIRST_VIEW: Final = 80

_LABEL: Final = 40


def steps(count: int) -> list[int]:
    """Say how many nodes each step of the slider shows.

    >>> steps(500), steps(90)
    ([20, 40, 80, 160, 320, 500], [20, 40, 90])
    """
    sizes = [size for power in range(12) if (size := FIRST_VIEW // 4 * 2**power) < count * 0.8]
    return [*sizes, count]


def first_step(count: int) -> int:
    """Say which step the page opens with: all, if they are few."""
    found = steps(count)
    return len(found) - 1 if count <= FIRST_VIEW * 1.4 else found.index(FIRST_VIEW)


def sizes(network: "nx.MultiDiGraph[str]") -> list[float]:
    """Give the radius of each node in pixels, by its share of the greatest score."""
    top = max((float(node["score"]) for node in network.nodes.values()), default=1.0)
    base = {"entity": 7.0, "event": 7.5, "claim": 7.5}
    return [
        round(base[node["kind"]] + 12.0 * (node["score"] / top) ** 0.5 * (node["kind"] != "claim"), 1)
        for node in network.nodes.values()
    ]


class Payload:
    """Gathers what the page needs; `json` gives it as text that is safe inside a script element."""

    def __init__(self, network: "nx.MultiDiGraph[str]", title: str) -> None:
        self._network = network
        self.title = title
        self._number = {iri: number for number, iri in enumerate(network)}
        self._articles: dict[str, tuple[int, list[str]]] = {}
        self._sentences: dict[str, int] = {}
        self._proofs: dict[str, int] = {}
        self._proof_rows: list[list[Any]] = []
        for card in network.graph["articles"]:
            self._article(card)

    def levels(self) -> list[dict[str, Any]]:
        """Lay out the first nodes for each step of the slider."""
        labels = [shortened(node["label"], _LABEL) for node in self._network.nodes.values()]
        radius = sizes(self._network)
        group = [node["community"] for node in self._network.nodes.values()]
        ties = [(self._number[one], self._number[other], 1.0) for one, other in self._network.edges()]
        found = []
        for size in steps(len(labels)) if labels else []:
            near = [tie for tie in ties if tie[0] < size and tie[1] < size]
            place = lay_out(labels[:size], radius[:size], group[:size], near)
            found.append({"count": size, "at": [number for point in place for number in point]})
        return found

    def data(self) -> dict[str, Any]:
        """Give everything as lists, texts and numbers."""
        nodes = [self._node(node) for node in self._network.nodes.values()]
        edges = [
            self._edge(self._number[one], self._number[other], edge)
            for one, other, edge in self._network.edges(data=True)
        ]
        return {
            "title": self.title,
            "marks": [[mark.name, mark.label, mark.shape, mark.light, mark.dark] for mark in MARKS],
            "factualities": [member.value for member in Factuality],
            "statuses": [member.value for member in RelationStatus],
            "stances": [member.value for member in Stance],
            "nodes": nodes,
            "edges": edges,
            "articles": [row for _, row in self._articles.values()],
            "sentences": list(self._sentences),
            "proofs": self._proof_rows,
            "levels": self.levels(),
            "first": first_step(len(nodes)),
        }

    def json(self) -> str:
        """Give the data as JSON without any character that could end or open an element."""
        text = json.dumps(self.data(), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        for letter in "<>&\u2028\u2029":
            text = text.replace(letter, f"\\u{ord(letter):04x}")
        # A lone surrogate cannot be written as UTF-8.
        return text.encode("utf-8", "replace").decode("utf-8")

    def _node(self, node: Mapping[str, Any]) -> dict[str, Any]:
        row: dict[str, Any] = {
            "m": MARKS.index(mark_of(node["kind"], node["type"])),
            "l": node["label"],
            "a": [alias for alias in node["aliases"] if alias != node["label"]],
            "t": words_of(node["type"]) if node["kind"] == "event" else "",
            "s": node["status"],
            "g": node["community"],
            **self._evidence(node["evidence"]),
        }
        row["f"] = [[fact.label, fact.status, self._evidence(fact.evidence)["e"]] for fact in _facts(node)]
        row["q"] = [[card.text, self._evidence(card.evidence)["e"]] for card in node.get("quantities", ())]
        for key in ("when", "speaker", "cue", "content", "speech", "country"):
            if node.get(key):
                row[key] = node[key]
        if node.get("latitude") is not None and node.get("longitude") is not None:
            row["at"] = [node["latitude"], node["longitude"]]
        return {key: value for key, value in row.items() if value not in ("", [])}

    def _edge(self, source: int, target: int, edge: Mapping[str, Any]) -> list[Any]:
        proofs = self._evidence(edge["evidence"])
        row = [source, target, edge["kind"], edge["type"], edge["label"], edge["status"], proofs["e"]]
        return [*row, wording(edge["type"])] if edge["label"] != wording(edge["type"]) else row

    def _evidence(self, cards: Sequence[EvidenceCard]) -> dict[str, Any]:
        """Give numbers of the surest pieces, in reading order, and how many there are if that is not all."""
        kept = sorted(range(len(cards)), key=lambda place: (-(cards[place].confidence or 0.0), place))[
            :MOST_EVIDENCE
        ]
        found: dict[str, Any] = {"e": [self._proof(cards[place]) for place in sorted(kept)]}
        if len(cards) > MOST_EVIDENCE:
            found["n"] = len(cards)
        return found

    def _proof(self, card: EvidenceCard) -> int:
        key = f"{card.id} {card.claim}"
        if key not in self._proofs:
            sentence = self._sentences.setdefault(card.sentence, len(self._sentences))
            self._proofs[key] = len(self._proof_rows)
            row = [sentence, card.begin, card.end, self._article(card.article), card.method, card.confidence]
            if card.claim:
                row += [self._number.get(card.claim, -1), card.said_by, card.stance]
            self._proof_rows.append(row)
        return self._proofs[key]

    def _article(self, card: ArticleCard) -> int:
        if card.id not in self._articles:
            row = [card.title or local_name(card.id), card.publisher, card.date, _web_address(card.url)]
            self._articles[card.id] = (len(self._articles), row)
        return self._articles[card.id][0]


def _facts(node: Mapping[str, Any]) -> Iterable[Link]:
    facts: tuple[Link, ...] = node["facts"]
    return facts


def _web_address(url: str) -> str:
    """Keep addresses of the web; anything else (`javascript:` …) is no link."""
    return url if url.lower().startswith(("https://", "http://")) else ""
