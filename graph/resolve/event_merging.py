"""Tellings of many articles to events: which of them are one.

Only kindred tellings that share two of participant, place and day, or whose articles tell one story, are
compared at all; so the work grows with the number of articles, not with its square. Pairs are joined from the
surest to the least sure, as long as all tellings that come together score enough on the average and nothing
forbids any two of them: a chain of likenesses does not make one event.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Final, TypeAlias

from graph.model.terms import EventType, Factuality, MergeReason
from graph.resolve.event_identity import Judge
from graph.resolve.stories import Stories
from graph.resolve.tellings import Telling

THRESHOLD: Final = 0.5
"""Least score of a merge: more likely one event than two."""

TOGETHER: Final = 0.3
"""Least mean score of all pairs that a merge brings together. On the training part of ECB+, 0.5 loses one
right link in five, and what 0.2 adds is more often wrong than right."""

_COMPARED: Final = 25
"""Tellings that a telling is compared with for each thing that they share, those told next before it."""

_CHECKED: Final = 25
"""Tellings of a joined event that a further one is held against."""

_NEVER: Final = frozenset({Factuality.HYPOTHETICAL, Factuality.CONDITIONAL})
"""What is only thought of in one article is not what is thought of in another."""

_SPEECH: Final = frozenset({EventType.STATEMENT})
"""People say many things in a day: what they say is kept apart as claims."""

_Pair: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """Two tellings that were taken for one event, with the reasons and the score."""

    one: Telling
    other: Telling
    reasons: tuple[MergeReason, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Same:
    """Tellings of one event, in order of publication, and the matches that joined them."""

    tellings: tuple[Telling, ...]
    matches: tuple[Match, ...]


def same_events(tellings: Iterable[Telling], judge: Judge, stories: Stories) -> list[Same]:
    """Group tellings by the event that they tell of; each telling is in one group."""
    told = sorted(tellings, key=lambda telling: telling.order)
    groups = _Groups(told, judge)
    scored = [(groups.score(*pair), *pair) for pair in _candidates(told, stories)]
    for _, first, second in sorted(
        (-score, first, second) for score, first, second in scored if score >= THRESHOLD
    ):
        groups.join(first, second)
    return groups.all()


class _Groups:
    """Tellings, by position, that were joined, and a check of what may still be."""

    def __init__(self, told: Sequence[Telling], judge: Judge) -> None:
        self._told = told
        self._judge = judge
        self._scores: dict[_Pair, float] = {}
        self._home = list(range(len(told)))
        self._members = [[index] for index in range(len(told))]
        self._matches: list[list[_Pair]] = [[] for _ in told]

    def score(self, first: int, second: int) -> float:
        """Score a pair; -1 where something forbids that they are one."""
        pair = (min(first, second), max(first, second))
        if pair not in self._scores:
            one, other = self._told[pair[0]], self._told[pair[1]]
            # One article keeps apart what it tells apart.
            never = one.article.id == other.article.id or self._judge.forbids(one, other)
            self._scores[pair] = -1.0 if never else self._weigh(one, other)
        return self._scores[pair]

    def _weigh(self, one: Telling, other: Telling) -> float:
        reasons = self._judge.reasons(one, other)
        return round(self._judge.score(reasons), 4) if self._judge.enough(one, other, reasons) else 0.0

    def join(self, first: int, second: int) -> None:
        """Join the groups of two tellings, unless they are one already or do not go together."""
        one, other = sorted((self._home[first], self._home[second]))
        if one == other or not self._fit(self._members[one], self._members[other]):
            return
        for index in self._members[other]:
            self._home[index] = one
        self._members[one] = sorted(self._members[one] + self._members[other])
        self._matches[one] += [*self._matches[other], (first, second)]
        self._members[other], self._matches[other] = [], []

    def _fit(self, one: Sequence[int], other: Sequence[int]) -> bool:
        pairs = product(one[:_CHECKED], other[:_CHECKED])
        scores = [self.score(first, second) for first, second in pairs]
        return min(scores) >= 0 and sum(scores) >= TOGETHER * len(scores)

    def all(self) -> list[Same]:
        """Give all groups, with the matches that made them."""
        return [
            Same(
                tuple(self._told[index] for index in members),
                tuple(self._match(*pair) for pair in sorted(matches)),
            )
            for members, matches in zip(self._members, self._matches, strict=True)
            if members
        ]

    def _match(self, first: int, second: int) -> Match:
        one, other = self._told[first], self._told[second]
        return Match(one, other, tuple(sorted(self._judge.reasons(one, other))), self.score(first, second))


def _candidates(told: Sequence[Telling], stories: Stories) -> set[_Pair]:
    """Find the pairs worth comparing, by position in order of publication."""
    fit = [
        index
        for index, telling in enumerate(told)
        if telling.event.factuality not in _NEVER and telling.event.type not in _SPEECH
    ]
    by_article: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    shared: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index in fit:
        telling = told[index]
        by_article[telling.article.id][telling.kin].append(index)
        for pair in combinations(sorted(_marks(telling)), 2):
            shared[telling.kin, *pair].append(index)
    pairs = {
        (earlier, index)
        for block in shared.values()
        for place, index in enumerate(block)
        for earlier in block[max(place - _COMPARED, 0) : place]
        if told[earlier].article.id != told[index].article.id
    }
    for one, other in stories.neighbours():
        for kin, mine in by_article[one].items():
            theirs = by_article[other].get(kin, ())
            pairs.update((min(pair), max(pair)) for pair in product(mine, theirs))
    return pairs


def _marks(telling: Telling) -> Iterator[str]:
    yield from telling.involved
    if telling.first_day:
        yield str(telling.first_day)
