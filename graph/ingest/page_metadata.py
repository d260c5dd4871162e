"""What a news page says about its article: JSON-LD first, then meta elements, then the page itself.

Source: the schema.org types and properties that Google's guide for publishers asks for (NewsArticle), the
Open Graph protocol with its `article:` properties, and the meta names of Dublin Core, Parsely, Sailthru and
HighWire Press.
"""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from lxml import html

from graph.ingest.cleaning import one_line
from graph.ingest.dates import parse_published
from graph.ingest.heading import split_names
from graph.ingest.urls import checked_url

_ARTICLE_TYPES = re.compile(
    r"(?:.*[/:])?(?:\w*NewsArticle|Article|Report|BlogPosting|LiveBlogPosting|\w*Posting)"
)
_TITLE_NAMES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "headline",
)
_PUBLISHER_NAMES = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_journal_title",
)
_AUTHOR_NAMES = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
    "citation_author",
)
_DATE_NAMES = (
    "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "pubdate", "publish-date", "publishdate", "publication_date", "article.published", "dc.date.issued",
    "dcterms.date", "dc.date", "citation_publication_date", "date",
)  # fmt: skip
_URL_NAMES = ("og:url", "parsely-link", "twitter:url")
_LANGUAGE_NAMES = ("og:locale", "dc.language", "content-language", "language")
_BYLINE_CLASS = re.compile(r"(?i)(?:^|[\s_-])(?:by-?line|author(?:s|-name|_name)?)(?:$|[\s_-])")
_DEEPEST = 12


class PageMetadata(NamedTuple):
    """What was found; see `graph.model.text.Article` for the fields."""

    title: str | None
    publisher: str | None
    url: str | None
    byline: tuple[str, ...]
    published: date | datetime | None
    language: str | None


def read_metadata(tree: html.HtmlElement) -> PageMetadata:
    """Collect the metadata of a page's article from all that it says, the most explicit first."""
    nodes = _linked_data(tree)
    article = next((node for node in nodes if _is_article(node)), {})
    by_id = {
        node["@id"]: node for node in reversed(nodes) if isinstance(node.get("@id"), str) and len(node) > 1
    }
    metas = _metas(tree)
    publisher = _first((*_names(article.get("publisher"), by_id), *_values(metas, _PUBLISHER_NAMES)))
    title = _first(
        (*_strings(article.get("headline")), *_strings(article.get("name")), *_values(metas, _TITLE_NAMES))
    )
    return PageMetadata(
        title=_without_outlet(title or _page_title(tree), publisher),
        publisher=publisher,
        url=_url(tree, article, metas),
        byline=_byline(tree, article, by_id, metas),
        published=_published(tree, article, metas),
        language=_language(tree, article, metas),
    )


def _linked_data(tree: html.HtmlElement) -> list[dict[str, Any]]:
    """List all objects of all JSON-LD blocks, outer before inner, blocks in the order of the page."""
    nodes: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if not (script.get("type") or "").lower().startswith("application/ld+json"):
            continue
        source = re.sub(
            r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$", "", script.text or ""
        )
        try:
            # Some content systems put raw line breaks into strings; `strict` would refuse those.
            nodes.extend(_objects(json.loads(source, strict=False), 0))
        except (ValueError, RecursionError):
            continue
    return nodes


