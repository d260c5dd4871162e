"""Things without a name and of no kind that the noun list knows, which take part in an event.

"Divers found a second device": without it the event would be a discovery of nothing. Only what fills a role
is described; chains of the reader tell which descriptions stand for one thing, or for one that has a name.
"""

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Token

from graph.extract.lexicon import read_rows
from graph.extract.nominals import group_count
from graph.extract.phrases import base_span
from graph.model.mentions import EntityMention
from graph.model.terms import EntityKind, MentionForm
from graph.model.text import Span

_CONFIDENCE = 0.6
# A link of the reader below this is rather a guess.
_LEAST = 0.5


@cache
def _no_things() -> frozenset[str]:
    """Measures and times: they count or date things."""
    rows = (*read_rows("units.tsv"), *read_rows("faint_things.tsv"))
    return frozenset(row[0] for row in rows)


class Things:
    """Makes mentions of things on demand.

    Args:
        doc: A parsed document.
        entities: Its entity mentions.
    """

    def __init__(self, doc: Doc, entities: Sequence[EntityMention]) -> None:
        self._doc = doc
        self._made: dict[int, EntityMention] = {}
        self._next = 1 + max((int(mention.id[1:]) for mention in entities), default=0)
        self._chains = {mention.chain for mention in entities}
        by_head = {mention.head.start: mention for mention in entities}
        self._chain_of_head: dict[int, str] = {}
        self._group: dict[int, int] = {}
        self._chain_of_group: dict[int | None, str] = {}
        chains = doc._.coreference if Doc.has_extension("coreference") else ()
        for number, chain in enumerate(chains):
            heads = [mention.head for mention in chain.mentions if mention.confidence >= _LEAST]
            known = [by_head[doc[head].idx] for head in heads if doc[head].idx in by_head]
            named = next((mention for mention in known if mention.form is MentionForm.NAME), None)
            for head in heads:
                self._group[head] = number
                if named is not None:
                    self._chain_of_head[head] = named.chain

    @property
    def made(self) -> tuple[EntityMention, ...]:
        """All that were asked for, in order of the text."""
        return tuple(sorted(self._made.values(), key=lambda mention: mention.span))

    def at(self, noun: Token) -> EntityMention | None:
        """Describe the thing that a noun stands for; None for what is no noun, a measure or a time."""
        if noun.i in self._made:
            return self._made[noun.i]
        if noun.pos_ != "NOUN" or noun.ent_type_ or noun.lemma_.lower() in _no_things():
            return None
        start, end = base_span(noun)
        words = self._doc[start:end]
        mention = EntityMention(
            id=f"m{self._next}",
            span=Span(words.start_char, words.end_char),
            head=Span(noun.idx, noun.idx + len(noun.text)),
            kind=EntityKind.OTHER,
            form=MentionForm.NOMINAL,
            chain=self._chain(noun),
            confidence=_CONFIDENCE,
            method="rule.thing",
            count=group_count(noun),
        )
        self._next += 1
        self._made[noun.i] = mention
        return mention

    def _chain(self, noun: Token) -> str:
        if noun.i in self._chain_of_head:
            return self._chain_of_head[noun.i]
        group = self._group.get(noun.i)
        if group in self._chain_of_group:
            return self._chain_of_group[group]
        chain = f"c{len(self._chains) + 1}"
        self._chains.add(chain)
        if group is not None:
            self._chain_of_group[group] = chain
        return chain
