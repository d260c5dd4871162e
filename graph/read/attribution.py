"""Attributed statements as the reader finds them: token ranges on a `Doc`."""

from collections.abc import Sequence
from dataclasses import dataclass

Range = tuple[int, int]
"""First token and the token after the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Somebody says, writes or thinks something.

    Attributes:
        source: Who; empty if the text names nobody.
        cue: The words that attribute; may be empty.
        content: What; one or more pieces in order of the text, never empty.
        confidence: In [0, 1].
    """

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    confidence: float

    def on(self, places: Sequence[int]) -> "Attribution":
        """Count from elsewhere; `places` tells the new number of each word."""

        def move(ranges: tuple[Range, ...]) -> tuple[Range, ...]:
            return tuple((places[begin], places[end - 1] + 1) for begin, end in ranges)

        return Attribution(
            source=move(self.source), cue=move(self.cue), content=move(self.content),
            confidence=self.confidence,
        )  # fmt: skip
