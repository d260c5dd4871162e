"""When an event happens: the time that hangs on it, on its verb, or on a clause that shares its time.

What hangs nearest counts. A time with only one end ("by Friday", "until May") is a limit, not a moment: it
is left to the time mentions.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from spacy.tokens import Token

from graph.extract.clauses import (
    ADVERBIAL,
    OBJECT,
    PASSIVE_SUBJECT,
    RELATIVE,
    SUBJECT,
    antecedent,
    is_verbal,
    obliques,
    preposition,
    subjects,
)
from graph.extract.governed import has_mark
from graph.extract.lemmas import lemma_of
from graph.extract.lexicon import read_words
from graph.extract.lookup import Lookup
from graph.extract.roles import STAGES
from graph.extract.triggers import Trigger
from graph.model.mentions import TimeMention
from graph.model.terms import EventType, TimeGrain

Times = Mapping[int, list[TimeMention]]

_DEPTH = 4
# What is done at, in or during an event is done when it happens.
_WITHIN = frozenset({"at", "in", "during", "amid", "by"})
# Adverbials of the clause, even where a parser hangs them on a noun.
_THROUGHOUT = frozenset({"during", "amid"})
# Long affairs: what happens in them, or what is said of them on a day, is not when they are.
_LONG = frozenset(
    {
        EventType.WAR,
        EventType.COURT_CASE,
        EventType.INVESTIGATION,
        EventType.OUTBREAK,
        EventType.FAMINE,
        EventType.SUPPORT,
        EventType.SANCTION,
        EventType.LEGISLATION,
    }
)
# States: "held since May" tells when they began.
_LASTING = frozenset(
    {
        EventType.WAR,
        EventType.DETENTION,
        EventType.HOSTAGE_TAKING,
        EventType.LABOUR_STRIKE,
        EventType.OUTBREAK,
        EventType.FAMINE,
        EventType.DEPLOYMENT,
        EventType.SANCTION,
    }
)
_NEAR = frozenset({TimeGrain.DAY, TimeGrain.WEEK, TimeGrain.MONTH, TimeGrain.HOUR, TimeGrain.MINUTE})
_INSIDE = frozenset({"nmod", "nmod:poss", "conj", "appos", "pobj", "prep"})
# Before a time: a goal or a measure, not a moment.
_NO_MOMENT = frozenset({"toward", "towards", "from", "to", "than", "as of", "like", "unlike"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_SHARING = frozenset({"xcomp", "advcl", "conj"})
_TOGETHER = frozenset({"as", "when", "while"})
_ADJACENT = re.compile(r"\s(?:(?:in|on|at|during|early|late)\s){0,2}")
# "after talks collapsed on Monday": a parser takes the subject of the clause for a noun behind a preposition.
_CONJUNCTIONS = frozenset({"after", "before", "since", "until", "till", "as"})
# What does harm, and the harm, are at one time: "the floods of last May killed six".
_HARM = frozenset(
    {
        EventType.KILLING,
        EventType.DEATH,
        EventType.INJURY,
        EventType.DISPLACEMENT,
        EventType.ACCIDENT,
        EventType.DISASTER,
        EventType.ATTACK,
    }
)
# Who is "arrested in Friday's raid" may be so later.
_AFTERWARDS = frozenset(
    {
        EventType.ARREST,
        EventType.CHARGE,
        EventType.CONVICTION,
        EventType.COURT_CASE,
        EventType.INVESTIGATION,
        EventType.DETENTION,
        EventType.RELEASE,
        EventType.ACCUSATION,
        EventType.DISMISSAL,
        EventType.RESIGNATION,
    }
)
_COMPOUND = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})


def time_of(
    trigger: Trigger, lookup: Lookup, events: Iterable[int], published: date | None = None
) -> TimeMention | None:
    """Find when the event happens.

    Args:
        trigger: The word that names it.
        lookup: The mentions of the document.
        events: Indices of the tokens that name events.
        published: Day of the article.
    """
    named_events = frozenset(events)
    times = _by_governor(trigger, lookup, named_events)
    if not times:
        return None
    token = trigger.token
    named = token.pos_ in _NOUNS
    found = times.get(token.i)
    if found is None and trigger.light is not None:
        found = times.get(trigger.light.i)
    if found is None and named:
        found = _beside(token, lookup, trigger) or _of_relative(token, times)
    if found is None:
        found = _of_coordinate(trigger.light or token, times) or _of_frame(trigger, times, named_events)
    return found[0] if found else _above(trigger.light or token, trigger, times, published)


def _by_governor(trigger: Trigger, lookup: Lookup, events: frozenset[int]) -> Times:
    """The times of the trigger's sentence, by the word that they hang on."""
    found: dict[int, list[TimeMention]] = {}
    sentence = trigger.token.sent
    second: list[tuple[int, TimeMention]] = []
    for root, time in lookup.times:
        if (
            root is None
            or not sentence.start <= root.i < sentence.end
            or not _is_when(root, time, trigger.type)
        ):
            continue
        host = _governor(root)
        if any(child.dep_ == "cop" for child in root.children):
            # "the vote is on Friday"
            host = next((child for child in root.children if child.dep_ in SUBJECT), host)
        found.setdefault(host.i, []).append(time)
        better = _lifted(host, root, time, events)
        if better.i != host.i:
            second.append((better.i, time))
    for index, time in second:
        found.setdefault(index, [time])
    return found


