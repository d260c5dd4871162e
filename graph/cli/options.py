"""The options that commands share, with their help."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

ARTICLES = "What to read"

Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH...",
        help="Files (.txt, .html, .json, .jsonl), folders of them, or - for standard input.",
        show_default=False,
        readable=False,  # one file that cannot be read must not cost the others: reading finds it out
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="Day or moment of publication, such as 2024-03-20 or 2024-03-20T09:30:00+01:00. "
        "Without it 'Monday' or 'last week' cannot be turned into dates.",
    ),
]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Name of the newspaper or agency.")]
Title = Annotated[str | None, typer.Option(metavar="TEXT", help="Headline; for a single file only.")]
Url = Annotated[
    str | None, typer.Option(metavar="URL", help="Address of the article; for a single file only.")
]
Language = Annotated[
    str | None,
    typer.Option(metavar="TAG", help="Take the articles to be English (en, en-GB) without a test."),
]
SpacyModel = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Read with an installed spaCy pipeline, such as en_core_web_trf, instead of the shipped reader.",
    ),
]
Threads = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        min=1,
        help="Processor threads of the shipped reader; they change no result. [default: all, up to 4]",
    ),
]
Frames = Annotated[
    bool,
    typer.Option(
        "--frames",
        help="Write every predicate with its arguments (PropBank) too, in named graphs of their own.",
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Exit with 1 if anything was left out, however much was read.")
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="DIR", help="Folder to write to. [default: output]", readable=False
    ),
]
Data = Annotated[
    Path | None,
    typer.Option(
        metavar="PATH",
        help="Output folder of a build, or one .trig, .nq, .ttl or .nt file. [default: output]",
        readable=False,
    ),
]
OutputFile = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="File to write instead of standard output.", readable=False
    ),
]


# The formats are repeated here, so that help and completion need not load the code that writes them.
class QueryFormat(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class ExportFormat(StrEnum):
    """What a graph can be exported as."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"
    GRAPHML = "graphml"
    GEXF = "gexf"


def examples(*lines: str) -> str:
    """Write examples as the last paragraph of a help page, with their line breaks kept."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
