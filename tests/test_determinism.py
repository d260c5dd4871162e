"""The same input gives the same bytes, in another process and under another hash seed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SMALL = """
import sys
from pathlib import Path
import spacy
from graph import build as stages
from graph.read.extensions import declare_extensions
from graph.settings import Settings
from tests.test_build import names_only
stages.extract = names_only
declare_extensions()
nlp = spacy.blank("en")
nlp.add_pipe("sentencizer")
stages.build(stages.Request((Path(sys.argv[1]),)), Settings.load(output=Path(sys.argv[2])), nlp=nlp)
"""
TRAINED = """
import sys
from pathlib import Path
from graph import build as stages
from graph.settings import Settings
stages.build(stages.Request((Path(sys.argv[1]),)), Settings.load(output=Path(sys.argv[2])))
"""
EXPORTS = """
import sys
from pathlib import Path
from graph.cli.exporting import export_chunks
from graph.cli.options import ExportFormat
folder = Path(sys.argv[2])
for form in ExportFormat:
    chunks = export_chunks(folder, form)
    data = (chunk.encode() if isinstance(chunk, str) else chunk for chunk in chunks)
    (folder / f"export.{form}").write_bytes(b"".join(data))
"""


def build_under(seed: int, program: str, output: Path) -> dict[str, bytes]:
    for code in (program, EXPORTS):
        subprocess.run(
            [sys.executable, "-c", code, "samples", str(output)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            check=True,
        )
    return {path.name: path.read_bytes() for path in sorted(output.iterdir())}


@pytest.mark.parametrize(
    "program", [pytest.param(SMALL, id="small"), pytest.param(TRAINED, id="trained", marks=pytest.mark.model)]
)
def test_two_builds_are_the_same_bytes(program: str, tmp_path: Path) -> None:
    first = build_under(1, program, tmp_path / "first")
    second = build_under(4242, program, tmp_path / "second")
    assert len(first) == 4 + 8
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
