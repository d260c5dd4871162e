"""Web addresses that may become IRIs."""

import re
from urllib.parse import urlsplit

# RFC 3986 and 3987: no spaces, control characters, quotes or brackets of other languages in an IRI.
_ADDRESS = re.compile(
    r"""https?://[^\s/?#<>"{}|\\^`\x00-\x20\x7f-\x9f]+[^\s<>"{}|\\^`\x00-\x20\x7f-\x9f]*""", re.IGNORECASE
)


def checked_url(text: str) -> str | None:
    """Return the address if it is a well-formed http(s) one, else None.

    >>> checked_url(" https://news.example/a ")
    'https://news.example/a'
    >>> checked_url("javascript:alert(1)")
    """
    text = text.strip()
    if not _ADDRESS.fullmatch(text) or not text.isprintable():
        return None
    try:
        return text if urlsplit(text).hostname else None
    except ValueError:
        return None
