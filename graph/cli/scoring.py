"""Bring gold annotations, their articles and what is to be scored together."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from graph.build import Extractor, Request
from graph.cli.questions import ask_questions
from graph.console import Progress
from graph.errors import InputError
from graph.evaluate.annotator import as_mentions
from graph.evaluate.corpora.registry import CORPORA
from graph.evaluate.corpora.task import Figure
from graph.evaluate.gold import Gold, laid_over, read_gold, text_digest
from graph.evaluate.questions import with_queries
from graph.evaluate.scorecard import FORMAT, Scorecard
from graph.gazetteer import Gazetteer
from graph.ingest import read_articles
from graph.model.knowledge import Knowledge
from graph.model.text import Article
from graph.resolve import resolve


def read_baseline(file: Path) -> dict[str, Any]:
    """Read the scores of another run.

    Raises:
        InputError: The file holds no such scores.
    """
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(str(file), f"cannot be read as JSON ({error})") from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise InputError(str(file), "holds no scores; expected what `newsgraph evaluate --json` wrote")
    return found


def score_extraction(
    source: Path, folders: Iterable[Path], extractor: Extractor, progress: Progress
) -> tuple[Scorecard, list[str]]:
    """Extract what is annotated, and score it.

    Args:
        source: A gold annotation or a folder of them.
        folders: Where articles are looked for that do not lie beside their annotation.
        extractor: What is scored.
        progress: Shows how far it is.

    Returns:
        The scores, and the names of the articles that were not found.

    Raises:
        QueryError: The query of a question cannot be run.
    """
    found = dict(find_articles(read_gold(source), folders))
    absent = [gold.name for gold, article in found.values() if article is None]
    card = Scorecard()
    files = {_file_of(article): None for _, article in found.values() if article is not None}
    wanted = {article.id: gold for gold, article in found.values() if article is not None}
    for article, mentions in extractor.run(Request(paths=tuple(files)), progress):
        gold = wanted.get(article.id)
        if gold is not None:
            expected = laid_over(gold, article.text)
            answers = ask_questions(article, mentions, with_queries(expected["questions"]))
            card.add(gold, article, expected, mentions, answers)
    return card, absent


def _file_of(article: Article) -> Path:
    """Give the file of an article; one of several records is `news.jsonl:7`."""
    path = Path(article.path)
    return path if path.exists() else Path(article.path.rpartition(":")[0])


def score_annotations(source: Path, folders: Iterable[Path], others: Path) -> tuple[Scorecard, list[str]]:
    """Score other annotations as if they had been extracted: how far two readers agree."""
    found = dict(find_articles(read_gold(source), folders))
    second = {gold.name: gold for gold in read_gold(others)}
    card, absent = Scorecard(), []
    for name, (gold, article) in found.items():
        if article is None or name not in second:
            absent.append(name)
            continue
        mentions = as_mentions(article, laid_over(second[name], article.text))
        card.add(gold, article, laid_over(gold, article.text), mentions)
    return card, absent


def find_articles(
    golds: Iterable[Gold], folders: Iterable[Path]
) -> Iterator[tuple[str, tuple[Gold, Article | None]]]:
    """Find the article of each annotation: beside it, or by the name of its file or its text elsewhere."""
    by_name: dict[str, Article] = {}
    by_text: dict[str, Article] = {}
    paths = list(folders)
    for item in read_articles(paths) if paths else ():
        if isinstance(item, Article):
            by_name[Path(item.path).stem] = item
            by_text[text_digest(item.text)] = item
    for gold in golds:
        beside = gold.path.parent / gold.article
        if beside.is_file():
            (first, *_) = read_articles([beside])
            if isinstance(first, InputError):
                raise first
            yield gold.name, (gold, first)
        else:
            yield gold.name, (gold, by_text.get(gold.digest) or by_name.get(gold.name))


def score_corpora(
    data: Path, names: Iterable[str], extractor: Extractor, progress: Progress
) -> Iterator[Figure]:
    """Extract the articles of public corpora, and score what was found.

    Args:
        data: The folder of the corpora.
        names: Which ones.
        extractor: What is scored.
        progress: Shows how far it is.

    Raises:
        InputError: There is no corpus of such a name, or its file cannot be read.
    """
    chosen = list(names)
    for name in chosen:
        if name not in CORPORA:
            raise InputError(name, f"no such corpus; known are {', '.join(CORPORA)}")
    tasks = [CORPORA[name](data) for name in chosen]
    for task in tasks:
        articles = task.articles()
        read = extractor.extract(articles, progress, len(articles))
        found = {article.id: mentions for article, mentions in read}
        knowledge = (
            resolve(articles, found.values(), gazetteer=Gazetteer.load())
            if task.across
            else Knowledge(articles=())
        )
        yield from task.figures(found, knowledge)
