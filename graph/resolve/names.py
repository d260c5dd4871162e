"""Names as keys: which two spellings are one name, and which name is the fullest."""

import re
import unicodedata
from collections.abc import Iterable

_POSSESSIVE = re.compile(r"['’‘`´](?:s|S)?$")
_LEADING_ARTICLE = re.compile(r"^the\s+")
_NOT_NAME = re.compile(r"[^\w\s]+")
_SPACES = re.compile(r"\s+")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,7}s?")


def tidy(text: str) -> str:
    r"""Put a piece of article text on one line, with control characters and doubled blanks gone.

    >>> tidy("Gaza\n  City ")
    'Gaza City'
    """
    printable = "".join(" " if unicodedata.category(char) == "Cc" else char for char in text)
    return _SPACES.sub(" ", printable).strip()


def key(name: str) -> str:
    """Give the form in which two spellings of one name are equal.

    Case, accents, dots, hyphens, quotes, a leading "the" and a closing possessive do not count.

    >>> key("The Al-Nour  Hospital’s") == key("al-Nour hospital")
    True
    >>> key("U.N.")
    'un'
    """
    text = _POSSESSIVE.sub("", tidy(name))
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    bare = _LEADING_ARTICLE.sub("", bare).replace(".", "").replace("-", " ")
    folded = _SPACES.sub(" ", _NOT_NAME.sub("", bare)).strip()
    return folded or bare.strip() or text


def is_acronym(name: str) -> bool:
    """Tell whether a name is made of capitals only, such as `WHO` or `U.N.`.

    >>> is_acronym("U.N."), is_acronym("Who")
    (True, False)
    """
    return _ACRONYM.fullmatch(tidy(name)) is not None


def display(name: str) -> str:
    """Give a name as a label: on one line, without a closing possessive or a leading lower-case "the".

    >>> display("the Harbour Trust’s")
    'Harbour Trust'
    """
    text = re.sub(r"['’]s$", "", tidy(name))
    return text[4:] if text.startswith("the ") and len(text) > len("the ") else text


def fullest(names: Iterable[str]) -> str:
    """Choose the name with most words; of several the most frequent, then the longest, then the first.

    >>> fullest(["Lovelace", "Ada Lovelace", "Lovelace"])
    'Ada Lovelace'
    """
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return min(counts, key=lambda name: (-len(key(name).split()), -counts[name], -len(name), name))
