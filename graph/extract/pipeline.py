"""Extraction: from a parsed document to all its mentions, one visible step after another."""

from spacy.tokens import Doc

from graph.extract.claims import find_claims
from graph.extract.disputes import link_disputes
from graph.extract.entities import find_entities
from graph.extract.event_links import link_events
from graph.extract.events import find_events
from graph.extract.feature_scorer import FeatureScorer
from graph.extract.predicates import find_frames
from graph.extract.quantities import find_quantities
from graph.extract.relations import find_relations
from graph.extract.times import dateline_day, find_times
from graph.model.mentions import DocumentMentions
from graph.model.text import Article, Span


def extract(
    doc: Doc, article: Article, *, reader: str = "", scorer: FeatureScorer | None = None
) -> DocumentMentions:
    """Find everything that an article says. Pure and deterministic; raises on no text.

    Args:
        doc: The article's text as a reader parsed it.
        article: The article; its day of publication anchors the times; without one, the date in its opening.
        reader: Name and version of what parsed the text.
        scorer: Scores who takes part in events; by default the one that ships.
    """
    entities = find_entities(doc, title=article.title)
    published = article.published_day or dateline_day(doc.text)
    times = find_times(doc, published)
    quantities = find_quantities(doc, times)
    events, things = find_events(doc, entities, times, quantities, published, scorer)
    events = link_events(doc, events)
    entities = (*entities, *things)
    relations = find_relations(doc, entities)
    claims, speakers = find_claims(doc, entities, times, events, relations)
    entities = (*entities, *speakers)
    claims = link_disputes(doc, claims, entities, events, quantities, relations)
    return DocumentMentions(
        article=article.id,
        reader=reader,
        sentences=sentences(doc),
        entities=entities,
        times=times,
        quantities=quantities,
        events=events,
        relations=relations,
        claims=claims,
        frames=find_frames(doc, entities, events),
    )


def sentences(doc: Doc) -> tuple[Span, ...]:
    """Give the sentences of a document without white space at their ends; empty ones are left out."""
    found = []
    for sentence in doc.sents if doc.has_annotation("SENT_START") or doc.has_annotation("DEP") else ():
        text = sentence.text
        lead = len(text) - len(text.lstrip())
        if text.strip():
            found.append(Span(sentence.start_char + lead, sentence.start_char + len(text.rstrip())))
    return tuple(found)
