"""Event mentions: what happens, who takes part, where, when, how many, and whether it is told as a fact."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from spacy.tokens import Doc

from graph.extract.event_chains import chain_events
from graph.extract.event_numbers import numbers_of
from graph.extract.event_sharing import share_between
from graph.extract.event_times import time_of
from graph.extract.factuality import factuality
from graph.extract.feature_scorer import FeatureScorer
from graph.extract.lookup import Lookup, sentence_of, span_of
from graph.extract.participants import complete
from graph.extract.roles import Filled, fill
from graph.extract.triggers import Trigger, find_triggers
from graph.model.mentions import EntityMention, EventMention, QuantityMention, TimeMention
from graph.model.text import Span


class Told(NamedTuple):
    """Events, and mentions of things that take part in them beside the entities known before."""

    events: tuple[EventMention, ...]
    things: tuple[EntityMention, ...]


def find_events(
    doc: Doc,
    entities: Sequence[EntityMention],
    times: Sequence[TimeMention],
    quantities: Sequence[QuantityMention],
    published: date | None = None,
    scorer: FeatureScorer | None = None,
) -> Told:
    """Find the events of an article.

    Args:
        doc: A parsed document.
        entities: Its entity mentions.
        times: Its time mentions.
        quantities: Its quantity mentions.
        published: Day of publication, to tell plans from facts in the present tense.
        scorer: Scores who takes part; by default the one that ships.

    Returns:
        Event mentions in order of the text, with ids `e1`, `e2` …, and the things that only they speak of;
        nothing where the document has no parse.
    """
    if not doc.has_annotation("DEP"):
        return Told((), ())
    lookup = Lookup(doc, entities, times, quantities)
    return Told(complete(by_rules(lookup, published), lookup, scorer), lookup.things.made)


def by_rules(lookup: Lookup, published: date | None) -> tuple[EventMention, ...]:
    """Find the events with all that rules tell of them."""
    triggers = find_triggers(lookup.doc, lookup)
    ids = {trigger.token.i: f"e{number}" for number, trigger in enumerate(triggers, start=1)}
    filled = [fill(trigger, lookup, ids) for trigger in triggers]
    drafts = tuple(
        _event(trigger, found, ids, lookup, published, numbers)
        for trigger, found, numbers in zip(
            triggers, filled, numbers_of(triggers, filled, lookup), strict=True
        )
    )
    return chain_events(share_between(drafts, triggers), triggers, lookup)


def _event(
    trigger: Trigger,
    found: Filled,
    ids: Mapping[int, str],
    lookup: Lookup,
    published: date | None,
    numbers: tuple[str, ...],
) -> EventMention:
    last, rule = trigger.token, trigger.rule
    name = ids[last.i]
    time = time_of(trigger, lookup, ids, published)
    confidence = 0.85 if found.arguments else 0.6
    if trigger.chance is not None:
        confidence = round(trigger.chance, 2)
    return EventMention(
        id=name,
        trigger=Span(trigger.first.idx, span_of(last).end),
        sentence=sentence_of(last),
        type=trigger.type,
        chain=name,
        arguments=found.arguments,
        place=found.place,
        time=time.id if time is not None else None,
        quantities=numbers,
        factuality=factuality(trigger, time, published),
        confidence=confidence,
        method=f"{'events' if trigger.ruled else 'reader.events'}.{rule.pos.lower()}.{rule.lemmas[0]}",
    )
