import io
import os
import socket
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import InputError, SettingsError, SkippedInput
from graph.ingest import read_articles
from graph.model.text import Article

STORY = (
    "The harbour of Lindholm was closed on Friday after a crane fell on the quay, the port authority said. "
    "Nobody was hurt, but it will be weeks before the ferries run again."
)


def read(*paths: object, **options: object) -> list[Article | InputError]:
    return list(read_articles(paths, **options))  # type: ignore[arg-type]


def one(*paths: object, **options: object) -> Article:
    (article,) = read(*paths, **options)
    assert isinstance(article, Article), article
    return article


def problem(*paths: object, **options: object) -> InputError:
    (error,) = read(*paths, **options)
    assert isinstance(error, InputError), error
    assert "\n" not in str(error)
    return error


def write(folder: Path, name: str, content: str | bytes = STORY) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_options_describe_a_text_file(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    article = one(
        path,
        published="2024-05-03",
        publisher="Harbour Post",
        title="Crane falls",
        url="https://harbour.example/a",
        language="en-GB",
    )
    assert article.text == STORY
    assert (article.published, article.publisher) == (date(2024, 5, 3), "Harbour Post")
    assert (article.title, article.url, article.language) == (
        "Crane falls",
        "https://harbour.example/a",
        "en-GB",
    )
    assert article.path == path.as_posix()


def test_identity_is_content_not_place(tmp_path: Path) -> None:
    first = one(write(tmp_path, "a.txt"), publisher="Harbour Post")
    elsewhere = one(write(tmp_path, "b/c.txt"), publisher="Harbour Post")
    other = one(write(tmp_path, "a.txt"), publisher="Island Post")
    assert first.id == elsewhere.id != other.id


@pytest.mark.parametrize(
    ("name", "text", "day"),
    [
        ("port-2031-05-04.txt", "The port reopened.", date(2031, 5, 4)),
        ("port-2031-05-04-2031-05-09.txt", "The port reopened.", None),
        ("port-2031-15-04.txt", "The port reopened.", None),
        ("port-2031-05-04.txt", "Port reopens\n\nMay 6, 2031\n\nThe port reopened.", date(2031, 5, 6)),
        # A file of many articles has one name.
        ("news-2031-05-04.jsonl", '{"text": "The port reopened."}', None),
        (
            "news.jsonl",
            '{"text": "It reopened.", "url": "https://a.example/2031/05/04/port"}',
            date(2031, 5, 4),
        ),
    ],
)
def test_the_day_in_a_name_counts_where_nothing_else_tells_it(
    tmp_path: Path, name: str, text: str, day: date | None
) -> None:
    (tmp_path / name).write_text(text)
    article = one(tmp_path / name)
    assert article.published == day


def test_the_users_word_wins_over_the_file(tmp_path: Path) -> None:
    path = write(
        tmp_path, "a.json", f'{{"text": "{STORY}", "publisher": "Wrong", "published": "2020-01-01"}}'
    )
    article = one(path, publisher="Right", published=datetime(2024, 5, 3, 9, tzinfo=UTC))
    assert (article.publisher, article.published_day) == ("Right", date(2024, 5, 3))


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"published": "soonish"}, "2024-03-20"),
        ({"published": "03/04/2024"}, "no clear date"),
        ({"url": "javascript:alert(1)"}, "address"),
        ({"language": "fr"}, "English"),
        ({"language": "e n"}, "English"),
    ],
)
def test_senseless_options_are_refused_at_once(options: dict[str, str], words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        read_articles(["nowhere.txt"], **options)  # type: ignore[arg-type]


def test_a_title_is_for_a_single_file(tmp_path: Path) -> None:
    for paths in ([tmp_path], ["a.txt", "b.txt"]):
        with pytest.raises(SettingsError, match="single file"):
            read_articles(paths, title="Crane falls")  # type: ignore[arg-type]


def test_folders_are_read_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/z.txt", "c/d.txt", ".hidden.txt", ".git/x.txt"):
        write(tmp_path, name, f"{name}: {STORY}")
    paths = [item.path for item in read(tmp_path) if isinstance(item, Article)]
    assert [Path(path).relative_to(tmp_path).as_posix() for path in paths] == [
        "a.txt",
        "b.txt",
        "c/d.txt",
        "c/z.txt",
    ]


def test_files_of_other_kinds_are_counted_once_a_folder(tmp_path: Path) -> None:
    for name in ("a.txt", "b.png", "c/d.csv", "c/e.csv"):
        write(tmp_path, name)
    _, note = read(tmp_path)
    assert isinstance(note, SkippedInput)
    assert (note.count, note.reason) == (3, "3 files of other kinds were left out (2 .csv, 1 .png)")


def test_duplicates_are_read_once_and_reported(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "b.txt")
    article, note = read(tmp_path)
    assert isinstance(article, Article)
    assert isinstance(note, SkippedInput)
    assert note.reason == f"is the same article as {article.path}"


def test_the_same_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    assert [type(item) for item in read(path, path)] == [Article, SkippedInput]


def test_bad_files_do_not_stop_the_good(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", b"\x89PNG\r\n\x1a\n\x00\x00")
    write(tmp_path, "b.txt")
    write(tmp_path, "c.html", "<html><body><p>Too little.</p></body></html>")
    assert [type(item) for item in read("nowhere.txt", tmp_path)] == [
        InputError,
        InputError,
        Article,
        InputError,
    ]


def test_missing_unknown_and_empty(tmp_path: Path) -> None:
    assert "No such file" in problem("nowhere.txt").reason
    assert "no known kind" in problem(write(tmp_path, "a.pdf")).reason
    assert problem(write(tmp_path, "a.txt", "")).reason == "is empty"
    assert problem(write(tmp_path, "b.txt", " \n\u200b\t\n")).reason == "is empty"
    assert problem(write(tmp_path, "c.txt", "?!... — “”")).reason == "has no words to read"
    assert problem(write(tmp_path, "d.txt", "1 2 3 4 5\n")).reason == "has no words to read"
    (tmp_path / "empty").mkdir()
    assert "holds no article" in problem(tmp_path / "empty").reason


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file_and_folder(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    path.chmod(0)
    assert "ermission denied" in problem(path).reason


def test_read_errors_come_as_reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "a.txt")

    def fail(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", fail)
    assert problem(path).reason == "cannot be read: Permission denied"


def test_links_loops_and_devices(tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "in" / "self.txt").symlink_to(tmp_path / "in" / "self.txt")
    (tmp_path / "in" / "dead.txt").symlink_to(tmp_path / "gone.txt")
    article, *errors = read(tmp_path / "in")
    assert isinstance(article, Article)
    assert [Path(error.path).name for error in errors] == ["dead.txt", "self.txt"]
    assert all("a link to nothing" in str(error) for error in errors)
    assert "no regular file" in problem("/dev/null").reason
    socket_path = tmp_path / "s.txt"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(socket_path))
        assert "no regular file" in problem(socket_path).reason


@pytest.mark.parametrize(
    "name", ["a\nb.txt", 'quote".txt', "<script>.txt", "emoji😀.txt", "x" * 300 + ".txt", "nul\0.txt"]
)
def test_strange_names_stay_in_one_line(tmp_path: Path, name: str) -> None:
    try:
        write(tmp_path, name)
    except (OSError, ValueError):
        problem(f"{tmp_path}/{name}")
    else:
        assert one(tmp_path / name).path.isprintable()


def test_undecodable_file_names_can_be_shown(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(raw)).write_text(STORY)
    assert one(tmp_path).path.encode() == (tmp_path.as_posix() + "/caf\\udce9.txt").encode()


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (STORY, None),
        (f'{{"title": "Crane falls", "text": "{STORY}"}}', "Crane falls"),
        (f'{{"title": "Crane falls",\n "text": "{STORY}"}}', "Crane falls"),
        (f'[{{"title": "Crane falls", "text": "{STORY}"}}]', "Crane falls"),
        (
            f"<!DOCTYPE html><html><body><article><h1>Crane falls</h1><p>{STORY}</p></article></body></html>",
            "Crane falls",
        ),
        (f'{{"the quay was closed}} {STORY}', None),
    ],
)
def test_standard_input_tells_its_kind_by_its_start(data: str, title: str | None) -> None:
    item = next(read_articles(["-"], stdin=io.BytesIO(data.encode())))
    if title is None and data.startswith("{"):
        assert isinstance(item, InputError)
    else:
        assert isinstance(item, Article), item
        assert (item.path[0], item.title) == ("-", title)
        assert item.text == STORY


