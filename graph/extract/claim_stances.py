"""What a speaker does by saying it: read off the cue; where that is neutral ("said"), off the words said.

Only what the main clause plainly does counts: "we will send a ship" promises, "there was no deal" denies,
"they must leave" demands, "he lied to us" accuses. Anything less plain is asserted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from graph.extract.claim_rules import Draft, rules_for
from graph.extract.clauses import AUXILIARY, OBJECT, RELATIVE, auxiliaries, is_passive, negated
from graph.extract.lemmas import lemma_of
from graph.extract.lexicon import read_rows
from graph.model.terms import Stance

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither"})
_NONE = frozenset({"no", "neither"})
_WILL = frozenset({"will", "would", "'ll", "’ll", "shall", "wo"})
_MUST = frozenset({"should", "must", "ought"})
_NOTHING = frozenset({"nothing", "nobody", "none"})
_DONE = frozenset({"did", "has", "have", "had", "was", "were", "do", "does", "is", "are"})
_NOW = frozenset({"do", "am", "'m", "’m"})
_OPEN = frozenset({"yet", "quite", "really", "much", "always", "necessarily"})
_FIRST = frozenset({"i", "we"})
_OURS = frozenset({"our", "my", "its", "his", "her", "their"})
_CONDITIONS = frozenset({"if", "unless", "until", "once"})
_CAN = frozenset({"can", "ca", "could", "may", "might"})
_UNTRUE = frozenset({"true", "correct", "accurate", "case"})
_AFTER_NOUN = frozenset({"for", "to", "that", "of"})
_LONG = 2
_NEAR = 3
_NAMED = 12


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row[0] for row in read_rows("stance_words.tsv") if row[1] == kind)


def stance_of_cue(cue: Sequence[Token]) -> Stance:
    """Read the stance off the words of a cue."""
    negative = any(token.lower_ in _NEGATIONS for token in cue)
    for pos in ("V", "N"):
        for token in cue:
            for rule in rules_for(pos, lemma_of(token)):
                if pos == "V" and token.pos_ in ("NOUN", "PROPN"):
                    continue
                # "ruled out" refuses, "ruled that" asserts.
                if rule.content == ("prt+obj",) and not _out_of(cue):
                    return Stance.ASSERTS
                return (rule.negated or rule.stance) if negative else rule.stance
    return Stance.ASSERTS


def _out_of(cue: Sequence[Token]) -> bool:
    return any(token.lower_ in ("out", "against") for token in cue)


def stance_of(draft: Draft, is_speaker: Callable[[Token], bool]) -> Stance:
    """Tell the stance of a claim.

    Args:
        draft: The claim; its stance is that of its cue.
        is_speaker: Tells whether a word of the content stands for whoever speaks.
    """
    if not draft.content:
        return draft.stance
    if draft.stance is Stance.REFUSES and _rejects_claim(draft):
        return Stance.DENIES
    if draft.stance is Stance.PROMISES and _tells_only(draft):
        draft = replace(draft, stance=Stance.ASSERTS)
    if draft.stance is Stance.ASSERTS and (named := _of_name(draft)) is not None:
        return named
    sentences = {token.sent.start for piece in draft.content for token in piece}
    if draft.stance is not Stance.ASSERTS or not _neutral(draft.cue) or len(sentences) > _LONG:
        return draft.stance
    root, first = _main(draft), draft.content[0][0]
    if root is None or first.lower_ in ("whether", "if"):
        return draft.stance
    if root.pos_ == "NOUN" and root.dep_ in OBJECT:
        return _of_noun(root) or draft.stance
    return _of_clause(_Clause.of(root, is_speaker), first) or draft.stance


def _tells_only(draft: Draft) -> bool:
    """Tell whether words of promising tell what is so ("swore it was four") or are offered as such."""
    root, first = _main(draft), draft.content[0][0]
    offered = any(lemma_of(token) == "offer" for token in draft.cue)
    if offered:
        return first.is_quote or any(token.pos_ == "NOUN" for token in draft.cue)
    if root is None or root.pos_ not in ("VERB", "AUX", "NOUN", "ADJ", "NUM"):
        return False
    helpers = {child.lower_ for child in root.children if child.dep_ in AUXILIARY}
    told = any("subj" in child.dep_ for child in root.children)
    finite = root.tag_ in ("VBD", "VBZ", "VBP") or helpers & _DONE
    return told and bool(finite) and not helpers & (_WILL | _MUST | _CAN) and root.lower_ != "going"


def _of_name(draft: Draft) -> Stance | None:
    """Read the stance off what something is called: a report "nonsense", a man "a liar"."""
    rules = [rule for token in draft.cue for rule in rules_for("V", lemma_of(token))]
    if not any("obj+xcomp" in rule.content for rule in rules):
        return None
    for token in (each for piece in draft.content for each in piece[:_NAMED]):
        called = token.dep_ not in ("nmod", "compound", "amod") and not negated(token)
        if called and lemma_of(token) in _words("untrue"):
            return Stance.DENIES
        if called and token.dep_ not in OBJECT and lemma_of(token) in _words("slur"):
            return Stance.ACCUSES
    return None


def _neutral(cue: Sequence[Token]) -> bool:
    """Whether a cue leaves open what is done by saying it; believing and finding do not."""
    rules = [rule for token in cue for rule in rules_for("V", lemma_of(token)) if token.pos_ == "VERB"]
    return all(rule.negated is None and "clause" in rule.content for rule in rules[:1])


def _rejects_claim(draft: Draft) -> bool:
    """Tell whether something said is rejected ("the allegation"), or dismissed as something ("as gossip")."""
    for token in draft.content[0]:
        if token.dep_ in OBJECT and any(token.head.i == verb.i for verb in draft.cue):
            rules = rules_for("N", lemma_of(token))
            if any(rule.stance in (Stance.ASSERTS, Stance.ACCUSES) for rule in rules):
                return True
    dismissed = any(lemma_of(token) == "dismiss" for token in draft.cue)
    return dismissed and any(token.lower_ == "as" for piece in draft.content for token in piece)


def _main(draft: Draft) -> Token | None:
    """Find the head of the first clause of a content."""
    inside = {token.i for piece in draft.content for token in piece}
    for token in draft.content[0]:
        outside = token.head.i not in inside or token.head.i == token.i
        if outside and token.pos_ in ("VERB", "AUX", "ADJ", "NOUN", "NUM"):
            return token
    return None


def _of_noun(noun: Token) -> Stance | None:
    """Read the stance off a noun that is done as one does a verb ("sounded a call for peace")."""
    rules = rules_for("N", lemma_of(noun))
    if not rules or noun.i + 1 == len(noun.doc):
        return None
    return rules[0].stance if noun.nbor().lower_ in _AFTER_NOUN else None


@dataclass(frozen=True, slots=True)
class _Clause:
    """A main clause of a content, as far as the stance hangs on it.

    Attributes:
        root: Its head.
        lemma: Lemma of the head.
        subject: Its subject, if it has one.
        own: Whether the subject is whoever speaks.
        ours: Whether the subject is his or belongs to him.
        helpers: Its auxiliaries.
        negative: Whether it is negated.
    """

    root: Token
    lemma: str
    subject: Token | None
    own: bool
    ours: bool
    helpers: frozenset[str]
    negative: bool

    @classmethod
    def of(cls, root: Token, is_speaker: Callable[[Token], bool]) -> "_Clause":
        subject = next((child for child in root.children if "subj" in child.dep_), None)
        own = subject is not None and (subject.lower_ in _FIRST or is_speaker(subject))
        ours = subject is not None and any(
            below.lower_ == "our" or (below.lower_ in _OURS and is_speaker(below))
            for below in subject.children
        )
        helpers = {*auxiliaries(root), *(child.lower_ for child in root.children if child.dep_ in AUXILIARY)}
        return cls(root, lemma_of(root), subject, own, own or ours, frozenset(helpers), negated(root))


def _of_clause(clause: _Clause, first: Token) -> Stance | None:
    root, helpers = clause.root, clause.helpers
    if helpers & _MUST and "have" not in helpers and not _is(clause.subject, "i"):
        return Stance.DEMANDS
    if not helpers & (_WILL | _MUST | _CAN) and _denies(clause):
        return Stance.DENIES
    if clause.own and clause.negative and clause.lemma == "rule" and helpers & _CAN:
        return Stance.DOUBTS
    if clause.own and clause.negative and clause.lemma in _words("unlikely") and not helpers & _WILL:
        return Stance.DOUBTS
    if not clause.own and not clause.negative and _harms(clause):
        return Stance.WARNS
    if clause.own and not is_passive(root) and not _conditional(root):
        if _commits(clause):
            declines = clause.lemma in _words("declines")
            return Stance.REFUSES if clause.negative is not declines else Stance.PROMISES
        bound = [root, *(child for child in root.children if child.dep_ == "xcomp")]
        if any(each.lower_ == "committed" for each in bound) and not clause.negative:
            return Stance.PROMISES
    if clause.subject is None and clause.negative and root.i - first.i <= _NEAR and root.lower_ == "going":
        return Stance.REFUSES
    wrong = root.pos_ == "VERB" and clause.lemma in _words("wrong")
    accuses = wrong and not clause.negative and not helpers & _WILL
    return Stance.ACCUSES if accuses and clause.subject is not None and not clause.ours else None


def _is(token: Token | None, word: str) -> bool:
    return token is not None and token.lower_ == word


def _commits(clause: _Clause) -> bool:
    """Tell whether a clause with the speaker for its subject tells of an act to come."""
    if clause.root.pos_ != "VERB" or clause.lemma in _words("state") | _words("mind"):
        return False
    # "I would not say so" is a mere thought; "she would send help" reports "I will".
    thought = "would" in clause.helpers and clause.subject is not None and clause.subject.lower_ in _FIRST
    return bool(clause.helpers & _WILL) and "have" not in clause.helpers and not thought


def _harms(clause: _Clause) -> bool:
    """Tell whether a clause tells of harm that may come."""
    root, helpers = clause.root, clause.helpers
    if not helpers & (_CAN | _WILL) or "have" in helpers or clause.subject is None:
        return False
    risk = root.pos_ == "VERB" and clause.lemma in _words("harm")
    return risk or (
        root.pos_ == "VERB"
        and any(_is(below, "unless") for child in root.children for below in child.children)
    )


def _conditional(root: Token) -> bool:
    return any(
        child.dep_ == "advcl" and any(below.lower_ in _CONDITIONS for below in child.children)
        for child in root.children
    )


def _denies(clause: _Clause) -> bool:
    """Tell whether a clause says that something is not there, was not done by the speaker, or is untrue."""
    root, lemma = clause.root, clause.lemma
    cop = any(child.dep_ == "cop" for child in root.children)
    if any(child.dep_ == "expl" and child.lower_ == "there" for child in root.children):
        nouns = [child for child in root.children if "subj" in child.dep_] or [root]
        if any(noun.lower_ in _NOTHING for noun in nouns):
            return any(lemma_of(below) in _words("amiss") for noun in nouns for below in noun.children)
        if any(lemma_of(noun) in _words("no") for noun in nouns):
            return False
        return negated(root) or any(below.lower_ in _NONE for noun in nouns for below in noun.children)
    if clause.negative and (lemma in _UNTRUE or (clause.own and cop and root.pos_ == "NOUN")):
        return True
    if cop and not clause.negative and lemma in _words("untrue"):
        return not any(child.dep_ in RELATIVE for child in root.children)
    if root.pos_ != "VERB" or lemma in _words("mind"):
        return False
    # "Not one shilling is held here", but "no arrests were made" tells of nothing that was claimed.
    if clause.subject is not None and next(iter(clause.subject.subtree)).lower_ == "not":
        return True
    if clause.negative:
        # "I don't judge them" tells of a habit, "we haven't seen it yet" of what may come.
        habit = _is(clause.subject, "i") and bool(clause.helpers & _NOW)
        open_ = any(child.lower_ in _OPEN for child in root.children)
        return clause.own and bool(clause.helpers & _DONE) and not habit and not open_
    return clause.ours and any(
        child.dep_ in OBJECT and _is(next(iter(child.subtree)), "no") and lemma_of(child) not in _words("no")
        for child in root.children
    )
