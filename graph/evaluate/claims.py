"""Claims against expected claims: content by overlap, then who says it, how, and with which stance."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any

from graph.evaluate.alignment import EntityAlignment, find_piece, words_of
from graph.evaluate.metrics import Comparison
from graph.model.mentions import ClaimMention, DocumentMentions
from graph.model.text import Span

LEAST_OVERLAP = 0.5
"""Characters shared by the found and the expected content, of those in either: at least this share."""
_INSIDE = 0.8


def compare_claims(
    mentions: DocumentMentions, text: str, expected: Mapping[str, Any], entities: EntityAlignment
) -> dict[str, Comparison]:
    """Compare `contents`, `claims` (with speaker), `stances`, `speech`, and `disputes` where annotated."""
    contents = {
        claim["content"][0]["start"]: _positions(find_piece(text, piece) for piece in claim["content"])
        for claim in expected["claims"]
    }
    grouped = list(_group_claims(mentions.claims, contents, text))
    wanted = _facets(
        (label, claim["speaker"], claim["stance"], claim["speech"])
        for label, claim in zip(contents, expected["claims"], strict=True)
    )
    found = _facets(
        # The pieces of one broken quotation may be one claim or several: the first of them speaks for all.
        (label, entities.of(group[0].speaker), group[0].stance.value, group[0].speech.value)
        for label, group in grouped
    )
    layers = {layer: Comparison(wanted[layer], found[layer]) for layer in wanted}
    if "disputes" in expected:
        layers["disputes"] = _compare_disputes(expected, grouped)
    return layers


def _compare_disputes(
    expected: Mapping[str, Any], grouped: Sequence[tuple[str, list[ClaimMention]]]
) -> Comparison:
    """Compare pairs of claims; which of the two opposes the other is a matter of taste."""
    label_of = {claim.id: label for label, group in grouped for claim in group}
    wanted = {_pair(item["claim"], item["against"]) for item in expected["disputes"]}
    found = {
        _pair(label_of[claim.id], label_of[other])
        for _, group in grouped
        for claim in group
        for other in claim.disputes
        if other in label_of
    }
    return Comparison(wanted, found)


def _pair(one: str, other: str) -> tuple[str, str]:
    return min(one, other), max(one, other)


def _facets(claims: Iterator[tuple[str, str | None, str, str]]) -> dict[str, set[Hashable]]:
    facets: dict[str, set[Hashable]] = {"contents": set(), "claims": set(), "stances": set(), "speech": set()}
    for label, speaker, stance, speech in claims:
        facets["contents"].add(label)
        facets["claims"].add((label, speaker))
        facets["stances"].add((label, speaker, stance))
        facets["speech"].add((label, speaker, speech))
    return facets


def _group_claims(
    claims: tuple[ClaimMention, ...], contents: Mapping[str, set[int]], text: str
) -> Iterator[tuple[str, list[ClaimMention]]]:
    """Put the pieces of one expected content together; too little overlap or a second telling is no match."""
    groups: dict[str, list[ClaimMention]] = {}
    covered: dict[str, set[int]] = {label: set() for label in contents}
    for claim in claims:
        positions = _positions(claim.content)
        label = max(contents, key=lambda label: _overlap(positions, contents[label]), default=None)
        if (
            label is None
            or not _belongs(positions, contents[label])
            or 2 * len(covered[label] & positions) > len(positions)
        ):
            yield _unexpected(claim, text), [claim]
        else:
            groups.setdefault(label, []).append(claim)
            covered[label] |= positions
    for label, group in groups.items():
        if _overlap(covered[label], contents[label]) >= LEAST_OVERLAP:
            yield label, group
        else:
            for claim in group:
                yield _unexpected(claim, text), [claim]


def _unexpected(claim: ClaimMention, text: str) -> str:
    words = " … ".join(words_of(text, span) for span in claim.content)
    return f"unexpected {words} ({claim.id})"


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
