"""Hits and misses, and how far a stated confidence is from the truth."""

from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np

BINS = 15
"""Equal-width bins of the calibration error (Guo et al. 2017, "On Calibration of Modern Neural Networks")."""
_LEAST = 1e-6


@dataclass(slots=True)
class Counts:
    """Hits, things to find, things found."""

    hit: float = 0
    gold: float = 0
    predicted: float = 0

    def add(self, gold: AbstractSet[Hashable], predicted: AbstractSet[Hashable]) -> None:
        """Compare two sets of things."""
        self.hit += len(gold & predicted)
        self.gold += len(gold)
        self.predicted += len(predicted)

    @property
    def precision(self) -> float:
        """Part of the things found that are right, in percent; 100 if nothing was found."""
        return 100.0 * self.hit / self.predicted if self.predicted else 100.0

    @property
    def recall(self) -> float:
        """Part of the things to find that were found, in percent; 100 if there were none."""
        return 100.0 * self.hit / self.gold if self.gold else 100.0

    @property
    def f1(self) -> float:
        """F1 in percent.

        >>> Counts(hit=1, gold=2, predicted=2).f1
        50.0
        """
        total = self.gold + self.predicted
        return 200.0 * self.hit / total if total else 100.0


@dataclass(slots=True)
class Ratio:
    """How many of how many."""

    right: float = 0
    total: float = 0

    def add(self, right: bool) -> None:
        """Count one answer."""
        self.right += right
        self.total += 1

    @property
    def percent(self) -> float:
        """Share of right answers; 0 if there were none."""
        return 100.0 * self.right / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Bet:
    """A thing that was found, how sure the reader was (in [0, 1]), whether it is right, in which document."""

    document: int
    confidence: float
    right: bool


def calibration_error(bets: Sequence[Bet]) -> float:
    """Expected calibration error in percent: the mean gap between confidence and share of right answers.

    >>> calibration_error([Bet(0, 0.9, True), Bet(0, 0.9, False)])
    40.0
    """
    if not bets:
        return 0.0
    sure, right = _arrays(bets)
    # A confidence on a border belongs to the bin below it, as in Guo et al.
    place = np.clip(np.ceil(sure * BINS).astype(int) - 1, 0, BINS - 1)
    gaps = np.bincount(place, weights=sure - right, minlength=BINS)
    return round(float(100.0 * np.abs(gaps).sum() / len(bets)), 6)


def log_loss(bets: Sequence[Bet]) -> float:
    """Mean surprise, in nats, at which things are right and which are wrong; 0 if there is nothing.

    >>> round(log_loss([Bet(0, 0.5, True)]), 3)
    0.693
    """
    if not bets:
        return 0.0
    sure, right = _arrays(bets)
    chance = np.where(right > 0, sure, 1.0 - sure)
    return float(-np.log(np.clip(chance, _LEAST, 1.0)).mean())


def _arrays(bets: Sequence[Bet]) -> tuple[np.ndarray, np.ndarray]:
    return np.asarray([bet.confidence for bet in bets]), np.asarray([bet.right for bet in bets], dtype=float)
