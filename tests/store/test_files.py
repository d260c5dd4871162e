"""Files that appear whole or not at all."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from graph.errors import OutputError
from graph.store.files import check_folder, write_atomically, write_together


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def breaking(error: Exception) -> Iterator[str]:
    yield "half"
    raise error


def test_writes_text_and_bytes_and_makes_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "graph.ttl"
    write_atomically(path, ["naïve ", b"\xe2\x82\xac", "\n"])
    assert path.read_text(encoding="utf-8") == "naïve €\n"
    assert names(path.parent) == ["graph.ttl"]


def test_lone_surrogates_become_question_marks(tmp_path: Path) -> None:
    write_atomically(tmp_path / "x", ["a\ud800b"])
    assert (tmp_path / "x").read_bytes() == b"a?b"


def test_a_failing_producer_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("old")
    with pytest.raises(ValueError, match="no more"):
        write_atomically(path, breaking(ValueError("no more")))
    assert path.read_text() == "old"
    assert names(tmp_path) == ["x"]


def test_a_full_disk_leaves_the_old_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one", "two"):
        (tmp_path / name).write_text("old")
    write, calls = os.write, []

    def full_after_the_first(number: int, data: bytes) -> int:
        calls.append(number)
        if len(calls) > 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(number, data)

    monkeypatch.setattr(os, "write", full_after_the_first)
    with pytest.raises(OutputError, match=r"two: the disk is full; free some space"):
        write_together(tmp_path, {"one": ["new"], "two": ["new"], "three": ["new"]})
    assert names(tmp_path) == ["one", "two"]
    assert [(tmp_path / name).read_text() for name in ("one", "two")] == ["old", "old"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_device_that_is_really_full() -> None:
    with pytest.raises(OutputError, match="cannot write /dev/full: the disk is full"):
        write_atomically(Path("/dev/full"), ["words"])


def test_a_failing_rename_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one").write_text("old one")
    replace = Path.replace

    def refuse_three(self: Path, target: Path) -> Path:
        if target.name == "three":
            raise OSError(errno.EPERM, "Operation not permitted")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse_three)
    with pytest.raises(OutputError, match="three: no permission"):
        write_together(tmp_path, {"one": ["new"], "two": ["new"], "three": ["new"]})
    assert names(tmp_path) == ["one"]
    assert (tmp_path / "one").read_text() == "old one"


def test_works_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    (tmp_path / "x").write_text("old")
    write_atomically(tmp_path / "x", ["new"])
    assert (tmp_path / "x").read_text() == "new"
    assert names(tmp_path) == ["x"]


def test_writes_all_files_and_keeps_modes(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("old")
    (tmp_path / "old").chmod(0o640)
    write_together(tmp_path, {"old": ["1"], "fresh": ["2"]})
    assert [(tmp_path / name).read_text() for name in names(tmp_path)] == ["2", "1"]
    assert (tmp_path / "old").stat().st_mode & 0o777 == 0o640
    mask = os.umask(0)
    os.umask(mask)
    assert (tmp_path / "fresh").stat().st_mode & 0o777 == 0o666 & ~mask


def test_a_symbolic_link_stays(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "x").write_text("old")
    (tmp_path / "x").symlink_to(tmp_path / "real" / "x")
    write_atomically(tmp_path / "x", ["new"])
    assert (tmp_path / "x").is_symlink()
    assert (tmp_path / "real" / "x").read_text() == "new"
    assert names(tmp_path / "real") == ["x"]


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    with pytest.raises(OutputError, match="x: this is a folder; name a file"):
        write_atomically(tmp_path / "x", ["words"])
    assert names(tmp_path) == ["x"]


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("old")
    for path in (tmp_path / "x" / "y", tmp_path / "x" / "y" / "z"):
        with pytest.raises(OutputError, match="is a file, not a folder"):
            write_atomically(path, ["words"])


def test_a_folder_is_checked_without_a_trace(tmp_path: Path) -> None:
    check_folder(tmp_path / "a" / "b")
    assert names(tmp_path) == []
    (tmp_path / "x").write_text("old")
    for path in (tmp_path / "x", tmp_path / "x" / "y"):
        with pytest.raises(OutputError, match="is a file, not a folder"):
            check_folder(path)


@pytest.mark.skipif(not hasattr(os, "statvfs"), reason="needs POSIX")
def test_a_read_only_file_system_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    with pytest.raises(OutputError, match="no permission"):
        check_folder(tmp_path)
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_flag=os.ST_RDONLY))
    with pytest.raises(OutputError, match="read-only"):
        check_folder(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_and_file(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("old")
    (tmp_path / "x").chmod(0o444)
    with pytest.raises(OutputError, match="no permission"):
        write_atomically(tmp_path / "x", ["words"])
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(OutputError, match="no permission"):
            write_atomically(tmp_path / "y", ["words"])
    finally:
        tmp_path.chmod(0o755)


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="too long"):
        write_atomically(tmp_path / ("x" * 300), ["words"])
