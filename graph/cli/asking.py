"""From the words of the command line to an answer."""

import sys
from collections.abc import Sequence
from pathlib import Path

from graph.cli.options import QueryFormat
from graph.console import plain, write
from graph.errors import QueryError
from graph.paths import ontology
from graph.settings import Settings

QUERIES = "queries"


def data_path(named: Path | None) -> Path:
    """Tell where the data lies: where the user says, else where `build` writes by default."""
    return named if named is not None else Settings.load().output


def list_queries(*, missing: bool) -> None:
    """Print the ready-made queries with their questions.

    Args:
        missing: Whether the user named no query at all, which is an error of the command line.

    Raises:
        QueryError: With `missing`, after the list.
    """
    from graph.query.catalogue import load_catalogue

    for name, found in load_catalogue(ontology() / QUERIES).items():
        write(f"{name}\n    {plain(found.question)}\n")
        for parameter in found.parameters:
            write(f"    --param {parameter.name}=…    {plain(parameter.meaning)}\n")
    if missing:
        msg = "say what to ask: one of these names, a .rq file, or SPARQL"
        raise QueryError(msg)


def ask(source: str, params: Sequence[str], form: QueryFormat, data: Path, timeout: float | None) -> None:
    """Answer a query on standard output.

    Raises:
        QueryError: The query or a parameter is wrong, or it takes too long.
        InputError: There is no data.
    """
    from graph.query.catalogue import find_query
    from graph.query.render import Format, render
    from graph.query.session import Session
    from graph.store.dataset import open_store

    found = find_query(source, ontology() / QUERIES)
    values = dict(_split(param) for param in params)
    result = Session(open_store(data)).run(found, values, timeout=timeout)
    write(render(result, Format(form), color=sys.stdout.isatty()))


def _split(param: str) -> tuple[str, str]:
    name, equals, value = param.partition("=")
    if not equals or not name.strip():
        msg = f"--param {param!r}: write NAME=VALUE, such as person=Bell"
        raise QueryError(msg)
    return name.strip(), value
