"""The name that a description stands for, as the reader's coreference has it.

The reader's chains over an article now and then run together, so a chain is heard only where nearly all of
its names are one thing's, and only for a noun that it links with some confidence.
"""

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc

from graph.extract.drafts import Draft

_LINK = 0.4
_SHARE = 0.75


class ReaderChains:
    """Looks up nouns in `doc._.coreference`; finds nothing where a document has none."""

    def __init__(self, doc: Doc, names: Sequence[Draft]) -> None:
        """Note for each linked noun the first name of the thing that its chain names."""
        self._of: dict[int, Draft] = {}
        if not Doc.has_extension("coreference"):
            return
        at = {token: name for name in names for token in range(name.start, name.end)}
        for chain in doc._.coreference or ():
            heads = [mention.head for mention in chain.mentions]
            called = [at[head] for head in heads if head in at]
            counts = Counter(name.chain for name in called)
            if not counts:
                continue
            most, number = counts.most_common(1)[0]
            if number < _SHARE * len(called):
                continue
            target = next(name for name in called if name.chain == most)
            for mention, head in zip(chain.mentions, heads, strict=True):
                if head not in at and mention.confidence >= _LINK:
                    self._of[head] = target

    def name_of(self, head: int) -> Draft | None:
        """The name that stands for the same thing as the noun at a token, if the reader is sure of it."""
        return self._of.get(head)
