"""How the program talks: data on standard output, talk on standard error, progress only to a terminal."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar

from rich.console import Console
from rich.text import Text

Item = TypeVar("Item")


class Progress(Protocol):
    """Something that wants to know how far a step is."""

    def __call__(self, items: Iterable[Item], label: str, total: int | None = None) -> Iterator[Item]:
        """Pass the items on, and show how many went by."""


def silent(items: Iterable[Item], label: str, total: int | None = None) -> Iterator[Item]:  # noqa: ARG001
    """Pass the items on and show nothing: what library calls use by default."""
    yield from items


def talk() -> Console:
    """Make a console on standard error; without markup or guessed colours: texts come from articles."""
    return Console(stderr=True, markup=False, highlight=False, emoji=False, soft_wrap=True)


def page() -> Console:
    """Make a console on standard output, for tables."""
    return Console(markup=False, highlight=False, emoji=False)


def say(message: str, style: str = "") -> None:
    """Write one line of talk."""
    talk().print(Text(plain(message), style=style))


def complain(message: str) -> None:
    """Write one red line of talk."""
    say(f"newsgraph: {message}", style="red")


def write(data: str | bytes) -> None:
    """Write data to standard output as it is, in UTF-8 whatever the locale says."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data.encode("utf-8", "replace") if isinstance(data, str) else data)
    sys.stdout.buffer.flush()


def show_progress(items: Iterable[Item], label: str, total: int | None = None) -> Iterator[Item]:
    """Pass the items on with a bar on standard error; nothing at all when that is no terminal."""
    console = talk()
    if not console.is_terminal:
        yield from items
        return
    from rich.progress import track

    yield from track(items, description=label, total=total, console=console, transient=True)


@contextmanager
def waiting(label: str) -> Iterator[None]:
    """Show a turning wheel on standard error while something runs; nothing when that is no terminal."""
    console = talk()
    if not console.is_terminal:
        yield
        return
    with console.status(Text(label)):
        yield


def plain(message: str) -> str:
    """Make a text of an article or a file name harmless to a terminal: one line, no control characters."""
    return "".join(char if char.isprintable() else " " for char in message)
