"""Semantic roles with predicted predicates: arguments by their head words, and by their whole spans."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.evaluate.corpora.readers import GoldFrame, Treebank
from graph.evaluate.corpora.texts import Range, Text
from graph.train.score.counts import Bet, Counts, Ratio
from graph.train.score.found import FoundFrame


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


class RoleScores:
    """F1 of predicates and arguments; an argument is right with its predicate and its label only."""

    def __init__(self) -> None:
        self.predicates, self.by_head, self.by_span = Counts(), Counts(), Counts()
        self.rolesets = Ratio()
        self.bets: list[Bet] = []
        self.predicate_bets: list[Bet] = []

    def add(
        self,
        number: int,
        gold: Sequence[PlacedFrame],
        found: Iterable[FoundFrame],
        annotated: Sequence[Range],
    ) -> None:
        """Compare the frames of one text.

        Args:
            number: Of the document.
            gold: The frames to find.
            found: The frames found.
            annotated: Spans of the sentences that have annotation; what was found elsewhere does not count.
        """
        inside = {place for begin, end in annotated for place in range(begin, end)}
        frames = [frame for frame in found if frame.predicate[0] in inside]
        rolesets = {frame.predicate: frame.roleset for frame in gold}
        self.predicates.add(set(rolesets), {frame.predicate for frame in frames})
        for frame in frames:
            if frame.predicate in rolesets:
                self.rolesets.add(frame.roleset == rolesets[frame.predicate])
            right = rolesets.get(frame.predicate) == frame.roleset
            self.predicate_bets.append(Bet(number, frame.confidence, right))
        heads = {(frame.predicate, head, label) for frame in gold for head, _, label in frame.arguments}
        spans = {(frame.predicate, span, label) for frame in gold for _, span, label in frame.arguments}
        given = [(frame.predicate, argument) for frame in frames for argument in frame.arguments]
        self.by_head.add(heads, {(predicate, one.head, one.label) for predicate, one in given})
        self.by_span.add(spans, {(predicate, one.span, one.label) for predicate, one in given})
        self.bets += [
            Bet(number, one.confidence, (predicate, one.head, one.label) in heads) for predicate, one in given
        ]
