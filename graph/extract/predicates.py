"""All predicates with their arguments, of a type or not: nothing said is lost, open questions can be asked.

The reader finds them (PropBank frames); here they are tied to the mentions of the document.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from graph.model.mentions import EntityMention, EventMention, FrameArgument, FrameMention
from graph.model.text import Span
from graph.read.frames import Frame


def find_frames(
    doc: Doc, entities: Sequence[EntityMention], events: Sequence[EventMention]
) -> tuple[FrameMention, ...]:
    """Give the frames that have arguments, in order of the text, with ids `f1`, `f2` ….

    Pipelines other than our reader give none.

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

    found: list[FrameMention] = []
    for frame in doc._.frames if Doc.has_extension("frames") else ():
        if frame.arguments:
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
