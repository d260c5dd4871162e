"""Attribution: the words of sources, cues and contents, and whole linked statements."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.evaluate.corpora.texts import Cells, Range
from graph.train.score.counts import Bet, Counts
from graph.train.score.found import FoundStatement

LAYERS = ("source", "cue", "content")
_OVERLAP = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The words (by number) of a source, a cue and a content; the first two may be empty."""

    source: Cells
    cue: Cells
    content: Cells
    confidence: float = 1.0


def to_words(spans: Iterable[Range], words: Sequence[Range]) -> Cells:
    """Number the words that any of the spans touches.

    >>> sorted(to_words([(2, 7)], [(0, 3), (3, 6), (6, 7), (7, 9)]))
    [0, 1, 2]
    """
    known = list(spans)
    return frozenset(
        number
        for number, (begin, end) in enumerate(words)
        if any(begin < last and first < end for first, last in known)
    )


def place_statement(item: FoundStatement, words: Sequence[Range]) -> Statement:
    """Put a found statement on the words of its text."""
    return Statement(
        source=to_words(item.source, words),
        cue=to_words(item.cue, words),
        content=to_words(item.content, words),
        confidence=item.confidence,
    )


class StatementScores:
    """Token F1 of each layer, F1 of whole statements.

    A whole statement is right if its content overlaps that of a gold one by half (words shared over words of
    either) and so do their sources, or both have none. Each gold statement is matched once, in the order of
    the text, by the candidate of the largest overlap.
    """

    def __init__(self) -> None:
        self.tokens = {layer: Counts() for layer in LAYERS}
        self.whole = Counts()
        self.bets: list[Bet] = []

    def add(self, number: int, gold: Sequence[Statement], found: Sequence[Statement]) -> None:
        """Compare the statements of one text."""
        for layer, counts in self.tokens.items():
            counts.add(
                {word for item in gold for word in getattr(item, layer)},
                {word for item in found for word in getattr(item, layer)},
            )
        free = set(range(len(found)))
        for item in gold:
            fitting = [place for place in sorted(free) if _fits(item, found[place])]
            if fitting:
                free.discard(max(fitting, key=lambda place: _overlap(item.content, found[place].content)))
        self.whole.hit += len(found) - len(free)
        self.whole.gold += len(gold)
        self.whole.predicted += len(found)
        self.bets += [Bet(number, item.confidence, place not in free) for place, item in enumerate(found)]


def _fits(gold: Statement, found: Statement) -> bool:
    same = _overlap(gold.source, found.source) >= _OVERLAP or not (gold.source or found.source)
    return same and _overlap(gold.content, found.content) >= _OVERLAP


def _overlap(left: Cells, right: Cells) -> float:
    union = len(left | right)
    return len(left & right) / union if union else 0.0
