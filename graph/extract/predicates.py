"""All predicates with their arguments, of a type or not: nothing said is lost, open questions can be asked.

The reader finds them (PropBank frames); here they are tied to the mentions of the document, and adjectives
that stand before their noun are added as qualities ("the lone rebel group").
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from graph.extract.phrases import base_span
from graph.model.mentions import QUALITY, EntityMention, EventMention, FrameArgument, FrameMention
from graph.model.text import Span
from graph.read.frames import Argument, Frame

_CERTAIN = 0.9


def find_frames(
    doc: Doc, entities: Sequence[EntityMention], events: Sequence[EventMention]
) -> tuple[FrameMention, ...]:
    """Give the frames that have arguments, in order of the text, with ids `f1`, `f2` ….

    Pipelines other than our reader give qualities only.

    Args:
        doc: A parsed document.
        entities: Its entity mentions.
        events: Its event mentions.
    """
    heads = {mention.head.start: mention.id for mention in entities}
    triggers = {event.trigger.end: event.id for event in events}

    def filler(start: int, end: int) -> str | None:
        return heads.get(start) or triggers.get(end)

    def arguments(frame: Frame) -> Iterator[FrameArgument]:
        for part in frame.arguments:
            words, head = doc[part.begin : part.end], doc[part.head]
            yield FrameArgument(
                label=part.label,
                span=Span(words.start_char, words.end_char),
                mention=filler(head.idx, head.idx + len(head.text)),
                confidence=round(part.confidence, 4),
            )

    read = [frame for frame in doc._.frames if frame.arguments] if Doc.has_extension("frames") else []
    taken = {frame.predicate for frame in read}
    told = [*read, *(frame for frame in _qualities(doc) if frame.predicate not in taken)]
    found: list[FrameMention] = []
    for frame in sorted(told, key=lambda one: one.predicate):
        word = doc[frame.predicate]
        span = Span(word.idx, word.idx + len(word.text))
        found.append(
            FrameMention(
                id=f"f{len(found) + 1}",
                predicate=span,
                roleset=frame.roleset,
                event=triggers.get(span.end),
                arguments=tuple(arguments(frame)),
                confidence=round(frame.confidence, 4),
            )
        )
    return tuple(found)


def _qualities(doc: Doc) -> Iterator[Frame]:
    for token in doc:
        if token.dep_ == "amod" and token.pos_ == "ADJ" and not _in_name(token) and token.i < token.head.i:
            begin, end = base_span(token.head)
            thing = Argument(begin, end, token.head.i, "ARG1", _CERTAIN)
            yield Frame(token.i, QUALITY, (thing,), _CERTAIN)


def _in_name(token: Token) -> bool:
    """Tell whether an adjective belongs to a name or a value: "the Supreme Court", "the second day"."""
    return bool(token.ent_type_) or "NumType=Ord" in str(token.morph)
