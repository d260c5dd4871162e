"""Titles before names: "Prime Minister", "Mr.", "King"."""

from collections.abc import Sequence
from functools import cache

from graph.extract.lexicon import read_rows

PARTICLES = frozenset(
    {"al", "el", "as", "ad", "ar", "ash", "an", "bin", "ibn", "bint", "ben", "abu", "de", "da", "do", "dos"}
    | {"das", "di", "del", "della", "der", "den", "du", "des", "la", "le", "van", "von", "zu", "af", "ter"}
    | {"ten", "of", "the", "and", "y", "e", "i", "st", "mac"}
)


@cache
def _titles() -> dict[tuple[str, ...], tuple[str, str]]:
    rows = read_rows("titles.tsv")
    return {
        form: (row[1], row[2] if len(row) > 2 else "") for row in rows for form in _spellings(row[0].lower())
    }


def _spellings(title: str) -> tuple[tuple[str, ...], ...]:
    """Words of a title: as written, with the dots of abbreviations apart (readers do that), without dots."""
    apart, without = title.replace(".", " ."), title.replace(".", "")
    return tuple(tuple(form.split()) for form in (title, apart, without))


def _bare(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)


def title_at(words: Sequence[str], start: int) -> int:
    """Number of words of the longest title that begins at an index; 0 if there is none.

    >>> title_at(["former", "Prime", "Minister", "Jo"], 1), title_at(["Coun", ".", "Jo"], 0)
    (2, 2)
    """
    for length in (6, 5, 4, 3, 2, 1):
        part = words[start : start + length]
        if len(part) == length and part[0][:1].isupper() and _bare(part) in _titles():
            return length
    return 0


def title_class(words: Sequence[str]) -> str:
    """The class of a title (honorific, royal, office); empty for what is none."""
    return _titles().get(_bare(words), ("", ""))[0]


def title_gender(words: Sequence[str]) -> str:
    """The gender that a title tells (m, f), else empty."""
    return _titles().get(_bare(words), ("", ""))[1]


def strip_titles(words: Sequence[str]) -> int:
    """Number of leading words of a person's name that are titles, or what stands before them.

    A royal title stays with a single given name ("Pope Leo", "King Harald V").

    >>> strip_titles(["Norwegian", "Prime", "Minister", "Kari", "Lund"]), strip_titles(["Pope", "Leo"])
    (3, 0)
    """
    # a lower-case word that is no particle ends what is said of the person ("rebel spokesman Jo Doe")
    said = (at for at in range(len(words) - 2, 0, -1) if words[at].islower() and words[at] not in PARTICLES)
    cut = next(said, -1) + 1
    index = cut
    while index < len(words):
        length = title_at(words, index)
        if not length:
            index += 1
            continue
        rest = words[index + length :]
        if not rest or not rest[0][:1].isupper() or rest[0].lower() in {"of", "for"}:
            break
        numbered = len(rest) == 2 and set(rest[1]) <= set("IVX")
        if title_class(words[index : index + length]) == "royal" and (len(rest) == 1 or numbered):
            return index
        # a word that is a first name or surname as well ("Major", "Marshal") ends the titles
        if index and title_at(words, 0) == 0 and length == 1 and len(rest) == 1 and index < 2:
            break
        cut = index = index + length
    return cut
