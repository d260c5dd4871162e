"""How much of a hand-made expected graph the mentions of an article hold, layer by layer.

The expected graphs are described in `tests/golden/README.md`. Everything is compared end to end: a role of an
event that was not found is a missed role. Precision of `numbers` is a lower bound, since not every number of
an article is listed.
"""

from collections.abc import Hashable, Iterator, Mapping
from math import inf
from typing import Any

from graph.evaluate.alignment import (
    EntityAlignment,
    chains,
    find_words,
    normal_name,
    words_of,
)
from graph.evaluate.claims import score_claims
from graph.evaluate.metrics import PRF
from graph.model.mentions import DocumentMentions, EventMention, QuantityMention
from graph.model.terms import EventType, MentionForm, RelationType
from graph.model.text import Article, Span

# Acts of speech are judged as claims; as events they may be found or not.
_SPEECH_ACTS = frozenset(
    {
        EventType.STATEMENT,
        EventType.DEMAND,
        EventType.REFUSAL,
        EventType.ACCUSATION,
        EventType.WARNING,
        EventType.PROMISE,
        EventType.SUPPORT,
    }
)
_Set = set[Hashable]


def score(mentions: DocumentMentions, article: Article, expected: Mapping[str, Any]) -> dict[str, PRF]:
    """Compare the mentions of an article with its expected graph.

    Args:
        mentions: What was extracted.
        article: The article; offsets count its text.
        expected: The parsed `expected.json`.

    Returns:
        By layer: `names` (named entities), `entities` (with their kind), `aliases` (joined with the right
        entity), `triggers`, `events` (with type), `roles`, `places`, `times`, `factuality`, `contents` (of
        claims), `claims` (with speaker), `stances`, `speech`, `relations`, `numbers`, `number_events`.

    Raises:
        ValueError: The expected graph speaks of words that the article does not hold.
    """
    entities = EntityAlignment(mentions, article.text, expected)
    events = _align_events(mentions, article.text, expected)
    return {
        **_score_entities(mentions, article.text, expected, entities),
        **_score_events(mentions, expected, entities, events),
        **score_claims(mentions, article.text, expected, entities),
        "relations": _score_relations(mentions, expected, entities),
        **_score_numbers(mentions, article.text, expected, events),
    }


def forbidden_entities(
    mentions: DocumentMentions, article: Article, expected: Mapping[str, Any]
) -> list[str]:
    """List the names that were taken for entities although the expected graph says they are none."""
    wrong = set(expected["not_entities"])
    found = {words_of(article.text, m.span) for m in mentions.entities if m.form is MentionForm.NAME}
    return sorted(wrong & found)


def _score_entities(
    mentions: DocumentMentions, text: str, expected: Mapping[str, Any], alignment: EntityAlignment
) -> dict[str, PRF]:
    wanted = {
        entity["name"]: entity for entity in expected["entities"] if entity.get("form", "name") == "name"
    }
    names: _Set = set()
    kinds: _Set = set()
    joined: _Set = set()
    for chain, members in chains(mentions).items():
        named = [member for member in members if member.form is MentionForm.NAME]
        found = alignment.entity_of[chain]
        if not named or (found is not None and found not in wanted):
            continue
        # A second chain of the same entity is a mistake: the two should have been one.
        item = found if found is not None and found not in names else f"unexpected {chain}"
        longest = max(named, key=lambda member: member.span.end - member.span.start)
        names.add(item)
        kinds.add((item, longest.kind.value))
        if item != found:
            continue
        texts = {normal_name(words_of(text, member.span)) for member in named}
        aliases = {normal_name(alias) for alias in wanted[found].get("aliases", ())}
        texts |= aliases & {normal_name(words_of(text, member.span)) for member in members}
        joined |= {(found, alias) for alias in texts - {normal_name(found)}}
    wanted_kinds = {(name, entity["kind"]) for name, entity in wanted.items()}
    wanted_aliases = {
        (name, normal_name(alias))
        for name, entity in wanted.items()
        for alias in entity.get("aliases", ())
        if normal_name(alias) != normal_name(name)
    }
    return {
        "names": PRF.of(set(wanted), names),
        "entities": PRF.of(wanted_kinds, kinds),
        "aliases": PRF.of(wanted_aliases, joined),
    }


def _align_events(mentions: DocumentMentions, text: str, expected: Mapping[str, Any]) -> dict[str, Hashable]:
    """Map the ids of event mentions to indexes of expected events, or to a name of their own; skip speech
    acts.
    """
    spans: list[tuple[Span, int]] = []
    for index, event in enumerate(expected["events"]):
        for trigger in (event, *event.get("also", ())):
            spans.append((find_words(text, trigger["trigger"], trigger["nth"]), index))
    aligned: dict[str, Hashable] = {}
    for mention in mentions.events:
        hits = [
            (_shared(mention.trigger, span), -index)
            for span, index in spans
            if mention.trigger.overlaps(span)
        ]
        if hits:
            aligned[mention.id] = -max(hits)[1]
        elif mention.type not in _SPEECH_ACTS:
            aligned[mention.id] = f"unexpected {mention.id}"
    return aligned


