"""Names of an article: the reader's, trimmed to the name proper, and those that it missed but that repeat."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from graph.extract.drafts import Draft, overlaps
from graph.extract.kinds import LABELS, is_generic, is_norp
from graph.extract.name_edges import names_nothing, parts, small_nouns, strip_marks
from graph.extract.name_recall import countries, known_names
from graph.extract.name_repair import mend, missed_bodies, missed_nations
from graph.extract.phrases import span_head
from graph.extract.titles import PARTICLES, strip_titles, title_at, title_class
from graph.gazetteer import Gazetteer, fold_name
from graph.model.terms import EntityKind, MentionForm

_NO_SCORE, _REPEAT, _ACRONYM = 0.8, 0.7, 0.85
_BYLINE = re.compile(
    r"contribut(?:ed|ing) (?:to this|reporting|from)|\breport(?:ed|ing) (?:from|by) [A-Z].*(?:\.|;|,| and )|"
    r"^\(?(?:Additional )?(?:Reporting|Editing|Writing|Compiled|Translated) (?:and \w+ )?by\b|^By [A-Z]"
)
_TAIL = 4
_CALENDAR = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December)|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|[\d.,:/%$€£-]+"
    r"|a\.?m\.?|p\.?m\.?|[A-Z]?S?T)"
)
_SMALL = frozenset(
    {
        "PRON",
        "DET",
        "ADP",
        "ADV",
        "VERB",
        "AUX",
        "CCONJ",
        "SCONJ",
        "INTJ",
        "NUM",
        "PUNCT",
        "SYM",
        "PART",
        "SPACE",
    }
)
_ACRONYM_SHAPE = re.compile(r"(?:[A-Z]\.?){2,8}s?|[A-Z][A-Za-z]?[A-Z][A-Za-z]{0,4}")


def collect_names(doc: Doc) -> list[Draft]:
    """Find the names of a document, in order of the text, without overlaps."""
    skipped = byline_sentences(doc)
    nouns = small_nouns(doc)
    names: list[Draft] = []
    for number, (start, end, label) in enumerate(_entities(doc)):
        for left, right in parts(doc, start, end, label):
            name = _trimmed(doc, left, right, label, _score(doc, number), nouns)
            if name is not None and name.start not in skipped and not overlaps(name, names):
                names.append(name)
    names = mend(doc, names)
    names = known_names(doc, names, skipped)
    names.extend(countries(doc, names, skipped))
    names.extend(missed_bodies(doc, names, skipped))
    names.extend(missed_nations(doc, names, skipped))
    # "Government of Norway" takes in the place
    names = [name for name in names if not _inside_another(name, names)]
    names.extend(_introduced_acronyms(doc, names))
    names.sort(key=lambda name: name.start)
    names.extend(_repeats(doc, names, skipped))
    return sorted(names, key=lambda name: name.start)


def _inside_another(name: Draft, names: list[Draft]) -> bool:
    return any(
        other is not name
        and other.start <= name.start
        and name.end <= other.end
        and other.end - other.start > name.end - name.start
        for other in names
    )


def _entities(doc: Doc) -> Iterator[tuple[int, int, str]]:
    for ent in doc.ents:
        yield ent.start, ent.end, ent.label_


def _score(doc: Doc, number: int) -> float:
    scores = doc._.name_scores if Doc.has_extension("name_scores") else ()
    value = scores[number] if number < len(scores) else _NO_SCORE
    return min(max(float(value), 0.0), 1.0)


def byline_sentences(doc: Doc) -> frozenset[int]:
    """Tokens of closing sentences that only say who wrote the article and from where."""
    sentences = list(doc.sents) if doc.has_annotation("SENT_START") else []
    last = [sent for sent in sentences if any(token.is_alpha for token in sent)]
    found: set[int] = set()
    for sent in [*last[-_TAIL:], *last[:1]]:
        text = sent.text.strip()
        if _BYLINE.search(text) and (sent.start > 0 or text.startswith("By ")):
            found.update(range(sent.start, sent.end))
    return frozenset(found)


def _trimmed(doc: Doc, start: int, end: int, label: str, score: float, nouns: frozenset[str]) -> Draft | None:
    """The name proper: no article, possessive, quotation mark or title; None for what is no name."""
    kind = LABELS.get(label, EntityKind.OTHER)
    if kind is None:
        return None
    start, end = strip_marks(doc, start, end)
    words = [token.text for token in doc[start:end]]
    if title_class(words) == "honorific" and not words[0].isupper():
        # "Coun" of "Coun. Jo Doe"
        return None
    if kind is EntityKind.PERSON and start < end:
        if title_at(words, 0) == len(words):
            # "the President" is no name; common nouns are seen to elsewhere
            return None
        start += _titles(doc, start, end)
        start, end = strip_marks(doc, start, end)
    if start >= end or not _is_name(doc, start, end, label) or names_nothing(doc, start, end, label, nouns):
        return None
    head = span_head(doc, start, end).i
    form = MentionForm.NAME
    return Draft(
        start=start,
        end=end,
        head=head,
        kind=kind,
        form=form,
        confidence=score,
        method="reader.names",
        label=label,
    )


def _titles(doc: Doc, start: int, end: int) -> int:
    """Number of tokens to leave out at the start of a person's name."""
    return strip_titles([token.text for token in doc[start:end]])


