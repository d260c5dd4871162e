"""PolNeAR: whose words news articles give, as claims of speakers.

An annotated attribution is found if a claim's content shares half of its characters with the annotated one
(over those of either) and the speaker is right: a mention of the speaker's chain has its head in the
annotated source, or neither has a source. Where the source is a relative pronoun, which no chain holds, the
speaker must be mentioned shortly before it. The annotators marked beliefs and wishes too, and nothing inside
of another attribution.

Source: Newell et al. 2018, "An Attribution Relations Corpus for Political News".
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.evaluate.corpora import readers
from graph.evaluate.corpora.matching import Candidate, best_pairs, overlap, shared
from graph.evaluate.corpora.task import Figure, article_id, make_article
from graph.evaluate.corpora.texts import Range, Ruler
from graph.evaluate.metrics import PRF
from graph.model.knowledge import Knowledge
from graph.model.mentions import DocumentMentions
from graph.model.text import Article, Span

_CORPUS = "polnear"
_LEAST = 0.5
_SHOWN = 90
_RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
# Letters within which the antecedent of a relative pronoun ends.
_NEAR = 40
_CUE = re.compile(r"\b(?:said|says|say|told|according to)\b|[“”\"]")
_NAME = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)*")
BY = 'sentences with "said" or a quotation mark, and the capitalised words nearest to it'


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody says, measured in the text; `source` has the heads of all mentions of the speaker."""

    source: tuple[Range, ...]
    content: tuple[Range, ...]
    words: str


class PolNear:
    """Scores the development part of PolNeAR.

    Args:
        data: The data folder.
    """

    across = False

    def __init__(self, data: Path) -> None:
        self._articles = list(readers.articles(data / "attribution/polnear-dev.jsonl"))

    def articles(self) -> list[Article]:
        """Give the articles, without their publisher's standing notes."""
        return [make_article(_CORPUS, article.name, article.text) for article in self._articles]

    def figures(self, found: Mapping[str, DocumentMentions], knowledge: Knowledge) -> list[Figure]:  # noqa: ARG002
        """Score contents alone, and contents with their speakers."""
        counts: dict[str, PRF] = defaultdict(PRF)
        differences: dict[str, list[str]] = defaultdict(list)
        for article in self._articles:
            mentions = found.get(article_id(_CORPUS, article.name))
            if mentions is None:
                continue
            expected = expected_statements(article)
            claims = found_statements(article.text, mentions)
            trivial = trivial_statements(article.text, mentions.sentences)
            for layer in ("contents", "claims"):
                pairs = _pairs(expected, claims, speakers=layer == "claims")
                counts[layer] += PRF(len(pairs), len(claims), len(expected))
                differences[layer] += _differences(article.name, expected, claims, pairs)
                guessed = _pairs(expected, trivial, speakers=layer == "claims")
                counts[f"trivial {layer}"] += PRF(len(guessed), len(trivial), len(expected))
        return [
            Figure.of(
                layer, "PolNeAR dev", counts[layer], baseline=counts[f"trivial {layer}"], by=BY,
                differences=differences[layer],
            )
            for layer in ("contents", "claims")
        ]  # fmt: skip


def expected_statements(article: readers.Article) -> list[Statement]:
    """Measure the annotated attributions that have a content."""
    ruler = Ruler(article.text)
    return [
        Statement(
            source=tuple(_source(article.text, ruler, piece) for piece in item["source"]),
            content=tuple(ruler(*piece) for piece in item["content"]),
            words=_words(article.text, [*item["source"], *item["content"]]),
        )
        for item in article.attributions
        if item["content"]
    ]


def _source(text: str, ruler: Ruler, piece: Range) -> Range:
    """Measure a piece of a source; for a relative pronoun the words before it."""
    begin, end = ruler(*piece)
    if text[slice(*piece)].casefold() in _RELATIVE:
        return max(0, begin - _NEAR), begin
    return begin, end


def found_statements(text: str, mentions: DocumentMentions) -> list[Statement]:
    """Measure the claims."""
    ruler = Ruler(text)
    chain = {entity.id: entity.chain for entity in mentions.entities}
    heads: dict[str, list[Range]] = defaultdict(list)
    for entity in mentions.entities:
        heads[entity.chain].append(ruler(entity.head.start, entity.head.end))
    spans: dict[str | None, tuple[Span, ...]] = {entity.id: (entity.span,) for entity in mentions.entities}
    return [
        Statement(
            source=tuple(heads[chain[claim.speaker]]) if claim.speaker in chain else (),
            content=tuple(ruler(piece.start, piece.end) for piece in claim.content),
            words=_words(
                text, [(one.start, one.end) for one in (*spans.get(claim.speaker, ()), *claim.content)]
            ),
        )
        for claim in mentions.claims
        if claim.content
    ]


def trivial_statements(text: str, sentences: Sequence[Span]) -> list[Statement]:
    """Take sentences that look like speech for statements of whoever is named nearest to the cue."""
    ruler = Ruler(text)
    found = []
    for sentence in sentences:
        words = text[sentence.start : sentence.end]
        cue = _CUE.search(words)
        if cue is None:
            continue
        names = sorted(_NAME.finditer(words), key=lambda name: abs(name.start() - cue.start()))
        found.append(
            Statement(
                source=tuple(
                    ruler(sentence.start + name.start(), sentence.start + name.end()) for name in names[:1]
                ),
                content=(ruler(sentence.start, sentence.end),),
                words=words,
            )
        )
    return found


def _pairs(expected: Sequence[Statement], found: Sequence[Statement], *, speakers: bool) -> dict[int, int]:
    return best_pairs(_candidates(expected, found, speakers))


def _candidates(
    expected: Sequence[Statement], found: Sequence[Statement], speakers: bool
) -> Iterator[Candidate]:
    for mine, gold in enumerate(expected):
        for other, claim in enumerate(found):
            share = overlap(gold.content, claim.content)
            if share >= _LEAST and not (speakers and not _same_source(gold, claim)):
                yield share, mine, other


def _same_source(gold: Statement, claim: Statement) -> bool:
    if not gold.source or not claim.source:
        return not gold.source and not claim.source
    return bool(shared(gold.source, claim.source))


def _differences(
    name: str, expected: Sequence[Statement], found: Sequence[Statement], pairs: Mapping[int, int]
) -> Iterator[str]:
    used = set(pairs.values())
    yield from (f"- {name}: {one.words}" for place, one in enumerate(expected) if place not in pairs)
    yield from (f"+ {name}: {one.words}" for place, one in enumerate(found) if place not in used)


def _words(text: str, pieces: Sequence[Range]) -> str:
    return " | ".join(" ".join(text[begin:end].split())[:_SHOWN] for begin, end in pieces)
