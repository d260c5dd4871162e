"""Two cues of one speaker: "she said the plan was sound and urged them to vote" both says and demands.

A parser hangs the second verb into what the first one says as often as not. A speaking verb without a subject
of its own, in the tense of the first, is taken for the speaker's.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from spacy.tokens import Token

from graph.extract.claim_rules import Draft, rules_for
from graph.extract.clauses import AUXILIARY, SUBJECT
from graph.extract.lemmas import lemma_of
from graph.extract.quotes import Quotation

_CONFIDENCE = 0.8


def part_coordinated(
    read: Sequence[Draft], by_rule: Sequence[Draft], quotations: Sequence[Quotation]
) -> tuple[list[Draft], list[Draft]]:
    """Cut second cues out of contents, and give what they attribute to the speaker of the first.

    Args:
        read: What the reader found; may hold second cues.
        by_rule: What the rules found; may hold them, and names them.
        quotations: Those of the article; what stands inside one belongs to it.

    Returns:
        Both lists, changed.
    """
    seconds = {draft.cue[0].i for draft in by_rule if draft.cue and _may_be_second(draft, quotations)}
    spoken: dict[int, tuple[Token, ...]] = {}
    read = [_cut(draft, seconds, spoken) for draft in read]
    by_rule = [_cut(draft, seconds, spoken) for draft in by_rule]
    return read, [_given(draft, spoken) for draft in by_rule]


def _given(draft: Draft, spoken: Mapping[int, tuple[Token, ...]]) -> Draft:
    if not draft.cue or draft.cue[0].i not in spoken:
        return draft
    return replace(draft, source=spoken[draft.cue[0].i], confidence=_CONFIDENCE)


def _may_be_second(draft: Draft, quotations: Sequence[Quotation]) -> bool:
    verb = draft.cue[0]
    if verb.pos_ != "VERB" or verb.dep_ != "conj" or not any(child.dep_ == "cc" for child in verb.children):
        return False
    if any(child.dep_ in SUBJECT or child.dep_ in AUXILIARY for child in verb.children):
        return False
    # Beliefs and findings are as likely those of the one spoken of.
    if any(rule.thinks for rule in rules_for("V", lemma_of(verb))[:1]):
        return False
    return not any(each.span.start <= verb.idx < each.span.end for each in quotations)


def _cut(draft: Draft, seconds: Set[int], spoken: dict[int, tuple[Token, ...]]) -> Draft:
    tags = {token.tag_ for token in draft.cue if token.pos_ == "VERB"}
    inside = {token.i: token for piece in draft.content for token in piece}
    dropped: set[int] = set()
    for at in sorted(seconds):
        verb = inside.get(at)
        if verb is None or verb.tag_ not in tags or any(token.i == at for token in draft.cue):
            continue
        if verb.head.i in inside or any(verb.head.i == token.i for token in draft.cue):
            dropped |= {token.i for token in verb.subtree}
            spoken.setdefault(at, draft.source)
    if not dropped:
        return draft
    pieces = (tuple(token for token in piece if token.i not in dropped) for piece in draft.content)
    left = tuple(_trimmed(piece) for piece in pieces)
    kept = tuple(piece for piece in left if any(token.is_alpha for token in piece))
    return replace(draft, content=kept) if kept else draft


def _trimmed(piece: tuple[Token, ...]) -> tuple[Token, ...]:
    """Cut the comma off that stood before the conjunction."""
    while piece and (piece[-1].is_space or piece[-1].text in (",", ";")):
        piece = piece[:-1]
    return piece
