"""Speed, start-up and memory, each in a process of its own.

`python -m graph.train.score.clock WEIGHTS BASELINE ARTICLES THREADS ROUNDS` runs the race and prints JSON.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import spacy

from graph.evaluate.corpora.readers import articles
from graph.read.load import load_reader
from graph.train.score.jobs import THREAD_LIMITS

ROUNDS = 3
_STARTS = 5
# Articles that are read one after the other, as a build does.
_BLOCK = 4
_LONG_TEXT = 5_000_000
_MB = 1e6
# spaCy imports PyTorch where it finds it. Who only reads has none: it is needed for training.
_AS_INSTALLED = """
import sys
sys.modules["torch"] = None
"""
_OUR_START = f"""{_AS_INSTALLED}
import time
begin = time.perf_counter()
from pathlib import Path
from graph.read.load import load_reader
load_reader(weights=Path(sys.argv[1]))
print(time.perf_counter() - begin)
"""
_THEIR_START = f"""{_AS_INSTALLED}
import time
begin = time.perf_counter()
import spacy
spacy.load(sys.argv[1])
print(time.perf_counter() - begin)
"""
_PEAK = f"""{_AS_INSTALLED}
import resource
from pathlib import Path
from graph.read.load import load_reader
load_reader(weights=Path(sys.argv[1]))(Path(sys.argv[2]).read_text(encoding="utf-8"))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
Block = list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Race:
    """How fast two pipelines read the same articles.

    Attributes:
        ours: Our tokens a second, median of the rounds.
        baseline: The baseline's.
        ratio: Ours over the baseline's, median of the ratios of the rounds.
    """

    ours: float
    baseline: float
    ratio: float


def race(
    ours: Callable[[Block], int],
    baseline: Callable[[Block], int],
    blocks: list[Block],
    *,
    rounds: int = ROUNDS,
) -> Race:
    """Let two pipelines read block by block in turn; who comes first changes from block to block.

    Args:
        ours: Reads some articles, returns the number of their tokens.
        baseline: Likewise.
        blocks: The articles; the first block is read once before the clock runs.
        rounds: How often all are read.
    """
    readers = (ours, baseline)
    for reader in readers:
        reader(blocks[0])
    speeds: list[tuple[float, float]] = []
    for number in range(rounds):
        seconds, words = [0.0, 0.0], [0, 0]
        for place, block in enumerate(blocks):
            first = (place + number) % 2
            for which in (first, 1 - first):
                begin = time.perf_counter()
                words[which] += readers[which](block)
                seconds[which] += time.perf_counter() - begin
        # One count of words for both: a tokenizer that cuts finer is not faster for it.
        speeds.append((words[0] / seconds[0], words[0] / seconds[1]))
    return Race(
        ours=median(one for one, _ in speeds),
        baseline=median(other for _, other in speeds),
        ratio=median(one / other for one, other in speeds),
    )


def measure_speed(
    weights: Path, baseline: Path, data: Path, *, threads: int, rounds: int = ROUNDS, limit: int | None = None
) -> Race:
    """Run the race in a fresh process in which both pipelines may use as many threads.

    Args:
        weights: Folder of trained files of our reader.
        baseline: A saved spaCy pipeline.
        data: The data folder.
        threads: Threads of either.
        rounds: How often all articles are read.
        limit: At most so many articles.
    """
    limits = dict.fromkeys(THREAD_LIMITS, str(threads))
    answer = _python(
        "-m", __name__, str(weights), str(baseline), str(data / "attribution/polnear-dev.jsonl"),
        str(threads), str(rounds), str(limit or 0), limits=limits,
    )  # fmt: skip
    return Race(**json.loads(answer))


def measure_start(weights: Path) -> float:
    """Seconds to import and load our reader in a fresh process: median of five, files in the cache."""
    return _median_start(_OUR_START, weights)


def measure_baseline_start(folder: Path) -> float:
    """Seconds to import spaCy and load the baseline, measured alike."""
    return _median_start(_THEIR_START, folder)


def _median_start(program: str, folder: Path) -> float:
    # The first one warms the cache.
    return median([float(_python("-c", program, str(folder))) for _ in range(_STARTS + 1)][1:])


def measure_peak(weights: Path, data: Path, *, size: int = _LONG_TEXT) -> float:
    """Peak memory in MB of a process that reads one long text, made of news articles.

    Args:
        weights: Folder of trained files.
        data: The data folder.
        size: Bytes of the text.
    """
    texts = [article.text for article in articles(data / "attribution/polnear-dev.jsonl")]
    paragraphs, total = [], 0
    while total < size:
        for text in texts:
            paragraphs.append(text)
            total += len(text.encode()) + 2
    long = "\n\n".join(paragraphs).encode()[:size].decode("utf-8", "ignore")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.txt"
        path.write_text(long, encoding="utf-8")
        limits = dict.fromkeys(THREAD_LIMITS, "1")
        # Linux counts in units of 1024 bytes.
        return float(_python("-c", _PEAK, str(weights), str(path), limits=limits)) * 1024 / _MB


def weights_size(folder: Path) -> float:
    """Size in MB of all trained files, the model card left out."""
    return sum(file.stat().st_size for file in folder.iterdir() if file.suffix != ".md") / _MB


def _python(*arguments: str, limits: dict[str, str] | None = None) -> str:
    done = subprocess.run(  # noqa: S603 (our own interpreter and programs)
        [sys.executable, *arguments],
        env={**os.environ, **(limits or {})},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout


def main(arguments: list[str]) -> None:
    """Run the race in this process and write its result to standard output."""
    weights, baseline, path, threads, rounds, limit = arguments
    nlp, other = load_reader(weights=Path(weights), threads=int(threads)), spacy.load(Path(baseline))
    texts = [article.text for article in articles(Path(path))][: int(limit) or None]
    result = race(
        lambda block: sum(len(doc) for doc in nlp.pipe(block)),
        lambda block: sum(len(doc) for doc in other.pipe(block)),
        [texts[place : place + _BLOCK] for place in range(0, len(texts), _BLOCK)],
        rounds=int(rounds),
    )
    sys.stdout.write(
        json.dumps({"ours": result.ours, "baseline": result.baseline, "ratio": result.ratio}) + "\n"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
