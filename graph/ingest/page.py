"""Saved web pages: the article in them, and what they say about it. Nothing is ever fetched."""

import copy
import re
from collections.abc import Iterator

from lxml import etree, html
from trafilatura import bare_extraction

from graph.errors import InputError
from graph.ingest.cleaning import clean_characters
from graph.ingest.decoding import DecodingError, decode
from graph.ingest.draft import Draft
from graph.ingest.furniture import drop_furniture
from graph.ingest.heading import split_heading
from graph.ingest.page_metadata import read_metadata

_CHARSET = re.compile(rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""")
# Old pages part their paragraphs by two line breaks, which the main-text finder would run together.
_BREAKS = re.compile(r"(?i)(?:<br\s*/?>\s*(?:&nbsp;\s*)?){2,}")
_NOTHING = "holds no article that can be told from the rest of the page"
# Less than this, in paragraphs that end like sentences, is a teaser, a consent wall or an index page.
_FEWEST_WORDS = 25
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*$")
_INLINE = frozenset({"hi", "ref", "del", "lb"})


def read_page(data: bytes, path: str, *, title: str | None = None) -> Draft | InputError:
    """Make a draft of a saved news page.

    The main text is found by trafilatura; metadata by `read_metadata`, from JSON-LD, meta elements and the
    page.

    Args:
        data: The file.
        path: What to call it.
        title: The headline given by the user, if any.
    """
    try:
        source = _decode(data)
    except DecodingError as error:
        return InputError(path, str(error))
    tree = _parse(source)
    if tree is None:
        return InputError(path, "is no HTML page" if source.strip() else "is empty")
    metadata = read_metadata(tree)
    paragraphs = drop_furniture(_main_paragraphs(tree))
    heading = split_heading(paragraphs, first_may_be_title=False, title=title or metadata.title)
    sentences = (paragraph for paragraph in heading.paragraphs if _SENTENCE_END.search(paragraph))
    if sum(len(paragraph.split()) for paragraph in sentences) < _FEWEST_WORDS:
        return InputError(path, _NOTHING)
    return Draft(
        path=path,
        text="\n\n".join(heading.paragraphs),
        title=metadata.title,
        publisher=metadata.publisher,
        url=metadata.url,
        byline=metadata.byline or heading.byline,
        published=metadata.published or heading.published,
        language=metadata.language,
    )


def _decode(data: bytes) -> str:
    """Decode as the page declares, if it does so truly; else as any text."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = declared[1].decode("ascii").lower()
        # Browsers read Latin-1 as Windows-1252 (WHATWG Encoding Standard, 4.2).
        name = (
            "cp1252"
            if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252")
            else name
        )
        if name not in ("utf-8", "utf8", "utf-16"):
            try:
                return data.decode(name)
            except (LookupError, ValueError):
                return decode(data)
    return decode(data)


def _parse(source: str) -> html.HtmlElement | None:
    # lxml refuses a text with an encoding declaration, and NUL ends its input.
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", source).replace("\x00", "")
    source = _BREAKS.sub("</p><p>", source)
    try:
        tree = html.document_fromstring(source, parser=html.HTMLParser(huge_tree=True, encoding="utf-8"))
    except (etree.LxmlError, ValueError, TypeError):
        return None
    return tree if isinstance(tree, html.HtmlElement) else None


def _main_paragraphs(tree: html.HtmlElement) -> list[str]:
    try:
        document = bare_extraction(
            copy.deepcopy(tree),
            include_comments=False,
            include_tables=False,
            include_links=False,
            include_images=False,
            deduplicate=False,
            with_metadata=False,
        )
    except RecursionError:
        # Lists within lists, thousands deep: made to break readers, not to be read.
        return []
    body = getattr(document, "body", None)
    if body is None:
        return []
    return [cleaned for text in _texts(body) if (cleaned := clean_characters(" ".join(text.split())))]


def _texts(body: etree._Element) -> Iterator[str]:
    """Walk the blocks of trafilatura's result; text between two blocks is a block of its own."""
    pieces: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag not in _INLINE:
            yield "".join(pieces)
            pieces.clear()
        elif element.tag == "lb":
            pieces.append(" ")
        pieces.append((element.text if event == "start" else element.tail) or "")
    yield "".join(pieces)
