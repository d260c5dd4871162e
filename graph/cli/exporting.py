"""From built data to the format that somebody wants."""

from collections.abc import Iterable
from pathlib import Path

from graph.cli.options import ExportFormat
from graph.settings import Settings


def export_chunks(data: Path, form: ExportFormat) -> Iterable[str | bytes]:
    """Write built data in another format.

    Args:
        data: Output folder of a build, or a file.
        form: What to write.

    Raises:
        InputError: There is no data.
    """
    from graph.store.dataset import open_store

    dataset = open_store(data)
    if form in (ExportFormat.GRAPHML, ExportFormat.GEXF):
        from graph.view.projection import project
        from graph.view.tables import write_gexf, write_graphml

        network = project(dataset)
        return [write_graphml(network) if form is ExportFormat.GRAPHML else write_gexf(network)]
    from graph.rdf import Form, serialise

    return serialise(dataset, Form(form), base=Settings.load().base)
