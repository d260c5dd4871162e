"""Events and numbers against those expected, by the words that tell of them."""

from collections.abc import Hashable, Iterator, Mapping
from math import inf
from typing import Any

from graph.evaluate.alignment import EntityAlignment, find_words, words_of
from graph.evaluate.metrics import Comparison
from graph.model.event_groups import MUTUAL, SPEECH_ACTS
from graph.model.mentions import DocumentMentions, EventMention, QuantityMention
from graph.model.terms import EventType, Role
from graph.model.text import Span

_LAYERS = ("triggers", "events", "roles", "places", "times", "factuality")


def align_events(mentions: DocumentMentions, text: str, expected: Mapping[str, Any]) -> dict[str, str]:
    """Name the expected event of each event mention, or name it for itself.

    What is neither required nor surplus is left out: acts of speech, and `optional_events`.

    Returns:
        Labels such as `raid#1` or `unexpected visit@210`, by id of the mention.
    """
    spans = [
        (find_words(text, trigger["trigger"], trigger["nth"]), event_label(event))
        for event in expected["events"]
        for trigger in (event, *event.get("also", ()))
    ]
    optional = [
        find_words(text, item["trigger"], item["nth"]) for item in expected.get("optional_events", ())
    ]
    aligned: dict[str, str] = {}
    for mention in mentions.events:
        hits = [(span, label) for span, label in spans if mention.trigger.overlaps(span)]
        if hits:
            aligned[mention.id] = max(hits, key=lambda hit: _shared(mention.trigger, hit[0]))[1]
        elif mention.type not in SPEECH_ACTS and not any(mention.trigger.overlaps(span) for span in optional):
            aligned[mention.id] = f"unexpected {words_of(text, mention.trigger)}@{mention.trigger.start}"
    return aligned


def event_label(event: Mapping[str, Any]) -> str:
    """Name an expected event by its trigger, such as `raid#1`."""
    return f"{event['trigger']}#{event['nth']}"


def compare_events(
    mentions: DocumentMentions,
    expected: Mapping[str, Any],
    entities: EntityAlignment,
    events: Mapping[str, str],
) -> dict[str, Comparison]:
    """Compare the layers `triggers`, `events`, `roles`, `places`, `times` and `factuality`."""
    wanted: dict[str, set[Hashable]] = {layer: set() for layer in _LAYERS}
    mutual = {event_label(event) for event in expected["events"] if EventType(event["type"]) in MUTUAL}
    types: dict[tuple[str, str], str] = {}
    for event in expected["events"]:
        label = event_label(event)
        types |= {(label, other): event["type"] for other in event.get("other_types", ())}
        if EventType(event["type"]) in SPEECH_ACTS and label not in events.values():
            continue
        wanted["triggers"].add(label)
        wanted["events"].add((label, event["type"]))
        wanted["factuality"].add((label, event["factuality"]))
        wanted["roles"] |= {
            (label, _side(role, label in mutual), name)
            for role, names in event.get("roles", {}).items()
            for name in names
        }
        wanted["places"] |= {(label, name) for name in event.get("place", ())}
        if "time" in event:
            wanted["times"].add((label, event["time"]))
    found: dict[str, set[Hashable]] = {layer: set() for layer in _LAYERS}
    days = {time.id: time.value.split("T")[0] for time in mentions.times}
    for mention in mentions.events:
        if mention.id in events:
            label = events[mention.id]
            for layer, item in _facets(mention, label, entities, days, types):
                found[layer].add(item)
            found["roles"] |= set(_participants(mention, label, entities, mutual=label in mutual))
    return {layer: Comparison(wanted[layer], found[layer]) for layer in _LAYERS}


def _facets(
    mention: EventMention,
    label: str,
    entities: EntityAlignment,
    days: Mapping[str, str],
    types: Mapping[tuple[str, str], str],
) -> Iterator[tuple[str, Hashable]]:
    yield "triggers", label
    yield "events", (label, types.get((label, mention.type.value), mention.type.value))
    yield "factuality", (label, mention.factuality.value)
    for place in mention.place:
        yield "places", (label, entities.of(place))
    if mention.time is not None:
        yield "times", (label, days.get(mention.time, mention.time))


def _participants(
    mention: EventMention, label: str, entities: EntityAlignment, *, mutual: bool
) -> Iterator[tuple[str, str, str | None]]:
    """Give who takes part; neither events nor those who are only described and not annotated are judged."""
    for argument in mention.arguments:
        if entities.is_judged(argument.mention):
            yield label, _side(argument.role.value, mutual), entities.of(argument.mention)


def _side(role: str, mutual: bool) -> str:
    """Who talks, meets or agrees with others is agent and participant alike."""
    return Role.PARTICIPANT.value if mutual and role == Role.AGENT.value else role


def compare_numbers(
    mentions: DocumentMentions, text: str, expected: Mapping[str, Any], events: Mapping[str, str]
) -> dict[str, Comparison]:
    """Compare the layers `numbers` (by place in the text and bounds) and `number_events`."""
    numbers = {
        f"{number['words']}#{number['nth']}": (find_words(text, number["words"], number["nth"]), number)
        for number in expected["numbers"]
    }
    found = {quantity.id: _number(quantity, text, numbers) for quantity in mentions.quantities}
    triggers = {event_label(event): event["trigger"] for event in expected["events"]}
    linked: set[Hashable] = {
        (found[quantity], triggers.get(events[mention.id], events[mention.id]))
        for mention in mentions.events
        if mention.id in events
        for quantity in mention.quantities
        if quantity in found
    }
    wanted_links = {(label, number["event"]) for label, (_, number) in numbers.items() if "event" in number}
    return {
        "numbers": Comparison(set(numbers), set(found.values())),
        "number_events": Comparison(wanted_links, linked),
    }


def _number(quantity: QuantityMention, text: str, numbers: Mapping[str, tuple[Span, dict[str, Any]]]) -> str:
    for label, (span, number) in numbers.items():
        bounds = (_or(number["min"], -inf), _or(number["max"], inf))
        if quantity.span.overlaps(span) and bounds == (
            _or(quantity.minimum, -inf),
            _or(quantity.maximum, inf),
        ):
            return label
    words = words_of(text, quantity.span)
    return f"unexpected {words}@{quantity.span.start} [{quantity.minimum}, {quantity.maximum}]"


def _or(value: float | None, other: float) -> float:
    return other if value is None else float(value)


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
