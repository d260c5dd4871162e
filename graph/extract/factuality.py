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
    AUXILIARY,
    OBJECT,
    PASSIVE_SUBJECT,
    SUBJECT,
    auxiliaries,
    is_verbal,
)
from graph.extract.governed import (
    has_mark,
    is_asked,
    is_indefinite,
    is_infinitive,
    is_late,
    is_negated,
    place_of,
    told_intent,
)
from graph.extract.lemmas import lemma_of
from graph.extract.lexicon import read_rows
from graph.extract.triggers import Trigger
from graph.model.mentions import TimeMention
from graph.model.terms import EventType, Factuality

_CLIMB = 12
_FUTURE = frozenset({"will", "'ll", "’ll", "would", "wo"})
_THROUGH = frozenset({"xcomp", "adjunct", "by", "including", "through", "while"})
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
_HEARSAY = Factuality.POSSIBLE
_BARELY = frozenset({"almost", "nearly", "narrowly"})
_WAS = frozenset({"was", "were"})
_ANSWERS = frozenset({Factuality.NEGATED, Factuality.DENIED, Factuality.POSSIBLE, Factuality.PLANNED})
_AHEAD = frozenset({Factuality.PLANNED, Factuality.PROMISED})
_OPEN = frozenset({Factuality.ACTUAL, Factuality.PLANNED})
_UNTAKEN = frozenset({Factuality.CONDITIONAL, Factuality.DEMANDED})
# Before an event that is taken for known ("charged over the raid") they do not put it in doubt.
_ABOUT = frozenset({"of", "with", "for", "over", "about", "against", "on"})
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
    if inner is Factuality.ACTUAL or (inner is Factuality.PLANNED and outer not in _STRONG):
        # a plan is as real as what stands above it: "demanded that they agree to a truce"
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
    light = "" if trigger.light is None or is_indefinite(token) else lemma_of(trigger.light)
    if effect_of("known", light, "obj") is not None:
        return status
    own = status
    if trigger.light is not None:
        around = _local(trigger.light)
        status = status if around is status else compose(status, around)
        token = trigger.light
    status = _climb(token, status, spoken=trigger.type in _SPOKEN and trigger.rule.pos == "N")
    if effect_of("attended", light, "obj") is not None and status not in _AHEAD:
        # who did not attend the summit leaves the summit as it is
        status = own
    if status is Factuality.PLANNED and trigger.type is EventType.AID_DELIVERY and _speaks_for_itself(token):
        status = Factuality.PROMISED
    future = time is not None and time.begin is not None and published is not None and time.begin > published
    if status is Factuality.ACTUAL and future:
        return Factuality.PLANNED
    return status


def _speaks_for_itself(verb: Token) -> bool:
    """Whether somebody says what he himself will give: "Norland said it would send food"."""
    actor = told_intent(verb)
    return actor is not None and actor.pos_ == "PRON"


def _local(token: Token) -> Factuality:
    """What hangs on the word itself: negation, auxiliaries, adverbs, adjectives, conjunctions."""
    words = auxiliaries(token) if is_verbal(token) or any(c.dep_ in AUXILIARY for c in token.children) else ()
    status = Factuality.ACTUAL
    for word in words:
        effect = effect_of("aux", word)
        if effect in _UNTAKEN and "have" in words:
            # "would have won", "should have left": a course that was not taken
            effect = Factuality.HYPOTHETICAL
        elif effect is Factuality.CONDITIONAL and told_intent(token):
            effect = Factuality.PLANNED
        status = compose(status, effect)
    for child in token.children:
        kind = _BESIDE.get(child.dep_)
        if kind == "mark":
            status = _under(child, token, status)
        elif kind is not None:
            status = compose(status, effect_of(kind, child.lower_))
        elif child.dep_ == "advcl" and words and has_mark(child, "if", "unless"):
            status = status if status is Factuality.HYPOTHETICAL else Factuality.CONDITIONAL
    if token.tag_ == "VB" and has_mark(token, "to") and any(word in _TO_BE for word in words):
        status = compose(status, Factuality.PLANNED)
    if is_negated(token) and not (status is Factuality.POSSIBLE and {"may", "might"} & set(words)):
        return Factuality.NEGATED
    return Factuality.POSSIBLE if status in _OPEN and is_asked(token) else status


