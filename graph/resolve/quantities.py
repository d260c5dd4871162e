"""Quantity mentions to quantities: those of events, and those that belong to none."""

from collections.abc import Collection, Sequence

from graph.model.identifiers import content_id
from graph.model.knowledge import Quantity
from graph.model.mentions import QuantityMention
from graph.resolve.evidence import Page


def make_quantity(page: Page, counted: QuantityMention) -> Quantity:
    """Turn one number of an article into a quantity; the same number in other words is another one."""
    what = " ".join(counted.what.split())
    parts = (counted.minimum, counted.maximum, counted.unit, what.casefold(), counted.approximate)
    return Quantity(
        id=content_id("quantity", page.article.id, counted.span.start, counted.span.end, *parts),
        minimum=counted.minimum,
        maximum=counted.maximum,
        unit=counted.unit,
        what=what,
        approximate=counted.approximate,
        evidence=(page.quote(counted.span, counted.method, 1.0),),
    )


def free_quantities(pages: Sequence[Page], taken: Collection[str]) -> tuple[Quantity, ...]:
    """Give the numbers that no event has: prices, shares, sizes, counts of what is no event.

    Args:
        pages: The articles with their mentions.
        taken: Ids of the quantities of events.
    """
    found = {
        quantity.id: quantity
        for page in pages
        for counted in page.mentions.quantities
        for quantity in (make_quantity(page, counted),)
        if quantity.id not in taken
    }
    return tuple(found[identifier] for identifier in sorted(found))
