"""Who holds which office in which body: titles, appositions, copulas, "as"-phrases, nominals."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from graph.extract.claim_rules import rules_for
from graph.extract.clauses import antecedent, auxiliaries, is_passive, negated, slots
from graph.extract.lemmas import lemma_of
from graph.extract.lexicon import read_rows
from graph.extract.lookup import Lookup
from graph.model.mentions import EntityMention
from graph.model.terms import EntityKind, MentionForm, RelationStatus, RelationType

_FORMER = frozenset(
    [
        "former",
        "ex-former",
        "onetime",
        "one-time",
        "erstwhile",
        "late",
        "retired",
        "then",
        "ex",
        "previous",
        "longtime-former",
        "past",
    ]
)
_ALLEGED = frozenset(
    ["alleged", "suspected", "purported", "reputed", "accused", "self-proclaimed", "self-styled", "supposed"]
)
_NOT_OFFICE = frozenset(
    [
        "new",
        "fellow",
        "own",
        "other",
        "another",
        "several",
        "many",
        "top",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
    ]
)
_BODY = frozenset(
    {EntityKind.ORGANIZATION, EntityKind.PLACE, EntityKind.NORP, EntityKind.GROUP, EntityKind.FACILITY}
)
_TITLED = frozenset({"flat", "appos", "nmod:desc", "compound", "flat:name", "nmod"})
_BEFORE = frozenset({"nmod:desc", "compound", "amod", "nmod", "nmod:unmarked", "flat", "nn"})
_MODIFIERS = frozenset(
    {"compound", "amod", "nmod", "nmod:desc", "flat", "nn", "nmod:unmarked", "punct", "advmod"}
)
_AS = frozenset(
    [
        "serve",
        "work",
        "act",
        "appoint",
        "name",
        "elect",
        "hire",
        "know",
        "identify",
        "describe",
        "retire",
        "resign",
        "return",
        "nominate",
    ]
)
_CLOSE = frozenset({"of", "for", "poss", "mod"})
_ORGANIZED = frozenset({EntityKind.ORGANIZATION, EntityKind.FACILITY})
_NO_OFFICE = frozenset({"DET", "NUM", "PART", "PRON", "CCONJ", "SCONJ", "ADP", "AUX", "VERB"})
_SECOND = ("deputy ", "vice ", "vice-", "assistant ", "associate ")
_COPULAS = frozenset({"be", "become", "remain"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office held: `holder` and `body` are mentions, `head` the noun that names it."""

    holder: EntityMention
    head: Token
    value: str
    body: EntityMention | None
    relation: RelationType | None
    status: RelationStatus
    method: str


@cache
def heads() -> dict[str, RelationType]:
    """Read `offices.tsv`: the relation of each head noun."""
    return {
        head: RelationType(relation)
        for relation, words, _ in reversed(read_rows("offices.tsv"))
        for head in words.split("|")
    }


def is_office(token: Token) -> bool:
    """Tell whether a noun names an office or occupation."""
    return token.pos_ in ("NOUN", "PROPN", "ADJ") and (lemma_of(token) in heads() or token.lower_ in heads())


def find_offices(lookup: Lookup) -> Iterator[Office]:
    """Yield the offices that the article tells of."""
    for token in lookup.doc:
        cover = lookup.covering(token)
        inside_name = cover is not None and cover.form is MentionForm.NAME and cover.kind is EntityKind.PERSON
        if inside_name or not is_office(token):
            continue
        for holder, method, alleged in _holders(token, lookup):
            body = _body(token, holder, lookup)
            value = _value(token, lookup)
            if holder.form is not MentionForm.NAME and body is None:
                continue
            status = RelationStatus.ALLEGED if alleged else _status(token, method)
            yield Office(
                holder,
                token,
                value,
                body,
                _relation(token, value),
                status,
                method,
            )


def _relation(token: Token, value: str) -> RelationType | None:
    """The relation of an office: the whole office decides ("prime minister"), else its head noun."""
    relation = heads().get(value) or heads().get(lemma_of(token), heads().get(token.lower_))
    second = value.startswith(_SECOND) and relation is RelationType.LEADS
    return RelationType.WORKS_FOR if second else relation


def _holders(token: Token, lookup: Lookup) -> list[tuple[EntityMention, str, bool]]:
    """Find who holds the office that a noun names, by the shape of the tree; the first shape that fits."""
    named = _named(token, lookup)
    if named is not None:
        return [(named, "title", False)]
    if token.dep_ == "appos" or (token.dep_ == "conj" and token.head.dep_ == "appos"):
        noun = token.head if token.dep_ == "appos" else token.head.head
        mention = lookup.at(noun)
        if mention is not None and mention.kind in (EntityKind.PERSON, EntityKind.GROUP):
            return [(mention, "apposition", False)]
    for child in token.children:
        if (
            child.dep_ == "appos"
            and (mention := lookup.headed_by(child)) is not None
            and mention.kind is EntityKind.PERSON
        ):
            return [(mention, "apposition", False)]
    copular = _copular(token, lookup)
    if copular:
        return copular
    phrase = _as_phrase(token, lookup)
    if phrase:
        return phrase
    own = lookup.headed_by(token)
    if (
        own is not None
        and own.form is not MentionForm.NAME
        and own.kind in (EntityKind.PERSON, EntityKind.GROUP)
    ):
        return [(own, "nominal", False)]
    return []


def _named(token: Token, lookup: Lookup) -> EntityMention | None:
    """The name that a title stands before: "spokesman Jon Vell", whichever of the two words is the head."""
    around = [child for child in token.rights if child.dep_ in _TITLED and child.dep_ != "nmod"]
    if token.dep_ in _BEFORE and token.i < token.head.i:
        around.append(token.head)
    for each in around:
        mention = lookup.headed_by(each) or lookup.covering(each)
        named = mention is not None and mention.form is MentionForm.NAME and mention.kind is EntityKind.PERSON
        if mention is not None and named and mention.span.start > token.idx:
            return mention
    return None


