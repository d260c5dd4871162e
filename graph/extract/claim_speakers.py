"""Who says it: the mention that the words of a source stand for, made anew where nothing else spoke of it.

"Nonpartisan analyses found", "many say", "one of them said": such speakers are in no list of nouns. Documents
speak for whoever wrote them ("a Pew poll showed"), "we" inside a quotation for whoever is quoted.
"""

from collections.abc import Callable, Sequence

from spacy.tokens import Doc, Token

from graph.extract.clauses import SUBJECT, antecedent, slots
from graph.extract.lemmas import forms_of
from graph.extract.lookup import Lookup
from graph.extract.nominals import base_form, is_many, noun_entry
from graph.extract.phrases import base_span, determiner, full_span, modifiers
from graph.model.mentions import EntityMention
from graph.model.terms import EntityKind, MentionForm
from graph.model.text import Span

_CONFIDENCE = 0.6
# A link of the reader below this is rather a guess.
_LEAST = 0.5
_ONE = frozenset({"one", "another", "other", "neither", "either", "each", "somebody", "someone"})
_SOME = frozenset(
    {"others", "many", "some", "most", "several", "few", "both", "all", "those", "none", "more", "everyone"}
    | {"two", "three", "four", "half", "nobody", "everybody", "anyone"}
)
_OWN = frozenset({"i", "me", "my", "we", "us", "our", "myself", "ourselves"})
_PERSONAL = frozenset({"he", "she", "they", "it", "him", "her", "them", "his", "their", "its"})
_DOCUMENTS = frozenset(
    {"statement", "report", "study", "survey", "poll", "analysis", "review", "letter", "memo", "memorandum"}
    | {
        "email",
        "e-mail",
        "tweet",
        "post",
        "release",
        "filing",
        "record",
        "document",
        "data",
        "figure",
        "paper",
    }
    | {"statistic", "estimate", "forecast", "article", "editorial", "lawsuit", "complaint", "announcement"}
    | {"note", "communique", "bulletin", "dispatch", "calculation", "research", "investigation", "count"}
    | {"account", "message", "transcript", "assessment", "audit", "tally", "projection", "finding", "result"}
    | {"datum", "ruling", "indictment", "affidavit", "video", "book"}
)
# "The statement said": whose it is was said just before.
_OWN_WORDS = frozenset({"statement", "letter", "memo", "email", "release", "post", "message"})
_KINDS = {
    **dict.fromkeys(("he", "she"), frozenset({EntityKind.PERSON})),
    "they": frozenset({EntityKind.GROUP, EntityKind.ORGANIZATION}),
    "it": frozenset({EntityKind.ORGANIZATION}),
}
_BACK = 3
_AUTHORS = ("poss", "by", "from", "of", "mod")
_ABLE = frozenset({EntityKind.PERSON, EntityKind.GROUP, EntityKind.ORGANIZATION, EntityKind.PLACE})
_BODIES = frozenset(
    {"office", "campaign", "administration", "team", "camp", "government", "side", "staff", "department"}
    | {"company", "firm", "agency", "court", "panel", "committee", "commission", "board", "council", "bank"}
    | {"newspaper", "paper", "outlet", "network", "station", "website", "magazine", "site", "party", "union"}
)


