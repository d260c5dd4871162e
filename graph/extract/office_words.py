"""The words of an office: its head, the words before it that belong to it, and whether it is held still."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from graph.extract.lemmas import lemma_of
from graph.extract.lexicon import read_rows, read_words
from graph.extract.lookup import Lookup
from graph.model.mentions import EntityMention
from graph.model.terms import EntityKind, MentionForm, RelationStatus, RelationType

FORMER = read_words("office_adjectives.tsv", "former")
_ALLEGED = read_words("office_adjectives.tsv", "alleged")
_FUTURE = read_words("office_adjectives.tsv", "future")
_REMARKS = read_words("office_adjectives.tsv", "remark")
_SENIORITY = read_words("office_adjectives.tsv", "rank")
_NO_OFFICE = frozenset(
    {"DET", "NUM", "PART", "PRON", "CCONJ", "SCONJ", "ADP", "AUX", "VERB", "PUNCT", "SPACE", "ADV"}
)
_PLURALS = {"sens.": "sen.", "reps.": "rep.", "govs.": "gov."}
# Sorts whose titles are listed whole, and the words that may still stand before them.
_WHOLE = frozenset({"state", "leader", "local", "legislator"})
_RANKS = frozenset({"deputy", "vice", "state", "prime", "assistant"})
_SECOND = ("deputy", "vice", "assistant", "associate")
_PHRASE = frozenset({"ADJ", "ADV", "NOUN", "PROPN", "X", "DET"})
_BACK = 5


@dataclass(frozen=True, slots=True)
class Post:
    """What `offices.tsv` knows of an office: the relation with its body, and its sort."""

    relation: RelationType
    sort: str

    @property
    def alone(self) -> bool:
        """Whether it is told without a body as well."""
        return self.sort not in ("leader", "rank", "service", "occupation", "member")


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """The words of one office: `first` and `last` in the text, `value` as they are told."""

    head: Token
    first: int
    last: int
    value: str
    post: Post


@cache
def posts() -> dict[str, Post]:
    """Read `offices.tsv`: each head, of one word or several."""
    return {
        head: Post(RelationType(relation), sort)
        for relation, words, _, sort in reversed(read_rows("offices.tsv"))
        for head in words.split("|")
    }


def is_office(token: Token) -> bool:
    """Tell whether a noun names an office or occupation."""
    return token.pos_ in ("NOUN", "PROPN", "ADJ") and _known(token) is not None


def _known(token: Token) -> str | None:
    return next((form for form in (token.lower_, lemma_of(token)) if form in posts()), None)


def party(mention: EntityMention, text: str) -> bool:
    """Tell whether a mention is a political colour ("Republican", "Tories", "GOP")."""
    words = read_words("norps.tsv", "politics")
    known = text in words or text.removesuffix("s") in words or text == "GOP"
    return known and mention.kind in (EntityKind.NORP, EntityKind.ORGANIZATION)


def office_words(token: Token, lookup: Lookup) -> OfficeWords | None:
    """Read the office that a noun heads; None where it is the first part of another ("attorney general")."""
    if not is_office(token) or _continues(token):
        return None
    left = _left(token, lookup)
    right = _right(token, lookup)
    name = _spell([*left, token], token)
    post = _post(name, token)
    if post is not None and post.sort in _WHOLE:
        # the words of such titles are known: "a remark President Vell made" is no office of its own
        left = [each for each in left if each.i >= token.i - _longest(name) or each.lower_ in _RANKS]
        name = _spell([*left, token], token)
    before = _before_body(left[0] if left else token, lookup)
    value = " ".join(part for part in (*before, name, _spell(right, None)) if part)
    whole = _post(f"{name} {_spell(right, None)}", None) if right else None
    if right and whole is None and post is not None and post.relation is RelationType.LEADS:
        # a director of policy at an institute directs the policy, not the institute
        whole = Post(RelationType.WORKS_FOR, "occupation")
    post = whole or post
    if post is None:
        return None
    if before and post.relation is RelationType.LEADS and before[0] in _SECOND:
        post = Post(RelationType.WORKS_FOR, post.sort)
    return OfficeWords(token, (left[0] if left else token).i, right[-1].i if right else token.i, value, post)


def _continues(token: Token) -> bool:
    """Tell whether the office goes on after the noun: "attorney general", "secretary-general"."""
    rest = token.doc[token.i + 1 : token.i + 3]
    if not len(rest) or rest[0].sent.start != token.sent.start:
        return False
    if token.lower_ in _SENIORITY and is_office(rest[0]):
        return True
    if rest[0].text in ("-", "–") and len(rest) == 2:
        return f"{token.lower_}-{rest[1].lower_}" in posts() or f"{token.lower_} {rest[1].lower_}" in posts()
    return f"{token.lower_} {rest[0].lower_}" in posts()


def _left(token: Token, lookup: Lookup) -> list[Token]:
    found: list[Token] = []
    at = token.i - 1
    while at >= token.sent.start:
        each = token.doc[at]
        glued = each.text in ("-", "–") and not each.whitespace_ and at > token.sent.start
        if glued and found and found[0].lower_.endswith(("ed", "ing")):
            # "establishment-backed senator", "globe-trotting secretary"
            found.pop(0)
            break
        if glued and not token.doc[at - 1].whitespace_ and is_office_word(token.doc[at - 1], lookup):
            found[:0] = [token.doc[at - 1], each]
            at -= 2
        elif is_office_word(each, lookup) and (
            each.lower_ in _SENIORITY or not _ends_office(each) or _inside(each, found, token)
        ):
            found.insert(0, each)
            at -= 1
        else:
            break
    while found and found[0].text in ("-", "–"):
        found.pop(0)
    return found


@cache
def _ends() -> frozenset[str]:
    """The ends of all offices of several words: "executive officer" of "chief executive officer"."""
    whole = (head.split() for head in posts())
    return frozenset(" ".join(words[at:]) for words in whole for at in range(len(words) - 1))


def _inside(word: Token, found: list[Token], head: Token) -> bool:
    """Tell whether a word that can be an office itself is a part of a longer one."""
    return " ".join(each.lower_ for each in (word, *found, head)) in _ends()


def _ends_office(token: Token) -> bool:
    return is_office(token) and not _continues(token)


def _right(token: Token, lookup: Lookup) -> list[Token]:
    """The words of "of state", "of economic policy": no mention, no determiner that tells of one thing."""
    found: list[Token] = []
    at = token.i + 1
    doc = token.doc
    while at + 1 < token.sent.end and doc[at].lower_ == "of":
        noun = at + 1
        while noun < token.sent.end and doc[noun].pos_ == "ADJ" and lookup.covering(doc[noun]) is None:
            noun += 1
        if noun >= token.sent.end or doc[noun].pos_ not in ("NOUN", "PROPN") or is_office(doc[noun]):
            break
        cover = lookup.covering(doc[noun])
        own = cover is not None and cover.span.start >= doc[at + 1].idx
        if own and f"{token.lower_} of {doc[noun].lower_}" not in posts():
            break
        while noun + 1 < token.sent.end and doc[noun + 1].pos_ == "NOUN" and lookup.at(doc[noun + 1]) is None:
            noun += 1
        found.extend(doc[at : noun + 1])
        at = noun + 1
    return found


def _before_body(first: Token, lookup: Lookup) -> tuple[str, ...]:
    """The rank that stands before the body: "deputy White House press secretary"."""
    if first.i == first.sent.start:
        return ()
    cover = lookup.covering(first.doc[first.i - 1])
    if cover is None or cover.form is not MentionForm.NAME:
        return ()
    start = lookup.tokens(cover.span)[0]
    rank = start.nbor(-1) if start.i > first.sent.start else None
    return (rank.lower_,) if rank is not None and rank.lower_ in _SENIORITY else ()


def _spell(words: list[Token], head: Token | None) -> str:
    text = ""
    for each in words:
        word = each.text
        plural = each.tag_ in ("NNS", "NNPS") and each.lower_ not in posts()
        if head is not None and each.i == head.i and plural:
            word = lemma_of(each)
        word = _PLURALS.get(word.lower(), word)
        text += word if word.isupper() and len(word) > 1 else word.lower()
        text += each.whitespace_
    return " ".join(text.split()).strip(" ,;:-")


def _post(name: str, token: Token | None) -> Post | None:
    """The longest known end of an office decides: "prime minister" before "minister"."""
    words = name.lower().split()
    length = _longest(name)
    found = posts().get(" ".join(words[len(words) - length - 1 :])) if length >= 0 else None
    if found is None:
        return posts().get(_known(token) or "") if token is not None else None
    before = words[len(words) - length - 2] if len(words) - length - 2 >= 0 else ""
    second = before in _SECOND and found.relation is RelationType.LEADS
    return Post(RelationType.WORKS_FOR, found.sort) if second else found


def _longest(name: str) -> int:
    """Number of words before the last in the longest known end of an office; -1 if none is known."""
    words = name.lower().split()
    return next((len(words) - 1 - at for at in range(len(words)) if " ".join(words[at:]) in posts()), -1)


def is_office_word(token: Token, lookup: Lookup) -> bool:
    """Tell whether a word before an office can be a part of it."""
    lower = token.lower_
    if token.tag_ in ("VBN", "VBG", "JJS", "JJR", "HYPH") or token.pos_ in _NO_OFFICE:
        return False
    if lower in FORMER | _ALLEGED | _FUTURE | _REMARKS:
        return False
    cover = lookup.covering(token)
    return cover is None or cover.form is not MentionForm.NAME


def status_of(office: OfficeWords, body: EntityMention | None, lookup: Lookup) -> RelationStatus | None:
    """Tell whether an office is held still, by the words before it; None if it is not held yet."""
    words = _words_before(office, body, lookup)
    if words & _FUTURE:
        return None
    if words & FORMER or any(word.startswith("ex-") for word in words):
        return RelationStatus.FORMER
    return RelationStatus.ALLEGED if words & _ALLEGED else RelationStatus.CURRENT


def _words_before(office: OfficeWords, body: EntityMention | None, lookup: Lookup) -> set[str]:
    """The words before an office or its body, or hung on it, that can tell whether it is held."""
    token = office.head
    first = token.head if token.dep_ == "conj" and is_office(token.head) else token
    words = {each.lower_ for child in (*token.lefts, *first.lefts) for each in (child, *child.children)}
    start = office.first
    if body is not None and (parts := lookup.tokens(body.span)) and parts[0].sent.start == token.sent.start:
        start = min(start, parts[0].i)
    for at in range(start - 1, max(token.sent.start, start - _BACK) - 1, -1):
        each = token.doc[at]
        if is_office(each) or (each.pos_ not in _PHRASE and each.text not in ("-", "–", "’s", "'s")):
            break
        if not lookup.is_name_part(each):
            words.add(each.lower_)
    return words
