"""Scorers of pairs of words: there are too many pairs to score all, so they run on chosen ones."""

from collections.abc import Mapping

import numpy as np

Array = np.ndarray
_BLOCK = 2048


class Scorers:
    """Weights of the pair scorers and tables.

    Args:
        arrays: `deprel_weight` [3R, L], `deprel_bias` [L]; `role_weight` [2R, L], `role_bias`;
            `relation_weight` [2Q, L], `relation_bias`; `kind_subject`, `kind_object` [7, 2Q], a row for
            each kind of name; `coref_match`, `coref_distance`, a number for each class of
            `graph.read.coreference`.
    """

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._arrays = {name: np.ascontiguousarray(array, dtype=np.float32) for name, array in arrays.items()}

    def __getitem__(self, name: str) -> Array:
        """A table or weight by its name."""
        return self._arrays[name]

    def deprel(self, dependent: Array, head: Array) -> Array:
        """Score dependency relations of (dependent, head) pairs: [N, R] and [N, R] to [N, L]."""
        joined = np.concatenate([dependent * head, dependent, head], axis=-1)
        return np.asarray(joined @ self["deprel_weight"] + self["deprel_bias"])

    def role(self, predicate: Array, word: Array, pairs: tuple[Array, Array]) -> Array:
        """Score argument labels: vectors [W, 2R] of all words, index pairs [N] to [N, L]."""
        return _paired(predicate, word, pairs, self["role_weight"], self["role_bias"])

    def relation(self, subject: Array, other: Array, pairs: tuple[Array, Array], labels: Array) -> Array:
        """Score some labels of relations between entities: vectors [E, 2Q], pairs [N] to [N, labels]."""
        return _paired(
            subject, other, pairs, self["relation_weight"][:, labels], self["relation_bias"][labels]
        )


def _paired(left: Array, right: Array, pairs: tuple[Array, Array], weight: Array, bias: Array) -> Array:
    """Both halves of what a pair has in common: the sum of one half, rectified, the product of the other."""
    half = left.shape[-1] // 2
    rows, columns = pairs
    result = np.empty((len(rows), len(bias)), dtype=np.float32)
    joined = np.empty((min(_BLOCK, len(rows)), 2 * half), dtype=np.float32)
    # Blocks: what fits the cache is faster, and long sentences have many pairs.
    for begin in range(0, len(rows), _BLOCK):
        a, b = left[rows[begin : begin + _BLOCK]], right[columns[begin : begin + _BLOCK]]
        part = joined[: len(a)]
        np.add(a[:, :half], b[:, :half], out=part[:, :half])
        np.maximum(part[:, :half], 0.0, out=part[:, :half])
        np.multiply(a[:, half:], b[:, half:], out=part[:, half:])
        np.matmul(part, weight, out=result[begin : begin + len(a)])
    result += bias
    return result
