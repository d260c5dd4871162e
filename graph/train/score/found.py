"""What a reader found in a text, in the terms that the scores use."""

from dataclasses import dataclass, field

from graph.evaluate.corpora.texts import Range


@dataclass(slots=True, kw_only=True)
class Tags:
    """Labels of each word; `heads` are word numbers, a root's own for a root.

    Attributes:
        upos_confidence: Of each part of speech, in [0, 1]; empty if the reader does not tell.
        arc_confidence: Of each head; likewise.
    """

    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprel: list[str] = field(default_factory=list)
    upos_confidence: list[float] = field(default_factory=list)
    arc_confidence: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundName:
    """A name; `kind` is PERSON, ORG, LOC or something else."""

    span: Range
    kind: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStatement:
    """Source, cue and content of an attribution: the spans of their pieces, and a confidence."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundArgument:
    """An argument: its head word, its whole span, its label."""

    head: Range
    span: Range
    label: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFrame:
    """A predicate with its arguments."""

    predicate: Range
    roleset: str
    arguments: tuple[FoundArgument, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundChain:
    """Mentions of one thing in order of the text, each with the confidence of its link to one before."""

    mentions: tuple[Range, ...]
    confidences: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRelation:
    """A relation between two names."""

    head: FoundName
    tail: FoundName
    label: str
    confidence: float = 1.0


@dataclass(slots=True, kw_only=True)
class Found:
    """All that was found in a raw text; spans count characters that are not white space.

    Attributes:
        words: Spans of the words.
        sentences: Spans of the sentences.
        tags: Labels of the words.
        relations: With the labels of CoNLL04 (of other sets none).
    """

    words: list[Range]
    sentences: list[Range]
    tags: Tags
    names: list[FoundName] = field(default_factory=list)
    statements: list[FoundStatement] = field(default_factory=list)
    frames: list[FoundFrame] = field(default_factory=list)
    chains: list[FoundChain] = field(default_factory=list)
    relations: list[FoundRelation] = field(default_factory=list)
