"""Annotated predicates and arguments, put into the text of their document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.evaluate.corpora.readers import GoldFrame, Treebank
from graph.evaluate.corpora.texts import Range, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedFrame:
    """A gold predicate in its text: the spans of the predicate, and of head and whole of each argument."""

    predicate: Range
    roleset: str
    arguments: tuple[tuple[Range, Range, str], ...]


def head_word(begin: int, end: int, heads: Sequence[int]) -> int:
    """Find the first word of [begin, end) whose own head lies outside (a root's does).

    >>> head_word(0, 3, [1, 4, 1, 4, 4])
    1
    """
    return next(
        (word for word in range(begin, end) if heads[word] == word or not begin <= heads[word] < end),
        end - 1,
    )


def place_frames(
    gold: Treebank, text: Text, frames: Mapping[str, tuple[GoldFrame, ...]]
) -> list[PlacedFrame]:
    """Put the gold frames of a document's sentences into its text."""
    placed = []
    for sentence_id, (offset, _) in zip(gold.sentence_ids, gold.sentences, strict=True):
        for frame in frames.get(sentence_id, ()):
            arguments = []
            for begin, end, label in frame.arguments:
                head = head_word(offset + begin, offset + end, gold.heads)
                arguments.append((text.words[head], text.span(offset + begin, offset + end), label))
            placed.append(
                PlacedFrame(
                    predicate=text.words[offset + frame.predicate],
                    roleset=frame.roleset,
                    arguments=tuple(arguments),
                )
            )
    return placed
