"""All stages together, on a small stand-in for the reader and, marked `model`, on the trained one."""

import errno
import io
import json
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from graph import build as stages
from graph.build import Request, build
from graph.console import Item
from graph.errors import OutputError, ReaderError, SettingsError
from graph.model.mentions import DocumentMentions, EntityMention
from graph.model.terms import EntityKind, MentionForm
from graph.model.text import Article, Span
from graph.report import BuildReport
from graph.settings import Settings

FILES = ["graph.html", "graph.trig", "graph.ttl", "report.json"]
STORY = (
    "The mayor of Cora, Ann Bell, said on Monday that the harbour would be closed for a week. "
    "Workers at the harbour, who had asked for higher pay since the winter, said that they would go on."
)


def names_only(doc: Doc, article: Article, *, reader: str = "") -> DocumentMentions:
    """Stand in for the extraction: every capitalised token is a person, whatever the tagger says."""
    entities = [
        EntityMention(
            id=f"m{token.i}",
            span=(span := Span(token.idx, token.idx + len(token))),
            head=span,
            kind=EntityKind.PERSON,
            form=MentionForm.NAME,
            chain=f"c{token.i}",
            confidence=0.5,
            method="test.capitals",
        )
        for token in doc
        if token.text[:1].isupper()
    ]
    sentences = tuple(Span(sentence.start_char, sentence.end_char) for sentence in doc.sents)
    return DocumentMentions(article=article.id, reader=reader, sentences=sentences, entities=tuple(entities))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.load(output=tmp_path / "out")


@pytest.fixture
def run(
    settings: Settings, small_reader: Language, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., BuildReport]:
    monkeypatch.setattr(stages, "extract", names_only)

    def call(*paths: Path, **options: Any) -> BuildReport:
        return build(Request(paths, **options), settings, nlp=small_reader)

    return call


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "story.txt"
    path.parent.mkdir()
    path.write_text(STORY, encoding="utf-8")
    return path


def written(settings: Settings) -> list[str]:
    return sorted(path.name for path in settings.output.iterdir()) if settings.output.exists() else []


def test_an_article_goes_in_and_four_files_come_out(
    run: Callable[..., BuildReport], settings: Settings, story: Path
) -> None:
    report = run(story, published="2024-05-06")
    assert written(settings) == FILES
    assert report.counts["articles"] == 1
    assert report.counts["entities.Person"] == report.counts["entities"] > 0
    assert not report.omissions
    assert not report.warnings
    assert report.reader == "en_pipeline 0.0.0"
    assert set(report.seconds) == {"read", "extract", "resolve", "graph", "write"}
    record = json.loads((settings.output / "report.json").read_text(encoding="utf-8"))
    assert record["articles"][0]["published"] == "2024-05-06"
    assert "seconds" not in record
    assert "Bell" in (settings.output / "graph.ttl").read_text(encoding="utf-8")


def test_a_missing_date_is_a_warning(run: Callable[..., BuildReport], story: Path) -> None:
    (warning,) = run(story).warnings
    assert warning.startswith(str(story))
    assert "--published" in warning


def test_standard_input_is_read(run: Callable[..., BuildReport]) -> None:
    assert run(Path("-"), stdin=io.BytesIO(STORY.encode())).counts["articles"] == 1


def bad_files(folder: Path) -> dict[str, Path]:
    """One file of each kind of badness, none of which is an article."""
    content: dict[str, bytes] = {
        "empty.txt": b"",
        "blank.txt": b" \n\t\n ",
        "binary.txt": bytes(range(256)) * 40,
        "punctuation.txt": "?!… — “” ,,,, ...\n\n***".encode(),
        "page.html": b"<html><head><title>x</title></head><body><nav><a href='/'>Home</a></nav></body></html>",
        "broken.jsonl": b'{"text": "half a rec',
        "broken.json": b"{]",
        "long.txt": ("The harbour was closed. " * 50_000).encode(),
        "german.txt": ("Die Bürgermeisterin sagte am Montag, dass der Hafen für eine Woche geschlossen werde, "
                       "weil die Arbeiter seit dem Winter einen höheren Lohn verlangen. ").encode() * 3,
    }  # fmt: skip
    paths = {"missing.txt": folder / "missing.txt"}
    for name, data in content.items():
        paths[name] = folder / name
        paths[name].write_bytes(data)
    return paths


