"""Pronouns that clearly stand for somebody: he, she, they, it and their other cases.

A weighted choice in the manner of Lappin and Leass (1994, "An algorithm for pronominal anaphora resolution"):
recency, grammatical role, agreement in number and gender. A pronoun whose best two candidates are close stays
unresolved.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from graph.extract.drafts import Draft
from graph.extract.lexicon import read_words
from graph.extract.phrases import conjunct_head, governor, is_form_of, is_subject, label, plain_label
from graph.model.terms import EntityKind, MentionForm

_FORMS: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("person", "m")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("person", "f")),
    **dict.fromkeys(("it", "its", "itself"), ("body", "")),
    **dict.fromkeys(("they", "their"), ("many", "")),
}
_RECENCY = (100.0, 75.0, 50.0, 30.0)
_SUBJECT, _OBJECT, _OBLIQUE = 40.0, 20.0, 5.0
_SPEAKER, _NAME, _REPEATED, _PARALLEL, _QUOTED = 15.0, 10.0, 5.0, 15.0, -35.0
_MARGIN = {"person": 15.0, "body": 30.0, "many": 30.0}
_CONFIDENCE = 0.65
_NEAR = 6
# "it" that is a state of affairs or nothing at all, with these verbs …
_HAPPENS = frozenset(
    {
        "mean",
        "means",
        "happen",
        "occur",
        "seem",
        "appear",
        "matter",
        "depend",
        "sound",
        "transpire",
        "suffice",
    }
    | {"surprise", "rain", "raining", "snow", "snowing", "hail", "thaw"}
)
# … with these where they take no object ("it will end") …
_PASSES = frozenset(
    {"end", "begin", "start", "last", "come", "go", "follow", "turn", "stop", "continue", "change"}
)
# … and as subject of these words
_WEATHER = frozenset(
    {"cold", "hot", "warm", "cool", "sunny", "rainy", "windy", "foggy", "dark", "wet", "dry", "late", "early"}
    | {"noon", "midnight", "morning", "night", "winter", "summer", "time", "clear", "unclear", "possible"}
    | {
        "impossible",
        "likely",
        "unlikely",
        "uncertain",
        "true",
        "obvious",
        "evident",
        "certain",
        "hard",
        "easy",
    }
)
# verbs that tell nothing of whether their subject acts
_FAINT = frozenset(
    {"take", "remain", "become", "help", "cost", "look", "feel", "prove", "emerge", "make", "get"}
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    draft: Draft
    score: float


class Pronouns:
    """Resolves the pronouns of one document."""

    def __init__(self, doc: Doc, mentions: Sequence[Draft], genders: Mapping[int, str]) -> None:
        """Take all other mentions with their chains, and the genders of chains where they are known."""
        self._doc = doc
        self._mentions = sorted(mentions, key=lambda draft: (draft.start, draft.end))
        self._genders = dict(genders)
        self._sentence = _numbers(doc)
        self._quoted = quoted_tokens(doc)

    def find(self) -> list[Draft]:
        """Give the pronouns that are resolved, each with the chain and kind of what it stands for."""
        found: list[Draft] = []
        for token in self._doc:
            form = _FORMS.get(token.lower_)
            if form is None or token.pos_ not in {"PRON", "DET"} or label(token) == "expl":
                continue
            sort, gender = form
            if sort == "body" and _is_empty(token):
                continue
            target = self._beside(token, sort, gender) or self._continued(token, sort)
            target = target or self._choose(token, sort, gender, found)
            if target is None:
                continue
            if gender:
                self._genders.setdefault(target.chain, gender)
            pronoun = Draft(
                start=token.i,
                end=token.i + 1,
                head=token.i,
                kind=target.kind,
                form=MentionForm.PRONOUN,
                confidence=_CONFIDENCE,
                method="rule.pronoun",
                chain=target.chain,
            )
            found.append(pronoun)
        return found

    def _beside(self, token: Token, sort: str, gender: str) -> Draft | None:
        """The person before "and" for "Jon Vell and his wife": who else is near does not matter."""
        noun = token.head
        joined = noun.dep_ == "conj" and token.i > 0 and token.nbor(-1).lower_ == "and"
        if sort != "person" or label(token) != "nmod:poss" or not joined:
            return None
        return next(
            (
                draft
                for draft in self._mentions
                if draft.form is MentionForm.NAME
                and draft.head == noun.head.i
                and 0 < token.i - draft.end < _NEAR
                and self._agrees(draft, sort, gender)
            ),
            None,
        )

    def _continued(self, token: Token, sort: str) -> Draft | None:
        """The subject of the sentence before, for "It also wants …": one that acts goes on to act."""
        verb = governor(token)
        first = not any(word.is_alpha for word in self._doc[token.sent.start : token.i])
        if sort == "person" or not first or not is_subject(token) or token.i in self._quoted:
            return None
        if verb.dep_.lower() != "root" or not _acts(verb):
            return None
        before = self._sentence[token.i] - 1
        subjects = [
            draft
            for draft in self._mentions
            if self._sentence[draft.head] == before and _leads(self._doc[draft.head])
        ]
        if len({draft.chain for draft in subjects}) != 1 or subjects[0].head in self._quoted:
            return None
        many = {EntityKind.GROUP, EntityKind.NORP}
        several = any(d.kind in many for d in self._mentions if self._sentence[d.head] == before)
        # "they" is a body only where nobody else of whom there are many is near
        kinds = {EntityKind.ORGANIZATION} if token.lower_ == "they" and not several else set()
        fits = self._agrees(subjects[0], sort, "") or subjects[0].kind in kinds
        return subjects[0] if fits else None

    def _choose(self, token: Token, sort: str, gender: str, found: Sequence[Draft]) -> Draft | None:
        now = self._sentence[token.i]
        reach = 3 if sort == "person" else 1
        best: dict[int, _Candidate] = {}
        counts: dict[int, int] = {}
        for draft in [*self._mentions, *found]:
            distance = now - self._sentence[draft.head]
            if draft.end > token.i or not 0 <= distance <= reach:
                continue
            counts[draft.chain] = counts.get(draft.chain, 0) + 1
            if not self._agrees(draft, sort, gender) or self._bound(token, draft):
                continue
            if sort != "person" and plain_label(conjunct_head(self._doc[draft.head])) != "nsubj":
                continue
            if token.lower_ == "it" and token.i in self._quoted and draft.head not in self._quoted:
                # who is quoted speaks of what he has spoken of
                continue
            score = self._salience(token, draft, distance)
            known = best.get(draft.chain)
            if known is None or score > known.score:
                best[draft.chain] = _Candidate(draft, score)
        ranked = sorted(
            (
                _Candidate(c.draft, c.score + _REPEATED * min(counts[c.draft.chain] - 1, 3))
                for c in best.values()
            ),
            key=lambda candidate: (-candidate.score, -candidate.draft.start),
        )
        if not ranked or (sort != "person" and ranked[0].score < _RECENCY[1] + _SUBJECT):
            return None
        if len(ranked) > 1 and ranked[0].score - ranked[1].score < _MARGIN[sort]:
            return None
        return ranked[0].draft

    def _agrees(self, draft: Draft, sort: str, gender: str) -> bool:
        if sort == "person":
            known = self._genders.get(draft.chain, "")
            return draft.kind is EntityKind.PERSON and known in {"", gender}
        if sort == "body":
            return draft.kind in {EntityKind.ORGANIZATION, EntityKind.PLACE} and draft.count is None
        return draft.kind in {EntityKind.GROUP, EntityKind.NORP} and not _adjectival(self._doc[draft.head])

    def _bound(self, token: Token, draft: Draft) -> bool:
        """A pronoun does not stand for another argument of its own verb ("he hit him"), nor for its owner."""
        if token.lower_.endswith(("self", "selves")):
            return False
        head = conjunct_head(self._doc[draft.head])
        if plain_label(token) == "nmod":
            return governor(token).i == head.i
        return governor(head).i == governor(token).i and head.i != token.i

    def _salience(self, token: Token, draft: Draft, distance: int) -> float:
        head = conjunct_head(self._doc[draft.head])
        role = plain_label(head)
        score = _RECENCY[distance]
        score += {"nsubj": _SUBJECT, "obj": _OBJECT, "iobj": _OBJECT}.get(role, _OBLIQUE)
        says = read_words("reporting_verbs.tsv", "says")
        if role == "nsubj" and is_form_of(governor(head), says):
            score += _SPEAKER
        if draft.form is MentionForm.NAME:
            score += _NAME
        if role == plain_label(token):
            score += _PARALLEL
        if draft.head in self._quoted and token.i not in self._quoted:
            score += _QUOTED
        if token.i in self._quoted and draft.head not in self._quoted and role == "nsubj" and distance == 0:
            # who speaks does not say "he" of himself
            score += 2 * _QUOTED
        return score


def _acts(verb: Token) -> bool:
    """Whether a verb is something that persons and bodies do: say, want, do something to something."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() in _HAPPENS | _FAINT:
        return False
    return is_form_of(verb, read_words("reporting_verbs.tsv", "says")) or any(
        plain_label(child) in {"obj", "xcomp", "ccomp"} for child in verb.children
    )


