"""From offsets in one article to evidence."""

from bisect import bisect_right
from collections.abc import Iterable

from graph.model.knowledge import Evidence
from graph.model.mentions import DocumentMentions
from graph.model.text import Article, Span
from graph.resolve.names import tidy


class Page:
    """One article with its mentions, ready to be quoted.

    Attributes:
        article: The article.
        mentions: What was found in it.
    """

    def __init__(self, article: Article, mentions: DocumentMentions) -> None:
        self.article = article
        self.mentions = mentions
        self._sentences = sorted(mentions.sentences)
        self._starts = [sentence.start for sentence in self._sentences]

    def words(self, span: Span) -> str:
        """Give the words of a span on one line."""
        return tidy(self.article.text[span.start : span.end])

    def sentence(self, span: Span) -> Span:
        """Give the sentence, or the run of sentences, that holds a span; the span itself if there is none."""
        start, end = span.start, span.end
        index = max(bisect_right(self._starts, span.start) - 1, 0)
        for sentence in self._sentences[index:]:
            if sentence.start >= span.end:
                break
            if sentence.overlaps(span):
                start, end = min(start, sentence.start), max(end, sentence.end)
        return Span(start, end)

    def quote(self, span: Span, method: str, confidence: float, *, sentence: Span | None = None) -> Evidence:
        """Make the evidence of some words.

        Args:
            span: The words.
            method: What read them.
            confidence: In [0, 1]; clipped to it.
            sentence: The sentence that tells of them, when it is not just the one around them.
        """
        around = self.sentence(span)
        if sentence is not None:
            around = Span(min(around.start, sentence.start), max(around.end, sentence.end))
        return Evidence(
            article=self.article.id,
            span=span,
            sentence=around,
            method=method,
            confidence=round(min(max(confidence, 0.0), 1.0), 4),
        )


def ordered(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Sort evidence by article, place and method, each once."""
    return tuple(
        sorted(
            set(evidence), key=lambda one: (one.article, one.span, one.sentence, one.method, one.confidence)
        )
    )
