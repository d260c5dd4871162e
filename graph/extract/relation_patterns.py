"""Relations that verbs and nouns tell of, as `relation_patterns.jsonl` lists them ("heads", "wife")."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from graph.extract.clauses import RELATIVE, Slots, auxiliaries, negated, slots
from graph.extract.lemmas import lemma_of
from graph.extract.lexicon import read_rules
from graph.extract.lookup import KINDS, Lookup, sentence_of
from graph.extract.office_words import party
from graph.gazetteer import Gazetteer
from graph.model.mentions import EntityMention, RelationMention
from graph.model.terms import EntityKind, MentionForm, RelationStatus, RelationType
from graph.model.text import Span

_PLACES = frozenset({EntityKind.PLACE, EntityKind.FACILITY})
_PAST = frozenset({"VBD"})
_IDENTITIES = frozenset({"city", "town", "village", "province", "state", "district", "region", "port"})
MODALS = frozenset({"will", "would", "could", "may", "might", "should", "can", "shall", "must", "’ll", "'ll"})
_BROAD = 3


@dataclass(frozen=True, slots=True)
class Pattern:
    """A record of `relation_patterns.jsonl`; `subject`, `object`: slots and the kinds that fill them.

    `begins`: the verb tells of the beginning, so its past does not tell that it is over ("married").
    `beside`: one of these words must hang on the word ("armed wing"); any if there are none.
    """

    pos: str
    lemmas: frozenset[str]
    predicate: RelationType
    subject: tuple[str, frozenset[EntityKind]]
    object: tuple[str, frozenset[EntityKind]]
    example: str
    begins: bool
    beside: frozenset[str]


@cache
def patterns() -> tuple[Pattern, ...]:
    """Read `relation_patterns.jsonl`."""
    return tuple(
        Pattern(
            record["pos"],
            frozenset(record["lemmas"]),
            RelationType(record["predicate"]),
            _slot(record["subject"]),
            _slot(record["object"]),
            record["example"],
            record.get("begins", False),
            frozenset(record.get("beside", ())),
        )
        for record in read_rules("relation_patterns.jsonl")
    )


def _slot(cell: str) -> tuple[str, frozenset[EntityKind]]:
    slot, _, kinds = cell.partition("=")
    return slot, frozenset(kind for name in kinds.split("|") for kind in KINDS[name])


def find_by_pattern(lookup: Lookup) -> Iterator[RelationMention]:
    """Yield the relations that a pattern tells of."""
    named = {mention.chain for mention in lookup.entities.values() if mention.form is MentionForm.NAME}
    for token in lookup.doc:
        pos = "V" if token.pos_ == "VERB" else "N" if token.pos_ in ("NOUN", "PROPN") else ""
        matching = [each for each in patterns() if each.pos == pos and lemma_of(token) in each.lemmas]
        if not matching or negated(token) or _compounded(token) or _unreal(token):
            continue
        hanging = slots(token)
        for pattern in matching:
            if pattern.beside and pattern.beside.isdisjoint(child.lower_ for child in token.lefts):
                continue
            for subject in _filling(token, hanging, pattern.subject, lookup):
                for target in _filling(token, hanging, pattern.object, lookup)[:_BROAD]:
                    if _holds(pattern, subject, target, named, lookup):
                        yield _relation(pattern, token, subject, target)


def _unreal(token: Token) -> bool:
    """Tell whether a verb tells of what may or shall be ("would lead", "demands that it hire")."""
    return token.pos_ == "VERB" and (token.tag_ == "VB" or bool(MODALS & set(auxiliaries(token))))


def _compounded(token: Token) -> bool:
    """Tell whether a noun is the second part of a word with a hyphen ("front-runner")."""
    return token.i > 0 and token.nbor(-1).text in ("-", "–") and not token.nbor(-1).whitespace_


def _holds(
    pattern: Pattern, subject: EntityMention, target: EntityMention, named: set[str], lookup: Lookup
) -> bool:
    if subject.chain == target.chain or subject.id == target.id:
        return False
    if subject.span.overlaps(target.span) and pattern.predicate is RelationType.LOCATED_IN:
        return False
    if pattern.predicate is RelationType.FAMILY_OF:
        # "her brothers" of whom nothing more is known tell of nobody
        single = EntityKind.GROUP not in (subject.kind, target.kind)
        return bool({subject.chain, target.chain} & named) and (
            single or {subject.chain, target.chain} <= named
        )
    if target.kind is EntityKind.NORP:
        text = lookup.text[target.span.start : target.span.end]
        if party(target, text) or Gazetteer.load().demonym(text) is None:
            return False
    return pattern.pos == "V" or subject.chain in named


def _relation(
    pattern: Pattern, token: Token, subject: EntityMention, target: EntityMention
) -> RelationMention:
    return RelationMention(
        id="r",
        subject=subject.id,
        predicate=pattern.predicate,
        object=target.id,
        span=words_of(token, subject, target),
        sentence=sentence_of(token),
        status=RelationStatus.CURRENT if pattern.begins else _status(token),
        confidence=0.75,
        method=f"relations.pattern.{lemma_of(token)}",
    )


def words_of(head: Token, *mentions: EntityMention | None) -> Span:
    """The words that carry a relation: from the first to the last of its parts in its sentence."""
    sentence = sentence_of(head)
    inside = [mention.span for mention in mentions if mention is not None and sentence.contains(mention.span)]
    spans = [Span(head.idx, head.idx + len(head)), *inside]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _filling(
    token: Token, hanging: Slots, slot: tuple[str, frozenset[EntityKind]], lookup: Lookup
) -> tuple[EntityMention, ...]:
    name, kinds = slot
    if name == "self":
        found = _selves(token, lookup)
    elif name == "in":
        found = tuple(place for each in hanging.get(name, ()) for place in lookup.place_at(each))
    elif name == "subj" and (who := before_who(token, lookup)) is not None:
        found = (who,)
    elif name == "subj":
        # "Jon Vell, a fellow who ran the agency": the noun may be no mention of its own
        found = lookup.all_at(
            each.head if each.dep_ == "appos" and lookup.at(each) is None else each
            for each in hanging.get(name, ())
        )
    elif name == "obj" and not hanging.get("obj"):
        # a name right after the verb that the reader takes for an adjunct ("who runs St Ana’s Hospital")
        found = lookup.all_at(hanging.get("", ()))
    else:
        found = lookup.all_at(hanging.get(name, ()))
    return tuple(mention for mention in found if mention.kind in kinds)


def before_who(verb: Token, lookup: Lookup) -> EntityMention | None:
    """The name right before the "who" of a verb's clause, which trees may hang on an earlier noun."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        if any(child.dep_ in ("nsubj", "nsubj:pass") for child in verb.children):
            break
        verb = verb.head
    who = next((child for child in verb.children if child.lower_ == "who" and child.dep_ == "nsubj"), None)
    if verb.dep_ not in RELATIVE or who is None:
        return None
    at = who.i - 1
    at -= at > 0 and who.doc[at].text == ","
    mention = lookup.covering(who.doc[at]) if at >= 0 else None
    person = mention is not None and mention.form is MentionForm.NAME and mention.kind is EntityKind.PERSON
    return mention if person else None