def _objects(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in inner:
        yield from _objects(item, depth + 1)


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    has_content = any(key in node for key in ("headline", "datePublished", "author", "articleBody"))
    return has_content and any(isinstance(kind, str) and _ARTICLE_TYPES.fullmatch(kind) for kind in kinds)


def _names(value: object, by_id: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Name persons or organizations, given as text, objects, references, or lists of these."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            node = item if "name" in item else by_id.get(str(item.get("@id")), item)
            yield from _strings(node.get("name"))
        else:
            yield from _strings(item)


def _strings(value: object) -> Iterator[str]:
    """Clean the texts in a JSON-LD value; markup within them is taken off."""
    for item in value if isinstance(value, list) else [value]:
        text = item.get("@value") if isinstance(item, dict) else item
        if isinstance(text, str) and (cleaned := _plain(text)):
            yield cleaned


def _plain(text: str) -> str | None:
    """Take markup and character references out of a text that ought to have none."""
    if "<" in text or "&" in text:
        fragment = html.fragment_fromstring(text, create_parent="div")
        for element in list(fragment.iter("script", "style")):
            element.drop_tree()
        text = fragment.text_content()
    return one_line(text)


def _metas(tree: html.HtmlElement) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            for name in (element.get(attribute) or "").lower().split():
                if content and (cleaned := one_line(content)):
                    metas.setdefault(name, []).append(cleaned)
    return metas


def _values(metas: dict[str, list[str]], names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from metas.get(name, ())


def _first(values: Iterable[str]) -> str | None:
    return next(iter(values), None)


def _page_title(tree: html.HtmlElement) -> str | None:
    headings = [text for heading in tree.iter("h1") if (text := one_line(heading.text_content()))]
    if len(headings) == 1:
        return headings[0]
    return one_line(tree.findtext(".//title")) or (headings[0] if headings else None)


def _without_outlet(title: str | None, publisher: str | None) -> str | None:
    """Cut the name of the outlet off a title such as "Port reopens - Harbour Post"."""
    if title is None or publisher is None:
        return title
    cut = re.sub(rf"\s*[|·•–—-]\s*{re.escape(publisher)}\s*$", "", title, flags=re.IGNORECASE)
    return cut or title


def _url(tree: html.HtmlElement, article: dict[str, Any], metas: dict[str, list[str]]) -> str | None:
    links = [
        link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower()
    ]
    page = article.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, dict) else page
    candidates = (*links, *_values(metas, _URL_NAMES), article.get("url"), page)
    return _first(url for text in candidates if isinstance(text, str) and (url := checked_url(text)))


def _byline(
    tree: html.HtmlElement,
    article: dict[str, Any],
    by_id: dict[str, dict[str, Any]],
    metas: dict[str, list[str]],
) -> tuple[str, ...]:
    said = tuple(dict.fromkeys(_names(article.get("author"), by_id)))
    if said:
        return tuple(name for part in said for name in (split_names(part) or (part,)))
    for name in _AUTHOR_NAMES:
        values = [value for value in metas.get(name, ()) if not re.match(r"(?i)https?:|@", value)]
        if names := tuple(dict.fromkeys(name for value in values for name in split_names(value))):
            return names
    for element in tree.iter("a", "span", "p", "div", "address"):
        marks = " ".join(element.get(key) or "" for key in ("class", "rel", "itemprop"))
        if _BYLINE_CLASS.search(marks):
            text = one_line(element.text_content())
            if (
                text
                and len(text) <= 120
                and (names := split_names(re.sub(r"(?i)^(?:written )?by:?\s+", "", text)))
            ):
                return names
    return ()


def _published(
    tree: html.HtmlElement, article: dict[str, Any], metas: dict[str, list[str]]
) -> date | datetime | None:
    dates = (
        *_strings(article.get("datePublished")),
        *_values(metas, _DATE_NAMES),
        *_strings(article.get("dateCreated")),
        *(
            element.get("datetime") or element.text_content()
            for element in tree.iter("time")
            if not _is_update(element)
        ),
    )
    found = [day for text in dates if (day := parse_published(text)) is not None]
    return _most_exact(found) if found else None


def _most_exact(found: list[date | datetime]) -> date | datetime:
    """Prefer, to the first date, the same day with its time, and the same moment in the outlet's own zone.

    Content systems often write one of their two dates in UTC, where the calendar day may be another one.
    """
    first = found[0]
    moments = [item for item in found if isinstance(item, datetime)]
    if isinstance(first, datetime):
        local = (item for item in moments if item == first and item.utcoffset())
        return first if first.utcoffset() else next(local, first)
    return next((item for item in moments if item.date() == first), first)


def _is_update(element: html.HtmlElement) -> bool:
    marks = " ".join(element.get(key) or "" for key in ("class", "itemprop", "id")).lower()
    return "update" in marks or "modif" in marks


def _language(tree: html.HtmlElement, article: dict[str, Any], metas: dict[str, list[str]]) -> str | None:
    root = tree.getroottree().getroot()
    tags = (
        *_strings(article.get("inLanguage")),
        root.get("lang") or root.get("xml:lang") or "",
        *_values(metas, _LANGUAGE_NAMES),
    )
    return _first(tag.strip().replace("_", "-") for tag in tags if tag.strip())
