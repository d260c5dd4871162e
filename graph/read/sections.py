"""The words of a `Doc`, in sections: a long text is analysed piece by piece."""

import numpy as np
from spacy.attrs import IS_SPACE, ORTH, SPACY
from spacy.tokens import Doc

from graph.read.dateline import dateline_end

SECTION = 10_000
"""Words: longer than nearly all articles, so that only books and archives are cut."""


def places_of(doc: Doc) -> np.ndarray:
    """Number the tokens that are words: all but white space."""
    if not len(doc):
        return np.zeros(0, dtype=np.int32)
    return np.flatnonzero(doc.to_array(IS_SPACE) == 0).astype(np.int32)


def cut(doc: Doc, places: np.ndarray, size: int) -> list[slice]:
    """Cut the words of a document: where a paragraph begins after `size` words, else after twice as many.

    Args:
        doc: The document.
        places: Its words, as `places_of` gives them.
        size: Words a section.

    Returns:
        Ranges of `places` that cover all of it.
    """
    found, begin = [], 0
    while begin < len(places):
        end, last = begin + size, min(begin + 2 * size, len(places))
        while end < last and not _begins_paragraph(doc, places, end):
            end += 1
        found.append(slice(begin, min(end, last)))
        begin = found[-1].stop
    return found


def words_of(doc: Doc, places: np.ndarray, part: slice) -> tuple[list[str], list[bool], list[int]]:
    """Give what the analysis asks for of one section: words, paragraph breaks, spaces before words.

    Args:
        doc: The document.
        places: Its words, as `places_of` gives them.
        part: Range of `places`.
    """
    inside = places[part]
    # One string for all tokens of a word: a long text has many.
    begin, end = int(inside[0]), int(inside[-1]) + 1
    table = doc[begin:end].to_array([ORTH, SPACY])[inside - begin]  # type: ignore[attr-defined]
    orths, which = np.unique(table[:, 0], return_inverse=True)
    known = [doc.vocab.strings[orth] for orth in orths.tolist()]
    words = [known[number] for number in which.tolist()]
    trailing = table[:, 1].astype(bool).tolist()
    numbers = range(part.start, part.stop)
    breaks = [_begins_paragraph(doc, places, number) for number in numbers]
    spaces = [
        int(number == 0 or places[number] - places[number - 1] > 1 or (at > 0 and trailing[at - 1]))
        for at, number in enumerate(numbers)
    ]
    if part.start == 0:
        _part_dateline(doc, inside, breaks)
    else:
        breaks[0], spaces[0] = True, 1
    return words, breaks, spaces


def _begins_paragraph(doc: Doc, places: np.ndarray, number: int) -> bool:
    if number == 0:
        return True
    before, place = int(places[number - 1]), int(places[number])
    return any("\n" in doc[at].text for at in range(before + 1, place))


def _part_dateline(doc: Doc, places: np.ndarray, breaks: list[bool]) -> None:
    """Make a dateline no part of the sentence behind it: the tree would make it the subject."""
    report = dateline_end(doc.text)
    if report > 0:
        at = next((number for number, place in enumerate(places.tolist()) if doc[place].idx == report), None)
        if at is not None:
            breaks[at] = True
