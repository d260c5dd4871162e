"""Find the entity or event mention that a word of the tree stands for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import itemgetter

from spacy.tokens import Doc, Token

from graph.extract.clauses import conjuncts, obliques
from graph.extract.pronouns import quoted_tokens
from graph.extract.things import Things
from graph.model.mentions import EntityMention, QuantityMention, TimeMention
from graph.model.terms import EntityKind, MentionForm
from graph.model.text import Span
from graph.read.events import EventScores
from graph.read.frames import Frame

_PARTITIVE = frozenset(
    [
        "dozen",
        "hundred",
        "thousand",
        "million",
        "score",
        "number",
        "group",
        "majority",
        "series",
        "batch",
        "bunch",
        "pair",
        "couple",
        "handful",
        "list",
        "crowd",
        "wave",
        "rest",
        "part",
        "total",
        "lot",
        "plenty",
        "scores",
        "some",
        "many",
        "most",
        "several",
        "few",
        "all",
        "both",
        "half",
        "one",
        "two",
        "three",
        "each",
        "none",
    ]
)
_NAMED_PARTS = frozenset({"flat", "appos", "compound", "nmod:desc", "flat:name"})
_HUMAN_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "they",
        "him",
        "her",
        "them",
        "who",
        "whom",
        "i",
        "we",
        "us",
        "me",
        "you",
        "himself",
        "herself",
        "themselves",
        "everyone",
        "anyone",
        "someone",
        "nobody",
        "anybody",
        "somebody",
    ]
)
_HUMAN = frozenset({EntityKind.PERSON, EntityKind.GROUP, EntityKind.NORP, EntityKind.ORGANIZATION})
_PLACE = frozenset({EntityKind.PLACE, EntityKind.FACILITY})
KINDS: dict[str, frozenset[EntityKind]] = {
    "human": _HUMAN,
    "people": _HUMAN - {EntityKind.ORGANIZATION},
    "body": _HUMAN | {EntityKind.PLACE},
    "place": _PLACE,
    **{kind.value: frozenset({kind}) for kind in EntityKind},
}


class Lookup:
    """The mentions of one document by token."""

    def __init__(
        self,
        doc: Doc,
        entities: Sequence[EntityMention],
        times: Sequence[TimeMention] = (),
        quantities: Sequence[QuantityMention] = (),
    ) -> None:
        self.doc = doc
        # spaCy joins the words anew whenever it is asked.
        self.text = doc.text
        self.things = Things(doc, entities)
        self.entities = {mention.id: mention for mention in entities}
        self._starts = {token.idx: token.i for token in doc}
        self._by_head: dict[int, EntityMention] = {}
        self._covering: dict[int, EntityMention] = {}
        for mention in sorted(
            entities, key=lambda each: (each.span.start - each.span.end, each.span.start, each.id)
        ):
            for token in self.tokens(mention.span):
                self._covering[token.i] = mention
            for token in self.tokens(mention.head):
                self._by_head[token.i] = mention
        self.times = [(self.root(time.span), time) for time in times]
        self.quantities = [(self.root(quantity.span), quantity) for quantity in quantities]

    @cached_property
    def _borders(self) -> list[tuple[int, int]]:
        return [(each.start_char, each.start_char + len(each.text.rstrip())) for each in self.doc.sents]

    @cached_property
    def frames(self) -> dict[int, Frame]:
        """The reader's frames by the index of their predicate; none from other pipelines."""
        found = self.doc._.frames if Doc.has_extension("frames") else ()
        return {frame.predicate: frame for frame in found}

    @cached_property
    def event_scores(self) -> EventScores | None:
        """What the reader says words may name; None from other pipelines."""
        return self.doc._.event_scores if Doc.has_extension("event_scores") else None

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The tokens inside quotation marks."""
        return quoted_tokens(self.doc)

    def sentences(self, spans: Iterable[Span]) -> Span:
        """Give the run of sentences that some spans touch, without white space at its end."""
        touched = list(spans)
        start, end = min(span.start for span in touched), max(span.end for span in touched)
        first = max(bisect_right(self._borders, start, key=itemgetter(0)) - 1, 0)
        last = max(bisect_left(self._borders, end, key=itemgetter(0)) - 1, 0)
        if not self._borders:
            return Span(start, end)
        return Span(min(start, self._borders[first][0]), max(end, self._borders[last][1]))

    def tokens(self, span: Span) -> list[Token]:
        """Give the tokens that overlap a span."""
        found = (
            self.doc.char_span(span.start, span.end, alignment_mode="expand")
            if span.end > span.start
            else None
        )
        return list(found) if found is not None else []

    def root(self, span: Span) -> Token | None:
        """Give the token of a span that all its others hang on."""
        tokens = self.tokens(span)
        inside = {token.i for token in tokens}
        for token in tokens:
            if token.head.i not in inside or token.head.i == token.i:
                return token
        return tokens[-1] if tokens else None

    def headed_by(self, token: Token) -> EntityMention | None:
        """Give the mention whose head word is this token."""
        return self._by_head.get(token.i)

    def covering(self, token: Token) -> EntityMention | None:
        """Give the smallest mention that the token lies in."""
        return self._covering.get(token.i)

    def at(self, token: Token) -> EntityMention | None:
        """Give the mention that a word stands for, through titles and partitives ("dozens of men")."""
        mention = self._by_head.get(token.i)
        if mention is not None:
            return mention
        cover = self._covering.get(token.i)
        if cover is not None and cover.form is MentionForm.NAME:
            return cover
        for child in token.children:
            if (
                child.dep_ in _NAMED_PARTS
                and (child.dep_ != "compound" or child.i > token.i)
                and child.i in self._by_head
                and self._by_head[child.i].form is MentionForm.NAME
            ):
                return self._by_head[child.i]
        if token.lower_.removesuffix("s") in _PARTITIVE or token.pos_ == "NUM":
            for before, noun in obliques(token):
                if before == "of" and noun.i != token.i:
                    return self.at(noun)
        return None

    def all_at(self, tokens: Iterable[Token]) -> tuple[EntityMention, ...]:
        """Give the mentions of several tokens, in order, each once."""
        found = {mention.id: mention for token in tokens if (mention := self.at(token)) is not None}
        return tuple(found.values())

    def is_kind(self, token: Token, kinds: frozenset[EntityKind]) -> bool:
        """Tell whether a word stands for something of the kinds."""
        mention = self.at(token)
        if mention is not None:
            return mention.kind in kinds
        return EntityKind.PERSON in kinds and token.lower_ in _HUMAN_PRONOUNS

    def is_name_part(self, token: Token) -> bool:
        """Tell whether the token lies inside the name of an entity (kind Other aside)."""
        cover = self._covering.get(token.i)
        return cover is not None and cover.form is MentionForm.NAME and cover.kind is not EntityKind.OTHER

    def place_at(self, token: Token) -> tuple[EntityMention, ...]:
        """Give the places that a noun stands for or holds: "the southern city of Rafah" gives Rafah."""
        for each in (token, *(noun for before, noun in obliques(token) if before in ("of", "in", ""))):
            found = tuple(
                mention
                for noun in conjuncts(each)
                if (mention := self.at(noun)) is not None and mention.kind in _PLACE
            )
            if found and (each is not token or found[0].form is MentionForm.NAME):
                return found
        own = self.at(token)
        if own is not None:
            return (own,) if own.kind in _PLACE else ()
        # "the Kesh plant"
        before = (self.at(child) for child in token.lefts if child.dep_ == "compound")
        return tuple(mention for mention in before if mention is not None and mention.kind in _PLACE)


def span_of(token: Token) -> Span:
    """Give the character span of a token."""
    return Span(token.idx, token.idx + len(token.text))


def sentence_of(token: Token) -> Span:
    """Give the character span of the sentence of a token, without white space at its end."""
    sentence = token.sent
    return Span(sentence.start_char, sentence.start_char + len(sentence.text.rstrip()))
