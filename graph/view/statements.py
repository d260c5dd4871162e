"""What a dataset says, by subject and property: the one place where the view touches the store."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Store
from rdflib import URIRef

from graph.model.terms import Role
from graph.vocabulary import news as ng
from graph.vocabulary.borrowed import NIF, RDF, RDFS, SCHEMA, SKOS, WGS84
from graph.vocabulary.enumerations import iri_of

#: Properties that the network shows. The article's text is not among them: evidence carries its sentence.
SHOWN: Final[tuple[URIRef, ...]] = (
    *(
        RDF.type,
        RDF.subject,
        RDF.predicate,
        RDF.object,
        RDFS.label,
        SKOS.prefLabel,
        SKOS.altLabel,
        SKOS.exactMatch,
    ),
    *(SCHEMA.name, SCHEMA.headline, SCHEMA.publisher, SCHEMA.url, SCHEMA.datePublished, SCHEMA.author),
    *(SCHEMA.appearance, SCHEMA.minValue, SCHEMA.maxValue, SCHEMA.unitText),
    *(NIF.referenceContext, NIF.beginIndex, NIF.endIndex, NIF.anchorOf, WGS84.lat, WGS84.long),
    *(ng.form, ng.count, ng.evidence, ng.countryCode, ng.place, ng.time, ng.quantity, ng.factuality),
    *(
        ng.event,
        ng.role,
        ng.participant,
        ng.position,
        ng.status,
        ng.speaker,
        ng.cue,
        ng.content,
        ng.speechKind,
    ),
    *(ng.stance, ng.addressee, ng.about, ng.nestedClaim, ng.disputes, ng.saidAt, ng.what, ng.approximate),
    *(
        ng.linkType,
        ng.linkedEvent,
        ng.timex,
        ng.begin,
        ng.end,
        ng.grain,
        ng.sentence,
        ng.sentenceBegin,
        ng.method,
        ng.confidence,
    ),
    *(iri_of(role) for role in Role),
)


class Statements:
    """The statements of all graphs of a dataset together, each once, in a fixed order."""

    def __init__(self, dataset: Store) -> None:
        found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for prop in sorted(set(SHOWN)):
            name = str(prop)
            for quad in dataset.quads_for_pattern(None, NamedNode(name), None, None):
                if isinstance(quad.object, (NamedNode, Literal, BlankNode)):
                    found[_value(quad.subject)][name].add(_value(quad.object))
        self._by_subject: dict[str, dict[str, tuple[str, ...]]] = {
            subject: {prop: tuple(sorted(values)) for prop, values in found[subject].items()}
            for subject in sorted(found)
        }
        self._by_class: dict[str, list[str]] = defaultdict(list)
        for subject, properties in self._by_subject.items():
            for kind in properties.get(str(RDF.type), ()):
                self._by_class[kind].append(subject)

    def of_class(self, *kinds: str) -> tuple[str, ...]:
        """Give the subjects of any of the classes, sorted."""
        return tuple(sorted({subject for kind in kinds for subject in self._by_class.get(str(kind), ())}))

    def all(self, subject: str, prop: str) -> tuple[str, ...]:
        """Give all values of a property, sorted; literals by their text, resources by their IRI."""
        return self._by_subject.get(subject, {}).get(str(prop), ())

    def one(self, subject: str, prop: str) -> str | None:
        """Give the first value of a property in text order, or None."""
        return next(iter(self.all(subject, prop)), None)

    def text(self, subject: str, *props: str) -> str:
        """Give the first non-empty value of the properties, tried in turn; empty if there is none."""
        return next((value for prop in props for value in self.all(subject, prop) if value.strip()), "")

    def number(self, subject: str, prop: str) -> float | None:
        """Give a property as a number; None if it is absent or no number."""
        try:
            return float(self.one(subject, prop) or "")
        except ValueError:
            return None


def words_of(name: str) -> str:
    """Turn a local name into words.

    >>> words_of("MilitaryOperation"), words_of("holdsPosition")
    ('military operation', 'holds position')
    """
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()


def local_name(iri: str) -> str:
    """Give the last path segment of an IRI."""
    return iri.rstrip("/").rpartition("/")[2].rpartition("#")[2] or iri


def first_of(candidates: Iterable[str]) -> str:
    """Give the first non-empty text, or an empty one."""
    return next((candidate for candidate in candidates if candidate.strip()), "")


def _value(term: object) -> str:
    return str(getattr(term, "value", term))
