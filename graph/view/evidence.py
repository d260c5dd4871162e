"""The words behind a node or an edge, ready to be shown: sentence, place in it, source, speaker."""

from collections import defaultdict
from dataclasses import dataclass, replace

from graph.model.terms import Stance
from graph.view.statements import Statements, first_of, local_name
from graph.vocabulary import member_of
from graph.vocabulary import news as ng
from graph.vocabulary.borrowed import NIF, SCHEMA, SKOS


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleCard:
    """What a reader needs to know of an article. Empty texts stand for what is not known."""

    id: str
    title: str
    publisher: str
    date: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceCard:
    """One piece of evidence.

    Attributes:
        id: IRI.
        article: Where it stands.
        sentence: The sentence around the words.
        begin, end: The words in `sentence`: half-open, Unicode code points; both 0 when they are not known.
        offset: The first code point of the words in the article's text.
        method: The rule or model head that read them.
        confidence: In [0, 1]; None when not given.
        claim: IRI of the claim whose words these are; empty where the article itself speaks.
        said_by: Who makes that claim; empty where nobody is named.
        stance: How it is said, such as `denies`; empty without a claim.
    """

    id: str
    article: ArticleCard
    sentence: str
    begin: int
    end: int
    offset: int
    method: str
    confidence: float | None
    claim: str = ""
    said_by: str = ""
    stance: str = ""


class EvidenceReader:
    """Reads articles and evidence from statements, and tells which claim a piece of evidence lies in."""

    def __init__(self, statements: Statements) -> None:
        self._statements = statements
        self._articles: dict[str, ArticleCard] = {}
        self._stretches: dict[str, tuple[str, int, str]] = {}
        self._claims_about: dict[str, list[str]] = defaultdict(list)
        for claim in statements.of_class(ng.Claim):
            for target in statements.all(claim, ng.about):
                self._claims_about[target].append(claim)

    def articles(self) -> tuple[ArticleCard, ...]:
        """Give all articles of the dataset, newest first."""
        cards = [self.article(iri) for iri in self._statements.of_class(ng.Article)]
        return tuple(sorted(cards, key=lambda card: (card.date, card.title, card.id), reverse=True))

    def article(self, iri: str) -> ArticleCard:
        """Give what is known of an article."""
        if iri not in self._articles:
            known = self._statements
            publisher = known.one(iri, SCHEMA.publisher) or ""
            self._articles[iri] = ArticleCard(
                id=iri,
                title=known.text(iri, SCHEMA.headline),
                publisher=first_of((known.text(publisher, SCHEMA.name), local_name(publisher))),
                date=known.text(iri, SCHEMA.datePublished)[:10],
                url=known.text(iri, SCHEMA.url),
            )
        return self._articles[iri]

    def of(self, *subjects: str, claim: str = "") -> tuple[EvidenceCard, ...]:
        """Give the evidence of the first of the subjects that has any.

        Args:
            subjects: IRIs, the most telling first: a participation before its event.
            claim: Treat all of it as the words of this claim.
        """
        for subject in subjects:
            found = self._statements.all(subject, ng.evidence)
            if found:
                cards = [self._in_claim(self._card(iri), subjects, claim) for iri in found]
                return tuple(sorted(cards, key=_reading_order))
        return ()

    def speaker(self, claim: str) -> str:
        """Name the speaker of a claim; empty if the text names nobody."""
        speaker = self._statements.one(claim, ng.speaker)
        return (
            first_of((self._statements.text(speaker, SKOS.prefLabel), local_name(speaker))) if speaker else ""
        )

    def _card(self, iri: str) -> EvidenceCard:
        known = self._statements
        article, start, sentence = self._stretch(iri)
        words = known.text(iri, NIF.anchorOf)
        offset = int(known.number(iri, NIF.beginIndex) or 0)
        begin = offset - start
        if not words or sentence[max(begin, 0) : max(begin, 0) + len(words)] != words:
            begin = sentence.find(words) if words else -1
        return EvidenceCard(
            id=iri,
            article=self.article(article),
            sentence=sentence,
            begin=max(begin, 0),
            end=begin + len(words) if begin >= 0 else 0,
            offset=offset,
            method=known.text(iri, ng.method),
            confidence=known.number(iri, ng.confidence),
        )

    def _stretch(self, iri: str) -> tuple[str, int, str]:
        """Give article, first code point in it, and text of the sentence, or of the words without one."""
        if iri not in self._stretches:
            known = self._statements
            sentence = known.text(iri, ng.sentence)
            start = known.number(iri, ng.sentenceBegin if sentence else NIF.beginIndex)
            article = known.one(iri, NIF.referenceContext) or ""
            self._stretches[iri] = (article, int(start or 0), sentence or known.text(iri, NIF.anchorOf))
        return self._stretches[iri]

    def _in_claim(self, card: EvidenceCard, subjects: tuple[str, ...], claim: str) -> EvidenceCard:
        found = claim or next(
            (c for s in subjects for c in self._claims_about[s] if self._covers(c, card)), ""
        )
        if not found:
            return card
        stance = member_of(Stance, self._statements.one(found, ng.stance) or "")
        return replace(card, claim=found, said_by=self.speaker(found), stance=stance.value if stance else "")

    def _covers(self, claim: str, card: EvidenceCard) -> bool:
        """Tell whether the words stand in the same stretch of the same article as the claim."""
        article, start, sentence = self._stretch(card.id)
        for iri in self._statements.all(claim, ng.evidence):
            there, begin, text = self._stretch(iri)
            if there == article and begin < start + len(sentence) and start < begin + len(text):
                return True
        return False


def _reading_order(card: EvidenceCard) -> tuple[str, str, int, str]:
    return (card.article.date, card.article.id, card.offset, card.id)