def _is_name(doc: Doc, start: int, end: int, label: str) -> bool:
    words = [token.text for token in doc[start:end]]
    if all(_CALENDAR.fullmatch(word) or not any(c.isalnum() for c in word) for word in words):
        return False
    if not any(char.isupper() or char.isdigit() for word in words for char in word):
        return label == "NORP" and is_norp(words[0])
    if len(words) == 1:
        token = doc[start]
        if token.is_stop and token.pos_ in _SMALL and not _ACRONYM_SHAPE.fullmatch(token.text):
            return False
        return len(token.text) > 1 and not (
            token.pos_ in _SMALL - {"VERB", "ADV", "NUM"} and token.is_sent_start
        )
    return len(doc[start:end].text) <= 120


def _introduced_acronyms(doc: Doc, names: list[Draft]) -> list[Draft]:
    """Acronyms that a bracket equates with the name before it: "Central Bank (CB)"."""
    found: list[Draft] = []
    by_start = {name.start: name for name in names}
    for name in names:
        at = name.end
        if at + 2 >= len(doc) or doc[at].text != "(" or doc[at + 2].text != ")":
            continue
        word = doc[at + 1].text
        if not _ACRONYM_SHAPE.fullmatch(word):
            continue
        known = by_start.get(at + 1)
        if known is not None:
            known.alias_of = name
        else:
            short = Draft(
                start=at + 1, end=at + 2, head=at + 1, kind=name.kind, form=MentionForm.NAME,
                confidence=_ACRONYM, method="rule.acronym", label=name.label, alias_of=name,
            )  # fmt: skip
            found.append(short)
    return found


def _repeats(doc: Doc, names: list[Draft], skipped: frozenset[int]) -> list[Draft]:
    """Further occurrences of known names, and of the surnames of persons, that the reader passed over."""
    taken = {at for name in names for at in range(name.start, name.end)}
    known: dict[tuple[str, ...], Draft] = {}
    for name in names:
        words = tuple(token.text for token in doc[name.start : name.end])
        known.setdefault(words, name)
        if (
            name.kind is EntityKind.PERSON
            and len(words) > 1
            and words[-1][:1].isupper()
            and len(words[-1]) > 2
        ):
            known.setdefault(words[-1:], name)
        if name.kind is EntityKind.FACILITY and is_generic(words[-1]) and not _is_place(words[:-1]):
            known.setdefault(words[:-1], name)
    longest = max((len(words) for words in known), default=0)
    found: list[Draft] = []
    at = 0
    while at < len(doc):
        step = 1
        for length in range(min(longest, len(doc) - at), 0, -1):
            model = known.get(tuple(token.text for token in doc[at : at + length]))
            places = range(at, at + length)
            if model is None or any(place in taken or place in skipped for place in places):
                continue
            if length == 1 and not _plausible(doc, at, model):
                continue
            repeat = Draft(
                start=at,
                end=at + length,
                head=span_head(doc, at, at + length).i,
                kind=model.kind,
                form=MentionForm.NAME,
                confidence=min(_REPEAT, model.confidence),
                method="rule.repeat",
                label=model.label,
            )
            found.append(repeat)
            step = length
            break
        at += step
    return found


def _is_place(words: tuple[str, ...]) -> bool:
    """Tell whether words without their kind word are the name of a place ("Boston" of "Boston Hospital")."""
    text = " ".join(words)
    return not any(word[:1].isupper() for word in words) or Gazetteer.load().is_place(text) or is_norp(text)


def _plausible(doc: Doc, at: int, name: Draft) -> bool:
    """Whether a single word is a repeat of a name: capitalised, no common word, no part of another name."""
    token = doc[at]
    if not token.text[:1].isupper() or len(token.text) < 2 or token.pos_ in _SMALL - {"VERB", "ADV"}:
        return False
    if token.pos_ not in {"PROPN", "ADJ", "NOUN"} and token.is_sent_start:
        return False
    neighbours = [doc[i] for i in (at - 1, at + 1) if 0 <= i < len(doc)]
    unknown = any(
        t.pos_ == "PROPN" and t.dep_ in {"flat", "compound"} and t.text[:1].isupper() for t in neighbours
    )
    return not (unknown and name.end - name.start == 1 and token.dep_ in {"flat", "compound"})


def titled(doc: Doc, name: Draft) -> bool:
    """Tell whether a person's title stands right before a name."""
    before = [token.text for token in doc[max(0, name.start - 5) : name.start]]
    return any(title_at(before, at) == len(before) - at for at in range(len(before)))


def name_key(text: str) -> str:
    """The key under which spellings of a name are equal; plural nationalities go with their singular."""
    key = fold_name(text)
    if is_norp(text) and key.endswith("s") and is_norp(text[:-1]):
        return key[:-1]
    return key


__all__ = ["PARTICLES", "byline_sentences", "collect_names", "name_key", "titled"]
