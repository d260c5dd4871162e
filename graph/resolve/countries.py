"""Whom a word of nationality stands for: "the Israeli raid" is Israel's, where the article names Israel."""

from collections.abc import Mapping, Sequence

from graph.model.mentions import EntityMention
from graph.model.terms import EntityKind, MentionForm
from graph.resolve.entities import MentionKey
from graph.resolve.evidence import Page
from graph.resolve.names import display
from graph.resolve.places import Linker


def acting_countries(
    pages: Sequence[Page], of_mention: Mapping[MentionKey, str], linker: Linker | None
) -> dict[MentionKey, str]:
    """Find the country behind each adjective of nationality, within its article.

    The plural ("Israelis") means people and stays; so does an adjective whose country is not named.

    Args:
        pages: The articles with their mentions.
        of_mention: The entity of each mention.
        linker: Knows countries and demonyms; without it nothing is found.

    Returns:
        For such a mention, the entity of its country.
    """
    found: dict[MentionKey, str] = {}
    if linker is None:
        return found
    for page in pages:
        article = page.article.id
        names = [one for one in page.mentions.entities if one.form is MentionForm.NAME]
        countries: dict[str, str] = {}
        for mention in names:
            entity = of_mention.get((article, mention.id))
            code = linker.country(display(page.words(mention.span)))
            if mention.kind is EntityKind.PLACE and entity and code:
                countries.setdefault(code, entity)
        for mention in names:
            code = _nationality(page, mention, linker)
            if code in countries:
                found[article, mention.id] = countries[code]
    return found


def _nationality(page: Page, mention: EntityMention, linker: Linker) -> str:
    word = display(page.words(mention.span))
    if mention.kind is not EntityKind.NORP or (word.endswith("s") and linker.demonym(word[:-1])):
        return ""
    return linker.demonym(word) or ""
