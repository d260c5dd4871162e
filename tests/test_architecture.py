"""The rules of the house that no other tool checks."""

import ast
import importlib.metadata
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

LONGEST_MODULE = 400
HEAVY = (
    "spacy",
    "rdflib",
    "pyoxigraph",
    "pyshacl",
    "networkx",
    "pyvis",
    "onnxruntime",
    "pydantic",
    "rich",
    "torch",
)
HOMES = {
    "spacy": ("read", "extract", "train", "build.py"),
    "rdflib": ("vocabulary", "rdf", "store", "query", "view"),
    "oxrdflib": ("vocabulary", "rdf", "store", "query", "view"),
    "pyoxigraph": ("vocabulary", "rdf", "store", "query", "view", "build.py"),
    "pyshacl": ("vocabulary", "rdf", "store", "query", "view"),
    "networkx": ("view",),
    "pyvis": ("view",),
    "torch": ("train",),
    "typer": ("cli",),
}
"""Which parts of the package may import a library."""


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).exists()]


def sources(*folders: str) -> Iterator[tuple[Path, ast.Module]]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT), ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def test_the_layers_hold() -> None:
    command = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([str(command), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = f"import sys, graph, graph.cli; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_libraries_stay_in_their_rooms() -> None:
    strays = [
        f"{path} imports {library}"
        for path, tree in sources("graph")
        for library in sorted(set(imported(tree)) & HOMES.keys())
        if path.parts[1] not in HOMES[library]
    ]
    assert strays == []


def test_no_other_distribution_provides_graph() -> None:
    owners = set(importlib.metadata.packages_distributions().get("graph", []))
    assert owners <= {"newsgraph"}


def test_nothing_is_named_like_the_package() -> None:
    strays = []
    for path, tree in sources("graph", "tests", "scripts"):
        for node in ast.walk(tree):
            named = (
                (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id)
                or (isinstance(node, ast.arg) and node.arg)
                or (
                    isinstance(node, ast.alias)
                    and (node.asname or (node.name if "." not in node.name else ""))
                )
            )
            if named == "graph":
                strays.append(f"{path}:{getattr(node, 'lineno', '?')}")
    assert strays == []


def test_no_stray_files() -> None:
    stray = re.compile(r"(~|\.(bak|orig|rej|swp|tmp|pyc|log|ipynb)|\.DS_Store|\s\(\d\)\.\w+)$")
    assert [name for name in tracked() if stray.search(name)] == []


def test_modules_are_short() -> None:
    long = {
        name: lines
        for name in tracked()
        if name.startswith(("graph/", "scripts/")) and name.endswith(".py")
        if (lines := len((ROOT / name).read_text(encoding="utf-8").splitlines())) > LONGEST_MODULE
    }
    # made from the ontology, and as long as it is
    generated = {"graph/model/terms.py", "graph/vocabulary/news.py"}
    assert set(long) <= generated


def test_output_of_runs_is_not_kept() -> None:
    kept = {name for name in tracked() if name.startswith("output/")}
    assert {name for name in kept if not name.startswith("output/sample/")} <= {"output/README.md"}
