"""What the scoring of a corpus yields."""

from dataclasses import dataclass, field

from graph.train.score.counts import Bet
from graph.train.score.names import KINDS, NameScores
from graph.train.score.report import NAMES, Figure


@dataclass(slots=True)
class Result:
    """Figures of one part, and how sure the reader was of what, by head."""

    figures: list[Figure] = field(default_factory=list)
    bets: dict[str, list[Bet]] = field(default_factory=dict)

    def put(self, what: str, data: str, value: float) -> None:
        """Add a figure."""
        self.figures.append(Figure(what, data, value))

    def extend(self, other: "Result") -> None:
        """Add all of another part."""
        self.figures += other.figures
        for head, bets in other.bets.items():
            self.bets.setdefault(head, []).extend(bets)

    def put_names(self, scores: NameScores, data: str) -> None:
        """Add the figures of names, over all types and for each."""
        self.put(NAMES, data, scores.all.f1)
        for kind in KINDS:
            self.put(f"{NAMES}, {kind}", data, scores.counts[kind].f1)
        self.bets["names"] = scores.bets
