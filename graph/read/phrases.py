"""The phrase around a head word: where it begins and ends within its sentence."""

import numpy as np

Array = np.ndarray


def sentence_numbers(starts: Array) -> Array:
    """Number the sentence of each word.

    >>> sentence_numbers(np.array([True, False, True])).tolist()
    [0, 0, 1]
    """
    return np.asarray(np.cumsum(starts) - 1)


def sentence_ranges(sentence: Array) -> tuple[Array, Array]:
    """First word, and the word after the last, of the sentence of each word.

    >>> [part.tolist() for part in sentence_ranges(np.array([0, 0, 1]))]
    [[0, 0, 2], [2, 2, 3]]
    """
    return np.searchsorted(sentence, sentence, "left"), np.searchsorted(sentence, sentence, "right")


def phrase_spans(query: Array, edge: Array, heads: Array, sentence: Array) -> tuple[Array, Array]:
    """Find the phrases of head words.

    Args:
        query: Vectors [N, 2D] of the heads' phrases, halves for their left and their right end.
        edge: Vectors [W, 2D] of the words of the window.
        heads: Head words [N].
        sentence: Number [W] of each word's sentence, rising.

    Returns:
        First words and the words after the last, [N] each; a head is in its phrase.
    """
    half = edge.shape[1] // 2
    places = np.arange(len(edge))
    outside = sentence[heads][:, None] != sentence[None, :]
    left = query[:, :half] @ edge[:, :half].T
    left[outside | (places > heads[:, None])] = -np.inf
    right = query[:, half:] @ edge[:, half:].T
    right[outside | (places < heads[:, None])] = -np.inf
    return left.argmax(axis=1), right.argmax(axis=1) + 1
