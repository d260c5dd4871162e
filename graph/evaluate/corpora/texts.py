"""Raw text from the words of a corpus, and one ruler for all spans: characters that are not white space.

Gold words and the reader's own words are compared by the characters they cover, white space left out, as in
the CoNLL 2018 shared task (Zeman et al. 2018): whatever the tokenizer does, equal spans are equal words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

Range = tuple[int, int]
"""First place and the place after the last."""
Cells = frozenset[int]
"""Places of single characters or words."""

PARAGRAPH = "\n\n"


class Ruler:
    """Turns offsets in a text into counts of the characters before them that are not white space."""

    def __init__(self, text: str) -> None:
        self._before = [0, *accumulate(not char.isspace() for char in text)]

    def __call__(self, begin: int, end: int) -> Range:
        """Measure a span.

        >>> Ruler("an odd one")(3, 6)
        (2, 5)
        """
        return self._before[begin], self._before[end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A raw text and its gold words, measured in characters that are not white space."""

    text: str
    words: tuple[Range, ...]

    def span(self, begin: int, end: int) -> Range:
        """Measure the words [begin, end).

        >>> build_text(["So", "be", "it"], ["", " ", " "]).span(1, 3)
        (2, 6)
        """
        return self.words[begin][0], self.words[end - 1][1]


def build_text(words: Sequence[str], gaps: Sequence[str]) -> Text:
    """Put words together, each with the white space that stands before it."""
    ranges, place = [], 0
    for word in words:
        size = sum(not char.isspace() for char in word)
        ranges.append((place, place + size))
        place += size
    pieces = (piece for pair in zip(gaps, words, strict=True) for piece in pair)
    return Text(text="".join(pieces), words=tuple(ranges))