class Speakers:
    """Finds speakers in order of the text, and keeps what it had to describe.

    Args:
        lookup: The mentions of the article.
    """

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._doc = lookup.doc
        self._made: dict[int, EntityMention] = {}
        self._next = 1 + max((int(each[1:]) for each in lookup.entities), default=0)
        self._chains = {each.chain for each in lookup.entities.values()}
        self._linked: dict[int, tuple[int, ...]] = {}
        self._kinds: dict[int, str] = {}
        for chain in self._doc._.coreference if Doc.has_extension("coreference") else ():
            heads = tuple(each.head for each in chain.mentions if each.confidence >= _LEAST)
            self._linked.update(dict.fromkeys(heads, heads))
            self._kinds.update({each.head: each.kind for each in chain.mentions})

    @property
    def made(self) -> tuple[EntityMention, ...]:
        """The speakers that were described anew, in order of the text."""
        return tuple(sorted(self._made.values(), key=lambda each: each.span))

    def of(
        self,
        source: Sequence[Token],
        quoted: Callable[[Token], EntityMention | None],
        before: Sequence[EntityMention],
    ) -> EntityMention | None:
        """Find the mention that a source stands for.

        Args:
            source: Its words.
            quoted: Tells who is quoted by a quotation that a word lies in.
            before: Who spoke before, the last first.
        """
        if not source:
            return None
        inside = {token.i for token in source}
        tops = [token for token in source if token.head.i not in inside or token.head.i == token.i]
        # "Clinton’s manager Ada Berg": a possessor that the tree lets stand alone is not who speaks.
        tops.sort(key=lambda top: any(child.tag_ == "POS" for child in top.children))
        for top in tops:
            found = self._at(antecedent(top), quoted, before)
            if found is not None:
                return found
        mentions = [each for token in source if (each := self._lookup.headed_by(token)) is not None]
        mentions.sort(key=lambda each: (each.kind is EntityKind.NORP, each.span.start, -each.span.end))
        return next(iter(mentions), None)

    def _at(
        self, head: Token, quoted: Callable[[Token], EntityMention | None], before: Sequence[EntityMention]
    ) -> EntityMention | None:
        if head.i in self._made:
            return self._made[head.i]
        word = head.lower_
        if word in _OWN:
            return quoted(head)
        if word in _ONE or (word in _SOME and head.pos_ != "NUM"):
            return self._lookup.headed_by(head) or self._some(head)
        author = self._author(head, before) if _is_document(head) else None
        known = author or self._lookup.at(head)
        if known is not None:
            return known
        if word in _PERSONAL and head.pos_ == "PRON":
            return self._linked_with(head) or _fitting(word, before)
        if head.ent_type_ == "PERCENT" and head.dep_ in SUBJECT:
            return self._describe(head, full_span(head), EntityKind.GROUP, MentionForm.ANONYMOUS)
        if head.pos_ != "NOUN" or head.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL"):
            return None
        return self._describe(head, base_span(head), self._kind(head), MentionForm.NOMINAL)

    def _some(self, head: Token) -> EntityMention | None:
        """Describe "many", "one of them", "the other"; what counts a known group is left to that group."""
        of = slots(head).get("of", ())
        if head.lower_ not in _ONE and of and of[0].pos_ != "PRON":
            group = self._lookup.at(of[0])
            if group is not None:
                return group
        if head.dep_ not in SUBJECT and not of:
            return None
        kind = EntityKind.PERSON if head.lower_ in _ONE else EntityKind.GROUP
        return self._describe(head, full_span(head), kind, MentionForm.ANONYMOUS)

    def _author(self, document: Token, before: Sequence[EntityMention]) -> EntityMention | None:
        """Who wrote it: its possessor, "by" or "from" whom it is, a name before it; else who spoke last."""
        hanging = slots(document)
        nouns = [noun for slot in _AUTHORS for noun in hanging.get(slot, ())]
        for child in document.children:
            if child.dep_ == "acl" and child.tag_ == "VBN":
                nouns += slots(child).get("subj", ())
        known = (self._lookup.at(noun) for noun in nouns)
        told = next((each for each in known if each is not None and _can_tell(each)), None)
        if told is None and base_form(document) in _OWN_WORDS and determiner(document) == "the" and not nouns:
            return next(iter(before), None)
        return told

    def _linked_with(self, head: Token) -> EntityMention | None:
        """Find what the reader's coreference joins a word with; a name if it can be."""
        heads = self._linked.get(head.i, ())
        known = [
            each
            for at in heads
            if (each := self._lookup.headed_by(self._doc[at]) or self._made.get(at)) is not None
        ]
        known.sort(key=lambda each: each.form is not MentionForm.NAME)
        return next(iter(known), None)

    def _named_so(self, noun: Token) -> EntityMention | None:
        """Find "Congressional Budget Office" for "the budget office": the name ends with these words."""
        words = [*(each.lower_ for each in modifiers(noun)), noun.lower_]
        if determiner(noun) != "the" or len(words) < 2:
            return None
        for mention in self._lookup.entities.values():
            if mention.form is MentionForm.NAME and mention.span.end <= noun.idx:
                name = self._doc.text[mention.span.start : mention.span.end].lower().split()
                if len(name) > len(words) and name[-len(words) :] == words:
                    return mention
        return None

    def _kind(self, noun: Token) -> EntityKind:
        entry = noun_entry(noun)
        told = self._kinds.get(noun.i, "")
        if _is_document(noun):
            return EntityKind.OTHER
        if base_form(noun) in _BODIES or told == "organization":
            return EntityKind.ORGANIZATION
        if is_many(noun) and (entry is not None or told == "person"):
            return EntityKind.GROUP
        return EntityKind.PERSON if told == "person" else EntityKind.OTHER

    def _describe(
        self, head: Token, bounds: tuple[int, int], kind: EntityKind, form: MentionForm
    ) -> EntityMention:
        words = self._doc[bounds[0] : bounds[1]]
        same = (self._linked_with(head) or self._named_so(head)) if form is MentionForm.NOMINAL else None
        if same is None:
            chain = f"c{len(self._chains) + 1}"
            self._chains.add(chain)
        else:
            chain, kind = same.chain, same.kind
        mention = EntityMention(
            id=f"m{self._next}",
            span=Span(words.start_char, words.end_char),
            head=Span(head.idx, head.idx + len(head.text)),
            kind=kind,
            form=form,
            chain=chain,
            confidence=_CONFIDENCE,
            method="rule.speaker",
        )
        self._next += 1
        self._made[head.i] = mention
        return mention


def _is_document(noun: Token) -> bool:
    return not forms_of(noun).isdisjoint(_DOCUMENTS)


def _can_tell(mention: EntityMention) -> bool:
    """Tell whether a mention can have written something; a study by name tells its results."""
    return mention.kind in _ABLE or (mention.kind is EntityKind.OTHER and mention.form is MentionForm.NAME)


def _fitting(pronoun: str, before: Sequence[EntityMention]) -> EntityMention | None:
    """Take a pronoun that nothing explains for the last who spoke before and whose kind of thing fits."""
    kinds = _KINDS.get(pronoun, frozenset())
    return next((each for each in before[:_BACK] if each.kind in kinds), None)
