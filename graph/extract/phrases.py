"""Noun phrases in dependency trees, for Universal Dependencies and for spaCy's older ClearNLP labels alike.

The two differ in where a preposition stands: UD hangs it under its noun (`case`), ClearNLP above it
(`prep` > `pobj`). Every function here hides that.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_CLEARNLP = {
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "dative": "iobj",
    "poss": "nmod:poss",
    "relcl": "acl:relcl",
    "attr": "xcomp",
    "oprd": "xcomp",
    "acomp": "xcomp",
    "nn": "compound",
    "num": "nummod",
    "rcmod": "acl:relcl",
    "partmod": "acl",
    "npadvmod": "obl:unmarked",
    "prt": "compound:prt",
    "neg": "advmod",
    "predet": "det:predet",
}
_BASE = frozenset(
    {"amod", "compound", "nummod", "det", "nmod:poss", "flat", "nmod:desc", "fixed", "goeswith", "quantmod"}
    | {"advmod", "case", "punct", "nmod:unmarked", "det:predet", "cc:preconj", "compound:prt"}
)


def label(token: Token) -> str:
    """The dependency label in UD terms, with the older names of spaCy mapped; `root` for the root."""
    dep = token.dep_.lower()
    if dep == "pobj":
        return "obl" if token.head.head.pos_ in {"VERB", "AUX", "ADJ"} else "nmod"
    if dep in {"obl:tmod", "obl:npmod"}:
        return "obl:unmarked"
    if dep in {"nmod:tmod", "nmod:npmod"}:
        return "nmod:unmarked"
    return _CLEARNLP.get(dep, dep)


def plain_label(token: Token) -> str:
    """The label without its subtype: `nsubj:pass` is `nsubj`."""
    return label(token).partition(":")[0]


def governor(token: Token) -> Token:
    """The word that a token depends on, with ClearNLP's prepositions skipped; itself for the root."""
    head = token.head
    if token.dep_ in {"pobj", "pcomp"} and head.dep_ in {"prep", "agent", "dative"}:
        return head.head
    return head


def preposition(token: Token) -> str:
    """The preposition of a noun, lower-case, fixed parts joined ("because of"); empty if there is none."""
    head = token.head
    if token.dep_ in {"pobj", "pcomp"} and head.dep_ in {"prep", "agent", "dative"}:
        return head.lower_
    for child in token.lefts:
        if child.dep_ == "case" and child.pos_ != "PART":
            return " ".join([child.lower_, *(part.lower_ for part in child.rights if part.dep_ == "fixed")])
    return ""


def is_subject(token: Token) -> bool:
    """Tell whether the token is the subject of a clause, active or passive."""
    return plain_label(token) == "nsubj"


