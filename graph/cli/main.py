"""The program around the commands: its help page, its errors, its exit codes.

0  done
1  nothing useful could be done, or something was left out and `--strict` was given
2  the command line is wrong
3  the data does not conform to the shapes
"""

import os
import sys
from typing import Annotated

import typer

from graph import __version__
from graph.cli import build_commands, data_commands, evaluate_command
from graph.cli.options import examples
from graph.errors import NewsGraphError, OutputError, ValidationError

app = typer.Typer(
    name="newsgraph",
    no_args_is_help=True,
    rich_markup_mode=None,  # texts of articles must never be read as markup
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples(
        "newsgraph build article.txt --published 2024-03-20    read an article",
        "newsgraph query who-leads-what                        ask the graph",
        "newsgraph query --list                                see what can be asked",
        "newsgraph export --format graphml -o graph.graphml    take it elsewhere",
    ),
)
build_commands.register(app)
data_commands.register(app)
evaluate_command.register(app)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"newsgraph {__version__}")
        raise typer.Exit


@app.callback()
def newsgraph(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Read news articles and build a graph of who did what to whom, when and where, and who says so.

    Start with `build`; it writes a page to look at (graph.html) and data to query. Every fact in it leads
    back to the words that say so. Data goes to standard output, everything else to standard error.
    """


def main() -> None:
    """Run the command line; turn what newsgraph reports into one red line and an exit code."""
    _open_closed_streams()
    try:
        app(prog_name="newsgraph")
    except ValidationError as error:
        _end(error, 3)
    except NewsGraphError as error:
        _end(error, 1)
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): nothing to say.
        _drop_output()
        sys.exit(1)
    except OSError as error:
        if error.filename is not None:  # a file of newsgraph itself: a fault, to be seen whole
            raise
        _drop_output()
        what = error.strerror or str(error)
        _end(OutputError(f"cannot write to standard output: {what[:1].lower()}{what[1:]}"), 1)
    except KeyboardInterrupt:
        sys.exit(130)


def _open_closed_streams() -> None:
    """Give streams that the caller has closed (`>&-`) somewhere to go, as cron and services do that."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # Open until the end of the process, as the stream that it stands for would be.
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123


def _drop_output() -> None:
    """Keep the interpreter from flushing at exit what could not be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _end(error: NewsGraphError, code: int) -> None:
    from graph.console import complain

    complain(str(error))
    sys.exit(code)
