"""Lemmas that the rule tables know, even where a reader's lemma is off ("announc" of "announced").

Irregular verbs are listed. Else a reader's lemma counts if a table knows it; else the form is undone
by the rules of English inflection, and the first candidate that a table knows is taken.
Source: detachment rules in the manner of WordNet's Morphy (Miller et al. 1990).
"""

from functools import cache, lru_cache

from spacy.tokens import Token

from graph.extract.lexicon import read_map, read_rows, read_rules

_ENDINGS = {
    "V": (
        ("ied", "y"),
        ("ies", "y"),
        ("ing", ""),
        ("ing", "e"),
        ("ed", ""),
        ("ed", "e"),
        ("es", ""),
        ("es", "e"),
        ("s", ""),
    ),
    "N": (("ies", "y"), ("ves", "f"), ("ves", "fe"), ("men", "man"), ("es", ""), ("s", "")),
    "A": (),
}
_KINDS = {"VERB": "V", "AUX": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A", "ADV": "A"}
_TABLES = (
    ("event_triggers.tsv", 2, 1),
    ("claim_cues.tsv", 1, 0),
    ("factuality_cues.tsv", 1, 0),
)


@cache
def known() -> frozenset[tuple[str, str]]:
    """Collect the lemmas of all rule tables with their kind (`V`, `N` or `A`)."""
    found = {
        (lemma, row[kind])
        for name, lemmas, kind in _TABLES
        for row in read_rows(name)
        for lemma in row[lemmas].split("|")
    }
    found |= {(verb, "V") for row in read_rows("light_verbs.tsv") for verb in row[0].split("|")}
    found |= {
        (words.split()[0], "V")
        for row in read_rows("event_links.tsv")
        if row[1] == "verb"
        for words in row[0].split("|")
    }
    found |= {(head, "N") for row in read_rows("offices.tsv") for head in row[1].split("|")}
    found |= {
        (lemma, record["pos"])
        for record in read_rules("relation_patterns.jsonl")
        for lemma in record["lemmas"]
    }
    return frozenset(found)


def lemma_of(token: Token) -> str:
    """Give the lemma of a token in lower case."""
    return _lemma(token.lower_, token.lemma_.lower(), _KINDS.get(token.pos_, ""))


def forms_of(token: Token) -> frozenset[str]:
    """Give all that a word may be listed as: its form, its lemma, its form without a plural ending."""
    lower = token.lower_
    found = {lower, lemma_of(token), lower.removesuffix("s"), lower.removesuffix("es")}
    if lower.endswith("ies"):
        found.add(lower[:-3] + "y")
    return frozenset(found)


@lru_cache(maxsize=65536)
def _lemma(form: str, lemma: str, kind: str) -> str:
    irregular = read_map("irregular_forms.tsv").get(form) if kind == "V" and lemma != form else None
    if irregular is not None:
        return irregular
    if not kind or (lemma, kind) in known():
        return lemma
    for ending, instead in _ENDINGS[kind]:
        if not form.endswith(ending) or len(form) - len(ending) < 2:
            continue
        stem = form[: len(form) - len(ending)]
        candidates = [stem + instead]
        if not instead and len(stem) > 2 and stem[-1] == stem[-2]:
            candidates.insert(0, stem[:-1])
        for candidate in candidates:
            if (candidate, kind) in known():
                return candidate
    return lemma
