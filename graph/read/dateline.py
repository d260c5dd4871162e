"""Find the dateline: the place, and perhaps the agency, that a news report begins with."""

import re

_PLACE = r"[A-Z][A-Z'’.\-]+(?: [A-Z][A-Z'’.\-]+){0,3}"
_REST = r"(?:, [A-Z][\w.’' ]{1,30}?)?"
_AGENCY = r" \([A-Za-z][\w .]{1,24}\)"
# "DOHA, Qatar — Talks", "GENEVA (Agency) - Talks"; without capitals only if an agency stands in brackets.
_DATELINE = re.compile(
    rf"\s*(?:{_PLACE}{_REST}(?:{_AGENCY})?|[A-Z][\w.’' ]{{1,30}}{_REST}{_AGENCY})\s*(?:—|–|--|-)\s+"
)


def dateline_end(text: str) -> int:
    """Return where the report proper begins: the position after the dateline and its dash, or 0.

    >>> text = "DOHA, Qatar — The talks began."
    >>> text[dateline_end(text) :]
    'The talks began.'
    >>> dateline_end("Ada Berg — a lawyer — won."), dateline_end("A - B")
    (0, 0)
    """
    found = _DATELINE.match(text)
    return found.end() if found else 0
