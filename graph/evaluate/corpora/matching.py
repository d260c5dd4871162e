"""Which found mention stands for which annotated one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from graph.evaluate.corpora.texts import Range

Candidate: TypeAlias = tuple[float, int, int]
"""How well they fit (more is better), number of the annotated, number of the found."""


def shared(one: Sequence[Range], other: Sequence[Range]) -> int:
    """Count the places that two sets of pieces share; no piece overlaps another of its set.

    >>> shared([(0, 4), (6, 9)], [(2, 7)])
    3
    """
    return sum(max(0, min(end, last) - max(begin, first)) for begin, end in one for first, last in other)


def overlap(one: Sequence[Range], other: Sequence[Range]) -> float:
    """Give the places that two sets of pieces share, over those of either; 0 if both are empty.

    >>> overlap([(0, 4)], [(2, 6)])
    0.3333333333333333
    """
    both = shared(one, other)
    either = sum(end - begin for begin, end in (*one, *other)) - both
    return both / either if either else 0.0


def best_pairs(candidates: Iterable[Candidate]) -> dict[int, int]:
    """Pair annotated mentions with found ones, each at most once, those that fit best first."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, mine, other in sorted((-fit, mine, other) for fit, mine, other in candidates):
        if mine not in pairs and other not in taken:
            pairs[mine] = other
            taken.add(other)
    return pairs


def pair_up(expected: Sequence[Sequence[Range]], found: Sequence[tuple[Range, Range]]) -> dict[int, int]:
    """Pair by overlap.

    Args:
        expected: The pieces of each annotated mention.
        found: Span and head of each found mention; its head must touch the annotated one.

    Returns:
        The number of the found mention of each annotated one that has any.
    """
    return best_pairs(_candidates(expected, found))


def _candidates(
    expected: Sequence[Sequence[Range]], found: Sequence[tuple[Range, Range]]
) -> Iterator[Candidate]:
    for mine, pieces in enumerate(expected):
        for other, (span, head) in enumerate(found):
            if shared(pieces, [head]):
                yield overlap(pieces, [span]), mine, other
