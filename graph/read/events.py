"""What sort of event each word may name, by a small head over the encoder's layers.

The head is trained apart from the rest, on annotated news (`graph.train.events`), and may be missing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

Array = np.ndarray
# Words that name no event with so much probability are passed over, and so are types of so little: no rule
# could make an event of them (`graph.extract.trigger_choice`).
_SURE, _LEAST = 0.97, -7.0
# Types that are kept of a word.
_KEPT = 12


@dataclass(frozen=True, slots=True)
class EventScore:
    """What one word may name; logarithms of probabilities.

    Attributes:
        token: The word.
        nothing: That it names no event.
        types: Of each event type worth keeping, the likeliest first.
    """

    token: int
    nothing: float
    types: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class EventScores:
    """What the words of a text may name, in arrays: a long text has many.

    Attributes:
        names: The event types.
        tokens: [N] the words, rising.
        nothing: [N] that a word names no event.
        kinds: [N, K] numbers of the likeliest types.
        values: [N, K] their scores.
    """

    names: tuple[str, ...]
    tokens: Array
    nothing: Array
    kinds: Array
    values: Array

    def __len__(self) -> int:
        """Count the words."""
        return len(self.tokens)

    def of(self, token: int) -> EventScore | None:
        """Give the scores of a word; None if it was passed over."""
        row = int(np.searchsorted(self.tokens, token))
        if row == len(self.tokens) or self.tokens[row] != token:
            return None
        pairs = zip(self.kinds[row].tolist(), self.values[row].tolist(), strict=True)
        types = tuple((self.names[kind], value) for kind, value in pairs if value > _LEAST)
        return EventScore(token, float(self.nothing[row]), types)

    def on(self, places: Array) -> "EventScores":
        """Count tokens instead of words; `places` tells the token of each word."""
        moved = places[self.tokens].astype(np.int32)
        return EventScores(self.names, moved, self.nothing, self.kinds, self.values)

    @classmethod
    def joined(cls, parts: Sequence["EventScores"]) -> "EventScores":
        """Put the scores of several parts of a text, in order, together."""
        fields = [
            np.concatenate([getattr(part, name) for part in parts])
            for name in ("tokens", "nothing", "kinds", "values")
        ]
        return cls(parts[0].names, *fields)

    @classmethod
    def gathered(cls, scores: Iterable[EventScore]) -> "EventScores":
        """Make arrays of single scores, in order."""
        kept = list(scores)
        names = tuple(dict.fromkeys(kind for score in kept for kind, _ in score.types))
        kinds = np.zeros((len(kept), _KEPT), dtype=np.uint8)
        values = np.full((len(kept), _KEPT), 2 * _LEAST, dtype=np.float16)
        for row, score in enumerate(kept):
            for column, (kind, value) in enumerate(score.types[:_KEPT]):
                kinds[row, column], values[row, column] = names.index(kind), value
        tokens = np.asarray([score.token for score in kept], dtype=np.int32)
        nothing = np.asarray([score.nothing for score in kept], dtype=np.float16)
        return cls(names, tokens, nothing, kinds, values)


class EventHead:
    """Scores event types: a mix of the layers, one hidden layer, a softmax.

    Args:
        arrays: `mix` [L]; `hidden_weight` [D, H], `hidden_bias` [H]; `out_weight` [H, 1 + T], `out_bias`,
            the first column for "no event"; `types`, their names as UTF-8 bytes, a line each.
    """

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self.types = tuple(bytes(arrays["types"]).decode("utf-8").splitlines())
        names = ("mix", "hidden_weight", "hidden_bias", "out_weight", "out_bias")
        self._arrays = {name: np.asarray(arrays[name], dtype=np.float32) for name in names}

    @classmethod
    def open(cls, path: Path) -> "EventHead | None":
        """Open the head's file; None where there is none."""
        if not path.is_file():
            return None
        with np.load(path) as arrays:
            return cls(dict(arrays))

    def __call__(self, layers: Array, *, offset: int = 0) -> EventScores:
        """Score the words of a window.

        Args:
            layers: [W, L, D], the output of each layer at the first piece of each word.
            offset: Number of the window's first word in the text.

        Returns:
            The words that may name an event.
        """
        own = self._arrays
        words = np.einsum("l,wld->wd", own["mix"], layers)
        hidden = np.maximum(words @ own["hidden_weight"] + own["hidden_bias"], 0.0)
        scores = hidden @ own["out_weight"] + own["out_bias"]
        scores -= scores.max(axis=1, keepdims=True)
        scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
        kept = np.flatnonzero(scores[:, 0] < np.log(_SURE))
        types = scores[kept, 1:]
        kinds = np.argsort(-types, axis=1, kind="stable")[:, :_KEPT]
        values = np.take_along_axis(types, kinds, axis=1)
        return EventScores(
            self.types,
            (kept + offset).astype(np.int32),
            scores[kept, 0].astype(np.float16),
            kinds.astype(np.uint8),
            values.astype(np.float16),
        )
