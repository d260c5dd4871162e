"""What a build did: counts, what was left out and why, the main entities and events, seconds."""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from graph.model.knowledge import Entity, Event, Knowledge
from graph.model.terms import MentionForm
from graph.model.text import Article

FORMAT = "newsgraph-report/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """Something that did not become part of the graph.

    Attributes:
        path: What the user named, or a file or line within it.
        reason: Why, in one line.
        kind: `unreadable` (bad input), `skipped` (left out on purpose), or `failed` (a fault of newsgraph).
        count: How many files or records this stands for.
    """

    path: str
    reason: str
    kind: str
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Main:
    """An entity or event in a summary, with the number of its mentions."""

    name: str
    kind: str
    status: str
    mentions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did.

    Attributes:
        reader: Name, version and settings of what read the articles.
        articles: The articles in the graph, by id.
        omissions: What was left out, in the order of the input.
        warnings: What may make the graph worse, one line each.
        counts: How many things of each kind, such as `events` or `events.Raid`.
        entities: The entities with most mentions.
        events: The events with most mentions.
        files: The written files, as the user would name them.
        seconds: Wall-clock time of each step; not part of `to_json`, which is the same for the same input.
    """

    reader: str
    articles: tuple[Article, ...]
    omissions: tuple[Omission, ...] = ()
    warnings: tuple[str, ...] = ()
    counts: Mapping[str, int]
    entities: tuple[Main, ...] = ()
    events: tuple[Main, ...] = ()
    files: tuple[str, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)

    def to_json(self) -> str:
        """Write everything but the seconds and the place of the output as JSON."""
        articles = [
            {
                "id": article.id,
                "path": article.path,
                "title": article.title,
                "publisher": article.publisher,
                "published": article.published.isoformat() if article.published else None,
            }
            for article in self.articles
        ]
        omissions = [
            {"path": one.path, "reason": one.reason, "kind": one.kind, "count": one.count}
            for one in self.omissions
        ]
        record = {
            "format": FORMAT,
            "reader": self.reader,
            "articles": articles,
            "omissions": omissions,
            "warnings": list(self.warnings),
            "counts": dict(self.counts),
        }
        return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def count(knowledge: Knowledge) -> dict[str, int]:
    """Count the things of each kind, and of each sort within the kinds.

    >>> count(Knowledge(articles=()))
    {'articles': 0, 'entities': 0, 'events': 0, 'claims': 0, 'facts': 0}
    """
    counts = {
        "articles": len(knowledge.articles),
        "entities": len(knowledge.entities),
        "events": len(knowledge.events),
        "claims": len(knowledge.claims),
        "facts": len(knowledge.facts),
    }
    sorts = Counter(f"entities.{entity.kind}" for entity in knowledge.entities)
    sorts.update("articles.copies" for _ in knowledge.copies)
    sorts.update(f"events.{event.type}" for event in knowledge.events)
    sorts.update(f"claims.{claim.stance}" for claim in knowledge.claims)
    sorts.update(f"facts.{fact.predicate}" for fact in knowledge.facts)
    return counts | {name: sorts[name] for name in sorted(sorts)}


def main_entities(knowledge: Knowledge, number: int) -> tuple[Main, ...]:
    """Choose the named entities with most mentions, ties by name; copies of a text do not count."""
    counted = _counter(knowledge)
    named = [entity for entity in knowledge.entities if entity.form is MentionForm.NAME]
    named.sort(key=lambda one: (-counted(one), one.name, one.id))
    return tuple(
        Main(name=one.name, kind=one.kind, status=one.form, mentions=counted(one)) for one in named[:number]
    )


def main_events(knowledge: Knowledge, number: int) -> tuple[Main, ...]:
    """Choose the events with most mentions, then most participants, ties by label; copies do not count."""
    counted = _counter(knowledge)
    ranked = sorted(
        knowledge.events, key=lambda one: (-counted(one), -len(one.participants), one.label, one.id)
    )
    return tuple(
        Main(name=one.label, kind=one.type, status=one.factuality, mentions=counted(one))
        for one in ranked[:number]
    )


def _counter(knowledge: Knowledge) -> Callable[[Entity | Event], int]:
    copies = {copy.copy for copy in knowledge.copies}
    return lambda thing: sum(evidence.article not in copies for evidence in thing.evidence)
