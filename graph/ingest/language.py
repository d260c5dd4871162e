"""Which language a text is in, by its small words: enough to keep other languages out, and nothing more.

Source: the function-word method of Grefenstette, "Comparing two language identification schemes" (JADT 1995).
"""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# Below this many words a headline or a list of names could pass for anything.
FEWEST_WORDS = 20
_SAMPLE_CHARACTERS = 20_000
# Running English has 0.35 to 0.5 of these words, an English list of results about 0.15, other languages below
# 0.06.
_ENGLISH_SHARE = 0.10


class Guess(NamedTuple):
    """A language: BCP 47 tag, or None for one that is not English and not told; and how to name it."""

    tag: str | None
    name: str


def guess_language(text: str) -> Guess | None:
    """Tell the language of a text; None when it is too short to tell.

    >>> guess_language("It was not for him to say who would be at the talks, he said, nor when. " * 2)
    Guess(tag='en', name='English')
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE_CHARACTERS])]
    if len(words) < FEWEST_WORDS and sum(map(len, words)) < 8 * FEWEST_WORDS:
        return None
    if sum(bool(_LATIN.match(word)) for word in words) < 0.5 * len(words):
        return Guess(None, "another script than Latin")
    shares = {
        guess: sum(word in small for word in words) / len(words) for guess, small in _small_words().items()
    }
    english = next(iter(shares))
    best = max(shares, key=lambda guess: (shares[guess], guess == english))
    if best != english and shares[best] > max(shares[english], _ENGLISH_SHARE):
        return best
    return english if shares[english] >= _ENGLISH_SHARE else Guess(None, "another language than English")


@cache
def _small_words() -> dict[Guess, frozenset[str]]:
    table = files("graph.ingest").joinpath("resources/languages.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return {Guess(tag, name): frozenset(words.split()) for tag, name, words in rows}
