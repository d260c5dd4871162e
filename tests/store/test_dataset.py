"""Opening what a build wrote, and what can be wrong with it."""

import os
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.store.dataset import find_dataset, open_store

TRIG = '<http://x/g> { <http://x/a> <http://x/p> "naïve" . }\n<http://x/a> <http://x/p> 1 .\n'


def test_opens_an_output_folder_with_its_graphs(tmp_path: Path) -> None:
    (tmp_path / "graph.trig").write_text(TRIG, encoding="utf-8")
    store = open_store(tmp_path)
    assert len(store) == 2
    assert [named.value for named in store.named_graphs()] == ["http://x/g"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.trig", TRIG),
        ("x.nq", '<http://x/a> <http://x/p> "1" <http://x/g> .\n<http://x/b> <http://x/p> "1" .\n'),
        ("X.TTL", "@prefix : <http://x/> . :a :p :b, :c ."),
        ("x.nt", '<http://x/a> <http://x/p> "1" .\n<http://x/b> <http://x/p> "1" .\n'),
    ],
)
def test_opens_single_files(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8-sig")
    assert len(open_store(tmp_path / name)) == 2


def test_each_call_gives_a_store_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "graph.trig").write_text(TRIG, encoding="utf-8")
    open_store(tmp_path).clear()
    assert len(open_store(tmp_path)) == 2


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder; run 'newsgraph build' first"):
        find_dataset(tmp_path / "nowhere")
    with pytest.raises(InputError, match=r"holds no graph\.trig; run 'newsgraph build'"):
        find_dataset(tmp_path)


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: File name too long"):
        open_store(tmp_path / ("x" * 300))


def test_a_file_of_another_kind(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text("<p>")
    with pytest.raises(InputError, match=r"expected a folder or a file ending in \.trig, \.nq"):
        open_store(tmp_path / "x.html")


def test_an_empty_data_set(tmp_path: Path) -> None:
    (tmp_path / "graph.trig").write_text("# nothing\n")
    with pytest.raises(InputError, match="holds no data"):
        open_store(tmp_path)


@pytest.mark.parametrize(
    "data", [b"<http://x/a>\n<http://x/p>", b"\xff\xfe\x00\x01", b'<http://x/a> <http://x/p> "\xff" .']
)
def test_a_damaged_data_set_is_one_line_with_its_place(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "graph.trig").write_bytes(data)
    with pytest.raises(
        InputError, match=r"graph\.trig:\d: is damaged .*run 'newsgraph build' again"
    ) as caught:
        open_store(tmp_path)
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_data_set(tmp_path: Path) -> None:
    (tmp_path / "graph.trig").write_text(TRIG, encoding="utf-8")
    (tmp_path / "graph.trig").chmod(0)
    with pytest.raises(InputError, match="cannot be read: Permission denied"):
        open_store(tmp_path)
