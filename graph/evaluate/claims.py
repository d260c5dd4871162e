"""Claims against expected claims: content by overlap, then who says it, how, and with which stance."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

from graph.evaluate.alignment import EntityAlignment, find_piece
from graph.evaluate.metrics import PRF
from graph.model.mentions import ClaimMention, DocumentMentions
from graph.model.text import Span

LEAST_OVERLAP = 0.5
"""Characters shared by the found and the expected content, of those in either: at least this share."""
_INSIDE = 0.8
_LAYERS = ("contents", "claims", "stances", "speech")


def score_claims(
    mentions: DocumentMentions, text: str, expected: Mapping[str, Any], entities: EntityAlignment
) -> dict[str, PRF]:
    """Score the layers `contents`, `claims` (with speaker), `stances` and `speech`."""
    contents = [
        _positions(find_piece(text, piece) for piece in claim["content"]) for claim in expected["claims"]
    ]
    found: dict[str, set[Hashable]] = {layer: set() for layer in _LAYERS}
    for index, group in _group_claims(mentions.claims, contents):
        # The pieces of one broken quotation may be one claim or several: the first of them speaks for all.
        claim = group[0]
        speaker = entities.of(claim.speaker)
        found["contents"].add(index)
        found["claims"].add((index, speaker))
        found["stances"].add((index, speaker, claim.stance.value))
        found["speech"].add((index, speaker, claim.speech.value))
    wanted = list(enumerate(expected["claims"]))
    return {
        "contents": PRF.of({index for index, _ in wanted}, found["contents"]),
        "claims": PRF.of({(index, claim["speaker"]) for index, claim in wanted}, found["claims"]),
        "stances": PRF.of({(i, claim["speaker"], claim["stance"]) for i, claim in wanted}, found["stances"]),
        "speech": PRF.of({(i, claim["speaker"], claim["speech"]) for i, claim in wanted}, found["speech"]),
    }


def _group_claims(
    claims: tuple[ClaimMention, ...], contents: list[set[int]]
) -> Iterator[tuple[Hashable, list[ClaimMention]]]:
    """Put the pieces of one expected content together; too little overlap or a second telling is no match."""
    groups: dict[int, list[ClaimMention]] = {}
    covered: dict[int, set[int]] = {}
    for claim in claims:
        positions = _positions(claim.content)
        index = max(range(len(contents)), key=lambda i: (_overlap(positions, contents[i]), -i), default=None)
        told_before = covered.get(-1 if index is None else index, set()) & positions
        if index is None or not _belongs(positions, contents[index]) or 2 * len(told_before) > len(positions):
            yield f"unexpected {claim.id}", [claim]
            continue
        groups.setdefault(index, []).append(claim)
        covered.setdefault(index, set()).update(positions)
    for index, group in groups.items():
        if _overlap(covered[index], contents[index]) >= LEAST_OVERLAP:
            yield index, group
        else:
            for claim in group:
                yield f"unexpected {claim.id}", [claim]


def _belongs(positions: set[int], content: set[int]) -> bool:
    inside = len(positions & content)
    return inside > 0 and (
        inside >= _INSIDE * len(positions) or _overlap(positions, content) >= LEAST_OVERLAP
    )


def _overlap(one: set[int], other: set[int]) -> float:
    """Share of the characters of either that are in both (Jaccard index)."""
    return len(one & other) / len(one | other) if one or other else 0.0


def _positions(spans: Iterator[Span] | tuple[Span, ...]) -> set[int]:
    return {position for span in spans for position in range(span.start, span.end)}
