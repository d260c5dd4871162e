"""Where a name that the reader gave begins and ends, and whether it is one."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from graph.extract.kinds import is_known, is_norp, word_kind
from graph.extract.lexicon import read_rows
from graph.gazetteer import Gazetteer
from graph.model.terms import EntityKind

_STANCE = re.compile(r"(?:pro|anti|non|ex|pre|post)[-‑]", re.IGNORECASE)
_WHIPS = frozenset({"Minority", "Majority"})
_LEADERS = frozenset({"leader", "leaders", "whip", "whips"})
_LOOSE = frozenset({"ORG", "MISC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "NORP", "FAC"})
_SHORT = 4


def parts(doc: Doc, start: int, end: int, label: str) -> Iterator[tuple[int, int]]:
    """Cut what the reader joined: at brackets, commas of places, slashes, line ends, givers of prizes."""
    left = start
    for at in range(start, end):
        text = doc[at].text
        comma = text == "," and label in {"LOC", "GPE", "PERSON", "PER"} and not _suffix(doc, at + 1)
        given = text == "of" and at > start and _is_given(doc[at - 1].text, doc[end - 1].text)
        slash = text == "/" and start < at < end - 1 and len(doc[at - 1]) > 2 and len(doc[at + 1]) > 2
        if text in {"(", ")", "[", "]", ";"} or "\n" in text or comma or given or slash:
            if at > left:
                yield left, at
            left = at + 1
    # "pro-Doe Northern Fund": what the adjective is for is no part of the fund's name
    left += left < end and bool(_STANCE.match(doc[left].text))
    if end > left:
        yield left, end


def _is_given(prize: str, giver: str) -> bool:
    """Whether words before and after "of" are a prize and a body ("Doe Prize of the Fjord Society")."""
    return word_kind(prize) is EntityKind.OTHER and word_kind(giver) is EntityKind.ORGANIZATION


def _suffix(doc: Doc, at: int) -> bool:
    return at < len(doc) and doc[at].text.rstrip(".") in {"Jr", "Sr", "II", "III", "Inc", "Ltd", "LLC", "D.C"}


def strip_marks(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Leave out articles, quotation marks and possessives at the ends, and "Minority" of its leader."""
    while start < end and (
        doc[start].lower_ in {"the", "a", "an"} or doc[start].is_space or _is_mark(doc[start])
    ):
        start += 1
    while start < end and (
        doc[end - 1].text in {"'s", "’s", "'", "’", "-"} or doc[end - 1].is_space or _is_mark(doc[end - 1])
    ):
        end -= 1
    if end - start > 1 and doc[end - 1].text in _WHIPS and end < len(doc) and doc[end].lower_ in _LEADERS:
        end -= 1
    return start, end


def _is_mark(token: Token) -> bool:
    return not any(char.isalnum() for char in token.text) and token.text not in {"&", "-"}


@cache
def _no_names() -> frozenset[str]:
    return frozenset(row[0] for row in read_rows("no_names.tsv"))


def small_nouns(doc: Doc) -> frozenset[str]:
    """Give the nouns that a document writes small, as they stand in it."""
    return frozenset(token.text for token in doc if token.pos_ == "NOUN")


def names_nothing(doc: Doc, start: int, end: int, label: str, nouns: frozenset[str]) -> bool:
    """Tell whether words that the reader takes for a name are none; `nouns` are its `small_nouns`.

    They are listed as none, are a heading (with a finite auxiliary: "Rats Are Leaving"), an unknown short
    acronym of nothing in particular, or a common noun that the article also writes small.
    """
    text = " ".join(doc[start:end].text.split())
    if text in _no_names() or doc[end - 1].text in {"PAC", "PACs"}:
        return text in _no_names() or end - start < 3
    if label not in _LOOSE or is_known(text) or is_norp(text) or Gazetteer.load().is_place(text):
        return False
    if end - start > 1:
        return label != "WORK_OF_ART" and any(token.pos_ == "AUX" for token in doc[start + 1 : end])
    if text.isupper():
        return label == "MISC" and len(text) <= _SHORT
    # "Committee" beside "the committee"
    return text.lower() in nouns
