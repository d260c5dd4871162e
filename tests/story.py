"""Builds an article and its mentions by hand, pointing at words instead of offsets."""

from collections.abc import Sequence
from datetime import date

from graph.model.identifiers import content_id
from graph.model.mentions import (
    Argument,
    ClaimMention,
    DocumentMentions,
    EntityMention,
    EventLink,
    EventMention,
    QuantityMention,
    RelationMention,
    TimeMention,
)
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
from graph.model.text import Article, Span


class Story:
    """One article; each method adds a mention and gives its id. `nth` chooses among equal words."""

    def __init__(self, text: str, publisher: str = "The Harbour Post", published: date | None = None) -> None:
        self.text = text
        self.article = Article(
            id=content_id("article", publisher, text), text=text, publisher=publisher, published=published
        )
        self._entities: list[EntityMention] = []
        self._events: list[EventMention] = []
        self._times: list[TimeMention] = []
        self._quantities: list[QuantityMention] = []
        self._relations: list[RelationMention] = []
        self._claims: list[ClaimMention] = []
        self.sentences = self._split()

    def _split(self) -> tuple[Span, ...]:
        spans, start = [], 0
        for end in [index + 1 for index, char in enumerate(self.text) if char == "."] or [len(self.text)]:
            spans.append(Span(start, end))
            start = end + 1
        return tuple(spans)

    def span(self, words: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words))

    def sentence(self, span: Span) -> Span:
        return next(sentence for sentence in self.sentences if sentence.overlaps(span))

    def entity(
        self,
        words: str,
        kind: EntityKind,
        chain: str,
        form: MentionForm = MentionForm.NAME,
        nth: int = 0,
        confidence: float = 0.9,
        count: int | None = None,
    ) -> str:
        span, identifier = self.span(words, nth), f"m{len(self._entities) + 1}"
        self._entities.append(
            EntityMention(
                id=identifier,
                span=span,
                head=span,
                kind=kind,
                form=form,
                chain=chain,
                confidence=confidence,
                method="test.names",
                count=count,
            )
        )
        return identifier

    def time(
        self, words: str, value: str, grain: TimeGrain = TimeGrain.VAGUE, *, day: date | None = None
    ) -> str:
        identifier = f"t{len(self._times) + 1}"
        self._times.append(
            TimeMention(
                id=identifier,
                span=self.span(words),
                value=value,
                grain=grain,
                begin=day,
                end=day,
                method="test.times",
            )
        )
        return identifier

    def quantity(self, words: str, number: float, what: str) -> str:
        identifier = f"q{len(self._quantities) + 1}"
        self._quantities.append(
            QuantityMention(
                id=identifier,
                span=self.span(words),
                minimum=number,
                maximum=number,
                unit="people",
                what=what,
                approximate=False,
                method="test.numbers",
            )
        )
        return identifier

    def event(
        self,
        words: str,
        kind: EventType,
        chain: str,
        arguments: Sequence[tuple[Role, str]] = (),
        *,
        place: tuple[str, ...] = (),
        time: str | None = None,
        quantities: tuple[str, ...] = (),
        factuality: Factuality = Factuality.ACTUAL,
        links: Sequence[tuple[EventRelation, str]] = (),
        nth: int = 0,
    ) -> str:
        trigger, identifier = self.span(words, nth), f"v{len(self._events) + 1}"
        self._events.append(
            EventMention(
                id=identifier,
                trigger=trigger,
                sentence=self.sentence(trigger),
                type=kind,
                chain=chain,
                arguments=tuple(Argument(role=role, mention=mention) for role, mention in arguments),
                place=place,
                time=time,
                quantities=quantities,
                factuality=factuality,
                links=tuple(
                    EventLink(relation=relation, event=other, span=trigger, confidence=0.5)
                    for relation, other in links
                ),
                confidence=0.8,
                method="test.events",
            )
        )
        return identifier

    def relation(
        self,
        words: str,
        subject: str,
        predicate: RelationType,
        target: str | None,
        value: str | None = None,
        status: RelationStatus = RelationStatus.CURRENT,
    ) -> str:
        span, identifier = self.span(words), f"r{len(self._relations) + 1}"
        self._relations.append(
            RelationMention(
                id=identifier,
                subject=subject,
                predicate=predicate,
                object=target,
                value=value,
                span=span,
                sentence=self.sentence(span),
                status=status,
                confidence=0.7,
                method="test.relations",
            )
        )
        return identifier

    def claim(
        self,
        speaker: str | None,
        cue: str,
        content: str,
        about: tuple[str, ...] = (),
        nested: tuple[str, ...] = (),
        date: str | None = None,
    ) -> str:
        said, identifier = self.span(content), f"k{len(self._claims) + 1}"
        self._claims.append(
            ClaimMention(
                id=identifier,
                speaker=speaker,
                cue=self.span(cue),
                content=(said,),
                sentence=self.sentence(said),
                speech=SpeechKind.INDIRECT,
                stance=Stance.ASSERTS,
                date=date,
                about=about,
                nested=nested,
                confidence=0.6,
                method="test.claims",
            )
        )
        return identifier

    @property
    def document(self) -> DocumentMentions:
        return DocumentMentions(
            article=self.article.id,
            reader="test",
            sentences=self.sentences,
            entities=tuple(self._entities),
            times=tuple(self._times),
            quantities=tuple(self._quantities),
            events=tuple(self._events),
            relations=tuple(self._relations),
            claims=tuple(self._claims),
        )
