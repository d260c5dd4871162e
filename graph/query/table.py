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
_LONGEST_WORD = 22  # an interval of two dates stays whole, a web address may be broken
_LONG_TEXT = 48
_NARROWEST_TEXT = 26
_GAP = 3


def write_table(rows: Rows, width: int, *, color: bool = False) -> str:
    """Write rows as one table, or as a block for each row where the columns have no room side by side.

    Args:
        rows: What was found.
        width: Columns of the terminal.
        color: Whether terminal styles may be used.
    """
    names = [visible(column) for column in rows.columns]
    cells = [[_show(term) for term in row] for row in rows.rows]
    columns = list(zip(names, *cells, strict=True))
    least = [_least_width(column) for column in columns]
    room = width - sum(least) - _GAP * len(least)
    if room >= 0:
        wanted = [max(map(len, column)) for column in columns]
        tables = [_grid(rows, names, cells, _share(room, least, wanted))]
    else:
        tables = [_card(names, row) for row in cells]
    text = io.StringIO()
    console = Console(
        file=text,
        width=width,
        force_terminal=color,
        no_color=None if color else True,
        highlight=False,
        emoji=False,
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


def _grid(rows: Rows, names: list[str], cells: list[list[str]], widths: list[int]) -> Table:
    """One table; its widths are given, for rich would crop the last columns before it narrows the others."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for index, (name, width) in enumerate(zip(names, widths, strict=True)):
        numeric = all(_is_number(row[index]) for row in rows.rows)
        table.add_column(Text(name), justify="right" if numeric else "left", overflow="fold", width=width)
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


def _least_width(column: tuple[str, ...]) -> int:
    """Tell how narrow a column may be: words stay whole, sentences do not become one word a line."""
    word = max((len(word) for cell in column for word in cell.split()), default=0)
    text = _NARROWEST_TEXT if max(map(len, column)) > _LONG_TEXT else 0
    return max(min(word, _LONGEST_WORD), text)


def _share(room: int, least: list[int], wanted: list[int]) -> list[int]:
    """Give the columns what they want beyond the least, the modest ones first, as far as there is room."""
    widths = list(least)
    greed = sorted(range(len(least)), key=lambda index: wanted[index] - least[index])
    for turn, index in enumerate(greed):
        more = max(0, min(wanted[index] - least[index], room // (len(greed) - turn)))
        widths[index] += more
        room -= more
    return widths


def _is_number(term: Term | None) -> bool:
    return term is None or (isinstance(term, Literal) and term.datatype.value in _NUMBERS)


def _show(term: Term | None) -> str:
    if term is None:
        return ""
    return shorten(term.value) if isinstance(term, NamedNode) else visible(lexical(term))
