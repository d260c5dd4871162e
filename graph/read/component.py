"""The reader as a spaCy component."""

from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from graph.read.analysis import Analyzer
from graph.read.extensions import declare_extensions
from graph.read.filling import Filler
from graph.read.sections import SECTION, cut, places_of, words_of

WEIGHTS = Path(__file__).parent / "weights"
_FILES = (
    "reader.onnx", "scorers.npz", "labels.json", "lemmas.tsv", "rolesets.tsv", "tokenizer.json",
    "calibration.json", "events.npz",
)  # fmt: skip


class ReaderComponent:
    """Sets all that `declare_extensions` names, and tags, lemmas, morphology, tree, sentences and names.

    Args:
        name: Name in the pipeline.
        weights: Folder of the trained files.
        threads: Windows of a text that are scored at the same time; they change no answer.
        section: Words of a text that are analysed as one, which bounds the memory on a long one. Chains
            and relations do not reach across.

    Attributes:
        analyzer: Reads the words.
    """

    def __init__(
        self, name: str, *, weights: Path = WEIGHTS, threads: int = 1, section: int = SECTION
    ) -> None:
        declare_extensions()
        self.name = name
        self._section = section
        self._threads = threads
        self._open(weights)

    def _open(self, weights: Path) -> None:
        self._weights = weights
        self.analyzer = Analyzer.open(weights, threads=self._threads)

    def __call__(self, doc: Doc) -> Doc:
        """Analyse one document; white-space tokens hang on the word before them."""
        return self._start(doc)()

    def _start(self, doc: Doc) -> Callable[[], Doc]:
        places = places_of(doc)
        sections = cut(doc, places, self._section)
        analyses = (self.analyzer.start(*words_of(doc, places, part)) for part in sections)
        # Only of the first section the threads begin already; one that is done leaves room for the next.
        first = next(analyses, None)

        def finish() -> Doc:
            filler = Filler(doc, places)
            if first is not None:
                filler.add(first(), sections[0])
            for part, analysis in zip(sections[1:], analyses, strict=True):
                filler.add(analysis(), part)
            return filler.fill()

        return finish

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 1) -> Iterable[Doc]:  # noqa: ARG002
        """Analyse a stream: the same answers as one by one, whatever the batch."""
        started: deque[Callable[[], Doc]] = deque()
        for doc in docs:
            # The threads begin with this document while the one before it is decoded.
            started.append(self._start(doc))
            if len(started) > 1:
                yield started.popleft()()
        while started:
            yield started.popleft()()

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Copy the trained files."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for file in _FILES:
            # The head for events may be missing.
            if (self._weights / file).is_file():
                (folder / file).write_bytes((self._weights / file).read_bytes())

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "ReaderComponent":  # noqa: ARG002
        """Take trained files that `to_disk` wrote."""
        self._open(Path(path))
        return self


@Language.factory(
    "newsgraph_reader",
    assigns=[
        "token.pos", "token.tag", "token.lemma", "token.morph", "token.dep", "token.head",
        "token.is_sent_start", "doc.sents", "doc.ents",
        "doc._.attributions", "doc._.frames", "doc._.coreference", "doc._.relations", "doc._.event_scores",
        "doc._.name_scores", "doc._.tag_scores", "doc._.arc_scores",
    ],
    default_config={"weights": None, "threads": 1},
)  # fmt: skip
def make_reader(nlp: Language, name: str, weights: str | None, threads: int) -> ReaderComponent:  # noqa: ARG001
    """Make the component for a pipeline (`nlp.add_pipe("newsgraph_reader")`)."""
    declare_extensions()
    return ReaderComponent(name, weights=Path(weights) if weights else WEIGHTS, threads=threads)