def _selves(token: Token, lookup: Lookup) -> tuple[EntityMention, ...]:
    """What a noun stands for: the name beside it ("the city of Kesh") before the noun itself."""
    named = [
        child
        for child in token.children
        if child.dep_ in ("appos", "flat", "nmod:desc", "compound") and child.i > token.i
    ]
    if token.dep_ == "appos":
        named += _before_comma(token)
    if token.dep_ in ("appos", "compound", "nmod:desc") and token.head.i != token.i:
        named.append(token.head)
    if any(child.dep_ == "cop" for child in token.children):
        named += [child for child in token.children if child.dep_ == "nsubj"]
    for each in named:
        mention = lookup.at(each)
        if mention is not None and mention.form is MentionForm.NAME:
            return (mention,)
    own = lookup.at(token)
    if own is not None and any(
        name is not None and name.chain == own.chain for name in map(lookup.headed_by, token.lefts)
    ):
        return (own,)  # "the Lazio region of Italy"
    inner = lookup.place_at(token) if own is None or own.kind in _PLACES else ()
    if own is not None and inner and inner[0].id != own.id and lemma_of(token) in _IDENTITIES:
        return inner[:1]
    return (own,) if own is not None else ()


def _before_comma(noun: Token) -> list[Token]:
    """The word before the comma of an apposition, which trees may hang on an earlier noun."""
    first = next(iter(noun.subtree)).i
    comma = first > 1 and noun.doc[first - 1].text == ","
    return [noun.doc[first - 2]] if comma else []


def _status(token: Token) -> RelationStatus:
    if token.tag_ in _PAST and token.pos_ == "VERB":
        return RelationStatus.FORMER
    before = {child.lower_ for child in token.lefts}
    return RelationStatus.FORMER if before & {"former", "ex", "late"} else RelationStatus.CURRENT