def _is_when(root: Token, time: TimeMention, kind: EventType) -> bool:
    """Tell a moment from a limit."""
    before = preposition(root)
    if time.begin is None or time.end is None or (before in _NO_MOMENT and time.method != "time.range"):
        return False
    return "since" not in before.split() or kind in _LASTING


def _governor(root: Token) -> Token:
    """The word that a time hangs on, prepositions and adverbs ("as early as Friday") skipped."""
    head = root.head
    owned = _owned(root) if head.i < root.i or is_verbal(head) else None
    if owned is not None:
        return owned
    while (head.dep_ == "prep" or (head.dep_ == "advmod" and head.pos_ == "ADV")) and head.head.i != head.i:
        head = head.head
    if root.i < head.i and head.dep_ in ADVERBIAL and head.tag_ == "VBG" and _comma_between(root, head):
        # "hit Kesh on Monday, killing six": the time is the main clause's
        head = head.head
    for ancestor in head.ancestors:
        # no time belongs to a word on the far side of a verb above it
        if head.i < ancestor.i < root.i and is_verbal(ancestor):
            head = ancestor
    return head


def _owned(root: Token) -> Token | None:
    """The noun behind a time in the genitive, whatever a parser makes of it: "Monday's first TV debate"."""
    doc, at = root.doc, root.i + 1
    if at >= len(doc) or doc[at].tag_ != "POS":
        return None
    noun = None
    for word in doc[at + 1 : at + 8]:
        if word.pos_ not in _COMPOUND and word.text != "-":
            break
        noun = word if word.pos_ in _NOUNS else noun
    return noun


def _comma_between(one: Token, other: Token) -> bool:
    return any(word.text == "," for word in one.doc[one.i + 1 : other.i])


def _lifted(host: Token, root: Token, time: TimeMention, events: frozenset[int]) -> Token:
    """The event that a time tells of, where a parser hangs it on a noun: "killed two men on Monday"."""
    word = host
    for _ in range(_DEPTH):
        if word.pos_ not in _NOUNS or word.i in events or word.i > root.i or word.head.i == word.i:
            break
        inside = word.dep_ in _INSIDE
        behind = time.grain in _NEAR and (word.dep_ in OBJECT or word.dep_ == "obl")
        # "the union on Monday called a strike"
        before = time.grain is TimeGrain.DAY and word.dep_ in SUBJECT and word.i < root.i < word.head.i
        if not (inside or behind or before):
            break
        word = word.head
    return word if word.i in events or is_verbal(word) else host


def _beside(token: Token, lookup: Lookup, trigger: Trigger) -> list[TimeMention]:
    """The time right behind an event noun that has a preposition: "until her death in 2011"."""
    if token.dep_ not in ("obl", "nmod", "pobj"):
        return []
    end = token.idx + len(token.text)
    text = lookup.text
    return [
        time
        for root, time in lookup.times
        if root is not None
        and end < time.span.start <= end + len(" during early ")
        and _ADJACENT.fullmatch(text[end : time.span.start])
        and _is_when(root, time, trigger.type)
    ]


def _of_relative(noun: Token, times: Times) -> list[TimeMention] | None:
    """The time of a clause that modifies the noun: "blasts that went off on Monday"."""
    for child in noun.children:
        if child.i not in times or lemma_of(child) in read_words("timing_verbs.tsv", "apart"):
            continue
        participle = child.dep_ == "acl" and child.tag_ in ("VBN", "VBG")
        if participle or (child.dep_ in RELATIVE and _takes_part(noun, child)):
            return times[child.i]
    return None


def _takes_part(noun: Token, clause: Token) -> bool:
    """Whether the noun is the subject of a relative clause, or the object of a verb that makes it happen."""
    own = [child for child in clause.children if child.dep_ in SUBJECT or child.dep_ in PASSIVE_SUBJECT]
    if any(antecedent(child).i == noun.i for child in own):
        return True
    return lemma_of(clause) in read_words("timing_verbs.tsv", "same")


