"""Names that the reader passed over or saw only a part of, known by themselves or by a word beside them."""

from functools import cache

from spacy.tokens import Doc

from graph.extract.drafts import Draft
from graph.extract.kinds import is_known, known_kind, known_phrases
from graph.extract.phrases import span_head
from graph.gazetteer import Gazetteer
from graph.model.terms import EntityKind, MentionForm

_KNOWN = 0.8
_LABELS = {
    EntityKind.ORGANIZATION: "ORG",
    EntityKind.PLACE: "GPE",
    EntityKind.FACILITY: "FAC",
    EntityKind.WORK: "WORK_OF_ART",
    EntityKind.PERSON: "PERSON",
    EntityKind.NORP: "NORP",
}
_NEAR = frozenset({"compound", "flat"})


def known_names(doc: Doc, names: list[Draft], skipped: frozenset[int]) -> list[Draft]:
    """Put in the known names that stand in the text ("Islamic State" where the reader saw "Islamic").

    Args:
        doc: The document.
        names: The names found so far; those that a known name of several words covers give way.
        skipped: Tokens that are not looked at.

    Returns:
        All names.
    """
    found: list[Draft] = []
    owner = {at: name for name in names for at in range(name.start, name.end)}
    at = 0
    while at < len(doc):
        length = 0 if at in skipped else _phrase(doc, at, owner)
        if length:
            kind = known_kind(doc[at : at + length].text) or EntityKind.OTHER
            found.append(_draft(doc, at, at + length, kind))
        at += max(length, 1)
    covered = {at for draft in found for at in range(draft.start, draft.end)}
    return [name for name in names if name.start not in covered] + found


def _phrase(doc: Doc, at: int, owner: dict[int, Draft]) -> int:
    """Tokens of the known name that begins here and goes beyond what is taken; 0 for none."""
    if not doc[at].text[:1].isupper() or (at in owner and owner[at].start != at):
        return 0
    for length in known_phrases().get(doc[at].text, ()):
        end = at + length
        if end > len(doc) or not is_known(doc[at:end].text):
            continue
        if not all(token.text[:1].isupper() or token.is_lower for token in doc[at:end]):
            continue
        inside = {id(owner[i]): owner[i] for i in range(at, end) if i in owner}
        if any(name.end > end or name.end - name.start >= length for name in inside.values()):
            return 0
        if length == 1 and not _alone(doc, at):
            return 0
        return length
    return 0


def _alone(doc: Doc, at: int) -> bool:
    """Whether a single known word is a name of its own here: a proper noun in no longer name."""
    token = doc[at]
    joined = not token.whitespace_ and at + 1 < len(doc) and doc[at + 1].text in {"-", "‑"}
    if joined or token.pos_ != "PROPN" or len(token) < 3 or token.text in _everyday():
        return False
    near = [doc[i] for i in (at - 1, at + 1) if 0 <= i < len(doc)]
    return not any(
        other.pos_ == "PROPN" and other.text[:1].isupper() and other.dep_ in _NEAR for other in near
    )


@cache
def _everyday() -> frozenset[str]:
    """Known names that are common words as well."""
    return frozenset(
        {"Apple", "Amazon", "East", "West", "North", "South", "House", "Fed", "Gulf", "Mars", "Moon", "Meta"}
        | {"Treasury", "Wagner", "Queens", "Earth", "Green", "Greens", "Pacific", "Atlantic", "Arctic", "WHO"}
        | {"ABC", "Constitution", "Parliament", "Capitol", "Easter", "Christmas", "Thanksgiving", "Halloween"}
    )


def _draft(doc: Doc, start: int, end: int, kind: EntityKind) -> Draft:
    return Draft(
        start=start, end=end, head=span_head(doc, start, end).i, kind=kind, form=MentionForm.NAME,
        confidence=_KNOWN, method="rule.known", label=_LABELS.get(kind, "MISC"),
    )  # fmt: skip


def countries(doc: Doc, names: list[Draft], skipped: frozenset[int]) -> list[Draft]:
    """Countries in no name, as proper nouns that stand alone."""
    taken = {at for name in names for at in range(name.start, name.end)} | skipped
    found = []
    for token in doc:
        if token.i in taken or token.pos_ != "PROPN" or not token.text[:1].isupper():
            continue
        if Gazetteer.load().country(token.text) and len(token) > 3 and _alone(doc, token.i):
            found.append(_draft(doc, token.i, token.i + 1, EntityKind.PLACE))
    return found
