import json
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.ingest import read_articles
from graph.ingest.records import ArticleRecord
from graph.model.text import Article

TEXT = "The port of Lindholm reopened on Friday after a week of storms, officials said. Nobody was hurt."


def read(path: Path, content: object) -> list[Article | InputError]:
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return list(read_articles([path]))


def test_all_fields(tmp_path: Path) -> None:
    record = {
        "text": f"Port reopens\n\n{TEXT}\nShips waited.\n\nSource link",
        "title": "Port reopens",
        "publisher": "Harbour Post",
        "url": "https://harbour.example/a",
        "byline": ["Ada Marsh", "Tom Reed"],
        "published": "2024-03-20T10:15:00+01:00",
        "language": "en-GB",
        "internal_id": 17,
    }
    (article,) = read(tmp_path / "a.json", record)
    assert isinstance(article, Article)
    assert article.text == f"{TEXT}\n\nShips waited."
    assert article.published == datetime(2024, 3, 20, 10, 15, tzinfo=timezone(timedelta(hours=1)))
    assert (article.title, article.publisher, article.byline) == (
        "Port reopens",
        "Harbour Post",
        ("Ada Marsh", "Tom Reed"),
    )
    assert (article.url, article.language) == ("https://harbour.example/a", "en-GB")


def test_text_is_enough(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "a.json", {"text": TEXT})
    assert isinstance(article, Article)
    assert (article.title, article.publisher, article.published, article.byline, article.language) == (
        None,
        None,
        None,
        (),
        "en",
    )


def test_empty_members_are_unknown_ones(tmp_path: Path) -> None:
    (article,) = read(
        tmp_path / "a.json",
        {
            "text": TEXT,
            "title": " ",
            "publisher": None,
            "url": "",
            "published": "",
            "byline": "",
            "language": "",
        },
    )
    assert isinstance(article, Article)
    assert (article.title, article.url, article.published, article.byline, article.language) == (
        None,
        None,
        None,
        (),
        "en",
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({}, "`text` is missing"),
        ({"text": ""}, "`text`"),
        ({"text": 5}, "`text`"),
        ({"text": TEXT, "published": "some day"}, "'some day' is no clear date"),
        ({"text": TEXT, "published": 1710928800}, "`published`"),
        ({"text": TEXT, "url": "javascript:alert(1)"}, "no http or https address"),
        ({"text": TEXT, "url": "https://a.example/> <http://x"}, "no http or https address"),
        ({"text": TEXT, "byline": {"name": "Ada"}}, "`byline`"),
        ({"text": TEXT, "title": ["a"]}, "`title`"),
        ({"text": "  \n"}, "is empty"),
        ([], "empty array"),
        ("text", "no article record"),
        (None, "no article record"),
    ],
)
def test_bad_records_say_what_is_wrong(tmp_path: Path, value: object, words: str) -> None:
    (error,) = read(tmp_path / "a.json", value)
    assert isinstance(error, InputError)
    assert words in error.reason
    assert "\n" not in error.reason


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b'{"text": "a",', "is not JSON"),
        (b'{"text": "a\x01"}', "is not JSON (Invalid control character at column 12)"),
        (b'{"text": "a"}\n{"text": "b"}', "name it .jsonl"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"text": "caf\xe9"}', "not UTF-8"),
        (b"\x1f\x8b\x08\x00\x00", "compressed"),
    ],
)
def test_what_is_no_json(tmp_path: Path, data: bytes, words: str) -> None:
    (error,) = read(tmp_path / "a.json", data)
    assert isinstance(error, InputError)
    assert words in error.reason


def test_a_broken_line_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": f"One. {TEXT}"}).encode(),
        b"",
        b'{"text": "broken',
        json.dumps({"text": f"Two. {TEXT}"}).encode() + b"\r",
        b"\xff\xfe bad bytes",
        b'{"title": "no text"}',
    ]
    path = tmp_path / "news.jsonl"
    items = read(path, b"\xef\xbb\xbf" + b"\n".join(lines))
    assert [(type(item), item.path.rpartition("/")[2]) for item in items] == [
        (Article, "news.jsonl:1"),
        (InputError, "news.jsonl:3"),
        (Article, "news.jsonl:4"),
        (InputError, "news.jsonl:5"),
        (InputError, "news.jsonl:6"),
    ]


def test_records_of_an_array_are_numbered(tmp_path: Path) -> None:
    first, second = read(tmp_path / "a.json", [{"text": TEXT}, {"title": "x"}])
    assert (first.path[-9:], second.path[-9:]) == ("a.json[1]", "a.json[2]")


def test_hostile_values_are_only_text(tmp_path: Path) -> None:
    title = 'Port <script>alert(1)</script> """ . <http://x> \u0000\ud800'
    (article,) = read(tmp_path / "a.json", {"text": TEXT, "title": title, "publisher": "A\nB"})
    assert isinstance(article, Article)
    assert article.title == 'Port <script>alert(1)</script> """ . <http://x> \ufffd'
    assert article.publisher == "A B"


def test_the_document_names_every_member() -> None:
    page = (Path(__file__).parent.parent.parent / "docs" / "input.md").read_text("utf-8")
    assert all(f"`{name}`" in page for name in ArticleRecord.model_fields)


def test_a_day_alone(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "a.json", {"text": TEXT, "published": "March 20, 2024"})
    assert isinstance(article, Article)
    assert article.published == date(2024, 3, 20)
