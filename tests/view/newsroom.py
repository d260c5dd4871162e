"""Builds datasets of the shape of docs/data-model.md by hand, sentence by sentence, without the other stages."""

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.model.identifiers import content_id
from graph.vocabulary import DEFAULT_BASE
from graph.vocabulary import news as ng
from graph.vocabulary.borrowed import NIF, RDF, RDFS, SCHEMA, SKOS, WGS84, XSD
from graph.vocabulary.prefixes import NG


class Newsroom:
    """Collects quads; every method gives the IRI of what it adds."""

    def __init__(self) -> None:
        self.store = Store()
        self._texts: dict[str, str] = {}

    def article(self, title: str, publisher: str, date: str, url: str = "") -> str:
        iri = self._mint("article", title, publisher)
        house = self._mint("publisher", publisher)
        self._texts[iri] = ""
        self._add(iri, iri, RDF.type, ng.Article)
        self._add(iri, iri, SCHEMA.publisher, house)
        self._add(iri, house, RDF.type, ng.Publisher)
        for subject, prop, text in (
            (iri, SCHEMA.headline, title),
            (iri, SCHEMA.datePublished, date),
            (iri, SCHEMA.url, url),
            (house, SCHEMA.name, publisher),
        ):
            if text:
                self._text(iri, subject, prop, text)
        return iri

    def words(
        self, article: str, sentence: str, words: str, *, method: str = "rule", confidence: float = 0.9
    ) -> str:
        """Evidence: `words` in `sentence`, which is appended to the article unless it is there already."""
        if sentence not in self._texts[article]:
            self._texts[article] += sentence + "\n\n"
        start = self._texts[article].index(sentence)
        begin = start + sentence.index(words)
        iri = self._mint("evidence", article, begin, words, method)
        self._add(article, iri, RDF.type, ng.Evidence)
        self._add(article, iri, NIF.referenceContext, article)
        self._number(article, iri, NIF.beginIndex, begin)
        self._number(article, iri, NIF.endIndex, begin + len(words))
        self._number(article, iri, ng.sentenceBegin, start)
        self._text(article, iri, NIF.anchorOf, words)
        self._text(article, iri, ng.sentence, sentence)
        self._text(article, iri, ng.method, method)
        self._number(article, iri, ng.confidence, confidence)
        return iri

    def entity(
        self, kind: str, name: str, evidence: Iterable[str] = (), *, aliases: Iterable[str] = ()
    ) -> str:
        iri = self._mint("entity", kind, name)
        self._add(None, iri, RDF.type, NG + kind)
        self._add(None, iri, ng.form, NG + "form-name")
        self._text(None, iri, SKOS.prefLabel, name)
        for alias in aliases:
            self._text(None, iri, SKOS.altLabel, alias)
        self.support(iri, evidence)
        return iri

    def position(self, place: str, latitude: float, longitude: float) -> None:
        self._number(None, place, WGS84.lat, latitude)
        self._number(None, place, WGS84.long, longitude)

    def event(
        self,
        kind: str,
        label: str,
        evidence: Iterable[str],
        *,
        factuality: str = "actual",
        roles: Iterable[tuple[str, str, str]] = (),
        place: str = "",
        days: tuple[str, str] | None = None,
    ) -> str:
        """Roles are (role, participant, evidence)."""
        proofs = tuple(evidence)
        article = self._article_of(proofs)
        iri = self._mint("event", kind, label, *proofs)
        self._add(article, iri, RDF.type, NG + kind)
        self._text(article, iri, RDFS.label, label)
        self._add(article, iri, ng.factuality, NG + "factuality-" + factuality)
        for role, participant, proof in roles:
            node = self._mint("participation", iri, role, participant)
            self._add(article, iri, NG + role, participant)
            self._add(article, node, RDF.type, ng.Participation)
            self._add(article, node, ng.event, iri)
            self._add(article, node, ng.role, NG + role)
            self._add(article, node, ng.participant, participant)
            self._add(article, node, ng.evidence, proof)
        if place:
            self._add(article, iri, ng.place, place)
        if days:
            self._add(article, iri, ng.time, self.time(article, *days))
        self.support(iri, proofs)
        return iri

    def time(self, article: str, begin: str, end: str) -> str:
        iri = self._mint("time", begin, end)
        self._add(article, iri, RDF.type, ng.Time)
        for prop, day in ((ng.begin, begin), (ng.end, end)):
            self._add(article, iri, prop, Literal(day, datatype=NamedNode(str(XSD.date))))
        return iri

    def quantity(
        self, event: str, proof: str, low: float | None, high: float | None, what: str, about: bool = False
    ) -> str:
        article = self._article_of((proof,))
        iri = self._mint("quantity", event, proof)
        self._add(article, event, ng.quantity, iri)
        for prop, value in ((SCHEMA.minValue, low), (SCHEMA.maxValue, high)):
            if value is not None:
                self._number(article, iri, prop, value)
        self._text(article, iri, ng.what, what)
        self._add(article, iri, ng.approximate, Literal(about))
        self.support(iri, (proof,))
        return iri

    def fact(
        self,
        subject: str,
        predicate: str,
        target: str,
        proof: str,
        *,
        status: str = "current",
        position: str = "",
    ) -> str:
        article = self._article_of((proof,))
        iri = self._mint("fact", subject, predicate, target, position, status)
        self._add(article, iri, RDF.type, ng.Fact)
        self._add(article, iri, RDF.subject, subject)
        self._add(article, iri, RDF.predicate, NG + predicate)
        if target:
            self._add(article, iri, RDF.object, target)
        if position:
            self._text(article, iri, ng.position, position)
        self._add(article, iri, ng.status, NG + "status-" + status)
        self.support(iri, (proof,))
        return iri

    def link(self, event: str, relation: str, other: str, proof: str) -> str:
        article = self._article_of((proof,))
        iri = self._mint("link", event, relation, other)
        self._add(article, event, NG + relation, other)
        self._add(article, iri, RDF.type, ng.EventLink)
        self._add(article, iri, ng.event, event)
        self._add(article, iri, ng.linkType, NG + relation)
        self._add(article, iri, ng.linkedEvent, other)
        self.support(iri, (proof,))
        return iri

    def claim(
        self,
        speaker: str,
        stance: str,
        content: str,
        proof: str,
        about: Iterable[str] = (),
        *,
        cue: str = "said",
        speech: str = "indirect",
        nested: Iterable[str] = (),
        addressee: str = "",
        days: tuple[str, str] | None = None,
    ) -> str:
        article = self._article_of((proof,))
        iri = self._mint("claim", speaker, content)
        self._add(article, iri, RDF.type, ng.Claim)
        self._add(article, iri, SCHEMA.appearance, article)
        self._text(article, iri, ng.cue, cue)
        self._text(article, iri, ng.content, content)
        self._add(article, iri, ng.stance, NG + "stance-" + stance)
        self._add(article, iri, ng.speechKind, NG + "speech-" + speech)
        if speaker:
            self._add(article, iri, ng.speaker, speaker)
        if addressee:
            self._add(article, iri, ng.addressee, addressee)
        if days:
            self._add(article, iri, ng.saidAt, self.time(article, *days))
        for target in about:
            self._add(article, iri, ng.about, target)
        for other in nested:
            self._add(article, iri, ng.nestedClaim, other)
        self.support(iri, (proof,))
        return iri

    def support(self, subject: str, evidence: Iterable[str]) -> None:
        for proof in evidence:
            self._add(self._article_of((proof,)), subject, ng.evidence, proof)

    def _article_of(self, proofs: tuple[str, ...]) -> str:
        quad = next(
            self.store.quads_for_pattern(
                NamedNode(proofs[0]), NamedNode(str(NIF.referenceContext)), None, None
            )
        )
        assert isinstance(quad.object, NamedNode)
        return quad.object.value

    def _mint(self, prefix: str, *parts: object) -> str:
        return DEFAULT_BASE + content_id(prefix, *parts)

    def _text(self, article: str | None, subject: str, prop: str, text: str) -> None:
        self._add(article, subject, prop, Literal(text, language="en"))

    def _number(self, article: str | None, subject: str, prop: str, value: float) -> None:
        self._add(article, subject, prop, Literal(value))

    def _add(self, article: str | None, subject: str, prop: str, value: str | Literal) -> None:
        target = value if isinstance(value, Literal) else NamedNode(str(value))
        dataset = NamedNode(f"{article}-graph") if article else NamedNode(f"{DEFAULT_BASE}entities")
        self.store.add(Quad(NamedNode(subject), NamedNode(str(prop)), target, dataset))
