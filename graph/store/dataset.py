"""Reading what a build wrote back into an Oxigraph store."""

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from graph.errors import InputError

#: What `newsgraph build` writes; the source of truth for queries and exports.
DATASET_NAME = "graph.trig"

_FORMATS = {
    ".trig": RdfFormat.TRIG,
    ".nq": RdfFormat.N_QUADS,
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
}


def find_dataset(path: Path) -> Path:
    """Tell which file holds the data: `path` itself, or `graph.trig` in the folder `path`.

    Raises:
        InputError: There is no such file or folder, or nothing was built into the folder.
    """
    with _readable(path):
        if path.is_dir():
            dataset = path / DATASET_NAME
            if not dataset.is_file():
                raise InputError(str(path), f"holds no {DATASET_NAME}; run 'newsgraph build' into it first")
            return dataset
        if not path.exists():
            raise InputError(
                str(path), "no such file or folder; run 'newsgraph build' first, or name its output"
            )
        if path.suffix.lower() not in _FORMATS:
            known = ", ".join(_FORMATS)
            raise InputError(str(path), f"of no known kind; expected a folder or a file ending in {known}")
        return path


def open_store(path: Path) -> Store:
    """Load a built output folder, or one `.trig`, `.nq`, `.ttl` or `.nt` file, into a store in memory.

    Args:
        path: The output folder of a build, or a file.

    Returns:
        A store of the caller's own, with the graphs as they stand in the file.

    Raises:
        InputError: Nothing is there, it cannot be read, is no valid RDF, or holds no data.
    """
    dataset = find_dataset(path)
    store = Store()
    with _readable(dataset):
        data = dataset.read_bytes().removeprefix(codecs.BOM_UTF8)
        store.bulk_load(data, format=_FORMATS[dataset.suffix.lower()])
    if not len(store):
        raise InputError(str(dataset), "holds no data; run 'newsgraph build' on some articles first")
    return store


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Turn what goes wrong with a file into one line that names it and says what to do."""
    try:
        yield
    except SyntaxError as error:
        raise InputError(_place(path, error), _reason(error)) from error
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}; check the file and its permissions"
        raise InputError(str(path), reason) from error


def _place(dataset: Path, error: SyntaxError) -> str:
    return f"{dataset}:{error.lineno}" if error.lineno else str(dataset)


def _reason(error: SyntaxError) -> str:
    """Put the parser's complaint on one line of bearable length."""
    what = " ".join(str(error.msg).split())
    short = what if len(what) <= 160 else what[:159] + "…"
    return f"is damaged or no valid RDF ({short}); run 'newsgraph build' again"
