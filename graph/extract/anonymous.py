"""Sources without a name: "an official briefed on the talks", "two people familiar with it", "officials".

A common noun for persons is a source where a reporting verb or "according to" makes it speak, or where the
article says why it has no name (`resources/anonymity_cues.jsonl`).
"""

import re
from functools import cache

from spacy.tokens import Token

from graph.extract.lexicon import read_rules, read_words
from graph.extract.phrases import conjunct_head, governor, is_form_of, is_subject, label, preposition
from graph.extract.times import plain_text

_REACH = 260


@cache
def _cues() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule["pattern"]) for rule in read_rules("anonymity_cues.jsonl"))


def has_cue(text: str) -> bool:
    """Tell whether words say that a source is not to be named, or how it knows.

    >>> has_cue("who spoke on condition of anonymity"), has_cue("who spoke in the rain")
    (True, False)
    """
    plain = plain_text(text)
    return any(pattern.search(plain) for pattern in _cues())


def is_source(noun: Token) -> bool:
    """Tell whether a person noun stands for an unnamed source.

    Args:
        noun: Head of a noun phrase for one or more persons that is not joined to a name.
    """
    return speaks(noun) or _told_unnamed(noun)


def speaks(noun: Token) -> bool:
    """Tell whether a noun is the subject of a reporting verb, or stands after "according to"."""
    first = conjunct_head(noun)
    if is_subject(first) and label(first) != "nsubj:pass":
        return is_form_of(governor(first), read_words("reporting_verbs.tsv", "says"))
    return preposition(first) in {"according to", "according"} or (
        first.head.lower_ == "to" and first.head.head.lower_ == "according"
    )


def _told_unnamed(noun: Token) -> bool:
    edge = min(
        noun.right_edge.i + 1, noun.sent.end if noun.doc.has_annotation("SENT_START") else len(noun.doc)
    )
    if edge <= noun.i + 1:
        return any(has_cue(child.text) for child in noun.lefts)
    after = noun.doc[noun.left_edge.i : edge].text
    return has_cue(after[:_REACH])
