"""Whether the clause around a word looks back or ahead: past, future or untold."""

from spacy.tokens import Token

from graph.extract.lexicon import read_words
from graph.extract.phrases import governor, is_subject, label, preposition

_FUTURE_AUX = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_OPEN_AUX = frozenset({"would", "could", "may", "might", "can", "should", "must", "ca", "'d", "’d"})
_TO_BE = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
_CONDITIONS = frozenset({"if", "unless", "when", "once", "until", "before", "after"})
_NEGATIONS = frozenset({"not", "n't", "n’t"})
_VERBAL = frozenset({"VERB", "AUX"})
_DEPTH = 12


def tense_at(token: Token) -> str:
    """The time that the words around a token speak of.

    Args:
        token: A word of a time expression.

    Returns:
        `past`, `future`, or empty where the sentence does not tell.
    """
    if preposition(token) in {"ahead of", "before"} and token.head.pos_ in _VERBAL:
        return ""
    if any(label(child) == "cop" and child.tag_ in {"VBZ", "VBP"} for child in token.children):
        # "the vote is on Friday"
        return "future"
    if _only_names(token):
        return _future_or_none(token)
    return _of_clause(token)


def _only_names(token: Token) -> bool:
    """Whether a time stands before a noun that is no subject: "they feared the Nov. 8 vote"."""
    noun = governor(token)
    return noun.pos_ == "NOUN" and token.i < noun.i and not preposition(token) and not is_subject(noun)


def _future_or_none(token: Token) -> str:
    """A verb that looks back tells nothing of a time that only names something."""
    tense = _of_clause(token)
    return tense if tense == "future" else ""


def _of_clause(token: Token) -> str:
    word = token
    for _ in range(_DEPTH):
        if word.head.i == word.i:
            break
        word = governor(word)
        if word.pos_ in _VERBAL or _has_copula(word):
            return _of_predicate(word)
        if word.pos_ in {"NOUN", "PROPN", "ADJ"} and word.lemma_.lower() in read_words(
            "future_words.tsv", "ahead"
        ):
            return "future"
    return _of_predicate(word) if word.pos_ in _VERBAL or _has_copula(word) else ""


def _has_copula(word: Token) -> bool:
    return any(label(child) == "cop" for child in word.children)


def _of_predicate(word: Token, depth: int = 0) -> str:
    auxiliaries = [child for child in word.children if label(child) in {"aux", "aux:pass", "cop"}]
    forms = {child.lower_ for child in auxiliaries}
    perfect = "have" in {child.lemma_.lower() for child in auxiliaries}
    if forms & _FUTURE_AUX:
        return "future"
    if forms & _OPEN_AUX:
        # "could not be reached on Friday" tells of what was tried
        tried = "could" in forms and any(child.lower_ in _NEGATIONS for child in word.children)
        return "past" if perfect or tried else "future"
    head = governor(word)
    above = depth < _DEPTH and head.i != word.i
    lemma = word.lemma_.lower()
    if _is_infinitive(word) and forms & _TO_BE:
        return "future"
    if _is_infinitive(word) and above:
        if perfect:
            return "past"
        if head.lemma_.lower() in read_words("future_words.tsv", "same"):
            return _of_predicate(head, depth + 1)
        if head.lemma_.lower() == "go" and head.tag_ == "VBG":
            return "future"
        if head.pos_ == "ADJ" and head.lemma_.lower() not in read_words("future_words.tsv", "ahead"):
            return _of_predicate(head, depth + 1)
        if head.pos_ not in _VERBAL or label(word) != "advcl":
            return "future"
        return _of_predicate(head, depth + 1)
    if perfect:
        return "past"
    if word.tag_ not in {"VBD", "VBN"} and any(_is_condition(child) for child in word.children):
        # "endorsing him on Friday after they meet"
        return "future"
    if lemma in read_words("future_words.tsv", "ahead") and _passive_or_present(word, forms):
        return "future"
    if word.tag_ == "VBG" and forms & {"is", "are", "am", "'s", "'re", "’s", "’re", "’m", "'m"}:
        return "future"
    if word.tag_ == "VBD" or "was" in forms or "were" in forms:
        return "past"
    if word.tag_ in {"VBZ", "VBP"}:
        timetable = lemma in read_words("future_words.tsv", "timetable")
        return "future" if timetable or _is_condition(word) else ""
    if word.tag_ == "VBN" and forms & {"is", "are", "been"}:
        return ""
    if above and label(word) in {"conj", "advcl", "acl", "xcomp", "parataxis"}:
        return _of_predicate(head, depth + 1) if head.pos_ in _VERBAL or _has_copula(head) else _bare(word)
    return _bare(word)


def _is_condition(word: Token) -> bool:
    """Whether a clause in the present says on what condition or before what: "if they win on Friday"."""
    return (
        label(word) == "advcl"
        and word.tag_ in {"VBZ", "VBP"}
        and any(child.lower_ in _CONDITIONS and label(child) in {"mark", "advmod"} for child in word.children)
    )


def _bare(word: Token) -> str:
    return "past" if word.tag_ in {"VBN", "VBD"} else ""


def _is_infinitive(word: Token) -> bool:
    marks = {child.lower_ for child in word.lefts if label(child) in {"mark", "aux"}}
    return "to" in marks and (
        word.tag_ == "VB" or word.morph.get("VerbForm", []) == ["Inf"] or _has_copula(word)
    )


def _passive_or_present(word: Token, forms: set[str]) -> bool:
    """Whether "planned", "scheduled", "set" look ahead: as a present or a participle, not as a past deed."""
    return word.tag_ in {"VBZ", "VBP", "VBG"} or bool(forms & {"is", "are", "was", "were", "been", "be"})
