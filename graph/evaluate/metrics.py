"""Precision, recall and F1: set against set, so that what was never proposed counts as missed."""

from collections.abc import Hashable, Set
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class PRF:
    """Counts of one layer; add them up over articles for the micro average.

    Attributes:
        correct: Items that are both predicted and expected.
        predicted: Items predicted.
        expected: Items expected.
    """

    correct: int = 0
    predicted: int = 0
    expected: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.correct <= min(self.predicted, self.expected):
            msg = (
                f"{self.correct} correct of {self.predicted} predicted and {self.expected} expected cannot be"
            )
            raise ValueError(msg)

    @classmethod
    def of(cls, expected: Set[Hashable], predicted: Set[Hashable]) -> Self:
        """Compare two sets.

        >>> PRF.of({"a", "b", "c"}, {"b", "c", "d", "e"})
        PRF(correct=2, predicted=4, expected=3)
        """
        return cls(len(expected & predicted), len(predicted), len(expected))

    def __add__(self, other: "PRF") -> "PRF":
        return PRF(
            self.correct + other.correct, self.predicted + other.predicted, self.expected + other.expected
        )

    @property
    def precision(self) -> float:
        """Share of the predicted that is correct; 1.0 where nothing was predicted."""
        return self.correct / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """Share of the expected that was found; 1.0 where nothing was expected."""
        return self.correct / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both, computed from the counts; 1.0 where nothing was expected nor predicted."""
        total = self.predicted + self.expected
        return 2 * self.correct / total if total else 1.0


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
