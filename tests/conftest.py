"""What all tests share: the right package, and what to do without a trained reader or a browser."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import graph as package

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).resolve().parent.parent

# A foreign package of the same name in site-packages would win over an editable install and be tested in our place.
if Path(package.__file__).resolve().parent != ROOT / "graph":
    message = f"`graph` is {package.__file__}, not the package of this checkout: remove that other package"
    raise pytest.UsageError(message)


@pytest.fixture
def small_reader() -> "Language":
    """Give each test a small reader of its own."""
    return make_small_reader()


def make_small_reader() -> "Language":
    """Stand in for the trained reader: tokens and sentences of English, nothing else."""
    import spacy

    from graph.read.extensions import declare_extensions

    declare_extensions()
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs the trained reader where its weights are missing: all else can be tested without."""
    if any((ROOT / "graph" / "read").rglob("*.onnx")):
        return
    for item in items:
        if item.get_closest_marker("model"):
            item.add_marker(pytest.mark.skip(reason="the weights of the trained reader are missing"))
