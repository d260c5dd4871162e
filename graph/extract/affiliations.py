"""Whom a person belongs to, told beside the name alone: "Jon Vell of the Tarn Institute", "(D-Mo.)"."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from graph.extract.clauses import POSSESSIVE, conjuncts
from graph.extract.lookup import Lookup, sentence_of
from graph.extract.office_words import FORMER, party
from graph.model.mentions import EntityMention, RelationMention
from graph.model.terms import EntityKind, MentionForm, RelationStatus, RelationType
from graph.model.text import Span

_EMPLOYERS = frozenset({EntityKind.ORGANIZATION, EntityKind.FACILITY})
_BEHIND = frozenset({"of", "from", "at", "with", "for"})
_BESIDE = frozenset({"compound", "nmod:desc", "amod", "flat", "appos"})
# "(D-Mo.)", ", R-N.H.,", "(I-Vt.)" behind the name of an American lawmaker
_LETTER = re.compile(r",? ?\(?([DR])[-–][A-Z][A-Za-z.\-]{1,6}")
_LETTERS = {"D": ("democrat",), "R": ("republican", "gop")}
# Whom one belongs to rather than works for.
_JOINED = frozenset({"party", "caucus", "movement", "league", "alliance", "front", "committee"})
_KIN = frozenset({"brothers", "sisters", "siblings", "twins", "cousins", "spouses", "couple", "newlyweds"})
_GAP = 5


def find_affiliations(lookup: Lookup) -> Iterator[RelationMention]:
    """Yield for whom people work and which party they are of, as the words beside their names tell."""
    for mention in sorted(lookup.entities.values(), key=lambda each: each.span):
        if mention.form is not MentionForm.NAME:
            continue
        tokens = lookup.tokens(mention.span)
        if mention.kind is EntityKind.PERSON and tokens:
            yield from _employed(mention, tokens, lookup)
            yield from _lettered(mention, tokens, lookup)
        elif tokens and party(mention, lookup.text[mention.span.start : mention.span.end]):
            yield from _of_party(mention, lookup)
    for token in lookup.doc:
        if token.lower_ in _KIN:
            yield from _kin(token, lookup)


def _kin(noun: Token, lookup: Lookup) -> Iterator[RelationMention]:
    """Read "the brothers Jon and Ivo Vell", "Jon and Ivo Vell, both brothers"."""
    beside = [child for child in noun.children if child.dep_ in ("appos", "flat") and child.i > noun.i]
    beside += [noun.head] if noun.dep_ in _BESIDE else []
    for each in beside:
        people = [lookup.at(one) for one in conjuncts(each)]
        named = [one for one in people if one is not None and one.form is MentionForm.NAME]
        named = [one for one in named if one.kind is EntityKind.PERSON]
        for other in named[1:]:
            if other.chain != named[0].chain:
                yield _relation(other, RelationType.FAMILY_OF, named[0], noun)


def _employed(person: EntityMention, tokens: list[Token], lookup: Lookup) -> Iterator[RelationMention]:
    """Read "Jon Vell of the Tarn Institute", "the Tarn Institute’s Jon Vell"."""
    body = _behind(tokens[-1], lookup)
    root = lookup.root(person.span)
    if body is None and root is not None:
        owners = (child for child in root.children if child.dep_ in POSSESSIVE and child.i < tokens[0].i)
        body = next((owner for each in owners if (owner := lookup.at(each)) is not None), None)
    named = body is not None and body.form is MentionForm.NAME and body.kind in _EMPLOYERS
    if body is not None and named:
        predicate = RelationType.MEMBER_OF if joins(body, lookup.text) else RelationType.WORKS_FOR
        yield _relation(person, predicate, body, tokens[0])


def joins(body: EntityMention, text: str) -> bool:
    """Tell whether people belong to a body rather than work for it ("the Tarn Party")."""
    return bool(_JOINED & set(text[body.span.start : body.span.end].lower().split()))


def _behind(last: Token, lookup: Lookup) -> EntityMention | None:
    doc, at, end = last.doc, last.i + 1, last.sent.end
    comma = at < end and doc[at].text == ","
    at += comma
    if at >= end or doc[at].lower_ not in _BEHIND or (comma and doc[at].lower_ in ("for", "with", "at")):
        return None
    # "said Jon Vell for the agency", but not "met Jon Vell at the bank"
    if doc[at].lower_ != "of" and not _speaks(last, lookup):
        return None
    for each in doc[at + 1 : min(end, at + 1 + _GAP)]:
        mention = lookup.covering(each)
        if mention is not None and mention.form is MentionForm.NAME and mention.span.start == each.idx:
            return mention
        if each.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PUNCT") or each.text == ",":
            return None
    return None


def _speaks(last: Token, lookup: Lookup) -> bool:
    """Tell whether a name is a subject, so that what follows is said of it and not of a verb before it."""
    mention = lookup.covering(last)
    root = lookup.root(mention.span) if mention is not None else None
    return root is not None and root.dep_ in ("nsubj", "appos", "ROOT")


def _lettered(person: EntityMention, tokens: list[Token], lookup: Lookup) -> Iterator[RelationMention]:
    """Read the letter of a party; its mention is the nearest of the article."""
    text = lookup.text
    found = _LETTER.match(text, person.span.end)
    if found is None:
        return
    starts = _LETTERS[found[1]]
    parties = [
        each
        for each in lookup.entities.values()
        if each.form is MentionForm.NAME and _is_party(each, text[each.span.start : each.span.end], starts)
    ]
    if parties:
        nearest = min(parties, key=lambda each: abs(each.span.start - person.span.start))
        yield _relation(
            person, RelationType.MEMBER_OF, nearest, tokens[0], Span(person.span.start, found.end())
        )


def _is_party(mention: EntityMention, name: str, starts: tuple[str, ...]) -> bool:
    words = name.lower().removeprefix("the ").split()
    bare = len(words) == 1 or words[1:] == ["party"]
    return bare and mention.kind in (EntityKind.NORP, EntityKind.ORGANIZATION) and words[0].startswith(starts)


def _of_party(colour: EntityMention, lookup: Lookup) -> Iterator[RelationMention]:
    """Read "Democrat Ana Brask", "Ana Brask, a Democrat", "two Democrats, Ana Brask and Jon Vell"."""
    token = lookup.root(colour.span)
    if token is None:
        return
    copular = any(child.dep_ == "cop" for child in token.children)
    people = [child for child in token.children if child.dep_ in ("appos", "flat") and child.i > token.i]
    people += [child for child in token.children if copular and child.dep_ == "nsubj"]
    people += [token.head] if token.dep_ in _BESIDE else []
    after = lookup.tokens(colour.span)[-1].i + 1
    people += lookup.doc[after:][:1]
    people += _before_comma(token, lookup)
    named = {each.chain for each in lookup.entities.values() if each.form is MentionForm.NAME}
    seen: set[str] = set()
    for each in people:
        for one in conjuncts(each) if token.tag_ in ("NNS", "NNPS") else (each,):
            person = lookup.at(one)
            if person is not None and person.kind is EntityKind.PERSON and person.chain in named - seen:
                seen.add(person.chain)
                yield _relation(person, RelationType.MEMBER_OF, colour, token)


def _before_comma(colour: Token, lookup: Lookup) -> list[Token]:
    """The name before the comma of "Jon Vell, (a) Democrat of Kesh", which trees may hang elsewhere."""
    at = colour.i - 1
    while at > colour.sent.start and (lookup.doc[at].pos_ in ("DET", "ADJ") or lookup.doc[at].like_num):
        at -= 1
    comma = at > colour.sent.start and lookup.doc[at].text == ","
    return [lookup.doc[at - 1]] if comma and colour.dep_ in ("appos", "conj") else []


def _relation(
    person: EntityMention,
    predicate: RelationType,
    body: EntityMention,
    token: Token,
    words: Span | None = None,
) -> RelationMention:
    former = any(child.lower_ in FORMER for child in token.lefts)
    span = Span(min(person.span.start, body.span.start), max(person.span.end, body.span.end))
    return RelationMention(
        id="r",
        subject=person.id,
        predicate=predicate,
        object=body.id,
        span=words or span,
        sentence=sentence_of(token),
        status=RelationStatus.FORMER if former else RelationStatus.CURRENT,
        confidence=0.75,
        method=f"relations.affiliation.{predicate.value}",
    )