def _under(mark: Token, clause: Token, status: Factuality) -> Factuality:
    """What a conjunction does; "if" in a reported question is "whether"."""
    if mark.lower_ in ("if", "whether") and clause.dep_ == "ccomp":
        return status if status in _STRONG else Factuality.POSSIBLE
    return compose(status, effect_of("mark", mark.lower_))


def _climb(token: Token, status: Factuality, *, spoken: bool) -> Factuality:
    for _ in range(_CLIMB):
        head = token.head
        if head.i == token.i:
            break
        if token.dep_ == "conj":
            if is_verbal(head) and not auxiliaries(head) and not is_negated(head):
                status = compose(status, _marked(head))
            status = compose(status, _hearsay(head, token))
            token = head
            continue
        if head.dep_ in ("prep", "agent") and token.dep_ in ("pobj", "pcomp"):
            head = head.head
        place = place_of(token)
        if place == "obj" and effect_of("known", lemma_of(head), place) and not is_indefinite(token):
            break
        if place == "by" and any(child.lower_ in _BARELY for child in head.children):
            # "nearly destroyed by a fire": there was a fire
            break
        outer = effect_of(_KIND.get(head.pos_, ""), lemma_of(head), place)
        if lemma_of(head) == "able" and any(child.lower_ in _WAS for child in head.children):
            # who was able to do it has done it
            outer = Factuality.ACTUAL
        if outer is None and place != "subj" and head.lemma_ in _CONTAIN:
            outer = _matter(head)
        if outer is None and head.dep_ in (*OBJECT, *PASSIVE_SUBJECT) and is_verbal(head.head):
            outer = effect_of("V", lemma_of(head.head), place) if place in ("of", "from", "with") else None
        if outer is None:
            if place == "advcl":
                return compose(status, Factuality.PLANNED)
            if place == "acl" and is_infinitive(token):
                return compose(status, Factuality.PLANNED)
            if place == "subj" and not is_verbal(head) and is_indefinite(token):
                status = compose(status, _local(head))
                token = head
                continue
            if place == "clause":
                return compose(status, _when(token, head))
            if place not in _THROUGH:
                break
            around = _local(head)
            # "did not come, saying that": what is added is not negated
            status = compose(status, _marked(head) if place == "adjunct" and around in _STRONG else around)
            token = head
            continue
        if spoken and place == "obj" and outer in _ANSWERS:
            break
        named = outer is Factuality.POSSIBLE and place in _ABOUT and token.pos_ in ("NOUN", "PROPN")
        if named and not is_indefinite(token):
            break
        status = compose(status, outer)
        if place == "ccomp":
            if outer is not Factuality.ACTUAL and is_negated(head):
                status = _flip(status)
            break
        if is_negated(head) and outer in _STRONG:
            status = _flip(status)
        else:
            status = compose(status, _local(head))
        token = head
    return status


def _hearsay(first: Token, second: Token) -> Factuality:
    """What an adverb before two verbs of one subject says of the second: "allegedly shot and killed"."""
    if not is_verbal(first) or any(child.dep_ in (*SUBJECT, *PASSIVE_SUBJECT) for child in second.children):
        return Factuality.ACTUAL
    for child in first.children:
        if child.dep_ == "advmod" and child.i < first.i and effect_of("adv", child.lower_) is _HEARSAY:
            return _HEARSAY
    return Factuality.ACTUAL


def _when(clause: Token, head: Token) -> Factuality:
    """What a clause of time takes from a main clause that lies ahead: "will meet when he arrives"."""
    words = {child.lower_ for child in clause.children}
    if clause.tag_ in ("VBZ", "VBP") and words & {"before", "until"} and not auxiliaries(clause):
        # "before he takes office": news in the present tense tells of what is to come
        return Factuality.PLANNED
    if not _FUTURE & set(auxiliaries(head)) or not is_late(clause):
        return Factuality.ACTUAL
    if words & {"until", "once", "till"}:
        return Factuality.CONDITIONAL
    return Factuality.PLANNED if words & {"when", "after", "before", "as"} else Factuality.ACTUAL


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
