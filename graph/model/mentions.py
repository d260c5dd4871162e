"""The mention layer: what the words of one article say, by offsets.

Mentions point at each other by `id`, unique within one `DocumentMentions`.
"""

from dataclasses import dataclass
from datetime import date

from graph.model.terms import (
    EntityKind,
    EventRelation,
    EventType,
    Factuality,
    MentionForm,
    RelationStatus,
    RelationType,
    Role,
    SpeechKind,
    Stance,
    TimeGrain,
)
from graph.model.text import Span

QUALITY = "quality"
"""In place of a roleset: an adjective tells what its noun (`ARG1`) is like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMention:
    """Words that stand for somebody or something.

    Attributes:
        id: Such as `m3`, unique in the document.
        span: The name proper ("Benjamin Netanyahu"), or the noun phrase of a nominal.
        head: The syntactic head word inside `span`.
        kind: What sort of thing it is.
        form: How it is referred to.
        chain: Mentions of one chain stand for one thing; such as `c1`.
        confidence: In [0, 1].
        method: The rule or model head that found it, such as `reader.names`.
        count: Number of members of a counted group ("four other officials").
    """

    id: str
    span: Span
    head: Span
    kind: EntityKind
    form: MentionForm
    chain: str
    confidence: float
    method: str
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A time expression.

    Attributes:
        begin: First day of the interval, if known.
        end: Last day of the interval (inclusive), if known.
        grain: Finest unit that the words give.
        value: TIMEX3 value such as `2024-03-20`, `2024-W12`, `P6W`, `PAST_REF`.
    """

    id: str
    span: Span
    value: str
    grain: TimeGrain
    begin: date | None = None
    end: date | None = None
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityMention:
    """A number with what it counts.

    Attributes:
        minimum: Least value, if bounded below.
        maximum: Greatest value, if bounded above; equal to `minimum` for a plain number.
        unit: Such as `people`, `USD`, `%`; empty when the words give none.
        what: The counted noun phrase as written ("civilian hostages").
        approximate: Whether the words hedge ("about", "dozens").
    """

    id: str
    span: Span
    minimum: float | None
    maximum: float | None
    unit: str
    what: str
    approximate: bool
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A participant of an event mention: the id of an entity or event mention, and its role."""

    role: Role
    mention: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLink:
    """How the text joins an event mention to another (by id); `span` are the words that do."""

    relation: EventRelation
    event: str
    span: Span
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """Words that tell of an event.

    Attributes:
        trigger: The verb or noun that names it ("raid"; for a light verb, the noun).
        sentence: The span of its sentence.
        chain: Event mentions of one chain are one event; such as `e1`.
        place: Ids of place mentions, the most exact first.
        time: Id of a time mention.
        quantities: Ids of quantity mentions (killed, injured, held … by event type).
        factuality: How the text presents it.
        links: To other events: what it is caused by, what it is for, what it is part of, what it comes after.
    """

    id: str
    trigger: Span
    sentence: Span
    type: EventType
    chain: str
    arguments: tuple[Argument, ...] = ()
    place: tuple[str, ...] = ()
    time: str | None = None
    quantities: tuple[str, ...] = ()
    factuality: Factuality = Factuality.ACTUAL
    links: tuple[EventLink, ...] = ()
    confidence: float
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationMention:
    """Words that tell of a lasting relation.

    Attributes:
        subject: Id of an entity mention.
        object: Id of an entity mention; may be None for a position without a body ("a former minister").
        value: For `holdsPosition`: the office as written ("prime minister"); else None.
        span: The words that carry the relation.
        sentence: The span of their sentence.
    """

    id: str
    subject: str
    predicate: RelationType
    object: str | None
    value: str | None = None
    span: Span
    sentence: Span
    status: RelationStatus
    confidence: float
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimMention:
    """Somebody says something.

    Attributes:
        speaker: Id of an entity mention; None when the text names nobody.
        cue: The words that attribute ("said", "according to"); may be empty for a bare quotation.
        content: What is said, in one or more pieces, in order of the text.
        sentence: From the start of the first to the end of the last sentence touched.
        addressee: Id of an entity mention.
        date: Id of the time mention that tells when it was said.
        about: Ids of event, relation and entity mentions inside the content.
        nested: Ids of claims inside the content.
        disputes: Ids of other claims of the article that this one opposes.
    """

    id: str
    speaker: str | None
    cue: Span | None
    content: tuple[Span, ...]
    sentence: Span
    speech: SpeechKind
    stance: Stance
    addressee: str | None = None
    date: str | None = None
    about: tuple[str, ...] = ()
    nested: tuple[str, ...] = ()
    disputes: tuple[str, ...] = ()
    confidence: float
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameArgument:
    """What fills a role of a predicate.

    Attributes:
        label: PropBank label: `ARG0` …, `ARGM-TMP` …, with `C-` (goes on) or `R-` (refers) before it.
        span: Its words.
        mention: Id of the entity or event mention that they stand for, if any.
    """

    label: str
    span: Span
    mention: str | None = None
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameMention:
    """A predicate with its arguments, in the terms of PropBank.

    Attributes:
        id: Such as `f7`, unique in the document.
        predicate: The verb, noun or adjective.
        roleset: Its PropBank sense, such as `say.01`; `quality` for an adjective before its noun.
        event: Id of the event mention that it triggers, where it tells of an event of a known type.
    """

    id: str
    predicate: Span
    roleset: str
    event: str | None = None
    arguments: tuple[FrameArgument, ...] = ()
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentMentions:
    """All that was found in one article, with the names of the tools that found it."""

    article: str
    reader: str
    sentences: tuple[Span, ...]
    entities: tuple[EntityMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    relations: tuple[RelationMention, ...] = ()
    claims: tuple[ClaimMention, ...] = ()
    frames: tuple[FrameMention, ...] = ()
