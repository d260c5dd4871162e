"""Verbs that only carry an event noun: "carried out a raid", "talks took place", "said at a briefing".

The verbs are data: `light_verbs.tsv`, each line with an example.
"""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from graph.extract.clauses import Slots, is_verbal, preposition, slots, subjects
from graph.extract.lemmas import lemma_of
from graph.extract.lexicon import read_rows

_OWNERS = ("subj", "poss", "by", "between", "among")
_COMPLEMENTS = frozenset({"obj", "dobj", "obl", "xcomp"})
_ATTENDED = frozenset({"at", "in", "during", "on"})
_AROUND = frozenset({"after", "before", "following", "during", "in", "at", "ahead of", "as part of"})


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A line of `light_verbs.tsv`."""

    line: int
    verbs: tuple[str, ...]
    particle: str
    noun: str
    subject: str
    example: str


@cache
def light_verbs() -> tuple[LightVerb, ...]:
    """Read `light_verbs.tsv`."""
    return tuple(
        LightVerb(line, tuple(verbs.split("|")), particle, noun, subject, example)
        for line, (verbs, particle, noun, subject, example) in enumerate(
            read_rows("light_verbs.tsv"), start=1
        )
    )


@cache
def _light_index() -> dict[str, tuple[LightVerb, ...]]:
    found: dict[str, list[LightVerb]] = {}
    for light in light_verbs():
        for verb in light.verbs:
            found.setdefault(verb, []).append(light)
    return {verb: tuple(lights) for verb, lights in found.items()}


def light_verb(noun: Token) -> tuple[Token, LightVerb] | None:
    """Find the verb that carries an event noun: "carried out a raid", "talks took place"."""
    first = noun
    while first.dep_ == "conj" and first.head.i != first.i:
        first = first.head
    verb = first.head
    if first.dep_ in ("acl", "acl:relcl") or verb.i == first.i:
        return _relative_light(noun)
    if verb.dep_ in ("prep", "agent"):
        verb = verb.head
    for candidate in (verb, *(child for child in verb.children if child.dep_ == "xcomp")):
        found = _match_light(candidate, noun)
        if found is not None:
            return found
    return _relative_light(noun)


def _relative_light(noun: Token) -> tuple[Token, LightVerb] | None:
    """Find a light verb in a clause that modifies the noun: "talks held in Kesh"."""
    for child in noun.children:
        if child.dep_ in ("acl", "acl:relcl", "relcl") and child.pos_ == "VERB":
            found = _match_light(child, noun)
            if found is not None and found[1].noun != "subj":
                return found
    return None


def _match_light(verb: Token, noun: Token) -> tuple[Token, LightVerb] | None:
    lights = _light_index().get(lemma_of(verb), ())
    if not lights:
        return None
    hanging = slots(verb)
    for light in lights:
        if any(each.i == noun.i for each in hanging.get(light.noun, ())):
            beside = {form for child in verb.children for form in (child.lower_, lemma_of(child))}
            if not light.particle or light.particle in beside:
                return verb, light
    return None


def with_light(noun: Token, hanging: Slots, light: tuple[Token, LightVerb]) -> Slots:
    """Add what hangs on the verb to what hangs on its event noun."""
    verb, rule = light
    merged = dict(hanging)
    for slot, tokens in slots(verb).items():
        kept = tuple(token for token in tokens if token.i != noun.i)
        if slot == ("obj" if rule.noun == "subj" else "subj"):
            if rule.subject and kept:
                merged.setdefault(rule.subject, kept)
        elif slot not in ("obj", "xcomp", "ccomp", "prt", "iobj", "xobj", rule.noun) and kept:
            merged.setdefault(slot, kept)
    return merged


def with_attenders(noun: Token, hanging: Slots) -> Slots:
    """Add who does something at or during the event: "she said at a briefing", "they were on strike"."""
    if any(hanging.get(slot) for slot in _OWNERS):
        return hanging
    before = preposition(noun)
    if before in _ATTENDED and (own := subjects(noun)):
        return {**hanging, "subj": own}
    if before not in _ATTENDED and not (before in _AROUND and hanging.get("with")):
        return hanging
    above = noun.head
    # "called it a farce during a visit": parsers hang it on the nearest noun.
    if before == "during" and above.dep_ in _COMPLEMENTS and above.i < noun.i:
        above = above.head
    return {**hanging, "attend": slots(above).get("subj", ())} if is_verbal(above) else hanging
