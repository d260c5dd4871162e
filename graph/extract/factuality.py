"""How the text presents an event: as a fact, a plan, a possibility, a demand, a promise, a denial.

From the trigger the search climbs the tree; every governor, auxiliary, adverb, adjective or conjunction of
`factuality_cues.tsv` on the way may change the verdict. The innermost change stands, unless something above
negates or denies it: whoever "did not plan to attack" has not attacked. Reported speech changes
nothing here: who says so is the claim's matter.
Source: the certainty and polarity axes of FactBank (Saurí and Pustejovsky 2009), with our own set of values.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

from spacy.tokens import Token

from graph.extract.clauses import (
    ADVERBIAL,
    AUXILIARY,
    OBJECT,
    PASSIVE_SUBJECT,
    RELATIVE,
    SUBJECT,
    auxiliaries,
    is_verbal,
    negated,
    preposition,
)
from graph.extract.lemmas import lemma_of
from graph.extract.lexicon import read_rows
from graph.extract.triggers import Trigger
from graph.model.mentions import TimeMention
from graph.model.terms import EventType, Factuality

_CLIMB = 12
_TELLING = frozenset({"say", "announce", "tell", "confirm", "add", "declare", "reveal", "disclose", "report"})
_FUTURE = frozenset({"will", "'ll", "’ll", "would", "wo"})
_THROUGH = frozenset({"xcomp", "by", "including", "through", "while"})
# What such a verb puts into a plan or demand is as real as that: "the demands include letting them go".
_CONTAIN = frozenset(
    ["include", "be", "contain", "involve", "center", "centre", "focus", "comprise", "entail", "cover"]
)
_TO_BE = frozenset({"is", "are", "was", "were", "’s", "'s"})
# What is said stands, even if somebody rejects it: a rejected proposal has been made.
_SPOKEN = frozenset(
    {
        EventType.PROPOSAL,
        EventType.DEMAND,
        EventType.ACCUSATION,
        EventType.STATEMENT,
        EventType.WARNING,
        EventType.PROMISE,
        EventType.CHARGE,
        EventType.LEGISLATION,
    }
)
_ANSWERS = frozenset({Factuality.NEGATED, Factuality.DENIED, Factuality.POSSIBLE, Factuality.PLANNED})
_BESIDE = {"advmod": "adv", "amod": "mod", "compound": "mod", "det": "det", "mark": "mark"}
_STRONG = frozenset({Factuality.NEGATED, Factuality.DENIED})
_KIND = {"VERB": "V", "AUX": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A", "ADV": "A"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A line of `factuality_cues.tsv`."""

    line: int
    kind: str
    lemmas: tuple[str, ...]
    effect: Factuality
    places: frozenset[str]
    example: str


@cache
def cues() -> tuple[Cue, ...]:
    """Read `factuality_cues.tsv`."""
    return tuple(
        Cue(line, kind, tuple(lemmas.split("|")), Factuality(effect), frozenset(places.split()), example)
        for line, (kind, lemmas, effect, places, example) in enumerate(
            read_rows("factuality_cues.tsv"), start=1
        )
    )


@cache
def _index() -> dict[tuple[str, str], tuple[Cue, ...]]:
    found: dict[tuple[str, str], list[Cue]] = {}
    for cue in cues():
        for lemma in cue.lemmas:
            found.setdefault((cue.kind, lemma), []).append(cue)
    return {key: tuple(value) for key, value in found.items()}


def effect_of(kind: str, word: str, place: str = "") -> Factuality | None:
    """Tell what a word does to an event in a place beside it; None if it is no cue there."""
    for cue in _index().get((kind, word), ()):
        if not cue.places or place in cue.places:
            return cue.effect
    return None


def compose(inner: Factuality, outer: Factuality | None) -> Factuality:
    """Put what stands above (`outer`) over what is known so far (`inner`)."""
    if outer is None or outer is Factuality.ACTUAL:
        return inner
    if inner is Factuality.ACTUAL:
        return outer
    if outer in _STRONG:
        return Factuality.POSSIBLE if inner in _STRONG else outer
    return inner


def factuality(
    trigger: Trigger, time: TimeMention | None = None, published: date | None = None
) -> Factuality:
    """Tell how the text presents the event of a trigger.

    Args:
        trigger: The word that names it.
        time: When it happens, if told.
        published: Day of the article; what happens later is a plan ("is travelling on Friday").
    """
    token = trigger.token
    status = _local(token)
    taken = trigger.light is not None and effect_of("known", lemma_of(trigger.light), "obj") is not None
    if taken and not _indefinite(token):
        return status
    if trigger.light is not None:
        around = _local(trigger.light)
        status = status if around is status else compose(status, around)
        token = trigger.light
    status = _climb(token, status, spoken=trigger.type in _SPOKEN and trigger.rule.pos == "N")
    future = time is not None and time.begin is not None and published is not None and time.begin > published
    if status is Factuality.ACTUAL and future:
        return Factuality.PLANNED
    return status


def _local(token: Token) -> Factuality:
    """What hangs on the word itself: negation, auxiliaries, adverbs, adjectives, conjunctions."""
    words = auxiliaries(token) if is_verbal(token) or any(c.dep_ in AUXILIARY for c in token.children) else ()
    status = Factuality.ACTUAL
    for word in words:
        effect = effect_of("aux", word)
        told = effect is Factuality.CONDITIONAL and _told_intent(token)
        status = compose(status, Factuality.PLANNED if told else effect)
    for child in token.children:
        kind = {
            "advmod": "adv",
            "amod": "mod",
            "compound": "mod",
            "det": "det",
            "mark": "mark",
            "advcl": "",
        }.get(child.dep_)
        if kind == "mod" or kind == "adv" or kind in ("det", "mark"):
            status = compose(status, effect_of(kind, child.lower_))
        elif child.dep_ == "advcl" and words and _has_mark(child, "if", "unless"):
            status = Factuality.CONDITIONAL
    if token.tag_ == "VB" and _has_mark(token, "to") and any(word in _TO_BE for word in words):
        status = compose(status, Factuality.PLANNED)
    if negated(token) and not (status is Factuality.POSSIBLE and {"may", "might"} & set(words)):
        return Factuality.NEGATED
    return status


