"""Which IRI each thing has: one flat path segment below the base, made from content alone."""

from pyoxigraph import NamedNode

from graph.errors import SettingsError
from graph.model.identifiers import content_id
from graph.model.knowledge import Evidence, Interval
from graph.model.terms import EventRelation, Role


class Names:
    """Mints the IRIs below one base.

    Args:
        base: Absolute IRI that ends where names begin, with `/` or `#`.

    Raises:
        SettingsError: If `base` is no such IRI.
    """

    def __init__(self, base: str) -> None:
        self.base = base
        try:
            self.entities = self.resource("entities")
        except ValueError as error:
            msg = f"base IRI {base!r}: {error}; give one such as https://example.org/news/"
            raise SettingsError(msg) from error
        if not base.endswith(("/", "#")):
            msg = f"base IRI {base!r} must end with / or #, where the names of things begin"
            raise SettingsError(msg)

    def resource(self, identifier: str) -> NamedNode:
        """Name what already has an identifier: article, entity, event, fact, claim, quantity."""
        return NamedNode(self.base + identifier)

    def graph_of(self, article: str) -> NamedNode:
        """Name the graph of what an article says."""
        return self.resource(f"{article}-graph")

    def frames_of(self, article: str) -> NamedNode:
        """Name the graph of all predicates of an article."""
        return self.resource(f"{article}-frames")

    def publisher(self, name: str) -> NamedNode:
        """Name an outlet."""
        return self.resource(content_id("publisher", name))

    def evidence(self, evidence: Evidence) -> NamedNode:
        """Name words of an article as one method read them."""
        span, around = evidence.span, evidence.sentence
        parts = (
            span.start,
            span.end,
            around.start,
            around.end,
            evidence.method,
            f"{evidence.confidence:.4f}",
        )
        return self.resource(content_id("evidence", evidence.article, *parts))

    def participation(self, event: str, role: Role, participant: str) -> NamedNode:
        """Name a role of somebody in an event."""
        return self.resource(content_id("participation", event, role, participant))

    def link(self, event: str, relation: EventRelation, other: str) -> NamedNode:
        """Name how an event is joined to another."""
        return self.resource(content_id("link", event, relation, other))

    def time(self, interval: Interval) -> NamedNode:
        """Name a stretch of days; equal stretches of all articles are one node."""
        return self.resource(content_id("time", interval.begin, interval.end, interval.grain, interval.value))

    def run(self, reader: str) -> NamedNode:
        """Name the reading of articles by one reader."""
        return self.resource(content_id("run", reader))

    def reader(self, reader: str) -> NamedNode:
        """Name a reader, by its name and version."""
        return self.resource(content_id("reader", reader))
