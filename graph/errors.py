"""What can go wrong, as one small tree.

NewsGraphError
├── SettingsError     an option or settings file makes no sense
├── InputError        a file or record cannot be read as an article
│   └── SkippedInput  is readable, but left out on purpose (a duplicate, another language)
├── ReaderError       the language model cannot be loaded
├── OutputError       results cannot be written
├── QueryError        a query is wrong or cannot be run
└── ValidationError   data does not conform to the shapes

Each message says what is wrong, where, what was expected and what to do, in one line.
"""


class NewsGraphError(Exception):
    """Anything that newsgraph reports to its user in one line."""


class SettingsError(NewsGraphError):
    """An option or a settings file makes no sense."""


class InputError(NewsGraphError):
    """A file or record cannot be read as an article.

    Attributes:
        path: What the user named, with the line for records of a file (`news.jsonl:7`).
        reason: What is wrong and what to do.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class SkippedInput(InputError):  # noqa: N818 - it is no error
    """Something readable that is left out on purpose: a duplicate, another language, files of other kinds.

    Attributes:
        count: How many files or records this stands for.
    """

    def __init__(self, path: str, reason: str, *, count: int = 1) -> None:
        super().__init__(path, reason)
        self.count = count


class ReaderError(NewsGraphError):
    """The language model cannot be loaded."""


class OutputError(NewsGraphError):
    """Results cannot be written."""


class QueryError(NewsGraphError):
    """A query is wrong or cannot be run."""


class ValidationError(NewsGraphError):
    """Data does not conform to the shapes."""
