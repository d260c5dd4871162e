"""Commands over what `build` wrote: `query`, `export` and `validate`."""

from typing import Annotated

import typer

from graph.cli.options import Data, ExportFormat, OutputFile, QueryFormat, examples


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command(
        epilog=examples(
            "newsgraph query --list",
            "newsgraph query who-leads-what",
            "newsgraph query what-did-say --param person=Bell --format csv",
            "newsgraph query question.rq --data graphs/may",
            "newsgraph query 'SELECT ?name WHERE { ?p a ng:Person ; skos:prefLabel ?name }'",
        )
    )(query)
    app.command(
        epilog=examples(
            "newsgraph export --format jsonld > graph.jsonld",
            "newsgraph export --format graphml -o graph.graphml",
        )
    )(export)
    app.command(epilog=examples("newsgraph validate", "newsgraph validate --data graphs/may && echo fine"))(
        validate
    )


def query(
    source: Annotated[
        str | None,
        typer.Argument(
            metavar="QUERY", help="SPARQL, a .rq file, or the name of a ready-made query.", show_default=False
        ),
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help="Show the ready-made queries and stop.")] = False,
    param: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=VALUE", help="Fill in a parameter of a ready-made query; repeatable."),
    ] = None,
    form: Annotated[
        QueryFormat, typer.Option("--format", "-f", help="How to write the answer.")
    ] = QueryFormat.TABLE,
    data: Data = None,
    timeout: Annotated[
        float | None, typer.Option(metavar="SECONDS", min=0.1, help="Give up after so long.")
    ] = None,
) -> None:
    """Ask the graph: in SPARQL, or with a ready-made query.

    The usual prefixes (ng:, schema:, skos:, prov:, rdfs: and others) need no declaration.
    """
    from graph.cli import asking

    if listing or source is None:
        asking.list_queries(missing=not listing)
        return
    asking.ask(source, param or [], form, asking.data_path(data), timeout)


def export(
    form: Annotated[ExportFormat, typer.Option("--format", "-f", help="What to write.")],
    output: OutputFile = None,
    data: Data = None,
) -> None:
    """Write the graph in another format.

    Triples and named graphs: trig, nquads, jsonld. Triples alone: turtle, ntriples, rdfxml. The network of
    entities, events and claims for Gephi, Cytoscape, yEd and the like: graphml, gexf.
    """
    from graph.cli import asking
    from graph.cli.exporting import export_chunks
    from graph.console import write

    chunks = export_chunks(asking.data_path(data), form)
    if output is None:
        for chunk in chunks:
            write(chunk)
        return
    from graph.store.files import write_atomically

    write_atomically(output, chunks)


def validate(data: Data = None) -> None:
    """Check the graph against the shapes of the ontology (SHACL).

    Exits with 3 when the data does not conform, and says in plain words what is wrong where.
    """
    from graph.cli.asking import data_path
    from graph.cli.checking import check

    check(data_path(data))
