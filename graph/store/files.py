"""Files that appear whole or not at all: written beside, flushed to the disk, then renamed."""

import errno
import itertools
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from graph.errors import OutputError

Chunks = Iterable[str | bytes]

_numbers = itertools.count()

_ADVICE = {
    errno.ENOSPC: "the disk is full; free some space or choose another folder",
    errno.EDQUOT: "your disk quota is used up; free some space or choose another folder",
    errno.EACCES: "no permission to write there; choose another folder or change its permissions",
    errno.EPERM: "no permission to write there; choose another folder or change its permissions",
    errno.EROFS: "the file system is read-only; choose another folder",
    errno.ENOTDIR: "a part of the path is a file, not a folder; choose another folder",
    errno.EEXIST: "a part of the path is a file, not a folder; choose another folder",
    errno.EISDIR: "this is a folder; name a file in it",
    errno.ENAMETOOLONG: "the name is too long for the file system; choose a shorter one",
}


def write_atomically(path: Path, chunks: Chunks) -> None:
    """Write one file so that readers see the old one or the whole new one, never a part.

    Folders on the way are made. A device or pipe (`/dev/stdout`) is written to directly; a symbolic link
    stays and its target is replaced.

    Args:
        path: The file to write.
        chunks: Its contents in pieces; text is encoded as UTF-8, lone surrogates become `?`.

    Raises:
        OutputError: The file cannot be written; what stood there before still stands.
    """
    with _reported(path):
        special = path.exists() and not path.is_file() and not path.is_dir()
    if special:
        with path.open("wb") as file:
            _fill(file.fileno(), path, chunks)
        return
    write_together(path.parent, {path.name: chunks})


def write_together(folder: Path, files: Mapping[str, Chunks]) -> None:
    """Write several files of one folder so that all new ones appear or all old ones stay.

    Everything is on the disk before the first name changes, so an exhausted disk or a failing producer
    of chunks changes nothing, and a failing rename is undone. Only a process killed between two renames
    can leave new and old files side by side: no file system renames two files at once.

    Args:
        folder: Where they go; made if missing.
        files: Contents by file name (see `write_atomically`), written and renamed in this order.

    Raises:
        OutputError: A file cannot be written; what stood there before still stands.
    """
    with _reported(folder):
        folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as leftovers:
        staged: list[tuple[Path, Path]] = []
        for name, chunks in files.items():
            path = folder / name
            with _reported(path):
                target = path.resolve()
                _check_replaceable(target)
                draft = _name_beside(target)
                leftovers.callback(_discard, draft)
                mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
                number = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
            try:
                _fill(number, path, chunks)
                with _reported(path):
                    if mode is not None:
                        draft.chmod(mode)
                    os.fsync(number)
            finally:
                os.close(number)
            staged.append((draft, target))
        _put_in_place(staged, leftovers)


def check_folder(folder: Path) -> None:
    """Find out, before long work and without a trace, whether a folder can be made and written to.

    Raises:
        OutputError: It cannot. (That it can is no promise: the disk may fill up.)
    """
    with _reported(folder):
        nearest = folder.absolute()
        while not nearest.exists():
            nearest = nearest.parent
        if not nearest.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "is a file")
        effective = os.access in os.supports_effective_ids
        if not os.access(nearest, os.W_OK | os.X_OK, effective_ids=effective):
            read_only = os.statvfs(nearest).f_flag & os.ST_RDONLY if hasattr(os, "statvfs") else 0
            raise OSError(errno.EROFS if read_only else errno.EACCES, "cannot be written to")


def _put_in_place(staged: list[tuple[Path, Path]], leftovers: ExitStack) -> None:
    """Rename every draft to its target; when one fails, give the names back to the old files."""
    with ExitStack() as undo:
        for draft, target in staged:
            with _reported(target):
                if target.exists():
                    kept = _name_beside(target)
                    leftovers.callback(_discard, kept)
                    try:
                        os.link(target, kept)
                    except OSError:  # file systems without hard links
                        shutil.copy2(target, kept)
                    draft.replace(target)
                    undo.callback(kept.replace, target)
                else:
                    draft.replace(target)
                    undo.callback(_discard, target)
        undo.pop_all()
    for parent in sorted({target.parent for _, target in staged}):
        # A rename is durable once its folder is flushed; some file systems cannot, and then it is not needed.
        with suppress(OSError):
            number = os.open(parent, os.O_RDONLY)
            try:
                os.fsync(number)
            finally:
                os.close(number)


def _fill(number: int, path: Path, chunks: Chunks) -> None:
    """Write all chunks to an open file; errors of the producer of chunks pass unchanged."""
    for chunk in chunks:
        data = memoryview(chunk.encode("utf-8", "replace") if isinstance(chunk, str) else chunk)
        with _reported(path):
            while data:
                data = data[os.write(number, data) :]


def _check_replaceable(target: Path) -> None:
    """Refuse folders and write-protected files, which a rename would take no notice of."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder")
    effective = os.access in os.supports_effective_ids
    if target.exists() and not os.access(target, os.W_OK, effective_ids=effective):
        raise PermissionError(errno.EACCES, "is write-protected")


def _name_beside(target: Path) -> Path:
    """Return a free, short, hidden name in the same folder, so that a rename stays in one file system."""
    while True:
        name = target.with_name(f".newsgraph-{os.getpid()}-{next(_numbers)}.part")
        if not name.exists():
            return name


def _discard(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


@contextmanager
def _reported(path: Path) -> Iterator[None]:
    """Turn an error of the operating system into one line that names the path and what to do."""
    try:
        yield
    except OSError as error:
        advice = _ADVICE.get(error.errno or 0, error.strerror or "cannot be written")
        msg = f"cannot write {path}: {advice}"
        raise OutputError(msg) from error
