"""The words of a content: whole quotations, those that go on without a cue, direct or reported speech."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.extract.claim_rules import Draft
from graph.extract.quotes import Quotation, paragraphs
from graph.model.terms import SpeechKind
from graph.model.text import Span

_WORDS_OF_QUOTE = 4
# These do not make a quotation reported speech.
_LINKS = frozenset({"that", "and", "but"})


@dataclass(frozen=True, slots=True)
class Found:
    """A draft with the character spans of its content."""

    draft: Draft
    content: tuple[Span, ...]


def with_quotes(draft: Draft, quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """Widen the pieces of a content to the whole of the quotations that they cut."""
    outside = sorted((token.idx, token.idx + len(token)) for token in (*draft.source, *draft.cue))
    spans = []
    for piece in draft.content:
        start, end = piece[0].idx, piece[-1].idx + len(piece[-1])
        for quotation in quotations:
            span = quotation.span
            if (
                span.start < end
                and start < span.end
                and not any(span.start < b and a < span.end for a, b in outside)
            ):
                start, end = min(start, span.start), max(end, span.end)
        spans.append(Span(start, end))
    return _joined(spans)


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _sentence_like(text: str, span: Span) -> bool:
    """A quotation that stands as a sentence: text before it has ended."""
    end = span.start
    while end and text[end - 1].isspace():
        end -= 1
    return not end or text[end - 1] in '.!?"”»:,' or "\n" in text[end : span.start]


def _block(blocks: Sequence[Span], span: Span) -> int:
    return next((number for number, block in enumerate(blocks) if block.overlaps(span)), -1)


def speech_of(content: Sequence[Span], quotations: Sequence[Quotation], text: str) -> SpeechKind:
    """Tell direct speech, reported speech, and reported speech with some words in quotation marks."""
    outside, cited = [], False
    for span in content:
        at = span.start
        for quotation in quotations:
            start, end = max(span.start, quotation.span.start), min(span.end, quotation.span.end)
            if start < end:
                cited = True
                outside.append(text[at:start])
                at = end
        outside.append(text[at : span.end])
    if not cited:
        return SpeechKind.INDIRECT
    words = {word for rest in outside for word in re.findall(r"\w+", rest.lower())}
    return SpeechKind.DIRECT if words <= _LINKS else SpeechKind.MIXED


def carry_on(found: list[Found], quotations: Sequence[Quotation], text: str) -> list[Found]:
    """Give quotations without a cue to whoever was quoted just before: same paragraph, or open mark."""
    blocks = paragraphs(text)
    claimed = [span for each in found for span in each.content]
    last: int | None = None
    for index, quotation in enumerate(quotations):
        span = quotation.span
        own = [
            number for number, each in enumerate(found) if any(piece.overlaps(span) for piece in each.content)
        ]
        if own:
            last = own[0]
            continue
        whole = len(text[span.start : span.end].split()) >= _WORDS_OF_QUOTE and _sentence_like(text, span)
        if not whole or any(piece.overlaps(span) for piece in claimed) or last is None or index == 0:
            continue
        before = quotations[index - 1]
        if _block(blocks, before.span) == _block(blocks, span) or not before.closed:
            found[last] = replace(found[last], content=_joined((*found[last].content, span)))
    return found
