"""Small corpora made up for tests, and mentions at words of their texts."""

import json
from pathlib import Path

from graph.model.mentions import DocumentMentions, EntityMention, EventMention
from graph.model.terms import EntityKind, EventType, MentionForm
from graph.model.text import Article, Span


def write_records(path: Path, *records: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def event(text: str, words: str, number: int = 1, kind: EventType = EventType.ATTACK) -> EventMention:
    span = span_of(text, words)
    return EventMention(
        id=f"e{number}", trigger=span, sentence=Span(0, len(text)), type=kind, chain=f"E{number}",
        confidence=1.0, method="test",
    )  # fmt: skip


def entity(
    text: str, words: str, number: int = 1, kind: EntityKind = EntityKind.PERSON, chain: str = ""
) -> EntityMention:
    span = span_of(text, words)
    return EntityMention(
        id=f"m{number}", span=span, head=span, kind=kind, form=MentionForm.NAME, chain=chain or f"c{number}",
        confidence=1.0, method="test",
    )  # fmt: skip


def mentions(
    article: Article, *, events: tuple[EventMention, ...] = (), entities: tuple[EntityMention, ...] = ()
) -> DocumentMentions:
    return DocumentMentions(
        article=article.id, reader="test", sentences=(Span(0, len(article.text)),), events=events, entities=entities
    )  # fmt: skip
