"""Figures as lines of text and as JSON."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from graph.evaluate.corpora.task import Figure

FORMAT = "newsgraph-corpora/1"


def table(figures: Sequence[Figure]) -> Iterator[str]:
    """Write the figures by corpus, each with its baseline."""
    width = max((len(figure.layer) for figure in figures), default=0)
    for data in dict.fromkeys(figure.data for figure in figures):
        yield data
        yield f"  {'layer':{width}} {'P':>6} {'R':>6} {'F1':>6} {'n':>6} {'baseline':>9}"
        for figure in figures:
            if figure.data == data:
                yield _line(figure, width).rstrip()


def _line(figure: Figure, width: int) -> str:
    precision, recall, baseline = (
        "-" if value is None else f"{value:.3f}"
        for value in (figure.precision, figure.recall, figure.baseline)
    )
    return (
        f"  {figure.layer:{width}} {precision:>6} {recall:>6} {figure.f1:6.3f} {figure.expected:6}"
        f" {baseline:>9}  {figure.by}"
    )


def differences(figures: Iterable[Figure], layers: Iterable[str]) -> Iterator[str]:
    """List what was missed (-) and what is surplus (+) in some layers."""
    wanted = set(layers)
    for figure in figures:
        if figure.layer in wanted and figure.differences:
            yield f"{figure.data}: {figure.layer}"
            yield from (f"  {line}" for line in figure.differences)


def as_json(figures: Iterable[Figure]) -> dict[str, Any]:
    """Give everything that can be compared with another run."""
    return {
        "format": FORMAT,
        "figures": [
            {
                "data": figure.data,
                "layer": figure.layer,
                "precision": _short(figure.precision),
                "recall": _short(figure.recall),
                "f1": _short(figure.f1),
                "expected": figure.expected,
                "baseline": _short(figure.baseline),
                "by": figure.by or None,
            }
            for figure in figures
        ],
    }


def _short(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
