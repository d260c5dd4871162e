"""Who does what to whom in a tree, whatever the label scheme.

The place that hides the difference between Universal Dependencies (our reader) and ClearNLP labels
(other spaCy pipelines) from the event half. Everything is told in *slots*: `subj` and `obj` are the
logical subject and object (a passive is turned round), `iobj`, `poss`, `mod` (modifying nouns and
adjectives), `prt`, `xcomp`, `ccomp`, `acl`, and one slot a preposition (`of`, `on` …).
"""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from graph.extract.lemmas import lemma_of
from graph.extract.lexicon import read_rows

Slots = dict[str, tuple[Token, ...]]

SUBJECT = frozenset({"nsubj", "csubj", "nsubj:outer"})
PASSIVE_SUBJECT = frozenset({"nsubj:pass", "nsubjpass", "csubj:pass", "csubjpass"})
_ANY_SUBJECT = SUBJECT | PASSIVE_SUBJECT
OBJECT = frozenset({"obj", "dobj"})
INDIRECT = frozenset({"iobj", "dative"})
PASSIVE_AUX = frozenset({"aux:pass", "auxpass"})
RELATIVE = frozenset({"acl:relcl", "relcl", "advcl:relcl"})
POSSESSIVE = frozenset({"nmod:poss", "poss"})
MODIFIER = frozenset({"compound", "amod", "nmod:desc", "nmod:unmarked", "nn", "flat", "nmod"})
PARTICLE = frozenset({"compound:prt", "prt"})
ADVERBIAL = frozenset({"advcl", "advcl:relcl"})
AUXILIARY = frozenset({"aux", "aux:pass", "auxpass", "cop"})
_OBLIQUE = frozenset(
    {
        "obl",
        "nmod",
        "obl:agent",
        "nmod:desc",
        "obl:unmarked",
        "obl:tmod",
        "obl:npmod",
        "nmod:unmarked",
        "nmod:tmod",
    }
)
_PREPOSITIONAL = frozenset({"prep", "agent", "dative"})
_NEGATIONS = frozenset(
    {"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "nobody", "none", "hardly"}
)
_SUBJECT_CONTROL = frozenset({"promise", "vow", "threaten"})
# Before a gerund they hand it to the object: "accused the firm of hiding", "banned him from entering".
_OBJECT_MARKS = frozenset({"of", "from", "into", "with"})
_TIMING = frozenset({"since", "after", "before", "while", "by", "when", "without", "upon", "despite"})
_DEPTH = 8
# Their "of" belongs to the verb even where a parser hangs it under the object.
_OF_VERBS = frozenset({"accuse", "suspect", "convict", "acquit", "rob", "warn", "notify", "inform"})


@cache
def _control(sort: str) -> frozenset[str]:
    """Read the lemmas of a sort from `control_words.tsv`."""
    return frozenset(
        lemma
        for kind, lemmas, _ in read_rows("control_words.tsv")
        if kind == sort
        for lemma in lemmas.split("|")
    )


def deed(noun: Token) -> bool:
    """Tell whether a noun speaks of what somebody did or is said to have done: "charges", "a role"."""
    return lemma_of(noun) in _control("deeds")


def is_verbal(token: Token) -> bool:
    """Tell whether the token heads a clause as a verb."""
    return bool(token.pos_ in ("VERB", "AUX"))


def conjuncts(token: Token) -> tuple[Token, ...]:
    """Give the token and what is coordinated with it, in order of the text."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and len(found) < 64:
            found.extend(conjuncts(child))
    return tuple(found)


def antecedent(token: Token) -> Token:
    """Give the noun that a relative pronoun stands for, or the token itself (also for "WHO", a name)."""
    if len(token) > 1 and token.text.isupper():
        return token
    if token.tag_ not in ("WDT", "WP", "WP$") and not (token.lower_ == "that" and token.pos_ == "PRON"):
        return token
    for depth, ancestor in enumerate(token.ancestors):
        if ancestor.dep_ in RELATIVE:
            return _last_named(ancestor.head, token)
        if depth > _DEPTH:
            break
    return token


def _last_named(noun: Token, pronoun: Token) -> Token:
    """Give the last of several names before a comma: "Ana Brask and Ivo Tarn, who chairs the board"."""
    before = pronoun.doc[pronoun.i - 1] if pronoun.i else pronoun
    if before.text != ",":
        return noun
    last = conjuncts(noun)[-1]
    return last if last.pos_ == "PROPN" and noun.i < last.i < pronoun.i else noun


def preposition(noun: Token) -> str:
    """Give the preposition of a noun in lower case ("according to"), empty when it has none."""
    if noun.dep_ == "pobj":
        head = noun.head
        above = head.head
        own = head.lower_
        return f"{above.lower_} {own}" if above.dep_ == "prep" and above.i == head.i - 1 else own
    words = []
    for child in noun.lefts:
        if child.dep_ == "case" and child.tag_ != "POS":
            words.append(child.lower_)
            words.extend(part.lower_ for part in child.children if part.dep_ == "fixed")
    return " ".join(words)


def obliques(token: Token) -> Iterator[tuple[str, Token]]:
    """Yield the nouns that hang on a verb or noun with their prepositions (`""` for bare ones)."""
    for child in token.children:
        label = child.dep_
        if label in _PREPOSITIONAL:
            yield from _prepositional(child)
        elif label in _OBLIQUE:
            before = preposition(child)
            if before or label not in ("nmod", "nmod:desc"):
                yield before, child


def _prepositional(word: Token) -> Iterator[tuple[str, Token]]:
    for child in word.children:
        if child.dep_ == "pobj":
            yield preposition(child), child
        elif child.dep_ == "prep":
            yield from _prepositional(child)


def is_passive(verb: Token) -> bool:
    """Tell whether a verb (or participle) is passive."""
    if any(child.dep_ in PASSIVE_SUBJECT or child.dep_ in PASSIVE_AUX for child in verb.children):
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ in ("acl", "amod", "advcl"):
        return not any(child.dep_ in AUXILIARY for child in verb.children)
    if verb.dep_ == "conj" and is_verbal(verb.head) and not any(_own(verb)):
        return is_passive(verb.head)
    return False


def _own(verb: Token) -> Iterator[Token]:
    """Yield the subjects and auxiliaries that a verb has for itself."""
    return (child for child in verb.children if child.dep_ in SUBJECT or child.dep_ in AUXILIARY)


def subjects(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """Find the grammatical subjects: own, shared, controlled, or the noun that a participle modifies."""
    own = tuple(child for child in verb.children if child.dep_ in SUBJECT or child.dep_ in PASSIVE_SUBJECT)
    if own:
        return tuple(antecedent(each) for subject in own for each in conjuncts(subject))
    if depth > _DEPTH:
        return ()
    head, label = verb.head, verb.dep_
    if label == "conj" and is_verbal(head):
        return subjects(head, depth + 1)
    if label == "xcomp":
        return _controllers(head, depth)
    if label == "ccomp" and is_verbal(head):
        # Parsers take the subject of a reported clause for the object of "said" at times.
        between = [child for child in head.children if child.dep_ in OBJECT and head.i < child.i < verb.i]
        return tuple(antecedent(each) for one in between for each in conjuncts(one))
    if label == "acl" and verb.tag_ in ("VB", "VBG") and (mark := _mark(verb)):
        return _marked_subjects(verb, mark, depth)
    if label in ("acl", "amod"):
        return conjuncts(head) if verb.tag_ in ("VBG", "VBN") else ()
    if label in RELATIVE:
        used = any(antecedent(child) is not child for child in verb.subtree)
        return () if used or _has_object_gap(verb) else (head,)
    if label in ADVERBIAL and verb.tag_ in ("VBG", "VB", "VBN"):
        return _controllers(head, depth) if _of_object(verb) else subjects(head, depth + 1)
    return ()


def _mark(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in ("mark", "case")), None)


def _of_object(gerund: Token) -> bool:
    """Tell whether a gerund after a preposition is what the object of the verb above does."""
    mark = _mark(gerund)
    if gerund.tag_ != "VBG" or mark is None:
        return False
    above = lemma_of(gerund.head)
    if mark.lower_ in _OBJECT_MARKS:
        return above not in _control("gaining")
    return mark.lower_ == "for" and above in _control("judging")


def _marked_subjects(verb: Token, mark: Token, depth: int) -> tuple[Token, ...]:
    """Find who does what a clause on a noun tells of: "plans to leave", "a call for Norland to leave"."""
    noun = verb.head
    if mark.lower_ == "for" and verb.tag_ == "VB":
        between = [
            child
            for child in noun.children
            if child.dep_ in _OBLIQUE and mark.i < child.i < verb.i and not preposition(child)
        ]
        if between:
            return tuple(each for child in between for each in conjuncts(child))
    if mark.lower_ in _TIMING:
        above = noun.head
        return subjects(above, depth + 1) if is_verbal(above) and above.i != noun.i else ()
    return _owners(noun, depth)


def _owners(noun: Token, depth: int) -> tuple[Token, ...]:
    """Find whose plan, decision or charge it is that a clause on a noun tells of."""
    if not deed(noun) and lemma_of(noun) not in _control("will"):
        return ()
    found = [child for child in noun.children if child.dep_ in POSSESSIVE]
    found = found or [each for before, each in obliques(noun) if before == "by"]
    if found:
        return tuple(antecedent(each) for one in found for each in conjuncts(one))
    head = noun.head
    if head.i == noun.i or not is_verbal(head):
        return ()
    if noun.dep_ in OBJECT:
        others = lemma_of(head) in _control("of_others") and not deed(noun)
        return () if others else subjects(head, depth + 1)
    return _controllers(head, depth) if preposition(noun) in ("in", "on", "for", "under", "with") else ()


def _has_object_gap(verb: Token) -> bool:
    return any(child.dep_ in SUBJECT for child in verb.children)


def _controllers(head: Token, depth: int) -> tuple[Token, ...]:
    if lemma_of(head) not in _SUBJECT_CONTROL:
        for labels in (OBJECT, INDIRECT):
            found = tuple(child for child in head.children if child.dep_ in labels)
            if found:
                return tuple(antecedent(each) for one in found for each in conjuncts(one))
    return subjects(head, depth + 1)


def objects(verb: Token) -> tuple[Token, ...]:
    """Find the grammatical objects: own, shared, or the noun before a bare relative clause."""
    own = [child for child in verb.children if child.dep_ in OBJECT]
    if not own:
        own = _after_particle(verb) or _shared_objects(verb)
    if own:
        return tuple(antecedent(each) for one in own for each in conjuncts(one))
    if verb.dep_ in RELATIVE and _has_object_gap(verb) and not is_passive(verb):
        clause = [child for child in verb.subtree if child.i < verb.i]
        if all(antecedent(child) is child for child in clause):
            return (verb.head,)
    return ()


def _after_particle(verb: Token) -> list[Token]:
    """Find the object that parsers take for an oblique behind a particle: "brought down the government"."""
    after = {child.i + 1 for child in verb.children if child.dep_ in PARTICLE}
    return [
        child
        for child in verb.children
        if child.dep_ == "obl" and child.left_edge.i in after and not preposition(child)
    ]


def _shared_objects(verb: Token) -> list[Token]:
    head = verb.head
    if verb.dep_ == "conj" and is_verbal(head):
        return [child for child in head.children if child.dep_ in OBJECT and child.i > verb.i]
    for child in verb.children:
        between = child.i - verb.i
        if child.dep_ == "conj" and is_verbal(child) and between == 2:
            return [below for below in child.children if below.dep_ in OBJECT]
    return []


def slots(token: Token) -> Slots:
    """Tell what hangs on a verb or noun by slot; coordination expanded, relative pronouns resolved."""
    found: dict[str, list[Token]] = {}
    for before, noun in obliques(token):
        found.setdefault(before, []).extend(antecedent(each) for each in conjuncts(noun))
    for child in token.children:
        label = child.dep_
        if label in ("xcomp", "ccomp"):
            found.setdefault(label, []).extend(conjuncts(child))
        elif label == "acl" and token.pos_ in ("NOUN", "PROPN"):
            if any(below.dep_ == "mark" for below in child.children):
                found.setdefault("acl", []).extend(conjuncts(child))
        elif label in PARTICLE:
            found.setdefault("prt", []).append(child)
        elif label in ADVERBIAL or label == "pcomp":
            mark = next((below.lower_ for below in child.children if below.dep_ in ("mark", "case")), "")
            if mark and child.tag_ == "VBG":
                found.setdefault(mark, []).extend(conjuncts(child))
    if token.pos_ in ("NOUN", "PROPN"):
        _noun_slots(token, found)
    else:
        _verb_slots(token, found)
    return {slot: tuple(nouns) for slot, nouns in found.items()}


def _noun_slots(noun: Token, found: dict[str, list[Token]]) -> None:
    for child in noun.children:
        if child.dep_ in POSSESSIVE:
            found.setdefault("poss", []).extend(conjuncts(child))
        elif child.dep_ in MODIFIER and child.i < noun.i and not preposition(child):
            found.setdefault("mod", []).extend(conjuncts(child))
    if noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        for before, below in obliques(noun.head):
            if below.i > noun.i:
                found.setdefault(before, []).extend(conjuncts(below))


def _verb_slots(verb: Token, found: dict[str, list[Token]]) -> None:
    if lemma_of(verb) in _OF_VERBS and "of" not in found:
        for child in verb.children:
            if child.dep_ in OBJECT or child.dep_ in PASSIVE_SUBJECT:
                inner = slots(child).get("of", ())
                found["of"] = list(inner) or found.get("of", [])
    grammatical = subjects(verb)
    if is_passive(verb):
        found["obj"] = list(grammatical)
        found["subj"] = found.pop("by", [])
        found["xobj"] = list(objects(verb))
    else:
        found["subj"] = list(grammatical)
        found["obj"] = list(objects(verb))
    found["iobj"] = [
        each
        for child in verb.children
        if child.dep_ in INDIRECT
        for each in conjuncts(child)
        if each.pos_ != "ADP"
    ]


def negated(token: Token) -> bool:
    """Tell whether a negation hangs on the token itself ("did not", "no raid", "neither side")."""
    for child in token.children:
        if child.lower_ in _NEGATIONS and child.dep_ in (
            "advmod",
            "neg",
            "det",
            "mark",
            "case",
            "cc:preconj",
            "preconj",
        ):
            return True
        if child.dep_ in _ANY_SUBJECT and any(
            below.lower_ in ("no", "neither") and below.dep_ == "det" for below in child.children
        ):
            return True
        if child.dep_ in _ANY_SUBJECT and child.lower_ in ("nobody", "none", "neither", "nothing"):
            return True
    return False


def auxiliaries(verb: Token) -> tuple[str, ...]:
    """Give the auxiliaries of a verb in lower case; those of a coordinated head where it has none."""
    own = tuple(child.lower_ for child in verb.children if child.dep_ in AUXILIARY)
    if own or verb.dep_ != "conj" or not is_verbal(verb.head):
        return own
    if any(child.dep_ in _ANY_SUBJECT or child.dep_ in PASSIVE_SUBJECT for child in verb.children):
        return own
    return auxiliaries(verb.head) if verb.tag_ in ("VB", "VBN", "VBG") else own