def _leads(token: Token) -> bool:
    """Whether a word is the subject of its sentence's main verb, and that verb no mere "be"."""
    above = governor(token)
    return label(token) == "nsubj" and above.dep_.lower() == "root" and above.pos_ == "VERB"


def _adjectival(token: Token) -> bool:
    return token.pos_ == "ADJ" or label(token) in {"amod", "compound", "nmod:desc"}


def _is_empty(token: Token) -> bool:
    """Whether "it" only fills the place of a subject ("it is clear that …", "it rained")."""
    if plain_label(token) != "nsubj":
        # "to do with it"; "its" has an owner
        return label(token) != "nmod:poss"
    verb = governor(token)
    bare = not any(plain_label(child) in {"obj", "xcomp", "ccomp"} for child in verb.children)
    word = {verb.lemma_.lower(), verb.lower_}
    if word & _HAPPENS or word & _WEATHER or (bare and word & _PASSES):
        return True
    if any(plain_label(child) in {"csubj", "ccomp"} and label(child) != "ccomp" for child in verb.children):
        return True
    clausal = any(plain_label(child) in {"csubj", "advcl", "ccomp", "xcomp"} for child in verb.children)
    if verb.pos_ == "ADJ" and any(label(child) == "cop" for child in verb.children):
        # "it is hard", "it's laughable": what is judged is seldom a body
        return True
    copular = any(label(child) == "cop" for child in verb.children) or verb.lemma_.lower() == "be"
    return copular and clausal


def quoted_tokens(doc: Doc) -> frozenset[int]:
    """Tokens inside quotation marks; a mark that is not closed ends with its paragraph."""
    found: set[int] = set()
    opened: int | None = None
    for token in doc:
        if "\n\n" in token.text or token.text == "\n":
            opened = None
        elif token.text in {"“", "``"} or (token.text == '"' and opened is None):
            opened = token.i
        elif token.text in {"”", "''", '"'} and opened is not None:
            found.update(range(opened + 1, token.i))
            opened = None
    return frozenset(found)


def _numbers(doc: Doc) -> list[int]:
    numbers, number = [], 0
    for token in doc:
        number += bool(token.is_sent_start) and token.i > 0
        numbers.append(number)
    return numbers
