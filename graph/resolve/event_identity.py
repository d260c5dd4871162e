"""Whether what two articles tell of is one event: what speaks for it, and what forbids it."""

from collections.abc import Mapping
from math import exp
from typing import Final

from graph.model.knowledge import Entity, Interval
from graph.model.terms import EventType, Factuality, MergeReason, Role
from graph.resolve.geography import Geography
from graph.resolve.names import key
from graph.resolve.stories import Stories
from graph.resolve.tellings import Telling, to_the_day

WEIGHTS: Final[Mapping[MergeReason, float]] = {
    MergeReason.SAME_TYPE: 0.3,
    MergeReason.KINDRED_TYPE: -0.2,
    MergeReason.SAME_WORDS: 1.3,
    MergeReason.SAME_PARTICIPANT: 2.1,
    MergeReason.LIKE_PARTICIPANT: 1.1,
    MergeReason.SAME_PLACE: 1.5,
    MergeReason.SAME_DAY: 1.5,
    MergeReason.SAME_NUMBER: 1.9,
    MergeReason.SAME_STORY: 5.0,
}
"""What each reason is worth, in log-odds. Fitted by logistic regression on the training part of ECB+ and
rounded; but for place and day, of which those short undated texts say next to nothing: these are set so that
type, word, place, day and a participant are enough where the articles have nothing else in common."""

PRIOR: Final = -5.9
"""The log-odds of two kindred events of two articles being one where nothing speaks for it."""

SAME_STORY: Final = 0.3
"""The likeness of two articles from which on they tell one story for sure."""

_NEWS_LASTS: Final = 3
"""Days within which articles tell of an event without giving its day."""

_STORY_LASTS: Final = 10
"""Days of publication between two articles after which an event without a day is another one."""

_FEW: Final = 2
"""Numbers up to this are too common to tell anything."""

_SPEECH: Final = frozenset(
    {
        EventType.PROPOSAL,
        EventType.DEMAND,
        EventType.REFUSAL,
        EventType.ACCUSATION,
        EventType.WARNING,
        EventType.PROMISE,
        EventType.SUPPORT,
    }
)

_OF_THE_EVENT: Final = frozenset(
    {
        MergeReason.SAME_PARTICIPANT,
        MergeReason.LIKE_PARTICIPANT,
        MergeReason.SAME_PLACE,
        MergeReason.SAME_DAY,
        MergeReason.SAME_NUMBER,
    }
)

_PRINCIPALS: Final = (Role.PATIENT, Role.AGENT, Role.PARTICIPANT)


