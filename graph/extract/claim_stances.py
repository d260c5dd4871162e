"""What a speaker does by saying it: read off the cue; where that is neutral ("said"), off the words said.

Only what the main clause plainly does counts: "we will send a ship" promises, "there was no deal" denies,
"they must leave" demands, "he lied to us" accuses. Anything less plain is asserted.
"""

from collections.abc import Callable, Sequence
from functools import cache

from spacy.tokens import Token

from graph.extract.claim_rules import Draft, rules_for
from graph.extract.clauses import AUXILIARY, OBJECT, SUBJECT, auxiliaries, is_passive, negated
from graph.extract.lemmas import lemma_of
from graph.extract.lexicon import read_rows
from graph.model.terms import Stance

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither"})
_NONE = frozenset({"no", "any", "neither"})
_WILL = frozenset({"will", "would", "'ll", "’ll", "shall", "wo", "wouldn"})
_MUST = frozenset({"should", "must", "ought"})
_PAST = frozenset({"did", "has", "have", "had", "was", "were", "do", "does", "is", "are", "'re", "’re", "'m", "’m"})
_FIRST = frozenset({"i", "we"})
_OURS = frozenset({"our", "my", "its", "his", "her", "their"})
_CONDITIONS = frozenset({"if", "unless", "until", "once"})
_CAN = frozenset({"can", "ca", "could", "may", "might"})
_UNTRUE = frozenset({"true", "correct", "accurate", "case"})
_LONG = 2


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
                return (rule.negated or rule.stance) if negative else rule.stance
    return Stance.ASSERTS


def stance_of(draft: Draft, is_speaker: Callable[[Token], bool]) -> Stance:
    """Tell the stance of a claim.

    Args:
        draft: The claim; its stance is that of its cue.
        is_speaker: Tells whether a word of the content stands for whoever speaks.
    """
    if not draft.content:
        return draft.stance
    told = _noun_said(draft)
    if draft.stance is Stance.REFUSES:
        return Stance.DENIES if told == "claim" or _as(draft) else draft.stance
    if draft.stance is not Stance.ASSERTS or not _neutral(draft.cue):
        return draft.stance
    first = draft.content[0][0]
    sentences = {token.sent.start for piece in draft.content for token in piece}
    if len(sentences) > _LONG:
        return draft.stance
    content = {token.i for piece in draft.content for token in piece}
    root = _main(draft, content)
    if root is not None and root.pos_ == "NOUN" and root.dep_ in OBJECT:
        # "sounded a call for peace"
        acts = [rule.stance for rule in rules_for("N", lemma_of(root)) if root.i + 1 < len(root.doc)]
        if root.nbor().lower_ in ("for", "to", "that", "of") if acts else False:
            return acts[0]
    if root is None:
        return draft.stance
    return _of_clause(root, first, content, is_speaker) or draft.stance


def _neutral(cue: Sequence[Token]) -> bool:
    """Whether a cue leaves open what is done by saying it; believing and finding do not."""
    rules = [rule for token in cue for rule in rules_for("V", lemma_of(token)) if token.pos_ == "VERB"]
    return all(rule.negated is None and "clause" in rule.content for rule in rules[:1])


def _noun_said(draft: Draft) -> str:
    """Tell whether what is rejected is itself something said ("rejected the allegation")."""
    for token in draft.content[0]:
        if token.dep_ in OBJECT and token.head in draft.cue:
            said = any(rule.stance in (Stance.ASSERTS, Stance.ACCUSES) for rule in rules_for("N", lemma_of(token)))
            return "claim" if said else ""
    return ""


def _as(draft: Draft) -> bool:
    """Tell whether something is dismissed as something ("dismissed it as gossip")."""
    dismissed = any(lemma_of(token) == "dismiss" for token in draft.cue)
    return dismissed and any(token.lower_ == "as" for piece in draft.content for token in piece)


def _main(draft: Draft, content: set[int]) -> Token | None:
    """Find the head of the first main clause of a content."""
    for token in draft.content[0]:
        if token.head.i not in content or token.head.i == token.i:
            for each in (token, *(token.head.children if token.head.i in content else ())):
                if each.i in content and each.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
                    return each
    return None


def _of_clause(
    root: Token, first: Token, content: set[int], is_speaker: Callable[[Token], bool]
) -> Stance | None:
    subject = next((child for child in root.children if child.dep_ in SUBJECT or "subj" in child.dep_), None)
    own = subject is not None and (subject.lower_ in _FIRST or is_speaker(subject))
    helpers = set(auxiliaries(root)) | {child.lower_ for child in root.children if child.dep_ in AUXILIARY}
    lemma, negative = lemma_of(root), negated(root)
    if helpers & _MUST and "have" not in helpers and not (subject is not None and subject.lower_ == "i"):
        return Stance.DEMANDS
    if _denies(root, subject, own, helpers, negative, is_speaker):
        return Stance.DENIES
    if own and not is_passive(root) and not _conditional(root):
        acts = root.pos_ == "VERB" and lemma not in _words("state") | _words("mind")
        if helpers & _WILL and acts:
            return Stance.REFUSES if negative else Stance.PROMISES
        bound = [root, *(child for child in root.children if child.dep_ == "xcomp")]
        if any(each.lower_ == "committed" for each in bound) and not negative:
            return Stance.PROMISES
    if own and negative and lemma == "rule" and helpers & _CAN:
        return Stance.DOUBTS
    if subject is None and negative and root.i - first.i <= 3 and root.text == "going":
        return Stance.REFUSES
    if subject is not None and not own and not negative and not helpers & _WILL and lemma in _words("wrong"):
        return Stance.ACCUSES
    return None


def _conditional(root: Token) -> bool:
    return any(
        child.dep_ == "advcl" and any(below.lower_ in _CONDITIONS for below in child.children)
        for child in root.children
    )


def _denies(
    root: Token,
    subject: Token | None,
    own: bool,
    helpers: set[str],
    negative: bool,
    is_speaker: Callable[[Token], bool],
) -> bool:
    """Tell whether a clause says that something is not there, was not done by the speaker, or is untrue."""
    if helpers & (_WILL | _MUST | _CAN):
        return False
    if any(child.dep_ == "expl" and child.lower_ == "there" for child in root.children):
        nouns = [child for child in root.children if "subj" in child.dep_] or [root]
        none = any(below.lower_ in _NONE for noun in nouns for below in noun.children)
        return (negative or none) and not any(lemma_of(noun) in _words("no") for noun in nouns)
    if lemma_of(root) in _UNTRUE and negative:
        return True
    if lemma_of(root) in _words("untrue") and not negative and any(
        child.dep_ == "cop" for child in root.children
    ):
        return True
    if own and negative and root.pos_ == "NOUN" and any(child.dep_ == "cop" for child in root.children):
        return True
    if root.pos_ != "VERB" or lemma_of(root) in _words("mind"):
        return False
    # "Not one shilling is held here", but "no arrests were made" tells of nothing that was claimed.
    if subject is not None and subject.left_edge.lower_ == "not":
        return True
    if negative:
        return own and bool(helpers & _PAST)
    ours = own or (
        subject is not None and any(below.lower_ == "our" or (below.lower_ in _OURS and is_speaker(below)) for below in subject.children)
    )
    return ours and any(
        child.dep_ in OBJECT and any(below.lower_ == "no" and below.dep_ == "det" for below in child.children)
        and lemma_of(child) not in _words("no")
        for child in root.children
    )
