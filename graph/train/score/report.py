"""The bars of the reader and the table that shows how it stands to them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Key = tuple[str, str]
"""What is measured, and on which data."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value: percent unless `what` names a unit."""

    what: str
    data: str
    value: float

    @property
    def key(self) -> Key:
        """What makes it the same figure for another reader."""
        return self.what, self.data


@dataclass(frozen=True, slots=True)
class Bar:
    """A value to reach, or with `most` not to exceed."""

    limit: float
    most: bool = False

    def met(self, value: float) -> bool:
        """Tell whether a value, rounded as it is printed, is good enough."""
        shown = round(value, 2)
        return shown <= self.limit if self.most else shown >= self.limit

    def __str__(self) -> str:
        return f"{'≤' if self.most else '≥'} {self.limit:g}"


GOLD, RAW = "gold tokens", "raw text"
NAMES, ABOVE, SENTENCES = "names F1", "names F1 above the baseline", f"sentences F1, {RAW}"
LOSS = "most lost by int8"
_EWT, _GUM, _POLNEAR = "EWT dev", "GUM dev", "PolNeAR dev"
_POLITICS, _WIKI, _CONLL04 = "CrossNER politics dev", "WikiNEuRal tenth", "CoNLL04 dev"

BARS: Mapping[Key, Bar] = {
    (f"UPOS, {GOLD}", _EWT): Bar(97.1),
    (f"XPOS, {GOLD}", _EWT): Bar(96.5),
    (f"LAS, {GOLD}", _EWT): Bar(89.5),
    (f"LAS, {GOLD}", _GUM): Bar(90.0),
    (f"LAS F1, {RAW}", _EWT): Bar(86.0),
    (f"LAS F1, {RAW}", _GUM): Bar(88.0),
    (SENTENCES, _GUM): Bar(97.0),
    (SENTENCES, _EWT): Bar(90.0),
    (SENTENCES, "PolNeAR dev, split by hand"): Bar(98.0),
    (f"lemma, {GOLD}", _EWT): Bar(97.5),
    (NAMES, _GUM): Bar(80.0),
    (NAMES, _POLITICS): Bar(80.0),
    (NAMES, _WIKI): Bar(91.0),
    (ABOVE, _GUM): Bar(8.0),
    (ABOVE, _POLITICS): Bar(8.0),
    ("roles F1, heads", _EWT): Bar(80.0),
    ("roles F1, spans", _EWT): Bar(75.0),
    ("attribution source, token F1", _POLNEAR): Bar(83.0),
    ("attribution cue, token F1", _POLNEAR): Bar(72.0),
    ("attribution content, token F1", _POLNEAR): Bar(90.5),
    ("whole attribution F1", _POLNEAR): Bar(68.0),
    ("coreference CoNLL F1", _GUM): Bar(54.0),
    ("relations strict F1, names found", _CONLL04): Bar(65.0),
    ("relations micro F1, names given", "Re-DocRED fifth"): Bar(55.0),
    (LOSS, "all of the above"): Bar(0.4, most=True),
    ("weights, MB", "all files"): Bar(40.0, most=True),
    ("speed over the baseline's, 1 thread", _POLNEAR): Bar(0.8),
    ("speed over the baseline's, 2 threads", _POLNEAR): Bar(0.8),
    ("start-up, s", "import and load"): Bar(1.5, most=True),
    ("peak memory, MB", "a text of 5 MB"): Bar(600.0, most=True),
}


def above_baseline(ours: Iterable[Figure], baseline: Iterable[Figure]) -> list[Figure]:
    """Say how far our names are above the baseline's, where there is a bar for it."""
    theirs = {figure.key: figure.value for figure in baseline}
    return [
        Figure(ABOVE, figure.data, figure.value - theirs[figure.key])
        for figure in ours
        if figure.what == NAMES and (ABOVE, figure.data) in BARS and figure.key in theirs
    ]


def lost_by_int8(ours: Iterable[Figure], full: Iterable[Figure]) -> list[Figure]:
    """Find the most that the shipped weights lose against float32 among the figures that have a bar."""
    better = {figure.key: figure.value for figure in full}
    losses = [
        better[figure.key] - figure.value for figure in ours if figure.key in BARS and figure.key in better
    ]
    return [Figure(LOSS, "all of the above", max(losses))] if losses else []


def table(ours: Sequence[Figure], baseline: Sequence[Figure], full: Sequence[Figure]) -> str:
    """Render all figures as Markdown; with float32 beside it, if given, and what is lost against it."""
    columns = [
        {figure.key: figure.value for figure in figures} for figures in (ours, baseline, full) if figures
    ]
    heads = [
        "what",
        "data",
        "bar",
        "ours",
        *(["baseline"] if baseline else []),
        *(["float32", "lost"] if full else []),
    ]
    rows = [[*heads, "met?"]]
    keys = dict.fromkeys(figure.key for figures in (ours, baseline) for figure in figures)
    for key in keys:
        bar = BARS.get(key)
        value = columns[0].get(key) if ours else None
        met = "" if bar is None or value is None else "yes" if bar.met(value) else "no"
        values = ["" if (known := column.get(key)) is None else f"{known:.2f}" for column in columns]
        if full:
            better = columns[-1].get(key)
            values.append("" if better is None or value is None else f"{better - value:.2f}")
        rows.append([*key, "" if bar is None else str(bar), *values, met])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])
