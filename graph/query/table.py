"""Answers as tables for people: short names for IRIs, wrapped text, nothing that a terminal would obey."""

import io
import re

from pyoxigraph import Literal, NamedNode
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from graph.query.result import Rows, Term, lexical
from graph.query.session import QUERY_PREFIXES

_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = frozenset(f"{_XSD}{name}" for name in ("integer", "decimal", "double", "float"))
_LOCAL = re.compile(r"\w(?:[\w.-]*[\w-])?")
# Control characters would drive the terminal, direction marks would reorder what is read.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_NARROWEST_COLUMN = 11  # a date and a space


def write_table(rows: Rows, width: int, *, color: bool = False) -> str:
    """Write rows as one table, or as a block for each row where the columns have no room beside each other.

    Args:
        rows: What was found.
        width: Columns of the terminal.
        color: Whether terminal styles may be used.
    """
    names = [visible(column) for column in rows.columns]
    cells = [[_show(term) for term in row] for row in rows.rows]
    least = [min(max(map(len, column)), _NARROWEST_COLUMN) for column in zip(names, *cells, strict=True)]
    if sum(least) + 2 * len(least) <= width:
        tables = [_grid(rows, names, cells, least)]
    else:
        tables = [_card(names, row) for row in cells]
    text = io.StringIO()
    console = Console(
        file=text, width=width, force_terminal=color, no_color=not color, highlight=False, emoji=False
    )
    for table in tables:
        console.print(table)
    lines = [line.rstrip() for line in text.getvalue().split("\n")]
    return "\n".join(lines).strip("\n") + "\n"


def shorten(iri: str) -> str:
    """Write an IRI with the prefix that fits best, or in angle brackets.

    >>> shorten("https://schema.org/name"), shorten("https://example.org/a")
    ('schema:name', '<https://example.org/a>')
    """
    fits = [(len(base), prefix) for prefix, base in QUERY_PREFIXES.items() if iri.startswith(base)]
    for length, prefix in sorted(fits, reverse=True):
        if _LOCAL.fullmatch(iri[length:]):
            return f"{prefix}:{iri[length:]}"
    return f"<{visible(iri)}>"


def visible(text: str) -> str:
    r"""Make a text harmless to a terminal: white space becomes one space, control characters become visible.

    >>> visible("a\tb\x1b[31m")
    'a b\\x1b[31m'
    """
    return _UNSAFE.sub(lambda found: _code(found.group()), " ".join(text.split()))


def _code(character: str) -> str:
    number = ord(character)
    return f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}"


def _grid(rows: Rows, names: list[str], cells: list[list[str]], least: list[int]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for index, name in enumerate(names):
        numeric = all(_is_number(row[index]) for row in rows.rows)
        table.add_column(
            Text(name), justify="right" if numeric else "left", overflow="fold", min_width=least[index]
        )
    for row in cells:
        table.add_row(*map(Text, row))
    return table


def _card(names: list[str], cells: list[str]) -> Table:
    """Names at the left, values at the right, empty ones left out, a blank line below."""
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="bold", no_wrap=True, min_width=max(map(len, names)))
    table.add_column(overflow="fold")
    for name, cell in zip(names, cells, strict=True):
        if cell:
            table.add_row(Text(name), Text(cell))
    table.add_row("", "")
    return table


def _is_number(term: Term | None) -> bool:
    return term is None or (isinstance(term, Literal) and term.datatype.value in _NUMBERS)


def _show(term: Term | None) -> str:
    if term is None:
        return ""
    return shorten(term.value) if isinstance(term, NamedNode) else visible(lexical(term))