def _told_intent(token: Token) -> bool:
    """Tell a reported "will" from a condition: "the firm said that it would cut jobs".

    Somebody named, or a pronoun, acts, and a verb of saying in the past governs the clause. "An invasion
    would kill thousands" stays a condition. Source: backshift, Huddleston and Pullum 2002, chapter 3.
    """
    clause = token
    while clause.dep_ == "conj" and clause.head.i != clause.i:
        clause = clause.head
    actors = [child for child in clause.children if child.dep_ in ("nsubj", "nsubj:pass", "nsubjpass")]
    return (
        clause.dep_ == "ccomp"
        and clause.head.tag_ in ("VBD", "VBN")
        and lemma_of(clause.head) in _TELLING
        and any(actor.pos_ in ("PRON", "PROPN") for actor in actors)
    )


def _has_mark(clause: Token, *words: str) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in words for child in clause.children)


def _climb(token: Token, status: Factuality, *, spoken: bool) -> Factuality:
    for _ in range(_CLIMB):
        head = token.head
        if head.i == token.i:
            break
        if token.dep_ == "conj":
            token = head
            if is_verbal(token) and not auxiliaries(token) and not negated(token):
                status = compose(status, _marked(token))
            continue
        if head.dep_ in ("prep", "agent") and token.dep_ in ("pobj", "pcomp"):
            head = head.head
        place = _place(token)
        if place == "obj" and effect_of("known", lemma_of(head), place) and not _indefinite(token):
            break
        outer = effect_of(_KIND.get(head.pos_, ""), lemma_of(head), place)
        if outer is None and place != "subj" and head.lemma_ in _CONTAIN:
            outer = _matter(head)
        if outer is None and head.dep_ in (*OBJECT, *PASSIVE_SUBJECT) and is_verbal(head.head):
            outer = effect_of("V", lemma_of(head.head), place) if place in ("of", "from", "with") else None
        if outer is None:
            if place == "purpose":
                return compose(status, Factuality.PLANNED)
            if place == "acl" and (token.tag_ == "VB" or _has_mark(token, "to")):
                return compose(status, Factuality.PLANNED)
            if place == "subj" and not is_verbal(head) and _indefinite(token):
                status = compose(status, _local(head))
                token = head
                continue
            if place == "advcl" and _FUTURE & set(auxiliaries(head)) and _timed(token):
                return compose(status, Factuality.CONDITIONAL)
            if place not in _THROUGH and (
                place != "advcl" or any(child.dep_ == "mark" for child in token.children)
            ):
                break
            status = compose(status, _marked(head) if place == "advcl" else _local(head))
            token = head
            continue
        if spoken and place == "obj" and outer in _ANSWERS:
            break
        status = compose(status, outer)
        if place == "ccomp":
            if outer is not Factuality.ACTUAL and negated(head):
                status = _flip(status)
            break
        if negated(head) and outer in _STRONG:
            status = _flip(status)
        else:
            status = compose(status, _local(head))
        token = head
    return status


def _timed(clause: Token) -> bool:
    """Tell whether a clause says when: in a future that means on what condition."""
    return any(child.lower_ in ("when", "once", "until", "after", "before") for child in clause.children)


def _matter(verb: Token) -> Factuality | None:
    """What the subject of a verb of containing makes of what it contains."""
    for child in verb.children:
        if child.dep_ in SUBJECT or child.dep_ in PASSIVE_SUBJECT:
            return effect_of("N", lemma_of(child), "acl") or effect_of("N", lemma_of(child), "on")
    return None


def _flip(status: Factuality) -> Factuality:
    return Factuality.POSSIBLE if status in _STRONG else status


def _marked(verb: Token) -> Factuality:
    """What the conjunction of a clause does ("if")."""
    for child in verb.children:
        if child.dep_ == "mark":
            return effect_of("mark", child.lower_) or Factuality.ACTUAL
    return Factuality.ACTUAL


def _place(token: Token) -> str:
    """Name the place of a word below its governor, in the terms of the cue table."""
    dep = token.dep_
    if dep == "xcomp" or dep == "ccomp":
        return dep
    if dep in RELATIVE or dep in ("parataxis", "appos"):
        return ""
    if dep in ADVERBIAL or dep in ("acl", "pcomp"):
        for child in token.children:
            if child.dep_ in ("mark", "case") and child.lower_ not in ("that", "to"):
                return child.lower_ if token.tag_ == "VBG" else "advcl"
        if dep == "pcomp":
            return token.head.lower_
        if dep == "acl":
            return "acl"
        if token.tag_ == "VB":
            governed = effect_of(_KIND.get(token.head.pos_, ""), lemma_of(token.head), "advcl")
            return "advcl" if governed is not None else "purpose"
        return "advcl"
    if dep in OBJECT or dep in PASSIVE_SUBJECT:
        return "obj"
    if dep in SUBJECT:
        return "subj"
    if dep in ("compound", "amod", "nmod:desc"):
        return "mod"
    return preposition(token)


def _indefinite(noun: Token) -> bool:
    return not any(
        child.dep_ in ("det", "nmod:poss", "poss") and child.lower_ not in ("a", "an", "any")
        for child in noun.children
    )
