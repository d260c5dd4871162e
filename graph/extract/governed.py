"""Where an event word stands below its governor, and signs of its clause, for `factuality`."""

from spacy.tokens import Token

from graph.extract.clauses import (
    ADVERBIAL,
    AUXILIARY,
    OBJECT,
    PASSIVE_SUBJECT,
    RELATIVE,
    SUBJECT,
    negated,
    preposition,
)
from graph.extract.lemmas import lemma_of
from graph.extract.lexicon import read_map

# Verbs of saying and thinking whose past turns the "will" of what is said into "would".
_TELLING = frozenset(
    [
        *("say", "announce", "tell", "confirm", "add", "declare", "reveal", "disclose", "report", "write"),
        *("believe", "think", "predict", "expect", "hope", "insist", "indicate", "note", "signal"),
        *("vow", "promise", "pledge"),
    ]
)
_ARTICLES = frozenset({"a", "an", "any", "another", "some", "more", "further", "no"})
_ORDER = frozenset({"first", "second", "third", "fourth", "fifth", "last", "latest", "only", "sole", "next"})
_MERELY = frozenset({"only", "just", "merely", "simply"})
_RANKING = frozenset({"amod", "advmod", "det", "nummod"})
_QUESTION_WORDS = frozenset({"WDT", "WP", "WP$", "WRB"})


def place_of(token: Token) -> str:
    """Name the place of a word below its governor, in the terms of the cue table.

    Besides: `advcl` and `acl` (infinitives), `clause` (after a conjunction), `adjunct` (after none),
    `participle` (it modifies a noun), and empty where the governor says nothing of the event.
    """
    dep = token.dep_
    if dep in ("xcomp", "ccomp"):
        return dep
    if dep in RELATIVE or dep in ("parataxis", "appos"):
        return ""
    if dep in ADVERBIAL or dep in ("acl", "pcomp"):
        return _clausal_place(token)
    if dep in OBJECT or dep in PASSIVE_SUBJECT:
        return "obj"
    if dep in SUBJECT:
        return "subj"
    if dep in ("compound", "amod", "nmod:desc"):
        return "" if token.tag_ in ("VBN", "VBG") and dep == "amod" else "mod"
    return preposition(token)


def _clausal_place(token: Token) -> str:
    dep = token.dep_
    for child in token.children:
        if child.dep_ not in ("mark", "case", "advmod"):
            continue
        word = child.lower_
        if token.tag_ == "VBG" and child.dep_ != "advmod":
            return word
        if word not in ("that", "to") and (child.dep_ != "advmod" or word in ("when", "once", "as")):
            return "clause"
    if dep == "pcomp":
        return token.head.lower_
    if dep == "acl":
        if token.tag_ in ("VBN", "VBG"):
            return "participle"
        return "" if _is_ranked(token.head) else "acl"
    return "advcl" if is_infinitive(token) else "adjunct"


def is_infinitive(token: Token) -> bool:
    """Tell whether a clause is a bare or marked infinitive."""
    return token.tag_ == "VB" or has_mark(token, "to")


def _is_ranked(noun: Token) -> bool:
    """Whether an infinitive behind the noun tells a fact: "the first woman to win", "the only one to go"."""
    beside = [child.lower_ for child in noun.children if child.dep_ in _RANKING]
    return lemma_of(noun) in _ORDER or any(word in _ORDER for word in beside)


def has_mark(clause: Token, *words: str) -> bool:
    """Tell whether one of some conjunctions opens a clause."""
    return any(child.dep_ == "mark" and child.lower_ in words for child in clause.children)


def is_indefinite(noun: Token) -> bool:
    """Tell whether a noun stands without a determiner that takes it for known."""
    return not any(
        child.dep_ in ("det", "nmod:poss", "poss") and child.lower_ not in _ARTICLES
        for child in noun.children
    )


def told_intent(token: Token) -> Token | None:
    """Tell a reported "will" from a condition: "the firm said that it would cut jobs".

    Somebody acts, and a verb of saying or thinking in the past governs the clause. "An invasion would kill
    thousands" stays a condition. Source: backshift, Huddleston and Pullum 2002, chapter 3.

    Returns:
        Who is told to act, if it is a case of intent.
    """
    clause = token
    while clause.dep_ == "conj" and clause.head.i != clause.i:
        clause = clause.head
    verb = clause.head
    if clause.dep_ != "ccomp" or verb.tag_ not in ("VBD", "VBN", "VBG") or lemma_of(verb) not in _TELLING:
        return None
    for actor in clause.children:
        if actor.dep_ in SUBJECT or actor.dep_ in PASSIVE_SUBJECT:
            body = lemma_of(actor) in read_map("nouns.tsv") and not is_indefinite(actor)
            if actor.pos_ in ("PRON", "PROPN") or body or lemma_of(verb) == "announce":
                return actor
    return None


def is_asked(token: Token) -> bool:
    """Tell whether the word heads a question for yes or no: "Did rebels attack Kesh?"."""
    if token.dep_ != "ROOT" or not token.sent.text.rstrip(" \n”\"'’").endswith("?"):
        return False
    if any(word.tag_ in _QUESTION_WORDS and word.i < token.i for word in token.subtree):
        return False
    subjects = [child.i for child in token.children if child.dep_ in SUBJECT or child.dep_ in PASSIVE_SUBJECT]
    return any(child.dep_ in AUXILIARY and child.i < min(subjects, default=0) for child in token.children)


def is_late(clause: Token) -> bool:
    """Tell whether a clause of time lies ahead of its own: "will go when he arrives", "would … arrived"."""
    forms = {child.tag_ for child in clause.children if child.dep_ in AUXILIARY} or {clause.tag_}
    above = {child.lower_ for child in clause.head.children if child.dep_ in AUXILIARY}
    return "VBD" not in forms or bool(above & {"would", "'d", "’d"})


def is_negated(token: Token) -> bool:
    """Tell whether a word is negated, "not only" aside, which tells two facts."""
    more = any(
        child.lower_ == "not" and child.i + 1 < len(token.doc) and child.nbor().lower_ in _MERELY
        for child in token.children
    )
    return negated(token) and not more
