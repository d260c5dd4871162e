"""`python -m graph.train`: fit, export and score the reader.

python -m graph.train fit DATA --encoder MODEL --output CHECKPOINTS --minutes 95
python -m graph.train export CHECKPOINTS --encoder MODEL --output graph/read/weights
python -m graph.train events DATA --gold ANNOTATIONS --articles ARTICLES
python -m graph.train score DATA [--weights FOLDER]
"""

import argparse
import logging
import sys
from pathlib import Path

from graph.train.events import command as events
from graph.train.score.command import add_arguments, score


def main() -> None:
    """Parse the command line and run one step."""
    parser = argparse.ArgumentParser(
        prog="python -m graph.train",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    steps = parser.add_subparsers(dest="step", required=True)
    fit = steps.add_parser("fit", help="train from a data folder; goes on from a checkpoint")
    fit.add_argument("data", type=Path, help="folder with ud/, ner/, attribution/, relations/, silver/")
    fit.add_argument("--encoder", type=Path, required=True, help="folder of the pretrained MiniLM")
    fit.add_argument("--output", type=Path, required=True, help="folder for checkpoints")
    fit.add_argument("--minutes", type=float, default=60.0, help="wall time of the training")
    fit.add_argument("--threads", type=int, default=2)
    fit.add_argument(
        "--encoder-rate", type=float, default=1.5e-4, help="highest learning rate of the encoder"
    )
    fit.add_argument("--head-rate", type=float, default=1e-3, help="highest learning rate of the heads")
    fit.add_argument(
        "--patience",
        type=int,
        default=4,
        help="checkpoints (8 minutes each) without a better development loss after which to stop",
    )
    fit.add_argument("--bf16", action="store_true", help="bfloat16: on GPUs, and processors with AMX")
    fit.add_argument(
        "--start", type=Path, help="output of another training or graph/read/weights, to begin with"
    )
    fit.add_argument(
        "--permissive", action="store_true", help="leave out data without a licence or for non-commercial use"
    )
    fit.set_defaults(run=_fit)
    out = steps.add_parser("export", help="write the int8 ONNX files that ship")
    out.add_argument("checkpoint", type=Path, help="folder that fit wrote")
    out.add_argument("--encoder", type=Path, required=True, help="folder of the pretrained MiniLM")
    out.add_argument("--output", type=Path, required=True)
    out.add_argument(
        "--between", type=Path, help="exported files that fit --start began with: write the middle of the two"
    )
    out.add_argument("--float", action="store_true", help="leave the weights in float32")
    out.set_defaults(run=_export)
    tell = steps.add_parser("events", help="train what finds events, on annotated news")
    events.add_arguments(tell)
    tell.set_defaults(run=events.train_events)
    mark = steps.add_parser("score", help="print the scores on the development sets")
    add_arguments(mark)
    mark.set_defaults(run=score)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    sys.exit(arguments.run(arguments))


def _fit(arguments: argparse.Namespace) -> None:
    # PyTorch is heavy and not needed for scoring.
    import torch

    from graph.train.loop import Schedule, train
    from graph.train.recipe import development_streams, training_streams

    torch.set_num_threads(arguments.threads)
    train(
        training_streams(arguments.data, permissive=arguments.permissive),
        development=development_streams(arguments.data, permissive=arguments.permissive),
        data=arguments.data,
        start=arguments.start,
        encoder=arguments.encoder,
        output=arguments.output,
        schedule=Schedule(
            minutes=arguments.minutes,
            encoder_rate=arguments.encoder_rate,
            head_rate=arguments.head_rate,
            bf16=arguments.bf16,
            patience=arguments.patience,
        ),
    )


def _export(arguments: argparse.Namespace) -> None:
    from graph.train.export import export

    export(
        arguments.checkpoint,
        arguments.encoder / "tokenizer.json",
        arguments.output,
        quantise=not arguments.float,
        between=arguments.between,
    )


if __name__ == "__main__":
    main()
