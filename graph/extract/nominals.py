"""Common nouns that stand for somebody or something in the story: groups, roles, bodies, facilities.

Only arguments of verbs and nouns are kept; which of them stand for a name is decided in `coreference`.
"""

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Token

from graph.extract.drafts import Draft, overlaps
from graph.extract.kinds import LABELS, is_norp
from graph.extract.lexicon import read_rows
from graph.extract.numbers import parse_number
from graph.extract.phrases import (
    base_span,
    conjunct_head,
    determiner,
    is_plural,
    label,
    noun_heads,
    plain_label,
)
from graph.extract.titles import title_at
from graph.model.terms import EntityKind, MentionForm

_CONFIDENCE = 0.7
_BODIES = frozenset(
    {"force", "forces", "troop", "troops", "police", "authority", "guerrilla", "media", "military"}
)
_QUANTIFIERS = frozenset({"no", "any", "every", "each", "what", "which", "whatever"})
_NO_START = frozenset(
    {"according", "including", "'s", "’s", "particularly", "especially", "mostly", "mainly", "even", "then"}
    | {"only", "just", "perhaps", "notably", "namely"}
)
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those"})
_ARGUMENTS = frozenset(
    {"nsubj", "obj", "iobj", "obl", "nmod", "appos", "root", "parataxis", "vocative", "dislocated"}
)


@cache
def noun_kinds() -> dict[str, tuple[EntityKind, str]]:
    """Lemma of each known noun with its kind and gender."""
    kinds = {
        "person": EntityKind.PERSON,
        "organization": EntityKind.ORGANIZATION,
        "facility": EntityKind.FACILITY,
        "place": EntityKind.PLACE,
    }
    return {row[0]: (kinds[row[1]], row[2] if len(row) > 2 else "") for row in read_rows("nouns.tsv")}


def noun_entry(token: Token) -> tuple[EntityKind, str] | None:
    """Kind and gender of a noun, also where the lemma is missing or a compound is written with a hyphen."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return None
    return noun_kinds().get(token.lemma_.lower()) or noun_kind(token.lower_)


def base_form(token: Token) -> str:
    """The singular of a known noun in lower case, whatever the reader's lemma; else the lemma."""
    word, table = token.lower_, noun_kinds()
    if token.lemma_.lower() in table or token.pos_ == "PRON":
        return token.lemma_.lower()
    forms = (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("men") + "man")
    return next((form for form in forms if form in table), token.lemma_.lower() or word)


def is_many(token: Token) -> bool:
    """Tell whether a noun is plural, by its tags or by its form."""
    word = token.lower_
    by_form = word.endswith("s") and word not in noun_kinds() and word.removesuffix("s") in noun_kinds()
    return is_plural(token) or by_form or word in {"people", "police", "troops"}


def noun_kind(word: str) -> tuple[EntityKind, str] | None:
    """Kind and gender of a noun by its form in lower case, singular or plural."""
    table = noun_kinds()
    for form in (
        word,
        word.removesuffix("s"),
        word.rpartition("-")[2],
        word.rpartition("-")[2].removesuffix("s"),
    ):
        if form in table:
            return table[form]
    for ending, replacement in (("men", "man"), ("women", "woman"), ("ies", "y"), ("es", "")):
        if word.endswith(ending) and word.removesuffix(ending) + replacement in table:
            return table[word.removesuffix(ending) + replacement]
    return None


def find_nominals(doc: Doc, names: Sequence[Draft], skipped: frozenset[int]) -> list[Draft]:
    """Find noun phrases for persons, groups, bodies, facilities and places that are no names.

    Args:
        doc: The parsed document.
        names: The names found; a noun inside one is no mention of its own.
        skipped: Tokens of bylines.
    """
    inside = {at for name in names for at in range(name.start, name.end)}
    inside.update(at for name in names for at in _title_of(doc, name))
    heads = {name.head: name for name in names}
    found: list[Draft] = []
    for token in noun_heads(doc):
        if token.i in inside or token.i in skipped or token.pos_ == "PRON":
            continue
        draft = _plural_nation(token) if is_norp(token.text) else _nominal(token)
        if draft is None or not _wanted(token, draft.kind, heads):
            continue
        _take_in(token, draft, heads)
        if not overlaps(draft, found) or draft.kind is not EntityKind.PLACE:
            found.append(draft)
    return found


def _take_in(token: Token, draft: Draft, heads: dict[int, Draft]) -> None:
    """Make "the Doe administration" a name: it is a body, and its head a person beside it."""
    before = heads.get(token.i - 1)
    if token.lower_ == "administration" and before is not None and before.kind is EntityKind.PERSON:
        draft.start, draft.form, draft.method = before.start, MentionForm.NAME, "rule.administration"


def _title_of(doc: Doc, name: Draft) -> range:
    """Tokens of a title right before a person's name, unless the tree gives the name no place of its own."""
    before = [token.text for token in doc[max(0, name.start - 6) : name.start]]
    for at in range(len(before) if name.kind is EntityKind.PERSON else 0):
        if title_at(before, at) == len(before) - at:
            start = name.start - len(before) + at
            above = doc[name.head].head.i
            hidden = start <= above < name.start and not _apposed(doc[name.head])
            return range(start, start if hidden else name.start)
    return range(0)


