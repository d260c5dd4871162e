"""The composition root: the only module that knows all the stages.

    paths ─ ingest ▶ articles ─ read, extract ▶ mentions ─ resolve ▶ knowledge ─ rdf, view, store ▶ files

Articles stream through the reader a few at a time; only their text and mentions are kept until all are
resolved.
"""

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from graph.console import Progress, silent
from graph.errors import InputError, SkippedInput
from graph.extract.pipeline import extract
from graph.gazetteer import Gazetteer
from graph.ingest import read_articles
from graph.model.knowledge import Knowledge
from graph.model.mentions import DocumentMentions
from graph.model.text import Article
from graph.report import BuildReport, Omission, count, main_entities, main_events
from graph.resolve import resolve
from graph.settings import Settings
from graph.store.files import Chunks, check_folder, write_together
from graph.vocabulary.prefixes import DEFAULT_BASE

if TYPE_CHECKING:
    from pyoxigraph import Store
    from spacy.language import Language
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Request:
    """What a run is asked to read.

    Attributes:
        paths: Files, folders, and `-` for standard input.
        published, publisher, title, url, language: What the user says about them; see `read_articles`.
        stdin: Bytes behind `-`; by default those of the process.
    """

    paths: tuple[Path, ...]
    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    stdin: BinaryIO | None = None


@dataclass(slots=True)
class Extractor:
    """Streams articles to mentions and remembers what had to be left out.

    Attributes:
        settings: The settings of the run.
        nlp: The reader; opened when the first article comes if None is given.
        omissions: What was left out so far.
        clock: Takes the time of extraction, apart from reading.
    """

    settings: Settings
    nlp: "Language | None" = None
    omissions: list[Omission] = field(default_factory=list)
    clock: "Clock" = field(default_factory=lambda: Clock())
    _reader: str = ""

    def run(
        self, request: Request, progress: Progress = silent
    ) -> Iterator[tuple[Article, DocumentMentions]]:
        """Read the articles and find their mentions, in the order of the input.

        Raises:
            SettingsError: An option makes no sense.
            ReaderError: The reader cannot be loaded.
        """
        found = read_articles(
            request.paths,
            published=request.published,
            publisher=request.publisher,
            title=request.title,
            url=request.url,
            language=request.language,
            stdin=request.stdin,
        )
        yield from self.extract(found, progress)

    def extract(
        self, articles: Iterable[Article | InputError], progress: Progress = silent, total: int | None = None
    ) -> Iterator[tuple[Article, DocumentMentions]]:
        """Find the mentions of articles that are at hand, in their order.

        Raises:
            ReaderError: The reader cannot be loaded.
        """
        for doc, article in progress(self._read(self._admit(articles)), "Reading", total):
            try:
                with self.clock.step("extract"):
                    mentions = extract(doc, article, reader=self._reader)
            except Exception as error:  # one bad article must not cost the others
                self._fail(article, error)
            else:
                yield article, mentions

    def _admit(self, found: Iterable[Article | InputError]) -> Iterator[Article]:
        for item in found:
            if isinstance(item, SkippedInput):
                self.omissions.append(
                    Omission(path=item.path, reason=item.reason, kind="skipped", count=item.count)
                )
            elif isinstance(item, InputError):
                self.omissions.append(Omission(path=item.path, reason=item.reason, kind="unreadable"))
            elif len(item.text) > self.settings.longest_article:
                reason = (
                    f"is too long for one article ({len(item.text):,} characters; "
                    f"at most {self.settings.longest_article:,}); split it"
                )
                self.omissions.append(Omission(path=item.path, reason=reason, kind="unreadable"))
            else:
                yield item

    def _read(self, articles: Iterator[Article]) -> Iterator[tuple["Doc", Article]]:
        first = next(articles, None)
        if first is None:
            return
        if self.nlp is None:
            self.nlp = open_reader(self.settings)
        self._reader = name_reader(self.nlp)
        self.nlp.max_length = max(self.nlp.max_length, self.settings.longest_article)
        self.nlp.set_error_handler(self._on_error)
        pairs = ((article.text, article) for article in _chain(first, articles))
        yield from self.nlp.pipe(pairs, as_tuples=True, batch_size=self.settings.batch)

    def _on_error(self, _name: str, _component: object, docs: "list[Doc]", error: Exception) -> Any:
        for doc in docs:
            self._fail(doc._context, error)  # where spaCy keeps what goes with a text

    def _fail(self, article: Article, error: Exception) -> None:
        what = f"{type(error).__name__}: {error}"
        reason = f"could not be read ({what}); this is a fault of newsgraph, please report it"
        self.omissions.append(Omission(path=article.path, reason=" ".join(reason.split()), kind="failed"))


