"""Numbers in digits and words."""

import re
from functools import cache

from graph.extract.lexicon import read_rows

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALES = r"hundred|thousand|million|billion|trillion"
_SHORT = {"m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "k": 1e3, "tn": 1e12}
# "$5million", as some papers have it.
_GLUED = re.compile(rf"(\d)({_SCALES})\b")


@cache
def _values() -> dict[str, tuple[float, str]]:
    return {row[0]: (float(row[1]), row[2]) for row in read_rows("numbers.tsv")}


@cache
def number_pattern() -> str:
    """A regular expression for one number, without groups: "31,923", "2.3 billion", "twenty-five", "5m"."""
    words = "|".join(sorted((word for word in _values()), key=len, reverse=True))
    spelled = rf"(?i:(?:{words})(?:[ -](?:and )?(?:{words}))*)"
    return rf"(?:(?:{_DIGITS})(?: ?(?i:{_SCALES})\b|(?i:bn|tn|mn|m|b|k)\b)?|\b{spelled}\b)"


def parse_number(text: str) -> float | None:
    """Read a number in digits or words.

    >>> parse_number("31,923"), parse_number("2.3 billion"), parse_number("one hundred and twenty-five")
    (31923.0, 2300000000.0, 125.0)
    >>> parse_number("5million"), parse_number("3bn")
    (5000000.0, 3000000000.0)
    >>> parse_number("a few") is None
    True
    """
    words = _GLUED.sub(r"\1 \2", text.lower()).replace("-", " ").split()
    total, current, seen = 0.0, 0.0, False
    for word in words:
        if word in {"and", "a", "an"} and word != words[-1]:
            if word != "and":
                current, seen = 1.0, True
            continue
        known = _values().get(word)
        if known is None:
            digits = re.fullmatch(rf"({_DIGITS})(bn|tn|mn|m|k|b)?", word)
            if not digits:
                return None
            current += float(digits[1].replace(",", "")) * _SHORT.get(digits[2] or "", 1)
        elif known[1] == "scale":
            current = (current or 1.0) * known[0]
            if known[0] > 100:
                total, current = total + current, 0.0
        else:
            current += known[0]
        seen = True
    # floating products such as 2.3 * 10**9 keep their decimal value
    return round(total + current, 6) if seen else None
