"""Mentions in the making, in token indices; `entities` turns them into `EntityMention`s."""

from dataclasses import dataclass

from spacy.tokens import Doc

from graph.model.terms import EntityKind, MentionForm


@dataclass(slots=True, kw_only=True, eq=False)
class Draft:
    """A mention before it has an id.

    Attributes:
        start: First token.
        end: Token after the last one.
        head: Index of the head word.
        kind: What it is, as far as is known.
        form: How it is referred to.
        confidence: In [0, 1].
        method: The rule that found it.
        label: The reader's label of a name.
        count: Number of members of a counted group.
        alias_of: Another draft that the text equates with this one ("Central Bank (CB)").
        chain: Number of its chain; -1 while it has none.
    """

    start: int
    end: int
    head: int
    kind: EntityKind
    form: MentionForm
    confidence: float
    method: str
    label: str = ""
    count: int | None = None
    alias_of: "Draft | None" = None
    chain: int = -1

    def text(self, doc: Doc) -> str:
        """The words, with line breaks and runs of blanks made single blanks."""
        return " ".join(doc[self.start : self.end].text.split())


def overlaps(draft: Draft, others: list[Draft]) -> bool:
    """Tell whether a draft shares a token with any of the others."""
    return any(draft.start < other.end and other.start < draft.end for other in others)
