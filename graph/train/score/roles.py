"""Semantic roles with predicted predicates: arguments by their head words, and by their whole spans."""

from collections.abc import Iterable, Sequence

from graph.evaluate.corpora.frames import PlacedFrame
from graph.evaluate.corpora.texts import Range
from graph.train.score.counts import Bet, Counts, Ratio
from graph.train.score.found import FoundFrame


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
