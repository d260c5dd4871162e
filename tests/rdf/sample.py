"""Knowledge of two made-up articles that uses every field of the model, and hostile text."""

from datetime import date, datetime, timedelta, timezone

from graph.model.knowledge import (
    Claim,
    Entity,
    Event,
    Evidence,
    Fact,
    GazetteerLink,
    Interval,
    Knowledge,
    Link,
    Participation,
    Quantity,
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

READER = "test reader 1.0"

TEXT = (
    "Harbour master Ilse Brandt said on Monday that police would search the depot in Grimsund.\n\n"
    "About 40 dockers protested. “We are not moving,” said Brandt."
)

ARTICLE = Article(
    id="article-1",
    text=TEXT,
    title='Harbour "search" planned',
    publisher="The Harbour Post",
    url="https://post.example/news/harbour search?id=<1>",
    byline=("A. Writer", "B. Scribe"),
    published=datetime(2024, 3, 20, 9, 30, tzinfo=timezone(timedelta(hours=1))),
)
OTHER_ARTICLE = Article(
    id="article-2", text="Police will search the depot.", publisher="Nordblatt", published=date(2024, 3, 21)
)


def words(
    quote: str, article: Article = ARTICLE, *, confidence: float = 0.9, method: str = "rule"
) -> tuple[Evidence, ...]:
    """Point at words of an article; the sentence is its line."""
    start = article.text.index(quote)
    line = article.text.rfind("\n", 0, start) + 1
    end = article.text.find("\n", start)
    around = Span(line, end if end >= 0 else len(article.text))
    span = Span(start, start + len(quote))
    return (Evidence(article=article.id, span=span, sentence=around, method=method, confidence=confidence),)


MONDAY = Interval(begin=date(2024, 3, 18), end=date(2024, 3, 18), grain=TimeGrain.DAY, value="2024-03-18")

BRANDT = Entity(
    id="entity-brandt",
    kind=EntityKind.PERSON,
    form=MentionForm.NAME,
    name="Ilse Brandt",
    aliases=("Brandt",),
    evidence=words("Ilse Brandt", confidence=1),
)
POLICE = Entity(
    id="entity-police",
    kind=EntityKind.ORGANIZATION,
    form=MentionForm.NOMINAL,
    name="police",
    evidence=words("police") + words("Police", OTHER_ARTICLE),
)
DEPOT = Entity(
    id="entity-depot",
    kind=EntityKind.FACILITY,
    form=MentionForm.NOMINAL,
    name="depot",
    evidence=words("the depot"),
)
GRIMSUND = Entity(
    id="entity-grimsund",
    kind=EntityKind.PLACE,
    form=MentionForm.NAME,
    name="Grimsund",
    link=GazetteerLink(geonames=99, latitude=58.5, longitude=-10.25, country="NO", confidence=0.8),
    evidence=words("Grimsund"),
)
DOCKERS = Entity(
    id="entity-dockers",
    kind=EntityKind.GROUP,
    form=MentionForm.NOMINAL,
    name="dockers",
    count=40,
    evidence=words("dockers"),
)
SEARCH = Event(
    id="event-search",
    type=EventType.RAID,
    label="police search depot",
    participants=(
        Participation(
            role=Role.AGENT, participant=POLICE.id, evidence=words("police") + words("Police", OTHER_ARTICLE)
        ),
        Participation(role=Role.PATIENT, participant=DEPOT.id, evidence=words("the depot")),
    ),
    places=(GRIMSUND.id,),
    factuality=Factuality.PLANNED,
    evidence=words("search") + words("search", OTHER_ARTICLE),
)
PROTEST = Event(
    id="event-protest",
    type=EventType.PROTEST,
    label="dockers protest",
    participants=(Participation(role=Role.AGENT, participant=DOCKERS.id, evidence=words("dockers")),),
    time=MONDAY,
    quantities=(
        Quantity(
            id="quantity-1",
            minimum=40,
            maximum=None,
            unit="people",
            what="dockers",
            approximate=True,
            evidence=words("About 40"),
        ),
    ),
    links=(Link(relation=EventRelation.AFTER, event=SEARCH.id, evidence=words("protested")),),
    factuality=Factuality.ACTUAL,
    evidence=words("protested"),
)
LEADS = Fact(
    id="fact-leads",
    subject=BRANDT.id,
    predicate=RelationType.BASED_IN,
    object=GRIMSUND.id,
    status=RelationStatus.CURRENT,
    evidence=words("Harbour master"),
)
OFFICE = Fact(
    id="fact-office",
    subject=BRANDT.id,
    predicate=RelationType.HOLDS_POSITION,
    object=None,
    value="harbour master",
    status=RelationStatus.CURRENT,
    evidence=words("Harbour master"),
)
ONCE = Fact(
    id="fact-once",
    subject=BRANDT.id,
    predicate=RelationType.WORKS_FOR,
    object=POLICE.id,
    status=RelationStatus.FORMER,
    evidence=words("Harbour master"),
)
SAID = Claim(
    id="claim-said",
    article=ARTICLE.id,
    speaker=BRANDT.id,
    cue="said",
    content="police would search the depot in Grimsund",
    speech=SpeechKind.INDIRECT,
    stance=Stance.ASSERTS,
    addressee=DOCKERS.id,
    date=MONDAY,
    about=(SEARCH.id, POLICE.id),
    nested=("claim-quoted",),
    evidence=words("police would search the depot in Grimsund"),
)
QUOTED = Claim(
    id="claim-quoted",
    article=ARTICLE.id,
    speaker=None,
    cue="",
    content="We are not moving,",
    speech=SpeechKind.DIRECT,
    stance=Stance.REFUSES,
    evidence=words("We are not moving,"),
)

KNOWLEDGE = Knowledge(
    articles=(ARTICLE, OTHER_ARTICLE),
    entities=(BRANDT, DEPOT, DOCKERS, GRIMSUND, POLICE),
    events=(PROTEST, SEARCH),
    facts=(LEADS, OFFICE, ONCE),
    claims=(QUOTED, SAID),
)


def hostile(text: str, url: str = "http://[", language: str = "en") -> Knowledge:
    """One article and one of everything, with the same text wherever text can stand."""
    article = Article(
        id="article-x", text=text, title=text, publisher=text, url=url, byline=(text,), language=language
    )
    evidence = (
        Evidence(
            article=article.id,
            span=Span(0, len(text)),
            sentence=Span(0, len(text)),
            method=text,
            confidence=0.5,
        ),
    )
    entity = Entity(
        id="entity-x",
        kind=EntityKind.OTHER,
        form=MentionForm.NAME,
        name=text,
        aliases=(text + "!",),
        evidence=evidence,
    )
    event = Event(
        id="event-x",
        type=EventType.STATEMENT,
        label=text,
        time=Interval(begin=None, end=None, grain=TimeGrain.VAGUE, value=text),
        factuality=Factuality.DENIED,
        evidence=evidence,
        quantities=(
            Quantity(
                id="quantity-x",
                minimum=float("nan"),
                maximum=float("inf"),
                unit=text,
                what=text,
                approximate=False,
                evidence=evidence,
            ),
        ),
    )
    claim = Claim(
        id="claim-x",
        article=article.id,
        speaker=entity.id,
        cue=text,
        content=text,
        speech=SpeechKind.MIXED,
        stance=Stance.DOUBTS,
        evidence=evidence,
    )
    return Knowledge(articles=(article,), entities=(entity,), events=(event,), claims=(claim,))
