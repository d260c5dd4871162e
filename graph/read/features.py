"""What the uncased encoder cannot see: case, digits, gaps between words, paragraph starts."""

from collections.abc import Sequence
from functools import lru_cache

SHAPES = 20
BREAKS = 2
SPACES = 3
UNKNOWN_SPACE = 2

_STOPS = frozenset(".!?:;\"”’'…")


def case_class(word: str) -> int:
    """Class of letter case: 0 no letters, 1 lower, 2 Title, 3 UPPER (two letters or more), 4 mIxed."""
    letters = [char for char in word if char.isalpha()]
    if not letters:
        return 0
    upper = sum(char.isupper() for char in letters)
    if upper == 0:
        return 1
    if upper == len(letters) and upper > 1:
        return 3
    if upper == 1 and letters[0].isupper():
        return 2
    return 4


def shape_ids(words: Sequence[str], breaks: Sequence[bool]) -> list[int]:
    """Number the shape of each word: case class, a digit inside, whether a sentence may start here.

    Args:
        words: Words in order of the text.
        breaks: Whether a paragraph begins at the word.

    Returns:
        One number in [0, SHAPES) a word.
    """
    ids = []
    after_stop = True
    for word, starts in zip(words, breaks, strict=True):
        shape, stops = _shape(word)
        ids.append(shape + (after_stop or starts))
        after_stop = stops
    return ids


@lru_cache(maxsize=100_000)
def _shape(word: str) -> tuple[int, bool]:
    digit = any(char.isdigit() for char in word)
    return case_class(word) * 4 + digit * 2, word[-1:] in _STOPS
