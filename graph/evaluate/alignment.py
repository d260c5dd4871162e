"""Which of the expected things a mention stands for."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.model.mentions import DocumentMentions, EntityMention
from graph.model.terms import MentionForm
from graph.model.text import Span

# Forms of address that belong to no name ("Mr Reed" and "Reed" are one name); ranks and offices are left on.
_ADDRESS = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "lady", "lord", "sister", "rev"}
)
_RANK = {MentionForm.NAME: 0, MentionForm.ANONYMOUS: 1, MentionForm.NOMINAL: 2, MentionForm.PRONOUN: 3}
_DESCRIBING = frozenset({MentionForm.NOMINAL, MentionForm.ANONYMOUS})
_ARTICLES = frozenset({"the", "a", "an"})


def normal_name(text: str) -> str:
    """Reduce a name to what two writers of it share.

    >>> normal_name("The Harbour Post’s"), normal_name("Dr. Ada Marsh")
    ('harbour post', 'ada marsh')
    """
    text = re.sub(r"['’](?:s\b)?", "", text.casefold())
    words = re.findall(r"\w+", text)
    while len(words) > 1 and words[0] in _ARTICLES | _ADDRESS:
        words = words[1:]
    return " ".join(words)


def find_words(text: str, words: str, nth: int = 1) -> Span:
    """Find the nth whole-word occurrence of `words`, counted from 1.

    Raises:
        ValueError: There is none.

    >>> find_words("to strike at a striker's strike", "strike", 2)
    Span(start=25, end=31)
    """
    for number, match in enumerate(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text), start=1):
        if number == nth:
            return Span(match.start(), match.end())
    msg = f"the text has no occurrence {nth} of {words!r}"
    raise ValueError(msg)


def find_piece(text: str, piece: Mapping[str, str]) -> Span:
    """Find a piece of content by its first and its last words.

    Raises:
        ValueError: The text does not hold them, in this order.
    """
    start = text.index(piece["start"])
    return Span(start, text.index(piece["end"], start) + len(piece["end"]))


def words_of(text: str, span: Span) -> str:
    """Cut the words of a span out of a text."""
    return text[span.start : span.end]


def chains(mentions: DocumentMentions) -> dict[str, list[EntityMention]]:
    """Group entity mentions by chain, in the order of the text."""
    grouped: dict[str, list[EntityMention]] = {}
    for mention in sorted(mentions.entities, key=lambda mention: mention.span):
        grouped.setdefault(mention.chain, []).append(mention)
    return grouped


class EntityAlignment:
    """Maps entity mentions to the names of expected entities."""

    def __init__(self, mentions: DocumentMentions, text: str, expected: Mapping[str, Any]) -> None:
        self._text = text
        self._chain_of = {mention.id: mention.chain for mention in mentions.entities}
        self._named: dict[str, str] = {}
        self._described: list[tuple[str, str]] = []
        for entity in expected["entities"]:
            for name in (entity["name"], *entity.get("aliases", ())):
                self._named.setdefault(normal_name(name), entity["name"])
            if entity.get("form", "name") != "name":
                self._described.append((normal_name(entity["name"]), entity["name"]))
        grouped = chains(mentions)
        self.entity_of = {chain: self._find(members) for chain, members in grouped.items()}
        self._names = {
            chain
            for chain, members in grouped.items()
            if any(member.form is MentionForm.NAME for member in members)
        }
        self._first_words = {chain: words_of(text, members[0].span) for chain, members in grouped.items()}

    def of(self, mention: str | None) -> str | None:
        """Name the expected entity of a mention; what is not expected keeps a name of its own."""
        if mention is None:
            return None
        chain = self._chain_of.get(mention, mention)
        return self.entity_of.get(chain) or self.unexpected(chain)

    def is_judged(self, mention: str) -> bool:
        """Tell whether a mention stands for something expected, or has a name: names are complete."""
        chain = self._chain_of.get(mention)
        return chain is not None and (self.entity_of[chain] is not None or chain in self._names)

    def unexpected(self, chain: str) -> str:
        """Name a chain that stands for nothing expected, by its first words."""
        words = self._first_words.get(chain, "")
        return f"unexpected {words} ({chain})" if words else f"unexpected {chain}"

    def _find(self, members: list[EntityMention]) -> str | None:
        ranked = sorted(
            members, key=lambda member: (_RANK[member.form], -(member.span.end - member.span.start))
        )
        texts = [normal_name(words_of(self._text, member.span)) for member in ranked]
        exact = (self._named[text] for text in texts if text in self._named)
        described = (
            text for text, member in zip(texts, ranked, strict=True) if member.form in _DESCRIBING and text
        )
        return next(exact, None) or next(self._similar(described), None)

    def _similar(self, texts: Iterable[str]) -> Iterator[str]:
        """Match descriptions ("nine fighters", "fighters") when one holds the other as whole words."""
        for text in texts:
            for described, name in self._described:
                if f" {text} " in f" {described} " or f" {described} " in f" {text} ":
                    yield name
