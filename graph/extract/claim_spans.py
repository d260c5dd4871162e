"""Mend the spans of an attribution that was tagged word by word: by sentence, quotation marks, tree."""

from collections.abc import Collection, Sequence

from spacy.tokens import Token

from graph.extract.clauses import AUXILIARY, slots
from graph.extract.quotes import Quotation

_INSIDE_NAME = frozenset({"compound", "amod", "nmod:desc", "flat", "nmod:unmarked", "nummod", "det"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
_FAR = 1


def whole_cue(cue: tuple[Token, ...]) -> tuple[Token, ...]:
    """Add the verb to a cue of which only the auxiliary was tagged ("has" of "has said")."""
    verbs = {token.i: token for token in cue}
    for token in cue:
        if token.dep_ in AUXILIARY and token.head.pos_ == "VERB" and 0 < token.head.i - token.i <= 3:
            verbs[token.head.i] = token.head
    return tuple(verbs[index] for index in sorted(verbs))


def near_cue(
    content: tuple[tuple[Token, ...], ...],
    cue: Sequence[Token],
    quotations: Sequence[Quotation],
    cued: Collection[int],
) -> tuple[tuple[Token, ...], ...]:
    """Cut a content at the ends of sentences; keep the parts beside the cue, and quotations nearby.

    Args:
        content: Pieces as tagged.
        cue: The words that attribute; may be empty.
        quotations: Those of the article.
        cued: Starts (token indices) of the sentences that have a cue of their own.
    """
    parts = [part for piece in content for part in _by_sentence(piece)]
    home = {token.sent.start for token in cue}
    if not home:
        return tuple(part for part in parts if _quoted(part, quotations))
    kept = [
        part
        for part in parts
        if part[0].sent.start in home or (part[0].sent.start not in cued and _quoted(part, quotations))
    ]
    long = [part for part in kept if sum(not token.is_punct for token in part) > 1]
    return tuple(long or kept or parts)


def _by_sentence(piece: Sequence[Token]) -> list[tuple[Token, ...]]:
    parts: list[list[Token]] = []
    for token in piece:
        if not parts or token.is_sent_start:
            parts.append([])
        parts[-1].append(token)
    stripped = [tuple(token for token in part if not token.is_space) for part in parts]
    return [part for part in stripped if any(not token.is_punct for token in part)]


def _quoted(part: Sequence[Token], quotations: Sequence[Quotation]) -> bool:
    middle = part[len(part) // 2].idx
    return any(each.span.start <= middle < each.span.end for each in quotations)


def whole_source(
    source: tuple[Token, ...], cue: Sequence[Token], content: Sequence[Sequence[Token]]
) -> tuple[Token, ...]:
    """Mend a source: one of another sentence gives way to the subject of the cue, a mere modifier grows."""
    near = {part[0].sent.start for part in content} | {token.sent.start for token in cue}
    if source and source[0].sent.start not in near:
        source = ()
    if not source:
        return subject_of(cue)
    inside = {token.i for token in source}
    root = next(
        (token for token in source if token.head.i not in inside or token.head.i == token.i), source[0]
    )
    head = root
    while head.dep_ in _INSIDE_NAME and head.head.pos_ in _NOUNS and head.head.sent == head.sent:
        head = head.head
    if head.i == root.i or any(head.i == token.i for part in (cue, *content) for token in part):
        return source
    return tuple(source[0].doc[min(source[0].i, head.i) : max(source[-1].i, head.i) + 1])


def subject_of(cue: Sequence[Token]) -> tuple[Token, ...]:
    """Find who speaks by the tree: the subject of the verb of a cue."""
    for token in cue:
        if token.pos_ == "VERB":
            subject = slots(token).get("subj", ())
            if subject and all(subject[0].i != each.i for each in cue):
                return subject[:1]
    return ()
