"""Which files the named paths stand for."""

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.errors import InputError, SkippedInput
from graph.ingest.cleaning import printable

PLAIN = frozenset({".txt", ".text"})
PAGES = frozenset({".html", ".htm", ".xhtml"})
RECORDS = frozenset({".json"})
RECORD_LINES = frozenset({".jsonl", ".ndjson"})
KNOWN = PLAIN | PAGES | RECORDS | RECORD_LINES
STANDARD_INPUT = Path("-")
_KNOWN_NAMES = ".txt, .html, .json, .jsonl"


def find_files(paths: Iterable[str | Path]) -> Iterator[Path | InputError]:
    """Walk what the user named, in that order, and folders in the order of names.

    Hidden files and links to folders inside a folder are passed over; files of other kinds are counted in one
    `SkippedInput` a folder. `-` comes out as `STANDARD_INPUT`.
    """
    for path in map(Path, paths):
        if path == STANDARD_INPUT:
            yield path
        elif _is_folder(path):
            yield from _walk(path)
        elif (error := _problem(path)) is not None:
            yield error
        else:
            yield path


def shown(path: Path) -> str:
    """Name a path in messages and in `Article.path`."""
    return printable(path.as_posix())


def _problem(path: Path) -> InputError | None:
    """Say why a path that is no folder cannot be read, if so."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "the name is not valid"
        link = " (a link to nothing, or to itself)" if _is_link(path) else ""
        return InputError(shown(path), f"cannot be read: {reason}{link}")
    if not stat.S_ISREG(mode):
        return InputError(
            shown(path), "is no regular file (a device, pipe or socket); use `-` for standard input"
        )
    if path.suffix.lower() not in KNOWN:
        return InputError(shown(path), f"is of no known kind; newsgraph reads {_KNOWN_NAMES}")
    return None


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def _is_link(path: Path) -> bool:
    try:
        return stat.S_ISLNK(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def _walk(folder: Path) -> Iterator[Path | InputError]:
    others: Counter[str] = Counter()
    found = failed = 0
    for item in _entries(folder):
        if isinstance(item, InputError):
            failed += 1
            yield item
        elif item.suffix.lower() not in KNOWN:
            others[item.suffix.lower() or "no suffix"] += 1
        elif (error := _problem(item)) is not None:
            failed += 1
            yield error
        else:
            found += 1
            yield item
    if others:
        kinds = ", ".join(f"{count} {printable(suffix)}" for suffix, count in sorted(others.items()))
        reason = f"{others.total()} files of other kinds were left out ({kinds})"
        yield SkippedInput(shown(folder), reason, count=others.total())
    if not found and not failed:
        yield InputError(shown(folder), f"holds no article; newsgraph reads {_KNOWN_NAMES}")


def _entries(folder: Path) -> Iterator[Path | InputError]:
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        yield InputError(shown(folder), f"cannot be read ({error.strerror})")
        return
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(path)
        elif not (entry.is_symlink() and _is_folder(path)):
            yield path
