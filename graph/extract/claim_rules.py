"""Attributed statements by rule: reporting words and the clause or quotation that they govern."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from graph.extract.claim_spans import without
from graph.extract.clauses import AUXILIARY, SUBJECT, Slots, negated, preposition, slots
from graph.extract.lemmas import lemma_of
from graph.extract.lexicon import read_rows
from graph.extract.quotes import Quotation
from graph.model.terms import Stance

_NOUNS = frozenset({"NOUN", "PROPN"})
_SPEAKERS = {"N": ("poss", "by", "from", "of", "mod"), "V": ("subj",)}
_NOBODY = frozenset({"nobody", "none", "no one", "nothing"})
_LOUD = 3
_CLAUSES = frozenset({"ccomp", "parataxis", "acl:relcl", "relcl"})


@dataclass(frozen=True, slots=True)
class Reporting:
    """A line of `claim_cues.tsv`."""

    line: int
    pos: str
    lemmas: tuple[str, ...]
    stance: Stance
    negated: Stance | None
    content: tuple[str, ...]
    addressee: tuple[str, ...]
    example: str

    @property
    def thinks(self) -> bool:
        """Whether the words tell of a thought or finding, which need not have been said."""
        return self.stance is Stance.ASSERTS and self.negated in (Stance.ASSERTS, Stance.DOUBTS)


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before mentions are looked up; all are tokens, `content` one tuple a piece."""

    source: tuple[Token, ...]
    cue: tuple[Token, ...]
    content: tuple[tuple[Token, ...], ...]
    stance: Stance
    addressee: tuple[Token, ...]
    method: str
    confidence: float


@cache
def reporting() -> tuple[Reporting, ...]:
    """Read `claim_cues.tsv`."""
    return tuple(
        Reporting(
            line,
            pos,
            tuple(lemmas.split("|")),
            Stance(stance),
            Stance(other) if other else None,
            tuple(content.split()),
            tuple(addressee.split()),
            example,
        )
        for line, (pos, lemmas, stance, other, content, addressee, example) in enumerate(
            read_rows("claim_cues.tsv"), start=1
        )
    )


@cache
def _index() -> dict[tuple[str, str], tuple[Reporting, ...]]:
    found: dict[tuple[str, str], list[Reporting]] = {}
    for rule in reporting():
        for lemma in rule.lemmas:
            found.setdefault((rule.pos, lemma), []).append(rule)
    return {key: tuple(rules) for key, rules in found.items()}


def rules_for(pos: str, lemma: str) -> tuple[Reporting, ...]:
    """Give the rules of a word."""
    return _index().get((pos, lemma.lower()), ())


def addressed(draft: Draft) -> tuple[Token, ...]:
    """Find to whom it is said: as the rule of the draft tells, else by what hangs on the verb of its cue."""
    if draft.addressee:
        return draft.addressee
    said = {token.i for piece in draft.content for token in piece}
    for verb in (token for token in draft.cue if token.pos_ == "VERB"):
        hanging = slots(verb)
        for slot in (each for rule in rules_for("V", lemma_of(verb)) for each in rule.addressee):
            found = hanging.get(slot, ())
            # "urged both sides to agree": whoever is urged may be taken for a part of what is said.
            if found and (found[0].i not in said or (slot == "obj" and hanging.get("xcomp"))):
                return found
    return ()


def draft_claims(doc: Doc, quotations: Sequence[Quotation]) -> tuple[Draft, ...]:
    """Find the attributed statements that the tree and the quotation marks show."""
    found = []
    for token in doc:
        pos = "V" if token.pos_ == "VERB" else "N" if token.pos_ == "NOUN" else ""
        draft = _according(token)
        if draft is None and pos:
            draft = _reported(token, pos, quotations)
        if draft is not None and draft.content and not is_hedge(draft, quotations):
            found.append(draft)
    return tuple(found)


