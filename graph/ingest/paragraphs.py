"""Lines of a plain text become paragraphs parted by blank lines."""

import re
from itertools import pairwise

_BLANK = re.compile(r"\n{2,}")
# A line this long is a paragraph of its own, not a piece of a hard-wrapped one (plain-text e-mail: at most
# 78).
_WIDEST_WRAP = 120
_NARROWEST_WRAP = 30
# Of the line breaks inside blocks, this share must be explained by a lack of room for the next word.
_EXPLAINED = 0.8
# And this share must fall inside a sentence: lines that are paragraphs end with one.
_INSIDE_SENTENCES = 0.5
_SENTENCE_END = re.compile(r"[.!?…:]['\"”’)\]]*$")


def to_paragraphs(text: str) -> list[str]:
    r"""Split cleaned text into paragraphs, undoing hard wrapping.

    A blank line always ends a paragraph. A single line break does too, unless the text is hard-wrapped: then
    a line whose successor's first word did not fit any more is joined with it.

    >>> to_paragraphs("One.\nTwo.\n\nThree.")
    ['One.', 'Two.', 'Three.']
    """
    blocks = [block.strip("\n").split("\n") for block in _BLANK.split(text) if block.strip()]
    width = _wrap_width(blocks)
    if width is None:
        return [line for block in blocks for line in block if line]
    return [paragraph for block in blocks for paragraph in _unwrap(block, width)]


def _wrap_width(blocks: list[list[str]]) -> int | None:
    """Find the width at which the lines were broken, or None when they were not."""
    breaks = [pair for block in blocks for pair in pairwise(block)]
    if not breaks:
        return None
    width = max((len(line) for block in blocks if len(block) > 1 for line in block if " " in line), default=0)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    explained = sum(_has_no_room(line, after, width) for line, after in breaks)
    inside = sum(not _SENTENCE_END.search(line) for line, _ in breaks)
    wrapped = explained >= _EXPLAINED * len(breaks) and inside >= _INSIDE_SENTENCES * len(breaks)
    return width if wrapped else None


def _has_no_room(line: str, after: str, width: int) -> bool:
    return len(line) + 1 + len(after.split(" ", 1)[0]) > width


def _unwrap(block: list[str], width: int) -> list[str]:
    paragraphs = [[block[0]]]
    for line, after in pairwise(block):
        if not _has_no_room(line, after, width):
            paragraphs.append([after])
        elif re.search(r"\w-$", line) and after[:1].isalnum():
            # Wrapping breaks at the hyphen of a compound; whether the hyphen was the word's own cannot be
            # known.
            paragraphs[-1].append(after)
        else:
            paragraphs[-1] += (" ", after)
    return ["".join(pieces) for pieces in paragraphs]
