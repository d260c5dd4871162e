"""Train what finds events and who takes part, or measure it by folds of the annotated articles."""

import argparse
import json
import logging
import random
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import torch

from graph.evaluate.corpora.readers import open_text
from graph.evaluate.scorecard import Scorecard, table
from graph.extract.feature_scorer import FeatureScorer
from graph.extract.pipeline import extract
from graph.model.text import Article
from graph.read.events import EventHead
from graph.train.events.annotated import Annotated, LayerReader, read_annotated
from graph.train.events.participants import Net, all_examples, learn_participants, save_participants
from graph.train.events.triggers import (
    Head,
    Words,
    annotated_words,
    averaged,
    learn_annotated,
    learn_silver,
    save_head,
    silver_words,
)

RESOURCES = Path(__file__).resolve().parents[2] / "extract" / "resources"
# Heads that begin alike are averaged: as good as their vote, at the price of one.
_HEADS = 3
_FOLDS = 5
_LAYERS = ("triggers", "events", "roles", "places", "times", "factuality")

log = logging.getLogger(__name__)


def run(arguments: argparse.Namespace) -> None:
    """Train and write, or measure."""
    torch.set_num_threads(arguments.threads)
    reader = LayerReader(arguments.weights)
    items = list(read_annotated(arguments.gold, arguments.articles, reader))
    log.info("%d annotated articles", len(items))
    known = {item.article.text for item in items}
    start = learn_silver(Words.joined(list(_silver(arguments.data, arguments.silver, reader, known))), seed=1)
    words = [annotated_words(item) for item in items]
    log.info("%d words that name events", sum(int((part.labels > 0).sum()) for part in words))
    if arguments.folds:
        print("\n".join(_measure(items, words, start)))  # noqa: T201
        return
    head = _learn(start, words)
    save_head(head, arguments.weights, RESOURCES)
    for item in items:
        item.score(EventHead(head.arrays()))
    net = learn_participants(all_examples(items))
    save_participants(net, RESOURCES)


def _silver(data: Path, count: int, reader: LayerReader, known: set[str]) -> Iterator[Words]:
    """Yield what the rules find in news that nobody annotated."""
    with open_text(data / "attribution/polnear-train.jsonl.gz") as lines:
        records = [json.loads(line) for line in lines]
    random.Random(1).shuffle(records)  # noqa: S311
    for record in records[:count]:
        if record["text"] in known:
            continue
        published = date.fromisoformat(record["date"][:10]) if record["date"] else None
        doc, places, layers = reader(record["text"])
        yield silver_words(doc, places, layers, Article(id="a", text=record["text"], published=published))


def _learn(start: Head, words: Sequence[Words]) -> Head:
    joined = Words.joined(words)
    heads = []
    for seed in range(_HEADS):
        torch.manual_seed(seed)
        heads.append(learn_annotated(start, joined))
    return averaged(heads)


def _measure(items: Sequence[Annotated], words: Sequence[Words], start: Head) -> Iterator[str]:
    """Score each article by what was learned from the others, beside the rules alone."""
    order = list(range(len(items)))
    random.Random(1).shuffle(order)  # noqa: S311
    rules, learned = Scorecard(), Scorecard()
    nobody = FeatureScorer(Net(()).arrays())
    for fold in range(_FOLDS):
        held = order[fold::_FOLDS]
        head = _learn(start, [words[number] for number in order if number not in held])
        arrays = EventHead(head.arrays())
        for item in items:
            item.score(arrays)
        net = learn_participants(all_examples(items[number] for number in order if number not in held))
        scorer = FeatureScorer(net.arrays())
        log.info("fold %d: %s, %d features", fold + 1, head.weights(), len(net.features))
        for number in held:
            item = items[number]
            found = extract(item.doc, item.article, scorer=scorer)
            learned.add(item.gold, item.article, item.expected, found)
            item.score(None)
            found = extract(item.doc, item.article, scorer=nobody)
            rules.add(item.gold, item.article, item.expected, found)
    for line in table(learned, rules.as_json()):
        if line.strip().startswith(("layer", *_LAYERS)):
            yield line
