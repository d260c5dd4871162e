"""The committed modules are what the ontology says, and the generator refuses half-made terms."""

from pathlib import Path

import pytest

from graph import paths
from graph.vocabulary.generate import SOURCES, generate, read_ontology

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "name", ["graph/vocabulary/news.py", "graph/vocabulary/borrowed.py", "graph/model/terms.py"]
)
def test_the_committed_file_is_what_the_ontology_says(name: str) -> None:
    advice = "run `python -m scripts.generate_vocabulary`"
    assert (ROOT / name).read_text(encoding="utf-8") == generate(paths.ontology())[name], advice


def test_nothing_else_is_generated() -> None:
    assert len(generate(paths.ontology())) == 3


@pytest.mark.parametrize("missing", ["skos:definition", "ng:members"])
def test_a_term_without_its_definition_is_refused(tmp_path: Path, missing: str) -> None:
    for name in SOURCES:
        text = (paths.ontology() / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(
            text.replace(f"    {missing} ", "    rdfs:comment ", 3), encoding="utf-8"
        )
    with pytest.raises(ValueError, match=r"every (term|scheme) needs"):
        generate(tmp_path)


def test_reading_a_file_gives_its_triples() -> None:
    assert len(read_ontology(paths.ontology(), ("schemes.ttl",))) > 100
