"""Join common nouns with names and with each other, by clear cues only: precision before recall.

Cues, in order: apposition ("Ann Lee, the mayor"), place of a kind ("the city of Bergen"), the same head or
title ("Mercy Hospital … the hospital"), the only body of that sort nearby ("the group"), the same phrase.
"""

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Token

from graph.extract.drafts import Draft
from graph.extract.kinds import is_norp
from graph.extract.nominals import base_form, names_joined
from graph.extract.phrases import determiner, label, modifiers, plain_label, preposition
from graph.extract.titles import title_at
from graph.gazetteer import Gazetteer
from graph.model.terms import EntityKind

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
_NAMED_BEFORE = frozenset(
    {"agency", "group", "movement", "network", "company", "firm", "party", "organization", "militia"}
    | {"newspaper", "magazine", "university", "airline", "bank", "broadcaster"}
)
_WINDOW = 2
_SORTS: dict[str, frozenset[str]] = {
    "armed": frozenset({"group", "movement", "faction", "organization", "organisation", "militia", "party"}),
    "business": frozenset({"company", "firm", "corporation", "business", "carmaker", "automaker", "airline"}),
    "country": frozenset({"country", "nation", "kingdom", "republic"}),
    "city": frozenset({"city", "town", "village"}),
    "territory": frozenset({"enclave", "territory", "strip", "region", "province", "island", "peninsula"}),
}
_OFFICIAL = frozenset(
    {"ministry", "department", "army", "navy", "forces", "force", "corps", "agency", "times", "post", "tv"}
    | {"radio", "court", "parliament", "congress", "senate", "government", "police", "university", "journal"}
    | {"news", "house", "office", "bureau", "council", "command", "service", "network", "press"}
    | {"mossad", "pentagon"}
)


_UNCOMMERCIAL = frozenset(
    {"commission", "committee", "authority", "administration", "reserve", "nations", "union", "party"}
    | {"movement", "association", "federation", "institute", "foundation", "society", "league", "alliance"}
)


