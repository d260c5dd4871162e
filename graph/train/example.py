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
class Frame:
    """A PropBank predicate.

    Attributes:
        predicate: Its head word.
        sense: What follows the dot in its roleset.
        arguments: (first word, word after the last, head word, label), none overlapping.
    """

    predicate: int
    sense: str
    arguments: list[tuple[int, int, int, str]]

    def moved(self, by: int) -> "Frame":
        """Count words from elsewhere."""
        return Frame(
            predicate=self.predicate + by,
            sense=self.sense,
            arguments=[(b + by, e + by, h + by, label) for b, e, h, label in self.arguments],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of a document that refer to something; equal `cluster`, same thing."""

    begin: int
    end: int
    head: int
    kind: str
    cluster: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRelations:
    """Relations between the names of a document.

    Attributes:
        scheme: The corpus whose labels these are.
        entities: Type and mentions (first word, word after the last) of each.
        triples: (head entity, tail entity, label); a pair without one is unrelated.
    """

    scheme: str
    entities: list[tuple[str, list[tuple[int, int]]]]
    triples: list[tuple[int, int, str]]


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
        kinds: The fine types that the name of each word may have, () outside names and where nothing is
            known; or None.
        values: BIOES tags of dates, amounts and numbers; or None.
        frames: Predicates and their arguments; or None.
        attributions: Who says what; or None.
    """

    words: list[str]
    breaks: list[bool]
    spaces: list[int]
    starts: list[bool]
    sent_known: bool = True
    tree: Tree | None = None
    names: list[str] | None = None
    kinds: list[tuple[str, ...]] | None = None
    values: list[str] | None = None
    frames: list[Frame] | None = None
    attributions: Attributions | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Consecutive windows of one document, trained on together, with labels that reach across them.

    Attributes:
        windows: The windows in order.
        begins: The first word of each, counted over the document.
        mentions: All mentions of the document, in order of their heads; or None.
        relations: Relations between names of the document; or None.
    """

    windows: list[Example]
    begins: list[int]
    mentions: list[Mention] | None = None
    relations: NameRelations | None = None

    def places(self) -> dict[int, tuple[int, int]]:
        """Map words of the document to (window, word of the window)."""
        return {
            begin + word: (number, word)
            for number, (begin, window) in enumerate(zip(self.begins, self.windows, strict=True))
            for word in range(len(window.words))
        }
