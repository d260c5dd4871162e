"""What can be set: `default.toml` has the values that come with the program, and says what each is for."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from importlib import resources
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from graph.errors import SettingsError


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of one run.

    Attributes:
        base: First part of the IRI of every resource; ends with `/` or `#`.
        output: Folder that is written to and read from.
        longest_article: In code points.
        batch: Articles that are read together.
        shown: Number of entities and events that a summary names.
        spacy_model: Name or path of an installed spaCy pipeline that reads in place of the shipped reader.
        frames: Whether a build writes every predicate with its arguments too.
        threads: Processor threads of the shipped reader; None for as many as there are, up to four.
    """

    base: str
    output: Path
    longest_article: int
    batch: int
    shown: int
    spacy_model: str | None = None
    threads: int | None = None
    frames: bool = False

    def __post_init__(self) -> None:
        parts = urlsplit(self.base)
        if not parts.scheme or not self.base.endswith(("/", "#")) or set(self.base) & set(' <>"{}|\\^`\n'):
            msg = f"base {self.base!r} is no address to build on; write one such as https://example.org/news/"
            raise SettingsError(msg)
        for name, value in (
            ("longest_article", self.longest_article),
            ("batch", self.batch),
            ("threads", 1 if self.threads is None else self.threads),
        ):
            if value < 1:
                msg = f"{name} is {value}; it must be at least 1"
                raise SettingsError(msg)

    @classmethod
    def load(cls, **changes: str | int | Path | None) -> Self:
        """Read `default.toml` and lay changes over it.

        Args:
            changes: Settings by name; None changes nothing.

        Raises:
            SettingsError: A setting is unknown or makes no sense.
        """
        text = resources.files("graph").joinpath("default.toml").read_text(encoding="utf-8")
        values = tomllib.loads(text) | {name: value for name, value in changes.items() if value is not None}
        return cls._from(values)

    @classmethod
    def _from(cls, values: Mapping[str, object]) -> Self:
        known = {field.name for field in fields(cls)}
        if unknown := sorted(set(values) - known):
            msg = f"unknown setting {', '.join(unknown)}; known are {', '.join(sorted(known))}"
            raise SettingsError(msg)
        texts = {name: str(values[name]) for name in ("base", "spacy_model") if name in values}
        numbers = {
            name: _number(name, values[name])
            for name in ("longest_article", "batch", "shown", "threads")
            if name in values
        }
        return cls(output=Path(str(values["output"])), frames=bool(values.get("frames")), **texts, **numbers)  # type: ignore[arg-type]


def _number(name: str, value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    msg = f"{name} is {value!r}; it must be a whole number"
    raise SettingsError(msg)
