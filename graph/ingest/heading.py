"""What stands above an article: its headline, its authors, its date."""

import re
from datetime import date, datetime
from typing import NamedTuple

from graph.ingest.dates import parse_published

LONGEST_HEADLINE = 160
_LONGEST_BYLINE = 120
# Lines under the headline that are looked at: a standfirst, the authors, the date, a second date.
_LINES = 4
_FINAL_STOP = re.compile(r"[.!…:;,][\"'”’)\]]*$")
_BYLINE = re.compile(r"(?:[Bb]y|BY|[Ww]ritten by|[Rr]eporting by)\s+(?P<names>[^\W\d_].*)")
# Desks and agencies after a name: "By Ada Marsh, Political Editor", "By Ada Marsh | Harbour Post".
_ROLE = re.compile(
    r"(?i)\b(?:correspondents?|editors?|reporters?|writers?|staff|desk|bureau|agency|analyst|columnist|news)\b"
)
_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,5}")
_LONGEST_NAME = 80
_DATE_PREFIX = re.compile(
    r"(?i)^(?:(?:first )?published|posted|updated|last (?:updated|modified)|date)(?:\s+(?:on|at))?\s*:?\s*"
)


class Heading(NamedTuple):
    """What was found above the text, and the paragraphs that remain as text."""

    title: str | None
    byline: tuple[str, ...]
    published: date | datetime | None
    paragraphs: list[str]


def split_heading(paragraphs: list[str], *, first_may_be_title: bool, title: str | None = None) -> Heading:
    """Take headline, byline and date line off the top of an article.

    Args:
        paragraphs: All paragraphs of the file.
        first_may_be_title: Whether the first paragraph stands alone in the file, one line with a blank line
        below.
        title: The headline when it is known already; then only a repetition of it is taken off.

    Returns:
        The headline (the known one, or a first paragraph that is short, without a final stop, and has more
        below), the authors, the date (of publication rather than of an update), and the rest.
    """
    rest = list(paragraphs)
    if title is not None:
        if rest and _same(rest[0], title):
            rest.pop(0)
    elif first_may_be_title and len(rest) > 1 and _is_headline(rest[0]):
        title = rest.pop(0)
    byline: tuple[str, ...] = ()
    published: date | datetime | None = None
    for paragraph in rest[:_LINES]:
        names = parse_byline(paragraph) if not byline and len(rest) > 1 else ()
        day = _date_line(paragraph) if len(rest) > 1 else None
        if names:
            byline = names
        elif day is not None:
            published = published or day
        else:
            continue
        rest.remove(paragraph)
    return Heading(title, byline, published, rest)


def parse_byline(line: str) -> tuple[str, ...]:
    """Read the authors of a line such as "By Ada Marsh and Tom Reed, Harbour Post"; empty if it is none.

    >>> parse_byline("By Ada Marsh and Tom Reed in Lisbon")
    ('Ada Marsh', 'Tom Reed')
    """
    match = _BYLINE.fullmatch(line.strip()) if len(line) <= _LONGEST_BYLINE else None
    return split_names(match["names"]) if match and not re.search(r"[.!?]$", line.strip()) else ()


def split_names(names: str) -> tuple[str, ...]:
    """Split "Ada Marsh, Tom Reed and Lea Sand" into names; roles and places after them are left out."""
    found: list[str] = []
    for part in re.split(r"\s*(?:,|;|\||&|•|·|\band\b|\bwith\b)\s*", names):
        name = re.sub(r"\s+(?:in|at|for|from)\s+.*$", "", part).strip()
        name = re.sub(r"^(?:[Bb]y|BY)\s+", "", name)
        words = name.split()
        if (
            words
            and len(name) <= _LONGEST_NAME
            and _NAME.fullmatch(name)
            and all(word[0].isupper() or len(word) <= 3 for word in words)
        ):
            if found and _ROLE.search(name):
                continue
            found.append(name)
    return tuple(dict.fromkeys(found))


def _is_headline(paragraph: str) -> bool:
    return (
        len(paragraph) <= LONGEST_HEADLINE
        and any(char.isalpha() for char in paragraph)
        and not _FINAL_STOP.search(paragraph)
        and not parse_byline(paragraph)
        and _date_line(paragraph) is None
    )


def _date_line(paragraph: str) -> date | datetime | None:
    if len(paragraph) > 80:
        return None
    return parse_published(_DATE_PREFIX.sub("", paragraph.strip()).rstrip("."))


def _same(paragraph: str, title: str) -> bool:
    return re.sub(r"\W+", " ", paragraph).strip().casefold() == re.sub(r"\W+", " ", title).strip().casefold()
