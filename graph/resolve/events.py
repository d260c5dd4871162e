"""Chains of event mentions to the events of one article, with participants, places, time and quantities.

`event_union` joins those of several articles.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.model.identifiers import content_id
from graph.model.knowledge import Entity, Event, Evidence, Interval, Link, Participation, Quantity
from graph.model.mentions import Argument, EntityMention, EventMention, QuantityMention, TimeMention
from graph.model.terms import EventRelation, EventType, Factuality, MentionForm, Role, TimeGrain
from graph.model.text import Span
from graph.resolve.entities import Entities, MentionKey
from graph.resolve.evidence import Page, ordered
from graph.resolve.labels import event_label, event_noun, is_noun
from graph.resolve.quantities import make_quantity

FACTUALITY_ORDER = (
    Factuality.ACTUAL,
    Factuality.DENIED,
    Factuality.NEGATED,
    Factuality.PLANNED,
    Factuality.PROMISED,
    Factuality.DEMANDED,
    Factuality.POSSIBLE,
    Factuality.CONDITIONAL,
    Factuality.HYPOTHETICAL,
)
"""An event has the first of these that one of its mentions has: told once as a fact it is one, however often
it is also feared; told as not happening it outweighs being wished for; a plan outweighs a possibility."""

_KIND_ORDER = tuple(EventType)
_GRAIN_ORDER = tuple(TimeGrain)


@dataclass(frozen=True, slots=True)
class Events:
    """All events, and which event each mention tells of."""

    all: tuple[Event, ...]
    of_mention: dict[MentionKey, str]


def find_events(pages: Sequence[Page], entities: Entities) -> Events:
    """Turn the event mentions of each article into events of this article."""
    events: list[Event] = []
    of_mention: dict[MentionKey, str] = {}
    for page in pages:
        groups = _find_groups(page)
        local = {mention.id: identifier for identifier, mentions in groups.items() for mention in mentions}
        builder = _Builder(page, entities, local, groups)
        events.extend(builder.make(identifier) for identifier in groups)
        of_mention |= {(page.article.id, mention): identifier for mention, identifier in local.items()}
    return Events(tuple(sorted(events, key=lambda event: event.id)), of_mention)


def _find_groups(page: Page) -> dict[str, list[EventMention]]:
    """Gather event mentions by the id of their event: its type and where the article first tells of it."""
    chains: dict[str, list[EventMention]] = defaultdict(list)
    for mention in sorted(page.mentions.events, key=lambda one: (one.trigger, one.id)):
        chains[mention.chain].append(mention)
    groups: dict[str, list[EventMention]] = defaultdict(list)
    for mentions in chains.values():
        first = mentions[0].trigger
        groups[content_id("event", page.article.id, _vote(mentions), first.start, first.end)].extend(mentions)
    return groups


def _vote(mentions: Sequence[EventMention]) -> EventType:
    votes: Counter[EventType] = Counter()
    for mention in mentions:
        votes[mention.type] += round(1000 * mention.confidence) + 1
    return min(votes, key=lambda kind: (-votes[kind], _KIND_ORDER.index(kind)))


class _Builder:
    """Makes the events of one article."""

    def __init__(
        self,
        page: Page,
        entities: Entities,
        events: Mapping[str, str],
        groups: Mapping[str, list[EventMention]],
    ) -> None:
        self._page = page
        self._entities = entities
        self._events = events
        self._groups = groups
        self._mentions: dict[str, EntityMention] = {mention.id: mention for mention in page.mentions.entities}
        self._triggers: dict[str, EventMention] = {mention.id: mention for mention in page.mentions.events}
        self._times: dict[str, TimeMention] = {mention.id: mention for mention in page.mentions.times}
        self._quantities: dict[str, QuantityMention] = {
            mention.id: mention for mention in page.mentions.quantities
        }

    def make(self, identifier: str) -> Event:
        mentions = self._groups[identifier]
        kind = _vote(mentions)
        places = self._places(mentions)
        participants = tuple(self._participants(identifier, mentions))
        return Event(
            id=identifier,
            type=kind,
            label=event_label(
                kind,
                self._words(mentions),
                self._parts(participants),
                [self._name(place) for place in places],
            ),
            participants=participants,
            places=places,
            time=pick_time([self._times[one.time] for one in mentions if one.time in self._times]),
            quantities=self._counts(mentions),
            links=tuple(self._links(identifier, mentions)),
            factuality=self._status(mentions),
            evidence=ordered(
                self._page.quote(one.trigger, one.method, one.confidence, sentence=one.sentence)
                for one in mentions
            ),
        )

    def _status(self, mentions: Sequence[EventMention]) -> Factuality:
        """Choose the strongest status, but for nouns that only refer back.

        Once an event has been brought in as planned, demanded or the like, a later noun without a status of
        its own ("the assault") is no news that it happened; a later verb ("they stormed") is.
        """
        first, *later = mentions
        told = [
            one
            for one in later
            if one.factuality is not Factuality.ACTUAL
            or first.factuality is Factuality.ACTUAL
            or not is_noun(one.type, self._page.words(one.trigger))
        ]
        return min((one.factuality for one in (first, *told)), key=FACTUALITY_ORDER.index)

    def _words(self, mentions: Sequence[EventMention]) -> list[str]:
        return [self._page.words(mention.trigger) for mention in mentions]

    def _entity(self, mention: str) -> Entity | None:
        identifier = self._entities.of_mention.get((self._page.article.id, mention))
        return self._entities.by_id[identifier] if identifier is not None else None

    def _name(self, identifier: str) -> str:
        if entity := self._entities.by_id.get(identifier):
            return entity.name
        mentions = self._groups[identifier]
        return event_noun(_vote(mentions), self._words(mentions))

    def _places(self, mentions: Sequence[EventMention]) -> tuple[str, ...]:
        found = [self._entity(place) for mention in mentions for place in mention.place]
        return tuple(
            dict.fromkeys(entity.id for entity in found if entity and entity.form is not MentionForm.PRONOUN)
        )

    def _participants(self, event: str, mentions: Sequence[EventMention]) -> list[Participation]:
        evidence: dict[tuple[Role, str], list[Evidence]] = defaultdict(list)
        for mention in mentions:
            for argument in mention.arguments:
                found = self._participant(argument)
                if found is not None and found[0] != event:
                    identifier, span = found
                    confidence = argument.confidence * mention.confidence
                    evidence[argument.role, identifier].append(
                        self._page.quote(span, mention.method, confidence, sentence=mention.sentence)
                    )
        return [
            Participation(role=role, participant=participant, evidence=ordered(evidence[role, participant]))
            for role, participant in sorted(evidence)
        ]

    def _participant(self, argument: Argument) -> tuple[str, Span] | None:
        if entity := self._entity(argument.mention):
            return entity.id, self._mentions[argument.mention].span
        if event := self._events.get(argument.mention):
            return event, self._triggers[argument.mention].trigger
        return None

    def _links(self, event: str, mentions: Sequence[EventMention]) -> list[Link]:
        evidence: dict[tuple[EventRelation, str], list[Evidence]] = defaultdict(list)
        for mention in mentions:
            for link in mention.links:
                other = self._events.get(link.event)
                if other is not None and other != event:
                    confidence = link.confidence * mention.confidence
                    evidence[link.relation, other].append(
                        self._page.quote(link.span, "events.links", confidence, sentence=mention.sentence)
                    )
        return [
            Link(relation=relation, event=other, evidence=ordered(evidence[relation, other]))
            for relation, other in sorted(evidence)
        ]

    def _parts(self, participants: Sequence[Participation]) -> dict[Role, list[str]]:
        """Names by role: named entities, then nominals, then events; each by its first place in the text."""
        ranked: dict[Role, list[tuple[int, Span, str]]] = defaultdict(list)
        for one in participants:
            entity = self._entities.by_id.get(one.participant)
            if entity is not None and entity.form is MentionForm.PRONOUN:
                continue
            rank = 2 if entity is None else int(entity.form is not MentionForm.NAME)
            ranked[one.role].append((rank, one.evidence[0].span, self._name(one.participant)))
        return {role: [name for *_, name in sorted(names)] for role, names in ranked.items()}

    def _counts(self, mentions: Sequence[EventMention]) -> tuple[Quantity, ...]:
        found: dict[str, Quantity] = {}
        for mention in mentions:
            for identifier in mention.quantities:
                if counted := self._quantities.get(identifier):
                    quantity = make_quantity(self._page, counted)
                    if same := found.get(quantity.id):
                        quantity = replace(same, evidence=ordered(same.evidence + quantity.evidence))
                    found[quantity.id] = quantity
        return tuple(found[identifier] for identifier in sorted(found))


def pick_time(times: Sequence[TimeMention]) -> Interval | None:
    """Choose the most exact time: bounded before open, the finer grain, the first in the text."""
    if not times:
        return None
    return interval(min(times, key=lambda time: (*exactness(time), time.span, time.value)))


def exactness(time: TimeMention | Interval) -> tuple[int, int]:
    """Rank times, the most exact first: bounded before open, then the finer grain."""
    return (time.begin is None) + (time.end is None), _GRAIN_ORDER.index(time.grain)


def interval(time: TimeMention) -> Interval:
    """Turn a time mention into an interval."""
    return Interval(begin=time.begin, end=time.end, grain=time.grain, value=time.value)