def _copular(token: Token, lookup: Lookup) -> list[tuple[EntityMention, str, bool]]:
    cop = next((child for child in token.children if child.dep_ == "cop"), None)
    verb = (
        token.head
        if token.dep_ in ("xcomp", "attr", "oprd", "obj", "dobj") and lemma_of(token.head) in _COPULAS
        else None
    )
    if cop is None and verb is None:
        return []
    if negated(verb or token) or {"will", "would", "could", "may", "might"} & set(auxiliaries(verb or token)):
        return []
    clause = token if cop is not None else verb
    subjects = (
        [child for child in clause.children if child.dep_ in ("nsubj", "nsubj:pass", "nsubjpass")]
        if clause
        else []
    )
    found = []
    for subject in subjects:
        mention = lookup.at(antecedent(subject))
        if mention is not None and mention.kind in (EntityKind.PERSON, EntityKind.GROUP):
            said = (
                clause is not None and clause.dep_ == "ccomp" and bool(rules_for("V", lemma_of(clause.head)))
            )
            past = cop is not None and cop.lower_ in ("was", "were")
            found.append((mention, "was" if past else "copula", said))
    return found


def _as_phrase(token: Token, lookup: Lookup) -> list[tuple[EntityMention, str, bool]]:
    """Read "served as director", "named her director", "identified him as an official"."""
    for verb in token.ancestors:
        if verb.pos_ != "VERB" or lemma_of(verb) not in _AS:
            if verb.pos_ == "VERB":
                return []
            continue
        hanging = slots(verb)
        places = (*hanging.get("as", ()), *hanging.get("xcomp", ()), *hanging.get("xobj", ()))
        if all(each.i != token.i for each in places):
            return []
        slot = (
            "obj"
            if hanging.get("obj") and (is_passive(verb) or lemma_of(verb) not in ("serve", "work", "act"))
            else "subj"
        )
        alleged = lemma_of(verb) in ("identify", "describe", "know")
        return [
            (mention, "as", alleged)
            for mention in lookup.all_at(hanging.get(slot, ()))
            if mention.kind in (EntityKind.PERSON, EntityKind.GROUP)
        ]
    return []


def _body(token: Token, holder: EntityMention, lookup: Lookup) -> EntityMention | None:
    """Find the body of an office: "Norland's", "Ministry spokesman", "of the agency", "for", "at"."""
    hanging = slots(token)
    for slot in ("of", "for", "poss", "mod", "at", "with", "in", "to", "from"):
        for each in hanging.get(slot, ()):
            for candidate in (
                each,
                *(child for child in each.children if child.dep_ in ("appos", "flat", "compound")),
            ):
                mention = lookup.at(candidate)
                if mention is None or mention.kind not in _BODY or mention.chain == holder.chain:
                    continue
                if slot in _CLOSE or mention.kind in _ORGANIZED:
                    return mention
    before = token.i - 1
    while before > token.sent.start and _office_word(token.doc[before], lookup) and token.i - before < 4:
        before -= 1
    beside = lookup.covering(token.doc[before]) if before >= token.sent.start else None
    if (
        beside is not None
        and beside.kind in _BODY
        and beside.form is MentionForm.NAME
        and beside.id != holder.id
    ):
        return beside
    return None


def _value(token: Token, lookup: Lookup) -> str:
    """Spell the office without its body, articles and words such as "former"."""
    words = []
    for child in token.lefts:
        if child.dep_ in _MODIFIERS or (child.dep_ == "case" and child.text == "-"):
            words += [each for each in child.subtree if _office_word(each, lookup)]
    words.append(token)
    for child in token.children:
        of = child.dep_ in ("nmod", "nmod:desc") and any(
            each.lower_ == "of" and each.dep_ == "case" for each in child.children
        )
        if child.i > token.i and of and lookup.at(child) is None:
            words += [each for each in child.subtree if each.i <= child.i]
        elif child.dep_ == "prep" and child.lower_ == "of":
            for noun in child.children:
                if noun.dep_ == "pobj" and lookup.at(noun) is None:
                    words += [child, *(each for each in noun.subtree if each.i <= noun.i)]
    text = ""
    for each in sorted(words, key=lambda word: word.i):
        word = lemma_of(token) if each.i == token.i and token.tag_ in ("NNS", "NNPS") else each.text
        text += word if word.isupper() and len(word) > 1 else word.lower()
        text += (
            each.whitespace_ or ("" if each.nbor().text == "-" or each.text == "-" else " ")
            if each.i + 1 < len(each.doc)
            else ""
        )
    return " ".join(text.split()).strip(" ,;:-.")


def _office_word(token: Token, lookup: Lookup) -> bool:
    lower = token.lower_
    if (
        token.tag_ in ("VBN", "VBG")
        or lower in _FORMER
        or lower in _ALLEGED
        or lower in _NOT_OFFICE
        or token.pos_ in _NO_OFFICE
        or lower in (",", ".", "as", "based")
    ):
        return False
    cover = lookup.covering(token)
    return cover is None or cover.form is not MentionForm.NAME


def _status(token: Token, method: str) -> RelationStatus:
    first = token.head if token.dep_ == "conj" and is_office(token.head) else token
    words = {each.lower_ for child in (*token.lefts, *first.lefts) for each in (child, *child.children)}
    if words & _FORMER or any(word.startswith("ex-") for word in words) or method == "was":
        return RelationStatus.FORMER
    return RelationStatus.ALLEGED if words & _ALLEGED else RelationStatus.CURRENT
