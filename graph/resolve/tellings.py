"""What one article tells of an event, in a form that can be compared with what another one tells."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from graph.model.knowledge import Entity, Event, Interval
from graph.model.terms import EventType, MentionForm, Role, TimeGrain
from graph.model.text import Article
from graph.resolve.evidence import Page
from graph.resolve.stories import stem


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one article tells of it.

    Attributes:
        event: The event, made of the mentions of this article alone.
        article: The article.
        stems: What the triggers have in common with their other forms.
        named: Ids of named participants by role.
        others: Stems of the nouns for unnamed participants.
        scenes: Ids of the named places: where it happens, and where a visit goes to.
    """

    event: Event
    article: Article
    stems: frozenset[str]
    named: Mapping[Role, frozenset[str]]
    others: frozenset[str]
    scenes: frozenset[str]

    @property
    def kin(self) -> EventType:
        """The kin of the event's type: only kindred events are compared."""
        return kin_of(self.event.type)

    @property
    def involved(self) -> frozenset[str]:
        """All named participants and scenes."""
        return self.scenes.union(*self.named.values())

    @property
    def first_day(self) -> date | None:
        """The day on which it begins, if it is known to the day."""
        time = self.event.time
        return time.begin if time and to_the_day(time) else None

    @property
    def order(self) -> tuple[date, str, str]:
        """Sorts tellings by day of publication; those without one come last."""
        return (self.article.published_day or date.max, self.article.id, self.event.id)


def tell(event: Event, page: Page, entities: Mapping[str, Entity]) -> Telling:
    """Gather what can be compared of an event that was made of the mentions of one article."""
    named: dict[Role, set[str]] = defaultdict(set)
    others: set[str] = set()
    for part in event.participants:
        entity = entities.get(part.participant)
        if entity is not None and entity.form is MentionForm.NAME:
            named[part.role].add(entity.id)
        elif entity is not None and entity.form is not MentionForm.PRONOUN:
            others.add(stem(entity.name.rpartition(" ")[2]))
    places = {place for place in event.places if entities[place].form is MentionForm.NAME}
    return Telling(
        event=event,
        article=page.article,
        stems=frozenset(stem(page.words(one.span)) for one in event.evidence),
        named={role: frozenset(found) for role, found in named.items()},
        others=frozenset(others),
        scenes=frozenset(places | named.get(Role.DESTINATION, set())),
    )


def to_the_day(time: Interval) -> bool:
    """Tell whether a time is given to the day, or finer."""
    return time.grain in (TimeGrain.MINUTE, TimeGrain.HOUR, TimeGrain.DAY)


def kin_of(kind: EventType) -> EventType:
    """Give the kin of a type: the first of those that articles may call one event by.

    >>> kin_of(EventType.DEATH) == kin_of(EventType.KILLING)
    True
    """
    return _kin().get(kind, kind)


@cache
def _kin() -> Mapping[EventType, EventType]:
    text = (
        resources.files("graph.resolve").joinpath("resources/kindred_events.toml").read_text(encoding="utf-8")
    )
    return {EventType(name): EventType(kin[0]) for kin in tomllib.loads(text)["kin"] for name in kin}
