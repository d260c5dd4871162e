"""Claim mentions: who says what, how, to whom, when, and what it is about.

Two sources are joined: the attributions of our trained reader (`doc._.attributions`), where the
pipeline has them, and the rules of `claim_rules`. Quotation marks correct both. Content keeps its
quotation marks and the conjunction "that".
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from spacy.tokens import Doc, Token

from graph.extract.claim_rules import Draft, draft_claims, is_hedge, rules_for, trim
from graph.extract.claim_spans import near_cue, whole_cue, whole_source
from graph.extract.clauses import antecedent
from graph.extract.lemmas import lemma_of
from graph.extract.lookup import Lookup
from graph.extract.quotes import Quotation, find_quotations, paragraphs
from graph.model.mentions import (
    ClaimMention,
    EntityMention,
    EventMention,
    RelationMention,
    TimeMention,
)
from graph.model.terms import EntityKind, MentionForm, SpeechKind, Stance
from graph.model.text import Span

_SAME = 0.5
_SURE = 0.6
_WORDS_OF_QUOTE = 4
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither"})
_ALONE_SLOTS = ("clause", "quote", "xcomp", "acl", "according", "obj+of")


@dataclass(frozen=True, slots=True)
class _Found:
    draft: Draft
    content: tuple[Span, ...]


def find_claims(
    doc: Doc,
    entities: Sequence[EntityMention],
    times: Sequence[TimeMention] = (),
    events: Sequence[EventMention] = (),
    relations: Sequence[RelationMention] = (),
    *,
    rules: bool = True,
) -> tuple[ClaimMention, ...]:
    """Find the attributed statements of an article.

    Args:
        doc: A parsed document, with `doc._.attributions` if our reader made it.
        entities: Its entity mentions.
        times: Its time mentions.
        events: Its event mentions, to tell what a claim is about.
        relations: Its relation mentions, likewise.
        rules: Whether to add what only the rules find to what the reader finds.

    Returns:
        Claims in order of the text, with ids `k1`, `k2` …
    """
    text = doc.text  # spaCy joins all tokens anew at each call
    quotations = find_quotations(text)
    by_rule = draft_claims(doc, quotations) if doc.has_annotation("DEP") else ()
    read = _read(doc, quotations, by_rule)
    drafts = _merge(read, by_rule, rules=rules or not read)
    found = [_Found(draft, _with_quotes(draft, quotations)) for draft in drafts]
    found = _carry_on(found, quotations, text)
    found.sort(key=lambda each: (each.content[0].start, -each.content[-1].end))
    lookup = Lookup(doc, entities, times)
    claims = [
        _claim(each, f"k{number}", lookup, text, quotations) for number, each in enumerate(found, start=1)
    ]
    things = _things(entities, events, relations)
    return tuple(_about(claim, claims, things) for claim in claims)


def _read(doc: Doc, quotations: Sequence[Quotation], by_rule: Sequence[Draft]) -> tuple[Draft, ...]:
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
            draft = Draft(source, cue, content, _stance(cue), (), "reader.attribution", each.confidence)
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


def _stance(cue: Sequence[Token]) -> Stance:
    """Read the stance off the words of a cue."""
    negative = any(token.lower_ in _NEGATIONS for token in cue)
    for pos in ("V", "N"):
        for token in cue:
            for rule in rules_for(pos, lemma_of(token)):
                if pos == "V" and token.pos_ in ("NOUN", "PROPN"):
                    continue
                return (rule.negated or rule.stance) if negative else rule.stance
    return Stance.ASSERTS


def _merge(read: Sequence[Draft], by_rule: Sequence[Draft], *, rules: bool) -> list[Draft]:
    """Join what both found, keep the reader's words and the rules' grammar; add what only the rules found."""
    left = list(by_rule)
    merged: list[Draft] = []
    alone: list[Draft] = []
    for draft in read:
        partner = max(left, key=lambda rule: _agreement(draft, rule), default=None)
        if partner is None or _agreement(draft, partner) <= 0:
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
    if draft.confidence < _SURE:
        return False
    if not draft.source or draft.method.endswith(".xcomp"):
        return bool(draft.source) and draft.source[0].pos_ == "PROPN"
    return draft.method.rsplit(".", 1)[-1] in _ALONE_SLOTS


def _agreement(one: Draft, other: Draft) -> float:
    shared = {token.i for token in one.cue} & {token.i for token in other.cue}
    overlap = _overlap(one.content, other.content)
    return overlap + 1 if shared and overlap > 0 else overlap - _SAME + 0.01 if not one.cue else 0


def _overlap(one: Iterable[Sequence[Token]], other: Iterable[Sequence[Token]]) -> float:
    first = {token.i for piece in one for token in piece}
    second = {token.i for piece in other for token in piece}
    return len(first & second) / (len(first | second) or 1)


def _with_quotes(draft: Draft, quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """Widen the pieces of a content to the whole of the quotations that they cut."""
    outside = sorted((token.idx, token.idx + len(token)) for token in (*draft.source, *draft.cue))
    spans = []
    for piece in draft.content:
        start, end = piece[0].idx, piece[-1].idx + len(piece[-1])
        for quotation in quotations:
            span = quotation.span
            if (
                span.start < end
                and start < span.end
                and not any(span.start < b and a < span.end for a, b in outside)
            ):
                start, end = min(start, span.start), max(end, span.end)
        spans.append(Span(start, end))
    return _joined(spans)


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _carry_on(found: list[_Found], quotations: Sequence[Quotation], text: str) -> list[_Found]:
    """Give quotations without a cue to whoever was quoted just before: same paragraph, or open mark."""
    blocks = paragraphs(text)
    claimed = [span for each in found for span in each.content]
    last: int | None = None
    for index, quotation in enumerate(quotations):
        span = quotation.span
        own = [
            number for number, each in enumerate(found) if any(piece.overlaps(span) for piece in each.content)
        ]
        if own:
            last = own[0]
            continue
        whole = len(text[span.start : span.end].split()) >= _WORDS_OF_QUOTE and _sentence_like(text, span)
        if not whole or any(piece.overlaps(span) for piece in claimed) or last is None or index == 0:
            continue
        before = quotations[index - 1]
        if _block(blocks, before.span) == _block(blocks, span) or not before.closed:
            found[last] = replace(found[last], content=_joined((*found[last].content, span)))
    return found


def _sentence_like(text: str, span: Span) -> bool:
    """A quotation that stands as a sentence: text before it has ended."""
    end = span.start
    while end and text[end - 1].isspace():
        end -= 1
    return not end or text[end - 1] in '.!?"”»:,' or "\n" in text[end : span.start]


def _block(blocks: Sequence[Span], span: Span) -> int:
    return next((number for number, block in enumerate(blocks) if block.overlaps(span)), -1)


def _claim(
    found: _Found, name: str, lookup: Lookup, text: str, quotations: Sequence[Quotation]
) -> ClaimMention:
    draft = found.draft
    speaker = speaker_of(draft.source, lookup)
    cue = Span(draft.cue[0].idx, draft.cue[-1].idx + len(draft.cue[-1])) if draft.cue else None
    addressee = next(
        (mention for token in draft.addressee if (mention := lookup.at(token)) is not None), None
    )
    touched = [*found.content, *([cue] if cue else []), *([speaker.span] if speaker else [])]
    return ClaimMention(
        id=name,
        speaker=speaker.id if speaker else None,
        cue=cue,
        content=found.content,
        sentence=_sentences(lookup.doc, touched),
        speech=_speech(found.content, quotations, text),
        stance=draft.stance,
        addressee=addressee.id if addressee and addressee != speaker else None,
        date=_date(draft.cue, lookup),
        confidence=draft.confidence,
        method=draft.method,
    )


def speaker_of(source: Sequence[Token], lookup: Lookup) -> EntityMention | None:
    """Find the mention that a source stands for: that of its head word, else the first in it."""
    inside = {token.i for token in source}
    for token in source:
        if token.head.i not in inside or token.head.i == token.i:
            mention = lookup.at(antecedent(token))
            if mention is not None:
                return mention
    mentions = [mention for token in source if (mention := lookup.headed_by(token)) is not None]
    mentions.sort(key=lambda each: (each.kind is EntityKind.NORP, each.span.start, -each.span.end))
    return next(iter(mentions), None)


def _sentences(doc: Doc, spans: Iterable[Span]) -> Span:
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    sentences = [each for each in doc.sents if each.start_char < end and start < each.end_char]
    if not sentences:
        return Span(start, end)
    last = sentences[-1]
    return Span(min(start, sentences[0].start_char), max(end, last.start_char + len(last.text.rstrip())))


def _speech(content: Sequence[Span], quotations: Sequence[Quotation], text: str) -> SpeechKind:
    total = sum(len(text[span.start : span.end].strip(" ,.")) for span in content)
    quoted = 0
    for quotation in quotations:
        for span in content:
            quoted += max(0, min(span.end, quotation.span.end) - max(span.start, quotation.span.start))
    if quoted == 0:
        return SpeechKind.INDIRECT
    return SpeechKind.DIRECT if quoted >= 0.9 * total else SpeechKind.MIXED


def _date(cue: Sequence[Token], lookup: Lookup) -> str | None:
    indices = {token.i for token in cue}
    for root, time in lookup.times:
        if root is None or time.begin is None:
            continue
        head = root.head
        while head.dep_ == "prep" and head.head.i != head.i:
            head = head.head
        if head.i in indices or root.i in indices:
            return time.id
    return None


def _things(
    entities: Sequence[EntityMention], events: Sequence[EventMention], relations: Sequence[RelationMention]
) -> list[tuple[Span, int, str]]:
    """What a claim can be about, by place: events first, then relations, then names."""
    spans = [(event.trigger, 0, event.id) for event in events]
    spans += [(relation.span, 1, relation.id) for relation in relations]
    spans += [(mention.span, 2, mention.id) for mention in entities if mention.form is MentionForm.NAME]
    return sorted(spans)


def _about(
    claim: ClaimMention, claims: Sequence[ClaimMention], things: Sequence[tuple[Span, int, str]]
) -> ClaimMention:
    """Link the content to what lies in it."""
    inside: list[tuple[int, Span, str]] = []
    for piece in claim.content:
        first = bisect_left(things, (Span(piece.start, piece.start), 0, ""))
        for span, order, name in islice(things, first, None):
            if span.start >= piece.end:
                break
            if piece.contains(span):
                inside.append((order, span, name))
    about = tuple(dict.fromkeys(name for _, _, name in sorted(inside)))
    nested = [other for other in claims if other.id != claim.id and _holds(claim, other)]
    direct = [
        each.id for each in nested if not any(_holds(other, each) for other in nested if other.id != each.id)
    ]
    return replace(claim, about=about, nested=tuple(direct))


def _holds(outer: ClaimMention, inner: ClaimMention) -> bool:
    """Whether one claim is part of what another says: cue and content lie inside."""
    if inner.content[0].start >= outer.content[-1].end or outer.content[0].start > inner.content[0].start:
        return False
    parts = (*inner.content, *((inner.cue,) if inner.cue else ()))
    return outer.content != inner.content and all(
        any(piece.contains(part) for piece in outer.content) for part in parts
    )
