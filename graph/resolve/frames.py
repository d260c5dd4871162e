"""Frame mentions to frames: predicates whose participants are the entities and events of the graph."""

from collections.abc import Collection, Mapping, Sequence

from graph.model.identifiers import content_id
from graph.model.knowledge import Frame, FrameArgument
from graph.resolve.entities import MentionKey
from graph.resolve.evidence import Page

_METHOD = "reader.frames"


def make_frames(
    pages: Sequence[Page], of_mention: Mapping[MentionKey, str], known: Collection[str]
) -> tuple[Frame, ...]:
    """Turn frame mentions into frames, each of its own: nothing is merged.

    Args:
        pages: The articles with their mentions.
        of_mention: The entity or event of each mention.
        known: Ids of the entities and events that are in the graph.
    """
    frames = []
    for page in pages:
        article = page.article.id

        def thing(mention: str | None, article: str = article) -> str | None:
            identifier = of_mention.get((article, mention)) if mention is not None else None
            return identifier if identifier in known else None

        for one in page.mentions.frames:
            frames.append(
                Frame(
                    id=content_id("frame", article, one.predicate.start, one.predicate.end, one.roleset),
                    article=article,
                    roleset=one.roleset,
                    event=thing(one.event),
                    arguments=tuple(
                        FrameArgument(
                            label=part.label, words=page.words(part.span), filler=thing(part.mention)
                        )
                        for part in one.arguments
                    ),
                    evidence=(page.quote(one.predicate, _METHOD, one.confidence),),
                )
            )
    return tuple(sorted(frames, key=lambda frame: frame.id))
