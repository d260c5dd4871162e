"""Whatever the user names becomes articles; what cannot be read is reported in its place."""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from graph.errors import InputError, SettingsError, SkippedInput
from graph.ingest.cleaning import one_line
from graph.ingest.dates import day_in_name, parse_published
from graph.ingest.decoding import DecodingError, decode
from graph.ingest.draft import Draft
from graph.ingest.files import PAGES, PLAIN, RECORD_LINES, RECORDS, STANDARD_INPUT, find_files, shown
from graph.ingest.language import guess_language
from graph.ingest.plain import read_plain
from graph.ingest.records import read_json, read_json_lines
from graph.ingest.urls import checked_url
from graph.model.identifiers import content_id
from graph.model.text import Article

# A newspaper's whole day is about 1 MB of text; more in one article is another kind of file.
LARGEST_FILE = 64 * 1024 * 1024
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_PAGE_START = re.compile(
    rb"(?i)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.DOTALL
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the user says about the articles; it wins over what their files say."""

    published: date | datetime | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None


def read_articles(
    paths: Iterable[str | Path],
    *,
    published: str | date | datetime | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | InputError]:
    """Read articles from text files, saved pages, records, folders of them, and `-` for standard input.

    Args:
        paths: Files and folders (read recursively, in the order of names); `-` is standard input.
        published: Day or moment of publication, such as `2024-03-20`.
        publisher: Name of the outlet.
        title: Headline; only with a single file.
        url: Canonical address; only with a single file.
        language: BCP 47 tag of an English; an article is then taken to be English without a test.
        stdin: Bytes behind `-`; by default those of the process.

    Returns:
        An iterator over the articles in the order of the paths. What cannot be read comes as an `InputError`
        in its place, what is left out on purpose as its kind `SkippedInput`; the caller reports them and goes
        on.

    Raises:
        SettingsError: An option makes no sense. Raised at once, before anything is read.
    """
    named = [Path(path) for path in paths]
    if (title is not None or url is not None) and (len(named) > 1 or any(path.is_dir() for path in named)):
        msg = "--title and --url describe one article: name a single file with them"
        raise SettingsError(msg)
    given = Given(
        published=_given_date(published),
        publisher=one_line(publisher),
        title=one_line(title),
        url=_given_url(url),
        language=_given_language(language),
    )
    return _read(named, given, stdin)


def _read(paths: list[Path], given: Given, stdin: BinaryIO | None) -> Iterator[Article | InputError]:
    seen: dict[str, str] = {}
    for draft in _drafts(paths, given, stdin):
        article = draft if isinstance(draft, InputError) else finish(draft, given)
        if isinstance(article, Article):
            first = seen.setdefault(article.id, article.path)
            if first is not article.path:
                yield SkippedInput(article.path, f"is the same article as {first}")
                continue
        yield article


def _drafts(paths: list[Path], given: Given, stdin: BinaryIO | None) -> Iterator[Draft | InputError]:
    for path in find_files(paths):
        if isinstance(path, InputError):
            yield path
            continue
        try:
            if path == STANDARD_INPUT:
                yield from _from_bytes((stdin or sys.stdin.buffer).read(), "-", None, given)
            elif path.suffix.lower() in RECORD_LINES:
                with path.open("rb") as lines:
                    yield from read_json_lines(lines, shown(path))
            elif (size := path.stat().st_size) > LARGEST_FILE:
                reason = (
                    f"is too large for an article ({size // 2**20} MB; at most {LARGEST_FILE // 2**20} MB)"
                )
                yield InputError(shown(path), reason)
            else:
                yield from _from_bytes(path.read_bytes(), shown(path), path.suffix.lower(), given)
        except OSError as error:
            yield InputError(shown(path), f"cannot be read: {error.strerror or error}")


def _from_bytes(data: bytes, path: str, suffix: str | None, given: Given) -> Iterator[Draft | InputError]:
    """Read one file; `suffix` None means that its kind must be told from how it begins."""
    suffix = _kind(data) if suffix is None else suffix
    if suffix in RECORDS:
        yield from read_json(data, path)
    elif suffix in RECORD_LINES:
        yield from read_json_lines(iter(data.splitlines(keepends=True)), path)
    elif suffix in PAGES:
        # Imported here: the page reader takes half a second to load, and most runs have a use for it or none.
        from graph.ingest.page import read_page

        yield read_page(data, path, title=given.title)
    else:
        try:
            yield read_plain(decode(data), path, title=given.title)
        except DecodingError as error:
            yield InputError(path, str(error))


def _kind(data: bytes) -> str:
    if _PAGE_START.match(data[:4096]):
        return ".html"
    if re.match(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*\"|\[\s*\{)", data):
        first = data.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0].rstrip()
        return ".jsonl" if first.startswith(b"{") and first.endswith(b"}") else ".json"
    return ".txt"


def finish(draft: Draft, given: Given) -> Article | InputError:
    """Check a draft, let the user's word win, and name the article by its content."""
    if not draft.text and not draft.title:
        return InputError(draft.path, "is empty")
    if not any(char.isalpha() for char in draft.text):
        return InputError(draft.path, "has no words to read")
    language = given.language or _language(draft)
    if isinstance(language, SkippedInput):
        return language
    known = replace(
        draft,
        published=given.published or draft.published or _day_by_name(draft),
        publisher=given.publisher or draft.publisher,
        title=given.title or draft.title,
        url=given.url or draft.url,
    )
    identity = (known.publisher, known.url, known.title, known.published, known.text)
    return Article(
        id=content_id("article", *identity),
        text=known.text,
        title=known.title,
        publisher=known.publisher,
        url=known.url,
        byline=known.byline,
        published=known.published,
        language=language,
        path=known.path,
    )


def _day_by_name(draft: Draft) -> date | None:
    """Tell the day by the address of the article, or by the name of a file that holds nothing else."""
    file = Path(draft.path)
    return day_in_name(draft.url or "") or (
        day_in_name(file.name) if file.suffix.lower() in PLAIN | PAGES else None
    )


def _language(draft: Draft) -> str | SkippedInput:
    """Tell the language by a text that is long enough, else by what the file says, else English."""
    said = draft.language if draft.language and _TAG.fullmatch(draft.language) else None
    guess = guess_language(draft.text)
    if guess is None:
        if said is None or _is_english(said):
            return said or "en"
        return SkippedInput(
            draft.path, f"is marked as `{said}`; newsgraph reads English (--language en reads it anyway)"
        )
    if guess.tag == "en":
        return said if said and _is_english(said) else "en"
    return SkippedInput(
        draft.path, f"is in {guess.name}; newsgraph reads English (--language en reads it anyway)"
    )


def _is_english(tag: str) -> bool:
    return tag.lower().split("-")[0] in ("en", "eng")


def _given_date(published: str | date | datetime | None) -> date | datetime | None:
    if published is None or isinstance(published, datetime | date):
        return published
    found = parse_published(published)
    if found is None:
        msg = f"--published {published!r} is no clear date; write 2024-03-20 or 2024-03-20T09:30:00+01:00"
        raise SettingsError(msg)
    return found


def _given_url(url: str | None) -> str | None:
    if url is None:
        return None
    found = checked_url(url)
    if found is None:
        msg = f"--url {url!r} is no http or https address"
        raise SettingsError(msg)
    return found


def _given_language(language: str | None) -> str | None:
    if language is None:
        return None
    if not _TAG.fullmatch(language) or not _is_english(language):
        msg = f"--language {language!r}: newsgraph reads English; write a tag such as en or en-GB"
        raise SettingsError(msg)
    return language
