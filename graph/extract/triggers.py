"""Find the words that name events, and settle their sense by what hangs on them.

The rules are data: `event_triggers.tsv` and `event_frames.tsv`, each line with an example. Where the reader
scores event types, `trigger_choice` weighs its scores and the rules.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Token

from graph.extract.clauses import Slots, is_passive, slots
from graph.extract.lemmas import forms_of, lemma_of
from graph.extract.lexicon import read_rows
from graph.extract.light_verbs import light_verb, with_attenders, with_light
from graph.extract.lookup import KINDS, Lookup
from graph.extract.trigger_choice import choose
from graph.model.terms import EntityKind, EventType, Role

_HYPHENS = frozenset("-‐‑–")
_NOUNS = frozenset({"NOUN", "PROPN"})
_POS = {"VERB": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A"}
# The result of a match, "20-13"; a sentence that has one counts as holding the word "0-0".
_RESULT = re.compile(r"(?<![\w–-])\d{1,3} ?[–-] ?\d{1,3}(?![\w–-])")
_CURRENCIES = frozenset("$€£¥₹₽")
_PARTS = frozenset(
    {"compound", "amod", "nmod", "nmod:desc", "flat", "nn", "advmod", "nmod:unmarked", "punct", "HYPH"}
)
_CHILD_WORDS = frozenset({"prt", "compound:prt", "advmod", "compound"})


@dataclass(frozen=True, slots=True)
class Need:
    """One condition of a rule: a slot that must (not) be filled, perhaps with certain lemmas or kinds."""

    slot: str
    negated: bool = False
    lemmas: frozenset[str] = frozenset()
    kinds: frozenset[EntityKind] = frozenset()


@dataclass(frozen=True, slots=True)
class RoleRule:
    """A slot plays a role, if another slot is (not) filled."""

    slot: str
    role: Role
    when: str = ""
    negated: bool = False


@dataclass(frozen=True, slots=True)
class TriggerRule:
    """A line of `event_triggers.tsv`; `type` is None for a line that rules an event out."""

    line: int
    type: EventType | None
    pos: str
    lemmas: tuple[str, ...]
    needs: tuple[Need, ...]
    roles: tuple[RoleRule, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an event.

    Attributes:
        token: The word.
        first: First word of a trigger of several words ("air strike"); else the word itself.
        slots: What hangs on it, those of its light verb included.
        light: The verb that carries an event noun, if any.
        ruled: Whether the conditions of the rule hold; if not, the reader alone tells of the event.
        chance: Probability of the type, where the reader scores types.
    """

    token: Token
    first: Token
    rule: TriggerRule
    type: EventType
    slots: Slots = field(hash=False)
    light: Token | None = None
    ruled: bool = True
    chance: float | None = None


def parse_needs(cell: str) -> tuple[Need, ...]:
    """Read conditions such as `obj=human !near~union|pay subj~@economy out_of`; `_` joins two words."""
    needs = []
    for word in cell.split():
        negated, body = word.startswith("!"), word.removeprefix("!")
        if "~" in body:
            slot, _, lemmas = body.partition("~")
            needs.append(Need(slot.replace("_", " "), negated, lemmas=_lemmas(lemmas)))
        elif "=" in body:
            slot, _, kinds = body.partition("=")
            union = frozenset(kind for name in kinds.split("|") for kind in KINDS[name])
            needs.append(Need(slot.replace("_", " "), negated, kinds=union))
        else:
            needs.append(Need(body.replace("_", " "), negated))
    return tuple(needs)


def _lemmas(cell: str) -> frozenset[str]:
    """Read `profit|loss|@money`; a name after `@` stands for the words of that list."""
    words = cell.split("|")
    listed = (_word_lists()[word[1:]] for word in words if word.startswith("@"))
    return frozenset(word for word in words if not word.startswith("@")).union(*listed)


@cache
def _word_lists() -> dict[str, frozenset[str]]:
    """Read `word_lists.tsv`; a list that goes over several lines is one list."""
    found: dict[str, frozenset[str]] = {}
    for name, words in read_rows("word_lists.tsv"):
        found[name] = found.get(name, frozenset()) | frozenset(words.split("|"))
    return found


