"""One training example: a window of words with whatever labels its corpus has."""

from dataclasses import dataclass

IGNORE = -100
"""Label of a word that a loss passes over (the value that PyTorch's cross entropy ignores)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """Tags and tree of a window; all lists run over its words.

    `heads` are word numbers within the window, a root's own number for a root.
    """

    upos: list[str]
    xpos: list[str]
    feats: list[str]
    lemma: list[str]
    heads: list[int]
    deprel: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributions:
    """Attribution labels of a window.

    `layers` maps `source`, `cue`, `content` to piece lists (first word, word after the last);
    `links` are (content's first word, source's first word or -1, cue's first word or -1).
    """

    layers: dict[str, list[tuple[int, int]]]
    links: list[tuple[int, int, int]]

    def within(self, begin: int, end: int) -> "Attributions":
        """Cut out the words [begin, end) and count from there; what lies outside is nobody (-1)."""

        def place(target: int) -> int:
            return target - begin if begin <= target < end else -1

        return Attributions(
            layers={
                name: [
                    (max(b, begin) - begin, min(e, end) - begin) for b, e in spans if b < end and e > begin
                ]
                for name, spans in self.layers.items()
            },
            links=[(c - begin, place(s), place(k)) for c, s, k in self.links if begin <= c < end],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Words of consecutive sentences.

    Attributes:
        words: Words, as the shipped tokenizer gives them where the corpus allows.
        breaks: Whether a paragraph begins at the word.
        spaces: 1 white space stands before, 0 none, 2 unknown.
        starts: Whether a sentence starts at the word.
        sent_known: Whether `starts` is to be learned.
        tree: Tags and tree, or None.
        names: BIOES tags, `?` where unknown; or None.
        attributions: Who says what; or None.
    """

    words: list[str]
    breaks: list[bool]
    spaces: list[int]
    starts: list[bool]
    sent_known: bool = True
    tree: Tree | None = None
    names: list[str] | None = None
    attributions: Attributions | None = None
