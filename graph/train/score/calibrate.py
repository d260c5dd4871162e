"""One temperature for each head, so that of what the reader calls 0.8, eight in ten are right.

Source: Guo et al. 2017, "On Calibration of Modern Neural Networks".
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.console import Progress, silent
from graph.read.calibration import Temperatures
from graph.train.score.counts import Bet, calibration_error, log_loss
from graph.train.score.jobs import Job, run_jobs, worker_pool
from graph.train.score.parts import PARTS

GRID = (0.5, 0.65, 0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5, 3.0)
"""Temperatures tried; 1 must be one of them."""
FILE = "calibration.json"
# A name's confidence is that of its coarse kind times that of its fine kind: both get one temperature.
_TOGETHER = {"names": ("names", "kinds")}
Bets = Mapping[float, Sequence[Bet]]
"""The same things found, with the confidences that each temperature gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadCalibration:
    """What a temperature does for one head.

    Attributes:
        temperature: The best of the grid on the even-numbered documents.
        before: Calibration error in percent on the odd-numbered documents at temperature 1.
        after: The same at the temperature found.
        things: How many things of the odd-numbered documents it was measured on.
    """

    temperature: float
    before: float
    after: float
    things: int


def fit_head(bets: Bets) -> HeadCalibration:
    """Choose the temperature of the least log-loss on even documents, judge it on odd ones."""
    fit = {heat: [bet for bet in known if bet.document % 2 == 0] for heat, known in bets.items()}
    judge = {heat: [bet for bet in known if bet.document % 2] for heat, known in bets.items()}
    # Nearest to 1 among equals: nothing to fit on leaves things as they are.
    best = min(fit, key=lambda heat: (log_loss(fit[heat]), abs(heat - 1.0)))
    return HeadCalibration(
        temperature=best,
        before=calibration_error(judge[1.0]),
        after=calibration_error(judge[best]),
        things=len(judge[1.0]),
    )


def calibrate(
    weights: Path,
    data: Path,
    output: Path | None = None,
    *,
    limit: int | None = None,
    progress: Progress = silent,
) -> dict[str, HeadCalibration]:
    """Fit the temperatures of a reader on the development data and write them.

    The whole pipeline reads all data once for each temperature of the grid: what it reports is what is
    measured, however it comes by it.

    Args:
        weights: Folder of trained files; temperatures that lie there are not used.
        data: The data folder.
        output: File to write; `calibration.json` beside the weights if left out.
        limit: At most so many documents of each corpus.
        progress: Told how far it is.
    """
    bets: dict[str, dict[float, list[Bet]]] = {}
    with TemporaryDirectory() as folder, worker_pool() as pool:
        heats: dict[Path, float] = {}
        for heat in GRID:
            heated = _with_temperature(weights, Path(folder) / f"{heat}", heat)
            heats[heated] = heat
        jobs = [Job(folder=heated, part=part, data=data, limit=limit) for heated in heats for part in PARTS]
        for job, result in progress(run_jobs(pool, jobs), "Trying temperatures", len(jobs)):
            for head, found in result.bets.items():
                bets.setdefault(head, {}).setdefault(heats[job.folder], []).extend(found)
    fitted = {head: fit_head(known) for head, known in sorted(bets.items())}
    write_temperatures(fitted, output or weights / FILE)
    return fitted


def write_temperatures(fitted: Mapping[str, HeadCalibration], path: Path) -> None:
    """Write what `Temperatures.load` reads."""
    values = {key: head.temperature for name, head in fitted.items() for key in _TOGETHER.get(name, (name,))}
    text = json.dumps(asdict(Temperatures(**values)), indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def _with_temperature(weights: Path, folder: Path, heat: float) -> Path:
    """Make a folder of the same trained files with one temperature for all heads."""
    folder.mkdir()
    for file in weights.iterdir():
        if file.name != FILE:
            (folder / file.name).symlink_to(file.resolve())
    known = dict.fromkeys(asdict(Temperatures()), heat)
    (folder / FILE).write_text(json.dumps(known), encoding="utf-8")
    return folder


def calibration_table(fitted: Mapping[str, HeadCalibration]) -> str:
    """Render as Markdown."""
    lines = ["| head | temperature | error before | after | things |", "|---|---|---|---|---|"]
    lines += [
        f"| {name} | {head.temperature:g} | {head.before:.2f} | {head.after:.2f} | {head.things} |"
        for name, head in fitted.items()
    ]
    return "\n".join(lines)