def conjunct_head(token: Token) -> Token:
    """The first conjunct of a coordination, or the token itself."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def base_span(token: Token) -> tuple[int, int]:
    """Bounds (token indices, half-open) of the noun phrase without what follows its head.

    Determiners, adjectives, compounds, numbers and possessors belong to it; prepositional phrases, relative
    clauses and appositions do not. A leading preposition and punctuation at the ends are left out.
    """
    start, end = token.i, token.i + 1
    for child in token.lefts:
        if child.dep_ == "case" and child.pos_ != "PART":
            continue
        if label(child) in _BASE or child.pos_ in {"DET", "ADJ", "NUM"}:
            start = min(start, child.left_edge.i)
    for child in token.rights:
        if label(child) in {"flat", "fixed", "goeswith"} or (child.dep_ == "nummod" and child.i == end):
            end = max(end, child.right_edge.i + 1)
    return _trim(token.doc, start, end)


def full_span(token: Token) -> tuple[int, int]:
    """Bounds of the noun phrase with its modifiers after the head, without relative clauses and conjuncts."""
    start, end = base_span(token)
    for child in token.rights:
        if _is_calendar(child):
            break
        if label(child) in {"nmod", "acl", "amod", "prep"} and not _clause(child):
            end = max(end, _edge(child))
        elif label(child) not in {"flat", "fixed", "case", "punct", "nummod"}:
            break
    return _trim(token.doc, start, end)


def _is_calendar(token: Token) -> bool:
    """Whether a modifier says when, and so belongs to the verb ("officials on Monday said")."""
    words = {part.lower_ for part in token.subtree}
    return any(word.endswith("day") for word in words) or bool(words & _CALENDAR)


def _clause(token: Token) -> bool:
    return any(child.tag_ in {"WDT", "WP", "WP$"} for child in token.subtree) or "relcl" in token.dep_


def _edge(token: Token) -> int:
    """Right edge of a modifier, stopping before a relative clause inside it."""
    end = token.i + 1
    for child in token.rights:
        if "relcl" in child.dep_ or child.dep_ in {"appos", "parataxis", "punct"} or _clause(child):
            break
        end = max(end, child.right_edge.i + 1)
    return end


def _trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while end - start > 1 and (doc[start].is_punct or doc[start].is_space):
        start += 1
    while (
        end - start > 1 and (doc[end - 1].is_punct or doc[end - 1].is_space) and "." not in doc[end - 1].text
    ):
        end -= 1
    return start, end


def span_head(doc: Doc, start: int, end: int) -> Token:
    """The word of a token range that all its others hang on: the first whose head lies outside."""
    for token in doc[start:end]:
        if not start <= token.head.i < end or token.head.i == token.i:
            return token
    return doc[end - 1]


def noun_heads(doc: Doc) -> Iterator[Token]:
    """Every word that heads a noun phrase: nouns, names and pronouns that are no mere part of another."""
    for token in doc:
        if token.pos_ in {"NOUN", "PROPN", "PRON"} and label(token) not in {
            "compound", "flat", "fixed", "goeswith", "nmod:desc", "det", "expl", "case",
        }:  # fmt: skip
            yield token


def determiner(token: Token) -> str:
    """The article, demonstrative or possessor of a noun, lower-case ("the", "a", "his", "'s"); else empty."""
    for child in token.lefts:
        if label(child) == "det":
            return child.lower_
        if label(child) == "nmod:poss":
            return child.lower_ if child.pos_ == "PRON" else "'s"
    return ""


def is_plural(token: Token) -> bool:
    """Tell whether a noun or pronoun is plural."""
    number = token.morph.get("Number", [])
    if number:
        return number[0] in {"Plur", "Ptan"}
    return token.tag_ in {"NNS", "NNPS"} or token.lower_ in {
        "they",
        "them",
        "their",
        "we",
        "us",
        "these",
        "those",
    }


def modifiers(token: Token) -> tuple[Token, ...]:
    """Adjectives, compounds and possessors before a noun, in order."""
    kept = {"amod", "compound", "nmod:poss", "nmod", "nmod:desc", "nmod:unmarked"}
    return tuple(child for child in token.lefts if label(child) in kept)


_CALENDAR = frozenset({"week", "month", "year", "yesterday", "tomorrow", "today"})
_IRREGULAR = {"said": "say", "told": "tell", "spoke": "speak", "spoken": "speak", "thought": "think"}


def is_form_of(verb: Token, lemmas: frozenset[str]) -> bool:
    """Tell whether a verb is a form of one of some lemmas, also where the reader's lemma fails."""
    word = verb.lower_
    stems = (
        word.removesuffix("s"),
        word.removesuffix("ed"),
        word.removesuffix("d"),
        word.removesuffix("ing"),
    )
    forms = {verb.lemma_.lower(), word, _IRREGULAR.get(word, word), *stems}
    if word.endswith("ing"):
        forms.add(word.removesuffix("ing") + "e")
    if word.endswith("ied"):
        forms.add(word.removesuffix("ied") + "y")
    return not forms.isdisjoint(lemmas)


def is_passive(verb: Token) -> bool:
    """Tell whether a verb stands in the passive voice."""
    return any(label(child) in {"nsubj:pass", "aux:pass", "csubj:pass"} for child in verb.children)