def _chain(first: Article, others: Iterator[Article]) -> Iterator[Article]:
    yield first
    yield from others


def open_reader(settings: Settings) -> "Language":
    """Open the reader that the settings name: the shipped one, or an installed spaCy pipeline.

    Raises:
        ReaderError: It cannot be loaded.
    """
    # Imported here: spaCy takes two seconds to load, and a run without a readable article has no use for it.
    from graph.read import load_reader

    return load_reader(spacy_model=settings.spacy_model, threads=settings.threads or _processors())


def _processors() -> int:
    """Count the processors that this process may use; more than four would wait for the rest of the work."""
    known = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)
    return min(4, len(known))


def name_reader(nlp: "Language") -> str:
    """Give name and version of a reader, for provenance."""
    meta = nlp.meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def build(
    request: Request, settings: Settings, *, nlp: "Language | None" = None, progress: Progress = silent
) -> BuildReport:
    """Turn articles into a graph and write it.

    Writes `graph.ttl`, `graph.trig`, `graph.html` and `report.json` to `settings.output`: all of them or
    none. With no readable article nothing is written, and the report has no files.

    Args:
        request: What to read.
        settings: How to read it and where to write.
        nlp: The reader, if there is one already.
        progress: Is told how far the reading is.

    Raises:
        SettingsError: An option makes no sense.
        ReaderError: The reader cannot be loaded.
        OutputError: The files cannot be written; what was there before still is.
    """
    check_folder(settings.output)
    clock = Clock()
    extractor = Extractor(settings, nlp, clock=clock)
    with clock.step("read", without="extract"):
        read = list(extractor.run(request, progress))
    with clock.step("resolve"):
        knowledge = resolve(
            [article for article, _ in read],
            [document for _, document in read],
            gazetteer=Gazetteer.load(),
            frames=settings.frames,
        )
    report = BuildReport(
        reader=", ".join(sorted({document.reader for _, document in read})),
        articles=knowledge.articles,
        omissions=tuple(extractor.omissions),
        warnings=_warnings(knowledge),
        counts=count(knowledge),
        entities=main_entities(knowledge, settings.shown),
        events=main_events(knowledge, settings.shown),
        seconds=clock.seconds,
    )
    if not read:
        return report
    with clock.step("graph"):
        files = render(knowledge, report, settings)
    with clock.step("write"):
        write_together(settings.output, files)
    return replace(report, files=tuple(str(settings.output / name) for name in files))


def render(knowledge: Knowledge, report: BuildReport, settings: Settings) -> Mapping[str, Chunks]:
    """Make the contents of the files of a build, by name."""
    # Imported here: networkx and pyvis take a second to load, and `extract` has no use for them.
    from graph.rdf import Form, serialise
    from graph.view.page import render_page

    dataset = make_dataset(knowledge, reader=report.reader, base=settings.base)
    return {
        "graph.ttl": serialise(dataset, Form.TURTLE, base=settings.base),
        "graph.trig": serialise(dataset, Form.TRIG, base=settings.base),
        "graph.html": [render_page(dataset, title=_title(knowledge.articles))],
        "report.json": [report.to_json()],
    }


def make_dataset(knowledge: Knowledge, *, reader: str, base: str = DEFAULT_BASE) -> "Store":
    """Write knowledge into a store in memory, with a named graph for each article."""
    from pyoxigraph import Store

    from graph.rdf import quads

    dataset = Store()
    dataset.bulk_extend(quads(knowledge, reader=reader, base=base))
    return dataset


def _title(articles: tuple[Article, ...]) -> str:
    """Name a page: by its only article, or by how many there are."""
    if len(articles) == 1:
        (article,) = articles
        return article.title or article.publisher or "A news article"
    return f"News graph of {len(articles)} articles"


def _warnings(knowledge: Knowledge) -> tuple[str, ...]:
    return tuple(
        f"{article.path or article.id}: has no date of publication, so that 'Monday' or 'last week' in it "
        "have no date; give one with --published"
        for article in knowledge.articles
        if article.published is None
    )


class Clock:
    """Seconds of each step, for people to see; never part of an output file."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def step(self, name: str, *, without: str = "") -> Iterator[None]:
        """Add the time of what is done within; `without` names a step inside it that counts for itself."""
        self.seconds.setdefault(name, 0.0)
        start = time.perf_counter()
        yield
        self.seconds[name] += time.perf_counter() - start - self.seconds.get(without, 0.0)
