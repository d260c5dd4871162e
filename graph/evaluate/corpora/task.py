"""What a corpus is to the command: articles to extract, and figures of what was found in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from graph.evaluate.metrics import PRF
from graph.model.identifiers import content_id
from graph.model.knowledge import Knowledge
from graph.model.mentions import DocumentMentions
from graph.model.text import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured value, in [0, 1], with a trivial answer to the same question beside it.

    Attributes:
        layer: Short name, by which differences are asked for.
        data: The corpus and its part.
        f1: F1, or what `layer` names instead.
        precision: Absent where there is none, as of a mean of several F1.
        recall: Likewise.
        expected: How many things were to be found.
        baseline: The value of the trivial answer.
        by: What the trivial answer is.
        differences: What was missed (-) and is surplus (+), each in its words.
    """

    layer: str
    data: str
    f1: float
    precision: float | None = None
    recall: float | None = None
    expected: int
    baseline: float | None = None
    by: str = ""
    differences: tuple[str, ...] = field(default=(), repr=False)

    @classmethod
    def of(
        cls,
        layer: str,
        data: str,
        counts: PRF,
        *,
        baseline: PRF | None = None,
        by: str = "",
        differences: Iterable[str] = (),
    ) -> "Figure":
        """Make a figure of counts."""
        return cls(
            layer=layer,
            data=data,
            f1=counts.f1,
            precision=counts.precision,
            recall=counts.recall,
            expected=counts.expected,
            baseline=None if baseline is None else baseline.f1,
            by=by,
            differences=tuple(differences),
        )


class Task(Protocol):
    """One corpus, ready to be read.

    Attributes:
        across: Whether identity across its articles is scored: then all of them are resolved together.
    """

    across: bool

    def articles(self) -> list[Article]:
        """Give the texts to extract."""

    def figures(self, found: Mapping[str, DocumentMentions], knowledge: Knowledge) -> list[Figure]:
        """Score what was found.

        Args:
            found: The mentions of each article, by its id; one that could not be read is missing.
            knowledge: What they are together; empty unless `across`.
        """


def make_article(corpus: str, name: str, text: str) -> Article:
    """Make an article of a document of a corpus, with an id that the task can find it by."""
    return Article(id=article_id(corpus, name), text=text, path=f"{corpus}:{name}")


def article_id(corpus: str, name: str) -> str:
    """Give the id of the article that `make_article` makes."""
    return content_id("article", corpus, name)
