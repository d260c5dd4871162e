"""The knowledge layer: what the articles together say of the world.

Everything points at evidence; identifiers are content hashes and become the last path segment of an IRI.
"""

from dataclasses import dataclass
from datetime import date

from graph.model.terms import (
    EntityKind,
    EventRelation,
    EventType,
    Factuality,
    MentionForm,
    MergeReason,
    RelationStatus,
    RelationType,
    Role,
    SpeechKind,
    Stance,
    TimeGrain,
)
from graph.model.text import Article, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The exact words that say so.

    Attributes:
        article: Id of the article.
        span: The words themselves.
        sentence: The sentence (or sentences) around them.
        method: The rule or model head that read them.
        confidence: In [0, 1].
    """

    article: str
    span: Span
    sentence: Span
    method: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerLink:
    """A place in GeoNames: id, latitude and longitude in degrees (WGS 84), ISO 3166 country code."""

    geonames: int
    latitude: float
    longitude: float
    country: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something. `name` is the fullest name; `aliases` the others, sorted."""

    id: str
    kind: EntityKind
    form: MentionForm
    name: str
    aliases: tuple[str, ...] = ()
    count: int | None = None
    link: GazetteerLink | None = None
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        _need_evidence(self.id, self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A stretch of days, both ends inclusive, either end open; with its TIMEX3 value."""

    begin: date | None
    end: date | None
    grain: TimeGrain
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A counted or measured value, with evidence; see `QuantityMention` for the fields."""

    id: str
    minimum: float | None
    maximum: float | None
    unit: str
    what: str
    approximate: bool
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        _need_evidence(self.id, self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """An entity or event (by id) takes a role in an event."""

    role: Role
    participant: str
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        _need_evidence(self.participant, self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The text joins an event to another (by id)."""

    relation: EventRelation
    event: str
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        _need_evidence(self.event, self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """That one of several articles tells of an event; `factuality` is how it presents it."""

    id: str
    article: str
    factuality: Factuality
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        _need_evidence(self.id, self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happens, or is said to. `places` are entity ids; `factuality` is the texts' view.

    Where several articles tell of it, `reports` has one for each, in order of publication.
    """

    id: str
    type: EventType
    label: str
    participants: tuple[Participation, ...] = ()
    places: tuple[str, ...] = ()
    time: Interval | None = None
    quantities: tuple[Quantity, ...] = ()
    links: tuple[Link, ...] = ()
    factuality: Factuality
    reports: tuple[Report, ...] = ()
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        _need_evidence(self.id, self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A lasting relation. `value` is the office of a `holdsPosition`; `object` the other entity's id."""

    id: str
    subject: str
    predicate: RelationType
    object: str | None
    value: str | None = None
    status: RelationStatus
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        _need_evidence(self.id, self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Somebody (`speaker`, an entity id) says `content`, in `article`; `about` are ids of what it is on."""

    id: str
    article: str
    speaker: str | None
    cue: str
    content: str
    speech: SpeechKind
    stance: Stance
    addressee: str | None = None
    date: Interval | None = None
    about: tuple[str, ...] = ()
    nested: tuple[str, ...] = ()
    disputes: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        _need_evidence(self.id, self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameArgument:
    """What fills a role of a predicate: PropBank label, words, and the id of an entity or event if any."""

    label: str
    words: str
    filler: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A predicate in its PropBank sense; `event` is the id of the event that it tells of, if any."""

    id: str
    article: str
    roleset: str
    event: str | None = None
    arguments: tuple[FrameArgument, ...] = ()
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        _need_evidence(self.id, self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """The decision that two mentions, mostly of two articles, stand for one entity or event (`merged`).

    `score` is how likely that is, in [0, 1]; `joined` are the mentions.
    """

    id: str
    merged: str
    reasons: tuple[MergeReason, ...]
    score: float
    joined: tuple[Evidence, Evidence]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """An article (`copy`) that prints the text of another (`original`, the first to do so); both are ids.

    `share` is the part of its words that stand in the original too.
    """

    copy: str
    original: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """All articles and all that they say. Every tuple is sorted by id.

    `quantities` are those that belong to no event; the others stand with their events.
    """

    articles: tuple[Article, ...]
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    facts: tuple[Fact, ...] = ()
    claims: tuple[Claim, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    frames: tuple[Frame, ...] = ()
    merges: tuple[Merge, ...] = ()
    copies: tuple[Copy, ...] = ()


def _need_evidence(identifier: str, evidence: tuple[Evidence, ...]) -> None:
    if not evidence:
        msg = f"{identifier} has no evidence: nothing is asserted without the words that say so"
        raise ValueError(msg)
