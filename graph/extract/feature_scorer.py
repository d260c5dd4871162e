"""A small trained scorer over named features: two layers over their sum, no words of its own.

What it needs stands in one file that training writes (`graph.train.events`): the names of the features, a
vector for each, and the layers above.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

import numpy as np

Array = np.ndarray


class FeatureScorer:
    """Gives the probability of each label for sets of features.

    Args:
        arrays: `features` and `labels`, names as UTF-8 bytes, a line each; `vectors` [F, D];
            `direct` [F, L]; `hidden_weight` [D, D], `hidden_bias`; `out_weight` [D, L], `out_bias`.
    """

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self.labels = _names(arrays["labels"])
        self._number = {name: number for number, name in enumerate(_names(arrays["features"]))}
        layers = ("vectors", "direct", "hidden_weight", "hidden_bias", "out_weight", "out_bias")
        self._arrays = {name: np.asarray(arrays[name], dtype=np.float32) for name in layers}

    def __call__(self, sets: Sequence[Sequence[str]]) -> Array:
        """Score sets of features; names that training did not keep say nothing.

        Returns:
            Probabilities, [N, L].
        """
        own = self._arrays
        joined = np.concatenate([own["vectors"], own["direct"]], axis=1)
        known = [[self._number[name] for name in names if name in self._number] for names in sets]
        sums = np.stack([joined[numbers].sum(axis=0) for numbers in known])
        wide = own["vectors"].shape[1]
        first = np.maximum(sums[:, :wide], 0.0)
        second = np.maximum(first @ own["hidden_weight"] + own["hidden_bias"], 0.0)
        scores = second @ own["out_weight"] + own["out_bias"] + sums[:, wide:]
        return np.asarray(1.0 / (1.0 + np.exp(-scores)))


def _names(written: Array) -> tuple[str, ...]:
    return tuple(bytes(written).decode("utf-8").splitlines())


@cache
def feature_scorer(name: str) -> FeatureScorer:
    """Open a file of `resources/`, once."""
    with (
        resources.files("graph.extract").joinpath("resources", name).open("rb") as file,
        np.load(file) as arrays,
    ):
        return FeatureScorer(dict(arrays))