class Coreference:
    """Gives chains to common nouns, in order of the text, given the chains of the names."""

    def __init__(self, doc: Doc, names: Sequence[Draft], first_free: int) -> None:
        """Note the words and titles of each chain of names; new chains count from `first_free`."""
        self._doc = doc
        self._names = sorted(names, key=lambda name: name.start)
        self._heads = {name.head: name for name in names}
        self._next = first_free
        self._phrases: dict[tuple[str, ...], int] = {}
        self._lemmas: dict[tuple[str, bool], list[Draft]] = {}
        self._titles: dict[int, set[str]] = {}
        self._words: dict[int, set[str]] = {}
        self._sentences = _sentence_numbers(doc)
        for name in self._names:
            words = name.text(doc).split()
            self._words.setdefault(name.chain, set()).update(word.lower() for word in words)
            self._titles.setdefault(name.chain, set()).update(_title_before(doc, name))

    def resolve(self, draft: Draft) -> None:
        """Give the draft its chain, and the kind of what it is joined with."""
        token = self._doc[draft.head]
        target = self._name_of(token, draft)
        if target is not None:
            draft.chain, draft.kind = target.chain, target.kind
            draft.method = "rule.coreference"
            if token.pos_:
                titles = self._titles.setdefault(target.chain, set())
                titles.add(base_form(token))
                titles.update({"former"} & {word.lower_ for word in modifiers(token)})
        else:
            draft.chain = self._same_phrase(token, draft)
        self._lemmas.setdefault((base_form(token), draft.kind is EntityKind.GROUP), []).append(draft)

    def new_chain(self) -> int:
        """The number of a chain that nothing is in yet."""
        self._next += 1
        return self._next - 1

    def _name_of(self, token: Token, draft: Draft) -> Draft | None:
        apposed = [name for name in names_joined(token, self._heads) if _compatible(name.kind, draft.kind)]
        if apposed and not draft.count:
            return apposed[0]
        if draft.kind is EntityKind.ORGANIZATION and base_form(token) in _NAMED_BEFORE:
            # "the Mossad intelligence agency"
            for child in token.lefts:
                name = self._heads.get(child.i)
                if name is not None and name.kind is EntityKind.ORGANIZATION and label(child) == "compound":
                    return name
        if draft.kind is EntityKind.PLACE:
            for child in token.rights:
                name = self._heads.get(child.i)
                if name is not None and preposition(child) == "of" and name.kind is EntityKind.PLACE:
                    return name
        if draft.kind is EntityKind.GROUP or determiner(token) not in _DEFINITE:
            return None
        if determiner(token) in {"his", "her", "its", "their"}:
            return None
        return self._same_head(token, draft) or self._only_one(token, draft)

    def _same_head(self, token: Token, draft: Draft) -> Draft | None:
        """Find "Mercy Hospital" for "the hospital", or the person who has been called so."""
        lemma = base_form(token)
        own = {word.lower_ for word in modifiers(token)}
        for name in reversed(self._before(draft)):
            if draft.kind is EntityKind.PERSON and name.kind is EntityKind.PERSON:
                titles = self._titles.get(name.chain, set())
                told = {word for word in own if not is_norp(word.title())}
                # "the president" is not the former one
                if lemma in titles and told <= titles and ("former" in told) == ("former" in titles):
                    return name
            elif _compatible(name.kind, draft.kind) and name.text(self._doc).split()[-1].lower() == lemma:
                words = self._words.get(name.chain, set())
                if all(word in words for word in own):
                    return name
        return None

    def _only_one(self, token: Token, draft: Draft) -> Draft | None:
        """Find the one body of its sort, in this sentence or just before, for "the group", "the country"."""
        lemma = base_form(token)
        sort = next((sort for sort, lemmas in _SORTS.items() if lemma in lemmas), None)
        if (
            sort is None
            or determiner(token) != "the"
            or any(label(word) != "amod" or is_norp(word.text) for word in modifiers(token))
        ):
            return None
        if any(preposition(child) == "of" for child in token.rights if plain_label(child) == "nmod"):
            return None
        now = self._sentences[draft.head]
        for reach in range(_WINDOW + 1):
            near = [
                name
                for name in self._before(draft)
                if now - self._sentences[name.head] <= reach and self._is_of_sort(name, sort)
            ]
            chains = {name.chain for name in near}
            if len(chains) == 1:
                return near[-1]
            if len(chains) > 1:
                subjects = [name for name in near if plain_label(self._doc[name.head]) == "nsubj"]
                return subjects[-1] if len({name.chain for name in subjects}) == 1 and reach else None
        return None

    def _before(self, draft: Draft) -> list[Draft]:
        return [name for name in self._names if name.end <= draft.start or (name.end <= draft.head)]

    def _is_of_sort(self, name: Draft, sort: str) -> bool:
        if sort in {"armed", "business"}:
            if sort == "business" and self._words.get(name.chain, set()) & _UNCOMMERCIAL:
                return False
            return name.kind is EntityKind.ORGANIZATION and not self._words.get(name.chain, set()) & _OFFICIAL
        if name.kind is not EntityKind.PLACE:
            return False
        kind = _place_sort(name.text(self._doc))
        return kind == sort or (sort == "territory" and kind == "region")

    def _same_phrase(self, token: Token, draft: Draft) -> int:
        lemma, definite = base_form(token), determiner(token) in _DEFINITE
        own = _content(token)
        key = (lemma, str(draft.kind is EntityKind.GROUP), *own)
        if draft.count:
            return self.new_chain()
        if draft.kind is EntityKind.ORGANIZATION and own and determiner(token) != "a":
            return self._phrases.setdefault(key, self._fresh(key))
        earlier = self._lemmas.get((lemma, draft.kind is EntityKind.GROUP), [])
        if definite and determiner(token) not in {"his", "her", "its", "their"}:
            fitting = [other for other in earlier if set(own) <= set(_content(self._doc[other.head]))]
            if fitting and len({other.chain for other in fitting}) == 1:
                return fitting[-1].chain
        if draft.kind is EntityKind.GROUP and earlier and not own and not draft.count:
            bare = [other for other in earlier if not _content(self._doc[other.head]) and not other.count]
            if bare:
                return bare[-1].chain
        return self.new_chain()

    def _fresh(self, key: tuple[str, ...]) -> int:
        return self._phrases[key] if key in self._phrases else self.new_chain()


def _compatible(name: EntityKind, noun: EntityKind) -> bool:
    if name is noun:
        return True
    bodies = {EntityKind.ORGANIZATION, EntityKind.FACILITY, EntityKind.OTHER}
    return noun in bodies - {EntityKind.OTHER} and name in bodies


def _content(token: Token) -> tuple[str, ...]:
    """Lemmas of the words before a noun that tell which one is meant."""
    words = [word.lemma_.lower() or word.lower_ for word in modifiers(token) if word.pos_ != "PRON"]
    return tuple(sorted(words))


def _title_before(doc: Doc, name: Draft) -> set[str]:
    before = [token.text for token in doc[max(0, name.start - 6) : name.start]]
    for at in range(len(before)):
        if title_at(before, at) == len(before) - at:
            past = at > 0 and before[at - 1].lower() in {"former", "ex"}
            return {word.lower() for word in before[at:]} | ({"former"} if past else set())
    return set()


def _sentence_numbers(doc: Doc) -> list[int]:
    numbers, number = [], 0
    for token in doc:
        number += bool(token.is_sent_start) and token.i > 0
        numbers.append(number)
    return numbers


@cache
def _place_sort(name: str) -> str:
    places = Gazetteer.load().places(name)
    return places[0].kind if places else ""
