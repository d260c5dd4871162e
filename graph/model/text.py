"""The text layer: articles and positions in them."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A piece of `Article.text`.

    Attributes:
        start: First position, in Unicode code points.
        end: Position after the last one (half-open); never before `start`.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            msg = f"a span needs 0 <= start <= end, got {self.start}, {self.end}"
            raise ValueError(msg)

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news article as it was read.

    Attributes:
        id: Content identifier, `article-` and a hash of publisher, URL, title, date and text.
        text: The body, paragraphs parted by blank lines; all offsets count its code points.
        title: The headline, if known (not part of `text`).
        publisher: Name of the outlet, if known.
        url: Canonical address, if known.
        byline: Names of the authors.
        published: Day or aware moment of publication, if known.
        language: BCP 47 tag such as `en`.
        path: What the user named: a file, a line of a file, or `-`; not part of the identity.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    byline: tuple[str, ...] = ()
    published: date | datetime | None = None
    language: str = "en"
    path: str = ""

    @property
    def published_day(self) -> date | None:
        """The calendar day of publication, in the article's own time zone."""
        return self.published.date() if isinstance(self.published, datetime) else self.published