def _of_coordinate(verb: Token, times: Times) -> list[TimeMention] | None:
    """The time behind two verbs that share what follows: "was shot and killed on Monday"."""
    for child in verb.children:
        if child.dep_ == "conj" and child.i == verb.i + 2 and is_verbal(child) and child.i in times:
            return [time for time in times[child.i] if time.span.start > child.idx] or None
    return None


def _of_frame(trigger: Trigger, times: Times, events: frozenset[int]) -> list[TimeMention] | None:
    """The time of the event that does the harm, or in which something happens: "hurt in Friday's blast"."""
    token = trigger.token
    # "the vote during a visit": a parser hangs adverbials of the clause on nouns
    within = _WITHIN if is_verbal(token) else _WITHIN - _THROUGHOUT
    frames = [noun for before, noun in obliques(token) if before in within]
    if trigger.type in _HARM and is_verbal(token):
        frames += subjects(token)
    for noun in frames:
        if noun.i in events and noun.i in times and trigger.type not in _AFTERWARDS:
            return times[noun.i]
    return None


def _above(token: Token, trigger: Trigger, times: Times, published: date | None) -> TimeMention | None:
    """Climb to the clauses that share their time with the word."""
    deed: Token | None = None
    for _ in range(_DEPTH):
        if deed is None and token.dep_ == "xcomp" and has_mark(token, "to") and is_verbal(token.head):
            deed = token
        higher = token.head if deed is not None and deed.i == token.i else _sharing(token, trigger)
        if higher is None:
            return None
        if higher.i in times:
            shared: Iterator[TimeMention] = iter(times[higher.i])
            if token.dep_ == "conj":
                shared = (time for time in shared if not higher.idx < time.span.start < token.idx)
            return next(
                (time for time in shared if deed is None or _is_of_intent(time, deed, published)), None
            )
        token = higher
    return None


def _is_of_intent(time: TimeMention, deed: Token, published: date | None) -> bool:
    """Whether a time beside a verb and its infinitive is that of the deed: "agreed to meet on Friday"."""
    ahead = published is not None and time.begin is not None and time.begin > published
    return ahead or time.span.start > deed.idx


def _sharing(token: Token, trigger: Trigger) -> Token | None:
    head = token.head
    if head.i == token.i:
        return None
    lemma = lemma_of(head)
    if token.pos_ in _NOUNS and is_verbal(head):
        if token.dep_ in SUBJECT or token.dep_ in PASSIVE_SUBJECT:
            return head if lemma not in read_words("timing_verbs.tsv", "apart") else None
        if token.dep_ in OBJECT:
            return head if lemma in read_words("timing_verbs.tsv", "same") else None
        if token.dep_.startswith("obl") or token.dep_ == "pobj":
            if _opens_clause(token):
                return head if lemma not in read_words("timing_verbs.tsv", "apart") else None
            within = (
                preposition(token) in _WITHIN and trigger.type not in _LONG and token.lemma_ != "campaign"
            )
            return head if within else None
        return None
    if token.dep_ in ADVERBIAL and is_verbal(head) and token.tag_ == head.tag_ == "VBD":
        marks = {child.lower_ for child in token.children if child.dep_ in ("mark", "advmod")}
        if marks & _TOGETHER:
            return head
    if token.pos_ in _NOUNS:
        if token.dep_ != "nmod":
            return None
        if preposition(token) in _THROUGHOUT and _is_within(token, trigger):
            return _clause_of(head)
        return head if head.lemma_ in STAGES else None
    shares = token.dep_ in _SHARING and is_verbal(head)
    return head if shares and not any(child.dep_ == "mark" for child in token.children) else None


def _opens_clause(noun: Token) -> bool:
    """Whether a noun behind "after" is the subject of the clause, though a parser makes it a modifier."""
    verb = noun.head
    return (
        noun.i < verb.i
        and verb.dep_ in ADVERBIAL
        and verb.tag_ in ("VBD", "VBZ", "VBP", "VBN")
        and preposition(noun) in _CONJUNCTIONS
        and not any(child.dep_ in SUBJECT or child.dep_ in PASSIVE_SUBJECT for child in verb.children)
    )


def _is_within(noun: Token, trigger: Trigger) -> bool:
    """Whether what is told happens in the course of the event: "he said at a rally"."""
    return preposition(noun) in _WITHIN and trigger.type not in _LONG and noun.lemma_ != "campaign"


def _clause_of(word: Token) -> Token | None:
    """The verb above a noun."""
    for _ in range(_DEPTH):
        if is_verbal(word):
            return word
        word = word.head
    return None
