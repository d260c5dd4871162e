"""Lemmas as edit scripts: a small closed set of classes that a tagger can learn.

Source: the scheme of Straka, "UDPipe 2.0 Prototype" (CoNLL 2018 shared task), without prefix edits.
"""

from collections.abc import Mapping
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

Lexicon = Mapping[tuple[str, str], str]
"""Lemmas of known words by (lower-cased form, UPOS); an edit script is for words that are not here."""


def load_lexicon(path: Path) -> Lexicon:
    """Read a lexicon of tab-separated lines: form, UPOS, lemma."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {(form, upos): lemma for form, upos, lemma in rows}


def save_lexicon(lexicon: Lexicon, path: Path) -> None:
    """Write a lexicon in sorted order."""
    lines = ["\t".join((*key, lemma)) for key, lemma in sorted(lexicon.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def lemma_script(form: str, lemma: str) -> str:
    """Write the edit that turns a form into its lemma.

    Returns:
        `k` (keep case) or `l` (lower-case first), how many letters to cut from the end, what to append;
        or `:` and the whole lemma where they share no beginning.

    >>> lemma_script("studies", "study"), lemma_script("was", "be"), lemma_script("Paris", "Paris")
    ('l3y', ':be', 'k0')
    """
    keep = form[:1].isupper() and lemma[:1] == form[:1]
    base = form if keep else form.lower()
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(base, lemma, strict=False)))
    if not shared:
        return f":{lemma}"
    return f"{'k' if keep else 'l'}{len(base) - shared}{lemma[shared:]}"


@lru_cache(maxsize=100_000)
def apply_script(form: str, script: str) -> str:
    """Apply an edit of `lemma_script`; an edit that does not fit the form leaves it lower-cased.

    >>> apply_script("parties", "l3y"), apply_script("a", "l3y")
    ('party', 'a')
    """
    if script.startswith(":"):
        return script[1:]
    base = form if script.startswith("k") else form.lower()
    digits = "".join(takewhile("0123456789".__contains__, script[1:]))
    cut = int(digits or 0)
    if cut >= len(base) and cut:
        return base
    return base[: len(base) - cut] + script[1 + len(digits) :]
