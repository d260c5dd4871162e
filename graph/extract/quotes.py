"""Quotations by their marks: curly or straight, over several sentences, carried on over paragraphs.

Never raises on odd marks: an opening mark without its partner reaches to the end of the paragraph.
"""

import re
from dataclasses import dataclass

from graph.model.text import Span

_OPEN, _CLOSE = "“«„", "”»"
_MARK = re.compile("[“”«»„\"]|``|''")
_PARAGRAPH = re.compile(r"\n\s*\n|\n")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks.

    Attributes:
        span: From the opening to after the closing mark.
        closed: Whether a closing mark was there; an open one may go on in the next paragraph.
    """

    span: Span
    closed: bool


def paragraphs(text: str) -> tuple[Span, ...]:
    """Give the spans of the lines that hold text."""
    found = []
    start = 0
    for gap in _PARAGRAPH.finditer(text):
        if text[start : gap.start()].strip():
            found.append(Span(start, gap.start()))
        start = gap.end()
    if text[start:].strip():
        found.append(Span(start, len(text)))
    return tuple(found)


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Find the quotations of a text, in order.

    >>> [q.closed for q in find_quotations('“No,” he said. "Never.')]
    [True, False]
    """
    found = []
    for paragraph in paragraphs(text):
        begin: int | None = None
        for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
            opens = mark.group() in _OPEN or (mark.group() not in _CLOSE and begin is None)
            if mark.group() == '"' and begin is None and _inches(text, mark.start()):
                continue
            if opens:
                begin = mark.start() if begin is None else begin
            elif begin is not None:
                found.append(Quotation(Span(begin, mark.end()), closed=True))
                begin = None
        if begin is not None:
            found.append(Quotation(Span(begin, len(text[: paragraph.end].rstrip())), closed=False))
    return tuple(found)


def _inches(text: str, position: int) -> bool:
    """A straight mark right after a digit and before a space measures, it opens nothing."""
    return position > 0 and text[position - 1].isdigit() and not text[position + 1 : position + 2].isalnum()
