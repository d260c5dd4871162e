import json
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from graph.errors import InputError, SkippedInput
from graph.ingest import read_articles
from graph.model.text import Article

BODY = (
    "Ferries began to leave the harbour of Lindholm again on Friday after crews voted to accept a pay deal.",
    "“We are glad that it is over,” said Ingrid Holm, who speaks for the union. “Nobody won.”",
    "The operator, Northern Lines, denied that it had planned to hire other crews during the strike.",
)
PARAGRAPHS = "".join(f"<p>{text}</p>\n" for text in BODY)
TEXT = "\n\n".join(BODY)
URL = "https://harbour.example/news/ferry-strike-ends"


def page(head: str = "", body: str = "", root: str = '<html lang="en">') -> str:
    return f"<!DOCTYPE html>{root}<head>{head}</head><body>{body or f'<article>{PARAGRAPHS}</article>'}</body></html>"


def linked(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def read(folder: Path, source: str | bytes, **options: str) -> Article | InputError:
    path = folder / "page.html"
    path.write_bytes(source.encode() if isinstance(source, str) else source)
    (item,) = read_articles([path], **options)  # type: ignore[arg-type]
    return item


def article(folder: Path, source: str | bytes, **options: str) -> Article:
    item = read(folder, source, **options)
    assert isinstance(item, Article), item
    return item


def test_plain_news_article_object(tmp_path: Path) -> None:
    head = linked(
        {
            "@context": "https://schema.org",
            "@type": ["NewsArticle"],
            "headline": "Ferry strike ends",
            "datePublished": "2024-05-03T07:15:00.000Z",
            "dateModified": "2024-05-04T07:15:00.000Z",
            "inLanguage": "en-GB",
            "author": [{"@type": "Person", "name": "Ada Marsh"}, {"@type": "Person", "name": "Tom Reed"}],
            "publisher": {"@type": "NewsMediaOrganization", "name": "Harbour Post"},
            "mainEntityOfPage": {"@type": "WebPage", "@id": URL},
        }
    )
    found = article(tmp_path, page(head))
    assert found.text == TEXT
    assert (found.title, found.publisher, found.url) == ("Ferry strike ends", "Harbour Post", URL)
    assert (found.byline, found.language) == (("Ada Marsh", "Tom Reed"), "en-GB")
    assert found.published == datetime(2024, 5, 3, 7, 15, tzinfo=timezone.utc)  # noqa: UP017


def test_references_inside_a_graph(tmp_path: Path) -> None:
    head = linked(
        {
            "@graph": [
                {"@type": "Organization", "@id": "#org", "name": "Harbour Post"},
                {"@type": "WebPage", "name": "Something else", "datePublished": "2001-01-01"},
                {"@type": "Person", "@id": "#ada", "name": "Ada Marsh"},
                {
                    "@type": "NewsArticle",
                    "headline": "Ferry strike ends",
                    "author": {"@id": "#ada"},
                    "publisher": {"@id": "#org"},
                    "datePublished": "2024-05-03",
                },
            ]
        }
    )
    found = article(tmp_path, page(head))
    assert (found.title, found.publisher, found.byline) == (
        "Ferry strike ends",
        "Harbour Post",
        ("Ada Marsh",),
    )
    assert found.published == date(2024, 5, 3)


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("By Ada Marsh and Tom Reed", ("Ada Marsh", "Tom Reed")),
        (["Ada Marsh", "Tom Reed"], ("Ada Marsh", "Tom Reed")),
        ({"name": ["Ada Marsh", "Tom Reed"]}, ("Ada Marsh", "Tom Reed")),
        ({"@type": "Organization", "name": "Harbour Wire"}, ("Harbour Wire",)),
        ([{"@type": "Person", "name": "<a href='/ada'>Ada Marsh</a>"}], ("Ada Marsh",)),
        ({"@id": "#nowhere"}, ()),
        (17, ()),
        (None, ()),
    ],
)
def test_authors_come_in_many_shapes(tmp_path: Path, author: object, byline: tuple[str, ...]) -> None:
    head = linked({"@type": "NewsArticle", "headline": "x", "author": author, "publisher": "Harbour Post"})
    found = article(tmp_path, page(head))
    assert (found.byline, found.publisher) == (byline, "Harbour Post")


def test_open_graph_and_meta_names(tmp_path: Path) -> None:
    head = f"""
    <title>Ferry strike ends - Harbour Post</title>
    <link rel="canonical" href="{URL}">
    <meta property="og:site_name" content="Harbour Post"><meta property="og:url" content="{URL}?share=1">
    <meta property="article:published_time" content="2024-05-03T09:15:00+02:00">
    <meta name="author" content="Ada Marsh, Transport Correspondent">
    <meta property="article:author" content="https://social.example/ada">
    """
    found = article(tmp_path, page(head))
    assert (found.title, found.publisher, found.url) == ("Ferry strike ends", "Harbour Post", URL)
    assert found.byline == ("Ada Marsh",)
    assert found.published == datetime(2024, 5, 3, 9, 15, tzinfo=timezone(timedelta(hours=2)))


def test_the_page_itself_says_it(tmp_path: Path) -> None:
    body = f"""<header><nav><a href="/">Home</a></nav></header><article><h1>Ferry strike ends</h1>
    <div class="byline">By <a rel="author">Ada Marsh</a></div>
    <time class="updated" datetime="2024-05-05">Updated 5 May</time><time>3 May 2024</time>{PARAGRAPHS}</article>"""
    found = article(tmp_path, page("<title>Ferry strike ends | Harbour</title>", body))
    assert (found.title, found.byline, found.published) == (
        "Ferry strike ends",
        ("Ada Marsh",),
        date(2024, 5, 3),
    )
    assert found.text == TEXT


