"""How alike articles are: by the names, things and doings that they share, rare ones most."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt
from typing import Final

from graph.model.terms import MentionForm
from graph.resolve.entities import MentionKey
from graph.resolve.evidence import Page
from graph.resolve.names import key

COMMON: Final = 60
"""What more articles share than this brings none of them together: it would cost much and tell little."""

NEIGHBOURS: Final = 25
"""Articles that an article is compared with because they may tell its story, the most alike first."""

ALIKE: Final = 0.12
"""Least likeness of two articles that may tell one story. On the training part of ECB+ fewer than one in
thirty pairs of kindred events below it are one."""


class Stories:
    """Compares articles by what they name.

    Args:
        pages: The articles with their mentions.
        of_mention: The entity of each mention.
    """

    def __init__(self, pages: Sequence[Page], of_mention: Mapping[MentionKey, str]) -> None:
        self._features = {page.article.id: frozenset(_features(page, of_mention)) for page in pages}
        spread = Counter(feature for found in self._features.values() for feature in found)
        self._weights = {feature: log(1 + len(pages) / number) for feature, number in spread.items()}
        self._greatest = log(1 + max(len(pages), 2) / 2)
        self._lengths = {article: sqrt(self._square(found)) for article, found in self._features.items()}
        self._known: dict[tuple[str, str], float] = {}

    def weight(self, entity: str) -> float:
        """Tell how much it says that two articles name an entity, from 0 to 1: less, the more articles do."""
        return min(self._weights.get(entity, 0.0) / self._greatest, 1.0)

    def likeness(self, one: str, other: str) -> float:
        """Compare two articles, by id: 0 where they share nothing, 1 where they name the same."""
        pair = (min(one, other), max(one, other))
        if pair not in self._known:
            lengths = self._lengths[one] * self._lengths[other]
            shared = self._features[one] & self._features[other]
            self._known[pair] = self._square(shared) / lengths if lengths else 0.0
        return self._known[pair]

    def neighbours(self) -> list[tuple[str, str]]:
        """Give the pairs of articles that may tell one story, each pair once, smaller id first."""
        holders: dict[str, list[str]] = defaultdict(list)
        for article, found in self._features.items():
            for feature in found:
                holders[feature].append(article)
        pairs: set[tuple[str, str]] = set()
        for article, found in self._features.items():
            met = {
                other
                for feature in found
                if len(holders[feature]) <= COMMON
                for other in holders[feature]
                if other != article
            }
            near = [other for other in met if self.likeness(article, other) >= ALIKE]
            near.sort(key=lambda other: (-self.likeness(article, other), other))
            pairs.update((min(article, other), max(article, other)) for other in near[:NEIGHBOURS])
        return sorted(pairs)

    def _square(self, features: frozenset[str]) -> float:
        # sorted: the order of addition must not depend on the order of a set
        return sum(self._weights[feature] ** 2 for feature in sorted(features))


def _features(page: Page, of_mention: Mapping[MentionKey, str]) -> Iterator[str]:
    for mention in page.mentions.entities:
        if mention.form is MentionForm.NAME:
            yield of_mention[page.article.id, mention.id]
        elif mention.form is MentionForm.NOMINAL:
            yield "thing " + stem(page.words(mention.head))
    for event in page.mentions.events:
        yield "doing " + stem(page.words(event.trigger))


def stem(word: str) -> str:
    """Give what forms of a word have in common, roughly: its first letters.

    >>> stem("killed") == stem("killings"), stem("talks") == stem("talked")
    (True, True)
    """
    return key(word)[:4]
