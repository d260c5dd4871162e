"""The options of `python -m graph.train events`."""

import argparse
from pathlib import Path

from graph.read.component import WEIGHTS
from graph.train.events import ANNOTATIONS, ARTICLES


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the step."""
    parser.add_argument("data", type=Path, help="folder with attribution/: news for the first lessons")
    parser.add_argument(
        "--gold", type=Path, action="append", default=[ANNOTATIONS], help="more annotations; repeatable"
    )
    parser.add_argument(
        "--articles",
        type=Path,
        action="append",
        default=[ARTICLES],
        help="folder of their articles, as scripts/make_gold_articles.py writes it; repeatable",
    )
    parser.add_argument(
        "--weights", type=Path, default=WEIGHTS, help="the reader's files; events.npz is written there"
    )
    parser.add_argument("--silver", type=int, default=450, help="articles for the first lessons")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument(
        "--folds", action="store_true", help="write nothing; measure by five folds of the annotated articles"
    )


def train_events(arguments: argparse.Namespace) -> None:
    """Train and write, or measure."""
    # PyTorch is heavy.
    from graph.train.events.training import run

    run(arguments)
