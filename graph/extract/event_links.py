"""How the text joins events: cause, purpose, condition, part and order, by the words between them.

The words are data: `event_links.tsv`, each line with an example.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token

from graph.extract.clauses import ADVERBIAL, OBJECT, PASSIVE_SUBJECT, SUBJECT, is_verbal, negated, obliques
from graph.extract.lemmas import lemma_of
from graph.extract.lexicon import read_rows
from graph.extract.light_verbs import light_verb
from graph.extract.lookup import span_of
from graph.model.mentions import EventLink, EventMention
from graph.model.terms import EventRelation, EventType
from graph.model.text import Span

_CONFIDENCE = 0.8
# Conjunctions that some parsers take for adverbs.
_ADVERBS = frozenset({"when", "while", "once"})
# "To" behind them tells what is asked, promised or decided, not what for.
_ASKING = frozenset(
    {
        EventType.DEMAND,
        EventType.PROMISE,
        EventType.REFUSAL,
        EventType.WARNING,
        EventType.PROPOSAL,
        EventType.AGREEMENT,
        EventType.VOTE,
    }
)
_JUSTICE = frozenset(
    {
        EventType.ARREST,
        EventType.DETENTION,
        EventType.CHARGE,
        EventType.CONVICTION,
        EventType.ACCUSATION,
        EventType.INVESTIGATION,
        EventType.COURT_CASE,
    }
)
_CRIMES = frozenset(
    {
        EventType.KILLING,
        EventType.DEATH,
        EventType.INJURY,
        EventType.SHOOTING,
        EventType.BOMBING,
        EventType.ATTACK,
        EventType.CRIME,
        EventType.CYBERATTACK,
        EventType.ACCIDENT,
    }
)
_ARTICLES = frozenset({"det", "nmod:poss", "poss", "amod", "nummod"})


@dataclass(frozen=True, slots=True)
class LinkRule:
    """A line of `event_links.tsv`; `upper` tells which of the two events has the relation to the other."""

    words: frozenset[str]
    construction: str
    relation: EventRelation
    upper: bool
    example: str


@dataclass(frozen=True, slots=True)
class _Found:
    upper: Token
    lower: Token
    words: Span
    rule: LinkRule


@cache
def link_rules() -> tuple[LinkRule, ...]:
    """Read the rules."""
    return tuple(
        LinkRule(
            frozenset(words.split("|")), construction, EventRelation(relation), holder == "upper", example
        )
        for words, construction, relation, holder, example in read_rows("event_links.tsv")
    )


def link_events(doc: Doc, events: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """Give each event mention its links to other events of its sentence.

    Args:
        doc: The parsed document.
        events: Its event mentions.
    """
    told = _by_token(doc, events)
    links: dict[str, dict[tuple[EventRelation, str], EventLink]] = {}
    for found in _find(doc, told):
        upper, lower = told[found.upper.i], told[found.lower.i]
        one, other = (upper, lower) if found.rule.upper else (lower, upper)
        if one.chain != other.chain:
            link = EventLink(
                relation=found.rule.relation, event=other.id, span=found.words, confidence=_CONFIDENCE
            )
            links.setdefault(one.id, {}).setdefault((link.relation, other.id), link)
    return tuple(replace(event, links=tuple(links.get(event.id, {}).values())) for event in events)


def _by_token(doc: Doc, events: Sequence[EventMention]) -> Mapping[int, EventMention]:
    """The event that each word tells of: its trigger, or a verb that carries it, is done to it or by it."""
    ends = {token.idx + len(token.text): token for token in doc}
    own = {ends[event.trigger.end].i: event for event in reversed(events) if event.trigger.end in ends}
    found = dict(own)
    for index, event in own.items():
        light = light_verb(doc[index]) if not is_verbal(doc[index]) else None
        if light is not None:
            found.setdefault(light[0].i, event)
    for labels in (OBJECT | PASSIVE_SUBJECT, SUBJECT):
        for index, event in own.items():
            verb = doc[index].head
            if doc[index].dep_ in labels and is_verbal(verb):
                found.setdefault(verb.i, event)
    return found


def _find(doc: Doc, told: Mapping[int, EventMention]) -> Iterator[_Found]:
    for token in doc:
        if is_verbal(token):
            yield from _between(token, told)
        if token.i not in told:
            continue
        for before, noun in obliques(token):
            rule = _rule("phrase", before)
            if rule is None or noun.i not in told:
                continue
            if before != "in" or _is_within(told[token.i], told[noun.i], noun):
                yield _Found(token, noun, _words(noun, "case"), rule)
        if token.dep_ in ADVERBIAL and token.head.i in told:
            yield from _adverbial(token, told[token.head.i], told[token.i])


def _is_within(part: EventMention, whole: EventMention, noun: Token) -> bool:
    """Tell a part from a manner ("in protest", "in custody") and from a matter ("charged in the killing")."""
    bare = noun.tag_ in ("NN", "NNP") and not any(child.dep_ in _ARTICLES for child in noun.lefts)
    return not bare and (part.type not in _JUSTICE or whole.type not in _CRIMES)


def _adverbial(clause: Token, upper: EventMention, event: EventMention) -> Iterator[_Found]:
    marks = _marks(clause, "mark")
    if marks and marks[0].i and clause.doc[marks[0].i - 1].lower_ == "even":
        return  # "even if" holds either way
    if marks:
        words = " ".join(mark.lower_ for mark in marks)
        no_purpose = marks[-1].lower_ == "to" and (upper.type in _ASKING or negated(clause))
        rule = None if no_purpose else _rule("clause", words)
    else:
        follows = clause.tag_ == "VBG" and clause.i > clause.head.i
        rule = _rule("participle", event.type) if follows else None
    if rule is not None:
        yield _Found(clause.head, clause, _words(clause, "mark"), rule)


def _between(verb: Token, told: Mapping[int, EventMention]) -> Iterator[_Found]:
    """A verb that joins the event of its subject with that of its object."""
    subject = next((child for child in verb.children if child.dep_ in SUBJECT and child.i in told), None)
    if subject is None:
        return
    objects = [("", child) for child in verb.children if child.dep_ in OBJECT]
    for before, noun in (*objects, *obliques(verb)):
        rule = _rule("verb", f"{lemma_of(verb)} {before}".strip())
        if rule is not None and noun.i in told:
            yield _Found(noun, subject, span_of(verb), rule)


def _marks(token: Token, label: str) -> list[Token]:
    """The words before a clause or noun that tell how it hangs: "in order to", "because of"."""
    found: list[Token] = []
    for child in token.lefts:
        if child.dep_ == label or (label == "mark" and child.lower_ in _ADVERBS):
            found += [child, *(part for part in child.rights if part.dep_ == "fixed")]
    return found


def _words(token: Token, label: str) -> Span:
    marks = _marks(token, label) or [token]
    return Span(marks[0].idx, marks[-1].idx + len(marks[-1].text))


def _rule(construction: str, words: str) -> LinkRule | None:
    return next(
        (rule for rule in link_rules() if rule.construction == construction and words in rule.words), None
    )