def parse_roles(cell: str) -> tuple[RoleRule, ...]:
    """Read roles such as `subj=agent of=patient?by`; multiword prepositions are written `out of=origin`."""
    rules = []
    pending = ""
    for word in cell.split():
        if "=" not in word:
            pending += word + " "
            continue
        slot, _, target = word.partition("=")
        role, _, when = target.partition("?")
        rules.append(RoleRule(pending + slot, Role(role), when.removeprefix("!"), when.startswith("!")))
        pending = ""
    return tuple(rules)


@cache
def frames() -> dict[str, tuple[RoleRule, ...]]:
    """Read `event_frames.tsv`."""
    return {cells[0]: parse_roles(cells[1]) for cells in read_rows("event_frames.tsv")}


@cache
def trigger_rules() -> tuple[TriggerRule, ...]:
    """Read `event_triggers.tsv`."""
    return tuple(
        TriggerRule(
            line,
            None if kind == "-" else EventType(kind),
            pos,
            tuple(lemmas.split("|")),
            parse_needs(needs),
            () if frame == "-" else frames()[frame],
            example,
        )
        for line, (kind, pos, lemmas, needs, frame, example) in enumerate(
            read_rows("event_triggers.tsv"), start=1
        )
    )


@cache
def _usual_roles() -> dict[tuple[EventType, str], tuple[RoleRule, ...]]:
    """The roles that most rules of an event type give to words of a part of speech."""
    counts: dict[tuple[EventType, str], Counter[tuple[RoleRule, ...]]] = {}
    for rule in trigger_rules():
        if rule.type is not None:
            counts.setdefault((rule.type, rule.pos), Counter())[rule.roles] += len(rule.lemmas)
    return {key: counter.most_common(1)[0][0] for key, counter in counts.items()}


@cache
def _index() -> dict[tuple[str, str], tuple[TriggerRule, ...]]:
    found: dict[tuple[str, str], list[TriggerRule]] = {}
    for rule in trigger_rules():
        for lemma in rule.lemmas:
            found.setdefault((lemma, rule.pos), []).append(rule)
    return {key: tuple(rules) for key, rules in found.items()}


def find_triggers(doc: Doc, lookup: Lookup) -> tuple[Trigger, ...]:
    """Find all event triggers of a document, in order of the text."""
    found = []
    article = frozenset(form for token in doc for form in forms_of(token))
    for sentence in doc.sents:
        near = frozenset(form for token in sentence for form in forms_of(token))
        if _RESULT.search(sentence.text):
            near |= {"0-0"}
        for token in sentence:
            trigger = _trigger(token, lookup, near, article)
            if trigger is not None:
                found.append(trigger)
    return _without_parts(found)


def _trigger(token: Token, lookup: Lookup, near: frozenset[str], article: frozenset[str]) -> Trigger | None:
    pos = _POS.get(token.pos_, "")
    if not pos or lookup.is_name_part(token):
        return None
    candidates = [(first, rule) for first, key in _keys(token, pos) for rule in _index().get((key, pos), ())]
    scores = lookup.event_scores
    score = scores.of(token.i) if scores is not None else None
    # Of most words neither lexicon nor reader knows anything; what hangs on them need not be looked at.
    if not candidates and (score is None or choose(None, (), score).type is None):
        return None
    light, hanging = None, slots(token)
    if pos == "N":
        light = light_verb(token)
        if light is not None:
            hanging = with_light(token, hanging, light)
        hanging = with_attenders(token, hanging)
    carrier = light[0] if light else None
    first, held = next(
        (
            (first, rule)
            for first, rule in candidates
            if all(_holds(need, token, hanging, lookup, near, article) for need in rule.needs)
        ),
        (token, None),
    )
    if held is not None and held.type is None:
        return None
    if not scores:
        return Trigger(token, first, held, held.type, hanging, carrier) if held and held.type else None
    known = {rule.type: (start, rule) for start, rule in reversed(candidates) if rule.type is not None}
    choice = choose(held.type if held else None, known, score)
    if choice.type is None:
        return None
    ruled = held is not None and choice.type is held.type
    if not ruled or held is None:
        first, held = known.get(choice.type, (token, _without_rule(token, pos, choice.type)))
    return Trigger(token, first, held, choice.type, hanging, carrier, ruled, choice.chance)