BAD = ["missing.txt", "empty.txt", "blank.txt", "binary.txt", "punctuation.txt", "page.html", "broken.jsonl",
       "broken.json", "long.txt", "german.txt"]  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_input_alone_is_named_and_nothing_is_written(
    run: Callable[..., BuildReport], settings: Settings, tmp_path: Path, name: str
) -> None:
    path = bad_files(tmp_path)[name]
    report = run(path)
    (omission,) = report.omissions
    assert omission.path.startswith(str(path))
    assert omission.reason
    assert "\n" not in omission.reason
    assert omission.kind in ("unreadable", "skipped")
    assert report.files == ()
    assert written(settings) == []


def test_bad_input_does_not_cost_the_other_articles(
    run: Callable[..., BuildReport], settings: Settings, tmp_path: Path, story: Path
) -> None:
    report = run(*bad_files(tmp_path).values(), story)
    assert report.counts["articles"] == 1
    assert len(report.omissions) == len(BAD)
    assert written(settings) == FILES


def test_an_unreadable_file_is_named(run: Callable[..., BuildReport], tmp_path: Path, story: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    locked = tmp_path / "locked.txt"
    locked.write_text(STORY, encoding="utf-8")
    locked.chmod(0)
    (omission,) = run(locked, story).omissions
    assert omission.path == str(locked)


HOSTILE = {
    "emoji": "🔥🔥 Ann Bell 🎉 said 👩‍👩‍👧‍👦 “great!!! 🇦🇶” — and then Bram Tal left 🚢.",
    "odd quotes": "“Ann Bell said “we will not go. 'Bram Tal\" answered ”that it was «late.",
    "control characters": "Ann\x00 Bell\x07 said\x1b[31m that\x9f Bram\u202e Tal had left\u2028 the harbour.",
    "script": "Ann <script>alert('Bell')</script> and <img src=x onerror=alert(1)> Tal met in Cora.",
    "turtle": 'Ann "Bell" said \\" . } <http://x> a ng:Person ; """ Tal\\u0000 @prefix : <> . # in Cora',
    "sparql": "Ann Bell' } ; DROP ALL ; INSERT DATA { <a> <b> <c> } # said Bram Tal in Cora.",
    "one long word": "Ann Bell said " + "A" * 20_000 + " to Bram Tal.",
    "wrong encoding": "Señora Ann Bell said the café in Cora was closed — “für immer”.",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_is_text(
    run: Callable[..., BuildReport], settings: Settings, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "story.txt"
    encoding = "cp1252" if kind == "wrong encoding" else "utf-8"
    path.write_bytes(HOSTILE[kind].encode(encoding))
    report = run(path, published="2024-05-06", language="en")
    assert report.counts["articles"] == 1, report.omissions
    assert written(settings) == FILES
    page = (settings.output / "graph.html").read_text(encoding="utf-8")
    assert "<script>alert(" not in page
    assert "<img src=x" not in page
    from graph.query.session import Session
    from graph.store.dataset import open_store

    rows = Session(open_store(settings.output)).run("SELECT ?e { ?e a ng:Person }")
    assert len(rows.rows) == report.counts["entities.Person"]  # type: ignore[union-attr]


def test_hostile_file_names_are_text(
    run: Callable[..., BuildReport], settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "<script>alert('x')<script> \x1b[31m\n.txt"
    path.write_text(STORY, encoding="utf-8")
    assert run(path).counts["articles"] == 1
    assert "<script>alert('x')" not in (settings.output / "graph.html").read_text(encoding="utf-8")


def test_a_fault_in_one_article_does_not_cost_the_others(
    run: Callable[..., BuildReport], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, story: Path
) -> None:
    def faulty(doc: Doc, article: Article, *, reader: str) -> DocumentMentions:
        if "Bang" in article.text:
            raise ZeroDivisionError("one\ntwo")
        return names_only(doc, article, reader=reader)

    monkeypatch.setattr(stages, "extract", faulty)
    bad = tmp_path / "bad.txt"
    bad.write_text("Bang said the harbour and then it was closed for a week.", encoding="utf-8")
    report = run(bad, story)
    (omission,) = report.omissions
    assert omission.kind == "failed"
    assert omission.path == str(bad)
    assert "ZeroDivisionError: one two" in omission.reason
    assert report.counts["articles"] == 1


def test_a_fault_of_the_reader_in_one_article_does_not_cost_the_others(
    run: Callable[..., BuildReport], small_reader: Language, tmp_path: Path, story: Path
) -> None:
    def stumble(doc: Doc) -> Doc:
        if "Bang" in doc.text:
            raise ZeroDivisionError
        return doc

    Language.component("stumble", func=stumble)
    small_reader.add_pipe("stumble")
    bad = tmp_path / "bad.txt"
    bad.write_text("Bang said the harbour and then it was closed for a week.", encoding="utf-8")
    report = run(bad, story)
    assert [one.kind for one in report.omissions] == ["failed"]
    assert report.counts["articles"] == 1


def test_a_full_disk_leaves_the_old_files(
    run: Callable[..., BuildReport],
    settings: Settings,
    story: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run(story)
    before = {name: (settings.output / name).read_bytes() for name in FILES}
    other = tmp_path / "other.txt"
    other.write_text(STORY.replace("Bell", "Vane"), encoding="utf-8")
    real, room = os.write, iter(range(3))

    def short(number: int, data: Any) -> int:
        if next(room, None) is None:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(number, data)

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", short)
        with pytest.raises(OutputError, match="disk is full"):
            run(other)
    assert {path.name: path.read_bytes() for path in settings.output.iterdir()} == before


def test_a_folder_that_cannot_be_written_is_one_line(
    run: Callable[..., BuildReport], settings: Settings, story: Path
) -> None:
    settings.output.write_text("a file is in the way", encoding="utf-8")
    with pytest.raises(OutputError) as caught:
        run(story)
    assert str(settings.output) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_that_cannot_be_written_is_found_out_before_reading(
    settings: Settings, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Settings) -> Language:
        raise AssertionError("opened")

    monkeypatch.setattr(stages, "open_reader", refuse)
    settings.output.write_text("a file is in the way", encoding="utf-8")
    with pytest.raises(OutputError):
        build(Request((story,)), settings)


def test_nonsense_is_refused_before_anything_is_read(run: Callable[..., BuildReport], story: Path) -> None:
    with pytest.raises(SettingsError):
        run(story, published="some day")


def test_no_reader_is_opened_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Settings) -> Language:
        raise AssertionError("opened")

    monkeypatch.setattr(stages, "open_reader", refuse)
    assert build(Request((tmp_path / "missing.txt",)), Settings.load(output=tmp_path / "out")).files == ()


def test_an_unknown_spacy_pipeline_is_one_line(story: Path, tmp_path: Path) -> None:
    settings = Settings.load(output=tmp_path / "out", spacy_model="en_no_such_model")
    with pytest.raises(ReaderError, match="en_no_such_model") as caught:
        build(Request((story,)), settings)
    assert "\n" not in str(caught.value)


def test_articles_stream_and_progress_sees_them(
    settings: Settings, small_reader: Language, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stages, "extract", names_only)
    seen: list[object] = []

    def watch(items: Iterable[Item], label: str, total: int | None = None) -> Iterator[Item]:
        for item in items:
            seen.append((label, total))
            yield item

    build(Request((story,)), settings, nlp=small_reader, progress=watch)
    assert seen == [("Reading", None)]