def test_the_outlets_own_day_wins_over_the_same_moment_in_utc(tmp_path: Path) -> None:
    head = linked({"@type": "NewsArticle", "headline": "x", "datePublished": "2024-05-02T22:30:00+00:00"})
    head += '<meta property="article:published_time" content="2024-05-03T00:30:00+02:00">'
    assert article(tmp_path, page(head)).published_day == date(2024, 5, 3)


def test_furniture_is_no_text(tmp_path: Path) -> None:
    body = f"""
    <div class="cookie-banner"><p>We use cookies to improve your visit. You can accept or refuse all of them now.</p></div>
    <nav><ul><li><a href="/a">News</a></li><li><a href="/b">Sport</a></li></ul></nav>
    <main><article><h1>Ferry strike ends</h1>
    <div class="share"><a>Facebook</a><a>WhatsApp</a></div>{PARAGRAPHS}
    <p>Read more: The harbour that never slept</p><p>Source link</p><p>Leave a Comment</p></article>
    <section id="comments"><h3>2 comments</h3><p>bob: I was on the first boat and it was a fine trip, I must say.</p></section></main>
    <aside class="related"><a href="/x">Bridge closed until the end of June</a></aside>
    <footer>© 2024 Harbour Post. All rights reserved.</footer><script>var x = "not text";</script>
    """
    assert article(tmp_path, page(body=body)).text == TEXT


def test_headings_lists_and_quotations_are_paragraphs(tmp_path: Path) -> None:
    body = f"""<article>{PARAGRAPHS}<h2>What happens next</h2><ul><li>The board of the company meets on Tuesday.</li>
    <li>Two <b>routes</b> to the islands\n<a href="/r">stay closed</a> until then.</li></ul>
    <blockquote><p>It was a long strike, and a needless one.</p></blockquote></article>"""
    assert article(tmp_path, page(body=body)).text.split("\n\n")[3:] == [
        "What happens next",
        "The board of the company meets on Tuesday.",
        "Two routes to the islands stay closed until then.",
        "It was a long strike, and a needless one.",
    ]


def test_line_breaks_part_the_paragraphs_of_old_pages(tmp_path: Path) -> None:
    body = f"<table><tr><td><font size=2>{'<br><br>'.join(BODY)}</font></td></tr></table>"
    assert article(tmp_path, page(body=body)).text == TEXT


def test_hostile_metadata_is_plain_text_or_nothing(tmp_path: Path) -> None:
    head = linked(
        {
            "@type": "NewsArticle",
            "headline": "Ferry <script>alert(1)<\\/script><b>strike</b> &amp; ends",
            "publisher": {"name": '"Harbour" <img src=x onerror=alert(1)> Post'},
            "url": "javascript:alert(1)",
            "datePublished": "<b>2024</b>",
        }
    ).replace("<\\\\/", "<\\/")
    found = article(tmp_path, page(head + '<link rel="canonical" href="https://a.example/\'>&quot; x">'))
    assert found.title == "Ferry strike & ends"
    assert found.publisher == '"Harbour" Post'
    assert (found.url, found.published) == (None, None)


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "broken',
        "[" * 20_000,
        '{"@type": "NewsArticle", "headline": "Raw\nline break"}',
        "<!-- {} -->",
        '{"@type": 5, "headline": ["a", {"@value": 7}]}',
        "",
    ],
)
def test_broken_json_ld_does_not_lose_the_article(tmp_path: Path, script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script><title>Ferry strike ends</title>'
    found = article(tmp_path, page(head))
    assert found.title in ("Ferry strike ends", "Raw line break")
    assert found.text == TEXT


@pytest.mark.parametrize(
    "data",
    [
        page('<meta charset="iso-8859-1">').encode("cp1252"),
        page('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">').encode("cp1252"),
        page('<meta charset="utf-8">').encode("cp1252"),
        page('<meta charset="no-such-thing">').encode(),
        page().encode("utf-8-sig"),
        page('<meta charset="utf-8">').encode("utf-16"),
        b'<?xml version="1.0" encoding="UTF-8"?>' + page().encode(),
    ],
)
def test_encodings_declared_truly_and_falsely(tmp_path: Path, data: bytes) -> None:
    assert article(tmp_path, data).text == TEXT


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", "is empty"),
        (page(body="<p>Subscribe to read on.</p>"), "no article"),
        (page(body="<ul>" + "<li><a href='/x'>Rail fares rise again</a></li>" * 30 + "</ul>"), "no article"),
        ("only words, no markup", "no article"),
        (page(body="<ul><li>" * 3000), "no article"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
    ],
)
def test_pages_without_an_article(tmp_path: Path, source: str | bytes, words: str) -> None:
    error = read(tmp_path, source)
    assert isinstance(error, InputError)
    assert words in error.reason


def test_a_page_in_another_language_is_skipped(tmp_path: Path) -> None:
    text = "<p>Die Fähren fahren seit Freitag wieder, nachdem die Mannschaften für die Einigung mit der Reederei gestimmt haben.</p>"
    found = read(
        tmp_path,
        page(body=f"<article>{text}{text.replace('Freitag', 'Montag')}</article>", root='<html lang="de">'),
    )
    assert isinstance(found, SkippedInput)
    assert "German" in found.reason


def test_a_wrong_language_mark_does_not_lose_the_article(tmp_path: Path) -> None:
    assert article(tmp_path, page(root='<html lang="de">')).language == "en"


def test_options_win(tmp_path: Path) -> None:
    head = '<meta property="og:site_name" content="Wrong"><title>Ferry strike ends</title>'
    found = article(tmp_path, page(head), publisher="Right", published="2024-05-03", title="Mine")
    assert (found.publisher, found.published, found.title) == ("Right", date(2024, 5, 3), "Mine")
