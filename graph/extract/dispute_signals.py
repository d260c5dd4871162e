"""What the words of a claim show of a dispute: what it denies or doubts, and of what it speaks."""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from graph.extract.clauses import AUXILIARY, OBJECT, negated
from graph.extract.governed import has_mark
from graph.extract.lemmas import lemma_of
from graph.extract.lexicon import read_rows, read_words
from graph.model.mentions import ClaimMention
from graph.model.terms import Stance
from graph.model.text import Span

_SHORT, _DEPTH = 10, 8

_WORDS = frozenset({"NOUN", "VERB", "ADJ"})
_PREDICATES = frozenset({"VERB", "ADJ", "NOUN"})
_FAINT = frozenset(
    {"say", "be", "have", "do", "make", "get", "take", "go", "give", "tell", "want", "know", "think", "see"}
    | {"use", "come", "try", "call", "add", "believe", "need", "let", "put", "keep", "like", "other", "new"}
    | {"own", "many", "more", "most", "much", "same", "such", "good", "people", "thing", "first", "last"}
)
_TRUE = frozenset({"true", "correct", "accurate", "case"})
_POINTING = frozenset({"it", "that", "this", "those", "these", "they", "them", "so", "which"})
_HEARSAY = frozenset(
    {"accusation", "allegation", "charge", "claim", "criticism", "complaint", "report", "suggestion"}
    | {"rumor", "rumour", "assertion", "insinuation", "notion", "speculation", "theory", "accuser", "critic"}
)
# Whoever denies these answers what was said of him.
_FAULTS = frozenset(
    {"wrongdoing", "involvement", "responsibility", "guilt", "misconduct", "amiss", "wrong", "improper"}
    | {
        "anything",
        "link",
        "tie",
        "connection",
        "role",
        "fault",
        "blame",
        "impropriety",
        "knowledge",
        "wrongly",
    }
)
_NONE = frozenset({"no", "nothing", "none", "nobody", "never", "neither"})
# "asked whether" leaves open what the answer is.
_ASKING = frozenset({"ask", "wonder", "inquire", "query"})
_QUESTIONS = ("whether ", "if ", "how ", "why ", "what ", "who ", "when ", "where ", "which ", "about ")
_EXPLICIT = frozenset(
    {"deny", "dispute", "rebut", "refute", "contradict", "reject", "dismiss", "repudiate", "denial"}
)
_DOUBT = re.compile(
    r"\b(?:no (?:evidence|proof|indication|sign|reason to believe)|too (?:early|soon) to|premature"
    r"|(?:not|n't|n’t) (?:yet )?(?:clear|proven|confirmed|verified)|unclear|unproven|unconfirmed"
    r"|remains? to be seen"
    r"|(?:jump(?:ing)? to|making|draw(?:ing)?) conclusions|rush(?:ing)? to judgment)\b"
)
_TURN = re.compile(r"^(?:But|However|Yet|By contrast|In contrast|On the contrary)\b|,\s(?:however|though),")
_DEFENCE = re.compile(
    r"\b(?:was|were|is|are|had) (?:\w+ )?(?:instead|rather|merely|simply)\b|\bout of context\b"
    r"|\bmis(?:quoted|represented|understood|characterized|characterised|construed)\b"
)


@dataclass(frozen=True, slots=True)
class Signals:
    """What a claim shows.

    Attributes:
        words: Lemmas of its content that mean something, names aside.
        polarity: For each lemma of these: whether it is told as so, as not so, or both.
        arguments: For each of these that says something of something: what hangs on it, names too.
        denies: Whether it says that something is not so.
        outright: Whether a word of denying says so, or what is said is called untrue.
        refers: Whether it speaks of what others say or blame, not of the thing itself ("the allegations").
        doubts: Whether it holds something for unsure.
        asks: Whether it leaves open what is so.
        defends: Whether it sets another reading against that of others.
        turns: Whether its sentence sets itself against what was said before ("But …").
        short: Whether its content is a few words long.
        figures: The numbers that it gives, dates aside.
    """

    words: frozenset[str]
    polarity: Mapping[str, frozenset[bool]]
    arguments: Mapping[str, frozenset[str]]
    denies: bool
    outright: bool
    refers: bool
    doubts: bool
    asks: bool
    defends: bool
    turns: bool
    short: bool
    figures: frozenset[str]

    def contradicts(self, other: "Signals") -> bool:
        """Tell whether the one says no where the other says yes, of the same thing."""
        return any(
            self.polarity[word].isdisjoint(other.polarity[word])
            and not self.arguments[word].isdisjoint(other.arguments[word])
            for word in self.arguments.keys() & other.arguments.keys()
        )

    def recounts(self, other: "Signals") -> bool:
        """Tell whether it gives another number for what the other counts ("it was four", "1,000 came")."""
        short = self.short and other.short and not self.words
        return short and len(self.figures) == len(other.figures) == 1 and self.figures != other.figures

    def antonyms(self, other: "Signals") -> bool:
        """Tell whether the two use words that cannot both be true of one thing, in the same polarity."""
        return any(
            self.polarity[word] == other.polarity[against]
            for word in self.words
            for against in _antonyms().get(word, frozenset()) & other.words
        )


@cache
def _antonyms() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, against, _ in read_rows("antonyms.tsv"):
        for each in against.split():
            found.setdefault(word, set()).add(each)
            found.setdefault(each, set()).add(word)
    return {word: frozenset(each) for word, each in found.items()}


