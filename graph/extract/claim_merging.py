"""Claims in the making from two sources, joined: the trained reader's attributions and the rules.

The reader tells better where a content ends and that a rare word attributes; the rules know the grammar of
the common words. What only one of them found is kept where it alone is trusted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from graph.extract.anonymous import has_cue
from graph.extract.claim_coordination import part_coordinated
from graph.extract.claim_rules import Draft, is_hedge, rules_for
from graph.extract.claim_spans import near_cue, trim, whole_cue, whole_source
from graph.extract.claim_stances import stance_of_cue
from graph.extract.lemmas import lemma_of
from graph.extract.quotes import Quotation
from graph.model.terms import Stance

_SAME = 0.5
_SURE = 0.6
_ALONE_SLOTS = ("clause", "quote", "xcomp", "acl", "according", "obj+of", "obj+at", "prt+obj")
# With these stances, what is demanded, denied or warned of may be a noun.
_ALONE_NOUNS = ("warns.of", "denies.obj")
_CALLS = frozenset({"call", "appeal"})
# Words that no rule knows for a cue: the reader must be surer.
_RARE = 0.76
_UNSAID = frozenset({"must", "should", "might", "may", "could", "can", "will", "would", "'ll", "’ll"})
# Nobody in particular is said to think so; it tells of what is to come.
_PLANNED = frozenset({"expect", "plan", "schedule", "intend", "hope", "aim", "seek", "wish", "prefer", "set"})
_ASKED = frozenset({"ask", "press", "question", "query", "push"})


def read_claims(doc: Doc, quotations: Sequence[Quotation], by_rule: Sequence[Draft]) -> tuple[Draft, ...]:
    """Take the reader's attributions, if the document has them, mended by sentence and tree."""
    if not doc.has_extension("attributions"):
        return ()
    found = []
    cued = _cued(by_rule, quotations)
    for each in doc._.attributions:
        cue = whole_cue(tuple(token for start, end in each.cue for token in doc[start:end]))
        source = tuple(token for start, end in each.source for token in doc[start:end])
        pieces = tuple(tuple(trim(list(doc[start:end]))) for start, end in each.content)
        content = near_cue(tuple(piece for piece in pieces if piece), cue, quotations, cued)
        if any(token.is_alpha or token.is_digit for piece in content for token in piece):
            source = whole_source(source, cue, content)
            draft = Draft(source, cue, content, stance_of_cue(cue), (), "reader.attribution", each.confidence)
            if not is_hedge(draft, quotations):
                found.append(draft)
    return tuple(found)


def _cued(by_rule: Sequence[Draft], quotations: Sequence[Quotation]) -> dict[int, int]:
    """Tell which sentences and quotations have a cue; see `near_cue`."""
    found: dict[int, int] = {}
    for draft in by_rule:
        if draft.source and draft.cue:
            home = draft.cue[0].sent.start
            found.setdefault(home, home)
            for number, each in enumerate(quotations, start=1):
                if any(
                    each.span.start <= token.idx < each.span.end for piece in draft.content for token in piece
                ):
                    found.setdefault(-number, home)
    return found


def merge(
    read: Sequence[Draft], by_rule: Sequence[Draft], quotations: Sequence[Quotation], *, rules: bool
) -> list[Draft]:
    """Join what both found, keep the reader's words and the rules' grammar; add what only the rules found."""
    by_rule = [draft for draft in by_rule if _is_said(draft)]
    read = [draft for draft in read if _is_said(draft)]
    read, left = part_coordinated(read, by_rule, quotations)
    merged: list[Draft] = []
    alone: list[Draft] = []
    for draft in read:
        partner = max(left, key=lambda rule: _agreement(draft, rule), default=None)
        if partner is None or _agreement(draft, partner) <= 0:
            if draft.confidence >= _RARE or _is_known(draft):
                alone.append(draft)
            continue
        left.remove(partner)
        merged.append(
            replace(
                draft,
                source=draft.source or partner.source,
                cue=draft.cue or partner.cue,
                stance=partner.stance,
                addressee=partner.addressee,
                method=f"{draft.method}+{partner.method}",
            )
        )
    shared = {token.i for draft in merged for token in draft.cue}
    merged += [each for each in alone if not each.cue or any(token.i not in shared for token in each.cue)]
    if not rules:
        return merged
    taken = {token.i for draft in merged for token in draft.cue}
    left.sort(key=lambda each: -sum(len(piece) for piece in each.content))
    for draft in left:
        known = any(_overlap(draft.content, other.content) >= _SAME for other in merged)
        if not known and not {token.i for token in draft.cue} & taken and _alone(draft):
            merged.append(draft)
    return merged


def _alone(draft: Draft) -> bool:
    """Tell whether a rule is trusted without the reader: somebody speaks, or nobody could confirm."""
    if draft.stance is Stance.DOUBTS and ".asserts." in draft.method:
        return True
    if draft.confidence < _SURE or any(token.lower_ in _UNSAID for token in draft.cue):
        return False
    if not draft.source:
        return False
    if draft.method.endswith(".asserts.xcomp"):
        return draft.source[0].pos_ == "PROPN"
    if draft.method.endswith(".xcomp"):
        wants = any(lemma_of(token) == "want" for token in draft.cue)
        return any(token.pos_ == "PROPN" or (token.pos_ == "NOUN" and not wants) for token in draft.source)
    if draft.method.endswith(".for"):
        return lemma_of(draft.cue[0]) in _CALLS
    return draft.method.endswith(_ALONE_NOUNS) or draft.method.rsplit(".", 1)[-1] in _ALONE_SLOTS


def _is_known(draft: Draft) -> bool:
    """Tell whether a rule knows a word of the cue."""
    return not draft.cue or any(rules_for(pos, lemma_of(token)) for token in draft.cue for pos in ("V", "N"))


def _is_said(draft: Draft) -> bool:
    """Tell whether anybody says it: not what is merely expected, what was asked, or how to be cited."""
    if any(token.pos_ == "VERB" for token in draft.cue) and not draft.source:
        planned = {lemma_of(token) for token in draft.cue if token.tag_ == "VBN"} & _PLANNED
        asked = {lemma_of(token) for token in draft.cue if token.tag_ in ("VBN", "VBD")} & _ASKED
        if planned or asked:
            return False
    wished = any(lemma_of(token) in ("ask", "request", "insist", "want") for token in draft.cue)
    return not (wished and draft.content and has_cue("asked " + _words(draft)))


def _words(draft: Draft) -> str:
    return " ".join(token.text for piece in draft.content for token in piece)


def _agreement(one: Draft, other: Draft) -> float:
    if _end(one) <= _begin(other) or _end(other) <= _begin(one):
        return 0 if one.cue else 0.01 - _SAME
    shared = {token.i for token in one.cue} & {token.i for token in other.cue}
    overlap = _overlap(one.content, other.content)
    return overlap + 1 if shared and overlap > 0 else overlap - _SAME + 0.01 if not one.cue else 0


def _begin(draft: Draft) -> int:
    return min((piece[0].i for piece in draft.content if len(piece)), default=0)


def _end(draft: Draft) -> int:
    return max((piece[-1].i + 1 for piece in draft.content if len(piece)), default=0)


def _overlap(one: Iterable[Sequence[Token]], other: Iterable[Sequence[Token]]) -> float:
    first = {token.i for piece in one for token in piece}
    second = {token.i for piece in other for token in piece}
    return len(first & second) / (len(first | second) or 1)
