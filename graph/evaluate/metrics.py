"""Precision, recall and F1: set against set, so that what was never proposed counts as missed."""

from collections import Counter
from collections.abc import Hashable, Mapping, Set
from dataclasses import dataclass
from typing import Self, TypeVar

Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True, slots=True)
class PRF:
    """Counts of one layer; add them up over articles for the micro average.

    Attributes:
        correct: Items that are both predicted and expected; in part, where items are graded.
        predicted: Items predicted.
        expected: Items expected.
        covered: What of the expected is predicted, where that is not the same as `correct`.
    """

    correct: float = 0
    predicted: int = 0
    expected: int = 0
    covered: float | None = None

    def __post_init__(self) -> None:
        least = self.predicted if self.covered is not None else min(self.predicted, self.expected)
        if not 0 <= self.correct <= least or not 0 <= self._covered <= self.expected:
            msg = (
                f"{self.correct} correct of {self.predicted} predicted and {self.expected} expected cannot be"
            )
            raise ValueError(msg)

    @classmethod
    def of(cls, expected: Set[Hashable], predicted: Set[Hashable]) -> Self:
        """Compare two sets.

        >>> PRF.of({"a", "b", "c"}, {"b", "c", "d", "e"})
        PRF(correct=2, predicted=4, expected=3, covered=None)
        """
        return cls(len(expected & predicted), len(predicted), len(expected))

    @classmethod
    def of_clusters(cls, expected: Mapping[Item, Hashable], predicted: Mapping[Item, Hashable]) -> Self:
        """Compare two clusterings by B³ (Bagga and Baldwin 1998): the mean overlap of each item's clusters.

        Args:
            expected: The cluster of each item.
            predicted: The cluster of each item that was found.

        >>> PRF.of_clusters({"a": 1, "b": 1, "c": 2}, {"a": 8, "b": 9, "c": 9}).recall
        0.6666666666666666
        """
        own, true = Counter(predicted.values()), Counter(expected.values())
        both = Counter((cluster, expected[item]) for item, cluster in predicted.items())
        correct = sum(shared * shared / own[cluster] for (cluster, _), shared in both.items())
        covered = sum(shared * shared / true[cluster] for (_, cluster), shared in both.items())
        return cls(correct, len(predicted), len(expected), covered)

    def __add__(self, other: "PRF") -> "PRF":
        graded = self.covered is not None or other.covered is not None
        return PRF(
            self.correct + other.correct,
            self.predicted + other.predicted,
            self.expected + other.expected,
            self._covered + other._covered if graded else None,
        )

    @property
    def _covered(self) -> float:
        return self.correct if self.covered is None else self.covered

    @property
    def precision(self) -> float:
        """Share of the predicted that is correct; 1.0 where nothing was predicted."""
        return self.correct / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """Share of the expected that was found; 1.0 where nothing was expected."""
        return self._covered / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1.0 where nothing was expected and nothing predicted."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sets of one layer, of items that a reader can make out."""

    expected: Set[Hashable]
    predicted: Set[Hashable]

    @property
    def prf(self) -> PRF:
        """The counts."""
        return PRF.of(self.expected, self.predicted)

    @property
    def missed(self) -> list[str]:
        """What was expected and not predicted, sorted."""
        return sorted(map(str, self.expected - self.predicted))

    @property
    def surplus(self) -> list[str]:
        """What was predicted and not expected, sorted."""
        return sorted(map(str, self.predicted - self.expected))


@dataclass(frozen=True, slots=True)
class ClusterComparison(Comparison):
    """Two clusterings, as sets of pairs that stand for one thing, with their B³ counts."""

    counts: PRF

    @property
    def prf(self) -> PRF:
        """The counts."""
        return self.counts
