"""Lemmas: a lexicon for known words, edit scripts that a tagger can learn for others.

Sources: the scheme of Straka, "UDPipe 2.0 Prototype" (CoNLL 2018 shared task), without prefix edits; guessing
by the longest known ending in the manner of TnT (Brants 2000).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
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


_LONGEST_ENDING = 6
# An ending is trusted if so many words of the lexicon have it, and such a part of them one edit.
_WORDS, _AGREE = 3, 0.6
_INFLECTED = frozenset({"VERB", "NOUN", "ADJ"})
PROPER = frozenset({"NNP", "NNPS"})
"""Penn tags of the words of a name, whatever their universal part of speech."""


class Lemmatizer:
    """Chooses between the lexicon, the edit that the network predicts, and the edit of like words.

    The network sees word pieces, not letters: of words it has not met it makes lemmas that are no words
    ("finishe", "factorie"). Where its lemma is none of the lexicon's, the ending decides.

    Args:
        lexicon: Lemmas of known words.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __call__(self, form: str, upos: str, xpos: str, script: str) -> str:
        """Give the lemma of a word.

        Args:
            form: The word.
            upos: Its universal part of speech.
            xpos: Its Penn Treebank tag.
            script: The edit that the network predicts.

        >>> known = ("finish", "vanish", "punish")
        >>> lemmatizer = Lemmatizer({(f"{word}ed", "VERB"): word for word in known})
        >>> lemmatizer("Polished", "VERB", "VBN", "l1"), lemmatizer("1,200", "NUM", "CD", "l0")
        ('polish', '1200')
        >>> lemmatizer("New", "ADJ", "NNP", "l0"), lemmatizer("finished", "VERB", "VBD", "l2")
        ('New', 'finish')
        """
        if upos == "NUM" and form[:1].isdigit():
            return form.replace(",", "")
        if xpos in PROPER and upos != "PROPN":
            return _with_case(apply_script(form, script), form)
        lemma = self._lexicon.get((form.lower(), upos))
        if lemma is not None:
            return lemma
        lemma = apply_script(form, script)
        if upos not in _INFLECTED or not form.isalpha() or (lemma, upos) in self._lemmas:
            return lemma
        return self._guess(form.lower(), upos) or lemma

    @cached_property
    def _lemmas(self) -> frozenset[tuple[str, str]]:
        return frozenset((lemma, upos) for (_, upos), lemma in self._lexicon.items())

    @cached_property
    def _edits(self) -> Mapping[tuple[str, str], str]:
        """The edit of each ending that is trusted, by part of speech and ending."""
        counts: dict[tuple[str, str], Counter[str]] = {}
        for (form, upos), lemma in self._lexicon.items():
            if upos in _INFLECTED and form.isalpha():
                script = lemma_script(form, lemma)
                for ending in _endings(form):
                    counts.setdefault((upos, ending), Counter())[script] += 1
        found = {}
        for key, counter in counts.items():
            (script, most), *_ = counter.most_common(1)
            if counter.total() >= _WORDS and most >= _AGREE * counter.total():
                found[key] = script
        return found

    def _guess(self, form: str, upos: str) -> str | None:
        scripts = (self._edits.get((upos, ending)) for ending in _endings(form))
        script = next((script for script in scripts if script is not None), None)
        return None if script is None else apply_script(form, script)


def _endings(form: str) -> Iterable[str]:
    """Endings of a form that leave at least a letter, the longest first."""
    return (form[-size:] for size in range(min(_LONGEST_ENDING, len(form) - 1), 1, -1))


def _with_case(lemma: str, form: str) -> str:
    """Part of a name: "New" of "New York" keeps its capital."""
    return form[:1] + lemma[1:] if lemma[:1] == form[:1].lower() else lemma