def test_other_languages_are_skipped_unless_the_user_insists(tmp_path: Path) -> None:
    spanish = (
        "El puerto de la ciudad fue cerrado el viernes después de que una grúa cayera sobre el muelle, según la "
        "autoridad portuaria. Nadie resultó herido, pero los barcos no volverán a salir hasta dentro de un mes."
    )
    path = write(tmp_path, "a.txt", spanish)
    note = problem(path)
    assert isinstance(note, SkippedInput)
    assert "Spanish" in note.reason
    assert one(path, language="en").text == spanish


def test_text_in_five_megabytes(tmp_path: Path) -> None:
    path = write(tmp_path, "big.txt", (STORY + "\n\n") * (5 * 2**20 // len(STORY)))
    assert len(one(path).text) > 5 * 2**20 - 1000


def test_files_beyond_reason_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.ingest.articles.LARGEST_FILE", 100)
    assert "too large" in problem(write(tmp_path, "a.txt")).reason


def test_articles_come_one_by_one(tmp_path: Path) -> None:
    lines = (f'{{"text": "Ship {number} came. {STORY}"}}' for number in range(3))
    path = write(tmp_path, "a.jsonl", "\n".join(lines))
    articles: Iterator[Article | InputError] = read_articles([path])
    assert next(articles).path == f"{path.as_posix()}:1"


@given(st.text(max_size=400))
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_an_article_or_a_report(tmp_path: Path, text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    for name in ("a.txt", "a.json", "a.jsonl", "a.html"):
        for item in read(write(tmp_path, name, data)):
            assert isinstance(item, Article | InputError)
            if isinstance(item, Article):
                assert item.text == item.text.strip()
                assert all(char == "\n" or ord(char) >= 32 for char in item.text)
                assert not any("\ud800" <= char <= "\udfff" for char in item.text)


@given(st.binary(max_size=400))
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_an_article_or_a_report(tmp_path: Path, data: bytes) -> None:
    for name in ("a.txt", "a.json", "a.jsonl", "a.html"):
        assert all(isinstance(item, Article | InputError) for item in read(write(tmp_path, name, data)))


@given(st.text(max_size=300))
@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_reading_what_was_read_changes_nothing(tmp_path: Path, text: str) -> None:
    for item in read(
        write(tmp_path, "a.txt", text.encode("utf-8", "surrogatepass")), title="-", language="en"
    ):
        if isinstance(item, Article):
            again = one(write(tmp_path, "b.txt", item.text), title="-", language="en")
            assert again.text == item.text
