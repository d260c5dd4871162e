"""The ontology is found in a checkout and in an installed wheel."""

from pathlib import Path

import pytest

from graph import paths


def test_a_checkout_uses_its_own_folder() -> None:
    assert paths.ontology() == Path(__file__).resolve().parents[2] / "ontology"


def test_a_wheel_carries_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_ontology").mkdir()
    (tmp_path / "_ontology" / "newsgraph.ttl").touch()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert paths.ontology() == tmp_path / "_ontology"


def test_a_damaged_installation_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "graph")
    with pytest.raises(FileNotFoundError, match="install newsgraph again"):
        paths.ontology()
