"""Names as keys: which two spellings are one name, and which name is the fullest."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

_POSSESSIVE = re.compile(r"['’‘`´](?:s|S)?$")
_LEADING_ARTICLE = re.compile(r"^the\s+")
_NOT_NAME = re.compile(r"[^\w\s]+")
_SPACES = re.compile(r"\s+")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,7}s?")
_PARTICLES = re.compile(
    r"\b(?:abu|al|ben|bin|d[aeiou]|del|della|der|dos|el|ibn|l[ae]|mac|san|santa|ter|van|von|y|zu)\b"
)
_GENERATIONS = re.compile(r"(?:jr|sr|[ivx]+|\d\w*)$")


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


def singular(name: str) -> str:
    """Give the key of a people or party in the singular.

    >>> singular("republicans"), singular("swiss")
    ('republican', 'swiss')
    """
    return name[:-1] if name.endswith("s") and not name.endswith("ss") and len(name) > 3 else name


def without_middle(name: str) -> str | None:
    """Give the key of a person's name without middle names and initials; None where there are none.

    Particles belong to the family name, and so do "jr" and numbers to the person.

    >>> without_middle("donald j trump"), without_middle("ursula von der leyen"), without_middle("ada berg")
    ('donald trump', None, None)
    """
    first, *middle = name.split()
    if len(middle) < 2 or _PARTICLES.search(name) or _GENERATIONS.match(middle[-1]):
        return None
    return f"{first} {middle[-1]}"


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


def usual(names: Sequence[str]) -> str:
    """Choose how to call a person: by the fullest name, or without the middle one if that is more frequent.

    >>> usual(["Donald Trump", "Donald J. Trump", "Donald Trump", "Trump"]), usual(["J. Doe", "Doe", "Doe"])
    ('Donald Trump', 'J. Doe')
    """
    full = fullest(names)
    short = without_middle(key(full))
    spelled = [name for name in names if key(name) == short]
    return fullest(spelled) if len(spelled) > sum(key(name) == key(full) for name in names) else full