def is_hedge(draft: Draft, quotations: Sequence[Quotation]) -> bool:
    """Tell whether a cue only softens what a quotation says ("I think"), or says that nobody says it."""
    if " ".join(token.lower_ for token in draft.source) in _NOBODY:
        return True
    first = len(draft.source) == 1 and draft.source[0].lower_ in ("i", "we", "you")
    return first and any(each.span.start <= draft.source[0].idx < each.span.end for each in quotations)


def _reported(token: Token, pos: str, quotations: Sequence[Quotation]) -> Draft | None:
    rules = rules_for(pos, lemma_of(token))
    if not rules:
        return None
    hanging = slots(token)
    source = next((found for slot in _SPEAKERS[pos] if (found := hanging.get(slot, ()))), ())
    denied = negated(token)
    for rule in rules:
        stance = rule.negated if denied else rule.stance
        if stance is None:
            continue
        for slot in rule.content:
            pieces = _content(token, slot, hanging, quotations)
            if pieces:
                cue = _cue(token, slot)
                speaker = tuple(each for one in source for each in _phrase(one, token))
                addressee = next((found for each in rule.addressee if (found := hanging.get(each, ()))), ())
                return Draft(
                    speaker, cue, without(pieces, (*cue, *speaker)), stance, addressee,
                    f"claims.{pos.lower()}.{rule.stance.value}.{slot}", _confidence(rule, source),
                )  # fmt: skip
    return None


def _confidence(rule: Reporting, source: Sequence[Token]) -> float:
    """Rate a rule: beliefs and findings are surer signs of a claim when a reader sees one too."""
    if not source or (
        source[0].pos_ == "PRON" and source[0].lower_ in ("i", "you", "we", "it", "that", "this")
    ):
        return 0.4
    return 0.5 if rule.thinks and "obj" not in rule.content else 0.8


def _content(token: Token, slot: str, hanging: Slots, quotations: Sequence[Quotation]) -> list[list[Token]]:
    if slot == "clause":
        return _clause(token, hanging)
    if slot == "quote":
        return _quoted(token, quotations)
    if slot == "acl":
        return [list(clause.subtree) for clause in hanging.get("acl", ()) + hanging.get("ccomp", ())]
    if "+" in slot:
        first, _, second = slot.partition("+")
        heads = [each for name in (first, second) for each in hanging.get(name, ())]
        both = hanging.get(first) and hanging.get(second)
        if second == "at" and not _counts(hanging.get("at", ())):
            return []
        if second == "xcomp" and not both:
            both, heads = (
                hanging.get(first) and hanging.get("xobj"),
                [*hanging.get(first, ()), *hanging.get("xobj", ())],
            )
        return [[below for each in heads for below in each.subtree]] if both else []
    heads = list(hanging.get(slot, ()))
    if slot == "obj":
        heads = [each for each in heads if each.pos_ in _NOUNS]
    return [[below for each in heads for below in each.subtree]] if heads else []


def _counts(nouns: Iterable[Token]) -> bool:
    """Tell whether there is a number in what something is put at ("at 40 million", not "at risk")."""
    return any(each.pos_ == "NUM" for noun in nouns for each in noun.subtree)


def _clause(token: Token, hanging: Slots) -> list[list[Token]]:
    below = [child for child in hanging.get("ccomp", ()) if _finite(child)]
    below += [
        child
        for child in token.children
        if child.dep_ == "parataxis" and child.pos_ in ("VERB", "AUX", "NOUN", "ADJ")
    ]
    if below:
        return [_filled(clause, token) for clause in below]
    inserted = token.dep_ == "parataxis" or (
        token.dep_ in ("advcl", "advcl:relcl") and any(child.lower_ == "as" for child in token.children)
    )
    if inserted and token.head.i != token.i and slots(token).get("subj"):
        own = {each.i for each in token.subtree}
        return [[each for each in token.head.subtree if each.i not in own]]
    return []


