"""RDF terms from Python values, for any value at all: no text of an article may break a file."""

import math
import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Final
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

from graph.vocabulary.borrowed import XSD

#: What stands for a character that cannot be written.
REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"

#: The tag for text in a language that nobody named (BCP 47, section 4.1).
UNDETERMINED: Final = "und"

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_NOT_IN_IRIS: Final = re.compile(r'[\x00-\x20\x7f-\x9f<>"{}|\\^`]|%(?![0-9A-Fa-f]{2})')
# XML Schema allows offsets of whole minutes up to 14 hours.
_WIDEST_OFFSET: Final = timedelta(hours=14)


@lru_cache(maxsize=4096)
def node(iri: str) -> NamedNode:
    """Give the node of an IRI of a vocabulary."""
    return NamedNode(str(iri))


def clean(value: str) -> str:
    """Replace lone surrogates, which no encoding can hold, one for one: offsets stay true."""
    return _SURROGATE.sub(REPLACEMENT, value)


def text(value: str, language: str) -> Literal:
    """Give words of an article in its language; a tag that is none becomes `und`."""
    return Literal(clean(value), language=_tag(language))


def string(value: str) -> Literal:
    """Give a name or code, which has no language."""
    return Literal(clean(value))


def boolean(value: bool) -> Literal:
    """Give a truth value."""
    return Literal(value)


def integer(value: int) -> Literal:
    """Give a whole number."""
    return Literal(str(value), datatype=node(XSD.integer))


def decimal(value: float, *, places: int) -> Literal:
    """Give a number with at most so many decimal places, in the canonical form of XML Schema.

    >>> decimal(0.5, places=4).value, decimal(1, places=4).value, decimal(1e-9, places=4).value
    ('0.5', '1.0', '0.0')
    """
    digits = f"{Decimal(repr(float(value))):.{places}f}".rstrip("0").removesuffix(".")
    digits = "0" if digits in ("-0", "") else digits
    return Literal(digits if "." in digits else f"{digits}.0", datatype=node(XSD.decimal))


def number(value: float) -> Literal | None:
    """Give a number as an integer if it is whole, else as a decimal; None for infinity and not-a-number."""
    if not math.isfinite(value):
        return None
    return integer(int(value)) if value == int(value) else decimal(value, places=9)


def day(value: date) -> Literal:
    """Give a calendar day."""
    return Literal(f"{value.year:04}-{value.month:02}-{value.day:02}", datatype=node(XSD.date))


def moment(value: date) -> Literal:
    """Give a day, or a moment in the time zone that it is written in."""
    if not isinstance(value, datetime):
        return day(value)
    offset = value.utcoffset()
    if offset is not None and (offset % timedelta(minutes=1) or abs(offset) > _WIDEST_OFFSET):
        try:
            value = value.astimezone(UTC)
        except OverflowError:
            return day(value)
    seconds = value.isoformat()
    seconds = re.sub(r"(\.\d*?)0+(?=\D|$)", r"\1", seconds, count=1)
    return Literal(re.sub(r"\+00:00$", "Z", seconds), datatype=node(XSD.dateTime))


def address(url: str) -> NamedNode | Literal:
    """Give the address of an article as an IRI, escaped where it must be; as a string where nothing helps.

    Only web addresses become IRIs: a `javascript:` link must not turn up as something to follow.

    >>> address("https://news.example/a b?q=<x>")
    <NamedNode value=https://news.example/a%20b?q=%3Cx%3E>
    >>> address("not an address")
    <Literal value=not an address datatype=<NamedNode value=http://www.w3.org/2001/XMLSchema#string>>
    """
    tidy = clean(url).strip()
    if re.match(r"https?://", tidy, re.IGNORECASE):
        escaped = _NOT_IN_IRIS.sub(lambda match: quote(match.group(), safe=""), tidy)
        for candidate in (escaped, quote(escaped, safe=":/?#[]@!$&'()*+,;=%")):
            try:
                return NamedNode(candidate)
            except ValueError:
                continue
    return string(url)


@lru_cache(maxsize=256)
def _tag(language: str) -> str:
    try:
        return Literal("", language=language).language or UNDETERMINED
    except ValueError:
        return UNDETERMINED
