"""The body of an office, and whether the relation of the office can hold with it."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from graph.extract.clauses import slots
from graph.extract.lookup import Lookup
from graph.extract.office_words import OfficeWords, Post, is_office, office_words, party
from graph.extract.titles import title_at
from graph.gazetteer import Gazetteer
from graph.model.mentions import EntityMention
from graph.model.terms import EntityKind, MentionForm, RelationType

_ORGANIZED = frozenset({EntityKind.ORGANIZATION, EntityKind.FACILITY})
_BODY = _ORGANIZED | {EntityKind.PLACE, EntityKind.NORP, EntityKind.GROUP}
_CLOSE = frozenset({"of", "for", "poss", "mod", "to"})
_AFTER = frozenset({"of", "for", "at", "with", "to", "in"})
# Heads that serve one person: "Brask's lawyer", "an adviser to Brask", "Brask campaign manager".
_PERSONAL = frozenset({RelationType.SPOKESPERSON_FOR, RelationType.WORKS_FOR})
_OF_PLACES = frozenset({"state", "leader", "local", "minister", "legislator", "rank", "service"})
_NOT_OF_PARTIES = frozenset({"state", "local", "legislator", "minister", "rank"})
_AND = frozenset({"and", "&", "/"})
_OWNED = frozenset({"’s", "'s", "’", "'"})
_ON = _AFTER | {"on"}
_GAP = 5
_REACH = 14
# "of Orvik, Norland-based maker Tarn Steel": where the body is, not the body
_SEAT = re.compile(r"(?:, [A-Z][\w. ]{2,24})?[-–]based")


def body_of(office: OfficeWords, holder: EntityMention, lookup: Lookup) -> EntityMention | None:
    """Find the body of an office: "Norland's", "Ministry spokesman", "of the agency", "for", "at"."""
    found = (
        mention
        for mention in _near(office, holder, lookup)
        if mention.chain != holder.chain and mention.id != holder.id
    )
    return next(found, None)


def _near(
    office: OfficeWords, holder: EntityMention, lookup: Lookup, *, shared: bool = True
) -> Iterator[EntityMention]:
    token = office.head
    hanging = slots(token)
    for slot in ("of", "for", "poss", "mod", "at", "with", "in", "to", "from"):
        # of several before the office, the nearest: "the Norland Press Union president"
        for each in reversed(hanging.get(slot, ())) if slot == "mod" else hanging.get(slot, ()):
            inner = (child for child in each.children if child.dep_ in ("appos", "flat", "compound"))
            for candidate in (each, *inner):
                mention = lookup.at(candidate)
                if mention is not None and slot not in ("poss", "mod"):
                    mention = _owned(mention, lookup)
                if mention is not None and fits(office.post, slot, mention, lookup):
                    yield mention
            if slot in ("poss", "of"):
                named = _its(each, lookup) if each.lower_ == "its" else _named_so(each, lookup)
                if named is not None:
                    yield named
    yield from _beside(office, lookup)
    yield from _behind(office.last + 1, office, lookup)
    if shared:
        yield from _shared(office, holder, lookup)
    last = lookup.tokens(holder.span)
    if last and office.last < last[-1].i <= office.last + _GAP:
        # "Senator Jon Vell of Kesh", "senior researcher Ana Brask, of the Tarn Institute"
        at = last[-1].i + 1
        at += at < len(lookup.doc) and lookup.doc[at].text == ","
        yield from _behind(at, office, lookup)
        if office.post.sort == "legislator":
            yield from _constituency(at, lookup)


def _constituency(at: int, lookup: Lookup) -> Iterator[EntityMention]:
    """The place behind the name of a lawmaker: "(Tex.)", ", Republican of Iowa"."""
    doc = lookup.doc
    if at + 2 >= len(doc):
        return
    colour = lookup.covering(doc[at])
    coloured = colour is not None and party(colour, lookup.text[colour.span.start : colour.span.end])
    if doc[at].text == "(":
        at += 1
    elif coloured and doc[at + 1].lower_ in ("of", "from"):
        at += 2
    else:
        return
    place = lookup.covering(doc[at])
    if place is not None and place.kind is EntityKind.PLACE:
        yield place


def _owned(mention: EntityMention, lookup: Lookup) -> EntityMention:
    """The name of what a body owns, where the body only stands before it: "the state's Tarn Academy"."""
    doc, tokens = lookup.doc, lookup.tokens(mention.span)
    at = tokens[-1].i + 1
    if at >= len(doc) or doc[at].text not in _OWNED:
        return mention
    for each in doc[at + 1 : at + 1 + _GAP]:
        named = lookup.covering(each)
        if named is not None and named.form is MentionForm.NAME and named.kind in _ORGANIZED:
            return named
        if each.pos_ not in ("ADJ", "NOUN", "PROPN"):
            break
    return mention


def party_of(office: OfficeWords, lookup: Lookup) -> EntityMention | None:
    """Give the party whose name stands before an office ("Democratic Gov. Jon Vell")."""
    doc = lookup.doc
    near = [lookup.at(each) for each in slots(office.head).get("mod", ())]
    near += [
        lookup.covering(doc[at]) for at in range(max(office.head.sent.start, office.first - 2), office.first)
    ]
    for mention in near:
        if mention is not None and party(mention, lookup.text[mention.span.start : mention.span.end]):
            return mention
    return None


def fits(post: Post, slot: str, mention: EntityMention, lookup: Lookup) -> bool:
    """Tell whether a thing can be the body of an office, where it hangs on it by this slot."""
    kind = mention.kind
    if _SEAT.match(lookup.text, mention.span.end):
        return False
    if kind is EntityKind.PERSON:
        return post.relation in _PERSONAL and post.sort != "rank" and slot in _CLOSE
    if kind not in _BODY:
        return False
    if slot not in _CLOSE and kind not in _ORGANIZED:
        return slot == "in" and kind is EntityKind.PLACE and post.sort in ("state", "leader")
    text = lookup.text[mention.span.start : mention.span.end]
    if party(mention, text):
        return post.sort not in _NOT_OF_PARTIES
    if kind is EntityKind.NORP:
        return post.sort in _OF_PLACES and Gazetteer.load().demonym(text) is not None
    return kind is not EntityKind.PLACE or post.sort != "occupation"


def holds(post: Post, body: EntityMention | None, lookup: Lookup) -> RelationType | None:
    """Give the relation of an office with its body beside that of being held, if it can hold with it."""
    if body is None or post.relation is RelationType.HOLDS_POSITION:
        return None
    kind, relation = body.kind, post.relation
    if kind is EntityKind.PERSON:
        return relation if relation is RelationType.SPOKESPERSON_FOR else RelationType.WORKS_FOR
    if party(body, lookup.text[body.span.start : body.span.end]):
        return relation if relation is RelationType.LEADS else None
    if kind in (EntityKind.PLACE, EntityKind.NORP):
        if relation is RelationType.LEADS:
            return relation if post.sort in ("state", "leader") else None
        return None if relation is RelationType.MEMBER_OF else relation
    return relation


def _shared(office: OfficeWords, holder: EntityMention, lookup: Lookup) -> Iterator[EntityMention]:
    """The body of the office that "and" joins: "president and chief executive of the Tarn Bank"."""
    doc, sentence, at = lookup.doc, office.head.sent, office.last + 1
    if at < sentence.end and doc[at].lower_ in _AND:
        for each in doc[at + 1 : min(sentence.end, at + 1 + _GAP)]:
            joined = office_words(each, lookup)
            if joined is not None and joined.first == at + 1:
                yield from _near(joined, holder, lookup, shared=False)
                break
    at = office.first - 1
    if at > sentence.start and doc[at].lower_ in _AND:
        joined = office_words(doc[at - 1], lookup)
        if joined is not None:
            yield from _near(joined, holder, lookup, shared=False)


def _named_so(noun: Token, lookup: Lookup) -> EntityMention | None:
    """What "the observatory" stands for where it is no mention: the one name of the article that ends so."""
    if lookup.at(noun) is not None or noun.pos_ != "NOUN" or not any(c.lower_ == "the" for c in noun.lefts):
        return None
    named = [
        mention
        for mention in lookup.entities.values()
        if mention.form is MentionForm.NAME and mention.kind in _ORGANIZED
    ]
    ending = f" {noun.lower_}"
    text = lookup.text
    chains = {m.chain for m in named if text[m.span.start : m.span.end].lower().endswith(ending)}
    if len(chains) != 1:
        return None
    before = [m for m in named if m.chain in chains and m.span.start < noun.idx]
    return max(before, key=lambda mention: mention.span.start, default=None)


def _its(pronoun: Token, lookup: Lookup) -> EntityMention | None:
    """What "its" stands for where nobody resolved it: the one body named last, here or a sentence before."""
    if lookup.at(pronoun) is not None:
        return None
    sentence = pronoun.sent
    start = sentence.start_char if sentence.start == 0 else pronoun.doc[sentence.start - 1].sent.start_char
    near = [
        each
        for each in lookup.entities.values()
        if each.kind is EntityKind.ORGANIZATION
        and each.form is MentionForm.NAME
        and start <= each.span.start < pronoun.idx
    ]
    return near[-1] if len({each.chain for each in near}) == 1 else None


def _beside(office: OfficeWords, lookup: Lookup) -> Iterator[EntityMention]:
    """The name right before the words of an office: "Ministry spokesman", "Brask’s campaign manager"."""
    doc, start = lookup.doc, office.head.sent.start
    at = office.first - 1
    while at > start and (doc[at].text in ("’s", "'s", "’", "'") or _remark(doc[at], lookup)):
        at -= 1
    mention = lookup.covering(doc[at]) if at >= start else None
    while mention is not None and mention.form is MentionForm.NAME:
        if fits(office.post, "mod", mention, lookup):
            yield mention
        # "Republican Alabama senator", "the Norland army's chief"
        first = lookup.tokens(mention.span)[0].i - 1
        mention = lookup.covering(doc[first]) if first >= start else None


def _remark(token: Token, lookup: Lookup) -> bool:
    """Tell whether a word between body and office is about the holder ("Norland's new president")."""
    cover = lookup.covering(token)
    return token.pos_ in ("ADJ", "NUM") and (cover is None or cover.form is not MentionForm.NAME)


def _behind(at: int, office: OfficeWords, lookup: Lookup) -> Iterator[EntityMention]:
    """The name that follows with a preposition, wherever the tree hangs it.

    Fields and subjects may stand between: "professor of law and politics at the Tarn Institute".
    """
    doc, end = lookup.doc, min(office.head.sent.end, at + _REACH)
    goes_on = at < end and office.last > office.head.i and doc[at].lower_ == "and" and not _stops(doc[at])
    if at >= end or not (doc[at].lower_ in _ON or goes_on):
        return
    slot, since = doc[at].lower_, at
    for each in doc[at + 1 : end]:
        mention = lookup.covering(each)
        named = mention is not None and mention.form is MentionForm.NAME
        if mention is not None and named and mention.span.start == each.idx:
            mention = _owned(mention, lookup)
            if _SEAT.match(lookup.text, mention.span.end):
                since = lookup.tokens(mention.span)[-1].i + 2
            elif fits(office.post, slot, mention, lookup):
                yield mention
                return
            elif mention.kind is not EntityKind.NORP:
                return
        elif each.lower_ in _ON:
            slot, since = each.lower_, each.i
        elif each.i > since and ((not named and _stops(each)) or each.i - since > _GAP):
            return


def _stops(token: Token) -> bool:
    """Tell whether a word ends what stands between an office and the name of its body."""
    if token.pos_ == "PROPN":
        return not title_at([token.text], 0)
    if token.pos_ == "CCONJ":
        return any(is_office(word) for word in token.doc[token.i + 1 : token.i + 4])
    return token.pos_ in ("VERB", "AUX", "ADP", "PUNCT", "PRON", "SCONJ")
