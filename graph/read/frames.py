"""Predicates and their arguments (semantic roles), as the reader finds them.

Sources: Palmer et al. 2005 (PropBank: rolesets and argument labels); arguments by their head words, as in
dependency-based role labelling, with phrases found by a scorer of their ends.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from sys import intern

import numpy as np

from graph.read.decode import best_chance, confidence
from graph.read.labels import Labels
from graph.read.phrases import phrase_spans, sentence_ranges
from graph.read.scorers import Scorers

Array = np.ndarray
Rolesets = Mapping[tuple[str, str, str], str]
"""Roleset of (lemma, UPOS, sense); what is not here is lemma and sense joined by a dot."""


@dataclass(frozen=True, slots=True)
class Argument:
    """One participant or circumstance of a predicate.

    Attributes:
        begin: First token.
        end: The token after the last.
        head: The token that the others hang on.
        label: PropBank label: `ARG0` ..., `ARGM-TMP` ..., with `C-` (goes on) or `R-` (refers) before it.
        confidence: That the head word fills this role; in [0, 1].
    """

    begin: int
    end: int
    head: int
    label: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A predicate with its arguments.

    Attributes:
        predicate: The token.
        roleset: Its PropBank sense, as `say.01`.
        arguments: In order of the text, none overlapping, none holding the predicate.
        confidence: That the word is a predicate of this sense; in [0, 1].
    """

    predicate: int
    roleset: str
    arguments: tuple[Argument, ...]
    confidence: float

    def on(self, places: Sequence[int]) -> "Frame":
        """Count tokens instead of words; `places` tells the token of each word."""
        return Frame(
            places[self.predicate],
            self.roleset,
            tuple(
                Argument(
                    places[part.begin], places[part.end - 1] + 1, places[part.head],
                    part.label, part.confidence,
                )
                for part in self.arguments
            ),
            self.confidence,
        )  # fmt: skip


def load_rolesets(path: Path) -> Rolesets:
    """Read tab-separated lines: lemma, UPOS, sense, roleset; nothing where there is no such file."""
    if not path.is_file():
        return {}
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {(lemma, upos, sense): roleset for lemma, upos, sense, roleset in rows}


class FrameDecoder:
    """Reads frames from the scores of a window.

    Args:
        labels: Label sets; `sense` and `role` matter here.
        scorers: The pair scorers.
        rolesets: Names of the senses of words.
        sense_temperature: Divides the scores of senses for the confidence.
        role_temperature: Divides the scores of roles for the confidence.
    """

    def __init__(
        self,
        labels: Labels,
        scorers: Scorers,
        rolesets: Rolesets,
        *,
        sense_temperature: float = 1.0,
        role_temperature: float = 1.0,
    ) -> None:
        self._senses, self._roles = labels.sense, labels.role
        self._scorers, self._rolesets = scorers, rolesets
        self._sense_temperature, self._role_temperature = sense_temperature, role_temperature
        self._core = [label.startswith("ARG") and label[3:4] != "M" for label in labels.role]

    def __call__(
        self,
        scores: Mapping[str, Array],
        sentence: Array,
        lemma: Sequence[str],
        upos: Sequence[str],
        *,
        offset: int = 0,
    ) -> list[Frame]:
        """Decode a window.

        Args:
            scores: The network's outputs.
            sentence: Number of each word's sentence, rising.
            lemma: Lemmas of the window.
            upos: Universal parts of speech of the window.
            offset: Number of the window's first word in the text.

        Returns:
            Frames in order of the text, counted in words of the text.
        """
        heads = np.flatnonzero(scores["sense"].argmax(axis=1))
        if not len(heads):
            return []
        senses = scores["sense"][heads]
        chances = best_chance(senses, self._sense_temperature)
        arguments = self._arguments(scores, heads, sentence)
        frames = []
        for number, (place, best) in enumerate(
            zip(heads.tolist(), senses.argmax(axis=1).tolist(), strict=True)
        ):
            sense = self._senses[best]
            key = (lemma[place], upos[place], sense)
            # Interned: a long text has many of few.
            roleset = self._rolesets.get(key) or intern(f"{lemma[place]}.{sense}")
            kept = _consistent(arguments.get(number, []), place, self._core)
            parts = tuple(
                Argument(begin + offset, end + offset, head + offset, self._roles[label], confidence(chance))
                for begin, end, head, label, chance in kept
            )
            frames.append(Frame(place + offset, roleset, parts, confidence(float(chances[number]))))
        return frames

    def _arguments(
        self, scores: Mapping[str, Array], heads: Array, sentence: Array
    ) -> dict[int, list[tuple[int, int, int, int, float]]]:
        """Candidates (begin, end, head, label, chance) of each predicate by its number."""
        first, last = sentence_ranges(sentence)
        counts = last[heads] - first[heads]
        owner = np.repeat(np.arange(len(heads)), counts)
        ends = np.cumsum(counts)
        words = np.arange(len(owner)) - np.repeat(ends - counts, counts) + np.repeat(first[heads], counts)
        roles = self._scorers.role(scores["role_predicate"], scores["role_word"], (heads[owner], words))
        best = roles.argmax(axis=1)
        # Index 0 is "no argument"; a predicate is no argument of itself.
        kept = np.flatnonzero((best != 0) & (words != heads[owner]))
        owner, words, best = owner[kept], words[kept], best[kept]
        query = scores["span_argument"][words] + scores["span_predicate"][heads[owner]]
        begins, after = phrase_spans(query, scores["span_edge"], words, sentence)
        chances = best_chance(roles[kept], self._role_temperature)
        found: dict[int, list[tuple[int, int, int, int, float]]] = {}
        for number, *candidate in zip(
            owner.tolist(), begins.tolist(), after.tolist(), words.tolist(), best.tolist(), chances.tolist(),
            strict=True,
        ):  # fmt: skip
            begin, end, head, label, chance = candidate
            found.setdefault(number, []).append((begin, end, head, label, chance))
        return found


def _consistent(
    candidates: Sequence[tuple[int, int, int, int, float]], predicate: int, core: Sequence[bool]
) -> list[tuple[int, int, int, int, float]]:
    """Choose arguments, the surest first: no overlap, no core label twice; in order of the text.

    A phrase is cut at its predicate and at surer arguments as long as its head is left.
    """
    kept: list[tuple[int, int, int, int, float]] = []
    taken = [(predicate, predicate + 1)]
    seen: set[int] = set()
    for begin, end, head, label, chance in sorted(candidates, key=lambda item: (-item[4], item[2])):
        if core[label] and label in seen:
            continue
        if any(left <= head < right for left, right in taken):
            continue
        for left, right in taken:
            if right <= head:
                begin = max(begin, right)
            else:
                end = min(end, left)
        seen.add(label)
        taken.append((begin, end))
        kept.append((begin, end, head, label, chance))
    return sorted(kept)
