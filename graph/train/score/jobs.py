"""Scoring in two processes: each job reads one corpus with one pipeline."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path

from graph.train.score.parts import PARTS
from graph.train.score.result import Result
from graph.train.score.subjects import Baseline, OurReader, Subject

PROCESSES = 2
THREAD_LIMITS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
"""Variables that the numeric libraries take their number of threads from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One part to score with one pipeline.

    Attributes:
        folder: Trained files of our reader, or a saved spaCy pipeline.
        baseline: Whether it is the latter.
        part: Name in `PARTS`.
        data: The data folder.
        limit: At most so many documents.
    """

    folder: Path
    part: str
    data: Path
    limit: int | None = None
    baseline: bool = False


@lru_cache(maxsize=2)
def _open(folder: Path, *, baseline: bool) -> Subject:
    return Baseline(folder) if baseline else OurReader(folder)


def run_job(job: Job) -> Result:
    """Score one part; pipelines stay open for the next job of the process."""
    return PARTS[job.part](_open(job.folder, baseline=job.baseline), job.data, job.limit)


@contextmanager
def worker_pool(processes: int = PROCESSES) -> Iterator[Executor]:
    """Start processes that compute with one thread each."""
    before = {name: os.environ.get(name) for name in THREAD_LIMITS}
    os.environ.update(dict.fromkeys(THREAD_LIMITS, "1"))
    try:
        with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
            yield pool
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def run_jobs(pool: Executor, jobs: Sequence[Job]) -> Iterator[tuple[Job, Result]]:
    """Run jobs, and give each with its result as soon as it is there."""
    # The longest first, so that no process is left alone with it.
    order = sorted(jobs, key=lambda job: job.part not in {"polnear", "gum", "ewt", "redocred"})
    futures = {pool.submit(run_job, job): job for job in order}
    for future in as_completed(futures):
        yield futures[future], future.result()