def possible_types(token: Token, lookup: Lookup) -> frozenset[EventType]:
    """Give the event types that the lexicon has for a word, whatever hangs on it."""
    pos = _POS.get(token.pos_, "")
    if not pos or lookup.is_name_part(token):
        return frozenset()
    rules = (rule for _, key in _keys(token, pos) for rule in _index().get((key, pos), ()))
    return frozenset(rule.type for rule in rules if rule.type is not None)


def _without_rule(token: Token, pos: str, kind: EventType) -> TriggerRule:
    """Make what stands for the rule of a word that the lexicon does not know by this type."""
    return TriggerRule(0, kind, pos, (lemma_of(token),), (), _usual_roles().get((kind, pos), ()), "")


def _keys(token: Token, pos: str) -> Iterator[tuple[Token, str]]:
    """Yield the ways to look a word up, the longest first: "air strike", "strike"."""
    lemma = lemma_of(token)
    if pos == "N":
        joined: list[tuple[Token, str]] = []
        key, before, glued = lemma.replace("-", ""), token.i - 1, False
        while before >= token.sent.start and len(joined) < 2:
            part = token.doc[before]
            if part.text in _HYPHENS:
                before, glued = before - 1, True
                continue
            if not glued and part.head.i != token.i and part.head.head.i != token.i:
                break
            glued = False
            key = part.lower_.replace("-", "") + key
            joined.append((part, key))
            before -= 1
        yield from reversed(joined)
        lemma = lemma.replace("-", "")
    yield token, lemma


def words_of(tokens: tuple[Token, ...]) -> frozenset[str]:
    """Give the lemmas and forms of some words; an amount of money is "money"."""
    found = frozenset(form for token in tokens for form in forms_of(token))
    return found | {"money"} if any(token.text[:1] in _CURRENCIES for token in tokens) else found


def _holds(
    need: Need, token: Token, hanging: Slots, lookup: Lookup, near: frozenset[str], article: frozenset[str]
) -> bool:
    if need.slot == "near":
        true = bool(near & need.lemmas)
    elif need.slot == "doc":
        true = bool(article & need.lemmas)
    elif need.slot == "plural":
        true = token.tag_ in ("NNS", "NNPS") or "Plur" in token.morph.get("Number", [])
    elif need.slot == "counted":
        true = any(child.dep_ == "nummod" for child in token.children)
    elif need.slot == "head":
        true = bool(words_of((token.head,)) & need.lemmas)
    elif need.slot == "passive":
        true = is_passive(token)
    elif need.slot == "self":
        parts = tuple(
            child for child in token.lefts if child.dep_ in _PARTS or child.dep_.startswith("nmod:poss")
        )
        above = (token.head,) if token.dep_ in ("compound", "nn") else ()
        true = bool(words_of(parts + above) & need.lemmas)
    else:
        filled = hanging.get(need.slot, ())
        if need.slot == "prt":
            filled = tuple(
                child for child in token.children if child.dep_ in _CHILD_WORDS or child.dep_ == "prep"
            )
        elif need.slot == "xcomp":
            filled += hanging.get("xobj", ())
        if need.lemmas:
            true = bool(words_of(filled) & need.lemmas)
        elif need.kinds:
            true = any(lookup.is_kind(each, need.kinds) for each in filled)
        else:
            true = bool(filled)
    return true is not need.negated


def _without_parts(triggers: list[Trigger]) -> tuple[Trigger, ...]:
    """Drop nouns that only modify: parts of longer triggers, or of no event ("attack helicopter")."""
    heads = {trigger.token.i: trigger for trigger in triggers}
    kept = []
    for trigger in triggers:
        token = trigger.token
        part = any(other.first.i <= token.i < other.token.i for other in triggers)
        modifies = token.dep_ in ("compound", "nn", "nmod:desc", "amod") and token.pos_ in _NOUNS
        carried = token.head.i in heads or lemma_of(token.head) in _CARRIERS
        if not part and (not modifies or carried):
            kept.append(trigger)
    return tuple(kept)


_CARRIERS = frozenset(["victim", "survivor", "plan", "attempt", "effort", "process", "round", "bid"])
