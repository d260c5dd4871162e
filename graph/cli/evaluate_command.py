"""The commands `evaluate` and `evaluate-corpora`: how much of what careful readers wrote down is found."""

import json
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.options import SpacyModel, Threads, examples

Show = Annotated[
    list[str] | None,
    typer.Option(metavar="LAYER", help="List what was missed (-) and surplus (+) in a layer; repeatable."),
]
ScoresFile = Annotated[Path | None, typer.Option("--json", metavar="FILE", help="Write the scores as JSON.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command(
        epilog=examples(
            "newsgraph evaluate tests/gold                               score the sample articles",
            "newsgraph evaluate tests/gold --show events --show roles    see what was missed",
            "newsgraph evaluate mine/gold mine/articles --html errors.html",
            "newsgraph evaluate tests/gold --against second-reader       how far two annotators agree",
        )
    )(evaluate)
    app.command(
        "evaluate-corpora",
        epilog=examples(
            "newsgraph evaluate-corpora DATA                             all of them (minutes)",
            "newsgraph evaluate-corpora DATA --only ecbplus --show triggers",
            "newsgraph evaluate-corpora DATA --only gum --json scores.json",
        ),
    )(evaluate_corpora)


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Gold annotation, or a folder of them.")],
    articles: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[ARTICLES]...", help="Files or folders with the articles that GOLD does not lie beside."
        ),
    ] = None,
    show: Show = None,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a page of the errors.")] = None,
    json_file: ScoresFile = None,
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Scores of another run (its --json), put beside."),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Score these annotations of the same articles instead."),
    ] = None,
    spacy_model: SpacyModel = None,
    threads: Threads = None,
) -> None:
    """Score the extraction on articles that somebody annotated by reading.

    Each layer (names, entities, events, roles, claims …) gets precision, recall and F1 with a bootstrap
    interval, end to end: what was never found counts as missed. Differences of articles whose part is
    "locked" are never shown. The format of annotations is described in docs/evaluation.md.
    """
    from graph.build import Extractor
    from graph.cli.scoring import read_baseline, score_annotations, score_extraction
    from graph.console import say, show_progress, write
    from graph.evaluate.page import page
    from graph.evaluate.scorecard import differences, table
    from graph.settings import Settings
    from graph.store.files import write_atomically

    other = read_baseline(baseline) if baseline else None
    if against is not None:
        card, absent = score_annotations(gold, articles or [], against)
    else:
        extractor = Extractor(Settings.load(spacy_model=spacy_model, threads=threads))
        card, absent = score_extraction(gold, articles or [], extractor, show_progress)
    if absent:
        say(f"{len(absent)} article(s) not at hand, left out: {', '.join(absent)}", style="yellow")
    if not card.cases:
        say("nothing to score: name the articles after GOLD", style="red")
        raise typer.Exit(1)
    write("\n".join(table(card, other)) + "\n")
    for line in differences((case for case in card.cases if case.gold.split != "locked"), show or ()):
        write(line + "\n")
    if json_file is not None:
        write_atomically(json_file, [json.dumps(card.as_json(), indent=1) + "\n"])
    if html is not None:
        write_atomically(html, page(card))
        say(f"errors in context: {html}")


def evaluate_corpora(
    data: Annotated[Path, typer.Argument(metavar="DATA", help="Folder of the public corpora.")],
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="CORPUS", help="Score this corpus; repeatable. [default: all of development]"),
    ] = None,
    show: Show = None,
    json_file: ScoresFile = None,
    spacy_model: SpacyModel = None,
    threads: Threads = None,
) -> None:
    """Score the extraction on public development data, with trivial answers beside.

    What corpora mean by their labels is not what newsgraph means by its own; docs/evaluation.md says what is
    compared with what, and how the corpora are laid out.
    """
    from graph.build import Extractor
    from graph.cli.scoring import score_corpora
    from graph.console import say, show_progress, write
    from graph.evaluate.corpora.registry import DEVELOPMENT
    from graph.evaluate.corpora.table import as_json, differences, table
    from graph.settings import Settings
    from graph.store.files import write_atomically

    extractor = Extractor(Settings.load(spacy_model=spacy_model, threads=threads))
    figures = list(score_corpora(data, only or DEVELOPMENT, extractor, show_progress))
    if extractor.omissions:
        say(f"{len(extractor.omissions)} document(s) could not be read", style="yellow")
    write("\n".join(table(figures)) + "\n")
    for line in differences(figures, show or ()):
        write(line + "\n")
    if json_file is not None:
        write_atomically(json_file, [json.dumps(as_json(figures), indent=1) + "\n"])
