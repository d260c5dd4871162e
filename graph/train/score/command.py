"""The command line of the scores: `scripts/score-reader DATA`, or `python -m graph.train score DATA`."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from graph import console
from graph.read.component import WEIGHTS
from graph.train.score.calibrate import calibrate, calibration_table
from graph.train.score.report import BARS, table
from graph.train.score.run import ALL_PARTS, Report, Request, run


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options; `score` reads them."""
    parser.add_argument(
        "data", type=Path, help="folder with ud/, ner/, srl/, coref/, attribution/, relations/"
    )
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="trained files (default: as shipped)")
    parser.add_argument(
        "--baseline",
        type=Path,
        help="folder of a spaCy CNN to set beside it; if there is none yet, one is trained and kept there",
    )
    parser.add_argument("--minutes", type=float, default=6.0, help="training time of the baseline")
    parser.add_argument(
        "--against",
        type=Path,
        metavar="FLOAT_DIR",
        help="the same weights in float32, to see what int8 costs",
    )
    parser.add_argument("--only", choices=ALL_PARTS, nargs="+", default=list(ALL_PARTS), metavar="PART",
                        help=f"of {', '.join(ALL_PARTS)}")  # fmt: skip
    parser.add_argument("--limit", type=int, help="so many documents of each corpus only, to look quickly")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument(
        "--calibrate",
        type=Path,
        metavar="FILE",
        help="fit temperatures on the even development documents, write them to FILE, and score nothing else",
    )


def score(arguments: argparse.Namespace) -> int:
    """Measure, and write the table to standard output.

    Returns:
        0; a bar that is missed is a finding, not a failure.
    """
    if not arguments.data.is_dir():
        console.complain(f"{arguments.data}: no such folder; name the folder of the development data")
        return 2
    if arguments.calibrate:
        fitted = calibrate(
            arguments.weights,
            arguments.data,
            arguments.calibrate,
            limit=arguments.limit,
            progress=console.show_progress,
        )
        console.write(calibration_table(fitted) + "\n")
        return 0
    report = run(
        Request(
            data=arguments.data,
            weights=arguments.weights,
            baseline=arguments.baseline,
            against=arguments.against,
            parts=tuple(arguments.only),
            limit=arguments.limit,
            minutes=arguments.minutes,
        ),
        progress=console.show_progress,
    )
    console.write(table(report.ours, report.baseline, report.full) + "\n")
    if arguments.json:
        arguments.json.write_text(to_json(report), encoding="utf-8")
    return 0


def to_json(report: Report) -> str:
    """Render the figures as JSON: what, data, ours, baseline, float32, bar, whether it is met."""
    columns = {
        name: {figure.key: figure.value for figure in figures}
        for name, figures in (("ours", report.ours), ("baseline", report.baseline), ("float32", report.full))
    }
    rows = []
    for what, data in dict.fromkeys(key for column in columns.values() for key in column):
        key = what, data
        row: dict[str, object] = {"what": what, "data": data}
        row |= {name: round(column[key], 4) for name, column in columns.items() if key in column}
        bar = BARS.get(key)
        if bar is not None:
            row |= {"bar": bar.limit, "at_most": bar.most}
            if key in columns["ours"]:
                row["met"] = bar.met(columns["ours"][key])
        rows.append(row)
    return json.dumps(rows, indent=1, ensure_ascii=False) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run as a program of its own."""
    parser = argparse.ArgumentParser(
        prog="score-reader", description="Score the reader on development data, beside a spaCy CNN."
    )
    add_arguments(parser)
    return score(parser.parse_args(arguments))
