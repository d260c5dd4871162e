"""What sort of event each word may name, by a small head over the encoder's layers.

The head is trained apart from the rest, on annotated news (`graph.train.events`), and may be missing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

Array = np.ndarray
# Words that name no event with so much probability are passed over, and so are types of so little.
_SURE, _LEAST = 0.995, -7.0


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

    def on(self, places: Sequence[int]) -> "EventScore":
        """Count tokens instead of words; `places` tells the token of each word."""
        return EventScore(places[self.token], self.nothing, self.types)


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

    def __call__(self, layers: Array, *, offset: int = 0) -> Iterator[EventScore]:
        """Score the words of a window.

        Args:
            layers: [W, L, D], the output of each layer at the first piece of each word.
            offset: Number of the window's first word in the text.

        Yields:
            The words that may name an event, in order.
        """
        own = self._arrays
        words = np.einsum("l,wld->wd", own["mix"], layers)
        hidden = np.maximum(words @ own["hidden_weight"] + own["hidden_bias"], 0.0)
        scores = hidden @ own["out_weight"] + own["out_bias"]
        scores -= scores.max(axis=1, keepdims=True)
        scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
        for word in np.flatnonzero(scores[:, 0] < np.log(_SURE)).tolist():
            line = scores[word].tolist()
            kept = [(score, kind) for score, kind in zip(line[1:], self.types, strict=True) if score > _LEAST]
            kept.sort(key=lambda item: (-item[0], item[1]))
            yield EventScore(word + offset, line[0], tuple((kind, score) for score, kind in kept))
