"""The whole measurement: accuracy of all pipelines in two processes, then the clock, alone."""

import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, as_completed
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.console import Progress, silent
from graph.read.component import WEIGHTS
from graph.train.baseline import train_baseline
from graph.train.score import clock
from graph.train.score.counts import calibration_error
from graph.train.score.jobs import Job, run_job, worker_pool
from graph.train.score.parts import PARTS
from graph.train.score.report import Figure, above_baseline, lost_by_int8
from graph.train.score.result import Result

CLOCKED = ("size", "memory", "start", "speed")
ALL_PARTS = (*PARTS, *CLOCKED)
BASELINE_PARTS = ("ewt", "gum", "politics", "wikineural", "conll04", "polnear")
"""Parts with something that the baseline gives."""
_TRAINING_MINUTES = 6.0
# Of which a reader has a confidence for each thing it finds; as they are called in the table.
_HEADS = {
    "upos": "parts of speech",
    "arcs": "heads",
    "names": "names",
    "sense": "predicates",
    "role": "roles",
    "attribution": "attributions",
    "coref": "coreference links",
    "relation": "relations",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to score.

    Attributes:
        data: The data folder.
        weights: Trained files of our reader.
        baseline: A saved spaCy pipeline, trained there if there is none; None for no baseline.
        against: The same reader's float32 files, to see what quantisation costs.
        parts: Of `ALL_PARTS`.
        limit: At most so many documents of each corpus, to look quickly.
        minutes: Training time of the baseline.
    """

    data: Path
    weights: Path = WEIGHTS
    baseline: Path | None = None
    against: Path | None = None
    parts: tuple[str, ...] = ALL_PARTS
    limit: int | None = None
    minutes: float = _TRAINING_MINUTES


@dataclass(slots=True)
class Report:
    """Figures of our reader, of the baseline, and of our reader in float32."""

    ours: list[Figure] = field(default_factory=list)
    baseline: list[Figure] = field(default_factory=list)
    full: list[Figure] = field(default_factory=list)


def run(request: Request, *, progress: Progress = silent) -> Report:
    """Measure everything that was asked for."""
    read = [part for part in PARTS if part in request.parts]
    results: dict[tuple[str, str], Result] = {}
    peak: list[float] = []
    jobs: list[tuple[str, Job]] = [("ours", _job(request, request.weights, part)) for part in read]
    if request.against:
        jobs += [("full", _job(request, request.against, part)) for part in read]
    steps = _steps(request, jobs, read, results, peak)
    total = len(jobs) + ("memory" in request.parts)
    if request.baseline and (read or "speed" in request.parts):
        total += 1 + sum(part in BASELINE_PARTS for part in read)
    for _ in progress(steps, "Reading the development data", total):
        pass
    report = Report()
    for name, figures in (("ours", report.ours), ("baseline", report.baseline), ("full", report.full)):
        whole = Result()
        for part in read:
            whole.extend(results.get((name, part), Result()))
        figures += whole.figures
        if name != "baseline":
            figures += _honesty(whole)
    report.ours += above_baseline(report.ours, report.baseline)
    report.ours += lost_by_int8(report.ours, report.full)
    _clock(request, report, peak, progress)
    return report


def _job(request: Request, folder: Path, part: str, *, baseline: bool = False) -> Job:
    return Job(folder=folder, part=part, data=request.data, limit=request.limit, baseline=baseline)


def _honesty(whole: Result) -> list[Figure]:
    return [
        Figure("calibration error", name, calibration_error(whole.bets[head]))
        for head, name in _HEADS.items()
        if whole.bets.get(head)
    ]


def _steps(
    request: Request,
    jobs: Sequence[tuple[str, Job]],
    read: Sequence[str],
    results: dict[tuple[str, str], Result],
    peak: list[float],
) -> Iterator[str]:
    """Do all that does not need the machine for itself; the baseline learns while ours is scored."""
    with worker_pool() as pool:
        waiting: dict[Future[Any], Callable[[Any], None]] = {}

        def submit(name: str, job: Job) -> None:
            waiting[pool.submit(run_job, job)] = lambda result: results.update({(name, job.part): result})

        def score_baseline(folder: Path) -> None:
            for part in read:
                if part in BASELINE_PARTS:
                    submit("baseline", _job(request, folder, part, baseline=True))

        if request.baseline and (read or "speed" in request.parts):
            waiting[_submit_baseline(pool, request, request.baseline)] = score_baseline
        for name, job in jobs:
            submit(name, job)
        if "memory" in request.parts:
            waiting[pool.submit(clock.measure_peak, request.weights, request.data)] = peak.append
        while waiting:
            done = next(as_completed(waiting))
            waiting.pop(done)(done.result())
            yield "done"


def _submit_baseline(pool: Executor, request: Request, folder: Path) -> Future[Path]:
    return pool.submit(ensure_baseline, folder, request.data, request.minutes)


def ensure_baseline(folder: Path, data: Path, minutes: float) -> Path:
    """Train the baseline if the folder does not hold one; return the folder."""
    if not (folder / "meta.json").exists():
        logging.getLogger("graph.train.baseline").setLevel(logging.WARNING)
        partial = folder.with_name(folder.name + ".partial")
        partial.parent.mkdir(parents=True, exist_ok=True)
        train_baseline(data, partial, minutes=minutes)
        partial.rename(folder)
    return folder


def _clock(request: Request, report: Report, peak: Sequence[float], progress: Progress) -> None:
    """Measure what must not be disturbed."""
    ours, baseline = report.ours, report.baseline
    if "size" in request.parts:
        ours.append(Figure("weights, MB", "all files", clock.weights_size(request.weights)))
    ours += [Figure("peak memory, MB", "a text of 5 MB", value) for value in peak]
    if "start" in request.parts:
        what = ("start-up, s", "import and load")
        ours.append(Figure(*what, clock.measure_start(request.weights)))
        if request.baseline and request.baseline.exists():
            baseline.append(Figure(*what, clock.measure_baseline_start(request.baseline)))
    if "speed" in request.parts and request.baseline:
        for threads in progress((1, 2), "Racing the baseline", 2):
            race = clock.measure_speed(
                request.weights, request.baseline, request.data, threads=threads, limit=request.limit
            )
            number = f"{threads} thread{'s' if threads > 1 else ''}"
            ours.append(Figure(f"speed over the baseline's, {number}", "PolNeAR dev", race.ratio))
            ours.append(Figure(f"tokens a second, {number}", "PolNeAR dev", race.ours))
            baseline.append(Figure(f"tokens a second, {number}", "PolNeAR dev", race.baseline))
