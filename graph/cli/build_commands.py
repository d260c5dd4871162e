"""Commands that read articles: `build` and `extract`."""

import typer

from graph.cli.options import (
    Frames,
    Language,
    Output,
    Paths,
    Published,
    Publisher,
    SpacyModel,
    Strict,
    Threads,
    Title,
    Url,
    examples,
)


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command(
        epilog=examples(
            "newsgraph build articles/",
            "newsgraph build story.txt --published 2024-03-20 --publisher 'The Harbour Post'",
            "newsgraph build saved-page.html archive.jsonl -o graphs/may",
            "curl -s https://example.org/story | newsgraph build -",
        )
    )(build)
    app.command(
        epilog=examples(
            "newsgraph extract story.txt --published 2024-03-20",
            "newsgraph extract articles/ | jq -c '.mentions.claims[]'",
        )
    )(extract)


def build(
    paths: Paths,
    output: Output = None,
    published: Published = None,
    publisher: Publisher = None,
    title: Title = None,
    url: Url = None,
    language: Language = None,
    spacy_model: SpacyModel = None,
    threads: Threads = None,
    frames: Frames = False,
    strict: Strict = False,
) -> None:
    """Read articles and write their graph.

    Four files: graph.html to look at, graph.ttl and graph.trig to query and take elsewhere, report.json. They
    are replaced together or not at all. What cannot be read is named and left out; the rest is built.
    """
    from graph import build as stages
    from graph.cli.report_view import exit_code, show_report
    from graph.console import show_progress
    from graph.settings import Settings

    settings = Settings.load(output=output, spacy_model=spacy_model, threads=threads, frames=frames)
    request = stages.Request(tuple(paths), published, publisher, title, url, language)
    report = stages.build(request, settings, progress=show_progress)
    show_report(report)
    raise typer.Exit(exit_code(report.omissions, useful=bool(report.files), strict=strict))


def extract(
    paths: Paths,
    published: Published = None,
    publisher: Publisher = None,
    title: Title = None,
    url: Url = None,
    language: Language = None,
    spacy_model: SpacyModel = None,
    threads: Threads = None,
    strict: Strict = False,
) -> None:
    """Print what the words of articles say, as JSON.

    One article a line, with the offsets of all words. Nothing is merged across articles. The format is
    described in docs/extraction-format.md.
    """
    from graph import build as stages
    from graph.cli.report_view import exit_code, show_omissions
    from graph.console import show_progress, write
    from graph.extraction_format import to_line
    from graph.settings import Settings

    extractor = stages.Extractor(Settings.load(spacy_model=spacy_model, threads=threads))
    request = stages.Request(tuple(paths), published, publisher, title, url, language)
    lines = 0
    for lines, found in enumerate(extractor.run(request, show_progress), start=1):  # noqa: B007 - counted below
        write(to_line(*found) + "\n")
    show_omissions(extractor.omissions)
    raise typer.Exit(exit_code(extractor.omissions, useful=lines > 0, strict=strict))
