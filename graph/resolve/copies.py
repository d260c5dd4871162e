"""Articles that print the text of another one again: agency reports in several papers, and later versions.

Texts are cut into overlapping runs of words (shingles). Those with the smallest hashes find texts that may be
copies, without comparing all with all (Broder 1997); then all shingles are compared.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import blake2b
from typing import Final

from graph.model.knowledge import Copy
from graph.model.text import Article

SHARE: Final = 0.6
"""Least part of the shingles of a copy that stand in the original: each word that an editor changes takes
five with it, so that one word in ten may differ."""

LENGTH: Final = 5
"""Words in a shingle."""

SHORTEST: Final = 40
"""Shingles that a text must have: of a few lines, two may be alike by chance."""

SKETCH: Final = 64
"""Smallest hashes by which candidates are found; of two texts that share a third of their shingles, it is
sure but for one in a hundred billion that one of these is shared."""

_WORD: Final = re.compile(r"\w+")


def find_copies(articles: Iterable[Article]) -> tuple[Copy, ...]:
    """Find the articles whose text an article published before them has too.

    All copies of one text point to the first that has it; of articles of one day, or without a day, to the
    one whose identifier sorts first.
    """
    originals: dict[str, str] = {}
    shingles: dict[str, frozenset[int]] = {}
    holders: dict[int, list[str]] = defaultdict(list)
    copies = []
    for article in sorted(articles, key=lambda one: (one.published_day or date.max, one.id)):
        own = _shingles(article.text)
        if len(own) < SHORTEST:
            continue
        sketch = sorted(own)[:SKETCH]
        # Enough of each list: what is held by many is held by the first, the original.
        met = {originals[other] for value in sketch for other in (*holders[value][:1], *holders[value][-1:])}
        share, original = _best(own, met, shingles)
        originals[article.id] = article.id if share < SHARE else original
        shingles[article.id] = own
        for value in sketch:
            holders[value].append(article.id)
        if share >= SHARE:
            copies.append(Copy(copy=article.id, original=original, share=round(share, 4)))
    return tuple(sorted(copies, key=lambda copy: copy.copy))


def _best(
    own: frozenset[int], met: Iterable[str], shingles: Mapping[str, frozenset[int]]
) -> tuple[float, str]:
    shares = [(len(own & shingles[other]) / len(own), other) for other in met]
    return min(shares, key=lambda one: (-one[0], one[1]), default=(0.0, ""))


def _shingles(text: str) -> frozenset[int]:
    words = _WORD.findall(text.casefold())
    runs = (" ".join(words[start : start + LENGTH]) for start in range(len(words) - LENGTH + 1))
    return frozenset(
        int.from_bytes(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest()) for run in runs
    )
