"""All that an article speaks of: names, common nouns, unnamed sources and pronouns, joined into chains."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from graph.extract.anonymous import is_source
from graph.extract.chains import NameUse, join_names
from graph.extract.coreference import Coreference
from graph.extract.drafts import Draft
from graph.extract.kinds import decide, in_quotes, vote
from graph.extract.name_votes import weigh_together
from graph.extract.names import byline_sentences, collect_names, titled
from graph.extract.nominals import find_nominals, noun_entry
from graph.extract.person_chains import gender_of_name
from graph.extract.phrases import full_span
from graph.extract.pronouns import Pronouns
from graph.extract.titles import title_at, title_gender
from graph.model.mentions import EntityMention
from graph.model.terms import EntityKind, MentionForm
from graph.model.text import Span

_HUMAN = frozenset({EntityKind.PERSON, EntityKind.GROUP})


def find_entities(doc: Doc, *, title: str | None = None) -> tuple[EntityMention, ...]:
    """Find the mentions of persons, organizations, places, facilities and groups, and what they stand for.

    Args:
        doc: The article as a reader parsed it (Universal Dependencies or spaCy's own labels); an unparsed
            document gives its names only.
        title: The headline; not part of the text.

    Returns:
        Mentions in order of the text (`m1`, `m2` …). Those of one chain (`c1`, `c2` … in order of first
        mention) stand for one thing and have one kind. Never raises.
    """
    del title  # offsets are those of the text; a headline in capitals misleads more than it helps
    names = collect_names(doc)
    free = _join(doc, names)
    genders = _genders(doc, names)
    mentions = list(names)
    if doc.has_annotation("DEP"):
        nominals = find_nominals(doc, names, byline_sentences(doc))
        coreference = Coreference(doc, names, free)
        for draft in nominals:
            if draft.chain < 0:
                coreference.resolve(draft)
        _mark_sources(doc, nominals, names)
        _note_genders(doc, nominals, genders)
        mentions += nominals
        mentions += Pronouns(doc, mentions, genders).find()
    return _numbered(doc, mentions)


def _join(doc: Doc, names: Sequence[Draft]) -> int:
    """Give the names their chains and the kind that their chain has; return the first free number."""
    position = {id(name): index for index, name in enumerate(names)}
    uses = []
    for name in names:
        text = name.text(doc)
        quoted = in_quotes(doc, name.start, name.end)
        votes = vote(text, name.label, name.confidence, titled=titled(doc, name), quoted=quoted)
        alias = position.get(id(name.alias_of)) if name.alias_of is not None else None
        uses.append(NameUse(text=text, votes=votes, gender=_told_gender(doc, name), alias_of=alias))
    weigh_together(uses)
    chains = join_names(uses)
    totals: dict[int, dict[EntityKind, float]] = {}
    for use, chain in zip(uses, chains, strict=True):
        total = totals.setdefault(chain, {})
        for kind, weight in use.votes.items():
            total[kind] = total.get(kind, 0.0) + weight
    for name, chain in zip(names, chains, strict=True):
        name.chain = chain
        name.kind = decide(totals[chain])
    return max(chains, default=-1) + 1


def _told_gender(doc: Doc, name: Draft) -> str:
    """The gender that a title before the name, or a first name in it, tells."""
    before = [token.text for token in doc[max(0, name.start - 4) : name.start]]
    for at in range(len(before)):
        if title_at(before, at) == len(before) - at:
            gender = title_gender(before[at:])
            if gender:
                return gender
    return gender_of_name(name.text(doc))


def _genders(doc: Doc, names: Sequence[Draft]) -> dict[int, str]:
    genders: dict[int, str] = {}
    for name in names:
        gender = _told_gender(doc, name) if name.kind is EntityKind.PERSON else ""
        if gender:
            genders.setdefault(name.chain, gender)
    return genders


def _note_genders(doc: Doc, nominals: Sequence[Draft], genders: dict[int, str]) -> None:
    for draft in nominals:
        entry = noun_entry(doc[draft.head])
        if entry is not None and entry[1] and draft.kind is EntityKind.PERSON:
            genders.setdefault(draft.chain, entry[1])


def _mark_sources(doc: Doc, nominals: Sequence[Draft], names: Sequence[Draft]) -> None:
    """Turn common nouns that speak without a name into anonymous sources, their whole chain with them."""
    named = {name.chain for name in names}
    sources = {
        draft.chain
        for draft in nominals
        if draft.kind in _HUMAN
        and draft.chain not in named
        and _is_person_noun(doc[draft.head])
        and is_source(doc[draft.head])
    }
    for draft in nominals:
        if draft.chain not in sources or draft.kind not in _HUMAN:
            continue
        draft.form, draft.method = MentionForm.ANONYMOUS, "rule.anonymous"
        draft.end = max(full_span(doc[draft.head])[1], draft.end)


def _is_person_noun(noun: Token) -> bool:
    """Whether a noun is one for people, and not for bodies in the plural ("companies")."""
    entry = noun_entry(noun)
    return entry is not None and entry[0] is EntityKind.PERSON


def _numbered(doc: Doc, drafts: Sequence[Draft]) -> tuple[EntityMention, ...]:
    ordered = sorted(
        {(draft.start, draft.end): draft for draft in reversed(drafts)}.values(),
        key=lambda draft: (draft.start, -draft.end),
    )
    chains: dict[int, str] = {}
    mentions = []
    for number, draft in enumerate(ordered, 1):
        chain = chains.setdefault(draft.chain, f"c{len(chains) + 1}")
        span, head = doc[draft.start : draft.end], doc[draft.head]
        mentions.append(
            EntityMention(
                id=f"m{number}",
                span=Span(span.start_char, span.end_char),
                head=Span(head.idx, head.idx + len(head.text)),
                kind=draft.kind,
                form=draft.form,
                chain=chain,
                confidence=round(min(max(draft.confidence, 0.0), 1.0), 4),
                method=draft.method,
                count=draft.count,
            )
        )
    return tuple(mentions)
