"""An annotation as if it had been extracted: what a faultless extraction would give, or a second reader."""

from collections.abc import Mapping
from typing import Any

from graph.evaluate.alignment import find_piece, find_words
from graph.model.mentions import (
    Argument,
    ClaimMention,
    DocumentMentions,
    EntityMention,
    EventMention,
    QuantityMention,
    RelationMention,
    TimeMention,
)
from graph.model.terms import (
    EntityKind,
    EventType,
    Factuality,
    MentionForm,
    RelationStatus,
    RelationType,
    Role,
    SpeechKind,
    Stance,
    TimeGrain,
)
from graph.model.text import Article, Span

Expected = Mapping[str, Any]
_METHOD = "annotator"


def as_mentions(article: Article, expected: Expected) -> DocumentMentions:
    """Turn an annotation into mentions.

    Args:
        article: The annotated article.
        expected: The annotation, as `graph.evaluate.gold.laid_over` gives it.
    """
    text = article.text
    entities, ids = _entities(text, expected)
    quantities = [_quantity(text, number, f"q{i}") for i, number in enumerate(expected["numbers"])]
    times: list[TimeMention] = []
    events: list[EventMention] = []
    for i, event in enumerate(expected["events"]):
        time = None
        if "time" in event:
            time = f"t{i}"
            times.append(
                TimeMention(
                    id=time, span=Span(i, i + 1), value=event["time"], grain=TimeGrain.DAY, method=_METHOD
                )
            )
        counted = [
            f"q{n}" for n, number in enumerate(expected["numbers"]) if number.get("event") == event["trigger"]
        ]
        for n, trigger in enumerate((event, *event.get("also", ()))):
            span = find_words(text, trigger["trigger"], trigger["nth"])
            events.append(
                EventMention(
                    id=f"v{i}-{n}",
                    trigger=span,
                    sentence=span,
                    type=EventType(event["type"]),
                    chain=f"e{i}",
                    arguments=tuple(
                        Argument(role=Role(role), mention=ids[name])
                        for role, names in event.get("roles", {}).items()
                        for name in names
                    ),
                    place=tuple(ids[name] for name in event.get("place", ())),
                    time=time,
                    quantities=tuple(counted),
                    factuality=Factuality(event["factuality"]),
                    confidence=1.0,
                    method=_METHOD,
                )
            )
    return DocumentMentions(
        article=article.id,
        reader=_METHOD,
        sentences=(),
        entities=tuple(entities),
        times=tuple(times),
        quantities=tuple(quantities),
        events=tuple(events),
        relations=tuple(_relation(r, ids, f"r{i}") for i, r in enumerate(expected["relations"])),
        claims=_claims(text, expected, ids),
    )


def _entities(text: str, expected: Expected) -> tuple[list[EntityMention], dict[str, str]]:
    entities: list[EntityMention] = []
    ids: dict[str, str] = {}
    for i, entity in enumerate(expected["entities"]):
        for n, name in enumerate((entity["name"], *entity.get("aliases", ()))):
            span = _first(text, name)
            form = MentionForm(entity.get("form", "name")) if n == 0 else MentionForm.NOMINAL
            entities.append(
                EntityMention(
                    id=f"m{i}-{n}",
                    span=span,
                    head=span,
                    kind=EntityKind(entity["kind"]),
                    form=form,
                    chain=f"c{i}",
                    confidence=1.0,
                    method=_METHOD,
                )
            )
        ids[entity["name"]] = f"m{i}-0"
    return entities, ids


def _quantity(text: str, number: Expected, name: str) -> QuantityMention:
    return QuantityMention(
        id=name,
        span=find_words(text, number["words"], number["nth"]),
        minimum=number["min"],
        maximum=number["max"],
        unit=number["unit"],
        what=number["what"],
        approximate=number.get("approximate", False),
        method=_METHOD,
    )


def _relation(relation: Expected, ids: dict[str, str], name: str) -> RelationMention:
    return RelationMention(
        id=name,
        subject=ids[relation["subject"]],
        predicate=RelationType(relation["predicate"]),
        object=ids[relation["object"]] if relation["object"] else None,
        value=relation.get("value"),
        span=Span(0, 1),
        sentence=Span(0, 1),
        status=RelationStatus(relation["status"]),
        confidence=1.0,
        method=_METHOD,
    )


def _claims(text: str, expected: Expected, ids: dict[str, str]) -> tuple[ClaimMention, ...]:
    names = {claim["content"][0]["start"]: f"k{i}" for i, claim in enumerate(expected["claims"])}
    against: dict[str, list[str]] = {}
    for item in expected.get("disputes", ()):
        against.setdefault(item["claim"], []).append(names[item["against"]])
    return tuple(
        ClaimMention(
            id=names[start],
            speaker=ids[claim["speaker"]] if claim["speaker"] else None,
            cue=_first(text, claim["cue"]) if claim["cue"] else None,
            content=tuple(find_piece(text, piece) for piece in claim["content"]),
            sentence=Span(0, 1),
            speech=SpeechKind(claim["speech"]),
            stance=Stance(claim["stance"]),
            disputes=tuple(against.get(start, ())),
            confidence=1.0,
            method=_METHOD,
        )
        for claim in expected["claims"]
        for start in (claim["content"][0]["start"],)
    )


def _first(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
