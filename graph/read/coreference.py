"""What a pair of mentions looks like, apart from its meaning: same words, kind of word, distance.

The network scores how well two mentions fit by their vectors; these features are what it cannot see
across windows. Training and reading use the same code.
"""

from collections.abc import Sequence

import numpy as np

WORD_TYPES = 4
MATCHES = 3
MATCH_CLASSES = WORD_TYPES * WORD_TYPES * MATCHES
_STEPS = np.asarray([1, 2, 3, 4, 5, 8, 16, 32, 64])
DISTANCE_CLASSES = WORD_TYPES * len(_STEPS)

_TYPE_OF = {"PRON": 0, "DET": 0, "PROPN": 1, "NOUN": 2}


def word_type(upos: str) -> int:
    """Class of a mention's head: 0 pronoun, 1 name, 2 noun, 3 anything else."""
    return _TYPE_OF.get(upos, 3)


def name_words(words: Sequence[str], upos: Sequence[str], head: int) -> frozenset[str]:
    """Words that tell what a mention is called: the run of proper nouns around its head, or the head.

    >>> sorted(name_words(["the", "Ada", "Berg", "law"], ["DET", "PROPN", "PROPN", "NOUN"], 1))
    ['ada', 'berg']
    """
    first, last = head, head + 1
    if upos[head] == "PROPN":
        while first > 0 and upos[first - 1] == "PROPN":
            first -= 1
        while last < len(words) and upos[last] == "PROPN":
            last += 1
    return frozenset(word.lower() for word in words[first:last])


def match_classes(types: np.ndarray, names: Sequence[frozenset[str]], begin: int, end: int) -> np.ndarray:
    """Number how each of the mentions [begin, end) compares with each mention before `end`.

    Args:
        types: [M] `word_type` of each mention, in order of the text.
        names: `name_words` of each mention.
        begin: First mention asked about.
        end: The mention after the last.

    Returns:
        [end - begin, end] numbers in [0, MATCH_CLASSES): by the two types and by whether the words are
        the same (2), some are shared (1), or none is (0).
    """
    same = np.zeros((end - begin, end), dtype=np.int64)
    holders: dict[str, list[int]] = {}
    for place, words in enumerate(names[:end]):
        if place >= begin:
            for word in words:
                same[place - begin, holders.get(word, [])] = 1
            for earlier in np.flatnonzero(same[place - begin]).tolist():
                if names[earlier] == words:
                    same[place - begin, earlier] = 2
        for word in words:
            holders.setdefault(word, []).append(place)
    return np.asarray((types[begin:end, None] * WORD_TYPES + types[None, :end]) * MATCHES + same)


def distance_classes(types: np.ndarray, begin: int, end: int) -> np.ndarray:
    """Number how far back each mention before `end` lies from each of [begin, end), counted in mentions.

    Returns:
        [end - begin, end] numbers in [0, DISTANCE_CLASSES); meaningless on and right of the diagonal.
    """
    gaps = np.arange(begin, end)[:, None] - np.arange(end)[None, :]
    steps = np.searchsorted(_STEPS, np.maximum(gaps, 1), side="right") - 1
    return np.asarray(types[begin:end, None] * len(_STEPS) + steps)
