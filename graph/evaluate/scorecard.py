"""Scores of many articles, layer by layer: sums, bootstrap intervals, and the differences behind them."""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.evaluate.gold import Gold
from graph.evaluate.golden import compare
from graph.evaluate.metrics import PRF, Comparison
from graph.evaluate.questions import Row, compare_questions, with_queries
from graph.model.mentions import DocumentMentions
from graph.model.text import Article

FORMAT = "newsgraph-scores/1"
_DRAWS = 1000
_SEED = 1
_TAIL = 0.025


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One scored article.

    Attributes:
        gold: Its annotation.
        text: Its text.
        expected: The annotation, laid over the text.
        layers: What was expected and found, by layer.
    """

    gold: Gold
    text: str
    expected: Mapping[str, Any]
    layers: Mapping[str, Comparison]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One layer of one part of the articles.

    Attributes:
        prf: The counts of all articles together.
        low: Lower end of the 95 % bootstrap interval of F1, over articles.
        high: Its upper end.
    """

    prf: PRF
    low: float
    high: float


@dataclass(slots=True)
class Scorecard:
    """The scored articles, in the order of their names."""

    cases: list[Case] = field(default_factory=list)

    def add(
        self,
        gold: Gold,
        article: Article,
        expected: Mapping[str, Any],
        mentions: DocumentMentions,
        answers: Sequence[Sequence[Row]] | None = None,
    ) -> None:
        """Score one article; `answers` are the rows for each question with queries, if they were asked."""
        layers = dict(compare(mentions, article, expected))
        if answers is not None:
            layers |= compare_questions(article.text, with_queries(expected["questions"]), answers)
        self.cases.append(Case(gold=gold, text=article.text, expected=expected, layers=layers))
        self.cases.sort(key=lambda case: case.gold.name)

    @property
    def splits(self) -> list[str]:
        """The parts that there are."""
        return sorted({case.gold.split for case in self.cases})

    def scores(self, split: str) -> dict[str, Score]:
        """Sum up a part, by layer."""
        chosen = [case for case in self.cases if case.gold.split == split]
        layers = dict.fromkeys(layer for case in chosen for layer in case.layers)
        return {
            layer: _score([case.layers[layer].prf for case in chosen if layer in case.layers])
            for layer in layers
        }

    def as_json(self) -> dict[str, Any]:
        """Give everything that can be compared with another run."""
        return {
            "format": FORMAT,
            "articles": {case.gold.name: case.gold.split for case in self.cases},
            "scores": {
                split: {layer: _numbers(score) for layer, score in self.scores(split).items()}
                for split in self.splits
            },
        }


def _score(counts: list[PRF]) -> Score:
    total = sum(counts, PRF())
    chance = random.Random(_SEED)  # noqa: S311
    drawn = sorted(sum(chance.choices(counts, k=len(counts)), PRF()).f1 for _ in range(_DRAWS))
    low, high = drawn[int(_TAIL * _DRAWS)], drawn[int((1 - _TAIL) * _DRAWS) - 1]
    return Score(prf=total, low=low, high=high)


def _numbers(score: Score) -> dict[str, float | int]:
    prf = score.prf
    exact = {
        "precision": prf.precision,
        "recall": prf.recall,
        "f1": prf.f1,
        "low": score.low,
        "high": score.high,
    }
    return {name: round(value, 4) for name, value in exact.items()} | {
        "correct": round(prf.correct, 4), "predicted": prf.predicted, "expected": prf.expected,
    }  # fmt: skip


def table(card: Scorecard, baseline: Mapping[str, Any] | None = None) -> Iterator[str]:
    """Write the scores as lines of text.

    Args:
        card: What was scored.
        baseline: `as_json` of another run, whose F1 is put beside.
    """
    for split in card.splits:
        count = sum(case.gold.split == split for case in card.cases)
        yield f"{split} ({count} article{'s' if count > 1 else ''})"
        yield f"  {'layer':15} {'P':>6} {'R':>6} {'F1':>6}  {'95 % interval':15} {'n':>5}" + (
            f" {'baseline':>9}" if baseline else ""
        )
        for layer, score in card.scores(split).items():
            prf = score.prf
            line = (
                f"  {layer:15} {prf.precision:6.3f} {prf.recall:6.3f} {prf.f1:6.3f}"
                f"  {score.low:.3f} to {score.high:.3f}  {prf.expected:5}"
            )
            if baseline:
                other = baseline.get("scores", {}).get(split, {}).get(layer)
                line += f" {other['f1']:9.3f}" if other else f" {'-':>9}"
            yield line


def differences(cases: Iterable[Case], layers: Iterable[str]) -> Iterator[str]:
    """List what was missed (-) and what is surplus (+) in some layers."""
    for case in cases:
        for layer in layers:
            if layer in case.layers and (case.layers[layer].missed or case.layers[layer].surplus):
                yield f"{case.gold.name}: {layer}"
                yield from (f"  - {item}" for item in case.layers[layer].missed)
                yield from (f"  + {item}" for item in case.layers[layer].surplus)
