"""Coreference as the official CoNLL-2012 scorer defines it: MUC, B-cubed, CEAF-e and their mean; and LEA.

Mentions are exact spans, singletons count on neither side, numerators and denominators are summed over the
documents.

Source: Vilain et al. 1995 (MUC), Bagga and Baldwin 1998 (B-cubed), Luo 2005 (CEAF with the similarity phi4),
Pradhan et al. 2014, "Scoring Coreference Partitions of Predicted Mentions" (the scorer), Moosavi and Strube
2016, "Which Coreference Evaluation Metric Do You Trust?" (LEA).
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

Cluster = AbstractSet[Hashable]


@dataclass(slots=True)
class Parts:
    """Numerators and denominators of recall and precision."""

    recall: tuple[float, float] = (0.0, 0.0)
    precision: tuple[float, float] = (0.0, 0.0)

    def add(self, recall: tuple[float, float], precision: tuple[float, float]) -> None:
        """Add those of one document."""
        self.recall = (self.recall[0] + recall[0], self.recall[1] + recall[1])
        self.precision = (self.precision[0] + precision[0], self.precision[1] + precision[1])

    @property
    def f1(self) -> float:
        """F1 in percent; 0 if nothing was found or was to be found."""
        recall, precision = (up / down if down else 0.0 for up, down in (self.recall, self.precision))
        return 200.0 * recall * precision / (recall + precision) if recall + precision else 0.0


@dataclass(slots=True)
class CoreferenceScores:
    """Sums over documents."""

    mentions: Parts = field(default_factory=Parts)
    muc: Parts = field(default_factory=Parts)
    b_cubed: Parts = field(default_factory=Parts)
    ceaf_e: Parts = field(default_factory=Parts)
    lea: Parts = field(default_factory=Parts)

    def add(self, gold: Sequence[Cluster], found: Sequence[Cluster]) -> None:
        """Compare the groups of one document."""
        key = [cluster for cluster in gold if len(cluster) > 1]
        response = [cluster for cluster in found if len(cluster) > 1]
        wanted, given = {item for one in key for item in one}, {item for one in response for item in one}
        both = len(wanted & given)
        self.mentions.add((both, len(wanted)), (both, len(given)))
        self.muc.add(_muc(key, response), _muc(response, key))
        self.b_cubed.add(_b_cubed(key, response), _b_cubed(response, key))
        self.lea.add(_lea(key, response), _lea(response, key))
        similarity = _ceaf_e(key, response)
        self.ceaf_e.add((similarity, len(key)), (similarity, len(response)))

    @property
    def conll_f1(self) -> float:
        """Mean of the three F1, in percent."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


def _owners(clusters: Sequence[Cluster]) -> dict[Hashable, int]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


def _muc(key: Sequence[Cluster], response: Sequence[Cluster]) -> tuple[float, float]:
    """Links of the key that the response keeps: of each cluster its size less the parts it falls into."""
    owner = _owners(response)
    kept, total = 0, 0
    for cluster in key:
        parts = {owner[mention] for mention in cluster if mention in owner}
        alone = sum(mention not in owner for mention in cluster)
        kept += len(cluster) - len(parts) - alone
        total += len(cluster) - 1
    return kept, total


def _b_cubed(key: Sequence[Cluster], response: Sequence[Cluster]) -> tuple[float, float]:
    """Of each mention of the key, the share of its cluster that the response puts with it."""
    owner = _owners(response)
    shared = 0.0
    for cluster in key:
        together: dict[int, int] = {}
        for mention in cluster:
            if mention in owner:
                together[owner[mention]] = together.get(owner[mention], 0) + 1
        shared += sum(count * count for count in together.values()) / len(cluster)
    return shared, sum(map(len, key))


def _lea(key: Sequence[Cluster], response: Sequence[Cluster]) -> tuple[float, float]:
    """Of each cluster of the key, weighted by its size, the share of its links that the response has."""
    owner = _owners(response)
    resolved = 0.0
    for cluster in key:
        together = Counter(owner[mention] for mention in cluster if mention in owner)
        links = sum(count * (count - 1) for count in together.values())
        resolved += links / (len(cluster) - 1)
    return resolved, sum(map(len, key))


def _ceaf_e(key: Sequence[Cluster], response: Sequence[Cluster]) -> float:
    """Similarity of the best one-to-one pairing of clusters."""
    if not key or not response:
        return 0.0
    table = np.zeros((len(key), len(response)))
    owner = _owners(response)
    for row, cluster in enumerate(key):
        for mention in cluster:
            if mention in owner:
                table[row, owner[mention]] += 1
    sizes = np.add.outer([len(one) for one in key], [len(one) for one in response])
    table = 2 * table / sizes
    rows, columns = linear_sum_assignment(table, maximize=True)
    return float(table[rows, columns].sum())


def link_is_right(mentions: Sequence[Hashable], place: int, owner: Mapping[Any, int]) -> bool:
    """Tell whether a mention of a chain belongs with one before it in the chain.

    Args:
        mentions: The chain, in order of the text.
        place: Which mention of it.
        owner: Number of the gold group of each gold mention.
    """
    group = owner.get(mentions[place])
    return group is not None and any(owner.get(earlier) == group for earlier in mentions[:place])