def signals_of(doc: Doc, claim: ClaimMention) -> Signals:
    """Read the signals off a claim."""
    content = [token for piece in claim.content for token in _tokens(doc, piece)]
    cue = _tokens(doc, claim.cue) if claim.cue else []
    root = _root(content)
    untrue = root is not None and _is_untrue(root)
    answers = root is not None and _answers(root)
    polarity: dict[str, set[bool]] = {}
    arguments: dict[str, set[str]] = {}
    inside = {token.i for token in content}
    for token in content:
        word = token.lemma_.lower()
        if token.pos_ in _WORDS and word not in _FAINT:
            polarity.setdefault(word, set()).add(_is_so(token, inside))
            if _tells(token):
                arguments.setdefault(word, set()).update(_arguments(token, inside))
    rejects = claim.stance in (Stance.DENIES, Stance.REFUSES, Stance.DOUBTS) and answers
    said = " ".join(token.lower_ for token in content)
    nothing = claim.stance is not Stance.DOUBTS and root is not None and _nothing_wrong(content)
    cues = {lemma_of(token) for token in cue}
    asked = bool(cues & _ASKING) or said.startswith(_QUESTIONS)
    return Signals(
        words=frozenset(polarity),
        polarity={word: frozenset(each) for word, each in polarity.items()},
        arguments={word: frozenset(each) for word, each in arguments.items()},
        denies=claim.stance is Stance.DENIES or untrue or rejects or nothing,
        outright=untrue or bool(cues & _EXPLICIT),
        refers=untrue or rejects or nothing,
        doubts=bool(_DOUBT.search(said)) or (claim.stance is Stance.DOUBTS and not asked),
        asks=asked,
        defends=bool(_DEFENCE.search(said)),
        turns=bool(_TURN.search(doc.text[claim.sentence.start : claim.sentence.end])),
        short=len(content) <= _SHORT,
        figures=frozenset(
            token.lower_
            for token in content
            if token.pos_ == "NUM" and token.ent_type_ not in ("DATE", "TIME", "ORDINAL")
        ),
    )


def _tokens(doc: Doc, span: Span) -> list[Token]:
    return list(doc.char_span(span.start, span.end, alignment_mode="expand") or ())


def _root(content: list[Token]) -> Token | None:
    """The head of the first clause or phrase of a content."""
    inside = {token.i for token in content}
    for token in content:
        if (token.head.i not in inside or token.head.i == token.i) and not token.is_punct:
            return token
    return None


def _is_so(token: Token, inside: Container[int]) -> bool:
    """Tell whether a word is told as so: an even number of negations on it and above it."""
    so = not _negated(token)
    for depth, above in enumerate(token.ancestors):
        if above.i not in inside or depth > _DEPTH:
            break
        if _negated(above):
            so = not so
    return so


def _arguments(token: Token, inside: Container[int], depth: int = 0) -> Iterator[str]:
    """Lemmas that hang on a word, or on which it hangs as an attribute; other clauses aside."""
    if (
        depth == 0
        and token.pos_ != "VERB"
        and token.head.i in inside
        and token.dep_ in ("amod", "xcomp", "obj")
    ):
        yield token.head.lemma_.lower()
    for child in token.children:
        if child.i in inside and not child.dep_.startswith(("advcl", "acl", "ccomp", "conj", "parataxis")):
            word = child.lemma_.lower()
            if child.pos_ in ("NOUN", "VERB", "ADJ", "PROPN") and word not in _FAINT:
                yield word
            if depth < 2:
                yield from _arguments(child, inside, depth + 1)


def _tells(token: Token) -> bool:
    """Tell whether a word says something of something: a verb, or what somebody or something is."""
    if token.pos_ == "VERB":
        helped = any(child.dep_ in AUXILIARY for child in token.children)
        return token.tag_ in ("VBD", "VBZ", "VBP") or (helped and not has_mark(token, "to", "if", "whether"))
    return any(child.dep_ == "cop" for child in token.children)


def _negated(token: Token) -> bool:
    """Tell whether a word is negated, by itself or by what it has for an object ("paid nothing")."""
    if token.pos_ not in _PREDICATES:
        return False
    return negated(token) or any(
        child.dep_ in OBJECT and (child.lower_ in _NONE or negated(child)) for child in token.children
    )


def _answers(root: Token) -> bool:
    """Tell whether what is denied is what others say or blame ("the allegations", "any wrongdoing", "it")."""
    words = {lemma_of(root), root.lower_, *(child.lower_ for child in root.children if "subj" in child.dep_)}
    return not words.isdisjoint(_HEARSAY | _FAULTS) or root.lower_ in _POINTING


def _nothing_wrong(content: list[Token]) -> bool:
    """Tell whether a content says that nothing was wrong."""
    words = {token.lower_ for token in content[:_SHORT]}
    return bool(words & _NONE) and bool(read_words("stance_words.tsv", "amiss") & words)


def _is_untrue(root: Token) -> bool:
    """Tell whether a clause calls untrue what somebody else said ("that is nonsense", "it is not true")."""
    subjects = [child for child in root.children if "subj" in child.dep_]
    said = not subjects or any(each.lower_ in _POINTING or lemma_of(each) in _HEARSAY for each in subjects)
    lemma = lemma_of(root)
    if lemma in read_words("stance_words.tsv", "untrue"):
        called = root.dep_ in ("xcomp", *OBJECT) or any(child.dep_ == "cop" for child in root.children)
        return said and called and not negated(root)
    return lemma in _TRUE and said and negated(root)