def _nominal(token: Token) -> Draft | None:
    entry = noun_entry(token)
    if entry is None or determiner(token) in _QUANTIFIERS:
        return None
    kind = entry[0]
    plural = is_many(token)
    body = kind is EntityKind.ORGANIZATION and not {base_form(token), token.lower_} & _BODIES
    if plural and (body or kind is EntityKind.PERSON):
        kind = EntityKind.GROUP
    start, end = _span(token)
    return Draft(
        start=start, end=end, head=token.i, kind=kind, form=MentionForm.NOMINAL,
        confidence=_CONFIDENCE, method="rule.nominal", count=group_count(token) if plural else None,
    )  # fmt: skip


def _plural_nation(token: Token) -> Draft | None:
    """Nationality nouns that the reader passed over."""
    if not token.text[:1].isupper() or token.pos_ not in {"NOUN", "PROPN"}:
        return None
    return Draft(
        start=token.i, end=token.i + 1, head=token.i, kind=EntityKind.NORP, form=MentionForm.NAME,
        confidence=_CONFIDENCE, method="rule.norp", label="NORP",
    )  # fmt: skip


def _span(token: Token) -> tuple[int, int]:
    """The phrase, cut at commas before its head and at what introduces it, and before a name that follows."""
    start, end = base_span(token)
    for at in range(token.i - 1, start - 1, -1):
        if token.doc[at].text in {",", ";", "(", ":", "—", "–"} or token.doc[at].is_space:
            start = at + 1
            break
    while (
        start < token.i
        and token.doc[start + 1].lower_ not in {"least", "most"}
        and (
            token.doc[start].pos_ in {"ADP", "SCONJ", "CCONJ", "PUNCT"}
            or token.doc[start].lower_ in _NO_START
            or (token.doc[start].pos_ == "ADV" and token.doc[start + 1].lower_ in _ARTICLES)
        )
    ):
        start += 1
    end = max(min(end, token.i + 1), start + 1)
    quoted = any(part.text == "“" for part in token.doc[start:end])
    return start, end + (quoted and end < len(token.doc) and token.doc[end].text == "”")


def group_count(token: Token) -> int | None:
    """The exact number of members of a counted group, if the words give one."""
    for child in token.lefts:
        if (
            plain_label(child) == "nummod"
            and LABELS.get(child.ent_type_) is None
            and not any(
                grand.lower_ in {"about", "some", "least", "most", "than", "nearly", "over", "around"}
                for grand in child.subtree
            )
        ):
            words = " ".join(part.text for part in child.subtree)
            value = parse_number(words)
            if value is not None and value == int(value) and 0 < value < 1e10:
                return int(value)
    return None


def _wanted(token: Token, kind: EntityKind, heads: dict[int, Draft]) -> bool:
    """Keep arguments; leave out predicates, faint nouns and generic places."""
    first = conjunct_head(token)
    role = plain_label(first)
    if any(label(child) == "cop" for child in token.children):
        return False
    possessor = label(first) == "nmod:poss"
    if not possessor and role not in _ARGUMENTS and role not in {"advcl", "acl", "ccomp", "xcomp"}:
        return False
    if names_joined(token, heads):
        return True
    lemma, faint = base_form(token), {row[0] for row in read_rows("faint_nouns.tsv")}
    definite = determiner(token) in {"the", "this", "that", "these", "those", "'s"}
    if kind is EntityKind.PLACE:
        return definite and lemma not in faint
    if kind is EntityKind.GROUP and possessor:
        return True
    if lemma in faint:
        return kind in {EntityKind.PERSON, EntityKind.GROUP} and lemma in {"dead", "figure", "member"}
    return True


def names_joined(token: Token, heads: dict[int, Draft]) -> list[Draft]:
    """Names that stand in apposition to a noun, before or after it."""
    found = [heads[child.i] for child in token.children if child.i in heads and _apposed(child)]
    head = token.head
    if head.i in heads and head.i != token.i and _apposed(token):
        found.append(heads[head.i])
    title = title_at([part.text for part in token.doc[token.i : token.i + 6]], 0)
    starts = {token.i + 1, token.i + max(title, 1)}
    after = next((name for name in heads.values() if name.start in starts), None)
    if after is not None and after.kind is EntityKind.PERSON and after not in found and is_role(token):
        # "spokesman Jo Doe", however the tree has it
        found.append(after)
    return found or _after_comma(token, heads)


def _after_comma(token: Token, heads: dict[int, Draft]) -> list[Draft]:
    """The name in "Jo Doe, a spokesman for …", unless it may end a phrase before a subject."""
    start = _span(token)[0]
    if start < 2 or token.doc[start - 1].text != "," or not is_role(token):
        return []
    name = next((name for name in heads.values() if name.end == start - 1), None)
    if name is None or name.kind is not EntityKind.PERSON:
        return []
    open_phrase = plain_label(token.doc[name.head]) in {"obl", "nmod", "conj"}
    open_phrase = open_phrase and token.doc[name.head].head.i != token.i
    return [] if open_phrase or label(token) == "conj" else [name]


def is_role(token: Token) -> bool:
    """Tell whether a noun is a singular one for a person."""
    entry = noun_entry(token)
    return entry is not None and entry[0] is EntityKind.PERSON and not is_many(token)


def _apposed(token: Token) -> bool:
    return label(token) in {"appos", "flat", "nmod:desc"}
