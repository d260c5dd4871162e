"""Cut a text into windows that the encoder can see at once."""

from collections.abc import Iterator, Sequence

BUDGET = 256
"""Pieces a window, the two outer marks included; what the reader was trained on."""

_STOPS = frozenset(".!?…")
_CLOSERS = frozenset("\"”’')]")
# A window is cut at a paragraph only if that leaves it at least this full.
_FULL = 0.35


def window_bounds(
    words: Sequence[str], sizes: Sequence[int], breaks: Sequence[bool], *, budget: int = BUDGET
) -> Iterator[tuple[int, int]]:
    """Cut words into windows of at most `budget` pieces.

    The cut falls before a paragraph where that leaves enough, else after what looks like the end of a
    sentence, else wherever the window is full.

    Args:
        words: All words of the text.
        sizes: Pieces of each word; none is larger than `budget` - 2.
        breaks: Whether a paragraph begins at the word.
        budget: Pieces a window.

    Yields:
        First word and the word after the last, in order, without gaps or overlaps.
    """
    begin = 0
    while begin < len(words):
        used, end = 2, begin
        paragraph = sentence = begin
        enough = False
        while end < len(words) and used + sizes[end] <= budget:
            enough = enough or used >= budget * _FULL
            if enough and breaks[end]:
                paragraph = end
            if enough and end > begin and _may_end(words, end):
                sentence = end
            used += sizes[end]
            end += 1
        if end < len(words) and not breaks[end]:
            end = next((cut for cut in (paragraph, sentence) if cut > begin), end)
        yield begin, end
        begin = end


def _may_end(words: Sequence[str], end: int) -> bool:
    """Tell whether a sentence may end before the word at `end`."""
    last = words[end - 1]
    if last[-1:] in _CLOSERS and end >= 2:
        last = words[end - 2]
    return last[-1:] in _STOPS
