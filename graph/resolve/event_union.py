"""One event of what several articles tell of it, each article's telling kept as a report."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.model.identifiers import content_id
from graph.model.knowledge import Event, Evidence, Link, Merge, Participation, Report
from graph.model.terms import EventRelation, EventType, Role
from graph.resolve.entities import Entities
from graph.resolve.event_identity import Judge
from graph.resolve.event_merging import Same, same_events
from graph.resolve.events import FACTUALITY_ORDER, Events, exactness
from graph.resolve.evidence import Page, ordered
from graph.resolve.stories import Stories
from graph.resolve.tellings import tell


def unite_events(
    events: Events, pages: Sequence[Page], entities: Entities, judge: Judge, stories: Stories
) -> tuple[Events, tuple[Merge, ...]]:
    """Join the events of single articles that are one, across articles.

    A joined event has the identifier that it has in the article that was first published, so that it keeps it
    when later articles come.

    Args:
        events: The events of each article by itself.
        pages: The articles.
        entities: The entities of all articles.
        judge: Decides which tellings are of one event.
        stories: How alike the articles are.

    Returns:
        The events, and why each was joined.
    """
    by_article = {page.article.id: page for page in pages}
    tellings = [tell(event, by_article[event.evidence[0].article], entities.by_id) for event in events.all]
    groups = same_events(tellings, judge, stories)
    home = {one.event.id: group.tellings[0].event.id for group in groups for one in group.tellings}
    united = [_unite([telling.event for telling in group.tellings], home) for group in groups]
    return (
        Events(
            tuple(sorted(united, key=lambda event: event.id)),
            {mention: home[event] for mention, event in events.of_mention.items()},
        ),
        tuple(merge for group in groups for merge in _merges(group)),
    )


def _merges(group: Same) -> list[Merge]:
    merged = group.tellings[0].event.id
    return [
        Merge(
            id=content_id("merge", merged, *(telling.event.id for telling in (match.one, match.other))),
            merged=merged,
            reasons=match.reasons,
            score=match.score,
            joined=(match.one.event.evidence[0], match.other.event.evidence[0]),
        )
        for match in group.matches
    ]


def _unite(told: Sequence[Event], home: Mapping[str, str]) -> Event:
    first = told[0]
    participants, links = _participants(told, home), _links(told, home)
    if len(told) == 1:
        return replace(first, participants=participants, links=links)
    times = [event.time for event in told if event.time]
    return Event(
        id=first.id,
        type=_type(told),
        label=max(told, key=_fullness).label,
        participants=participants,
        places=tuple(dict.fromkeys(place for event in told for place in event.places)),
        time=min(times, key=exactness) if times else None,
        quantities=tuple(sorted((one for event in told for one in event.quantities), key=lambda one: one.id)),
        links=links,
        factuality=min((event.factuality for event in told), key=FACTUALITY_ORDER.index),
        reports=tuple(_report(event) for event in told),
        evidence=ordered(one for event in told for one in event.evidence),
    )


def _report(event: Event) -> Report:
    return Report(
        id=content_id("report", event.id),
        article=event.evidence[0].article,
        factuality=event.factuality,
        evidence=event.evidence,
    )


def _participants(told: Sequence[Event], home: Mapping[str, str]) -> tuple[Participation, ...]:
    evidence: dict[tuple[Role, str], list[Evidence]] = defaultdict(list)
    for event in told:
        for part in event.participants:
            participant = home.get(part.participant, part.participant)
            if participant != home[event.id]:
                evidence[part.role, participant].extend(part.evidence)
    return tuple(
        Participation(role=role, participant=participant, evidence=ordered(evidence[role, participant]))
        for role, participant in sorted(evidence)
    )


def _links(told: Sequence[Event], home: Mapping[str, str]) -> tuple[Link, ...]:
    evidence: dict[tuple[EventRelation, str], list[Evidence]] = defaultdict(list)
    for event in told:
        for link in event.links:
            if home[link.event] != home[event.id]:
                evidence[link.relation, home[link.event]].extend(link.evidence)
    return tuple(
        Link(relation=relation, event=event, evidence=ordered(evidence[relation, event]))
        for relation, event in sorted(evidence)
    )


def _type(told: Sequence[Event]) -> EventType:
    """Choose the type that most articles give; of several the first told."""
    votes = Counter(event.type for event in told)
    return max(votes, key=lambda kind: votes[kind])


def _fullness(event: Event) -> int:
    return len(event.participants) + len(event.places)
