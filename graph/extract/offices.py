"""Who holds which office: titles, appositions, copulas, "as"-phrases, nominals, successions.

The words of an office are read in `office_words`, its body in `office_bodies`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from graph.extract.claim_rules import rules_for
from graph.extract.clauses import antecedent, auxiliaries, conjuncts, is_passive, negated, slots
from graph.extract.lemmas import lemma_of
from graph.extract.lookup import Lookup
from graph.extract.office_bodies import body_of, holds, party_of
from graph.extract.office_words import OfficeWords, is_office, office_words, status_of
from graph.extract.relation_patterns import MODALS, before_who
from graph.extract.titles import title_at
from graph.model.mentions import EntityMention
from graph.model.terms import EntityKind, MentionForm, RelationStatus, RelationType

_HOLDERS = frozenset({EntityKind.PERSON, EntityKind.GROUP})
_TITLED = frozenset({"flat", "appos", "nmod:desc", "compound", "flat:name"})
_BEFORE = frozenset({"nmod:desc", "compound", "amod", "nmod", "nmod:unmarked", "flat", "nn"})
_LOOSE = frozenset({"appos", "conj", "list", "parataxis", "nmod", "dep", "flat"})
_AS_NOUNS = frozenset(
    {"departure", "resignation", "retirement", "ouster", "dismissal", "removal", "stint", "tenure"}
)
_ENDING = frozenset({"retire", "resign", "step", "quit", "oust", "remove", "fire", "dismiss"})
_AS = _ENDING | frozenset(
    {"serve", "work", "act", "appoint", "name", "elect", "hire", "know", "identify", "describe", "return"}
    | {"nominate", "install", "confirm"}
)
_COPULAS = frozenset({"be", "become", "remain"})
_SUCCEED = frozenset({"succeed", "replace"})
_PHRASE = 12
_BRACKET = 8


@dataclass(frozen=True, slots=True)
class Office:
    """An office held: `holder` and `body` are mentions, `head` the noun that names it."""

    holder: EntityMention
    head: Token
    value: str
    body: EntityMention | None
    relation: RelationType | None
    told: bool
    status: RelationStatus
    method: str


@dataclass(frozen=True, slots=True)
class _Held:
    holder: EntityMention
    method: str
    status: RelationStatus | None = None


def find_offices(lookup: Lookup) -> Iterator[Office]:
    """Yield the offices that the article tells of, and those of whom somebody has succeeded."""
    named = {mention.chain for mention in lookup.entities.values() if mention.form is MentionForm.NAME}
    found = []
    for token in lookup.doc:
        cover = lookup.covering(token)
        inside = cover is not None and cover.form is MentionForm.NAME and _in_name(token, cover, lookup)
        words = None if inside else office_words(token, lookup)
        if words is None:
            continue
        for held in _holders(words, lookup):
            body = body_of(words, held.holder, lookup)
            status = held.status or status_of(words, body, lookup)
            if status is None:
                continue
            office = _office(words, held, body, status, lookup)
            if held.holder.form is not MentionForm.NAME and held.holder.chain not in named:
                # "two ministry officials": of whom nobody knows the name, only what source they are
                source = held.holder.form is MentionForm.ANONYMOUS and words.post.sort != "member"
                if not source or body is None or body.chain not in named:
                    continue
                office = replace(office, told=False)
            found.append(office)
            colour = party_of(words, lookup)
            if colour is not None:
                # a former candidate of a party is of the party still
                member = replace(office, body=colour, relation=RelationType.MEMBER_OF, told=False)
                found.append(replace(member, status=RelationStatus.CURRENT))
    found = [_of_superior(_with_body(office, found), found) for office in found]
    yield from found
    yield from _succeeded(found, lookup)


def _in_name(token: Token, cover: EntityMention, lookup: Lookup) -> bool:
    """Tell whether an office is a part of a name ("Council of Governors"), not a title that ends it."""
    return cover.kind is EntityKind.PERSON or token.i != lookup.tokens(cover.span)[-1].i


def _office(
    words: OfficeWords, held: _Held, body: EntityMention | None, status: RelationStatus, lookup: Lookup
) -> Office:
    post = words.post
    alone = post.alone and held.method != "nominal"
    alone = alone or (post.sort == "rank" and status is RelationStatus.FORMER)
    # "Republican strategist" tells of a strategist's party, not of whom the strategist works for
    coloured = post.sort in ("occupation", "service") and body is not None
    coloured = coloured and party_of(words, lookup) == body
    return Office(
        held.holder,
        words.head,
        words.value,
        body,
        holds(post, body, lookup),
        post.sort != "member" and (body is not None or alone) and not coloured,
        status,
        held.method,
    )


def _holders(words: OfficeWords, lookup: Lookup) -> list[_Held]:
    """Find who holds an office, by the shape of the words or the tree; the first shape that fits."""
    token = words.head
    for found in (
        _titled(words, lookup),
        _apposed(words, lookup),
        _copular(token, lookup),
        _as(token, lookup),
        _coordinated(token, lookup),
    ):
        if found:
            return found
    own = lookup.headed_by(token)
    if own is not None and own.form is not MentionForm.NAME and own.kind in _HOLDERS:
        return [_Held(own, "nominal")]
    return []


def _coordinated(token: Token, lookup: Lookup) -> list[_Held]:
    """Who holds the office before an "and": "a columnist for the Post and analyst at the Tarn Bank"."""
    if token.dep_ != "conj" or token.tag_ in ("NNS", "NNPS"):
        return []
    if any(child.dep_ == "det" and child.lower_ not in ("a", "an") for child in token.children):
        return []
    for above in token.ancestors:
        if above.pos_ in ("VERB", "AUX") or above.i > token.i:
            break
        first = office_words(above, lookup) if lookup.covering(above) is None or is_office(above) else None
        if first is not None and above.tag_ not in ("NNS", "NNPS"):
            return _holders(first, lookup)
    return []


def _titled(words: OfficeWords, lookup: Lookup) -> list[_Held]:
    """The name that a title stands before: "spokesman Jon Vell", "Senators Jon Vell and Ana Brask"."""
    token = words.head
    mention = _beside(words, lookup)
    around = [child for child in token.rights if child.dep_ in _TITLED]
    if token.dep_ in _BEFORE and token.i < token.head.i:
        around.append(token.head)
    for each in around:
        other = lookup.headed_by(each) or lookup.covering(each)
        if mention is None and other is not None and _person(other) and other.span.start > token.idx:
            mention = other
    if mention is None:
        return []
    found = [_Held(mention, "title")]
    root = lookup.root(mention.span)
    if root is not None and (token.tag_ in ("NNS", "NNPS") or token.lower_ in ("sens.", "reps.", "govs.")):
        others = [lookup.headed_by(each) for each in conjuncts(root)[1:]]
        found += [_Held(other, "title") for other in others if other is not None and _person(other)]
    return found


def _beside(words: OfficeWords, lookup: Lookup) -> EntityMention | None:
    """The name right after an office, whatever the tree says; other titles may stand between."""
    doc, at = lookup.doc, words.last + 1
    rest = [each.text for each in doc[at : at + 8]]
    at += title_at(rest, 0) if at < len(doc) else 0
    if at >= words.head.sent.end:
        return None
    mention = lookup.covering(doc[at])
    starts = mention is not None and mention.span.start == doc[at].idx
    return mention if mention is not None and starts and _person(mention) else None


def _person(mention: EntityMention) -> bool:
    return mention.form is MentionForm.NAME and mention.kind is EntityKind.PERSON


def _apposed(words: OfficeWords, lookup: Lookup) -> list[_Held]:
    """The name beside a comma: "Jon Vell, the mayor of Kesh", "the mayor of Kesh, Jon Vell"."""
    token = words.head
    if any(child.dep_ == "case" and child.pos_ == "ADP" for child in token.children):
        return []
    # a second subject behind its verb is an apposition in truth: "said Jon Vell (left), head of the bank"
    loose = token.dep_ in _LOOSE or (token.dep_ == "nsubj" and token.head.i < token.i)
    loose = loose and token.tag_ not in ("NNS", "NNPS")
    before = _before_comma(words, lookup) if loose else None
    if before is not None:
        return [_Held(before, "apposition")]
    if token.dep_ == "appos" or (token.dep_ == "conj" and token.head.dep_ == "appos"):
        noun = token.head if token.dep_ == "appos" else token.head.head
        mention = lookup.at(noun)
        if mention is not None and mention.kind in _HOLDERS:
            return [_Held(mention, "apposition")]
    for child in token.children:
        after = lookup.headed_by(child) if child.dep_ == "appos" else None
        if after is not None and _person(after):
            return [_Held(after, "apposition")]
    if loose and token.dep_ == "conj" and token.i > token.head.i:
        # "Ana Brask, director of the bank and chairman of the board": the second may hang on the name
        between = lookup.doc[token.head.i + 1 : token.i]
        over = lookup.covering(token.head)
        if over is not None and _person(over) and any(is_office(each) for each in between):
            return [_Held(over, "apposition")]
    return []


def _before_comma(words: OfficeWords, lookup: Lookup) -> EntityMention | None:
    """The name that ends at the comma before the phrase of an office."""
    doc, start = lookup.doc, words.head.sent.start
    for at in range(words.first - 1, max(start, words.first - _PHRASE), -1):
        each = doc[at]
        if each.text == ",":
            last = doc[_before_remark(at - 1, doc, start)]
            mention = lookup.covering(last)
            ends = mention is not None and mention.span.end == last.idx + len(last)
            return mention if mention is not None and ends and _person(mention) else None
        if each.pos_ in ("VERB", "AUX", "ADP", "SCONJ", "CCONJ") and not lookup.is_name_part(each):
            return None
    return None


def _before_remark(at: int, doc: Doc, start: int) -> int:
    """Go back over what stands behind a name in brackets, or its age: "(D-Mo.)", ", 45"."""
    if doc[at].text == ")":
        opening = next((i for i in range(at, max(start, at - _BRACKET), -1) if doc[i].text == "("), None)
        return at if opening is None or opening <= start else opening - 1
    aged = doc[at].like_num and at - 2 >= start and doc[at - 1].text == ","
    return at - 2 if aged else at


def _copular(token: Token, lookup: Lookup) -> list[_Held]:
    cop = next((child for child in token.children if child.dep_ == "cop"), None)
    verbal = token.dep_ in ("xcomp", "attr", "oprd", "obj", "dobj") and lemma_of(token.head) in _COPULAS
    clause = token if cop is not None else token.head if verbal else None
    if clause is None or negated(clause) or MODALS & set(auxiliaries(clause)) or _unreal(clause, token):
        return []
    found = []
    for subject in clause.children:
        if subject.dep_ not in ("nsubj", "nsubj:pass", "nsubjpass"):
            continue
        mention = before_who(clause, lookup) or lookup.at(antecedent(subject))
        if mention is not None and mention.kind in _HOLDERS:
            said = clause.dep_ == "ccomp" and bool(rules_for("V", lemma_of(clause.head)))
            past = cop is not None and cop.lower_ in ("was", "were")
            status = RelationStatus.ALLEGED if said else RelationStatus.FORMER if past else None
            found.append(_Held(mention, "was" if past else "copula", status))
    return found


def _unreal(clause: Token, token: Token) -> bool:
    """Tell whether a clause only supposes, or the noun hangs on a preposition ("is above the president")."""
    marks = {child.lower_ for child in clause.children if child.dep_ == "mark"}
    return bool(marks & {"if", "unless", "whether"}) or any(child.dep_ == "case" for child in token.children)


def _as(token: Token, lookup: Lookup) -> list[_Held]:
    """Read "served as director", "named her director", "the departure of Jon Vell as director"."""
    for above in token.ancestors:
        lemma = lemma_of(above)
        if above.pos_ == "NOUN" and lemma in _AS_NOUNS:
            hanging = slots(above)
            if all(each.i != token.i for each in hanging.get("as", ())):
                return []
            people = lookup.all_at((*hanging.get("of", ()), *hanging.get("poss", ())))
            return [_Held(each, "as", RelationStatus.FORMER) for each in people if each.kind in _HOLDERS]
        if above.pos_ != "VERB":
            continue
        if lemma not in _AS or negated(above) or MODALS & set(auxiliaries(above)):
            return []
        hanging = slots(above)
        places = (*hanging.get("as", ()), *hanging.get("xcomp", ()), *hanging.get("xobj", ()))
        if all(each.i != token.i for each in places):
            return []
        slot = (
            "obj"
            if hanging.get("obj") and (is_passive(above) or lemma not in ("serve", "work", "act"))
            else "subj"
        )
        ended = lemma in _ENDING or (lemma == "serve" and above.tag_ == "VBD")
        alleged = lemma in ("identify", "describe", "know")
        status = RelationStatus.ALLEGED if alleged else RelationStatus.FORMER if ended else None
        people = lookup.all_at(hanging.get(slot, ()))
        return [_Held(each, "as", status) for each in people if each.kind in _HOLDERS]
    return []


def _with_body(office: Office, offices: list[Office]) -> Office:
    """Give an office that ended the body that the same office has elsewhere in the article, if it is one."""
    if (
        office.body is not None
        or office.method not in ("as", "was")
        or office.status is not RelationStatus.FORMER
    ):
        return office
    hanging = slots(office.head)
    if hanging.get("of") or hanging.get("for"):
        return office
    same = [each for each in offices if each.value == office.value and each.body is not None and each.told]
    if len({each.body.chain for each in same if each.body is not None}) != 1:
        return office
    return replace(office, body=same[0].body, relation=same[0].relation)


def _of_superior(office: Office, offices: list[Office]) -> Office:
    """Give "her deputy" the body that she has an office with."""
    person = office.body
    if person is None or person.kind is not EntityKind.PERSON or lemma_of(office.head) != "deputy":
        return office
    over = (each for each in offices if each.holder.chain == person.chain and each.body is not None)
    body = next((each.body for each in over if each.body is not None), None)
    return office if body is None else replace(office, body=body)


def _succeeded(offices: list[Office], lookup: Lookup) -> Iterator[Office]:
    """Whom the holder of an office has succeeded held it before."""
    for verb in lookup.doc:
        if verb.pos_ != "VERB" or lemma_of(verb) not in _SUCCEED or verb.tag_ not in ("VBD", "VBN", "VBZ"):
            continue
        if negated(verb) or MODALS & set(auxiliaries(verb)):
            continue
        hanging = slots(verb)
        for new in lookup.all_at(hanging.get("subj", ())):
            held = next((each for each in offices if each.holder.chain == new.chain and each.told), None)
            for old in lookup.all_at(hanging.get("obj", ())):
                if held is not None and old.kind is EntityKind.PERSON and old.chain != new.chain:
                    yield replace(held, holder=old, status=RelationStatus.FORMER, method="succession")
