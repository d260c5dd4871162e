"""One key for the spellings of a name: case, diacritics, apostrophes, hyphens and dots folded."""

import re
import unicodedata

_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼ`´ʿʾ\"", ""))
_NOT_WORD = re.compile(r"[^\w&]+")
_LATIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)


def fold_name(name: str) -> str:
    """Fold a name to the key under which its spellings are equal.

    >>> fold_name("Al-Shifa’a") == fold_name("al shifaa")
    True
    >>> fold_name("the U.S."), fold_name("São Paulo"), fold_name("St. Louis")
    ('us', 'sao paulo', 'st louis')
    """
    text = unicodedata.normalize("NFKD", name.casefold().translate(_APOSTROPHES))
    text = "".join(char for char in text if not unicodedata.combining(char)).translate(_LATIN)
    # an abbreviation with dots (U.S., D.R.C.) is one word, other dots part words
    text = re.sub(r"\b(\w)\.(?=\w\b|\W|$)", r"\1", text)
    words = _NOT_WORD.sub(" ", text).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)