def _filled(clause: Token, cue: Token) -> list[Token]:
    """The words of a clause, with what stands between "that" and its subject, wherever that hangs."""
    words = list(clause.subtree)
    mark = next((child for child in clause.children if child.lower_ == "that" and child.dep_ == "mark"), None)
    if mark is None or not cue.i < mark.i < clause.i:
        return words
    between = clause.doc[mark.i : clause.i]
    return sorted({*words, *between}, key=lambda each: each.i)


def _finite(clause: Token) -> bool:
    """Tell whether a clause states something: finite verb, copula, auxiliary, or no verb at all."""
    if clause.tag_ in ("VBD", "VBZ", "VBP") or clause.pos_ not in ("VERB", "AUX"):
        return True
    if any(child.dep_ in AUXILIARY or child.lower_ == "that" for child in clause.children):
        return True
    return (
        clause.dep_ == "ccomp"
        and clause.tag_ == "VB"
        and any(child.dep_ in SUBJECT for child in clause.children)
    )


def _quoted(token: Token, quotations: Sequence[Quotation]) -> list[list[Token]]:
    sentence = token.sent
    pieces = []
    for quotation in quotations:
        if quotation.span.start < sentence.end_char and sentence.start_char < quotation.span.end:
            if quotation.span.start <= token.idx < quotation.span.end:
                return []
            inside = [each for each in sentence if quotation.span.start <= each.idx < quotation.span.end]
            if sum(each.is_alpha for each in inside) >= _LOUD:
                pieces.append(inside)
    return pieces


def _according(token: Token) -> Draft | None:
    """Read "according to X": the clause that it hangs on, less the phrase itself."""
    before = preposition(token) if token.pos_ in ("NOUN", "PROPN", "PRON") else ""
    rules = rules_for("P", before) if before else ()
    head = token.head
    while head.dep_ == "prep" and head.head.i != head.i:
        head = head.head
    if not rules or head.i == token.i:
        return None
    clause = head
    while clause.dep_ not in _CLAUSES and clause.head.i != clause.i:
        clause = clause.head
    cue = _prepositions(token)
    inside = {each.i for each in (*token.subtree, *cue)}
    content = [each for each in clause.subtree if each.i not in inside]
    speaker = tuple(each for each in _phrase(token, None) if each not in cue)
    return Draft(speaker, cue, without([content], cue), rules[0].stance, (), "claims.according", 0.85)


def _prepositions(noun: Token) -> tuple[Token, ...]:
    """The tokens of a noun's preposition: "according to"."""
    if noun.dep_ == "pobj":
        return tuple(each for each in (noun.head.head, noun.head) if each.dep_ == "prep")
    case = [child for child in noun.lefts if child.dep_ == "case" and child.tag_ != "POS"]
    return tuple(
        part for child in case for part in (child, *(each for each in child.children if each.dep_ == "fixed"))
    )


def _phrase(noun: Token, outside: Token | None) -> list[Token]:
    """The words of a speaker, without its preposition and without a clause that holds the cue."""
    dropped = set()
    for child in noun.children:
        if child.dep_ in ("case", "cc") or (
            outside is not None and (child.i == outside.i or child.is_ancestor(outside))
        ):
            dropped |= {below.i for below in child.subtree}
    return [each for each in noun.subtree if each.i not in dropped and not each.is_space]


def _cue(token: Token, slot: str) -> tuple[Token, ...]:
    words = {token.i}
    for child in token.children:
        near = token.i - 4 <= child.i < token.i
        if near and (child.dep_ in AUXILIARY or child.lower_ in ("not", "n't", "n’t", "never")):
            words.add(child.i)
        if child.dep_ in ("compound:prt", "prt"):
            words.add(child.i)
    if (
        slot in ("for", "on", "of", "about", "against")
        and token.i + 1 < len(token.doc)
        and token.nbor().lower_ == slot
    ):
        words.add(token.i + 1)
    return tuple(token.doc[index] for index in sorted(words))
