"""Names that the reader cut short or passed over, mended by clear signs of spelling.

Each function gives drafts that do not overlap those that it was given.
"""

from spacy.tokens import Doc, Token

from graph.extract.drafts import Draft
from graph.extract.kinds import is_generic, is_norp, word_kind
from graph.extract.lexicon import read_map
from graph.extract.phrases import span_head
from graph.extract.titles import PARTICLES, title_at
from graph.gazetteer import Gazetteer
from graph.model.terms import EntityKind, MentionForm

_MENDED, _CAPITALS, _NATION = 0.7, 0.6, 0.85
_LINKS = frozenset({"-", "‑", "–"})
_OF_PLACE = frozenset({"government", "kingdom", "republic", "university", "bank", "ministry", "parliament"})


def mend(doc: Doc, names: list[Draft]) -> list[Draft]:
    """Join pieces of one name and stretch names over what plainly belongs to them."""
    mended: list[Draft] = []
    for name in sorted(names, key=lambda draft: draft.start):
        last = mended[-1] if mended else None
        if last is not None and last.end == name.start and _one_person(doc, last, name):
            last.end, last.head, last.method = name.end, span_head(doc, last.start, name.end).i, "rule.mended"
            continue
        mended.append(name)
    for index, name in enumerate(mended):
        left = mended[index - 1].end if index else 0
        right = mended[index + 1].start if index + 1 < len(mended) else len(doc)
        _stretch(doc, name, left, right)
    return mended


def _one_person(doc: Doc, first: Draft, second: Draft) -> bool:
    same = first.kind is EntityKind.PERSON and second.kind is EntityKind.PERSON
    return (
        same
        and first.end - first.start <= 2
        and doc[second.start].dep_ in {"flat", "compound", "appos", "nmod"}
    )


def _stretch(doc: Doc, name: Draft, left: int, right: int) -> None:
    start, end = name.start, name.end
    short = end - start == 1 or doc[start].lower_ in PARTICLES
    if name.kind is EntityKind.PERSON and start - 1 >= left and short:
        before = doc[start - 1]
        known = before.text in read_map("first_names.tsv") and not title_at([before.text], 0)
        if known and before.pos_ in {"PROPN", "NOUN"}:
            start -= 1
    while end < right and _continues(doc, end, right):
        end += 2 if doc[end + 1].text[:1].isupper() else 4
    if name.kind is not EntityKind.PERSON:
        while end < right and _kind_word(doc[end]) and doc[end - 1].whitespace_ == " ":
            end += 1
    if (start, end) != (name.start, name.end):
        name.start, name.end = start, end
        name.head, name.method = span_head(doc, start, end).i, "rule.mended"
        name.confidence = min(name.confidence, _MENDED)


def _continues(doc: Doc, at: int, right: int) -> bool:
    """A hyphen without blanks and a capitalised word go on with a name ("Al-Aqsa", "Tehrik-e-Kesh")."""
    if not _linked(doc, at, right):
        return False
    small = doc[at + 1].lower_ in PARTICLES and _linked(doc, at + 2, right)
    return doc[at + 1].text[:1].isupper() or (small and doc[at + 3].text[:1].isupper())


def _linked(doc: Doc, at: int, right: int) -> bool:
    """Tell whether a hyphen without blanks joins the words before and after it."""
    return (
        at + 1 < right and doc[at].text in _LINKS and not doc[at - 1].whitespace_ and not doc[at].whitespace_
    )


def _kind_word(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        and token.pos_ in {"PROPN", "NOUN"}
        and is_generic(token.text)
        and len(token) > 1
    )


def missed_nations(doc: Doc, names: list[Draft], skipped: frozenset[int]) -> list[Draft]:
    """Adjectives and nouns of nationality that are in no name ("Qatari", "Palestinians")."""
    taken = {at for name in names for at in range(name.start, name.end)} | skipped
    found = []
    for token in doc:
        if token.i in taken or not token.text[:1].isupper() or token.pos_ not in {"ADJ", "PROPN", "NOUN"}:
            continue
        if Gazetteer.load().demonym(token.text) is None or Gazetteer.load().country(token.text):
            continue
        found.append(_draft(token.i, token.i + 1, token.i, EntityKind.NORP, _NATION, "rule.nation", "NORP"))
    return found


def missed_bodies(doc: Doc, names: list[Draft], skipped: frozenset[int]) -> list[Draft]:
    """Runs of capitalised words that end in a word for a body or facility ("al-Shifa Hospital")."""
    taken = {at for name in names for at in range(name.start, name.end)}
    found: list[Draft] = []
    for token in doc:
        if token.i in taken or token.i in skipped or not _kind_word(token):
            continue
        kind = word_kind(token.text)
        start = _run_start(doc, token.i, taken)
        if start == token.i or kind not in {EntityKind.ORGANIZATION, EntityKind.FACILITY}:
            end = _government_of(doc, token, names)
            if end:
                found.append(
                    _draft(token.i, end, token.i, EntityKind.ORGANIZATION, _CAPITALS, "rule.capitals", "ORG")
                )
            continue
        if token.i + 1 < len(doc) and doc[token.i + 1].pos_ == "PROPN" and token.whitespace_:
            continue
        label = "ORG" if kind is EntityKind.ORGANIZATION else "FAC"
        found.append(_draft(start, token.i + 1, token.i, kind, _CAPITALS, "rule.capitals", label))
        taken.update(range(start, token.i + 1))
    return found


def _run_start(doc: Doc, at: int, taken: set[int]) -> int:
    """First token of the run of capitalised words and particles that ends in a word."""
    start = at
    while start > 0 and start - 1 not in taken:
        before = doc[start - 1]
        word, tight = before.text, not before.whitespace_
        capital = word[:1].isupper() and before.pos_ in {"PROPN", "ADJ", "NOUN"} and not is_norp(word)
        particle = word.lower() in PARTICLES - {"the", "and", "of", "i", "e", "y"} and tight
        if not (
            capital
            or particle
            or (word in _LINKS and tight and start - 2 >= 0 and not doc[start - 2].whitespace_)
        ):
            break
        if before.is_sent_start and not (capital and before.pos_ == "PROPN"):
            break
        start -= 1
    while start < at and (doc[start].text in _LINKS or title_at([doc[start].text], 0)):
        start += 1
    return start


def _government_of(doc: Doc, token: Token, names: list[Draft]) -> int:
    """End of "Government of Norway" when a place follows at once, else 0."""
    if token.lower_ not in _OF_PLACE or token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "of":
        return 0
    after = {name.start: name.end for name in names if name.kind is EntityKind.PLACE}
    start = token.i + 2 + (doc[token.i + 2].lower_ == "the")
    return after.get(start, 0)


def _draft(start: int, end: int, head: int, kind: EntityKind, score: float, method: str, label: str) -> Draft:
    return Draft(
        start=start,
        end=end,
        head=head,
        kind=kind,
        form=MentionForm.NAME,
        confidence=score,
        method=method,
        label=label,
    )