def _score_events(
    mentions: DocumentMentions,
    expected: Mapping[str, Any],
    entities: EntityAlignment,
    events: Mapping[str, Hashable],
) -> dict[str, PRF]:
    wanted: dict[str, _Set] = {layer: set() for layer in _EVENT_LAYERS}
    for index, event in enumerate(expected["events"]):
        if EventType(event["type"]) in _SPEECH_ACTS and index not in events.values():
            continue
        wanted["triggers"].add(index)
        wanted["events"].add((index, event["type"]))
        wanted["factuality"].add((index, event["factuality"]))
        wanted["roles"] |= {
            (index, role, name) for role, names in event.get("roles", {}).items() for name in names
        }
        wanted["places"] |= {(index, name) for name in event.get("place", ())}
        if "time" in event:
            wanted["times"].add((index, event["time"]))
    found: dict[str, _Set] = {layer: set() for layer in _EVENT_LAYERS}
    days = {time.id: time.value.split("T")[0] for time in mentions.times}
    for mention in mentions.events:
        if mention.id in events:
            for layer, item in _facets(mention, events[mention.id], entities, days):
                found[layer].add(item)
    return {layer: PRF.of(wanted[layer], found[layer]) for layer in _EVENT_LAYERS}


_EVENT_LAYERS = ("triggers", "events", "roles", "places", "times", "factuality")


def _facets(
    mention: EventMention, event: Hashable, entities: EntityAlignment, days: Mapping[str, str]
) -> Iterator[tuple[str, Hashable]]:
    yield "triggers", event
    yield "events", (event, mention.type.value)
    yield "factuality", (event, mention.factuality.value)
    for argument in mention.arguments:
        yield "roles", (event, argument.role.value, entities.of(argument.mention))
    for place in mention.place:
        yield "places", (event, entities.of(place))
    if mention.time is not None:
        yield "times", (event, days.get(mention.time, mention.time))


def _score_relations(
    mentions: DocumentMentions, expected: Mapping[str, Any], entities: EntityAlignment
) -> PRF:
    wanted: _Set = set()
    values: dict[Hashable, str] = {}
    for relation in expected["relations"]:
        key = _relation_key(
            relation["predicate"], relation["subject"], relation["object"], relation["status"]
        )
        wanted.add(key)
        if relation.get("value"):
            values[key] = normal_name(relation["value"])
    found: _Set = set()
    for mention in mentions.relations:
        key = _relation_key(
            mention.predicate.value,
            entities.of(mention.subject),
            entities.of(mention.object),
            mention.status.value,
        )
        office = values.get(key)
        agrees = office is None or (mention.value is not None and office in normal_name(mention.value))
        found.add(key if agrees else (*key, mention.value))
    return PRF.of(wanted, found)


def _relation_key(
    predicate: str, subject: str | None, other: str | None, status: str
) -> tuple[Hashable, ...]:
    pair: tuple[Hashable, ...] = (subject, other)
    if predicate == RelationType.FAMILY_OF.value:
        pair = tuple(sorted((subject or "", other or "")))
    return (predicate, *pair, status)


def _score_numbers(
    mentions: DocumentMentions, text: str, expected: Mapping[str, Any], events: Mapping[str, Hashable]
) -> dict[str, PRF]:
    numbers = [(find_words(text, number["words"], number["nth"]), number) for number in expected["numbers"]]
    found = {quantity.id: _number(quantity, numbers) for quantity in mentions.quantities}
    triggers: dict[Hashable, str] = {
        index: event["trigger"] for index, event in enumerate(expected["events"])
    }
    linked = {
        (found[quantity], triggers.get(events[mention.id], "unexpected"))
        for mention in mentions.events
        if mention.id in events
        for quantity in mention.quantities
        if quantity in found
    }
    wanted_links = {
        (index, number["event"]) for index, (_, number) in enumerate(numbers) if "event" in number
    }
    return {
        "numbers": PRF.of(set(range(len(numbers))), set(found.values())),
        "number_events": PRF.of(wanted_links, linked),
    }


def _number(quantity: QuantityMention, numbers: list[tuple[Span, dict[str, Any]]]) -> Hashable:
    for index, (span, number) in enumerate(numbers):
        bounds = (_or(number["min"], -inf), _or(number["max"], inf))
        if quantity.span.overlaps(span) and bounds == (
            _or(quantity.minimum, -inf),
            _or(quantity.maximum, inf),
        ):
            return index
    return f"unexpected {quantity.id}"


def _or(value: float | None, other: float) -> float:
    return other if value is None else float(value)


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
