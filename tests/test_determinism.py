"""The same input gives the same bytes, in another process and under another hash seed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

FILES, FORMATS = 4, 8

PROGRAM = """
import sys
from pathlib import Path
from graph import build as stages
from graph.cli.exporting import export_chunks
from graph.cli.options import ExportFormat
from graph.settings import Settings
*paths, folder = map(Path, sys.argv[2:])
nlp = None
if sys.argv[1] == "small":
    from tests.conftest import make_small_reader
    from tests.test_build import names_only
    stages.extract = names_only
    nlp = make_small_reader()
stages.build(stages.Request(tuple(paths)), Settings.load(output=folder), nlp=nlp)
for form in ExportFormat:
    chunks = (one.encode() if isinstance(one, str) else one for one in export_chunks(folder, form))
    (folder / f"export.{form}").write_bytes(b"".join(chunks))
"""


def build_under(seed: int, reader: str, paths: list[str], output: Path) -> dict[str, bytes]:
    subprocess.run(
        [sys.executable, "-c", PROGRAM, reader, *paths, str(output)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
        check=True,
    )
    return {path.name: path.read_bytes() for path in sorted(output.iterdir())}


@pytest.mark.parametrize(
    ("reader", "paths"),
    [
        ("small", ["samples/belmira-strike-wire.json", "samples/belmira-strike-broadcaster.html"]),
        pytest.param("trained", ["samples"], marks=pytest.mark.model),
    ],
)
def test_two_builds_are_the_same_bytes(reader: str, paths: list[str], tmp_path: Path) -> None:
    first = build_under(1, reader, paths, tmp_path / "first")
    second = build_under(4242, reader, paths, tmp_path / "second")
    assert len(first) == FILES + FORMATS
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
