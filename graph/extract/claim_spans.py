"""Mend the spans of an attribution that was tagged word by word: by sentence, quotation marks, tree."""

from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Token

from graph.extract.clauses import AUXILIARY, slots
from graph.extract.quotes import Quotation

_TRIM = frozenset(" ,;:.-–—\n")
_INSIDE_NAME = frozenset({"compound", "amod", "nmod:desc", "flat", "nmod:unmarked", "nummod", "det"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})


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
    cued: Mapping[int, int],
) -> tuple[tuple[Token, ...], ...]:
    """Cut a content at the ends of sentences; keep parts beside the cue, and quotations without other cue.

    Args:
        content: Pieces as tagged.
        cue: The words that attribute; may be empty.
        quotations: Those of the article.
        cued: For each sentence (first token) and quotation (-1, -2 …) with a cue: the cue's sentence.
    """
    parts = [part for piece in content for part in _by_sentence(piece)]
    home = {token.sent.start for token in cue}
    kept = []
    for part in parts:
        number = _quotation(part, quotations)
        others = {cued.get(part[0].sent.start), cued.get(number) if number is not None else None} - {None}
        if part[0].sent.start in home or (number is not None and others <= home):
            kept.append(part)
    long = [part for part in kept if sum(not token.is_punct for token in part) > 1]
    return tuple(long or kept)


def _by_sentence(piece: Sequence[Token]) -> list[tuple[Token, ...]]:
    parts: list[list[Token]] = []
    for token in piece:
        if not parts or token.is_sent_start:
            parts.append([])
        parts[-1].append(token)
    stripped = [tuple(token for token in part if not token.is_space) for part in parts]
    return [part for part in stripped if any(not token.is_punct for token in part)]


def _quotation(part: Sequence[Token], quotations: Sequence[Quotation]) -> int | None:
    """Number of the quotation that the middle of a part lies in, counted from -1 downwards."""
    middle = part[len(part) // 2].idx
    for number, each in enumerate(quotations, start=1):
        if each.span.start <= middle < each.span.end:
            return -number
    return None


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


def without(pieces: Iterable[Sequence[Token]], dropped: Iterable[Token]) -> tuple[tuple[Token, ...], ...]:
    """Take words out of the pieces, part them where they do not hang together, trim their ends."""
    out = {token.i for token in dropped}
    runs: list[list[Token]] = []
    for piece in pieces:
        run: list[Token] = []
        for token in sorted(piece, key=lambda each: each.i):
            if token.i in out:
                continue
            if run and any(not between.is_space for between in token.doc[run[-1].i + 1 : token.i]):
                runs.append(run)
                run = []
            run.append(token)
        runs.append(run)
    trimmed = (trim(run) for run in runs)
    return tuple(
        sorted(
            (tuple(run) for run in trimmed if any(token.is_alpha for token in run)), key=lambda run: run[0].i
        )
    )


def trim(run: Sequence[Token]) -> Sequence[Token]:
    """Cut commas, dashes and spaces off the ends."""
    start, end = 0, len(run)
    while start < end and (run[start].is_space or run[start].text in _TRIM):
        start += 1
    while end > start and (run[end - 1].is_space or run[end - 1].text in _TRIM):
        end -= 1
    return run[start:end]
