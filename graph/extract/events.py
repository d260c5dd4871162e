"""Event mentions: what happens, who takes part, where, when, how many, and whether it is told as a fact."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from graph.extract.event_chains import chain_events
from graph.extract.event_times import time_of
from graph.extract.factuality import factuality
from graph.extract.lookup import Lookup, sentence_of, span_of
from graph.extract.roles import Filled, fill, inherited, quantities_of
from graph.extract.triggers import Trigger, find_triggers
from graph.model.mentions import EntityMention, EventMention, QuantityMention, TimeMention
from graph.model.terms import EventType, Role
from graph.model.text import Span


def find_events(
    doc: Doc,
    entities: Sequence[EntityMention],
    times: Sequence[TimeMention],
    quantities: Sequence[QuantityMention],
    published: date | None = None,
) -> tuple[EventMention, ...]:
    """Find the events of an article.

    Args:
        doc: A parsed document.
        entities: Its entity mentions.
        times: Its time mentions.
        quantities: Its quantity mentions.
        published: Day of publication, to tell plans from facts in the present tense.

    Returns:
        Event mentions in order of the text, with ids `e1`, `e2` …; empty where the document has no parse.
    """
    if not doc.has_annotation("DEP"):
        return ()
    lookup = Lookup(doc, entities, times, quantities)
    triggers = find_triggers(doc, lookup)
    ids = {trigger.token.i: f"e{number}" for number, trigger in enumerate(triggers, start=1)}
    filled = [fill(trigger, lookup, ids) for trigger in triggers]
    drafts = tuple(
        _event(trigger, found, ids, lookup, published)
        for trigger, found in zip(triggers, filled, strict=True)
    )
    chained = chain_events(_with_agents(drafts), triggers, lookup)
    return _worth_telling(chained)


def _event(
    trigger: Trigger, found: Filled, ids: Mapping[int, str], lookup: Lookup, published: date | None
) -> EventMention:
    last = trigger.token
    name = ids[last.i]
    time = time_of(trigger, lookup, ids)
    confidence = 0.85 if found.arguments else 0.6
    return EventMention(
        id=name,
        trigger=Span(trigger.first.idx, span_of(last).end),
        sentence=sentence_of(last),
        type=trigger.type,
        chain=name,
        arguments=found.arguments,
        place=found.place,
        time=time.id if time is not None else None,
        quantities=quantities_of(found.tokens, lookup),
        factuality=factuality(trigger, time, published),
        confidence=confidence,
        method=f"events.{trigger.rule.pos.lower()}.{trigger.rule.lemmas[0]}",
    )


def _with_agents(events: tuple[EventMention, ...]) -> tuple[EventMention, ...]:
    agents = {
        event.id: tuple(each.mention for each in event.arguments if each.role is Role.AGENT)
        for event in events
    }
    return tuple(replace(event, arguments=inherited(event.arguments, event.type, agents)) for event in events)


# Worth telling even where nothing hangs on them: who is party to them is seldom said again.
_TELLING = frozenset(
    {EventType.CEASEFIRE, EventType.FAMINE, EventType.OUTBREAK, EventType.DISASTER, EventType.ELECTION}
)


def _worth_telling(events: tuple[EventMention, ...]) -> tuple[EventMention, ...]:
    """Drop bare words: nothing hangs on them, no event takes them up, nothing more is told elsewhere."""
    taken = {argument.mention for event in events for argument in event.arguments}
    rich: defaultdict[str, bool] = defaultdict(bool)
    for event in events:
        rich[event.chain] |= bool(event.arguments or event.place or event.time or event.quantities)
    kept = [each for each in events if rich[each.chain] or each.id in taken or each.type in _TELLING]
    ids = {event.id for event in kept}
    chains: dict[str, str] = {}
    for event in kept:
        chains.setdefault(event.chain, event.id)
    return tuple(
        replace(
            event,
            chain=chains[event.chain],
            arguments=tuple(
                each for each in event.arguments if each.mention[0] != "e" or each.mention in ids
            ),
        )
        for event in kept
    )