class Judge:
    """Compares tellings of two articles.

    Args:
        entities: All entities by id.
        geography: Which places lie in each other.
        stories: How alike the articles are.
    """

    def __init__(self, entities: Mapping[str, Entity], geography: Geography, stories: Stories) -> None:
        self._entities = entities
        self._geography = geography
        self._stories = stories

    def enough(self, one: Telling, other: Telling, reasons: Mapping[MergeReason, float]) -> bool:
        """Tell whether the reasons are of the kind that two tellings need, however high their score.

        Whoever accuses or refuses must be the same; of what did not happen for sure, articles of one story
        may each mean another one, so that something of the event itself must agree.
        """
        if one.event.type in _SPEECH or other.event.type in _SPEECH:
            return MergeReason.SAME_PARTICIPANT in reasons
        actual = one.event.factuality is other.event.factuality is Factuality.ACTUAL
        return actual or not _OF_THE_EVENT.isdisjoint(reasons)

    def forbids(self, one: Telling, other: Telling) -> bool:
        """Tell whether two tellings cannot be of one event: other days, other places, or other people.

        Numbers that differ forbid nothing: counts change, and sources differ.
        """
        return (
            _other_days(one, other)
            or self._other_places(one, other)
            or any(self._other_people(one, other, role) for role in _PRINCIPALS)
        )

    def reasons(self, one: Telling, other: Telling) -> dict[MergeReason, float]:
        """Give what speaks for it that two tellings are of one event, each in a degree from 0 to 1."""
        same = one.event.type is other.event.type
        rarest = [self._stories.weight(entity) for entity in one.involved & other.involved]
        found = {
            MergeReason.SAME_TYPE if same else MergeReason.KINDRED_TYPE: 1.0,
            MergeReason.SAME_WORDS: float(bool(one.stems & other.stems)),
            MergeReason.SAME_PARTICIPANT: max(rarest, default=0.0),
            MergeReason.LIKE_PARTICIPANT: float(self._like_participants(one, other)),
            MergeReason.SAME_PLACE: self._same_place(one, other),
            MergeReason.SAME_DAY: _same_day(one, other),
            MergeReason.SAME_NUMBER: float(bool(_numbers(one) & _numbers(other))),
            MergeReason.SAME_STORY: self._same_story(one, other),
        }
        return {reason: degree for reason, degree in found.items() if degree > 0}

    def score(self, reasons: Mapping[MergeReason, float]) -> float:
        """Give the probability that two tellings are of one event."""
        odds = PRIOR + sum(weight * reasons.get(reason, 0.0) for reason, weight in WEIGHTS.items())
        return 1 / (1 + exp(-odds))

    def _same_story(self, one: Telling, other: Telling) -> float:
        return min(self._stories.likeness(one.article.id, other.article.id) / SAME_STORY, 1.0)

    def _like_participants(self, one: Telling, other: Telling) -> bool:
        if one.others & other.others:
            return True
        mine, theirs = one.involved - other.involved, other.involved - one.involved
        return any(self._alike(first, second) for first in mine for second in theirs)

    def _alike(self, first: str, second: str) -> bool:
        """Tell whether one name holds all words of the other: "Tal" and "Bram Tal"."""
        one, other = self._entities[first], self._entities[second]
        words, more = set(key(one.name).split()), set(key(other.name).split())
        return one.kind is other.kind and (words <= more or more <= words)

    def _same_place(self, one: Telling, other: Telling) -> float:
        if one.scenes & other.scenes:
            return 1.0
        nested = any(self._nested(first, second) for first in one.scenes for second in other.scenes)
        return 0.5 if nested else 0.0

    def _nested(self, first: str, second: str) -> bool:
        return self._geography.within(first, second) or self._geography.within(second, first)

    def _other_places(self, one: Telling, other: Telling) -> bool:
        pairs = [(first, second) for first in one.scenes for second in other.scenes]
        return bool(pairs) and all(self._geography.apart(first, second) for first, second in pairs)

    def _other_people(self, one: Telling, other: Telling, role: Role) -> bool:
        """Tell whether each side names others of one kind in a role, and none of them may be the same."""
        mine, theirs = one.named.get(role, frozenset()), other.named.get(role, frozenset())
        pairs = [
            (first, second)
            for first in mine
            for second in theirs
            if self._entities[first].kind is self._entities[second].kind
        ]
        return bool(pairs) and not any(
            first == second or self._alike(first, second) or self._nested(first, second)
            for first, second in pairs
        )


def _same_day(one: Telling, other: Telling) -> float:
    mine, theirs = one.first_day, other.first_day
    if mine and theirs:
        return float(mine == theirs)
    # A day and none: an article that came out within days of it hardly tells of another time.
    day = mine or theirs
    silent = (other if mine else one).article.published_day
    return 0.3 if day and silent and 0 <= (silent - day).days <= _NEWS_LASTS else 0.0


def _other_days(one: Telling, other: Telling) -> bool:
    mine, theirs = one.event.time, other.event.time
    if mine and theirs:
        # The night and the zone of time leave a day of doubt.
        return _days_between(mine, theirs) > int(to_the_day(mine) and to_the_day(theirs))
    told, retold = one.article.published_day, other.article.published_day
    return not (mine or theirs) and bool(told and retold and abs((told - retold).days) > _STORY_LASTS)


def _days_between(one: Interval, other: Interval) -> int:
    """Count the days between two stretches; 0 where they touch, overlap, or may do so as an end is open."""
    after = (one.begin - other.end).days if one.begin and other.end else 0
    before = (other.begin - one.end).days if other.begin and one.end else 0
    return max(after, before, 0)


def _numbers(telling: Telling) -> set[tuple[float | None, float | None, str]]:
    return {
        (one.minimum, one.maximum, one.unit)
        for one in telling.event.quantities
        if max(one.minimum or 0, one.maximum or 0) > _FEW
    }
