"""Words to word pieces, cached: the tokenizer sees each distinct word once."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from graph.read.features import UNKNOWN_SPACE, shape_ids

MAX_WORD_PIECES = 8
_CACHE_LIMIT = 200_000


class Pieces:
    """The encoder's word-piece vocabulary.

    Args:
        path: A `tokenizer.json` of the Hugging Face tokenizers library.
    """

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._cache: dict[str, tuple[int, ...]] = {}
        self.cls = self._tokenizer.token_to_id("[CLS]")
        self.sep = self._tokenizer.token_to_id("[SEP]")
        self.unknown: int = self._tokenizer.token_to_id("[UNK]") or 0

    def of(self, word: str) -> tuple[int, ...]:
        """Piece numbers of one word: at least one, at most `MAX_WORD_PIECES`."""
        found = self._cache.get(word)
        if found is not None:
            return found
        text = word.encode("utf-8", "replace").decode("utf-8")[:200]
        ids: list[int] = self._tokenizer.encode(text, add_special_tokens=False).ids
        pieces = tuple(ids[:MAX_WORD_PIECES]) or (self.unknown,)
        if len(self._cache) >= _CACHE_LIMIT:
            self._cache.clear()
        self._cache[word] = pieces
        return pieces

    def inputs(
        self, words: Sequence[str], breaks: Sequence[bool], spaces: Sequence[int]
    ) -> dict[str, np.ndarray]:
        """Make the network's inputs for one window.

        Args:
            words: The words of the window, at least one.
            breaks: Whether a paragraph begins at the word.
            spaces: 1 white space stands before the word, 0 none, 2 unknown.

        Returns:
            `pieces`, `shapes`, `breaks`, `spaces`: int64 arrays [P] over the pieces with [CLS] first and
            [SEP] last; `first`: int64 array [W], the place of each word's first piece.
        """
        ids, owner, first = [self.cls], [-1], []
        for number, word in enumerate(words):
            first.append(len(ids))
            pieces = self.of(word)
            ids.extend(pieces)
            owner.extend([number] * len(pieces))
        ids.append(self.sep)
        owner.append(-1)
        index = np.asarray(owner)

        def spread(values: Sequence[int], outside: int) -> np.ndarray:
            return np.asarray(np.append(np.asarray(values, dtype=np.int64), outside)[index])

        return {
            "pieces": np.asarray(ids, dtype=np.int64),
            "shapes": spread(shape_ids(words, breaks), 0),
            "breaks": spread([int(flag) for flag in breaks], 0),
            "spaces": spread(spaces, UNKNOWN_SPACE),
            "first": np.asarray(first, dtype=np.int64),
        }
