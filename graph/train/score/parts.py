"""All that can be scored by reading, by name."""

from collections.abc import Callable, Mapping
from pathlib import Path

from graph.train.score.on_names import (
    score_conll04,
    score_crossre,
    score_politics,
    score_redocred,
    score_wikineural,
)
from graph.train.score.on_news import score_polnear
from graph.train.score.on_treebanks import score_ewt, score_gum
from graph.train.score.result import Result
from graph.train.score.subjects import Subject

Part = Callable[[Subject, Path, int | None], Result]
"""Reads a corpus of the data folder with a pipeline: all of it, or so many documents."""

PARTS: Mapping[str, Part] = {
    "ewt": score_ewt,
    "gum": score_gum,
    "politics": score_politics,
    "wikineural": score_wikineural,
    "conll04": score_conll04,
    "crossre": score_crossre,
    "redocred": score_redocred,
    "polnear": score_polnear,
}
