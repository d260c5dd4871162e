"""A page of the errors, each in the words around it."""

import re
from collections.abc import Iterator
from html import escape

from graph.evaluate.alignment import find_words
from graph.evaluate.metrics import Comparison
from graph.evaluate.scorecard import Case, Scorecard, table

_AROUND = 90
_STYLE = """
body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;
background:#fff}
pre{background:#f4f5f7;padding:1rem;overflow:auto}h2{margin-top:2.5rem;border-bottom:1px solid #d5d9de}
h3{margin:1.2rem 0 .2rem}table{border-collapse:collapse;width:100%}td{padding:.25rem .5rem;vertical-align:top;
border-bottom:1px solid #eceef1}td:first-child{width:1.5rem;font-weight:bold}
.missed td:first-child{color:#b3261e}
.surplus td:first-child{color:#8a5a00}td.words{color:#59626e;width:45%}mark{background:#ffe9a8}
@media(prefers-color-scheme:dark){body{background:#15181c;color:#e6e8eb}pre{background:#1f242a}
td,h2{border-color:#2c323a}td.words{color:#9aa4b0}mark{background:#6b5310;color:inherit}}
"""


def page(card: Scorecard, hidden: str = "locked") -> Iterator[str]:
    """Write the page.

    Args:
        card: What was scored.
        hidden: The part whose errors are not shown, since nobody should write rules while looking at them.
    """
    yield f"<!doctype html><html lang=en><meta charset=utf-8><title>Scores</title><style>{_STYLE}</style>"
    yield "<h1>What the extraction found, missed and made up</h1><pre>"
    yield escape("\n".join(table(card)))
    yield "</pre><p>− expected but not found, + found but not expected. "
    yield f"Errors of the part “{escape(hidden)}” are not shown.</p>"
    for case in card.cases:
        if case.gold.split == hidden:
            continue
        yield f"<h2>{escape(case.gold.name)}</h2>"
        for layer, comparison in case.layers.items():
            rows = list(_rows(case, comparison))
            if rows:
                yield f"<h3>{escape(layer)}</h3><table>{''.join(rows)}</table>"
    yield "</html>\n"


def _rows(case: Case, comparison: Comparison) -> Iterator[str]:
    kinds = (("missed", "−", comparison.missed), ("surplus", "+", comparison.surplus))
    for kind, sign, items in kinds:
        for item in items:
            words = _context(case.text, item)
            yield f"<tr class={kind}><td>{sign}<td>{escape(item)}<td class=words>{words}"


def _context(text: str, item: str) -> str:
    """Give the words around what an item speaks of, as HTML; nothing where it gives no place."""
    place = _place(text, item)
    if place is None:
        return ""
    start, end = place
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return f"…{escape(before)}<mark>{escape(text[start:end])}</mark>{escape(after)}…"


def _place(text: str, item: str) -> tuple[int, int] | None:
    label = re.match(r"""\(?['"]?(.*?)(?:['"],|['"]?$)""", item)
    words = label[1] if label else item
    if at := re.match(r"unexpected (.*)@(\d+)", words):
        start = int(at[2])
        return start, start + len(at[1])
    if numbered := re.fullmatch(r"(.+)#(\d+)", words):
        try:
            span = find_words(text, numbered[1], int(numbered[2]))
        except ValueError:
            return None
        return span.start, span.end
    words = re.sub(r"^unexpected | \([a-z]\d+\)$", "", words)
    start = text.find(words.partition(" … ")[0])
    return (start, start + len(words)) if start >= 0 and words else None
