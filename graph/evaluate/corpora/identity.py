"""Which mentions are one thing: found identity against annotated identity, over annotated mentions.

Every item is an annotated mention; where nothing was found at its place, it stands for itself alone. So what
was not detected costs recall and no precision.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.evaluate.coreference import CoreferenceScores
from graph.evaluate.corpora.task import Figure
from graph.evaluate.metrics import PRF


@dataclass(frozen=True, slots=True)
class Item:
    """An annotated mention: its number, its article, and its words for people to read."""

    number: int
    article: str
    words: str

    def __str__(self) -> str:
        return f"{self.words} ({self.article})"


Partition = Mapping[Item, Hashable]
"""What each item stands for."""


def alone(found: Partition, items: Iterable[Item]) -> dict[Item, Hashable]:
    """Complete a partition: each item that it lacks stands for itself."""
    return {item: found.get(item, ("alone", item.number)) for item in items}


def pairs(expected: Partition, found: Partition, *, across: bool = False) -> PRF:
    """Count the pairs of items that are one thing.

    Args:
        expected: What each item stands for.
        found: The same by another source, of the same items.
        across: Count only pairs of items from two articles.
    """
    right = _pairs({item: (expected[item], found[item]) for item in expected}, across)
    return PRF(right, _pairs(found, across), _pairs(expected, across))


def _pairs(partition: Partition, across: bool) -> int:
    together = _count(Counter(partition.values()))
    if not across:
        return together
    return together - _count(Counter((item.article, group) for item, group in partition.items()))


def _count(sizes: Counter[Hashable]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


def b_cubed(expected: Partition, found: Partition) -> PRF:
    """Compare by B³, singletons too."""
    return PRF.of_clusters(expected, found)


def conll_f1(expected: Partition, found: Partition) -> float:
    """Give the mean F1 of MUC, B³ and CEAF-e in [0, 1], singletons left out on both sides."""
    scores = CoreferenceScores()
    scores.add([frozenset(one) for one in groups(expected)], [frozenset(one) for one in groups(found)])
    return scores.conll_f1 / 100


def groups(partition: Partition) -> list[list[Item]]:
    """Give the groups of a partition, in order of their first items."""
    found: dict[Hashable, list[Item]] = defaultdict(list)
    for item in sorted(partition, key=lambda one: one.number):
        found[partition[item]].append(item)
    return list(found.values())


def identity_figures(
    what: str, data: str, expected: Partition, found: Partition, trivial: Partition, by: str
) -> Iterator[Figure]:
    """Score a partition of all annotated mentions, and of those alone that were found.

    Args:
        what: What is one: "event", "entity".
        data: The corpus.
        expected: The annotated identity.
        found: The found identity, of those items that were found.
        trivial: A baseline's identity, of all items.
        by: What the baseline goes by.
    """
    whole = alone(found, expected)
    yield Figure.of(
        f"{what} pairs", data, pairs(expected, whole), baseline=pairs(expected, trivial), by=by,
        differences=differences(expected, whole),
    )  # fmt: skip
    yield from _figures(f"{what}", data, expected, whole, trivial, by)
    narrow = {item: expected[item] for item in found}
    yield from _figures(f"found {what}", data, narrow, found, {item: trivial[item] for item in narrow}, by)


def _figures(
    what: str, data: str, expected: Partition, found: Partition, trivial: Partition, by: str
) -> Iterator[Figure]:
    yield Figure.of(
        f"{what} pairs across articles", data, pairs(expected, found, across=True),
        baseline=pairs(expected, trivial, across=True), by=by,
    )  # fmt: skip
    yield Figure.of(
        f"{what} B³", data, b_cubed(expected, found), baseline=b_cubed(expected, trivial), by=by
    )  # fmt: skip
    yield Figure(
        layer=f"{what} CoNLL",
        data=data,
        f1=conll_f1(expected, found),
        expected=len(expected),
        baseline=conll_f1(expected, trivial),
        by=by,
    )


def differences(expected: Partition, found: Partition) -> Iterator[str]:
    """Say which things fell apart (-), and which were thrown together (+); parts stand between bars."""
    yield from _parted("-", expected, found)
    yield from _parted("+", found, expected)


def _parted(sign: str, whole: Partition, by: Partition) -> Iterator[str]:
    for group in groups(whole):
        parts = groups({item: by[item] for item in group})
        if len(parts) > 1:
            yield f"{sign} " + " | ".join(", ".join(map(str, part)) for part in parts)
